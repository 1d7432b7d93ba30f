"""Vragen: what was asked and is not back, over every file that one may see; what is late and what waits for the office apart."""

from datetime import date
from typing import Any, ClassVar

from litestar import Request, Response, get
from litestar.params import FromQuery

from docket.access import visibility
from docket.clock import court_day
from docket.requests import QUESTIONS, pattern_of
from docket.store import requests as store
from docket.store.requests import RequestCounts, RequestCursor, RequestLine, Which
from docket.web import words
from docket.web.case_requests import TO_ASK
from docket.web.handed import Deps
from docket.web.pages import Page, render
from docket.web.visit import actor_of, visit_of

#: Word in the address -> which list it is, and its heading.
LISTS: dict[str, tuple[Which, str]] = {
    "": ("open", "Open"),
    "laat": ("overdue", "Te laat"),
    "antwoord": ("answered", "Antwoord te beoordelen"),
}


class AllRequestsPage(Page, frozen=True, kw_only=True):
    template: ClassVar[str] = "all_requests.html"
    path: ClassVar[str] = "/vragen"

    lines: tuple[RequestLine, ...]
    counts: RequestCounts
    which: str = ""
    next_href: str = ""
    lists: ClassVar[dict[str, tuple[Which, str]]] = LISTS

    @property
    def title(self) -> str:
        return "Vragen"

    def count(self, which: str) -> int:
        return getattr(self.counts, LISTS[which][0])

    def asked(self, line: RequestLine) -> str:
        """What is asked without the words of whoever asked it: the list is looked at over a shoulder."""
        return QUESTIONS[pattern_of(line.fact)] if line.fact else words.title(words.REQUEST_KINDS, line.kind)


EXAMPLES = (
    AllRequestsPage(
        lines=(
            RequestLine(
                id=1,
                case_number="HAV-2026-000001",
                kind="question",
                addressee="Scheepvaartpolitie, SPN Antwerpen",
                fact="/places/p1/quay",
                due_on=date(2026, 11, 20),
                asked_on=date(2026, 11, 10),
                overdue=True,
                answered=False,
                reminders=2,
            ),
            RequestLine(
                id=2,
                case_number="HAV-2026-000002",
                kind="laboratory",
                addressee="NICC",
                fact=None,
                due_on=date(2026, 12, 20),
                asked_on=date(2026, 11, 10),
                overdue=False,
                answered=True,
                reminders=0,
            ),
        ),
        counts=RequestCounts(open=12, overdue=1, answered=1),
        next_href="/vragen?na=2026-12-20/2",
    ),
    AllRequestsPage(lines=(), counts=RequestCounts(open=0, overdue=0, answered=0), which="laat"),
)


@get("/vragen", opt=TO_ASK)
async def list_requests(request: Request[Any, Any, Any], deps: Deps, lijst: FromQuery[str] = "", na: FromQuery[str] = "") -> Response[Any]:
    which = lijst if lijst in LISTS else ""
    seen, today = visibility(actor_of(request), "keepRequests"), court_day(deps.clock.now())
    lines, more = await store.listed(deps.pool, seen, LISTS[which][0], today, RequestCursor.parse(na) if na else None)
    page = AllRequestsPage(
        lines=lines,
        counts=await store.counts(deps.pool, seen, today),
        which=which,
        next_href=f"/vragen?lijst={which}&na={more}" if more is not None else "",
    )
    return render(visit_of(request), page)
