"""What was asked about a file and is not back: kantschriften, laboratories, experts and single facts, with reminders and answers."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

import msgspec
from litestar import Response, get, post
from msgspec import Meta

from docket import requests
from docket.access import visibility
from docket.actions.requests.accept_answer import AcceptAnswer, accept_answer
from docket.actions.requests.ask_request import AskRequest, ask_request
from docket.actions.requests.asking import LONGEST_LINE, LONGEST_TEXT, ChangedRequest
from docket.actions.requests.enter_answer import EnterAnswer, enter_answer
from docket.actions.requests.move_due import MoveDue, move_due
from docket.actions.requests.refuse_answer import RefuseAnswer, refuse_answer
from docket.actions.requests.revoke_links import RevokeLinks, revoke_links
from docket.actions.requests.withdraw_request import WithdrawRequest, withdraw_request
from docket.api import examples
from docket.api.answers import created, href, ok
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
from docket.requests import AnswerState, RequestKind, RequestState, Step, Via
from docket.store import requests as store
from docket.store.requests import RequestCursor, Which

#: As a request and an answer are numbered.
Number = Annotated[int, Meta(ge=1, le=999_999_999_999_999_999)]
Line = Annotated[str, Meta(min_length=1, max_length=LONGEST_LINE)]
Text = Annotated[str, Meta(min_length=1, max_length=LONGEST_TEXT)]
Fact = Annotated[str, Meta(pattern=r"^/[A-Za-z]{1,40}(/[^/]{1,100}){0,3}$", examples=["/places/p1/quay"])]
#: Longest page of the list over all files.
LONGEST_PAGE = 200


class NewRequest(ContractStruct, frozen=True, kw_only=True):
    #: Left out = a question.
    kind: RequestKind | None = None
    #: Left out = the service that reported, at the first address of its investigators.
    addressee: Line | None = None
    #: Left out with an addressee = nothing is mailed.
    address: Line | None = None
    #: Left out = the question of the fact.
    question: Text | None = None
    #: The one fact that is asked, as a path of the contract by the id of its row; its answer amends the file.
    fact: Fact | None = None
    #: Left out = after the days of the setting of the register.
    due_on: date | None = None


class NewAnswer(ContractStruct, frozen=True, kw_only=True):
    request: Number
    via: Literal["letter", "mail", "phone", "inPerson"]
    #: The value of the fact as text: numbers in digits, true or false. Left out where no fact was asked.
    value: Text | None = None
    remark: Text | None = None
    #: Left out = today.
    answered_on: date | None = None


class RequestAct(ContractStruct, frozen=True, kw_only=True):
    """What is done to a request."""

    request: Number
    act: Literal["acceptAnswer", "refuseAnswer", "moveDue", "withdraw", "revokeLinks"]
    #: Of the answer that is accepted or refused.
    answer: Number | None = None
    #: The new day.
    due_on: date | None = None
    #: Required to refuse, to move and to withdraw.
    reason: Reason | None = None


class AnswerResource(Resource, frozen=True, kw_only=True):
    """As it came; it changes the file only once it is accepted."""

    id: int
    #: JSON of the contract; null = in words only.
    value: str | None
    remark: str | None
    via: Via
    answered_on: date
    received_at: datetime
    #: `request:7` = by the private link of that request.
    received_by: str
    state: AnswerState
    closed_at: datetime | None
    closed_by: str | None
    close_reason: str | None
    #: The file was amended with it.
    amended: bool


class ReminderResource(Resource, frozen=True, kw_only=True):
    step: Step
    number: int
    due_on: date
    made_at: datetime
    #: A mail to the addressee was made for it.
    mailed: bool
    #: Of that mail: held, queued, sending, sent (a relay took it), retrying, failed or refused; null = there is none.
    mail_state: str | None


class RequestResource(Resource, frozen=True, kw_only=True):
    request: int
    #: The office that asked.
    office: str
    kind: RequestKind
    addressee: str
    address: str | None
    question: str
    fact: str | None
    due_on: date
    overdue: bool
    state: RequestState
    asked_on: date
    asked_at: datetime
    asked_by: str
    closed_at: datetime | None
    closed_by: str | None
    close_reason: str | None
    answers: tuple[AnswerResource, ...]
    reminders: tuple[ReminderResource, ...]
    #: Private links that still open.
    open_links: int


class MissingFact(Resource, frozen=True, kw_only=True):
    """A fact that the present decision says it misses."""

    fact: str
    #: In Dutch.
    question: str


class RequestCollection(Resource, frozen=True, kw_only=True):
    #: Oldest first.
    items: tuple[RequestResource, ...]
    missing: tuple[MissingFact, ...]


class RequestLine(Resource, frozen=True, kw_only=True):
    href: str
    case_number: str
    request: int
    kind: RequestKind
    addressee: str
    fact: str | None
    due_on: date
    asked_on: date
    overdue: bool
    #: An answer waits for somebody of the office.
    answered: bool
    #: Reminders that went by mail.
    reminders: int


class RequestList(Resource, frozen=True, kw_only=True):
    items: tuple[RequestLine, ...]
    #: Over all files that you read.
    open: int
    overdue: int
    answered: int
    #: For `after` of the next page; null = this is the last one.
    next: str | None


class RequestQuery(ContractStruct, frozen=True, kw_only=True):
    which: Annotated[Which, Meta(description="All that is open, what is late, or what waits for your office.")] = "open"
    page_size: Annotated[int, Meta(ge=1, le=LONGEST_PAGE, description="Requests on a page.")] = store.PAGE_ROWS
    after: Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}/\d{1,18}$", description="`next` of the page before.")] | None = None


class ChangedRequestResource(Resource, frozen=True, kw_only=True):
    href: str
    case_number: str
    version: int
    request: int


class EnteredAnswerResource(ChangedRequestResource, frozen=True, kw_only=True):
    answer: int


@get(
    "/requests",
    **operation(
        operation_id="listOpenRequests",
        tag="followUp",
        summary="What was asked and is not back, over all files that you read",
        scope="cases:read",
        query=RequestQuery,
        answers={200: Answer(description="The soonest due first.", body=RequestList, example=examples.OPEN_REQUESTS, headers=("ETag",))},
    ),
)
async def list_open(request: AnyRequest, actor: Actor, deps: Deps) -> Response[bytes]:
    actor.require("keepRequests")
    query, seen, today = query_of(request, RequestQuery), visibility(actor, "keepRequests"), court_day(deps.clock.now())
    after = RequestCursor.parse(query.after) if query.after else None
    lines, more = await store.listed(deps.pool, seen, query.which, today, after, query.page_size)
    counts = await store.counts(deps.pool, seen, today)
    items = tuple(
        RequestLine(href=href("cases", line.case_number, "requests"), request=line.id, **_columns(line, RequestLine)) for line in lines
    )
    return ok(RequestList(items=items, next=None if more is None else str(more), **msgspec.structs.asdict(counts)))


@get(
    "/cases/{caseNumber:str}/requests",
    **operation(
        operation_id="listRequests",
        tag="followUp",
        summary="What was asked about a file, and which facts its decision misses",
        scope="cases:read",
        answers={200: Answer(description="Oldest first.", body=RequestCollection, example=examples.REQUESTS, headers=("ETag",))},
        problems=(404,),
    ),
)
async def list_all(case_number: CaseNumber, actor: Actor, deps: Deps) -> Response[bytes]:
    found = await opened(case_number, actor, deps)
    report, now = found.case.report, deps.clock.now()
    missing = requests.missing(found.current.decision, report)
    body = RequestCollection(
        items=tuple(_resource(one, court_day(now)) for one in await store.of_case(deps.pool, found.case.id, now)),
        missing=tuple(MissingFact(fact=fact, question=requests.question_of(fact, report)) for fact in missing),
    )
    return ok(body)


@post(
    "/cases/{caseNumber:str}/requests",
    **operation(
        operation_id="askRequest",
        tag="followUp",
        summary="Ask something of somebody outside",
        description="With only a fact it is asked of the service that reported. The mail holds a private link and never the question.",
        scope="cases:write",
        body=NewRequest,
        body_example=examples.REQUEST,
        headers=("If-Match", "Idempotency-Key"),
        answers={
            201: Answer(description="Asked.", body=ChangedRequestResource, example=examples.CHANGED_REQUEST, headers=("Location", "ETag"))
        },
        problems=(404, 409, 412, 422, 428),
    ),
)
@once
async def ask(request: AnyRequest, case_number: CaseNumber, version: SeenVersion, actor: Actor, deps: Deps) -> Response[bytes]:
    given = await body_of(request, NewRequest)
    command = AskRequest(
        case_number=case_number,
        version=version,
        kind=given.kind or "question",
        addressee=given.addressee,
        address=given.address,
        question=given.question,
        fact=given.fact,
        due_on=given.due_on,
    )
    done = await ask_request(command, actor, deps)
    return created(_changed(done), href("cases", case_number, "requests"), version=done.version)


@post(
    "/cases/{caseNumber:str}/request-answers",
    **operation(
        operation_id="enterAnswer",
        tag="followUp",
        summary="Enter an answer that came by letter, mail, telephone or in person",
        description="A proposal: it changes the file only once it is accepted.",
        scope="cases:write",
        body=NewAnswer,
        body_example=examples.REQUEST_ANSWER,
        headers=("If-Match", "Idempotency-Key"),
        answers={
            201: Answer(description="Entered.", body=EnteredAnswerResource, example=examples.ENTERED_ANSWER, headers=("Location", "ETag"))
        },
        problems=(404, 409, 412, 422, 428),
    ),
)
@once
async def enter(request: AnyRequest, case_number: CaseNumber, version: SeenVersion, actor: Actor, deps: Deps) -> Response[bytes]:
    given = await body_of(request, NewAnswer)
    found = await opened(case_number, actor, deps)
    one = next((each for each in await store.of_case(deps.pool, found.case.id, deps.clock.now()) if each.id == given.request), None)
    command = EnterAnswer(
        case_number=case_number,
        version=version,
        request_id=given.request,
        via=given.via,
        value=requests.value_of(one.fact, given.value) if one is not None and given.value is not None else given.value,
        remark=given.remark,
        answered_on=given.answered_on,
    )
    done = await enter_answer(command, actor, deps)
    body = EnteredAnswerResource(
        href=href("cases", case_number, "requests"),
        case_number=case_number,
        version=done.version,
        request=done.request_id,
        answer=done.answer_id,
    )
    return created(body, href("cases", case_number, "requests"), version=done.version)


@post(
    "/cases/{caseNumber:str}/request-acts",
    status_code=200,
    **operation(
        operation_id="changeRequest",
        tag="followUp",
        summary="Accept or refuse an answer, move the due day, withdraw a request or take back its links",
        description="Accepting an answer to a fact amends the file, which is decided anew.",
        scope="cases:write",
        body=RequestAct,
        body_example=examples.REQUEST_ACT,
        headers=("If-Match", "Idempotency-Key"),
        answers={200: Answer(description="Done.", body=ChangedRequestResource, example=examples.CHANGED_REQUEST, headers=("ETag",))},
        problems=(404, 409, 412, 422, 428),
    ),
)
@once
async def change(request: AnyRequest, case_number: CaseNumber, version: SeenVersion, actor: Actor, deps: Deps) -> Response[bytes]:
    given = await body_of(request, RequestAct)
    about: dict[str, Any] = {"case_number": case_number, "version": version, "request_id": given.request}
    reason = given.reason or ""
    match given.act:
        case "acceptAnswer":
            done = await accept_answer(AcceptAnswer(**about, answer_id=_required(given.answer, "/answer"), reason=reason), actor, deps)
        case "refuseAnswer":
            done = await refuse_answer(RefuseAnswer(**about, answer_id=_required(given.answer, "/answer"), reason=reason), actor, deps)
        case "moveDue":
            done = await move_due(MoveDue(**about, due_on=_required(given.due_on, "/dueOn"), reason=reason), actor, deps)
        case "withdraw":
            done = await withdraw_request(WithdrawRequest(**about, reason=reason), actor, deps)
        case _:
            done = await revoke_links(RevokeLinks(**about), actor, deps)
    return ok(_changed(done), version=done.version)


def _required(value: Any, name: str) -> Any:
    if value is None:
        raise BadInput(issues=(Issue(type="requiredInput", name=name, detail="Deze handeling vraagt dit veld; vul het in."),))
    return value


def _changed(done: ChangedRequest) -> ChangedRequestResource:
    return ChangedRequestResource(
        href=href("cases", done.case_number, "requests"), case_number=done.case_number, version=done.version, request=done.request_id
    )


def _resource(one: requests.Request, today: date) -> RequestResource:
    columns = _columns(one, RequestResource)
    columns["answers"] = tuple(AnswerResource(**msgspec.structs.asdict(answer)) for answer in one.answers)
    columns["reminders"] = tuple(ReminderResource(**msgspec.structs.asdict(reminder)) for reminder in one.reminders)
    columns["overdue"] = one.overdue(today)
    return RequestResource(request=one.id, **columns)


def _columns(row: msgspec.Struct, kind: type[msgspec.Struct]) -> dict[str, Any]:
    """What a row and its resource call alike."""
    return {name: getattr(row, name) for name in kind.__struct_fields__ if name in row.__struct_fields__}
