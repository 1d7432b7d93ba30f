"""What happened to the documents of a file after they were made: proposed, signed off, issued, replaced, withdrawn."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec

from docket.access import Visibility
from docket.document_life import DoneAct, Row, Stage
from docket.store.pool import load_queries, read

_queries: Any = load_queries(__file__)


class PaperRow(msgspec.Struct, frozen=True, kw_only=True):
    case_id: int
    case_number: str
    #: Number of entries of the file when this was read: every change of it writes one.
    entry_count: int
    id: int
    kind: str
    #: asked, made or failed.
    state: str
    about: str | None
    #: Canonical JSON of what its maker said.
    typed: str | None
    decision_seq: int
    made_at: datetime
    made_by: str
    template_version: str | None
    sha256: str | None
    outdated_at: datetime | None
    stage: Stage
    #: Function codes of who made it and the documents that it was made from.
    makers: tuple[str, ...]
    #: The court whose registry made it; None = an office did, or the register.
    made_at_court: str | None


class Earlier(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    state: str
    stage: Stage


async def paper(pool: Any, visibility: Visibility, case_number: str, document_id: int) -> PaperRow | None:
    work = {"case_number": case_number, "document_id": document_id, **msgspec.structs.asdict(visibility)}
    row = await read(pool, lambda connection: _queries.paper(connection, **work))
    if row is None:
        return None
    said: dict[str, Any] = {**dict(row), "makers": tuple(row["makers"])}
    return PaperRow(**said)


async def acts(pool: Any, case_id: int) -> dict[int, tuple[DoneAct, ...]]:
    """By document, oldest first."""
    found: dict[int, tuple[DoneAct, ...]] = {}
    async for row in _queries.acts(pool, case_id=case_id):
        said = {name: row[name] for name in DoneAct.__struct_fields__}
        found[row["document_id"]] = (*found.get(row["document_id"], ()), DoneAct(**said))
    return found


async def made_at(pool: Any, case_id: int, court: str) -> frozenset[int]:
    """Numbers of the documents that the registry of a court made."""
    return frozenset([row["id"] async for row in _queries.made_at(pool, case_id=case_id, court=court)])


async def makers(pool: Any, document_ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Of each, function codes of who made it and the documents that it was made from."""

    async def look(connection: Any) -> dict[int, tuple[str, ...]]:
        return {row["document"]: tuple(row["makers"]) async for row in _queries.makers(connection, document_ids=list(document_ids))}

    return await read(pool, look)


async def contents(pool: Any, *document_ids: int) -> dict[int, bytes]:
    return {row["id"]: row["bytes"] async for row in _queries.contents(pool, document_ids=list(document_ids))}


async def lock(tx: Any, paper: PaperRow) -> tuple[int, Stage]:
    """Number of entries of the file and the stage of the document, as they stand now."""
    entry_count = await _queries.lock(tx, case_id=paper.case_id)
    return entry_count, await _queries.stage(tx, document_id=paper.id)


async def enter(
    tx: Any,
    case_id: int,
    document_id: int,
    row: Row,
    *,
    at: datetime,
    by: str,
    account_id: int | None,
    reason: str | None = None,
    other: int | None = None,
) -> None:
    said = {"acted_at": at, "acted_by": by, "account_id": account_id, "reason": reason, "other": other}
    await _queries.enter(tx, case_id=case_id, document_id=document_id, act=row.act, stage=row.after, **said)


async def being_remade(tx: Any, paper: PaperRow) -> bool:
    return await _queries.being_remade(tx, case_id=paper.case_id, document_id=paper.id)


async def made_from(pool: Any, case_id: int, document_id: int) -> tuple[Earlier, ...]:
    return tuple([Earlier(**dict(row)) async for row in _queries.made_from(pool, case_id=case_id, document_id=document_id)])


async def earlier(pool: Any, case_id: int, document_id: int, kind: str, about: str | None, *, by_kind: bool) -> tuple[Earlier, ...]:
    """What this document came in the place of, the nearest first."""
    rows = _queries.earlier(pool, case_id=case_id, document_id=document_id, kind=kind, about=about, by_kind=by_kind)
    return tuple([Earlier(**dict(row)) async for row in rows])
