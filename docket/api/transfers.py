"""Handing a file over: one office offers it, the other accepts or refuses."""

from datetime import date, datetime
from typing import Annotated, Literal

import msgspec
from litestar import Response, get, post
from msgspec import Meta

from docket.actions.transfers.answer_transfer import AnswerTransfer, answer_transfer
from docket.actions.transfers.offer_transfer import OfferTransfer, offer_transfer
from docket.actions.transfers.withdraw_transfer import WithdrawTransfer, withdraw_transfer
from docket.api import examples
from docket.api.answers import created, href, ok
from docket.api.cases import Code
from docket.api.decisions import Reason
from docket.api.handed import Actor, AnyRequest, CaseNumber, Deps, SeenVersion
from docket.api.once import once
from docket.api.opened import opened
from docket.api.operations import Answer, operation
from docket.api.reading import body_of, query_of
from docket.api.resources import ChangedCase, Resource, TransferResource, changed_case, transfer_resource
from docket.clock import court_day
from docket.contract import ContractStruct
from docket.store import conflicts, work_lists
from docket.store.conflicts import RunningLimit
from docket.work_lists import PLACE_PATTERN, parse_place

TransferGround = Literal[
    "placeOfOffence",
    "residence",
    "seat",
    "found",
    "connexity",
    "indivisibility",
    "subjectMatter",
    "person",
    "policy",
    "other",
]


class TimeLimit(ContractStruct, frozen=True, kw_only=True):
    #: Which limit it is; it goes on running while the offer waits.
    title: Annotated[str, Meta(min_length=1, max_length=200)]
    due_on: date


class Transfer(ContractStruct, frozen=True, kw_only=True):
    to_office: Code
    ground: TransferGround
    reason: Reason
    #: What goes with the file.
    pieces: Annotated[tuple[Annotated[str, Meta(min_length=1, max_length=500)], ...], Meta(max_length=200)] = ()
    #: What runs beside the open clocks of the register, which go along by themselves.
    time_limits: Annotated[tuple[TimeLimit, ...], Meta(max_length=50)] = ()
    #: Last day for the answer; left out = the usual term of the register, never past a running limit.
    answer_due_on: date | None = None


class TransferWithdrawal(ContractStruct, frozen=True, kw_only=True):
    reason: Reason


class TransferAnswer(ContractStruct, frozen=True, kw_only=True):
    accept: bool
    reason: Reason


class TransferCollection(Resource, frozen=True, kw_only=True):
    """Every offer of the file, oldest first; at most one waits for an answer."""

    items: tuple[TransferResource, ...]


class OfferedCase(Resource, frozen=True, kw_only=True):
    """What the office that is offered a file learns of it before it accepts."""

    case_number: str
    #: For the If-Match of the answer.
    version: int
    from_office: str
    #: None = offered before grounds were asked.
    ground: str | None
    reason: str
    pieces: tuple[str, ...]
    #: Limits that go on running.
    time_limits: tuple[RunningLimit, ...]
    #: The last day for the answer.
    answer_due_on: date | None
    offered_at: datetime
    offered_by: str


class OfferedCaseCollection(Resource, frozen=True, kw_only=True):
    """The first answer due at the top."""

    items: tuple[OfferedCase, ...]
    #: For `after` of the next page; null = this is the last one.
    next: str | None


class OfferedQuery(ContractStruct, frozen=True, kw_only=True):
    page_size: Annotated[int, Meta(ge=1, le=work_lists.MAX_PAGE_ROWS, description="Offers on a page.")] = work_lists.PAGE_ROWS
    after: Annotated[str, Meta(pattern=PLACE_PATTERN, description="`next` of the page before.")] | None = None


@get(
    "/transfers",
    **operation(
        operation_id="listOfferedCases",
        tag="followUp",
        summary="Files that other offices offer to yours",
        description="The office reads a file once it has accepted it.",
        scope="cases:read",
        query=OfferedQuery,
        answers={
            200: Answer(description="What waits for an answer.", body=OfferedCaseCollection, example=examples.OFFERED, headers=("ETag",))
        },
    ),
)
async def list_offered(request: AnyRequest, actor: Actor, deps: Deps) -> Response[bytes]:
    actor.require("readCase")
    query = query_of(request, OfferedQuery)
    found = await work_lists.offered(
        deps.pool, actor, court_day(deps.clock.now()), parse_place(query.after) if query.after else None, query.page_size
    )
    items = tuple(OfferedCase(**msgspec.structs.asdict(line)) for line in found.items)
    return ok(OfferedCaseCollection(items=items, next=str(found.next) if found.next else None))


@get(
    "/cases/{caseNumber:str}/transfers",
    **operation(
        operation_id="listTransfers",
        tag="followUp",
        summary="Offers of a file to other offices",
        scope="cases:read",
        answers={200: Answer(description="Oldest first.", body=TransferCollection, example=examples.TRANSFERS, headers=("ETag",))},
        problems=(404,),
    ),
)
async def list_all(case_number: CaseNumber, actor: Actor, deps: Deps) -> Response[bytes]:
    found = await opened(case_number, actor, deps)
    handing = await conflicts.of_case(deps.pool, found.case.id)
    return ok(TransferCollection(items=tuple(transfer_resource(offer) for offer in handing.offers)))


@post(
    "/cases/{caseNumber:str}/transfers",
    **operation(
        operation_id="offerTransfer",
        tag="followUp",
        summary="Offer a file to another office",
        scope="cases:write",
        body=Transfer,
        body_example=examples.TRANSFER,
        headers=("If-Match", "Idempotency-Key"),
        answers={201: Answer(description="Offered.", body=ChangedCase, example=examples.CHANGED, headers=("Location", "ETag"))},
        problems=(404, 409, 412, 422, 428),
    ),
)
@once
async def offer(request: AnyRequest, case_number: CaseNumber, version: SeenVersion, actor: Actor, deps: Deps) -> Response[bytes]:
    given = await body_of(request, Transfer)
    command = OfferTransfer(
        case_number=case_number,
        version=version,
        to_office=given.to_office,
        ground=given.ground,
        reason=given.reason,
        pieces=given.pieces,
        time_limits=tuple(RunningLimit(title=limit.title, due_on=limit.due_on) for limit in given.time_limits),
        answer_due_on=given.answer_due_on,
    )
    done = await offer_transfer(command, actor, deps)
    return created(changed_case(case_number, done.version), href("cases", case_number, "transfers"), version=done.version)


@post(
    "/cases/{caseNumber:str}/transfer-withdrawals",
    status_code=200,
    **operation(
        operation_id="withdrawTransfer",
        tag="followUp",
        summary="Take back an offer that waits for an answer",
        scope="cases:write",
        body=TransferWithdrawal,
        body_example=examples.REASON_ONLY,
        headers=("If-Match", "Idempotency-Key"),
        answers={200: Answer(description="Taken back.", body=ChangedCase, example=examples.CHANGED, headers=("ETag",))},
        problems=(404, 409, 412, 422, 428),
    ),
)
@once
async def withdraw(request: AnyRequest, case_number: CaseNumber, version: SeenVersion, actor: Actor, deps: Deps) -> Response[bytes]:
    given = await body_of(request, TransferWithdrawal)
    done = await withdraw_transfer(WithdrawTransfer(case_number=case_number, version=version, reason=given.reason), actor, deps)
    return ok(changed_case(case_number, done.version), version=done.version)


@post(
    "/cases/{caseNumber:str}/transfer-answers",
    status_code=200,
    **operation(
        operation_id="answerTransfer",
        tag="followUp",
        summary="Accept or refuse a file",
        description="By a prosecutor or head of the office to which it is offered; accepting makes that office its holder.",
        scope="cases:write",
        body=TransferAnswer,
        body_example=examples.TRANSFER_ANSWER,
        headers=("If-Match", "Idempotency-Key"),
        answers={200: Answer(description="Answered.", body=ChangedCase, example=examples.CHANGED, headers=("ETag",))},
        problems=(404, 409, 412, 422, 428),
    ),
)
@once
async def answer(request: AnyRequest, case_number: CaseNumber, version: SeenVersion, actor: Actor, deps: Deps) -> Response[bytes]:
    given = await body_of(request, TransferAnswer)
    command = AnswerTransfer(case_number=case_number, version=version, accept=given.accept, reason=given.reason)
    done = await answer_transfer(command, actor, deps)
    return ok(changed_case(case_number, done.version), version=done.version)
