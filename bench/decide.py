"""Deciding a file with all grounds and its full trace on one core, against reading the same report and against a decision-table engine."""

import statistics
import time
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from docket import cases, legislation
from docket.contract import decode_report
from routing import CaseFacts, Law, PolicyCode, route
from routing.reasoning import Charge, Reasoning
from routing.rules import RULES

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
ENTERED_ON = date(2026, 1, 1)
ROUNDS = 15
GOAL_US = 150.0
POLICIES: tuple[PolicyCode, ...] = ("stroomplan", "enacted")
#: the rules that the other engine has as a table, and those that find what they look at
BEFORE = ("place-port-area", "place-territory", "offence-places")
TEN = (
    "core-without-tie",
    "core-handed-over",
    "core-in-port-area",
    "core-declared-tie",
    "core-place-known",
    "neither-list",
    "supporting-without-tie",
    "supporting-declared",
    "supporting-beside-port-crime",
    "supporting-related-file",
)
INPUTS = ("list", "needsTie", "portLink", "handedOver", "listedArea", "placeKnown", "besidePortCrime", "related")
#: the ten rules line by line, the first that fits wins; `core-place-known` has a line for each of its answers
TABLE = (
    ("core-without-tie", {"list": '"core"', "needsTie": "true", "portLink": '"none"'}, "outside"),
    ("core-handed-over", {"list": '"core"', "handedOver": "true"}, "outside"),
    ("core-in-port-area", {"list": '"core"', "listedArea": "true"}, "portCrime"),
    ("core-declared-tie", {"list": '"core"', "portLink": '"declared"'}, "along"),
    ("core-place-known", {"list": '"core"', "placeKnown": "true"}, "outside"),
    ("core-place-known", {"list": '"core"'}, "unclear"),
    ("supporting-declared", {"portLink": '"declared"'}, "along"),
    ("neither-list", {"list": '"neither"'}, "outside"),
    ("supporting-without-tie", {"portLink": '"none"'}, "outside"),
    ("supporting-beside-port-crime", {"besidePortCrime": "true"}, "along"),
    ("supporting-related-file", {"related": "true"}, "along"),
    ("open", {}, "open"),
)


def microseconds(action: Callable[[], object], count: int) -> float:
    """The processor time that one of `count` takes in the fastest round, the one that other work disturbed least."""
    taken = []
    for _ in range(ROUNDS):
        start = time.process_time()
        action()
        taken.append(time.process_time() - start)
    return min(taken) / count * 1e6


def each(action: Callable[[Any], object], these: Iterable[Any]) -> None:
    """One after the other, each result dropped at once, as a service does: the pages of memory of many kept answers are not measured."""
    for one in these:
        action(one)


def main() -> None:
    bodies = [line for file in sorted(EXAMPLES.glob("*.jsonl")) for line in file.read_bytes().splitlines()]
    law = legislation.load().law
    reports = [cases.numbered(decode_report(body)) for body in bodies]
    facts = [cases.facts_of(report, ENTERED_ON, ()) for report in reports]
    reading = microseconds(lambda: each(decode_report, bodies), len(bodies))
    for policy in POLICIES:
        answers = [route(one, law, policy) for one in facts]
        steps, grounds, seats = (
            sum(len(getattr(answer, part)) for answer in answers) / len(answers) for part in ("steps", "grounds", "candidates")
        )
        deciding = microseconds(lambda policy=policy: each(partial(route, law=law, policy=policy), facts), len(facts))
        met = "goal met" if deciding <= GOAL_US else "goal MISSED"
        print(
            f"decide {policy}: {deciding:.0f} µs a file on one core, {steps:.0f} steps in the trace, {grounds:.1f} grounds and "
            f"{seats:.1f} candidates a file, {len(facts)} files; {deciding / reading:.2f} times reading the report from JSON "
            f"({reading:.0f} µs); goal {GOAL_US:.0f} µs: {met}"
        )
    beside_a_table_engine(facts, law)


def beside_a_table_engine(facts: Iterable[CaseFacts], law: Law) -> None:
    """Ten of our rules over each offence with their steps, and the same as a table of zen-engine with its trace."""
    try:
        import zen  # noqa: PLC0415 - not a dependency of the register; the comparison needs it
    except ImportError:
        print("decide: zen-engine is not installed, so ten rules were not compared with it (pip install zen-engine)")
        return
    decision: Any = zen.ZenEngine().create_decision(decision_table())
    files = [one for one in facts if one.offences]
    asked = [inputs_of(run, charge) for run in ready(files, law) for charge in settled(run).charges]
    standing = [charge.standing or "open" for run in ready(files, law) for charge in settled(run).charges]
    traced = [decision.evaluate(one, {"trace": True}) for one in asked]
    said = [answer["result"]["standing"] for answer in traced]
    if said != standing or not all(answer["trace"] for answer in traced):
        different = sum(one != other for one, other in zip(said, standing, strict=True))
        raise SystemExit(f"The table and the rules differ on {different} of {len(said)} offences: nothing is compared.")
    ours, theirs = [], []
    for _ in range(ROUNDS):
        runs = ready(files, law)
        start = time.perf_counter()
        for run in runs:
            settled(run)
        between = time.perf_counter()
        for one in asked:
            decision.evaluate(one, {"trace": True})
        theirs.append(time.perf_counter() - between)
        ours.append(between - start)
    own, other = (statistics.median(taken) / len(asked) * 1e6 for taken in (ours, theirs))
    print(
        f"decide: ten rules over {len(asked)} offences, the same answer to each: ours {own:.1f} µs an offence with every step cited, "
        f"zen-engine with its trace on {other:.1f} µs; {other / own:.1f} times ours"
    )


def ready(files: Iterable[CaseFacts], law: Law) -> list[Reasoning]:
    """Runs in which the places are known and no offence is settled yet."""
    runs = [Reasoning(one, law, "stroomplan", one.received_on) for one in files]
    for run in runs:
        apply(run, BEFORE)
    return runs


def settled(run: Reasoning) -> Reasoning:
    apply(run, TEN)
    return run


def apply(run: Reasoning, rules: tuple[str, ...]) -> None:
    for rule in RULES:
        if rule.id in rules:
            rule.apply(run)


def inputs_of(run: Reasoning, charge: Charge) -> dict[str, Any]:
    """What the ten rules look at, as flat values; `run` is settled."""
    suspects = run.suspects_of(charge.offence)
    return {
        "list": charge.type.list if charge.type is not None else "unnamed",
        "needsTie": charge.type is not None and charge.type.outside_without_tie,
        "portLink": charge.offence.port_link or "silent",
        "handedOver": charge.offence.offence == "portIntrusion"
        and bool(suspects)
        and all(suspect.handed_over_to == "immigrationOffice" for suspect in suspects),
        "listedArea": charge.area is not None and charge.area.listed,
        "placeKnown": charge.known_place is not None,
        "besidePortCrime": any(other.standing == "portCrime" for other in run.charges),
        "related": any(related.port_crime for related in run.facts.related),
    }


def decision_table() -> dict[str, Any]:
    """The table in the format of zen-engine: one input, one table, one output."""
    lines = [
        {"_id": str(at), **{name: told.get(name, "") for name in INPUTS}, "standing": f'"{standing}"', "rule": f'"{rule}"'}
        for at, (rule, told, standing) in enumerate(TABLE)
    ]
    content = {
        "hitPolicy": "first",
        "inputs": [{"id": name, "name": name, "type": "expression", "field": name} for name in INPUTS],
        "outputs": [{"id": name, "name": name, "type": "expression", "field": name} for name in ("standing", "rule")],
        "rules": lines,
    }
    nodes = [
        {"id": "in", "name": "in", "type": "inputNode", "position": {"x": 0, "y": 0}},
        {"id": "table", "name": "table", "type": "decisionTableNode", "position": {"x": 1, "y": 0}, "content": content},
        {"id": "out", "name": "out", "type": "outputNode", "position": {"x": 2, "y": 0}},
    ]
    edges = [{"id": f"{one}-{two}", "type": "edge", "sourceId": one, "targetId": two} for one, two in (("in", "table"), ("table", "out"))]
    return {"nodes": nodes, "edges": edges}


if __name__ == "__main__":
    main()
