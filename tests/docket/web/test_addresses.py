"""The page of addresses: who reads, who enters, and where a document that needs one sends to."""

from docket.deps import Deps
from tests.builders import a_case
from tests.docket.papers.test_requisitions_kept import FACTS
from tests.docket.web.conftest import Enter


async def test_a_head_enters_the_address_of_his_office_and_everybody_of_it_reads_it(enter: Enter, deps: Deps) -> None:
    head, clerk = await enter("headOfOffice"), await enter("clerk")
    await clerk.open("/adressen")
    assert "nog niet ingeschreven" in clerk.text
    assert "Bewaren" not in clerk.text
    await head.open("/adressen")
    said = {"_plaats": "antwerpPort", "_adres": "Voorbeeldstraat 1, 2000 Antwerpen", "_reden": "eerste inschrijving"}

    await head.post("/adressen", said | {"_vanaf": "gisteren"})
    assert "Schrijf een dag als 01/01/2027." in head.text
    await head.post("/adressen", said | {"_vanaf": "01/11/2026", "_adres": " "})
    assert "straat, nummer, postcode en gemeente" in head.text
    await head.post("/adressen", said | {"_vanaf": "01/11/2026"})

    assert "Het adres is ingeschreven" in head.text
    await clerk.open("/adressen")
    assert "Voorbeeldstraat 1, 2000 Antwerpen" in clerk.text
    assert "eerste inschrijving" in clerk.text
    refused = await clerk.post("/adressen", said | {"_vanaf": "01/11/2026"})
    assert refused.status_code == 403


async def test_a_summons_without_the_address_of_its_office_links_the_page_where_it_is_entered(enter: Enter, deps: Deps) -> None:
    clerk, number = await enter("clerk"), (await a_case(deps, **FACTS)).case_number

    await clerk.open(f"/dossiers/{number}/documenten/maken?soort=direct_summons&over=s1")

    assert 'href="/adressen"' in clerk.page.text
    assert "het adres van havenprocureurs bij het parket Antwerpen" in clerk.text
