"""The page of the PDF of a document: what it shows, what it claims, and why there is none."""

import re
from datetime import date

import pytest

from docket.actions.papers.withdraw_document import WithdrawDocument, withdraw_document
from docket.clock import FixedClock
from docket.deps import Deps
from docket.store import pdfs
from docket.store.pdfs import ConverterState
from docket.worker.make_pdf import make_pdf
from tests.builders import a_case, a_clerk
from tests.docket.actions.piece_world import attached
from tests.docket.actions.test_pdfs import a_document
from tests.docket.conversion.paper import PaperConverter
from tests.docket.test_piece_files import a_pdf
from tests.docket.web.conftest import Enter

ABSENT = "LibreOffice staat niet op de machine van de verwerking."


async def test_a_clerk_asks_for_the_pdf_waits_for_it_and_downloads_it(enter: Enter, deps: Deps) -> None:
    clerk = await enter("clerk")
    number = (await a_case(deps)).case_number
    document = await a_document(deps, number)
    here = f"/dossiers/{number}/documenten/{document}"
    await clerk.open(f"/dossiers/{number}")
    assert f'href="{here}/voorbeeld"' in clerk.page.text
    await clerk.open(f"{here}/voorbeeld")
    await clerk.post(f"{here}/pdf", {})
    waiting = clerk.page
    await make_pdf(await deps.pool.fetchval("select id from pdfs where document_id = $1", document), deps, PaperConverter())
    made = await clerk.open(f"{here}/voorbeeld")
    content, picture = await clerk.browser.get(f"{here}/pdf"), await clerk.browser.get(f"{here}/beeld")
    again = await clerk.browser.get(f"{here}/pdf", headers={"If-None-Match": content.headers["etag"]})

    assert waiting.headers["refresh"] == "2"
    assert "Opnieuw kijken" in waiting.text
    assert "refresh" not in made.headers
    assert "dat ze er volledig aan voldoet, is niet nagegaan" in clerk.text
    assert "kon hier niet van het netwerk afgesloten" not in clerk.text
    assert (content.headers["content-type"], content.content[:4]) == ("application/pdf", b"%PDF")
    assert f"{number}-ontvangstbewijs-{document}.pdf" in content.headers["content-disposition"]
    assert (picture.headers["content-type"], picture.content[:4]) == ("image/png", b"\x89PNG")
    assert again.status_code == 304


async def test_a_magistrate_sees_every_page_before_he_signs(enter: Enter, deps: Deps) -> None:
    magistrate = await enter("prosecutor")
    number = (await a_case(deps)).case_number
    document = await a_document(deps, number)
    here = f"/dossiers/{number}/documenten/{document}"
    await magistrate.open(f"{here}/voorbeeld")
    await magistrate.post(f"{here}/pdf", {})
    await make_pdf(await deps.pool.fetchval("select id from pdfs where document_id = $1", document), deps, PaperConverter())

    await magistrate.open(f"{here}/voorbeeld")
    pages = re.findall(rf'src="({here}/beeld[^"]*)"', magistrate.page.text)
    first, second = [await magistrate.browser.get(address) for address in pages]
    beyond = await magistrate.browser.get(f"{here}/beeld/3")

    assert pages == [f"{here}/beeld", f"{here}/beeld/2"]
    assert "Bladzijde 2 van 2" in magistrate.text
    assert (second.status_code, second.headers["content-type"], second.content[:4]) == (200, "image/png", b"\x89PNG")
    assert first.status_code == 200
    assert beyond.status_code == 404


async def test_of_a_long_paper_the_first_pages_are_shown_and_the_rest_is_said_to_be_in_the_pdf(
    enter: Enter, deps: Deps, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("docket.web.document_pdf.MOST_PAGES", 1)
    magistrate = await enter("prosecutor")
    number = (await a_case(deps)).case_number
    document = await a_document(deps, number)
    here = f"/dossiers/{number}/documenten/{document}"
    await magistrate.open(f"{here}/voorbeeld")
    await magistrate.post(f"{here}/pdf", {})
    await make_pdf(await deps.pool.fetchval("select id from pdfs where document_id = $1", document), deps, PaperConverter())

    await magistrate.open(f"{here}/voorbeeld")

    assert "Hier staat alleen de eerste bladzijde; lees de andere in de PDF" in magistrate.text
    assert (await magistrate.browser.get(f"{here}/beeld/2")).status_code == 404


async def test_an_interrupted_download_of_a_document_a_pdf_or_a_bundle_goes_on_where_it_stopped(enter: Enter, deps: Deps) -> None:
    clerk = await enter("clerk")
    number = (await a_case(deps)).case_number
    document = await a_document(deps, number)
    await clerk.open(f"/dossiers/{number}/bundels")
    await clerk.post(f"/dossiers/{number}/bundels", {"_stuk": f"document/{document}"})
    for pdf_id in [row["id"] for row in await deps.pool.fetch("select id from pdfs order by id")]:
        await make_pdf(pdf_id, deps, PaperConverter())
    for address in (f"documenten/{document}", f"documenten/{document}/pdf", "bundels/1/pdf"):
        whole = await clerk.browser.get(f"/dossiers/{number}/{address}")
        head = await clerk.browser.get(f"/dossiers/{number}/{address}", headers={"Range": "bytes=0-99"})
        on = {"Range": "bytes=100-", "If-Range": head.headers["etag"]}
        rest = await clerk.browser.get(f"/dossiers/{number}/{address}", headers=on)
        past = await clerk.browser.get(f"/dossiers/{number}/{address}", headers={"Range": f"bytes={len(whole.content)}-"})

        assert (head.status_code, rest.status_code) == (206, 206)
        assert head.content + rest.content == whole.content
        assert rest.headers["content-range"] == f"bytes 100-{len(whole.content) - 1}/{len(whole.content)}"
        assert (past.status_code, past.headers["content-range"]) == (416, f"bytes */{len(whole.content)}")
        assert "Dit deel bestaat niet" in past.text


async def test_a_bundle_is_ordered_by_day_and_offers_nothing_that_was_withdrawn(enter: Enter, deps: Deps) -> None:
    clerk = await enter("clerk")
    number = (await a_case(deps)).case_number
    draft, gone = await a_document(deps, number), await a_document(deps, number)
    await withdraw_document(WithdrawDocument(case_number=number, document_id=gone, reason="dubbel"), a_clerk(), deps)
    old = (await attached(deps, number, a_pdf(), kind="report", dated_on=date(2026, 11, 20))).piece
    late = (await attached(deps, number, a_pdf(pages=2), kind="report", dated_on=date(2026, 11, 24))).piece
    await clerk.open(f"/dossiers/{number}/bundels")
    offered = re.findall(r'name="_stuk" value="([^"]+)"', clerk.page.text)
    assert offered == [f"piece/{old}", f"piece/{late}", f"document/{draft}"]
    assert re.search(rf"stuk {draft} van [^<]*, concept<", clerk.page.text)
    for order in ("", "newest", "kind"):
        await clerk.open(f"/dossiers/{number}/bundels")
        await clerk.post(f"/dossiers/{number}/bundels", {"_stuk": list(reversed(offered)), "_volgorde": order})
    asked = [row["parts"] for row in await deps.pool.fetch("select parts from pdfs where bundle is not null order by bundle")]
    await clerk.post(f"/dossiers/{number}/bundels", {"_stuk": f"document/{gone}"})

    by_kind = [f"document/{draft}", f"piece/{old}", f"piece/{late}"]
    assert asked == [offered, list(reversed(offered)), by_kind]
    assert clerk.page.status_code == 400
    assert "niet ingetrokken of vervangen" in clerk.text


async def test_the_page_explains_what_is_absent_instead_of_a_button(enter: Enter, deps: Deps, clock: FixedClock) -> None:
    clerk = await enter("clerk")
    number = (await a_case(deps)).case_number
    document = await a_document(deps, number)
    await pdfs.set_converter(deps.pool, ConverterState(looked_at=clock.now(), absent=ABSENT, alone=False))
    await clerk.open(f"/dossiers/{number}/documenten/{document}/voorbeeld")

    assert ABSENT in clerk.text
    assert "PDF maken" not in clerk.text
    assert "Word downloaden" in clerk.text


async def test_the_pdf_of_a_file_of_another_office_is_not_there(enter: Enter, deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    document = await a_document(deps, number)
    stranger = await enter("clerk", office="westFlandersBrugge")
    for below in ("voorbeeld", "pdf", "beeld", "beeld/2"):
        assert (await stranger.open(f"/dossiers/{number}/documenten/{document}/{below}")).status_code == 404
