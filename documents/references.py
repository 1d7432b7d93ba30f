"""What the papers of a prosecution office have in common: the block of references at their head, and the counts of a file."""

from datetime import date
from typing import Annotated

import msgspec
from msgspec import Meta

from documents.typed import Line, Short

LINE, TEXT = 200, 4000


class ReferencesTyped(msgspec.Struct, frozen=True, kw_only=True, rename="camel", forbid_unknown_fields=True):
    """What every paper may name and this register does not hold."""

    system_number: Annotated[Short | None, Meta(title="Systeemnummer", description="Leeg: niet gekend.")] = None
    judge_number: Annotated[
        Short | None, Meta(title="Dossiernummer van de onderzoeksrechter", description="Leeg: niet gekend of geen.")
    ] = None
    annexes: Annotated[tuple[Line, ...], Meta(title="Bijlagen", description="Leeg: geen.")] = ()


class References(msgspec.Struct, frozen=True, kw_only=True):
    """The head of a paper: who it is from, by which numbers it is found, and when and with what it was made."""

    #: Title of the office or registry.
    office: str
    #: None = not known, and said so.
    office_address: str | None
    case_number: str
    notice_numbers: tuple[str, ...]
    #: As its maker typed them; None = not known, and said so.
    system_number: str | None
    judge_number: str | None
    made_on: date
    annexes: tuple[str, ...]


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A row of a table; None = not known."""


class Count(Row, frozen=True, kw_only=True):
    #: In the file.
    number: int
    title: str | None
    period: str | None
    place: str | None
    #: Provisions in force at the facts, both where these lie over two codes; empty = none is held.
    articles: tuple[str, ...]


class Addressee(Row, frozen=True, kw_only=True):
    """A person of the file to whom a letter goes."""

    #: His name; of a minor that of who stands for him, and his own designation.
    name: str
    #: `benadeelde persoon 1 (b1)`
    designation: str
    #: Where the letter goes, as its maker typed it.
    address: str
