"""Time limits of a file: what runs, with its sum and second readings; started from an event, and met, moved and struck by acts."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

import msgspec
from litestar import Response, get, post
from msgspec import Meta

from docket.actions.time_limits.enter_limitation_act import EnterLimitationAct, enter_limitation_act
from docket.actions.time_limits.extend_time_limit import ExtendTimeLimit, extend_time_limit
from docket.actions.time_limits.meet_time_limit import MeetTimeLimit, meet_time_limit
from docket.actions.time_limits.resume_time_limit import ResumeTimeLimit, resume_time_limit
from docket.actions.time_limits.start_time_limit import StartTimeLimit, start_time_limit
from docket.actions.time_limits.strike_time_limit import StrikeTimeLimit, strike_time_limit
from docket.actions.time_limits.suspend_time_limit import SuspendTimeLimit, suspend_time_limit
from docket.actions.time_limits.ticking import ChangedTimeLimit
from docket.api import examples
from docket.api.answers import created, href, ok
from docket.api.cases import Code
from docket.api.decisions import Reason
from docket.api.handed import Actor, AnyRequest, CaseNumber, Deps, SeenVersion
from docket.api.once import once
from docket.api.opened import opened
from docket.api.operations import Answer, operation
from docket.api.reading import body_of, query_of
from docket.api.resources import Resource
from docket.clock import court_day
from docket.contract import ContractStruct
from docket.errors import BadInput, Issue
from docket.limitation import LimitationAct, acts_of
from docket.seisin import Barring, barrings
from docket.store import hearings, services, work_lists
from docket.store import time_limits as store
from docket.store.search import CaseView
from docket.time_limits import Clock
from docket.work_lists import PLACE_PATTERN, parse_place
from routing import Law, OtherReading, Start, SumStep, sum_of

RowId = Annotated[str, Meta(min_length=1, max_length=100)]
#: As a clock is numbered.
Number = Annotated[int, Meta(ge=1, le=999_999_999_999_999_999)]
#: In which the days of a clock lie.
YEARS = range(1900, 2200)
#: Longest page of the list over all files.
LONGEST_PAGE = 200


class TimeLimitStart(ContractStruct, frozen=True, kw_only=True):
    """What started a clock; its end is computed."""

    #: Id of a limit of the law in force, as `appeal`.
    limit: Code
    #: Left out = the usual event of that limit.
    event: Code | None = None
    #: The day of the event; left out where `startsAt` or `after` says it.
    starts_on: date | None = None
    #: For limits in hours.
    starts_at: datetime | None = None
    #: Id of a person and of an offence of the file; left out = the whole file.
    person: RowId | None = None
    offence: RowId | None = None
    #: How the event reached its person.
    notice: Literal["personal", "judicialLetter", "post", "receipt", "electronic", "abroad"] | None = None
    #: Where he lives, when that is abroad.
    residence: Literal["neighbour", "europe", "world"] | None = None
    #: A second day from which one may count.
    also_on: date | None = None
    #: A second instant, for limits in hours.
    also_at: datetime | None = None
    #: Number of the clock whose end starts this one.
    after: Number | None = None
    #: Number of the service that starts this one; a clock whose event is a service has no other beginning, and takes its day from there.
    service: Number | None = None
    #: Code of the court whose registry receives the act.
    registry: Code | None = None
    reason: Reason | None = None


class TimeLimitAct(ContractStruct, frozen=True, kw_only=True):
    """What is done to a clock."""

    time_limit: Number
    act: Literal["meet", "extend", "suspend", "resume", "strike"]
    #: The day of the act that met it, of the suspension or of the resumption, or the last day that a ruling names.
    on: date | None = None
    #: Id of a suspension or an extension of the law data.
    ground: Code | None = None
    #: Required but for `meet`.
    reason: Reason | None = None


class LimitationActGiven(ContractStruct, frozen=True, kw_only=True):
    """What interrupted or suspended the limitation of offences, or that it runs again."""

    #: `interruption`: only before 28 April 2024; `suspension`: art. 24 V.T.Sv.; `resumption`: ends a suspension that was entered as open.
    kind: Literal["interruption", "suspension", "resumption"]
    #: The day of the act, the first day of the standstill, or the day on which the limitation runs again.
    on: date
    #: The paper of the file that shows it.
    paper: Annotated[str, Meta(pattern=r"\S(.|\n)*", max_length=200)]
    #: Ids of offences of the file; left out = all that it has now.
    offences: tuple[RowId, ...] = ()
    #: Of an interruption.
    act: Literal["investigation", "prosecution"] | None = None
    #: Of a suspension: the law says so, or a legal obstacle bars bringing the action.
    ground: Literal["byLaw", "legalObstacle"] | None = None
    #: Of a suspension that is over: the day on which the limitation ran again.
    until: date | None = None
    #: Of a resumption: number of the entry of the suspension.
    suspension: Annotated[int, Meta(ge=1, le=2_147_483_647)] | None = None


class SecondReading(Resource, frozen=True, kw_only=True):
    reading: str
    #: Its number among the questions of the law data.
    number: int
    due_on: date
    due_at: datetime | None
    #: In Dutch.
    words: str
    confidence: str


class TimeLimitResource(Resource, frozen=True, kw_only=True):
    """A clock with its end and why."""

    time_limit: int
    limit: str
    title: str
    state: Literal["running", "suspended", "met", "struck"]
    event: str
    starts_on: date
    starts_at: datetime | None
    person: str | None
    offence: str | None
    #: Number of the service that it runs from.
    service: int | None
    #: lastDay: done by then; expires: a title or a measure ends then; firstDay: not before.
    says: Literal["lastDay", "expires", "firstDay"]
    due_on: date
    due_at: datetime | None
    #: The day to act on, whichever reading holds.
    alarm_on: date
    alarm_at: datetime | None
    overdue: bool
    #: The sum as codes with slots, and in Dutch.
    steps: tuple[SumStep, ...]
    sum: str
    second_readings: tuple[SecondReading, ...]
    citation: str
    source: str
    confidence: str
    suspended_on: date | None
    met_on: date | None
    reason: str | None
    law_digest: str
    started_at: datetime
    started_by: str


class LimitationResource(Resource, frozen=True, kw_only=True):
    """Limitation of one offence by one provision, computed on the facts as they stand and stored nowhere."""

    offence: str
    #: Suspects whose court was seised on another day than that of the others; empty = all of the offence.
    persons: tuple[str, ...]
    provision: str | None
    state: Literal["running", "stopped", "barred", "imprescriptible", "cannotTell"]
    why_open: tuple[str, ...]
    #: The trial court was seised, which ends the limitation for good where it was in time; null = it was not, or on a day not known.
    seised_on: date | None
    #: served: a summons to a trial court; moved: the event that brought them there; told: the report says it; unknown: they stand there.
    seised_by: Literal["served", "moved", "told", "unknown"] | None
    last_day: date | None
    last_day_at_latest: date | None
    #: A suspension stands open: the last day moves on with every day.
    suspended_since: date | None
    #: Other facts of the same offence that may be one continued offence with it (its own id where it lasted several days):
    #: then it runs from the last proven fact. A fact that is barred alone while a later one is not is `cannotTell` by `continuedOffence`.
    one_intent_with: tuple[str, ...]
    sum: str
    second_readings: tuple[OtherReading, ...]
    citation: str | None
    confidence: str


class LimitationActResource(Resource, frozen=True, kw_only=True):
    """What interrupted or suspended the limitation, as it was entered; struck through as any entry (`POST /cases/{caseNumber}/strikes`)."""

    #: Number of its entry.
    seq: int
    kind: Literal["interruption", "suspension"]
    #: The day of the act, or the first day on which the limitation stood still.
    on: date
    #: The day on which it ran again; null = it stands still, or it was an act.
    until: date | None
    act: str | None
    ground: str | None
    paper: str
    offences: tuple[str, ...]
    #: The file from which it came along with its offences.
    from_case: str | None
    entered_at: datetime
    entered_by: str
    #: Number of the entry that struck it through, and why; null = it counts.
    struck_by: int | None
    struck_reason: str | None


class EnteredLimitationActResource(Resource, frozen=True, kw_only=True):
    href: str
    case_number: str
    version: int
    #: Number of the entry.
    seq: int


class TimeLimitCollection(Resource, frozen=True, kw_only=True):
    #: What runs and ends first stands first; what is met or struck last.
    items: tuple[TimeLimitResource, ...]
    limitation: tuple[LimitationResource, ...]
    #: In the order of entry.
    limitation_acts: tuple[LimitationActResource, ...]


class SoonestLine(TimeLimitResource, frozen=True, kw_only=True):
    case_number: str
    href: str


class SoonestCollection(Resource, frozen=True, kw_only=True):
    items: tuple[SoonestLine, ...]
    #: For `after` of the next page; null = this is the last one.
    next: str | None


class SoonestQuery(ContractStruct, frozen=True, kw_only=True):
    page_size: Annotated[int, Meta(ge=1, le=LONGEST_PAGE, description="Clocks on a page.")] = work_lists.PAGE_ROWS
    after: Annotated[str, Meta(pattern=PLACE_PATTERN, description="`next` of the page before.")] | None = None


class ChangedTimeLimitResource(Resource, frozen=True, kw_only=True):
    href: str
    case_number: str
    version: int
    time_limit: int


@get(
    "/cases/{caseNumber:str}/time-limits",
    **operation(
        operation_id="listTimeLimits",
        tag="followUp",
        summary="Time limits of a file",
        description="Every clock with its sum, its article and the second reading beside it; and the limitation of each offence.",
        scope="cases:read",
        answers={
            200: Answer(description="What ends first, first.", body=TimeLimitCollection, example=examples.TIME_LIMITS, headers=("ETag",))
        },
        problems=(404,),
    ),
)
async def list_all(case_number: CaseNumber, actor: Actor, deps: Deps) -> Response[bytes]:
    found = await opened(case_number, actor, deps)
    now, law = deps.clock.now(), deps.law.law
    clocks = await store.of_case(deps.pool, found.case.id)
    body = TimeLimitCollection(
        items=tuple(TimeLimitResource(**_told(clock, law, now)) for clock in clocks),
        limitation=await _limitation(found, law, court_day(now), deps),
        limitation_acts=tuple(_limitation_act(act) for act in acts_of(found.entries)),
    )
    return ok(body)


@get(
    "/time-limits",
    **operation(
        operation_id="listSoonestTimeLimits",
        tag="followUp",
        summary="What has to be acted on first, over all files that you read",
        scope="cases:read",
        query=SoonestQuery,
        answers={
            200: Answer(description="By the day to act on.", body=SoonestCollection, example=examples.SOONEST_LIMITS, headers=("ETag",))
        },
    ),
)
async def list_soonest(request: AnyRequest, actor: Actor, deps: Deps) -> Response[bytes]:
    actor.require("readCase")
    query = query_of(request, SoonestQuery)
    now, law = deps.clock.now(), deps.law.law
    after = parse_place(query.after) if query.after else None
    found = await work_lists.time_limits(deps.pool, actor, "timeLimits", court_day(now), after, query.page_size)
    items = tuple(
        SoonestLine(
            **_told(item.clock, law, now), case_number=item.case.case_number, href=href("cases", item.case.case_number, "time-limits")
        )
        for item in found.items
    )
    return ok(SoonestCollection(items=items, next=str(found.next) if found.next else None))


@post(
    "/cases/{caseNumber:str}/time-limits",
    **operation(
        operation_id="startTimeLimit",
        tag="followUp",
        summary="Start a clock of a file",
        description="You give the event; the register computes the end by the law in force and keeps that law for this clock.",
        scope="cases:write",
        body=TimeLimitStart,
        body_example=examples.TIME_LIMIT_START,
        headers=("If-Match", "Idempotency-Key"),
        answers={
            201: Answer(
                description="Started.", body=ChangedTimeLimitResource, example=examples.CHANGED_TIME_LIMIT, headers=("Location", "ETag")
            )
        },
        problems=(404, 409, 412, 422, 428),
    ),
)
@once
async def start(request: AnyRequest, case_number: CaseNumber, version: SeenVersion, actor: Actor, deps: Deps) -> Response[bytes]:
    given = await body_of(request, TimeLimitStart)
    command = StartTimeLimit(
        case_number=case_number,
        version=version,
        limit=given.limit,
        start=_start(given, deps.law.law),
        person=given.person,
        offence=given.offence,
        after=given.after,
        service=given.service,
        registry=given.registry,
        reason=given.reason,
    )
    done = await start_time_limit(command, actor, deps)
    return created(_changed(done), href("cases", case_number, "time-limits"), version=done.version)


@post(
    "/cases/{caseNumber:str}/time-limit-acts",
    status_code=200,
    **operation(
        operation_id="changeTimeLimit",
        tag="followUp",
        summary="Meet, extend, suspend, resume or strike a clock",
        scope="cases:write",
        body=TimeLimitAct,
        body_example=examples.TIME_LIMIT_ACT,
        headers=("If-Match", "Idempotency-Key"),
        answers={200: Answer(description="Done.", body=ChangedTimeLimitResource, example=examples.CHANGED_TIME_LIMIT, headers=("ETag",))},
        problems=(404, 409, 412, 422, 428),
    ),
)
@once
async def change(request: AnyRequest, case_number: CaseNumber, version: SeenVersion, actor: Actor, deps: Deps) -> Response[bytes]:
    given = await body_of(request, TimeLimitAct)
    number, reason, ground = given.time_limit, given.reason or "", given.ground or ""
    match given.act:
        case "meet":
            met = MeetTimeLimit(case_number=case_number, version=version, time_limit=number, met_on=_on(given), reason=given.reason)
            done = await meet_time_limit(met, actor, deps)
        case "extend":
            longer = ExtendTimeLimit(
                case_number=case_number, version=version, time_limit=number, ground=ground, reason=reason, day=given.on
            )
            done = await extend_time_limit(longer, actor, deps)
        case "suspend":
            stop = SuspendTimeLimit(
                case_number=case_number, version=version, time_limit=number, suspended_on=_on(given), ground=ground, reason=reason
            )
            done = await suspend_time_limit(stop, actor, deps)
        case "resume":
            go_on = ResumeTimeLimit(case_number=case_number, version=version, time_limit=number, resumed_on=_on(given), reason=reason)
            done = await resume_time_limit(go_on, actor, deps)
        case _:
            struck = StrikeTimeLimit(case_number=case_number, version=version, time_limit=number, reason=reason)
            done = await strike_time_limit(struck, actor, deps)
    return ok(_changed(done), version=done.version)


@post(
    "/cases/{caseNumber:str}/limitation-acts",
    **operation(
        operation_id="enterLimitationAct",
        tag="followUp",
        summary="Enter what interrupted or suspended the limitation of offences",
        description="Its entry is read back under `limitationActs` of the time limits of the file; one made in error is struck through.",
        scope="cases:write",
        body=LimitationActGiven,
        body_example=examples.LIMITATION_ACT,
        headers=("If-Match", "Idempotency-Key"),
        answers={
            201: Answer(
                description="Entered.",
                body=EnteredLimitationActResource,
                example=examples.ENTERED_LIMITATION_ACT,
                headers=("Location", "ETag"),
            )
        },
        problems=(404, 409, 412, 422, 428),
    ),
)
@once
async def enter_act(request: AnyRequest, case_number: CaseNumber, version: SeenVersion, actor: Actor, deps: Deps) -> Response[bytes]:
    given = await body_of(request, LimitationActGiven)
    command = EnterLimitationAct(case_number=case_number, version=version, **msgspec.structs.asdict(given))
    done = await enter_limitation_act(command, actor, deps)
    where = href("cases", case_number, "time-limits")
    body = EnteredLimitationActResource(href=where, case_number=done.case_number, version=done.version, seq=done.seq)
    return created(body, where, version=done.version)


def _start(given: TimeLimitStart, law: Law) -> Start:
    row = law.time_limits.limits.get(given.limit)
    at = given.starts_at
    _require_countable(("/startsOn", given.starts_on), ("/startsAt", at), ("/alsoOn", given.also_on), ("/alsoAt", given.also_at))
    on = given.starts_on or (court_day(at) if at is not None else None)
    if on is None and given.after is None and given.service is None:
        detail = "Geef de dag van de gebeurtenis, haar tijdstip, de betekening, of de termijn waarop deze volgt."
        raise BadInput(issues=(Issue(type="requiredInput", name="/startsOn", detail=detail),))
    event = given.event or (row.anchors[0] if row is not None else "")
    return Start(
        event=event,
        # After another clock its end takes the place of this day, and after a service the day of that one.
        on=on or date.min,
        at=at if row is not None and row.in_hours else None,
        notice=given.notice,
        residence=given.residence,
        also_on=given.also_on,
        also_at=given.also_at,
    )


def _on(given: TimeLimitAct) -> date:
    if given.on is None:
        raise BadInput(issues=(Issue(type="requiredInput", name="/on", detail="Geef de dag waarop dat gebeurde."),))
    _require_countable(("/on", given.on))
    return given.on


def _require_countable(*days: tuple[str, date | datetime | None]) -> None:
    """A term counts on from its day, so that the end of the calendar is no day to start from."""
    detail = f"Een termijn loopt van of tot een dag in de jaren {YEARS.start} tot {YEARS.stop - 1}."
    issues = tuple(
        Issue(type="outOfRange", name=name, detail=detail, value=str(day))
        for name, day in days
        if day is not None and day.year not in YEARS
    )
    if issues:
        raise BadInput(issues=issues)


def _changed(done: ChangedTimeLimit) -> ChangedTimeLimitResource:
    return ChangedTimeLimitResource(
        href=href("cases", done.case_number, "time-limits"), case_number=done.case_number, version=done.version, time_limit=done.time_limit
    )


def _told(clock: Clock, law: Law, now: datetime) -> dict[str, Any]:
    answer = clock.answer
    return {
        "time_limit": clock.id,
        "limit": answer.limit,
        "title": law.title(f"limit/{answer.limit}") or answer.limit,
        "state": clock.state,
        "event": answer.start.event,
        "starts_on": answer.start.on,
        "starts_at": answer.start.at,
        "person": clock.person,
        "offence": clock.offence,
        "service": clock.service_id,
        "says": answer.says,
        "due_on": answer.due_on,
        "due_at": answer.due_at,
        "alarm_on": answer.alarm_on,
        "alarm_at": answer.alarm_at,
        "overdue": clock.overdue(now, court_day(now)),
        "steps": answer.steps,
        "sum": sum_of(answer.steps, law),
        "second_readings": tuple(_reading(one, law) for one in answer.other),
        "citation": answer.citation,
        "source": answer.source,
        "confidence": answer.confidence,
        "suspended_on": clock.suspended_on,
        "met_on": clock.met_on,
        "reason": clock.reason,
        "law_digest": clock.law_digest,
        "started_at": clock.started_at,
        "started_by": clock.started_by,
    }


def _reading(one: OtherReading, law: Law) -> SecondReading:
    row = law.time_limits.readings.get(one.reading)
    return SecondReading(
        reading=one.reading,
        number=row.number if row is not None else 0,
        due_on=one.due_on,
        due_at=one.due_at,
        words=row.other_nl if row is not None else "",
        confidence=row.confidence if row is not None else "unverified",
    )


async def _limitation(found: CaseView, law: Law, today: date, deps: Deps) -> tuple[LimitationResource, ...]:
    heard, served = await hearings.of_case(deps.pool, found.case.id), await services.of_case(deps.pool, found.case.id)
    rows = barrings(found, law, today, hearings=heard, services=served)
    return tuple(_limitation_resource(row, law) for row in rows)


def _limitation_act(act: LimitationAct) -> LimitationActResource:
    return LimitationActResource(
        seq=act.seq,
        kind=act.kind,
        on=act.on,
        until=act.until,
        act=act.what if act.kind == "interruption" else None,
        ground=act.what if act.kind == "suspension" else None,
        paper=act.paper,
        offences=act.offences,
        from_case=act.from_case,
        entered_at=act.entered_at,
        entered_by=act.entered_by,
        struck_by=act.struck_by,
        struck_reason=act.struck_reason,
    )


def _limitation_resource(row: Barring, law: Law) -> LimitationResource:
    answer, seisin = row.answer, row.seisin
    return LimitationResource(
        offence=row.offence.id or "",
        persons=row.persons,
        provision=answer.provision,
        state=answer.state,
        why_open=answer.why_open,
        seised_on=seisin.on if seisin is not None else None,
        seised_by=seisin.how if seisin is not None else None,
        last_day=answer.last_day,
        last_day_at_latest=answer.last_day_at_latest,
        suspended_since=row.suspended_since,
        one_intent_with=row.one_intent_with,
        sum=sum_of(answer.steps, law),
        second_readings=answer.other,
        citation=answer.citation,
        confidence=answer.confidence,
    )
