"""Enter what a contact should have said; the wrong row stays readable beside the right one."""

import msgspec

from docket import contacts, entries
from docket.access import Actor
from docket.actions import redeciding, telling
from docket.actions.contacts.change import ChangedContact, require_address, standing
from docket.contacts import ContactSaid
from docket.deps import Deps
from docket.errors import BadInput
from docket.store import contacts as store


class CorrectContact(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    contact_id: int
    said: ContactSaid
    reason: str


async def correct_contact(command: CorrectContact, by: Actor, deps: Deps) -> ChangedContact:
    found = await redeciding.find(command.case_number, "keepContacts", by, deps)
    await redeciding.require_version(found, command.version, deps)
    reason, said = redeciding.required(command.reason), command.said
    issues = (*contacts.issues(said, found.case.report), *require_address(said))
    if issues:
        raise BadInput(issues=issues)
    at = deps.clock.now()
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        wrong = await standing(tx, found, command.contact_id, "/contact")
        right = await store.add(tx, found.case.id, said, at=at, by=by.code)
        await store.correct(tx, found.case.id, wrong.id, right, reason=reason, at=at, by=by.code)
        await telling.taken_over(tx, found, right, wrong, at=at)
        entry = entries.ContactCorrected(
            version=found.case.version + 1,
            contact=right,
            corrects=wrong.id,
            contact_kind=said.kind,
            about_person=said.person,
            from_on=said.from_on,
            until_on=said.until_on,
            reason=reason,
        )
        await redeciding.enter(tx, found, entry, by, at)
    return ChangedContact(case_number=found.case.case_number, version=found.case.version + 1, contact_id=right)
