"""Pieces that came into a file, and the inventory of the file that is made of them and of its own documents; pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Literal

import msgspec

from docket.errors import Issue
from routing import EvidenceFile, Law

#: file = bytes as they were made; scan = a picture of the paper; paper = the register has no bytes of it.
Medium = Literal["file", "scan", "paper"]
#: quarantined = its bytes hold something active, and are served to nobody.
PieceState = Literal["attached", "quarantined", "moved", "withdrawn"]
#: confidential = it is listed with that mark.
Mark = Literal["none", "confidential"]
#: What became of a document of the office after it was issued.
Fate = Literal["replaced", "withdrawn"]
MEDIUMS_NL: Mapping[str, str] = {"file": "digitaal ontvangen", "scan": "gescand van papier", "paper": "alleen op papier"}
STATES_NL: Mapping[str, str] = {
    "attached": "in het dossier",
    "quarantined": "in quarantaine",
    "moved": "verplaatst naar een ander dossier",
    "withdrawn": "ingetrokken",
}
FATES_NL: Mapping[str, str] = {"replaced": "vervangen", "withdrawn": "ingetrokken"}
MARKS_NL: Mapping[str, str] = {"none": "geen", "confidential": "vertrouwelijk"}
#: States in which a piece is part of the file.
IN_FILE: frozenset[PieceState] = frozenset({"attached", "quarantined"})
MOST_PAGES = 100_000
LONGEST_TEXT = 120


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What whoever attaches a piece says of it."""

    #: Id of a [[piece]] of the law data.
    kind: str
    #: The service that made it, e.g. FGP Antwerpen; never a person.
    author: str
    #: The number that it bears.
    number: str | None = None
    notice_number: str | None = None
    #: None = not counted.
    pages: int | None = None
    #: The day that stands on it; None = it bears none.
    dated_on: date | None = None
    medium: Medium
    #: Carton or map (kaft) in which the paper lies.
    folder: str | None = None
    mark: Mark = "none"


class Piece(Said, frozen=True, kw_only=True):
    id: int
    state: PieceState
    #: Of the bytes; None = on paper only.
    sha256: str | None
    media_type: str | None
    size: int | None
    #: Name that the file had where it came from.
    file_name: str | None
    #: Why its bytes are in quarantine.
    faults: tuple[str, ...] = ()
    #: Number of the file that it was moved to, and of the file that it came from.
    moved_to: str | None = None
    moved_from: str | None = None
    #: Why it was moved or withdrawn.
    reason: str | None = None
    entered_at: datetime
    entered_by: str
    closed_at: datetime | None = None
    closed_by: str | None = None

    @property
    def listed(self) -> bool:
        return self.state in IN_FILE

    @property
    def readable(self) -> bool:
        """Are there bytes that may be served?"""
        return self.state == "attached" and self.sha256 is not None


class Issued(msgspec.Struct, frozen=True, kw_only=True):
    """A document of the office itself that is part of the file, also where it was replaced or withdrawn after it was issued."""

    id: int
    #: In Dutch, as the catalogue calls it.
    title_nl: str
    issued_at: datetime
    #: In court time.
    made_on: date
    sha256: str | None
    pages: int | None = None
    fate: Fate | None = None


class InventoryLine(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the inventory of a file: art. 648 Sv."""

    #: From 1 on, without gaps.
    running: int
    #: Of the joined file in which it lies; None = in this one.
    case_number: str | None = None
    day: date | None
    #: Kind of the piece in words.
    kind: str
    author: str
    number: str | None
    notice_number: str | None
    pages: int | None
    folder: str | None
    #: sha256 of the bytes; None = on paper only.
    digital_id: str | None
    mark: Mark
    #: Of a document of the office that was issued and stands no more: it still lies in the file.
    fate: Fate | None = None
    #: One of both.
    piece: int | None = None
    document: int | None = None


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """What a file that was joined to another one brought into its inventory."""

    case_number: str
    #: When it was joined.
    came_at: datetime
    pieces: Sequence[Piece]
    documents: Sequence[Issued]
    office: str


def inventory(
    pieces: Iterable[Piece], documents: Iterable[Issued], law: Law, office: str, parts: Iterable[Part] = ()
) -> tuple[InventoryLine, ...]:
    """
    What lies in the file, in the order in which it came in, so that a later piece renumbers no earlier one.

    `pieces` are those of the open file only: what lies in the confidential file (art. 235ter, § 3 Sv.) is of another kind and never
    comes here. A piece in quarantine lies in the file, so it is listed; one that was moved or withdrawn is not, for it was never of this
    file. A document of the office comes in when it is issued, and stays: who got it has it. `office` = title of the office, which is the
    author of its own documents. `parts` = of files that were joined, which came in when they were.
    """
    rows = [((at, "", at, order), line) for at, order, line in _lines(pieces, documents, law, office, None)]
    for part in parts:
        lines = _lines(part.pieces, part.documents, law, part.office, part.case_number)
        rows += [((part.came_at, part.case_number, at, order), line) for at, order, line in lines]
    rows.sort(key=lambda row: row[0])
    return tuple(msgspec.structs.replace(line, running=number) for number, (_, line) in enumerate(rows, 1))


def _lines(
    pieces: Iterable[Piece], documents: Iterable[Issued], law: Law, office: str, case_number: str | None
) -> Iterator[tuple[datetime, tuple[int, int], InventoryLine]]:
    for piece in pieces:
        if not piece.listed:
            continue
        line = InventoryLine(
            running=0,
            case_number=case_number,
            day=piece.dated_on,
            kind=kind_title(piece.kind, law),
            author=piece.author,
            number=piece.number,
            notice_number=piece.notice_number,
            pages=piece.pages,
            folder=piece.folder,
            digital_id=piece.sha256,
            mark=piece.mark,
            piece=piece.id,
        )
        yield piece.entered_at, (0, piece.id), line
    for one in documents:
        line = InventoryLine(
            running=0,
            case_number=case_number,
            day=one.made_on,
            kind=one.title_nl,
            author=office,
            number=None,
            notice_number=None,
            pages=one.pages,
            folder=None,
            digital_id=one.sha256,
            mark="none",
            fate=one.fate,
            document=one.id,
        )
        yield one.issued_at, (1, one.id), line


def kind_title(kind: str, law: Law) -> str:
    return law.title(f"piece/{kind}") or kind


def said_issues(said: Said, rows: EvidenceFile, today: date, *, has_bytes: bool) -> Iterator[Issue]:
    """Everything that is wrong in what was said of a piece, at once."""
    if said.kind not in {row.id for row in rows.piece}:
        yield Issue(type="invalidInput", name="/kind", detail="Kies de soort van het stuk uit de lijst.", value=said.kind)
    if not said.author.strip():
        yield Issue(
            type="requiredInput", name="/author", detail="Zeg welke dienst het stuk opmaakte, bv. FGP Antwerpen; geen naam van een persoon."
        )
    for name, text in (("author", said.author), ("number", said.number), ("noticeNumber", said.notice_number), ("folder", said.folder)):
        if text is not None and len(text) > LONGEST_TEXT:
            yield Issue(type="outOfRange", name=f"/{name}", detail=f"Hoogstens {LONGEST_TEXT} tekens; kort het in.", value=text[:50])
    if said.pages is not None and not 1 <= said.pages <= MOST_PAGES:
        yield Issue(type="outOfRange", name="/pages", detail="Geef het aantal bladzijden, of laat het leeg.", value=said.pages)
    if said.dated_on is not None and said.dated_on > today:
        detail = "Deze dag ligt in de toekomst; vul de dag in die op het stuk staat, of laat hem leeg."
        yield Issue(type="outOfRange", name="/datedOn", detail=detail, value=str(said.dated_on))
    if has_bytes and said.medium == "paper":
        detail = "Er is een bestand bij, dus is het stuk er niet alleen op papier; kies digitaal of gescand."
        yield Issue(type="invalidInput", name="/medium", detail=detail, value=said.medium)
    if not has_bytes and said.medium != "paper":
        detail = "Er is geen bestand bij; laad het op, of zeg dat het stuk er alleen op papier is."
        yield Issue(type="requiredInput", name="/sha256", detail=detail)
