"""Let a clock that stood still run again; it ends later by the days in between."""

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
from docket.time_limits import resumed


class ResumeTimeLimit(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    time_limit: int
    #: The first day on which it runs again.
    resumed_on: date
    reason: str


async def resume_time_limit(command: ResumeTimeLimit, by: Actor, deps: Deps) -> ChangedTimeLimit:
    """`keepTimeLimits`, of a clock that stands still; computed anew by the law of its start."""
    found = await ticking.find(command.case_number, "keepTimeLimits", command.version, command.time_limit, ("suspended",), by, deps)
    reason = redeciding.required(command.reason)
    closed = deps.settings.closing_days(found.clock.registry)
    clock = resumed(found.clock, command.resumed_on, found.law, closed, reason)
    entry = entries.TimeLimitResumed(
        **ticking.said(clock, clock.id, found.version, found.law), resumed_on=command.resumed_on, reason=reason
    )

    async def change(tx: Any, at: datetime) -> None:
        await store.change(tx, found.snapshot.case.id, clock)

    return await ticking.write(found, entry, change, by, deps)
