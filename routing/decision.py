"""The answer of the router: decided or undecided, with its grounds, warnings and every rule tried."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from routing.facts import ReceivedOnBasis

PolicyCode = Literal["stroomplan", "enacted"]
Scope = Literal["portCrime", "supporting", "outside", "unclear"]
PortArea = Literal["antwerpRightBank", "waasland", "antwerpBankUnknown", "ghent", "zeebrugge", "otherPort", "none"]
TrackCode = Literal["ordinary", "youth"]
StepOutcome = Literal["met", "notMet", "cannotTell", "overridden"]
Confidence = Literal["sure", "likely", "unverified"]
KindOfGround = Literal["statute", "decree", "regulation", "circular", "agreement", "policy"]
#: what fills the slots of a sentence: codes of the law data, ids of the report, numbers, names; never words of a language
Said = dict[str, str | int | tuple[str, ...] | None]


class Part(msgspec.Struct, frozen=True, kw_only=True, rename="camel", gc=False):
    """The shared shape of every part of an answer; a tree without cycles, so the garbage collector need not look at it."""


class UsedFact(Part, frozen=True):
    """A fact that a rule looked at, as written in the report: `places/p1/quay` = `1742`."""

    path: str
    value: str | int | float | bool | None


class Citation(Part, frozen=True, kw_only=True):
    """One version of one item of the law data."""

    #: id of the item in the law data
    item: str
    citation: str
    source: str
    in_force_from: date | None
    #: the first day on which it no longer applies
    in_force_until: date | None
    kind_of_ground: KindOfGround
    confidence: Confidence


class Step(Part, frozen=True, kw_only=True):
    """One rule that was tried, met or not."""

    rule: str
    outcome: StepOutcome
    #: what the rule was tried on: `offences/0`, `places/p1`, `persons/s1`; None = the file
    about: str | None
    #: why, as a code that routing/wording/ has a sentence for
    reason: str
    said: Said = {}
    facts: tuple[UsedFact, ...]
    citations: tuple[Citation, ...]


class Warning(Part, frozen=True, kw_only=True):
    code: str
    said: Said = {}
    rule: str
    #: paths of the facts that are missing or that contradict each other
    facts: tuple[str, ...]


class Supports(Part, frozen=True, kw_only=True):
    """What a ground speaks for."""

    arrondissement: str | None = None
    prosecution_office: str | None = None
    court: str | None = None


class Ground(Part, frozen=True, kw_only=True):
    code: str
    said: Said = {}
    article: str
    source: str
    kind_of_ground: KindOfGround
    confidence: Confidence
    facts: tuple[UsedFact, ...]
    supports: Supports


class Track(Part, frozen=True, kw_only=True):
    track: TrackCode
    #: ids of its suspects, in their order
    persons: tuple[str, ...]
    prosecution_office: str | None
    court: str | None


class Candidate(Part, frozen=True, kw_only=True):
    """One office and court within reach: what speaks for it, and what beat it."""

    track: TrackCode
    prosecution_office: str | None
    court: str | None
    #: ordinals of the grounds of the decision that speak for it, statutory or not; empty = only a rule proposed it
    grounds: tuple[int, ...]
    chosen: bool
    #: it stands by statute alone, whatever the policy; art. 23 Sv. ranks none of these
    by_statute: bool
    #: its court is that of the place of the file
    of_the_place: bool
    #: the rule that beat it, `person` where a person chose otherwise; None = chosen
    beaten_by: str | None
    #: why it was beaten, as a code that routing/wording/ has a sentence for; None = chosen
    why: str | None


class Answer(msgspec.Struct, frozen=True, kw_only=True, rename="camel", tag_field="outcome", gc=False):
    scope: Scope
    port_area: PortArea | None
    policy: PolicyCode
    #: the day whose law was applied unless `as_of` names another, and how it is known
    received_on: date
    received_on_basis: ReceivedOnBasis
    #: id of the place of the file; None = not known
    place: str | None
    tracks: tuple[Track, ...]
    grounds: tuple[Ground, ...]
    warnings: tuple[Warning, ...]
    steps: tuple[Step, ...]
    #: every office and court that a ground or a rule speaks for, the chosen ones first
    candidates: tuple[Candidate, ...] = ()
    #: ordinals of the tracks whose court has no statutory ground recorded
    policy_alone: tuple[int, ...] = ()
    #: the day whose law governed instead of the day of receipt; None = the day of receipt
    as_of: date | None = None


class Decided(Answer, frozen=True, kw_only=True, tag="decided"):
    """At least one track has a prosecution office."""


class Undecided(Answer, frozen=True, kw_only=True, tag="undecided"):
    """No track has a prosecution office: a person decides, with a reason."""


Decision = Decided | Undecided
