"""Promises of the rules over facts made up at random: what order may change, what silence must say, what every route rests on."""

import random
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

import routing
from routing import CaseFacts, Decision, PolicyCode, route, statute_only
from tests.routing.reports import facts as facts_of_report
from tests.routing.test_route import LAW, POLICIES, case_facts, codes, intervals, place_bits, residences
from tests.routing.test_rows import ROWS

policies = st.sampled_from(POLICIES)


def shuffled(rows: tuple[Any, ...], chance: random.Random) -> tuple[Any, ...]:
    mixed = list(rows)
    chance.shuffle(mixed)
    return tuple(mixed)


def but_for_the_listing(decision: Decision) -> Any:
    """The whole answer but for the order in which persons, youth tracks and what is told of each of them are listed."""
    told = msgspec.json.decode(msgspec.json.encode(decision))

    def key(value: Any) -> bytes:
        return msgspec.json.encode(value, order="sorted")

    alone = {at: track for at, track in enumerate(told["tracks"]) if at in told["policyAlone"]}
    for track in told["tracks"]:
        track["persons"].sort()
    for step in told["steps"]:
        step["facts"].sort(key=key)
    told["policyAlone"] = sorted(alone.values(), key=key)
    for listed in ("tracks", "steps", "warnings"):
        told[listed].sort(key=key)
    told["candidates"] = [one for one in told["candidates"] if one["track"] == "ordinary"] + sorted(
        (one for one in told["candidates"] if one["track"] == "youth"), key=key
    )
    return told


@settings(max_examples=200, deadline=None)
@given(case_facts(), st.randoms(use_true_random=False), policies)
def test_the_order_of_persons_and_related_cases_changes_their_listing_only(
    facts: CaseFacts, chance: random.Random, policy: PolicyCode
) -> None:
    mixed = msgspec.structs.replace(facts, suspects=shuffled(facts.suspects, chance), related=shuffled(facts.related, chance))

    assert but_for_the_listing(route(mixed, LAW, policy)) == but_for_the_listing(route(facts, LAW, policy))


def test_the_order_of_seizures_vessels_and_containers_changes_nothing() -> None:
    chance = random.Random(7)
    counted = 0
    for row in ROWS.values():
        report = row["intake"]
        mixed = report | {
            rows: list(shuffled(tuple(report[rows]), chance)) for rows in ("seizures", "vessels", "containers") if report.get(rows)
        }
        counted += mixed != report

        assert msgspec.json.encode(route(facts_of_report(mixed), LAW)) == msgspec.json.encode(route(facts_of_report(report), LAW))
    assert counted > 0


def route_of(decision: Decision) -> Any:
    return decision.scope, decision.port_area, [(track.track, track.prosecution_office, track.court) for track in decision.tracks]


def order_told(decision: Decision) -> bool:
    return any(step.rule == "order-of-the-report" and step.outcome == "met" for step in decision.steps)


@settings(max_examples=200, deadline=None)
@given(case_facts(), st.randoms(use_true_random=False), policies)
def test_where_the_order_of_places_and_offences_decides_the_trace_says_so(
    facts: CaseFacts, chance: random.Random, policy: PolicyCode
) -> None:
    mixed = msgspec.structs.replace(facts, places=shuffled(facts.places, chance), offences=shuffled(facts.offences, chance))
    decision, other = route(facts, LAW, policy), route(mixed, LAW, policy)

    if route_of(decision) != route_of(other):
        assert order_told(decision)
        assert order_told(other)


@settings(max_examples=200, deadline=None)
@given(case_facts(), policies)
def test_no_route_without_a_ground_or_a_policy(facts: CaseFacts, policy: PolicyCode) -> None:
    decision = route(facts, LAW, policy)
    by_policy = {step.rule for step in decision.steps if step.rule.startswith("policy-") and step.outcome == "met"}
    routed = {(track.track, track.prosecution_office, track.court) for track in decision.tracks if track.prosecution_office or track.court}
    chosen = [one for one in decision.candidates if one.chosen]

    assert {(one.track, one.prosecution_office, one.court) for one in chosen} == routed
    for one in chosen:
        assert one.grounds or (one.track == "ordinary" and by_policy), one


@settings(max_examples=200, deadline=None)
@given(case_facts(), policies)
def test_every_seat_in_scope_has_won_or_names_the_rule_that_beat_it(facts: CaseFacts, policy: PolicyCode) -> None:
    decision = route(facts, LAW, policy)
    seats = [(one.track, one.prosecution_office, one.court) for one in decision.candidates if not one.chosen]
    spoken_for = {(ground.supports.prosecution_office, ground.supports.court) for ground in decision.grounds if ground.supports.court}

    assert len(seats) == len(set(seats))
    assert all((one.beaten_by is None) == one.chosen == (one.why is None) for one in decision.candidates)
    if decision.tracks:
        named = {(one.prosecution_office, one.court) for one in decision.candidates}
        assert {seat for seat in spoken_for if LAW.courts[seat[1]].level != "youth"} <= named
    for one in decision.candidates:
        if one.track == "youth" and not one.chosen:
            assert one.beaten_by in ("youth-court-of-residence", "lead-authority")
    for at, track in enumerate(decision.tracks):
        if track.court is not None:
            rests = any(routing.speaks_for(ground, track.court, LAW) for ground in decision.grounds)
            assert (at in decision.policy_alone) == (not rests)
    assert all(one.by_statute for one in statute_only(decision).candidates)


@settings(max_examples=200, deadline=None)
@given(case_facts(), policies, st.dates(routing.CaseFacts(received_on=LAW.era_starts[0]).received_on))
def test_as_of_a_day_is_the_answer_that_receipt_on_that_day_would_have_given(facts: CaseFacts, policy: PolicyCode, day: Any) -> None:
    as_of, received = route(facts, LAW, policy, as_of=day), route(msgspec.structs.replace(facts, received_on=day), LAW, policy)

    if any(suspect.birth is not None for suspect in facts.suspects):
        # The day of receipt also bounds the days of the facts, which no other law moves.
        return
    assert as_of.as_of == day
    assert as_of.received_on == facts.received_on
    assert as_of.tracks == received.tracks
    assert as_of.grounds == received.grounds
    assert as_of.steps == received.steps


FIELDS: dict[str, dict[str, Any]] = {
    "places": place_bits,
    "offences": {
        "offence": codes,
        "attempt": st.booleans(),
        "committed": intervals,
        "place": st.sampled_from(["p0", "p1", "gone"]),
        "port_link": st.sampled_from(["declared", "suspected", "none"]),
    },
    "suspects": {
        "kind": st.sampled_from(["natural", "legal"]),
        "birth": intervals,
        "age": st.integers(12, 60),
        "minor": st.booleans(),
        "residence": residences,
        "registered_seat": residences,
        "found_at": st.sampled_from(["p0", "p1", "gone"]),
        "capacity": st.sampled_from(["magistrate", "police"]),
        "handed_over_to": st.just("immigrationOffice"),
    },
}
JSON = {"birth": "birthDate", "committed": "committedFrom"}
LEADS = ["federalProsecutor", "eppo", "customs", "labourAuditor", "foreign"]


def camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


@st.composite
def added_fact(draw: st.DrawFn) -> tuple[CaseFacts, CaseFacts, str] | None:
    """Facts, the same with one fact more, and its path; None where the draw adds nothing."""
    facts = draw(case_facts())
    kind = draw(st.sampled_from(["places", "offences", "suspects", "file", "row"]))
    if kind == "file":
        name = draw(st.sampled_from(["lead_authority", "seised_on"]))
        value = draw(st.sampled_from(LEADS) if name == "lead_authority" else intervals)
        if getattr(facts, name) is not None or value == routing.Days():
            return None
        return facts, msgspec.structs.replace(facts, **{name: value}), camel(name)
    if kind == "row":
        other = draw(case_facts())
        rows = draw(st.sampled_from(["places", "offences", "suspects"]))
        if not getattr(other, rows):
            return None
        row = getattr(other, rows)[0]
        if rows != "offences":
            row = msgspec.structs.replace(row, id="new")
        path = f"offences/{len(facts.offences)}" if rows == "offences" else f"{'persons' if rows == 'suspects' else rows}/new"
        return facts, msgspec.structs.replace(facts, **{rows: (*getattr(facts, rows), row)}), path
    rows = getattr(facts, kind)
    if not rows:
        return None
    at = draw(st.integers(0, len(rows) - 1))
    name = draw(st.sampled_from(sorted(FIELDS[kind])))
    value = draw(FIELDS[kind][name])
    if getattr(rows[at], name) not in (None, routing.Days()) or value in (None, routing.Days()):
        return None
    changed = (*rows[:at], msgspec.structs.replace(rows[at], **{name: value}), *rows[at + 1 :])
    owner = f"offences/{at}" if kind == "offences" else f"{'persons' if kind == 'suspects' else kind}/{rows[at].id}"
    return facts, msgspec.structs.replace(facts, **{kind: changed}), f"{owner}/{JSON.get(name, camel(name))}"


def silent(decision: Decision) -> bool:
    """Is there no track, or one without an office or without the court that its office brings?"""
    return not decision.tracks or any(
        track.prosecution_office is None or (track.court is None and not LAW.offices[track.prosecution_office].no_court)
        for track in decision.tracks
    )


def names(path: str, added: str) -> bool:
    """A warning names a field by its path, or a row by a path within it; a residence by its fields."""
    return path == added or path.startswith(f"{added}/")


@settings(max_examples=600, deadline=None)
@given(added_fact(), policies)
def test_an_added_fact_that_turns_an_answer_to_silence_is_named_in_a_warning(
    addition: tuple[CaseFacts, CaseFacts, str] | None, policy: PolicyCode
) -> None:
    if addition is None:
        return
    before, after, added = addition
    decision = route(after, LAW, policy)

    if silent(decision) and not silent(route(before, LAW, policy)):
        named = {path for warning in decision.warnings for path in warning.facts}
        assert any(names(path, added) for path in named), (added, sorted(named))
