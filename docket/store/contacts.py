"""The contacts of a file: rows that are added, ended and corrected, never overwritten."""

from datetime import date, datetime
from typing import Any

import msgspec

from docket.contacts import Contact, ContactSaid
from docket.store.pool import load_queries, read

_queries: Any = load_queries(__file__)


async def of_case(source: Any, case_id: int) -> tuple[Contact, ...]:
    """Every one there ever was, oldest first."""

    async def rows(connection: Any) -> list[Any]:
        return [row async for row in _queries.of_case(connection, case_id=case_id)]

    return tuple(Contact(**{name: row[name] for name in Contact.__struct_fields__}) for row in await read(source, rows))


async def add(tx: Any, case_id: int, said: ContactSaid, *, at: datetime, by: str) -> int:
    columns = {name: value for name, value in msgspec.structs.asdict(said).items() if name in ContactSaid.__struct_fields__}
    return await _queries.add(tx, case_id=case_id, at=at, by=by, **columns)


async def end(tx: Any, case_id: int, contact_id: int, *, until_on: date, reason: str, at: datetime, by: str) -> None:
    await _queries.end_contact(tx, case_id=case_id, contact_id=contact_id, until_on=until_on, reason=reason, at=at, by=by)


async def correct(tx: Any, case_id: int, contact_id: int, corrected_by: int, *, reason: str, at: datetime, by: str) -> None:
    await _queries.correct(tx, case_id=case_id, contact_id=contact_id, corrected_by=corrected_by, reason=reason, at=at, by=by)
