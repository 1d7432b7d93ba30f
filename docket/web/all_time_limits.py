"""Termijnen: what has to be acted on first, over every file that one may see."""

from typing import Any, ClassVar

from litestar import Request, Response, get
from litestar.params import FromQuery

from docket.access import visibility
from docket.store import time_limits as store
from docket.store.time_limits import LimitCursor
from docket.web.case import TO_READ
from docket.web.handed import Deps
from docket.web.pages import Page, render
from docket.web.time_limit_words import ClockView, clock_view
from docket.web.time_limits import CLOCK_EXAMPLE
from docket.web.visit import actor_of, visit_of


class AllTimeLimitsPage(Page, frozen=True, kw_only=True):
    template: ClassVar[str] = "all_time_limits.html"
    path: ClassVar[str] = "/termijnen"

    clocks: tuple[ClockView, ...]
    next_href: str = ""

    @property
    def title(self) -> str:
        return "Termijnen"


EXAMPLES = (AllTimeLimitsPage(clocks=(CLOCK_EXAMPLE,), next_href="/termijnen?na=2026-03-27/1"), AllTimeLimitsPage(clocks=()))


@get("/termijnen", opt=TO_READ)
async def list_time_limits(request: Request[Any, Any, Any], deps: Deps, na: FromQuery[str] = "") -> Response[Any]:
    """Names nobody: the list is looked at over a shoulder, and the file says whom it is about."""
    lines, more = await store.soonest(deps.pool, visibility(actor_of(request)), LimitCursor.parse(na) if na else None)
    now, law = deps.clock.now(), deps.law.law
    page = AllTimeLimitsPage(
        clocks=tuple(clock_view(line.clock, None, law, now, line.case_number) for line in lines),
        next_href=f"/termijnen?na={more}" if more is not None else "",
    )
    return render(visit_of(request), page)
