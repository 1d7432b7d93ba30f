"""PDFs of documents: asked for by an action, made once by the worker, kept with a picture of their first page."""

from datetime import datetime
from typing import Any, Literal

import msgspec

from docket import journal
from docket.access import Visibility
from docket.document_life import Stage
from docket.store.pool import load_queries, read

PdfState = Literal["asked", "made", "failed"]

_queries: Any = load_queries(__file__)


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    #: done: made, or given up; spent: tried too often; inHand: another is making it.
    state: Literal["claimed", "done", "spent", "inHand"]
    #: Number of this attempt, from 1; 0 = it is not ours.
    attempt: int


class ToMake(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    document_id: int
    kind: str
    #: The Word file.
    content: bytes


class Unfinished(msgspec.Struct, frozen=True, kw_only=True):
    case_id: int
    case_number: str
    #: Of one document; None = a bundle.
    document_id: int | None
    bundle: int | None


class DocumentPdf(msgspec.Struct, frozen=True, kw_only=True):
    """A document and how far its PDF is; what is None from `pdf_id` on was never asked for."""

    case_number: str
    confidentiality: str
    document_id: int
    kind: str
    document_state: str
    about: str | None
    document_made_at: datetime
    outdated_at: datetime | None
    document_sha256: str | None
    pdf_id: int | None = None
    state: PdfState | None = None
    #: In Dutch.
    failure: str | None = None
    asked_at: datetime | None = None
    asked_by: str | None = None
    made_at: datetime | None = None
    pages: int | None = None
    #: In hexadecimal digits.
    sha256: str | None = None
    size: int | None = None
    #: Whose certificate sealed it; None = nobody's.
    sealed_by: str | None = None
    #: LibreOffice reached nobody when it was made.
    alone: bool | None = None


class PdfBytes(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    #: Of the document; None = a bundle.
    kind: str | None
    state: PdfState
    failure: str | None
    #: None until it is made.
    content: bytes | None
    sha256: str | None
    #: Its first page as a PNG.
    picture: bytes | None
    made_at: datetime | None


class BundleToMake(msgspec.Struct, frozen=True, kw_only=True):
    case_id: int
    case_number: str
    bundle: int
    #: In their order, as document/<id> or piece/<id>.
    parts: tuple[str, ...]


class PartPdf(msgspec.Struct, frozen=True, kw_only=True):
    """A document of a bundle with its own PDF, where one was asked for."""

    id: int
    kind: str
    document_state: str
    made_at: datetime
    stage: Stage
    #: A fact it was built on was corrected since.
    outdated: bool
    pdf_id: int | None
    state: PdfState | None
    failure: str | None
    content: bytes | None


class Bundle(msgspec.Struct, frozen=True, kw_only=True):
    #: Within the file, from 1.
    bundle: int
    parts: tuple[str, ...]
    state: PdfState
    failure: str | None
    asked_at: datetime
    asked_by: str
    made_at: datetime | None
    pages: int | None
    sha256: str | None
    size: int | None
    sealed_by: str | None
    #: Parts that are PDF already, while it is made.
    done: int


class ConverterState(msgspec.Struct, frozen=True, kw_only=True):
    """What the worker that looked last has to make PDF with."""

    looked_at: datetime
    #: In Dutch: what is absent, and what to install; None = it can make them.
    absent: str | None
    #: Its LibreOffice reaches nobody.
    alone: bool


async def ask(tx: Any, document_id: int, case_id: int, *, at: datetime, by: str) -> int | None:
    """Its id; None = it is there, or waits already."""
    return await _queries.ask(tx, document_id=document_id, case_id=case_id, at=at, by=by)


async def claim(connection: Any, pdf_id: int, max_attempts: int, *, now: datetime, until: datetime) -> Claim:
    return Claim(**dict(await _queries.claim(connection, pdf_id=pdf_id, max_attempts=max_attempts, now=now, until=until)))


async def renew(connection: Any, pdf_id: int, attempt: int, until: datetime) -> None:
    await _queries.renew(connection, pdf_id=pdf_id, attempt=attempt, until=until)


async def release(connection: Any, pdf_id: int, attempt: int) -> None:
    await _queries.release(connection, pdf_id=pdf_id, attempt=attempt)


async def to_make(connection: Any, pdf_id: int) -> ToMake | None:
    """None: it is made already, or was given up."""
    row = await _queries.to_make(connection, pdf_id=pdf_id)
    return ToMake(**dict(row)) if row else None


async def lock_asked(tx: Any, pdf_id: int) -> Unfinished | None:
    row = await _queries.lock_asked(tx, pdf_id=pdf_id)
    return Unfinished(**dict(row)) if row else None


async def keep(
    tx: Any, pdf_id: int, *, content: bytes, picture: bytes, pages: int, sealed_by: str | None, alone: bool, at: datetime
) -> dict[str, bytes] | None:
    """What the entry says of it: its name there and its hash; None = it was finished before."""
    row = await _queries.keep(tx, pdf_id=pdf_id, content=content, picture=picture, pages=pages, sealed_by=sealed_by, alone=alone, at=at)
    return {f"pdf/{pdf_id}": journal.pdf_hash(dict(row))} if row else None


async def fail(tx: Any, pdf_id: int, failure: str) -> bool:
    """False = it was finished before."""
    return await _queries.fail(tx, pdf_id=pdf_id, failure=failure) is not None


async def of_document(pool: Any, visibility: Visibility, case_number: str, document_id: int) -> DocumentPdf | None:
    asked = {"case_number": case_number, "document_id": document_id, **msgspec.structs.asdict(visibility)}
    row = await read(pool, lambda connection: _queries.of_document(connection, **asked))
    return DocumentPdf(**dict(row)) if row else None


async def content(
    pool: Any, visibility: Visibility, case_number: str, *, document_id: int | None = None, bundle: int | None = None
) -> PdfBytes | None:
    """Of a document, or of a bundle by its number in the file. None: not there for this reader, or never asked for."""
    asked = {"case_number": case_number, "document_id": document_id, "bundle": bundle, **msgspec.structs.asdict(visibility)}
    row = await read(pool, lambda connection: _queries.content(connection, **asked))
    return PdfBytes(**dict(row)) if row else None


async def set_converter(connection: Any, state: ConverterState) -> None:
    await _queries.set_converter(connection, at=state.looked_at, absent=state.absent, alone=state.alone)


async def converter(pool: Any) -> ConverterState | None:
    """None: no worker of a version that makes PDF has run yet."""
    row = await read(pool, _queries.converter)
    return ConverterState(**dict(row)) if row else None


async def lock(tx: Any, case_id: int) -> None:
    """Before a PDF or a bundle of a case is asked for."""
    await _queries.lock(tx, case_id=case_id)


async def ask_bundle(tx: Any, case_id: int, parts: tuple[str, ...], *, at: datetime, by: str) -> tuple[int, int]:
    """Its id, and its number within the file."""
    row = await _queries.ask_bundle(tx, case_id=case_id, parts=list(parts), at=at, by=by)
    return row["id"], row["bundle"]


async def bundle_to_make(connection: Any, pdf_id: int) -> BundleToMake | None:
    """None: it is no bundle, is made already, or was given up."""
    row = await _queries.bundle_to_make(connection, pdf_id=pdf_id)
    return msgspec.convert(dict(row), BundleToMake) if row else None


async def of_parts(connection: Any, case_id: int, document_ids: tuple[int, ...]) -> dict[int, PartPdf]:
    found = _queries.of_parts(connection, case_id=case_id, document_ids=list(document_ids))
    return {row["id"]: PartPdf(**dict(row)) async for row in found}


async def set_done(connection: Any, pdf_id: int, done: int) -> None:
    await _queries.set_done(connection, pdf_id=pdf_id, done=done)


async def bundles(pool: Any, visibility: Visibility, case_number: str) -> tuple[Bundle, ...]:
    asked = {"case_number": case_number, **msgspec.structs.asdict(visibility)}

    async def all_of(connection: Any) -> tuple[Bundle, ...]:
        return tuple([msgspec.convert(dict(row), Bundle) async for row in _queries.bundles(connection, **asked)])

    return await read(pool, all_of)
