"""The rows of dismissal_grounds.toml: for which motives a prosecutor may dismiss, and on which days."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from routing.dated import Row, Source, TitledSource
from routing.decision import Confidence

#: the law or the proof stands in the way; it could be prosecuted and is not
Sort = Literal["technical", "opportunity"]


class GroundVersion(TitledSource, frozen=True, kw_only=True):
    #: of the number; `confidence` is that of the words
    code_confidence: Confidence


class DismissalGround(Row, frozen=True, kw_only=True):
    code: str
    sort: Sort
    version: tuple[GroundVersion, ...]


class DismissalFile(Row, frozen=True, kw_only=True):
    """Both parts are absent from a pack that was stored before this file existed."""

    #: that the prosecutor names a motive
    duty: Source | None = None
    ground: tuple[DismissalGround, ...] = ()


class Motive(msgspec.Struct, frozen=True, kw_only=True):
    """A ground as it is worded on a day."""

    code: str
    sort: Sort
    title_nl: str
    words_confidence: Confidence
    code_confidence: Confidence
    #: the text that the list is from, and since when it is worded so; None = that day is not known
    citation: str
    since: date | None


def motives_on(file: DismissalFile, day: date) -> dict[str, Motive]:
    """What a dismissal of that day may be for, by code."""
    return {
        row.code: Motive(
            code=row.code,
            sort=row.sort,
            title_nl=version.title_nl,
            words_confidence=version.confidence,
            code_confidence=version.code_confidence,
            citation=version.citation,
            since=version.in_force_from,
        )
        for row in file.ground
        for version in row.version
        if version.covers(day)
    }
