"""Reports of the contract turned into facts, for the tests of the rules."""

import json
from datetime import date
from typing import Any

import msgspec

from docket.cases import RelatedFile, facts_of, numbered
from docket.contract import decode_report
from routing import CaseFacts, Decision, Law, PolicyCode, route

ENTERED_ON = date(2026, 1, 1)


def facts(report: dict[str, Any], port_crime: dict[str, bool] | None = None) -> CaseFacts:
    """The facts of a report; `port_crime` says of files registered before whether they are port crime."""
    known = port_crime or {}
    named = {row["caseNumber"] for row in report.get("relatedCases") or [] if row.get("caseNumber") in known}
    related = tuple(RelatedFile(named=name, case_number=name, port_crime=known[name]) for name in sorted(named))
    body = {"origin": {"service": "police"}, **report}
    return facts_of(numbered(decode_report(json.dumps(body).encode())), ENTERED_ON, related)


def decide(report: dict[str, Any], law: Law, policy: PolicyCode, port_crime: dict[str, bool] | None = None) -> Decision:
    return route(facts(report, port_crime), law, policy)


def as_json(decision: Decision) -> dict[str, Any]:
    return msgspec.json.decode(msgspec.json.encode(decision))


def shown_tracks(decision: Decision) -> list[str]:
    """`ordinary s1 s2: antwerpPort, antwerpCorrectional`; a dash where none is known yet."""
    return [
        f"{' '.join((track.track, *track.persons))}: {track.prosecution_office or '-'}, {track.court or '-'}" for track in decision.tracks
    ]
