"""Pieces that come into a file: hand in the bytes, attach, list, fetch, move, withdraw; and the inventory. Never the confidential file."""

from datetime import date, datetime
from functools import partial
from typing import Annotated, Any

import msgspec
from litestar import Response, get, post, put
from msgspec import Meta

from docket.access import visibility
from docket.actions import redeciding
from docket.actions.pieces import giving
from docket.actions.pieces.attach_piece import AttachPiece, attach_piece, same_bytes
from docket.actions.pieces.inventorying import inventory_of
from docket.actions.pieces.move_piece import MovePiece, move_piece
from docket.actions.pieces.upload_piece import UploadPiece, upload_piece
from docket.actions.pieces.withdraw_piece import WithdrawPiece, withdraw_piece
from docket.api import examples
from docket.api.answers import created, href, ok
from docket.api.decisions import Reason
from docket.api.handed import Actor, AnyRequest, CaseNumber, Deps, PieceId, SeenVersion, Sha256
from docket.api.once import once
from docket.api.opened import opened
from docket.api.operations import Answer, operation
from docket.api.reading import CASE_NUMBER_PATTERN, SHA256_PATTERN, body_of
from docket.api.resources import ChangedCase, Resource, changed_case
from docket.contract import ContractStruct
from docket.errors import NotFound
from docket.partial import stored_stream
from docket.piece_files import MediaType, Verdict
from docket.pieces import LONGEST_TEXT, MOST_PAGES, Fate, Mark, Medium, Piece, PieceState, Said, kind_title
from docket.store import connected
from docket.store import pieces as store

BYTES = "application/octet-stream"
#: More than any setting allows; how much is taken is said by DOCKET_PIECE_MAX_BYTES.
MOST_BYTES = 1024 * 1024 * 1024
Words = Annotated[str, Meta(min_length=1, max_length=LONGEST_TEXT)]


class NewPiece(ContractStruct, frozen=True, kw_only=True):
    #: Id of a kind of the law in force (`evidence.toml`), e.g. report, furtherReport, warrant, order, judgment, letter.
    kind: Annotated[str, Meta(pattern="^[A-Za-z]{1,40}$", examples=["report"])]
    #: The service that made it; no name of a person.
    author: Words
    #: The number that it bears.
    number: Words | None = None
    notice_number: Words | None = None
    #: Left out = those of the bytes, where they can be counted.
    pages: Annotated[int, Meta(ge=1, le=MOST_PAGES)] | None = None
    #: The day that stands on it.
    dated_on: date | None = None
    #: file = as it was made, scan = a picture of the paper, paper = the register has no bytes of it.
    medium: Medium
    #: Carton or map in which the paper lies.
    folder: Words | None = None
    mark: Mark = "none"
    #: Of bytes that were handed in for this file before.
    sha256: Annotated[str, Meta(pattern=SHA256_PATTERN)] | None = None
    #: The same bytes lie in this file already, and that is meant.
    same_bytes_confirmed: bool = False


class PieceMove(ContractStruct, frozen=True, kw_only=True):
    #: Number of the right file.
    to: Annotated[str, Meta(pattern=CASE_NUMBER_PATTERN)]
    reason: Reason
    #: The same bytes lie in that file already, and that is meant.
    same_bytes_confirmed: bool = False


class PieceWithdrawal(ContractStruct, frozen=True, kw_only=True):
    reason: Reason


class UploadResource(Resource, frozen=True, kw_only=True):
    """Bytes that were handed in; they are thrown away when they are not attached within a day."""

    sha256: str
    size: int
    #: By their content.
    media_type: MediaType
    #: active = they hold something that could act, so that the piece goes into quarantine.
    verdict: Verdict
    #: In Dutch: what was found in them.
    faults: tuple[str, ...]
    pages: int | None
    #: Of a picture, in pixels.
    width: int | None
    height: int | None
    #: Pieces of this file with the same bytes, and other files of the caller that have them.
    same_pieces: tuple[int, ...]
    also_in: tuple[str, ...]


class PieceResource(Resource, frozen=True, kw_only=True):
    href: str
    #: Where its bytes are; null = on paper only, in quarantine, moved or withdrawn.
    content_href: str | None
    id: int
    state: PieceState
    kind: str
    kind_title: str
    author: str
    number: str | None
    notice_number: str | None
    pages: int | None
    dated_on: date | None
    medium: Medium
    folder: str | None
    mark: Mark
    sha256: str | None
    media_type: str | None
    size: int | None
    #: In Dutch: why its bytes are in quarantine.
    faults: tuple[str, ...]
    moved_to: str | None
    moved_from: str | None
    reason: str | None
    entered_at: datetime
    entered_by: str
    closed_at: datetime | None
    closed_by: str | None


class PieceCollection(Resource, frozen=True, kw_only=True):
    """In the order of entry, moved and withdrawn ones too."""

    items: tuple[PieceResource, ...]


class AttachedResource(Resource, frozen=True, kw_only=True):
    href: str
    case_number: str
    version: int
    piece: int
    state: PieceState
    #: Files of the caller in which the same bytes lie too.
    also_in: tuple[str, ...]


class InventoryLineResource(Resource, frozen=True, kw_only=True):
    running: int
    #: Number of the joined file in which it lies; null = in this one.
    case_number: str | None
    day: date | None
    kind: str
    author: str
    number: str | None
    notice_number: str | None
    pages: int | None
    folder: str | None
    #: sha256 of the bytes; null = on paper only.
    digital_id: str | None
    mark: Mark
    #: Of a document of the office that was issued and stands no more; null = it stands.
    fate: Fate | None
    #: Id of the piece, or of the document of the office.
    piece: int | None
    document: int | None


class InventoryResource(Resource, frozen=True, kw_only=True):
    """In the order in which everything came in."""

    items: tuple[InventoryLineResource, ...]
    #: Files that this one was split off from, of those that the reader sees: its earlier pieces stayed there.
    split_from: tuple[str, ...]


@put(
    "/cases/{caseNumber:str}/piece-uploads/{fileSha256:str}",
    request_max_body_size=MOST_BYTES,
    **operation(
        operation_id="uploadPiece",
        tag="documents",
        summary="Hand in the bytes of a piece",
        description="The address is their sha256, so that sending them again changes nothing. They are read as they come, looked into by "
        "their content, and held for a day; a program, an archive or a web page is refused. Attach them by `POST .../pieces`.",
        scope="cases:write",
        body=bytes,
        body_media_type=BYTES,
        answers={200: Answer(description="Held.", body=UploadResource, example=examples.PIECE_UPLOAD, headers=("ETag",))},
        problems=(404, 409),
    ),
)
async def upload(request: AnyRequest, case_number: CaseNumber, sha256: Sha256, actor: Actor, deps: Deps) -> Response[bytes]:
    file = await upload_piece(UploadPiece(case_number=case_number, sha256=sha256), request.stream(), actor, deps)
    found = await redeciding.find(case_number, "keepPieces", actor, deps)
    same = await same_bytes(found, file, actor, deps, bom=False)
    names = ("sha256", "size", "media_type", "verdict", "faults", "pages", "width", "height")
    told: dict[str, Any] = {name: getattr(file, name) for name in names}
    also_in = tuple(dict.fromkeys(one.case_number for one in same if not one.own))
    return ok(UploadResource(**told, same_pieces=tuple(one.piece for one in same if one.own), also_in=also_in))


@get(
    "/cases/{caseNumber:str}/pieces",
    **operation(
        operation_id="listPieces",
        tag="documents",
        summary="Pieces that came into a file",
        scope="documents:read",
        answers={200: Answer(description="In the order of entry.", body=PieceCollection, example=examples.PIECES, headers=("ETag",))},
        problems=(404,),
    ),
)
async def list_all(case_number: CaseNumber, actor: Actor, deps: Deps) -> Response[bytes]:
    found = await opened(case_number, actor, deps, "readPiece")
    rows = await store.of_case(deps.pool, found.case.id)
    return ok(PieceCollection(items=tuple(_resource(case_number, one, deps) for one in rows)))


@post(
    "/cases/{caseNumber:str}/pieces",
    **operation(
        operation_id="attachPiece",
        tag="documents",
        summary="Attach a piece to a file",
        description="With the sha256 of bytes that were handed in for this file, or on paper only. The same bytes twice in one file are "
        "refused (409) until that is confirmed.",
        scope="cases:write",
        body=NewPiece,
        body_example=examples.NEW_PIECE,
        headers=("If-Match", "Idempotency-Key"),
        answers={
            201: Answer(description="Attached.", body=AttachedResource, example=examples.ATTACHED_PIECE, headers=("Location", "ETag"))
        },
        problems=(404, 409, 412, 422, 428),
    ),
)
@once
async def attach(request: AnyRequest, case_number: CaseNumber, version: SeenVersion, actor: Actor, deps: Deps) -> Response[bytes]:
    given = await body_of(request, NewPiece)
    said = Said(**{name: getattr(given, name) for name in Said.__struct_fields__})
    command = AttachPiece(
        case_number=case_number, version=version, said=said, sha256=given.sha256, same_bytes_confirmed=given.same_bytes_confirmed
    )
    done = await attach_piece(command, actor, deps)
    where = href("cases", case_number, "pieces", done.piece)
    body = AttachedResource(
        href=where, case_number=case_number, version=done.version, piece=done.piece, state=done.state, also_in=done.also_in
    )
    return created(body, where, version=done.version)


@get(
    "/cases/{caseNumber:str}/pieces/{pieceId:str}",
    **operation(
        operation_id="readPiece",
        tag="documents",
        summary="A piece of a file, without its bytes",
        scope="documents:read",
        answers={200: Answer(description="The piece.", body=PieceResource, example=examples.PIECE, headers=("ETag",))},
        problems=(404,),
    ),
)
async def read(case_number: CaseNumber, piece_id: PieceId, actor: Actor, deps: Deps) -> Response[bytes]:
    found = await opened(case_number, actor, deps, "readPiece")
    return ok(_resource(case_number, _one(await store.of_case(deps.pool, found.case.id), piece_id), deps))


@get(
    "/cases/{caseNumber:str}/pieces/{pieceId:str}/content",
    **operation(
        operation_id="readPieceContent",
        tag="documents",
        summary="The bytes of a piece",
        description="Always as `application/octet-stream`, to be kept and not opened; `mediaType` of the piece says what they are. "
        "What is in quarantine is given to nobody, what was moved only in its own file, what was withdrawn no more (409).",
        scope="documents:read",
        headers=("Range", "If-Range"),
        answers={
            200: Answer(description="The bytes.", media_type=BYTES, headers=("ETag", "Content-Disposition", "Accept-Ranges")),
            206: Answer(
                description="The bytes that were asked for.",
                media_type=BYTES,
                headers=("ETag", "Content-Disposition", "Accept-Ranges", "Content-Range"),
            ),
        },
        problems=(404, 409, 416),
    ),
)
async def content(request: AnyRequest, case_number: CaseNumber, piece_id: PieceId, actor: Actor, deps: Deps) -> Response[Any]:
    found = await opened(case_number, actor, deps, "readPiece")
    piece = _one(await store.of_case(deps.pool, found.case.id), piece_id)
    file = await giving.given(case_number, found.case.id, piece, actor, deps)
    read = partial(store.content, deps.pool, file.file_id)
    return stored_stream(request, read, size=file.size, tag=file.sha256, media_type=BYTES, name=file.name)


@post(
    "/cases/{caseNumber:str}/pieces/{pieceId:str}/moves",
    status_code=200,
    **operation(
        operation_id="movePiece",
        tag="documents",
        summary="Move a piece to the right file",
        description="Both files say so.",
        scope="cases:write",
        body=PieceMove,
        body_example=examples.PIECE_MOVE,
        headers=("If-Match", "Idempotency-Key"),
        answers={200: Answer(description="Moved.", body=AttachedResource, example=examples.MOVED_PIECE, headers=("ETag",))},
        problems=(404, 409, 412, 422, 428),
    ),
)
@once
async def move(
    request: AnyRequest, case_number: CaseNumber, piece_id: PieceId, version: SeenVersion, actor: Actor, deps: Deps
) -> Response[bytes]:
    given = await body_of(request, PieceMove)
    command = MovePiece(
        case_number=case_number,
        version=version,
        piece_id=piece_id,
        to=given.to,
        reason=given.reason,
        same_bytes_confirmed=given.same_bytes_confirmed,
    )
    done = await move_piece(command, actor, deps)
    body = AttachedResource(
        href=href("cases", done.to, "pieces", done.piece),
        case_number=done.to,
        version=done.to_version,
        piece=done.piece,
        state=done.state,
        also_in=(),
    )
    return ok(body, version=done.version)


@post(
    "/cases/{caseNumber:str}/pieces/{pieceId:str}/withdrawals",
    status_code=200,
    **operation(
        operation_id="withdrawPiece",
        tag="documents",
        summary="Withdraw a piece that was attached in error",
        description="It stays with its bytes and its reason, and is in the inventory no more.",
        scope="cases:write",
        body=PieceWithdrawal,
        body_example=examples.REASON_ONLY,
        headers=("If-Match", "Idempotency-Key"),
        answers={200: Answer(description="Withdrawn.", body=ChangedCase, example=examples.CHANGED, headers=("ETag",))},
        problems=(404, 409, 412, 422, 428),
    ),
)
@once
async def withdraw(
    request: AnyRequest, case_number: CaseNumber, piece_id: PieceId, version: SeenVersion, actor: Actor, deps: Deps
) -> Response[bytes]:
    given = await body_of(request, PieceWithdrawal)
    command = WithdrawPiece(case_number=case_number, version=version, piece_id=piece_id, reason=given.reason)
    done = await withdraw_piece(command, actor, deps)
    return ok(changed_case(case_number, done.version), version=done.version)


@get(
    "/cases/{caseNumber:str}/inventory",
    **operation(
        operation_id="readInventory",
        tag="documents",
        summary="The inventory of a file",
        description="Art. 648 Sv.: what came in and what the office made, of the files that were joined to it too; "
        "never what lies in the confidential file.",
        scope="documents:read",
        answers={200: Answer(description="The inventory.", body=InventoryResource, example=examples.INVENTORY, headers=("ETag",))},
        problems=(404,),
    ),
)
async def read_inventory(case_number: CaseNumber, actor: Actor, deps: Deps) -> Response[bytes]:
    found = await opened(case_number, actor, deps, "readPiece")
    lines = await inventory_of(found.case, deps)
    ties = await connected.links(deps.pool, found.case.id, visibility(actor))
    return ok(
        InventoryResource(
            items=tuple(InventoryLineResource(**msgspec.structs.asdict(line)) for line in lines),
            split_from=tuple(tie.case_number for tie in ties if tie.holds and tie.kind == "split" and tie.side == "from"),
        )
    )


def _one(rows: tuple[Piece, ...], piece_id: int) -> Piece:
    found = next((one for one in rows if one.id == piece_id), None)
    if found is None:
        raise NotFound
    return found


def _resource(case_number: str, piece: Piece, deps: Any) -> PieceResource:
    address = href("cases", case_number, "pieces", piece.id)
    told = {name: value for name, value in msgspec.structs.asdict(piece).items() if name != "file_name"}
    return PieceResource(
        href=address,
        content_href=f"{address}/content" if piece.readable else None,
        kind_title=kind_title(piece.kind, deps.law.law),
        **told,
    )
