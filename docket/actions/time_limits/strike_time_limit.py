"""Strike a clock that should not have been started; it stays in the register, with the reason."""

from datetime import datetime
from typing import Any

import msgspec

from docket import entries
from docket.access import Actor
from docket.actions import redeciding
from docket.actions.time_limits import ticking
from docket.actions.time_limits.ticking import ChangedTimeLimit
from docket.deps import Deps
from docket.store import time_limits as store
from docket.store.cases import Snapshot


class StrikeTimeLimit(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    time_limit: int
    reason: str


async def strike_time_limit(command: StrikeTimeLimit, by: Actor, deps: Deps) -> ChangedTimeLimit:
    """`keepTimeLimits`, whatever became of the clock."""
    found = await ticking.find(
        command.case_number, "keepTimeLimits", command.version, command.time_limit, ("running", "suspended", "met"), by, deps
    )
    reason = redeciding.required(command.reason)
    entry = entries.TimeLimitStruck(**ticking.said(found.clock, found.clock.id, found.version, found.law), reason=reason)

    async def change(tx: Any, at: datetime) -> None:
        await store.close(tx, found.snapshot.case.id, found.clock, "struck", met_on=None, reason=reason, at=at, by=by.code)

    return await ticking.write(found, entry, change, by, deps)


async def of_service(found: Snapshot, service_id: int, deps: Deps) -> tuple[ticking.Found, ...]:
    """The clocks that a service started, each with the law of its start; before the transaction that withdraws the service."""
    clocks = await store.of_case(deps.pool, found.case.id)
    return tuple(
        [
            ticking.Found(snapshot=found, clock=clock, law=(await deps.law_of(clock.law_digest)).law)
            for clock in clocks
            if clock.service_id == service_id and clock.state != "struck"
        ]
    )


async def strike_of_service(
    tx: Any, clocks: tuple[ticking.Found, ...], reason: str, by: Actor, at: datetime
) -> tuple[entries.TimeLimitStruck, ...]:
    """What the service started ends with it; the entries are for who calls to append."""
    for one in clocks:
        await store.close(tx, one.snapshot.case.id, one.clock, "struck", met_on=None, reason=reason, at=at, by=by.code)
    return tuple(entries.TimeLimitStruck(**ticking.said(one.clock, one.clock.id, one.version, one.law), reason=reason) for one in clocks)
