"""The addresses of offices and courts as rows."""

from datetime import date, datetime
from typing import Any

import msgspec

from docket import journal
from docket.addresses import AddressLink, KeptAddress, link
from docket.store.pool import load_queries, read

_queries: Any = load_queries(__file__)


async def keep(tx: Any, *, seat: str, address: str, from_day: date, reason: str, at: datetime, by: str) -> None:
    await _queries.lock_chain(tx)
    last = await _queries.last_address(tx)
    seq, previous = (last["seq"] + 1, last["hash"]) if last else (1, journal.FIRST_LINK)
    kept = KeptAddress(seq=seq, seat=seat, address=address, from_day=from_day, reason=reason, kept_at=at, kept_by=by)
    await _queries.keep(tx, previous_hash=previous, hash=link(kept, previous), **msgspec.structs.asdict(kept))


async def chain(source: Any) -> tuple[AddressLink, ...]:
    async def rows(connection: Any) -> tuple[AddressLink, ...]:
        return tuple(
            [
                AddressLink(
                    kept=KeptAddress(**{name: row[name] for name in KeptAddress.__struct_fields__}),
                    previous_hash=row["previous_hash"],
                    hash=row["hash"],
                )
                async for row in _queries.chain(connection)
            ]
        )

    return await read(source, rows)


async def every(source: Any) -> tuple[KeptAddress, ...]:
    """A few for each seat in all its years: they are read whole, and who needs one asks `addresses.on_day`."""
    return tuple(one.kept for one in await chain(source))


async def last_link(source: Any) -> bytes | None:
    """Hash of the last address; None = there is none yet."""
    row = await read(source, _queries.last_address)
    return row["hash"] if row else None
