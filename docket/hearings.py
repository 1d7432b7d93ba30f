"""Chambers, sittings and hearings, and which days are lawful for one; pure."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Literal

import msgspec

from docket.clock import COURT_ZONE
from docket.contacts import DETAINED
from docket.contract import Person, Report
from docket.errors import StateForbids
from docket.time_limits import Clock
from docket.working_days import calendar_of
from routing import SERVICE, Calendar, Decision, Due, Law, Start, Track, due

HearingKind = Literal["correctional", "raadkamer", "appeal", "youth", "assizes"]
#: Rows of time_limits.toml by which a hearing is called: an ordinary summons, one of a detained suspect or with leave, a police record.
SummonsCode = Literal["summons", "summonsDetained", "recordNotBefore"]
HearingState = Literal["set", "cancelled"]
#: By which summons a chamber of each kind may be called; the others have no summons in the law data, but other terms.
SUMMONS: dict[HearingKind, tuple[SummonsCode, ...]] = {
    "correctional": ("summons", "summonsDetained", "recordNotBefore"),
    "raadkamer": (),
    "appeal": (),
    "youth": (),
    "assizes": (),
}
#: The last day of a summons by police record.
_NOT_AFTER = "recordNotAfter"
#: Of the notice before the procedure is settled, where nobody is detained.
SETTLING = "settlingFile"
#: Of the first hearing after an opposition, and for a suspect who is detained.
OPPOSED, OPPOSED_DETAINED = "oppositionHearing", "oppositionHearingDetained"
#: Limits that bound the day of a hearing from the clock that was started for them.
BY_CLOCK = ("pleaNotBefore", "pleaNotAfter")
_NO_TERM = (
    "Het geldend recht van dit register kent deze dagvaardingstermijn nog niet, zodat de eerste wettige dag niet te berekenen is. "
    "Twee magistraten kunnen het ontwerp met de termijnen in werking stellen op /recht/simulatie."
)
#: How far ahead days are proposed.
HORIZON = timedelta(days=400)


class ChamberSaid(msgspec.Struct, frozen=True, kw_only=True):
    court: str
    #: As the court calls it, e.g. AC4.
    name: str
    kind: HearingKind
    #: ISO weekdays, 1 = Monday.
    weekdays: tuple[int, ...]
    #: In court time.
    starts_at: time
    #: Files a sitting.
    capacity: int


class Chamber(ChamberSaid, frozen=True, kw_only=True):
    id: int
    version: int
    closed_at: datetime | None = None


class Sitting(msgspec.Struct, frozen=True, kw_only=True):
    """A day of a chamber with how many files it has; `capacity` 0 = it does not sit."""

    chamber_id: int
    day: date
    starts_at: time
    capacity: int
    kind: HearingKind
    booked: int

    @property
    def left(self) -> int:
        return max(self.capacity - self.booked, 0)


class Hearing(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    chamber_id: int
    court: str
    chamber: str
    kind: HearingKind
    starts_at: datetime
    summons: SummonsCode | None
    served_on: date | None
    first_lawful_on: date | None
    overbooked: str | None
    state: HearingState
    sequence: int
    uid: str
    reason: str
    set_at: datetime
    set_by: str
    changed_at: datetime | None
    changed_by: str | None
    change_reason: str | None
    #: Suspects whose tracks lead to other courts than this one.
    elsewhere: Sequence[str] = ()

    @property
    def day(self) -> date:
        return self.starts_at.astimezone(COURT_ZONE).date()


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """Between which days a hearing may be; `sums` = how that was computed, the strictest first."""

    first: date
    #: None = no last day.
    last: date | None = None
    #: Nothing begins from this instant on: the title of a detained suspect has run out then.
    until: datetime | None = None
    #: The clock that sets the last day, and for whom it runs; None = the summons does.
    bound: str | None = None
    bound_person: str | None = None
    sums: tuple[Due, ...] = ()
    #: What else has to be past before, or may not be past: an opposition, a plea of guilt, the notice before the chamber in council.
    also: tuple[Due, ...] = ()

    def past(self, starts_at: datetime) -> bool:
        """Does a hearing that begins then come after the last day?"""
        late = self.last is not None and starts_at.astimezone(COURT_ZONE).date() > self.last
        return late or (self.until is not None and starts_at >= self.until)


def within_title(kind: HearingKind, within: Term, holding: Sequence[Clock]) -> Term:
    """
    For a chamber in council the earliest end of what holds a detained suspect (`holding`, the first to end first) is the last day.

    Its alarm, which is safe by whichever reading of the law.
    """
    if kind != "raadkamer" or not holding:
        return within
    answer, person = holding[0].answer, holding[0].person
    return msgspec.structs.replace(within, last=answer.alarm_on, until=answer.alarm_at, bound=answer.limit, bound_person=person)


def narrowed(within: Term, also: Sequence[Due]) -> Term:
    """The later first day and the earlier last one of all terms that apply; the summons or a title stays what bounds it otherwise."""
    first = max([within.first, *(one.due_on for one in also if one.says == "firstDay")])
    ends = [one.due_on for one in also if one.says == "lastDay"]
    last = min([*ends, *([within.last] if within.last is not None else [])], default=None)
    return msgspec.structs.replace(within, first=first, last=last, also=tuple(also))


def before_council(served_on: date, law: Law) -> Due | None:
    """The first day in council for a notice of `served_on`: the file lies ready so many days before; None = no such row is in force."""
    limit, calendar = law.time_limits.limits.get(SETTLING), calendar_of(law)
    if limit is None:
        return None
    day = served_on
    while due(limit, start_of(limit.anchors[0], day, law), calendar, law).due_on < served_on:
        day += timedelta(days=1)
    return msgspec.structs.replace(due(limit, start_of(limit.anchors[0], day, law), calendar, law), says="firstDay", due_on=day)


def courts_for(kind: HearingKind, decision: Decision, law: Law) -> frozenset[str]:
    """
    The courts that may hear a file of these tracks in a chamber of that kind.

    What goes to the assizes is settled before by the chamber in council where its office acts.
    """
    courts = {track.court for track in decision.tracks if track.court}
    if kind == "raadkamer":
        courts |= {court for track in decision.tracks if (court := in_council(track, law)) is not None}
    levels = {"correctional": "correctional", "raadkamer": "correctional", "youth": "youth", "assizes": "assize"}
    if kind in levels:
        return frozenset(court for court in courts if court in law.courts and law.courts[court].level == levels[kind])
    circuits = {division.circuit for division in law.divisions.values() if courts & {division.correctional_court, division.youth_court}}
    above = {f"appeal{circuit}" for circuit in circuits} | courts
    return frozenset(court for court in above if court in law.courts and law.courts[court].level == "appeal")


def in_council(track: Track, law: Law) -> str | None:
    """Of a track that goes to the assizes: the court of first instance where its office acts, in whose chamber it is settled first."""
    office = law.offices.get(track.prosecution_office or "")
    division = law.divisions.get(office.division or "") if office is not None else None
    return division.correctional_court if division is not None and track.court == division.assize_court else None


def usual_summons(kind: HearingKind, report: Report) -> SummonsCode | None:
    """The longest term that anybody of the file can claim: three days only when every suspect is detained."""
    if not SUMMONS[kind]:
        return None
    suspects = [person for person in report.persons if person.role == "suspect"]
    return "summonsDetained" if suspects and all(person.custody in DETAINED for person in suspects) else "summons"


def before(report: Report, elsewhere: Collection[str]) -> Report:
    """The report with the suspects of one hearing: a term, a title or a row for who is heard elsewhere is not of this one."""
    persons = tuple(person for person in report.persons if person.role != "suspect" or person.id not in elsewhere)
    return msgspec.structs.replace(report, persons=persons)


def any_detained(report: Report) -> bool:
    return any(person.role == "suspect" and person.custody in DETAINED for person in report.persons)


def term(summons: SummonsCode | None, served_on: date, report: Report, law: Law) -> Term:
    """
    The first lawful day after a service on `served_on`, and the last one where there is one; without a term the next day.

    Raises StateForbids where the law in force is older than the time limits.
    """
    if summons is None:
        return Term(first=served_on + timedelta(days=1))
    calendar, limit = calendar_of(law), law.time_limits.limits.get(summons)
    if limit is None:
        raise StateForbids(_NO_TERM)
    starts = {start_of(limit.anchors[0], served_on, law, person) for person in report.persons if person.role == "suspect"}
    begun = sorted(starts, key=lambda one: one.residence or "") or [start_of("service", served_on, law)]
    ends = [due(limit, start, calendar, law) for start in begun]
    ends.sort(key=lambda one: one.due_on, reverse=True)
    last = None
    if summons == "recordNotBefore":
        latest = law.time_limits.limits[_NOT_AFTER]
        ends.append(due(latest, start_of(latest.anchors[0], served_on, law), calendar, law))
        last = ends[-1].due_on
    return Term(first=ends[0].due_on, last=last, sums=tuple(ends))


def service_day(summons: SummonsCode | None, today: date, law: Law) -> date:
    """Today, or for a summons that is served the next day on which one may serve without leave."""
    limit = law.time_limits.limits.get(summons or "")
    return calendar_of(law).next_open(today) if limit is not None and SERVICE in limit.anchors else today


def start_of(event: str, day: date, law: Law, person: Person | None = None) -> Start:
    """An event of that day, with where the person lives when that is abroad."""
    country = person.residence.country if person is not None and person.residence is not None else None
    distance = law.time_limits.distance
    if country is None or country == "BE" or distance is None:
        return Start(event=event, on=day)
    return Start(event=event, on=day, residence=distance.residence(country))


def sitting_on(chamber: Chamber, day: date, kept: Sitting | None, calendar: Calendar) -> Sitting | None:
    """The sitting of a chamber on a day: as it was kept for that day, else by its weekdays; None = it does not sit."""
    if not calendar.is_working_day(day):
        return None
    if kept is not None:
        # Made by a first hearing or kept by hand; what was booked stands either way.
        return kept if kept.capacity else None
    if day.isoweekday() not in chamber.weekdays or chamber.closed_at is not None:
        return None
    return Sitting(chamber_id=chamber.id, day=day, starts_at=chamber.starts_at, capacity=chamber.capacity, kind=chamber.kind, booked=0)


def lawful_days(chamber: Chamber, kept: Sequence[Sitting], within: Term, law: Law, *, today: date, full: bool = False) -> Iterator[Sitting]:
    """Days on which the chamber sits within the term, first ones first; `full`: those without a place left too."""
    by_day, calendar = {sitting.day: sitting for sitting in kept}, calendar_of(law)
    day = max(within.first, today)
    last = min(within.last or date.max, today + HORIZON)
    while day <= last:
        sitting = sitting_on(chamber, day, by_day.get(day), calendar)
        if sitting is not None and (full or sitting.left) and not within.past(begins(sitting)):
            yield sitting
        day += timedelta(days=1)


def begins(sitting: Sitting, at: time | None = None) -> datetime:
    """The instant of a hearing: that of the sitting, or a later hour of that day in court time."""
    return datetime.combine(sitting.day, at or sitting.starts_at, COURT_ZONE)
