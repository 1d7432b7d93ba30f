"""The inventory of a criminal file (inventaris van het strafdossier): art. 648 Sv., and art. 430 Sv. for cassation."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from documents import legal
from documents.typed import Line, Short

Occasion = Literal["sending", "cassation"]


class FileInventoryTyped(msgspec.Struct, frozen=True, kw_only=True, rename="camel", forbid_unknown_fields=True):
    occasion: Annotated[Occasion, Meta(title="Waarvoor")] = "sending"
    sent_to: Annotated[Line | None, Meta(title="Voor wie", description="Wie het dossier met deze inventaris krijgt.")] = None
    inquiry_number: Annotated[Short | None, Meta(title="Nummer van het gerechtelijk onderzoek", description="Leeg = niet gekend.")] = None


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """One piece of the open file; None = not known."""

    number: int
    dated_on: str | None
    #: Kind and title.
    what: str
    #: The service that made it.
    author: str | None
    #: Notice number or number of its own.
    reference: str | None
    pages: int | None
    #: Carton or folder.
    folder: str | None
    #: Where its bytes stand, or `alleen op papier`.
    digital: str
    #: `vertrouwelijk voor partijen`; None = an ordinary piece.
    mark: str | None


class FileInventory(msgspec.Struct, frozen=True, kw_only=True):
    law: legal.InternalLaw
    #: Title of the office or registry that makes it.
    office: str
    sent_to: str
    #: `verzending van het dossier`
    occasion: str
    case_number: str
    notice_numbers: tuple[str, ...]
    inquiry_number: str | None
    made_at: str
    pieces: tuple[Piece, ...]
    #: Of the pieces whose pages are known.
    pages: int
    #: How many pieces do not tell their pages.
    without_pages: int


EXAMPLE = FileInventory(
    law=legal.InternalLaw(citation="Art. 648 Sv.", confidence="zeker"),
    office="havenprocureurs bij het parket Antwerpen",
    sent_to="de correctionele rechtbank Antwerpen, afdeling Antwerpen",
    occasion="verzending van het dossier",
    case_number="HAV-2023-000253",
    notice_numbers=(),
    inquiry_number=None,
    made_at="10 november 2023 om 14.20 uur",
    pieces=(
        Piece(
            number=1,
            dated_on="8 april 2023",
            what="proces-verbaal: aanvankelijk proces-verbaal, controle van een touringcar",
            author="scheepvaartpolitie",
            reference=None,
            pages=14,
            folder="kaft 1",
            digital="sha256 9f86d081",
            mark=None,
        ),
        Piece(
            number=2,
            dated_on="9 april 2023",
            what="proces-verbaal: inbeslagneming van 333 kg cocaïne",
            author="scheepvaartpolitie",
            reference=None,
            pages=6,
            folder="kaft 1",
            digital="alleen op papier",
            mark=None,
        ),
        Piece(
            number=3,
            dated_on=None,
            what="brief: vrijgave van de touringcar",
            author=None,
            reference=None,
            pages=None,
            folder=None,
            digital="alleen op papier",
            mark=None,
        ),
    ),
    pages=20,
    without_pages=1,
)
