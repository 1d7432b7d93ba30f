"""Law packs by their digest, and the enactments that put one of them in force."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import msgspec

from docket import journal
from docket.store.pool import load_queries, read

_queries: Any = load_queries(__file__)

#: Who puts the first pack in force, since no magistrate can before there is a register.
SYSTEM = "system"


class LawChanged(Exception):
    """Another law is in force than the one that was applied; nothing is written, decide again with the one in force."""


class Enactment(msgspec.Struct, frozen=True, kw_only=True):
    seq: int
    digest: str
    previous_digest: str | None
    #: The day of the act.
    in_force_from: date
    reason: str
    #: Function codes; None for the first pack.
    first_magistrate: str | None
    second_magistrate: str | None
    enacted_at: datetime
    enacted_by: str
    #: Reference of the simulation that the magistrates saw.
    simulation: str | None
    previous_hash: bytes
    hash: bytes

    @property
    def is_first(self) -> bool:
        return self.previous_digest is None


async def put(tx: Any, digest: str, files: Mapping[str, bytes], *, at: datetime, by: str) -> None:
    """Stores a pack under the digest of its files (`legislation.digest`); a second time changes nothing."""
    names = sorted(files)
    await _queries.put(tx, digest=digest, stored_at=at, stored_by=by, names=names, contents=[files[name] for name in names])


async def get(source: Any, digest: str) -> dict[str, bytes] | None:
    """The files of a pack; None = no such pack is kept."""

    async def files(connection: Any) -> dict[str, bytes]:
        return {row["name"]: row["content"] async for row in _queries.files(connection, digest=digest)}

    return await read(source, files) or None


async def in_force(source: Any) -> Enactment | None:
    """None before the first start."""
    row = await read(source, _queries.in_force)
    return Enactment(**dict(row)) if row else None


async def digest_in_force(source: Any) -> str | None:
    return await read(source, _queries.digest_in_force)


async def in_force_on(source: Any, day: date) -> Enactment | None:
    """What held at the end of a day by its enactment; the first pack for days before it. None before the first start."""
    row = await read(source, lambda connection: _queries.in_force_on(connection, day=day))
    return Enactment(**dict(row)) if row else None


async def history(source: Any) -> tuple[Enactment, ...]:
    """The newest first."""

    async def rows(connection: Any) -> tuple[Enactment, ...]:
        return tuple([Enactment(**dict(row)) async for row in _queries.history(connection)])

    return await read(source, rows)


async def last_link(source: Any) -> bytes | None:
    """Hash of the last enactment."""
    return await read(source, _queries.last_link)


async def hold(tx: Any, digest: str) -> None:
    """In a transaction that writes a decision: no law is enacted until it ends. Raises LawChanged."""
    if await _queries.hold(tx, digest=digest) is None:
        raise LawChanged(digest)


async def next_seq(tx: Any) -> int:
    """The place that the next enactment takes."""
    return await _queries.next_seq(tx)


async def lock(tx: Any) -> str:
    """In a transaction that enacts a law: no decision is written until it ends. Returns the digest in force."""
    row = await _queries.lock(tx)
    if row is None:
        raise LawChanged("no law is in force yet")
    return row["digest"]


async def enact(
    tx: Any, digest: str, *, on: date, reason: str, magistrates: tuple[str, str], at: datetime, by: str, simulation: str | None = None
) -> Enactment:
    """Puts a stored pack in force from this transaction on; `on` is the day of the act."""
    before = await _queries.lock(tx)
    if before is None:
        raise LawChanged("no law is in force yet")
    return await _enact(
        tx,
        seq=before["seq"] + 1,
        digest=digest,
        previous_digest=before["digest"],
        in_force_from=on,
        reason=reason,
        first_magistrate=magistrates[0],
        second_magistrate=magistrates[1],
        enacted_at=at,
        enacted_by=by,
        simulation=simulation,
        previous_hash=before["hash"],
    )


async def enact_first(tx: Any, digest: str, files: Mapping[str, bytes], *, on: date, reason: str, at: datetime) -> Enactment:
    """Stores a pack and puts it in force where none is yet; else returns what is in force."""
    await _queries.lock_first(tx)
    if (there := await in_force(tx)) is not None:
        return there
    await put(tx, digest, files, at=at, by=SYSTEM)
    return await _enact(
        tx,
        seq=1,
        digest=digest,
        previous_digest=None,
        in_force_from=on,
        reason=reason,
        first_magistrate=None,
        second_magistrate=None,
        enacted_at=at,
        enacted_by=SYSTEM,
        simulation=None,
        previous_hash=journal.FIRST_LINK,
    )


async def _enact(tx: Any, **said: Any) -> Enactment:
    pack = await _queries.pack(tx, digest=said["digest"])
    if pack is None:
        raise LookupError(f"no law pack is stored under {said['digest']}; put it first")
    enacted = Enactment(**said, hash=journal.enactment_hash(said, pack))
    await _queries.enact(tx, **msgspec.structs.asdict(enacted))
    return enacted
