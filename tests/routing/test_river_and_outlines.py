"""The Scheldt as a place of its own, and what the outlines of the port areas rest on."""

from datetime import date
from typing import Any

import pytest

from routing import Law, Step
from routing.reasoning import Reasoning
from tests.routing.reports import decide
from tests.routing.test_places import located

DAY = date(2023, 6, 2)


def told(given: dict[str, Any], law: Law) -> tuple[Reasoning, Step]:
    run = located({"given": given}, law)
    return run, next(step for step in run.steps if step.rule == "place-territory")


def test_place_on_the_scheldt_lies_between_both_arrondissements_and_the_netherlands(law: Law) -> None:
    run, step = told({"text": "aan boord van een binnenschip op de Schelde"}, law)

    assert (step.outcome, step.reason) == ("cannotTell", "river")
    assert run.places[0].between == ("antwerp", "eastFlandersDendermonde", "NL")
    assert [cited.item for cited in step.citations] == ["place-territory", "areas/fairway/zeeschelde"]
    assert step.citations[-1].confidence == "likely"
    warning = next(warning for warning in run.warnings if warning.code == "riverPlace")
    assert "places/p1/municipality" in warning.facts
    assert "places/p1/country" in warning.facts


def test_place_on_the_scheldt_in_belgium_is_not_in_the_netherlands(law: Law) -> None:
    run, _ = told({"text": "op de Schelde", "country": "BE"}, law)

    assert run.places[0].between == ("antwerp", "eastFlandersDendermonde")


def test_westerschelde_is_dutch_water_and_asks_for_the_country(law: Law) -> None:
    run, step = told({"text": "schip op de Westerschelde"}, law)

    assert (step.outcome, step.reason) == ("cannotTell", "riverAbroad")
    assert run.places[0].between == ("NL",)
    assert {warning.code for warning in run.warnings} == {"riverAbroadPlace"}


@pytest.mark.parametrize(
    "more",
    [{"municipality": "Temse"}, {"quay": "1742"}, {"dock": "Deurganckdok"}, {"port": "ghent"}, {"country": "NL"}],
    ids=lambda more: next(iter(more)),
)
def test_what_tells_the_place_goes_before_the_river(more: dict[str, str], law: Law) -> None:
    run, step = told({"text": "op de Schelde", **more}, law)

    assert step.outcome == "met"
    assert run.places[0].between == ()
    assert not {"riverPlace", "riverAbroadPlace"} & {warning.code for warning in run.warnings}


def test_port_field_still_tells_the_area_of_a_place_on_the_scheldt(law: Law) -> None:
    run, step = told({"text": "op de Schelde", "port": "antwerp"}, law)

    assert run.places[0].area is not None
    assert run.places[0].area.code == "antwerpBankUnknown"
    assert (step.reason, run.places[0].division) == ("river", None)


@pytest.mark.parametrize("text", ["rechteroever van de Schelde", "Scheldelaan", "Sint-Amands aan de Schelde", "scheldeprijs"])
def test_words_around_the_river_are_not_the_river(text: str, law: Law) -> None:
    run, _ = told({"text": text}, law)

    assert run.places[0].between == ()


def test_file_on_the_scheldt_is_undecided_and_names_what_is_missing(law: Law) -> None:
    report = {
        "receivedOn": "2023-06-02",
        "places": [{"id": "p1", "role": "scene", "text": "op de Schelde"}],
        "offences": [{"offence": "theft", "place": "p1", "portLink": "none"}],
    }
    decision = decide(report, law, "stroomplan")

    assert [(track.prosecution_office, track.court) for track in decision.tracks] == [(None, None)]
    assert "riverPlace" in {warning.code for warning in decision.warnings}


def test_coordinates_cite_the_outline_that_they_rest_on_with_its_confidence(law: Law) -> None:
    run = located({"given": {"latitude": 51.273, "longitude": 4.365}}, law)
    step = next(step for step in run.steps if step.rule == "place-port-area")

    assert (step.outcome, step.reason) == ("met", "coordinates")
    assert [(cited.item, cited.confidence) for cited in step.citations][-1] == ("areas/outline/antwerpRightBank", "unverified")


def test_point_near_both_banks_cites_both_outlines(law: Law) -> None:
    point = law.on(DAY).gazetteer.point(51.2630, 4.3125)
    run = located({"given": {"latitude": 51.2630, "longitude": 4.3125, "port": "antwerp"}}, law)

    assert set(point.near) == {"antwerpRightBank", "waasland"}
    assert run.places[0].division is None
    assert run.places[0].between == ("antwerp", "eastFlandersDendermonde")
    warning = next(warning for warning in run.warnings if warning.code == "coordinatesUndecided")
    assert warning.facts == ("places/p1/latitude", "places/p1/longitude")


def test_every_outline_says_what_it_rests_on_and_how_rough_it_is(law: Law) -> None:
    for outline in law.on(DAY).gazetteer.outlines:
        assert outline.uncertainty_m > 0
        assert outline.citation.source
        assert outline.citation.confidence == "unverified"
