"""Grounds across files: which pending files rest on one, and how often each was attacked and held."""

from typing import Any, ClassVar
from urllib.parse import urlencode

import msgspec
from litestar import Request, Response, get
from litestar.params import FromQuery

from docket import competence
from docket.access import visibility
from docket.store import competence as rows
from docket.store import search
from docket.store.competence import RestingCase
from docket.web.case import TO_READ
from docket.web.handed import Deps
from docket.web.pages import Page, render
from docket.web.visit import actor_of, visit_of

#: Width of the longest bar, in hundredths.
_BAR = 100


class RestingPage(Page, frozen=True, kw_only=True):
    template: ClassVar[str] = "grounds_resting.html"
    path: ClassVar[str] = "/cijfers/gronden"

    court: str
    ground: str
    lines: tuple[RestingCase, ...]
    next_href: str = ""

    @property
    def title(self) -> str:
        return "Hangende dossiers op dezelfde grond"


class FigureLine(msgspec.Struct, frozen=True, kw_only=True):
    ground: str
    court: str
    challenged: int
    upheld: int
    #: By an objection that was upheld, or by a court of its own motion.
    rejected: int
    pending: int
    resting_href: str
    #: Widths of the bars.
    upheld_width: int
    rejected_width: int


class GroundFiguresPage(Page, frozen=True, kw_only=True):
    template: ClassVar[str] = "grounds_figures.html"
    path: ClassVar[str] = "/cijfers/gronden"

    lines: tuple[FigureLine, ...]

    @property
    def title(self) -> str:
        return "Gronden voor de rechter"


EXAMPLES = (
    RestingPage(court="Correctionele rechtbank Antwerpen, afdeling Antwerpen", ground="plaats van het misdrijf", lines=()),
    GroundFiguresPage(
        lines=(
            FigureLine(
                ground="plaats van het misdrijf",
                court="Correctionele rechtbank Antwerpen, afdeling Antwerpen",
                challenged=4,
                upheld=2,
                rejected=1,
                pending=1,
                resting_href="/gronden/dossiers?rechtbank=antwerpCorrectional&grond=place-of-offence",
                upheld_width=100,
                rejected_width=50,
            ),
        )
    ),
    GroundFiguresPage(lines=()),
)


def resting_href(court: str, ground: str, but: str = "", after: str = "") -> str:
    given = {"rechtbank": court, "grond": ground, "zonder": but, "na": after}
    return f"/gronden/dossiers?{urlencode({name: value for name, value in given.items() if value})}"


@get("/gronden/dossiers", opt=TO_READ)
async def list_resting(
    request: Request[Any, Any, Any],
    deps: Deps,
    rechtbank: FromQuery[str] = "",
    grond: FromQuery[str] = "",
    zonder: FromQuery[str] = "",
    na: FromQuery[str] = "",
) -> Response[Any]:
    rechtbank, grond, zonder = (text.replace("\0", "")[:60] for text in (rechtbank, grond, zonder))
    after = search.parse_cursor(na) if na else None
    seen = visibility(actor_of(request))
    found = await rows.resting(deps.pool, seen, court=rechtbank, ground=grond, but=zonder or None, after=after)
    page = RestingPage(
        court=visit_of(request).law.seat(rechtbank),
        ground=competence.title_of(grond, deps.law.law),
        lines=found.items,
        next_href=resting_href(rechtbank, grond, zonder, str(found.next)) if found.next else "",
    )
    return render(visit_of(request), page)


@get("/cijfers/gronden", opt=TO_READ)
async def show_figures(request: Request[Any, Any, Any], deps: Deps) -> Response[Any]:
    found = await rows.figures(deps.pool, visibility(actor_of(request)))
    most = max((max(each.upheld, each.struck + each.declined) for each in found), default=0) or 1
    lines = tuple(
        FigureLine(
            ground=competence.title_of(each.ground, deps.law.law),
            court=visit_of(request).law.seat(each.court),
            challenged=each.challenged,
            upheld=each.upheld,
            rejected=each.struck + each.declined,
            pending=each.pending,
            resting_href=resting_href(each.court, each.ground),
            upheld_width=_BAR * each.upheld // most,
            rejected_width=_BAR * (each.struck + each.declined) // most,
        )
        for each in found
    )
    return render(visit_of(request), GroundFiguresPage(lines=lines))
