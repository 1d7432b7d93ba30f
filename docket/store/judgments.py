"""Judgments of a case with all that hangs on them, and the extracts that have to go over all cases."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, Literal, TypeVar

import msgspec

from docket.access import Visibility
from docket.judgments import (
    Ban,
    Confiscation,
    Extract,
    ExtractState,
    Judgment,
    JudgmentClock,
    Lodged,
    Outcome,
    Party,
    Penalty,
)
from docket.store.pool import load_queries, read
from docket.transitions import Pair

_queries: Any = load_queries(__file__)
PAGE_ROWS = 100
T = TypeVar("T", bound=msgspec.Struct)


class NewJudgment(msgspec.Struct, frozen=True, kw_only=True):
    """What is written of a judgment in one statement for each table."""

    court: str
    pronounced_on: date
    ecli: str | None
    number: str | None
    remark: str | None
    corrects: int | None
    reason: str | None
    registry: str | None
    parties: tuple[Party, ...]
    outcomes: tuple[Outcome, ...]
    penalties: tuple[Penalty, ...]
    confiscations: tuple[Confiscation, ...]
    bans: tuple[Ban, ...]


class ExtractLine(msgspec.Struct, frozen=True, kw_only=True):
    """One extract that has to go, of a case that the reader sees."""

    id: int
    case_number: str
    judgment_id: int
    kind: str
    person: str | None
    after: Literal["pronouncement", "final"]
    court: str
    pronounced_on: date
    #: Of its clock; None = no clock runs: nobody recorded the finality, or the law has no term.
    due_on: date | None
    #: Since when it is final by the clocks; None = it does not wait for that, or it was recorded.
    final_on: date | None


async def of_case(source: Any, case_id: int) -> tuple[Judgment, ...]:
    """Oldest first."""

    async def rows(connection: Any) -> list[Any]:
        return [row async for row in _queries.judgments(connection, case_id=case_id)]

    return tuple(_judgment(row) for row in await read(source, rows))


async def enter(tx: Any, case_id: int, new: NewJudgment, *, at: datetime, by: str) -> int:
    """The judgment with who and what it is about; its clocks and extracts are written beside it."""
    said = {name: getattr(new, name) for name in ("court", "pronounced_on", "ecli", "number", "remark", "corrects", "reason", "registry")}
    judgment_id = await _queries.enter(tx, case_id=case_id, at=at, by=by, **said)
    for write, structs in (
        (_queries.parties, new.parties),
        (_queries.outcomes, new.outcomes),
        (_queries.penalties, new.penalties),
        (_queries.confiscations, new.confiscations),
        (_queries.bans, new.bans),
    ):
        if structs:
            await write(tx, case_id=case_id, judgment_id=judgment_id, rows=_rows(structs))
    return judgment_id


async def add_clock(tx: Any, case_id: int, judgment_id: int, clock: JudgmentClock) -> None:
    said = {name: getattr(clock, name) for name in ("role", "person", "about", "remedy", "limit_id", "event", "time_limit_id")}
    await _queries.clock(tx, case_id=case_id, judgment_id=judgment_id, **said)


async def add_extract(tx: Any, case_id: int, judgment_id: int, extract: Extract) -> None:
    said = {name: getattr(extract, name) for name in ("kind", "person", "after", "time_limit_id")}
    await _queries.extract(tx, case_id=case_id, judgment_id=judgment_id, **said)


async def set_final(tx: Any, case_id: int, judgment_id: int, person: str, offence: str, final_on: date) -> None:
    await _queries.set_final(tx, case_id=case_id, judgment_id=judgment_id, person=person, offence=offence, final_on=final_on)


async def unset_final(tx: Any, case_id: int, pairs: Sequence[Pair]) -> None:
    await _queries.unset_final(tx, case_id=case_id, persons=[person for person, _ in pairs], offences=[offence for _, offence in pairs])


async def unset_extracts(tx: Any, case_id: int, clocks: Sequence[int]) -> None:
    await _queries.unset_extracts(tx, case_id=case_id, clocks=list(clocks))


async def correct(tx: Any, case_id: int, corrected: int, by_judgment: int, *, reason: str, at: datetime, by: str) -> None:
    await _queries.correct(tx, case_id=case_id, corrected=corrected, by_judgment=by_judgment)
    await _queries.drop_extracts(tx, case_id=case_id, judgment_id=corrected, reason=reason, at=at, by=by)


async def lodge(tx: Any, case_id: int, new: Lodged) -> int:
    names = ("judgment_id", "remedy", "role", "person", "lodged_on", "grievances_on", "number", "late", "registry", "brought_before")
    said = {name: getattr(new, name) for name in names}
    return await _queries.lodge(tx, case_id=case_id, against=list(new.against), at=new.entered_at, by=new.entered_by, **said)


async def withdraw(tx: Any, case_id: int, remedy_id: int, *, on: date, reason: str, by: str) -> bool:
    return await _queries.withdraw(tx, case_id=case_id, remedy_id=remedy_id, on=on, reason=reason, by=by) is not None


async def waive(tx: Any, case_id: int, clock_id: int, *, on: date, reason: str) -> bool:
    return await _queries.waive(tx, case_id=case_id, clock_id=clock_id, on=on, reason=reason) is not None


async def begin_extract(tx: Any, case_id: int, extract_id: int, time_limit_id: int) -> None:
    await _queries.begin_extract(tx, case_id=case_id, extract_id=extract_id, time_limit_id=time_limit_id)


async def close_extract(
    tx: Any, case_id: int, extract_id: int, *, state: ExtractState, sent_on: date | None, reason: str | None, at: datetime, by: str
) -> bool:
    done = await _queries.close_extract(
        tx, case_id=case_id, extract_id=extract_id, state=state, sent_on=sent_on, reason=reason, at=at, by=by
    )
    return done is not None


async def end_custody(tx: Any, case_id: int, ban_id: int, *, ended: str, on: date, at: datetime, by: str) -> bool:
    return await _queries.end_custody(tx, case_id=case_id, ban_id=ban_id, ended=ended, on=on, at=at, by=by) is not None


async def extracts_to_send(pool: Any, seen: Visibility, today: date, rows: int = PAGE_ROWS) -> tuple[tuple[ExtractLine, ...], int]:
    """The first due first, at most so many, and how many there are in all."""

    async def look(connection: Any) -> list[Any]:
        found = _queries.extracts_to_send(connection, today=today, row_limit=rows, **msgspec.structs.asdict(seen))
        return [row async for row in found]

    found = await read(pool, look)
    names = ExtractLine.__struct_fields__
    return tuple(ExtractLine(**{name: row[name] for name in names}) for row in found), found[0]["total"] if found else 0


def _rows(structs: Iterable[msgspec.Struct]) -> list[dict[str, Any]]:
    return [msgspec.structs.asdict(one) for one in structs]


def _of(kind: type[T], rows: Iterable[Any]) -> tuple[T, ...]:
    lists = {"against"}
    return tuple(kind(**{name: tuple(row[name]) if name in lists else row[name] for name in kind.__struct_fields__}) for row in rows)


def _judgment(row: Any) -> Judgment:
    parts: dict[str, type[Any]] = {
        "parties": Party,
        "outcomes": Outcome,
        "penalties": Penalty,
        "confiscations": Confiscation,
        "bans": Ban,
        "clocks": JudgmentClock,
        "remedies": Lodged,
        "extracts": Extract,
    }
    own = {name: row[name] for name in Judgment.__struct_fields__ if name not in parts}
    return Judgment(**own, **{name: _of(kind, row[name]) for name, kind in parts.items()})
