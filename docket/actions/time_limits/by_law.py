"""What other chapters do to clocks within their own transaction: start, meet and strike them; the entries are for who calls to append."""

from datetime import date, datetime
from typing import Any

import msgspec

from docket import entries, life
from docket.access import Actor
from docket.actions.time_limits import ticking
from docket.actions.time_limits.start_time_limit import started
from docket.deps import Deps
from docket.life import Plan
from docket.store import time_limits as store
from docket.store.cases import Snapshot
from docket.time_limits import Clock, begun_by, computed, ended_by
from docket.transitions import Confidence, Paper
from routing import Start, least_sure

_OVER = "het onderzoek waarvoor hij liep, is voorbij"


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
    reason: str | None = None,
    confidence: Confidence = "sure",
) -> tuple[int, entries.Entry] | None:
    """
    Number of the clock with its entry; None where the law in force has no such limit.

    `confidence`: that it begins here; the clock is no surer than that.
    """
    limit = deps.law.law.time_limits.limits.get(limit_id)
    if limit is None or limit.dormant:
        return None
    answer = computed(limit, start, deps.law.law, deps.settings.closing_days(registry))
    clock = Clock(
        answer=msgspec.structs.replace(answer, confidence=least_sure([answer.confidence, confidence])),
        person=person,
        after_id=after_id,
        registry=registry,
        law_digest=deps.law.digest,
        reason=reason,
    )
    number = await store.start(tx, case_id, clock, at=at, by=by.code)
    return number, started(clock, number, version, deps.law.law, automatic=True)


async def follow(
    tx: Any, found: Snapshot, plan: Plan, paper: Paper | None, *, version: int, by: Actor, deps: Deps, at: datetime
) -> list[entries.Entry]:
    """What the events of a plan begin from the day of their paper, and strike once nobody stands where it runs any more."""
    law, report = deps.law.law, found.case.report
    known, after = await store.of_case(tx, found.case.id), []
    statuses = set(life.positions(plan.stands, life.pairs_of(report)).values())
    for clock in ended_by(statuses, known, law):
        after.append(await strike(tx, found.case.id, clock, _OVER, version=version, by=by, deps=deps, at=at))
    events = {event: {one.person for one in plan.moves if one.event == event} for event in {one.event for one in plan.moves}}
    if paper is None:
        return after
    for one in begun_by(events, paper.dated_on, report, law, known):
        start = Start(event=one.anchor, on=paper.dated_on)
        begun = await begin(
            tx,
            found.case.id,
            one.limit,
            start,
            version=version,
            by=by,
            deps=deps,
            at=at,
            person=one.person,
            reason=one.reason,
            confidence=one.confidence,
        )
        after += [begun[1]] if begun is not None else []
    return after


async def meet(tx: Any, case_id: int, clock: Clock, met_on: date, *, version: int, by: Actor, deps: Deps, at: datetime) -> entries.Entry:
    await store.close(tx, case_id, clock, "met", met_on=met_on, reason=None, at=at, by=by.code)
    law = (await deps.law_of(clock.law_digest)).law
    return entries.TimeLimitMet(**ticking.said(clock, clock.id, version, law), met_on=met_on, reason=None)


async def strike(tx: Any, case_id: int, clock: Clock, reason: str, *, version: int, by: Actor, deps: Deps, at: datetime) -> entries.Entry:
    await store.close(tx, case_id, clock, "struck", met_on=None, reason=reason, at=at, by=by.code)
    law = (await deps.law_of(clock.law_digest)).law
    return entries.TimeLimitStruck(**ticking.said(clock, clock.id, version, law), reason=reason)
