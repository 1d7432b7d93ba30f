"""Take a file over from a colleague who has it in charge, with a reason: who answers for it is somebody who can."""

import msgspec

from docket import entries
from docket.access import Actor
from docket.actions import redeciding
from docket.actions.duty.take_in_charge import Taken, person_of
from docket.deps import Deps
from docket.draws import code_of
from docket.errors import StateForbids
from docket.store import duty as store
from docket.store import entries as docket_entries
from docket.store.duty import Via


class TakeOver(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    via: Via
    reason: str
    #: Function code of the person, where a program hands it in: a key is nobody.
    taken_by: str | None = None


async def take_over(command: TakeOver, by: Actor, deps: Deps) -> Taken:
    """Everything of the file that a colleague of that person's office has; what still waits stays waiting for `take_in_charge`."""
    found = await redeciding.find(command.case_number, "takeInCharge", by, deps)
    reason, office = redeciding.required(command.reason), by.office or ""
    person, at = await person_of(command.taken_by, found, by, deps), deps.clock.now()
    async with deps.transaction() as tx:
        await docket_entries.lock(tx, found.case.id)
        over = await store.take_over(tx, found.case.id, office, account_id=person, via=command.via, at=at)
        if not over:
            raise StateForbids("Geen collega van uw parket heeft dit dossier; neem het op als het wacht.")
        entry = entries.TakenOver(
            office=office,
            urgencies=tuple(one.urgency for one in over),
            taken_by=code_of(person),
            taken_from=tuple(sorted({code_of(one.had) for one in over})),
            via=command.via,
            reason=reason,
        )
        await redeciding.enter(tx, found, entry, by, at)
    return Taken(case_number=found.case.case_number, office=office, taken_by=code_of(person), taken_at=at, repeated=False)
