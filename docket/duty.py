"""Taken in charge: terms by urgency, the chain of who is told, the shifts of the duty roster and where it has gaps; pure."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal, get_args

import msgspec

from docket.clock import COURT_ZONE
from docket.contract import Report
from docket.settings import Settings

Urgency = Literal["detention", "ordinary", "cargoAlert"]
Step = Literal["clerk", "prosecutor", "head"]
Channel = Literal["webhook", "mail"]
#: Roles that a roster fills; the head is whoever heads the office.
DutyRole = Literal["clerk", "prosecutor"]
Shift = Literal["day", "night", "weekend", "whole"]

URGENCIES: tuple[Urgency, ...] = get_args(Urgency)
#: Who is told, one after the other, until somebody takes the file.
CHAIN: tuple[Step, ...] = get_args(Step)
#: A telephone rings for what is urgent; for the rest only when no mail is accepted.
CHANNELS: dict[Urgency, tuple[Channel, ...]] = {
    "detention": ("webhook", "mail"),
    "ordinary": ("mail", "webhook"),
    "cargoAlert": ("webhook", "mail"),
}
#: The office's own division of a week; no text of law sets it. A week is five days, five nights and one weekend, without a gap.
DAY_BEGINS, DAY_ENDS = time(8), time(18)
_SATURDAY = 5
IN_CUSTODY = frozenset({"arrested", "remanded"})
#: A last step that failed on every channel is tried again after so long, then after twice as long, up to the longest.
RETRY_AFTER = timedelta(minutes=5)
LONGEST_RETRY = timedelta(hours=4)
#: A worker that sends is left alone for so long: more than a mail server or a gateway may be silent.
LEASE = timedelta(seconds=50)


class Stretch(msgspec.Struct, frozen=True, kw_only=True):
    """From an instant up to but not including another."""

    from_at: datetime
    until_at: datetime


def terms(settings: Settings) -> dict[Urgency, tuple[timedelta, ...]]:
    """After how long each step of CHAIN is told; the first is the term within which a file is taken."""
    return {"detention": settings.duty_detention, "ordinary": settings.duty_ordinary, "cargoAlert": settings.duty_cargo_alert}


def in_custody(report: Report) -> list[str]:
    """Ids of the suspects who are held."""
    return sorted(person.id or "" for person in report.persons if person.role == "suspect" and person.custody in IN_CUSTODY)


def stretches(shift: Shift, first: date, last: date) -> tuple[Stretch, ...]:
    """The shifts of a kind that begin on these days, in court time: a night of a clock change has 13 or 15 hours."""
    days = [first + timedelta(days=at) for at in range((last - first).days + 1)]
    match shift:
        case "whole":
            return (_stretch(first, DAY_BEGINS, last + timedelta(days=1), DAY_BEGINS),)
        case "day":
            return tuple(_stretch(day, DAY_BEGINS, day, DAY_ENDS) for day in days if day.weekday() < _SATURDAY)
        case "night":
            return tuple(_stretch(day, DAY_ENDS, day + timedelta(days=1), DAY_BEGINS) for day in days if day.weekday() < _SATURDAY)
        case "weekend":
            return tuple(_stretch(day, DAY_BEGINS, day + timedelta(days=2), DAY_BEGINS) for day in days if day.weekday() == _SATURDAY)


def week_of(day: date) -> Stretch:
    """From Monday morning to the next one, in court time."""
    monday = day - timedelta(days=day.weekday())
    return _stretch(monday, DAY_BEGINS, monday + timedelta(days=7), DAY_BEGINS)


def gaps(filled: Iterable[Stretch], within: Stretch) -> tuple[Stretch, ...]:
    """Where nobody is on duty."""
    found, reached = [], within.from_at
    for one in sorted(filled, key=lambda stretch: stretch.from_at):
        if one.from_at > reached:
            found.append(Stretch(from_at=reached, until_at=min(one.from_at, within.until_at)))
        reached = max(reached, one.until_at)
        if reached >= within.until_at:
            break
    if reached < within.until_at:
        found.append(Stretch(from_at=reached, until_at=within.until_at))
    return tuple(gap for gap in found if gap.from_at < gap.until_at)


class NextStep(msgspec.Struct, frozen=True, kw_only=True):
    step: Step
    due_at: datetime


def next_step(urgency: Urgency, opened_at: datetime, told: Sequence[Step], settings: Settings) -> NextStep | None:
    """None: everybody of the chain was told."""
    for step, delay in zip(CHAIN, terms(settings)[urgency], strict=True):
        if step not in told:
            return NextStep(step=step, due_at=opened_at + delay)
    return None


def _stretch(day: date, begins: time, end_day: date, ends: time) -> Stretch:
    # Through UTC: arithmetic in a zone would forget the hour of a clock change.
    return Stretch(
        from_at=datetime.combine(day, begins, COURT_ZONE).astimezone(UTC),
        until_at=datetime.combine(end_day, ends, COURT_ZONE).astimezone(UTC),
    )
