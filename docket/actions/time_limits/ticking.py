"""What the verbs about one clock share: find it, compare the version, write it with its entry."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

import msgspec

from docket import entries
from docket.access import Action, Actor
from docket.actions import redeciding
from docket.deps import Deps
from docket.errors import NotFound, StateForbids
from docket.store import time_limits as store
from docket.store.cases import Snapshot
from docket.time_limits import Clock, TimeLimitState
from routing import Law

_STATES_NL: dict[TimeLimitState, str] = {
    "running": "loopt",
    "suspended": "is geschorst",
    "met": "is nageleefd",
    "struck": "is geschrapt",
}


class ChangedTimeLimit(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    time_limit: int


class Found(msgspec.Struct, frozen=True, kw_only=True):
    snapshot: Snapshot
    clock: Clock
    #: Under which the clock was started.
    law: Law

    @property
    def version(self) -> int:
        """Of the file once this is written."""
        return self.snapshot.case.version + 1


async def find(
    case_number: str, action: Action, version: int | None, time_limit: int, states: tuple[TimeLimitState, ...], by: Actor, deps: Deps
) -> Found:
    """The clock of a file that the actor may change, in one of these states; raises NotFound, Stale or StateForbids."""
    snapshot = await redeciding.find(case_number, action, by, deps)
    await redeciding.require_version(snapshot, version, deps)
    clock = next((one for one in await store.of_case(deps.pool, snapshot.case.id) if one.id == time_limit), None)
    if clock is None:
        raise NotFound
    if clock.state not in states:
        raise StateForbids(f"Deze termijn {_STATES_NL[clock.state]}; dat kan enkel met een termijn die {_or(states)}.")
    return Found(snapshot=snapshot, clock=clock, law=(await deps.law_of(clock.law_digest)).law)


async def write(
    found: Found, entry: entries.Entry, change: Callable[[Any, datetime], Awaitable[None]], by: Actor, deps: Deps
) -> ChangedTimeLimit:
    """One transaction: the version, the clock, the entry."""
    at = deps.clock.now()
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found.snapshot)
        await change(tx, at)
        await redeciding.enter(tx, found.snapshot, entry, by, at)
    return ChangedTimeLimit(case_number=found.snapshot.case.case_number, version=found.version, time_limit=found.clock.id)


def said(clock: Clock, time_limit: int, version: int, law: Law) -> dict[str, Any]:
    """What every entry about a clock says of it."""
    answer = clock.answer
    return {
        "version": version,
        "time_limit": time_limit,
        "limit": answer.limit,
        "limit_title": law.title(f"limit/{answer.limit}") or answer.limit,
        "person": clock.person,
        "offence": clock.offence,
        "due_on": answer.due_on,
        "due_at": answer.due_at,
    }


def _or(states: tuple[TimeLimitState, ...]) -> str:
    return " of ".join(_STATES_NL[state] for state in states)
