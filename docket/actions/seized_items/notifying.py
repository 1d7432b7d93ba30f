"""The limits that run by law from a decision on a seized item: begun with it, struck when no decision of that day stands any more."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from docket import entries
from docket.access import Actor
from docket.actions import redeciding
from docket.actions.time_limits import by_law
from docket.deps import Deps
from docket.seized_items import BY_DECISION, SeizedItem, limits_by_law
from docket.store import time_limits
from docket.store.cases import Snapshot
from routing import Law, Start


async def follow(
    tx: Any, found: Snapshot, before: Sequence[SeizedItem], after: Sequence[SeizedItem], by: Actor, deps: Deps, at: datetime
) -> tuple[int, ...]:
    """
    Of the items of a file as they stood and as they stand now; each clock has its entry.

    A limit of the file runs once for all decisions of one day. What a person met, moved or struck is left as he left it. Answers the
    numbers of the clocks that began.
    """
    law, version = deps.law.law, found.case.version + 1
    ran, runs = _running(before, law), _running(after, law)
    clocks = [one for one in await time_limits.of_case(tx, found.case.id) if one.answer.start.event == BY_DECISION]
    lines: list[entries.Entry] = []
    begun = []
    for limit, on in sorted(runs - ran):
        if any((one.answer.limit, one.answer.start.on) == (limit, on) and one.open for one in clocks):
            continue
        started = await by_law.begin(tx, found.case.id, limit, Start(event=BY_DECISION, on=on), version=version, by=by, deps=deps, at=at)
        if started is not None:
            begun.append(started[0])
            lines.append(started[1])
    reason = "de beslissing waarvan deze termijn liep, geldt niet meer"
    for clock in clocks:
        if clock.open and (clock.answer.limit, clock.answer.start.on) in ran - runs:
            lines.append(await by_law.strike(tx, found.case.id, clock, reason, version=version, by=by, deps=deps, at=at))
    for line in lines:
        await redeciding.enter(tx, found, line, by, at)
    return tuple(begun)


def _running(items: Sequence[SeizedItem], law: Law) -> set[tuple[str, date]]:
    decided = [item.decided for item in items if item.decided is not None]
    return {
        (limit, one.on) for one in decided if one.decision is not None and one.on is not None for limit in limits_by_law(one.decision, law)
    }
