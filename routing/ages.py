"""What an interval of birth and an interval of facts tell about an age: under, over, or not told."""

from __future__ import annotations

from calendar import isleap
from datetime import date

from routing.facts import Days

#: under age for certain, of age for certain, or both are possible
MINOR, ADULT, OPEN = "minor", "adult", "open"


def age_at(committed: Days, birth: Days, majority: int, received_on: date) -> str:
    # A report is about what has happened: where nothing bounds the facts, the day of receipt does.
    last = committed.last or received_on
    if birth.first is not None and last < birthday(birth.first, majority):
        return MINOR
    if birth.last is not None and committed.first is not None and committed.first >= birthday(birth.last, majority):
        return ADULT
    return OPEN


def birthday(born: date, years: int) -> date:
    """The day on which he turns that age; who was born on 29 February turns it on 1 March of a year without one."""
    year = born.year + years
    if year > date.max.year:
        return date.max
    if (born.month, born.day) == (2, 29) and not isleap(year):
        return date(year, 3, 1)
    return born.replace(year=year)
