"""Let a clock end later, on a ground that the law data hold."""

from datetime import date, datetime
from typing import Any

import msgspec

from docket import entries
from docket.access import Actor
from docket.actions import redeciding
from docket.actions.time_limits import ticking
from docket.actions.time_limits.ticking import ChangedTimeLimit
from docket.deps import Deps
from docket.store import time_limits as store
from docket.time_limits import prolonged


class ExtendTimeLimit(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    time_limit: int
    #: Id of an extension of the law data.
    ground: str
    reason: str
    #: The last day that a ruling names.
    day: date | None = None


async def extend_time_limit(command: ExtendTimeLimit, by: Actor, deps: Deps) -> ChangedTimeLimit:
    """`keepTimeLimits`, of a clock that runs."""
    found = await ticking.find(command.case_number, "keepTimeLimits", command.version, command.time_limit, ("running",), by, deps)
    reason = redeciding.required(command.reason)
    closed = deps.settings.closing_days(found.clock.registry)
    clock = prolonged(found.clock, command.ground, command.day, found.law, closed, reason)
    entry = entries.TimeLimitExtended(
        **ticking.said(clock, clock.id, found.version, found.law),
        limit_ground=command.ground,
        limit_ground_title=found.law.title(f"limitGround/{command.ground}") or command.ground,
        reason=reason,
    )

    async def change(tx: Any, at: datetime) -> None:
        await store.change(tx, found.snapshot.case.id, clock)

    return await ticking.write(found, entry, change, by, deps)
