"""Handing a file over: one office offers it, the other accepts or refuses."""

from datetime import datetime

import msgspec
from litestar import Response, get, post

from docket.actions.transfers.answer_transfer import AnswerTransfer, answer_transfer
from docket.actions.transfers.offer_transfer import OfferTransfer, offer_transfer
from docket.api import examples
from docket.api.answers import created, href, ok
from docket.api.cases import Code
from docket.api.decisions import Reason
from docket.api.handed import Actor, AnyRequest, CaseNumber, Deps, SeenVersion
from docket.api.opened import opened
from docket.api.operations import Answer, operation
from docket.api.reading import body_of
from docket.api.resources import ChangedCase, Resource, TransferResource, changed_case, transfer_resource
from docket.contract import ContractStruct
from docket.store import search


class Transfer(ContractStruct, frozen=True, kw_only=True):
    to_office: Code
    reason: Reason


class TransferAnswer(ContractStruct, frozen=True, kw_only=True):
    accept: bool
    reason: Reason


class TransferCollection(Resource, frozen=True, kw_only=True):
    """The transfer that waits for an answer; at most one."""

    items: tuple[TransferResource, ...]


class OfferedCase(Resource, frozen=True, kw_only=True):
    """What the office that is offered a file learns of it before it accepts."""

    case_number: str
    #: For the If-Match of the answer.
    version: int
    from_office: str
    reason: str
    offered_at: datetime
    offered_by: str


class OfferedCaseCollection(Resource, frozen=True, kw_only=True):
    items: tuple[OfferedCase, ...]


@get(
    "/transfers",
    **operation(
        operation_id="listOfferedCases",
        tag="followUp",
        summary="Files that other offices offer to yours",
        description="The office reads a file once it has accepted it.",
        scope="cases:read",
        answers={
            200: Answer(description="What waits for an answer.", body=OfferedCaseCollection, example=examples.OFFERED, headers=("ETag",))
        },
    ),
)
async def list_offered(actor: Actor, deps: Deps) -> Response[bytes]:
    actor.require("readCase")
    offers = await search.offers(deps.pool, actor.office) if actor.office else ()
    return ok(OfferedCaseCollection(items=tuple(OfferedCase(**msgspec.structs.asdict(line)) for line in offers)))


@get(
    "/cases/{caseNumber:str}/transfers",
    **operation(
        operation_id="listTransfers",
        tag="followUp",
        summary="The transfer that waits for an answer",
        scope="cases:read",
        answers={200: Answer(description="None or one.", body=TransferCollection, example=examples.TRANSFERS, headers=("ETag",))},
        problems=(404,),
    ),
)
async def list_all(case_number: CaseNumber, actor: Actor, deps: Deps) -> Response[bytes]:
    offer = transfer_resource((await opened(case_number, actor, deps)).offer)
    return ok(TransferCollection(items=(offer,) if offer else ()))


@post(
    "/cases/{caseNumber:str}/transfers",
    **operation(
        operation_id="offerTransfer",
        tag="followUp",
        summary="Offer a file to another office",
        scope="cases:write",
        body=Transfer,
        body_example=examples.TRANSFER,
        headers=("If-Match",),
        answers={201: Answer(description="Offered.", body=ChangedCase, example=examples.CHANGED, headers=("Location", "ETag"))},
        problems=(404, 409, 412, 428),
    ),
)
async def offer(request: AnyRequest, case_number: CaseNumber, version: SeenVersion, actor: Actor, deps: Deps) -> Response[bytes]:
    given = await body_of(request, Transfer)
    command = OfferTransfer(case_number=case_number, version=version, to_office=given.to_office, reason=given.reason)
    done = await offer_transfer(command, actor, deps)
    return created(changed_case(case_number, done.version), href("cases", case_number, "transfers"), version=done.version)


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
        headers=("If-Match",),
        answers={200: Answer(description="Answered.", body=ChangedCase, example=examples.CHANGED, headers=("ETag",))},
        problems=(404, 409, 412, 428),
    ),
)
async def answer(request: AnyRequest, case_number: CaseNumber, version: SeenVersion, actor: Actor, deps: Deps) -> Response[bytes]:
    given = await body_of(request, TransferAnswer)
    command = AnswerTransfer(case_number=case_number, version=version, accept=given.accept, reason=given.reason)
    done = await answer_transfer(command, actor, deps)
    return ok(changed_case(case_number, done.version), version=done.version)
