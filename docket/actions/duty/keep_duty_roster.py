"""Put somebody on duty for days, nights or weekends of one's own office."""

from datetime import date

import msgspec

from docket import duty
from docket.access import Actor
from docket.deps import Deps
from docket.duty import DutyRole, Shift
from docket.errors import BadInput, Issue, StateForbids
from docket.store import duty as store

#: Nobody plans further ahead at once, and a slip of the pen fills no table.
MOST_DAYS = 366


class KeepDutyRoster(msgspec.Struct, frozen=True, kw_only=True):
    role: DutyRole
    #: Account of a clerk or prosecutor of the office.
    account_id: int
    shift: Shift
    #: The days on which a shift begins, the last one included.
    first: date
    last: date


async def keep_duty_roster(command: KeepDutyRoster, by: Actor, deps: Deps) -> int:
    """How many shifts were entered."""
    by.require("keepDutyRoster")
    office, at = by.office or "", deps.clock.now()
    if not 0 <= (command.last - command.first).days < MOST_DAYS:
        detail = "De laatste dag ligt niet voor de eerste, en ten hoogste een jaar later."
        raise BadInput(issues=(Issue(type="outOfRange", name="/last", detail=detail, value=str(command.last)),))
    stretches = [one for one in duty.stretches(command.shift, command.first, command.last) if one.until_at > at]
    if not stretches:
        detail = "In deze dagen begint geen dienst van deze soort die nog moet komen; een weekend begint op zaterdag."
        raise BadInput(issues=(Issue(type="invalidInput", name="/shift", detail=detail, value=command.shift),))
    async with deps.transaction() as tx:
        await store.lock_roster(tx, office)
        person = next((one for one in await store.staff(tx, office) if one.id == command.account_id), None)
        if person is None or command.role not in person.roles:
            detail = "Dit is geen parketmedewerker of procureur van uw parket voor deze wacht; kies iemand uit de lijst."
            raise BadInput(issues=(Issue(type="referencedResourceNotFound", name="/accountId", detail=detail, value=command.account_id),))
        entered = [await store.add_shift(tx, office, command.role, command.account_id, one, at=at, by=by.code) for one in stretches]
    if not any(entered):
        raise StateForbids("Deze persoon staat dan al op deze wacht.")
    return sum(1 for one in entered if one)
