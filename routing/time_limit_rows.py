"""The rows of time_limits.toml: limits with their dated lengths, the events that start them, and the readings they may hang on."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from routing.dated import Row, Source, Titled, TitledSource
from routing.decision import Confidence

Unit = Literal["hour", "day", "workingDay", "month", "year"]
#: the act is done on that day at the latest; a title or a measure ends; not before that day
Says = Literal["lastDay", "expires", "firstDay"]
Rolls = Literal["no", "workingDay", "earlier"]
Direction = Literal["forward", "backward"]
Group = Literal["detention", "summons", "remedies", "settling", "seizure", "inspection", "internal"]
#: whose clock it is
Per = Literal["suspect", "party", "case"]
Residence = Literal["neighbour", "europe", "world"]


class LimitVersion(Source, frozen=True, kw_only=True):
    length: int
    unit: Unit
    #: the limit within whose period it is filed, and without which it does not run
    within: str | None = None


class TimeLimit(Titled, frozen=True, kw_only=True):
    id: str
    #: the short code by which the office knows it
    ref: str
    group: Group
    per: Per
    #: the events that may start it, the usual one first
    anchors: tuple[str, ...]
    says: Says
    rolls: Rolls
    version: tuple[LimitVersion, ...]
    direction: Direction = "forward"
    first_day: Literal["notCounted", "counted"] = "notCounted"
    #: hours that run to the end of the next day
    whole_days: bool = False
    #: art. 55 Ger.W. adds to it
    distance: bool = False
    #: added where the person lives abroad, by its own text
    abroad_days: int = 0
    #: the limit whose expiry starts this one
    after: str | None = None
    dormant: bool = False
    #: ids of [[reading]] that the answer may hang on
    readings: tuple[str, ...] = ()
    remark_nl: str | None = None

    def on(self, day: date) -> LimitVersion | None:
        """The wording in force on the day of the anchor; None = the limit did not exist then."""
        for version in self.version:
            if version.covers(day):
                return version
        return None

    @property
    def in_hours(self) -> bool:
        """Does its clock start at an instant?"""
        if self.whole_days:
            return False
        for version in self.version:  # noqa: SIM110 - asked for every clock; a generator costs five times as much
            if version.unit == "hour":
                return True
        return False


class Anchor(Titled, frozen=True, kw_only=True):
    id: str


class Notice(TitledSource, frozen=True, kw_only=True):
    """How the anchor reached its person."""

    id: str
    #: day one is that many working days after the anchor; 0 = the day after it
    working_days: int


class ServiceHours(Source, frozen=True, kw_only=True):
    """Between these full hours a person may be served anywhere; on closed days only with leave."""

    first_hour: int
    last_hour: int


class Begin(Source, frozen=True, kw_only=True):
    """A limit that an event in the life of a file begins, from the day of its paper."""

    event: str
    limit: str
    anchor: str
    #: only where somebody whom the event is about is held, or nobody is; None = always
    detained: Literal["yes", "no"] | None = None
    #: statuses: it is struck once nobody in the file stands in one of them; empty = it runs out
    stays: frozenset[str] = frozenset()
    #: in Dutch: what to know of the clock before one relies on it
    remark_nl: str


class Suspension(Titled, frozen=True, kw_only=True):
    id: str
    limits: tuple[str, ...]
    citation: str
    source: str
    confidence: Confidence


class Stay(Titled, frozen=True, kw_only=True):
    """What suspends the execution of a judgment."""

    id: str
    ref: str
    during: tuple[str, ...]
    citation: str
    source: str
    confidence: Confidence


class Extension(Titled, frozen=True, kw_only=True):
    id: str
    to: Literal["nextWorkingDay", "byDay"]
    citation: str
    source: str
    confidence: Confidence


class Reading(Row, frozen=True, kw_only=True):
    """Where the texts leave two: the one used, and the one shown beside it."""

    id: str
    number: int
    used_nl: str
    used_fr: str
    used_en: str
    other_nl: str
    other_fr: str
    other_en: str
    citation: str
    source: str
    confidence: Confidence


class CalendarRow(Row, frozen=True, kw_only=True):
    #: as the library of holidays names them in Dutch
    holidays: tuple[str, ...]
    citation: str
    source: str
    confidence: Confidence


class Distance(Row, frozen=True, kw_only=True):
    """Days added for who lives abroad."""

    neighbour: int
    europe: int
    world: int
    #: ISO 3166-1 alpha-2; every other country lies in the rest of the world
    neighbour_countries: frozenset[str]
    europe_countries: frozenset[str]
    citation: str
    source: str
    confidence: Confidence

    def residence(self, country: str) -> Residence:
        if country in self.neighbour_countries:
            return "neighbour"
        return "europe" if country in self.europe_countries else "world"

    def days(self, residence: Residence) -> int:
        return {"neighbour": self.neighbour, "europe": self.europe, "world": self.world}[residence]


class TimeLimitsFile(Row, frozen=True, kw_only=True):
    """Every part is absent from a pack that was stored before this file existed."""

    calendar: CalendarRow | None = None
    distance: Distance | None = None
    anchor: tuple[Anchor, ...] = ()
    notice: tuple[Notice, ...] = ()
    service_hours: tuple[ServiceHours, ...] = ()
    begin: tuple[Begin, ...] = ()
    suspension: tuple[Suspension, ...] = ()
    stay: tuple[Stay, ...] = ()
    extension: tuple[Extension, ...] = ()
    reading: tuple[Reading, ...] = ()
    limit: tuple[TimeLimit, ...] = ()


class TimeLimits(msgspec.Struct, frozen=True, kw_only=True):
    """The same rows by their ids."""

    calendar: CalendarRow | None
    distance: Distance | None
    limits: dict[str, TimeLimit]
    anchors: dict[str, Anchor]
    notices: dict[str, Notice]
    service_hours: tuple[ServiceHours, ...]
    begins: tuple[Begin, ...]
    suspensions: dict[str, Suspension]
    extensions: dict[str, Extension]
    readings: dict[str, Reading]

    @property
    def offered(self) -> tuple[TimeLimit, ...]:
        """The limits that a clock may be started for."""
        return tuple(limit for limit in self.limits.values() if not limit.dormant)

    def served_between(self, day: date) -> ServiceHours | None:
        """The hours of service in force on a day; None = the law data do not tell them."""
        return next((row for row in self.service_hours if row.covers(day)), None)


def time_limits_of(file: TimeLimitsFile) -> TimeLimits:
    """Index rows that were checked before."""
    return TimeLimits(
        calendar=file.calendar,
        distance=file.distance,
        limits={row.id: row for row in file.limit},
        anchors={row.id: row for row in file.anchor},
        notices={row.id: row for row in file.notice},
        service_hours=file.service_hours,
        begins=file.begin,
        suspensions={row.id: row for row in file.suspension},
        extensions={row.id: row for row in file.extension},
        readings={row.id: row for row in file.reading},
    )
