"""Which division serves a municipality on a day: codes, names, parts, ended and future codes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from routing.decision import Citation
from routing.words import tokens


class District(msgspec.Struct, frozen=True, kw_only=True):
    """One municipality in one period with one division."""

    nis_code: str
    name_nl: str
    name_fr: str
    #: empty for the municipalities of Brussels
    province: str | None
    arrondissement: str
    division: str
    in_force_from: date
    in_force_until: date | None
    successor: str | None
    citation: Citation


class Town(msgspec.Struct, frozen=True, kw_only=True):
    """What a code, a name and a part of a municipality come to, on all days of an interval."""

    #: None = no such code or name, or more than one division in the interval
    district: District | None
    #: empty, `unknownTown` or `severalDivisions`
    failure: str = ""
    #: the code was not in the table
    unknown_code: bool = False
    #: code, name or part point to different municipalities
    contradicts: bool = False


class Districts(msgspec.Struct, frozen=True, kw_only=True):
    by_code: dict[str, tuple[District, ...]]
    #: name in words -> codes; Dutch names before French names before names of parts
    by_name: dict[tuple[str, ...], tuple[str, ...]]
    #: code -> the code it has become today
    last_code: dict[str, str]

    def codes_named(self, name: str | None) -> tuple[str, ...]:
        return self.by_name.get(tokens(name), ()) if name else ()

    def row_on(self, code: str, day: date) -> District:
        """The row of the day; an ended code follows its successor, a future one stands for its first row."""
        rows = self.by_code[code]
        while (ended := rows[-1].in_force_until) is not None and day >= ended and (successor := rows[-1].successor):
            rows = self.by_code[successor]
        for row in rows:
            if row.in_force_until is None or day < row.in_force_until:
                return row
        return rows[-1]

    def in_force(self, code: str, day: date) -> bool:
        rows = self.by_code[code]
        return rows[0].in_force_from <= day and (rows[-1].in_force_until is None or day < rows[-1].in_force_until)

    def pick(self, codes: tuple[str, ...], day: date) -> str:
        """Of the codes that one name has had, the one in force on the day."""
        return next((code for code in codes if self.in_force(code, day)), codes[0])

    def town(self, code: str | None, name: str | None, part: str | None, first: date, last: date) -> Town:
        named, of_part = self.codes_named(name), self.codes_named(part)
        known = code if code in self.by_code else None
        chosen = known or (self.pick(named, first) if named else None) or (self.pick(of_part, first) if of_part else None)
        unknown_code = code is not None and known is None
        if chosen is None:
            return Town(district=None, failure="unknownTown", unknown_code=unknown_code)
        own = self.last_code[chosen]
        contradicts = any(own not in {self.last_code[other] for other in others} for others in (named, of_part) if others)
        if of_part and not self.in_force(chosen, first):
            former = self.pick(of_part, first)
            if self.in_force(former, first) and self.last_code[former] == own:
                chosen = former
        district, failure = self._on_all_days(chosen, first, last)
        return Town(district=district, failure=failure, unknown_code=unknown_code, contradicts=contradicts)

    def _on_all_days(self, code: str, first: date, last: date) -> tuple[District | None, str]:
        row = opening = self.row_on(code, first)
        while row.in_force_until is not None and row.in_force_until <= last:
            following = self.row_on(row.nis_code, row.in_force_until)
            if following is row:
                break
            row = following
            if row.division != opening.division:
                return None, "severalDivisions"
        return opening, ""


def index_districts(rows: Iterable[District], parts: Iterable[tuple[str, str]]) -> Districts:
    """Index rows that were checked before; `parts` are pairs of a name and the code it stands for."""
    by_code: dict[str, list[District]] = {}
    for row in rows:
        by_code.setdefault(row.nis_code, []).append(row)
    for periods in by_code.values():
        periods.sort(key=lambda row: row.in_force_from)
    by_name: dict[tuple[str, ...], tuple[str, ...]] = {}
    for names in (
        ((row.name_nl, row.nis_code) for periods in by_code.values() for row in periods),
        ((row.name_fr, row.nis_code) for periods in by_code.values() for row in periods),
        parts,
    ):
        layer: dict[tuple[str, ...], list[str]] = {}
        for name, code in names:
            codes = layer.setdefault(tokens(name), [])
            if code not in codes:
                codes.append(code)
        for words, codes in layer.items():
            by_name.setdefault(words, tuple(codes))
    return Districts(
        by_code={code: tuple(periods) for code, periods in by_code.items()},
        by_name=by_name,
        last_code={code: _last(code, by_code) for code in by_code},
    )


def _last(code: str, by_code: dict[str, list[District]]) -> str:
    while (successor := by_code[code][-1].successor) is not None:
        code = successor
    return code
