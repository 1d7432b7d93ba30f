"""Attach a piece to a file: what it is, who made it, and its bytes or that it is there on paper only."""

import msgspec

from docket import entries
from docket.access import Actor, visibility
from docket.actions import redeciding
from docket.actions.pieces.upload_piece import action_of
from docket.clock import court_day
from docket.deps import Deps
from docket.errors import BadInput, Issue, StateForbids
from docket.pieces import PieceState, Said, said_issues
from docket.store import pieces as store
from docket.store.cases import Snapshot
from docket.store.pieces import Same, StoredFile


class AttachPiece(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    said: Said
    #: Of bytes that were uploaded for this file; None = on paper only.
    sha256: str | None = None
    #: Into the confidential file.
    bom: bool = False
    #: The same bytes lie in the file already, and that is meant.
    same_bytes_confirmed: bool = False


class AttachedPiece(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    piece: int
    state: PieceState
    #: Files that the actor reads and in which the same bytes lie too.
    also_in: tuple[str, ...] = ()


async def attach_piece(command: AttachPiece, by: Actor, deps: Deps) -> AttachedPiece:
    found = await redeciding.find(command.case_number, action_of(bom=command.bom), by, deps)
    await redeciding.require_version(found, command.version, deps)
    at = deps.clock.now()
    file = await _file(command, found, deps)
    said = trimmed(command.said, file)
    if issues := tuple(said_issues(said, deps.law.law.evidence, court_day(at), has_bytes=file is not None)):
        raise BadInput(issues=issues)
    same = await same_bytes(found, file, by, deps, bom=command.bom)
    own = [one.piece for one in same if one.own]
    if own and not command.same_bytes_confirmed:
        raise StateForbids(
            f"Deze bytes zitten al in het dossier als stuk {own[0]} (/dossiers/{command.case_number}/stukken#stuk-{own[0]}). "
            "Bevestig dat u ze nog eens wilt voegen, of kies een ander bestand."
        )
    state: PieceState = "quarantined" if file is not None and not file.readable else "attached"
    version = found.case.version + 1
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        if file is not None and not await store.hold_file(tx, found.case.id, file.sha256, bom=command.bom):
            raise _not_there(file.sha256)
        piece = await store.add(tx, found.case.id, said, state=state, file=file, bom=command.bom, at=at, by=by.code)
        entry: entries.Entry = entries.ConfidentialPartChanged(version=version)
        if not command.bom:
            entry = attached(version, piece, said, file, confirmed=bool(own))
        await redeciding.enter(tx, found, entry, by, at)
    others = tuple(dict.fromkeys(one.case_number for one in same if not one.own))
    return AttachedPiece(case_number=command.case_number, version=version, piece=piece, state=state, also_in=others)


def attached(
    version: int,
    piece: int,
    said: Said,
    file: StoredFile | None,
    *,
    confirmed: bool = False,
    moved_from: str | None = None,
    reason: str | None = None,
) -> entries.PieceAttached:
    return entries.PieceAttached(
        version=version,
        piece=piece,
        piece_kind=said.kind,
        piece_author=said.author,
        piece_number=said.number,
        piece_notice_number=said.notice_number,
        piece_pages=said.pages,
        piece_dated_on=said.dated_on,
        medium=said.medium,
        mark=said.mark,
        sha256=file.sha256 if file is not None else None,
        quarantine=file.faults if file is not None else (),
        same_bytes_confirmed=confirmed,
        moved_from=moved_from,
        reason=reason,
    )


async def same_bytes(found: Snapshot, file: StoredFile | None, by: Actor, deps: Deps, *, bom: bool) -> tuple[Same, ...]:
    """Pieces with the same bytes, of those that the actor may see; in the confidential file those of that file."""
    if file is None:
        return ()
    number = found.case.case_number
    if bom:
        rows = await store.confidential_of_case(deps.pool, number, visibility(by, "readConfidentialPart"))
        return tuple(Same(case_number=number, piece=one.id, own=True) for one in rows if one.listed and one.sha256 == file.sha256)
    return await store.same_bytes(deps.pool, found.case.id, file.sha256, visibility(by, "readPiece"))


def trimmed(said: Said, file: StoredFile | None) -> Said:
    """Empty texts are none; pages that nobody counted are those of the file."""

    def text(value: str | None) -> str | None:
        return (value or "").strip() or None

    return msgspec.structs.replace(
        said,
        author=said.author.strip(),
        number=text(said.number),
        notice_number=text(said.notice_number),
        folder=text(said.folder),
        pages=said.pages if said.pages is not None else file.pages if file is not None else None,
    )


async def _file(command: AttachPiece, found: Snapshot, deps: Deps) -> StoredFile | None:
    if command.sha256 is None:
        return None
    file = await store.file(deps.pool, found.case.id, command.sha256.lower(), bom=command.bom)
    if file is None:
        raise _not_there(command.sha256)
    return file


def _not_there(sha256: str) -> BadInput:
    detail = "Deze bytes zijn voor dit dossier niet (meer) opgeladen; laad het bestand opnieuw op."
    return BadInput(issues=(Issue(type="referencedResourceNotFound", name="/sha256", detail=detail, value=sha256[:64]),))
