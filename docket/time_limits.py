"""Clocks of a file: how they are computed, moved and told apart, and which one a report starts by itself. Pure."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from typing import Literal

import msgspec

from docket.clock import COURT_ZONE, court_day
from docket.contacts import DETAINED
from docket.contract import Person, Report
from docket.errors import BadInput, Issue
from docket.transitions import Confidence
from docket.working_days import calendar_of
from routing import (
    Due,
    Law,
    NeedsInstant,
    NotThen,
    OutsideCalendar,
    Standstill,
    Start,
    TimeLimit,
    due,
    extended,
    least_sure,
)

TimeLimitState = Literal["running", "suspended", "met", "struck"]
#: The clock that a report starts by itself, and the custody of the person for whom it runs.
ARREST_LIMIT, ARRESTED = "arrest", "arrested"
#: Ground of an extension to the day of a ruling.
RULING = "ruling"


class Clock(msgspec.Struct, frozen=True, kw_only=True):
    """One time limit of a file."""

    #: 0 = not written yet
    id: int = 0
    #: The computed end with its sum, by the law of the start.
    answer: Due
    #: Ids of rows of the report; None = of the whole file.
    person: str | None = None
    offence: str | None = None
    after_id: int | None = None
    #: The service that started it.
    service_id: int | None = None
    #: Court whose registry receives the act.
    registry: str | None = None
    law_digest: str
    state: TimeLimitState = "running"
    stood: tuple[Standstill, ...] = ()
    suspended_on: date | None = None
    ground: str | None = None
    extended_to: date | None = None
    reason: str | None = None
    started_at: datetime | None = None
    started_by: str = ""
    met_on: date | None = None
    closed_at: datetime | None = None
    closed_by: str | None = None

    @property
    def open(self) -> bool:
        return self.state in ("running", "suspended")

    def overdue(self, now: datetime, today: date) -> bool:
        """Is its end behind us? A clock that stands still, or that only says from when something may be done, is never overdue."""
        if self.state != "running" or self.answer.says == "firstDay":
            return False
        return self.answer.due_at < now if self.answer.due_at is not None else self.answer.due_on < today

    def today(self, today: date) -> bool:
        """Has one to act today, whichever reading holds?"""
        return self.state == "running" and self.answer.alarm_on <= today <= self.answer.due_on


def computed(limit: TimeLimit, start: Start, law: Law, closed: Iterable[date] = (), stood: tuple[Standstill, ...] = ()) -> Due:
    """The end of a limit; raises BadInput with what to fill in where it cannot be computed."""
    if start.event not in limit.anchors:
        titles = " of ".join(law.title(f"event/{code}") or code for code in limit.anchors)
        raise _bad("/event", f"Deze termijn begint bij: {titles}; kies een van die gebeurtenissen.", start.event)
    if start.notice is not None and start.notice not in law.time_limits.notices:
        known = ", ".join(law.time_limits.notices)
        raise _bad("/notice", f"Deze wijze van kennisgeving bestaat niet; kies een van {known}.", start.notice)
    try:
        return due(limit, start, calendar_of(law, closed), law, standstills=stood)
    except NotThen:
        raise _bad("/startsOn", f"Deze termijn bestond nog niet of niet meer op {start.on:%d/%m/%Y}.", str(start.on)) from None
    except NeedsInstant:
        raise _bad("/startsAt", "Deze termijn telt in uren: geef ook het uur.", None) from None
    except OutsideCalendar:
        raise _bad("/startsOn", "Voor dat jaar zijn geen wettelijke feestdagen gekend; kijk de dag na.", str(start.on)) from None


def stopped(clock: Clock, on: date, ground: str, reason: str) -> Clock:
    """The clock stands still from that day on."""
    return msgspec.structs.replace(clock, state="suspended", suspended_on=on, ground=ground, reason=reason)


def resumed(clock: Clock, on: date, law: Law, closed: Iterable[date], reason: str) -> Clock:
    """The clock runs again from that day on, longer by the days that it stood still; an extended one from its extended day."""
    if clock.suspended_on is None or on < clock.suspended_on:
        raise _bad("/on", "De termijn kan niet hervatten vóór de dag waarop hij geschorst werd.", str(on))
    stood = (*clock.stood, Standstill(first=clock.suspended_on, until=on))
    limit = law.time_limits.limits[clock.answer.limit]
    answer = computed(limit, clock.answer.start, law, closed, stood)
    answer = msgspec.structs.replace(answer, confidence=least_sure([answer.confidence, clock.answer.confidence]))
    to = clock.extended_to
    if to is not None:
        to += on - clock.suspended_on
        answer = extended(answer, RULING, calendar_of(law, closed), law, max(to, answer.due_on))
    return msgspec.structs.replace(clock, state="running", suspended_on=None, stood=stood, answer=answer, extended_to=to, reason=reason)


def prolonged(clock: Clock, ground: str, day: date | None, law: Law, closed: Iterable[date], reason: str) -> Clock:
    """The clock ends later, on a ground of the law data."""
    row = law.time_limits.extensions.get(ground)
    if row is None:
        raise _bad("/ground", f"Deze grond van verlenging bestaat niet; kies een van {', '.join(law.time_limits.extensions)}.", ground)
    if row.to == "byDay" and (day is None or day <= clock.answer.due_on):
        raise _bad("/day", f"Geef de nieuwe laatste dag, na {clock.answer.due_on:%d/%m/%Y}.", None if day is None else str(day))
    answer = extended(clock.answer, ground, calendar_of(law, closed), law, day)
    return msgspec.structs.replace(clock, answer=answer, ground=ground, extended_to=answer.due_on, reason=reason)


class ArrestClocks(msgspec.Struct, frozen=True, kw_only=True):
    """What a report changes about the 48 hours of its suspects."""

    #: Not written yet.
    begun: tuple[Clock, ...] = ()
    #: With the reason of each.
    struck: tuple[tuple[Clock, str], ...] = ()


def from_report(
    report: Report, law: Law, digest: str, now: datetime, known: Iterable[Clock] = (), before: Report | None = None
) -> ArrestClocks:
    """
    The 48 hours of each suspect who is under arrest since an instant that the report names: one clock for each arrest, kept by its instant.

    Not where the end is behind us already: what was done then is for a person to enter. `before`: the report as it stood. Where it said
    another hour, the clock that runs starts anew, over or not; where it said that somebody was held who is free now, his clock ends.
    """
    limit = law.time_limits.limits.get(ARREST_LIMIT)
    if limit is None or limit.dormant:
        return ArrestClocks()
    told = {person.id: person for person in before.persons} if before is not None else {}
    clocks: dict[str, list[Clock]] = {}
    for clock in known:
        if clock.answer.limit == ARREST_LIMIT and clock.state != "struck" and clock.person is not None:
            clocks.setdefault(clock.person, []).append(clock)
    begun: list[Clock] = []
    struck: list[tuple[Clock, str]] = []
    for person in report.persons:
        own, old = clocks.pop(person.id or "", []), told.get(person.id)
        running = [clock for clock in own if clock.open]
        if not _held(person):
            struck += [(clock, _free(person)) for clock in running if old is not None and _held(old)]
            continue
        at = arrested_at(person)
        if at is None or at > now or any(clock.answer.start.at == at or _ended(clock, at) for clock in own):
            continue
        # A clock that a clerk began at another hour stands as long as the report does not change.
        if own and old is not None and _held(old) and arrested_at(old) == at:
            continue
        try:
            answer = computed(limit, Start(event=limit.anchors[0], on=court_day(at), at=at), law)
        except BadInput:
            continue
        if running or (person.custody == ARRESTED and answer.due_at is not None and answer.due_at > now):
            instead = f"In de plaats van termijn {running[0].id}." if running else None
            begun.append(Clock(answer=answer, person=person.id, law_digest=digest, reason=instead))
            moved = f"De aanhouding van {person.id} staat nu op {at.astimezone(COURT_ZONE):%d/%m/%Y om %H.%M} uur."
            struck += [(clock, moved) for clock in running]
    gone = [clock for person, own in clocks.items() if person in told for clock in own if clock.open]
    struck += [(clock, f"{clock.person} staat niet meer in het dossier.") for clock in gone]
    return ArrestClocks(begun=tuple(begun), struck=tuple(struck))


def arrested_at(person: Person) -> datetime | None:
    """None: the report tells no instant; a day without its hour starts no clock in hours."""
    text = person.arrested_at or ""
    return datetime.fromisoformat(text) if "T" in text else None


def _held(person: Person) -> bool:
    """A warrant does not free him: that it came in time is for a person to enter."""
    return person.role == "suspect" and person.custody in DETAINED


def _free(person: Person) -> str:
    if person.role != "suspect":
        return f"{person.id} staat niet meer als verdachte in het dossier."
    state = "vrijgelaten" if person.custody == "released" else "niet meer aangehouden"
    return f"{person.id} is {state} volgens de gegevens van het dossier."


def _ended(clock: Clock, at: datetime) -> bool:
    """Was what this clock waited for done after an arrest at that instant? Then it is the same arrest, with its hour corrected."""
    if clock.state != "met" or clock.met_on is None:
        return False
    return court_day(at) <= clock.met_on and (clock.closed_at is None or at <= clock.closed_at)


class Begun(msgspec.Struct, frozen=True, kw_only=True):
    """A clock that an event begins."""

    limit: str
    anchor: str
    #: None = of the prosecution, or of the whole file.
    person: str | None
    reason: str
    confidence: Confidence


def begun_by(events: Mapping[str, Collection[str]], on: date, report: Report, law: Law, known: Iterable[Clock] = ()) -> tuple[Begun, ...]:
    """
    What these events begin on the day of their paper: each with the suspects whom it is about.

    A limit of the parties begins for these suspects, for each civil party and for the prosecution. What a clerk began for the same
    person and day, or once for the whole file, is not begun again.
    """
    there = [clock for clock in known if clock.state != "struck"]
    held = {person.id for person in report.persons if person.role == "suspect" and person.custody in DETAINED}
    found: dict[tuple[str, str | None], Begun] = {}
    for row in law.time_limits.begins:
        limit, about = law.time_limits.limits[row.limit], events.get(row.event)
        if about is None or limit.on(on) is None or not row.covers(on):
            continue
        if row.detained is not None and (row.detained == "yes") != bool(held & set(about)):
            continue
        for person in _whose(limit, about, report):
            ran = any(
                clock.answer.limit == limit.id and (limit.per == "case" or (clock.person, clock.answer.start.on) == (person, on))
                for clock in there
            )
            if not ran:
                found.setdefault(
                    (limit.id, person),
                    Begun(limit=limit.id, anchor=row.anchor, person=person, reason=row.remark_nl, confidence=row.confidence),
                )
    return tuple(found.values())


def ended_by(statuses: Collection[str], clocks: Iterable[Clock], law: Law) -> tuple[Clock, ...]:
    """Open clocks of what an event began and that is over once everybody in the file stands in these statuses."""
    while_: dict[str, frozenset[str]] = {row.limit: row.stays for row in law.time_limits.begins if row.stays}
    return tuple(one for one in clocks if one.open and one.answer.limit in while_ and not while_[one.answer.limit] & set(statuses))


def _whose(limit: TimeLimit, about: Collection[str], report: Report) -> tuple[str | None, ...]:
    if limit.per == "case":
        return (None,)
    suspects = tuple(sorted(person for person in about if person))
    if limit.per == "suspect":
        return suspects
    civil = tuple(person.id for person in report.persons if person.role == "civilParty" and person.id)
    return (*suspects, *civil, None)


def label(clock: Clock, law: Law) -> str:
    """Which clock it is, for whoever reads neither the file nor its panel: title, id of the person (never a name) and article."""
    whom = f", {clock.person}" if clock.person else ""
    title = law.title(f"limit/{clock.answer.limit}") or clock.answer.limit
    return f"{title}{whom} ({law.citation(clock.answer.citation)})"


def ends_ahead(clock: Clock, now: datetime, today: date) -> bool:
    """Does it run to an end that nobody may pass? One that stands still, or only says from when something may be done, does not."""
    return clock.state == "running" and clock.answer.says != "firstDay" and not clock.overdue(now, today)


def answer_by(clock: Clock, today: date) -> date:
    """The last day on which an answer harms no reading of it, or its last day once the strict reading is behind us."""
    return clock.answer.alarm_on if clock.answer.alarm_on >= today else clock.answer.due_on


def _bad(pointer: str, detail: str, value: str | None) -> BadInput:
    return BadInput(issues=(Issue(type="invalidInput", name=pointer, detail=detail, value=value),))
