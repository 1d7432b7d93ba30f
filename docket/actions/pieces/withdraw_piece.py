"""Withdraw a piece that was attached in error: its line and its bytes stay, it is listed no more."""

import msgspec

from docket import entries
from docket.access import Actor, visibility
from docket.actions import redeciding
from docket.actions.pieces.move_piece import open_piece
from docket.actions.pieces.upload_piece import action_of
from docket.actions.registration.set_confidentiality import ChangedCase
from docket.deps import Deps
from docket.errors import NotFound
from docket.store import pieces as store


class WithdrawPiece(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    piece_id: int
    reason: str
    #: Of the confidential file.
    bom: bool = False


async def withdraw_piece(command: WithdrawPiece, by: Actor, deps: Deps) -> ChangedCase:
    found = await redeciding.find(command.case_number, action_of(bom=command.bom), by, deps)
    await redeciding.require_version(found, command.version, deps)
    reason, at, version = redeciding.required(command.reason), deps.clock.now(), found.case.version + 1
    if command.bom:
        rows = await store.confidential_of_case(deps.pool, command.case_number, visibility(by, "readConfidentialPart"))
    else:
        rows = await store.of_case(deps.pool, found.case.id)
    piece = open_piece(rows, command.piece_id)
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        if command.bom:
            gone = await store.close_confidential(tx, found.case.id, piece.id, reason=reason, at=at, by=by.code)
        else:
            gone = await store.close(tx, found.case.id, piece.id, "withdrawn", reason=reason, at=at, by=by.code)
        if not gone:
            raise NotFound
        entry: entries.Entry = entries.ConfidentialPartChanged(version=version)
        if not command.bom:
            entry = entries.PieceWithdrawn(
                version=version, piece=piece.id, piece_kind=piece.kind, piece_number=piece.number, sha256=piece.sha256, reason=reason
            )
        await redeciding.enter(tx, found, entry, by, at)
    return ChangedCase(case_number=command.case_number, version=version)
