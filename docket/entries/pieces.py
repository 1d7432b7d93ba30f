"""A piece came into the file or left it."""

from datetime import date

from docket.entries.entry import Entry


class PieceAttached(Entry, frozen=True, kw_only=True):
    """Of the open file; what comes into the confidential one is told by ConfidentialPartChanged alone."""

    version: int
    piece: int
    piece_kind: str
    #: The service that made it.
    piece_author: str
    piece_number: str | None
    piece_notice_number: str | None
    piece_pages: int | None
    piece_dated_on: date | None
    #: file, scan or paper
    medium: str
    mark: str
    #: Of the bytes; None = on paper only.
    sha256: str | None
    #: Why its bytes are in quarantine; empty = they are not.
    quarantine: tuple[str, ...] = ()
    #: It was said that the same bytes are in the file on purpose.
    same_bytes_confirmed: bool = False
    #: The file from which it was moved here.
    moved_from: str | None = None
    reason: str | None = None


class PieceMoved(Entry, frozen=True, kw_only=True):
    """In the file that it left; the other one has a PieceAttached."""

    version: int
    piece: int
    piece_kind: str
    piece_number: str | None
    sha256: str | None
    moved_to: str
    reason: str


class PieceWithdrawn(Entry, frozen=True, kw_only=True):
    version: int
    piece: int
    piece_kind: str
    piece_number: str | None
    sha256: str | None
    reason: str


class ConfidentialPartChanged(Entry, frozen=True, kw_only=True):
    """A magistrate changed the confidential file (art. 235ter, par. 3 Sv.); what, when and why stands there alone."""

    version: int
