"""The page of the PDF of a document: what it shows, what it claims, and why there is none."""

from docket.clock import FixedClock
from docket.deps import Deps
from docket.store import pdfs
from docket.store.pdfs import ConverterState
from docket.worker.make_pdf import make_pdf
from tests.builders import a_case
from tests.docket.actions.test_pdfs import a_document
from tests.docket.conversion.paper import PaperConverter
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
    for below in ("voorbeeld", "pdf", "beeld"):
        assert (await stranger.open(f"/dossiers/{number}/documenten/{document}/{below}")).status_code == 404
