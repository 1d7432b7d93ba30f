"""The Word templates: every version that a document was made from, those that an office made, and which it uses from which day."""

from datetime import date, datetime
from hashlib import sha256
from typing import Any

import msgspec

from docket import journal
from docket.store.pool import load_queries, read
from docket.template_changes import TemplateLink, TemplateRow, link

_queries: Any = load_queries(__file__)


def version_of(template: bytes) -> str:
    """sha256 in hexadecimal digits."""
    return sha256(template).hexdigest()


async def keep(tx: Any, kind: str, template: bytes, at: datetime) -> str:
    """Its version; it may be there already."""
    version = version_of(template)
    await _queries.keep(tx, version=version, kind=kind, content=template, kept_at=at)
    return version


async def content(pool: Any, version: str) -> bytes | None:
    return await _queries.content(pool, version=version)


class Uploaded(msgspec.Struct, frozen=True, kw_only=True):
    """A version that an office made."""

    id: int
    kind: str
    version: str
    remark: str
    uploaded_at: datetime
    uploaded_by: str
    #: In bytes.
    size: int


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    kind: str
    #: None = the template of the release.
    template_id: int | None
    from_day: date
    reason: str
    chosen_at: datetime
    chosen_by: str


async def upload(tx: Any, *, office: str, kind: str, version: str, remark: str, at: datetime, by: str) -> int | None:
    """None: the office has it already."""
    made = await _queries.upload(tx, office=office, kind=kind, version=version, remark=remark, uploaded_at=at, uploaded_by=by)
    if made is not None:
        await _chain(tx)
    return made


async def choose(tx: Any, *, office: str, kind: str, template_id: int | None, from_day: date, reason: str, at: datetime, by: str) -> None:
    said = {"from_day": from_day, "reason": reason, "chosen_at": at, "chosen_by": by}
    await _queries.choose(tx, office=office, kind=kind, template_id=template_id, **said)
    await _chain(tx)


async def _chain(tx: Any) -> None:
    """In the transaction of an upload or a choice; the first one takes along what was entered before there was a chain."""
    await _queries.lock_changes(tx)
    last = await _queries.last_change(tx)
    seq, previous = (last["seq"], last["hash"]) if last else (0, journal.FIRST_LINK)
    for entered in [_row(row) async for row in _queries.unlinked(tx)]:
        seq, digest = seq + 1, link(seq + 1, entered, previous)
        uploaded = entered.act == "uploaded"
        places = {"upload_id": entered.row if uploaded else None, "choice_id": None if uploaded else entered.row}
        await _queries.insert_change(tx, seq=seq, previous_hash=previous, hash=digest, **places)
        previous = digest


async def chain(connection: Any) -> tuple[TemplateLink, ...]:
    names = ("seq", "act", "row", "previous_hash", "hash")
    return tuple(
        [
            TemplateLink(entered=_row(row) if row["there"] else None, **{name: row[name] for name in names})
            async for row in _queries.chain(connection)
        ]
    )


async def unlinked(connection: Any) -> tuple[TemplateRow, ...]:
    return tuple([_row(row) async for row in _queries.unlinked(connection)])


async def last_link(source: Any) -> bytes | None:
    """Hash of the last upload or choice; None = there is none yet."""
    row = await read(source, _queries.last_change)
    return row["hash"] if row else None


def _row(row: Any) -> TemplateRow:
    return TemplateRow(**{name: row[name] for name in TemplateRow.__struct_fields__})


async def in_force(pool: Any, office: str, kind: str, day: date) -> bytes | None:
    """What the office uses that day; None = the template of the release."""
    return await _queries.in_force(pool, office=office, kind=kind, day=day)


async def uploaded(pool: Any, office: str, kind: str | None = None) -> tuple[Uploaded, ...]:
    """Newest first."""
    return tuple([Uploaded(**dict(row)) async for row in _queries.uploaded(pool, office=office, kind=kind)])


async def chosen(pool: Any, office: str, kind: str | None = None) -> tuple[Choice, ...]:
    """The latest day first; of one day, the one that holds first."""
    return tuple([Choice(**dict(row)) async for row in _queries.chosen(pool, office=office, kind=kind)])


async def uploaded_content(pool: Any, office: str, kind: str, template_id: int) -> bytes | None:
    return await _queries.uploaded_content(pool, office=office, kind=kind, template_id=template_id)
