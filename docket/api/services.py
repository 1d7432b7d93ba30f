"""Acts served on persons of a file, with their proof; registries enter those of their own court."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from urllib.parse import urlencode

import msgspec
from litestar import Response, get, post
from msgspec import Meta

from docket.access import visibility
from docket.actions.services.ask_service import AskService, ask_service
from docket.actions.services.fail_service import FailService, fail_service
from docket.actions.services.record_service import RecordService, record_service
from docket.actions.services.serving import ChangedService
from docket.actions.services.withdraw_service import WithdrawService, withdraw_service
from docket.api import examples
from docket.api.answers import created, href, ok
from docket.api.cases import Code
from docket.api.contacts import Line
from docket.api.decisions import Reason
from docket.api.handed import Actor, AnyRequest, CaseNumber, Deps, SeenVersion, ServiceId
from docket.api.once import once
from docket.api.opened import opened
from docket.api.operations import Answer, operation
from docket.api.reading import body_of, query_of
from docket.api.resources import Resource
from docket.clock import court_day
from docket.contract import ContractStruct
from docket.errors import BadInput, Issue
from docket.services import (
    DoneSaid,
    ServedAct,
    Service,
    ServiceManner,
    ServiceProof,
    ServiceState,
    Verdict,
    called,
    doubts,
    ended_suspects,
)
from docket.store import hearings
from docket.store import services as store
from docket.store.search import CaseView
from docket.store.services import PAGE_ROWS

PersonId = Annotated[str, Meta(pattern="^[^/]{1,60}$", examples=["s1"])]
MAX_PAGE_ROWS = 200
#: What each outcome needs.
_WANTED = {
    "done": ("servedOn", "inPerson", "proof", "proofReference", "proofOn"),
    "failed": ("failedOn", "reason"),
    "withdrawn": ("reason",),
}


class ServiceRequest(ContractStruct, frozen=True, kw_only=True):
    act: ServedAct
    #: Ids of persons of the file; a record is made for each.
    persons: Annotated[tuple[PersonId, ...], Meta(min_length=1, max_length=500)]
    manner: ServiceManner
    #: Id of the hearing; asked with `summons` and `policeRecord`, and with no other act.
    hearing: Annotated[int, Meta(ge=1, le=999_999_999_999_999_999)] | None = None
    #: Which judgment or order; asked with every act that calls to no hearing.
    reference: Line | None = None
    #: Of that judgment or order; left out = that of the hearing, or of the registry that asks.
    court: Code | None = None
    #: Left out = today.
    asked_on: date | None = None


class ServiceOutcome(ContractStruct, frozen=True, kw_only=True):
    """What became of a service; only `done` starts a clock."""

    outcome: Literal["done", "failed", "withdrawn"]
    #: With `done`; abroad: the day of posting.
    served_on: date | None = None
    served_at: datetime | None = None
    #: With `done` abroad: when it was presented there.
    presented_on: date | None = None
    in_person: bool | None = None
    proof: ServiceProof | None = None
    proof_reference: Line | None = None
    proof_on: date | None = None
    #: With `failed`.
    failed_on: date | None = None
    #: With `failed` and `withdrawn`.
    reason: Reason | None = None
    #: With `withdrawn`: the person need not be served any more.
    needless: bool = False


class ServiceResource(Resource, frozen=True, kw_only=True):
    id: int
    act: ServedAct
    person: str
    hearing_id: int | None
    #: Of the hearing as the act names it; the act calls to no later day.
    hearing_sequence: int | None
    reference: str | None
    court: str | None
    manner: ServiceManner
    #: `asked` = nothing is known yet; that is no failure.
    state: ServiceState
    asked_on: date
    made_at: datetime
    made_by: str
    #: The earlier attempt.
    follows_id: int | None
    served_on: date | None
    served_at: datetime | None
    presented_on: date | None
    in_person: bool | None
    proof: ServiceProof | None
    proof_reference: str | None
    proof_on: date | None
    failed_on: date | None
    reason: str | None
    needless: bool
    closed_at: datetime | None
    closed_by: str | None
    #: What a person should look at, in Dutch.
    doubts: tuple[str, ...]


class CalledResource(Resource, frozen=True, kw_only=True):
    """How a hearing stands with one person who is to be served."""

    hearing_id: int
    person: str
    #: Served in time, too late, failed, not in time any more, its last day near, not yet, or not needed.
    verdict: Verdict
    #: Null = nothing was asked yet.
    service: int | None
    #: The last day on which he can be served for that day; null = the law data have no term.
    serve_by: date | None
    #: Of who was served too late.
    first_lawful_on: date | None


class ServiceCollection(Resource, frozen=True, kw_only=True):
    """The newest first; and how each hearing to come stands with whom it calls."""

    items: tuple[ServiceResource, ...]
    called: tuple[CalledResource, ...]


class ServiceLineResource(Resource, frozen=True, kw_only=True):
    href: str
    id: int
    case_number: str
    act: ServedAct
    person: str
    role: str | None
    manner: ServiceManner
    state: ServiceState
    asked_on: date
    served_on: date | None
    failed_on: date | None
    reason: str | None
    reference: str | None
    #: Start of the hearing that it calls to.
    starts_at: datetime | None


class ServiceLineCollection(Resource, frozen=True, kw_only=True):
    """What waits longest first."""

    items: tuple[ServiceLineResource, ...]
    #: Where the next page is; absent on the last one.
    next: str | msgspec.UnsetType = msgspec.UNSET


class HearingAtRiskResource(Resource, frozen=True, kw_only=True):
    href: str
    id: int
    starts_at: datetime
    case_number: str
    court: str
    chamber: str
    #: Numbers of persons.
    failed: int
    late: int
    unserved: int
    #: Until then new services can save the day; null = only another day can, or the law data have no term.
    serve_by: date | None


class HearingAtRiskCollection(Resource, frozen=True, kw_only=True):
    """The first hearing first."""

    #: All of them.
    count: int
    items: tuple[HearingAtRiskResource, ...]


class ServiceQuery(ContractStruct, frozen=True, kw_only=True):
    state: ServiceState = "asked"
    page_size: Annotated[int, Meta(ge=1, le=MAX_PAGE_ROWS)] = PAGE_ROWS
    #: Of `next` of the page before.
    after: Annotated[int, Meta(ge=1, le=999_999_999_999_999_999)] | None = None


class AtRiskQuery(ContractStruct, frozen=True, kw_only=True):
    page_size: Annotated[int, Meta(ge=1, le=MAX_PAGE_ROWS)] = PAGE_ROWS


class ChangedServiceResource(Resource, frozen=True, kw_only=True):
    href: str
    case_number: str
    version: int
    services: tuple[int, ...]


@get(
    "/cases/{caseNumber:str}/services",
    **operation(
        operation_id="listServices",
        tag="followUp",
        summary="Acts served on persons of a file",
        scope="cases:read",
        answers={200: Answer(description="The newest first.", body=ServiceCollection, example=examples.SERVICES, headers=("ETag",))},
        problems=(404,),
    ),
)
async def list_all(case_number: CaseNumber, actor: Actor, deps: Deps) -> Response[bytes]:
    found = await opened(case_number, actor, deps)
    rows = await store.of_case(deps.pool, found.case.id)
    law = deps.law.law
    items = tuple(ServiceResource(**msgspec.structs.asdict(row), doubts=tuple(doubts(row, law))) for row in rows)
    return ok(ServiceCollection(items=items, called=await _called(found, rows, deps)))


async def _called(found: CaseView, rows: tuple[Service, ...], deps: Any) -> tuple[CalledResource, ...]:
    now, days = deps.clock.now(), deps.settings.service_warning_days
    ended = ended_suspects(found.stands.rows)
    return tuple(
        CalledResource(
            hearing_id=hearing.id,
            person=one.person,
            verdict=one.verdict,
            service=one.service.id if one.service else None,
            serve_by=one.serve_by,
            first_lawful_on=one.first_lawful_on,
        )
        for hearing in await hearings.of_case(deps.pool, found.case.id)
        if hearing.state == "set" and hearing.starts_at > now
        for one in called(hearing, rows, found.case.report, ended, deps.law.law, court_day(now), days)
    )


@get(
    "/services",
    **operation(
        operation_id="listAllServices",
        tag="followUp",
        summary="Services in one state, over all files that you read",
        scope="cases:read",
        query=ServiceQuery,
        answers={
            200: Answer(
                description="What waits longest first.", body=ServiceLineCollection, example=examples.ALL_SERVICES, headers=("ETag",)
            )
        },
    ),
)
async def list_over_files(request: AnyRequest, actor: Actor, deps: Deps) -> Response[bytes]:
    actor.require("readCase")
    query = query_of(request, ServiceQuery)
    lines = await store.listed(deps.pool, visibility(actor), query.state, query.after or 0, query.page_size)
    shown = lines[: query.page_size]
    more = {"state": query.state, "pageSize": query.page_size, "after": shown[-1].id} if len(lines) > len(shown) else None
    items = tuple(ServiceLineResource(**msgspec.structs.asdict(one), href=href("cases", one.case_number, "services")) for one in shown)
    return ok(ServiceLineCollection(items=items, next=f"{href('services')}?{urlencode(more)}" if more else msgspec.UNSET))


@get(
    "/hearings-at-risk",
    **operation(
        operation_id="listHearingsAtRisk",
        tag="followUp",
        summary="Hearings to come that no lawful service carries",
        description="A service failed or came too late, or somebody is not served and the last lawful day is near or past.",
        scope="cases:read",
        query=AtRiskQuery,
        answers={
            200: Answer(
                description="The first hearing first.",
                body=HearingAtRiskCollection,
                example=examples.HEARINGS_AT_RISK,
                headers=("ETag",),
            )
        },
    ),
)
async def list_at_risk(request: AnyRequest, actor: Actor, deps: Deps) -> Response[bytes]:
    actor.require("readCase")
    query, now = query_of(request, AtRiskQuery), deps.clock.now()
    found = await store.at_risk(
        deps.pool,
        visibility(actor),
        deps.law.law,
        now=now,
        today=court_day(now),
        warn_days=deps.settings.service_warning_days,
        rows=query.page_size,
    )
    items = tuple(
        HearingAtRiskResource(**msgspec.structs.asdict(one), href=href("cases", one.case_number, "services")) for one in found.lines
    )
    return ok(HearingAtRiskCollection(count=found.count, items=items))


@post(
    "/cases/{caseNumber:str}/services",
    **operation(
        operation_id="askService",
        tag="followUp",
        summary="Ask that an act is served on persons of a file",
        scope="cases:write",
        body=ServiceRequest,
        body_example=examples.SERVICE_REQUEST,
        headers=("If-Match", "Idempotency-Key"),
        answers={
            201: Answer(
                description="Asked; nothing is known yet.",
                body=ChangedServiceResource,
                example=examples.CHANGED_SERVICE,
                headers=("Location", "ETag"),
            )
        },
        problems=(404, 409, 412, 422, 428),
    ),
)
@once
async def ask(request: AnyRequest, case_number: CaseNumber, version: SeenVersion, actor: Actor, deps: Deps) -> Response[bytes]:
    given = await body_of(request, ServiceRequest)
    command = AskService(
        case_number=case_number,
        version=version,
        act=given.act,
        persons=given.persons,
        manner=given.manner,
        hearing_id=given.hearing,
        reference=given.reference,
        court=given.court,
        asked_on=given.asked_on,
    )
    done = await ask_service(command, actor, deps)
    return created(_changed(done), href("cases", case_number, "services"), version=done.version)


@post(
    "/cases/{caseNumber:str}/services/{serviceId:str}/outcomes",
    status_code=200,
    **operation(
        operation_id="noteService",
        tag="followUp",
        summary="Say that a service was done, with its proof, that it failed, or that it is withdrawn",
        description="A service that was done starts the clocks that run from it; withdrawn, it strikes them.",
        scope="cases:write",
        body=ServiceOutcome,
        body_example=examples.SERVICE_OUTCOME,
        headers=("If-Match", "Idempotency-Key"),
        answers={200: Answer(description="Entered.", body=ChangedServiceResource, example=examples.CHANGED_SERVICE, headers=("ETag",))},
        problems=(404, 409, 412, 422, 428),
    ),
)
@once
async def note(
    request: AnyRequest, case_number: CaseNumber, service_id: ServiceId, version: SeenVersion, actor: Actor, deps: Deps
) -> Response[bytes]:
    given = await body_of(request, ServiceOutcome)
    _require_said(given)
    where: dict[str, Any] = {"case_number": case_number, "version": version, "service_id": service_id}
    match given.outcome:
        case "done":
            said: dict[str, Any] = {name: getattr(given, name) for name in DoneSaid.__struct_fields__}
            done = await record_service(RecordService(**where, said=DoneSaid(**said)), actor, deps)
        case "failed":
            failed: Any = given.failed_on
            done = await fail_service(FailService(**where, failed_on=failed, reason=given.reason or ""), actor, deps)
        case _:
            done = await withdraw_service(WithdrawService(**where, reason=given.reason or "", needless=given.needless), actor, deps)
    return ok(_changed(done), version=done.version)


def _require_said(given: ServiceOutcome) -> None:
    said = msgspec.to_builtins(given)
    missing = [name for name in _WANTED[given.outcome] if said.get(name) is None]
    if missing:
        detail = f"Bij {given.outcome} hoort dit veld."
        raise BadInput(issues=tuple(Issue(type="requiredInput", name=f"/{name}", detail=detail) for name in missing))


def _changed(done: ChangedService) -> ChangedServiceResource:
    return ChangedServiceResource(
        href=href("cases", done.case_number), case_number=done.case_number, version=done.version, services=done.services
    )
