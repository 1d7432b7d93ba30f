"""Who is involved in a file: lawyers, interpreters, prisons, experts."""

from datetime import date, datetime
from typing import Annotated, Any

import msgspec
from litestar import Response, get, post
from msgspec import Meta

from docket.actions.contacts.add_contact import AddContact, add_contact
from docket.actions.contacts.correct_contact import CorrectContact, correct_contact
from docket.actions.contacts.end_contact import EndContact, end_contact
from docket.api import examples
from docket.api.answers import created, href, ok
from docket.api.decisions import Reason
from docket.api.handed import Actor, AnyRequest, CaseNumber, ContactId, Deps, SeenVersion
from docket.api.once import once
from docket.api.opened import opened
from docket.api.operations import Answer, operation
from docket.api.reading import body_of
from docket.api.resources import ChangedCase, Resource, changed_case
from docket.contacts import ContactKind, ContactSaid
from docket.contract import ContractStruct, Language
from docket.store import contacts

Line = Annotated[str, Meta(pattern=r"^\S(.{0,198}\S)?$")]


class Contact(ContractStruct, frozen=True, kw_only=True):
    kind: ContactKind
    #: Id of the person in the file; null for an expert, and for an interpreter of the whole file.
    person: Annotated[str, Meta(pattern="^[^/]{1,60}$", examples=["s1"])] | None = None
    name: Line
    firm: Line | None = None
    email: Line | None = None
    phone: Line | None = None
    #: Of an interpreter.
    language: Language | None = None
    from_on: date
    #: The first day on which it no longer holds.
    until_on: date | None = None


class NewContact(Contact, frozen=True, kw_only=True):
    #: Id of the contact that he succeeds: that one ends on `fromOn` and stays readable.
    replaces: int | None = None


class CorrectedContact(Contact, frozen=True, kw_only=True):
    reason: Reason


class ContactEnd(ContractStruct, frozen=True, kw_only=True):
    #: The first day on which it no longer holds.
    until_on: date
    reason: Reason


class ContactResource(Resource, frozen=True, kw_only=True):
    id: int
    kind: ContactKind
    person: str | None
    name: str
    firm: str | None
    email: str | None
    phone: str | None
    language: str | None
    from_on: date
    until_on: date | None
    entered_at: datetime
    entered_by: str
    ended_at: datetime | None
    ended_by: str | None
    end_reason: str | None
    #: Id of the contact that says it right; null = this one was never wrong.
    corrected_by: int | None


class ContactCollection(Resource, frozen=True, kw_only=True):
    """Oldest first, predecessors and wrong ones included."""

    items: tuple[ContactResource, ...]


@get(
    "/cases/{caseNumber:str}/contacts",
    **operation(
        operation_id="listContacts",
        tag="followUp",
        summary="Lawyers, interpreters, prisons and experts of a file",
        scope="cases:read",
        answers={200: Answer(description="Oldest first.", body=ContactCollection, example=examples.CONTACTS, headers=("ETag",))},
        problems=(404,),
    ),
)
async def list_all(case_number: CaseNumber, actor: Actor, deps: Deps) -> Response[bytes]:
    found = await opened(case_number, actor, deps)
    rows = await contacts.of_case(deps.pool, found.case.id)
    return ok(ContactCollection(items=tuple(ContactResource(**msgspec.structs.asdict(row)) for row in rows)))


@post(
    "/cases/{caseNumber:str}/contacts",
    **operation(
        operation_id="addContact",
        tag="followUp",
        summary="Enter a lawyer, an interpreter, a prison or an expert",
        scope="cases:write",
        body=NewContact,
        body_example=examples.CONTACT,
        headers=("If-Match", "Idempotency-Key"),
        answers={201: Answer(description="Entered.", body=ChangedCase, example=examples.CHANGED, headers=("Location", "ETag"))},
        problems=(404, 409, 412, 422, 428),
    ),
)
@once
async def add(request: AnyRequest, case_number: CaseNumber, version: SeenVersion, actor: Actor, deps: Deps) -> Response[bytes]:
    given = await body_of(request, NewContact)
    command = AddContact(case_number=case_number, version=version, said=_said(given), replaces=given.replaces)
    done = await add_contact(command, actor, deps)
    return created(changed_case(case_number, done.version), href("cases", case_number, "contacts"), version=done.version)


@post(
    "/cases/{caseNumber:str}/contacts/{contactId:str}/ends",
    status_code=200,
    **operation(
        operation_id="endContact",
        tag="followUp",
        summary="Say from which day a contact no longer holds",
        scope="cases:write",
        body=ContactEnd,
        body_example=examples.CONTACT_END,
        headers=("If-Match", "Idempotency-Key"),
        answers={200: Answer(description="Ended.", body=ChangedCase, example=examples.CHANGED, headers=("ETag",))},
        problems=(404, 409, 412, 422, 428),
    ),
)
@once
async def end(
    request: AnyRequest, case_number: CaseNumber, contact_id: ContactId, version: SeenVersion, actor: Actor, deps: Deps
) -> Response[bytes]:
    given = await body_of(request, ContactEnd)
    command = EndContact(case_number=case_number, version=version, contact_id=contact_id, until_on=given.until_on, reason=given.reason)
    done = await end_contact(command, actor, deps)
    return ok(changed_case(case_number, done.version), version=done.version)


@post(
    "/cases/{caseNumber:str}/contacts/{contactId:str}/corrections",
    **operation(
        operation_id="correctContact",
        tag="followUp",
        summary="Enter what a contact should have said",
        description="The wrong one stays readable and names the right one.",
        scope="cases:write",
        body=CorrectedContact,
        body_example=examples.CONTACT_CORRECTION,
        headers=("If-Match", "Idempotency-Key"),
        answers={201: Answer(description="Entered.", body=ChangedCase, example=examples.CHANGED, headers=("Location", "ETag"))},
        problems=(404, 409, 412, 422, 428),
    ),
)
@once
async def correct(
    request: AnyRequest, case_number: CaseNumber, contact_id: ContactId, version: SeenVersion, actor: Actor, deps: Deps
) -> Response[bytes]:
    given = await body_of(request, CorrectedContact)
    command = CorrectContact(case_number=case_number, version=version, contact_id=contact_id, said=_said(given), reason=given.reason)
    done = await correct_contact(command, actor, deps)
    return created(changed_case(case_number, done.version), href("cases", case_number, "contacts"), version=done.version)


def _said(given: Contact) -> ContactSaid:
    said: dict[str, Any] = {name: getattr(given, name) for name in ContactSaid.__struct_fields__}
    return ContactSaid(**said)
