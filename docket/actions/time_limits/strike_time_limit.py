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
