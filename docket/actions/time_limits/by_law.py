"""What other chapters do to clocks within their own transaction: start, meet and strike them; the entries are for who calls to append."""

from datetime import date, datetime
from typing import Any

from docket import entries
from docket.access import Actor
from docket.actions.time_limits import ticking
from docket.actions.time_limits.start_time_limit import started
from docket.deps import Deps
from docket.store import time_limits as store
from docket.time_limits import Clock, computed
from routing import Start


async def begin(
    tx: Any,
    case_id: int,
    limit_id: str,
    start: Start,
    *,
    version: int,
    by: Actor,
    deps: Deps,
    at: datetime,
    person: str | None = None,
    registry: str | None = None,
    after_id: int | None = None,
) -> tuple[int, entries.Entry] | None:
    """Number of the clock with its entry; None where the law in force has no such limit."""
    limit = deps.law.law.time_limits.limits.get(limit_id)
    if limit is None or limit.dormant:
        return None
    clock = Clock(
        answer=computed(limit, start, deps.law.law, deps.settings.closing_days(registry)),
        person=person,
        after_id=after_id,
        registry=registry,
        law_digest=deps.law.digest,
    )
    number = await store.start(tx, case_id, clock, at=at, by=by.code)
    return number, started(clock, number, version, deps.law.law, automatic=True)


async def meet(tx: Any, case_id: int, clock: Clock, met_on: date, *, version: int, by: Actor, deps: Deps, at: datetime) -> entries.Entry:
    await store.close(tx, case_id, clock, "met", met_on=met_on, reason=None, at=at, by=by.code)
    law = (await deps.law_of(clock.law_digest)).law
    return entries.TimeLimitMet(**ticking.said(clock, clock.id, version, law), met_on=met_on, reason=None)


async def strike(tx: Any, case_id: int, clock: Clock, reason: str, *, version: int, by: Actor, deps: Deps, at: datetime) -> entries.Entry:
    await store.close(tx, case_id, clock, "struck", met_on=None, reason=reason, at=at, by=by.code)
    law = (await deps.law_of(clock.law_digest)).law
    return entries.TimeLimitStruck(**ticking.said(clock, clock.id, version, law), reason=reason)
