"""Enter a lawyer, an interpreter, a prison or an expert; a successor ends his predecessor, who stays readable."""

from datetime import date

import msgspec

from docket import contacts, entries
from docket.access import Actor
from docket.actions import redeciding, telling
from docket.actions.contacts.change import ChangedContact, require_address, standing
from docket.contacts import ContactSaid
from docket.deps import Deps
from docket.errors import BadInput, Issue
from docket.store import contacts as store


class AddContact(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    said: ContactSaid
    #: Id of the contact that he succeeds: that one ends on the day this one begins.
    replaces: int | None = None


async def add_contact(command: AddContact, by: Actor, deps: Deps) -> ChangedContact:
    found = await redeciding.find(command.case_number, "keepContacts", by, deps)
    await redeciding.require_version(found, command.version, deps)
    said = command.said
    issues = (*contacts.issues(said, found.case.report), *require_address(said))
    if issues:
        raise BadInput(issues=issues)
    at = deps.clock.now()
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        before = None
        if command.replaces is not None:
            before = await standing(tx, found, command.replaces, "/replaces")
            _require_succession(before, said, said.from_on)
        added = await store.add(tx, found.case.id, said, at=at, by=by.code)
        if before is not None:
            reason = "opgevolgd"
            await store.end(tx, found.case.id, before.id, until_on=said.from_on, reason=reason, at=at, by=by.code)
        await telling.taken_over(tx, found, added, before, at=at)
        entry = entries.ContactAdded(
            version=found.case.version + 1,
            contact=added,
            contact_kind=said.kind,
            about_person=said.person,
            from_on=said.from_on,
            until_on=said.until_on,
            replaces=command.replaces,
        )
        await redeciding.enter(tx, found, entry, by, at)
    return ChangedContact(case_number=found.case.case_number, version=found.case.version + 1, contact_id=added)


def _require_succession(before: contacts.Contact, said: ContactSaid, day: date) -> None:
    if (before.kind, before.person) != (said.kind, said.person):
        detail = "Een opvolger heeft dezelfde hoedanigheid en dezelfde persoon als zijn voorganger."
    elif day < before.from_on:
        detail = f"De voorganger begon op {before.from_on:%d/%m/%Y}; laat de opvolger die dag of later beginnen."
    else:
        return
    raise BadInput(issues=(Issue(type="invalidInput", name="/replaces", detail=detail, value=before.id),))
