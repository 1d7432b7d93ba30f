"""Writes the docket: every entry seals the case as it stands after it and is linked to the entry before."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec

from docket import journal
from docket.access import ENTRIES_ABOUT
from docket.messages import NUMBER_TO_COME
from docket.store.pool import load_queries, read

_queries: Any = load_queries(__file__)


class BareLine(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """A line of the docket without what it says."""

    case_number: str
    seq: int
    kind: str
    entered_at: datetime
    entered_by: str
    erased_at: datetime | None


class SaidLine(msgspec.Struct, frozen=True, kw_only=True):
    """A line with what it says; None = erased under a retention rule."""

    seq: int
    kind: str
    entered_at: datetime
    entered_by: str
    content: Any


class BareCursor(msgspec.Struct, frozen=True, kw_only=True):
    """The last line of the page before."""

    entered_at: datetime
    case_id: int
    seq: int

    def __str__(self) -> str:
        return f"{self.entered_at.isoformat()}/{self.case_id}/{self.seq}"

    @staticmethod
    def parse(text: str) -> "BareCursor":
        """Raises ValueError for what `str` did not make."""
        entered_at, case_id, seq = text.split("/")
        return BareCursor(entered_at=datetime.fromisoformat(entered_at).astimezone(UTC), case_id=int(case_id), seq=int(seq))


async def enter_first(
    tx: Any,
    case_id: int,
    *,
    year: int,
    kind: str,
    content: object,
    by: str,
    at: datetime,
    made: Mapping[str, bytes] | None = None,
    deliveries: Sequence[Mapping[str, Any]] = (),
) -> str:
    """
    The last two statements of a registration: seal the case, then draw its number, enter its first line and write its mails.

    Returns the number; it takes the place of NUMBER_TO_COME in the mails.
    """
    line = await _sealed(tx, case_id, seq=1, kind=kind, content=content, by=by, at=at, made=made)
    row = await _queries.enter_first(
        tx,
        case_id=case_id,
        year=year,
        first_link=journal.FIRST_LINK,
        deliveries=list(deliveries),
        number_to_come=NUMBER_TO_COME,
        **line,
    )
    return row["case_number"]


async def lock(tx: Any, case_id: int) -> None:
    """Nobody else writes about this case until the transaction ends."""
    await _queries.lock_case(tx, case_id=case_id)


async def append(
    tx: Any, case_id: int, *, kind: str, content: object, by: str, at: datetime, made: Mapping[str, bytes] | None = None
) -> int:
    """
    Enters what was just done to a case; the last thing that an action does to it. Returns the number of the line.

    Whatever changes a row of the case after this (the tables of journal.STATE_TABLES) breaks its seal.
    """
    case = await _queries.lock_case(tx, case_id=case_id)
    seq = case["entry_count"] + 1
    previous = await _queries.last_link(tx, case_id=case_id, seq=seq - 1)
    line = await _sealed(tx, case_id, seq=seq, kind=kind, content=content, by=by, at=at, made=made)
    hash_ = journal.link(previous, line.pop("body_hash"), case["case_number"])
    await _queries.enter_next(tx, case_id=case_id, seq=seq, previous_hash=previous, hash=hash_, **line)
    return seq


async def erase(tx: Any, case_id: int, seq: int, *, reason: str, by: str, at: datetime) -> None:
    """Removes the content of an entry under a retention rule and accounts for it by a new entry."""
    await _queries.lock_case(tx, case_id=case_id)
    await _queries.erase_content(tx, case_id=case_id, seq=seq, erased_at=at)
    made = {f"erasure/{seq}": journal.erasure_hash(at)}
    await append(tx, case_id, kind="ContentErased", content={"seq": seq, "reason": reason}, by=by, at=at, made=made)


async def state_of(connection: Any, case_id: int) -> journal.State:
    [(_, state)] = await states(connection, case_id, case_id, 1)
    return state


async def states(connection: Any, first: int, last: int, count: int) -> list[tuple[int, journal.State]]:
    """The first cases of a range of ids, each with all its parts."""
    rows = [row async for row in _queries.states(connection, first=first, last=last, count=count)]
    return [
        (row["cases"]["id"], {table: row[table] if table != "cases" else [row[table]] for table in journal.STATE_TABLES}) for row in rows
    ]


async def lines_of(connection: Any, case_id: int) -> list[journal.Line]:
    return (await lines_of_range(connection, case_id, case_id)).get(case_id, [])


async def lines_of_range(connection: Any, first: int, last: int) -> dict[int, list[journal.Line]]:
    """The lines of each case of a range of ids."""
    lines: dict[int, list[journal.Line]] = {}
    async for row in _queries.lines_of(connection, first=first, last=last):
        line = journal.Line(**{name: row[name] for name in journal.Line.__struct_fields__})
        lines.setdefault(row["case_id"], []).append(line)
    return lines


async def kinds_of(source: Any, case_id: int) -> dict[int, tuple[str, bool]]:
    """Kind of each entry of a file by its number, and whether it was struck through."""

    async def look(connection: Any) -> dict[int, tuple[str, bool]]:
        return {row["seq"]: (row["kind"], row["struck"]) async for row in _queries.kinds_of(connection, case_id=case_id)}

    return await read(source, look)


async def of_kinds(source: Any, case_id: int, kinds: Sequence[str]) -> tuple[SaidLine, ...]:
    """What entries of these kinds say, oldest first."""

    async def look(connection: Any) -> tuple[SaidLine, ...]:
        return tuple([SaidLine(**dict(row)) async for row in _queries.of_kinds(connection, case_id=case_id, kinds=list(kinds))])

    return await read(source, look)


async def without_content(
    source: Any, *, case_number: str | None = None, after: BareCursor | None = None, limit: int = 100
) -> tuple[list[BareLine], BareCursor | None]:
    """What supervision reads: the newest lines, of one case or of all, and where the next page begins."""
    where = after or BareCursor(entered_at=datetime.max.replace(tzinfo=UTC), case_id=2**63 - 1, seq=2**31 - 1)

    async def look(connection: Any) -> list[Any]:
        work = {"case_number": case_number, "hidden": list(ENTRIES_ABOUT), "row_limit": limit + 1, **msgspec.structs.asdict(where)}
        rows = _queries.without_content(connection, **work)
        return [row async for row in rows]

    rows = await read(source, look)
    lines = [BareLine(**{name: row[name] for name in BareLine.__struct_fields__}) for row in rows[:limit]]
    if len(rows) <= limit:
        return lines, None
    last = rows[limit - 1]
    return lines, BareCursor(entered_at=last["entered_at"], case_id=last["case_id"], seq=last["seq"])


async def _sealed(
    tx: Any, case_id: int, *, seq: int, kind: str, content: object, by: str, at: datetime, made: Mapping[str, bytes] | None
) -> dict[str, Any]:
    salt = secrets.token_bytes(journal.SALT_BYTES)
    plain = msgspec.to_builtins(content)
    parts = journal.state_parts(salt, await state_of(tx, case_id))
    line = {
        "kind": kind,
        "entered_at": at,
        "entered_by": by,
        "content_hash": journal.content_hash(salt, plain),
        "state_hash": journal.state_hash(parts),
        "made": {name: digest.hex() for name, digest in (made or {}).items()},
    }
    return {**line, "body_hash": journal.body_hash(seq=seq, **line), "content": plain, "salt": salt, "state_parts": parts}
