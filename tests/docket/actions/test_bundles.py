"""A bundle holds what was chosen, in that order, behind a cover that says where each begins, with a stamp on every page."""

import asyncio
import io
import re
from typing import Any

import pypdf
import pypdfium2
import pytest

from docket.access import visibility
from docket.actions.oversight.verify_register import verify_register
from docket.actions.papers.ask_bundle import AskBundle, ask_bundle
from docket.actions.papers.withdraw_document import WithdrawDocument, withdraw_document
from docket.actions.pieces.move_piece import MovePiece, move_piece
from docket.conversion import bundling
from docket.conversion.bundling import NoBundle
from docket.conversion.converter import converter_of
from docket.deps import Deps
from docket.errors import BadInput, NotFound
from docket.settings import Settings
from docket.store import pdfs, search
from docket.worker.make_pdf import make_pdf
from tests.builders import a_case, a_clerk, a_prosecutor
from tests.docket.actions.hearing_world import a_registry
from tests.docket.actions.judgment_world import before_court
from tests.docket.actions.piece_world import attached
from tests.docket.actions.reading import view_of
from tests.docket.actions.test_pdfs import a_document
from tests.docket.conversion.paper import PaperConverter
from tests.docket.conversion.test_picture import pdf
from tests.docket.test_piece_files import a_pdf
from tests.documents import reading


async def asked(deps: Deps, count: int = 2) -> tuple[str, list[int], int, int]:
    """The file, its documents, the bundle and its id."""
    number = (await a_case(deps)).case_number
    documents = [await a_document(deps, number) for _ in range(count)]
    parts = tuple(f"document/{each}" for each in reversed(documents))
    bundle = (await ask_bundle(AskBundle(case_number=number, parts=parts), a_clerk(), deps)).bundle
    return number, documents, bundle, await deps.pool.fetchval("select id from pdfs where bundle = $1", bundle)


async def without_job(deps: Deps) -> list[int]:
    """The PDFs that are asked for and that no job makes."""
    rows = await deps.pool.fetch(
        """select id from pdfs p where state = 'asked' and not exists (
               select from pgqueuer where status in ('queued', 'picked')
                 and convert_from(payload, 'UTF8')::jsonb = jsonb_build_object('type', 'MakePdf', 'pdf_id', p.id))"""
    )
    return [row["id"] for row in rows]


async def one(deps: Deps, number: str) -> pdfs.Bundle:
    [found] = await pdfs.bundles(deps.pool, visibility(a_clerk()), number)
    return found


@pytest.mark.office
async def test_a_bundle_is_one_pdf_with_cover_inventory_bookmarks_and_a_stamp_on_every_page(deps: Deps) -> None:
    number, documents, bundle, pdf_id = await asked(deps)
    async with converter_of(Settings()) as converter:
        await make_pdf(pdf_id, deps, converter)
    content = (await pdfs.content(deps.pool, visibility(a_clerk()), number, bundle=bundle)).content
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(content)]
    reader = pypdf.PdfReader(io.BytesIO(content))
    marks = [(str(mark["/Title"]), reader.get_destination_page_number(mark)) for mark in reader.outline]

    assert len(pages) == 3
    assert [f"Bundel 1, blz. {page} van 3" in text for page, text in enumerate(pages, start=1)] == [True, True, True]
    assert marks == [("Voorblad en inventaris", 0), ("1. Ontvangstbewijs", 1), ("2. Ontvangstbewijs", 2)]
    assert pages[0].index(f"stuk {documents[1]} van") < pages[0].index(f"stuk {documents[0]} van")
    assert number in pages[0]
    assert ["Ontvangstbewijs" in text for text in pages[1:]] == [True, True]
    made = await one(deps, number)
    assert (made.state, made.pages, made.done) == ("made", 3, 2)
    kinds = [entry.kind for entry in (await view_of(deps, number)).entries]
    assert kinds[-6:] == ["PdfAsked", "PdfAsked", "BundleAsked", "PdfMade", "PdfMade", "PdfMade"]
    assert (await verify_register(deps))[0] == []


async def test_the_progress_is_told_part_by_part(deps: Deps, monkeypatch: pytest.MonkeyPatch) -> None:
    number, _, _, pdf_id = await asked(deps, 3)
    seen = []
    kept = pdfs.set_done

    async def watched(connection: Any, which: int, done: int) -> None:
        await kept(connection, which, done)
        seen.append((await one(deps, number)).done)

    monkeypatch.setattr(pdfs, "set_done", watched)
    await make_pdf(pdf_id, deps, PaperConverter())

    assert seen == [1, 2, 3]


async def test_a_document_without_a_pdf_makes_the_bundle_fail_and_is_named(deps: Deps) -> None:
    number, documents, _, pdf_id = await asked(deps)
    await make_pdf(pdf_id, deps, PaperConverter("LibreOffice was na 60 seconden niet klaar."))
    failed = await one(deps, number)

    assert failed.state == "failed"
    assert await without_job(deps) == []
    assert f"Van stuk {documents[1]} (Ontvangstbewijs) is geen PDF te maken" in failed.failure


async def test_only_what_is_made_and_of_the_file_can_be_in_a_bundle(deps: Deps) -> None:
    number, documents, _, _ = await asked(deps)
    other = (await a_case(deps)).case_number
    for case_number, parts in (
        (number, ()),
        (number, ("document/999999",)),
        (number, ("piece/1",)),
        (number, ("x",)),
        (number, (f"document/{documents[0]}",) * 2),
        (other, (f"document/{documents[0]}",)),
    ):
        with pytest.raises(BadInput):
            await ask_bundle(AskBundle(case_number=case_number, parts=parts), a_clerk(), deps)


async def test_an_incoming_pdf_is_in_a_bundle_and_nothing_of_the_confidential_file_ever_is(deps: Deps) -> None:
    number, magistrate = (await a_case(deps)).case_number, a_prosecutor()
    document = await a_document(deps, number)
    piece = (await attached(deps, number, a_pdf(pages=3))).piece
    text = (await attached(deps, number)).piece
    # Its pieces are numbered apart: the last of these has a number that no open piece has.
    secret = [(await attached(deps, number, a_pdf(pages=pages), by=magistrate, bom=True)).piece for pages in (4, 5, 6)][-1]
    assert secret not in (piece, text)
    parts = (f"piece/{piece}", f"document/{document}")
    for wrong in (f"piece/{secret}", f"piece/{text}"):
        with pytest.raises(BadInput) as refused:
            await ask_bundle(AskBundle(case_number=number, parts=(*parts, wrong)), magistrate, deps)
        assert [issue.value for issue in refused.value.issues] == [wrong]
    await ask_bundle(AskBundle(case_number=number, parts=parts), a_clerk(), deps)
    pdf_id = await deps.pool.fetchval("select id from pdfs where bundle = 1")
    covers = SeenConverter()
    await make_pdf(pdf_id, deps, covers)
    made = await one(deps, number)

    # The cover and the document are two blank pages each on paper.
    assert (made.state, made.pages) == ("made", 2 + 3 + 2)
    cover = reading.words_of(covers.documents[1])
    assert f"ingekomen stuk {piece} van 20 november 2026" in cover
    assert re.search(rf"stuk {document} van \d+ november 2026 \(concept\)", cover)


async def test_neither_cover_nor_bookmark_prints_the_number_of_a_piece_that_names_a_minor(deps: Deps) -> None:
    child = {"id": "s1", "role": "suspect", "count": 1, "givenNames": "Kim", "familyName": "Kleinveld", "age": 15}
    number = (await a_case(deps, persons=[child])).case_number
    named = (await attached(deps, number, a_pdf(), number="PV Kleinveld, Kim")).piece
    other = (await attached(deps, number, a_pdf(pages=2), number="AN.60.SP.000001/2026")).piece
    await ask_bundle(AskBundle(case_number=number, parts=(f"piece/{named}", f"piece/{other}")), a_clerk(), deps)
    covers = SeenConverter()
    await make_pdf(await deps.pool.fetchval("select id from pdfs where bundle = 1"), deps, covers)
    content = (await pdfs.content(deps.pool, visibility(a_clerk()), number, bundle=1)).content
    marks = [str(mark["/Title"]) for mark in pypdf.PdfReader(io.BytesIO(content)).outline]

    cover = reading.words_of(covers.documents[0])
    assert "Kleinveld" not in cover and f"ingekomen stuk {named} van" in cover
    assert marks[1:] == ["1. Aanvankelijk proces-verbaal", "2. Aanvankelijk proces-verbaal AN.60.SP.000001/2026"]


async def test_a_piece_that_is_moved_between_asking_and_making_does_not_go_in(deps: Deps) -> None:
    number, other = (await a_case(deps)).case_number, (await a_case(deps, sender="ander", externalId="ander")).case_number
    piece = (await attached(deps, number, a_pdf())).piece
    await ask_bundle(AskBundle(case_number=number, parts=(f"piece/{piece}",)), a_clerk(), deps)
    version = (await view_of(deps, number)).case.version
    moved = MovePiece(case_number=number, version=version, piece_id=piece, to=other, reason="hoort daar")
    await move_piece(moved, a_clerk(), deps)
    await make_pdf(await deps.pool.fetchval("select id from pdfs where bundle = 1"), deps, PaperConverter())
    failed = await one(deps, number)

    assert failed.state == "failed"
    assert f"Ingekomen stuk {piece} ligt niet meer als PDF in dit dossier" in failed.failure


async def test_a_document_that_was_withdrawn_is_refused_and_one_that_is_withdrawn_meanwhile_does_not_go_in(deps: Deps) -> None:
    number, documents, _, pdf_id = await asked(deps)
    withdrawn = WithdrawDocument(case_number=number, document_id=documents[0], reason="dubbel")
    await withdraw_document(withdrawn, a_clerk(), deps)
    await make_pdf(pdf_id, deps, PaperConverter())
    failed = await one(deps, number)

    assert failed.failure.startswith(f"Stuk {documents[0]} (Ontvangstbewijs) werd intussen ingetrokken")
    with pytest.raises(BadInput) as refused:
        await ask_bundle(AskBundle(case_number=number, parts=(f"document/{documents[0]}",)), a_clerk(), deps)
    assert "niet ingetrokken of vervangen" in refused.value.issues[0].detail


class SeenConverter(PaperConverter):
    def __init__(self) -> None:
        super().__init__()
        self.documents: list[bytes] = []

    async def pdf(self, document: bytes) -> bytes:
        self.documents.append(document)
        return await super().pdf(document)


async def test_another_office_reads_and_makes_no_bundle_of_our_file(deps: Deps) -> None:
    number, documents, bundle, _ = await asked(deps)
    stranger = a_clerk(office="westFlandersBrugge")

    with pytest.raises(NotFound):
        await ask_bundle(AskBundle(case_number=number, parts=(f"document/{documents[0]}",)), stranger, deps)
    assert await pdfs.bundles(deps.pool, visibility(stranger), number) == ()
    assert await pdfs.content(deps.pool, visibility(stranger), number, bundle=bundle) is None


async def test_a_registry_reads_no_bundle_of_the_office_which_may_hold_a_draft(deps: Deps) -> None:
    number = await before_court(deps)
    document = await a_document(deps, number)
    bundle = (await ask_bundle(AskBundle(case_number=number, parts=(f"document/{document}",)), a_clerk(), deps)).bundle
    registry = visibility(a_registry(), "readDocument")

    assert await search.case_view(deps.pool, registry, number) is not None
    assert await pdfs.bundles(deps.pool, registry, number) == ()
    assert await pdfs.content(deps.pool, registry, number, bundle=bundle) is None
    assert await pdfs.content(deps.pool, visibility(a_clerk(), "readDocument"), number, bundle=bundle) is not None


async def test_pages_of_any_size_get_their_stamp_and_a_broken_part_is_named_by_its_place() -> None:
    stamps = pdf(pages=3)
    whole = await bundling.joined([pdf(), pdf(height=400), pdf(height=2000)], ["a", "b", "c"], stamps)

    assert await bundling.page_counts([whole]) == (3,)
    for broken in (b"no pdf", pdf(password="geheim")):
        with pytest.raises(NoBundle) as fault:
            await bundling.page_counts([pdf(), broken])
        assert fault.value.part == 1


async def test_bundles_that_are_asked_for_at_once_each_get_a_number_of_their_own(deps: Deps) -> None:
    number, [document, *_], _, _ = await asked(deps)
    wanted = AskBundle(case_number=number, parts=(f"document/{document}",))

    again = await asyncio.gather(*(ask_bundle(wanted, a_clerk(), deps) for _ in range(6)))

    assert sorted(one.bundle for one in again) == [2, 3, 4, 5, 6, 7]
    assert await without_job(deps) == []
