"""Reports of the contract turned into facts, for the tests of the rules."""

import json
from datetime import date
from typing import Any

import msgspec

from docket.cases import RelatedFile, facts_of, numbered
from docket.contract import decode_report
from routing import CaseFacts, Decision, Law, Limb, PolicyCode, route, statute_only

ENTERED_ON = date(2026, 1, 1)


def facts(
    report: dict[str, Any],
    port_crime: dict[str, bool] | None = None,
    court_of: dict[str, str] | None = None,
    limb_of: dict[str, Limb] | None = None,
) -> CaseFacts:
    """
    The facts of a report.

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


def decide(
    report: dict[str, Any],
    law: Law,
    policy: PolicyCode,
    port_crime: dict[str, bool] | None = None,
    court_of: dict[str, str] | None = None,
    limb_of: dict[str, Limb] | None = None,
) -> Decision:
    return route(facts(report, port_crime, court_of, limb_of), law, policy)


def as_json(decision: Decision) -> dict[str, Any]:
    return msgspec.json.decode(msgspec.json.encode(decision))


def shown_tracks(decision: Decision) -> list[str]:
    """`ordinary s1 s2: antwerpPort, antwerpCorrectional`; a dash where none is known yet."""
    return [
        f"{' '.join((track.track, *track.persons))}: {track.prosecution_office or '-'}, {track.court or '-'}" for track in decision.tracks
    ]


def shown_grounds(decision: Decision) -> list[str]:
    """`residence: antwerpCorrectional`; a dash where it speaks for nothing that is known."""
    return [f"{ground.code}: {ground.supports.court or ground.supports.prosecution_office or '-'}" for ground in decision.grounds]


def shown_lost(decision: Decision) -> list[str]:
    """`antwerp, antwerpCorrectional: policy-port-office officeByPolicy`."""
    return [
        f"{lost.prosecution_office or '-'}, {lost.court or '-'}: {lost.beaten_by} {lost.why}"
        for lost in decision.candidates
        if not lost.chosen
    ]


def shown_statute(decision: Decision) -> list[str]:
    """What stands by statute alone, with a star at the court of the place of the file."""
    left = statute_only(decision)
    return [
        f"{seat.prosecution_office or '-'}, {seat.court or '-'}{' *' if at == left.of_the_place else ''}"
        for at, seat in enumerate(left.candidates)
    ]
