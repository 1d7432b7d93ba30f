"""Take back a conflict that is not settled: the seats agreed, or it was raised in error."""

import msgspec

from docket import entries
from docket.access import Actor
from docket.actions import redeciding
from docket.actions.registration.set_confidentiality import ChangedCase
from docket.deps import Deps
from docket.errors import StateForbids
from docket.store import conflicts


class WithdrawConflict(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    reason: str


async def withdraw_conflict(command: WithdrawConflict, by: Actor, deps: Deps) -> ChangedCase:
    found = await redeciding.find(command.case_number, "raiseConflict", by, deps)
    await redeciding.require_version(found, command.version, deps)
    reason = redeciding.required(command.reason)
    conflict = (await conflicts.of_case(deps.pool, found.case.id)).open_conflict
    if conflict is None:
        raise StateForbids("Over dit dossier loopt geen bevoegdheidsgeschil.")
    at = deps.clock.now()
    entry = entries.ConflictWithdrawn(version=found.case.version + 1, conflict=conflict.id, seats=conflict.seats, reason=reason)
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        await conflicts.withdraw(tx, found, reason=reason, at=at, by=by.code)
        await redeciding.enter(tx, found, entry, by, at)
    return ChangedCase(case_number=found.case.case_number, version=found.case.version + 1)
