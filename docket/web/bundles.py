"""Bundles of a file: choose documents and incoming pieces, see how far the joining is, download it as one PDF."""

from datetime import UTC, date, datetime
from typing import Any, ClassVar, Literal

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath

from docket.access import visibility
from docket.actions.papers.ask_bundle import AskBundle, ask_bundle, is_bundled, marked, stands
from docket.clock import court_day
from docket.deps import Deps as Bundle
from docket.errors import BadInput, NotFound
from docket.pieces import kind_title
from docket.store import access_log, pdfs, pieces
from docket.store.search import CaseView
from docket.web import words
from docket.web.case import open_case
from docket.web.document_pdf import file_of
from docket.web.handed import Deps
from docket.web.pages import AskingPage, Page, go, moment, render
from docket.web.submission import Fault
from docket.web.visit import NEEDS, actor_of, posted_of, visit_of
from documents.words import capital

REFRESH_SECONDS = 2


Order = Literal["day", "newest", "kind"]
ORDERS: dict[str, str] = {
    "day": "Op datum, de oudste eerst",
    "newest": "Op datum, de jongste eerst",
    "kind": "Eerst de documenten, dan wat inkwam",
}
_ORDERS: dict[str, Order] = {"newest": "newest", "kind": "kind"}


class Possible(msgspec.Struct, frozen=True, kw_only=True):
    title: str
    #: The day that stands on it, by which it is ordered.
    on: date
    #: It can be in a bundle that is asked for now.
    offered: bool


class BundlesPage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "bundles.html"
    path: ClassVar[str] = "/dossiers"

    case_number: str
    #: document/<id> or piece/<id> -> title, of what can be in one, the oldest first.
    possible: dict[str, str]
    chosen: tuple[str, ...] = ()
    order: Order = "day"
    bundles: tuple[pdfs.Bundle, ...] = ()
    #: Why none can be made, in Dutch.
    absent: str | None = None
    may_ask: bool = False

    @property
    def title(self) -> str:
        return f"Bundels van {self.case_number}"

    @property
    def orders(self) -> dict[str, str]:
        return ORDERS


class BundlePage(Page, frozen=True, kw_only=True):
    template: ClassVar[str] = "bundle.html"
    path: ClassVar[str] = "/dossiers"

    case_number: str
    one: pdfs.Bundle
    #: In the order of the bundle.
    titles: tuple[str, ...]

    @property
    def title(self) -> str:
        return f"Bundel {self.one.bundle} van {self.case_number}"


@get("/dossiers/{case_number:str}/bundels", opt={NEEDS: "readDocument"})
async def show_bundles(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    return render(visit_of(request), await _page(request, deps, case_number, (), ()))


@post("/dossiers/{case_number:str}/bundels", opt={NEEDS: "makeDocument"})
async def ask_for_bundle(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    order = _ORDERS.get(posted.text("_volgorde"), "day")
    found = await open_case(case_number, actor, deps)
    parts = _ordered(tuple(posted.texts("_stuk")), order, await _possible(found, deps))
    try:
        done = await ask_bundle(AskBundle(case_number=case_number, parts=parts), actor, deps)
    except BadInput as refusal:
        faults = (Fault(name="_stuk", where="Stukken", detail=refusal.issues[0].detail),)
        return render(visit_of(request), await _page(request, deps, case_number, parts, faults, order), refusal.status)
    return go(f"/dossiers/{case_number}/bundels/{done.bundle}")


@get("/dossiers/{case_number:str}/bundels/{bundle:int}", opt={NEEDS: "readDocument"})
async def show_bundle(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], bundle: FromPath[int]) -> Response[Any]:
    actor = actor_of(request)
    found = await open_case(case_number, actor, deps)
    bundles = await pdfs.bundles(deps.pool, visibility(actor, "readDocument"), case_number)
    one = next((each for each in bundles if each.bundle == bundle), None)
    if one is None:
        raise NotFound
    possible = await _possible(found, deps)
    page = BundlePage(
        case_number=case_number, one=one, titles=tuple(possible[part].title if part in possible else part for part in one.parts)
    )
    answer: Response[Any] = render(visit_of(request), page)
    if one.state == "asked":
        answer.headers["refresh"] = str(REFRESH_SECONDS)
    return answer


@get("/dossiers/{case_number:str}/bundels/{bundle:int}/pdf", opt={NEEDS: "readDocument"})
async def download_bundle(
    request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], bundle: FromPath[int]
) -> Response[bytes]:
    actor = actor_of(request)
    found = await pdfs.content(deps.pool, visibility(actor, "readDocument"), case_number, bundle=bundle)
    if found is None:
        raise NotFound
    await access_log.log_opened(deps.pool, actor.code, case_number, deps.clock.now())
    return file_of(request, found, f"{case_number}-bundel-{bundle}.pdf")


async def _page(
    request: Request[Any, Any, Any],
    deps: Bundle,
    case_number: str,
    chosen: tuple[str, ...],
    faults: tuple[Fault, ...],
    order: Order = "day",
) -> BundlesPage:
    actor = actor_of(request)
    found = await open_case(case_number, actor, deps)
    converter = await pdfs.converter(deps.pool)
    return BundlesPage(
        case_number=case_number,
        possible={part: one.title for part, one in (await _possible(found, deps)).items() if one.offered},
        chosen=chosen,
        order=order,
        bundles=await pdfs.bundles(deps.pool, visibility(actor, "readDocument"), case_number),
        absent=converter.absent if converter else None,
        may_ask=actor.may("makeDocument"),
        faults=faults,
    )


def _ordered(parts: tuple[str, ...], order: Order, possible: dict[str, Possible]) -> tuple[str, ...]:
    """What is not possible goes to the end, where it is refused."""
    places = {part: place for place, part in enumerate(possible)}
    by_day = sorted(parts, key=lambda part: places.get(part, len(places)))
    if order == "newest":
        return tuple(reversed(by_day))
    return tuple(sorted(by_day, key=lambda part: part.startswith("piece/")) if order == "kind" else by_day)


async def _possible(found: CaseView, deps: Bundle) -> dict[str, Possible]:
    """Everything that has a title, the oldest first; of one day what the office made after what came in."""
    made = [
        (
            f"document/{one.id}",
            Possible(
                title=f"{words.title(words.DOCUMENT_KINDS, one.kind)}, stuk {one.id} van {moment(one.made_at)}, "
                f"{marked(one.stage, one.outdated_at is not None)}",
                on=court_day(one.made_at),
                offered=stands(one.stage),
            ),
        )
        for one in found.documents
        if one.state == "made"
    ]
    incoming = [
        (
            f"piece/{one.id}",
            Possible(
                title=f"{capital(kind_title(one.kind, deps.law.law))} {one.number or ''}".strip()
                + f" van {one.dated_on or court_day(one.entered_at):%d/%m/%Y}, ingekomen stuk {one.id}",
                on=one.dated_on or court_day(one.entered_at),
                offered=is_bundled(one),
            ),
        )
        for one in await pieces.of_case(deps.pool, found.case.id)
    ]
    return dict(sorted((*incoming, *made), key=lambda each: each[1].on))


_AT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
_ASKED = pdfs.Bundle(
    bundle=1,
    parts=("document/17", "piece/4"),
    state="asked",
    failure=None,
    asked_at=_AT,
    asked_by="clerk:4",
    made_at=None,
    pages=None,
    sha256=None,
    size=None,
    sealed_by=None,
    done=1,
)
_MADE = msgspec.structs.replace(_ASKED, state="made", made_at=_AT, pages=22, sha256="9f86d081884c7d65", size=120_000, done=2)
_FAILED = msgspec.structs.replace(_ASKED, state="failed", failure="Een stuk is beveiligd.")
_POSSIBLE = {
    "piece/4": "Proces-verbaal AN.60.SP.001234/2026 van 20/11/2026, ingekomen stuk 4",
    "document/17": "Ontvangstbewijs, stuk 17 van 24/11/2026 om 10.30 uur, concept",
}
EXAMPLES = (
    BundlesPage(case_number="HAV-2026-000001", possible={}, may_ask=True),
    BundlesPage(
        case_number="HAV-2026-000001",
        possible=_POSSIBLE,
        chosen=("piece/4",),
        bundles=(_MADE, _ASKED, _FAILED),
        may_ask=True,
        faults=(Fault(name="_stuk", where="Stukken", detail="Kies minstens een stuk."),),
    ),
    BundlesPage(case_number="HAV-2026-000001", possible=_POSSIBLE, absent="LibreOffice ontbreekt.", may_ask=True),
    BundlePage(case_number="HAV-2026-000001", one=_ASKED, titles=tuple(_POSSIBLE.values())),
    BundlePage(case_number="HAV-2026-000001", one=_MADE, titles=tuple(_POSSIBLE.values())),
    BundlePage(case_number="HAV-2026-000001", one=_FAILED, titles=tuple(_POSSIBLE.values())),
)
