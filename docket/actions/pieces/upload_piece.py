"""Take in the bytes of a piece, before it is attached: looked into, hashed and held for its preview; no line in the docket yet."""

import asyncio
import hashlib
import tempfile
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import IO, Any

import msgspec

from docket import piece_files
from docket.access import Action, Actor
from docket.actions import redeciding
from docket.conversion import apart
from docket.deps import Deps
from docket.errors import BadInput, Issue, PayloadTooLarge
from docket.piece_files import Inspected
from docket.store import pieces as store
from docket.store.pieces import StoredFile

#: What stands in memory of an upload; the rest lies in a file without a name.
SPOOLED = 1024 * 1024
LONGEST_NAME = 200


class UploadPiece(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    #: As whoever hands it in gives it; it decides nothing.
    file_name: str | None = None
    #: For the confidential file.
    bom: bool = False
    #: The sha256 that the sender computed; None = he did not.
    sha256: str | None = None


def action_of(*, bom: bool) -> Action:
    return "keepConfidentialPart" if bom else "keepPieces"


async def upload_piece(command: UploadPiece, content: AsyncIterator[bytes], by: Actor, deps: Deps) -> StoredFile:
    """The same bytes again are the same upload. Raises BadInput with why they are refused, and PayloadTooLarge before the rest is read."""
    found = await redeciding.find(command.case_number, action_of(bom=command.bom), by, deps)
    with tempfile.SpooledTemporaryFile(max_size=SPOOLED) as spool:
        sha256, size = await _spooled(content, spool, deps.settings.piece_max_bytes)
        if command.sha256 is not None and command.sha256.lower() != sha256:
            detail = f"De ontvangen bytes hebben een andere sha256 ({sha256}); zend ze opnieuw."
            raise BadInput(issues=(Issue(type="invalidInput", name="/sha256", detail=detail, value=command.sha256[:64]),))
        inspected = await looked_into(spool)
        if inspected.verdict == "refused":
            detail = f"Dit bestand wordt niet aangenomen: {'; '.join(inspected.faults)}."
            raise BadInput(issues=(Issue(type="invalidInput", name="/file", detail=detail, value=(command.file_name or "")[:50]),))
        await _keep(command, found.case.id, spool, (sha256, size, inspected), by, deps)
    kept = await store.file(deps.pool, found.case.id, sha256, bom=command.bom)
    if kept is None:
        raise BadInput(issues=(Issue(type="invalidInput", name="/file", detail="De bytes zijn niet bewaard; zend ze opnieuw."),))
    return kept


async def looked_into(spool: IO[bytes], *, seconds: float = apart.SECONDS) -> Inspected:
    """A picture or a text is read through here; what unpacks and follows what it says itself, by a process that is stopped in time."""
    spool.seek(0)
    head = spool.read(8)
    if not piece_files.needs_apart(head):
        return await asyncio.to_thread(piece_files.inspect, spool)
    said = await apart.told("docket.piece_files", spool, seconds=seconds)
    return piece_files.unread(head) if said is None else msgspec.json.decode(said, type=Inspected)


async def _spooled(content: AsyncIterator[bytes], spool: IO[bytes], most: int) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    async for piece in content:
        size += len(piece)
        if size > most:
            raise PayloadTooLarge(
                f"Het bestand is groter dan {most // (1024 * 1024)} MiB; splits het, of schrijf het stuk in als “alleen op papier”."
            )
        digest.update(piece)
        spool.write(piece)
    return digest.hexdigest(), size


async def _keep(command: UploadPiece, case_id: int, spool: IO[bytes], known: tuple[str, int, Inspected], by: Actor, deps: Deps) -> None:
    sha256, size, inspected = known
    at = deps.clock.now()
    async with deps.transaction() as tx:
        await store.drop_old_uploads(tx, at - timedelta(hours=deps.settings.piece_upload_hours))
        file_id = await store.add_file(
            tx,
            case_id,
            sha256=sha256,
            size=size,
            inspected=inspected,
            file_name=_bare(command.file_name),
            bom=command.bom,
            at=at,
            by=by.code,
        )
        if file_id is not None:
            await _write(tx, file_id, spool)


async def _write(tx: Any, file_id: int, spool: IO[bytes]) -> None:
    spool.seek(0)
    seq = 0
    while piece := spool.read(store.CHUNK):
        await store.add_chunk(tx, file_id, seq, piece)
        seq += 1


def _bare(name: str | None) -> str | None:
    """Without folders and control characters, so that it can be shown and never names a place on a disk."""
    if name is None:
        return None
    last = name.replace("\\", "/").rpartition("/")[2]
    return "".join(char for char in last if char.isprintable())[:LONGEST_NAME] or None
