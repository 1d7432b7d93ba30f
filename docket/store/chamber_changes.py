"""The history of chambers as rows."""

from datetime import date, datetime
from typing import Any

import msgspec

from docket import journal
from docket.chamber_changes import ChamberChange, ChamberState, ChangeLink
from docket.store.pool import load_queries, read

_queries: Any = load_queries(__file__)
#: More than a chamber changes in years.
SHOWN = 100


async def add(
    tx: Any, chamber_id: int, before: ChamberState | None, after: ChamberState, *, at: datetime, by: str, day: date | None = None
) -> None:
    """In the transaction of the change; one that changes nothing adds nothing."""
    if before == after:
        return
    await _queries.lock_changes(tx)
    last = await _queries.last_change(tx)
    change = ChamberChange(
        seq=last["seq"] + 1 if last else 1,
        chamber_id=chamber_id,
        day=day,
        before=before,
        after=after,
        changed_at=at,
        changed_by=by,
        previous_hash=(last["hash"] if last else journal.FIRST_LINK).hex(),
    )
    columns = msgspec.structs.asdict(change) | {
        "before": msgspec.to_builtins(before) if before else None,
        "after": msgspec.to_builtins(after),
        "previous_hash": bytes.fromhex(change.previous_hash),
        "hash": change.link(),
    }
    await _queries.insert_change(tx, **columns)


async def kept_day(tx: Any, chamber_id: int, day: date) -> ChamberState | None:
    """The day as it is, its row locked; None = it has no row yet."""
    row = await _queries.kept_day(tx, chamber_id=chamber_id, day=day)
    return ChamberState(**dict(row)) if row else None


async def of_chamber(source: Any, chamber_id: int) -> tuple[ChamberChange, ...]:
    """Newest first."""

    async def rows(connection: Any) -> tuple[ChamberChange, ...]:
        return tuple([_change(row) async for row in _queries.changes_of(connection, chamber_id=chamber_id, row_limit=SHOWN)])

    return await read(source, rows)


async def chain(connection: Any) -> tuple[ChangeLink, ...]:
    return tuple([ChangeLink(change=_change(row), hash=row["hash"]) async for row in _queries.chain(connection)])


async def present(connection: Any) -> dict[tuple[int, date | None], ChamberState]:
    """As chambers and their days are, whatever their history says."""
    found = {}
    async for row in _queries.present(connection):
        columns = {name: row[name] for name in ("kind", "starts_at", "capacity", "closed")}
        found[(row["chamber_id"], row["day"])] = ChamberState(weekdays=tuple(row["weekdays"]), **columns)
    return found


async def last_link(source: Any) -> bytes | None:
    """Hash of the last change; None = there is none yet."""
    row = await read(source, _queries.last_change)
    return row["hash"] if row else None


def _change(row: Any) -> ChamberChange:
    columns = {name: row[name] for name in ChamberChange.__struct_fields__}
    columns["before"] = msgspec.convert(row["before"], ChamberState) if row["before"] else None
    columns["after"] = msgspec.convert(row["after"], ChamberState)
    return ChamberChange(**columns)
