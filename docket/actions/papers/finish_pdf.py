"""Keep a PDF that was asked for, or why it could not be made; the worker's action."""

import hashlib

import msgspec

from docket import entries
from docket.access import Actor
from docket.deps import Deps
from docket.store import entries as docket_entries
from docket.store import pdfs


class MadePdf(msgspec.Struct, frozen=True, kw_only=True):
    pdf_id: int
    content: bytes
    #: Its first page as a PNG.
    picture: bytes
    pages: int
    #: Whose certificate sealed it; None = nobody's.
    sealed_by: str | None = None
    #: LibreOffice reached nobody when it was made.
    alone: bool


class FailedPdf(msgspec.Struct, frozen=True, kw_only=True):
    pdf_id: int
    #: In Dutch.
    failure: str


async def finish_pdf(command: MadePdf | FailedPdf, by: Actor, deps: Deps) -> bool:
    """False: it was finished before (a job may run twice), and nothing is written."""
    at = deps.clock.now()
    async with deps.transaction() as tx:
        asked = await pdfs.lock_asked(tx, command.pdf_id)
        if asked is None:
            return False
        made: dict[str, bytes] | None = {}
        entry: entries.Entry
        if isinstance(command, MadePdf):
            made = await pdfs.keep(
                tx,
                command.pdf_id,
                content=command.content,
                picture=command.picture,
                pages=command.pages,
                sealed_by=command.sealed_by,
                alone=command.alone,
                at=at,
            )
            if made is None:
                return False
            entry = entries.PdfMade(
                document=asked.document_id,
                bundle=asked.bundle,
                sha256=hashlib.sha256(command.content).hexdigest(),
                pages=command.pages,
                sealed_by=command.sealed_by,
            )
        else:
            if not await pdfs.fail(tx, command.pdf_id, command.failure):
                return False
            entry = entries.PdfFailed(document=asked.document_id, bundle=asked.bundle, failure=command.failure)
        await docket_entries.append(tx, asked.case_id, kind=entries.kind_of(entry), content=entry, by=by.code, at=at, made=made)
    return True
