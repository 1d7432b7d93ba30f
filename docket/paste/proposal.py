"""What a finder hands over and what the clerk sees: a value for one field, with its source words."""

import re
import unicodedata
from typing import Literal, NamedTuple

import msgspec

Value = str | int | float | bool
PlaceNameKind = Literal["dock", "lock", "terminal", "street", "village", "municipality", "site", "road", "port", "part", "partOfPort"]


class PlaceName(msgspec.Struct, frozen=True, kw_only=True):
    """One spelling of a name in the gazetteer."""

    text: str
    kind: PlaceNameKind
    #: The form to propose, where the text is another spelling of it.
    value: str | None = None
    #: The port in which it lies.
    port: str | None = None
    #: False where the name alone does not tell a place (a firm with several sites).
    telling: bool = True
    #: Words after which it is an everyday word and no name ("het doel").
    not_after: tuple[str, ...] = ()


class Proposal(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """A value for one field of the registration contract; stored only when a person takes it over."""

    #: Path in the contract; `[]` stands for a row of a list (`places[].quay`).
    field: str
    value: Value
    #: Proposals with the same row belong together in one row of their list; None for a field of the report itself.
    row: str | None
    #: Character offsets in the pasted text, end exclusive, and the words there.
    start: int
    end: int
    words: str
    #: A doubtful one is taken over one by one only, never with "take all".
    doubtful: bool
    #: Why it is proposed, or what to check, in Dutch.
    why: str
    #: The other spans where the text says the same.
    repeats: tuple[tuple[int, int], ...] = ()


class Fact(NamedTuple):
    field: str
    value: Value
    why: str
    doubtful: bool = False
    #: Facts of one find with different parts go into different rows.
    part: int = 0


class Found(NamedTuple):
    """The facts that one stretch of text tells."""

    start: int
    end: int
    facts: tuple[Fact, ...]


def fold(text: str) -> str:
    """Small letters without accents, of the same length, so that offsets stay true."""
    return "".join(_folded(character) for character in text)


def _folded(character: str) -> str:
    if character < "\x80":
        return character.lower()
    if character in "\u2019\u2018":
        return "'"
    if character in "\u2013\u2014\u2011":
        return "-"
    if character in "\u00a0\u202f\u2009":
        return " "
    small = unicodedata.normalize("NFD", character.lower())
    return small[0] if small and (len(small) == 1 or unicodedata.combining(small[1])) else character


SENTENCE_END = re.compile(r"[.!?;](?=\s+[A-Z\"'(]|\s*\n)|\n\s*\n")


def same_sentence(text: str, start: int, end: int) -> bool:
    """Whether no sentence or paragraph ends between two places of the original text."""
    return SENTENCE_END.search(text, start, min(len(text), end + 2)) is None
