"""The Word templates of an office: which is used for each kind of document, its own versions, checked, tried, chosen, and the way back."""

import hashlib
from datetime import date, datetime
from typing import Annotated

from litestar import Response, get, put
from msgspec import Meta

import documents
from docket.access import Actor as Caller
from docket.actions.papers import template_office
from docket.actions.papers.choose_template import ChooseTemplate, choose_template
from docket.actions.papers.template_office import RELEASE, kind_of, office_of
from docket.actions.papers.upload_template import UploadTemplate, upload_template
from docket.api import examples
from docket.api.answers import href, ok
from docket.api.decisions import Reason
from docket.api.documents import WORD
from docket.api.handed import Actor, AnyRequest, Deps, Sha256, TemplateId, TemplateKind
from docket.api.operations import Answer, operation
from docket.api.reading import body_of, query_of
from docket.api.resources import Resource
from docket.clock import court_day
from docket.contract import ContractStruct
from docket.deps import Deps as Bundle
from docket.errors import BadInput, Issue, PayloadTooLarge
from docket.partial import stored_file
from docket.store import templates as store
from docket.store.templates import Choice, Uploaded
from documents import templates

#: As a template may be at most, by documents/docx.py.
MOST_BYTES = 10 * 1024 * 1024


class TemplateQuery(ContractStruct, frozen=True, kw_only=True):
    remark: Annotated[str, Meta(min_length=1, max_length=200, description="What is otherwise in it.", examples=["nieuw briefhoofd"])]


class TemplateChoice(ContractStruct, frozen=True, kw_only=True):
    #: Number of a version of the own office; null = the template of the release, which is the way back.
    template: Annotated[int, Meta(ge=1, le=2**53)] | None = None
    #: Today or later; what was made before keeps its template.
    from_day: date
    reason: Reason


class ChosenTemplate(Resource, frozen=True, kw_only=True):
    #: null = the template of the release.
    template: int | None
    from_day: date
    reason: str
    chosen_at: datetime
    chosen_by: str


class TemplateKindResource(Resource, frozen=True, kw_only=True):
    href: str
    kind: str
    title_nl: str
    #: Which is used today; null = the template of the release.
    used: int | None
    #: Of later days, the next one first.
    ahead: tuple[ChosenTemplate, ...]
    #: How many versions the office made.
    own: int


class TemplateKindCollection(Resource, frozen=True, kw_only=True):
    office: str
    items: tuple[TemplateKindResource, ...]


class TemplateVersion(Resource, frozen=True, kw_only=True):
    #: 0 = of the release.
    id: int
    #: Of its bytes, as documents tell it (`templateVersion`).
    sha256: str
    content_href: str
    #: The example of its kind by it; about no file.
    example_href: str
    remark: str | None
    uploaded_at: datetime | None
    uploaded_by: str | None
    used: bool


class TemplateVersions(Resource, frozen=True, kw_only=True):
    href: str
    kind: str
    #: The newest first, that of the release last.
    versions: tuple[TemplateVersion, ...]
    #: The latest day first, of one day the one that holds first; never changed and never taken away.
    choices: tuple[ChosenTemplate, ...]


@get(
    "/templates",
    **operation(
        operation_id="listTemplates",
        tag="documents",
        summary="Which template the own office uses for each kind of document",
        scope="documents:read",
        answers={200: Answer(description="The kinds.", body=TemplateKindCollection, example=examples.TEMPLATES, headers=("ETag",))},
    ),
)
async def list_all(actor: Actor, deps: Deps) -> Response[bytes]:
    office, today = _own(actor, deps), court_day(deps.clock.now())
    uploaded, chosen = await store.uploaded(deps.pool, office), await store.chosen(deps.pool, office)

    def row(kind: documents.DocumentKind) -> TemplateKindResource:
        mine = [choice for choice in chosen if choice.kind == kind.code]
        return TemplateKindResource(
            href=href("templates", kind.code),
            kind=kind.code,
            title_nl=kind.title_nl,
            used=template_office.used(mine, today),
            ahead=tuple(_chosen(choice) for choice in template_office.ahead(mine, today)),
            own=sum(one.kind == kind.code for one in uploaded),
        )

    return ok(TemplateKindCollection(office=office, items=tuple(row(kind) for kind in (*documents.KINDS, *documents.OF_NO_FILE))))


@get(
    "/templates/{templateKind:str}",
    **operation(
        operation_id="readTemplates",
        tag="documents",
        summary="The versions of the template of one kind, and from when each is used",
        scope="documents:read",
        answers={200: Answer(description="The versions.", body=TemplateVersions, example=examples.TEMPLATE_VERSIONS, headers=("ETag",))},
        problems=(404,),
    ),
)
async def read(kind: TemplateKind, actor: Actor, deps: Deps) -> Response[bytes]:
    return ok(await _versions(kind, actor, deps))


@put(
    "/templates/{templateKind:str}/uploads/{fileSha256:str}",
    request_max_body_size=MOST_BYTES,
    **operation(
        operation_id="uploadTemplate",
        tag="documents",
        summary="Hand in a version of a template",
        description="Checked whole before it is kept: each fault is told with its paragraph and its words (`/content`). It is used once it "
        "is chosen from a day on. The address is the sha256 of the bytes; bytes that the office has already are refused.",
        scope="cases:write",
        body=bytes,
        body_media_type="application/octet-stream",
        query=TemplateQuery,
        answers={200: Answer(description="Kept.", body=TemplateVersions, example=examples.TEMPLATE_VERSIONS, headers=("ETag",))},
        problems=(404,),
    ),
)
async def upload(request: AnyRequest, kind: TemplateKind, sha256: Sha256, actor: Actor, deps: Deps) -> Response[bytes]:
    office, query = _own(actor, deps), query_of(request, TemplateQuery)
    content = await _bytes(request)
    if hashlib.sha256(content).hexdigest() != sha256:
        detail = "De bytes hebben niet de sha256 van dit adres; zend ze opnieuw."
        raise BadInput(issues=(Issue(type="invalidInput", place="path", name="fileSha256", detail=detail),))
    await upload_template(UploadTemplate(office=office, kind=kind, content=content, remark=query.remark), actor, deps)
    return ok(await _versions(kind, actor, deps))


@get(
    "/templates/{templateKind:str}/versions/{templateId:str}/content",
    **operation(
        operation_id="readTemplateContent",
        tag="documents",
        summary="The Word file of a version",
        scope="documents:read",
        answers={200: Answer(description="The bytes.", media_type=WORD, headers=("ETag", "Content-Disposition", "Accept-Ranges"))},
        problems=(404,),
    ),
)
async def content(request: AnyRequest, kind: TemplateKind, template_id: TemplateId, actor: Actor, deps: Deps) -> Response[bytes]:
    found = await template_office.content_of(_own(actor, deps), kind_of(kind), template_id, deps)
    return stored_file(request, found, tag=store.version_of(found), media_type=WORD, name=f"sjabloon-{kind}-{template_id}.docx")


@get(
    "/templates/{templateKind:str}/versions/{templateId:str}/example",
    **operation(
        operation_id="readTemplateExample",
        tag="documents",
        summary="The example of a kind by a version, to be looked at before it is chosen",
        description="A real incident without names of people; about no file of the register.",
        scope="documents:read",
        answers={200: Answer(description="The bytes.", media_type=WORD, headers=("ETag", "Content-Disposition", "Accept-Ranges"))},
        problems=(404, 409),
    ),
)
async def example(request: AnyRequest, kind: TemplateKind, template_id: TemplateId, actor: Actor, deps: Deps) -> Response[bytes]:
    of = kind_of(kind)
    made = await template_office.example_of(of, await template_office.content_of(_own(actor, deps), of, template_id, deps))
    return stored_file(request, made, tag=store.version_of(made), media_type=WORD, name=f"voorbeeld-{kind}-{template_id}.docx")


@put(
    "/templates/{templateKind:str}/choices",
    **operation(
        operation_id="chooseTemplate",
        tag="documents",
        summary="Use a version from a day on, or go back",
        description="Of two choices for one day the last one holds; sending the one that holds again changes nothing. What was made keeps "
        "the version that it was made with.",
        scope="cases:write",
        body=TemplateChoice,
        body_example=examples.TEMPLATE_CHOICE,
        answers={200: Answer(description="Chosen.", body=TemplateVersions, example=examples.TEMPLATE_VERSIONS, headers=("ETag",))},
        problems=(404,),
    ),
)
async def choose(request: AnyRequest, kind: TemplateKind, actor: Actor, deps: Deps) -> Response[bytes]:
    given = await body_of(request, TemplateChoice)
    command = ChooseTemplate(office=_own(actor, deps), kind=kind, template_id=given.template, from_day=given.from_day, reason=given.reason)
    holds = next((one for one in await store.chosen(deps.pool, command.office, kind) if one.from_day == given.from_day), None)
    if holds is None or (holds.template_id, holds.reason) != (given.template, given.reason):
        await choose_template(command, actor, deps)
    return ok(await _versions(kind, actor, deps))


def _own(actor: Caller, deps: Bundle) -> str:
    return office_of(actor.office or "", actor, deps)


async def _bytes(request: AnyRequest) -> bytes:
    """As they come, so that no more than a template is ever held."""
    found = bytearray()
    async for piece in request.stream():
        found += piece
        if len(found) > MOST_BYTES:
            raise PayloadTooLarge("Een sjabloon telt ten hoogste 10 MiB.")
    return bytes(found)


async def _versions(code: str, actor: Caller, deps: Bundle) -> TemplateVersions:
    kind, office, today = kind_of(code), _own(actor, deps), court_day(deps.clock.now())
    uploaded, chosen = await store.uploaded(deps.pool, office, code), await store.chosen(deps.pool, office, code)
    used, release = template_office.used(chosen, today), store.version_of(templates.read(kind.code))
    return TemplateVersions(
        href=href("templates", code),
        kind=code,
        versions=(*(_version(one, code, used) for one in uploaded), _of_the_release(code, release, used is None)),
        choices=tuple(_chosen(choice) for choice in chosen),
    )


def _version(one: Uploaded, code: str, used: int | None) -> TemplateVersion:
    address = href("templates", code, "versions", one.id)
    return TemplateVersion(
        id=one.id,
        sha256=one.version,
        content_href=f"{address}/content",
        example_href=f"{address}/example",
        remark=one.remark,
        uploaded_at=one.uploaded_at,
        uploaded_by=one.uploaded_by,
        used=one.id == used,
    )


def _of_the_release(code: str, sha256: str, used: bool) -> TemplateVersion:
    address = href("templates", code, "versions", RELEASE)
    return TemplateVersion(
        id=RELEASE,
        sha256=sha256,
        content_href=f"{address}/content",
        example_href=f"{address}/example",
        remark=None,
        uploaded_at=None,
        uploaded_by=None,
        used=used,
    )


def _chosen(choice: Choice) -> ChosenTemplate:
    return ChosenTemplate(
        template=choice.template_id,
        from_day=choice.from_day,
        reason=choice.reason,
        chosen_at=choice.chosen_at,
        chosen_by=choice.chosen_by,
    )
