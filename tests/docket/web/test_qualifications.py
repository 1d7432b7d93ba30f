"""What the file page says of the law behind each offence, in the words that a magistrate reads."""

from datetime import date

from docket import legislation
from docket.clock import FixedClock
from docket.deps import Deps
from docket.web import qualifications
from docket.web.qualifications import OffenceView
from routing import Law
from tests.builders import a_case, a_report
from tests.docket.web.conftest import Enter

LAW: Law = legislation.load().law
TODAY = date(2026, 11, 26)


def shown(today: date = TODAY, **offence: object) -> OffenceView:
    report = a_report(offences=[{"id": "o1", "place": "p1", **offence}])
    return qualifications.view(report, TODAY, today, LAW).offences[0]


def test_facts_of_before_the_switch_show_both_texts_and_leave_the_milder_law_open() -> None:
    offence = shown(offence="portIntrusion", committedFrom="2023-05-26", committedUntil="2023-05-27")
    entry = offence.main[0]

    assert (offence.title, offence.days) == (
        "Misdrijf 1: onrechtmatig binnendringen in een havenfaciliteit",
        "26/05/2023 tot en met 27/05/2023",
    )
    assert [text.citation for text in entry.at_facts] == ["art. 546/1 Sw. (1867)"]
    assert entry.at_facts[0].penalty == "8 dagen tot 6 maanden, 26 tot 500 euro (zonder opdeciemen)"
    assert entry.at_facts[0].notes[0] == "Verjaart na 10 jaar (wanbedrijf; zeker)"
    assert entry.today is not None
    assert (entry.today.citation, entry.today.penalty) == ("art. 419 Sw. (2024)", "strafniveau 1")
    assert entry.open
    assert any("Mildere wet: open vraag (art. 2 Strafwetboek (2024); art. 2 Strafwetboek (1867)" in note for note in offence.notes)


def test_facts_over_both_periods_say_so_and_show_both() -> None:
    offence = shown(offence="handlingStolenGoods", committedFrom="2026-08-30", committedUntil="2026-09-02")

    assert [text.citation for text in offence.main[0].at_facts] == ["art. 505, 1° Sw. (1867)", "art. 501 Sw. (2024)"]
    assert any("aan beide kanten van 01/09/2026" in note for note in offence.notes)


def test_facts_of_an_unknown_day_name_the_fact_that_is_missing() -> None:
    offence = shown(offence="handlingStolenGoods")

    assert len(offence.main[0].at_facts) == 2
    assert any(note.startswith("Ontbreekt: de eerste dag van de feiten") for note in offence.notes)


def test_a_provision_of_later_is_not_yet_an_offence_at_the_facts() -> None:
    offence = shown(offence="portBanBreach", committedFrom="2021-12-09")

    assert offence.main[0].at_facts == ()
    assert offence.main[0].standing == "Nog geen misdrijf bij de feiten: pas strafbaar vanaf 10/12/2021."


def test_what_the_catalogue_lacks_is_said_and_not_filled_in() -> None:
    offence = shown(offence="socialLaw", committedFrom="2023-05-26")

    assert (offence.main, offence.others) == ((), ())
    assert offence.absent == "Niet in de catalogus. De magistraat kiest de wetsbepaling."
    assert shown().absent.startswith("Niet in de catalogus")


def test_an_attempt_says_whose_penalty_is_shown() -> None:
    offence = shown(offence="drugImport", attempt=True, committedFrom="2023-05-26")

    assert any(note.startswith("Poging:") for note in offence.notes)
    assert offence.main[0].at_facts[0].notes[0] == "Verjaring niet te zeggen: het is een poging"


async def test_the_file_page_shows_the_law_of_the_facts_and_of_the_day_it_is_read(enter: Enter, deps: Deps, clock: FixedClock) -> None:
    made = await a_case(deps, offences=[{"offence": "portIntrusion", "committedFrom": "2023-05-26", "place": "p1"}])
    clerk = await enter("clerk")
    await clerk.open(f"/dossiers/{made.case_number}")

    assert "Kwalificatie" in clerk.text
    assert "art. 546/1 Sw. (1867)" in clerk.text
    assert "art. 419 Sw. (2024)" in clerk.text
    assert "Open vraag" in clerk.text
    assert f"Vandaag ({clock.now():%d/%m/%Y})" in clerk.text
