"""The day's page and the work lists over HTTP among 100,000 files with 2 million entries, for people who see a part of them."""

import asyncio
import time
from http.cookies import SimpleCookie
from urllib.parse import quote

import asyncpg
import httpx
import uvloop

from bench import ground, search
from docket.access import SYSTEM, Actor
from docket.actions.accounts.add_user import AddUser, add_user
from docket.clock import SystemClock, court_day
from docket.deps import Deps
from docket.legislation import load
from docket.settings import Settings
from docket.store import work_lists as store
from docket.store.pool import open_pool
from docket.web.work_rows import WORDS
from docket.work_lists import BY_CODE, ListCode, Place, seats_for

ENTRIES = 20
GOAL_MS = 20.0
PAGE = 1_000
REQUESTS = 120
#: Others share the cores: the least disturbed round tells most.
ROUNDS = 3
PASSWORD = "een zin voor de meting van de lijsten"
#: A clerk of the office that has nearly everything, less what is restricted or sealed and does not name him; and one who sees little.
READERS = {"clerk of a large office": search.LARGE, "clerk of a small office": search.SMALL}
#: Lists that have a page of their own in this measurement.
LISTS: tuple[ListCode, ...] = (
    "timeLimits", "expiring", "forMe", "hearings", "openTracks", "toConfirm", "untold", "notTaken", "mine", "files",
    "limitation", "hearingsPast",
)  # fmt: skip

#: What waits on 100,000 files: a clock on each, everything else on one of two to ten, spread over a year.
_FILL = (
    "set session_replication_role = replica",
    f"""insert into docket_entries (case_id, seq, kind, entered_at, entered_by, content, salt, content_hash, state_hash, state_parts,
            previous_hash, hash)
        select c.id, n, 'CaseAmended', c.registered_at + n * interval '1 hour', 'user:1', '{{}}', 'salt', 'h', 'h', '{{}}', 'h',
            decode(md5(c.id || '/' || n), 'hex')
        from cases c, generate_series(2, {ENTRIES + 1}) n where c.serial is not null order by c.id, n""",
    """insert into case_time_limits (case_id, limit_id, event, starts_on, law_digest, says, due_on, alarm_on, answer, state, started_at,
            started_by)
        select c.id, 'appeal', 'judgment', d.day - 30, 'x', 'lastDay', d.day, d.day,
            '{"limit":"appeal","says":"lastDay","start":{"event":"judgment","on":"' || (d.day - 30) || '"},"dueOn":"' || d.day || '",'
            '"dueAt":null,"unrolledOn":"' || d.day || '","alarmOn":"' || d.day || '","alarmAt":null,"steps":[],"other":[],'
            '"citation":"art. 203 Sv.",'
            '"source":"s","confidence":"sure"}', 'running', now(), 'user:1'
        from cases c, lateral (select current_date - 3 + (c.serial * 7919 % 365) as day) d""",
    """insert into acknowledgements (case_id, office, urgency, cause, opened_at)
        select c.id, o, case when c.serial % 50 = 0 then 'detention' else 'ordinary' end, 'CaseRegistered',
            now() - c.serial * interval '1 minute'
        from cases c, unnest(c.offices) o where c.serial % 2 = 0
        on conflict do nothing""",
    """insert into chambers (court, name, kind, weekdays, starts_at, capacity, entered_at, entered_by)
        select 'antwerpCorrectional', 'B' || n, 'correctional', '{1}', '09:00', 500, now(), 'user:1' from generate_series(1, 20) n""",
    """insert into sittings (chamber_id, day, starts_at, capacity, kind)
        select k.id, current_date + n, '09:00', 500, 'correctional' from chambers k, generate_series(0, 180) n""",
    """insert into hearings (case_id, sitting_id, starts_at, state, sequence, uid, reason, set_at, set_by)
        select c.id, s.id, s.day + interval '10 hours', 'set', 0, c.id || '@bench', 'r', now(), 'user:1'
        from cases c join lateral (
            select s.id, s.day from sittings s
            where s.day = current_date + c.serial * 13 % 180 and s.chamber_id = (select min(id) from chambers) + c.serial % 20
        ) s on true where c.serial % 2 = 1""",
    """insert into to_tell (case_id, act, hearing_id, role, state, made_at)
        select h.case_id, 'hearingSet', h.id, 'suspect', 'toTell', now() from hearings h""",
    """insert into case_watches (case_id, kind, person, offence, hearing_id, counts_from, on_day, still)
        select c.id, k.kind, '', '', coalesce(h.id, 0), current_date + c.serial * 11 % 400 - 30, current_date + c.serial * 11 % 400, false
        from cases c left join hearings h on h.case_id = c.id
        join unnest(array['limitation', 'reasonableTime', 'unheld', 'servicesMissed', 'hearingsPast']) with ordinality as k (kind, at)
            on c.serial % 5 = k.at - 1
        where c.serial is not null and (h.id is not null or k.kind not in ('servicesMissed', 'hearingsPast'))""",
    "update cases set to_confirm = '{0}' where serial % 2 = 0",
    "update cases set open_track = true where serial % 2 = 1",
    "set session_replication_role = origin",
    "truncate work_items, work_counts, watch_marks restart identity",
    "select work_refresh(array(select id from cases))",
    "vacuum analyze",
)


async def fill(url: str) -> int:
    await search.fill(url)
    connection = await asyncpg.connect(url)
    for statement in _FILL:
        await connection.execute(statement, timeout=900)
    entries = await connection.fetchval("select count(*) from docket_entries")
    await connection.close()
    return entries


async def people(url: str) -> dict[str, Actor]:
    """The readers, each with half of the files of the prosecutors as his own and named on a few that are restricted or sealed."""
    pool = await open_pool(url, min_size=1, max_size=1)
    deps = Deps(pool=pool, law=load(), clock=SystemClock(), settings=Settings(data_dir=ground.WORK, database_url=url))
    found = {}
    for what, office in READERS.items():
        made = await add_user(
            AddUser(
                name=f"lezer-{office.lower()}",
                display_name=what,
                roles=("clerk",),
                office=office,
                password=PASSWORD,
                must_change_password=False,
            ),
            SYSTEM,
            deps,
        )
        found[what] = Actor(account_id=made.account_id, code="user:0", roles=frozenset({"clerk"}), office=office)
        async with pool.acquire() as connection:
            await connection.execute(
                "update cases set prosecutor = $1 where offices @> array[$2::text] and confidentiality = 'ordinary'"
                " and prosecutor is null and serial % 3 = 0",
                made.account_id,
                office,
                timeout=600,
            )
            await connection.execute(
                "update cases set named = array[$1::bigint] where offices @> array[$2::text] and confidentiality <> 'ordinary'"
                " and serial % 7 = 0",
                made.account_id,
                office,
                timeout=600,
            )
    async with pool.acquire() as connection:
        await connection.execute("vacuum analyze work_items, work_counts, cases", timeout=600)
    await pool.close()
    return found


async def places(url: str, actor: Actor, code: ListCode) -> tuple[int, int, Place | None]:
    """How long the list is, its last page up to `PAGE`, and where that page begins."""
    one, today = BY_CODE[code], court_day(SystemClock().now())
    seats, (first, last) = seats_for(one, actor), one.days(today)
    connection = await asyncpg.connect(url)
    found = """from (select distinct w.day, w.sort, w.item from work_items w join unnest($2::text[], $3::text[]) s (seat, level)
        on s.seat = w.seat and s.level = w.level where w.list = $1 and w.day between $4 and $5) w"""
    given = (one.key_for(actor), list(seats.seats), list(seats.levels), first, last)
    total = await connection.fetchval(f"select count(*) {found}", *given)
    page = max(1, min(PAGE, total // store.PAGE_ROWS))
    skipped = (page - 1) * store.PAGE_ROWS
    row = skipped and await connection.fetchrow(f"select w.* {found} order by 1, 2, 3 offset {skipped - 1} limit 1", *given)
    await connection.close()
    return total, page, Place(day=row["day"], sort=row["sort"], item=row["item"]) if row else None


def signed_in(port: int, office: str) -> str:
    """The cookie of a session."""
    with httpx.Client(base_url=f"http://127.0.0.1:{port}") as client:
        token = client.get("/aanmelden").text.split('name="_csrf" value="')[1].split('"')[0]
        answer = client.post("/aanmelden", data={"_csrf": token, "_naam": f"lezer-{office.lower()}", "_wachtwoord": PASSWORD})
        cookies = SimpleCookie(answer.headers["set-cookie"])
        return f"docket_session={cookies['docket_session'].value}"


class Visitor(ground.Caller):
    """The same lean connection, with a session instead of a key."""

    def __init__(self, port: int, cookie: str) -> None:
        super().__init__(port, "")
        self.head = f"Host: 127.0.0.1\r\nCookie: {cookie}\r\n".encode()


async def asked(port: int, cookie: str, address: str) -> tuple[list[float], int]:
    """Milliseconds of the best of some rounds, and the rows of the page."""
    best: list[float] = []
    async with Visitor(port, cookie) as visitor:
        for _ in range(ROUNDS):
            taken = []
            for _ in range(REQUESTS // ROUNDS):
                start = time.perf_counter()
                status, content = await visitor.get(address)
                taken.append((time.perf_counter() - start) * 1000)
                if status != 200:
                    raise RuntimeError(f"{address} answered {status}")
            if not best or ground.percentile(taken, 0.95) < ground.percentile(best, 0.95):
                best = taken
    return best, content.count(b"data-row")


async def measure(url: str, port: int, actor: Actor) -> None:
    cookie = signed_in(port, actor.office or "")
    pool = await open_pool(url, min_size=1, max_size=1)
    counts = await store.counts(pool, actor, court_day(SystemClock().now()))
    await pool.close()
    await tell(port, cookie, f"the day's page, {len(counts)} lists", "/vandaag")
    for code in LISTS:
        total, last, after = await places(url, actor, code)
        if counts[code] != total:
            raise RuntimeError(f"{code}: {counts[code]} counted, {total} there")
        address = WORDS[code].address
        await tell(port, cookie, f"{code}, {total} waiting, page 1", address)
        if after is not None:
            from_there = quote(_cursor(code, after))
            await tell(port, cookie, f"{code}, page {last}", f"{address}{'&' if '?' in address else '?'}na={from_there}")


def _cursor(code: ListCode, place: Place) -> str:
    if code not in ("files", "mine"):
        return str(place)
    year, serial = divmod(-place.sort, 1_000_000_000)
    return f"{year}-{serial:06d}"


async def tell(port: int, cookie: str, what: str, address: str) -> None:
    taken, rows = await asked(port, cookie, address)
    p95 = ground.percentile(taken, 0.95)
    met = "goal met" if p95 <= GOAL_MS else "goal MISSED"
    print(
        f"work_lists, {what}: p95 {p95:.1f} ms, median {ground.percentile(taken, 0.5):.1f} ms, {rows} rows; goal {GOAL_MS:.0f} ms: {met}",
        flush=True,
    )


def main() -> None:
    with ground.server() as server, asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        start = time.perf_counter()
        entries = runner.run(fill(server.url()))
        readers = runner.run(people(server.url()))
        print(f"work_lists: {search.FILES:,} files with {entries:,} entries in {time.perf_counter() - start:.0f} s", flush=True)
        with ground.service(server.url()) as port:
            for what, actor in readers.items():
                print(f"work_lists: as a {what}, over HTTP with a session, page and menu rendered, the best of {ROUNDS} rounds", flush=True)
                runner.run(measure(server.url(), port, actor))


if __name__ == "__main__":
    main()
