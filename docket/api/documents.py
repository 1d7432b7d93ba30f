"""Word files made of a case: ask for one, see how far it is, fetch it."""

from datetime import datetime
from typing import Annotated, Any, Literal

import msgspec
from litestar import Response, get, post
from msgspec import Meta

import documents
from docket import papers
from docket.access import visibility
from docket.actions.papers import knowing
from docket.actions.papers.knowing import Makeable
from docket.actions.papers.make_document import MakeDocument, make_document
from docket.api import examples
from docket.api.answers import created, href, ok
from docket.api.handed import Actor, AnyRequest, CaseNumber, Deps, DocumentId
from docket.api.once import once
from docket.api.opened import opened
from docket.api.operations import Answer, operation
from docket.api.reading import body_of
from docket.api.resources import Resource
from docket.contract import ContractStruct
from docket.document_life import Act, DoneAct, Stage
from docket.errors import NotFound, StateForbids
from docket.papers import Wanted, legal
from docket.partial import stored_file
from docket.store import access_log, document_life, search
from docket.store.search import DocumentLine, DocumentState

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


#: A code of `listDocumentKinds`.
Kind = Annotated[str, Meta(pattern="^[a-z0-9_]{1,60}$", examples=["receipt"])]


class WantedDocument(ContractStruct, frozen=True, kw_only=True):
    kind: Kind
    #: Id of the person of a document about one (`about` of its kind); null for the others.
    about: Annotated[str, Meta(pattern="^[^/]{1,60}$", examples=["s1"])] | None = None
    #: What only its maker can say, by the JSON Schema `typed` of its kind; empty where that has no properties.
    typed: dict[str, Any] = msgspec.field(default_factory=dict)
    #: Number of a document of the same kind about the same person, in whose place this one comes.
    remakes: Annotated[int, Meta(ge=1, le=2**53)] | None = None


class LackingFact(Resource, frozen=True, kw_only=True):
    #: In Dutch.
    what: str
    #: A path below the page of the file where it is filled in, or `#name` of a field of `typed`.
    link: str


class AboutOne(Resource, frozen=True, kw_only=True):
    """Of whom or what a document can be made, and what it waits for."""

    #: Id of the person; null = the file as a whole.
    about: str | None
    missing: tuple[LackingFact, ...]
    #: What the register would fill in of `typed`, by field; who makes it may send something else.
    proposed: dict[str, Any]


class DocumentKindResource(Resource, frozen=True, kw_only=True):
    kind: str
    title_nl: str
    #: As the law in force cites it today; null = that law knows no such document.
    legal_basis: str | None
    #: Of what the law says about its contents; null with `legalBasis`.
    confidence: Literal["sure", "likely", "unverified"] | None
    kind_of_ground: Literal["statute", "decree", "regulation", "circular", "agreement", "policy"] | None
    signed_by: Literal["nobody", "clerk", "magistrate", "registrar"]
    #: Never signed off by who made it.
    four_eyes: bool
    #: Whom it is about.
    about: Literal["file", "suspect", "injured"]
    #: In Dutch: why it does not exist in law where the file stands; null = it does.
    refused: str | None
    #: In Dutch: what to know before it is made, such as the last day of a clock; null = nothing.
    remark: str | None
    #: Empty where it is refused.
    can_be_made: tuple[AboutOne, ...]
    #: JSON Schema of what its maker says.
    typed: dict[str, Any]
    #: Of each field of `typed` that holds codes: code -> words in Dutch.
    choices: dict[str, dict[str, str]]


class DocumentKindCollection(Resource, frozen=True, kw_only=True):
    items: tuple[DocumentKindResource, ...]


class DoneDocumentAct(Resource, frozen=True, kw_only=True):
    act: Act
    #: Where it stands after it.
    stage: Stage
    acted_at: datetime
    #: A function code.
    acted_by: str
    #: Of the magistrate who signed off.
    name: str | None
    #: Of sendBack and withdraw.
    reason: str | None
    #: Number of the document that it was made in the place of (remake), or that came in its place (replace).
    other: int | None


class DocumentResource(Resource, frozen=True, kw_only=True):
    href: str
    #: Where its bytes are once the state is `made`.
    content_href: str
    id: int
    kind: str
    state: DocumentState
    #: The decision and the version of the file that it tells of.
    decision_seq: int
    case_version: int
    made_at: datetime
    made_by: str
    #: In Dutch: what was missing.
    failure: str | None
    template_version: str | None
    sha256: str | None
    size: int | None
    #: A fact it was built on was corrected then.
    outdated_at: datetime | None
    #: Id of the suspect whose copy it is; null = it is about the file.
    about: str | None
    #: How far its life is; what is issued is what the office said.
    stage: Stage
    #: Who has to sign a document of this kind, and whether never its maker.
    signed_by: Literal["nobody", "clerk", "magistrate", "registrar"]
    four_eyes: bool
    #: What was done with it since it was made, oldest first.
    acts: tuple[DoneDocumentAct, ...]


class DocumentCollection(Resource, frozen=True, kw_only=True):
    items: tuple[DocumentResource, ...]


class RemadeDocument(Resource, frozen=True, kw_only=True):
    href: str
    id: int
    #: Number of the document in whose place it comes.
    remakes: int
    state: DocumentState


class AskedDocument(Resource, frozen=True, kw_only=True):
    href: str
    id: int
    kind: str
    state: DocumentState


@get(
    "/cases/{caseNumber:str}/documents",
    **operation(
        operation_id="listDocuments",
        tag="documents",
        summary="Documents of a file",
        scope="documents:read",
        answers={
            200: Answer(
                description="The documents.", body=DocumentCollection, example={"items": [examples.MADE_DOCUMENT]}, headers=("ETag",)
            )
        },
        problems=(404,),
    ),
)
async def list_all(case_number: CaseNumber, actor: Actor, deps: Deps) -> Response[bytes]:
    view = await opened(case_number, actor, deps, "readDocument")
    acts = await document_life.acts(deps.pool, view.case.id)
    return ok(DocumentCollection(items=tuple(_resource(case_number, line, acts.get(line.id, ())) for line in view.documents)))


@get(
    "/cases/{caseNumber:str}/document-kinds",
    **operation(
        operation_id="listDocumentKinds",
        tag="documents",
        summary="Documents that can be made of a file",
        description="Those that the client may make; each says whether it exists in law where the file stands, and what it waits for.",
        scope="documents:read",
        answers={200: Answer(description="The kinds.", body=DocumentKindCollection, example=examples.DOCUMENT_KINDS, headers=("ETag",))},
        problems=(404,),
    ),
)
async def list_kinds(case_number: CaseNumber, actor: Actor, deps: Deps) -> Response[bytes]:
    await opened(case_number, actor, deps, "readDocument")
    return ok(DocumentKindCollection(items=tuple(_kind(one) for one in await knowing.makeable(case_number, actor, deps))))


@post(
    "/cases/{caseNumber:str}/documents",
    **operation(
        operation_id="makeDocument",
        tag="documents",
        summary="Ask for a document",
        description="It is made within seconds; its address says how far it is.",
        scope="cases:write",
        body=WantedDocument,
        body_example=examples.DOCUMENT,
        headers=("Idempotency-Key",),
        answers={201: Answer(description="Asked for.", body=AskedDocument, example=examples.ASKED_DOCUMENT, headers=("Location",))},
        problems=(404, 409, 422),
    ),
)
@once
async def ask(request: AnyRequest, case_number: CaseNumber, actor: Actor, deps: Deps) -> Response[bytes]:
    wanted = await body_of(request, WantedDocument)
    done = await make_document(
        MakeDocument(case_number=case_number, kind=wanted.kind, about=wanted.about, typed=wanted.typed, remakes=wanted.remakes), actor, deps
    )
    address = href("cases", case_number, "documents", done.document_id)
    return created(AskedDocument(href=address, id=done.document_id, kind=wanted.kind, state="asked"), address)


@get(
    "/cases/{caseNumber:str}/documents/{documentId:str}",
    **operation(
        operation_id="readDocument",
        tag="documents",
        summary="How far a document is",
        scope="documents:read",
        answers={
            200: Answer(
                description="The document, without its bytes.", body=DocumentResource, example=examples.MADE_DOCUMENT, headers=("ETag",)
            )
        },
        problems=(404,),
    ),
)
async def read(case_number: CaseNumber, document_id: DocumentId, actor: Actor, deps: Deps) -> Response[bytes]:
    view = await opened(case_number, actor, deps, "readDocument")
    found = next((line for line in view.documents if line.id == document_id), None)
    if found is None:
        raise NotFound
    acts = await document_life.acts(deps.pool, view.case.id)
    return ok(_resource(case_number, found, acts.get(found.id, ())))


@get(
    "/cases/{caseNumber:str}/documents/{documentId:str}/content",
    **operation(
        operation_id="readDocumentContent",
        tag="documents",
        summary="The Word file",
        scope="documents:read",
        headers=("Range", "If-Range"),
        answers={
            200: Answer(description="The bytes.", media_type=WORD, headers=("ETag", "Content-Disposition", "Accept-Ranges")),
            206: Answer(
                description="The bytes that were asked for.",
                media_type=WORD,
                headers=("ETag", "Content-Disposition", "Accept-Ranges", "Content-Range"),
            ),
        },
        problems=(404, 409, 416),
    ),
)
async def content(request: AnyRequest, case_number: CaseNumber, document_id: DocumentId, actor: Actor, deps: Deps) -> Response[bytes]:
    actor.require("readDocument")
    found = await search.document_bytes(deps.pool, visibility(actor, "readDocument"), case_number, document_id)
    if found is None:
        raise NotFound
    await access_log.log_opened(deps.pool, actor.code, case_number, deps.clock.now())
    if found.content is None:
        raise StateForbids(found.failure or "Het document wordt nog gemaakt; vraag het over enkele seconden opnieuw.")
    name = f"{case_number}-{found.kind}-{document_id}.docx"
    return stored_file(request, found.content, tag=found.sha256 or "", media_type=WORD, name=name)


def _kind(one: Makeable) -> DocumentKindResource:
    paper, known, refused = one.paper, one.known, one.refused
    kind = documents.kind_of(paper.kind)
    rests = legal.rests_on(known.law, kind.code, known.at)
    people: tuple[str | None, ...] = (None,) if paper.about == "file" else tuple(papers.persons_of(paper, known.case))
    return DocumentKindResource(
        kind=kind.code,
        title_nl=kind.title_nl,
        legal_basis=rests.citation if rests is not None else None,
        confidence=rests.confidence if rests is not None else None,
        kind_of_ground=known.law.documents.ground_of(kind.code) if rests is not None else None,
        signed_by=kind.signed_by,
        four_eyes=kind.four_eyes,
        about=paper.about,
        refused=refused,
        remark=paper.remark(known) if refused is None else None,
        can_be_made=tuple(
            AboutOne(
                about=one,
                missing=tuple(
                    LackingFact(what=row.what, link=row.link)
                    for row in papers.missing_of(paper, known, Wanted(about=one, typed=kind.typed()))
                ),
                proposed=dict(paper.proposed(known, one)),
            )
            for one in (people if refused is None else ())
        ),
        typed=msgspec.json.schema(kind.typed),
        choices={field: dict(words) for field, words in paper.choices(known).items()},
    )


def _resource(case_number: str, line: DocumentLine, acts: tuple[DoneAct, ...]) -> DocumentResource:
    address = href("cases", case_number, "documents", line.id)
    given: dict[str, Any] = msgspec.structs.asdict(line)
    kind = documents.kind_of(line.kind)
    done = tuple(DoneDocumentAct(**msgspec.structs.asdict(one)) for one in acts)
    return DocumentResource(
        href=address, content_href=f"{address}/content", signed_by=kind.signed_by, four_eyes=kind.four_eyes, acts=done, **given
    )
