"""Attach a piece: a preview of what was uploaded, the same bytes that lie elsewhere, and the form that says what it is."""

import re
import tempfile
from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath

from docket.access import Actor
from docket.actions import redeciding
from docket.actions.pieces.attach_piece import AttachPiece, attach_piece, same_bytes
from docket.actions.pieces.upload_piece import action_of
from docket.conversion import apart, picture
from docket.conversion.picture import NoPicture
from docket.errors import NotFound
from docket.piece_files import JPEG, PDF, PNG, TEXT, TIFF, TYPES_NL, WORD
from docket.pieces import MEDIUMS_NL, Said
from docket.store import pieces as store
from docket.store.pieces import StoredFile
from docket.web import acting, words
from docket.web.acting import Refused
from docket.web.contacts import day_of
from docket.web.handed import Deps
from docket.web.pages import AskingPage, go, render
from docket.web.pieces import PREVIEW_WIDTH, bytes_of, pictured, readable_case, size_words
from docket.web.submission import Fault
from docket.web.visit import NEEDS, Posted, actor_of, posted_of, visit_of
from routing import Law

TO_KEEP = {NEEDS: "keepPieces"}
_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)
#: Characters of a text that its preview shows.
SHOWN_TEXT = 3000
#: `_deel` of the confidential file.
CONFIDENTIAL = "vertrouwelijk"
_PLACES: acting.Places = {
    "/kind": ("_soort", "Soort"),
    "/author": ("_dienst", "Dienst"),
    "/number": ("_nummer", "Nummer"),
    "/noticeNumber": ("_notitie", "Notitienummer"),
    "/pages": ("_bladzijden", "Bladzijden"),
    "/datedOn": ("_dag", "Dag"),
    "/medium": ("_drager", "Hoe ontvangen"),
    "/folder": ("_kaft", "Kaft"),
    "/sha256": ("_soort", "Bestand"),
}


class Preview(msgspec.Struct, frozen=True, kw_only=True):
    """What can be said and shown of uploaded bytes."""

    sha256: str
    file_name: str
    type: str
    size: str
    pages: int | None
    #: In pixels; empty = no picture.
    dots: str = ""
    #: Why they go into quarantine; empty = they do not.
    faults: tuple[str, ...] = ()
    #: Address of the picture of it; empty = there is none.
    picture: str = ""
    #: Its first words, of a plain text.
    text: str = ""


class AttachPiecePage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "attach_piece.html"
    path: ClassVar[str] = "/dossiers"

    case_number: str
    version: int
    #: None = on paper only.
    preview: Preview | None
    #: Into the confidential file.
    bom: bool
    kinds: words.Titles
    values: Mapping[str, str]
    #: Pieces of this file with the same bytes, and other files of the reader that have them.
    same: tuple[int, ...] = ()
    also_in: tuple[str, ...] = ()
    mediums: ClassVar[words.Titles] = {code: f"{title[:1].upper()}{title[1:]}" for code, title in MEDIUMS_NL.items() if code != "paper"}

    @property
    def title(self) -> str:
        where = "het vertrouwelijk dossier van " if self.bom else ""
        return f"Stuk voegen bij {where}{self.case_number}"


@get("/dossiers/{case_number:str}/stukken/nieuw", opt=TO_KEEP)
async def show_attaching(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    query = request.query_params
    page = await page_of(case_number, query.get("bytes", ""), query.get("deel") == CONFIDENTIAL, actor_of(request), deps)
    return render(visit_of(request), page)


@post("/dossiers/{case_number:str}/stukken/nieuw", opt=TO_KEEP)
async def attach(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    bom = posted.text("_deel") == CONFIDENTIAL
    page = await page_of(case_number, posted.text("_bytes"), bom, actor, deps)
    page = msgspec.structs.replace(page, values={name: value for name, value in posted.pairs if name != "_csrf"})
    command, faults = _command(page, posted)
    refused = Refused(status=400, faults=faults)
    if command is not None:
        done = await acting.attempt(attach_piece(command, actor, deps), _PLACES)
        if not isinstance(done, Refused):
            told = "binnen-vertrouwelijk" if bom else "binnen-quarantaine" if done.state == "quarantined" else "binnen"
            return go(f"/dossiers/{case_number}/stukken?gedaan={told}#{CONFIDENTIAL if bom else 'stuk'}-{done.piece}")
        refused = done
    page = msgspec.structs.replace(page, faults=refused.faults, stale=refused.stale)
    return render(visit_of(request), page, refused.status)


@get("/dossiers/{case_number:str}/stukken/opgeladen/{sha256:str}", opt=TO_KEEP)
async def show_uploaded(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], sha256: FromPath[str]) -> Response[Any]:
    """The picture of what was uploaded and is not attached yet."""
    bom = request.query_params.get("deel") == CONFIDENTIAL
    actor = actor_of(request)
    actor.require(action_of(bom=bom))
    found = await readable_case(case_number, actor, deps)
    return await pictured(await store.file(deps.pool, found.case.id, _hash(sha256), bom=bom), deps)


def _hash(text: str) -> str:
    if not _SHA256.fullmatch(text):
        raise NotFound
    return text


async def page_of(case_number: str, sha256: str, bom: bool, actor: Actor, deps: Any) -> AttachPiecePage:
    """Raises NotFound where the bytes are not (or no longer) held for this file."""
    snapshot = await redeciding.find(case_number, action_of(bom=bom), actor, deps)
    await readable_case(case_number, actor, deps)
    file = None
    if sha256:
        file = await store.file(deps.pool, snapshot.case.id, _hash(sha256), bom=bom)
        if file is None:
            raise NotFound("Dit opgeladen bestand wordt niet meer bewaard; laad het opnieuw op.")
    same = await same_bytes(snapshot, file, actor, deps, bom=bom)
    law: Law = deps.law.law
    return AttachPiecePage(
        case_number=case_number,
        version=snapshot.case.version,
        preview=await _preview(case_number, file, deps) if file is not None else None,
        bom=bom,
        kinds={row.id: f"{row.title_nl[:1].upper()}{row.title_nl[1:]}" for row in law.evidence.piece},
        values={"_bladzijden": str(file.pages) if file is not None and file.pages else "", "_drager": "file"},
        same=tuple(one.piece for one in same if one.own),
        also_in=tuple(dict.fromkeys(one.case_number for one in same if not one.own)),
    )


async def _preview(case_number: str, file: StoredFile, deps: Any) -> Preview:
    part = f"?deel={CONFIDENTIAL}" if file.bom else ""
    shown = file.readable and await _is_drawn(file, deps)
    return Preview(
        sha256=file.sha256,
        file_name=file.file_name or "",
        type=TYPES_NL[file.media_type],
        size=size_words(file.size),
        pages=file.pages,
        dots=f"{file.width} × {file.height}" if file.width and file.height else "",
        faults=file.faults,
        picture=f"/dossiers/{case_number}/stukken/opgeladen/{file.sha256}{part}" if shown else "",
        text=await _first_words(file, deps) if file.readable else "",
    )


async def _is_drawn(file: StoredFile, deps: Any) -> bool:
    """Of a TIFF that is known by drawing it: there are kinds that nobody draws here."""
    if file.media_type != TIFF:
        return file.media_type in (PDF, JPEG, PNG)
    try:
        await picture.first_page(await bytes_of(file, deps), width=PREVIEW_WIDTH)
    except NoPicture:
        return False
    return True


async def _first_words(file: StoredFile, deps: Any) -> str:
    if file.media_type == TEXT:
        return (await bytes_of(file, deps)).decode("utf-8", "replace")[:SHOWN_TEXT]
    if file.media_type != WORD:
        return ""
    with tempfile.TemporaryFile() as spool:
        spool.write(await bytes_of(file, deps))
        spool.seek(0)
        said = await apart.told("docket.piece_words", spool)
    return (said or b"").decode()[:SHOWN_TEXT]


def _command(page: AttachPiecePage, posted: Posted) -> tuple[AttachPiece | None, tuple[Fault, ...]]:
    faults = list(
        acting.unfilled(
            posted,
            {
                "_soort": ("Soort", "Kies de soort van het stuk."),
                "_dienst": ("Dienst", "Zeg welke dienst het stuk opmaakte, bv. FGP Antwerpen; geen naam van een persoon."),
            },
        )
    )
    typed_day, typed_pages = posted.text("_dag").strip(), posted.text("_bladzijden").strip()
    dated_on = day_of(typed_day) if typed_day else None
    if typed_day and dated_on is None:
        faults.append(Fault(name="_dag", where="Dag", detail="Schrijf de dag als 26/11/2026, of laat hem leeg."))
    pages = posted.number("_bladzijden")
    if typed_pages and pages is None:
        faults.append(Fault(name="_bladzijden", where="Bladzijden", detail="Schrijf het aantal in cijfers, of laat het leeg."))
    if page.same and posted.text("_toch") != "ja":
        detail = f"Deze bytes zitten al in het dossier als stuk {page.same[0]}; kruis aan dat u ze nog eens wilt voegen."
        faults.append(Fault(name="_toch", where="Hetzelfde bestand", detail=detail))
    if faults:
        return None, tuple(faults)
    said = Said(
        kind=posted.text("_soort"),
        author=posted.text("_dienst"),
        number=posted.text("_nummer") or None,
        notice_number=posted.text("_notitie") or None,
        pages=pages,
        dated_on=dated_on,
        medium="paper" if page.preview is None else "scan" if posted.text("_drager") == "scan" else "file",
        folder=posted.text("_kaft") or None,
        mark="confidential" if posted.text("_merk") == "ja" else "none",
    )
    command = AttachPiece(
        case_number=page.case_number,
        version=posted.number("_version") or 0,
        said=said,
        sha256=page.preview.sha256 if page.preview is not None else None,
        bom=page.bom,
        same_bytes_confirmed=posted.text("_toch") == "ja",
    )
    return command, ()


_KINDS = {"report": "Aanvankelijk proces-verbaal", "letter": "Brief"}
EXAMPLES = (
    AttachPiecePage(
        case_number="HAV-2026-000001",
        version=3,
        preview=Preview(
            sha256="ab" * 32,
            file_name="pv <1>.pdf",
            type="PDF",
            size="2,3 MB",
            pages=12,
            picture="/dossiers/HAV-2026-000001/stukken/opgeladen/abab",
        ),
        bom=False,
        kinds=_KINDS,
        values={"_soort": "letter", "_dag": f"{date(2026, 11, 20):%d/%m/%Y}"},
        same=(3,),
        also_in=("HAV-2026-000002",),
        faults=(Fault(name="_dienst", where="Dienst", detail="Zeg welke dienst het stuk opmaakte."),),
    ),
    AttachPiecePage(
        case_number="HAV-2026-000001",
        version=3,
        preview=Preview(
            sha256="ab" * 32, file_name="", type="platte tekst", size="1 kB", pages=None, text="Geachte <b>", faults=("macro's",)
        ),
        bom=True,
        kinds=_KINDS,
        values={},
    ),
    AttachPiecePage(case_number="HAV-2026-000001", version=3, preview=None, bom=False, kinds=_KINDS, values={}),
)
