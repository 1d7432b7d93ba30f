"""The clocks of a case: written by the verbs of time limits, read by its panel, its page and the list over all files."""

from datetime import date, datetime
from typing import Any

import msgspec

from docket.store.pool import load_queries, read
from docket.time_limits import Clock, TimeLimitState
from routing import Due, Standstill

_queries: Any = load_queries(__file__)


async def of_case(source: Any, case_id: int) -> tuple[Clock, ...]:
    async def rows(connection: Any) -> list[Any]:
        return [row async for row in _queries.of_case(connection, case_id=case_id)]

    return tuple(clock_of(row) for row in await read(source, rows))


async def carried(source: Any, case_id: int, service_id: int) -> bool:
    """Is a clock that this service started open in another file, where its person went?"""
    return await read(source, lambda connection: _queries.carried(connection, case_id=case_id, service_id=service_id))


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


def clock_of(row: Any) -> Clock:
    """Of a row with its columns; the answer is the JSON that was stored."""
    stood = zip(row["stood_from"], row["stood_until"], strict=True)
    kept = {name: row[name] for name in Clock.__struct_fields__ if name not in ("answer", "stood")}
    return Clock(
        **kept,
        answer=msgspec.json.decode(row["answer"], type=Due),
        stood=tuple(Standstill(first=first, until=until) for first, until in stood),
    )
