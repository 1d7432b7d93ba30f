"""Instants in UTC and days in court time: the only caller of datetime.now in the product."""

from datetime import UTC, date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

COURT_ZONE = ZoneInfo("Europe/Brussels")


class Clock(Protocol):
    def now(self) -> datetime: ...


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)


class FixedClock:
    """Stands still until told to move; for tests and replays."""

    def __init__(self, instant: datetime) -> None:
        self.instant = instant

    def now(self) -> datetime:
        return self.instant


def court_day(instant: datetime) -> date:
    """The calendar day of an instant in Europe/Brussels."""
    return instant.astimezone(COURT_ZONE).date()
