"""A draft of the law tried on the whole register: what it would move, in totals and file by file."""

from datetime import datetime
from typing import Annotated, Literal

from litestar import Response, get, post
from msgspec import Meta

from docket.access import visibility
from docket.actions.legislation.simulate_law import Draft, simulate_law
from docket.api import examples
from docket.api.answers import created, href, ok
from docket.api.handed import Actor, AnyRequest, Deps, SimulationId
from docket.api.operations import Answer, operation
from docket.api.reading import body_of, query_of
from docket.api.resources import Resource
from docket.contract import ContractStruct
from docket.errors import NotFound
from docket.simulation import Route, Totals
from docket.store import simulations
from docket.store.simulations import Simulation

PAGE_ROWS = 100
#: The longest file of a pack, the municipalities by day, has less than half of it.
MAX_FILE_BYTES = 1024 * 1024


class DraftFile(ContractStruct, frozen=True, kw_only=True):
    #: Of a file of a law pack, such as `policies.toml`.
    name: Annotated[str, Meta(pattern="^[a-z_]{1,40}[.](toml|csv|geojson)$")]
    #: The whole file; all files together stay within the 2 MiB of a submission.
    content: Annotated[str, Meta(max_length=MAX_FILE_BYTES)]


class SimulationRequest(ContractStruct, frozen=True, kw_only=True):
    #: The files that the draft changes; the others are those of the law in force.
    files: tuple[DraftFile, ...]


class SimulationResource(Resource, frozen=True, kw_only=True):
    """One draft, tried or still being tried."""

    href: str
    id: int
    state: Literal["waiting", "running", "done", "failed"]
    #: Why it failed, in Dutch.
    failure: str | None
    draft_digest: str
    asked_at: datetime
    #: A function code.
    asked_by: str
    files_done: int
    #: How many files the register had; null until it begins, as the three after it.
    files: int | None
    snapshot_at: datetime | None
    present_digest: str | None
    engine_version: str | None
    finished_at: datetime | None
    #: Counts of all files, also those that the caller may not read; null until it is done.
    totals: Totals | None


class SimulationCollection(Resource, frozen=True, kw_only=True):
    """The newest first."""

    items: tuple[SimulationResource, ...]


class SimulatedFile(Resource, frozen=True, kw_only=True):
    href: str
    case_number: str
    #: Of receipt.
    year: int
    #: Null = it moves; else why it stays.
    stays: str | None
    #: outcome, scope, area, office, court, tracks, choice
    what: tuple[str, ...]
    #: What a person chose ends.
    lapses: bool
    before: Route
    after: Route


class SimulatedFileCollection(Resource, frozen=True, kw_only=True):
    """Those that the caller may read."""

    items: tuple[SimulatedFile, ...]
    #: For `after` of the next page; null = this is the last one.
    next: int | None


class SimulatedFileQuery(ContractStruct, frozen=True, kw_only=True):
    staying: Annotated[bool, Meta(description="The files that stay, instead of those that move.")] | None = None
    after: Annotated[int, Meta(ge=1, le=999_999_999_999_999_999, description="`next` of the page before.")] | None = None


@post(
    "/simulations",
    **operation(
        operation_id="simulateLaw",
        tag="law",
        summary="Try a draft of the law on the whole register",
        description="By a prosecutor or head. It runs on its own; read it until its state is done. The register stays as it is.",
        scope="law:simulate",
        body=SimulationRequest,
        body_example=examples.SIMULATION_REQUEST,
        answers={
            201: Answer(description="Asked.", body=SimulationResource, example=examples.SIMULATION_WAITING, headers=("Location",)),
        },
        problems=(409,),
    ),
)
async def simulate(request: AnyRequest, actor: Actor, deps: Deps) -> Response[bytes]:
    given = await body_of(request, SimulationRequest)
    draft = Draft(files={file.name: file.content.encode() for file in given.files})
    simulation_id = await simulate_law(draft, actor, deps)
    return created(_resource(await _found(simulation_id, deps)), href("simulations", simulation_id))


@get(
    "/simulations",
    **operation(
        operation_id="listSimulations",
        tag="law",
        summary="The drafts that were tried",
        scope="law:simulate",
        answers={200: Answer(description="The last 50.", body=SimulationCollection, example=examples.SIMULATIONS, headers=("ETag",))},
    ),
)
async def list_all(actor: Actor, deps: Deps) -> Response[bytes]:
    actor.require("simulateLaw")
    return ok(SimulationCollection(items=tuple(_resource(one) for one in await simulations.newest(deps.pool))))


@get(
    "/simulations/{simulationId:str}",
    **operation(
        operation_id="readSimulation",
        tag="law",
        summary="One draft, its progress and its totals",
        scope="law:simulate",
        answers={200: Answer(description="The simulation.", body=SimulationResource, example=examples.SIMULATION, headers=("ETag",))},
        problems=(404,),
    ),
)
async def read(simulation_id: SimulationId, actor: Actor, deps: Deps) -> Response[bytes]:
    actor.require("simulateLaw")
    return ok(_resource(await _found(simulation_id, deps)))


@get(
    "/simulations/{simulationId:str}/files",
    **operation(
        operation_id="listSimulatedFiles",
        tag="law",
        summary="The files that a draft moves, or leaves with the reason",
        scope="law:simulate",
        query=SimulatedFileQuery,
        answers={200: Answer(description="One page.", body=SimulatedFileCollection, example=examples.SIMULATED_FILES, headers=("ETag",))},
        problems=(404,),
    ),
)
async def list_files(request: AnyRequest, simulation_id: SimulationId, actor: Actor, deps: Deps) -> Response[bytes]:
    actor.require("simulateLaw")
    query = query_of(request, SimulatedFileQuery)
    await _found(simulation_id, deps)
    rows = await simulations.listed(
        deps.pool, simulation_id, visibility(actor), staying=bool(query.staying), after=query.after or 0, limit=PAGE_ROWS + 1
    )
    items = tuple(
        SimulatedFile(
            href=href("cases", row.case_number),
            case_number=row.case_number,
            year=row.year,
            stays=row.stays,
            what=row.what,
            lapses=row.lapses,
            before=row.before,
            after=row.after,
        )
        for row in rows[:PAGE_ROWS]
    )
    return ok(SimulatedFileCollection(items=items, next=rows[PAGE_ROWS - 1].case_id if len(rows) > PAGE_ROWS else None))


async def _found(simulation_id: int, deps: Deps) -> Simulation:
    found = await simulations.simulation(deps.pool, simulation_id)
    if found is None:
        raise NotFound("Er is geen simulatie met dit nummer.")
    return found


def _resource(found: Simulation) -> SimulationResource:
    return SimulationResource(
        href=href("simulations", found.id),
        id=found.id,
        state=found.state,
        failure=found.failure,
        draft_digest=found.draft_digest,
        asked_at=found.asked_at,
        asked_by=found.asked_by,
        files_done=found.files_done,
        files=found.files,
        snapshot_at=found.snapshot_at,
        present_digest=found.present_digest,
        engine_version=found.engine_version,
        finished_at=found.finished_at,
        totals=found.totals,
    )
