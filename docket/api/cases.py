"""Files: register, list, read, correct."""

from typing import Annotated, Literal
from urllib.parse import unquote_plus, urlencode

import msgspec
from litestar import Response, get, post, put
from msgspec import Meta

from docket.access import visibility
from docket.actions.registration import amend_case, register_case
from docket.api import examples
from docket.api.answers import created, href, ok
from docket.api.handed import Actor, AnyRequest, CaseNumber, Deps, SeenVersion, SpokenLanguage
from docket.api.opened import opened
from docket.api.operations import TOLD, TOLD_AT, Answer, operation
from docket.api.reading import body_of, idempotency_key_of, query_of
from docket.api.resources import CaseItem, CaseResource, Resource, case_item, case_resource
from docket.api.told import ToldDecision, told
from docket.cases import CaseStatus, Confidentiality
from docket.changes import Change
from docket.contract import ContractStruct, Report, report_faults
from docket.errors import Issue
from docket.store import access_log, search
from routing import Language, Law, PortArea, Scope

Code = Annotated[str, Meta(pattern="^[A-Za-z]{1,60}$")]
SearchText = Annotated[
    str,
    Meta(
        pattern=r"^[^\n\t]{1,200}$",
        description="Words that all occur: of a number, notice number, place, container, vessel, person or summary.",
        examples=["deurganckdok"],
    ),
]


class CaseQuery(msgspec.Struct, frozen=True, kw_only=True, rename="camel", forbid_unknown_fields=True):
    q: SearchText | None = None
    area: Annotated[PortArea, Meta(description="Port area of the file.")] | None = None
    office: Annotated[Code, Meta(description="An office that a track names or that holds the file.", examples=["antwerpPort"])] | None = (
        None
    )
    court: Annotated[Code, Meta(description="A court that a track names.", examples=["antwerpCorrectional"])] | None = None
    outcome: Literal["decided", "undecided"] | None = None
    scope: Scope | None = None
    status: CaseStatus | None = None
    confidentiality: Confidentiality | None = None
    open_track: Annotated[bool, Meta(description="Does a track wait for a person to settle it?")] | None = None
    to_confirm: Annotated[bool, Meta(description="Does a track wait for a magistrate's confirmation?")] | None = None
    after: Annotated[str, Meta(pattern="^[0-9]{4}-[0-9]{1,9}$", description="Where the page begins: taken over from `next`.")] | None = None
    page_size: Annotated[int, Meta(ge=1, le=search.MAX_PAGE_ROWS, description="Files on a page.")] = search.PAGE_ROWS


class CaseCollection(Resource, frozen=True, kw_only=True, omit_defaults=True):
    """Newest number first."""

    items: tuple[CaseItem, ...]
    #: Address of the next page; absent on the last one.
    next: str | msgspec.UnsetType = msgspec.UNSET


class RegisteredCase(Resource, frozen=True, kw_only=True):
    href: str
    case_number: str
    #: As it was at registration.
    decision: ToldDecision


class Correction(ContractStruct, frozen=True, kw_only=True):
    """A correction of the facts of a file."""

    #: Why; it stands in the docket entry.
    reason: Annotated[str, Meta(pattern=r"\S(.|\n)*")]
    #: The whole corrected report; its row ids are those of the file.
    report: Report


class AmendedCase(Resource, frozen=True, kw_only=True):
    """What a correction or a later report changed."""

    href: str
    case_number: str
    version: int
    changes: tuple[Change, ...]
    before: ToldDecision
    after: ToldDecision


def correction_faults(value: object) -> list[Issue]:
    return report_faults(value.get("report"), "/report") if isinstance(value, dict) else []


@post(
    "/cases",
    **operation(
        operation_id="registerCase",
        tag="cases",
        summary="Register a file",
        description="A file is always registered, also when the rules cannot decide where it belongs. "
        "The same Idempotency-Key, or the same externalId of this client, gives the same file.",
        scope="cases:write",
        body=Report,
        body_example=examples.REPORT,
        headers=("Idempotency-Key", "Accept-Language"),
        answers={
            200: Answer(
                description="It was registered before, with the same body.",
                body=RegisteredCase,
                example=examples.REGISTERED,
                headers=TOLD_AT,
            ),
            201: Answer(
                description="Registered.",
                body=RegisteredCase,
                example=examples.REGISTERED,
                headers=TOLD_AT,
            ),
        },
        problems=(422,),
    ),
)
async def register(request: AnyRequest, actor: Actor, deps: Deps, language: SpokenLanguage) -> Response[bytes]:
    report = await body_of(request, Report, report_faults)
    command = register_case.RegisterCase(report=report, sender=actor.code, idempotency_key=idempotency_key_of(request))
    done = await register_case.register_case(command, actor, deps)
    address = href("cases", done.case_number)
    body = RegisteredCase(href=address, case_number=done.case_number, decision=told(done.decision, deps.law.law, language))
    return created(body, address, version=done.version, repeated=done.repeated, language=language)


@get(
    "/cases",
    **operation(
        operation_id="listCases",
        tag="cases",
        summary="List and search files",
        scope="cases:read",
        query=CaseQuery,
        answers={200: Answer(description="One page of files.", body=CaseCollection, example=examples.CASES, headers=("ETag",))},
    ),
)
async def list_all(request: AnyRequest, actor: Actor, deps: Deps) -> Response[bytes]:
    actor.require("readCase")
    query = query_of(request, CaseQuery)
    page = await search.list_cases(
        deps.pool, visibility(actor), _wanted(query), search.parse_cursor(query.after) if query.after else None, query.page_size
    )
    await access_log.log_searched(deps.pool, actor.code, unquote_plus(request.url.query), deps.clock.now())
    return ok(CaseCollection(items=tuple(case_item(line) for line in page.items), next=_next(query, page.next)))


@get(
    "/cases/{caseNumber:str}",
    **operation(
        operation_id="readCase",
        tag="cases",
        summary="Read a file",
        scope="cases:read",
        headers=("Accept-Language",),
        answers={200: Answer(description="The file.", body=CaseResource, headers=TOLD)},
        problems=(404,),
    ),
)
async def read(case_number: CaseNumber, actor: Actor, deps: Deps, language: SpokenLanguage) -> Response[bytes]:
    view = await opened(case_number, actor, deps)
    return ok(case_resource(view, deps.law.law, language), version=view.case.version, language=language)


@put(
    "/cases/{caseNumber:str}",
    **operation(
        operation_id="amendCase",
        tag="cases",
        summary="Correct the facts of a file",
        description="The whole corrected report, with the reason. The rules decide anew; documents and mails on the old facts are marked.",
        scope="cases:write",
        body=Correction,
        body_example=examples.CORRECTION,
        headers=("If-Match", "Accept-Language"),
        answers={200: Answer(description="Corrected.", body=AmendedCase, example=examples.AMENDED, headers=TOLD)},
        problems=(404, 409, 412, 428),
    ),
)
async def amend(
    request: AnyRequest, case_number: CaseNumber, version: SeenVersion, actor: Actor, deps: Deps, language: SpokenLanguage
) -> Response[bytes]:
    given = await body_of(request, Correction, correction_faults)
    command = amend_case.AmendCase(case_number=case_number, version=version, report=given.report, reason=given.reason)
    done = await amend_case.amend_case(command, actor, deps)
    return ok(amended(done, deps.law.law, language), version=done.version, language=language)


def amended(done: amend_case.AmendedCase, law: Law, language: Language) -> AmendedCase:
    return AmendedCase(
        href=href("cases", done.case_number),
        case_number=done.case_number,
        version=done.version,
        changes=done.changes,
        before=told(done.before, law, language),
        after=told(done.after, law, language),
    )


def _wanted(query: CaseQuery) -> search.CaseFilter:
    given = {name: value for name, value in msgspec.structs.asdict(query).items() if name not in ("q", "after", "page_size")}
    return search.CaseFilter(query=query.q, **given)


def _next(query: CaseQuery, cursor: search.Cursor | None) -> str | msgspec.UnsetType:
    if cursor is None:
        return msgspec.UNSET
    kept = {name: value for name, value in msgspec.to_builtins(query).items() if value is not None} | {"after": str(cursor)}
    return f"{href('cases')}?{urlencode({name: str(value).lower() if isinstance(value, bool) else value for name, value in kept.items()})}"
