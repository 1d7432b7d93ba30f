"""The file was offered to another office, or two claim it or refuse it."""

from datetime import date

from docket.entries.entry import Entry
from docket.life import Move


class TransferOffered(Entry, frozen=True, kw_only=True):
    version: int
    to_office: str
    reason: str
    #: Code of the ground, or `other`.
    ground: str
    pieces: tuple[str, ...]
    #: Limits that go on running, each with its day.
    time_limits: tuple[tuple[str, date], ...]
    answer_due_on: date
    documents: tuple[str, ...]


class TransferAccepted(Entry, frozen=True, kw_only=True):
    version: int
    from_office: str
    to_office: str
    reason: str
    mails: int
    moves: tuple[Move, ...] = ()
    #: The last day of the term, which had passed; None = answered in time, or no term was set.
    late_since: date | None = None


class TransferRefused(Entry, frozen=True, kw_only=True):
    version: int
    to_office: str
    reason: str
    late_since: date | None = None


class TransferWithdrawn(Entry, frozen=True, kw_only=True):
    version: int
    to_office: str
    reason: str


class ConflictRaised(Entry, frozen=True, kw_only=True):
    version: int
    conflict: int
    #: positive: both claim the case; negative: both refuse it
    conflict_kind: str
    seats: tuple[str, str]
    #: Who settles it, by which article.
    settled_by: str
    settlers: tuple[str, ...]
    article: str
    ground: str | None
    reason: str


class ConflictSettled(Entry, frozen=True, kw_only=True):
    version: int
    conflict: int
    seats: tuple[str, str]
    settled_by: str
    ruled_on: date
    #: The office or court that has the case from now on.
    designated: str
    ecli: str | None
    reason: str
    #: Number of the decision that follows it; None = the present one stands.
    decision: int | None
    #: The holder changes with it.
    holder: str | None
    documents: tuple[str, ...]
    mails: int
    moves: tuple[Move, ...] = ()


class ConflictWithdrawn(Entry, frozen=True, kw_only=True):
    version: int
    conflict: int
    seats: tuple[str, str]
    reason: str
