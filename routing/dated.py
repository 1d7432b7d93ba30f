"""The shape that every row of a law file shares: strict fields, a period, and what it rests on."""

from __future__ import annotations

from datetime import date

import msgspec

from routing.decision import Confidence


class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The shared shape of every row of a law file."""


class Dated(Row, frozen=True, kw_only=True):
    """In force on [in_force_from, in_force_until); None = open on that side."""

    in_force_from: date | None = None
    in_force_until: date | None = None

    def covers(self, day: date) -> bool:
        return (self.in_force_from is None or self.in_force_from <= day) and (self.in_force_until is None or day < self.in_force_until)


class Source(Dated, frozen=True, kw_only=True):
    citation: str
    #: the same in French and in English; empty = told as it is cited
    citation_fr: str = ""
    citation_en: str = ""
    source: str
    confidence: Confidence
    #: a person compared the row with the official text on that day
    checked_on: date | None = None


class Titled(Row, frozen=True, kw_only=True):
    """Named in each language of the sentences."""

    title_nl: str
    title_fr: str = ""
    title_en: str = ""


class TitledSource(Source, frozen=True, kw_only=True):
    title_nl: str
    title_fr: str = ""
    title_en: str = ""
