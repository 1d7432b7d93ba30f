"""Say from which day a contact no longer holds; he stays readable."""

from datetime import date

import msgspec

from docket import entries
from docket.access import Actor
from docket.actions import redeciding, telling
from docket.actions.contacts.change import ChangedContact, standing
from docket.deps import Deps
from docket.errors import BadInput, Issue
from docket.store import contacts as store


class EndContact(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    contact_id: int
    #: The first day on which he no longer is.
    until_on: date
    reason: str


async def end_contact(command: EndContact, by: Actor, deps: Deps) -> ChangedContact:
    found = await redeciding.find(command.case_number, "keepContacts", by, deps)
    await redeciding.require_version(found, command.version, deps)
    reason = redeciding.required(command.reason)
    at = deps.clock.now()
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        contact = await standing(tx, found, command.contact_id, "/contact")
        if command.until_on < contact.from_on:
            detail = f"Het contact begon op {contact.from_on:%d/%m/%Y}; kies die dag of een latere."
            raise BadInput(issues=(Issue(type="outOfRange", name="/untilOn", detail=detail, value=str(command.until_on)),))
        await store.end(tx, found.case.id, contact.id, until_on=command.until_on, reason=reason, at=at, by=by.code)
        await telling.ended(tx, found.case.id, contact.id, found.case.report, at=at, by=by.code)
        entry = entries.ContactEnded(
            version=found.case.version + 1,
            contact=contact.id,
            contact_kind=contact.kind,
            about_person=contact.person,
            until_on=command.until_on,
            reason=reason,
        )
        await redeciding.enter(tx, found, entry, by, at)
    return ChangedContact(case_number=found.case.case_number, version=found.case.version + 1, contact_id=contact.id)
