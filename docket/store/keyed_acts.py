"""Acts that a client did with an Idempotency-Key, and what it was answered."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec

from docket.store.pool import load_queries, read

_queries = load_queries(__file__)


class KeyedAct(msgspec.Struct, frozen=True, kw_only=True):
    #: Code of the client, in whose own name keys are used.
    sender: str
    key_digest: bytes
    #: Of the address and the body.
    act_digest: bytes
    case_number: str


class DoneBefore(msgspec.Struct, frozen=True, kw_only=True):
    act_digest: bytes
    case_number: str
    #: None = the service stopped between the act and its answer.
    status: int | None
    #: Name and value, one after the other.
    headers: tuple[str, ...]
    body: bytes | None


async def claim(tx: Any, act: KeyedAct, at: datetime) -> bool:
    """Within the transaction of the act; False = the key was used before."""
    return bool(await _queries.claim(tx, at=at, **msgspec.structs.asdict(act)))


async def before(source: Any, act: KeyedAct) -> DoneBefore | None:
    row = await read(source, lambda connection: _queries.before(connection, sender=act.sender, key_digest=act.key_digest))
    return None if row is None else msgspec.convert(dict(row), DoneBefore)


async def keep_answer(source: Any, act: KeyedAct, *, status: int, headers: Sequence[str], body: bytes) -> None:
    await read(
        source,
        lambda connection: _queries.keep_answer(
            connection, sender=act.sender, key_digest=act.key_digest, status=status, headers=list(headers), body=body
        ),
    )
