"""Legal scenarios, one claim at a time: facts in, tracks, grounds, seats that lost and warnings out (cases/*.toml)."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from routing import Decided, Decision, Law, PolicyCode
from tests.routing.reports import decide, shown_grounds, shown_lost, shown_statute, shown_tracks

CASES = [
    case
    for file in sorted((Path(__file__).resolve().parent / "cases").glob("*.toml"))
    for case in tomllib.loads(file.read_text()).get("case", ())
]
POLICIES: tuple[PolicyCode, ...] = ("stroomplan", "enacted")


def report(case: dict[str, Any]) -> dict[str, Any]:
    persons = [{"role": "suspect", "kind": "natural", "count": 1} | person for person in case.get("persons", ())]
    named = {
        "receivedOn": case.get("received"),
        "seisedOn": case.get("seised"),
        "leadAuthority": case.get("lead"),
        "places": case.get("places", []),
        "offences": case.get("offences", []),
        "persons": persons,
        "relatedCases": case.get("related", []),
    }
    return {name: value for name, value in named.items() if value is not None}


def answer(case: dict[str, Any], law: Law, policy: PolicyCode) -> Decision:
    return decide(report(case), law, policy, case.get("port_crime"), case.get("court_of"), case.get("limb_of"))


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("case", CASES, ids=[case["claim"] for case in CASES])
def test_case(case: dict[str, Any], policy: PolicyCode, law: Law) -> None:
    decision = answer(case, law, policy)
    told = {warning.code for warning in decision.warnings}

    if policy in case:
        assert shown_tracks(decision) == case[policy]
    for name, found in (("scope", decision.scope), ("area", decision.port_area), ("file_place", decision.place)):
        assert found == case.get(name, found)
    if "grounds" in case:
        assert shown_grounds(decision) == case["grounds"]
    for rule, name in (("ground-connexity", "limbs"), ("order-of-the-report", "order")):
        if name in case:
            told_of = [step for step in decision.steps if step.rule == rule and step.outcome == "met"]
            assert [step.said["limb"] if name == "limbs" else step.reason for step in told_of] == case[name]
    if policy == "stroomplan":
        assert shown_lost(decision) == case.get("lost", shown_lost(decision))
        assert shown_statute(decision) == case.get("statute_only", shown_statute(decision))
        assert list(decision.policy_alone) == case.get("policy_alone", list(decision.policy_alone))
        assert set(case.get("warnings", ())) <= told
        assert not set(case.get("silent", ())) & told
        assert case.get("outcome") in (None, "decided" if isinstance(decision, Decided) else "undecided")
    else:
        assert shown_lost(decision) == case.get("enacted_lost", shown_lost(decision))
        assert set(case.get("enacted_warnings", ())) <= told


def test_claims_are_told_apart() -> None:
    claims = [case["claim"] for case in CASES]

    assert sorted(set(claims)) == sorted(claims)
