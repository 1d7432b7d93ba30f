"""Taken in charge: who is on duty, what waits, who takes a file, and what was told about files that nobody took."""

from datetime import date, datetime, timedelta
from typing import Annotated, Any, get_args
from urllib.parse import urlencode

import msgspec
from litestar import Response, get, post
from msgspec import Meta

from docket import duty
from docket.access import visibility
from docket.actions.duty.take_in_charge import TakeInCharge, take_in_charge
from docket.actions.duty.take_over import TakeOver, take_over
from docket.api import examples
from docket.api.answers import created, href, ok
from docket.api.assignments import FunctionCode
from docket.api.decisions import Reason
from docket.api.handed import Actor, AnyRequest, CaseNumber, Deps
from docket.api.once import once
from docket.api.opened import opened
from docket.api.operations import Answer, operation
from docket.api.reading import body_of, query_of
from docket.api.resources import Resource
from docket.clock import court_day
from docket.contract import ContractStruct
from docket.draws import code_of
from docket.duty import Channel, DutyRole, Step, Urgency
from docket.store import duty as store
from docket.store import work_lists
from docket.store.duty import Acknowledgement, FellTo, TryState, Via

PAGE_ROWS = 50
MAX_PAGE_ROWS = 200


class AcknowledgementRequest(ContractStruct, frozen=True, kw_only=True):
    #: Function code of the person of the caller's office who takes the file; a key is nobody.
    taken_by: FunctionCode
    #: Given: a colleague has the file and this person takes it over from him, for this reason; what still waits is not taken by it.
    reason: Reason | None = None


class TakenResource(Resource, frozen=True, kw_only=True):
    href: str
    case_number: str
    office: str
    taken_by: str
    taken_at: datetime


class AcknowledgementResource(Resource, frozen=True, kw_only=True):
    """What an office had to take in charge: the file, or a suspect who came in custody."""

    office: str
    urgency: Urgency
    #: Kind of the docket entry that opened it.
    cause: str
    opened_at: datetime
    #: null: nobody took it.
    taken_at: datetime | None
    #: The day on which it was taken before the register knew of it, as whoever imported it said.
    taken_on: date | None
    #: Function code of a person.
    taken_by: str | None
    via: Via | None
    #: It no longer counts: the office has the file no more, or it became urgent and began anew.
    ended_at: datetime | None
    end_cause: str | None
    #: Steps of the chain that were told.
    told: tuple[Step, ...]
    next_step: Step | None
    next_at: datetime | None


class AcknowledgementCollection(Resource, frozen=True, kw_only=True):
    """Oldest first."""

    items: tuple[AcknowledgementResource, ...]


class DutyLine(Resource, frozen=True, kw_only=True):
    role: DutyRole
    #: Function codes; empty = unfilled.
    people: tuple[str, ...]
    #: When the first of them goes off duty.
    until: datetime | None
    #: Where the duty is unfilled: the heads of the office.
    falls_to: tuple[str, ...]


class WaitingResource(Resource, frozen=True, kw_only=True):
    href: str
    case_number: str
    urgency: Urgency
    opened_at: datetime
    told: tuple[Step, ...]
    next_step: Step | None
    next_at: datetime | None


class DutyResource(Resource, frozen=True, kw_only=True):
    """Of the caller's office, at this instant."""

    office: str
    at: datetime
    duties: tuple[DutyLine, ...]
    #: Files that nobody took, the most urgent first; 200 at most.
    waiting: tuple[WaitingResource, ...]


class EscalationTry(Resource, frozen=True, kw_only=True):
    channel: Channel
    person: str | None
    #: accepted: the other side said that it took it.
    state: TryState
    tried_at: datetime | None
    accepted_at: datetime | None
    #: What the other side said, or why nothing was handed over.
    answer: str | None


class EscalationResource(Resource, frozen=True, kw_only=True):
    """A step of the chain; each is made once."""

    id: int
    case: str
    case_number: str
    urgency: Urgency
    step: Step
    due_at: datetime
    made_at: datetime
    #: Function codes.
    told: tuple[str, ...]
    fell_to: FellTo | None
    taken_at: datetime | None
    ended_at: datetime | None
    tries: tuple[EscalationTry, ...]


class EscalationCollection(Resource, frozen=True, kw_only=True):
    """Newest first."""

    items: tuple[EscalationResource, ...]
    #: Where the next page is; absent on the last one.
    next: str | msgspec.UnsetType = msgspec.UNSET


class EscalationQuery(ContractStruct, frozen=True, kw_only=True):
    page_size: Annotated[int, Meta(ge=1, le=MAX_PAGE_ROWS)] = PAGE_ROWS
    #: Of `next` of the page before.
    before: Annotated[int, Meta(ge=1)] | None = None


@get(
    "/duty",
    **operation(
        operation_id="readDuty",
        tag="followUp",
        summary="Who is on duty at the caller's office, and what nobody took",
        description="Function codes only. A duty that nobody fills falls to the head of the office.",
        scope="cases:read",
        answers={200: Answer(description="The duty.", body=DutyResource, example=examples.DUTY, headers=("ETag",))},
    ),
)
async def read(actor: Actor, deps: Deps) -> Response[bytes]:
    actor.require("readDuty")
    now, office = deps.clock.now(), actor.office or ""
    moment = duty.Stretch(from_at=now, until_at=now + timedelta(seconds=1))
    lines = [line for line in await store.roster(deps.pool, office, moment) if line.from_at <= now < line.until_at]
    heads = tuple(code_of(one.id) for one in await store.staff(deps.pool, office) if "headOfOffice" in one.roles)
    duties = []
    for role in get_args(DutyRole):
        own = [line for line in lines if line.role == role]
        duties.append(
            DutyLine(
                role=role,
                people=tuple(code_of(line.account_id) for line in own),
                until=min((line.until_at for line in own), default=None),
                falls_to=() if own else heads,
            )
        )
    waiting = (await work_lists.not_taken(deps.pool, actor, court_day(now), limit=MAX_PAGE_ROWS)).items
    return ok(
        DutyResource(
            office=office,
            at=now,
            duties=tuple(duties),
            waiting=tuple(
                WaitingResource(
                    href=href("cases", line.case.case_number),
                    case_number=line.case.case_number,
                    urgency=line.urgency,
                    opened_at=line.opened_at,
                    told=line.told,
                    **_next(line.urgency, line.opened_at, line.told, deps),
                )
                for line in waiting
            ),
        )
    )


@get(
    "/cases/{caseNumber:str}/acknowledgement",
    **operation(
        operation_id="listAcknowledgements",
        tag="followUp",
        summary="Who took a file in charge, or that nobody did",
        description="A row for each office that had to take the file, and for each urgent event.",
        scope="cases:read",
        answers={
            200: Answer(description="The rows.", body=AcknowledgementCollection, example=examples.ACKNOWLEDGEMENTS, headers=("ETag",))
        },
        problems=(404,),
    ),
)
async def list_acknowledgements(case_number: CaseNumber, actor: Actor, deps: Deps) -> Response[bytes]:
    await opened(case_number, actor, deps)
    lines = await store.of_case(deps.pool, case_number, visibility(actor))
    return ok(AcknowledgementCollection(items=tuple(_acknowledgement(line, deps) for line in lines)))


@post(
    "/cases/{caseNumber:str}/acknowledgement",
    **operation(
        operation_id="acknowledgeCase",
        tag="followUp",
        summary="Take a file in charge for a named person",
        description="For programs of the office: they name the person. The same person twice is one acknowledgement. "
        "What a colleague has is taken over with a reason.",
        scope="cases:write",
        body=AcknowledgementRequest,
        body_example=examples.ACKNOWLEDGEMENT,
        headers=("Idempotency-Key",),
        answers={
            201: Answer(description="Taken.", body=TakenResource, example=examples.TAKEN, headers=("Location",)),
            200: Answer(
                description="The same person had taken it before.", body=TakenResource, example=examples.TAKEN, headers=("Location",)
            ),
        },
        problems=(404, 409, 422),
    ),
)
@once
async def acknowledge(request: AnyRequest, case_number: CaseNumber, actor: Actor, deps: Deps) -> Response[bytes]:
    given = await body_of(request, AcknowledgementRequest)
    if given.reason is None:
        done = await take_in_charge(TakeInCharge(case_number=case_number, via="api", taken_by=given.taken_by), actor, deps)
    else:
        over = TakeOver(case_number=case_number, via="api", taken_by=given.taken_by, reason=given.reason)
        done = await take_over(over, actor, deps)
    address = href("cases", case_number, "acknowledgement")
    body = TakenResource(href=address, case_number=done.case_number, office=done.office, taken_by=done.taken_by, taken_at=done.taken_at)
    return created(body, address, repeated=done.repeated)


@get(
    "/escalations",
    **operation(
        operation_id="listEscalations",
        tag="followUp",
        summary="What was told about files that nobody took",
        description="The steps of the chain at the caller's office, each with its channels and what became of them.",
        scope="cases:read",
        query=EscalationQuery,
        answers={200: Answer(description="One page of steps.", body=EscalationCollection, example=examples.ESCALATIONS, headers=("ETag",))},
    ),
)
async def list_escalations(request: AnyRequest, actor: Actor, deps: Deps) -> Response[bytes]:
    actor.require("readDuty")
    query = query_of(request, EscalationQuery)
    lines = await store.escalations(
        deps.pool, visibility(actor, "readDuty"), at=deps.clock.now(), before=query.before, limit=query.page_size + 1
    )
    shown = lines[: query.page_size]
    more = len(lines) > len(shown)
    address = f"{href('escalations')}?{urlencode({'pageSize': query.page_size, 'before': shown[-1].id})}" if more else None
    items = tuple(
        EscalationResource(
            id=line.id,
            case=href("cases", line.case_number),
            case_number=line.case_number,
            urgency=line.urgency,
            step=line.step,
            due_at=line.due_at,
            made_at=line.made_at,
            told=tuple(code_of(account) for account in line.accounts),
            fell_to=line.fell_to,
            taken_at=line.taken_at,
            ended_at=line.ended_at,
            tries=tuple(
                EscalationTry(
                    channel=one.channel,
                    person=code_of(one.account_id) if one.account_id else None,
                    state=one.state,
                    tried_at=one.tried_at,
                    accepted_at=one.accepted_at,
                    answer=one.answer,
                )
                for one in line.tries
            ),
        )
        for line in shown
    )
    return ok(EscalationCollection(items=items, next=address or msgspec.UNSET))


def _acknowledgement(line: Acknowledgement, deps: Deps) -> AcknowledgementResource:
    following = _next(line.urgency, line.opened_at, line.told, deps) if line.waits else {"next_step": None, "next_at": None}
    return AcknowledgementResource(
        office=line.office,
        urgency=line.urgency,
        cause=line.cause,
        opened_at=line.opened_at,
        taken_at=line.taken_at,
        taken_on=line.taken_on,
        taken_by=code_of(line.taken_by) if line.taken_by else None,
        via=line.via,
        ended_at=line.ended_at,
        end_cause=line.end_cause,
        told=line.told,
        **following,
    )


def _next(urgency: Urgency, opened_at: datetime, told: tuple[Step, ...], deps: Deps) -> dict[str, Any]:
    following = duty.next_step(urgency, opened_at, told, deps.settings)
    return {"next_step": following.step if following else None, "next_at": following.due_at if following else None}
