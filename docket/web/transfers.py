"""Overdrachten: what is offered to one's office, what it offered itself, and conflicts that wait for an outcome."""

from datetime import date
from typing import Any, ClassVar
from urllib.parse import quote

from litestar import Request, Response, get
from litestar.params import FromQuery

from docket.access import visibility
from docket.clock import court_day
from docket.store import conflicts, work_lists
from docket.store.conflicts import ConflictLine, WaitingOffer
from docket.store.work_lists import OfferItem
from docket.web.case import TO_READ
from docket.web.handed import Deps
from docket.web.pages import Page, render
from docket.web.visit import actor_of, visit_of
from docket.work_lists import parse_place


class TransfersPage(Page, frozen=True, kw_only=True):
    template: ClassVar[str] = "transfers.html"
    path: ClassVar[str] = "/overdrachten"

    today: date
    #: Offered to one's own office.
    offers: tuple[OfferItem, ...]
    #: How many there are, on all pages.
    offered: int
    #: Offered by it, unanswered or refused.
    waiting: tuple[WaitingOffer, ...]
    conflicts: tuple[ConflictLine, ...]
    #: Put to one's own office or court, which settles them.
    to_settle: tuple[ConflictLine, ...]
    may_answer: bool
    may_raise: bool
    next_href: str = ""

    @property
    def title(self) -> str:
        return "Overdrachten en geschillen"


@get("/overdrachten", opt=TO_READ)
async def list_transfers(request: Request[Any, Any, Any], deps: Deps, na: FromQuery[str] = "") -> Response[Any]:
    actor, today = actor_of(request), court_day(deps.clock.now())
    offers = await work_lists.offered(deps.pool, actor, today, parse_place(na) if na else None)
    seen = visibility(actor)
    seat = actor.office or actor.court or ""
    to_settle = await conflicts.conflicts_to_settle(deps.pool, seat)
    settling = {conflict.id for conflict in to_settle}
    page = TransfersPage(
        today=today,
        offers=offers.items,
        offered=visit_of(request).counts.get("offered", 0),
        next_href=f"/overdrachten?na={quote(str(offers.next))}" if offers.next else "",
        waiting=await conflicts.waiting_offers(deps.pool, seen),
        conflicts=tuple(line for line in await conflicts.open_conflicts(deps.pool, seen) if line.id not in settling),
        to_settle=to_settle,
        may_answer=actor.may("answerTransfer"),
        may_raise=actor.may("raiseConflict"),
    )
    return render(visit_of(request), page)
