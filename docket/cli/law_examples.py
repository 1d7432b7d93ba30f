"""Reads the named examples of the rules (tests/routing/cases) into facts, so that the check of the law can hold them against it."""

import json
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from docket.cases import RelatedFile, facts_of, numbered
from docket.contract import decode_report
from routing import CaseFacts, Limb

CHECKOUT = Path(__file__).resolve().parent.parent.parent
FOLDER = CHECKOUT / "tests" / "routing" / "cases"
#: the day on which an example is entered
ENTERED_ON = date(2026, 1, 1)
#: of a place whose example names no day
DEFAULT_DAY = "2023-06-02"


class Example(msgspec.Struct, frozen=True, kw_only=True):
    claim: str
    facts: CaseFacts


def examples(folder: Path = FOLDER) -> Iterator[Example]:
    """Nothing where the tests are not beside the program."""
    for file in sorted(folder.glob("*.toml")):
        written = tomllib.loads(file.read_text())
        for case in written.get("case", ()):
            yield Example(claim=case["claim"], facts=facts_of_report(report_of(case), **known_of(case)))
        for place in written.get("place", ()):
            report = {"receivedOn": place.get("day", DEFAULT_DAY), "places": [{"id": "p1", "role": "scene", **place["given"]}]}
            yield Example(claim=place["claim"], facts=facts_of_report(report))


def report_of(case: dict[str, Any]) -> dict[str, Any]:
    """The report of an example, in the words of the contract."""
    named = {
        "receivedOn": case.get("received"),
        "seisedOn": case.get("seised"),
        "leadAuthority": case.get("lead"),
        "places": case.get("places", []),
        "offences": case.get("offences", []),
        "persons": [{"role": "suspect", "kind": "natural", "count": 1} | person for person in case.get("persons", ())],
        "relatedCases": case.get("related", []),
    }
    return {name: value for name, value in named.items() if value is not None}


def known_of(case: dict[str, Any]) -> dict[str, Any]:
    """What an example says of files registered before."""
    return {name: case.get(name) for name in ("port_crime", "court_of", "limb_of")}


def facts_of_report(
    report: dict[str, Any],
    port_crime: dict[str, bool] | None = None,
    court_of: dict[str, str] | None = None,
    limb_of: dict[str, Limb] | None = None,
) -> CaseFacts:
    """
    The facts of a report as an example gives them.

    Of files registered before: `port_crime` says what they are, `court_of` which court has a ground there, `limb_of` the limb of the tie.
    """
    known, courts, limbs = port_crime or {}, court_of or {}, limb_of or {}
    named = {row["caseNumber"] for row in report.get("relatedCases") or [] if row.get("caseNumber") in known}
    related = tuple(
        RelatedFile(named=name, case_number=name, port_crime=known[name], court=courts.get(name), limb=limbs.get(name))
        for name in sorted(named)
    )
    body = {"origin": {"service": "police"}, **report}
    return facts_of(numbered(decode_report(json.dumps(body).encode())), ENTERED_ON, related)
