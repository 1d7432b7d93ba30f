"""Makes a bundle: the PDF of each part, a cover that says where each begins, one file with bookmarks and a stamp on every page."""

import asyncio
from collections.abc import Awaitable, Callable

import documents
from docket import document_life, report_words
from docket.access import SYSTEM
from docket.actions.papers import composing
from docket.actions.papers.ask_bundle import ids_of, is_bundled, marked, stands
from docket.actions.papers.finish_pdf import FailedPdf, MadePdf, finish_pdf
from docket.cases import Case
from docket.clock import court_day
from docket.conversion import bundling, picture, sealing
from docket.conversion.bundling import NoBundle
from docket.conversion.converter import ConversionFailed, Converter, NoConverter
from docket.conversion.finding import Tools
from docket.conversion.picture import NoPicture
from docket.conversion.sealing import NoSeal
from docket.deps import Deps
from docket.papers import free_text, wording
from docket.papers.free_text import Names
from docket.pieces import kind_title
from docket.store import cases, pdfs, pieces
from docket.store.pdfs import BundleToMake
from documents import stamps, words
from documents.bundle_cover import BundleCover, BundledPaper
from routing import Law

_COVER = documents.kind_of("bundle_cover")
#: A longer inventory moves what it tells of; then it is drawn again.
_MOST_COVERS = 4

#: Title and place in the register of each part, with its PDF.
Part = tuple[str, str, bytes]


async def make_bundle(pdf_id: int, wanted: BundleToMake, deps: Deps, converter: Converter, make: Callable[[int], Awaitable[None]]) -> None:
    """`make`: makes the PDF of a document that was asked for. The job may run twice: what is made is left alone."""
    try:
        [found] = await cases.snapshots(deps.pool, [wanted.case_id])
        looked = free_text.names_of_case(found.case, found.decision, deps.law.law)
        parts = await _parts(pdf_id, wanted, looked, deps, make)
        seal = await sealing.sealed(await _whole(wanted, found.case, looked, parts, deps, converter), deps.settings)
        first = await picture.first_page(seal.content)
    except (NoConverter, ConversionFailed, NoPicture, NoSeal) as error:
        await finish_pdf(FailedPdf(pdf_id=pdf_id, failure=str(error)), SYSTEM, deps)
        return
    tools = await converter.tools()
    alone = isinstance(tools, Tools) and bool(tools.isolation)
    await finish_pdf(
        MadePdf(pdf_id=pdf_id, content=seal.content, picture=first.png, pages=first.pages, sealed_by=seal.by, alone=alone), SYSTEM, deps
    )


async def _parts(pdf_id: int, wanted: BundleToMake, looked: Names, deps: Deps, make: Callable[[int], Awaitable[None]]) -> list[Part]:
    """Raises ConversionFailed naming the part that has no PDF."""
    incoming = {one.id: one for one in await pieces.of_case(deps.pool, wanted.case_id)}
    found: list[Part] = []
    for part in wanted.parts:
        if part.startswith("piece/"):
            [piece_id] = ids_of((part,), "piece")
            piece = incoming.get(piece_id)
            if piece is None or not is_bundled(piece):
                raise ConversionFailed(
                    f"Ingekomen stuk {piece_id} ligt niet meer als PDF in dit dossier: het werd intussen verplaatst of ingetrokken"
                )
            found.append(await _piece(piece, wanted.case_id, looked, deps))
        else:
            [document_id] = ids_of((part,), "document")
            found.append(await _document(document_id, wanted.case_id, deps, make))
        await pdfs.set_done(deps.pool, pdf_id, len(found))
    return found


async def _document(document_id: int, case_id: int, deps: Deps, make: Callable[[int], Awaitable[None]]) -> Part:
    one = (await pdfs.of_parts(deps.pool, case_id, (document_id,)))[document_id]
    title = documents.kind_of(one.kind).title_nl
    if not stands(one.stage):
        raise ConversionFailed(f"Stuk {document_id} ({title}) werd intussen {document_life.STAGES[one.stage]}")
    if one.state == "asked" and one.pdf_id is not None:
        await make(one.pdf_id)
        one = (await pdfs.of_parts(deps.pool, case_id, (document_id,)))[document_id]
    if one.content is None:
        raise ConversionFailed(f"Van stuk {document_id} ({title}) is geen PDF te maken: {one.failure or 'ze is nog niet klaar'}")
    return title, f"stuk {document_id} van {words.day(court_day(one.made_at))} ({marked(one.stage, one.outdated)})", one.content


async def _piece(piece: pieces.Piece, case_id: int, looked: Names, deps: Deps) -> Part:
    file = await pieces.file(deps.pool, case_id, piece.sha256 or "", bom=False)
    if file is None:
        raise ConversionFailed(f"De bytes van ingekomen stuk {piece.id} zijn er niet meer.")
    content = b"".join([chunk async for chunk in pieces.content(deps.pool, file.id)])
    day = f" van {words.day(piece.dated_on)}" if piece.dated_on else ""
    return title_of(piece, looked, deps.law.law), f"ingekomen stuk {piece.id}{day}", content


def title_of(piece: pieces.Piece, looked: Names, law: Law) -> str:
    """For the cover and the bookmarks; a number that names who is or may be a minor stays in the file, the piece keeps its own."""
    number = piece.number if piece.number and looked.whom(piece.number) is None else None
    return words.capital(" ".join(part for part in (kind_title(piece.kind, law), number) if part))


async def _whole(wanted: BundleToMake, case: Case, looked: Names, parts: list[Part], deps: Deps, converter: Converter) -> bytes:
    try:
        counts = await bundling.page_counts([content for _, _, content in parts])
        template = await composing.template_for(_COVER.code, case.holding_office, court_day(deps.clock.now()), deps)
        cover_pages = 1
        for _ in range(_MOST_COVERS):
            cover = await converter.pdf(await asyncio.to_thread(_cover, wanted, case, looked, parts, counts, cover_pages, template, deps))
            [drawn] = await bundling.page_counts([cover])
            if drawn == cover_pages:
                break
            cover_pages = drawn
        total = cover_pages + sum(counts)
        sheet = await converter.pdf(stamps.sheet(f"Bundel {wanted.bundle}", total))
        names = ["Voorblad en inventaris", *(f"{number}. {title}" for number, (title, _, _) in enumerate(parts, start=1))]
        return await bundling.joined([cover, *(content for _, _, content in parts)], names, sheet)
    except NoBundle as fault:
        which = "een van de stukken" if fault.part is None else _named(parts, fault.part)
        raise ConversionFailed(f"{words.capital(which)} kan niet in een bundel: de PDF is beveiligd of beschadigd.") from None


def _named(parts: list[Part], number: int) -> str:
    title, reference, _ = parts[min(number, len(parts) - 1)]
    return f"{title} ({reference})"


def _cover(
    wanted: BundleToMake,
    case: Case,
    looked: Names,
    parts: list[Part],
    counts: tuple[int, ...],
    cover_pages: int,
    template: bytes,
    deps: Deps,
) -> bytes:
    at, papers, page = deps.clock.now(), [], cover_pages + 1
    for number, ((title, reference, _), pages) in enumerate(zip(parts, counts, strict=True), start=1):
        papers.append(BundledPaper(number=number, title=title, reference=reference, pages=pages, first_page=page))
        page += pages
    context = BundleCover(
        office=wording.name(deps.law.law, case.holding_office),
        case_number=wanted.case_number,
        notice_numbers=tuple(one for one in report_words.notice_numbers(case.report) if looked.whom(one) is None),
        bundle=wanted.bundle,
        made_at=f"{words.day(court_day(at))} om {report_words.hour(at)}",
        papers=tuple(papers),
        pages=page - 1,
    )
    return documents.render(_COVER, context, template)
