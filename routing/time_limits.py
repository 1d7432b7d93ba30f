"""When a time limit ends: its last day or instant, the sum that leads there, and the second reading beside it. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from routing.calendar import DAY, Calendar, eve_of_same_day, month_end, next_working, same_day
from routing.decision import Confidence, Part
from routing.law import Law
from routing.time_limit_rows import LimitVersion, Residence, Says, TimeLimit, TimeLimits

COURT_ZONE = ZoneInfo("Europe/Brussels")
HOURS_OF_A_DAY = 24
MONTHS_OF_A_YEAR = 12
#: the surest first
CONFIDENCES: tuple[Confidence, ...] = ("sure", "likely", "unverified")
#: the event of time_limits.toml that nobody brings about on a closed day
SERVICE = "service"
#: readings that hang on how or where somebody was told, for whatever limit
TOLD_BY_POST, TOLD_ABROAD = "ordinaryPost", "serviceAbroad"
_OF_NOTICE: dict[str | None, tuple[str, ...]] = {"post": (TOLD_BY_POST,), "abroad": (TOLD_ABROAD,)}
#: every reading that this module can take the other way; the law data may name no other one
READINGS = frozenset(
    {
        "titleDay",
        "monthEnd",
        "dayOrHours",
        "judgeDecides",
        "clockChange",
        "privateHolder",
        "summonsClear",
        "clearBefore",
        "backwardClosed",
        "chain",
        TOLD_BY_POST,
        TOLD_ABROAD,
        "internalDuty",
        "firstDay",
        "lawOfStart",
    }
)
#: readings that count from the second anchor
_FROM_OTHER_ANCHOR = frozenset({"chain", TOLD_ABROAD, "privateHolder"})
#: readings that move a closed last day on after all
_ROLLS_AFTER_ALL = frozenset({"judgeDecides", "internalDuty"})


class NotThen(ValueError):
    """The limit did not exist on the day of its anchor."""


class NeedsInstant(ValueError):
    """A limit in hours starts at an instant."""


class SumStep(Part, frozen=True, kw_only=True):
    """One line of the sum: a code with its slots; routing.sums has the words."""

    code: str
    #: days and instants as ISO 8601
    said: dict[str, str | int] = msgspec.field(default_factory=dict)


class OtherReading(Part, frozen=True, kw_only=True):
    """What follows where a question of E.3a is read the other way."""

    reading: str
    due_on: date
    due_at: datetime | None = None


class Start(Part, frozen=True, kw_only=True):
    """What started the clock."""

    event: str
    on: date
    #: for limits in hours
    at: datetime | None = None
    #: a row of [[notice]]: how it reached its person
    notice: str | None = None
    #: where he lives, when that is abroad
    residence: Residence | None = None
    #: the second day from which one may count: the unextended expiry, the presentation
    also_on: date | None = None
    #: the second instant: when a private person held the suspect
    also_at: datetime | None = None


class Due(Part, frozen=True, kw_only=True):
    """When a limit ends and why."""

    limit: str
    says: Says
    start: Start
    due_on: date
    #: for limits in hours
    due_at: datetime | None
    #: the last day before it moved past closed days
    unrolled_on: date
    #: the day to act on whichever reading holds: the earliest end, or the latest first day
    alarm_on: date
    alarm_at: datetime | None
    steps: tuple[SumStep, ...]
    other: tuple[OtherReading, ...]
    citation: str
    source: str
    confidence: Confidence


class Standstill(Part, frozen=True, kw_only=True):
    """From that day the clock stood still, until the day on which it ran again."""

    first: date
    until: date

    @property
    def days(self) -> int:
        return max((self.until - self.first).days, 0)


def least_sure(confidences: Sequence[Confidence]) -> Confidence:
    return max(confidences, key=CONFIDENCES.index)


def due(limit: TimeLimit, start: Start, calendar: Calendar, law: Law, *, standstills: tuple[Standstill, ...] = ()) -> Due:
    """
    Compute a limit from its anchor under the wording in force on that day.

    Raises NotThen where no wording was in force, NeedsInstant where a limit in hours has a day only,
    OutsideCalendar for years whose holidays are not known.
    """
    version = limit.on(start.on)
    if version is None:
        raise NotThen(limit.id)
    if limit.in_hours and start.at is None:
        raise NeedsInstant(limit.id)
    rows = law.time_limits
    first = _Run(limit, version, start, calendar, rows, standstills, frozenset()).end()
    other: list[OtherReading] = []
    sureness: list[Confidence] = [version.confidence, *first.sureness]
    for reading in _readings(limit, start):
        end = _otherwise(reading, limit, version, start, calendar, rows, standstills, first)
        if end is not None and (end.on, end.at) != (first.on, first.at):
            other.append(OtherReading(reading=reading, due_on=end.on, due_at=end.at))
            sureness.append(rows.readings[reading].confidence)
    pick: Callable[[Any], Any] = max if limit.says == "firstDay" and limit.direction == "forward" else min
    alarm_on, alarm_at = first.on, first.at
    if other:
        alarm_on = pick([alarm_on, *(one.due_on for one in other)])
        if alarm_at is not None:
            alarm_at = pick([alarm_at, *(one.due_at for one in other if one.due_at is not None)])
    return Due(
        limit=limit.id,
        says=limit.says,
        start=start,
        due_on=first.on,
        due_at=first.at,
        unrolled_on=first.unrolled,
        alarm_on=alarm_on,
        alarm_at=alarm_at,
        steps=tuple(first.steps),
        other=tuple(other),
        citation=version.citation,
        source=version.source,
        confidence=least_sure(sureness),
    )


def extended(answer: Due, extension: str, calendar: Calendar, law: Law, day: date | None = None) -> Due:
    """Move the end on a ground of [[extension]]: to the next working day, or to the day of a ruling, which is not earlier than the end."""
    row = law.time_limits.extensions[extension]
    if row.to == "nextWorkingDay":
        day = next_working(calendar, answer.due_on)
    if day is None or day < answer.due_on:
        raise ValueError(extension)
    step = SumStep(code="extended", said={"ground": extension, "day": day.isoformat()})
    return msgspec.structs.replace(
        answer,
        due_on=day,
        due_at=None,
        unrolled_on=day,
        alarm_on=day,
        alarm_at=None,
        steps=(*answer.steps, step),
        other=(),
        confidence=least_sure([answer.confidence, row.confidence]),
    )


def latest_service(limit: TimeLimit, hearing: date, law: Law, residence: Residence | None = None) -> date:
    """The last day for a service that is to precede a hearing by the full days of a `firstDay` limit: its sum turned round."""
    version = limit.on(hearing)
    if version is None or version.unit != "day":
        raise NotThen(limit.id)
    return hearing - timedelta(days=version.length + _added_days(limit, residence, law.time_limits) + 1)


def serve_by(limit: TimeLimit, hearing: date, calendar: Calendar, law: Law, residence: Residence | None = None) -> date:
    """`latest_service`, or the working day before it where it is closed: nothing is served then without leave (art. 47 Ger.W.)."""
    day = latest_service(limit, hearing, law, residence)
    while SERVICE in limit.anchors and not calendar.is_working_day(day):
        day -= DAY
    return day


def _readings(limit: TimeLimit, start: Start) -> tuple[str, ...]:
    return limit.readings + _OF_NOTICE.get(start.notice, ())


def _otherwise(
    reading: str,
    limit: TimeLimit,
    version: LimitVersion,
    start: Start,
    calendar: Calendar,
    rows: TimeLimits,
    standstills: tuple[Standstill, ...],
    first: _End,
) -> _End | None:
    """The end by the other reading; None where the question does not come up."""
    if reading in _FROM_OTHER_ANCHOR:
        if start.also_on is None and start.also_at is None:
            return None
        start = msgspec.structs.replace(start, on=start.also_on or _court_day(start.also_at), at=start.also_at)
        if limit.in_hours and start.at is None:
            return None
    if reading == "lawOfStart":
        if len(limit.version) == 1:
            return None
        later = limit.on(first.on)
        if later is None or later is version:
            return None
        version = later
    return _Run(limit, version, start, calendar, rows, standstills, frozenset({reading})).end()


def _court_day(instant: datetime | None) -> date:
    if instant is None:
        raise ValueError("neither a day nor an instant")
    return instant.astimezone(COURT_ZONE).date()


def _added_days(limit: TimeLimit, residence: Residence | None, rows: TimeLimits) -> int:
    if residence is None:
        return 0
    return limit.abroad_days + (rows.distance.days(residence) if limit.distance and rows.distance is not None else 0)


class _End(msgspec.Struct, kw_only=True):
    on: date
    at: datetime | None
    unrolled: date
    steps: list[SumStep]
    sureness: list[Confidence]


class _Run:
    """One sum; `otherwise` holds the readings that it takes the other way."""

    def __init__(
        self,
        limit: TimeLimit,
        version: LimitVersion,
        start: Start,
        calendar: Calendar,
        rows: TimeLimits,
        standstills: tuple[Standstill, ...],
        otherwise: frozenset[str],
    ) -> None:
        self.limit = limit
        self.version = version
        self.start = start
        self.calendar = calendar
        self.rows = rows
        self.standstills = standstills
        self.otherwise = otherwise
        self.steps: list[SumStep] = []
        self.sureness: list[Confidence] = []

    def end(self) -> _End:
        if self.start.at is not None and self.limit.in_hours:
            return self._in_hours(self.start.at)
        self._say("starts", event=self.start.event, day=self.start.on)
        return self._backward() if self.limit.direction == "backward" else self._forward()

    def _say(self, code: str, **said: str | int | date | datetime) -> None:
        if self.otherwise:
            # Of another reading only the end is told.
            return
        written: dict[str, Any] = said
        for slot, value in said.items():
            if isinstance(value, date):
                written[slot] = value.isoformat()
        self.steps.append(SumStep(code=code, said=written))

    def _ended(self, on: date, at: datetime | None, unrolled: date) -> _End:
        return _End(on=on, at=at, unrolled=unrolled, steps=self.steps, sureness=self.sureness)

    def _in_hours(self, at: datetime) -> _End:
        back = self.limit.direction == "backward"
        span = timedelta(hours=self.version.length) * (-1 if back else 1)
        at, here = at.astimezone(UTC), at.astimezone(COURT_ZONE)
        self._say("startsAt", event=self.start.event, instant=at)
        self._say("hoursBefore" if back else "hours", count=self.version.length)
        # Within one zone the sum is that of the time on the wall.
        wall = here + span
        if "clockChange" in self.otherwise:
            local, ends = wall, wall.astimezone(UTC)
        else:
            ends = at + span
            local = ends.astimezone(COURT_ZONE)
        if wall.utcoffset() != here.utcoffset():
            self._say("clockChanged", instant=ends)
        if self._stood_still():
            local += timedelta(days=sum(one.days for one in self.standstills))
            ends = local.astimezone(UTC)
        self._say("endsAt", instant=ends)
        on = local.date()
        if "internalDuty" in self.otherwise and self.calendar.closed(on) is not None:
            on = self.calendar.next_open(on)
            return self._ended(on, datetime(on.year, on.month, on.day, 23, 59, tzinfo=COURT_ZONE).astimezone(UTC), on)
        return self._ended(on, ends, on)

    def _forward(self) -> _End:
        first = self._first_day()
        last = self._length(first)
        added = _added_days(self.limit, self.start.residence, self.rows)
        if added and self.start.residence is not None:
            last += timedelta(days=added)
            self._say("distance", count=added, residence=self.start.residence, day=last)
        if self._stood_still():
            last += timedelta(days=sum(one.days for one in self.standstills))
        if self.limit.says == "firstDay":
            if "summonsClear" in self.otherwise:
                self._say("lastDay", day=last)
                return self._ended(last, None, last)
            self._say("lastDay", day=last)
            self._say("notBefore", day=last + DAY)
            return self._ended(last + DAY, None, last + DAY)
        self._say("lastDay", day=last)
        return self._ended(self._rolled(last), None, last)

    def _first_day(self) -> date:
        on = self.start.on
        notice = self.rows.notices.get(self.start.notice or "")
        if notice is not None and notice.working_days:
            self.sureness.append(notice.confidence)
            first = self.calendar.working_days_after(on, notice.working_days)
            first += DAY if TOLD_BY_POST in self.otherwise else timedelta()
            self._say("workingDays", count=notice.working_days, day=first)
            return first
        counted = (self.limit.first_day == "counted") != ("firstDay" in self.otherwise)
        if counted:
            self._say("dayCounts", day=on)
            return on
        self._say("dayAfter", day=on + DAY)
        return on + DAY

    def _length(self, first: date) -> date:
        count, unit = self.version.length, self.version.unit
        if unit == "hour":
            self._say("wholeDays", count=count)
            return first + timedelta(days=count // HOURS_OF_A_DAY - 1)
        self._say("length", count=count, unit=unit)
        if unit == "day":
            return first + timedelta(days=count - 1)
        if unit == "workingDay":
            return self.calendar.working_days_after(first - DAY, count)
        return self._months(first, count * (MONTHS_OF_A_YEAR if unit == "year" else 1))

    def _months(self, first: date, months: int) -> date:
        literal = eve_of_same_day(first, months)
        if self.limit.first_day == "counted" or "monthEnd" not in self.limit.readings:
            return literal
        eve = first - DAY
        numbered = same_day(eve, months) or month_end(eve, months)
        # A title ends on the earlier of the two, so that nobody is held too long; a right of a party runs to the letter.
        used, other = (min(literal, numbered), max(literal, numbered)) if self.limit.says == "expires" else (literal, numbered)
        # Where the day of a title counts, it ends one day earlier.
        return (other if "monthEnd" in self.otherwise else used) - (DAY if "titleDay" in self.otherwise else timedelta())

    def _stood_still(self) -> bool:
        for one in self.standstills:
            self._say("stoodStill", day=one.first, until=one.until, count=one.days)
        return bool(self.standstills)

    def _rolled(self, last: date) -> date:
        rolls = self.limit.rolls == "workingDay" and "dayOrHours" not in self.otherwise
        if not rolls and not self.otherwise & _ROLLS_AFTER_ALL:
            why = self.calendar.closed(last)
            if why is not None:
                self._say("stands", day=last, why=why)
            return last
        while (why := self.calendar.closed(last)) is not None:
            self._closed(last, why)
            last += DAY
            if self.calendar.closed(last) is None:
                self._say("movesOn", day=last)
        return last

    def _closed(self, day: date, why: str) -> None:
        self._say("closed", day=day, why=why)
        if why == "holiday" and self.rows.calendar is not None:
            self.sureness.append(self.rows.calendar.confidence)

    def _backward(self) -> _End:
        on, count = self.start.on, self.version.length
        if self.version.unit == "workingDay":
            last = self.calendar.working_days_before(on, count)
            self._say("workingDaysBefore", count=count, day=last)
            return self._ended(last, None, last)
        clear = "clearBefore" in self.limit.readings and "clearBefore" not in self.otherwise
        last = on - timedelta(days=count + (1 if clear else 0))
        self._say("clearDaysBefore" if clear else "daysBefore", count=count, day=last)
        unrolled = last
        if self.limit.rolls == "earlier" and "backwardClosed" not in self.otherwise:
            while (why := self.calendar.closed(last)) is not None:
                self._closed(last, why)
                last -= DAY
                if self.calendar.closed(last) is None:
                    self._say("movesBack", day=last)
        return self._ended(last, None, unrolled)
