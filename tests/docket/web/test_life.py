"""The life of a file on its screens: what may happen next, for whom, and its docket as a timeline."""

from docket.deps import Deps
from tests.docket.actions.judgment_world import before_court, convicting, judge
from tests.docket.web.conftest import Enter
from tests.docket.web.test_screens import _register


async def test_a_clerk_enters_what_happened_and_sees_what_only_a_magistrate_may(enter: Enter) -> None:
    clerk = await enter("clerk")
    number = await _register(clerk)
    await clerk.open(f"/dossiers/{number}")
    assert "Stand: geregistreerd" in clerk.text
    await clerk.open(f"/dossiers/{number}/stand?gebeurtenis=openInvestigation")
    empty = await clerk.fill({"_reden": ""})
    assert empty.status_code == 400
    assert "Geef een reden, of het stuk dat het bewijst" in clerk.text
    await clerk.fill({"_reden": "Het onderzoek begint."})

    assert "De stand van het dossier is ingeschreven." in clerk.text
    assert "Stand: opsporingsonderzoek" in clerk.text
    assert "Geseponeerd : Dit is een beslissing van een magistraat." in clerk.text.replace("Geseponeerd:", "Geseponeerd :")


async def test_a_dismissal_without_its_motive_is_named_at_its_field_and_with_it_is_entered(enter: Enter) -> None:
    prosecutor = await enter("prosecutor")
    number = await _register(prosecutor)
    await prosecutor.open(f"/dossiers/{number}/stand?gebeurtenis=dismiss")
    empty = await prosecutor.fill({"_reden": "Niets gevonden."})
    assert empty.status_code == 400
    assert "Een seponering vermeldt haar motief (art. 28quater Sv.)" in prosecutor.text
    await prosecutor.fill({"_motief": "02", "_reden": "Niets gevonden."})

    assert "Stand: geseponeerd" in prosecutor.text


async def test_the_timeline_is_filtered_printed_and_struck_through(enter: Enter) -> None:
    clerk = await enter("clerk")
    number = await _register(clerk)
    await clerk.open(f"/dossiers/{number}/stand?gebeurtenis=openInvestigation")
    await clerk.fill({"_reden": "Het onderzoek begint."})
    await clerk.open(f"/dossiers/{number}/tijdlijn?groep=life")
    assert "1 van 2 registerlijnen" in clerk.text
    assert "Stand gewijzigd. Opsporingsonderzoek geopend. Van geregistreerd naar opsporingsonderzoek." in clerk.text
    await clerk.open(f"/dossiers/{number}/tijdlijn/2/doorhalen")
    empty = await clerk.fill({"_reden": ""})
    assert empty.status_code == 400
    await clerk.fill({"_reden": "Verkeerd dossier."})
    assert "De registerlijn is doorgehaald" in clerk.text
    assert "Doorgehaald door registerlijn 3. Reden: Verkeerd dossier." in clerk.text
    await clerk.open(f"/dossiers/{number}/tijdlijn/afdruk")

    assert f"Register van {number}" in clerk.text
    assert "<del>Stand gewijzigd." in clerk.page.text
    await clerk.open(f"/dossiers/{number}/tijdlijn?van=gisteren")
    assert "Schrijf de dag als 26/11/2026." in clerk.text


async def test_a_judgment_is_offered_as_a_way_to_its_own_page_and_never_as_a_bare_event(enter: Enter, deps: Deps) -> None:
    clerk = await enter("clerk")
    number = await before_court(deps)
    await clerk.open(f"/dossiers/{number}/stand")
    assert "Vonnis uitgesproken (bij vonnis inschrijven)" in clerk.text
    assert f'href="/dossiers/{number}/vonnis"' in clerk.page.text
    assert "gebeurtenis=judgmentGiven" not in clerk.page.text

    await clerk.open(f"/dossiers/{number}/stand?gebeurtenis=judgmentGiven")
    assert f"Vonnis in {number} inschrijven" in clerk.text
    await judge(deps, convicting(number))
    await clerk.open(f"/dossiers/{number}/stand")

    assert "Hoger beroep aangetekend (bij rechtsmiddel inschrijven)" in clerk.text
    assert "Er kan nu niets ingeschreven worden" not in clerk.text
