"""Pieces as tests of them begin with them."""

import hashlib
from collections.abc import AsyncIterator
from datetime import date
from typing import Any

from docket.access import Actor
from docket.actions.pieces.attach_piece import AttachedPiece, AttachPiece, attach_piece
from docket.actions.pieces.upload_piece import UploadPiece, upload_piece
from docket.deps import Deps
from docket.pieces import Piece, Said
from docket.store import pieces as store
from docket.store.pieces import StoredFile
from tests.builders import a_clerk
from tests.docket.actions.reading import view_of

LETTER = b"Geachte mevrouw, hierbij het antwoord op uw kantschrift.\n"


async def stream(content: bytes, piece: int = 7) -> AsyncIterator[bytes]:
    for at in range(0, len(content), piece):
        yield content[at : at + piece]


def said(**fields: Any) -> Said:
    given: dict[str, Any] = {
        "kind": "report",
        "author": "SPN Antwerpen",
        "number": "AN.60.SP.001234/2026",
        "notice_number": "AN.60.SP.001234/2026",
        "pages": 3,
        "dated_on": date(2026, 11, 20),
        "medium": "file",
        "folder": "kaft 1",
    }
    return Said(**given | fields)


async def uploaded(
    deps: Deps, number: str, content: bytes = LETTER, *, by: Actor | None = None, name: str = "brief.txt", bom: bool = False
) -> StoredFile:
    return await upload_piece(UploadPiece(case_number=number, file_name=name, bom=bom), stream(content, 64 * 1024), by or a_clerk(), deps)


async def attached(
    deps: Deps,
    number: str,
    content: bytes | None = LETTER,
    /,
    *,
    by: Actor | None = None,
    bom: bool = False,
    again: bool = False,
    version: int | None = None,
    **fields: Any,
) -> AttachedPiece:
    """`content` None = on paper only."""
    by = by or a_clerk()
    file = await uploaded(deps, number, content, by=by, bom=bom) if content is not None else None
    command = AttachPiece(
        case_number=number,
        version=version or (await view_of(deps, number, by)).case.version,
        said=said(**({"medium": "paper"} if content is None else {}) | fields),
        sha256=file.sha256 if file else None,
        bom=bom,
        same_bytes_confirmed=again,
    )
    return await attach_piece(command, by, deps)


async def pieces_of(deps: Deps, number: str) -> tuple[Piece, ...]:
    return await store.of_case(deps.pool, (await view_of(deps, number)).case.id)


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
