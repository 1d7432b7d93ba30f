"""The rows of requisitions.toml: what a mini-instruction can never ask, and the articles that stand beside a charge."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from routing.dated import Row, Source, Titled, TitledSource
from routing.decision import Confidence

#: the part of a suspect in an offence, and that it was not completed
ArticleCode = Literal["perpetrator", "accomplice", "attempt"]


class ExcludedVersion(TitledSource, frozen=True, kw_only=True):
    """Its words are none of the law, and absent from a pack of before they were kept; how they are written, `says` tells."""

    #: By which the act is called: a text that holds one of them asks for it.
    names_nl: tuple[str, ...] = ()
    #: By which a text may ask for it without its name.
    words_nl: tuple[str, ...] = ()


class ExcludedAct(Row, frozen=True, kw_only=True):
    code: str
    version: tuple[ExcludedVersion, ...]


class ChargeArticle(Titled, frozen=True, kw_only=True):
    code: ArticleCode
    #: for facts before the switch of codes, and since
    before: str
    after: str
    source: str
    confidence: Confidence


class RequisitionsFile(Row, frozen=True, kw_only=True):
    """Every part is absent from a pack that was stored before this file existed."""

    mini_instruction: Source | None = None
    excluded_act: tuple[ExcludedAct, ...] = ()
    article: tuple[ChargeArticle, ...] = ()


def excluded_acts(file: RequisitionsFile, day: date) -> dict[str, ExcludedVersion]:
    """What a mini-instruction of that day can never ask, by code."""
    return {row.code: version for row in file.excluded_act for version in row.version if version.covers(day)}


def says(text: str | None, words: Sequence[str]) -> bool:
    """
    Does a text hold one of these, whatever its capitals and signs?

    Each is the beginning of a word or of several, and a full stop after it is the end of that word; `a|b` is either of them, `a + b`
    both of them wherever they stand.
    """
    told = f" {_spaced(text or '')} "
    return any(all(any(_begins(told, one) for one in part.split("|")) for part in each.split("+")) for each in words)


def _begins(told: str, word: str) -> bool:
    bare = _spaced(word)
    return bool(bare) and f" {bare}{' ' if word.strip().endswith('.') else ''}" in told


def _spaced(text: str) -> str:
    return " ".join("".join(letter if letter.isalnum() else " " for letter in text.casefold()).split())


def charge_articles(file: RequisitionsFile, code: ArticleCode) -> ChargeArticle:
    """Raises LookupError in a law that does not hold it."""
    for row in file.article:
        if row.code == code:
            return row
    raise LookupError(f"requisitions.toml has no article {code!r}")
