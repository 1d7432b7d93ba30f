"""Which seats lost and why, what a person's choice does to them, and what is left without policy."""

from routing import Law, Track, policy_alone, rechosen, route, speaks_for, statute_only, why_beaten
from routing.candidates import MINOR, PERSON, WHY
from routing.rules import NAMED
from routing.wording import WORDINGS
from tests.routing.reports import facts
from tests.routing.test_cases import CASES, POLICIES, answer

INTRUSION = {
    "receivedOn": "2023-06-02",
    "places": [{"id": "p1", "role": "scene", "port": "antwerp", "quay": "1742"}],
    "offences": [{"offence": "portIntrusion", "place": "p1"}],
}


def test_every_reason_why_a_seat_lost_has_its_sentence_and_its_rule(law: Law) -> None:
    told = {one.why for case in CASES for policy in POLICIES for one in answer(case, law, policy).candidates if one.why is not None}

    assert set(WHY) <= NAMED
    assert told <= {*WHY.values(), "placeNotKnown", MINOR, PERSON}
    for wording in WORDINGS.values():
        assert {*WHY.values(), "placeNotKnown", MINOR, PERSON} == set(wording.beaten)


def test_a_person_who_chooses_the_court_of_the_place_leaves_nothing_on_policy_alone(law: Law) -> None:
    decision = route(facts(INTRUSION), law)
    court = "eastFlandersDendermondeCorrectional"
    chosen = (Track(track="ordinary", persons=(), prosecution_office="eastFlandersDendermonde", court=court),)

    assert decision.policy_alone == (0,)
    assert policy_alone(chosen, decision.grounds, law) == ()
    first, *lost = rechosen(decision, chosen, law)
    assert (first.chosen, first.court, first.why) == (True, court, None)
    assert {one.why for one in lost if one.court == "antwerpCorrectional"} == {PERSON}
    assert why_beaten(lost[0], law) == "Een magistraat koos anders."


def test_a_person_who_chooses_a_court_without_any_ground_rests_on_nothing_of_the_law(law: Law) -> None:
    decision = route(facts(INTRUSION), law)
    chosen = (Track(track="ordinary", persons=(), prosecution_office="liege", court="liegeCorrectional"),)
    first = rechosen(decision, chosen, law)[0]

    assert policy_alone(chosen, decision.grounds, law) == (0,)
    assert (first.prosecution_office, first.grounds, first.by_statute) == ("liege", (), False)


def test_a_wrong_division_of_one_court_is_no_incompetence_and_another_level_is(law: Law) -> None:
    report = INTRUSION | {"places": [{"id": "p1", "municipality": "Mechelen", "role": "scene"}]}
    ground = route(facts(report), law).grounds[0]

    assert ground.supports.court == "antwerpMechelenCorrectional"
    assert speaks_for(ground, "antwerpCorrectional", law)
    assert not speaks_for(ground, "youthAntwerpMechelen", law)
    assert not speaks_for(ground, "assizeAntwerp", law)
    assert not speaks_for(ground, "eastFlandersGhentCorrectional", law)


def test_without_policy_the_same_seats_are_left_under_either_policy(law: Law) -> None:
    for case in CASES:
        left = {(one.prosecution_office, one.court) for one in statute_only(answer(case, law, "stroomplan")).candidates}
        other = {(one.prosecution_office, one.court) for one in statute_only(answer(case, law, "enacted")).candidates}

        assert left == other, case["claim"]


def test_seats_that_lost_are_told_once_on_each_track(law: Law) -> None:
    for case in CASES:
        lost = [one for one in answer(case, law, "stroomplan").candidates if not one.chosen]

        assert len(lost) == len({(one.track, one.prosecution_office, one.court) for one in lost})


def test_a_minor_alone_has_each_seat_in_reach_as_one_that_lost(law: Law) -> None:
    person = {"id": "s1", "role": "suspect", "kind": "natural", "count": 1, "minor": True, "residence": {"municipality": "Gent"}}
    decision = route(facts(INTRUSION | {"persons": [person]}), law)
    first, *lost = decision.candidates

    assert (first.court, first.chosen) == ("youthEastFlandersGhent", True)
    assert {(one.track, one.prosecution_office, one.court, one.beaten_by, one.why) for one in lost} == {
        ("youth", "antwerpPort", "antwerpCorrectional", "youth-court-of-residence", "minor"),
        ("youth", "eastFlandersDendermonde", "eastFlandersDendermondeCorrectional", "youth-court-of-residence", "minor"),
        ("youth", "eastFlandersDendermonde", "youthEastFlandersDendermonde", "youth-court-of-residence", "youthResidence"),
    }
    assert [one.court for one in statute_only(decision).candidates] == ["youthEastFlandersGhent"]


def test_a_minor_of_the_place_has_no_youth_court_that_lost(law: Law) -> None:
    person = {"id": "s1", "role": "suspect", "kind": "natural", "count": 1, "minor": True, "residence": {"municipality": "Beveren"}}
    decision = route(facts(INTRUSION | {"persons": [person]}), law)

    assert [one.court for one in decision.candidates if one.court and one.court.startswith("youth")] == ["youthEastFlandersDendermonde"]
