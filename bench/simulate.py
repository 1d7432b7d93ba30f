"""Trying a draft of the law on 100,000 files, against deciding the same number of files in one process; and its memory."""

import asyncio
import resource
import time

import asyncpg
import msgspec
import uvloop

from bench import ground, statements
from docket import legislation, simulating
from docket.access import Actor
from docket.actions.registration.register_case import RegisterCase, register_case
from docket.clock import SystemClock
from docket.contract import decode_report
from docket.deps import Deps
from docket.settings import Settings
from docket.store import simulations
from docket.store.pool import open_pool

SIZES = (10_000, 100_000)
GOAL_SECONDS = 20.0
_OWN = {"id", "case_number", "serial", "external_id"}


def draft() -> legislation.LoadedLaw:
    """The law that ships with one change: the docks of the left bank go to Dendermonde."""
    files = legislation.read_files()
    return legislation.LoadedLaw(law=legislation.load().law, digest=legislation.digest(files), files=files)


async def fill(deps: Deps, models: list[bytes]) -> None:
    for number, line in enumerate(models):
        actor = Actor(account_id=None, code="import:bench", roles=frozenset({"clerk"}), office="antwerpPort")
        report = msgspec.structs.replace(decode_report(line), related_cases=())
        await register_case(RegisterCase(report=report, sender=f"bench-{number}"), actor, deps)


async def multiply(connection: asyncpg.Connection, models: int, files: int) -> None:
    """With facts and answers whole, for they are read."""
    columns = await connection.fetch("select column_name from information_schema.columns where table_name = 'cases'")
    shared = ", ".join(row["column_name"] for row in columns if row["column_name"] not in _OWN)
    last = await connection.fetchval("select max(serial) from cases")
    for statement in (
        f"""insert into cases ({shared}, case_number, serial, external_id)
            select {shared}, 'HAV-' || year || '-' || lpad(n::text, 6, '0'), n, 'made-' || n
            from (select n, m.* from generate_series({last + 1}, {files}) n join cases m on m.serial = n % {models} + 1) made order by n""",
        f"""insert into decisions (case_id, seq, kind, policy, outcome, scope, port_area, facts, result, law_digest, engine_version,
                decided_at, decided_by, row_hash)
            select c.id, 1, 'routed', d.policy, d.outcome, d.scope, d.port_area, d.facts, d.result, d.law_digest, d.engine_version,
                d.decided_at, d.decided_by, d.row_hash
            from cases c join cases m on m.serial = c.serial % {models} + 1 join decisions d on d.case_id = m.id
            where c.serial > {last} order by c.serial""",
        f"""insert into decision_tracks (case_id, decision_seq, ordinal, track, persons, prosecution_office, court, open)
            select c.id, 1, t.ordinal, t.track, t.persons, t.prosecution_office, t.court, t.open
            from cases c join cases m on m.serial = c.serial % {models} + 1 join decision_tracks t on t.case_id = m.id
            where c.serial > {last} order by c.serial, t.ordinal""",
        f"update case_counters set last_serial = {files}",
        "vacuum analyze",
    ):
        await connection.execute(statement, timeout=600)


async def measure(url: str) -> None:
    law = legislation.load()
    pool = await open_pool(url, min_size=1, max_size=4)
    deps = Deps(pool=pool, law=law, clock=SystemClock(), settings=Settings(data_dir=ground.WORK, database_url=url))
    lines = [
        line
        for name in ("incidents", "scenarios")
        for line in (statements.EXAMPLES / f"{name}.jsonl").read_bytes().splitlines()
        if line.strip()
    ]
    await fill(deps, lines)
    for files in SIZES:
        start = time.perf_counter()
        async with pool.acquire() as connection:
            await multiply(connection, len(lines), files)
        print(f"made {files} in {time.perf_counter() - start:.0f} s", flush=True)
        start = time.perf_counter()
        totals = simulating.Totals()
        async with simulations.snapshot(pool) as (tx, name):
            extent = await simulations.extent(tx)
            pack = simulating.Pack(files=dict(law.files), digest=law.digest)
            other = simulating.Pack(files=dict(draft().files), digest=draft().digest)
            task = simulating.Task(url=url, snapshot=name, present=pack, draft=other)
            async for part in simulating.parts(task, extent.last_id):
                totals.add(part.totals)
        taken = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"{files}: {taken:.1f} s, {totals.files}, moved {totals.moved}, peak {peak:.0f} MiB, children {child:.0f} MiB", flush=True)


def main() -> None:
    with ground.server() as server, asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(measure(server.url()))


if __name__ == "__main__":
    main()
