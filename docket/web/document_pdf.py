"""The PDF of a document: its pages as pictures, how far it is, and what it claims; asked for here, downloaded from here."""

import asyncio
from datetime import UTC, datetime
from typing import Any, ClassVar

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath

from docket.access import visibility
from docket.actions.papers.ask_pdf import AskPdf, ask_pdf
from docket.conversion.picture import NoPicture
from docket.conversion.picture import page as draw_page
from docket.errors import NotFound, StateForbids
from docket.partial import stored_file
from docket.store import access_log, pdfs
from docket.store.pdfs import DocumentPdf, PdfBytes
from docket.web import words
from docket.web.handed import Deps
from docket.web.pages import Page, go, render
from docket.web.visit import NEEDS, actor_of, visit_of

PDF = "application/pdf"
REFRESH_SECONDS = 2
#: So many are shown as pictures; a longer paper is read in its PDF.
MOST_PAGES = 20
#: A reader of pages may take a GiB.
_ONE_PICTURE = asyncio.Lock()


class DocumentPdfPage(Page, frozen=True, kw_only=True):
    template: ClassVar[str] = "document_pdf.html"
    path: ClassVar[str] = "/dossiers"

    pdf: DocumentPdf
    #: Why the worker can make none, in Dutch.
    absent: str | None = None
    may_ask: bool = False

    @property
    def title(self) -> str:
        return f"{words.title(words.DOCUMENT_KINDS, self.pdf.kind)} als PDF"

    @property
    def shown(self) -> tuple[int, ...]:
        """Numbers of the pages that are shown as pictures."""
        return tuple(range(1, min(self.pdf.pages or 1, MOST_PAGES) + 1))

    @property
    def waits(self) -> bool:
        return self.pdf.state == "asked"


@get("/dossiers/{case_number:str}/documenten/{document_id:int}/voorbeeld", opt={NEEDS: "readDocument"})
async def show_pdf(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], document_id: FromPath[int]) -> Response[Any]:
    actor = actor_of(request)
    found = await pdfs.of_document(deps.pool, visibility(actor, "readDocument"), case_number, document_id)
    if found is None:
        raise NotFound
    await access_log.log_opened(deps.pool, actor.code, case_number, deps.clock.now())
    converter = await pdfs.converter(deps.pool)
    page = DocumentPdfPage(pdf=found, absent=converter.absent if converter else None, may_ask=actor.may("makeDocument"))
    answer: Response[Any] = render(visit_of(request), page)
    if page.waits:
        answer.headers["refresh"] = str(REFRESH_SECONDS)
    return answer


@post("/dossiers/{case_number:str}/documenten/{document_id:int}/pdf", opt={NEEDS: "makeDocument"})
async def ask_for_pdf(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], document_id: FromPath[int]) -> Response[Any]:
    await ask_pdf(AskPdf(case_number=case_number, document_id=document_id), actor_of(request), deps)
    return go(f"/dossiers/{case_number}/documenten/{document_id}/voorbeeld")


@get("/dossiers/{case_number:str}/documenten/{document_id:int}/pdf", opt={NEEDS: "readDocument"})
async def download_pdf(
    request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], document_id: FromPath[int]
) -> Response[bytes]:
    found = await _found(request, deps, case_number, document_id)
    title = words.title(words.DOCUMENT_KINDS, found.kind or "").lower().replace(", ", "-").replace(" ", "-")
    return file_of(request, found, f"{case_number}-{title}-{document_id}.pdf")


@get("/dossiers/{case_number:str}/documenten/{document_id:int}/beeld", opt={NEEDS: "readDocument"})
async def show_picture(
    request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], document_id: FromPath[int]
) -> Response[bytes]:
    found = await _found(request, deps, case_number, document_id)
    return Response(found.picture or b"", media_type="image/png", headers={"etag": f'"{found.sha256}"'})


@get("/dossiers/{case_number:str}/documenten/{document_id:int}/beeld/{page_number:int}", opt={NEEDS: "readDocument"})
async def show_page(
    request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], document_id: FromPath[int], page_number: FromPath[int]
) -> Response[bytes]:
    """A later page; only the picture of the first one is kept, so that one is drawn when somebody looks."""
    found = await _found(request, deps, case_number, document_id)
    if found.content is None or not 1 <= page_number <= MOST_PAGES:
        raise NotFound
    try:
        async with _ONE_PICTURE:
            drawn = await draw_page(found.content, page_number - 1)
    except NoPicture as error:
        raise NotFound(str(error)) from error
    return Response(drawn.png, media_type="image/png", headers={"etag": f'"{found.sha256}-{page_number}"'})


def file_of(request: Request[Any, Any, Any], found: PdfBytes, name: str) -> Response[bytes]:
    """A PDF to save, or the part of it that is asked for. Raises StateForbids until it is made."""
    if found.content is None:
        raise StateForbids(found.failure or "Deze PDF wordt nog gemaakt; probeer het over enkele seconden opnieuw.")
    return stored_file(request, found.content, tag=found.sha256 or "", media_type=PDF, name=name)


async def _found(request: Request[Any, Any, Any], deps: Deps, case_number: str, document_id: int) -> PdfBytes:
    actor = actor_of(request)
    found = await pdfs.content(deps.pool, visibility(actor, "readDocument"), case_number, document_id=document_id)
    if found is None:
        raise NotFound
    await access_log.log_opened(deps.pool, actor.code, case_number, deps.clock.now())
    return found


_AT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
_NONE = DocumentPdf(
    case_number="HAV-2026-000001",
    confidentiality="ordinary",
    document_id=17,
    kind="transfer",
    document_state="made",
    about=None,
    document_made_at=_AT,
    outdated_at=None,
    document_sha256="5d41402abc4b2a76b9719d911017c592ae2f4c7a1b8e0f3d6c5b4a3928171605",
)
_MADE = msgspec.structs.replace(
    _NONE,
    pdf_id=3,
    state="made",
    asked_at=_AT,
    asked_by="clerk:4",
    made_at=_AT,
    pages=2,
    sha256="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    size=83_353,
    alone=True,
)
EXAMPLES = (
    DocumentPdfPage(pdf=_NONE, may_ask=True),
    DocumentPdfPage(pdf=_NONE, absent="LibreOffice staat niet op de machine van de verwerking.", may_ask=True),
    DocumentPdfPage(pdf=msgspec.structs.replace(_NONE, pdf_id=3, state="asked", asked_at=_AT, asked_by="clerk:4"), may_ask=True),
    DocumentPdfPage(
        pdf=msgspec.structs.replace(
            _NONE, pdf_id=3, state="failed", failure="LibreOffice was na 60 seconden niet klaar.", asked_at=_AT, asked_by="clerk:4"
        ),
        may_ask=True,
    ),
    DocumentPdfPage(pdf=_MADE),
    DocumentPdfPage(pdf=msgspec.structs.replace(_MADE, sealed_by="Parket Antwerpen (test)", alone=False, outdated_at=_AT), may_ask=True),
)
