"""Mails as rows: written by the action that causes them, sent by the worker (`store/outbox`)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec

from docket.access import Visibility
from docket.mailing import MOST_A_WEEK, WEEK
from docket.messages import NewDelivery
from docket.store.pool import load_queries

_queries: Any = load_queries(__file__)


class FoundDelivery(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    state: str
    recipient: str
    case_id: int
    case_number: str


def rows_of(
    new: Sequence[NewDelivery], ids: Sequence[int], *, written_at: datetime, decision_seq: int | None, request_id: int | None = None
) -> list[dict[str, Any]]:
    return [
        {
            "id": id_,
            "written_at": written_at,
            "decision_seq": decision_seq,
            "request_id": request_id,
            **msgspec.structs.asdict(delivery),
        }
        for id_, delivery in zip(ids, new, strict=True)
    ]


async def draw_ids(tx: Any, count: int) -> tuple[int, ...]:
    return tuple(await _queries.draw_ids(tx, count=count)) if count else ()


async def insert(tx: Any, case_id: int, rows: list[dict[str, Any]]) -> None:
    """What is past the room of a week for its recipient is kept for the list of the day."""
    if rows:
        await _queries.insert(tx, case_id=case_id, deliveries=rows, most=MOST_A_WEEK, week=WEEK)


async def mark_outdated(tx: Any, case_id: int, at: datetime) -> tuple[int, ...]:
    """Ids of the mails that were not marked before."""
    return tuple([row["id"] async for row in _queries.mark_outdated(tx, case_id=case_id, at=at)])


async def find(tx: Any, delivery_id: int, visibility: Visibility) -> FoundDelivery | None:
    row = await _queries.find(tx, delivery_id=delivery_id, **msgspec.structs.asdict(visibility))
    return FoundDelivery(**dict(row)) if row else None


async def queue_again(tx: Any, delivery_id: int, state: str, *, at: datetime, by: str) -> bool:
    return await _queries.queue_again(tx, delivery_id=delivery_id, state=state, at=at, by=by) is not None
