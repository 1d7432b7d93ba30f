"""The life of a document: propose, sign off, issue, withdraw; make it again, and read what the new one says otherwise."""

from typing import Annotated, Any, Literal

from litestar import Response, get, post
from msgspec import Meta

from docket.actions.papers import living
from docket.actions.papers.issue_document import IssueDocument, issue_document
from docket.actions.papers.living import ActedOn
from docket.actions.papers.propose_document import ProposeDocument, propose_document
from docket.actions.papers.remake_document import RemakeDocument, remake_document
from docket.actions.papers.send_back_document import SendBackDocument, send_back_document
from docket.actions.papers.sign_off_document import SignOffDocument, sign_off_document
from docket.actions.papers.withdraw_document import WithdrawDocument, withdraw_document
from docket.api import examples
from docket.api.answers import created, href, ok
from docket.api.documents import RemadeDocument
from docket.api.handed import Actor, AnyRequest, CaseNumber, Deps, DocumentId
from docket.api.once import once
from docket.api.opened import opened
from docket.api.operations import Answer, operation
from docket.api.reading import body_of, query_of
from docket.api.resources import Resource
from docket.contract import ContractStruct
from docket.document_life import Stage
from docket.errors import BadInput, Issue, NotFound
from documents.difference import difference, told


class DocumentAct(ContractStruct, frozen=True, kw_only=True):
    """What is possible where the document stands, and for whom, the table of its life says (`docket/document_life.py`)."""

    act: Literal["propose", "signOff", "sendBack", "issue", "withdraw"]
    #: Of sendBack and withdraw.
    reason: Annotated[str, Meta(min_length=1, max_length=4000)] | None = None


class ActedOnDocument(Resource, frozen=True, kw_only=True):
    href: str
    id: int
    stage: Stage


class DifferenceQuery(ContractStruct, frozen=True, kw_only=True):
    to: (
        Annotated[int, Meta(ge=1, le=2**53, description="Number of another document of the file; absent: the version before it.")] | None
    ) = None


class DifferencePiece(Resource, frozen=True, kw_only=True):
    kind: Literal["same", "went", "came"]
    text: str


class ChangedParagraph(Resource, frozen=True, kw_only=True):
    kind: Literal["changed", "went", "came"]
    #: Counted from 1 among the paragraphs with words; null where that version has no such paragraph.
    old_number: int | None
    new_number: int | None
    pieces: tuple[DifferencePiece, ...]
    #: The same as a sentence in Dutch.
    sentence: str


class DocumentDifference(Resource, frozen=True, kw_only=True):
    href: str
    #: Address of the document that it is compared with.
    earlier: str
    #: Empty: both say the same.
    changes: tuple[ChangedParagraph, ...]


@post(
    "/cases/{caseNumber:str}/documents/{documentId:str}/acts",
    status_code=200,
    **operation(
        operation_id="actOnDocument",
        tag="documents",
        summary="Propose, sign off, send back, issue or withdraw a document",
        description="A document that would say something else now is refused with what changed (`documentOutdated`): make it again. "
        "So is one that nobody could ask for today, because a term or a last day went by (`factsMissing`, `stateForbids`). "
        "Whoever made it, or a version that it was made from, does not sign it off where its kind has four eyes.",
        scope="cases:write",
        body=DocumentAct,
        body_example=examples.DOCUMENT_ACT,
        headers=("Idempotency-Key",),
        answers={
            200: Answer(description="Where it stands now.", body=ActedOnDocument, example=examples.ACTED_ON_DOCUMENT, headers=("ETag",))
        },
        problems=(404, 409, 422),
    ),
)
@once
async def act(request: AnyRequest, case_number: CaseNumber, document_id: DocumentId, actor: Actor, deps: Deps) -> Response[bytes]:
    given = await body_of(request, DocumentAct)
    if given.act in ("sendBack", "withdraw") and given.reason is None:
        raise BadInput(
            issues=(Issue(type="requiredInput", name="/reason", detail="Een reden is verplicht; ze komt in het register te staan."),)
        )
    where: dict[str, Any] = {"case_number": case_number, "document_id": document_id}
    match given.act:
        case "propose":
            done = await propose_document(ProposeDocument(**where), actor, deps)
        case "signOff":
            done = await sign_off_document(SignOffDocument(**where), actor, deps)
        case "sendBack":
            done = await send_back_document(SendBackDocument(**where, reason=given.reason or ""), actor, deps)
        case "issue":
            done = await issue_document(IssueDocument(**where), actor, deps)
        case "withdraw":
            done = await withdraw_document(WithdrawDocument(**where, reason=given.reason or ""), actor, deps)
    return ok(_acted(done))


@post(
    "/cases/{caseNumber:str}/documents/{documentId:str}/remakes",
    **operation(
        operation_id="remakeDocument",
        tag="documents",
        summary="Make a document again, from the file as it stands now",
        description="As it was asked, one that failed too. The new one replaces the old one once it is made, or, where that was issued, "
        "when it is issued itself.",
        scope="cases:write",
        headers=("Idempotency-Key",),
        answers={201: Answer(description="Asked for.", body=RemadeDocument, example=examples.REMADE_DOCUMENT, headers=("Location",))},
        problems=(404, 409, 422),
    ),
)
@once
async def remake(request: AnyRequest, case_number: CaseNumber, document_id: DocumentId, actor: Actor, deps: Deps) -> Response[bytes]:
    done = await remake_document(RemakeDocument(case_number=case_number, document_id=document_id), actor, deps)
    address = href("cases", case_number, "documents", done.document_id)
    return created(RemadeDocument(href=address, id=done.document_id, remakes=document_id, state="asked"), address)


@get(
    "/cases/{caseNumber:str}/documents/{documentId:str}/difference",
    **operation(
        operation_id="compareDocument",
        tag="documents",
        summary="What a document says otherwise than the version before it, in words",
        scope="documents:read",
        query=DifferenceQuery,
        answers={200: Answer(description="The difference.", body=DocumentDifference, example=examples.DIFFERENCE, headers=("ETag",))},
        problems=(404,),
    ),
)
async def compare(request: AnyRequest, case_number: CaseNumber, document_id: DocumentId, actor: Actor, deps: Deps) -> Response[bytes]:
    query = query_of(request, DifferenceQuery)
    await opened(case_number, actor, deps, "readDocument")
    found = await living.compared(case_number, document_id, actor, deps, query.to)
    if found is None:
        raise NotFound
    changes = tuple(
        ChangedParagraph(
            kind=change.kind,
            old_number=change.old_number,
            new_number=change.new_number,
            pieces=tuple(DifferencePiece(kind=piece.kind, text=piece.text) for piece in change.pieces),
            sentence=told(change),
        )
        for change in difference(found.before, found.now)
    )
    address = href("cases", case_number, "documents", document_id)
    earlier = href("cases", case_number, "documents", found.earlier)
    return ok(DocumentDifference(href=f"{address}/difference", earlier=earlier, changes=changes))


def _acted(done: ActedOn) -> ActedOnDocument:
    return ActedOnDocument(href=href("cases", done.case_number, "documents", done.document_id), id=done.document_id, stage=done.stage)
