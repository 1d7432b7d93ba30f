"""Forms not yet registered; they survive a lost session, a second tab and a closed browser."""

from datetime import datetime
from typing import Any, Literal

import msgspec

from docket.access import Visibility
from docket.store.pool import load_queries, read

Purpose = Literal["register", "amend", "report"]

_queries: Any = load_queries(__file__)
MOST_SHOWN = 200


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    purpose: Purpose
    #: The file that is corrected or gets a report; of a new file: what it became.
    case_number: str | None
    case_version: int | None
    #: The form as typed.
    content: Any
    version: int
    saved_at: datetime

    @property
    def registered(self) -> bool:
        return self.purpose == "register" and self.case_number is not None


async def find(source: Any, draft_id: str, account_id: int) -> Draft | None:
    return _draft(await read(source, lambda connection: _queries.draft(connection, id=draft_id, account_id=account_id)))


async def all_of(source: Any, visibility: Visibility) -> tuple[Draft, ...]:
    """Of the account that looks."""

    async def look(connection: Any) -> tuple[Draft, ...]:
        rows = [row async for row in _queries.drafts_of(connection, row_limit=MOST_SHOWN, **msgspec.structs.asdict(visibility))]
        return tuple(Draft(**dict(row)) for row in rows)

    return await read(source, look)


async def save(
    tx: Any,
    *,
    draft_id: str,
    account_id: int,
    purpose: Purpose,
    case_number: str | None,
    case_version: int | None,
    content: Any,
    version: int,
    now: datetime,
) -> int | None:
    """The new version; None when another tab saved in between. `version` 0 = not saved before."""
    if version == 0:
        row = await _queries.insert_draft(
            tx,
            id=draft_id,
            account_id=account_id,
            case_number=case_number,
            purpose=purpose,
            content=content,
            case_version=case_version,
            saved_at=now,
        )
    else:
        row = await _queries.update_draft(
            tx, id=draft_id, account_id=account_id, content=content, case_version=case_version, version=version, saved_at=now
        )
    return row["version"] if row else None


async def close(tx: Any, draft_id: str, account_id: int, case_number: str, now: datetime) -> None:
    await _queries.close_draft(tx, id=draft_id, account_id=account_id, case_number=case_number, saved_at=now)


async def delete(tx: Any, draft_id: str, account_id: int) -> None:
    await _queries.delete_draft(tx, id=draft_id, account_id=account_id)


async def forget_closed(tx: Any, account_id: int, before: datetime) -> None:
    await _queries.forget_closed(tx, account_id=account_id, before=before)


def _draft(row: Any) -> Draft | None:
    return Draft(**dict(row)) if row else None
