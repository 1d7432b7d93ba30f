"""Offers, conflicts of jurisdiction, and what went elsewhere: written by the verbs of transfers, read by its screens."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Literal

import msgspec

from docket.access import Visibility
from docket.store.cases import Snapshot
from docket.store.pool import load_queries, read
from routing import Settled

_queries: Any = load_queries(__file__)

OfferState = Literal["offered", "accepted", "refused", "withdrawn", "escalated"]
ConflictKind = Literal["positive", "negative"]
ConflictState = Literal["open", "settled", "withdrawn"]
SettledBy = Literal["agreement", "prosecutorsGeneral", "presidentOfCourt", "courtOfAppeal", "courtOfCassation"]
PAGE_ROWS = 50


class RunningLimit(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """A time limit that goes on running while an offer or a conflict waits."""

    title: str
    due_on: date


class Offer(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    id: int
    to_office: str
    #: Code of a ground, or `other`; None = offered before grounds were asked.
    ground: str | None
    reason: str
    pieces: tuple[str, ...]
    time_limits: tuple[RunningLimit, ...]
    answer_due_on: date | None
    offered_at: datetime
    offered_by: str
    state: OfferState
    answered_at: datetime | None
    answered_by: str | None
    answer_reason: str | None

    def overdue(self, today: date) -> bool:
        """Is the last day of its term behind us without an answer?"""
        return self.state == "offered" and self.answer_due_on is not None and self.answer_due_on < today


class Conflict(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    id: int
    kind: ConflictKind
    between: Literal["offices", "judges"]
    #: Two codes; the first is on the side of the holder.
    seats: tuple[str, str]
    track_ordinal: int | None
    settled_by: SettledBy
    settlers: tuple[str, ...]
    article: str
    confidence: str
    ground: str | None
    reason: str
    offer_id: int | None
    raised_at: datetime
    raised_by: str
    state: ConflictState
    ruled_on: date | None
    designated: str | None
    ecli: str | None
    outcome_reason: str | None
    closed_at: datetime | None
    closed_by: str | None


class Handing(msgspec.Struct, frozen=True, kw_only=True):
    """Everything about handing over one case, oldest first."""

    offers: tuple[Offer, ...]
    conflicts: tuple[Conflict, ...]

    @property
    def open_offer(self) -> Offer | None:
        return next((offer for offer in self.offers if offer.state == "offered"), None)

    @property
    def open_conflict(self) -> Conflict | None:
        return next((conflict for conflict in self.conflicts if conflict.state == "open"), None)

    def last_offer_to(self, office: str) -> Offer | None:
        return next((offer for offer in reversed(self.offers) if offer.to_office == office), None)


class WaitingOffer(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    to_office: str
    ground: str | None
    reason: str
    offered_at: datetime
    answer_due_on: date | None
    state: OfferState
    answer_reason: str | None


class ConflictLine(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    id: int
    kind: ConflictKind
    between: Literal["offices", "judges"]
    seats: tuple[str, ...]
    settled_by: SettledBy
    settlers: tuple[str, ...]
    article: str
    ground: str | None
    reason: str
    raised_at: datetime


class ElsewhereLine(msgspec.Struct, frozen=True, kw_only=True):
    """All that an office or a court learns of a case of its territory that went elsewhere."""

    id: int
    case_number: str
    #: The rule or the choice by which it went.
    ground: str
    decided_at: datetime


async def of_case(pool: Any, case_id: int) -> Handing:
    row = await read(pool, lambda connection: _queries.of_case(connection, case_id=case_id))
    return Handing(
        offers=msgspec.convert(row["offers"], tuple[Offer, ...]), conflicts=msgspec.convert(row["conflicts"], tuple[Conflict, ...])
    )


async def offer(
    tx: Any,
    found: Snapshot,
    to_office: str,
    *,
    ground: str,
    reason: str,
    pieces: Sequence[str],
    time_limits: Sequence[RunningLimit],
    answer_due_on: date,
    at: datetime,
    by: str,
) -> None:
    await _queries.offer(
        tx,
        case_id=found.case.id,
        to_office=to_office,
        ground=ground,
        reason=reason,
        pieces=list(pieces),
        limit_titles=[limit.title for limit in time_limits],
        limits_due_on=[limit.due_on for limit in time_limits],
        answer_due_on=answer_due_on,
        at=at,
        by=by,
    )


async def raise_conflict(
    tx: Any,
    found: Snapshot,
    settled: Settled,
    *,
    kind: ConflictKind,
    seats: Sequence[str],
    track_ordinal: int | None,
    ground: str | None,
    reason: str,
    offer_id: int | None,
    at: datetime,
    by: str,
) -> int:
    return await _queries.raise_conflict(
        tx,
        case_id=found.case.id,
        kind=kind,
        between=settled.row.between,
        seats=list(seats),
        track_ordinal=track_ordinal,
        settled_by=settled.row.settled_by,
        settlers=list(settled.settlers),
        article=settled.citation.citation,
        confidence=settled.citation.confidence,
        ground=ground,
        reason=reason,
        offer_id=offer_id,
        at=at,
        by=by,
    )


async def settle(
    tx: Any, found: Snapshot, *, ruled_on: date, designated: str, ecli: str | None, reason: str, at: datetime, by: str
) -> None:
    await _queries.close_conflict(
        tx,
        case_id=found.case.id,
        state="settled",
        ruled_on=ruled_on,
        designated=designated,
        ecli=ecli,
        reason=reason,
        at=at,
        by=by,
    )


async def withdraw(tx: Any, found: Snapshot, *, reason: str, at: datetime, by: str) -> None:
    await _queries.close_conflict(
        tx, case_id=found.case.id, state="withdrawn", ruled_on=None, designated=None, ecli=None, reason=reason, at=at, by=by
    )


async def close_offer(tx: Any, found: Snapshot, state: OfferState, *, reason: str, at: datetime, by: str) -> None:
    await _queries.close_offer(tx, case_id=found.case.id, state=state, reason=reason, at=at, by=by)


async def waiting_offers(pool: Any, seen: Visibility) -> tuple[WaitingOffer, ...]:
    """Offers of one's own office that wait for an answer, or that were refused and went no further."""
    return tuple(WaitingOffer(**dict(row)) for row in await _rows(pool, "waiting_offers", msgspec.structs.asdict(seen)))


async def open_conflicts(pool: Any, seen: Visibility) -> tuple[ConflictLine, ...]:
    return tuple(_conflict_line(row) for row in await _rows(pool, "open_conflicts", msgspec.structs.asdict(seen)))


async def conflicts_to_settle(pool: Any, seat: str) -> tuple[ConflictLine, ...]:
    """Those that an office of prosecutors-general or a court of appeal has to settle."""
    return tuple(_conflict_line(row) for row in await _rows(pool, "conflicts_to_settle", {"seat": seat}))


async def elsewhere(pool: Any, seat: str, before: int | None = None) -> tuple[ElsewhereLine, ...]:
    """At most one page and one more, newest first, before that id."""
    rows = await _rows(pool, "elsewhere", {"seat": seat, "before": before or 2**62, "row_limit": PAGE_ROWS + 1})
    return tuple(ElsewhereLine(**dict(row)) for row in rows)


def _conflict_line(row: Any) -> ConflictLine:
    columns: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
    return ConflictLine(**columns)


async def _rows(pool: Any, query: str, work: dict[str, Any]) -> list[Any]:
    async def rows(connection: Any) -> list[Any]:
        return [row async for row in getattr(_queries, query)(connection, **work)]

    return await read(pool, rows)
