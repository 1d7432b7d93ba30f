"""PDFs of documents: ask for one, see how far it is, fetch it whole or in parts."""

from datetime import datetime

from litestar import Response, get, post

from docket.access import visibility
from docket.actions.papers.ask_pdf import AskPdf, ask_pdf
from docket.api import examples
from docket.api.answers import created, href, ok
from docket.api.handed import Actor, AnyRequest, CaseNumber, Deps, DocumentId
from docket.api.once import once
from docket.api.operations import Answer, operation
from docket.api.resources import Resource
from docket.errors import NotFound, StateForbids
from docket.partial import stored_file
from docket.store import access_log, pdfs
from docket.store.pdfs import DocumentPdf, PdfState

PDF = "application/pdf"


class PdfResource(Resource, frozen=True, kw_only=True):
    href: str
    #: Where its bytes are once the state is `made`.
    content_href: str
    document: int
    state: PdfState
    #: In Dutch: why it could not be made.
    failure: str | None
    asked_at: datetime
    asked_by: str
    made_at: datetime | None
    pages: int | None
    size: int | None
    #: Of the PDF, in hexadecimal digits.
    sha256: str | None
    #: Whose certificate sealed it; null = nobody's.
    sealed_by: str | None
    #: What its metadata declare. That it conforms was not validated.
    declared: str
    #: The converter reached nobody on the network when it made this; null until it is made.
    alone: bool | None


@post(
    "/cases/{caseNumber:str}/documents/{documentId:str}/pdf",
    **operation(
        operation_id="makeDocumentPdf",
        tag="documents",
        summary="Ask for the PDF of a document",
        description="It is made once and kept. Where this register has no converter, the problem says what is absent.",
        scope="cases:write",
        headers=("Idempotency-Key",),
        answers={
            200: Answer(description="It was asked for before.", body=PdfResource, example=examples.MADE_PDF),
            201: Answer(description="Asked for.", body=PdfResource, example=examples.ASKED_PDF, headers=("Location",)),
        },
        problems=(404, 409, 422),
    ),
)
@once
async def ask(request: AnyRequest, case_number: CaseNumber, document_id: DocumentId, actor: Actor, deps: Deps) -> Response[bytes]:
    done = await ask_pdf(AskPdf(case_number=case_number, document_id=document_id), actor, deps)
    address = href("cases", case_number, "documents", document_id, "pdf", "state")
    return created(_resource(await _found(case_number, document_id, actor, deps)), address, repeated=not done.fresh)


@get(
    "/cases/{caseNumber:str}/documents/{documentId:str}/pdf/state",
    **operation(
        operation_id="readDocumentPdf",
        tag="documents",
        summary="How far the PDF of a document is",
        scope="documents:read",
        answers={200: Answer(description="The PDF, without its bytes.", body=PdfResource, example=examples.MADE_PDF, headers=("ETag",))},
        problems=(404,),
    ),
)
async def read(case_number: CaseNumber, document_id: DocumentId, actor: Actor, deps: Deps) -> Response[bytes]:
    actor.require("readDocument")
    found = await _found(case_number, document_id, actor, deps)
    await access_log.log_opened(deps.pool, actor.code, case_number, deps.clock.now())
    return ok(_resource(found))


@get(
    "/cases/{caseNumber:str}/documents/{documentId:str}/pdf",
    **operation(
        operation_id="readDocumentPdfContent",
        tag="documents",
        summary="The PDF file",
        scope="documents:read",
        headers=("Range", "If-Range"),
        answers={
            200: Answer(description="The bytes.", media_type=PDF, headers=("ETag", "Content-Disposition", "Accept-Ranges")),
            206: Answer(
                description="The bytes that were asked for.",
                media_type=PDF,
                headers=("ETag", "Content-Disposition", "Accept-Ranges", "Content-Range"),
            ),
        },
        problems=(404, 409, 416),
    ),
)
async def content(request: AnyRequest, case_number: CaseNumber, document_id: DocumentId, actor: Actor, deps: Deps) -> Response[bytes]:
    actor.require("readDocument")
    found = await pdfs.content(deps.pool, visibility(actor, "readDocument"), case_number, document_id=document_id)
    if found is None:
        raise NotFound
    await access_log.log_opened(deps.pool, actor.code, case_number, deps.clock.now())
    if found.content is None:
        raise StateForbids(found.failure or "De PDF wordt nog gemaakt; vraag haar over enkele seconden opnieuw.")
    name = f"{case_number}-{found.kind}-{document_id}.pdf"
    return stored_file(request, found.content, tag=found.sha256 or "", media_type=PDF, name=name)


async def _found(case_number: str, document_id: int, actor: Actor, deps: Deps) -> DocumentPdf:
    found = await pdfs.of_document(deps.pool, visibility(actor, "readDocument"), case_number, document_id)
    if found is None:
        raise NotFound
    return found


def _resource(found: DocumentPdf) -> PdfResource:
    """Raises NotFound where no PDF was asked for."""
    if found.state is None or found.asked_at is None or found.asked_by is None:
        raise NotFound
    address = href("cases", found.case_number, "documents", found.document_id, "pdf")
    return PdfResource(
        href=f"{address}/state",
        content_href=address,
        document=found.document_id,
        state=found.state,
        failure=found.failure,
        asked_at=found.asked_at,
        asked_by=found.asked_by,
        made_at=found.made_at,
        pages=found.pages,
        size=found.size,
        sha256=found.sha256,
        sealed_by=found.sealed_by,
        declared="PDF/A-2b",
        alone=found.alone,
    )
