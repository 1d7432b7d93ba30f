"""One kind of document for every file of a sitting in one go: asked for, followed line by line, tried again."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

import msgspec
from litestar import Response, get, post
from msgspec import Meta

from docket.access import visibility
from docket.actions.papers.make_in_bulk import MakeInBulk, make_in_bulk
from docket.actions.papers.repeat_bulk import RepeatBulk, repeat_bulk
from docket.api import examples
from docket.api.answers import created, href, ok
from docket.api.documents import Kind, LackingFact
from docket.api.handed import Actor, AnyRequest, Deps, RowId
from docket.api.once import once
from docket.api.operations import Answer, operation
from docket.api.reading import body_of
from docket.api.resources import Resource
from docket.contract import ContractStruct
from docket.errors import NotFound
from docket.store import bulk
from docket.store.bulk import Line, Run


class WantedBulkRun(ContractStruct, frozen=True, kw_only=True):
    kind: Kind
    #: Id of a chamber.
    chamber: Annotated[int, Meta(ge=1, le=2**53)]
    day: date
    #: What holds for all of them, by the JSON Schema `typed` of the kind. What differs by file is refused here: each file gets what the
    #: register proposes for it, and the hearing of the sitting.
    typed: dict[str, Any] = msgspec.field(default_factory=dict)


class BulkLineResource(Resource, frozen=True, kw_only=True):
    ordinal: int
    case_number: str
    #: Id of the suspect whom the document is about; null = the file.
    about: str | None
    state: Literal["waiting", "missing", "refused", "making", "made", "failed"]
    document: int | None
    document_href: str | None
    #: In Dutch: why it was refused, or could not be made.
    reason: str | None
    missing: tuple[LackingFact, ...]


class BulkRunItem(Resource, frozen=True, kw_only=True):
    href: str
    id: int
    kind: str
    court: str
    chamber_id: int
    chamber: str
    day: date
    asked_at: datetime


class BulkRunResource(BulkRunItem, frozen=True, kw_only=True):
    #: Those of files that the caller still reads.
    lines: tuple[BulkLineResource, ...]


class BulkRunCollection(Resource, frozen=True, kw_only=True):
    items: tuple[BulkRunItem, ...]


class StartedBulkRun(Resource, frozen=True, kw_only=True):
    href: str
    id: int
    lines: int


class RepeatedBulkRun(Resource, frozen=True, kw_only=True):
    href: str
    #: Lines that are tried again; what was made stays as it is.
    again: int


@get(
    "/bulk-runs",
    **operation(
        operation_id="listBulkRuns",
        tag="documents",
        summary="Runs that the caller asked for",
        description="The last twenty, the newest first.",
        scope="documents:read",
        answers={200: Answer(description="The runs.", body=BulkRunCollection, example=examples.BULK_RUNS, headers=("ETag",))},
    ),
)
async def list_all(actor: Actor, deps: Deps) -> Response[bytes]:
    actor.require("readDocument")
    return ok(BulkRunCollection(items=tuple(BulkRunItem(**_item(one)) for one in await bulk.runs(deps.pool, actor.account_id or 0))))


@post(
    "/bulk-runs",
    **operation(
        operation_id="startBulkRun",
        tag="documents",
        summary="Ask for a document for every file of a sitting",
        description="One line for each file on the roll that the caller may handle, or for each suspect. They are made one by one.",
        scope="cases:write",
        body=WantedBulkRun,
        body_example=examples.BULK_RUN,
        headers=("Idempotency-Key",),
        answers={201: Answer(description="Asked for.", body=StartedBulkRun, example=examples.STARTED_BULK_RUN, headers=("Location",))},
        problems=(409, 422),
    ),
)
@once
async def start(request: AnyRequest, actor: Actor, deps: Deps) -> Response[bytes]:
    wanted = await body_of(request, WantedBulkRun)
    command = MakeInBulk(kind=wanted.kind, chamber_id=wanted.chamber, day=wanted.day, typed=wanted.typed)
    done = await make_in_bulk(command, actor, deps)
    address = href("bulk-runs", done.run_id)
    return created(StartedBulkRun(href=address, id=done.run_id, lines=done.lines), address)


@get(
    "/bulk-runs/{rowId:str}",
    **operation(
        operation_id="readBulkRun",
        tag="documents",
        summary="What became of each line of a run",
        scope="documents:read",
        answers={200: Answer(description="The run.", body=BulkRunResource, example=examples.READ_BULK_RUN, headers=("ETag",))},
        problems=(404,),
    ),
)
async def read(row_id: RowId, actor: Actor, deps: Deps) -> Response[bytes]:
    actor.require("readDocument")
    run = await bulk.run(deps.pool, row_id, actor.account_id or 0)
    if run is None:
        raise NotFound
    lines = await bulk.lines(deps.pool, row_id, visibility(actor, "readDocument"))
    return ok(BulkRunResource(**_item(run), lines=tuple(_line(one) for one in lines)))


@post(
    "/bulk-runs/{rowId:str}/attempts",
    status_code=200,
    **operation(
        operation_id="repeatBulkRun",
        tag="documents",
        summary="Try again what was not made",
        description="Twice is the same as once: what waits already is not asked again.",
        scope="cases:write",
        answers={200: Answer(description="Asked again.", body=RepeatedBulkRun, example=examples.REPEATED_BULK_RUN, headers=("ETag",))},
        problems=(404,),
    ),
)
async def repeat(row_id: RowId, actor: Actor, deps: Deps) -> Response[bytes]:
    again = await repeat_bulk(RepeatBulk(run_id=row_id), actor, deps)
    return ok(RepeatedBulkRun(href=href("bulk-runs", row_id), again=again))


def _item(run: Run) -> dict[str, Any]:
    return {"href": href("bulk-runs", run.id), **msgspec.structs.asdict(run)}


def _line(line: Line) -> BulkLineResource:
    return BulkLineResource(
        ordinal=line.ordinal,
        case_number=line.case_number,
        about=line.about,
        state=bulk.result_of(line),
        document=line.document_id,
        document_href=href("cases", line.case_number, "documents", line.document_id) if line.document_id is not None else None,
        reason=line.failure or line.reason,
        missing=tuple(LackingFact(what=what, link=link) for what, link in zip(line.missing, line.links, strict=True)),
    )
