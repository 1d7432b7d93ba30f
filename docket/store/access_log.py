"""Who opened which file, and who searched what."""

from datetime import datetime
from typing import Any, Literal

import msgspec

from docket.store.pool import ACQUIRE_SECONDS, load_queries, read

_sql: Any = load_queries(__file__)


class AccessLine(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    at: datetime
    #: A function code (`user:17`), never a name.
    account: str
    action: Literal["opened", "searched"]
    case_number: str | None
    query: str | None


async def log_opened(pool: Any, account: str, case_number: str, now: datetime) -> None:
    await _log(pool, now, account, "opened", case_number, None)


async def log_searched(pool: Any, account: str, query: str, now: datetime) -> None:
    await _log(pool, now, account, "searched", None, query)


async def lines(pool: Any, *, case_number: str | None = None, before: int | None = None, limit: int = 100) -> list[AccessLine]:
    """Newest first."""

    async def look(connection: Any) -> list[AccessLine]:
        rows = _sql.access_lines(connection, case_number=case_number, before=before, row_limit=limit)
        return [AccessLine(**dict(row)) async for row in rows]

    return await read(pool, look)


async def _log(pool: Any, at: datetime, account: str, action: str, case_number: str | None, query: str | None) -> None:
    async with pool.acquire(timeout=ACQUIRE_SECONDS) as connection:
        await _sql.log_access(connection, at=at, account=account, action=action, case_number=case_number, query=query)
