"""The work lists: one query each, for the part of it that a reader sees, page by page, and how long each is."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any, Generic, TypeVar

import msgspec

from docket import work_lists
from docket.access import Actor, visibility
from docket.contract import SeizureKind
from docket.duty import Step, Urgency
from docket.hearings import HearingKind
from docket.requests import RequestKind
from docket.seized_items import Custodian, ItemDecision
from docket.store.conflicts import RunningLimit
from docket.store.pool import load_queries, read
from docket.store.search import CaseLine, line_of
from docket.store.time_limits import clock_of
from docket.telling import ToldAct, ToldRole, ToldState
from docket.time_limits import Clock
from docket.watches import WatchKind
from docket.work_lists import ListCode, Place, Seats
from routing import TrackCode

_queries: Any = load_queries(__file__)

PAGE_ROWS = 50
MAX_PAGE_ROWS = 200

Item = TypeVar("Item")
Name = TypeVar("Name", bound=str)


class WaitingTrack(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """A track that has to be decided or confirmed."""

    ordinal: int
    track: TrackCode
    persons: tuple[str, ...]
    prosecution_office: str | None
    court: str | None


class NumberItem(msgspec.Struct, frozen=True, kw_only=True):
    """What is told of an item of any list."""

    #: Id of the row that waits: a file, a clock, a hearing, a request.
    item: int
    case_number: str
    #: None = it counts at once, or never becomes due.
    day: date | None


class FileItem(msgspec.Struct, frozen=True, kw_only=True):
    case: CaseLine


class TracksItem(FileItem, frozen=True, kw_only=True):
    #: Empty = the file has no tracks at all.
    tracks: tuple[WaitingTrack, ...]


class OwnItem(FileItem, frozen=True, kw_only=True):
    """A file of one person with what waits in it."""

    untold: int
    #: Requests whose answer waits to be judged, and those that are late.
    answered: int
    late: int
    #: Ids of limits that have to be met by today, the first one first.
    limits: tuple[str, ...]
    #: Limitation that nears, a title, a service or an outcome that lacks.
    watched: tuple[WatchKind, ...]


class WatchItem(FileItem, frozen=True, kw_only=True):
    """Limitation that nears, the age of an accusation, a suspect in custody without a title."""

    kind: WatchKind
    #: Ids within the report; empty = of no one in particular.
    person: str
    offence: str
    #: Last day of the limitation, first day of the accusation.
    on_day: date | None
    #: Why no last day of a limitation can be told.
    why: tuple[str, ...] = ()


class ClockItem(FileItem, frozen=True, kw_only=True):
    clock: Clock


class HearingItem(FileItem, frozen=True, kw_only=True):
    starts_at: datetime
    court: str
    chamber: str
    kind: HearingKind


class WatchedHearingItem(HearingItem, frozen=True, kw_only=True):
    """A hearing without its service, or past and without its outcome."""

    #: The last day on which can be served, or the day of the hearing; None = somebody was served too late.
    on_day: date | None


class RequestItem(FileItem, frozen=True, kw_only=True):
    """What was asked; the question itself stands in the file only."""

    kind: RequestKind
    addressee: str
    fact: str | None
    due_on: date
    asked_on: date


class ServiceItem(FileItem, frozen=True, kw_only=True):
    """A hearing with people whose service failed."""

    starts_at: datetime
    court: str
    chamber: str
    failed: int


class SeizedListItem(FileItem, frozen=True, kw_only=True):
    """A seized item that waits; `seizure` is its id in the report."""

    seizure: str
    seizure_kind: SeizureKind | None
    substance: str | None
    net_weight_kg: float | None
    quantity: float | None
    unit: str | None
    amount_eur: float | None
    container_number: str | None
    decision: ItemDecision | None
    decided_on: date | None
    custodian: Custodian | None
    custodian_name: str | None
    kept_at: str | None
    daily_cost_cents: int | None
    kept_from: date | None


class PaperItem(FileItem, frozen=True, kw_only=True):
    """A document that waits for a magistrate."""

    document: int
    kind: str
    about: str | None
    made_by: str
    proposed_at: datetime
    proposed_by: str
    #: A fact under it was corrected since: it has to be made again.
    outdated: bool


class WaitingItem(FileItem, frozen=True, kw_only=True):
    """What nobody took in charge."""

    of_office: str
    urgency: Urgency
    #: Kind of the docket entry that opened it.
    cause: str
    opened_at: datetime
    told: tuple[Step, ...]
    #: The last step that was made failed on every channel.
    last_failed: bool


class UntoldItem(FileItem, frozen=True, kw_only=True):
    """One who is not told yet."""

    act: ToldAct
    role: ToldRole
    person: str | None
    state: ToldState
    reason: str | None
    made_at: datetime
    #: Of the hearing.
    starts_at: datetime | None
    mail_state: str | None
    contact_name: str | None
    phone: str | None
    email: str | None


class OfferItem(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """What the office that is offered a file learns of it before it accepts."""

    case_number: str
    version: int
    from_office: str
    ground: str | None
    reason: str
    pieces: tuple[str, ...]
    time_limits: tuple[RunningLimit, ...]
    answer_due_on: date | None
    offered_at: datetime
    offered_by: str


class SavedFilter(msgspec.Struct, frozen=True, kw_only=True):
    """A list with its filters, under a name of its owner."""

    id: int
    name: str
    #: Path and query.
    address: str


class WorkPage(msgspec.Struct, Generic[Item], frozen=True, kw_only=True):
    items: tuple[Item, ...]
    #: Where the next page begins; None = this is the last one.
    next: Place | None = None


async def counts(pool: Any, actor: Actor, today: date) -> dict[ListCode, int]:
    """How many items each list of this reader has: exactly as many as its pages show."""
    lists = work_lists.readable(actor)
    # Two or three actions decide the seats of all lists.
    seats = {needs: work_lists.seats_of(visibility(actor, needs)) for needs in {one.needs for one in lists}}
    own = [(one, seats[one.needs] if one.of_cases else work_lists.seats_for(one, actor)) for one in lists]
    return await counted(pool, [(one.code, one.key_for(actor) or "", where, *one.days(today)) for one, where in own])


async def counted(pool: Any, lists: Sequence[tuple[Name, str, Seats, date, date]]) -> dict[Name, int]:
    """Of each name with its key, the seats of the reader, and the first and the last day that count."""
    ranges = [
        (place, key, seat, level, first, last)
        for place, (_, key, seats, first, last) in enumerate(lists)
        for seat, level in zip(seats.seats, seats.levels, strict=True)
    ]
    if not ranges:
        return {name: 0 for name, *_ in lists}
    places, keys, seats_, levels, firsts, lasts = (list(column) for column in zip(*ranges, strict=True))

    async def look(connection: Any) -> list[Any]:
        found = _queries.counts(connection, places=places, keys=keys, seats=seats_, levels=levels, first_days=firsts, last_days=lasts)
        return [row async for row in found]

    found = {row["place"]: row["items"] for row in await read(pool, look)}
    return {name: found.get(place, 0) for place, (name, *_) in enumerate(lists)}


async def numbers(
    pool: Any, actor: Actor, code: ListCode, today: date, after: Place | None = None, limit: int = PAGE_ROWS
) -> WorkPage[NumberItem]:
    """Of any list of files."""
    return await _page(pool, "numbers", _number, code, actor, today, after, limit)


async def files(
    pool: Any, actor: Actor, code: ListCode, today: date, after: Place | None = None, limit: int = PAGE_ROWS
) -> WorkPage[FileItem]:
    """Of `files` and `mine`."""
    return await _page(pool, "files", _of(FileItem), code, actor, today, after, limit)


async def open_tracks(pool: Any, actor: Actor, today: date, after: Place | None = None, limit: int = PAGE_ROWS) -> WorkPage[TracksItem]:
    return await _page(pool, "open_tracks", _tracks, "openTracks", actor, today, after, limit)


async def to_confirm(pool: Any, actor: Actor, today: date, after: Place | None = None, limit: int = PAGE_ROWS) -> WorkPage[TracksItem]:
    return await _page(pool, "to_confirm", _tracks, "toConfirm", actor, today, after, limit)


async def for_me(pool: Any, actor: Actor, today: date, after: Place | None = None, limit: int = PAGE_ROWS) -> WorkPage[OwnItem]:
    return await _page(pool, "for_me", _of(OwnItem), "forMe", actor, today, after, limit)


async def time_limits(
    pool: Any, actor: Actor, code: ListCode, today: date, after: Place | None = None, limit: int = PAGE_ROWS
) -> WorkPage[ClockItem]:
    """Of `timeLimits` and `expiring`."""
    return await _page(pool, "time_limits", _clock, code, actor, today, after, limit)


async def hearings(pool: Any, actor: Actor, today: date, after: Place | None = None, limit: int = PAGE_ROWS) -> WorkPage[HearingItem]:
    return await _page(pool, "hearings", _of(HearingItem), "hearings", actor, today, after, limit)


async def watches(
    pool: Any, actor: Actor, code: ListCode, today: date, after: Place | None = None, limit: int = PAGE_ROWS
) -> WorkPage[WatchItem]:
    """Of `limitation`, `limitationUntold`, `reasonableTime`, `settlementOverdue`, `actUnserved` and `unheld`."""
    return await _page(pool, "watches", _of(WatchItem), code, actor, today, after, limit)


async def watched_hearings(
    pool: Any, actor: Actor, code: ListCode, today: date, after: Place | None = None, limit: int = PAGE_ROWS
) -> WorkPage[WatchedHearingItem]:
    """Of `servicesMissed` and `hearingsPast`."""
    return await _page(pool, "watched_hearings", _of(WatchedHearingItem), code, actor, today, after, limit)


async def not_taken(pool: Any, actor: Actor, today: date, after: Place | None = None, limit: int = PAGE_ROWS) -> WorkPage[WaitingItem]:
    return await _page(pool, "not_taken", _of(WaitingItem), "notTaken", actor, today, after, limit)


async def untold(pool: Any, actor: Actor, today: date, after: Place | None = None, limit: int = PAGE_ROWS) -> WorkPage[UntoldItem]:
    return await _page(pool, "untold", _of(UntoldItem), "untold", actor, today, after, limit)


async def requests(
    pool: Any, actor: Actor, code: ListCode, today: date, after: Place | None = None, limit: int = PAGE_ROWS
) -> WorkPage[RequestItem]:
    """Of `requestsLate` and `requestsAnswered`."""
    return await _page(pool, "requests", _of(RequestItem), code, actor, today, after, limit)


async def to_sign(pool: Any, actor: Actor, today: date, after: Place | None = None, limit: int = PAGE_ROWS) -> WorkPage[PaperItem]:
    return await _page(pool, "to_sign", _of(PaperItem), "toSign", actor, today, after, limit)


async def services_failed(
    pool: Any, actor: Actor, today: date, after: Place | None = None, limit: int = PAGE_ROWS
) -> WorkPage[ServiceItem]:
    return await _page(pool, "services_failed", _of(ServiceItem), "servicesFailed", actor, today, after, limit)


async def items(
    pool: Any, actor: Actor, code: ListCode, today: date, after: Place | None = None, limit: int = PAGE_ROWS
) -> WorkPage[SeizedListItem]:
    """Of `itemsToDestroy`, `containersToRelease` and `itemsForgotten`."""
    return await _page(pool, "items", _of(SeizedListItem), code, actor, today, after, limit)


async def offered(pool: Any, actor: Actor, today: date, after: Place | None = None, limit: int = PAGE_ROWS) -> WorkPage[OfferItem]:
    return await _page(pool, "offered", _offer, "offered", actor, today, after, limit)


async def offer(pool: Any, office: str, case_number: str) -> OfferItem | None:
    """The offer of one file to that office, while it waits for an answer."""
    row = await read(pool, lambda connection: _queries.offer(connection, case_number=case_number, office=office))
    return _offer(row) if row else None


async def saved_filters(pool: Any, account_id: int) -> tuple[SavedFilter, ...]:
    async def look(connection: Any) -> list[Any]:
        return [row async for row in _queries.saved_filters(connection, account_id=account_id)]

    return tuple(SavedFilter(**dict(row)) for row in await read(pool, look))


async def save_filter(tx: Any, account_id: int, name: str, address: str, at: datetime) -> None:
    await _queries.save_filter(tx, account_id=account_id, name=name, address=address, at=at)


async def count_filters(tx: Any, account_id: int) -> int:
    return await _queries.count_filters(tx, account_id=account_id)


async def rename_filter(tx: Any, account_id: int, filter_id: int, name: str) -> bool:
    """False = it is not there, or another one has that name."""
    return await _queries.rename_filter(tx, account_id=account_id, filter_id=filter_id, name=name) is not None


async def delete_filter(tx: Any, account_id: int, filter_id: int) -> None:
    await _queries.delete_filter(tx, account_id=account_id, filter_id=filter_id)


async def _page(
    pool: Any, query: str, made: Callable[[Any], Item], code: ListCode, actor: Actor, today: date, after: Place | None, limit: int
) -> WorkPage[Item]:
    one = work_lists.BY_CODE[code]
    key = one.key_for(actor)
    if key is None:
        return WorkPage(items=())
    first, last = one.days(today)
    after = after if after is not None and after.day >= first else one.start(today)
    seats = work_lists.seats_for(one, actor)
    limit = max(1, min(limit, MAX_PAGE_ROWS))
    work: dict[str, Any] = {
        "key": key,
        "seats": list(seats.seats),
        "levels": list(seats.levels),
        "last_day": last,
        "after_day": after.day,
        "after_sort": after.sort,
        "after_item": after.item,
        "row_limit": limit + 1,
    }
    if one.of_cases:
        work |= msgspec.structs.asdict(visibility(actor, one.needs))

    async def look(connection: Any) -> list[Any]:
        return [row async for row in getattr(_queries, query)(connection, **work)]

    rows = await read(pool, look)
    more = rows[limit - 1] if len(rows) > limit else None
    return WorkPage(
        items=tuple(made(row) for row in rows[:limit]),
        next=Place(day=more["day"], sort=more["sort"], item=more["item"]) if more else None,
    )


def _of(kind: Any) -> Callable[[Any], Any]:
    """Makes such an item of a row: the file, and columns of the same names."""
    own = [field.name for field in msgspec.structs.fields(kind) if field.name != "case"]

    def made(row: Any) -> Any:
        return kind(case=line_of(row), **{name: tuple(row[name]) if isinstance(row[name], list) else row[name] for name in own})

    return made


def _number(row: Any) -> NumberItem:
    dated = work_lists.AT_ONCE < row["day"] < work_lists.NEVER
    return NumberItem(item=row["item"], case_number=row["case_number"], day=row["day"] if dated else None)


def _tracks(row: Any) -> TracksItem:
    return TracksItem(case=line_of(row), tracks=msgspec.convert(row["tracks"], tuple[WaitingTrack, ...]))


def _clock(row: Any) -> ClockItem:
    return ClockItem(case=line_of(row), clock=clock_of(dict(row) | {"id": row["item"]}))


def _offer(row: Any) -> OfferItem:
    columns: dict[str, Any] = {name: row[name] for name in OfferItem.__struct_fields__}
    columns |= {"pieces": tuple(row["pieces"]), "time_limits": msgspec.convert(row["time_limits"], tuple[RunningLimit, ...])}
    return OfferItem(**columns)
