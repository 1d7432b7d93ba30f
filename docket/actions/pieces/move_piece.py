"""Move a piece that was put in the wrong file to the right one; both files say so."""

import msgspec

from docket import entries
from docket.access import Actor, visibility
from docket.actions import pairing, redeciding
from docket.actions.pieces.attach_piece import attached
from docket.deps import Deps
from docket.errors import NotFound, StateForbids
from docket.pieces import STATES_NL, Piece, PieceState, Said
from docket.store import pieces as store
from docket.store.cases import Snapshot


class MovePiece(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    piece_id: int
    #: Number of the right file.
    to: str
    reason: str
    #: The same bytes lie in that file already, and that is meant.
    same_bytes_confirmed: bool = False


class MovedPiece(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    to: str
    #: Of the file that it went to.
    to_version: int
    #: Its number there.
    piece: int
    state: PieceState


async def move_piece(command: MovePiece, by: Actor, deps: Deps) -> MovedPiece:
    found = await redeciding.find(command.case_number, "keepPieces", by, deps)
    await redeciding.require_version(found, command.version, deps)
    reason = redeciding.required(command.reason)
    piece = open_piece(await store.of_case(deps.pool, found.case.id), command.piece_id)
    other = await pairing.the_other(command.to, found, "keepPieces", by, deps)
    if not (pairing.may_learn(found, other) and pairing.may_learn(other, found)):
        raise StateForbids(
            f"{command.case_number} en {command.to} zijn niet voor dezelfde mensen bestemd, zodat het ene het andere niet mag noemen. "
            "Trek het stuk hier in en voeg het in het andere dossier."
        )
    confirmed = await _same_bytes(command, piece, other, by, deps)
    at = deps.clock.now()
    said = Said(**{name: getattr(piece, name) for name in Said.__struct_fields__})
    state: PieceState = piece.state
    moved = 0
    async with deps.transaction() as tx:
        for one in pairing.in_order([found, other]):
            await redeciding.rise(tx, one)
        if piece.sha256 is not None:
            # What is copied, and what lies there already, may not be thrown away as an upload that nobody attached.
            await store.hold_file(tx, found.case.id, piece.sha256, bom=False)
            await store.copy_file(tx, found.case.id, piece.sha256, other.case.id)
            file = await store.file(tx, other.case.id, piece.sha256, bom=False)
            if file is None or file.faults != piece.faults:
                raise StateForbids(
                    f"Deze bytes liggen ook in {command.to} en werden daar op een andere dag anders bevonden; trek het stuk hier in en "
                    "voeg het in het andere dossier."
                )
        else:
            file = None
        if not await store.close(tx, found.case.id, piece.id, "moved", moved_to=command.to, reason=reason, at=at, by=by.code):
            raise NotFound
        moved = await store.add(
            tx, other.case.id, said, state=state, file=file, bom=False, at=at, by=by.code, moved_from=command.case_number
        )
        left = entries.PieceMoved(
            version=found.case.version + 1,
            piece=piece.id,
            piece_kind=piece.kind,
            piece_number=piece.number,
            sha256=piece.sha256,
            moved_to=command.to,
            reason=reason,
        )
        came = attached(other.case.version + 1, moved, said, file, confirmed=confirmed, moved_from=command.case_number, reason=reason)
        said_of: dict[int, tuple[Snapshot, entries.Entry]] = {found.case.id: (found, left), other.case.id: (other, came)}
        for _, (one, entry) in sorted(said_of.items()):
            await redeciding.enter(tx, one, entry, by, at)
    return MovedPiece(
        case_number=command.case_number,
        version=found.case.version + 1,
        to=command.to,
        to_version=other.case.version + 1,
        piece=moved,
        state=state,
    )


async def _same_bytes(command: MovePiece, piece: Piece, other: Snapshot, by: Actor, deps: Deps) -> bool:
    """Do the same bytes lie in the file that it goes to? Raises StateForbids, with where, until that is confirmed."""
    if piece.sha256 is None:
        return False
    same = await store.same_bytes(deps.pool, other.case.id, piece.sha256, visibility(by, "readPiece"))
    own = [one.piece for one in same if one.own]
    if own and not command.same_bytes_confirmed:
        raise StateForbids(
            f"Deze bytes zitten al in {command.to} als stuk {own[0]} (/dossiers/{command.to}/stukken#stuk-{own[0]}). "
            "Bevestig dat u ze nog eens wilt verplaatsen, of trek het stuk hier in."
        )
    return bool(own)


def open_piece(pieces: tuple[Piece, ...], piece_id: int) -> Piece:
    """One that is in the file still; raises NotFound or StateForbids."""
    piece = next((one for one in pieces if one.id == piece_id), None)
    if piece is None:
        raise NotFound
    if not piece.listed:
        raise StateForbids(f"Stuk {piece.id} is {STATES_NL[piece.state]}; er verandert niets meer aan.")
    return piece
