"""Pieces of a case, open and confidential, and the bytes that were handed in, a megabyte at a time."""

from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any

import msgspec

from docket.access import Visibility
from docket.piece_files import Inspected, MediaType, Verdict
from docket.pieces import Piece, PieceState, Said
from docket.store.pool import load_queries, read

_queries: Any = load_queries(__file__)
#: Bytes of a stored piece of a file; only its last one is shorter.
CHUNK = 1024 * 1024


class StoredFile(msgspec.Struct, frozen=True, kw_only=True):
    """Bytes that were uploaded for a case."""

    id: int
    sha256: str
    size: int
    media_type: MediaType
    verdict: Verdict
    faults: tuple[str, ...]
    pages: int | None
    width: int | None
    height: int | None
    file_name: str | None
    bom: bool
    uploaded_at: datetime
    uploaded_by: str

    @property
    def readable(self) -> bool:
        return self.verdict == "clean"


class Same(msgspec.Struct, frozen=True, kw_only=True):
    """A piece with the same bytes."""

    case_number: str
    piece: int
    own: bool


async def of_case(source: Any, case_id: int) -> tuple[Piece, ...]:
    """Of the open file, in the order of entry; moved and withdrawn ones too."""
    return tuple(_piece(row) for row in await _rows(source, "of_case", {"case_id": case_id}))


async def confidential_of_case(source: Any, case_number: str, seen: Visibility) -> tuple[Piece, ...]:
    """`seen` is that of readConfidentialPart; nothing for whoever does not have it."""
    work = {"case_number": case_number, **msgspec.structs.asdict(seen)}
    return tuple(_piece(row) for row in await _rows(source, "confidential_of_case", work))


async def add(
    tx: Any,
    case_id: int,
    said: Said,
    *,
    state: PieceState,
    file: StoredFile | None,
    bom: bool,
    at: datetime,
    by: str,
    moved_from: str | None = None,
) -> int:
    columns = msgspec.structs.asdict(said) | {
        "state": state,
        "sha256": file.sha256 if file else None,
        "media_type": file.media_type if file else None,
        "size": file.size if file else None,
        "file_name": file.file_name if file else None,
        "faults": list(file.faults) if file else [],
        "moved_from": moved_from,
    }
    query = _queries.add_confidential if bom else _queries.add
    return await query(tx, case_id=case_id, at=at, by=by, **columns)


async def close(
    tx: Any, case_id: int, piece_id: int, state: PieceState, *, reason: str, at: datetime, by: str, moved_to: str | None = None
) -> bool:
    """False = it left the file before."""
    found = await _queries.close(tx, case_id=case_id, id=piece_id, state=state, moved_to=moved_to, reason=reason, at=at, by=by)
    return found is not None


async def close_confidential(tx: Any, case_id: int, piece_id: int, *, reason: str, at: datetime, by: str) -> bool:
    return await _queries.close_confidential(tx, case_id=case_id, id=piece_id, reason=reason, at=at, by=by) is not None


async def same_bytes(source: Any, case_id: int, sha256: str, seen: Visibility) -> tuple[Same, ...]:
    """Of this case, and of those that the reader reads; of another one nothing is told."""
    work = {"case_id": case_id, "sha256": sha256, **msgspec.structs.asdict(seen)}
    rows = await _rows(source, "same_bytes", work)
    return tuple(Same(case_number=row["case_number"], piece=row["id"], own=row["own"]) for row in rows)


async def add_file(
    tx: Any, case_id: int, *, sha256: str, size: int, inspected: Inspected, file_name: str | None, bom: bool, at: datetime, by: str
) -> int | None:
    """Its number, for its bytes; None = they are there already, and their day to be thrown away starts anew."""
    columns = {name: getattr(inspected, name) for name in ("media_type", "verdict", "pages", "width", "height")}
    faults = list(inspected.faults)
    row = await _queries.add_file(
        tx, case_id=case_id, sha256=sha256, size=size, faults=faults, file_name=file_name, bom=bom, at=at, by=by, **columns
    )
    return row["id"] if row["made"] else None


async def add_chunk(tx: Any, file_id: int, seq: int, content: bytes) -> None:
    await _queries.add_chunk(tx, file_id=file_id, seq=seq, content=content)


async def drop_old_uploads(tx: Any, before: datetime) -> None:
    """
    Those that nobody attached.

    Two statements: the second sees what was attached before the first had its lock, and after that lock nobody attaches them (`hold_file`).
    """
    held = [row["id"] async for row in _queries.hold_old_uploads(tx, before=before)]
    if held:
        await _queries.drop_old_uploads(tx, ids=held)


async def hold_file(tx: Any, case_id: int, sha256: str, *, bom: bool) -> bool:
    """Until the end of the transaction nobody throws these bytes away; False = they are gone."""
    return await _queries.hold_file(tx, case_id=case_id, sha256=sha256, bom=bom) is not None


async def file(source: Any, case_id: int, sha256: str, *, bom: bool) -> StoredFile | None:
    row = await read(source, lambda connection: _queries.file(connection, case_id=case_id, sha256=sha256, bom=bom))
    if row is None:
        return None
    columns: dict[str, Any] = dict(row) | {"faults": tuple(row["faults"])}
    return StoredFile(**columns)


async def content(source: Any, file_id: int, first: int = 0, last: int | None = None) -> AsyncIterator[bytes]:
    """From a first to a last byte (None = to the end), piece by piece: one megabyte is held at a time, whatever the file."""
    seq, skipped = divmod(first, CHUNK)
    left = None if last is None else last - first + 1

    async def look(connection: Any) -> bytes | None:
        return await _queries.chunk(connection, file_id=file_id, seq=seq)

    while left != 0 and (piece := await read(source, look)) is not None:
        wanted = piece[skipped : None if left is None else skipped + left]
        yield wanted
        seq, skipped, left = seq + 1, 0, None if left is None else left - len(wanted)


async def copy_file(tx: Any, case_id: int, sha256: str, to_case_id: int) -> None:
    row = await _queries.copy_file(tx, case_id=case_id, sha256=sha256, to_case_id=to_case_id)
    if row is not None and row["made"]:
        await _queries.copy_chunks(tx, case_id=case_id, sha256=sha256, file_id=row["id"])


def _piece(row: Any) -> Piece:
    columns: dict[str, Any] = dict(row) | {"faults": tuple(row["faults"])}
    return Piece(**columns)


async def _rows(source: Any, query: str, work: dict[str, Any]) -> list[Any]:
    async def rows(connection: Any) -> list[Any]:
        return [row async for row in getattr(_queries, query)(connection, **work)]

    return await read(source, rows)
