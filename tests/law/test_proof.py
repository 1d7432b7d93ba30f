"""The proof on the law data finds what it is there to find, and finds nothing in the law that ships."""

from datetime import date
from typing import Any

import msgspec
import pytest

from docket import legislation
from docket.cli import proving
from docket.cli.law_examples import examples
from routing import CaseFacts, Law, law_proof, route
from routing.law_proof import Walk
from routing.rules import NAMED
from tests.routing.test_cases import CASES
from tests.routing.test_places import PLACES

TODAY = date(2026, 11, 26)


def named(law: Law) -> Walk:
    files = [(example.claim, example.facts, policy) for example in examples() for policy in law.policies]
    return law_proof.decide_all(law, files, citations=True)


def test_the_law_that_ships_is_proved() -> None:
    proof = proving.prove(legislation.read_files(), TODAY)

    assert proof.faults == ()
    assert proof.examples is not None
    assert proof.classes.files > 20_000
    assert proof.classes.decided + proof.classes.undecided == proof.classes.files
    assert proof.territory.pairs == proof.territory.municipalities * proof.territory.quarters


def test_classes_hold_every_area_list_tie_age_lead_and_period(law: Law) -> None:
    moments = law_proof.moments(law)
    found = dict(law_proof.classes(law, moments[0]))

    assert {(moment.policy, len(law.policies[moment.policy].version)) for moment in moments} == {("stroomplan", 1), ("enacted", 3)}
    assert set(law_proof.places(law)) >= {*law.areas, "municipality", "abroad", "notTold", "zeeschelde"}
    assert {law.offences[code].list for code in law_proof.offences(law)} == {"core", "supporting", "neither"}
    assert {law.offences[facts.offences[0].offence or ""].list for facts in found.values() if facts.lead_authority} == {
        "core",
        "supporting",
        "neither",
    }
    assert {facts.offences[0].port_link for facts in found.values()} == {None, "declared", "suspected", "none"}
    assert len({facts.lead_authority for facts in found.values()}) == len(law_proof.leads(law)) == 5
    assert len(law_proof.suspects(law)) == 6


@pytest.mark.parametrize("area", ["antwerpRightBank", "waasland", "antwerpBankUnknown", "ghent", "zeebrugge", "otherPort"])
def test_the_place_of_each_class_lies_in_its_area(area: str, law: Law) -> None:
    moment = law_proof.moments(law)[0]
    decision = route(CaseFacts(received_on=moment.day, places=law_proof.places(law)[area], offences=()), law)
    step = next(step for step in decision.steps if step.rule == "place-port-area")

    assert step.said["area"] == area


def test_every_rule_is_exercised_by_a_named_example(law: Law) -> None:
    assert law_proof.not_exercised(law, named(law)) == ()


def test_rules_and_wordings_without_an_example_are_named(law: Law) -> None:
    told = law_proof.not_exercised(law, Walk())

    assert len([line for line in told if line.endswith("no example meets it")]) == len(NAMED)
    assert "policies/enacted from 2021-03-18: no example uses it" in told


def test_every_flag_of_an_offence_decides_a_named_example(law: Law) -> None:
    assert law_proof.flags_not_shown(law, [example.facts for example in examples()]) == ()


def test_a_flag_that_no_example_shows_is_named(law: Law) -> None:
    theft = msgspec.structs.replace(law.offences["theft"], continuing=True)
    told = law_proof.flags_not_shown(
        msgspec.structs.replace(law, offences=law.offences | {"theft": theft}), [example.facts for example in examples()]
    )

    assert told == ("theft continuing: no example shows it",)


def test_a_rule_that_no_file_meets_is_named(law: Law) -> None:
    assert law_proof.never_met(law, Walk(outcomes=frozenset((rule, "met") for rule in NAMED - {"magistrate"}))) == ("magistrate",)
    assert law_proof.never_met(law, Walk(outcomes=frozenset((rule, "notMet") for rule in NAMED))) == tuple(sorted(NAMED))


def test_a_crash_is_a_finding_with_its_class(law: Law, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: Any) -> None:
        raise ZeroDivisionError("by a rule")

    monkeypatch.setattr(law_proof, "route", crash)
    walked = law_proof.decide_all(law, [("this class", CaseFacts(received_on=TODAY), "enacted")])

    assert walked.faults == ("this class: ZeroDivisionError: by a rule",)


def test_an_open_answer_without_a_named_fact_is_a_finding(law: Law) -> None:
    facts = CaseFacts(received_on=TODAY, offences=(), places=())
    decision = route(facts, law)
    mute = msgspec.structs.replace(decision, warnings=())

    assert law_proof.silence(decision, law) is None
    assert law_proof.silence(mute, law) == "no track, and no warning names a missing fact"


def test_a_municipality_with_a_gap_is_a_finding(law: Law) -> None:
    rows = law.districts.by_code["13016"]
    holed = msgspec.structs.replace(law.districts, by_code={"13016": (rows[0], *rows[2:])}, by_name={})
    found = law_proof.territory(msgspec.structs.replace(law, districts=holed), TODAY)

    assert found.faults[0].startswith("13016 on ")


def test_a_municipality_with_two_rows_on_one_day_is_a_finding(law: Law) -> None:
    rows = law.districts.by_code["13016"]
    doubled = msgspec.structs.replace(law.districts, by_code={"13016": (*rows, rows[-1])}, by_name={})
    found = law_proof.territory(msgspec.structs.replace(law, districts=doubled), TODAY)

    assert any("2 rows in force" in fault for fault in found.faults)


def test_examples_of_the_check_are_those_of_the_tests() -> None:
    assert sorted(example.claim for example in examples()) == sorted(case["claim"] for case in (*CASES, *PLACES))
