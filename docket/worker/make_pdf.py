"""Makes one PDF that was asked for: LibreOffice converts, PDFium draws its first page, and the bytes are kept for good."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from datetime import timedelta

import asyncpg
import structlog

from docket.access import SYSTEM
from docket.actions.papers.finish_pdf import FailedPdf, MadePdf, finish_pdf
from docket.conversion import finding, picture, sealing
from docket.conversion.converter import ConversionFailed, Converter, NoConverter
from docket.conversion.finding import Tools
from docket.conversion.picture import NoPicture
from docket.conversion.sealing import NoSeal
from docket.deps import Deps
from docket.store import pdfs
from docket.store.pdfs import Claim, ConverterState
from docket.worker.make_bundle import make_bundle

#: A document that takes the worker down with it, or meets an error that nobody foresaw, this often is given up.
MAX_ATTEMPTS = 3
#: A worker that showed no sign of life for this long does not have it in hand any more.
LEASE = timedelta(seconds=45)
_SIGN_OF_LIFE_SECONDS = 15.0
#: How soon one that another has in hand is looked at again.
_LOOK_AGAIN_SECONDS = 1.0


log = structlog.get_logger("docket.worker")


async def make_pdf(pdf_id: int, deps: Deps, converter: Converter) -> None:
    """May run twice: a PDF that is made is left alone, and one that another has in hand is waited for, which is no attempt."""
    while True:
        claim = await _claim(pdf_id, deps)
        if claim.state != "inHand":
            break
        await asyncio.sleep(_LOOK_AGAIN_SECONDS)
    if claim.state == "spent":
        failure = f"Opgegeven na {MAX_ATTEMPTS} pogingen; vraag de PDF opnieuw en verwittig de beheerder als het weer mislukt."
        await finish_pdf(FailedPdf(pdf_id=pdf_id, failure=failure), SYSTEM, deps)
    elif claim.state == "claimed":
        async with _in_hand(pdf_id, claim.attempt, deps):
            await _make(pdf_id, deps, converter)


async def _claim(pdf_id: int, deps: Deps) -> Claim:
    now = deps.clock.now()
    return await pdfs.claim(deps.pool, pdf_id, MAX_ATTEMPTS, now=now, until=now + LEASE)


@contextlib.asynccontextmanager
async def _in_hand(pdf_id: int, attempt: int, deps: Deps) -> AsyncIterator[None]:
    """Tells that this worker lives, and at the end that it let go, also after an error; what cannot be told ends with the lease."""
    signs = asyncio.create_task(_signs_of_life(pdf_id, attempt, deps))
    try:
        yield
    finally:
        signs.cancel()
        with contextlib.suppress(asyncpg.PostgresError, asyncpg.InterfaceError, OSError):
            await pdfs.release(deps.pool, pdf_id, attempt)


async def _signs_of_life(pdf_id: int, attempt: int, deps: Deps) -> None:
    while True:
        await asyncio.sleep(_SIGN_OF_LIFE_SECONDS)
        with contextlib.suppress(asyncpg.PostgresError, asyncpg.InterfaceError, OSError):
            await pdfs.renew(deps.pool, pdf_id, attempt, deps.clock.now() + LEASE)


async def _make(pdf_id: int, deps: Deps, converter: Converter) -> None:
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
    if there and not await asyncio.to_thread(finding.arabic_fonts):
        log.warning("no font with Arabic letters: install fonts-dejavu-core")
    await pdfs.set_converter(
        deps.pool,
        ConverterState(looked_at=deps.clock.now(), absent=None if there else tools.reason, alone=bool(tools.isolation) if there else False),
    )
