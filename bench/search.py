"""Lists and searches over HTTP among 100,000 made files, for clients of an office that see a part of them."""

import asyncio
import hashlib
import time
from urllib.parse import urlencode

import asyncpg
import msgspec
import uvloop

from bench import ground, statements
from docket import legislation
from docket.access import Actor, visibility
from docket.actions.legislation.enact_first_law import enact_first_law
from docket.actions.registration.register_case import RegisterCase, register_case
from docket.clock import SystemClock
from docket.contract import decode_report
from docket.deps import Deps
from docket.settings import Settings
from docket.store import search
from docket.store.pool import open_pool

FILES = 100_000
PAGE = 1_000
REQUESTS = 150
SECONDS = 4.0
#: Hands in most of the models; every fifth comes from an office that sees little else.
LARGE, SMALL = "antwerpPort", "westFlandersBrugge"
WORD = "haven"
#: Number of a made file whose own words are sought.
SOUGHT = 77_774

#: Columns of cases that a made file does not share with its model.
_OWN = {"id", "case_number", "serial", "external_id", "confidentiality"}


async def fill(url: str) -> int:
    """Registers real examples as models and multiplies them by SQL; returns how many there were."""
    pool = await open_pool(url, min_size=1, max_size=1)
    deps = Deps(pool=pool, law=legislation.load(), clock=SystemClock(), settings=Settings(data_dir=ground.WORK, database_url=url))
    await enact_first_law(deps)
    lines = [line for name in ("incidents", "scenarios") for line in _lines(name)]
    for number, line in enumerate(lines):
        actor = Actor(account_id=None, code="import:bench", roles=frozenset({"clerk"}), office=SMALL if number % 20 == 0 else LARGE)
        report = msgspec.structs.replace(decode_report(line), related_cases=())
        await register_case(RegisterCase(report=report, sender=f"bench-{number}"), actor, deps)
    async with pool.acquire() as connection:
        await _multiply(connection, len(lines))
    await pool.close()
    return len(lines)


def _lines(name: str) -> list[bytes]:
    return [line for line in (statements.EXAMPLES / f"{name}.jsonl").read_bytes().splitlines() if line.strip()]


async def _multiply(connection: asyncpg.Connection, models: int) -> None:
    """What lists and searches read, and no more: the row, its tracks, its search text; the decision without its content."""
    columns = await connection.fetch("select column_name from information_schema.columns where table_name = 'cases'")
    shared = ", ".join(row["column_name"] for row in columns if row["column_name"] not in _OWN)
    made = f"select n, m.* from generate_series({models + 1}, {FILES}) n join cases m on m.serial = n % {models} + 1"
    index = await connection.fetchval("select indexdef from pg_indexes where indexname = 'case_search_text'")
    for statement in (
        "drop index case_search_text",
        f"""insert into cases ({shared}, case_number, serial, external_id, confidentiality)
            select {shared}, 'HAV-' || year || '-' || lpad(n::text, 6, '0'), n, 'made-' || n,
                case when n % 100 = 7 then 'sealed' when n % 20 = 3 then 'restricted' else 'ordinary' end
            from ({made}) made order by n""",
        f"""insert into decisions (case_id, seq, kind, policy, outcome, scope, port_area, facts, result, law_digest, engine_version,
                decided_at, decided_by, row_hash)
            select c.id, 1, 'routed', d.policy, d.outcome, d.scope, d.port_area, '{{}}', '{{}}', d.law_digest, d.engine_version,
                d.decided_at, d.decided_by, d.row_hash
            from cases c join cases m on m.serial = c.serial % {models} + 1 join decisions d on d.case_id = m.id
            where c.serial > {models} order by c.serial""",
        f"""insert into decision_tracks (case_id, decision_seq, ordinal, track, persons, prosecution_office, court, open)
            select c.id, 1, t.ordinal, t.track, t.persons, t.prosecution_office, t.court, t.open
            from cases c join cases m on m.serial = c.serial % {models} + 1 join decision_tracks t on t.case_id = m.id
            where c.serial > {models} order by c.serial, t.ordinal""",
        # A container number and a family name of its own beside the words of its model.
        f"""insert into case_search (case_id, text)
            select c.id, s.text || ' msku' || lpad(c.serial::text, 7, '0') || ' naam' || substr(md5(c.serial::text), 1, 6)
            from cases c join cases m on m.serial = c.serial % {models} + 1 join case_search s on s.case_id = m.id
            where c.serial > {models} order by c.serial""",
        index,
        f"update case_counters set last_serial = {FILES}",
        "vacuum analyze",
    ):
        await connection.execute(statement, timeout=300)


async def place_of(url: str, office: str, page: int, word: str | None) -> tuple[int, int, str | None]:
    """How many files a client of the office finds, its last page up to `page`, and where that page begins."""
    actor = Actor(account_id=0, code="client:0", roles=frozenset({"officeClient"}), office=office)
    seen = msgspec.structs.asdict(visibility(actor))
    found = """from cases c join case_search s on s.case_id = c.id
        where case_visible(c, $1, $2, $3, $4, $5, $6, $7) and s.text like $8"""
    values = (*seen.values(), f"%{word or ''}%")
    connection = await asyncpg.connect(url)
    total = await connection.fetchval(f"select count(*) {found}", *values)
    last = max(1, min(page, total // search.PAGE_ROWS))
    skipped = (last - 1) * search.PAGE_ROWS
    row = skipped and await connection.fetchrow(
        f"select c.year, c.serial {found} order by c.year desc, c.serial desc offset {skipped - 1} limit 1", *values
    )
    await connection.close()
    return total, last, f"{row['year']}-{row['serial']:06d}" if row else None


async def asked(port: int, key: str, **query: str) -> tuple[list[float], int]:
    """Milliseconds of each of many equal requests on one connection, and the rows of the page."""
    address = f"/api/v1/cases?{urlencode(query)}"
    taken: list[float] = []
    content = b"{}"
    async with ground.Caller(port, key) as caller:
        for _ in range(3):
            await caller.get(address)
        end = time.perf_counter() + SECONDS
        while len(taken) < REQUESTS and time.perf_counter() < end:
            start = time.perf_counter()
            status, content = await caller.get(address)
            taken.append((time.perf_counter() - start) * 1000)
            if status != 200:
                raise RuntimeError(f"{address} answered {status}: {content.decode()}")
    return taken, len(msgspec.json.decode(content)["items"])


async def measure(url: str, port: int, office: str, key: str) -> None:
    for word in (None, WORD):
        total, last, after = await place_of(url, office, PAGE, word)
        name = f"search for '{word}'" if word else "list"
        words = {"q": word} if word else {}
        await tell(port, key, f"{name}, {total} files found, page 1", **words)
        if after:
            await tell(port, key, f"{name}, page {last}", **words, after=after)
    if office == LARGE:
        await tell(port, key, "search for a container number", q=f"MSKU{SOUGHT:07}")
        await tell(port, key, "search for a family name", q=f"naam{hashlib.md5(str(SOUGHT).encode()).hexdigest()[:6]}")
        await tell(port, key, "search for two words", q=f"{WORD} cocaine")
        await tell(port, key, "search for words that no file has", q="onvindbaar woord")
        await tell(port, key, "list that has to look at all files, area and open track", area="zeebrugge", openTrack="true")


async def tell(port: int, key: str, what: str, **query: str) -> None:
    taken, rows = await asked(port, key, **query)
    print(
        f"search, {what}: p95 {ground.percentile(taken, 0.95):.1f} ms, median {ground.percentile(taken, 0.5):.1f} ms, "
        f"{rows} rows, {len(taken)} requests"
    )


def main() -> None:
    with ground.server() as server, asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        start = time.perf_counter()
        models = runner.run(fill(server.url()))
        print(f"search: {FILES} files made from {models} registered examples in {time.perf_counter() - start:.0f} s")
        keys = {office: runner.run(ground.new_client(server.url(), office, office)) for office in (LARGE, SMALL)}
        with ground.service(server.url()) as port:
            for office, key in keys.items():
                print(f"search: as a client of {office}, over HTTP on one connection, with its line in the access log (fsync on)")
                runner.run(measure(server.url(), port, office, key))


if __name__ == "__main__":
    main()
