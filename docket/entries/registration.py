"""A file came in, its facts changed, or who may read it."""

from docket.changes import Change
from docket.contract import Report
from docket.entries.entry import Entry


class CaseRegistered(Entry, frozen=True, kw_only=True):
    version: int = 1
    decision: int = 1
    sender: str
    external_id: str | None
    #: How the day of receipt is known: reported, reportedPartly or dayOfEntry.
    received_on_basis: str
    #: Kinds of the papers asked for.
    documents: tuple[str, ...]
    mails: int


class FactsAmended(Entry, frozen=True, kw_only=True):
    version: int
    reason: str
    changes: tuple[Change, ...]
    #: Number of the decision on the new facts.
    decision: int
    #: A person's earlier decision ended with it.
    lapsed: bool
    documents: tuple[str, ...]
    mails: int
    #: Places, in the decision before, of the tracks whose confirmation ended with it.
    confirmations_lapsed: tuple[int, ...] = ()
    #: Where the file stands from now on, where that changed with it.
    status: str | None = None


class ReportAdded(Entry, frozen=True, kw_only=True):
    version: int
    sender: str
    #: As it was handed in.
    report: Report
    changes: tuple[Change, ...]
    decision: int
    lapsed: bool
    documents: tuple[str, ...]
    mails: int
    #: Places, in the decision before, of the tracks whose confirmation ended with it.
    confirmations_lapsed: tuple[int, ...] = ()
    #: Where the file stands from now on, where that changed with it.
    status: str | None = None


class ConfidentialitySet(Entry, frozen=True, kw_only=True):
    version: int
    reason: str
    before: str
    after: str
    #: Accounts named on the case from now on.
    named: tuple[int, ...]
