"""Working days: which days are closed, from a set of legal holidays and of closing days that is handed in."""

from __future__ import annotations

from calendar import isleap
from datetime import date, timedelta
from typing import Literal

import msgspec

DAY = timedelta(days=1)
SATURDAY, SUNDAY = 5, 6
FEBRUARY = 2
#: of the months of a common year
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

#: why a day is closed
Closed = Literal["saturday", "sunday", "holiday", "registryClosed"]


class OutsideCalendar(ValueError):
    """A day lies outside the years whose legal holidays were handed in."""


class Calendar(msgspec.Struct, frozen=True, kw_only=True):
    """The legal holidays of the years [first_year, until_year), and the days on which one registry is closed besides."""

    first_year: int
    #: not included
    until_year: int
    holidays: frozenset[date]
    registry_closed: frozenset[date] = frozenset()

    def closed(self, day: date) -> Closed | None:
        """Why acts are not received on that day; raises OutsideCalendar where the holidays of its year are not known."""
        if not self.first_year <= day.year < self.until_year:
            raise OutsideCalendar(f"no legal holidays are known for {day.year}")
        if day.weekday() in (SATURDAY, SUNDAY):
            return "saturday" if day.weekday() == SATURDAY else "sunday"
        if day in self.holidays:
            return "holiday"
        return "registryClosed" if day in self.registry_closed else None

    def is_working_day(self, day: date) -> bool:
        """For acts in general: a registry that closes does not make a day a legal holiday."""
        return self.closed(day) in (None, "registryClosed")

    def next_open(self, day: date) -> date:
        """That day, or the first one after it on which the registry receives acts."""
        while self.closed(day) is not None:
            day += DAY
        return day

    def previous_open(self, day: date) -> date:
        while self.closed(day) is not None:
            day -= DAY
        return day

    def working_days_after(self, day: date, count: int) -> date:
        """The working day that many working days after it."""
        for _ in range(count):
            day = next_working(self, day)
        return day

    def working_days_before(self, day: date, count: int) -> date:
        for _ in range(count):
            day -= DAY
            while not self.is_working_day(day):
                day -= DAY
        return day


def next_working(calendar: Calendar, day: date) -> date:
    day += DAY
    while not calendar.is_working_day(day):
        day += DAY
    return day


def same_day(day: date, months: int) -> date | None:
    """The day of the same number so many months later, or earlier; None where that month has no such day."""
    year, month = _month(day, months)
    return date(year, month, day.day) if day.day <= _days_of(year, month) else None


def month_end(day: date, months: int) -> date:
    """The last day of the month so many months later."""
    year, month = _month(day, months)
    return date(year, month, _days_of(year, month))


def eve_of_same_day(day: date, months: int) -> date:
    """Art. 54 Ger.W.: from the Nth to the eve of the Nth; to the end of a month that has no Nth."""
    found = same_day(day, months)
    return month_end(day, months) if found is None else found - DAY


def _days_of(year: int, month: int) -> int:
    return 29 if month == FEBRUARY and isleap(year) else _DAYS[month - 1]


def _month(day: date, months: int) -> tuple[int, int]:
    count = day.year * 12 + day.month - 1 + months
    return count // 12, count % 12 + 1
