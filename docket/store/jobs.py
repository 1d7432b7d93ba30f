"""Jobs for the worker, promised in the transaction of the action that causes them."""

from collections.abc import Sequence
from typing import Any

from pgqueuer.queries import Queries

from docket.messages import ENTRYPOINT, Message, encode


async def enqueue(tx: Any, messages: Sequence[Message]) -> None:
    """One statement, whatever their number; on rollback they were never promised."""
    if not messages:
        return
    count = len(messages)
    await Queries.from_asyncpg_connection(tx).enqueue([ENTRYPOINT] * count, [encode(message) for message in messages], [0] * count)
