"""Start a clock of a file from its event; it is computed here and never typed."""

from typing import Any

import msgspec

from docket import entries
from docket.access import Actor
from docket.actions import redeciding
from docket.actions.time_limits.ticking import ChangedTimeLimit, said
from docket.deps import Deps
from docket.errors import BadInput, Issue
from docket.store import entries as docket_entries
from docket.store import time_limits as store
from docket.store.cases import Snapshot
from docket.time_limits import Clock, computed, from_report
from routing import Start, TimeLimit


class StartTimeLimit(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    #: Id of a limit of the law data.
    limit: str
    start: Start
    #: Ids of a person and of an offence of the file; None = of the whole file.
    person: str | None = None
    offence: str | None = None
    #: Number of the clock whose end starts this one: its last day is then the event.
    after: int | None = None
    #: Code of the court whose registry receives the act.
    registry: str | None = None
    reason: str | None = None


async def start_time_limit(command: StartTimeLimit, by: Actor, deps: Deps) -> ChangedTimeLimit:
    """The law in force computes it, by the wording of the day of the event; that law stays the law of this clock."""
    found = await redeciding.find(command.case_number, "keepTimeLimits", by, deps)
    await redeciding.require_version(found, command.version, deps)
    limit = _limit(command, found, deps)
    start = await _start(command, found, limit, deps)
    closed = deps.settings.closing_days(command.registry)
    new = Clock(
        answer=computed(limit, start, deps.law.law, closed),
        person=command.person,
        offence=command.offence,
        after_id=command.after,
        registry=command.registry,
        law_digest=deps.law.digest,
        reason=command.reason,
    )
    at = deps.clock.now()
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        number = await store.start(tx, found.case.id, new, at=at, by=by.code)
        entry = started(new, number, found.case.version + 1, deps, automatic=False)
        await redeciding.enter(tx, found, entry, by, at)
    return ChangedTimeLimit(case_number=found.case.case_number, version=found.case.version + 1, time_limit=number)


async def start_from_report(tx: Any, case_id: int, report: Any, version: int, by: Actor, deps: Deps) -> None:
    """In the transaction of a registration or a later report: the 48 hours run by law, whoever looks; a clerk strikes what is wrong."""
    if not any(person.arrested_at for person in report.persons):
        return
    at = deps.clock.now()
    known = await store.of_case(tx, case_id)
    for new in from_report(report, deps.law.law, deps.law.digest, at, known):
        number = await store.start(tx, case_id, new, at=at, by=by.code)
        entry = started(new, number, version, deps, automatic=True)
        await docket_entries.append(tx, case_id, kind=entries.kind_of(entry), content=entry, by=by.code, at=at)


def started(clock: Clock, number: int, version: int, deps: Deps, *, automatic: bool) -> entries.TimeLimitStarted:
    begun = clock.answer.start
    return entries.TimeLimitStarted(
        **said(clock, number, version, deps.law.law),
        event=begun.event,
        starts_on=begun.on,
        starts_at=begun.at,
        answer=clock.answer,
        law_digest=clock.law_digest,
        automatic=automatic,
        reason=clock.reason,
    )


def _limit(command: StartTimeLimit, found: Snapshot, deps: Deps) -> TimeLimit:
    rows = deps.law.law.time_limits
    limit = rows.limits.get(command.limit)
    issues = []
    if limit is None or limit.dormant:
        detail = "Deze termijn is er niet in het geldend recht; kies een termijn uit de lijst."
        issues.append(Issue(type="invalidInput", name="/limit", detail=detail, value=command.limit))
    report = found.case.report
    if command.person is not None and command.person not in {row.id for row in report.persons}:
        detail = "Deze persoon staat niet in het dossier; kies een persoon van het dossier."
        issues.append(Issue(type="invalidInput", name="/person", detail=detail, value=command.person))
    if command.offence is not None and command.offence not in {row.id for row in report.offences}:
        detail = "Dit feit staat niet in het dossier; kies een feit van het dossier."
        issues.append(Issue(type="invalidInput", name="/offence", detail=detail, value=command.offence))
    if command.registry is not None and command.registry not in deps.law.law.courts:
        detail = "Deze rechtbank bestaat niet; kies een code uit de lijst van rechtbanken."
        issues.append(Issue(type="invalidInput", name="/registry", detail=detail, value=command.registry))
    if issues or limit is None:
        raise BadInput(issues=tuple(issues))
    return limit


async def _start(command: StartTimeLimit, found: Snapshot, limit: TimeLimit, deps: Deps) -> Start:
    """After another clock the event is its end, and its end before it rolled is the second day from which one may count."""
    if command.after is None:
        return command.start
    clock = next((one for one in await store.of_case(deps.pool, found.case.id) if one.id == command.after), None)
    if clock is None or clock.state == "struck" or clock.answer.limit != limit.after:
        detail = "Deze termijn volgt niet op die andere termijn van het dossier; kies de termijn waarop hij volgt, of geef zelf de dag."
        raise BadInput(issues=(Issue(type="invalidInput", name="/after", detail=detail, value=str(command.after)),))
    answer = clock.answer
    also = answer.unrolled_on if answer.unrolled_on != answer.due_on else None
    return msgspec.structs.replace(command.start, on=answer.due_on, at=None, also_on=also)
