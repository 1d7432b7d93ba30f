"""Mails about a file, each with its state; one that failed or is held can be sent again."""

from datetime import datetime

import msgspec
from litestar import Response, get, post

from docket.actions.papers.resend_delivery import ResendDelivery, resend_delivery
from docket.api import examples
from docket.api.answers import ok
from docket.api.handed import Actor, AnyRequest, CaseNumber, DeliveryId, Deps
from docket.api.once import once
from docket.api.opened import opened
from docket.api.operations import Answer, operation
from docket.api.resources import Resource
from docket.errors import NotFound
from docket.store import mails
from docket.store.mails import EventKind
from docket.store.search import DeliveryLine, DeliveryState


class DeliveryResource(Resource, frozen=True, kw_only=True):
    """One mail to one recipient."""

    id: int
    mail: str
    recipient: str
    state: DeliveryState
    subject: str
    message_id: str
    written_at: datetime
    attempts: int
    last_attempt_at: datetime | None
    sent_at: datetime | None
    #: The last words of the mail server, or why it was refused here.
    server_reply: str | None
    #: A worker ended between the answer of the server and its own record: it may have gone twice.
    maybe_twice: bool
    #: A fact it was built on was corrected then.
    outdated_at: datetime | None


class DeliveryCollection(Resource, frozen=True, kw_only=True):
    items: tuple[DeliveryResource, ...]


class DeliveryEvent(Resource, frozen=True, kw_only=True):
    at: datetime
    what: EventKind
    #: Of the mail server, or of what came back.
    reply: str | None
    #: Who sent it again.
    by: str | None


class DeliveryEventCollection(Resource, frozen=True, kw_only=True):
    """Oldest first; a mail that is sent again keeps what came before."""

    items: tuple[DeliveryEvent, ...]


class ResentDelivery(Resource, frozen=True, kw_only=True):
    id: int
    state: str


@get(
    "/cases/{caseNumber:str}/deliveries",
    **operation(
        operation_id="listDeliveries",
        tag="followUp",
        summary="Mails about a file",
        scope="cases:read",
        answers={200: Answer(description="The mails.", body=DeliveryCollection, example=examples.DELIVERIES, headers=("ETag",))},
        problems=(404,),
    ),
)
async def list_all(case_number: CaseNumber, actor: Actor, deps: Deps) -> Response[bytes]:
    view = await opened(case_number, actor, deps)
    return ok(DeliveryCollection(items=tuple(_resource(line) for line in view.deliveries)))


@get(
    "/cases/{caseNumber:str}/deliveries/{deliveryId:str}/events",
    **operation(
        operation_id="listDeliveryEvents",
        tag="followUp",
        summary="What became of a mail",
        scope="cases:read",
        answers={
            200: Answer(description="Oldest first.", body=DeliveryEventCollection, example=examples.DELIVERY_EVENTS, headers=("ETag",))
        },
        problems=(404,),
    ),
)
async def list_events(case_number: CaseNumber, delivery_id: DeliveryId, actor: Actor, deps: Deps) -> Response[bytes]:
    view = await opened(case_number, actor, deps)
    if all(line.id != delivery_id for line in view.deliveries):
        raise NotFound
    events = await mails.history(deps.pool, delivery_id)
    return ok(DeliveryEventCollection(items=tuple(DeliveryEvent(**msgspec.structs.asdict(one)) for one in events)))


@post(
    "/cases/{caseNumber:str}/deliveries/{deliveryId:str}/resends",
    status_code=200,
    **operation(
        operation_id="resendDelivery",
        tag="followUp",
        summary="Send a mail again that failed or is held",
        description="The same mail, with its Message-ID.",
        scope="cases:write",
        headers=("Idempotency-Key",),
        answers={
            200: Answer(
                description="It waits for the worker, or is held while no mail server is set.",
                body=ResentDelivery,
                example={"id": 17, "state": "queued"},
            )
        },
        problems=(404, 409, 422),
    ),
)
@once
async def resend(request: AnyRequest, case_number: CaseNumber, delivery_id: DeliveryId, actor: Actor, deps: Deps) -> Response[bytes]:
    view = await opened(case_number, actor, deps, "resendMail")
    if all(line.id != delivery_id for line in view.deliveries):
        raise NotFound
    done = await resend_delivery(ResendDelivery(delivery_id=delivery_id), actor, deps)
    return ok(ResentDelivery(id=done.delivery_id, state=done.state))


def _resource(line: DeliveryLine) -> DeliveryResource:
    return DeliveryResource(**{name: getattr(line, name) for name in DeliveryResource.__struct_fields__})
