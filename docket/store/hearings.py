"""Chambers, their sittings and the hearings in them."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, time
from typing import Any

import msgspec

from docket.access import Actor, Visibility
from docket.contract import Offence, Person
from docket.draws import code_of
from docket.hearings import Chamber, ChamberSaid, Hearing, HearingKind, HearingState, Sitting, SummonsCode
from docket.store.pool import load_queries, read

_queries: Any = load_queries(__file__)


class StandingHearing(msgspec.Struct, frozen=True, kw_only=True):
    starts_at: datetime
    #: None = of a case that the reader does not read.
    case_number: str | None


class SameDay(msgspec.Struct, frozen=True, kw_only=True):
    """Another hearing of a day, with whom one could meet in it."""

    starts_at: datetime
    court: str
    chamber: str
    #: Of the case that is being set itself.
    own: bool
    #: None = a case that the reader does not read.
    case_number: str | None
    suspects: tuple[dict[str, Any], ...]
    contacts: tuple[dict[str, Any], ...]


class Booking(msgspec.Struct, frozen=True, kw_only=True):
    """What is written of a hearing when it is set or moved."""

    sitting_id: int
    starts_at: datetime
    summons: SummonsCode | None
    served_on: date | None
    first_lawful_on: date | None
    overbooked: str | None
    overbooked_by: str | None


class RollPerson(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody of a file, for what a roll may say of him."""

    #: His names, what tells his age, count and custody; nothing else of him.
    person: Person
    #: The decision of his file sends him to a youth court.
    youth: bool
    #: His track leads to another court: he is not heard there.
    elsewhere: bool = False
    #: Those of his file, when and by whom only: from what his age at the facts is reckoned.
    offences: tuple[Offence, ...]
    received_on: date


class RollLine(msgspec.Struct, frozen=True, kw_only=True):
    """A place of a sitting; of a case that the reader does not read only that it is taken."""

    starts_at: datetime
    case_number: str | None
    notice_number: str | None
    #: Everybody of the file: suspects are told, and nobody who is or may be a minor is named.
    people: tuple[RollPerson, ...]
    counsel: tuple[str, ...]

    @property
    def suspects(self) -> tuple[RollPerson, ...]:
        return tuple(one for one in self.people if one.person.role == "suspect" and not one.elsewhere)


class CalendarLine(msgspec.Struct, frozen=True, kw_only=True):
    uid: str
    sequence: int
    state: HearingState
    starts_at: datetime
    changed_at: datetime
    case_number: str
    prosecutor: int | None
    court: str
    chamber: str
    kind: HearingKind


class FeedLine(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    #: None = the hearings of the account itself.
    chamber_id: int | None
    made_at: datetime
    court: str | None
    chamber: str | None


async def chambers(source: Any, court: str | None = None) -> tuple[Chamber, ...]:
    return tuple(_chamber(row) for row in await _rows(source, "chambers", {"court": court}))


async def chamber(source: Any, chamber_id: int) -> Chamber | None:
    row = await read(source, lambda connection: _queries.chamber(connection, chamber_id=chamber_id))
    return _chamber(row) if row is not None else None


async def add_chamber(tx: Any, said: ChamberSaid, *, at: datetime, by: str) -> int | None:
    """None when the court has one of that name."""
    columns = msgspec.structs.asdict(said) | {"weekdays": list(said.weekdays)}
    return await _queries.add_chamber(tx, at=at, by=by, **columns)


async def change_chamber(tx: Any, chamber: Chamber) -> int | None:
    """The next version; None when `chamber.version` is not the one that is there."""
    return await _queries.change_chamber(
        tx,
        chamber_id=chamber.id,
        version=chamber.version,
        weekdays=list(chamber.weekdays),
        starts_at=chamber.starts_at,
        capacity=chamber.capacity,
        closed_at=chamber.closed_at,
    )


async def sittings(source: Any, chamber_ids: Sequence[int], first: date, last: date) -> tuple[Sitting, ...]:
    rows = await _rows(source, "sittings", {"chamber_ids": list(chamber_ids), "first": first, "last": last})
    return tuple(Sitting(**dict(row)) for row in rows)


async def keep_sitting(tx: Any, chamber_id: int, day: date, *, starts_at: time, capacity: int, kind: HearingKind) -> None:
    await _queries.keep_sitting(tx, chamber_id=chamber_id, day=day, starts_at=starts_at, capacity=capacity, kind=kind)


async def standing(
    source: Any, chamber_id: int, seen: Visibility, *, now: datetime, day: date | None = None, earlier_than: time | None = None
) -> tuple[StandingHearing, ...]:
    """Hearings to come of a chamber: of one day, or before an hour of the day, where that is given."""
    work = {"chamber_id": chamber_id, "now": now, "day": day, "earlier_than": earlier_than, **msgspec.structs.asdict(seen)}
    return tuple(StandingHearing(**dict(row)) for row in await _rows(source, "standing", work))


async def lock_sitting(tx: Any, sitting: Sitting) -> int | None:
    """Makes the sitting where it is not there yet, and keeps others from booking in it until the end; None = the chamber closed."""
    await _queries.make_sitting(
        tx,
        chamber_id=sitting.chamber_id,
        day=sitting.day,
        starts_at=sitting.starts_at,
        capacity=sitting.capacity,
        kind=sitting.kind,
    )
    return await _queries.lock_sitting(tx, chamber_id=sitting.chamber_id, day=sitting.day)


async def booked(tx: Any, sitting_id: int) -> tuple[int, int]:
    """How many files the locked sitting takes, and how many it has."""
    row = await _queries.booked(tx, sitting_id=sitting_id)
    return row["capacity"], row["booked"]


async def set_hearing(tx: Any, case_id: int, booking: Booking, *, uid: str, reason: str, at: datetime, by: str, acts: Sequence[str]) -> int:
    columns = msgspec.structs.asdict(booking)
    return await _queries.set_hearing(tx, case_id=case_id, uid=uid, reason=reason, at=at, by=by, acts=list(acts), **columns)


async def move_hearing(tx: Any, hearing_id: int, booking: Booking, *, reason: str, at: datetime, by: str, acts: Sequence[str]) -> None:
    columns = msgspec.structs.asdict(booking)
    await _queries.move_hearing(tx, hearing_id=hearing_id, reason=reason, at=at, by=by, acts=list(acts), **columns)


async def cancel_hearing(tx: Any, hearing_id: int, *, reason: str, at: datetime, by: str, acts: Sequence[str]) -> None:
    await _queries.cancel_hearing(tx, hearing_id=hearing_id, reason=reason, at=at, by=by, acts=list(acts))


async def of_case(source: Any, case_id: int) -> tuple[Hearing, ...]:
    """Every one, cancelled ones too; the latest day first."""
    return tuple(Hearing(**dict(row)) for row in await _rows(source, "of_case", {"case_id": case_id}))


async def elsewhere(source: Any, case_id: int, courts: Collection[str]) -> frozenset[str]:
    """Suspects who are before none of these courts: their tracks lead to others."""
    return frozenset(await read(source, lambda connection: _queries.elsewhere(connection, case_id=case_id, courts=sorted(courts))))


async def acts(source: Any, case_id: int) -> dict[str, int]:
    """`key:digest` of each act that carried an idempotency key -> its hearing."""
    return {act: row["id"] for row in await _rows(source, "acts", {"case_id": case_id}) for act in row["acts"]}


async def same_day(source: Any, case_id: int, day: date, first: datetime, last: datetime, seen: Visibility) -> tuple[SameDay, ...]:
    """Hearings from `first` up to `last`; nothing of a restricted or sealed case that the reader does not read."""
    work = {"case_id": case_id, "day": day, "first": first, "last": last, **msgspec.structs.asdict(seen)}
    found = []
    for row in await _rows(source, "same_day", work):
        columns: dict[str, Any] = dict(row) | {"suspects": tuple(row["suspects"]), "contacts": tuple(row["contacts"])}
        found.append(SameDay(**columns))
    return tuple(found)


async def roll(source: Any, chamber_id: int, day: date, seen: Visibility) -> tuple[RollLine, ...]:
    work = {"chamber_id": chamber_id, "day": day, **msgspec.structs.asdict(seen)}
    return tuple(msgspec.convert(dict(row), RollLine) for row in await _rows(source, "roll", work))


async def calendar(
    source: Any, seen: Visibility, *, since: datetime, chamber_id: int | None = None, mine: bool = False
) -> tuple[CalendarLine, ...]:
    """Of one chamber, of the files of the account (`mine`), or of all that it reads."""
    work = {"chamber_id": chamber_id, "mine": mine, "since": since, **msgspec.structs.asdict(seen)}
    return tuple(CalendarLine(**dict(row)) for row in await _rows(source, "calendar", work))


async def make_feed(tx: Any, account_id: int, chamber_id: int | None, token_hash: bytes, at: datetime) -> None:
    await _queries.make_feed(tx, account_id=account_id, chamber_id=chamber_id, token_hash=token_hash, at=at)


async def revoke_feed(tx: Any, account_id: int, feed_id: int, at: datetime) -> None:
    await _queries.revoke_feed(tx, account_id=account_id, feed_id=feed_id, at=at)


async def feeds(source: Any, account_id: int) -> tuple[FeedLine, ...]:
    return tuple(FeedLine(**dict(row)) for row in await _rows(source, "feeds", {"account_id": account_id}))


async def feed(source: Any, token_hash: bytes) -> tuple[Actor, int | None] | None:
    """Who reads by an address, and of which chamber; None: revoked, never made, or the account is closed."""
    row = await read(source, lambda connection: _queries.feed(connection, token_hash=token_hash))
    if row is None:
        return None
    actor = Actor(account_id=row["id"], code=code_of(row["id"]), roles=frozenset(row["roles"]), office=row["office"], court=row["court"])
    return actor, row["chamber_id"]


def _chamber(row: Any) -> Chamber:
    columns: dict[str, Any] = dict(row) | {"weekdays": tuple(row["weekdays"])}
    return Chamber(**columns)


async def _rows(source: Any, query: str, work: dict[str, Any]) -> list[Any]:
    async def rows(connection: Any) -> list[Any]:
        return [row async for row in getattr(_queries, query)(connection, **work)]

    return await read(source, rows)
