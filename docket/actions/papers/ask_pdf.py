"""Ask for the PDF of a document; the worker makes it once, and it is kept."""

import msgspec

from docket import entries
from docket.access import Actor, visibility
from docket.actions import redeciding
from docket.deps import Deps
from docket.errors import NotFound, StateForbids
from docket.messages import MakePdf
from docket.store import jobs, pdfs


class AskPdf(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    document_id: int


class AskedPdf(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    document_id: int
    #: False: it was there, or waited already, and nothing was written.
    fresh: bool


async def ask_pdf(command: AskPdf, by: Actor, deps: Deps) -> AskedPdf:
    """One that could not be made is tried anew. Raises StateForbids where no PDF can be made, with what is absent."""
    found = await redeciding.find(command.case_number, "makeDocument", by, deps)
    of = await pdfs.of_document(deps.pool, visibility(by, "readDocument"), command.case_number, command.document_id)
    if of is None:
        raise NotFound
    if of.document_state != "made":
        raise StateForbids("Van dit document is nog geen Word-bestand gemaakt; vraag de PDF daarna.")
    converter = await pdfs.converter(deps.pool)
    if converter is not None and converter.absent is not None and of.state != "made":
        raise StateForbids(converter.absent)
    at = deps.clock.now()
    async with deps.transaction() as tx:
        await pdfs.lock(tx, found.case.id)
        pdf_id = await pdfs.ask(tx, command.document_id, found.case.id, at=at, by=by.code)
        if pdf_id is not None:
            await jobs.enqueue(tx, [MakePdf(pdf_id=pdf_id)])
            await redeciding.enter(tx, found, entries.PdfAsked(document=command.document_id, document_kind=of.kind), by, at)
    return AskedPdf(case_number=command.case_number, document_id=command.document_id, fresh=pdf_id is not None)
