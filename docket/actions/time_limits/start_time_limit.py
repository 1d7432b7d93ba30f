"""Start a clock of a file from its event; it is computed here and never typed."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import msgspec

from docket import entries
from docket.access import Actor
from docket.actions import redeciding
from docket.actions.time_limits.ticking import ChangedTimeLimit, said
from docket.contract import Person, Report
from docket.deps import Deps
from docket.errors import BadInput, Issue
from docket.judgments import Judgment, opened, stages_served
from docket.services import FROM_SERVICE, KNOWLEDGE, Service, limits_of, may_start
from docket.store import entries as docket_entries
from docket.store import judgments, services
from docket.store import time_limits as store
from docket.store.cases import Snapshot
from docket.time_limits import Clock, computed, from_report
from routing import Law, Start, TimeLimit


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
    #: Number of the service that starts it: its day is then the event. A clock whose event is a service has no other beginning.
    service: int | None = None
    #: Code of the court whose registry receives the act.
    registry: str | None = None
    reason: str | None = None


async def start_time_limit(command: StartTimeLimit, by: Actor, deps: Deps) -> ChangedTimeLimit:
    """The law in force computes it, by the wording of the day of the event; that law stays the law of this clock."""
    found = await redeciding.find(command.case_number, "keepTimeLimits", by, deps)
    await redeciding.require_version(found, command.version, deps)
    limit = _limit(command, found, deps)
    service = await _service(command, found, limit, deps)
    start = await _start(command, found, limit, service, deps)
    closed = deps.settings.closing_days(command.registry)
    new = Clock(
        answer=computed(limit, start, deps.law.law, closed),
        person=command.person or (service.person if service else None),
        offence=command.offence,
        service_id=command.service,
        after_id=command.after,
        registry=command.registry,
        law_digest=deps.law.digest,
        reason=command.reason,
    )
    at = deps.clock.now()
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        number = await store.start(tx, found.case.id, new, at=at, by=by.code)
        entry = started(new, number, found.case.version + 1, deps.law.law, automatic=False)
        await redeciding.enter(tx, found, entry, by, at)
    return ChangedTimeLimit(case_number=found.case.case_number, version=found.case.version + 1, time_limit=number)


async def follow_report(
    tx: Any, case_id: int, report: Report, version: int, by: Actor, deps: Deps, *, before: Report | None = None
) -> None:
    """
    In the transaction of a registration, an amendment or a later report: the 48 hours run by law, whoever looks.

    They start anew at a corrected hour and end with the arrest, each by an entry; a clerk strikes what is wrong.
    """
    if not any(person.arrested_at for person in (*report.persons, *(before.persons if before else ()))):
        return
    at, law = deps.clock.now(), deps.law.law
    found = from_report(report, law, deps.law.digest, at, await store.of_case(tx, case_id), before)
    made: list[entries.Entry] = []
    for clock, reason in found.struck:
        await store.close(tx, case_id, clock, "struck", met_on=None, reason=reason, at=at, by=by.code)
        began_under = (await deps.law_of(clock.law_digest)).law
        made.append(entries.TimeLimitStruck(**said(clock, clock.id, version, began_under), reason=reason))
    for new in found.begun:
        number = await store.start(tx, case_id, new, at=at, by=by.code)
        made.append(started(new, number, version, law, automatic=True))
    for entry in made:
        await docket_entries.append(tx, case_id, kind=entries.kind_of(entry), content=entry, by=by.code, at=at)


async def start_from_service(
    tx: Any, found: Snapshot, service: Service, version: int, by: Actor, deps: Deps, at: datetime
) -> tuple[entries.TimeLimitStarted, ...]:
    """In the transaction of a service that was done: what runs from it by law; the entries are for who calls to append."""
    law = deps.law.law
    person = next((one for one in found.case.report.persons if one.id == service.person), None)
    role = person.role if person else None
    known = await judgments.of_case(tx, found.case.id)
    begun = []
    on = service.served_on or service.asked_on
    for code in limits_of(service.act, role, law, on, opened(service, role, known, law)):
        limit = law.time_limits.limits.get(code)
        event = next((anchor for anchor in limit.anchors if anchor in FROM_SERVICE), None) if limit is not None else None
        if limit is None or limit.dormant or event is None:
            continue
        closed = deps.settings.closing_days(service.court)
        new = Clock(
            answer=computed(limit, _from(service, event, limit, person, law), law, closed),
            person=service.person,
            service_id=service.id,
            registry=service.court,
            law_digest=deps.law.digest,
        )
        number = await store.start(tx, found.case.id, new, at=at, by=by.code)
        begun.append(started(new, number, version, law, automatic=True))
        begun += await _chained(tx, found, service, known, msgspec.structs.replace(new, id=number), version, by, deps, at)
    return tuple(begun)


async def _chained(
    tx: Any,
    found: Snapshot,
    service: Service,
    known: Sequence[Judgment],
    first: Clock,
    version: int,
    by: Actor,
    deps: Deps,
    at: datetime,
) -> list[entries.TimeLimitStarted]:
    """What runs from the end of the clock that just started, where a judgment on this person waits for it: cassation after a default."""
    law, begun = deps.law.law, []
    ends, unrolled = first.answer.due_on, first.answer.unrolled_on
    waiting = {
        (clock.limit_id, clock.event)
        for judgment in known
        if judgment.stands and judgment.pronounced_on <= first.answer.start.on
        for clock in judgment.clocks
        if clock.person == service.person and clock.waived_on is None
    }
    for code, event in sorted(waiting):
        limit = law.time_limits.limits.get(code)
        if limit is None or limit.dormant or limit.after != first.answer.limit or event not in limit.anchors:
            continue
        start = Start(event=event, on=ends, also_on=unrolled if unrolled != ends else None)
        new = Clock(
            answer=computed(limit, start, law, deps.settings.closing_days(service.court)),
            person=service.person,
            after_id=first.id,
            service_id=service.id,
            registry=service.court,
            law_digest=deps.law.digest,
        )
        number = await store.start(tx, found.case.id, new, at=at, by=by.code)
        begun.append(started(new, number, version, law, automatic=True))
    return begun


def started(clock: Clock, number: int, version: int, law: Law, *, automatic: bool) -> entries.TimeLimitStarted:
    begun = clock.answer.start
    return entries.TimeLimitStarted(
        **said(clock, number, version, law),
        event=begun.event,
        starts_on=begun.on,
        starts_at=begun.at,
        answer=clock.answer,
        law_digest=clock.law_digest,
        automatic=automatic,
        from_service=clock.service_id,
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


async def _service(command: StartTimeLimit, found: Snapshot, limit: TimeLimit, deps: Deps) -> Service | None:
    """
    The service that the clock runs from.

    Raises BadInput where its event is a service and none is named, or one that was not done or does not start this limit.
    """
    event = command.start.event
    if event not in FROM_SERVICE and event != KNOWLEDGE:
        if command.service is not None:
            detail = "Deze gebeurtenis is geen betekening; laat de betekening leeg."
            raise BadInput(issues=(Issue(type="invalidInput", name="/service", detail=detail, value=command.service),))
        return None
    if command.service is None:
        detail = "Deze termijn loopt vanaf een betekening: schrijf in dat ze gedaan is, met haar bewijs, en kies die betekening."
        raise BadInput(issues=(Issue(type="requiredInput", name="/service", detail=detail),))
    service = next((one for one in await services.of_case(deps.pool, found.case.id) if one.id == command.service), None)
    if service is None or service.state != "done" or not may_start(service.act, limit.id):
        detail = "Kies een betekening van dit dossier die gedaan is, van een akte waaruit deze termijn loopt."
        raise BadInput(issues=(Issue(type="invalidInput", name="/service", detail=detail, value=command.service),))
    _require_opened(service, limit, await judgments.of_case(deps.pool, found.case.id), found, deps.law.law)
    if command.person not in (None, service.person):
        detail = f"Deze betekening was aan {service.person}; kies die persoon."
        raise BadInput(issues=(Issue(type="invalidInput", name="/person", detail=detail, value=command.person),))
    if event == KNOWLEDGE and command.start.on < (service.served_on or date.max):
        detail = "De kennis van een betekening komt niet voor de betekening zelf."
        raise BadInput(issues=(Issue(type="outOfRange", name="/startsOn", detail=detail, value=str(command.start.on)),))
    return service


def _require_opened(service: Service, limit: TimeLimit, known: Sequence[Judgment], found: Snapshot, law: Law) -> None:
    """Raises BadInput where the stage of the judgment that was served does not open this limit to whom it was served on."""
    role = next((one.role for one in found.case.report.persons if one.id == service.person), None)
    open_ = opened(service, role, known, law)
    on = service.served_on or service.asked_on
    if role is None or open_ is None or limit.id in limits_of(service.act, role, law, on, open_):
        return
    stages = " en ".join(sorted(law.title(f"stage/{stage}") or stage for stage in stages_served(service, known, law)[0]))
    detail = f"Na dit vonnis of arrest ({stages}) loopt deze termijn voor {service.person} niet; kies een andere termijn of betekening."
    raise BadInput(issues=(Issue(type="invalidInput", name="/limit", detail=detail, value=limit.id),))


def _from(service: Service, event: str, limit: TimeLimit, person: Person | None, law: Law) -> Start:
    begun = service.start(event, person, law)
    return begun if limit.in_hours else msgspec.structs.replace(begun, at=None)


async def _start(command: StartTimeLimit, found: Snapshot, limit: TimeLimit, service: Service | None, deps: Deps) -> Start:
    """
    From a service the event is its day; after another clock it is its end.

    The end of that clock before it rolled is the second day from which one may count.
    """
    if service is not None and command.start.event != KNOWLEDGE:
        person = next((one for one in found.case.report.persons if one.id == service.person), None)
        return _from(service, command.start.event, limit, person, deps.law.law)
    if command.after is None:
        return command.start
    clock = next((one for one in await store.of_case(deps.pool, found.case.id) if one.id == command.after), None)
    if clock is None or clock.state == "struck" or clock.answer.limit != limit.after:
        detail = "Deze termijn volgt niet op die andere termijn van het dossier; kies de termijn waarop hij volgt, of geef zelf de dag."
        raise BadInput(issues=(Issue(type="invalidInput", name="/after", detail=detail, value=str(command.after)),))
    answer = clock.answer
    also = answer.unrolled_on if answer.unrolled_on != answer.due_on else None
    return msgspec.structs.replace(command.start, on=answer.due_on, at=None, also_on=also)
