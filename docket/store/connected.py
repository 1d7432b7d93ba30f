"""Files that look like a file, and the ties that acts laid between files."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Literal

import msgspec

import routing
from docket import connected
from docket.access import Visibility
from docket.case_keys import Key
from docket.cases import Case, CaseStatus, Confidentiality
from docket.connected import Hit, Score
from docket.store import parts
from docket.store.pool import load_queries, read

_queries: Any = load_queries(__file__)

#: So many files are scored; more share a key only where it is common, and then says little.
_SCORED = 60


class Candidate(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """A file that looks like another one; only ever one that the reader may see."""

    case_number: str
    score: int
    strength: connected.Strength
    #: In Dutch, the strongest first.
    reasons: tuple[str, ...]
    #: To know a dismissed candidate again.
    clues: tuple[str, ...]
    registered_at: datetime
    received_day: date
    notice_number: str | None
    origin_service: str
    #: The first words of it.
    summary: str | None
    holding_office: str
    status: CaseStatus
    confidentiality: Confidentiality


LinkKind = Literal["related", "joined", "split", "dismissed"]
#: equal and reader: of a related or dismissed file. from = this file was split off from the other one, off = the other one from this.
LinkSide = Literal["equal", "lead", "joined", "from", "off", "reader"]
Ground = Literal["sameFacts", "samePerpetrators", "priorConcert", "sameGoods", "other"]
Limb = routing.Limb


class NewLink(msgspec.Struct, frozen=True, kw_only=True):
    other_id: int
    kind: LinkKind
    side: LinkSide
    ground: Ground | None = None
    limb: Limb | None = None
    reason: str
    clues: tuple[str, ...] = ()
    #: `joining.Brought` as JSON.
    brought: str | None = None
    status_before: str | None = None


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """A tie of a file with another one that the reader may see."""

    kind: LinkKind
    side: LinkSide
    case_number: str
    ground: Ground | None
    limb: Limb | None
    reason: str
    made_at: datetime
    made_by: str
    #: None = it holds.
    ended_at: datetime | None
    ended_by: str | None
    end_reason: str | None
    other_id: int
    status: CaseStatus
    confidentiality: Confidentiality
    holding_office: str
    #: Of the tracks of its present decision; empty = none is named yet.
    courts: tuple[str, ...]
    scope: str
    summary: str | None
    clues: tuple[str, ...]
    brought: str | None
    status_before: CaseStatus | None

    @property
    def holds(self) -> bool:
        return self.ended_at is None


def rows_of(keys: Sequence[Key]) -> list[dict[str, Any]]:
    return [{name: getattr(key, name) for name in ("kind", "key", "value", "first_day", "last_day")} for key in keys]


async def candidates(
    source: Any, keys: Sequence[Key], seen: Visibility, *, case_id: int = 0, named: Sequence[str] = ()
) -> tuple[Candidate, ...]:
    """
    The files that look most like one with these keys; `case_id` is that file itself once it is registered.

    `named` are files that its report names as related: they are known, and left out.
    """
    lookups = connected.lookups_of(keys)
    if not lookups:
        return ()
    work = {"lookups": lookups, "case_id": case_id, "row_limit": _SCORED, **msgspec.structs.asdict(seen)}

    async def rows(connection: Any) -> list[Any]:
        return [row async for row in _queries.candidates(connection, **work)]

    found = []
    for row in await read(source, rows):
        scored = connected.score(keys, msgspec.convert(row["hits"], tuple[Hit, ...]))
        if scored.score >= connected.SHOWN_FROM and connected.news(scored, row["dismissed"]) and row["case_number"] not in named:
            found.append(_candidate(row, scored))
    found.sort(key=lambda each: (-each.score, each.case_number))
    return tuple(found[: connected.MAX_SHOWN])


def _candidate(row: Any, scored: Score) -> Candidate:
    columns = {name: row[name] for name in Candidate.__struct_fields__ if name in row}
    return Candidate(score=scored.score, strength=scored.strength, reasons=scored.reasons, clues=scored.clues, **columns)


async def without_keys(pool: Any, version: str, limit: int) -> list[Case]:
    """Files that were entered before keys were made as they are now, the oldest first."""

    async def rows(connection: Any) -> list[Case]:
        return [parts.case_of(row) async for row in _queries.without_keys(connection, version=version, row_limit=limit)]

    return await read(pool, rows)


async def replace_keys(source: Any, case: Case, keys: Sequence[Key]) -> None:
    """Nothing happens when the file changed since it was read."""
    await read(source, lambda connection: _queries.replace_keys(connection, case_id=case.id, version=case.version, keys=rows_of(keys)))


class JoinedFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file that was joined to another one, and when it came into it."""

    id: int
    case_number: str
    holding_office: str
    joined_at: datetime


async def joined_into(pool: Any, case_id: int) -> tuple[JoinedFile, ...]:
    """Those joined to them too; in the order in which they came."""

    async def rows(connection: Any) -> tuple[JoinedFile, ...]:
        return tuple([JoinedFile(**dict(row)) async for row in _queries.joined_into(connection, case_id=case_id)])

    return await read(pool, rows)


async def links(pool: Any, case_id: int, seen: Visibility) -> tuple[Link, ...]:
    """The ties of a file in the order of the acts, ended ones too; of a file that was found through the condition."""

    async def rows(connection: Any) -> tuple[Link, ...]:
        found = _queries.links(connection, case_id=case_id, **msgspec.structs.asdict(seen))
        return tuple([msgspec.convert(dict(row), Link) async for row in found])

    return await read(pool, rows)


async def insert_link(tx: Any, case_id: int, new: NewLink, *, at: datetime, by: str) -> None:
    await _queries.insert_link(tx, case_id=case_id, at=at, by=by, **msgspec.structs.asdict(new))


async def end_link(tx: Any, case_id: int, other_id: int, kind: LinkKind, *, reason: str, at: datetime, by: str) -> None:
    await _queries.end_link(tx, case_id=case_id, other_id=other_id, kind=kind, reason=reason, at=at, by=by)


async def set_joined(tx: Any, case_id: int) -> None:
    await _queries.set_joined(tx, case_id=case_id)
