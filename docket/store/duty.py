"""What waits to be taken in charge, who is on duty, the steps of the chain with their channels, and the short links."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Any, Literal

import asyncpg
import msgspec

from docket import duty, work_lists
from docket.access import Actor, Role, Visibility
from docket.duty import Channel, DutyRole, Step, Urgency
from docket.store.pool import load_queries, read, transaction

_queries: Any = load_queries(__file__)

Via = Literal["page", "api", "phoneCard", "import"]
TryState = Literal["waiting", "sending", "accepted", "failed", "needless"]
FellTo = Literal["head", "named", "nobody"]
#: Lists stop here; the count says that there is more.
LIST_LIMIT = 200
_LAST = 2**63 - 1


class Acknowledgement(msgspec.Struct, frozen=True, kw_only=True):
    """What an office had to take in charge, and who took it."""

    id: int
    office: str
    urgency: Urgency
    #: Kind of the docket entry that opened it.
    cause: str
    opened_at: datetime
    taken_at: datetime | None
    #: The day on which it was taken before the register knew of it, as an import says it.
    taken_on: date | None
    taken_by: int | None
    taken_by_name: str | None
    via: Via | None
    ended_at: datetime | None
    end_cause: Literal["elsewhere", "joined", "moreUrgent", "settled", "handedOver", "gone"] | None
    told: tuple[Step, ...]
    #: The last step that was made failed on every channel.
    last_failed: bool
    #: A relay or the gateway took its message.
    last_accepted: bool

    @property
    def waits(self) -> bool:
        return self.taken_at is None and self.ended_at is None


class WaitingCount(msgspec.Struct, frozen=True, kw_only=True):
    office: str
    urgency: Urgency
    files: int
    since: datetime


class Mine(msgspec.Struct, frozen=True, kw_only=True):
    files: int
    urgent: int
    since: datetime | None
    #: He is the one to act; else what is urgent waits for anybody of his office who may take it.
    turn: bool
    #: There are more than were counted.
    more: bool = False


class Had(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody had in charge until now."""

    urgency: Urgency
    office: str
    #: His account.
    had: int
    request_id: int | None


class KeptCase(msgspec.Struct, frozen=True, kw_only=True):
    case_id: int
    holding_office: str


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """A step that is due, its row and its case locked."""

    id: int
    case_id: int
    case_number: str
    office: str
    urgency: Urgency
    confidentiality: str
    named: tuple[int, ...]
    step: Step
    due_at: datetime


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Who could be told."""

    id: int
    roles: tuple[Role, ...]
    office: str
    duty_mail: str | None
    on_duty: tuple[DutyRole, ...]

    @property
    def actor(self) -> Actor:
        return Actor(account_id=self.id, code=f"user:{self.id}", roles=frozenset(self.roles), office=self.office)


class FailedStep(msgspec.Struct, frozen=True, kw_only=True):
    """The last step of a row that still waits, failed on every channel."""

    id: int
    case_id: int
    office: str
    urgency: Urgency
    #: Accounts named on the file.
    named: tuple[int, ...]
    #: How often it was tried.
    round: int


class NewTry(msgspec.Struct, frozen=True, kw_only=True):
    escalation_id: int
    round: int
    ordinal: int
    channel: Channel
    account_id: int | None
    recipient: str | None
    message_id: str
    state: Literal["waiting", "failed"] = "waiting"
    tried_at: datetime | None = None
    answer: str | None = None


class ClaimedTry(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    escalation_id: int
    channel: Channel
    account_id: int | None
    recipient: str | None
    message_id: str
    attempts: int
    step: Step
    urgency: Urgency
    office: str
    case_number: str
    due_at: datetime


class ToldBy(msgspec.Struct, frozen=True, kw_only=True):
    """An attempt of a step that a mail told."""

    id: int
    escalation_id: int
    case_id: int


class Try(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """One attempt on one channel; `accepted` only once the other side said so."""

    round: int
    channel: Channel
    account_id: int | None
    state: TryState
    tried_at: datetime | None
    accepted_at: datetime | None
    answer: str | None


class EscalationLine(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    case_number: str
    of_office: str
    urgency: Urgency
    step: Step
    due_at: datetime
    made_at: datetime
    accounts: tuple[int, ...]
    fell_to: FellTo | None
    taken_at: datetime | None
    ended_at: datetime | None
    tries: tuple[Try, ...]
    #: A short link of it can still be opened.
    open_link: bool

    @property
    def failed(self) -> bool:
        return bool(self.tries) and all(one.state == "failed" for one in self.tries)


class Card(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    expires_at: datetime
    revoked_at: datetime | None
    of_office: str


class ShiftLine(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    role: DutyRole
    account_id: int
    name: str
    from_at: datetime
    until_at: datetime
    #: There is an address that the register can mail to.
    reachable: bool


class OnDuty(msgspec.Struct, frozen=True, kw_only=True):
    office: str
    role: DutyRole
    name: str
    until_at: datetime


class Colleague(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    name: str
    roles: tuple[Role, ...]
    duty_mail: str | None


async def follow(tx: Any, case_id: int, *, cause: str, holder_before: str, at: datetime) -> None:
    """Before the entry of an act that may have changed the offices of a case or brought a suspect in custody: the entry seals the rows."""
    rows = [dict(row) async for row in _queries.follow(tx, case_id=case_id, holder_before=holder_before, at=at)]
    if rows:
        await open_rows(tx, case_id, rows, cause=cause, at=at)


async def open_rows(tx: Any, case_id: int, rows: Sequence[dict[str, Any]], *, cause: str, at: datetime) -> None:
    await _queries.open(tx, case_id=case_id, rows=list(rows), cause=cause, at=at)


async def open_for_request(tx: Any, case_id: int, office: str, request_id: int, *, cause: str, at: datetime) -> None:
    """Before the entry that seals it: somebody of the office has to take the request in charge."""
    await _queries.open_for_request(tx, case_id=case_id, office=office, request_id=request_id, cause=cause, at=at)


async def settle_request(tx: Any, request_id: int, at: datetime) -> None:
    """Before the entry that seals it: the request waits for nobody of the office any more."""
    await _queries.settle_request(tx, request_id=request_id, at=at)


async def take(
    tx: Any, case_id: int, office: str, *, account_id: int, via: Via, at: datetime, taken_on: date | None = None
) -> list[Urgency]:
    """The urgencies of what was taken; empty = nothing waited."""
    taken = {"account_id": account_id, "via": via, "at": at, "taken_on": taken_on}
    return [row["urgency"] async for row in _queries.take(tx, case_id=case_id, office=office, **taken)]


async def take_over(tx: Any, case_id: int, office: str, *, account_id: int, via: Via, at: datetime) -> tuple[Had, ...]:
    """What went over, with who had it; empty = no colleague had anything."""
    return await _lines(tx, Had, "take_over", case_id=case_id, office=office, account_id=account_id, via=via, at=at)


async def kept_by_the_gone(tx: Any, limit: int) -> tuple[KeptCase, ...]:
    return await _lines(tx, KeptCase, "kept_by_the_gone", row_limit=limit)


async def give_back(tx: Any, case_id: int, at: datetime) -> tuple[Had, ...]:
    """What those whose account is closed had, ended; `follow` opens anew what then nobody has."""
    return await _lines(tx, Had, "give_back", case_id=case_id, at=at)


async def of_case(source: Any, case_number: str, seen: Visibility) -> tuple[Acknowledgement, ...]:
    return await _lines(source, Acknowledgement, "of_case", case_number=case_number, **msgspec.structs.asdict(seen))


async def waiting_all(source: Any) -> tuple[WaitingCount, ...]:
    return await _lines(source, WaitingCount, "waiting_all")


async def mine(source: Any, seen: Visibility, *, heads: bool, at: datetime) -> Mine:
    """
    How much waits for this reader to act: he is on duty, was told, or heads an office whose duty is unfilled.

    Of what is urgent everybody is told who may take it. A count stops where `more` says so.
    """
    whose = {"account_id": seen.account_id, "office": seen.office}

    async def look(connection: Any) -> Mine:
        called = await _queries.called(connection, heads=heads, at=at, **whose)
        if called["everything"]:
            return Mine(turn=True, **dict(await _queries.all_waiting(connection, **msgspec.structs.asdict(seen))))
        seats = work_lists.seats_of(seen)
        key = work_lists.BY_CODE["notTaken"].key
        row = await _queries.urgent(connection, key=f"{key}:{seen.office}", seats=list(seats.seats), levels=list(seats.levels))
        urgent = Mine(turn=called["told"], **dict(row))
        if not called["told"]:
            return urgent
        told = await _queries.told(connection, **msgspec.structs.asdict(seen))
        since = min(filter(None, (urgent.since, told["since"])), default=None)
        return msgspec.structs.replace(urgent, files=urgent.files + told["files"], since=since)

    return await read(source, look)


async def due(tx: Any, now: datetime, terms: dict[Urgency, tuple[timedelta, ...]], limit: int) -> tuple[Due, ...]:
    table = [
        (urgency, step, place, delays[place - 1]) for urgency, delays in terms.items() for place, step in enumerate(duty.CHAIN, start=1)
    ]
    urgencies, steps, places, delays = (list(column) for column in zip(*table, strict=True))
    return await _lines(tx, Due, "due", now=now, urgencies=urgencies, steps=steps, places=places, delays=delays, row_limit=limit)


async def people(tx: Any, office: str, at: datetime, named: Sequence[int]) -> tuple[Person, ...]:
    return await _lines(tx, Person, "people", office=office, at=at, named=list(named))


async def may_read(tx: Any, case_id: int, seen: Visibility) -> bool:
    return await _queries.may_read(tx, case_id=case_id, **msgspec.structs.asdict(seen))


async def insert_escalation(tx: Any, found: Due, accounts: Sequence[int], fell_to: FellTo | None, at: datetime) -> int | None:
    """None: the step was made already."""
    return await _queries.insert_escalation(
        tx,
        case_id=found.case_id,
        acknowledgement_id=found.id,
        step=found.step,
        due_at=found.due_at,
        at=at,
        accounts=list(accounts),
        fell_to=fell_to,
    )


async def insert_tries(tx: Any, tries: Sequence[NewTry]) -> None:
    await _queries.insert_tries(tx, rows=[msgspec.to_builtins(one) for one in tries])


async def all_failed(tx: Any, now: datetime, limit: int) -> tuple[FailedStep, ...]:
    delays = {"first_delay": duty.RETRY_AFTER, "longest_delay": duty.LONGEST_RETRY}
    return await _lines(tx, FailedStep, "all_failed", now=now, row_limit=limit, **delays)


async def lock_escalation(tx: Any, escalation_id: int) -> bool:
    return await _queries.lock_escalation(tx, escalation_id=escalation_id) is not None


async def claim_together(
    connection: Any, escalation_ids: Sequence[int], channel: Channel, now: datetime, max_attempts: int
) -> tuple[ClaimedTry, ...]:
    """The steps that one mail or one call to one person tells, oldest first; of two workers at once one has each."""
    work = {"channel": channel, "now": now, "stale": now - duty.LEASE, "max_attempts": max_attempts}
    claimed = await _lines(connection, ClaimedTry, "claim_together", escalation_ids=list(escalation_ids), **work)
    return tuple(sorted(claimed, key=lambda each: each.escalation_id))


async def accepted(pool: asyncpg.Pool, claimed: ClaimedTry, answer: str, at: datetime) -> None:
    """The other side took it: what was to follow on other channels is needless, and no other worker can begin with it in between."""
    async with transaction(pool) as tx:
        await _queries.finish_try(tx, try_id=claimed.id, attempts=claimed.attempts, state="accepted", answer=answer, accepted_at=at)
        await _queries.needless(tx, try_id=claimed.id)


async def failed(connection: Any, claimed: ClaimedTry, answer: str) -> None:
    await _queries.finish_try(connection, try_id=claimed.id, attempts=claimed.attempts, state="failed", answer=answer, accepted_at=None)


async def give_up(connection: Any, escalation_ids: Sequence[int], now: datetime, max_attempts: int, answer: str) -> None:
    work = {"stale": now - duty.LEASE, "max_attempts": max_attempts, "answer": answer}
    await _queries.give_up(connection, escalation_ids=list(escalation_ids), **work)


async def told_by(source: Any, message_ids: Sequence[str]) -> tuple[ToldBy, ...]:
    """Empty: none of these is a mail that told a step."""
    return await _lines(source, ToldBy, "told_by", message_ids=list(message_ids))


async def bounced(tx: Any, told: Sequence[ToldBy], reply: str) -> tuple[int, ...]:
    """The mail of these attempts did not arrive; the steps whose next channel waits now."""
    return tuple([row["id"] async for row in _queries.bounced(tx, try_ids=[one.id for one in told], reply=reply)])


async def unfinished(source: Any, before: datetime) -> tuple[int, ...]:
    async def look(connection: Any) -> tuple[int, ...]:
        return tuple([row["id"] async for row in _queries.unfinished(connection, before=before)])

    return await read(source, look)


async def escalations(
    source: Any, seen: Visibility, *, at: datetime, before: int | None = None, limit: int = LIST_LIMIT
) -> tuple[EscalationLine, ...]:
    """Newest first."""
    return await _lines(
        source, EscalationLine, "escalations", row_limit=limit, before=before or _LAST, at=at, **msgspec.structs.asdict(seen)
    )


def token_hash(token: str) -> bytes:
    return sha256(token.encode()).digest()


async def insert_card(connection: Any, escalation_id: int, token: str, *, at: datetime, expires_at: datetime) -> None:
    await _queries.insert_card(connection, escalation_id=escalation_id, token_hash=token_hash(token), made_at=at, expires_at=expires_at)


async def card(source: Any, token: str, seen: Visibility) -> Card | None:
    work = {"token_hash": token_hash(token), **msgspec.structs.asdict(seen)}
    row = await read(source, lambda connection: _queries.card(connection, **work))
    return Card(**dict(row)) if row else None


async def revoke_cards(tx: Any, case_id: int, office: str, *, at: datetime, by: str) -> int:
    """How many there were."""
    return len([row async for row in _queries.revoke_cards(tx, case_id=case_id, office=office, at=at, by=by)])


async def roster(source: Any, office: str, within: duty.Stretch) -> tuple[ShiftLine, ...]:
    return await _lines(source, ShiftLine, "roster", office=office, from_at=within.from_at, until_at=within.until_at)


async def on_duty_everywhere(source: Any, at: datetime) -> tuple[OnDuty, ...]:
    return await _lines(source, OnDuty, "on_duty_everywhere", at=at)


async def staff(source: Any, office: str) -> tuple[Colleague, ...]:
    return await _lines(source, Colleague, "staff", office=office)


async def lock_roster(tx: Any, office: str) -> None:
    await _queries.lock_roster(tx, office=office)


async def add_shift(tx: Any, office: str, role: DutyRole, account_id: int, stretch: duty.Stretch, *, at: datetime, by: str) -> int | None:
    """None: the same person is on that duty then already."""
    return await _queries.add_shift(
        tx,
        office=office,
        role=role,
        account_id=account_id,
        from_at=stretch.from_at,
        until_at=stretch.until_at,
        at=at,
        by=by,
    )


async def withdraw_shift(tx: Any, shift_id: int, office: str, *, at: datetime, by: str) -> bool:
    return await _queries.withdraw_shift(tx, shift_id=shift_id, office=office, at=at, by=by) is not None


async def set_address(tx: Any, account_id: int, office: str, address: str | None) -> bool:
    return await _queries.set_address(tx, account_id=account_id, office=office, address=address) is not None


async def _lines(source: Any, kind: Any, query: str, **work: Any) -> tuple[Any, ...]:
    async def look(connection: Any) -> tuple[Any, ...]:
        return tuple([msgspec.convert(dict(row), kind) async for row in getattr(_queries, query)(connection, **work)])

    return await read(source, look)
