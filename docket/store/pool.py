"""Opens the connections of the service, and turns what a database says of a broken statement into our own errors."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

import aiosql
import asyncpg
import msgspec

from docket.errors import BadInput, Issue, ServiceUnavailable

T = TypeVar("T")

#: The server went away or is not there yet; a pooled connection fails once, then the pool makes a new one.
LOST = (
    asyncpg.PostgresConnectionError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
    asyncpg.CannotConnectNowError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.TooManyConnectionsError,
    # Not lost, but the same for the caller: nothing was written, and the next try will pass.
    asyncpg.DeadlockDetectedError,
    ConnectionError,
    TimeoutError,
)
#: A pool that has no free connection after this many seconds answers 503 instead of keeping the caller waiting.
ACQUIRE_SECONDS = 10.0
COMMAND_SECONDS = 30.0


async def open_pool(url: str, *, min_size: int = 2, max_size: int = 20, statement_cache_size: int = 200) -> asyncpg.Pool:
    return await pool_to_open(url, min_size=min_size, max_size=max_size, statement_cache_size=statement_cache_size)


def pool_to_open(url: str, *, min_size: int = 2, max_size: int = 20, statement_cache_size: int = 200) -> asyncpg.Pool:
    """Opens when it is awaited, on the loop that runs then; for the service, whose loop starts after its application is made."""
    return asyncpg.create_pool(
        url,
        min_size=min_size,
        max_size=max_size,
        statement_cache_size=statement_cache_size,
        command_timeout=COMMAND_SECONDS,
        init=prepare_connection,
        reset=_keep_session,
        # Just-in-time compilation costs more than any of our statements takes.
        server_settings={"application_name": "docket", "jit": "off", "timezone": "UTC"},
    )


async def prepare_connection(connection: asyncpg.Connection) -> None:
    await connection.set_type_codec("jsonb", encoder=_json, decoder=msgspec.json.decode, schema="pg_catalog")


def _json(value: object) -> str:
    # Text is JSON already: PgQueuer hands its headers over so.
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


async def _keep_session(connection: asyncpg.Connection) -> None:
    """No session state is ever set, so the round trip that resets it is saved; asyncpg still ends an open transaction."""


def load_queries(module_file: str) -> Any:
    """The named queries of the .sql file beside a module."""
    return aiosql.from_path(Path(module_file).with_suffix(".sql"), "asyncpg")


@asynccontextmanager
async def transaction(pool: asyncpg.Pool) -> AsyncIterator[asyncpg.Connection]:
    """Commits at the end of the block and rolls back on any error; a lost server is ServiceUnavailable."""
    with _Translated():
        async with pool.acquire(timeout=ACQUIRE_SECONDS) as connection, connection.transaction():
            yield connection


async def read(source: Any, work: Callable[[Any], Awaitable[T]]) -> T:
    """Run an idempotent read on a pool, once more when its connection was lost, or on the connection of a transaction."""
    with _Translated():
        if not isinstance(source, asyncpg.Pool):
            return await work(source)
        try:
            async with source.acquire(timeout=ACQUIRE_SECONDS) as connection:
                return await work(connection)
        except LOST:
            async with source.acquire(timeout=ACQUIRE_SECONDS) as connection:
                return await work(connection)


class _Translated:
    """Errors of the database as errors of the register; unique violations stay, the action that expects them reads again."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        # asyncpg has a second DataError, raised before a value leaves: an InterfaceError that is a ValueError.
        if isinstance(error, asyncpg.DataError) or (isinstance(error, asyncpg.InterfaceError) and isinstance(error, ValueError)):
            detail = "Een waarde past niet in haar veld (te groot, of van een andere soort); verbeter ze."
            raise BadInput(issues=(Issue(type="invalidInput", detail=detail),)) from error
        if isinstance(error, LOST):
            raise ServiceUnavailable from error
