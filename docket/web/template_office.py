"""The templates of an office: its own versions, checked, tried with the example, used from a day on, and the way back."""

import asyncio
from typing import Any, ClassVar

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath, FromQuery

import documents
from docket import titles
from docket.access import Actor
from docket.actions.papers import template_office
from docket.actions.papers.choose_template import ChooseTemplate, choose_template
from docket.actions.papers.template_office import RELEASE, kind_of, office_of
from docket.actions.papers.upload_template import UploadTemplate, upload_template
from docket.clock import court_day
from docket.conversion.converter import ConversionFailed, NoConverter, converter_of
from docket.conversion.picture import NoPicture, first_page
from docket.errors import StateForbids
from docket.store import templates as store
from docket.store.templates import Choice
from docket.web import acting, words
from docket.web.acting import Refused
from docket.web.handed import Deps
from docket.web.make_document import WORD
from docket.web.pages import AskingPage, Page, day, go, moment, render
from docket.web.submission import Fault
from docket.web.time_limits import day_typed
from docket.web.visit import NEEDS, actor_of, posted_of, visit_of
from documents import templates

TO_KEEP = {NEEDS: "keepTemplates"}
_PLACES: acting.Places = {
    "/content": ("_bestand", "Bestand"),
    "/remark": ("_opmerking", "Wat er anders is"),
    "/fromDay": ("_vanaf", "Vanaf"),
    "/reason": ("_reden", "Reden"),
}
#: A LibreOffice takes a few hundred MiB.
_ONE_PICTURE = asyncio.Lock()
_OF_THE_RELEASE = "sjabloon van het register"


class KindRow(msgspec.Struct, frozen=True, kw_only=True):
    code: str
    title: str
    #: Which is used today, and what is chosen for later.
    used: str
    later: str = ""
    own: int = 0


class VersionRow(msgspec.Struct, frozen=True, kw_only=True):
    #: 0 = of the release.
    id: int
    title: str
    detail: str
    version: str
    in_use: bool


class TemplatesPage(Page, frozen=True, kw_only=True):
    template: ClassVar[str] = "template_office.html"
    path: ClassVar[str] = "/sjablonen"

    office: str
    #: Empty: he keeps those of one office.
    offices: dict[str, str]
    kinds: tuple[KindRow, ...]

    @property
    def title(self) -> str:
        return "Sjablonen"


class TemplatePage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "template_kind.html"
    path: ClassVar[str] = "/sjablonen"

    office: str
    kind: str
    kind_title: str
    versions: tuple[VersionRow, ...]
    #: The latest day first.
    history: tuple[str, ...]
    #: Number -> title, for the choice.
    choices: dict[str, str]
    remark: str = ""
    reason: str = ""
    from_day: str = ""
    chosen: str = ""

    @property
    def title(self) -> str:
        return f"Sjabloon: {self.kind_title}"


EXAMPLES = (
    TemplatesPage(
        office="antwerpPort",
        offices={"antwerpPort": "Havenprocureurs"},
        kinds=(
            KindRow(code="receipt", title="Ontvangstbewijs", used="sjabloon van het register"),
            KindRow(code="transfer", title="Overdracht", used="versie 3", later="vanaf 01/01/2027: versie 4", own=2),
        ),
    ),
    TemplatesPage(office="antwerpPort", offices={}, kinds=()),
    TemplatePage(
        office="antwerpPort",
        kind="transfer",
        kind_title="Overdracht",
        versions=(
            VersionRow(id=3, title="Versie 3", detail="nieuw briefhoofd; 26/11/2026, gebruiker 9", version="0f" * 32, in_use=True),
            VersionRow(id=0, title="Sjabloon van het register", detail="", version="0e" * 32, in_use=False),
        ),
        history=("vanaf 26/11/2026: versie 3, gekozen op 26/11/2026 door gebruiker 9: nieuw briefhoofd",),
        choices={"3": "Versie 3: nieuw briefhoofd", "0": "Sjabloon van het register"},
        faults=(Fault(name="_bestand", where="Bestand", detail="het gegeven 'x' bestaat niet (alinea 2: “Tweede {{ x }}”)"),),
    ),
)


@get("/sjablonen", opt=TO_KEEP)
async def show_templates(request: Request[Any, Any, Any], deps: Deps, parket: FromQuery[str] = "") -> Response[Any]:
    actor, today = actor_of(request), court_day(deps.clock.now())
    office, offices = _office(parket, actor, deps), _offices(actor, deps)
    uploaded, chosen = await store.uploaded(deps.pool, office), await store.chosen(deps.pool, office)
    rows = []
    for kind in (*documents.KINDS, *documents.OF_NO_FILE):
        mine = [choice for choice in chosen if choice.kind == kind.code]
        later = [f"vanaf {day(choice.from_day)}: {_name(choice.template_id)}" for choice in template_office.ahead(mine, today)]
        own = sum(one.kind == kind.code for one in uploaded)
        rows.append(
            KindRow(code=kind.code, title=kind.title_nl, used=_name(template_office.used(mine, today)), later="; ".join(later), own=own)
        )
    rows.sort(key=lambda row: row.title)
    return render(visit_of(request), TemplatesPage(office=office, offices=offices, kinds=tuple(rows)))


@get("/sjablonen/{kind:str}", opt=TO_KEEP)
async def show_template(request: Request[Any, Any, Any], deps: Deps, kind: FromPath[str], parket: FromQuery[str] = "") -> Response[Any]:
    return render(visit_of(request), await _page(kind, parket, actor_of(request), deps))


@post("/sjablonen/{kind:str}", opt=TO_KEEP)
async def upload(request: Request[Any, Any, Any], deps: Deps, kind: FromPath[str]) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    office, remark = posted.text("_parket"), posted.text("_opmerking")
    if not posted.files:
        refused = Refused(status=400, faults=(Fault(name="_bestand", where="Bestand", detail="Kies een Word-bestand (.docx)."),))
    else:
        command = UploadTemplate(office=office, kind=kind, content=posted.files[0].content, remark=remark)
        done = await acting.attempt(upload_template(command, actor, deps), _PLACES)
        if not isinstance(done, Refused):
            return go(f"/sjablonen/{kind}?parket={office}&gedaan=sjabloon")
        refused = done
    page = msgspec.structs.replace(await _page(kind, office, actor, deps), faults=refused.faults, remark=remark)
    return render(visit_of(request), page, refused.status)


@post("/sjablonen/{kind:str}/keuze", opt=TO_KEEP)
async def choose(request: Request[Any, Any, Any], deps: Deps, kind: FromPath[str]) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    office, typed, reason = posted.text("_parket"), posted.text("_vanaf"), posted.text("_reden")
    number, from_day = posted.number("_versie"), day_typed(typed)
    faults = [
        *((Fault(name="_versie", where="Versie", detail="Kies een versie."),) if number is None else ()),
        *((Fault(name="_vanaf", where="Vanaf", detail="Schrijf een dag als 01/01/2027."),) if from_day is None else ()),
    ]
    if number is None or from_day is None:
        refused = Refused(status=400, faults=tuple(faults))
    else:
        command = ChooseTemplate(office=office, kind=kind, template_id=number or None, from_day=from_day, reason=reason)
        done = await acting.attempt(choose_template(command, actor, deps), _PLACES)
        if not isinstance(done, Refused):
            return go(f"/sjablonen/{kind}?parket={office}&gedaan=sjabloon-gekozen")
        refused = done
    page = await _page(kind, office, actor, deps)
    page = msgspec.structs.replace(page, faults=refused.faults, reason=reason, from_day=typed, chosen=posted.text("_versie"))
    return render(visit_of(request), page, refused.status)


@get("/sjablonen/{kind:str}/{template_id:int}/sjabloon.docx", opt=TO_KEEP)
async def download_template(
    request: Request[Any, Any, Any], deps: Deps, kind: FromPath[str], template_id: FromPath[int], parket: FromQuery[str] = ""
) -> Response[bytes]:
    return _word(await _content(kind, template_id, parket, actor_of(request), deps), f"sjabloon-{kind}-{template_id}.docx")


@get("/sjablonen/{kind:str}/{template_id:int}/voorbeeld.docx", opt=TO_KEEP)
async def download_example(
    request: Request[Any, Any, Any], deps: Deps, kind: FromPath[str], template_id: FromPath[int], parket: FromQuery[str] = ""
) -> Response[bytes]:
    """The example of the kind, filled by this version; about no file."""
    return _word(await _example(kind, template_id, parket, actor_of(request), deps), f"voorbeeld-{kind}-{template_id}.docx")


@get("/sjablonen/{kind:str}/{template_id:int}/beeld.png", opt=TO_KEEP)
async def show_example(
    request: Request[Any, Any, Any], deps: Deps, kind: FromPath[str], template_id: FromPath[int], parket: FromQuery[str] = ""
) -> Response[bytes]:
    """The first page of the example; a LibreOffice of its own, because one looks at a template once in a long while."""
    example = await _example(kind, template_id, parket, actor_of(request), deps)
    try:
        async with _ONE_PICTURE, converter_of(deps.settings) as converter:
            pdf = await converter.pdf(example)
        picture = await first_page(pdf)
    except (NoConverter, ConversionFailed, NoPicture) as error:
        raise StateForbids(f"{error} Haal het voorbeeld in Word op.") from error
    return Response(picture.png, media_type="image/png")


async def _example(kind: str, template_id: int, office: str, actor: Actor, deps: Any) -> bytes:
    return await template_office.example_of(kind_of(kind), await _content(kind, template_id, office, actor, deps))


def _word(content: bytes, name: str) -> Response[bytes]:
    return Response(content, media_type=WORD, headers={"content-disposition": f'attachment; filename="{name}"'})


async def _content(kind: str, template_id: int, office: str, actor: Actor, deps: Any) -> bytes:
    of = kind_of(kind)
    return await template_office.content_of(_office(office, actor, deps), of, template_id, deps)


def _office(wanted: str, actor: Actor, deps: Any) -> str:
    """The one that was asked for, else his own, else the first."""
    return office_of(wanted or actor.office or next(iter(_offices(actor, deps))), actor, deps)


def _offices(actor: Actor, deps: Any) -> dict[str, str]:
    """Those among which he can choose, registries too; empty for who keeps those of one."""
    titled = words.of_law(deps.law.law)
    return {} if actor.office is not None else {**titled.offices, **titled.courts}


async def _page(code: str, wanted: str, actor: Actor, deps: Any) -> TemplatePage:
    kind, office, today = kind_of(code), _office(wanted, actor, deps), court_day(deps.clock.now())
    uploaded, chosen = await store.uploaded(deps.pool, office, code), await store.chosen(deps.pool, office, code)
    used = template_office.used(chosen, today)
    own = tuple(
        VersionRow(
            id=one.id,
            title=_name(one.id).capitalize(),
            detail=f"{one.remark}; {moment(one.uploaded_at)}, {titles.who(one.uploaded_by)}",
            version=one.version,
            in_use=used == one.id,
        )
        for one in uploaded
    )
    release = VersionRow(
        id=RELEASE,
        title=_OF_THE_RELEASE.capitalize(),
        detail="",
        version=store.version_of(templates.read(code)),
        in_use=used is None,
    )
    return TemplatePage(
        office=office,
        kind=code,
        kind_title=kind.title_nl,
        versions=(*own, release),
        history=tuple(_told(choice) for choice in chosen),
        choices={str(one.id): f"{_name(one.id).capitalize()}: {one.remark}" for one in uploaded} | {str(RELEASE): release.title},
        from_day=day(today),
    )


def _name(template_id: int | None) -> str:
    return _OF_THE_RELEASE if template_id is None else f"versie {template_id}"


def _told(choice: Choice) -> str:
    said = f"vanaf {day(choice.from_day)}: {_name(choice.template_id)}, gekozen op {moment(choice.chosen_at)}"
    return f"{said} door {titles.who(choice.chosen_by)}: {choice.reason}"
