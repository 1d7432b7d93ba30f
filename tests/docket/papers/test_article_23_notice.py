"""An act outside the district is told to the prosecution office of the municipality where it is done (art. 23, second paragraph Sv.)."""

from datetime import date

import pytest

from docket.papers import paper_of
from tests.docket.papers import offices

FILLED = {
    "act": "doorzoeking van een container",
    "stage": "done",
    "place": "kaai 1742",
    "municipality": "Beveren",
    "acted_on": date(2026, 11, 23),
    "contact": "havenprocureur van dienst",
}


def test_an_act_in_the_waasland_is_told_to_dendermonde(law):
    said = offices.words("article_23_notice", offices.known(law), **FILLED)

    assert "Aan → Parket Oost-Vlaanderen, afdeling Dendermonde" in said
    assert "heeft in het arrondissement Oost-Vlaanderen de handeling hieronder gesteld of laten stellen" in said
    assert "Parket dat vraagt → Havenprocureurs bij het parket Antwerpen" in said
    for told in ("doorzoeking van een container", "kaai 1742", "Beveren", "23 november 2026", "havenprocureur van dienst"):
        assert told in said


def test_an_act_that_is_still_to_be_done_is_announced(law):
    said = offices.words("article_23_notice", offices.known(law), **FILLED | {"stage": "planned", "acted_on": date(2026, 12, 1)})

    assert "zal in het arrondissement Oost-Vlaanderen de handeling hieronder stellen of laten stellen" in said


def test_the_form_proposes_the_place_of_the_file_in_another_district(law):
    assert paper_of("article_23_notice").proposed(offices.known(law), None) == {
        "municipality": "Beveren",
        "place": "bij de woning van An; kaai 1742; haven van Antwerpen",
    }
    assert paper_of("article_23_notice").proposed(offices.known(law, office="eastFlandersDendermonde"), None) == {}


def test_it_names_no_suspect(law):
    said = offices.words("article_23_notice", offices.known(law), **FILLED)

    assert "Volwassen" not in said
    assert "Kleinveld" not in said


def test_an_act_in_the_own_district_needs_no_notice(law):
    found = offices.lacks("article_23_notice", offices.known(law), **FILLED | {"municipality": "Antwerpen"})

    assert offices.fields(found) == ["#municipality"]
    assert "ligt in het arrondissement Antwerpen, waar geen kennisgeving nodig is" in found[0].what


def test_a_municipality_that_no_table_knows_is_asked_again(law):
    found = offices.lacks("article_23_notice", offices.known(law), **FILLED | {"municipality": "Atlantis"})

    assert offices.fields(found) == ["#municipality"]


def test_an_act_that_was_done_cannot_lie_ahead(law):
    found = offices.lacks("article_23_notice", offices.known(law), **FILLED | {"acted_on": date(2026, 12, 1)})

    assert offices.fields(found) == ["#actedOn"]


def test_every_field_that_is_empty_is_named_at_once(law):
    assert offices.fields(offices.lacks("article_23_notice", offices.known(law))) == [
        "#act",
        "#stage",
        "#place",
        "#actedOn",
        "#contact",
        "#municipality",
    ]


@pytest.mark.parametrize(
    ("status", "office", "says"),
    [
        ("dismissed", "antwerpPort", "geen handelingen meer gesteld"),
        ("joined", "antwerpPort", "gevoegd bij een ander"),
        ("investigation", "federalProsecutor", "niet bij een parket met een eigen arrondissement"),
    ],
)
def test_it_exists_only_where_a_territorial_office_still_acts(law, status, office, says):
    known = offices.known(law, status=status, office=office)

    assert says in (offices.refused("article_23_notice", known) or "")
