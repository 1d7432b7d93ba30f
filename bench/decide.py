"""Deciding a file with its full trace on one core, against reading the same report from JSON."""

import statistics
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from docket import cases, legislation
from docket.contract import decode_report
from routing import PolicyCode, route

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
ENTERED_ON = date(2026, 1, 1)
ROUNDS = 15
GOAL_US = 150.0
POLICIES: tuple[PolicyCode, ...] = ("stroomplan", "enacted")


def microseconds(action: Callable[[], object], count: int) -> float:
    """For one file: the median of rounds over all of them."""
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        action()
        taken.append((time.perf_counter() - start) * 1_000_000 / count)
    return statistics.median(taken)


def main() -> None:
    law = legislation.load().law
    lines = [line for file in sorted(EXAMPLES.glob("*.jsonl")) for line in file.read_bytes().splitlines() if line.strip()]
    facts = [cases.facts_of(cases.numbered(decode_report(line)), ENTERED_ON) for line in lines]
    reading = microseconds(lambda: [decode_report(line) for line in lines], len(lines))
    for policy in POLICIES:
        steps = sum(len(route(one, law, policy).steps) for one in facts) / len(facts)
        deciding = microseconds(lambda policy=policy: [route(one, law, policy) for one in facts], len(facts))
        verdict = "goal met" if deciding <= GOAL_US else "goal MISSED"
        print(
            f"decide {policy}: {deciding:.0f} µs a file on one core, {steps:.0f} steps in the trace, {len(facts)} files; "
            f"{deciding / reading:.2f} times reading the report from JSON ({reading:.0f} µs); goal {GOAL_US:.0f} µs: {verdict}"
        )


if __name__ == "__main__":
    main()
