"""Try a draft of the law on the whole docket, on one snapshot; beside the simulation itself nothing is written."""

import time
from collections.abc import Callable

import structlog

from docket import simulating
from docket.deps import Deps
from docket.simulation import Totals
from docket.store import law_packs, simulations
from docket.store.simulations import Extent
from routing import ENGINE_VERSION

#: One that ends its process this often is given up.
MAX_ATTEMPTS = 3
#: So often a simulation shows that it is alive.
_SIGN_SECONDS = 0.5
GIVEN_UP = f"Opgegeven na {MAX_ATTEMPTS} pogingen: de simulatie werd telkens onderbroken. Verwittig de beheerder, of voer ze opnieuw uit."
_FAILED = "Een proces van de simulatie viel uit voor ze klaar was. Voer ze opnieuw uit; verwittig de beheerder als het weer gebeurt."
_LAW_GONE = "Het wetspakket van dit ontwerp is er niet meer; dien het ontwerp opnieuw in."

log = structlog.get_logger("docket.simulation")
#: Files done, and how many there are.
Told = Callable[[int, int], None]


async def run_simulation(simulation_id: int, deps: Deps, told: Told | None = None) -> bool:
    """May run twice: what was interrupted is begun anew, what is done is left alone. False = it was not done here."""
    async with deps.transaction() as tx:
        digest = await simulations.claim(tx, simulation_id, at=deps.clock.now(), max_attempts=MAX_ATTEMPTS)
        if digest is None:
            await simulations.fail(tx, simulation_id, GIVEN_UP, at=deps.clock.now())
            return False
    try:
        totals = await _decide(simulation_id, digest, deps, told)
    except (simulating.SimulationFailed, _PackMissing) as failure:
        log.warning("simulation failed", simulation=simulation_id, error=str(failure))
        await _fail(simulation_id, _LAW_GONE if isinstance(failure, _PackMissing) else _FAILED, deps)
        return False
    except Exception:
        # Nobody waits for a simulation that a fault of ours ended; the fault itself goes to the log of whoever ran it.
        await _fail(simulation_id, _FAILED, deps)
        raise
    async with deps.transaction() as tx:
        await simulations.finish(tx, simulation_id, totals, at=deps.clock.now())
    return True


async def _fail(simulation_id: int, said: str, deps: Deps) -> None:
    async with deps.transaction() as tx:
        await simulations.fail(tx, simulation_id, said, at=deps.clock.now())


class _PackMissing(Exception):
    pass


async def _decide(simulation_id: int, draft_digest: str, deps: Deps, told: Told | None) -> Totals:
    async with simulations.snapshot(deps.pool) as (tx, name):
        extent = await simulations.extent(tx)
        present_digest = await law_packs.digest_in_force(tx) or ""
        task = simulating.Task(
            url=deps.settings.database_url,
            snapshot=name,
            present=await pack_of(tx, present_digest),
            draft=await pack_of(tx, draft_digest),
        )
        async with deps.transaction() as writing:
            await simulations.begin(
                writing,
                simulation_id,
                files=extent.files,
                snapshot_at=deps.clock.now(),
                present_digest=present_digest,
                engine_version=ENGINE_VERSION,
            )
        return await _gather(simulation_id, task, extent, deps, told or (lambda done, files: None))


async def _gather(simulation_id: int, task: simulating.Task, extent: Extent, deps: Deps, told: Told) -> Totals:
    totals, shown_at = Totals(), float("-inf")
    async for part in simulating.parts(task, extent.last_id):
        totals.add(part.totals)
        told(totals.files, extent.files)
        late = time.monotonic() - shown_at >= _SIGN_SECONDS
        if part.compared or late:
            async with deps.transaction() as writing:
                await simulations.keep_files(writing, simulation_id, part.compared)
                if late:
                    await simulations.progress(writing, simulation_id, totals.files, at=deps.clock.now())
                    shown_at = time.monotonic()
    return totals


async def pack_of(tx: object, digest: str) -> simulating.Pack:
    files = await law_packs.get(tx, digest)
    if files is None:
        raise _PackMissing(digest)
    return simulating.Pack(files=files, digest=digest)
