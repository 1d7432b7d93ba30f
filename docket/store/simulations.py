"""Drafts of the law tried on the whole docket: what is read of it, and what was found."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any, Literal

import asyncpg
import msgspec

from docket.access import Visibility
from docket.simulation import Compared, Route, Totals
from docket.store.pool import load_queries, read

_queries: Any = load_queries(__file__)

State = Literal["waiting", "running", "done", "failed"]
#: Rows that the server's cursor hands over at a time.
_FETCHED = 250
_COUNTS_FETCHED = 10_000


class HeldRow(msgspec.Struct, frozen=True, kw_only=True):
    """A file with what a comparison of laws looks at; facts and answers as JSON text."""

    case_id: int
    #: Lines of its docket.
    entry_count: int
    #: Of receipt.
    year: int
    open_track: bool
    #: A track waits for a magistrate, since policy alone names its court.
    to_confirm: bool
    facts: str
    #: The last answer of the rules, and the law and engine that gave it.
    routed: str
    law_digest: str
    engine_version: str
    #: What a person made of it; None = the answer of the rules holds.
    standing: str | None
    #: Places of the tracks that were brought before their court.
    referred: tuple[int, ...]


class Simulation(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    draft_digest: str
    asked_at: datetime
    #: A function code.
    asked_by: str
    state: State
    failure: str | None
    alive_at: datetime | None
    files_done: int
    #: None until it begins, as the three after it: how many files there are, when, under which law and engine.
    files: int | None
    snapshot_at: datetime | None
    present_digest: str | None
    engine_version: str | None
    finished_at: datetime | None
    totals: Totals | None


class ListedFile(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """A file that moves, or that stays with its reason."""

    case_id: int
    case_number: str
    #: Of receipt.
    year: int
    stays: str | None
    what: tuple[str, ...]
    lapses: bool
    before: Route
    after: Route


class Extent(msgspec.Struct, frozen=True, kw_only=True):
    files: int
    last_id: int


@asynccontextmanager
async def snapshot(source: Any) -> AsyncIterator[tuple[asyncpg.Connection, str]]:
    """A connection that sees the register as it is now until the block ends, and the name under which others see the same."""
    async with source.acquire() as connection, connection.transaction(isolation="repeatable_read", readonly=True):
        yield connection, await export_snapshot(connection)


async def export_snapshot(tx: Any) -> str:
    return await _queries.export_snapshot(tx)


@asynccontextmanager
async def on_snapshot(url: str, name: str) -> AsyncIterator[asyncpg.Connection]:
    """A connection of one's own that sees what the owner of the snapshot sees, and can write nothing."""
    connection = await asyncpg.connect(url, server_settings={"application_name": "docket simulation", "jit": "off", "timezone": "UTC"})
    try:
        async with connection.transaction(isolation="repeatable_read", readonly=True):
            await connection.execute(f"set transaction snapshot '{name}'")
            yield connection
    finally:
        await connection.close()


async def extent(tx: Any) -> Extent:
    return Extent(**dict(await _queries.extent(tx)))


async def held(tx: Any, first: int, until: int) -> AsyncIterator[HeldRow]:
    """Files of a range of ids, through a cursor of the server: memory is that of a few rows."""
    async for row in tx.cursor(_queries.held.sql, first, until, prefetch=_FETCHED):
        yield _held(row)


async def held_of(tx: Any, case_ids: Sequence[int]) -> list[HeldRow]:
    """Of these files, in the order of their ids."""
    return [_held(row) async for row in _queries.held_of(tx, case_ids=list(case_ids))]


def _held(row: Any) -> HeldRow:
    case_id, entry_count, year, open_track, to_confirm, facts, routed, law_digest, engine_version, standing, referred = row
    return HeldRow(
        case_id=case_id,
        entry_count=entry_count,
        year=year,
        open_track=open_track,
        to_confirm=to_confirm,
        facts=facts,
        routed=routed,
        law_digest=law_digest,
        engine_version=engine_version,
        standing=standing,
        referred=tuple(referred),
    )


async def entry_counts(tx: Any) -> dict[int, int]:
    """Lines in the docket of every file, by its id."""
    return {row["id"]: row["entry_count"] async for row in tx.cursor(_queries.entry_counts.sql, prefetch=_COUNTS_FETCHED)}


async def ask(tx: Any, draft_digest: str, *, at: datetime, by: str) -> int:
    return await _queries.ask(tx, draft_digest=draft_digest, asked_at=at, asked_by=by)


async def claim(tx: Any, simulation_id: int, *, at: datetime, max_attempts: int) -> str | None:
    """The digest of its draft; None = nothing is to be done, or it was begun too often."""
    row = await _queries.claim(tx, simulation_id=simulation_id, now=at, max_attempts=max_attempts)
    if row is None:
        return None
    await _queries.forget_files(tx, simulation_id=simulation_id)
    return row["draft_digest"]


async def begin(tx: Any, simulation_id: int, *, files: int, snapshot_at: datetime, present_digest: str, engine_version: str) -> None:
    await _queries.begin(
        tx,
        simulation_id=simulation_id,
        files=files,
        snapshot_at=snapshot_at,
        present_digest=present_digest,
        engine_version=engine_version,
    )


async def progress(tx: Any, simulation_id: int, files_done: int, *, at: datetime) -> None:
    await _queries.progress(tx, simulation_id=simulation_id, files_done=files_done, now=at)


async def keep_files(tx: Any, simulation_id: int, compared: Sequence[Compared]) -> None:
    if compared:
        await _queries.keep_files(tx, simulation_id=simulation_id, files=[_row(one) for one in compared])


def _row(one: Compared) -> dict[str, Any]:
    return {
        "case_id": one.case_id,
        "year": one.year,
        "stays": one.stays,
        "what": one.what,
        "lapses": one.lapses,
        "before": one.before,
        "after": one.after,
    }


async def finish(tx: Any, simulation_id: int, totals: Totals, *, at: datetime) -> None:
    await _queries.finish(tx, simulation_id=simulation_id, files_done=totals.files, totals=msgspec.to_builtins(totals), now=at)


async def fail(tx: Any, simulation_id: int, failure: str, *, at: datetime) -> None:
    await _queries.fail(tx, simulation_id=simulation_id, failure=failure, now=at)


async def ask_again(tx: Any, simulation_id: int) -> bool:
    """False = it is done, or there is no such simulation."""
    return await _queries.ask_again(tx, simulation_id=simulation_id) is not None


async def simulation(source: Any, simulation_id: int) -> Simulation | None:
    row = await read(source, lambda connection: _queries.simulation(connection, simulation_id=simulation_id))
    return _simulation(row) if row else None


async def newest(source: Any, limit: int = 50) -> tuple[Simulation, ...]:
    async def rows(connection: Any) -> tuple[Simulation, ...]:
        return tuple([_simulation(row) async for row in _queries.newest(connection, row_limit=limit)])

    return await read(source, rows)


async def last_done(source: Any, draft_digest: str, present_digest: str, engine_version: str) -> int | None:
    return await read(
        source,
        lambda connection: _queries.last_done(
            connection, draft_digest=draft_digest, present_digest=present_digest, engine_version=engine_version
        ),
    )


async def moved_ids(source: Any, simulation_id: int) -> frozenset[int]:
    async def rows(connection: Any) -> frozenset[int]:
        return frozenset([row["case_id"] async for row in _queries.moved_ids(connection, simulation_id=simulation_id)])

    return await read(source, rows)


async def listed(
    source: Any, simulation_id: int, seen: Visibility | None, *, staying: bool = False, after: int = 0, limit: int = 100
) -> tuple[ListedFile, ...]:
    """`seen` None: for the command line, moving and staying files together."""

    async def rows(connection: Any) -> tuple[ListedFile, ...]:
        if seen is None:
            found = _queries.listed_all(connection, simulation_id=simulation_id, after=after, row_limit=limit)
        else:
            found = _queries.listed(
                connection, simulation_id=simulation_id, after=after, row_limit=limit, staying=staying, **msgspec.structs.asdict(seen)
            )
        return tuple([_listed(row) async for row in found])

    return await read(source, rows)


def _listed(row: Any) -> ListedFile:
    columns: dict[str, Any] = dict(row)
    columns["what"] = tuple(row["what"])
    columns["before"], columns["after"] = (msgspec.convert(row[side], Route) for side in ("before", "after"))
    return ListedFile(**columns)


def _simulation(row: Any) -> Simulation:
    columns: dict[str, Any] = dict(row)
    if columns["totals"] is not None:
        columns["totals"] = msgspec.convert(columns["totals"], Totals)
    return Simulation(**columns)
