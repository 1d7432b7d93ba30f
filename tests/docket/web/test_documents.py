"""Documents of a file and templates of an office, as people work with them on screen, without scripts."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import msgspec
import pytest

import documents
from docket.conversion.converter import Converter, NoConverter
from docket.deps import Deps
from docket.mail.sending import MemorySender
from docket.settings import Settings
from docket.web import template_office
from docket.worker.queue import drain
from documents import templates
from tests.builders import a_case
from tests.docket.actions.test_document_life import ELSEWHERE
from tests.docket.actions.test_office_templates import reworded
from tests.docket.conversion.paper import PaperConverter
from tests.docket.web.conftest import Enter
from tests.docket.web.visitor import Visitor


async def transfer_of(deps: Deps, sender: MemorySender) -> tuple[str, int]:
    """The number of a file with a transfer that the register made by itself, and of that transfer."""
    number = (await a_case(deps, **ELSEWHERE)).case_number
    await drain(deps, sender)
    found = "select d.id from documents d join cases c on c.id = d.case_id where c.case_number = $1 and d.kind = 'transfer'"
    return number, await deps.pool.fetchval(found, number)


async def act(person: Visitor, number: str, document: int, name: str, **fields: str) -> httpx.Response:
    await person.open(f"/dossiers/{number}/documenten")
    return await person.post(f"/dossiers/{number}/documenten/{document}/handeling", {"_handeling": name, **fields})


async def test_a_paper_goes_by_the_list_of_the_magistrate_to_its_issue(enter: Enter, deps: Deps, sender: MemorySender) -> None:
    clerk, magistrate = await enter("clerk"), await enter("prosecutor")
    number, document = await transfer_of(deps, sender)

    await act(clerk, number, document, "propose")
    assert "Het stuk wacht op een magistraat." in clerk.text
    assert "Goedkeuren" not in clerk.text
    await magistrate.open("/vandaag")
    assert re.search(r"Ter ondertekening\s+1", magistrate.text)
    await magistrate.open("/ter-ondertekening")
    assert (number in magistrate.text, f"/dossiers/{number}/documenten#stuk-{document}" in magistrate.page.text) == (True, True)
    await act(magistrate, number, document, "signOff")
    assert "goedgekeurd op 24/11/2026" in magistrate.text
    assert "Proef prosecutor" in magistrate.text
    await act(clerk, number, document, "issue")

    assert "Het stuk is uitgegeven." in clerk.text
    assert "Uitgegeven" in clerk.text
    await magistrate.open("/ter-ondertekening")
    assert "Geen stuk wacht op een magistraat." in magistrate.text


async def test_ones_own_paper_stands_apart_on_the_list_with_why_another_magistrate_signs_it(
    enter: Enter, deps: Deps, sender: MemorySender, monkeypatch: pytest.MonkeyPatch
) -> None:
    kinds = [msgspec.structs.replace(kind, four_eyes=kind.signed_by == "magistrate") for kind in documents.KINDS]
    monkeypatch.setattr("documents.catalogue.KINDS", tuple(kinds))
    magistrate, other = await enter("prosecutor"), await enter("prosecutor")
    number, first = await transfer_of(deps, sender)
    await magistrate.open(f"/dossiers/{number}/documenten")
    await magistrate.post(f"/dossiers/{number}/documenten/{first}/opnieuw", {})
    await drain(deps, sender)
    newest = await deps.pool.fetchval("select max(id) from documents where kind = 'transfer'")
    await act(magistrate, number, newest, "propose")

    await magistrate.open("/ter-ondertekening")
    assert "Van uzelf" in magistrate.text
    assert "u maakte dit stuk of een versie ervan: een andere magistraat keurt het goed" in magistrate.text
    assert "Lezen en goedkeuren" not in magistrate.text
    await other.open("/ter-ondertekening")
    assert "Lezen en goedkeuren" in other.text
    assert "Van uzelf" not in other.text


async def test_a_reason_is_asked_and_a_refusal_stands_with_its_paper(enter: Enter, deps: Deps, sender: MemorySender) -> None:
    clerk, magistrate = await enter("clerk"), await enter("prosecutor")
    number, document = await transfer_of(deps, sender)
    await act(clerk, number, document, "propose")

    refused = await act(magistrate, number, document, "sendBack")
    assert refused.status_code == 400
    assert "Een reden is verplicht" in magistrate.text
    await act(magistrate, number, document, "sendBack", _reden="de periode klopt niet")
    assert "teruggestuurd op" in magistrate.text
    assert "de periode klopt niet" in magistrate.text
    refused = await act(clerk, number, document, "issue")
    assert refused.status_code == 409
    assert f"Dit gaat niet met stuk {document}" in clerk.text


async def test_the_new_version_says_what_changed_in_words(enter: Enter, deps: Deps, sender: MemorySender) -> None:
    clerk = await enter("clerk")
    number, document = await transfer_of(deps, sender)
    await clerk.open(f"/dossiers/{number}/documenten")
    await clerk.post(f"/dossiers/{number}/documenten/{document}/opnieuw", {})
    await drain(deps, sender)
    newest = await deps.pool.fetchval("select max(id) from documents where kind = 'transfer'")

    await clerk.open(f"/dossiers/{number}/documenten")
    assert "Vervangen" in clerk.text
    await clerk.open(f"/dossiers/{number}/documenten/{newest}/verschil")
    assert f"Stuk {newest} van" in clerk.text
    assert "beide zeggen hetzelfde" in clerk.text
    assert (await clerk.open(f"/dossiers/{number}/documenten/{document}/verschil")).status_code == 404


async def test_a_head_uploads_tries_chooses_and_goes_back(enter: Enter, deps: Deps) -> None:
    head = await enter("headOfOffice")
    await head.open("/sjablonen")
    assert "Ontvangstbewijs" in head.text
    await head.open("/sjablonen/receipt")
    token = re.search(r'name="_csrf" value="([^"]+)"', head.page.text)
    assert token is not None

    async def upload(content: bytes) -> httpx.Response:
        fields = {"_csrf": token[1], "_parket": "antwerpPort", "_opmerking": "andere aanhef"}
        files = {"_bestand": ("ontvangst.docx", content)}
        head.page = await head.browser.post("/sjablonen/receipt", data=fields, files=files, follow_redirects=True)
        return head.page

    refused = await upload(reworded(after="Melding {{ geheim }}"))
    assert refused.status_code == 400
    assert "het gegeven 'geheim' bestaat niet" in head.text
    assert "(alinea 14: “Melding {{ geheim }}" in head.text
    assert (await upload(reworded())).status_code == 200
    assert "Het sjabloon is nagekeken en bewaard." in head.text
    [version] = re.findall(r"/sjablonen/receipt/([1-9]\d*)/voorbeeld.docx", head.page.text)
    example = await head.browser.get(f"/sjablonen/receipt/{version}/voorbeeld.docx?parket=antwerpPort")
    assert b"Wij kregen uw melding" in example.content
    choice = {"_parket": "antwerpPort", "_vanaf": "24/11/2026", "_reden": "huisstijl"}
    await head.post("/sjablonen/receipt/keuze", {**choice, "_versie": version})
    assert f"vanaf 24/11/2026: versie {version}" in head.text
    await head.post("/sjablonen/receipt/keuze", {**choice, "_versie": "0"})
    assert "vanaf 24/11/2026: sjabloon van het register" in head.text
    released = await head.browser.get("/sjablonen/receipt/0/sjabloon.docx?parket=antwerpPort")
    assert released.content == templates.read("receipt")


@asynccontextmanager
async def on_paper(settings: Settings) -> AsyncIterator[PaperConverter]:
    yield PaperConverter()


@asynccontextmanager
async def absent(settings: Settings) -> AsyncIterator[Converter]:
    raise NoConverter("Er is geen LibreOffice op deze machine.")
    yield Converter(settings)


async def test_the_example_is_seen_as_a_picture_where_there_is_a_converter(enter: Enter, monkeypatch: pytest.MonkeyPatch) -> None:
    head = await enter("headOfOffice")
    monkeypatch.setattr(template_office, "converter_of", on_paper)

    picture = await head.browser.get("/sjablonen/receipt/0/beeld.png?parket=antwerpPort")
    assert (picture.headers["content-type"], picture.content[:4]) == ("image/png", b"\x89PNG")
    monkeypatch.setattr(template_office, "converter_of", absent)
    await head.open("/sjablonen/receipt/0/beeld.png?parket=antwerpPort")
    assert "Er is geen LibreOffice op deze machine. Haal het voorbeeld in Word op." in head.text


@pytest.mark.office
async def test_libreoffice_draws_the_first_page_of_the_example(enter: Enter) -> None:
    head = await enter("headOfOffice")

    picture = await head.browser.get("/sjablonen/transfer/0/beeld.png?parket=antwerpPort", timeout=120)
    assert (picture.status_code, picture.content[:4]) == (200, b"\x89PNG")


async def test_the_templates_are_those_of_the_head_and_of_nobody_else(enter: Enter) -> None:
    clerk, head, administrator = await enter("clerk"), await enter("headOfOffice"), await enter("administrator")

    assert (await clerk.open("/sjablonen")).status_code == 403
    assert (await head.open("/sjablonen/receipt?parket=brussels")).status_code == 404
    assert (await administrator.open("/sjablonen/receipt?parket=brussels")).status_code == 200
    assert (await head.open("/sjablonen/brief")).status_code == 404
