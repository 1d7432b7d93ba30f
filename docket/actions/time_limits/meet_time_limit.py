"""Say that what a clock waits for was done, and on which day."""

from datetime import date, datetime
from typing import Any

import msgspec

from docket import entries
from docket.access import Actor
from docket.actions.time_limits import ticking
from docket.actions.time_limits.ticking import ChangedTimeLimit
from docket.clock import court_day
from docket.deps import Deps
from docket.errors import BadInput, Issue
from docket.store import time_limits as store


class MeetTimeLimit(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    time_limit: int
    met_on: date
    reason: str | None = None


async def meet_time_limit(command: MeetTimeLimit, by: Actor, deps: Deps) -> ChangedTimeLimit:
    """`keepTimeLimits`: an act of today or earlier; one that came too late is entered all the same, with its day."""
    found = await ticking.find(
        command.case_number, "keepTimeLimits", command.version, command.time_limit, ("running", "suspended"), by, deps
    )
    if command.met_on > court_day(deps.clock.now()):
        detail = "Die dag is nog niet gekomen; schrijf in wat gedaan is."
        raise BadInput(issues=(Issue(type="outOfRange", name="/metOn", detail=detail, value=str(command.met_on)),))
    entry = entries.TimeLimitMet(
        **ticking.said(found.clock, found.clock.id, found.version, found.law), met_on=command.met_on, reason=command.reason
    )

    async def change(tx: Any, at: datetime) -> None:
        await store.close(tx, found.snapshot.case.id, found.clock, "met", met_on=command.met_on, reason=command.reason, at=at, by=by.code)

    return await ticking.write(found, entry, change, by, deps)
