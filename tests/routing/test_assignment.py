"""The draw among port prosecutors: fair, without order, and the same when it is done again."""

import hashlib
import hmac
import random

import pytest

from routing import RosterMember, RosterSnapshot, TyingFile, assign, commitment_of
from routing.assignment import draw, places_of

SEED = bytes(range(32))


def a_roster(loads: dict[str, int], *related: TyingFile, **of_member: dict[str, object]) -> RosterSnapshot:
    """`user_2={"absent": True}` says more of `user:2`."""
    more = {name.replace("_", ":"): fields for name, fields in of_member.items()}
    members = tuple(RosterMember(code=code, load=load, **more.get(code, {})) for code, load in loads.items())
    return RosterSnapshot(members=members, related=related)


def number(serial: int) -> str:
    return f"HAV-2026-{serial:06d}"


def test_with_equal_loads_every_prosecutor_is_drawn_as_often_as_chance_has_it():
    roster = a_roster(dict.fromkeys([f"user:{n}" for n in range(11, 19)], 4))
    count = 8000
    drawn = [assign(number(n), SEED, n, roster).prosecutor for n in range(1, count + 1)]

    expected = count / 8
    chi_square = sum((drawn.count(member.code) - expected) ** 2 / expected for member in roster.members)
    # 24.3: seven degrees of freedom, passed by chance once in a thousand.
    assert chi_square < 24.3


def test_each_weight_is_the_chance_that_it_says():
    roster = a_roster({"user:1": 0, "user:2": 3, "user:3": 5})
    count = 12000
    drawn = [assign(number(n), SEED, n, roster).prosecutor for n in range(1, count + 1)]

    weights = {place.code: place.weight for place in places_of(roster)}
    assert weights == {"user:1": 6, "user:2": 3, "user:3": 1}
    chi_square = sum((drawn.count(code) - count * weight / 10) ** 2 / (count * weight / 10) for code, weight in weights.items())
    # 13.8: two degrees of freedom, passed by chance once in a thousand.
    assert chi_square < 13.8


@pytest.mark.parametrize("people", [2, 5, 12])
def test_a_thousand_files_leave_the_loads_close_together(people):
    loads = {f"user:{n}": 0 for n in range(1, people + 1)}
    for n in range(1, 1001):
        given = assign(number(n), SEED, n, a_roster(loads)).prosecutor
        loads[given] += 1

    assert sum(loads.values()) == 1000
    assert max(loads.values()) - min(loads.values()) <= 10


def test_who_comes_back_to_less_work_catches_up():
    loads = {"user:1": 40, "user:2": 40, "user:3": 0}
    for n in range(1, 61):
        loads[assign(number(n), SEED, n, a_roster(loads)).prosecutor] += 1

    assert loads["user:3"] >= 30


def test_order_of_the_roster_changes_nothing():
    loads = {f"user:{n}": n % 4 for n in range(1, 10)}
    roster = a_roster(loads, user_3={"absent": True, "stand_in": "user:7"}, user_5={"recused": "party"})
    shuffler = random.Random(1)
    for n in range(1, 200):
        mixed = list(roster.members)
        shuffler.shuffle(mixed)
        assert assign(number(n), SEED, n, RosterSnapshot(members=tuple(mixed))) == assign(number(n), SEED, n, roster)


def test_prosecutor_of_the_related_file_takes_it_without_a_draw():
    roster = a_roster({"user:1": 0, "user:2": 99}, TyingFile(case_number=number(7), prosecutor="user:2"))
    assigned = assign(number(8), SEED, 1, roster)

    assert (assigned.kind, assigned.prosecutor, assigned.drawn) == ("connexity", "user:2", None)
    assert assigned.ties[0].case_number == number(7)


def test_of_two_related_files_the_oldest_whose_prosecutor_can_take_it_decides():
    ties = (TyingFile(case_number=number(9), prosecutor="user:3"), TyingFile(case_number=number(7), prosecutor="user:2"))
    roster = a_roster({"user:1": 0, "user:2": 0, "user:3": 0}, *ties, user_2={"recused": "party"})
    assigned = assign(number(10), SEED, 1, roster)

    assert assigned.prosecutor == "user:3"
    assert [(tie.case_number, tie.taken_by) for tie in assigned.ties] == [(number(7), None), (number(9), "user:3")]


def test_related_file_of_who_left_the_roster_ties_nobody():
    roster = a_roster({"user:1": 0}, TyingFile(case_number=number(7), prosecutor="user:9"))

    assert assign(number(8), SEED, 1, roster).kind == "draw"


def test_who_is_recused_is_never_drawn_and_the_steps_say_why():
    roster = a_roster({"user:1": 50, "user:2": 0}, user_2={"recused": "company"})
    for n in range(1, 100):
        assigned = assign(number(n), SEED, n, roster)
        assert assigned.prosecutor == "user:1"
    assert [(out.code, out.reason, out.ground) for out in assigned.out] == [("user:2", "recused", "company")]


def test_of_a_sealed_file_only_who_is_named_is_drawn():
    roster = a_roster({"user:1": 50, "user:2": 0}, user_2={"named": False})
    assigned = assign(number(1), SEED, 1, roster)

    assert assigned.prosecutor == "user:1"
    assert assigned.out[0].reason == "notNamed"


def test_stand_in_takes_the_place_of_who_is_absent_under_his_own_load():
    away = {"absent": True, "stand_in": "user:9"}
    roster = a_roster({"user:1": 0, "user:2": 3, "user:9": 5}, user_2=away, user_9={"on_roster": False})
    places = places_of(roster)

    assert [(place.code, place.weight, place.stands_in_for) for place in places] == [("user:1", 6, ()), ("user:9", 1, ("user:2",))]
    kinds = {assign(number(n), SEED, n, roster).prosecutor: assign(number(n), SEED, n, roster).kind for n in range(1, 60)}
    assert kinds == {"user:1": "draw", "user:9": "standIn"}


def test_stand_in_who_is_on_the_roster_himself_has_one_place_only():
    roster = a_roster({"user:1": 0, "user:2": 0}, user_2={"absent": True, "stand_in": "user:1"})

    assert [(place.code, place.first, place.until) for place in places_of(roster)] == [("user:1", 0, 1)]
    assert assign(number(1), SEED, 1, roster).kind == "draw"


def test_stand_in_takes_the_file_that_is_tied_to_one_of_who_is_absent():
    away = {"absent": True, "stand_in": "user:1"}
    roster = a_roster({"user:1": 9, "user:2": 0, "user:3": 0}, TyingFile(case_number=number(7), prosecutor="user:2"), user_2=away)
    assigned = assign(number(8), SEED, 1, roster)

    assert (assigned.kind, assigned.prosecutor, assigned.stands_in_for) == ("standIn", "user:1", "user:2")


@pytest.mark.parametrize("stand_in", [{"absent": True}, {"recused": "party"}, {"named": False}])
def test_stand_in_who_is_out_himself_takes_no_place(stand_in):
    roster = a_roster({"user:1": 0, "user:2": 0, "user:3": 0}, user_2={"absent": True, "stand_in": "user:3"}, user_3=stand_in)

    assert [place.code for place in places_of(roster)] == ["user:1"]


def test_nobody_available_is_told_as_such_and_nobody_is_invented():
    everyone_away = a_roster({"user:1": 0}, user_1={"absent": True})

    assert (assign(number(1), SEED, 1, everyone_away).prosecutor, assign(number(1), SEED, 1, everyone_away).reason) == (
        None,
        "nobodyAvailable",
    )
    assert assign(number(1), SEED, 1, RosterSnapshot(members=())).reason == "emptyRoster"
    assert assign(number(1), None, 0, a_roster({"user:1": 0})).reason == "noSeed"


def test_without_a_seed_connexity_still_assigns():
    roster = a_roster({"user:1": 0}, TyingFile(case_number=number(7), prosecutor="user:1"))

    assert assign(number(8), None, 0, roster).kind == "connexity"


def test_number_drawn_is_what_paper_and_a_hash_give():
    drawn = draw(SEED, 3, number(42), 10)
    by_hand = int(hmac.new(SEED, b"3/HAV-2026-000042", hashlib.sha256).hexdigest(), 16)

    assert drawn.number == by_hand % 10
    assert drawn.message == "3/HAV-2026-000042"


def test_value_above_the_last_whole_multiple_is_drawn_again():
    """With a total of more than half of all values, about every second value lies above it."""
    total = 2**255 + 1
    attempts = {draw(SEED, n, number(n), total).message.count("/") for n in range(1, 40)}

    assert attempts == {1, 2}
    assert all(draw(SEED, n, number(n), total).number < total for n in range(1, 40))


def test_other_seed_other_draw_number_and_other_file_each_change_the_draws():
    roster = a_roster(dict.fromkeys([f"user:{n}" for n in range(1, 9)], 0))

    def drawn(seed: bytes, shift: int, first: int) -> list[str | None]:
        return [assign(number(first + n), seed, n + shift, roster).prosecutor for n in range(1, 40)]

    assert len({tuple(each) for each in (drawn(SEED, 0, 0), drawn(bytes(32), 0, 0), drawn(SEED, 1, 0), drawn(SEED, 0, 1))}) == 4


def test_commitment_tells_nothing_but_fits_its_seed_alone():
    assert commitment_of(SEED) == hashlib.sha256(SEED).digest()
    assert commitment_of(SEED) != commitment_of(bytes(32))
