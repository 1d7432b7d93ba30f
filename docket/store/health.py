"""What health asks of the database: does it answer, and how long do jobs wait."""

import asyncio
from datetime import timedelta
from typing import Any

import asyncpg

from docket.errors import ServiceUnavailable
from docket.store.pool import load_queries, read

#: A health check that waits longer than this says that the database is away.
PATIENCE = timedelta(seconds=2)

_sql = load_queries(__file__)


async def oldest_waiting(pool: Any) -> timedelta | None:
    """How long the oldest job that is due waits for a worker; None: the database does not answer."""
    try:
        async with asyncio.timeout(PATIENCE.total_seconds()):
            return timedelta(seconds=await read(pool, _sql.oldest_waiting_seconds))
    except (ServiceUnavailable, TimeoutError, asyncpg.PostgresError, OSError):
        return None
