"""The pages of contacts, hearings and who is to be told, as a browser without scripts uses them."""

from datetime import date

from docket.deps import Deps
from tests.builders import a_case
from tests.docket.actions.hearing_world import PEOPLE, RIGHT_BANK, a_chamber, booked, wanted
from tests.docket.web.conftest import Enter


async def a_file(deps: Deps) -> str:
    return (await a_case(deps, persons=PEOPLE, **RIGHT_BANK)).case_number


async def test_a_lawyer_is_entered_corrected_and_ended_on_one_page(enter: Enter, deps: Deps) -> None:
    number, clerk = await a_file(deps), await enter("clerk")
    await clerk.open(f"/dossiers/{number}/betrokkenen")
    lawyer = {"_do": "add", "_soort": "counsel", "_persoon": "s1", "_naam": "Mr. Aa", "_vanaf": "24/11/2026", "_contact": "0"}
    await clerk.fill(lawyer | {"_naam": ""})
    assert "Naam : Schrijf de naam." in clerk.text
    await clerk.fill(lawyer)
    assert "Advocaat Mr. Aa" in clerk.text
    contact = await deps.pool.fetchval("select max(id) from case_contacts")

    await clerk.open(f"/dossiers/{number}/betrokkenen?verbeteren={contact}")
    await clerk.fill(lawyer | {"_do": "correct", "_contact": contact, "_naam": "Mr. Aerts", "_reden": "schrijffout"})
    right = await deps.pool.fetchval("select max(id) from case_contacts")
    await clerk.fill({"_do": "end", "_contact": right, f"_tot_{right}": "24/11/2026", f"_reden_{right}": "legt neer"})

    assert "Er is nog geen advocaat" in clerk.text
    assert "schrijffout" in clerk.text and "legt neer" in clerk.text


async def test_the_page_shows_everyone_to_be_told_before_one_confirms_and_the_file_who_is_not_told_yet(enter: Enter, deps: Deps) -> None:
    chamber, number, clerk = await a_chamber(deps), await a_file(deps), await enter("clerk")
    await clerk.open(f"/dossiers/{number}/zitting")
    assert "ten vroegste op 05/12/2026" in clerk.text
    assert "07/12/2026 om 09.00 uur" in clerk.text

    await clerk.open(f"/dossiers/{number}/zitting?soort=correctional&kamer={chamber}&dag=07/12/2026")
    for someone in ("Verdachte", "Slachtoffer", "Burgerlijke partij", "Onderzoeker"):
        assert someone in clerk.text
    assert await deps.pool.fetchval("select count(*) from hearings") == 0
    await clerk.fill({"_reden": "gereed"})

    assert clerk.path == f"/dossiers/{number}/verwittigen"
    assert "De zitting is bepaald." in clerk.text
    await clerk.open(f"/dossiers/{number}")
    assert "4 nog te verwittigen" in clerk.text
    row = await deps.pool.fetchval("select min(id) from to_tell")
    await clerk.open(f"/dossiers/{number}/verwittigen")
    await clerk.fill({"_rij": row, f"_stand_{row}": "told", f"_hoe_{row}": ""})
    assert "Kies hoe hij verwittigd werd." in clerk.text
    await clerk.fill({"_rij": row, f"_stand_{row}": "told", f"_hoe_{row}": "phone"})
    await clerk.open(f"/dossiers/{number}")
    assert "3 nog te verwittigen" in clerk.text
    await clerk.open("/te-verwittigen")
    assert number in clerk.text


async def test_a_day_inside_the_term_is_refused_on_the_page_with_the_first_possible_day(enter: Enter, deps: Deps) -> None:
    chamber, number, clerk = await a_chamber(deps), await a_file(deps), await enter("clerk")

    await clerk.open(f"/dossiers/{number}/zitting?soort=correctional&kamer={chamber}&dag=01/12/2026")

    assert clerk.page.status_code == 400
    assert "De eerste mogelijke dag is 07/12/2026." in clerk.text


async def test_a_hearing_is_moved_and_cancelled_from_its_page(enter: Enter, deps: Deps) -> None:
    chamber, number, clerk = await a_chamber(deps), await a_file(deps), await enter("clerk")
    hearing = (await booked(deps, number, wanted(chamber, date(2026, 12, 7)))).hearing_id

    await clerk.open(f"/dossiers/{number}/zitting?verplaats={hearing}&kamer={chamber}&dag=09/12/2026&uur=14.00")
    await clerk.fill({"_reden": ""})
    assert "Geef een reden" in clerk.text
    await clerk.fill({"_reden": "zaal bezet"})
    await clerk.open(f"/dossiers/{number}")
    assert "09/12/2026 om 14.00 uur" in clerk.text
    await clerk.open(f"/dossiers/{number}/zitting?afgelasten={hearing}")
    await clerk.fill({"_reden": "verzoening"})

    assert "De zitting is afgelast." in clerk.text


async def test_a_head_and_a_registrar_keep_the_chambers_of_their_courts(enter: Enter, deps: Deps) -> None:
    head = await enter("headOfOffice")
    await head.open("/kamers")
    said = {"_do": "chamber", "_rechtbank": "antwerpCorrectional", "_naam": "AC4", "_soort": "correctional", "_dagen": "2", "_uur": "09.30"}
    await head.fill(said | {"_plaatsen": "veel"})
    assert "Schrijf een aantal dossiers." in head.text
    await head.fill(said | {"_plaatsen": "8"})
    assert "dinsdag om 09.30 uur" in head.text
    chamber = await deps.pool.fetchval("select id from chambers")

    registrar = await enter("courtRegistrar", office=None, court="antwerpCorrectional")
    await registrar.open(f"/kamers?kamer={chamber}")
    await registrar.fill(
        {"_do": "sitting", "_kamer": chamber, "_dag": "08/12/2026", "_dag_uur": "09.30", "_dag_plaatsen": "0"}, address="/kamers"
    )

    assert await deps.pool.fetchval("select capacity from sittings") == 0
    clerk = await enter("clerk")
    assert (await clerk.open("/kamers")).status_code == 403


async def test_a_day_of_the_chamber_in_council_past_the_title_asks_for_a_reason_and_is_marked(enter: Enter, deps: Deps) -> None:
    held = [{"id": "s1", "role": "suspect", "kind": "natural", "custody": "remanded"}]
    number = (await a_case(deps, persons=held, **RIGHT_BANK)).case_number
    chamber, clerk = await a_chamber(deps, kind="raadkamer", name="RK1"), await enter("clerk")
    title = {"_termijn": "firstChamber", "_dag": "24/11/2026", "_persoon": "s1", "_reden": ""}
    await clerk.open(f"/dossiers/{number}/termijnen")
    await clerk.fill(title)

    await clerk.open(f"/dossiers/{number}/zitting?soort=raadkamer")
    assert "Ten laatste voor het einde van de titel van de hechtenis" in clerk.text and "zondag 29 november 2026" in clerk.text
    assert "27/11/2026 om 09.00 uur" in clerk.text and "30/11/2026 om" not in clerk.text
    await clerk.open(f"/dossiers/{number}/zitting?soort=raadkamer&kamer={chamber}&dag=30/11/2026")
    assert "Dan is de titel van de hechtenis verstreken" in clerk.text
    assert (await clerk.fill({"_reden": "gereed", "_natitel": ""})).status_code == 400
    assert "is de titel van de hechtenis van s1 verstreken" in clerk.text
    await clerk.fill({"_reden": "gereed", "_natitel": "uitstel op verzoek"})

    assert "De zitting is bepaald." in clerk.text
    await clerk.open(f"/dossiers/{number}/zitting")
    assert "Na het einde van de titel" in clerk.text
