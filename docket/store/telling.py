"""Who is to be told: one row for each person and act, with its own state."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec

from docket.store.pool import load_queries, read
from docket.telling import Receiver, ToldAct, ToldHow, ToldRole, ToldState, ToTell

_queries: Any = load_queries(__file__)


class TellingLine(ToTell, frozen=True, kw_only=True):
    #: Of an investigator: the state of his mail.
    mail_state: str | None

    @property
    def untold(self) -> bool:
        return self.open or self.mail_state in ("failed", "refused", "held", "queued", "sending", "retrying")


async def of_case(source: Any, case_id: int) -> tuple[TellingLine, ...]:
    return tuple(TellingLine(**dict(row)) for row in await _rows(source, "of_case", {"case_id": case_id}))


async def insert(
    tx: Any,
    case_id: int,
    act: ToldAct,
    receivers: Sequence[Receiver],
    *,
    at: datetime,
    hearing_id: int | None = None,
    delivery_ids: Sequence[int] = (),
) -> None:
    """A row for each, and one for each mail to an investigator."""
    rows = [msgspec.structs.asdict(one) | {"state": "toTell"} for one in receivers]
    rows += [{"role": "investigator", "delivery_id": id_, "state": "byMail"} for id_ in delivery_ids]
    if rows:
        await _queries.insert(tx, case_id=case_id, act=act, hearing_id=hearing_id, rows=rows, at=at)


async def supersede(tx: Any, case_id: int, hearing_id: int, *, reason: str, at: datetime, by: str) -> None:
    await _queries.supersede(tx, case_id=case_id, hearing_id=hearing_id, reason=reason, at=at, by=by)


async def close(
    tx: Any, case_id: int, row_id: int, *, state: ToldState, how: ToldHow | None, reason: str | None, at: datetime, by: str
) -> bool:
    return await _queries.close(tx, case_id=case_id, row_id=row_id, state=state, how=how, reason=reason, at=at, by=by) is not None


async def hand_over(tx: Any, case_id: int, role: ToldRole, person: str | None, before: int | None, after: int) -> None:
    await _queries.hand_over(tx, case_id=case_id, role=role, person=person, before=before, after=after)


async def leave_to_successor(tx: Any, case_id: int, contact_id: int, roles: Sequence[ToldRole]) -> None:
    await _queries.leave_to_successor(tx, case_id=case_id, contact_id=contact_id, roles=list(roles))


async def drop_contact(tx: Any, case_id: int, contact_id: int, *, reason: str, at: datetime, by: str) -> None:
    await _queries.drop_contact(tx, case_id=case_id, contact_id=contact_id, reason=reason, at=at, by=by)


async def drop_persons(tx: Any, case_id: int, kept: Sequence[str], *, reason: str, at: datetime, by: str) -> None:
    await _queries.drop_persons(tx, case_id=case_id, kept=list(kept), reason=reason, at=at, by=by)


async def _rows(source: Any, query: str, work: dict[str, Any]) -> list[Any]:
    async def rows(connection: Any) -> list[Any]:
        return [row async for row in getattr(_queries, query)(connection, **work)]

    return await read(source, rows)
