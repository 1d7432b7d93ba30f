"""Reported incidents and made-up scenarios with the answers that were worked out by hand."""

import copy
import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from routing import Law, PolicyCode, route, route_untraced
from tests.routing.reports import as_json, decide, facts

HERE = Path(__file__).resolve().parent
POLICIES: tuple[PolicyCode, ...] = ("stroomplan", "enacted")
COMPARED = ("outcome", "scope", "portArea", "tracks")
#: Rows that are not sure and that we answer otherwise, each with the reason why; none today.
ANSWERED_OTHERWISE: dict[str, str] = {}


def rows_of(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / "rows" / f"{name}.jsonl").read_text().splitlines()]


ROWS = {row["id"]: row for name in ("incidents", "scenarios") for row in rows_of(name)}
SURE = [row for row in ROWS.values() if row["confidence"] == "sure"]


def related_port_crime(row: dict[str, Any], law: Law) -> dict[str, bool]:
    """Which of the files that a row names are port crime, decided like the row itself."""
    named = [related["caseNumber"] for related in row["intake"].get("relatedCases") or []]
    return {name: decide(ROWS[name]["intake"], law, "stroomplan").scope == "portCrime" for name in named if name in ROWS}


def differences(row: dict[str, Any], answer: dict[str, Any], policy: str) -> dict[str, Any]:
    expected = (row["expected"] or {}).get(policy)
    if expected is None:
        return {}
    return {name: (answer[name], expected[name]) for name in COMPARED if answer[name] != expected[name]}


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("row", SURE, ids=[row["id"] for row in SURE])
def test_sure_row_is_answered_as_it_was_worked_out(row: dict[str, Any], policy: PolicyCode, law: Law) -> None:
    answer = as_json(decide(row["intake"], law, policy, related_port_crime(row, law)))

    assert differences(row, answer, policy) == {}


@pytest.mark.parametrize("policy", POLICIES)
def test_an_answer_without_its_trace_is_the_same_answer(policy: PolicyCode, law: Law) -> None:
    for row in ROWS.values():
        told = facts(row["intake"], related_port_crime(row, law))
        traced = route(told, law, policy)

        bare = msgspec.structs.replace(traced, steps=(), warnings=(), candidates=())
        assert traced.steps, "a decision always says why"
        assert route_untraced(told, law, policy) == bare, row["id"]


def test_rows_that_are_not_sure_differ_only_where_the_reason_is_listed(law: Law) -> None:
    other = [row for row in ROWS.values() if row["confidence"] != "sure"]
    differing = {
        row["id"]
        for row in other
        for policy in POLICIES
        if differences(row, as_json(decide(row["intake"], law, policy, related_port_crime(row, law))), policy)
    }

    assert differing == set(ANSWERED_OTHERWISE)


def anonymous(row: dict[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """The report without summary and notes, with every id renamed; and the old name of each person."""
    report = copy.deepcopy(row["intake"])
    report["summary"] = None
    places = {place["id"]: f"plaats-{at}" for at, place in enumerate(report["places"])}
    persons = {person["id"]: f"mens-{at}" for at, person in enumerate(report["persons"])}
    report["externalId"] = f"x-{row['id']}-x"
    for place in report["places"]:
        place["id"] = places[place["id"]]
    for offence in report["offences"]:
        offence["note"] = None
        offence["place"] = places.get(offence["place"])
        offence["persons"] = [persons[one] for one in offence["persons"]] if offence["persons"] is not None else None
    for person in report["persons"]:
        person["note"] = None
        person["id"] = persons[person["id"]]
        person["foundAt"] = places.get(person["foundAt"])
    for seizure in report["seizures"]:
        seizure["note"] = None
        seizure["place"] = places.get(seizure["place"])
    for related in report["relatedCases"]:
        related["caseNumber"] = f"x-{related['caseNumber']}-x"
    return report, {new: old for old, new in persons.items()}


@pytest.mark.parametrize("policy", POLICIES)
def test_no_answer_hangs_on_a_summary_a_note_or_an_id(policy: PolicyCode, law: Law) -> None:
    wrong = {}
    for row in SURE:
        report, old_name = anonymous(row)
        known = {f"x-{name}-x": is_port_crime for name, is_port_crime in related_port_crime(row, law).items()}
        answer = as_json(decide(report, law, policy, known))
        for track in answer["tracks"]:
            track["persons"] = [old_name[person] for person in track["persons"]]
        if found := differences(row, answer, policy):
            wrong[row["id"]] = found

    assert wrong == {}


def test_examples_are_the_reports_of_the_rows() -> None:
    for name in ("incidents", "scenarios"):
        lines = (HERE.parents[1] / "examples" / f"{name}.jsonl").read_text().splitlines()

        assert [json.loads(line) for line in lines] == [row["intake"] for row in rows_of(name)]
