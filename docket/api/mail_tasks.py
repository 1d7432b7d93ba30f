"""What came back by mail and waits for a clerk."""

from datetime import datetime
from typing import Annotated

from litestar import Response, get, post
from msgspec import Meta

from docket.access import visibility
from docket.actions.mails.close_mail_task import CloseMailTask, close_mail_task
from docket.api import examples
from docket.api.answers import href, ok
from docket.api.decisions import Reason
from docket.api.handed import Actor, AnyRequest, Deps, TaskId
from docket.api.operations import Answer, operation
from docket.api.reading import body_of, query_of
from docket.api.resources import Resource
from docket.contract import ContractStruct
from docket.store import mails as store
from docket.store.mails import TaskKind

MAX_PAGE_ROWS = 200


class MailTaskResource(Resource, frozen=True, kw_only=True):
    id: int
    #: Of the file; null = it names no mail of this register.
    case: str | None
    case_number: str | None
    delivery_id: int | None
    #: bounce: it did not arrive; autoReply: an automatic answer from elsewhere; answer: one of a person.
    kind: TaskKind
    recipient: str | None
    subject: str | None
    from_domain: str
    #: Of RFC 3463.
    status: str | None
    diagnostic: str | None
    received_at: datetime


class MailTaskCollection(Resource, frozen=True, kw_only=True):
    """Oldest first."""

    #: How many wait from here on.
    count: int
    items: tuple[MailTaskResource, ...]


class MailTaskQuery(ContractStruct, frozen=True, kw_only=True):
    page_size: Annotated[int, Meta(ge=1, le=MAX_PAGE_ROWS)] = store.PAGE_ROWS
    #: Id of the last task of the page before.
    after: Annotated[int, Meta(ge=1, le=999_999_999_999_999_999)] | None = None


class MailTaskClosure(ContractStruct, frozen=True, kw_only=True):
    #: What was done about it.
    reason: Reason


class ClosedMailTask(Resource, frozen=True, kw_only=True):
    id: int


@get(
    "/mail-tasks",
    **operation(
        operation_id="listMailTasks",
        tag="followUp",
        summary="What came back by mail and waits for a clerk",
        description="What did not arrive, an automatic answer from outside the allowed domains, an answer of a person. No content is kept.",
        scope="cases:read",
        query=MailTaskQuery,
        answers={200: Answer(description="Oldest first.", body=MailTaskCollection, example=examples.MAIL_TASKS, headers=("ETag",))},
    ),
)
async def list_all(request: AnyRequest, actor: Actor, deps: Deps) -> Response[bytes]:
    actor.require("resendMail")
    query = query_of(request, MailTaskQuery)
    lines = await store.tasks(deps.pool, visibility(actor, "resendMail"), query.after or 0, query.page_size)
    items = tuple(
        MailTaskResource(
            **{name: getattr(one, name) for name in MailTaskResource.__struct_fields__ if name != "case"},
            case=href("cases", one.case_number) if one.case_number else None,
        )
        for one in lines[: query.page_size]
    )
    return ok(MailTaskCollection(count=lines[0].total if lines else 0, items=items))


@post(
    "/mail-tasks/{taskId:str}/closures",
    status_code=200,
    **operation(
        operation_id="closeMailTask",
        tag="followUp",
        summary="Say what was done about what came back by mail",
        scope="cases:write",
        body=MailTaskClosure,
        body_example=examples.REASON_ONLY,
        answers={200: Answer(description="Closed.", body=ClosedMailTask, example={"id": 4}, headers=("ETag",))},
        problems=(404, 409),
    ),
)
async def close(request: AnyRequest, task_id: TaskId, actor: Actor, deps: Deps) -> Response[bytes]:
    given = await body_of(request, MailTaskClosure)
    await close_mail_task(CloseMailTask(task_id=task_id, reason=given.reason), actor, deps)
    return ok(ClosedMailTask(id=task_id))
