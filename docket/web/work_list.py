"""One work list in full: what waits, by the order in which it has to be done, page by page."""

from datetime import datetime
from typing import Any, ClassVar
from urllib.parse import urlencode

import msgspec
from litestar import Request, Response, get
from litestar.params import FromQuery

from docket.access import Actor
from docket.clock import court_day
from docket.errors import BadInput, Issue
from docket.store import watches
from docket.store.search import CaseLine
from docket.web import words
from docket.web.case import TO_READ
from docket.web.handed import Deps
from docket.web.pages import Page, render
from docket.web.visit import NEEDS, actor_of, visit_of
from docket.web.work_rows import READ, WORDS, Seen, WorkRow, row_of
from docket.work_lists import ListCode, parse_place

TODAY = "vandaag"
#: Lists of which an empty one says that nothing is to be feared: only once the worker has looked at every file.
_RECKONED = frozenset({"limitation", "limitationUntold"})
_COUNTING = (
    "Er wordt nog gerekend: van dossiers die pas binnenkwamen of veranderden, komt de laatste dag er binnen de minuut bij. Laad opnieuw."
)
_NOT_YET = "Nog niet te zeggen: er wordt nog gerekend."


class WorkPart(msgspec.Struct, frozen=True, kw_only=True):
    title: str
    intro: str
    rows: tuple[WorkRow, ...]
    count: int
    #: Where all of it is read.
    address: str
    empty: str


class WorkListPage(Page, frozen=True, kw_only=True):
    template: ClassVar[str] = "work_list.html"

    code: ListCode
    rows: tuple[WorkRow, ...]
    #: On all pages together.
    count: int
    first_href: str = ""
    next_href: str = ""
    #: What else is to be known about it.
    remark: str = ""
    #: A second part of the page: the first rows of another list.
    second: WorkPart | None = None
    #: The worker has not looked at every file yet, so what is not here may still come.
    counting: str = ""

    @property
    def place(self) -> str:
        """The menu knows a list without its filter."""
        return WORDS[self.code].address.partition("?")[0]

    @property
    def title(self) -> str:
        return WORDS[self.code].title

    @property
    def intro(self) -> str:
        return f"{WORDS[self.code].intro} {self.remark}".strip()

    @property
    def empty(self) -> str:
        return _NOT_YET if self.counting else WORDS[self.code].empty

    @property
    def count_words(self) -> str:
        return "1 op de lijst" if self.count == 1 else f"{self.count} op de lijst"


def seen_by(actor: Actor, deps: Any) -> Seen:
    law = deps.law.law
    return Seen(
        law=law,
        titles=words.of_law(law),
        settings=deps.settings,
        now=deps.clock.now(),
        reader=actor.code,
        may_settle=actor.may("settleDecision"),
        may_confirm=actor.may("confirmCompetence"),
        may_answer=actor.may("answerTransfer"),
    )


@get("/te-beslissen", opt=TO_READ)
async def list_open_tracks(request: Request[Any, Any, Any], deps: Deps, na: FromQuery[str] = "") -> Response[Any]:
    may = actor_of(request).may("settleDecision")
    how = "U beslist met een reden." if may else "Een procureur of de korpschef beslist met een reden; vul intussen aan wat ontbreekt."
    return await _list(request, deps, "openTracks", na, how)


@get("/te-bevestigen", opt=TO_READ)
async def list_to_confirm(request: Request[Any, Any, Any], deps: Deps, na: FromQuery[str] = "") -> Response[Any]:
    may = actor_of(request).may("confirmCompetence")
    how = (
        "U tekent een grond op of neemt het risico op uw naam."
        if may
        else "Een procureur of de korpschef bevestigt; vul intussen aan wat ontbreekt."
    )
    return await _list(request, deps, "toConfirm", na, how)


@get("/termijnen", opt=TO_READ)
async def list_time_limits(request: Request[Any, Any, Any], deps: Deps, na: FromQuery[str] = "", tot: FromQuery[str] = "") -> Response[Any]:
    if tot not in ("", TODAY):
        raise BadInput(issues=(Issue(type="schemaViolation", place="query", name="tot", detail="Kies vandaag, of laat het weg."),))
    return await _list(request, deps, "expiring" if tot else "timeLimits", na)


@get("/te-verwittigen", opt=TO_READ)
async def list_untold(request: Request[Any, Any, Any], deps: Deps, na: FromQuery[str] = "") -> Response[Any]:
    return await _list(request, deps, "untold", na)


@get("/zittingen", opt=TO_READ)
async def list_hearings(request: Request[Any, Any, Any], deps: Deps, na: FromQuery[str] = "") -> Response[Any]:
    return await _list(request, deps, "hearings", na)


@get("/ter-ondertekening", opt={NEEDS: "signDocument"})
async def list_to_sign(request: Request[Any, Any, Any], deps: Deps, na: FromQuery[str] = "") -> Response[Any]:
    return await _list(request, deps, "toSign", na)


@get("/betekeningen/mislukt", opt=TO_READ)
async def list_services_failed(request: Request[Any, Any, Any], deps: Deps, na: FromQuery[str] = "") -> Response[Any]:
    return await _list(request, deps, "servicesFailed", na)


@get("/betekeningen/ontbreekt", opt=TO_READ)
async def list_services_missed(request: Request[Any, Any, Any], deps: Deps, na: FromQuery[str] = "") -> Response[Any]:
    return await _list(request, deps, "servicesMissed", na)


@get("/zittingen/zonder-uitkomst", opt=TO_READ)
async def list_hearings_past(request: Request[Any, Any, Any], deps: Deps, na: FromQuery[str] = "") -> Response[Any]:
    return await _list(request, deps, "hearingsPast", na)


@get("/betekeningen/vonnissen", opt=TO_READ)
async def list_acts_unserved(request: Request[Any, Any, Any], deps: Deps, na: FromQuery[str] = "") -> Response[Any]:
    return await _list(request, deps, "actUnserved", na)


@get("/schikkingen/verstreken", opt=TO_READ)
async def list_settlements_overdue(request: Request[Any, Any, Any], deps: Deps, na: FromQuery[str] = "") -> Response[Any]:
    return await _list(request, deps, "settlementOverdue", na)


@get("/zonder-titel", opt=TO_READ)
async def list_unheld(request: Request[Any, Any, Any], deps: Deps, na: FromQuery[str] = "") -> Response[Any]:
    return await _list(request, deps, "unheld", na)


@get("/verjaring", opt=TO_READ)
async def list_limitation(request: Request[Any, Any, Any], deps: Deps, na: FromQuery[str] = "") -> Response[Any]:
    days = max(deps.settings.limitation_days)
    return await _list(request, deps, "limitation", na, f"Hier vanaf {days} dagen voor die dag.", second="limitationUntold")


@get("/verjaring/niet-te-zeggen", opt=TO_READ)
async def list_limitation_untold(request: Request[Any, Any, Any], deps: Deps, na: FromQuery[str] = "") -> Response[Any]:
    return await _list(request, deps, "limitationUntold", na)


@get("/redelijke-termijn", opt=TO_READ)
async def list_reasonable_time(request: Request[Any, Any, Any], deps: Deps, na: FromQuery[str] = "") -> Response[Any]:
    years = min(deps.settings.warning_years, default=0)
    return await _list(request, deps, "reasonableTime", na, f"Hier vanaf {years} jaar; de wet zegt geen aantal jaren.")


@get("/goederen/vergeten", opt={NEEDS: "keepItems"})
async def list_items_forgotten(request: Request[Any, Any, Any], deps: Deps, na: FromQuery[str] = "") -> Response[Any]:
    return await _list(request, deps, "itemsForgotten", na)


@get("/goederen/vernietigen", opt={NEEDS: "keepItems"})
async def list_items_to_destroy(request: Request[Any, Any, Any], deps: Deps, na: FromQuery[str] = "") -> Response[Any]:
    return await _list(request, deps, "itemsToDestroy", na)


@get("/goederen/containers", opt={NEEDS: "keepItems"})
async def list_containers_to_release(request: Request[Any, Any, Any], deps: Deps, na: FromQuery[str] = "") -> Response[Any]:
    return await _list(request, deps, "containersToRelease", na)


@get("/wacht-op-mij", opt=TO_READ)
async def list_for_me(request: Request[Any, Any, Any], deps: Deps, na: FromQuery[str] = "") -> Response[Any]:
    return await _list(request, deps, "forMe", na)


async def _list(
    request: Request[Any, Any, Any], deps: Any, code: ListCode, after: str, remark: str = "", second: ListCode | None = None
) -> Response[Any]:
    actor, visit = actor_of(request), visit_of(request)
    found = await READ[code](deps.pool, actor, court_day(deps.clock.now()), parse_place(after) if after else None)
    seen, address = seen_by(actor, deps), WORDS[code].address
    page = WorkListPage(
        code=code,
        rows=tuple(row_of(item, seen) for item in found.items),
        count=visit.counts.get(code, 0),
        first_href=address if after else "",
        next_href=f"{address}{'&' if '?' in address else '?'}{urlencode({'na': str(found.next)})}" if found.next else "",
        remark=remark,
        counting=_COUNTING if code in _RECKONED and await watches.counting(deps.pool) else "",
    )
    if second is not None and not after:
        found = await READ[second](deps.pool, actor, court_day(deps.clock.now()), None)
        said = WORDS[second]
        part = WorkPart(
            title=said.title,
            intro=said.intro,
            rows=tuple(row_of(item, seen) for item in found.items),
            count=visit.counts.get(second, 0),
            address=f"{said.address}?{urlencode({'na': str(found.next)})}" if found.next else "",
            empty=_NOT_YET if page.counting else said.empty,
        )
        page = msgspec.structs.replace(page, second=part)
    return render(visit, page)


_LINE = CaseLine(
    case_number="HAV-2026-000001",
    version=1,
    status="registered",
    confidentiality="ordinary",
    registered_at=datetime.fromisoformat("2026-11-24T09:30:00+00:00"),
    received_day=datetime.fromisoformat("2026-11-24T09:30:00+00:00").date(),
    notice_number=None,
    origin_service="customs",
    summary="Een container op de kaai.",
    outcome="decided",
    scope="portCrime",
    port_area="antwerpRightBank",
    holding_office="antwerpPort",
    prosecution_offices=("antwerpPort",),
    courts=("antwerpCorrectional",),
    open_track=False,
    to_confirm=True,
)
ROW = WorkRow(
    case_number="HAV-2026-000001",
    case=_LINE,
    href="/dossiers/HAV-2026-000001/bevestigen",
    what="Gewoon: Parket Antwerpen",
    lines=("sinds gisteren",),
    mark=("bad", "Verstreken"),
    act="Bevestigen",
)
EXAMPLES = (
    WorkListPage(code="toConfirm", rows=(ROW,), count=51, first_href="/te-bevestigen", next_href="/te-bevestigen?na=x"),
    WorkListPage(code="openTracks", rows=(), count=0),
    WorkListPage(
        code="limitation",
        rows=(),
        count=0,
        counting=_COUNTING,
        second=WorkPart(
            title="Verjaring niet te zeggen",
            intro="Lopende dossiers.",
            rows=(ROW,),
            count=51,
            address="/verjaring/niet-te-zeggen?na=x",
            empty="",
        ),
    ),
)
