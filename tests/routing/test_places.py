"""Where a place lies, one claim at a time (cases/places.toml)."""

import tomllib
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
