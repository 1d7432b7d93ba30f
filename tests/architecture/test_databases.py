"""A database that goes on to the next test is as its origin; one that may not be is dropped."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from docket import embedded
from docket.clock import FixedClock
from docket.deps import Deps
from docket.law_in_force import Laws
from docket.legislation import LoadedLaw
from docket.mail.sending import MemorySender
from docket.settings import Settings
from docket.worker.queue import drain
from tests.builders import a_case
from tests.conftest import MORNING
from tests.databases import Databases, Lent

EVERYTHING = """
select c.relname as name, c.relkind = 'S' as counts from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'S') and n.nspname not in ('pg_catalog', 'information_schema') order by 1
"""


@pytest.fixture(autouse=True)
def reads_log(databases: Databases) -> None:
    if not databases.reads_log:
        pytest.skip("on this version of PostgreSQL no database goes on")


async def contents(connection: asyncpg.Connection) -> dict[str, Any]:
    found = {}
    for row in await connection.fetch(EVERYTHING):
        what = "last_value, is_called" if row["counts"] else "count(*), md5(string_agg(t::text, '|' order by t::text))"
        found[row["name"]] = tuple(await connection.fetchrow(f'select {what} from "{row["name"]}" t'))
    return found


async def lent_twice(databases: Databases, origin: str, between: Callable[[Lent], Awaitable[Any]]) -> tuple[Lent, Lent]:
    first = await databases.lend(origin)
    await between(first)
    await databases.give_back(first)
    return first, await databases.lend(origin)


async def test_what_a_file_and_its_jobs_wrote_is_put_back(
    databases: Databases, template: str, postgres: embedded.Server, law: LoadedLaw, tmp_path: Path
) -> None:
    new = await asyncpg.connect(postgres.url(await databases.copied(template)))

    async def write(lent: Lent) -> None:
        assert lent.pool is not None
        settings = Settings(data_dir=tmp_path, database_url=lent.url)
        deps = Deps(pool=lent.pool, law=law, clock=FixedClock(MORNING), settings=settings, laws=Laws(law))
        await a_case(deps)
        await drain(deps, MemorySender())
        async with lent.pool.acquire() as connection:
            assert {name for name, held in (await contents(connection)).items() if held != before[name]} > {
                "cases",
                "documents",
                "pgqueuer_log",
            }

    before = await contents(new)
    first, second = await lent_twice(databases, template, write)
    assert second.pool is not None
    after = await contents(second.pool)
    await databases.give_back(second)
    await new.close()

    assert first.name == second.name
    assert before == after


@pytest.mark.parametrize(
    "statement",
    [
        "create table left_behind (id int)",
        "alter table cases disable trigger all",
        "create index left_behind on cases (id)",
        "create function left_behind() returns int language sql as 'select 1'",
        "analyze cases",
        "alter table cases alter column id set statistics 10",
    ],
)
async def test_a_database_whose_schema_changed_is_dropped(databases: Databases, template: str, statement: str) -> None:
    async def change(lent: Lent) -> None:
        assert lent.pool is not None
        await lent.pool.execute("insert into pgqueuer_log (job_id, status, priority, entrypoint) values (1, 'queued', 1, 'x')")
        await lent.pool.execute(statement)

    first, second = await lent_twice(databases, template, change)
    await databases.give_back(second)

    assert first.name != second.name


async def test_a_database_that_somebody_still_holds_is_dropped(databases: Databases, template: str) -> None:
    async def keep_connection(lent: Lent) -> None:
        assert lent.pool is not None
        await lent.pool.acquire()

    async def keep_task(lent: Lent) -> None:
        tasks.append(asyncio.create_task(asyncio.Event().wait()))

    async def keep_session(lent: Lent) -> None:
        sessions.append(await asyncpg.connect(lent.url))

    async def close(lent: Lent) -> None:
        assert lent.pool is not None
        lent.pool.terminate()

    tasks: list[Any] = []
    sessions: list[Any] = []
    went_on = []
    for between in (keep_connection, keep_task, keep_session, close):
        first, second = await lent_twice(databases, template, between)
        went_on.append(first.name == second.name)
        await databases.give_back(second)
    for task in tasks:
        task.cancel()
    for session in sessions:
        session.terminate()

    assert went_on == [False] * 4


async def test_what_a_connection_kept_for_itself_is_gone(databases: Databases, template: str) -> None:
    async def change(lent: Lent) -> None:
        assert lent.pool is not None
        async with lent.pool.acquire() as one, lent.pool.acquire() as other:
            await one.execute("set timezone = 'Asia/Tokyo'; select pg_advisory_lock(1)")
            await other.execute("listen left_behind")

    first, second = await lent_twice(databases, template, change)
    assert second.pool is not None
    async with second.pool.acquire() as one, second.pool.acquire() as other:
        kept = [
            (await each.fetchval("show timezone"), await each.fetchval("select count(*) from pg_listening_channels()"))
            for each in (one, other)
        ]
        locks = await one.fetchval("select count(*) from pg_locks where locktype = 'advisory'")
    await databases.give_back(second)

    assert first.name == second.name
    assert kept == [("UTC", 0), ("UTC", 0)]
    assert locks == 0
