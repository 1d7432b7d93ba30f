"""What the screens say of a file that was taken in charge, or that waits for it."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

import msgspec

from docket import duty
from docket.access import Actor
from docket.draws import code_of
from docket.entry_lines import title_of
from docket.settings import Settings
from docket.store.duty import Acknowledgement
from docket.store.work_lists import WaitingItem
from docket.titles import who
from docket.web import words


class TakenLine(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that an office had to take in charge."""

    office: str
    urgency: str
    urgent: bool
    #: What opened it, in words.
    cause: str
    opened_at: datetime
    waits: bool
    #: Waits at the reader's own office, and he may take it.
    may_take: bool
    #: A colleague at the reader's own office has it, and he may take it over.
    may_take_over: bool = False
    #: A colleague took it over, or the account of who had it was closed.
    went: str = ""
    taken_at: datetime | None
    #: The day, where an import said it.
    taken_on: date | None
    #: A name inside the office, a function code elsewhere.
    taken_by: str
    via: str
    #: Over without that: why.
    ended: str
    #: The last step that was told; empty = none yet.
    step: str
    #: Who is told next; empty = nobody is left.
    next_step: str
    next_at: datetime | None
    #: Nobody could be reached at the last step.
    failed: bool
    #: A channel took the message of the last step; neither = it is still being tried.
    accepted: bool = False


_WENT = {"handedOver": "tot een collega het overnam", "gone": "tot de account gesloten werd"}
_ENDED = {
    "elsewhere": "het parket heeft het dossier niet meer",
    "joined": "het dossier is gevoegd",
    "moreUrgent": "het werd dringend en begon opnieuw",
}


def taken_line(line: Acknowledgement, actor: Actor, titles: words.LawTitles, settings: Settings) -> TakenLine:
    following = duty.next_step(line.urgency, line.opened_at, line.told, settings) if line.waits else None
    by = line.taken_by_name if actor.office == line.office else who(code_of(line.taken_by)) if line.taken_by else ""
    return TakenLine(
        office=titles.seat(line.office),
        urgency=words.title(words.URGENCIES, line.urgency),
        urgent=line.urgency != "ordinary",
        cause=title_of(line.cause),
        opened_at=line.opened_at,
        waits=line.waits,
        may_take=line.waits and actor.office == line.office and actor.may("takeInCharge"),
        may_take_over=_held_by_another(line, actor),
        went=_WENT.get(line.end_cause or "", ""),
        taken_at=line.taken_at,
        taken_on=line.taken_on,
        taken_by=by or "",
        via=words.title(words.VIAS, line.via),
        ended=_ENDED.get(line.end_cause or "", "") if line.taken_at is None else "",
        step=words.title(words.DUTY_STEPS, line.told[-1]) if line.told else "",
        next_step=words.title(words.DUTY_STEPS, following.step).lower() if following else "",
        next_at=following.due_at if following else None,
        failed=line.last_failed,
        accepted=line.last_accepted,
    )


def _held_by_another(line: Acknowledgement, actor: Actor) -> bool:
    if line.taken_at is None or line.ended_at is not None or line.office != actor.office or line.taken_by == actor.account_id:
        return False
    return actor.account_id is not None and actor.may("takeInCharge")


def taken_lines(lines: Iterable[Acknowledgement], actor: Actor, titles: words.LawTitles, settings: Settings) -> tuple[TakenLine, ...]:
    """What waits first; what is over without being taken only where nothing of that office stands."""
    made = [taken_line(line, actor, titles, settings) for line in lines if line.end_cause != "settled"]
    return tuple(sorted((line for line in made if not line.ended), key=lambda line: not line.waits))


class WaitingView(msgspec.Struct, frozen=True, kw_only=True):
    """A line of what nobody took."""

    case_number: str
    urgency: str
    urgent: bool
    cause: str
    since: datetime
    #: "3 uur 20 minuten"
    waited: str
    step: str
    next_step: str
    next_at: datetime | None
    failed: bool


def waiting_view(line: WaitingItem, settings: Settings, now: datetime) -> WaitingView:
    following = duty.next_step(line.urgency, line.opened_at, line.told, settings)
    return WaitingView(
        case_number=line.case.case_number,
        urgency=words.title(words.URGENCIES, line.urgency),
        urgent=line.urgency != "ordinary",
        cause=title_of(line.cause),
        since=line.opened_at,
        waited=waited(line.opened_at, now),
        step=words.title(words.DUTY_STEPS, line.told[-1]) if line.told else "",
        next_step=words.title(words.DUTY_STEPS, following.step).lower() if following else "",
        next_at=following.due_at if following else None,
        failed=line.last_failed,
    )


def waited(since: datetime, now: datetime) -> str:
    """In days and hours, or hours and minutes."""
    minutes = max(0, int((now - since).total_seconds() // 60))
    days, hours, rest = minutes // 1440, minutes // 60 % 24, minutes % 60
    if days:
        return f"{days} {'dag' if days == 1 else 'dagen'} {hours} uur"
    return f"{hours} uur {rest} min" if hours else f"{rest} min"


def span(length: timedelta) -> str:
    """In the largest unit that measures it whole: `2 dagen`, `4 uur`, `90 minuten`."""
    minutes = int(length.total_seconds() // 60)
    if minutes and minutes % 1440 == 0:
        return f"{minutes // 1440} {'dag' if minutes == 1440 else 'dagen'}"
    if minutes and minutes % 60 == 0:
        return f"{minutes // 60} uur"
    return f"{minutes} {'minuut' if minutes == 1 else 'minuten'}"
