"""Makes one PDF that was asked for: LibreOffice converts, PDFium draws its first page, and the bytes are kept for good."""

from docket.access import SYSTEM
from docket.actions.papers.finish_pdf import FailedPdf, MadePdf, finish_pdf
from docket.conversion import picture, sealing
from docket.conversion.converter import ConversionFailed, Converter, NoConverter
from docket.conversion.finding import Tools
from docket.conversion.picture import NoPicture
from docket.conversion.sealing import NoSeal
from docket.deps import Deps
from docket.store import pdfs
from docket.store.pdfs import ConverterState
from docket.worker.make_bundle import make_bundle

#: A document that takes the worker down with it this often is given up.
MAX_ATTEMPTS = 3


async def make_pdf(pdf_id: int, deps: Deps, converter: Converter) -> None:
    """May run twice: a PDF that is made is left alone."""
    if not await pdfs.claim(deps.pool, pdf_id, MAX_ATTEMPTS):
        failure = f"Opgegeven na {MAX_ATTEMPTS} pogingen; vraag de PDF opnieuw en verwittig de beheerder als het weer mislukt."
        await finish_pdf(FailedPdf(pdf_id=pdf_id, failure=failure), SYSTEM, deps)
        return
    if (bundle := await pdfs.bundle_to_make(deps.pool, pdf_id)) is not None:
        await make_bundle(pdf_id, bundle, deps, converter, lambda each: make_pdf(each, deps, converter))
        return
    wanted = await pdfs.to_make(deps.pool, pdf_id)
    if wanted is not None:
        await finish_pdf(await _made(pdf_id, wanted.content, deps, converter), SYSTEM, deps)


async def _made(pdf_id: int, document: bytes, deps: Deps, converter: Converter) -> MadePdf | FailedPdf:
    try:
        seal = await sealing.sealed(await converter.pdf(document), deps.settings)
        first = await picture.first_page(seal.content)
    except (NoConverter, ConversionFailed, NoPicture, NoSeal) as error:
        return FailedPdf(pdf_id=pdf_id, failure=str(error))
    tools = await converter.tools()
    alone = isinstance(tools, Tools) and bool(tools.isolation)
    return MadePdf(pdf_id=pdf_id, content=seal.content, picture=first.png, pages=first.pages, sealed_by=seal.by, alone=alone)


async def tell_tools(deps: Deps, converter: Converter) -> None:
    """For the pages, whose service may run on another machine."""
    tools = await converter.tools()
    there = isinstance(tools, Tools)
    await pdfs.set_converter(
        deps.pool,
        ConverterState(looked_at=deps.clock.now(), absent=None if there else tools.reason, alone=bool(tools.isolation) if there else False),
    )
