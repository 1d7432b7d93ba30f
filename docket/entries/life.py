"""Where the file stands, and an entry that was made in error."""

from docket.entries.entry import Entry
from docket.life import Move
from docket.transitions import Paper


class StatusChanged(Entry, frozen=True, kw_only=True):
    """What happened in the life of a file, to all of it or to chosen suspects and offences."""

    version: int
    #: A code of docket.transitions.EVENTS.
    event: str
    #: Status of the file before and after.
    status_before: str
    status: str
    moves: tuple[Move, ...]
    reason: str | None
    paper: Paper | None
    #: Code of the motive of a dismissal.
    motive: str | None = None
    #: The file of which this one is a duplicate.
    duplicate_of: str | None = None
    #: The act asked of the investigating judge.
    act: str | None = None
    #: By what the criminal action ended.
    cause: str | None = None
    mails: int = 0


class StandingRestored(Entry, frozen=True, kw_only=True):
    """A magistrate put back where everybody stood before an entry that was made in error."""

    version: int
    #: Number of that entry.
    undone: int
    undone_kind: str
    reason: str
    status_before: str
    status: str
    moves: tuple[Move, ...]


class EntryStruck(Entry, frozen=True, kw_only=True):
    """An earlier entry was made in error; it stays, and what it brought about is not undone by this one."""

    version: int
    #: Its number.
    struck: int
    struck_kind: str
    reason: str
