"""The legal holidays of Belgium, as the library of holidays gives them and the law data names them."""

from collections.abc import Iterable
from datetime import date
from functools import cache

import holidays

from routing import Calendar, Law

#: Limits of files that are open today and of hearings years ahead; the library computes them in half a second.
FIRST_YEAR, UNTIL_YEAR = 2000, 2080


def calendar_of(law: Law, registry_closed: Iterable[date] = ()) -> Calendar:
    """The calendar by which limits run; in a law without one every day but Saturday and Sunday is a working day."""
    named = law.time_limits.calendar.holidays if law.time_limits.calendar is not None else ()
    return Calendar(
        first_year=FIRST_YEAR, until_year=UNTIL_YEAR, holidays=legal_holidays(frozenset(named)), registry_closed=frozenset(registry_closed)
    )


@cache
def legal_holidays(named: frozenset[str]) -> frozenset[date]:
    """Their days in every year; raises ValueError on a name that the library does not know."""
    found: dict[str, set[date]] = {name: set() for name in named}
    public = holidays.country_holidays("BE", years=range(FIRST_YEAR, UNTIL_YEAR), language="nl")
    for day in public:
        for name in public.get_list(day):
            if name in found:
                found[name].add(day)
    unknown = sorted(name for name, days in found.items() if len(days) != UNTIL_YEAR - FIRST_YEAR)
    if unknown:
        raise ValueError(f"these holidays of time_limits.toml have no day in each year: {', '.join(unknown)}")
    return frozenset().union(*found.values()) if found else frozenset()
