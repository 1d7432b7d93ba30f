"""Te bevestigen: every track whose court has no statutory ground, or was struck by a ruling, and that no magistrate answered for."""

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


class ToConfirmPage(Page, frozen=True, kw_only=True):
    template: ClassVar[str] = "to_confirm.html"
    path: ClassVar[str] = "/te-bevestigen"

    lines: tuple[OpenTrack, ...]
    may_confirm: bool
    next_href: str = ""

    @property
    def title(self) -> str:
        return "Te bevestigen"


EXAMPLES = (ToConfirmPage(lines=(), may_confirm=True),)


@get("/te-bevestigen", opt=TO_READ)
async def list_to_confirm(request: Request[Any, Any, Any], deps: Deps, na: FromQuery[str] = "") -> Response[Any]:
    actor = actor_of(request)
    found = await search.to_confirm(deps.pool, visibility(actor), search.parse_cursor(na) if na else None)
    page = ToConfirmPage(
        lines=found.items,
        may_confirm=actor.may("confirmCompetence"),
        next_href=f"/te-bevestigen?na={found.next}" if found.next else "",
    )
    return render(visit_of(request), page)
