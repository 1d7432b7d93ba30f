"""The life of a file: where it and its suspects stand, what may happen next, and what happened."""

from datetime import date
from typing import Annotated

import msgspec
from litestar import Response, get, post
from msgspec import Meta

from docket import life, opened_life
from docket.actions.life.change_status import ChangeStatus, change_status
from docket.api import examples
from docket.api.answers import href, ok
from docket.api.cases import Code
from docket.api.handed import Actor, AnyRequest, CaseNumber, Deps, SeenVersion
from docket.api.once import once
from docket.api.opened import opened
from docket.api.operations import Answer, operation
from docket.api.reading import body_of
from docket.api.resources import Resource
from docket.cases import CaseStatus
from docket.clock import court_day
from docket.contract import ContractStruct
from docket.detention import unheld
from docket.life import Move
from docket.seized_items import items_of
from docket.store import judgments as store
from docket.store import seized_items, time_limits
from docket.transitions import ACTS_OF_THEIR_OWN, EVENTS, Confidence, Field, Paper, Verb, Who
from routing import motives_on

RowId = Annotated[str, Meta(max_length=60)]
Words = Annotated[str, Meta(min_length=1, max_length=5000)]


class PositionResource(Resource, frozen=True, kw_only=True):
    """Where one suspect stands for one offence."""

    #: Id within the report; empty = no suspect is known.
    person: str
    #: Id within the report; empty = he is charged with nothing.
    offence: str
    status: CaseStatus
    title: str


class StartingPosition(Resource, frozen=True, kw_only=True):
    person: str
    offence: str


class AllowedEvent(Resource, frozen=True, kw_only=True):
    """An event that leads on from where somebody in the file stands."""

    event: str
    title: str
    #: Where it leads; empty = back to where everybody stood.
    ends: tuple[CaseStatus, ...]
    #: clerk = any clerk or magistrate of the office; prosecutor = a magistrate.
    who: Who
    #: changeStatus = POST .../status-changes; else the act of that name, which writes more than the event.
    verb: Verb
    #: Address of a POST below the file that enters it.
    entered_at: str
    #: Fields that it needs besides a reason or a paper.
    asks: tuple[Field, ...]
    #: The document of this step.
    document: str
    article: str
    confidence: Confidence
    positions: tuple[StartingPosition, ...]
    #: Why it is refused now whatever one says of it; empty = it is not.
    refusals: tuple[str, ...]


class MotiveResource(Resource, frozen=True, kw_only=True):
    code: str
    title: str
    #: technical or opportunity.
    sort: str
    words_confidence: Confidence
    code_confidence: Confidence


class UnheldResource(Resource, frozen=True, kw_only=True):
    """A detained suspect for whom no limit runs and who has no title in this register."""

    #: Id within the report.
    person: str
    custody: str
    fault: str
    to_do: str
    #: The limit to begin, as `limit` of a POST to `href`.
    limit: str
    href: str


class StatusResource(Resource, frozen=True, kw_only=True):
    case_number: str
    version: int
    status: CaseStatus
    title: str
    positions: tuple[PositionResource, ...]
    events: tuple[AllowedEvent, ...]
    #: What a dismissal may be for today.
    motives: tuple[MotiveResource, ...]
    #: What is missing in the file; it stops nothing.
    warnings: tuple[str, ...]
    #: To be acted on at once.
    unheld: tuple[UnheldResource, ...]


class Position(ContractStruct, frozen=True, kw_only=True):
    person: RowId
    offence: RowId


class ProvingPaper(ContractStruct, frozen=True, kw_only=True):
    #: report, requisition, order, summons, judgment, oppositionDeed, appealDeclaration, ...
    kind: Code
    number: Annotated[str, Meta(min_length=1, max_length=200)] | None = None
    #: The day that stands on it.
    dated_on: date


class StatusChange(ContractStruct, frozen=True, kw_only=True):
    event: Code
    #: Left out = the whole file.
    positions: Annotated[tuple[Position, ...], Meta(min_length=1, max_length=2000)] | None = None
    #: A reason or a paper, or both.
    reason: Words | None = None
    paper: ProvingPaper | None = None
    #: Code of the motive of a dismissal.
    motive: Annotated[str, Meta(pattern="^[0-9]{2}$")] | None = None
    #: Number of the file of which this one is a duplicate.
    other: Annotated[str, Meta(pattern="^HAV-[0-9]{4}-[0-9]{6}$")] | None = None
    #: The act asked by mini-instruction.
    act: Code | None = None
    #: By what the criminal action ends.
    cause: Code | None = None


class ChangedStatus(Resource, frozen=True, kw_only=True):
    href: str
    case_number: str
    version: int
    status: CaseStatus
    moves: tuple[Move, ...]
    warnings: tuple[str, ...]


@get(
    "/cases/{caseNumber:str}/status",
    **operation(
        operation_id="readStatus",
        tag="followUp",
        summary="Where a file and its suspects stand, and what may happen next",
        scope="cases:read",
        answers={200: Answer(description="The status.", body=StatusResource, example=examples.STATUS, headers=("ETag",))},
        problems=(404,),
    ),
)
async def read(case_number: CaseNumber, actor: Actor, deps: Deps) -> Response[bytes]:
    found = await opened(case_number, actor, deps)
    law, today = deps.law.law, court_day(deps.clock.now())
    judgments = await store.of_case(deps.pool, found.case.id)
    items = items_of(found.case.report, await seized_items.of_case(deps.pool, found.case.id), judgments)
    known, ats = opened_life.known(found, law, today, items), opened_life.everybody(found, law, judgments)
    tracks, clocks = found.current.decision.tracks, await time_limits.of_case(deps.pool, found.case.id)
    return ok(
        StatusResource(
            case_number=found.case.case_number,
            version=found.case.version,
            status=found.case.status,
            title=life.status_title(found.case.status, tracks, law),
            positions=tuple(
                PositionResource(
                    person=at.pair[0],
                    offence=at.pair[1],
                    status=at.status,
                    title=life.status_title(at.status, life.own_tracks(at.pair, tracks), law),
                )
                for at in ats
            ),
            events=tuple(_event(one) for one in life.following(ats, known)),
            motives=tuple(
                MotiveResource(
                    code=one.code,
                    title=one.title_nl,
                    sort=one.sort,
                    words_confidence=one.words_confidence,
                    code_confidence=one.code_confidence,
                )
                for one in motives_on(law.dismissal, today).values()
            ),
            warnings=life.warnings(known),
            unheld=tuple(
                UnheldResource(**msgspec.structs.asdict(one), href=href("cases", found.case.case_number, "time-limits"))
                for one in unheld(found.case.report, found.stands, clocks, law, deps.clock.now())
            ),
        )
    )


def _event(one: life.Next) -> AllowedEvent:
    return AllowedEvent(
        event=one.event,
        title=EVENTS[one.event],
        ends=one.ends,
        who=one.who,
        verb=one.verb,
        entered_at=ACTS_OF_THEIR_OWN[one.verb].api if one.apart or one.verb == "referCase" else "status-changes",
        asks=one.asks,
        document=one.document,
        article=one.article,
        confidence=one.confidence,
        positions=tuple(StartingPosition(person=person, offence=offence) for person, offence in one.pairs),
        refusals=one.refusals,
    )


def paper_of(given: ProvingPaper | None) -> Paper | None:
    return Paper(kind=given.kind, number=given.number, dated_on=given.dated_on) if given is not None else None


@post(
    "/cases/{caseNumber:str}/status-changes",
    status_code=200,
    **operation(
        operation_id="changeStatus",
        tag="followUp",
        summary="Enter what happened in the life of a file",
        description="To the whole file or to chosen suspects and offences; a change that the table does not hold, or that a guard "
        "forbids, is refused with the reason and with what is possible. What comes by an act of its own (a judgment, a remedy, finality, "
        "an extract, a transfer, a joinder) is refused with the address of that act, which `enteredAt` of the status tells beforehand.",
        scope="cases:write",
        body=StatusChange,
        body_example=examples.STATUS_CHANGE,
        headers=("If-Match", "Idempotency-Key"),
        answers={200: Answer(description="Entered.", body=ChangedStatus, example=examples.CHANGED_STATUS, headers=("ETag",))},
        problems=(404, 409, 412, 422, 428),
    ),
)
@once
async def change(request: AnyRequest, case_number: CaseNumber, version: SeenVersion, actor: Actor, deps: Deps) -> Response[bytes]:
    given = await body_of(request, StatusChange)
    command = ChangeStatus(
        case_number=case_number,
        version=version,
        event=given.event,
        positions=None if given.positions is None else tuple((one.person, one.offence) for one in given.positions),
        reason=given.reason,
        paper=paper_of(given.paper),
        motive=given.motive,
        other=given.other,
        act=given.act,
        cause=given.cause,
    )
    done = await change_status(command, actor, deps)
    changed = ChangedStatus(
        href=href("cases", case_number),
        case_number=done.case_number,
        version=done.version,
        status=done.status,
        moves=done.moves,
        warnings=done.warnings,
    )
    return ok(changed, version=done.version)
