"""Elders: ordinary files from one's own territory that went elsewhere, by number, ground and date only."""

from typing import Any, ClassVar

from litestar import Request, Response, get
from litestar.params import FromQuery

from docket.store import conflicts
from docket.store.conflicts import PAGE_ROWS, ElsewhereLine
from docket.web.handed import Deps
from docket.web.pages import Page, render
from docket.web.visit import NEEDS, actor_of, visit_of

TO_READ_ELSEWHERE = {NEEDS: "readElsewhere"}


class ElsewherePage(Page, frozen=True, kw_only=True):
    template: ClassVar[str] = "elsewhere.html"
    path: ClassVar[str] = "/elders"

    lines: tuple[ElsewhereLine, ...]
    may_claim: bool
    next_href: str = ""

    @property
    def title(self) -> str:
        return "Elders behandeld"


@get("/elders", opt=TO_READ_ELSEWHERE)
async def list_elsewhere(request: Request[Any, Any, Any], deps: Deps, na: FromQuery[str] = "") -> Response[Any]:
    actor = actor_of(request)
    actor.require("readElsewhere")
    before = int(na) if na.isascii() and na.isdecimal() and len(na) < 18 else None
    seat = actor.office or actor.court
    lines = await conflicts.elsewhere(deps.pool, seat, before) if seat else ()
    page = ElsewherePage(
        lines=lines[:PAGE_ROWS],
        may_claim=actor.office is not None and actor.may("raiseConflict"),
        next_href=f"/elders?na={lines[PAGE_ROWS - 1].id}" if len(lines) > PAGE_ROWS else "",
    )
    return render(visit_of(request), page)
