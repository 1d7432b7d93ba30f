"""The list of files: search, filters and pages that stay right while files come in."""

from collections.abc import Mapping
from typing import Any, ClassVar, cast
from urllib.parse import urlencode

from litestar import Request, Response, get
from litestar.params import FromQuery

from docket import work_lists
from docket.access import visibility
from docket.clock import court_day
from docket.errors import BadInput, Issue
from docket.store import access_log, search
from docket.store import work_lists as rows
from docket.store.search import COUNT_LIMIT, CaseFilter, CaseLine, Cursor
from docket.store.work_lists import SavedFilter
from docket.web import words
from docket.web.case import TO_READ
from docket.web.handed import Deps
from docket.web.pages import Page, go, render
from docket.web.visit import FOR_SIGNED_IN, actor_of, visit_of
from docket.work_lists import ListCode
from routing import PortArea

CONFIRMING = {"ja": "Te bevestigen", "nee": "Niets te bevestigen"}
_MINE: words.Titles = {"mij": "Mijn dossiers"}


class ListCasesPage(Page, frozen=True, kw_only=True):
    template: ClassVar[str] = "list_cases.html"
    path: ClassVar[str] = "/dossiers"

    lines: tuple[CaseLine, ...]
    #: More than COUNT_LIMIT is told as such.
    count: int
    #: Filters that the reader saved, and whether he may save this one.
    saved: tuple[SavedFilter, ...] = ()
    query: str = ""
    area: str = ""
    office: str = ""
    outcome: str = ""
    #: ja: a magistrate still has to confirm; nee: nothing of that; empty = whatever.
    confirming: str = ""
    status: str = ""
    #: Only the files of the reader himself.
    mine: bool = False
    may_be_mine: bool = False
    after: str = ""
    next: Cursor | None = None

    @property
    def title(self) -> str:
        return f"Dossiers: {self.query}" if self.query else "Dossiers"

    @property
    def filtered(self) -> bool:
        return bool(self.query or self.area or self.office or self.outcome or self.confirming or self.status or self.mine)

    @property
    def count_words(self) -> str:
        if self.count > COUNT_LIMIT and not self.exact:
            return f"meer dan {COUNT_LIMIT} dossiers"
        return "1 dossier" if self.count == 1 else f"{self.count} dossiers"

    @property
    def exact(self) -> bool:
        """A list without filters, or one's own, is counted to its end."""
        return self.first_href in ("/dossiers", "/dossiers?van=mij")

    @property
    def first_href(self) -> str:
        return self._href("")

    @property
    def next_href(self) -> str:
        return self._href(str(self.next)) if self.next else ""

    def _href(self, after: str) -> str:
        given = {
            "zoek": self.query,
            "gebied": self.area,
            "parket": self.office,
            "uitkomst": self.outcome,
            "bevestigen": self.confirming,
            "stand": self.status,
            "van": "mij" if self.mine else "",
            "na": after,
        }
        query = urlencode({name: value for name, value in given.items() if value})
        return f"/dossiers?{query}" if query else "/dossiers"


@get("/", opt=FOR_SIGNED_IN)
async def first_page(request: Request[Any, Any, Any]) -> Response[Any]:
    """What a person's functions open first."""
    menu = visit_of(request).menu
    notice = request.query_params.get("gedaan", "")
    address = "/vandaag" if visit_of(request).may("readCase") else (menu[0].href if menu else "/account")
    return go(f"{address}?{urlencode({'gedaan': notice})}" if notice else address)


@get("/dossiers", opt=TO_READ)
async def list_cases(
    request: Request[Any, Any, Any],
    deps: Deps,
    zoek: FromQuery[str] = "",
    gebied: FromQuery[str] = "",
    parket: FromQuery[str] = "",
    uitkomst: FromQuery[str] = "",
    bevestigen: FromQuery[str] = "",
    stand: FromQuery[str] = "",
    van: FromQuery[str] = "",
    na: FromQuery[str] = "",
) -> Response[Any]:
    actor = actor_of(request)
    query = zoek.strip()[:200].replace("\0", "")
    _refuse_unknown(
        gebied=(gebied, visit_of(request).law.areas),
        parket=(parket, visit_of(request).law.offices),
        uitkomst=(uitkomst, words.OUTCOMES),
        bevestigen=(bevestigen, CONFIRMING),
        stand=(stand, words.STATUSES),
        van=(van, _MINE),
    )
    wanted = CaseFilter(
        query=query or None,
        area=cast(PortArea, gebied) if gebied else None,
        office=parket or None,
        outcome=cast(Any, uitkomst) if uitkomst else None,
        to_confirm=bevestigen == "ja" if bevestigen else None,
        status=cast(Any, stand) if stand else None,
        mine=actor.account_id if van else None,
    )
    seen = visibility(actor)
    after = search.parse_cursor(na) if na else None
    if wanted in (CaseFilter(), CaseFilter(mine=actor.account_id)):
        code: ListCode = "mine" if van else "files"
        place = work_lists.place_of_file(after.year, after.serial) if after else None
        page_of = await rows.files(deps.pool, actor, code, court_day(deps.clock.now()), place)
        following = Cursor(**dict(zip(("year", "serial"), work_lists.file_at(page_of.next), strict=True))) if page_of.next else None
        found = search.Page(items=tuple(item.case for item in page_of.items), next=following)
        count = visit_of(request).counts.get(code, 0)
    else:
        found = await search.list_cases(deps.pool, seen, wanted, after)
        count = await search.count_cases(deps.pool, seen, wanted)
    if query:
        await access_log.log_searched(deps.pool, actor.code, query, deps.clock.now())
    page = ListCasesPage(
        lines=found.items,
        count=count,
        query=query,
        area=wanted.area or "",
        office=wanted.office or "",
        outcome=wanted.outcome or "",
        confirming=bevestigen,
        status=stand,
        saved=await rows.saved_filters(deps.pool, actor.account_id or 0),
        mine=bool(van),
        may_be_mine=actor.may("takeInCharge"),
        after=na,
        next=found.next,
    )
    return render(visit_of(request), page)


def _refuse_unknown(**chosen: tuple[str, Mapping[str, str]]) -> None:
    """A filter that does not exist would show every file as if it were the answer."""
    detail = "Deze keuze bestaat niet; kies een waarde uit de lijst."
    issues = tuple(
        Issue(type="schemaViolation", place="query", name=name, detail=detail)
        for name, (code, titles) in chosen.items()
        if code and code not in titles
    )
    if issues:
        raise BadInput(issues=issues)
