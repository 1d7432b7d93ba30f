"""What a registry makes of a file of its court: its own kinds, which it reads, while drafts of the office stay there."""

import re

from docket.actions.papers.issue_document import IssueDocument, issue_document
from docket.actions.papers.make_document import MakeDocument, make_document
from docket.deps import Deps
from docket.mail.sending import MemorySender
from docket.worker.queue import drain
from tests.builders import a_case, a_clerk
from tests.docket.actions.judgment_world import NAMED, before_court, convicting, judge
from tests.docket.actions.piece_world import attached
from tests.docket.actions.test_connected import joined
from tests.docket.papers.paper_world import known
from tests.docket.web.conftest import Enter
from tests.documents import reading

COURT = "antwerpCorrectional"


async def test_a_registry_is_offered_extract_and_inventories_and_no_paper_of_the_office(enter: Enter, deps: Deps) -> None:
    number = await before_court(deps)
    await judge(deps, convicting(number))
    registrar = await enter("courtRegistrar", office=None, court=COURT)

    await registrar.open(f"/dossiers/{number}/documenten/maken")

    assert "Uittreksel van een vonnis" in registrar.text
    assert "Inventaris van het strafdossier" in registrar.text
    for other in ("Verzoekschrift hoger beroep", "COIV-melding", "Ontvangstbewijs", "havenverbod"):
        assert other not in registrar.text
    assert (await registrar.open(f"/dossiers/{number}/documenten/maken?soort=appeal_petition")).status_code in (200, 403, 404)
    assert "Grief over" not in registrar.text


async def test_it_reads_the_draft_that_it_made_and_not_that_of_the_office(enter: Enter, deps: Deps, sender: MemorySender) -> None:
    number = await before_court(deps, persons=NAMED)
    await judge(deps, convicting(number))
    office = MakeDocument(case_number=number, kind="judgment_extract", typed={"recipient": "prosecutorGeneral"})
    draft = (await make_document(office, a_clerk(), deps)).document_id
    registrar = await enter("courtRegistrar", office=None, court=COURT)
    colleague = await enter("courtRegistrar", office=None, court=COURT)
    await registrar.open(f"/dossiers/{number}/vonnissen")
    [way] = set(re.findall(r'href="([^"]+soort=judgment_extract)"', registrar.page.text))
    await registrar.open(way)

    await registrar.fill({"_veld_recipient": "prosecutorGeneral"}, address=f"/dossiers/{number}/documenten")
    await drain(deps, sender)
    await colleague.open(f"/dossiers/{number}")

    [made] = set(re.findall(rf'href="(/dossiers/{number}/documenten/\d+)"', colleague.page.text))
    words = reading.words_of((await colleague.open(made)).content)
    assert words.startswith("Griffie van de correctionele rechtbank Antwerpen, afdeling Antwerpen\n")
    assert (await registrar.open(f"/dossiers/{number}/documenten/{draft}")).status_code == 404
    clerk = await enter("clerk")
    assert (await clerk.open(made)).content.startswith(b"PK")


async def test_the_last_day_of_the_appeal_stands_on_the_list_and_on_the_form(enter: Enter, deps: Deps) -> None:
    number = await before_court(deps)
    await judge(deps, convicting(number))
    magistrate = await enter("prosecutor")

    await magistrate.open(f"/dossiers/{number}/documenten/maken")
    assert "ten laatste op 24 december 2026" in magistrate.text
    await magistrate.open(f"/dossiers/{number}/documenten/maken?soort=appeal_petition")

    assert "ten laatste op 24 december 2026" in magistrate.text
    assert "Grief over de straf" in magistrate.text


async def test_a_file_that_was_joined_still_lists_its_kinds_and_says_why_not(enter: Enter, deps: Deps) -> None:
    number, lead = (await a_case(deps, sender="een", externalId="een")).case_number, (await a_case(deps)).case_number
    await joined(deps, lead, number)
    magistrate = await enter("prosecutor")

    await magistrate.open(f"/dossiers/{number}/documenten/maken")

    assert "het dossier is gevoegd" in magistrate.text


async def test_what_was_issued_stands_in_the_inventory_and_a_draft_does_not(deps: Deps, sender: MemorySender) -> None:
    number = await before_court(deps)
    await attached(deps, number)
    asked = MakeDocument(case_number=number, kind="receipt")
    document = (await make_document(asked, a_clerk(), deps)).document_id
    await drain(deps, sender)
    before = (await known(deps, number, "file_inventory")).inventory

    await issue_document(IssueDocument(case_number=number, document_id=document), a_clerk(), deps)

    after = (await known(deps, number, "file_inventory")).inventory
    assert [line.kind for line in before] == ["aanvankelijk proces-verbaal"]
    assert [line.kind for line in after] == ["aanvankelijk proces-verbaal", "Ontvangstbewijs"]
