"""Stukken of a file: what came in, its inventory, the confidential file for magistrates, and forms to upload, move and withdraw."""

from collections.abc import AsyncIterator, Mapping
from datetime import date, datetime
from functools import partial
from typing import Any, ClassVar

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath

from docket import piece_files
from docket.access import Actor, visibility
from docket.actions.pieces import giving
from docket.actions.pieces.giving import Given
from docket.actions.pieces.inventorying import inventory_of
from docket.actions.pieces.move_piece import MovePiece, move_piece
from docket.actions.pieces.upload_piece import UploadPiece, upload_piece
from docket.actions.pieces.withdraw_piece import WithdrawPiece, withdraw_piece
from docket.clock import COURT_ZONE
from docket.conversion import picture
from docket.conversion.picture import NoPicture
from docket.errors import DocketError, NotFound
from docket.partial import stored_stream
from docket.piece_files import ACCEPTED_NL, JPEG, PDF, PNG, TIFF, TYPES_NL
from docket.pieces import FATES_NL, MARKS_NL, MEDIUMS_NL, STATES_NL, InventoryLine, Piece, kind_title
from docket.store import access_log, connected, search
from docket.store import pieces as store
from docket.store.pieces import StoredFile
from docket.store.search import CaseView
from docket.web import acting, words
from docket.web.acting import Refused
from docket.web.case import TO_READ
from docket.web.handed import Deps
from docket.web.pages import AskingPage, go, render
from docket.web.submission import Fault
from docket.web.visit import NEEDS, STREAMS, Posted, Uploaded, actor_of, posted_of, visit_of
from routing import Law

TO_KEEP = {NEEDS: "keepPieces"}
#: Whatever is in it, a browser runs nothing of it and lets it ask for nothing.
SHUT = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox"
#: Wide enough to read a scanned page by.
PREVIEW_WIDTH = 794
STATE_MARKS: Mapping[str, str] = {"attached": "good", "quarantined": "bad", "moved": "plain", "withdrawn": "plain"}


class PieceView(msgspec.Struct, frozen=True, kw_only=True):
    piece: Piece
    kind: str
    type: str = ""
    size: str = ""


class PiecesPage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "pieces.html"
    path: ClassVar[str] = "/dossiers"

    case_number: str
    version: int
    rows: tuple[PieceView, ...]
    #: None = the reader is no magistrate, and learns nothing of it.
    confidential: tuple[PieceView, ...] | None
    lines: tuple[InventoryLine, ...]
    #: Files that this one was split off from, of those that the reader sees: its earlier pieces stayed there.
    split_from: tuple[str, ...] = ()
    #: What the inventory and the confidential file rest on, with how sure that is.
    rests_on: tuple[tuple[str, str], ...]
    may_keep: bool
    largest: str
    accepted: ClassVar[str] = ACCEPTED_NL
    states: ClassVar[words.Titles] = STATES_NL
    mediums: ClassVar[words.Titles] = MEDIUMS_NL
    marks: ClassVar[words.Titles] = MARKS_NL
    fates: ClassVar[words.Titles] = FATES_NL
    state_marks: ClassVar[Mapping[str, str]] = STATE_MARKS
    #: As typed, to be shown again.
    values: Mapping[str, str] = msgspec.field(default_factory=dict)

    @property
    def title(self) -> str:
        return f"Stukken van {self.case_number}"


@get("/dossiers/{case_number:str}/stukken", opt=TO_READ)
async def show_pieces(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    return render(visit_of(request), await page_of(case_number, actor_of(request), deps))


@post("/dossiers/{case_number:str}/stukken", opt=TO_KEEP)
async def keep_pieces(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    refused = await (_move if posted.text("_do") == "move" else _withdraw)(posted, case_number, actor, deps)
    if refused is None:
        return go(f"/dossiers/{case_number}/stukken?gedaan=binnen-{posted.text('_do') or 'withdraw'}")
    page = msgspec.structs.replace(
        await page_of(case_number, actor, deps),
        values={name: value for name, value in posted.pairs if name not in ("_csrf", "_version")},
        faults=refused.faults,
        stale=refused.stale,
    )
    return render(visit_of(request), page, refused.status)


@post(
    "/dossiers/{case_number:str}/stukken/opladen",
    opt={NEEDS: "keepPieces", STREAMS: True},
    request_max_body_size=1024 * 1024 * 1024,
)
async def upload(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    """The bytes alone: what they are is said beside their preview, so that a refusal loses nothing that was typed."""
    posted, actor = posted_of(request), actor_of(request)
    bom = posted.text("_vertrouwelijk") == "ja"
    given = next(iter(posted.files), None)
    if given is None:
        fault = Fault(name="_bestand", where="Bestand", detail="Kies een bestand, of schrijf het stuk in als “alleen op papier”.")
        refused: Refused | None = Refused(status=400, faults=(fault,))
    else:
        command = UploadPiece(case_number=case_number, file_name=given.name, bom=bom)
        try:
            kept = await upload_piece(command, _read(given), actor, deps)
        except DocketError as refusal:
            if refusal.status not in (400, 413):
                raise
            details = [issue.detail for issue in refusal.issues] or [refusal.detail]
            faults = tuple(Fault(name="_bestand", where=f"Bestand {given.name}", detail=detail) for detail in details)
            refused = Refused(status=refusal.status, faults=faults)
        else:
            part = "&deel=vertrouwelijk" if bom else ""
            return go(f"/dossiers/{case_number}/stukken/nieuw?bytes={kept.sha256}{part}")
    page = msgspec.structs.replace(await page_of(case_number, actor, deps), faults=refused.faults if refused else ())
    return render(visit_of(request), page, refused.status if refused else 400)


@get("/dossiers/{case_number:str}/stukken/{piece_id:int}", opt={NEEDS: "readPiece"})
async def download(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], piece_id: FromPath[int]) -> Response[Any]:
    actor = actor_of(request)
    found = await readable_case(case_number, actor, deps)
    piece = one_of(await store.of_case(deps.pool, found.case.id), piece_id)
    return served(request, await giving.given(case_number, found.case.id, piece, actor, deps), deps)


@get("/dossiers/{case_number:str}/vertrouwelijk/{piece_id:int}", opt={NEEDS: "readConfidentialPart"})
async def download_confidential(
    request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], piece_id: FromPath[int]
) -> Response[Any]:
    actor = actor_of(request)
    found = await readable_case(case_number, actor, deps)
    rows = await store.confidential_of_case(deps.pool, case_number, visibility(actor, "readConfidentialPart"))
    return served(request, await giving.given(case_number, found.case.id, one_of(rows, piece_id), actor, deps, bom=True), deps)


@get("/dossiers/{case_number:str}/stukken/{piece_id:int}/beeld", opt={NEEDS: "readPiece"})
async def show_picture(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], piece_id: FromPath[int]) -> Response[Any]:
    found = await readable_case(case_number, actor_of(request), deps)
    piece = one_of(await store.of_case(deps.pool, found.case.id), piece_id)
    if not piece.readable or piece.sha256 is None or piece.media_type is None:
        raise NotFound
    return await pictured(await store.file(deps.pool, found.case.id, piece.sha256, bom=False), deps, piece.media_type)


async def readable_case(case_number: str, actor: Actor, deps: Any) -> CaseView:
    """For whoever may read its pieces; who opened it is logged."""
    found = await search.case_view(deps.pool, visibility(actor, "readPiece"), case_number)
    if found is None:
        raise NotFound
    await access_log.log_opened(deps.pool, actor.code, case_number, deps.clock.now())
    return found


def one_of(pieces: tuple[Piece, ...], piece_id: int) -> Piece:
    found = next((piece for piece in pieces if piece.id == piece_id), None)
    if found is None:
        raise NotFound
    return found


def served(request: Request[Any, Any, Any], file: Given, deps: Any) -> Response[Any]:
    """The bytes to keep, or the part that is asked for, never to open in the page."""
    return stored_stream(
        request,
        partial(store.content, deps.pool, file.file_id),
        size=file.size,
        tag=file.sha256,
        media_type=file.media_type,
        name=file.name,
        headers={"Content-Security-Policy": SHUT},
    )


async def pictured(file: StoredFile | None, deps: Any, media_type: str | None = None) -> Response[Any]:
    """
    A picture as it is, or the first page of a PDF or a TIFF drawn by a process of its own; nothing in quarantine. Raises NotFound.

    `media_type` = as a piece says it; None = no piece names these bytes yet.
    """
    if file is None or not file.readable:
        raise NotFound
    media_type = media_type or file.media_type
    headers = {"content-security-policy": SHUT}
    if media_type in (JPEG, PNG):
        return Response(await bytes_of(file, deps), media_type=media_type, headers=headers)
    if media_type not in (PDF, TIFF):
        raise NotFound
    try:
        drawn = await picture.first_page(await bytes_of(file, deps), width=PREVIEW_WIDTH)
    except NoPicture as why:
        raise NotFound(str(why)) from None
    return Response(drawn.png, media_type=PNG, headers=headers)


async def bytes_of(file: StoredFile, deps: Any) -> bytes:
    return b"".join([piece async for piece in store.content(deps.pool, file.id)])


def size_words(size: int | None) -> str:
    if size is None:
        return ""
    return f"{size / 1024 / 1024:.1f} MB".replace(".", ",") if size >= 1024 * 1024 else f"{max(size // 1024, 1)} kB"


async def _read(given: Uploaded) -> AsyncIterator[bytes]:
    while given.spool is not None and (piece := await given.spool.read(store.CHUNK)):
        yield piece


async def _move(posted: Posted, case_number: str, actor: Actor, deps: Any) -> Refused | None:
    number = posted.number("_stuk") or 0
    to, reason = posted.text(f"_naar_{number}").strip().upper(), posted.text(f"_waarom_{number}")
    wanted = {
        f"_naar_{number}": ("Naar welk dossier", "Schrijf het nummer van het juiste dossier, als HAV-2026-000042."),
        f"_waarom_{number}": ("Reden", "Geef een reden; ze komt in beide dossiers te staan."),
    }
    if faults := acting.unfilled(posted, wanted):
        return Refused(status=400, faults=faults)
    command = MovePiece(
        case_number=case_number,
        version=posted.number("_version") or 0,
        piece_id=number,
        to=to,
        reason=reason,
        same_bytes_confirmed=posted.text(f"_toch_{number}") == "ja",
    )
    try:
        done = await acting.attempt(move_piece(command, actor, deps), {"/reason": (f"_waarom_{number}", "Reden")})
    except NotFound as refusal:
        return Refused(status=404, faults=(Fault(name=f"_naar_{number}", where="Naar welk dossier", detail=refusal.detail),))
    return done if isinstance(done, Refused) else None


async def _withdraw(posted: Posted, case_number: str, actor: Actor, deps: Any) -> Refused | None:
    number, bom = posted.number("_stuk") or 0, posted.text("_deel") == "vertrouwelijk"
    name = f"_reden_{'v' if bom else ''}{number}"
    if faults := acting.unfilled(posted, {name: ("Reden", "Geef een reden; ze blijft bij het stuk staan.")}):
        return Refused(status=400, faults=faults)
    command = WithdrawPiece(
        case_number=case_number, version=posted.number("_version") or 0, piece_id=number, reason=posted.text(name), bom=bom
    )
    done = await acting.attempt(withdraw_piece(command, actor, deps), {"/reason": (name, "Reden")})
    return done if isinstance(done, Refused) else None


async def page_of(case_number: str, actor: Actor, deps: Any) -> PiecesPage:
    found = await readable_case(case_number, actor, deps)
    law: Law = deps.law.law
    rows = await store.of_case(deps.pool, found.case.id)
    secret = None
    if actor.may("readConfidentialPart"):
        secret = await store.confidential_of_case(deps.pool, case_number, visibility(actor, "readConfidentialPart"))
    ties = await connected.links(deps.pool, found.case.id, visibility(actor))
    rests = [one for one in (law.evidence.inventory, law.evidence.confidential if secret is not None else None) if one is not None]
    return PiecesPage(
        case_number=case_number,
        version=found.case.version,
        rows=tuple(_view(one, law) for one in reversed(rows)),
        confidential=tuple(_view(one, law) for one in reversed(secret)) if secret is not None else None,
        lines=await inventory_of(found.case, deps),
        split_from=tuple(tie.case_number for tie in ties if tie.holds and tie.kind == "split" and tie.side == "from"),
        rests_on=tuple((one.citation, words.title(words.CONFIDENCES, one.confidence).lower()) for one in rests),
        may_keep=actor.may("keepPieces") and found.case.status != "joined",
        largest=f"{deps.settings.piece_max_bytes // (1024 * 1024)} MiB",
    )


def _view(piece: Piece, law: Law) -> PieceView:
    known = piece_files.TYPES_NL
    kind = kind_title(piece.kind, law)
    return PieceView(
        piece=piece,
        kind=f"{kind[:1].upper()}{kind[1:]}",
        type=next((title for code, title in known.items() if code == piece.media_type), ""),
        size=size_words(piece.size),
    )


_PIECE = Piece(
    id=3,
    kind="report",
    author="SPN Antwerpen",
    number="AN.60.SP.001234/2026",
    notice_number="AN.60.SP.001234/2026",
    pages=12,
    dated_on=date(2026, 11, 20),
    medium="scan",
    folder="kaft 1",
    state="attached",
    sha256="ab" * 32,
    media_type=PDF,
    size=2_400_000,
    file_name="pv.pdf",
    entered_at=datetime(2026, 11, 24, 10, tzinfo=COURT_ZONE),
    entered_by="user:7",
)
_CLOSED: dict[str, Any] = {"closed_at": datetime(2026, 11, 25, 10, tzinfo=COURT_ZONE), "closed_by": "user:7", "reason": "verkeerd dossier"}
_ROWS = (
    PieceView(piece=_PIECE, kind="Aanvankelijk proces-verbaal", type=TYPES_NL[PDF], size="2,3 MB"),
    PieceView(
        piece=msgspec.structs.replace(
            _PIECE, id=4, state="quarantined", faults=("JavaScript", "een ingesloten bestand"), mark="confidential"
        ),
        kind="Brief",
        type=TYPES_NL[PDF],
        size="12 kB",
    ),
    PieceView(
        piece=msgspec.structs.replace(_PIECE, id=5, state="moved", moved_to="HAV-2026-000002", **_CLOSED), kind="Brief", type="platte tekst"
    ),
    PieceView(
        piece=msgspec.structs.replace(
            _PIECE,
            id=6,
            medium="paper",
            sha256=None,
            media_type=None,
            size=None,
            file_name=None,
            pages=None,
            dated_on=None,
            number=None,
            notice_number=None,
            moved_from="HAV-2026-000002",
        ),
        kind="Bevel",
    ),
)
EXAMPLES = (
    PiecesPage(
        case_number="HAV-2026-000001",
        version=3,
        rows=_ROWS,
        confidential=(msgspec.structs.replace(_ROWS[0], kind="Beschikking"),),
        lines=(
            InventoryLine(
                running=1,
                day=date(2026, 11, 20),
                kind="aanvankelijk proces-verbaal",
                author="SPN Antwerpen",
                number="AN.60.SP.001234/2026",
                notice_number="AN.60.SP.001234/2026",
                pages=12,
                folder="kaft 1",
                digital_id="ab" * 32,
                mark="confidential",
                piece=3,
            ),
            InventoryLine(
                running=2,
                day=None,
                kind="kantschrift",
                author="Parket Antwerpen",
                number=None,
                notice_number=None,
                pages=None,
                folder=None,
                digital_id=None,
                mark="none",
                fate="replaced",
                document=9,
            ),
        ),
        rests_on=(("Art. 648 Sv.", "zeker"), ("Art. 235ter, § 3 Sv.", "zeker")),
        may_keep=True,
        largest="25 MiB",
        faults=(Fault(name="_bestand", where="Bestand foto.exe", detail="Dit bestand wordt niet aangenomen: het is een programma."),),
    ),
    PiecesPage(
        case_number="HAV-2026-000001", version=1, rows=(), confidential=None, lines=(), rests_on=(), may_keep=False, largest="25 MiB"
    ),
)
