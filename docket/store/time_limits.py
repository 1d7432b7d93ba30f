"""The clocks of a case: written by the verbs of time limits, read by its panel, its page and the list over all files."""

from datetime import date, datetime
from typing import Any

import msgspec

from docket.access import Visibility
from docket.store.pool import load_queries, read
from docket.time_limits import Clock, TimeLimitState
from routing import Due, Standstill

_queries: Any = load_queries(__file__)

PAGE_ROWS = 50


class LimitLine(msgspec.Struct, frozen=True, kw_only=True):
    """A running clock in the list over all files."""

    case_number: str
    clock: Clock


class LimitCursor(msgspec.Struct, frozen=True, kw_only=True):
    """The last line of the page before."""

    alarm_on: date
    id: int

    def __str__(self) -> str:
        return f"{self.alarm_on.isoformat()}/{self.id}"

    @staticmethod
    def parse(text: str) -> "LimitCursor | None":
        """None for what `str` did not make: the list then begins at its start."""
        day, _, number = text.partition("/")
        try:
            return LimitCursor(alarm_on=date.fromisoformat(day), id=int(number))
        except ValueError:
            return None


async def of_case(source: Any, case_id: int) -> tuple[Clock, ...]:
    async def rows(connection: Any) -> list[Any]:
        return [row async for row in _queries.of_case(connection, case_id=case_id)]

    return tuple(_clock(row) for row in await read(source, rows))


async def soonest(
    pool: Any, seen: Visibility, after: LimitCursor | None = None, rows: int = PAGE_ROWS
) -> tuple[tuple[LimitLine, ...], LimitCursor | None]:
    """One page of what runs, the day to act on first, and where the next one begins."""
    where = after or LimitCursor(alarm_on=date.min, id=0)

    async def look(connection: Any) -> list[Any]:
        found = _queries.soonest(connection, alarm_on=where.alarm_on, id=where.id, row_limit=rows + 1, **msgspec.structs.asdict(seen))
        return [row async for row in found]

    found = await read(pool, look)
    lines = tuple(LimitLine(case_number=row["case_number"], clock=_clock(row)) for row in found[:rows])
    last = lines[-1].clock if len(found) > rows else None
    return lines, None if last is None else LimitCursor(alarm_on=last.answer.alarm_on, id=last.id)


async def start(tx: Any, case_id: int, new: Clock, *, at: datetime, by: str) -> int:
    answer, begun = new.answer, new.answer.start
    return await _queries.start(
        tx,
        case_id=case_id,
        limit_id=answer.limit,
        event=begun.event,
        starts_on=begun.on,
        starts_at=begun.at,
        person=new.person,
        offence=new.offence,
        notice=begun.notice,
        residence=begun.residence,
        also_on=begun.also_on,
        also_at=begun.also_at,
        after_id=new.after_id,
        service_id=new.service_id,
        registry=new.registry,
        law_digest=new.law_digest,
        says=answer.says,
        due_on=answer.due_on,
        due_at=answer.due_at,
        alarm_on=answer.alarm_on,
        alarm_at=answer.alarm_at,
        answer=msgspec.json.encode(answer).decode(),
        reason=new.reason,
        at=at,
        by=by,
    )


async def change(tx: Any, case_id: int, clock: Clock) -> None:
    """Writes a clock as it stands after a suspension, a resumption or an extension."""
    answer = clock.answer
    await _queries.change(
        tx,
        case_id=case_id,
        id=clock.id,
        due_on=answer.due_on,
        due_at=answer.due_at,
        alarm_on=answer.alarm_on,
        alarm_at=answer.alarm_at,
        stood_from=[one.first for one in clock.stood],
        stood_until=[one.until for one in clock.stood],
        suspended_on=clock.suspended_on,
        ground=clock.ground,
        extended_to=clock.extended_to,
        answer=msgspec.json.encode(answer).decode(),
        state=clock.state,
        reason=clock.reason,
    )


async def close(
    tx: Any, case_id: int, clock: Clock, state: TimeLimitState, *, met_on: date | None, reason: str | None, at: datetime, by: str
) -> None:
    await _queries.close(tx, case_id=case_id, id=clock.id, state=state, met_on=met_on, reason=reason, at=at, by=by)


def _clock(row: Any) -> Clock:
    stood = zip(row["stood_from"], row["stood_until"], strict=True)
    kept = {name: row[name] for name in Clock.__struct_fields__ if name not in ("answer", "stood")}
    return Clock(
        **kept,
        answer=msgspec.json.decode(row["answer"], type=Due),
        stood=tuple(Standstill(first=first, until=until) for first, until in stood),
    )
