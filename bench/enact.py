"""Enacting drafts that move some and many of 100,000 files: its time, and how long a registration waits meanwhile."""

import asyncio
import json
import os
import re
import secrets
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import msgspec
import uvloop

from bench import ground, simulate, statements
from docket import legislation
from docket.actions.accounts.add_user import AddUser, add_user
from docket.actions.legislation.enact_first_law import enact_first_law
from docket.clock import SystemClock, court_day
from docket.deps import Deps
from docket.settings import Settings
from docket.store.pool import open_pool

FILES = 100_000
#: Each draft is made of the law that the one before it put in force: about a twentieth of the files, then about a fifth.
AREAS = ("ghent", "waasland")
#: One registration at a time, this long after the one before it was answered.
PAUSE_SECONDS = 0.1
#: Registered beforehand, with nothing else going on, to compare with.
SAMPLE = 100
GOAL_SECONDS = 3.0
MAGISTRATES = ("first", "second")


class Registering(msgspec.Struct, frozen=True, kw_only=True):
    #: Seconds of each, in order.
    taken: list[float]
    refused: int

    @property
    def median_ms(self) -> float:
        return ground.percentile(self.taken, 0.5) * 1000


async def registering(caller: ground.Caller, goes_on: Callable[[int], bool], pause: float) -> Registering:
    before, _, after = json.dumps(msgspec.to_builtins(statements.example(statements.KEY))).partition(statements.KEY)
    taken, refused = [], 0
    while goes_on(len(taken)):
        start = time.perf_counter()
        status, _ = await caller.post("/api/v1/cases", f"{before}{secrets.token_hex(8)}{after}".encode())
        taken.append(time.perf_counter() - start)
        refused += status != 201
        await asyncio.sleep(pause)
    return Registering(taken=taken, refused=refused)


def command(url: str, *said: str) -> subprocess.Popen[str]:
    """As an operator types it; a process of its own, as the worker is."""
    environment = os.environ | {"DOCKET_DATABASE_URL": url, "DOCKET_DATA_DIR": str(ground.WORK)}
    return subprocess.Popen(
        [sys.executable, "-m", "docket", *said], env=environment, cwd=ground.HERE.parent, stdout=subprocess.PIPE, text=True
    )


def write_draft(area: str, files: dict[str, bytes]) -> Path:
    folder = ground.WORK / "draft"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, content in (files | simulate.without(area, files)).items():
        (folder / name).write_bytes(content)
    return folder


async def enacted(port: int, key: str, url: str, draft: Path, alone: Registering, today: date) -> None:
    simulated = await asyncio.to_thread(command(url, "simulate", str(draft)).communicate)
    by = [word for name in MAGISTRATES for word in ("--by", name)]
    start = time.perf_counter()
    process = command(url, "law", "enact", str(draft), *by, "--on", f"{today}", "--reason", "bench")
    # A connection of its own: the service closes one that was idle while the draft was tried.
    async with ground.Caller(port, key) as caller:
        meanwhile = await registering(caller, lambda _: process.poll() is None, PAUSE_SECONDS)
    taken = time.perf_counter() - start
    said, _ = process.communicate()
    counts = re.search(r"Of (\d+) files (\d+) have a new decision", said)
    if process.returncode != 0 or counts is None or meanwhile.refused:
        raise RuntimeError(f"the enactment failed or {meanwhile.refused} registrations were refused: {simulated[0]} {said}")
    files, moved = map(int, counts.groups())
    waited = max(meanwhile.taken)
    verdict = "goal met" if waited <= GOAL_SECONDS else "goal MISSED"
    print(
        f"enact: {moved} of {files} files moved in {taken:.0f} s with all decided again, {taken * 1000 / moved:.1f} ms a moved file, "
        f"{taken * 1000 / moved / alone.median_ms:.1f} times registering one over HTTP ({alone.median_ms:.1f} ms); meanwhile "
        f"{len(meanwhile.taken)} were registered, {meanwhile.median_ms:.0f} ms each (median), and the longest waited {waited:.1f} s, "
        f"{waited / taken:.3f} of the whole (goal {GOAL_SECONDS:.0f} s): {verdict}",
        flush=True,
    )


async def prepare(url: str) -> str:
    """100,000 files, two magistrates, and the key of a client."""
    pool = await open_pool(url, min_size=1, max_size=4)
    deps = Deps(pool=pool, law=legislation.load(), clock=SystemClock(), settings=Settings(data_dir=ground.WORK, database_url=url))
    await enact_first_law(deps)
    models = await simulate.fill(deps)
    async with pool.acquire() as connection:
        await simulate.multiply(connection, models, FILES)
    for name in MAGISTRATES:
        said = AddUser(name=name, display_name=name, roles=("prosecutor",), office="antwerpPort")
        await add_user(said, simulate.ADMINISTRATOR, deps)
    await pool.close()
    return await ground.new_client(url, "bench", "antwerpPort")


async def measure(url: str, port: int, key: str) -> None:
    files = legislation.read_files()
    async with ground.Caller(port, key) as caller:
        await registering(caller, lambda done: done < SAMPLE, 0)
        alone = await registering(caller, lambda done: done < SAMPLE, 0)
    for area in AREAS:
        draft = write_draft(area, files)
        await enacted(port, key, url, draft, alone, court_day(SystemClock().now()))
        files = legislation.read_files(draft)


def main() -> None:
    with ground.server() as server, asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        key = runner.run(prepare(server.url()))
        with ground.service(server.url()) as port:
            runner.run(measure(server.url(), port, key))


if __name__ == "__main__":
    main()
