"""Chambers, hearings and who is to be told of them; registries enter those of their own court."""

from datetime import UTC, date, datetime, time
from typing import Annotated, Any, Literal

import msgspec
from litestar import Response, get, post, put
from msgspec import Meta

from docket.actions.contacts.mark_told import MarkTold, mark_told
from docket.actions.hearings.booking import Wanted
from docket.actions.hearings.cancel_hearing import CancelHearing, cancel_hearing
from docket.actions.hearings.keep_chamber import KeepChamber, KeepSitting, keep_chamber
from docket.actions.hearings.move_hearing import MoveHearing, move_hearing
from docket.actions.hearings.propose_hearings import ProposeHearings, propose_hearings
from docket.actions.hearings.set_hearing import SetHearing, set_hearing
from docket.actions.papers import rolls
from docket.api import examples
from docket.api.answers import created, href, ok
from docket.api.cases import Code
from docket.api.decisions import Reason
from docket.api.documents import WORD
from docket.api.handed import Actor, AnyRequest, CaseNumber, ChamberId, Deps, HearingId, RollDay, RowId, SeenVersion
from docket.api.once import once
from docket.api.opened import opened
from docket.api.operations import Answer, operation
from docket.api.reading import body_of, idempotency_key_of, query_of
from docket.api.resources import ChangedCase, Resource, changed_case
from docket.clock import COURT_ZONE
from docket.contract import ContractStruct
from docket.errors import NotFound
from docket.hearings import ChamberSaid, HearingKind, HearingState, SummonsCode
from docket.store import hearings, telling
from docket.telling import ToldAct, ToldHow, ToldRole, ToldState
from routing import sum_of

Hour = Annotated[str, Meta(pattern=r"^([01]\d|2[0-3]):[0-5]\d$", description="HH:MM in court time.", examples=["09:00"])]


class ChamberDays(ContractStruct, frozen=True, kw_only=True):
    #: ISO weekdays: 1 = Monday, 5 = Friday.
    weekdays: Annotated[tuple[Annotated[int, Meta(ge=1, le=5)], ...], Meta(min_length=1, max_length=5)]
    starts_at: Hour
    #: Files a sitting.
    capacity: Annotated[int, Meta(ge=1, le=500)]


class NewChamber(ChamberDays, frozen=True, kw_only=True):
    court: Code
    name: Annotated[str, Meta(pattern=r"^\S(.{0,58}\S)?$", examples=["AC4"])]
    kind: HearingKind


class ChangedChamber(ChamberDays, frozen=True, kw_only=True):
    #: The version that the caller saw.
    version: Annotated[int, Meta(ge=1, le=1_000_000)]
    #: It sits no more; hearings that are set stay.
    closed: bool = False


class SittingDay(ContractStruct, frozen=True, kw_only=True):
    """One day of a chamber that differs from the others."""

    day: date
    starts_at: Hour
    #: 0 = it does not sit.
    capacity: Annotated[int, Meta(ge=0, le=500)]


class HearingPlace(ContractStruct, frozen=True, kw_only=True):
    #: Id of the chamber.
    chamber: Annotated[int, Meta(ge=1)]
    day: date
    #: Left out = when the sitting starts.
    at: Hour | None = None
    #: By which the day is checked; null for a raadkamer, a youth chamber and a chamber in appeal.
    summons: SummonsCode | None = None
    #: Day of service or of the police record; left out = today.
    served_on: date | None = None
    #: Of the president, for three days without a detained suspect.
    leave: Reason | None = None
    #: Why a place is taken past what the sitting holds.
    overbook: Reason | None = None
    #: Why a raadkamer sits on a detained suspect past the end of his title; without it such a day is refused.
    past_title: Reason | None = None
    reason: Reason


class HearingCancellation(ContractStruct, frozen=True, kw_only=True):
    reason: Reason


class TellingNote(ContractStruct, frozen=True, kw_only=True):
    state: Literal["told", "failed", "notNeeded"]
    #: Asked with `told`.
    how: ToldHow | None = None
    #: Asked with `failed` and `notNeeded`.
    reason: Reason | None = None


class ChamberResource(Resource, frozen=True, kw_only=True):
    id: int
    version: int
    court: str
    name: str
    kind: HearingKind
    weekdays: tuple[int, ...]
    starts_at: str
    capacity: int
    closed_at: datetime | None


class ChamberCollection(Resource, frozen=True, kw_only=True):
    items: tuple[ChamberResource, ...]


class KeptChamber(Resource, frozen=True, kw_only=True):
    id: int


class HearingResource(Resource, frozen=True, kw_only=True):
    id: int
    chamber_id: int
    court: str
    chamber: str
    kind: HearingKind
    starts_at: datetime
    summons: SummonsCode | None
    served_on: date | None
    first_lawful_on: date | None
    #: Why it was put past what the sitting holds.
    overbooked: str | None
    state: HearingState
    #: Rises with each move and with the cancellation.
    sequence: int
    uid: str
    reason: str
    set_at: datetime
    set_by: str
    changed_at: datetime | None
    changed_by: str | None
    change_reason: str | None
    #: Suspects who are not heard there: their tracks lead to other courts.
    elsewhere: tuple[str, ...] = ()


class HearingCollection(Resource, frozen=True, kw_only=True):
    """The latest day first, cancelled ones too."""

    items: tuple[HearingResource, ...]


class ProposalQuery(ContractStruct, frozen=True, kw_only=True):
    #: Of the chamber.
    kind: HearingKind = "correctional"
    #: Left out = the usual one for the file, where the kind of chamber has one.
    summons: SummonsCode | None = None
    #: Left out = today.
    served_on: date | None = None
    count: Annotated[int, Meta(ge=1, le=20)] = 5


class ProposedHearing(Resource, frozen=True, kw_only=True):
    chamber_id: int
    court: str
    chamber: str
    starts_at: datetime
    #: Places of the sitting that nobody took.
    left: int


class ProposedHearings(Resource, frozen=True, kw_only=True):
    """The first day first."""

    #: null = the law data have no term for this kind of chamber.
    summons: SummonsCode | None
    served_on: date
    first_lawful_on: date
    #: Of the summons, or of the title of a detained suspect for a raadkamer; null = no last day.
    last_lawful_on: date | None
    #: Each term that applies in words: the strictest of the summons, an opposition, a plea of guilt, the file in council.
    sums: tuple[str, ...]
    items: tuple[ProposedHearing, ...]


class TellingResource(Resource, frozen=True, kw_only=True):
    id: int
    act: ToldAct
    hearing_id: int | None
    role: ToldRole
    person: str | None
    contact_id: int | None
    delivery_id: int | None
    state: ToldState
    how: ToldHow | None
    reason: str | None
    made_at: datetime
    closed_at: datetime | None
    closed_by: str | None
    #: Of an investigator: the state of his mail.
    mail_state: str | None


class TellingCollection(Resource, frozen=True, kw_only=True):
    """The newest act first."""

    items: tuple[TellingResource, ...]


@get(
    "/chambers",
    **operation(
        operation_id="listChambers",
        tag="followUp",
        summary="Chambers of every court",
        scope="cases:read",
        answers={200: Answer(description="Open ones first.", body=ChamberCollection, example=examples.CHAMBERS, headers=("ETag",))},
    ),
)
async def list_chambers(actor: Actor, deps: Deps) -> Response[bytes]:
    actor.require("readCase")
    items = [
        ChamberResource(
            id=row.id,
            version=row.version,
            court=row.court,
            name=row.name,
            kind=row.kind,
            weekdays=row.weekdays,
            starts_at=f"{row.starts_at:%H:%M}",
            capacity=row.capacity,
            closed_at=row.closed_at,
        )
        for row in await hearings.chambers(deps.pool)
    ]
    return ok(ChamberCollection(items=tuple(items)))


@post(
    "/chambers",
    **operation(
        operation_id="addChamber",
        tag="followUp",
        summary="Add a chamber of one's own court",
        scope="cases:write",
        body=NewChamber,
        body_example=examples.CHAMBER,
        answers={201: Answer(description="Added.", body=KeptChamber, example={"id": 3}, headers=("Location",))},
        problems=(409,),
    ),
)
async def add_chamber(request: AnyRequest, actor: Actor, deps: Deps) -> Response[bytes]:
    given = await body_of(request, NewChamber)
    done = await keep_chamber(KeepChamber(said=_said(given, given.court, given.name, given.kind)), actor, deps)
    return created(KeptChamber(id=done), href("chambers"))


@put(
    "/chambers/{chamberId:str}",
    **operation(
        operation_id="changeChamber",
        tag="followUp",
        summary="Change the days of a chamber",
        scope="cases:write",
        body=ChangedChamber,
        body_example=examples.CHAMBER_CHANGE,
        answers={200: Answer(description="Changed.", body=KeptChamber, example={"id": 3}, headers=("ETag",))},
        problems=(404, 409, 412),
    ),
)
async def change_chamber(request: AnyRequest, chamber_id: ChamberId, actor: Actor, deps: Deps) -> Response[bytes]:
    given = await body_of(request, ChangedChamber)
    actor.require("keepChambers")
    known = await hearings.chamber(deps.pool, chamber_id)
    if known is None:
        raise NotFound
    said = _said(given, known.court, known.name, known.kind)
    command = KeepChamber(said=said, chamber_id=chamber_id, version=given.version, close=given.closed)
    return ok(KeptChamber(id=await keep_chamber(command, actor, deps)))


@post(
    "/chambers/{chamberId:str}/sittings",
    status_code=200,
    **operation(
        operation_id="keepSitting",
        tag="followUp",
        summary="Keep one day of a chamber that differs",
        scope="cases:write",
        body=SittingDay,
        body_example=examples.SITTING,
        answers={200: Answer(description="Kept.", body=KeptChamber, example={"id": 3}, headers=("ETag",))},
        problems=(404, 409),
    ),
)
async def keep_sitting(request: AnyRequest, chamber_id: ChamberId, actor: Actor, deps: Deps) -> Response[bytes]:
    given = await body_of(request, SittingDay)
    starts_at = time.fromisoformat(given.starts_at)
    command = KeepSitting(chamber_id=chamber_id, day=given.day, starts_at=starts_at, capacity=given.capacity)
    return ok(KeptChamber(id=await keep_chamber(command, actor, deps)))


@get(
    "/chambers/{chamberId:str}/rolls/{rollDay:str}",
    **operation(
        operation_id="readHearingRoll",
        tag="followUp",
        summary="The roll of a chamber on a day (zittingsrol), as a Word file",
        description="In the template of one's own office or registry. The ETag is weak: it stays the same while rows, law and template do.",
        scope="documents:read",
        answers={200: Answer(description="The bytes.", media_type=WORD, headers=("ETag", "Content-Disposition"))},
        problems=(404,),
    ),
)
async def read_roll(chamber_id: ChamberId, roll_day: RollDay, actor: Actor, deps: Deps) -> Response[bytes]:
    actor.require("readDocument")
    made = await rolls.roll_of(chamber_id, roll_day, actor, deps)
    headers = {"ETag": f'W/"{made.tag}"', "Content-Disposition": f'attachment; filename="{made.name}"'}
    return Response(made.content, media_type=WORD, headers=headers)


@get(
    "/cases/{caseNumber:str}/hearings",
    **operation(
        operation_id="listHearings",
        tag="followUp",
        summary="Hearings of a file",
        scope="cases:read",
        answers={200: Answer(description="The latest day first.", body=HearingCollection, example=examples.HEARINGS, headers=("ETag",))},
        problems=(404,),
    ),
)
async def list_all(case_number: CaseNumber, actor: Actor, deps: Deps) -> Response[bytes]:
    found = await opened(case_number, actor, deps)
    rows = await hearings.of_case(deps.pool, found.case.id)
    return ok(HearingCollection(items=tuple(HearingResource(**msgspec.structs.asdict(row)) for row in rows)))


@post(
    "/cases/{caseNumber:str}/hearings",
    **operation(
        operation_id="setHearing",
        tag="followUp",
        summary="Give a file a day in a chamber",
        description="A day inside the summons term is refused with the first possible one; a sitting without a place left too (409).",
        scope="cases:write",
        body=HearingPlace,
        body_example=examples.HEARING_PLACE,
        headers=("If-Match", "Idempotency-Key"),
        answers={
            201: Answer(description="Set.", body=ChangedCase, example=examples.CHANGED, headers=("Location", "ETag")),
            200: Answer(description="Set before with this key.", body=ChangedCase, example=examples.CHANGED, headers=("Location", "ETag")),
        },
        problems=(404, 409, 412, 422, 428),
    ),
)
async def set_one(request: AnyRequest, case_number: CaseNumber, version: SeenVersion, actor: Actor, deps: Deps) -> Response[bytes]:
    given = await body_of(request, HearingPlace)
    command = SetHearing(
        case_number=case_number, version=version, wanted=_wanted(given), reason=given.reason, key=idempotency_key_of(request)
    )
    done = await set_hearing(command, actor, deps)
    where = href("cases", case_number, "hearings")
    return created(changed_case(case_number, done.version), where, version=done.version, repeated=done.repeated)


@post(
    "/cases/{caseNumber:str}/hearings/{hearingId:str}/moves",
    status_code=200,
    **operation(
        operation_id="moveHearing",
        tag="followUp",
        summary="Give a hearing another day, hour or chamber",
        scope="cases:write",
        body=HearingPlace,
        body_example=examples.HEARING_PLACE,
        headers=("If-Match", "Idempotency-Key"),
        answers={200: Answer(description="Moved.", body=ChangedCase, example=examples.CHANGED, headers=("ETag",))},
        problems=(404, 409, 412, 422, 428),
    ),
)
async def move(
    request: AnyRequest, case_number: CaseNumber, hearing_id: HearingId, version: SeenVersion, actor: Actor, deps: Deps
) -> Response[bytes]:
    given = await body_of(request, HearingPlace)
    command = MoveHearing(
        case_number=case_number,
        version=version,
        hearing_id=hearing_id,
        wanted=_wanted(given),
        reason=given.reason,
        key=idempotency_key_of(request),
    )
    done = await move_hearing(command, actor, deps)
    return ok(changed_case(case_number, done.version), version=done.version)


@post(
    "/cases/{caseNumber:str}/hearings/{hearingId:str}/cancellations",
    status_code=200,
    **operation(
        operation_id="cancelHearing",
        tag="followUp",
        summary="Take a hearing off the list",
        scope="cases:write",
        body=HearingCancellation,
        body_example=examples.REASON_ONLY,
        headers=("If-Match", "Idempotency-Key"),
        answers={200: Answer(description="Cancelled.", body=ChangedCase, example=examples.CHANGED, headers=("ETag",))},
        problems=(404, 409, 412, 422, 428),
    ),
)
async def cancel(
    request: AnyRequest, case_number: CaseNumber, hearing_id: HearingId, version: SeenVersion, actor: Actor, deps: Deps
) -> Response[bytes]:
    given = await body_of(request, HearingCancellation)
    command = CancelHearing(
        case_number=case_number, version=version, hearing_id=hearing_id, reason=given.reason, key=idempotency_key_of(request)
    )
    done = await cancel_hearing(command, actor, deps)
    return ok(changed_case(case_number, done.version), version=done.version)


@get(
    "/cases/{caseNumber:str}/hearing-proposals",
    **operation(
        operation_id="proposeHearings",
        tag="followUp",
        summary="The first lawful days for a file",
        description="Days of chambers of its courts with a place left, past the summons term counted from the day of service.",
        scope="cases:read",
        query=ProposalQuery,
        answers={200: Answer(description="Days.", body=ProposedHearings, example=examples.PROPOSED_HEARINGS, headers=("ETag",))},
        problems=(404,),
    ),
)
async def propose(request: AnyRequest, case_number: CaseNumber, actor: Actor, deps: Deps) -> Response[bytes]:
    query = query_of(request, ProposalQuery)
    asked = {name: getattr(query, name) for name in ("kind", "summons", "served_on", "count")}
    found = await propose_hearings(ProposeHearings(case_number=case_number, **asked), actor, deps)
    items = tuple(
        ProposedHearing(
            chamber_id=one.chamber.id,
            court=one.chamber.court,
            chamber=one.chamber.name,
            starts_at=datetime.combine(one.sitting.day, one.sitting.starts_at, COURT_ZONE).astimezone(UTC),
            left=one.sitting.left,
        )
        for one in found.days
    )
    return ok(
        ProposedHearings(
            summons=found.summons,
            served_on=found.served_on,
            first_lawful_on=found.term.first,
            last_lawful_on=found.term.last,
            sums=tuple(sum_of(one.steps, deps.law.law) for one in (*found.term.sums[:1], *found.term.also)),
            items=items,
        )
    )


@get(
    "/cases/{caseNumber:str}/tellings",
    **operation(
        operation_id="listTellings",
        tag="followUp",
        summary="Who is or was to be told about a file",
        scope="cases:read",
        answers={200: Answer(description="The newest act first.", body=TellingCollection, example=examples.TELLINGS, headers=("ETag",))},
        problems=(404,),
    ),
)
async def list_tellings(case_number: CaseNumber, actor: Actor, deps: Deps) -> Response[bytes]:
    found = await opened(case_number, actor, deps)
    rows = await telling.of_case(deps.pool, found.case.id)
    return ok(TellingCollection(items=tuple(TellingResource(**msgspec.structs.asdict(row)) for row in rows)))


@post(
    "/cases/{caseNumber:str}/tellings/{rowId:str}/notes",
    status_code=200,
    **operation(
        operation_id="noteTelling",
        tag="followUp",
        summary="Say that somebody was told, could not be, or need not be",
        scope="cases:write",
        body=TellingNote,
        body_example=examples.TELLING_NOTE,
        headers=("If-Match", "Idempotency-Key"),
        answers={200: Answer(description="Noted.", body=ChangedCase, example=examples.CHANGED, headers=("ETag",))},
        problems=(404, 409, 412, 422, 428),
    ),
)
@once
async def note(
    request: AnyRequest, case_number: CaseNumber, row_id: RowId, version: SeenVersion, actor: Actor, deps: Deps
) -> Response[bytes]:
    given = await body_of(request, TellingNote)
    command = MarkTold(case_number=case_number, version=version, row_id=row_id, state=given.state, how=given.how, reason=given.reason)
    done = await mark_told(command, actor, deps)
    return ok(changed_case(case_number, done.version), version=done.version)


def _said(given: ChamberDays, court: str, name: str, kind: HearingKind) -> ChamberSaid:
    starts_at = time.fromisoformat(given.starts_at)
    return ChamberSaid(court=court, name=name, kind=kind, weekdays=given.weekdays, starts_at=starts_at, capacity=given.capacity)


def _wanted(given: HearingPlace) -> Wanted:
    said: dict[str, Any] = {name: getattr(given, name) for name in ("day", "summons", "served_on", "leave", "overbook")}
    return Wanted(chamber_id=given.chamber, at=time.fromisoformat(given.at) if given.at else None, **said)
