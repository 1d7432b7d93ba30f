"""Confirmations, objections and rulings about competence: rows that are added, never changed."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec

from docket.access import Visibility
from docket.competence import CaseGround, Challenge, Confirmation, Ruling
from docket.store.pool import load_queries, read
from docket.store.search import PAGE_ROWS, Cursor

_queries: Any = load_queries(__file__)


class RestingCase(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """A pending file that rests on a ground for a court."""

    case_number: str
    registered_at: datetime
    #: No other statutory ground carries that court in the file.
    only_ground: bool
    holding_office: str
    #: A track of it waits for a magistrate's confirmation.
    to_confirm: bool


class RestingPage(msgspec.Struct, frozen=True, kw_only=True):
    items: tuple[RestingCase, ...]
    #: Where the next page begins; None = this is the last one.
    next: Cursor | None


class GroundFigure(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """How often a ground for a court was attacked, and what came of it."""

    #: Code of the law data.
    ground: str
    court: str
    challenged: int
    #: The objection was rejected: the ground held.
    upheld: int
    #: The objection was upheld: the ground was rejected.
    struck: int
    #: The court declined of its own motion: the ground was rejected.
    declined: int
    #: Not ruled on yet.
    pending: int


async def confirm(tx: Any, case_id: int, confirmations: Sequence[Confirmation]) -> None:
    if confirmations:
        await _queries.confirm(tx, case_id=case_id, confirmations=[_columns(each) for each in confirmations])


async def set_waiting(tx: Any, case_id: int, to_confirm: Sequence[int]) -> None:
    await _queries.set_waiting(tx, case_id=case_id, to_confirm=list(to_confirm))


async def set_grounds(tx: Any, case_id: int, grounds: Sequence[CaseGround]) -> None:
    await _queries.set_grounds(tx, case_id=case_id, grounds=[msgspec.structs.asdict(each) for each in grounds])


async def challenge(tx: Any, case_id: int, said: Challenge) -> int:
    """The id under which it is kept; that of the struct does not count."""
    return await _queries.challenge(tx, case_id=case_id, **_but(said, "id", "rulings"))


async def rule(tx: Any, case_id: int, challenge_id: int, said: Ruling) -> int:
    return await _queries.rule(tx, case_id=case_id, challenge_id=challenge_id, **_but(said, "id"))


async def resting(
    pool: Any,
    visibility: Visibility,
    *,
    court: str,
    ground: str,
    but: str | None = None,
    after: Cursor | None = None,
    limit: int = PAGE_ROWS,
) -> RestingPage:
    """Pending files that the reader may see and that rest on a ground for a court, newest first; `but` = the file that was ruled on."""
    work = {
        "wanted_court": court,
        "ground": ground,
        "but": but or "",
        "after_year": after.year if after else 10_000,
        "after_serial": after.serial if after else 0,
        "row_limit": limit + 1,
        **msgspec.structs.asdict(visibility),
    }
    rows = await read(pool, lambda connection: _all(_queries.resting(connection, **work)))
    items = tuple(RestingCase(**{name: row[name] for name in RestingCase.__struct_fields__}) for row in rows[:limit])
    last = rows[limit - 1] if len(rows) > limit else None
    return RestingPage(items=items, next=last and Cursor(year=last["year"], serial=last["serial"]))


async def figures(pool: Any, visibility: Visibility) -> tuple[GroundFigure, ...]:
    """Over the files that the reader may see, the most attacked ground first."""
    rows = await read(pool, lambda connection: _all(_queries.figures(connection, **msgspec.structs.asdict(visibility))))
    return tuple(GroundFigure(**dict(row)) for row in rows)


def confirmation_of(row: Any) -> Confirmation:
    """From a row of `competence_confirmations`."""
    columns = {**dict(row), "ordinal": row["track_ordinal"]}
    return Confirmation(**{name: columns[name] for name in Confirmation.__struct_fields__})


def challenges_of(challenge_rows: Sequence[Any], ruling_rows: Sequence[Any]) -> tuple[Challenge, ...]:
    """From rows of `competence_challenges` and `competence_rulings`, each in the order of their ids."""
    rulings: dict[int, list[Ruling]] = {}
    for row in ruling_rows:
        rulings.setdefault(row["challenge_id"], []).append(Ruling(**{name: row[name] for name in Ruling.__struct_fields__}))
    return tuple(
        Challenge(
            ordinal=row["track_ordinal"],
            rulings=tuple(rulings.get(row["id"], ())),
            **{name: row[name] for name in Challenge.__struct_fields__ if name not in ("ordinal", "rulings")},
        )
        for row in challenge_rows
    )


async def _all(rows: Any) -> list[Any]:
    return [row async for row in rows]


def _but(struct: msgspec.Struct, *names: str) -> dict[str, Any]:
    return {name: value for name, value in msgspec.structs.asdict(struct).items() if name not in names}


def _columns(each: Confirmation) -> dict[str, Any]:
    columns = msgspec.structs.asdict(each)
    columns["track_ordinal"] = columns.pop("ordinal")
    return columns
