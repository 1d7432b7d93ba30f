"""Turn a decision into sentences that a registrar or a magistrate can read."""

from __future__ import annotations

from typing import Literal

import msgspec

from routing.decision import Decided, Undecided
from routing.law import Law


class Explanation(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    #: two or three sentences, without a fact about a person: for a mail
    short: tuple[str, ...]
    #: why this scope, area, office and court: for the file
    long: tuple[str, ...]
    #: every rule tried, in order
    trace: tuple[str, ...]


def explain(decision: Decided | Undecided, law: Law, language: Literal["nl"] = "nl") -> Explanation:
    """Say in words what was decided and why; pure, from the same data that decided."""
    return Explanation(short=(), long=(), trace=())
