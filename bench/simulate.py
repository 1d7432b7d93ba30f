"""Trying a draft of the law on 100,000 files against what two cores need to decide them once, and its memory."""

import asyncio
import resource
import time

import asyncpg
import msgspec
import uvloop

from bench import ground, statements
from docket import legislation, simulating
from docket.access import Actor
from docket.actions.legislation.enact_first_law import enact_first_law
from docket.actions.legislation.run_simulation import run_simulation
from docket.actions.legislation.simulate_law import Draft, simulate_law
from docket.actions.registration.register_case import RegisterCase, register_case
from docket.clock import SystemClock
from docket.contract import decode_report
from docket.deps import Deps
from docket.settings import Settings
from docket.store import simulations
from docket.store.pool import open_pool
from routing import route_untraced

SIZES = (10_000, 100_000)
GOAL_SECONDS = 20.0
#: Decided once in this process, to compare with.
SAMPLE = 2_000
#: The change that is tried: the policy in use no longer takes the files of this area.
AREA = "ghent"
ADMINISTRATOR = Actor(account_id=None, code="bench", roles=frozenset({"administrator"}))
_OWN = {"id", "case_number", "serial", "external_id"}


def without(area: str, files: dict[str, bytes]) -> dict[str, bytes]:
    """The files that a draft changes whose policy in use no longer takes an area."""
    first, rest = files["policies.toml"].decode().split("takes_areas = [", 1)
    listed, rest = rest.split("]", 1)
    kept = ", ".join(one for one in listed.split(", ") if one != f'"{area}"')
    return {"policies.toml": f"{first}takes_areas = [{kept}]{rest}".encode()}


def draft() -> dict[str, bytes]:
    files = legislation.read_files()
    return files | without(AREA, files)


async def fill(deps: Deps) -> int:
    """Registers real examples as models; returns how many."""
    lines = [
        line
        for name in ("incidents", "scenarios")
        for line in (statements.EXAMPLES / f"{name}.jsonl").read_bytes().splitlines()
        if line.strip()
    ]
    clerk = Actor(account_id=None, code="import:bench", roles=frozenset({"clerk"}), office="antwerpPort")
    for number, line in enumerate(lines):
        report = msgspec.structs.replace(decode_report(line), related_cases=())
        await register_case(RegisterCase(report=report, sender=f"bench-{number}"), clerk, deps)
    return len(lines)


async def multiply(connection: asyncpg.Connection, models: int, files: int) -> None:
    """Made files with their facts and answers whole, and the last line of their docket, for these are read."""
    columns = await connection.fetch("select column_name from information_schema.columns where table_name = 'cases'")
    shared = ", ".join(row["column_name"] for row in columns if row["column_name"] not in _OWN)
    last = await connection.fetchval("select max(serial) from cases")
    made = f"from cases c join cases m on m.serial = c.serial % {models} + 1 and m.serial <= {models}"
    for statement in (
        f"""insert into cases ({shared}, case_number, serial, external_id)
            select {shared}, 'HAV-' || year || '-' || lpad(n::text, 6, '0'), n, 'made-' || n
            from (select n, m.* from generate_series({last + 1}, {files}) n join cases m on m.serial = n % {models} + 1) made order by n""",
        f"""insert into submissions (case_id, kind, sender, body_digest, received_at)
            select c.id, 'registration', 'made', '', c.registered_at from cases c where c.serial > {last} order by c.serial""",
        f"""insert into decisions (case_id, seq, kind, policy, outcome, scope, port_area, facts, result, law_digest, engine_version,
                decided_at, decided_by, row_hash)
            select c.id, 1, 'routed', d.policy, d.outcome, d.scope, d.port_area, d.facts, d.result, d.law_digest, d.engine_version,
                d.decided_at, d.decided_by, d.row_hash
            {made} join decisions d on d.case_id = m.id where c.serial > {last} order by c.serial""",
        f"""insert into decision_tracks (case_id, decision_seq, ordinal, track, persons, prosecution_office, court, open)
            select c.id, 1, t.ordinal, t.track, t.persons, t.prosecution_office, t.court, t.open
            {made} join decision_tracks t on t.case_id = m.id where c.serial > {last} order by c.serial, t.ordinal""",
        f"""insert into docket_entries (case_id, seq, kind, entered_at, entered_by, content_hash, state_hash, state_parts,
                previous_hash, hash)
            select c.id, e.seq, e.kind, e.entered_at, e.entered_by, e.content_hash, e.state_hash, '{{}}', e.previous_hash, e.hash
            {made} join docket_entries e on e.case_id = m.id where c.serial > {last} order by c.serial""",
        f"update case_counters set last_serial = {files}",
        "vacuum analyze",
    ):
        await connection.execute(statement, timeout=900)


async def once(deps: Deps) -> tuple[float, float]:
    """Microseconds, and of those on the core, for a file decided once in this process, of facts as they are stored."""
    async with simulations.snapshot(deps.pool) as (tx, _):
        rows = [row async for row in simulations.held(tx, 1, SAMPLE + 1)]
    start, busy = time.perf_counter(), time.process_time()
    for row in rows:
        route_untraced(simulating.facts_decoder.decode(row.facts), deps.law.law)
    return (time.perf_counter() - start) * 1_000_000 / len(rows), (time.process_time() - busy) * 1_000_000 / len(rows)


def busy_in_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


async def tried(deps: Deps, files: int) -> None:
    alone, deciding_alone = await once(deps)
    start, busy = time.perf_counter(), busy_in_children()
    simulation_id = await simulate_law(Draft(files=draft(), whole=True), HEAD, deps, queued=False)
    await run_simulation(simulation_id, deps)
    taken, deciding = time.perf_counter() - start, (busy_in_children() - busy) * 1_000_000 / files
    found = await simulations.simulation(deps.pool, simulation_id)
    if found is None or found.totals is None or found.totals.files != files:
        raise RuntimeError(f"the simulation did not decide {files} files: {found}")
    asking, memory = (resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    verdict = "" if files < SIZES[-1] else f"; goal {GOAL_SECONDS:.0f} s: {'goal met' if taken <= GOAL_SECONDS else 'goal MISSED'}"
    least = alone * files / 1_000_000 / simulating.PROCESSES
    print(
        f"simulate: {files} files in {taken:.1f} s, {files / taken:.0f} a second with {simulating.PROCESSES} processes and the database "
        f"beside them, {taken / least:.2f} times the {least:.1f} s in which as many cores only decide them once ({alone:.0f} µs a file); "
        f"{found.totals.moved} move; a process that decides takes {deciding:.0f} µs of its core a file, starting included, and "
        f"{deciding_alone:.0f} of these are the deciding; peak memory {asking:.0f} MiB of the one that asks, {memory:.0f} MiB "
        f"of one that decides{verdict}",
        flush=True,
    )


HEAD = Actor(account_id=None, code="bench", roles=frozenset({"headOfOffice"}))


async def measure(url: str) -> None:
    law = legislation.load()
    pool = await open_pool(url, min_size=1, max_size=4)
    deps = Deps(pool=pool, law=law, clock=SystemClock(), settings=Settings(data_dir=ground.WORK, database_url=url))
    await enact_first_law(deps)
    models = await fill(deps)
    for files in SIZES:
        async with pool.acquire() as connection:
            await multiply(connection, models, files)
        await tried(deps, files)
    await pool.close()


def main() -> None:
    with ground.server() as server, asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(measure(server.url()))


if __name__ == "__main__":
    main()
