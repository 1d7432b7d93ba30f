"""What holds for every decision, whatever the file."""

import json
from datetime import date
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import routing
from docket import legislation
from routing import CaseFacts, Decided, Decision, Law, PolicyCode, because, explain, ground_title, message, route
from routing.rules import NAMED, RULES
from tests.routing.reports import facts, shown_grounds
from tests.routing.test_cases import CASES, answer
from tests.routing.test_rows import ROWS

LAW = legislation.load().law
POLICIES: tuple[PolicyCode, ...] = get_args(PolicyCode)

codes = st.sampled_from([*LAW.offences, None])
place_bits = {
    "text": st.sampled_from([None, "kaai 1742", "kaai 869", "Deurganckdok", "haven van Gent", "te Kallo", "doel", "Linkeroever"]),
    "port": st.sampled_from([None, "antwerp", "ghent", "zeebrugge", "other"]),
    "quay": st.sampled_from([None, "999", "1000", "K1742", "x"]),
    "dock": st.sampled_from([None, "Sifferdok", "Churchilldok"]),
    "terminal": st.sampled_from([None, "PSA", "MPET"]),
    "nis_code": st.sampled_from([None, "11002", "11056", "46030", "46003", "44021", "99999", "82003"]),
    "municipality": st.sampled_from([None, "Antwerpen", "Zwijndrecht", "Rotterdam", "Hulshout", "Vilvoorde"]),
    "country": st.sampled_from([None, "BE", "NL"]),
    "latitude": st.sampled_from([None, 51.293, 51.1]),
    "longitude": st.sampled_from([None, 4.26, 3.76]),
    "role": st.sampled_from([None, "scene", "discovery", "arrest", "destination", "linked", "search"]),
}
days = st.dates(date(2005, 1, 1), date(2026, 11, 1))
intervals = st.builds(lambda a, b: routing.Days(first=min(a, b), last=max(a, b)), days, days) | st.just(routing.Days())
residences = st.none() | st.builds(
    routing.Residence, country=place_bits["country"], municipality=place_bits["municipality"], nis_code=place_bits["nis_code"]
)


@st.composite
def case_facts(draw: st.DrawFn) -> CaseFacts:
    places = tuple(draw(st.builds(routing.Place, id=st.just(f"p{at}"), **place_bits)) for at in range(draw(st.integers(0, 3))))
    place_ids = st.sampled_from([None, "gone", *(place.id for place in places)])
    suspects = tuple(
        draw(
            st.builds(
                routing.Suspect,
                id=st.just(f"s{at}"),
                kind=st.sampled_from(["natural", "legal", None]),
                birth=st.none() | intervals,
                age=st.none() | st.integers(12, 60),
                minor=st.sampled_from([None, True, False]),
                residence=residences,
                registered_seat=residences,
                found_at=place_ids,
                capacity=st.sampled_from([None, None, None, "magistrate", "police"]),
                handed_over_to=st.sampled_from([None, "immigrationOffice"]),
            )
        )
        for at in range(draw(st.integers(0, 4)))
    )
    offence = st.builds(
        routing.Offence,
        offence=codes,
        attempt=st.sampled_from([None, True, False]),
        committed=intervals,
        place=place_ids,
        persons=st.none() | st.lists(st.sampled_from(["s0", "s1"]), max_size=2).map(tuple),
        port_link=st.sampled_from([None, "declared", "suspected", "none"]),
    )
    return CaseFacts(
        received_on=draw(days),
        seised_on=draw(st.none() | intervals),
        lead_authority=draw(st.sampled_from([None, None, None, "federalProsecutor", "eppo", "customs", "labourAuditor", "foreign"])),
        places=places,
        offences=tuple(draw(st.lists(offence, max_size=3))),
        suspects=suspects,
        related=tuple(
            draw(
                st.lists(
                    st.builds(
                        routing.RelatedCase,
                        number=st.just("A"),
                        ground=st.sampled_from([None, "sameFacts", "priorConcert", "sameGoods"]),
                        limb=st.sampled_from([None, None, "3", "indivisible"]),
                        port_crime=st.sampled_from([None, True, False]),
                        court=st.just("antwerpCorrectional"),
                    ),
                    max_size=2,
                )
            )
        ),
    )


def check_shape(facts: CaseFacts, decision: Decision) -> None:
    """What no answer may ever break."""
    tracks = decision.tracks
    assert isinstance(decision, Decided) == any(track.prosecution_office is not None for track in tracks)
    assert [track.track for track in tracks] == sorted((track.track for track in tracks), key=("ordinary", "youth").index)
    assert {step.rule for step in decision.steps} == NAMED
    assert all(step.citations for step in decision.steps)
    assert not [step for step in decision.steps if because(step, LAW) == step.reason]
    assert not [warning for warning in decision.warnings if message(warning, LAW) == warning.code]
    assert not [ground for ground in decision.grounds if ground_title(ground, LAW) == ground.code]
    if decision.scope == "unclear":
        assert len(tracks) == (facts.lead_authority is not None)
    else:
        assert {person for track in tracks for person in track.persons} == {suspect.id for suspect in facts.suspects}
    for track in tracks:
        office = LAW.offices.get(track.prosecution_office or "")
        assert track.prosecution_office is None or office is not None
        assert track.court is None or track.court in LAW.courts
        assert not (office is not None and office.no_court and track.court is not None)
        if track.court is not None:
            assert (LAW.courts[track.court].level == "youth") == (track.track == "youth")
    assert not any(warning.code == "rulesInConflict" for warning in decision.warnings)
    if not tracks or any(track.prosecution_office is None for track in tracks):
        assert decision.warnings, "an open answer names what is missing"


@settings(max_examples=400, deadline=None)
@given(case_facts(), st.sampled_from(POLICIES))
def test_any_facts_get_a_sound_answer(facts: CaseFacts, policy: PolicyCode) -> None:
    decision = route(facts, LAW, policy)

    check_shape(facts, decision)


@settings(max_examples=150, deadline=None)
@given(case_facts(), st.sampled_from(POLICIES))
def test_same_facts_give_the_same_bytes(facts: CaseFacts, policy: PolicyCode) -> None:
    stored = msgspec.json.decode(msgspec.json.encode(facts), type=CaseFacts)
    once, again = route(facts, LAW, policy), route(stored, LAW, policy)

    assert msgspec.json.encode(once) == msgspec.json.encode(again)
    assert msgspec.json.decode(msgspec.json.encode(once), type=routing.Decision) == once


@settings(max_examples=150, deadline=None)
@given(case_facts(), st.randoms(use_true_random=False), st.sampled_from(POLICIES))
def test_order_of_persons_and_related_cases_changes_no_office_and_no_court(facts: CaseFacts, chance: Any, policy: PolicyCode) -> None:
    suspects, related = list(facts.suspects), list(facts.related)
    chance.shuffle(suspects)
    chance.shuffle(related)
    shuffled = msgspec.structs.replace(facts, suspects=tuple(suspects), related=tuple(related))

    def answered(decision: Decision) -> object:
        tracks = {(t.track, frozenset(t.persons), t.prosecution_office, t.court) for t in decision.tracks}
        return decision.scope, decision.port_area, decision.place, tracks, {ground.code for ground in decision.grounds}

    assert answered(route(shuffled, LAW, policy)) == answered(route(facts, LAW, policy))


def test_register_decides_by_the_policy_in_use(law: Law) -> None:
    facts_of_a_file = CaseFacts(received_on=date(2022, 1, 1))

    assert law.policy_in_use == "stroomplan"
    assert route(facts_of_a_file, law).policy == "stroomplan"


def test_every_rule_is_met_and_not_met_by_a_named_claim(law: Law) -> None:
    outcomes: dict[str, set[str]] = {}
    for case in CASES:
        for policy in POLICIES:
            for step in answer(case, law, policy).steps:
                outcomes.setdefault(step.rule, set()).add(step.outcome)

    assert {rule for rule in NAMED if "met" not in outcomes[rule]} == set()
    assert {rule for rule in NAMED if not outcomes[rule] & {"notMet", "cannotTell"}} == set()


def test_rules_stand_once_and_override_only_rules_before_them() -> None:
    ids = [rule.id for rule in RULES]

    assert len(ids) == len(set(ids))
    for at, rule in enumerate(RULES):
        assert set(rule.overrides) <= set(ids[:at])


def test_example_of_the_contract_has_no_ground_for_its_court_and_rests_on_policy_alone(law: Law) -> None:
    report = {
        "receivedOn": "2023-06-02",
        "places": [{"id": "p1", "role": "scene", "port": "antwerp", "quay": "1742", "nisCode": "46003"}],
        "offences": [{"offence": "portIntrusion", "committedFrom": "2023-05-26", "committedUntil": "2023-05-27", "place": "p1"}],
        "persons": [
            {"id": "s1", "role": "suspect", "kind": "natural", "minor": True, "residence": {"country": "NL"}, "foundAt": "p1"},
            {"id": "s2", "role": "suspect", "kind": "natural", "count": 5, "minor": False, "foundAt": "p1"},
        ],
    }
    decision = route(facts(report), law)

    assert shown_grounds(decision) == [
        "place-of-offence: eastFlandersDendermondeCorrectional",
        "found: eastFlandersDendermondeCorrectional",
        "youth-court-of-residence: youthEastFlandersDendermonde",
    ]
    assert decision.policy_alone == (0,)
    assert [warning.code for warning in decision.warnings] == ["policyAlone"]


@pytest.mark.parametrize("policy", POLICIES)
def test_a_rule_whose_answer_another_replaced_is_told_as_overridden(policy: PolicyCode, law: Law) -> None:
    row = ROWS["scn-072"]
    steps = {step.rule: step.outcome for step in route(facts(row["intake"]), law, policy).steps}

    assert steps["territory-of-the-place"] == "overridden"
    assert steps["policy-port-office"] == "met"
    assert steps["murder-assize"] == "met"
    assert steps["policy-court"] == "overridden"


def test_quay_tells_its_dock_only_where_one_row_of_the_best_confidence_names_it(law: Law) -> None:
    gazetteer = law.on(date(2023, 1, 1)).gazetteer

    assert gazetteer.quay_dock(1742) == ("Deurganckdok", ())
    assert gazetteer.quay_dock(188) == ("Derde Havendok", ())
    assert gazetteer.quay_dock(1624) == ("Deurganckdok", ())
    assert gazetteer.quay_dock(1050) == (None, ("Noordelijk Insteekdok", "Zuidelijk Insteekdok"))
    assert gazetteer.quay_dock(999) == (None, ())


def test_sentences_name_scope_office_and_court_of_every_row(law: Law) -> None:
    for row in ROWS.values():
        decision = route(facts(row["intake"]), law)
        told = explain(decision, law)
        words = " ".join(told.long)

        assert len(told.trace) == len(decision.steps)
        for track in decision.tracks:
            for code in (track.prosecution_office, track.court):
                assert code is None or str(law.title(code)) in words
        assert "None" not in " ".join((*told.short, *told.long, *told.trace))


def test_words_for_a_mail_hold_nothing_of_persons_and_places(law: Law) -> None:
    for row in ROWS.values():
        told = " ".join(explain(route(facts(row["intake"]), law), law).short)

        for person in row["intake"]["persons"]:
            assert f" {person['id']}" not in told
        for place in row["intake"]["places"]:
            for name in ("quay", "dock", "terminal", "subMunicipality"):
                assert place[name] is None or place[name] not in told


def test_hand_made_examples_are_reports_of_the_contract_and_go_where_they_are_meant_to(law: Law) -> None:
    folder = Path(__file__).resolve().parents[2] / "examples"
    told = []
    for file in sorted(folder.glob("hand_made*.jsonl")):
        for line in file.read_text().splitlines():
            decision = route(facts(json.loads(line)), law)
            told.append((file.stem, decision.scope, decision.port_area, [track.prosecution_office for track in decision.tracks]))

    assert told == [
        ("hand_made", "portCrime", "waasland", ["antwerpPort"]),
        ("hand_made", "portCrime", "antwerpRightBank", ["antwerpPort"]),
        ("hand_made", "portCrime", "waasland", ["antwerpPort"]),
        ("hand_made", "portCrime", "ghent", ["antwerpPort"]),
        ("hand_made_empty", "unclear", None, []),
    ]


def test_a_birth_at_the_end_of_the_calendar_is_routed(law: Law) -> None:
    report = {
        "persons": [{"id": "s1", "role": "suspect", "kind": "natural", "birthDate": "9999-12-31"}],
        "offences": [{"offence": "theft", "portLink": "declared"}],
    }

    assert [track.track for track in route(facts(report), law).tracks] == ["youth"]
