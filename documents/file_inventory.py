"""The inventory of a criminal file (inventaris van het strafdossier): art. 648 Sv., and art. 430 Sv. for cassation."""

from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from documents import legal
from documents.references import References, ReferencesTyped
from documents.typed import Line

Occasion = Literal["sending", "cassation"]


class FileInventoryTyped(ReferencesTyped, frozen=True, kw_only=True):
    occasion: Annotated[Occasion, Meta(title="Waarvoor")] = "sending"
    sent_to: Annotated[Line | None, Meta(title="Voor wie", description="Wie het dossier met deze inventaris krijgt.")] = None


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


class FileInventory(References, frozen=True, kw_only=True):
    law: legal.InternalLaw
    sent_to: str
    #: `verzending van het dossier`
    occasion: str
    made_at: str
    pieces: tuple[Piece, ...]
    #: Of the pieces whose pages are known.
    pages: int
    #: How many pieces do not tell their pages.
    without_pages: int


EXAMPLE = FileInventory(
    law=legal.InternalLaw(citation="Art. 648 Sv.", confidence="zeker"),
    office="havenprocureurs bij het parket Antwerpen",
    office_address=None,
    case_number="HAV-2023-000253",
    notice_numbers=(),
    system_number=None,
    judge_number=None,
    made_on=date(2023, 11, 10),
    annexes=(),
    sent_to="de correctionele rechtbank Antwerpen, afdeling Antwerpen",
    occasion="verzending van het dossier",
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
