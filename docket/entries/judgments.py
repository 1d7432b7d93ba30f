"""A judgment, a remedy against it, its finality and what is carried out of it."""

from datetime import date

import msgspec

from docket.entries.entry import Entry
from docket.judgments import Outcome, Party
from docket.life import Move
from docket.transitions import Paper


class JudgmentEntered(Entry, frozen=True, kw_only=True):
    version: int
    judgment: int
    judging_court: str
    pronounced_on: date
    judgment_ecli: str | None
    judgment_number: str | None
    outcomes: tuple[Outcome, ...]
    parties: tuple[Party, ...]
    #: How many were imposed; what they are stays with the judgment.
    penalties: int
    confiscations: int
    bans: int
    #: The judgment that was entered wrong.
    corrects_judgment: int | None
    reason: str | None
    #: The court whose registry entered it.
    registry: str | None
    status_before: str
    status: str
    moves: tuple[Move, ...]
    to_tell: int
    mails: int
    #: Ids of the seized items of which neither it nor a magistrate said anything.
    items_forgotten: tuple[str, ...] = ()


class RemedyLodged(Entry, frozen=True, kw_only=True):
    version: int
    judgment: int
    remedy_id: int
    remedy: str
    party_role: str
    #: Id within the report; empty = the prosecution.
    party: str
    against: tuple[str, ...]
    lodged_on: date
    grievances_on: date | None
    number: str | None
    late: bool
    registry: str | None
    status_before: str
    status: str
    moves: tuple[Move, ...]
    mails: int


class RemedyWaived(Entry, frozen=True, kw_only=True):
    version: int
    judgment: int
    remedy: str
    party_role: str
    party: str
    waived_on: date
    reason: str
    registry: str | None


class RemedyWithdrawn(Entry, frozen=True, kw_only=True):
    version: int
    judgment: int
    remedy_id: int
    remedy: str
    party_role: str
    party: str
    withdrawn_on: date
    reason: str
    registry: str | None


class FinalDay(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    person: str
    offence: str
    final_on: date


class FinalityEstablished(Entry, frozen=True, kw_only=True):
    version: int
    final: tuple[FinalDay, ...]
    #: By the attest of the registry, where the register computes nothing.
    by_attest: bool
    attest: Paper | None
    status_before: str
    status: str
    moves: tuple[Move, ...]
    mails: int


class ExtractSent(Entry, frozen=True, kw_only=True):
    version: int
    judgment: int
    extract: int
    extract_kind: str
    person: str | None
    #: sent or notNeeded.
    extract_state: str
    sent_on: date | None
    reason: str | None
    registry: str | None
    status_before: str
    status: str
    moves: tuple[Move, ...]


class CustodyEnded(Entry, frozen=True, kw_only=True):
    version: int
    judgment: int
    ban: int
    person: str
    custody_ended: str
    ended_on: date
    #: The days of the port ban that follow from it.
    ban_from: date | None
    ban_until: date | None
    registry: str | None
