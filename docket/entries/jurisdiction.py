"""Who has the file and before which court it goes."""

from datetime import date

import msgspec

from docket.entries.entry import Entry
from docket.life import Move
from docket.transitions import Paper


class SettledTrack(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    ordinal: int
    before: tuple[str | None, str | None]
    #: Office and court.
    after: tuple[str | None, str | None]


class JurisdictionDecided(Entry, frozen=True, kw_only=True):
    version: int
    reason: str
    decision: int
    tracks: tuple[SettledTrack, ...]
    documents: tuple[str, ...]
    mails: int
    #: Places, in the decision before, of the tracks whose confirmation ended with it.
    confirmations_lapsed: tuple[int, ...] = ()


class DecisionOverridden(Entry, frozen=True, kw_only=True):
    version: int
    reason: str
    decision: int
    tracks: tuple[SettledTrack, ...]
    documents: tuple[str, ...]
    mails: int
    #: Places, in the decision before, of the tracks whose confirmation ended with it.
    confirmations_lapsed: tuple[int, ...] = ()


class DecidedUnderNewLaw(Entry, frozen=True, kw_only=True):
    """An enactment moved the file."""

    version: int
    reason: str
    #: Number of the decision under the new law, and that law.
    decision: int
    law_digest: str
    #: Number of the enactment and its day.
    enactment: int
    in_force_from: date
    #: A person's earlier decision ended with it.
    lapsed: bool
    documents: tuple[str, ...]
    mails: int
    #: Places, in the decision before, of the tracks whose confirmation ended with it.
    confirmations_lapsed: tuple[int, ...] = ()


class CaseReferred(Entry, frozen=True, kw_only=True):
    version: int
    decision: int
    tracks: tuple[int, ...]
    courts: tuple[str, ...]
    mails: int
    #: Who moved from where to where.
    moves: tuple[Move, ...] = ()
    #: What proves it; None before this was asked, and of a direct summons whose paper nobody named.
    paper: Paper | None = None
