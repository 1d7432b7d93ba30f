"""What a broken connection, a restarted server and a value out of range become."""

from collections.abc import AsyncIterator

import asyncpg
import pytest

from docket.access import visibility
from docket.deps import Deps
from docket.errors import BadInput, ServiceUnavailable
from docket.store import search
from docket.store.pool import open_pool, read, transaction
from docket.store.search import CaseFilter
from tests.builders import a_case, a_clerk


@pytest.fixture
async def pool(database: str) -> AsyncIterator[asyncpg.Pool]:
    """One connection that no test used before."""
    opened = await open_pool(database, min_size=1, max_size=8)
    yield opened
    opened.terminate()


async def break_connections(pool: asyncpg.Pool) -> None:
    """As a restart of the server does."""
    other = await asyncpg.connect(*pool._connect_args, **pool._connect_kwargs)
    await other.execute(
        "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()"
    )
    await other.close()


async def test_a_read_survives_the_loss_of_its_connection(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    await break_connections(deps.pool)

    page = await search.list_cases(deps.pool, visibility(a_clerk()), CaseFilter())

    assert [line.case_number for line in page.items] == [number]


async def test_a_write_on_a_lost_connection_is_refused_for_now_and_leaves_nothing(deps: Deps) -> None:
    with pytest.raises(ServiceUnavailable):
        async with transaction(deps.pool) as tx:
            await tx.execute("insert into case_counters values (2026, 5)")
            await break_connections(deps.pool)
            await tx.execute("insert into case_counters values (2027, 5)")

    assert await deps.pool.fetchval("select count(*) from case_counters") == 0
    assert (await a_case(deps)).case_number == "HAV-2026-000001"


@pytest.mark.parametrize(
    ("statement", "value"), [("select $1::int", "five"), ("select $1::int + 2147483647", 1), ("select $1::text::int", "x")]
)
async def test_a_value_that_does_not_fit_is_bad_input_and_not_our_fault(pool: asyncpg.Pool, statement: str, value: object) -> None:
    with pytest.raises(BadInput):
        await read(pool, lambda connection: connection.fetchval(statement, value))


async def test_json_comes_and_goes_as_values(pool: asyncpg.Pool) -> None:
    value = {"tekst": "é\n\t\"'\\", "getallen": [1, 2.5, None, True]}

    assert await pool.fetchval("select $1::jsonb", value) == value


async def test_what_one_user_of_a_connection_left_open_is_rolled_back(pool: asyncpg.Pool) -> None:
    async with pool.acquire() as connection:
        await connection.execute("begin; insert into case_counters values (2026, 5)")

    assert await pool.fetchval("select count(*) from case_counters") == 0
