"""Let a clock stand still, on a ground of the law that names this limit."""

from datetime import date, datetime
from typing import Any

import msgspec

from docket import entries
from docket.access import Actor
from docket.actions import redeciding
from docket.actions.time_limits import ticking
from docket.actions.time_limits.ticking import ChangedTimeLimit
from docket.deps import Deps
from docket.errors import BadInput, Issue
from docket.store import time_limits as store
from docket.time_limits import stopped


class SuspendTimeLimit(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    time_limit: int
    #: The first day on which it stands still.
    suspended_on: date
    #: Id of a suspension of the law data.
    ground: str
    reason: str


async def suspend_time_limit(command: SuspendTimeLimit, by: Actor, deps: Deps) -> ChangedTimeLimit:
    """`keepTimeLimits`, of a clock that runs and that this ground may stop."""
    found = await ticking.find(command.case_number, "keepTimeLimits", command.version, command.time_limit, ("running",), by, deps)
    reason = redeciding.required(command.reason)
    row = found.law.time_limits.suspensions.get(command.ground)
    answer = found.clock.answer
    if row is None or answer.limit not in row.limits:
        detail = "Deze grond schorst deze termijn niet; geen andere termijn dan die van het artikel staat stil."
        raise BadInput(issues=(Issue(type="invalidInput", name="/ground", detail=detail, value=command.ground),))
    if not answer.start.on <= command.suspended_on <= answer.due_on:
        detail = f"De schorsing begint terwijl de termijn loopt: van {answer.start.on:%d/%m/%Y} tot {answer.due_on:%d/%m/%Y}."
        raise BadInput(issues=(Issue(type="outOfRange", name="/suspendedOn", detail=detail, value=str(command.suspended_on)),))
    clock = stopped(found.clock, command.suspended_on, command.ground, reason)
    entry = entries.TimeLimitSuspended(
        **ticking.said(clock, clock.id, found.version, found.law),
        suspended_on=command.suspended_on,
        limit_ground=command.ground,
        limit_ground_title=row.title_nl,
        reason=reason,
    )

    async def change(tx: Any, at: datetime) -> None:
        await store.change(tx, found.snapshot.case.id, clock)

    return await ticking.write(found, entry, change, by, deps)
