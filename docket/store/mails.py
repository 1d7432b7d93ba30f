"""The list of a day, what came back by mail, the history of each mail, and the reminders of time limits."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, Literal

import msgspec

from docket.access import Visibility
from docket.messages import NewDelivery
from docket.store.pool import load_queries, read

_queries: Any = load_queries(__file__)
PAGE_ROWS = 50
TaskKind = Literal["bounce", "autoReply", "answer"]
EventKind = Literal["attempt", "sent", "retrying", "failed", "resent", "bounced", "delayed", "answered"]


class SentMail(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    recipient: str
    recipient_key: str
    case_id: int
    said: str
    at: datetime


class MailWithoutRoom(SentMail, frozen=True, kw_only=True):
    case_number: str


class Change(msgspec.Struct, frozen=True, kw_only=True):
    case_id: int
    case_number: str
    recipients: tuple[str, ...]
    kind: str
    at: datetime


class ListLine(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the list of a day."""

    what: Literal["sent", "changed"]
    case_id: int
    delivery_id: int | None
    said: str
    at: datetime


class Reconciled(msgspec.Struct, frozen=True, kw_only=True):
    """One recipient on one day, whichever way his address is written, over the cases that the reader sees."""

    recipient: str
    sent: int
    #: Of those sent, how many his list names.
    listed: int
    #: Had no room of their own.
    in_list_only: int
    failed: int
    refused: int
    waiting: int
    #: State of the mail with his list; None = it is not made.
    list_state: str | None

    @property
    def missing(self) -> int:
        return self.sent - self.listed


class Event(msgspec.Struct, frozen=True, kw_only=True):
    at: datetime
    what: EventKind
    reply: str | None
    by: str | None


class FoundMessage(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    recipient: str
    state: str
    #: Of the mail, or of a line of the list that it is; None = an empty list.
    case_id: int | None


class TaskLine(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    #: None = it names no mail of ours.
    case_number: str | None
    delivery_id: int | None
    #: Which mail.
    mail: str | None
    recipient: str | None
    subject: str | None
    #: The mail stands on a page of its own below its case.
    own_page: bool
    kind: TaskKind
    from_domain: str
    status: str | None
    diagnostic: str | None
    received_at: datetime
    #: How many wait from here on.
    total: int


class MailsLeft(msgspec.Struct, frozen=True, kw_only=True):
    """How many mails wait for somebody."""

    came_back: int
    failed: int


class FoundTask(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    case_id: int | None
    case_number: str | None
    delivery_id: int | None
    kind: TaskKind
    state: str


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """Whom a reminder about a file goes to."""

    #: Mail addresses of the prosecutor of the file and of who is named on it, or of who stands in for them.
    near: tuple[str, ...]
    #: Of those of them who are away today.
    away: tuple[str, ...]
    #: The prosecutor is away and nobody who can be told stands in for him.
    uncovered: bool
    heads: tuple[str, ...]

    @property
    def told(self) -> tuple[str, ...]:
        """Never only somebody who is away, but where nobody else may know of the file."""
        others = (*self.near, *(self.heads if self.uncovered or not self.near else ()))
        return tuple(dict.fromkeys(others or self.away))


class LimitToRemindOf(Told, frozen=True, kw_only=True):
    id: int
    case_id: int
    case_number: str
    limit_id: str
    alarm_on: date
    #: None = it ends with a day.
    due_at: datetime | None
    #: The step: so many days before; 0 for the one step of a clock that ends at an instant.
    days: int


async def last_day(source: Any) -> date | None:
    return await read(source, _queries.last_day)


async def day_made(source: Any, day: date, at: datetime) -> None:
    await _queries.day_made(source, day=day, at=at)


async def sent_on(source: Any, from_at: datetime, until_at: datetime) -> tuple[SentMail, ...]:
    return tuple(SentMail(**dict(row)) for row in await _rows(source, "sent_on", {"from_at": from_at, "until_at": until_at}))


async def without_room(source: Any, from_at: datetime, until_at: datetime) -> tuple[MailWithoutRoom, ...]:
    return tuple(MailWithoutRoom(**dict(row)) for row in await _rows(source, "without_room", {"from_at": from_at, "until_at": until_at}))


async def changes(source: Any, from_at: datetime, until_at: datetime, kinds: Iterable[str]) -> tuple[Change, ...]:
    work = {"from_at": from_at, "until_at": until_at, "kinds": sorted(kinds)}
    return tuple(msgspec.convert(dict(row), Change) for row in await _rows(source, "changes", work))


async def listed(source: Any, day: date) -> frozenset[str]:
    """Keys of recipients."""
    return frozenset(row["recipient"] for row in await _rows(source, "listed", {"day": day}))


async def make(tx: Any, day: date, delivery_id: int, new: NewDelivery, lines: Sequence[ListLine], *, at: datetime) -> bool:
    """False: he has his list already."""
    row = {"id": delivery_id, "written_at": at, **msgspec.structs.asdict(new)}
    said = [msgspec.structs.asdict(line) | {"ordinal": ordinal} for ordinal, line in enumerate(lines)]
    return await _queries.make(tx, day=day, recipient=new.recipient_key, delivery=row, lines=said, at=at) is not None


async def reconciled(pool: Any, seen: Visibility, day: date, from_at: datetime, until_at: datetime) -> tuple[Reconciled, ...]:
    work = {**msgspec.structs.asdict(seen), "day": day, "from_at": from_at, "until_at": until_at}
    return tuple(Reconciled(**dict(row)) for row in await _rows(pool, "reconciled", work))


async def history(source: Any, delivery_id: int) -> tuple[Event, ...]:
    return tuple(Event(**dict(row)) for row in await _rows(source, "history", {"delivery_id": delivery_id}))


async def find_message(source: Any, message_ids: Sequence[str]) -> FoundMessage | None:
    row = await read(source, lambda connection: _queries.find_message(connection, message_ids=list(message_ids)))
    return FoundMessage(**dict(row)) if row is not None else None


async def add_task(
    tx: Any,
    *,
    delivery_id: int | None,
    case_id: int | None,
    kind: TaskKind,
    incoming_id: str,
    from_domain: str,
    status: str | None,
    diagnostic: str | None,
    at: datetime,
) -> int | None:
    """None: the same thing came before."""
    return await _queries.add_task(
        tx,
        delivery_id=delivery_id,
        case_id=case_id,
        kind=kind,
        incoming_id=incoming_id,
        from_domain=from_domain,
        status=status,
        diagnostic=diagnostic,
        at=at,
    )


async def add_event(tx: Any, delivery_id: int, what: EventKind, *, at: datetime, reply: str | None = None, by: str | None = None) -> None:
    await _queries.add_event(tx, delivery_id=delivery_id, at=at, what=what, reply=reply, by=by)


async def bounced(tx: Any, delivery_id: int, *, at: datetime, reply: str) -> None:
    await _queries.bounced(tx, delivery_id=delivery_id, at=at, reply=reply)


async def tasks(pool: Any, seen: Visibility, after: int = 0, rows: int = PAGE_ROWS) -> tuple[TaskLine, ...]:
    """At most one page and one more, after that id."""
    work = {**msgspec.structs.asdict(seen), "after": after, "row_limit": rows + 1}
    return tuple(TaskLine(**dict(row)) for row in await _rows(pool, "tasks", work))


async def left_to_do(source: Any, seen: Visibility) -> MailsLeft:
    return MailsLeft(**dict(await read(source, lambda connection: _queries.left_to_do(connection, **msgspec.structs.asdict(seen)))))


async def task(source: Any, task_id: int, seen: Visibility) -> FoundTask | None:
    row = await read(source, lambda connection: _queries.task(connection, task_id=task_id, **msgspec.structs.asdict(seen)))
    return FoundTask(**dict(row)) if row is not None else None


async def close_task(tx: Any, task_id: int, *, at: datetime, by: str, reason: str) -> bool:
    return await _queries.close_task(tx, task_id=task_id, at=at, by=by, reason=reason) is not None


async def limits_to_remind_of(
    tx: Any, now: datetime, today: date, steps: Sequence[int], hours: int, rows: int, *, morning: bool
) -> tuple[LimitToRemindOf, ...]:
    """`steps`: days before the day to act on, made once it is `morning`; `hours`: before the instant of a clock that ends at one."""
    work = {"now": now, "today": today, "morning": morning, "steps": list(steps), "hours": hours, "row_limit": rows}
    found = await _rows(tx, "limits_to_remind_of", work)
    return tuple(msgspec.convert(dict(row), LimitToRemindOf) for row in found)


async def reminded(tx: Any, one: LimitToRemindOf, at: datetime) -> None:
    await _queries.reminded(tx, time_limit_id=one.id, alarm_on=one.alarm_on, days=one.days, at=at)


async def _rows(source: Any, query: str, work: dict[str, Any]) -> list[Any]:
    async def rows(connection: Any) -> list[Any]:
        return [row async for row in getattr(_queries, query)(connection, **work)]

    return await read(source, rows)
