"""Registering over HTTP with fsync on, against pgbench running the same statements on the same server."""

import asyncio
import json
import re
import secrets
import subprocess
import time
from contextlib import AsyncExitStack
from pathlib import Path

import asyncpg
import msgspec
import uvloop

from bench import ground, statements
from docket import embedded

CONNECTIONS = (1, 10, 20, 40)
SECONDS = 6
#: Of each, the better one counts: what else runs on the machine disturbs and never helps.
ROUNDS = 2
GOAL = 0.5
OFFICE = "antwerpPort"


class Rate(msgspec.Struct, frozen=True, kw_only=True):
    a_second: float
    p50_ms: float
    p95_ms: float

    def __str__(self) -> str:
        return f"{self.a_second:.0f} a second (p50 {self.p50_ms:.1f} ms, p95 {self.p95_ms:.1f} ms)"


async def over_http(port: int, key: str, connections: int, seconds: float) -> Rate:
    """One request after the other on each connection, each with an externalId of its own."""
    before, _, after = json.dumps(msgspec.to_builtins(statements.example(statements.KEY))).partition(statements.KEY)
    taken: list[float] = []
    end = time.perf_counter() + seconds

    async def one(caller: ground.Caller) -> None:
        while (start := time.perf_counter()) < end:
            status, content = await caller.post("/api/v1/cases", f"{before}{secrets.token_hex(8)}{after}".encode())
            if status != 201:
                raise RuntimeError(f"registering answered {status}: {content.decode()}")
            taken.append((time.perf_counter() - start) * 1000)

    async with AsyncExitStack() as stack:
        callers = [await stack.enter_async_context(ground.Caller(port, key)) for _ in range(connections)]
        start = time.perf_counter()
        await asyncio.gather(*(one(caller) for caller in callers))
        return _rate(taken, len(taken) / (time.perf_counter() - start))


def with_pgbench(server: embedded.Server, script: Path, connections: int, seconds: float) -> Rate:
    for old in script.parent.glob("times.*"):
        old.unlink()
    command = [server.binaries.program("pgbench"), "--no-vacuum", "--define=prepared=0", f"--file={script}"]
    command += [f"--client={connections}", f"--jobs={min(2, connections)}", f"--time={seconds:.0f}"]
    command += ["--log", f"--log-prefix={script.parent / 'times'}", embedded.DATABASE]
    done = subprocess.run(command, env=server.environment(), capture_output=True, text=True, check=False)
    counted = re.search(r"^tps = ([\d.]+)", done.stdout, re.MULTILINE)
    if done.returncode != 0 or counted is None or "failed transactions: 0 " not in done.stdout:
        raise RuntimeError(done.stdout[-500:] + done.stderr[-2000:])
    logs = (file.read_text().splitlines() for file in script.parent.glob("times.*"))
    return _rate([int(line.split()[2]) / 1000 for lines in logs for line in lines], float(counted[1]))


def _rate(taken: list[float], a_second: float) -> Rate:
    return Rate(a_second=a_second, p50_ms=ground.percentile(taken, 0.5), p95_ms=ground.percentile(taken, 0.95))


async def prepare(server: embedded.Server, folder: Path) -> tuple[str, Path]:
    """A key of an API client, and the script of pgbench with the statements of one registration by it."""
    key = await ground.new_client(server.url(), "bench", OFFICE)
    deps = await statements.warm(server.url(), folder)
    own = await statements.registration(deps, "counted")
    recorded = await statements.registration(deps, api_key=key)
    async with deps.pool.acquire() as connection:
        script = folder / "registration.sql"
        script.write_text(await statements.script(connection, recorded))
    await deps.pool.close()
    verdict = "goal met" if len(own) <= statements.GOAL else "goal MISSED"
    print(
        f"create: {len(own)} statements a registration, BEGIN and COMMIT included (goal {statements.GOAL}): {verdict}; "
        f"{len(recorded)} with the look-up of the API key, pgbench runs those"
    )
    return key, script


async def check(url: str) -> None:
    connection = await asyncpg.connect(url)
    version, fsync, written, gaps = await connection.fetchrow(
        "select current_setting('server_version'), current_setting('fsync'), (select count(*) from cases),"
        " (select sum(last_serial) from case_counters) - (select count(*) from cases)"
    )
    await connection.close()
    print(f"create: PostgreSQL {version}, fsync {fsync}, {written} files registered by both, {gaps} numbers missing")


def main() -> None:
    with ground.server() as server:
        key, script = asyncio.run(prepare(server, server.data.parent))
        with ground.service(server.url()) as port, asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(over_http(port, key, 10, 2))
            for connections in CONNECTIONS:
                ours, theirs = [], []
                for _ in range(ROUNDS):
                    ours.append(runner.run(over_http(port, key, connections, SECONDS)))
                    theirs.append(with_pgbench(server, script, connections, SECONDS))
                tell(connections, max(ours, key=lambda rate: rate.a_second), max(theirs, key=lambda rate: rate.a_second))
        asyncio.run(check(server.url()))


def tell(connections: int, ours: Rate, theirs: Rate) -> None:
    share = ours.a_second / theirs.a_second
    verdict = "goal met" if share >= GOAL else "goal MISSED"
    print(f"create, {connections} connections: HTTP {ours}, pgbench {theirs}, {share:.2f} of pgbench's rate (goal {GOAL}): {verdict}")


if __name__ == "__main__":
    main()
