"""Documents of one kind for all files of a sitting: what was asked, and what became of each line."""

from datetime import date, datetime
from typing import Any, Literal

import msgspec

from docket.access import Visibility
from docket.store.pool import load_queries, read

LineState = Literal["waiting", "asked", "missing", "refused"]

#: What became of a line, its document taken along.
LineResult = Literal["waiting", "missing", "refused", "making", "made", "failed"]

_queries: Any = load_queries(__file__)


class ClaimedLine(msgspec.Struct, frozen=True, kw_only=True):
    #: Who asked for the run.
    account_id: int
    kind: str
    #: Canonical JSON of what was typed for all lines.
    typed: str
    case_number: str
    #: Id of the suspect; None = about the file.
    about: str | None
    hearing_id: int


class Run(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    kind: str
    day: date
    asked_at: datetime
    court: str
    chamber: str
    chamber_id: int


class Line(msgspec.Struct, frozen=True, kw_only=True):
    ordinal: int
    case_number: str
    about: str | None
    state: LineState
    document_id: int | None
    #: asked, made or failed.
    document_state: str | None
    #: In Dutch: why the document could not be made after it was asked for.
    failure: str | None
    #: In Dutch: why it was not asked for.
    reason: str | None
    #: What is missing, and where below the file each is filled in (`#field` = on the form of the document).
    missing: tuple[str, ...]
    links: tuple[str, ...]


def result_of(line: Line) -> LineResult:
    if line.state != "asked":
        return line.state
    results: dict[str | None, LineResult] = {"made": "made", "failed": "failed"}
    return results.get(line.document_state, "making")


async def start(tx: Any, *, account_id: int, kind: str, chamber_id: int, day: date, typed: str, at: datetime, by: str) -> int | None:
    """None: there is no such chamber."""
    return await _queries.start(tx, account_id=account_id, kind=kind, chamber_id=chamber_id, day=day, typed=typed, at=at, by=by)


async def add_lines(tx: Any, run_id: int, visibility: Visibility, *, per_suspect: bool, chamber_id: int, day: date) -> int:
    """How many there are."""
    seen = msgspec.structs.asdict(visibility)
    return await _queries.add_lines(tx, run_id=run_id, per_suspect=per_suspect, chamber_id=chamber_id, day=day, **seen)


async def claim(connection: Any, run_id: int, ordinal: int, max_attempts: int) -> ClaimedLine | None:
    """None: done, or tried too often."""
    row = await _queries.claim(connection, run_id=run_id, ordinal=ordinal, max_attempts=max_attempts)
    return ClaimedLine(**dict(row)) if row else None


async def tie(tx: Any, run_id: int, ordinal: int, document_id: int) -> bool:
    """False: the line has its document, or does not wait for one any more."""
    return await _queries.tie(tx, run_id=run_id, ordinal=ordinal, document_id=document_id) is not None


async def finish(
    connection: Any,
    run_id: int,
    ordinal: int,
    *,
    state: Literal["missing", "refused"],
    reason: str | None = None,
    missing: tuple[tuple[str, str], ...] = (),
) -> None:
    """`missing`: what, and where it is filled in."""
    whats, links = [what for what, _ in missing], [link for _, link in missing]
    await _queries.finish(connection, run_id=run_id, ordinal=ordinal, state=state, reason=reason, missing=whats, links=links)


async def give_up(connection: Any, run_id: int, ordinal: int, reason: str) -> None:
    await _queries.give_up(connection, run_id=run_id, ordinal=ordinal, reason=reason)


async def again(tx: Any, run_id: int, account_id: int) -> tuple[int, ...]:
    """The lines that wait anew."""
    return tuple([row["ordinal"] async for row in _queries.again(tx, run_id=run_id, account_id=account_id)])


async def run(pool: Any, run_id: int, account_id: int) -> Run | None:
    row = await read(pool, lambda connection: _queries.run(connection, run_id=run_id, account_id=account_id))
    return Run(**dict(row)) if row else None


async def runs(pool: Any, account_id: int) -> tuple[Run, ...]:
    """The newest first."""

    async def all_of(connection: Any) -> tuple[Run, ...]:
        return tuple([Run(**dict(row)) async for row in _queries.runs(connection, account_id=account_id)])

    return await read(pool, all_of)


async def lines(pool: Any, run_id: int, visibility: Visibility) -> tuple[Line, ...]:
    async def all_of(connection: Any) -> tuple[Line, ...]:
        found = _queries.lines(connection, run_id=run_id, **msgspec.structs.asdict(visibility))
        return tuple([msgspec.convert(dict(row), Line) async for row in found])

    return await read(pool, all_of)
