"""The rows that facts, acts, law and day make together: what they are made from, which files are to be made again, and what is there."""

from collections import defaultdict
from collections.abc import AsyncIterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

import msgspec

from docket import limitation
from docket.hearings import Hearing
from docket.services import Service
from docket.store.cases import stands_of
from docket.store.entries import SaidLine
from docket.store.mails import Told
from docket.store.parts import case_of
from docket.store.pool import load_queries, read
from docket.store.time_limits import clock_of
from docket.watches import Outlook, SettlementOffer, Watch, WatchedFile, WatchKey
from docket.work_lists import AT_ONCE, NEVER

_queries: Any = load_queries(__file__)


class LimitationToRemindOf(Told, frozen=True, kw_only=True):
    case_id: int
    case_number: str
    on_day: date
    #: Ids of those whose last day it is.
    offences: tuple[str, ...]
    #: The step: so many days before.
    days: int


_INFINITE = {AT_ONCE: "-infinity", NEVER: "infinity"}
#: A number that nothing else locks by.
_LOCK = 7_226_045


async def try_lock(tx: Any) -> bool:
    """Until the transaction ends nobody else makes rows; False = somebody does."""
    return await _queries.try_lock(tx, number=_LOCK)


async def basis(source: Any) -> str | None:
    """What the rows of all files were made by, or are being made by; None = none were made yet."""
    return await read(source, _queries.basis)


async def set_basis(tx: Any, basis: str) -> None:
    """Marks every file."""
    await _queries.set_basis(tx, basis=basis)


async def take(tx: Any, now: datetime, rows: int) -> list[int]:
    """Ids of the next files that have to be made; their marks are gone when the transaction commits."""
    return await _queries.take(tx, now=now, row_limit=rows)


async def counting(source: Any) -> bool:
    """Are there files of which the worker still has to make the rows? Says of none which one it is."""
    return await read(source, _queries.counting)


class _OfferTyped(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """What a row is made from of all that the maker of an offer typed."""

    counts: tuple[str, ...] = ()
    due_on: date | None = None


def _offer_of(row: Any) -> SettlementOffer | None:
    """None = it names no day, so there is none to be late on."""
    typed = msgspec.json.decode(row["typed"] or "{}", type=_OfferTyped)
    return None if typed.due_on is None else SettlementOffer(person=row["person"], counts=typed.counts, due_on=typed.due_on)


class StoredFile(msgspec.Struct, frozen=True, kw_only=True):
    """What is stored of a file, read row by row but not yet understood: what is broken in one of them is its own fault."""

    id: int
    case_number: str
    file: Any
    entries: Sequence[Any]
    hearings: Sequence[Any]
    services: Sequence[Any]
    clocks: Sequence[Any]
    offers: Sequence[Any]

    def decoded(self) -> WatchedFile:
        """Raises whatever the rows of a broken file raise."""
        return WatchedFile(
            case=case_of(self.file),
            stands=stands_of(self.file),
            entries=tuple(SaidLine(**_less(row)) for row in self.entries),
            hearings=tuple(Hearing(**_less(row)) for row in self.hearings),
            services=tuple(Service(**_less(row)) for row in self.services),
            clocks=tuple(clock_of(row) for row in self.clocks),
            offers=tuple(offer for row in self.offers if (offer := _offer_of(row)) is not None),
        )


async def files(source: Any, case_ids: Sequence[int], kinds: Sequence[str]) -> tuple[StoredFile, ...]:
    """`kinds`: of the entries that tell something, besides those of limitation and those that moved somebody."""
    ids = list(case_ids)

    async def look(connection: Any) -> tuple[StoredFile, ...]:
        entries = await _by_case(_queries.entries_of(connection, ids=ids, kinds=[*limitation.KINDS, *kinds]))
        hearings = await _by_case(_queries.hearings_of(connection, ids=ids))
        services = await _by_case(_queries.services_of(connection, ids=ids))
        clocks = await _by_case(_queries.clocks_of(connection, ids=ids))
        offers = await _by_case(_queries.offers_of(connection, ids=ids))
        return tuple(
            [
                StoredFile(
                    id=row["id"],
                    case_number=row["case_number"],
                    file=row,
                    entries=entries[row["id"]],
                    hearings=hearings[row["id"]],
                    services=services[row["id"]],
                    clocks=clocks[row["id"]],
                    offers=offers[row["id"]],
                )
                async for row in _queries.files(connection, ids=ids)
            ]
        )

    return await read(source, look)


async def _by_case(rows: AsyncIterable[Any]) -> Mapping[int, Sequence[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    async for row in rows:
        found[row["case_id"]].append(row)
    return found


async def put(tx: Any, made: Mapping[int, Outlook], at: datetime) -> None:
    rows = [
        {
            "case_id": case_id,
            **msgspec.structs.asdict(one),
            "counts_from": _INFINITE.get(one.counts_from, one.counts_from),
        }
        for case_id, outlook in made.items()
        for one in outlook.watches.values()
    ]
    outlooks = [{"case_id": case_id, "again_at": outlook.again_at} for case_id, outlook in made.items()]
    await _queries.put(tx, ids=list(made), rows=rows, outlooks=outlooks, at=at)


async def defer(tx: Any, case_ids: Sequence[int], at: datetime, again_at: datetime) -> None:
    if case_ids:
        await _queries.defer(tx, ids=list(case_ids), at=at, again_at=again_at)


async def held(source: Any, case_ids: Sequence[int]) -> dict[int, dict[WatchKey, Watch]]:
    """The rows that are there, of each case."""

    async def look(connection: Any) -> dict[int, dict[WatchKey, Watch]]:
        found: dict[int, dict[WatchKey, Watch]] = defaultdict(dict)
        async for row in _queries.held(connection, ids=list(case_ids)):
            watch = msgspec.convert(_less(row), Watch)
            found[row["case_id"]][watch.key] = watch
        return found

    return await read(source, look)


async def settled(source: Any, case_ids: Sequence[int], now: datetime) -> dict[int, str]:
    """Numbers of those cases whose rows should be those of now."""

    async def look(connection: Any) -> dict[int, str]:
        return {row["id"]: row["case_number"] async for row in _queries.settled(connection, ids=list(case_ids), now=now)}

    return await read(source, look)


async def limitations_to_remind_of(tx: Any, today: date, steps: Sequence[int], rows: int) -> tuple[LimitationToRemindOf, ...]:
    """`steps`: days before the last day."""
    found = _queries.limitations_to_remind_of(tx, today=today, steps=list(steps), row_limit=rows)
    return tuple([msgspec.convert(dict(row), LimitationToRemindOf) async for row in found])


async def limitation_reminded(tx: Any, one: LimitationToRemindOf, at: datetime) -> bool:
    """False = another worker was first."""
    return await _queries.limitation_reminded(tx, case_id=one.case_id, on_day=one.on_day, days=one.days, at=at) is not None


def _less(row: Any) -> dict[str, Any]:
    return {name: value for name, value in dict(row).items() if name != "case_id"}
