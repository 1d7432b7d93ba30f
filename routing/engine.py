"""Decide one file: run the rules in order and record every step."""

from __future__ import annotations

from routing.decision import Decided, PolicyCode, Undecided
from routing.facts import CaseFacts
from routing.law import Law

#: raised with every change that can change an answer
ENGINE_VERSION = "1"


def route(facts: CaseFacts, law: Law, policy: PolicyCode | None = None) -> Decided | Undecided:
    """Say which prosecution office and court the file belongs to, and why; policy None = the one in force."""
    return Undecided(
        scope="unclear",
        port_area=None,
        policy=policy or "stroomplan",
        received_on=facts.received_on,
        received_on_basis=facts.received_on_basis,
        place=None,
        tracks=(),
        grounds=(),
        warnings=(),
        steps=(),
    )
