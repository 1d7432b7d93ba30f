"""A dismissal names its motive for each suspect and count, and never asks again for the one that the register holds."""

from datetime import UTC, date, datetime

import msgspec
import pytest

from docket.legislation import LoadedLaw
from docket.papers import paper_of
from docket.store.conflicts import Handing, Offer
from routing import motives_on
from tests.docket.papers import offices

S1, S1_HURT, S2 = ("s1", "o1"), ("s1", "o2"), ("s2", "o1")
EVERYBODY = (S1, S1_HURT, S2)
DISMISSED = dict.fromkeys(EVERYBODY, "dismissed")


def dismissed(law: LoadedLaw, *pairs, motive: str = "02", reason: str | None = "Geen sporen.", **more):
    line = offices.entered(4, "dismiss", pairs, before="investigation", after="dismissed", motive=motive, reason=reason)
    return offices.known(law, stands=dict.fromkeys(pairs, "dismissed"), lines=(line,), **more)


def test_the_motive_of_a_dismissal_that_was_entered_comes_from_the_register(law):
    said = offices.words("dismissal", dismissed(law, *EVERYBODY))

    assert "## Motief 02: onvoldoende bewijzen" in said
    assert "Aard → technisch" in said
    assert "Toelichting → Geen sporen." in said
    assert "Ingeschreven op → 24 november 2026" in said


def test_who_stands_dismissed_is_not_dismissed_again_by_another_motive(law):
    found = offices.lacks("dismissal", dismissed(law, *EVERYBODY), motive="12")

    assert offices.fields(found) == ["#motive"]
    assert "houdt het motief van het register" in found[0].what


def test_a_motive_that_is_chosen_is_about_those_who_are_not_dismissed_yet(law):
    said = offices.words("dismissal", dismissed(law, S1), motive="13", positions=("s1/o2",))

    assert "## Motief 13: beperkte maatschappelijke weerslag" in said
    assert "Aard → opportuniteit" in said
    assert "nog niet ingeschreven" in said
    assert "– Verdachte 1 (s1), An Volwassen, misdrijf 1 (invoer van verdovende middelen): geseponeerd" in said


def test_without_a_motive_there_is_no_dismissal(law):
    assert offices.fields(offices.lacks("dismissal", offices.known(law))) == ["#motive"]


def test_a_motive_outside_the_list_of_the_day_is_refused(law):
    found = offices.lacks("dismissal", offices.known(law), motive="99")

    assert [one.what for one in found] == ["een motief van de lijst van 24/11/2026: 99 staat er niet in"]


def test_a_motive_is_worded_as_the_list_had_it_on_the_day_of_the_decision(law):
    [row, *others] = law.law.dismissal.ground
    older = msgspec.structs.replace(row.version[0], in_force_until=date(2026, 1, 1), title_nl="oude woorden")
    newer = msgspec.structs.replace(row.version[0], in_force_from=date(2026, 1, 1), title_nl="nieuwe woorden")
    grounds = (msgspec.structs.replace(row, version=(older, newer)), *others)
    changed = msgspec.structs.replace(law.law, dismissal=msgspec.structs.replace(law.law.dismissal, ground=grounds))
    line = offices.entered(4, "dismiss", EVERYBODY, before="investigation", after="dismissed", motive="01", on=date(2025, 6, 2))
    file = msgspec.structs.replace(offices.known(law, stands=DISMISSED, lines=(line,)), law=changed)

    assert "oude woorden" in offices.words("dismissal", file)


def test_a_struck_entry_gives_no_motive_and_the_paper_names_whose_is_missing(law):
    file = dismissed(law, S1)
    file = msgspec.structs.replace(file, lines=(*file.lines, offices.struck(5, 4)))

    found = offices.lacks("dismissal", file)
    assert offices.fields(found) == ["stand"]
    assert "Volwassen, misdrijf 1" in found[0].what


def test_a_minor_is_never_named(law):
    said = offices.words("dismissal", dismissed(law, *EVERYBODY))

    assert "Kleinveld" not in said
    assert "Verdachte 2 (s2), minderjarig" in said


def test_the_qualification_is_that_of_the_facts_and_of_both_codes_where_they_lie_over_the_switch(law):
    [first, second] = offices.report().offences
    over = msgspec.structs.replace(second, committed_from="2026-08-25", committed_until="2026-09-14")
    said = offices.words("dismissal", dismissed(law, *EVERYBODY, said=offices.report(offences=(first, over))))

    [row] = [line for line in said.splitlines() if line.startswith("| 2 | ")]
    assert "Sw. (1867)" in row
    assert "tekst tot 1 september 2026" in row
    assert "tekst van 1 september 2026" in row


def test_a_dismissal_is_revocable_and_says_who_is_told(law):
    said = offices.words("dismissal", dismissed(law, S1))

    assert "Een seponering is herroepbaar" in said
    assert "– Benadeelde persoon 1 (b1)" in said
    assert "Slachtoffer 1" not in said


def test_probation_needs_its_conditions(law):
    assert offices.fields(offices.lacks("dismissal", dismissed(law, S1), form="probation")) == ["#conditions"]
    assert "– meldt zich aan" in offices.words("dismissal", dismissed(law, S1), form="probation", conditions=("meldt zich aan",))


def test_a_file_before_a_judge_is_not_dismissed(law):
    reason = offices.refused("dismissal", offices.known(law, status="judicialInquiry"))

    assert reason == (
        "“geseponeerd” kan alleen vanuit “geregistreerd” of “opsporingsonderzoek”; dit dossier staat bij: gerechtelijk onderzoek."
    )


def test_a_file_that_is_offered_to_another_office_is_not_dismissed(law):
    offer = Offer(
        id=1,
        to_office="eastFlandersDendermonde",
        ground="placeOfOffence",
        reason="r",
        offered_at=datetime(2026, 11, 20, tzinfo=UTC),
        offered_by="user:7",
        answer_due_on=None,
        state="offered",
        answer_reason=None,
        answered_at=None,
        answered_by=None,
        time_limits=(),
        pieces=(),
    )
    file = offices.known(law, handing=Handing(offers=(offer,), conflicts=()))

    assert "het dossier is aangeboden aan parket Oost-Vlaanderen, afdeling Dendermonde" in (offices.refused("dismissal", file) or "")


def test_the_form_offers_every_motive_of_the_day_with_its_sort(law):
    offered = paper_of("dismissal").choices(offices.known(law))["motive"]

    assert set(offered) == set(motives_on(law.law.dismissal, offices.TODAY))
    assert offered["12"] == "12 dader(s) onbekend (technisch)"


@pytest.mark.parametrize(("key", "says"), [("s9/o1", "s9/o1 is er geen"), ("s1/o1", "is dat niet")])
def test_a_position_that_cannot_be_dismissed_is_named(law, key, says):
    found = offices.lacks("dismissal", dismissed(law, S1), motive="02", positions=(key,))

    assert offices.fields(found) == ["#positions"]
    assert says in found[0].what


def test_the_form_says_how_sure_the_list_of_motives_is(law):
    assert paper_of("dismissal").remark(offices.known(law)) == (
        "De motieven van vandaag (Omzendbrief COL 12/98 van het College van procureurs-generaal, later herzien): "
        "woorden waarschijnlijk, nummers niet nagegaan. De dag vanaf wanneer een motief geldt, is niet gekend."
    )
