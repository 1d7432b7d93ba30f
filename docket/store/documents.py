"""Documents of a case: asked for by an action, made by the worker, marked when a fact they were built on changes."""

from datetime import datetime
from typing import Any

import msgspec

from docket import journal
from docket.store.pool import load_queries, read

_queries: Any = load_queries(__file__)


class AskedDocument(msgspec.Struct, frozen=True, kw_only=True):
    kind: str
    decision_seq: int
    case_version: int
    #: When it was asked for, until it is made.
    made_at: datetime
    made_by: str
    #: Id of the suspect whose copy it is.
    about: str | None = None
    #: Canonical JSON of what its maker said; None = nothing was asked of him.
    typed: str | None = None


class MadePaper(msgspec.Struct, frozen=True, kw_only=True):
    """A document that was made of the file, with what its maker typed."""

    kind: str
    #: Id of the person whom it is about.
    about: str | None
    made_at: datetime
    #: JSON; None = nothing is asked for its kind.
    typed: str | None
    #: How far it is: draft, proposed, signedOff, issued, replaced or withdrawn.
    stage: str
    id: int = 0
    #: In hexadecimal digits.
    sha256: str | None = None
    #: Of its PDF; None = none was made of it yet.
    pages: int | None = None
    #: Since when it lies in the file, whatever became of it; None = it was never issued.
    issued_at: datetime | None = None


class Unfinished(msgspec.Struct, frozen=True, kw_only=True):
    case_id: int
    case_number: str
    kind: str
    made_by: str


async def ask(tx: Any, case_id: int, asked: AskedDocument) -> int:
    return await _queries.ask(tx, case_id=case_id, **msgspec.structs.asdict(asked))


async def mark_outdated(tx: Any, case_id: int, at: datetime, only_kind: str | None = None) -> tuple[int, ...]:
    """Ids of the documents that were not marked before; None = of every kind."""
    return tuple([row["id"] async for row in _queries.mark_outdated(tx, case_id=case_id, at=at, only_kind=only_kind)])


async def made_of(source: Any, case_id: int) -> tuple[MadePaper, ...]:
    """Oldest first."""

    async def look(connection: Any) -> tuple[MadePaper, ...]:
        return tuple([MadePaper(**dict(row)) async for row in _queries.made_of(connection, case_id=case_id)])

    return await read(source, look)


async def lock_asked(tx: Any, document_id: int) -> Unfinished | None:
    row = await _queries.lock_asked(tx, document_id=document_id)
    return Unfinished(**dict(row)) if row else None


async def keep(tx: Any, document_id: int, *, template_version: str, content: bytes, at: datetime) -> dict[str, bytes] | None:
    """What the entry says of the document: its name there and its hash; None = it was finished before."""
    row = await _queries.keep(tx, document_id=document_id, template_version=template_version, content=content, at=at)
    return {f"document/{document_id}": journal.document_hash(dict(row))} if row else None


async def fail(tx: Any, document_id: int, failure: str) -> bool:
    """False = it was finished before."""
    return await _queries.fail(tx, document_id=document_id, failure=failure) is not None
