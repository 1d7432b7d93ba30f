"""The file was linked, joined or split, or was none of these."""

from docket.changes import Change
from docket.entries.entry import Entry


class CasesLinked(Entry, frozen=True, kw_only=True):
    version: int
    #: The number of the other file.
    other: str
    ground: str
    limb: str | None
    reason: str
    decision: int
    lapsed: bool
    documents: tuple[str, ...]
    mails: int
    #: Where the file stands from now on, where that changed with it.
    status: str | None = None


class CasesUnlinked(Entry, frozen=True, kw_only=True):
    version: int
    other: str
    reason: str
    decision: int
    lapsed: bool
    documents: tuple[str, ...]
    mails: int
    #: Where the file stands from now on, where that changed with it.
    status: str | None = None


class CasesJoined(Entry, frozen=True, kw_only=True):
    """In the file that goes on."""

    version: int
    #: The numbers of the files that were joined into it.
    others: tuple[str, ...]
    ground: str
    limb: str
    reason: str
    changes: tuple[Change, ...]
    decision: int
    lapsed: bool
    documents: tuple[str, ...]
    mails: int
    #: Where the file stands from now on, where that changed with it.
    status: str | None = None


class JoinedInto(Entry, frozen=True, kw_only=True):
    """In a file whose work goes on in another one."""

    version: int
    other: str
    ground: str
    limb: str
    reason: str
    mails: int


class JoinderUndone(Entry, frozen=True, kw_only=True):
    """In both files."""

    version: int
    other: str
    reason: str
    changes: tuple[Change, ...]
    decision: int
    lapsed: bool
    documents: tuple[str, ...]
    mails: int
    #: Where the file stands from now on, where that changed with it.
    status: str | None = None


class CaseSplit(Entry, frozen=True, kw_only=True):
    """In the file that others left."""

    version: int
    other: str
    ground: str
    limb: str | None
    reason: str
    #: Ids of the rows that left, and of those that stand in both files.
    left: tuple[str, ...]
    both: tuple[str, ...]
    changes: tuple[Change, ...]
    decision: int
    lapsed: bool
    documents: tuple[str, ...]
    mails: int
    #: Where the file stands from now on, where that changed with it.
    status: str | None = None


class CaseSplitOff(Entry, frozen=True, kw_only=True):
    """The first entry of the file that came of it."""

    version: int = 1
    decision: int = 1
    other: str
    ground: str
    limb: str | None
    reason: str
    left: tuple[str, ...]
    both: tuple[str, ...]
    documents: tuple[str, ...]
    mails: int
    #: Where it stands, as it stood in the file that it came from, and its suspects where they part ways.
    status: str | None = None
    positions: tuple[tuple[str, str, str], ...] = ()


class CandidateDismissed(Entry, frozen=True, kw_only=True):
    version: int
    other: str
    reason: str
