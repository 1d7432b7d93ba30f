"""Te beslissen: every file without a track, and every track without an office or court that is due."""

from typing import Any, ClassVar

from litestar import Request, Response, get
from litestar.params import FromQuery

from docket.access import visibility
from docket.store import search
from docket.store.search import OpenTrack
from docket.web.case import TO_READ
from docket.web.handed import Deps
from docket.web.pages import Page, render
from docket.web.visit import actor_of, visit_of


class OpenTracksPage(Page, frozen=True, kw_only=True):
    template: ClassVar[str] = "open_tracks.html"
    path: ClassVar[str] = "/te-beslissen"

    lines: tuple[OpenTrack, ...]
    may_settle: bool
    next_href: str = ""

    @property
    def title(self) -> str:
        return "Te beslissen"


@get("/te-beslissen", opt=TO_READ)
async def list_open_tracks(request: Request[Any, Any, Any], deps: Deps, na: FromQuery[str] = "") -> Response[Any]:
    actor = actor_of(request)
    found = await search.open_tracks(deps.pool, visibility(actor), search.parse_cursor(na) if na else None)
    page = OpenTracksPage(
        lines=found.items,
        may_settle=actor.may("settleDecision"),
        next_href=f"/te-beslissen?na={found.next}" if found.next else "",
    )
    return render(visit_of(request), page)
