"""Dates, numbers and lists as a Belgian reader writes them in Dutch."""

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


def listing(items: Iterable[str]) -> str:
    """a, b en c"""
    return format_list(list(items), locale=LOCALE)


def counted(count: int, one: str, several: str) -> str:
    """1 persoon, 5 personen"""
    return f"{number(count)} {one if count == 1 else several}"
