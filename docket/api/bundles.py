"""Bundles of a file: chosen documents and incoming pieces as one PDF; asked for, followed, fetched whole or in parts."""

from datetime import datetime
from typing import Annotated

from litestar import Response, get, post
from msgspec import Meta

from docket.access import visibility
from docket.actions.papers.ask_bundle import AskBundle, ask_bundle
from docket.api import examples
from docket.api.answers import created, href, ok
from docket.api.handed import Actor, AnyRequest, CaseNumber, Deps, RowId
from docket.api.once import once
from docket.api.opened import opened
from docket.api.operations import Answer, operation
from docket.api.reading import body_of
from docket.api.resources import Resource
from docket.contract import ContractStruct
from docket.errors import NotFound, StateForbids
from docket.partial import stored_file
from docket.store import access_log, pdfs
from docket.store.pdfs import Bundle, PdfState

PDF = "application/pdf"


class WantedBundle(ContractStruct, frozen=True, kw_only=True):
    #: In their order, each once: document/<id> of a made document that is not withdrawn or replaced, piece/<id> of a PDF that came in.
    parts: Annotated[
        tuple[Annotated[str, Meta(pattern="^(document|piece)/[1-9][0-9]{0,15}$", examples=["document/17"])], ...],
        Meta(min_length=1, max_length=500),
    ]


class BundleResource(Resource, frozen=True, kw_only=True):
    href: str
    #: Where its bytes are once the state is `made`.
    content_href: str
    #: Within the file, from 1.
    bundle: int
    parts: tuple[str, ...]
    #: How many of them are PDF already, while it is made.
    done: int
    state: PdfState
    #: In Dutch: why it could not be made, naming the part.
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


class BundleCollection(Resource, frozen=True, kw_only=True):
    items: tuple[BundleResource, ...]


@get(
    "/cases/{caseNumber:str}/bundles",
    **operation(
        operation_id="listBundles",
        tag="documents",
        summary="Bundles of a file",
        description="The newest first. They are the work of the office, which a registry does not see.",
        scope="documents:read",
        answers={
            200: Answer(description="The bundles.", body=BundleCollection, example={"items": [examples.MADE_BUNDLE]}, headers=("ETag",))
        },
        problems=(404,),
    ),
)
async def list_all(case_number: CaseNumber, actor: Actor, deps: Deps) -> Response[bytes]:
    await opened(case_number, actor, deps, "readDocument")
    found = await pdfs.bundles(deps.pool, visibility(actor, "readDocument"), case_number)
    return ok(BundleCollection(items=tuple(_resource(case_number, one) for one in found)))


@post(
    "/cases/{caseNumber:str}/bundles",
    **operation(
        operation_id="makeBundle",
        tag="documents",
        summary="Ask for a bundle",
        description="A cover with the inventory, a bookmark for each part, a stamp on every page. Documents that have no PDF yet get one.",
        scope="cases:write",
        body=WantedBundle,
        body_example=examples.BUNDLE,
        headers=("Idempotency-Key",),
        answers={201: Answer(description="Asked for.", body=BundleResource, example=examples.ASKED_BUNDLE, headers=("Location",))},
        problems=(404, 409, 422),
    ),
)
@once
async def ask(request: AnyRequest, case_number: CaseNumber, actor: Actor, deps: Deps) -> Response[bytes]:
    wanted = await body_of(request, WantedBundle)
    done = await ask_bundle(AskBundle(case_number=case_number, parts=wanted.parts), actor, deps)
    found = await _found(case_number, done.bundle, actor, deps)
    return created(_resource(case_number, found), href("cases", case_number, "bundles", done.bundle))


@get(
    "/cases/{caseNumber:str}/bundles/{rowId:str}",
    **operation(
        operation_id="readBundle",
        tag="documents",
        summary="How far a bundle is",
        scope="documents:read",
        answers={
            200: Answer(description="The bundle, without its bytes.", body=BundleResource, example=examples.MADE_BUNDLE, headers=("ETag",))
        },
        problems=(404,),
    ),
)
async def read(case_number: CaseNumber, row_id: RowId, actor: Actor, deps: Deps) -> Response[bytes]:
    await opened(case_number, actor, deps, "readDocument")
    return ok(_resource(case_number, await _found(case_number, row_id, actor, deps)))


@get(
    "/cases/{caseNumber:str}/bundles/{rowId:str}/pdf",
    **operation(
        operation_id="readBundleContent",
        tag="documents",
        summary="The PDF file of a bundle",
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
async def content(request: AnyRequest, case_number: CaseNumber, row_id: RowId, actor: Actor, deps: Deps) -> Response[bytes]:
    actor.require("readDocument")
    found = await pdfs.content(deps.pool, visibility(actor, "readDocument"), case_number, bundle=row_id)
    if found is None:
        raise NotFound
    await access_log.log_opened(deps.pool, actor.code, case_number, deps.clock.now())
    if found.content is None:
        raise StateForbids(found.failure or "De bundel wordt nog gemaakt; vraag hem over enkele seconden opnieuw.")
    name = f"{case_number}-bundle-{row_id}.pdf"
    return stored_file(request, found.content, tag=found.sha256 or "", media_type=PDF, name=name)


async def _found(case_number: str, bundle: int, actor: Actor, deps: Deps) -> Bundle:
    found = await pdfs.bundles(deps.pool, visibility(actor, "readDocument"), case_number)
    one = next((each for each in found if each.bundle == bundle), None)
    if one is None:
        raise NotFound
    return one


def _resource(case_number: str, one: Bundle) -> BundleResource:
    address = href("cases", case_number, "bundles", one.bundle)
    return BundleResource(
        href=address,
        content_href=f"{address}/pdf",
        bundle=one.bundle,
        parts=one.parts,
        done=one.done,
        state=one.state,
        failure=one.failure,
        asked_at=one.asked_at,
        asked_by=one.asked_by,
        made_at=one.made_at,
        pages=one.pages,
        size=one.size,
        sha256=one.sha256,
        sealed_by=one.sealed_by,
    )
