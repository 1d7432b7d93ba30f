"""Whose file it is, by function code, and the draws for whoever checks them."""

import re
from datetime import datetime
from typing import Annotated, Any
from urllib.parse import urlencode

import msgspec
from litestar import Response, get, post
from msgspec import Meta

from docket.access import visibility
from docket.actions.assignment.override_assignment import OverrideAssignment, override_assignment
from docket.api import examples
from docket.api.answers import created, href, ok
from docket.api.decisions import Reason
from docket.api.handed import Actor, AnyRequest, CaseNumber, Deps, SeenVersion
from docket.api.once import once
from docket.api.opened import opened
from docket.api.operations import Answer, operation
from docket.api.reading import body_of, query_of
from docket.api.resources import ChangedCase, Resource, changed_case
from docket.contract import ContractStruct
from docket.draws import AssignmentKind, DrawRecord, account_of, code_of
from docket.errors import BadInput, Issue
from docket.store import assignments
from docket.store.assignments import AssignmentLine
from docket.tracks import PORT_OFFICE
from routing import Assignment

PAGE_ROWS = 100
MAX_PAGE_ROWS = 500

FunctionCode = Annotated[str, Meta(pattern="^user:[1-9][0-9]{0,17}$", examples=["user:23"])]


class AssignmentSteps(Resource, frozen=True, kw_only=True):
    """Why this prosecutor; told inside the office only, without files that the caller may not see."""

    result: Assignment
    seed: int | None
    commitment: str | None
    committed_at: datetime | None


class AssignmentResource(Resource, frozen=True, kw_only=True):
    """One assignment of a file; never changed, the last one holds. People appear by function code, never by name."""

    #: Its place among the assignments of the file, from 1.
    seq: int
    kind: AssignmentKind
    #: null where nobody could be assigned.
    prosecutor: str | None
    assigned_at: datetime
    assigned_by: str
    #: Of an override; inside the office only.
    reason: str | None
    steps: AssignmentSteps | None


class AssignmentCollection(Resource, frozen=True, kw_only=True):
    """Oldest first."""

    items: tuple[AssignmentResource, ...]


class AssignmentChoice(ContractStruct, frozen=True, kw_only=True):
    #: A function code of a prosecutor of the office.
    prosecutor: FunctionCode
    reason: Reason


class DrawQuery(ContractStruct, frozen=True, kw_only=True):
    page_size: Annotated[int, Meta(ge=1, le=MAX_PAGE_ROWS)] = PAGE_ROWS
    #: Of `next` of the page before.
    after: str | None = None


class DrawCollection(Resource, frozen=True, kw_only=True):
    """Oldest file first."""

    items: tuple[DrawRecord, ...]
    #: Where the next page is; absent on the last one.
    next: str | msgspec.UnsetType = msgspec.UNSET


@get(
    "/cases/{caseNumber:str}/assignments",
    **operation(
        operation_id="listAssignments",
        tag="followUp",
        summary="Which port prosecutor has a file, and had it before",
        description="Function codes only. How an assignment came about is told to the office of the port prosecutors.",
        scope="cases:read",
        answers={200: Answer(description="The assignments.", body=AssignmentCollection, example=examples.ASSIGNMENTS, headers=("ETag",))},
        problems=(404,),
    ),
)
async def list_all(case_number: CaseNumber, actor: Actor, deps: Deps) -> Response[bytes]:
    await opened(case_number, actor, deps)
    seen = visibility(actor)
    lines = await assignments.of_case(deps.pool, case_number, seen)
    inside = actor.office == PORT_OFFICE
    ties = {tie.case_number for line in lines if line.result for tie in line.result.ties}
    visible = await assignments.visible_numbers(deps.pool, sorted(ties), seen) if inside and ties else frozenset()
    return ok(AssignmentCollection(items=tuple(_resource(line, visible, inside=inside) for line in lines)))


@post(
    "/cases/{caseNumber:str}/assignments",
    **operation(
        operation_id="overrideAssignment",
        tag="followUp",
        summary="Give a file to a port prosecutor by choice",
        description="By the head of the office of the port prosecutors, with a reason that stays with the assignment.",
        scope="cases:write",
        body=AssignmentChoice,
        body_example=examples.ASSIGNMENT_CHOICE,
        headers=("If-Match", "Idempotency-Key"),
        answers={201: Answer(description="Assigned.", body=ChangedCase, example=examples.CHANGED, headers=("Location", "ETag"))},
        problems=(404, 409, 412, 422, 428),
    ),
)
@once
async def choose(request: AnyRequest, case_number: CaseNumber, version: SeenVersion, actor: Actor, deps: Deps) -> Response[bytes]:
    given = await body_of(request, AssignmentChoice)
    command = OverrideAssignment(case_number=case_number, version=version, prosecutor=account_of(given.prosecutor), reason=given.reason)
    done = await override_assignment(command, actor, deps)
    return created(changed_case(case_number, done.version), href("cases", case_number, "assignments"), version=done.version)


@get(
    "/assignments/draws",
    **operation(
        operation_id="listDraws",
        tag="followUp",
        summary="Every assignment with all that it rests on",
        description="For auditors and the head of the office: roster, loads, seed, draw number and outcome, by which each draw can be made "
        "again. Function codes only, and no fact of any file.",
        scope="entries:read",
        query=DrawQuery,
        answers={200: Answer(description="One page of assignments.", body=DrawCollection, example=examples.DRAWS, headers=("ETag",))},
    ),
)
async def list_draws(request: AnyRequest, actor: Actor, deps: Deps) -> Response[bytes]:
    actor.require("readDraws")
    query = query_of(request, DrawQuery)
    found, more = await assignments.draws_page(deps.pool, _after(query.after), query.page_size)
    address = (
        f"{href('assignments', 'draws')}?{urlencode({'pageSize': query.page_size, 'after': f'{more[0]}-{more[1]}'})}" if more else None
    )
    return ok(DrawCollection(items=found, next=address or msgspec.UNSET))


def _after(text: str | None) -> tuple[int, int]:
    if text is None:
        return 0, 0
    found = re.fullmatch(r"(\d{1,18})-(\d{1,9})", text, re.ASCII)
    if found is None:
        detail = "Dit is geen vervolgplaats; neem de waarde van `next` van de vorige pagina over."
        raise BadInput(issues=(Issue(type="invalidInput", place="query", name="after", detail=detail, value=text[:50]),))
    return int(found[1]), int(found[2])


def _resource(line: AssignmentLine, visible: frozenset[str], *, inside: bool) -> AssignmentResource:
    said: dict[str, Any] = {"reason": None, "steps": None}
    if inside:
        said["reason"] = line.reason
        if line.result is not None:
            shown = tuple(tie for tie in line.result.ties if tie.case_number in visible)
            said["steps"] = AssignmentSteps(
                result=msgspec.structs.replace(line.result, ties=shown),
                seed=line.seed_seq,
                commitment=line.commitment,
                committed_at=line.committed_at,
            )
    return AssignmentResource(
        seq=line.seq,
        kind=line.kind,
        prosecutor=code_of(line.account_id) if line.account_id is not None else None,
        assigned_at=line.assigned_at,
        assigned_by=line.assigned_by,
        **said,
    )
