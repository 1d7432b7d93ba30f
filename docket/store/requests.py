"""What was asked about files: its rows, its answers and reminders, the private links, and the lists over all files."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any, Literal

import msgspec

from docket.access import Visibility
from docket.requests import Answer, AnswerState, Reminder, Request, RequestKind, RequestState, Step, Via
from docket.store.pool import load_queries, read
from docket.store.work_lists import counted
from docket.work_lists import AT_ONCE, NEVER, seats_of

_queries: Any = load_queries(__file__)

PAGE_ROWS = 50
#: open: every request without an answer that was accepted; overdue: those that are late; answered: an answer waits for the office.
Which = Literal["open", "overdue", "answered"]
_CLOSED = "De vraag was afgesloten voor deze mail vertrok; er is niets verzonden."


class NewRequest(msgspec.Struct, frozen=True, kw_only=True):
    office: str
    kind: RequestKind
    addressee: str
    address: str | None
    question: str
    fact: str | None
    due_on: date


class NewAnswer(msgspec.Struct, frozen=True, kw_only=True):
    #: JSON of the contract.
    value: str | None
    remark: str | None
    via: Via
    answered_on: date


class RequestLine(msgspec.Struct, frozen=True, kw_only=True):
    """A request in a list over many files; the question itself stands in the file only."""

    id: int
    case_number: str
    kind: RequestKind
    addressee: str
    fact: str | None
    due_on: date
    asked_on: date
    overdue: bool
    #: An answer waits for somebody of the office.
    answered: bool
    #: Reminders that went by mail.
    reminders: int


class RequestCounts(msgspec.Struct, frozen=True, kw_only=True):
    open: int
    overdue: int
    answered: int


class RequestCursor(msgspec.Struct, frozen=True, kw_only=True):
    """The last line of the page before."""

    due_on: date = date.min
    id: int = 0

    def __str__(self) -> str:
        return f"{self.due_on}/{self.id}"

    @staticmethod
    def parse(text: str) -> "RequestCursor":
        """The first page for what `str` did not make."""
        day, _, number = text.partition("/")
        try:
            return RequestCursor(due_on=date.fromisoformat(day), id=min(int(number), 2**62))
        except ValueError:
            return RequestCursor()


class DueRequest(msgspec.Struct, frozen=True, kw_only=True):
    """A request with a reminder to make, its row and its case locked."""

    id: int
    case_id: int
    case_number: str
    office: str
    address: str | None
    due_on: date
    decision_seq: int
    #: Where the addressee may know it.
    notice_number: str | None
    #: The day of the reminder before the due day, where that one is still to be made.
    before_on: date | None
    #: The how-many-th reminder after the due day; None = it is not late, or an answer waits for the office.
    late: int | None
    #: The day on which the answer came that waits for the office, and the how-many-th time that the office is told of it; None = not due.
    came_on: date | None
    unjudged: int | None
    #: An answer waits for the office: nothing is asked of the addressee.
    answered: bool
    #: The office that is told: the one that asked while it answers for the file, else the holder.
    answering_office: str


class BehindLink(msgspec.Struct, frozen=True, kw_only=True):
    """All that a private link opens."""

    id: int
    case_id: int
    case_number: str
    kind: RequestKind
    addressee: str
    question: str
    fact: str | None
    due_on: date
    state: RequestState
    expires_at: datetime
    revoked_at: datetime | None
    answered: bool
    #: An answer was refused before.
    refused_before: bool


class LinkAttempts(msgspec.Struct, frozen=True, kw_only=True):
    by_address: int
    by_link: int


async def of_case(source: Any, case_id: int, at: datetime) -> tuple[Request, ...]:
    """Oldest first."""

    async def look(connection: Any) -> tuple[Request, ...]:
        return tuple([_request(row) async for row in _queries.of_case(connection, case_id=case_id, at=at)])

    return await read(source, look)


async def ask(tx: Any, case_id: int, new: NewRequest, *, asked_on: date, at: datetime, by: str) -> int | None:
    """None: the same fact is asked already."""
    return await _queries.ask(tx, case_id=case_id, asked_on=asked_on, at=at, by=by, **msgspec.structs.asdict(new))


async def move_due(tx: Any, request_id: int, due_on: date) -> None:
    await _queries.move_due(tx, request_id=request_id, due_on=due_on)


async def close(tx: Any, request_id: int, state: RequestState, *, at: datetime, by: str, reason: str | None) -> None:
    """Mails that did not leave yet stay here."""
    await _queries.close(tx, request_id=request_id, state=state, at=at, by=by, reason=reason)
    await _queries.hold_back_mails(tx, request_id=request_id, why=_CLOSED)


async def propose(tx: Any, case_id: int, request_id: int, answer: NewAnswer, *, at: datetime, by: str) -> int | None:
    """None: an answer waits already."""
    return await _queries.propose(tx, case_id=case_id, request_id=request_id, at=at, by=by, **msgspec.structs.asdict(answer))


async def close_answer(
    tx: Any, answer_id: int, state: AnswerState, *, amended: bool = False, at: datetime, by: str, reason: str | None
) -> None:
    await _queries.close_answer(tx, answer_id=answer_id, state=state, amended=amended, at=at, by=by, reason=reason)


#: The keys of its lists among the work lists.
_KEYS: dict[Which, str] = {"open": "requests", "overdue": "requestsLate", "answered": "requestsAnswered"}


async def listed(
    source: Any, seen: Visibility, which: Which, today: date, after: RequestCursor | None = None, limit: int = PAGE_ROWS
) -> tuple[tuple[RequestLine, ...], RequestCursor | None]:
    """The soonest due first, and where the next page begins."""
    key, seats, after, late = _KEYS[which], seats_of(seen), after or RequestCursor(), which == "overdue"
    lines = await _lines(
        source,
        RequestLine,
        "listed",
        key=key,
        seats=list(seats.seats),
        levels=list(seats.levels),
        last_day=today if late else NEVER,
        # What is late stands on the day after the one on which it was due.
        after_day=after.due_on + timedelta(days=1) if late else after.due_on,
        after_id=after.id,
        today=today,
        row_limit=limit + 1,
        **msgspec.structs.asdict(seen),
    )
    last = lines[limit - 1] if len(lines) > limit else None
    return lines[:limit], RequestCursor(due_on=last.due_on, id=last.id) if last else None


async def counts(source: Any, seen: Visibility, today: date) -> RequestCounts:
    days = {"overdue": today}
    ranges = [(which, key, seats_of(seen), AT_ONCE, days.get(which, NEVER)) for which, key in _KEYS.items()]
    return RequestCounts(**await counted(source, ranges))


async def due(tx: Any, today: date, *, days_before: int, days_between: int, limit: int) -> tuple[DueRequest, ...]:
    return await _lines(tx, DueRequest, "due", today=today, days_before=days_before, days_between=days_between, row_limit=limit)


async def answering_office(tx: Any, request_id: int) -> str:
    """Of a request whose case is locked."""
    return await _queries.answering_office(tx, request_id=request_id)


async def insert_reminder(
    tx: Any, found: DueRequest, step: Step, number: int, *, remind_on: date, at: datetime, delivery_id: int | None
) -> bool:
    """False: it was made already. One of an answer is about the day on which that came."""
    made = await _queries.insert_reminder(
        tx,
        case_id=found.case_id,
        request_id=found.id,
        step=step,
        number=number,
        due_on=(found.came_on if step == "answered" else None) or found.due_on,
        remind_on=remind_on,
        at=at,
        delivery_id=delivery_id,
    )
    return made is not None


async def insert_link(connection: Any, request_id: int, token_hash: bytes, *, at: datetime, expires_at: datetime) -> None:
    await _queries.insert_link(connection, request_id=request_id, token_hash=token_hash, made_at=at, expires_at=expires_at)


async def revoke_links(tx: Any, request_id: int, *, at: datetime, by: str) -> int:
    """How many there were."""
    return len([row async for row in _queries.revoke_links(tx, request_id=request_id, at=at, by=by)])


async def behind_link(source: Any, token_hash: bytes) -> BehindLink | None:
    row = await read(source, lambda connection: _queries.behind_link(connection, token_hash=token_hash))
    return BehindLink(**dict(row)) if row else None


async def link_end(source: Any, request_id: int) -> date:
    return await read(source, lambda connection: _queries.link_end(connection, request_id=request_id))


async def count_attempt(tx: Any, address: str, token_hash: bytes, *, now: datetime, since: datetime) -> LinkAttempts:
    row = await _queries.count_attempt(tx, address=address, token_hash=token_hash, now=now, since=since)
    return LinkAttempts(**dict(row))


def _request(row: Any) -> Request:
    columns = {name: row[name] for name in Request.__struct_fields__}
    columns["answers"] = msgspec.convert(row["answers"], tuple[Answer, ...])
    columns["reminders"] = msgspec.convert(row["reminders"], tuple[Reminder, ...])
    return Request(**columns)


async def _lines(source: Any, kind: Any, query: str, **work: Any) -> tuple[Any, ...]:
    async def look(connection: Any) -> tuple[Any, ...]:
        rows: Sequence[Any] = [row async for row in getattr(_queries, query)(connection, **work)]
        return tuple(kind(**dict(row)) for row in rows)

    return await read(source, look)
