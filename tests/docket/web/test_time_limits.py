"""The pages of time limits, as a browser without scripts uses them."""

from datetime import UTC, datetime, timedelta

from docket.actions.jurisdiction.refer_case import ReferCase, refer_case
from docket.deps import Deps
from tests.builders import a_case, a_prosecutor, a_report
from tests.docket.actions.test_time_limits import a_suspect
from tests.docket.web.conftest import Enter


async def started(clerk, number: str, **fields: str) -> None:
    await clerk.open(f"/dossiers/{number}/termijnen")
    await clerk.fill({"_termijn": "detentionAppealDecision", "_dag": "24/11/2026", "_reden": ""} | fields)


async def test_a_clerk_starts_a_clock_and_the_file_shows_its_end_its_sum_and_its_article(enter: Enter, deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    clerk = await enter("clerk")
    await started(clerk, number)
    assert "De termijn loopt en staat in het register." in clerk.text

    await clerk.open(f"/dossiers/{number}")

    for words in (
        "Vervalt na woensdag 9 december 2026 (nog 15 dagen)",
        "Verklaring van hoger beroep op dinsdag 24 november 2026, de termijn begint de dag erna",
        "Art. 30, § 3 wet voorlopige hechtenis",
        "Termijn begonnen",
    ):
        assert words in clerk.text


async def test_a_clock_is_computed_before_it_is_started(enter: Enter, deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    clerk = await enter("clerk")
    await started(clerk, number, _termijn="orderOneMonth", _dag="28/02/2027", _alleen="ja")

    assert "Vervalt na zondag 28 maart 2027" in clerk.text and "(nog niet begonnen)" in clerk.text
    assert "Tweede lezing 1: vervalt na zaterdag 27 maart 2027" in clerk.text
    assert "Tweede lezing 2: vervalt na woensdag 31 maart 2027" in clerk.text
    assert "Veilig, welke lezing ook geldt: zaterdag 27 maart 2027" in clerk.text
    assert "Er loopt geen termijn in dit dossier." in clerk.text


async def test_what_is_wrong_in_the_form_is_said_at_once_and_beside_its_field(enter: Enter, deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    clerk = await enter("clerk")
    await started(clerk, number, _termijn="", _dag="gisteren", _uur="half drie")

    assert clerk.page.status_code == 400
    assert "Kies de termijn die begint." in clerk.text
    assert "Schrijf de dag van de gebeurtenis als 26/11/2026." in clerk.text
    await started(clerk, number, _termijn="arrest")
    assert "Deze termijn telt in uren: geef ook het uur." in clerk.text


async def test_a_clock_is_met_extended_suspended_resumed_and_struck_on_its_page(enter: Enter, deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    clerk = await enter("clerk")
    await started(clerk, number)
    page = f"/dossiers/{number}/termijnen/1"
    await clerk.open(page)

    await clerk.fill({"_dag": "26/11/2026", "_grond": "adjournment", "_reden": "uitstel"}, address=f"{page}/schorsen")
    assert "De termijn staat stil tot u hem hervat." in clerk.text
    await clerk.open(page)
    await clerk.fill({"_dag": "01/12/2026", "_reden": "zitting"}, address=f"{page}/hervatten")
    assert "Vervalt na maandag 14 december 2026" in clerk.text
    await clerk.open(page)
    await clerk.fill({"_grond": "ruling", "_dag": "01/12/2026", "_reden": "vonnis"}, address=f"{page}/verlengen")
    assert "Geef de nieuwe laatste dag" in clerk.text
    await clerk.open(page)
    await clerk.fill({"_dag": "24/11/2026", "_reden": ""}, address=f"{page}/naleven")
    assert "de termijn is nageleefd" in clerk.text
    await clerk.open(page)
    await clerk.fill({"_reden": "verkeerd ingeschreven"}, address=f"{page}/schrappen")
    assert "Geschrapt" in clerk.text


async def test_what_is_overdue_says_so_in_words_and_stands_first_over_all_files(enter: Enter, deps: Deps) -> None:
    late, arrested = (await a_case(deps)).case_number, (await a_case(deps, a_report(persons=(a_suspect(),)))).case_number
    clerk = await enter("clerk")
    await started(clerk, late, _dag="02/11/2026")

    await clerk.open("/termijnen")

    assert clerk.text.index(late) < clerk.text.index(arrested)
    assert "Verstreken" in clerk.text and "7 dagen geleden" in clerk.text
    assert "nog 35 uur 45 min" in clerk.text

    deps.clock.instant += timedelta(hours=24)
    clerk = await enter("clerk")
    await clerk.open("/termijnen")
    assert "nog 11 uur 45 min" in clerk.text and "Vandaag" in clerk.text


async def test_the_list_shows_no_clock_of_a_file_that_one_may_not_see(enter: Enter, deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    await started(await enter("clerk"), number)
    elsewhere = await enter("clerk", office="brussels")

    await elsewhere.open("/termijnen")

    assert number not in elsewhere.text
    assert (await elsewhere.open(f"/dossiers/{number}/termijnen/1")).status_code == 404


async def test_limitation_and_reasonable_time_stand_on_the_page_computed(enter: Enter, deps: Deps) -> None:
    fields = {"committedFrom": "2024-06-10", "offence": "portIntrusion", "id": "o1"}
    number = (await a_case(deps, offences=[fields], persons=[{"id": "s1", "role": "suspect"}], receivedOn="2024-06-11")).case_number
    clerk = await enter("clerk")

    await clerk.open(f"/dossiers/{number}/termijnen")

    assert "Laatste dag vrijdag 9 juni 2034" in clerk.text
    assert "Art. 21 V.T.Sv., zoals vervangen bij de wet van 9 april 2024" in clerk.text
    assert "sinds dinsdag 11 juni 2024, 2 jaar" in clerk.text and "Let op" in clerk.text


async def test_a_file_before_its_court_stands_still_on_every_screen_and_is_never_said_to_be_barred(enter: Enter, deps: Deps) -> None:
    facts = {"committedFrom": "2024-06-10", "committedUntil": "2024-06-10", "offence": "portIntrusion", "id": "o1"}
    places = [{"id": "p1", "role": "scene", "port": "antwerp", "quay": "730"}]
    number = (await a_case(deps, offences=[facts], places=places, persons=[{"id": "s1", "role": "suspect"}])).case_number
    await refer_case(ReferCase(case_number=number, version=1, tracks=(0,)), a_prosecutor(), deps)
    deps.clock.instant = datetime(2034, 6, 12, 9, tzinfo=UTC)
    clerk = await enter("clerk")

    for page in (f"/dossiers/{number}", f"/dossiers/{number}/termijnen"):
        await clerk.open(page)
        assert "Staat stil" in clerk.text and "Verjaard" not in clerk.text
        assert "Het vonnisgerecht is gevat op dinsdag 24 november 2026, door de gebeurtenis “Rechtstreeks gedagvaard”" in clerk.text


async def test_who_is_detained_without_a_running_limit_or_title_is_told_on_the_file_and_its_time_limits(enter: Enter, deps: Deps) -> None:
    number = (await a_case(deps, a_report(persons=(a_suspect(arrested_at="2026-11-24"),)))).case_number
    clerk = await enter("clerk")

    for page in (f"/dossiers/{number}", f"/dossiers/{number}/termijnen"):
        await clerk.open(page)
        assert "Verdachte 1 (s1) is aangehouden, maar er loopt geen termijn en er is geen titel." in clerk.text
        assert f"/dossiers/{number}/termijnen?termijn=arrest&amp;persoon=s1#begin" in clerk.page.text

    await clerk.open(f"/dossiers/{number}/termijnen?termijn=arrest&persoon=s1")
    assert '<option value="s1" selected>' in clerk.page.text
    await clerk.fill({"_termijn": "arrest", "_persoon": "s1", "_dag": "24/11/2026", "_uur": "08:00", "_reden": ""})
    await clerk.open(f"/dossiers/{number}")
    assert "er is geen titel" not in clerk.text


async def test_a_clerk_enters_a_suspension_ends_it_and_strikes_an_interrupting_act_through(enter: Enter, deps: Deps) -> None:
    fields = {"committedFrom": "2017-06-01", "offence": "drugPossession", "id": "o1"}
    number = (await a_case(deps, offences=[fields], persons=[{"id": "s1", "role": "suspect"}])).case_number
    clerk, page = await enter("clerk"), f"/dossiers/{number}/termijnen"
    await clerk.open(page)
    assert "het hangt af van een stuitende daad" in clerk.text.lower()

    await clerk.fill({"_wat": "", "_dag_daad": "28/04/2024", "_stuk": ""}, address=f"{page}/verjaring/stuiten")
    assert clerk.page.status_code == 400
    for fault in ("Kies of het een daad van onderzoek", "Sinds 28/04/2024 stuit geen daad", "Noem het stuk"):
        assert fault in clerk.text
    await clerk.fill({"_wat": "investigation", "_dag_daad": "10/01/2022", "_stuk": "PV 12"}, address=f"{page}/verjaring/stuiten")
    assert "De stuitende daad staat in het register" in clerk.text and "Laatste dag maandag 31 mei 2027" in clerk.text
    suspension = {"_wat": "legalObstacle", "_dag_daad": "01/11/2026", "_tot": "", "_stuk": "stuk 4"}
    await clerk.fill(suspension, address=f"{page}/verjaring/schorsen")
    assert "Laatste dag donderdag 24 juni 2027" in clerk.text and "schuift de laatste dag elke dag een dag op" in clerk.text
    await clerk.fill({"_schorsing": "3", "_dag_daad": "11/11/2026", "_stuk": "stuk 5"}, address=f"{page}/verjaring/hervatten")
    assert "vanaf 01/11/2026 tot 11/11/2026" in clerk.text and "Laatste dag donderdag 10 juni 2027" in clerk.text

    await clerk.open(f"/dossiers/{number}/tijdlijn/2/doorhalen")
    await clerk.fill({"_reden": "verkeerd dossier"})
    await clerk.open(page)
    assert "Doorgehaald" in clerk.text and "Reden: verkeerd dossier" in clerk.text and "Niet te zeggen" in clerk.text
