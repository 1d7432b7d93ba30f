"""Signed heads in the database."""

from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any

import msgspec

from docket.store.pool import load_queries

_queries: Any = load_queries(__file__)
_ROWS_AT_ONCE = 1000


class StoredHead(msgspec.Struct, frozen=True, kw_only=True):
    seq: int
    made_at: datetime
    case_count: int
    entry_count: int
    cases_digest: bytes
    digest: bytes
    previous_digest: bytes
    key_id: str
    signature: bytes
    seeds_digest: bytes | None = None
    enactments_digest: bytes | None = None
    chambers_digest: bytes | None = None
    templates_digest: bytes | None = None
    addresses_digest: bytes | None = None


class ChangedCase(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    entry_count: int
    last_hash: bytes
    #: The count at the last head that named it; 0 when none did.
    counted: int
    is_new: bool


async def lock(tx: Any) -> None:
    await _queries.lock_heads(tx)


async def last_head(connection: Any) -> StoredHead | None:
    row = await _queries.last_head(connection)
    return StoredHead(**dict(row)) if row else None


async def head_digest(connection: Any, seq: int) -> bytes | None:
    return await _queries.head_digest(connection, seq=seq)


async def changed_cases(tx: Any) -> AsyncIterator[list[ChangedCase]]:
    """In batches, in the order of their numbers, all as they stood when the first batch was asked for."""
    cursor = await tx.cursor(_queries.changed_cases.sql)
    while rows := await cursor.fetch(_ROWS_AT_ONCE):
        yield [ChangedCase(**dict(row)) for row in rows]


async def add_cases(tx: Any, seq: int, changed: list[ChangedCase]) -> None:
    """Before their head, which is complete only after the last of them."""
    await tx.copy_records_to_table(
        "head_cases",
        records=[(seq, case.case_number, case.entry_count, case.last_hash) for case in changed],
        columns=["head_seq", "case_number", "entry_count", "last_hash"],
    )


async def insert_head(tx: Any, head: StoredHead) -> None:
    await _queries.insert_head(tx, **msgspec.structs.asdict(head))
