"""Dates, numbers and lists as a Belgian reader writes them in Dutch."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import lru_cache

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

LOCALE = "nl_BE"


@lru_cache(maxsize=4096)
def day(value: date) -> str:
    """2 juni 2023"""
    return format_date(value, "d MMMM y", locale=LOCALE)


@lru_cache(maxsize=4096)
def partial_day(text: str) -> str:
    """A day, month or year of a report, never made more exact than it is: 2 juni 2023, juni 2023, 2023."""
    match text.split("-"):
        case [year]:
            return year
        case [year, month]:
            return format_date(date(int(year), int(month), 1), "MMMM y", locale=LOCALE)
        case _:
            return day(date.fromisoformat(text))


def period(first: str | None, last: str | None) -> str | None:
    """The first and the last possible day of an offence, as reported; None when nothing was."""
    if first is not None and last is not None and first != last:
        return f"van {partial_day(first)} tot en met {partial_day(last)}"
    if first is not None:
        return _within(first)
    return f"uiterlijk {_within(last)}, begin niet gekend" if last is not None else None


def _within(text: str) -> str:
    return f"{'op' if len(text) == len('2023-06-02') else 'in'} {partial_day(text)}"


def number(value: int | float | Decimal) -> str:
    """2.760 or 772,5; three decimals at most."""
    return format_decimal(value, format="#,##0.###", locale=LOCALE)


def euro(amount: int | float | Decimal) -> str:
    """8.000 euro, 772,50 euro"""
    exact = Decimal(str(amount)).quantize(Decimal("0.01"))
    return f"{format_decimal(exact, format='#,##0' if exact == exact.to_integral_value() else '#,##0.00', locale=LOCALE)} euro"


def cents(count: int) -> str:
    """An amount in euro, of cents."""
    return euro(Decimal(count) / 100)


def listing(items: Iterable[str]) -> str:
    """a, b en c"""
    return format_list(list(items), locale=LOCALE)


def ids(items: Iterable[str]) -> str:
    """s1, s3 en s7 tot en met s300: numbered ids that follow each other are drawn together, four or more at a time."""
    runs: list[list[str]] = []
    for item in items:
        if runs and _follows(runs[-1][-1], item):
            runs[-1].append(item)
        else:
            runs.append([item])
    shortest_run = 4
    drawn = [[f"{run[0]} tot en met {run[-1]}"] if len(run) >= shortest_run else run for run in runs]
    return listing(piece for run in drawn for piece in run)


def _follows(first: str, second: str) -> bool:
    one, other = (re.fullmatch(r"(\D*)([1-9]\d{0,8})", item, re.ASCII) for item in (first, second))
    return one is not None and other is not None and one[1] == other[1] and int(other[2]) == int(one[2]) + 1


def capital(text: str) -> str:
    """With the capital of the start of a sentence."""
    return text[:1].upper() + text[1:]


def counted(count: int, one: str, several: str) -> str:
    """1 persoon, 5 personen"""
    return f"{number(count)} {one if count == 1 else several}"
