"""Where a place lies, one claim at a time (cases/places.toml)."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from routing import Law
from routing.reasoning import Reasoning
from routing.rules import RULES
from tests.routing.reports import facts

PLACES = tomllib.loads((Path(__file__).resolve().parent / "cases" / "places.toml").read_text())["place"]
DEFAULT_DAY = "2023-06-02"


def located(case: dict[str, Any], law: Law) -> Reasoning:
    """A run of the two rules on places, over this place alone."""
    report = {"receivedOn": case.get("day", DEFAULT_DAY), "places": [{"id": "p1", "role": "scene", **case["given"]}]}
    told = facts(report)
    run = Reasoning(told, law, "stroomplan", told.received_on)
    for rule in RULES:
        if rule.id in ("place-port-area", "place-territory"):
            rule.apply(run)
    return run


@pytest.mark.parametrize("case", PLACES, ids=[case["claim"] for case in PLACES])
def test_place(case: dict[str, Any], law: Law) -> None:
    run = located(case, law)
    place = run.places[0]
    told = {warning.code for warning in run.warnings}

    assert (place.area.code if place.area else None) == case.get("area")
    assert (place.division.code if place.division else None) == case.get("division")
    assert set(case.get("warnings", ())) <= told
    assert not set(case.get("silent", ())) & told


@pytest.mark.parametrize(
    ("court", "day", "title"),
    [
        ("antwerpCorrectional", "2026-11-26", "rechtbank van eerste aanleg Antwerpen, afdeling Antwerpen"),
        ("eastFlandersDendermondeCorrectional", "2026-11-26", "rechtbank van eerste aanleg Oost-Vlaanderen, afdeling Dendermonde"),
        ("limburgTongerenCorrectional", "2024-12-31", "rechtbank van eerste aanleg Limburg, afdeling Tongeren"),
        ("limburgTongerenCorrectional", "2025-01-01", "rechtbank van eerste aanleg Limburg, afdeling Tongeren-Borgloon"),
        ("hainautCorrectional", "2026-11-26", "rechtbank van eerste aanleg Henegouwen"),
        ("brusselsCorrectional", "2026-11-26", "Nederlandstalige / Franstalige rechtbank van eerste aanleg Brussel"),
        ("antwerpCorrectional", "2014-03-31", None),
        ("youthAntwerp", "2026-11-26", None),
    ],
)
def test_a_correctional_court_is_a_section_of_the_court_of_first_instance_of_its_day(
    law: Law, court: str, day: str, title: str | None
) -> None:
    assert law.court_of_first_instance(court, date.fromisoformat(day)) == title


def test_every_correctional_court_belongs_to_one_court_of_first_instance_today(law: Law) -> None:
    correctional = [code for code, court in law.courts.items() if court.level == "correctional"]
    named = {code: law.court_of_first_instance(code, date(2026, 11, 26)) for code in correctional}

    assert correctional and [code for code, title in named.items() if title is None or "rechtbank van eerste aanleg" not in title] == []
