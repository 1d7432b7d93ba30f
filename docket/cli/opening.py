"""What commands open before they act: the settings, the database, and the whole register."""

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from typing import TypeVar

import msgspec

from docket import database, embedded, legislation, logs, migrate
from docket.actions.legislation.enact_first_law import enact_first_law
from docket.clock import SystemClock
from docket.deps import Deps
from docket.law_in_force import Laws
from docket.settings import Settings, from_env
from docket.store.pool import open_pool

T = TypeVar("T")
_CLOSE_SECONDS = 5.0


def settings_of_environment() -> Settings:
    settings = from_env(os.environ)
    logs.configure(settings.log_format)
    return settings


@contextmanager
def database_address(settings: Settings) -> Iterator[str]:
    """The configured database, or a private server that runs at least until the block ends."""
    if settings.database_url:
        yield settings.database_url
    else:
        with embedded.running(settings.data_dir) as server:
            yield server.url()


@asynccontextmanager
async def register(settings: Settings, url: str) -> AsyncIterator[Deps]:
    """
    Everything an action is handed, with the law in force; refuses a database that is behind and a draft of the law that is wrong.

    On a register without law the draft becomes its first pack.
    """
    draft = legislation.load(settings.law_dir)
    await database.recover(url)
    pool = await open_pool(url, min_size=1, max_size=settings.pool_max, statement_cache_size=settings.statement_cache_size)
    try:
        async with pool.acquire() as connection:
            await migrate.require_current(connection)
        # What a command starts for itself (a private server) is known by its address too.
        settings = msgspec.structs.replace(settings, database_url=url)
        deps = Deps(pool=pool, law=draft, clock=SystemClock(), settings=settings, laws=Laws(draft), draft=draft)
        await enact_first_law(deps)
        yield deps.under(await deps.laws.in_force(pool))
    finally:
        # A connection that nobody gives back is cut off.
        with suppress(TimeoutError):
            await asyncio.wait_for(pool.close(), _CLOSE_SECONDS)


def with_register(work: Callable[[Deps], Awaitable[T]]) -> T:
    """Open the register of the settings, do one thing with it, close it."""
    settings = settings_of_environment()

    async def opened(url: str) -> T:
        async with register(settings, url) as deps:
            return await work(deps)

    with database_address(settings) as url:
        return asyncio.run(opened(url))
