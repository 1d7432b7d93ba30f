"""A victim hears of his rights and how to declare himself; an inquiry or a hearing is told to who did (art. 3bis and 5bis V.T.Sv.)."""

from datetime import UTC, datetime, timedelta

import pytest

from docket.hearings import Hearing, HearingKind
from docket.papers import paper_of
from tests.docket.papers import offices

FILLED = {"address": "Kaai 1, 2030 Antwerpen", "contact": "slachtofferonthaal, 03 000 00 00", "counts": ("o2",)}
RIGHTS = ("advocaat", "document dat hij nuttig acht", "geseponeerd is, en waarom", "gerechtelijk onderzoek", "rechtsdag", "afschrift")
#: Of the declaration, beside the name.
ASKED = (
    "Geboortedatum",
    "Geboorteplaats",
    "Beroep",
    "Woonplaats",
    "Feit dat de schade veroorzaakte",
    "Aard van de schade",
    "Persoonlijk belang",
)


def a_hearing(
    starts_at: datetime, state: str = "set", *, id: int = 1, kind: HearingKind = "correctional", court: str = "antwerpCorrectional"
) -> Hearing:
    return Hearing(
        id=id,
        chamber_id=1,
        court=court,
        chamber="AC4",
        kind=kind,
        starts_at=starts_at,
        summons="summons",
        served_on=None,
        first_lawful_on=None,
        overbooked=None,
        state=state,  # ty: ignore[invalid-argument-type]
        sequence=1,
        uid="u",
        reason="r",
        set_at=starts_at,
        set_by="user:7",
        changed_at=None,
        changed_by=None,
        change_reason=None,
    )


def test_a_victim_hears_of_each_right_and_gets_the_declaration_to_fill_in(law):
    said = offices.words("victim_notice", offices.known(law), "v1", occasion="rights", **FILLED)

    for right in RIGHTS:
        assert right in said
    for asked in ASKED:
        assert f"{asked} →\n" in said
    assert "Naam en voornaam → Vic Getroffen" in said


def test_who_declared_himself_has_nothing_to_fill_in(law):
    said = offices.words("victim_notice", offices.known(law), "b1", occasion="rights", **FILLED)

    assert "De verklaring is al in het dossier ingeschreven" in said
    assert "Geboorteplaats" not in said


def test_it_says_nothing_of_a_suspect_of_another_count_or_of_a_home(law):
    said = offices.words("victim_notice", offices.known(law), "v1", occasion="rights", **FILLED)

    for word in ("Volwassen", "Kleinveld", "Benadeeld ", "woning van An", "invoer"):
        assert word not in said


def test_the_only_hearing_to_come_is_told_with_its_court(law):
    soon = a_hearing(offices.AT + timedelta(days=10))
    past, gone = a_hearing(offices.AT - timedelta(days=3)), a_hearing(offices.AT + timedelta(days=2), "cancelled")
    file = offices.known(law, status="trialCourt", hearings=(soon, past, gone))

    said = offices.words("victim_notice", file, "b1", occasion="hearing", **FILLED)
    assert "De zaak komt voor op 4 december 2026 om 10.00 uur, correctionele rechtbank Antwerpen, afdeling Antwerpen, kamer AC4." in said


def test_which_hearing_is_told_is_chosen_where_more_than_one_is_to_come(law):
    youth = a_hearing(offices.AT + timedelta(days=3), id=5, kind="youth", court="youthAntwerp")
    trial, past = a_hearing(offices.AT + timedelta(days=10), id=6), a_hearing(offices.AT - timedelta(days=3), id=7)
    file = offices.known(law, status="trialCourt", hearings=(trial, youth, past))

    assert list(paper_of("victim_notice").choices(file)["hearing"]) == ["5", "6"]
    assert offices.fields(offices.lacks("victim_notice", file, "b1", occasion="hearing", **FILLED)) == ["#hearing"]
    assert offices.fields(offices.lacks("victim_notice", file, "b1", occasion="hearing", hearing=7, **FILLED)) == ["#hearing"]
    said = offices.words("victim_notice", file, "b1", occasion="hearing", hearing=6, **FILLED)
    assert "De zaak komt voor op 4 december 2026 om 10.00 uur, correctionele rechtbank" in said


def test_a_chamber_in_council_is_never_told_unchosen_and_goes_by_its_name(law):
    council = a_hearing(offices.AT + timedelta(days=3), id=5, kind="raadkamer")
    file = offices.known(law, status="settlementOfProcedure", hearings=(council,))

    assert offices.fields(offices.lacks("victim_notice", file, "b1", occasion="hearing", **FILLED)) == ["#hearing"]
    said = offices.words("victim_notice", file, "b1", occasion="hearing", hearing=5, **FILLED)
    assert "raadkamer van de rechtbank van eerste aanleg Antwerpen, afdeling Antwerpen, kamer AC4." in said
    assert "correctionele rechtbank" not in said


@pytest.mark.parametrize(("occasion", "link"), [("hearing", "zitting"), ("inquiry", "stand")])
def test_what_did_not_happen_is_not_told(law, occasion, link):
    assert offices.fields(offices.lacks("victim_notice", offices.known(law), "b1", occasion=occasion, **FILLED)) == [link]


def test_an_inquiry_that_began_is_told_also_once_the_file_went_on(law):
    line = offices.entered(3, "requireInquiry", [("s1", "o1")], before="investigation", after="judicialInquiry")
    file = offices.known(law, status="settlementOfProcedure", lines=(line,))

    assert "In dit dossier is een gerechtelijk onderzoek gestart." in offices.words(
        "victim_notice", file, "b1", occasion="inquiry", **FILLED
    )
    undone = offices.known(law, status="settlementOfProcedure", lines=(line, offices.struck(4, 3)))
    assert offices.fields(offices.lacks("victim_notice", undone, "b1", occasion="inquiry", **FILLED)) == ["stand"]


@pytest.mark.parametrize("occasion", ["hearing", "inquiry"])
def test_an_inquiry_or_a_hearing_is_told_only_to_who_declared_himself(law, occasion):
    hearing = a_hearing(datetime(2026, 12, 4, 9, tzinfo=UTC))
    file = offices.known(law, status="judicialInquiry", hearings=(hearing,))

    found = offices.lacks("victim_notice", file, "v1", occasion=occasion, **FILLED)
    assert offices.fields(found) == ["verbeteren#personen"]


def test_a_minor_is_not_named_in_the_letter_about_himself(law):
    file = offices.known(law, offices.with_person("v1", minor=True, birth_date="2015-03-02"))

    assert offices.fields(offices.lacks("victim_notice", file, "v1", occasion="rights", **FILLED)) == ["#representative"]
    said = offices.words("victim_notice", file, "v1", occasion="rights", representative="de ouders", **FILLED)
    assert "Getroffen" not in said
    assert "Vic" not in said
    assert "2015" not in said


def test_all_that_is_missing_is_named_at_once(law):
    assert offices.fields(offices.lacks("victim_notice", offices.known(law), "v1")) == ["#occasion", "#address", "#contact", "#counts"]


def test_a_file_without_victims_has_no_such_notice(law):
    people = tuple(row for row in offices.report().persons if row.role == "suspect")

    assert "geen slachtoffer" in (offices.refused("victim_notice", offices.known(law, offices.report(persons=people))) or "")
