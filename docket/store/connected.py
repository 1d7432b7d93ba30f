"""Files that look like a file, and the ties that acts laid between files."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import msgspec

from docket import connected
from docket.access import Visibility
from docket.case_keys import Key
from docket.cases import Case, CaseStatus, Confidentiality
from docket.connected import Hit, Score
from docket.store import parts
from docket.store.pool import load_queries, read

_queries: Any = load_queries(__file__)

#: So many files are scored; more share a key only where it is common, and then says little.
_SCORED = 60


class Candidate(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """A file that looks like another one; only ever one that the reader may see."""

    case_number: str
    score: int
    strength: connected.Strength
    #: In Dutch, the strongest first.
    reasons: tuple[str, ...]
    #: To know a dismissed candidate again.
    clues: tuple[str, ...]
    registered_at: datetime
    received_day: date
    notice_number: str | None
    origin_service: str
    #: The first words of it.
    summary: str | None
    holding_office: str
    status: CaseStatus
    confidentiality: Confidentiality


def rows_of(keys: Sequence[Key]) -> list[dict[str, Any]]:
    return [{name: getattr(key, name) for name in ("kind", "key", "value", "first_day", "last_day")} for key in keys]


async def candidates(
    source: Any, keys: Sequence[Key], seen: Visibility, *, case_id: int = 0, named: Sequence[str] = ()
) -> tuple[Candidate, ...]:
    """
    The files that look most like one with these keys; `case_id` is that file itself once it is registered.

    `named` are files that its report names as related: they are known, and left out.
    """
    lookups = connected.lookups_of(keys)
    if not lookups:
        return ()
    work = {"lookups": lookups, "case_id": case_id, "row_limit": _SCORED, **msgspec.structs.asdict(seen)}

    async def rows(connection: Any) -> list[Any]:
        return [row async for row in _queries.candidates(connection, **work)]

    found = []
    for row in await read(source, rows):
        scored = connected.score(keys, msgspec.convert(row["hits"], tuple[Hit, ...]))
        if scored.score >= connected.SHOWN_FROM and connected.news(scored, row["dismissed"]) and row["case_number"] not in named:
            found.append(_candidate(row, scored))
    found.sort(key=lambda each: (-each.score, each.case_number))
    return tuple(found[: connected.MAX_SHOWN])


def _candidate(row: Any, scored: Score) -> Candidate:
    columns = {name: row[name] for name in Candidate.__struct_fields__ if name in row}
    return Candidate(score=scored.score, strength=scored.strength, reasons=scored.reasons, clues=scored.clues, **columns)


async def without_keys(pool: Any, version: str, limit: int) -> list[Case]:
    """Files that were entered before keys were made as they are now, the oldest first."""

    async def rows(connection: Any) -> list[Case]:
        return [parts.case_of(row) async for row in _queries.without_keys(connection, version=version, row_limit=limit)]

    return await read(pool, rows)


async def replace_keys(source: Any, case: Case, keys: Sequence[Key]) -> None:
    """Nothing happens when the file changed since it was read."""
    await read(source, lambda connection: _queries.replace_keys(connection, case_id=case.id, version=case.version, keys=rows_of(keys)))
