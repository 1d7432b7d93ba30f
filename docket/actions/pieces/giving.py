"""Which bytes of a piece are given, and why they are not: one answer for the page, the address and the API."""

import msgspec

from docket.access import Actor, visibility
from docket.deps import Deps
from docket.errors import StateForbids
from docket.piece_files import SUFFIXES
from docket.pieces import Piece
from docket.store import pieces as store
from docket.store import search


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """What may be sent of a piece, in the words of the row that the docket seals; the row of the bytes itself is sealed by nothing."""

    file_id: int
    sha256: str
    media_type: str
    size: int
    #: To save it under.
    name: str


async def given(case_number: str, case_id: int, piece: Piece, by: Actor, deps: Deps, *, bom: bool = False) -> Given:
    """Of a case that the actor reads. Raises StateForbids with why nothing is given here, and where else it is, for who reads that."""
    if piece.state == "quarantined":
        raise StateForbids(f"Stuk {piece.id} is in quarantaine en wordt aan niemand gegeven: {'; '.join(piece.faults)}.")
    if piece.state == "moved":
        there = piece.moved_to and await search.case_view(deps.pool, visibility(by, "readPiece"), piece.moved_to)
        where = f"haal het daar: {piece.moved_to}" if there else "daar wordt het gegeven aan wie dat dossier leest"
        raise StateForbids(f"Stuk {piece.id} lag in het verkeerde dossier en is verplaatst; {where}.")
    if piece.state == "withdrawn":
        raise StateForbids(f"Stuk {piece.id} is ingetrokken en wordt niet meer gegeven: {piece.reason}.")
    if piece.sha256 is None or piece.media_type is None or piece.size is None:
        raise StateForbids(f"Stuk {piece.id} is er alleen op papier{f', in {piece.folder}' if piece.folder else ''}.")
    file = await store.file(deps.pool, case_id, piece.sha256, bom=bom)
    if file is None or not file.readable:
        raise StateForbids(
            f"De bytes van stuk {piece.id} zijn niet die welke ingeschreven werden; vraag de beheerder om het register na te gaan."
        )
    suffix = next((found for media_type, found in SUFFIXES.items() if media_type == piece.media_type), "bin")
    return Given(
        file_id=file.id, sha256=piece.sha256, media_type=piece.media_type, size=piece.size, name=f"{case_number}-stuk-{piece.id}.{suffix}"
    )
