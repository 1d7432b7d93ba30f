"""Bewaarde filters: lists with their filters under a name of one's own; renamed, deleted, and opened from the list and the day's page."""

from typing import Any, ClassVar

from litestar import Request, Response, get, post
from litestar.params import FromPath

from docket.store import work_lists as store
from docket.store.work_lists import SavedFilter
from docket.web.case import TO_READ
from docket.web.handed import Deps
from docket.web.pages import AskingPage, go, render
from docket.web.submission import Fault
from docket.web.visit import actor_of, inside, posted_of, visit_of

LONGEST_NAME = 80
LONGEST_ADDRESS = 1000
#: More than anybody looks through.
MOST = 100
#: The only page with filters.
LISTS = "/dossiers?"


class SavedFiltersPage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "saved_filters.html"
    path: ClassVar[str] = "/dossiers"

    filters: tuple[SavedFilter, ...]
    #: The one that was changed, and what was typed.
    changed: int = 0
    typed: str = ""

    @property
    def title(self) -> str:
        return "Bewaarde filters"


EXAMPLES = (
    SavedFiltersPage(filters=(SavedFilter(id=1, name="Waasland, onbeslist", address="/dossiers?gebied=waasland&uitkomst=undecided"),)),
    SavedFiltersPage(filters=()),
)


@get("/filters", opt=TO_READ)
async def list_filters(request: Request[Any, Any, Any], deps: Deps) -> Response[Any]:
    return render(visit_of(request), await _page(request, deps))


@post("/filters", opt=TO_READ)
async def save(request: Request[Any, Any, Any], deps: Deps) -> Response[Any]:
    posted, account = posted_of(request), actor_of(request).account_id or 0
    name, address = posted.text("_naam").strip(), posted.text("_adres")
    refusal = _unfit(name)
    if not address.startswith(LISTS) or inside(address) != address or len(address) > LONGEST_ADDRESS:
        refusal = refusal or "Alleen een gefilterde lijst van dossiers kan bewaard worden."
    if not refusal:
        async with deps.transaction() as tx:
            if await store.count_filters(tx, account) >= MOST:
                refusal = f"U hebt al {MOST} filters; verwijder er eerst een."
            else:
                await store.save_filter(tx, account, name, address, deps.clock.now())
    if not refusal:
        return go(f"{address}&gedaan=filter")
    page = await _page(request, deps, Fault(name="", where="Filter", detail=refusal))
    return render(visit_of(request), page, 400)


@post("/filters/{filter_id:int}", opt=TO_READ)
async def change(request: Request[Any, Any, Any], deps: Deps, filter_id: FromPath[int]) -> Response[Any]:
    posted, account = posted_of(request), actor_of(request).account_id or 0
    if posted.text("_do") == "verwijderen":
        async with deps.transaction() as tx:
            await store.delete_filter(tx, account, filter_id)
        return go("/filters?gedaan=filter-weg")
    name = posted.text(f"_naam_{filter_id}").strip()
    refusal = _unfit(name)
    if not refusal:
        async with deps.transaction() as tx:
            if not await store.rename_filter(tx, account, filter_id, name):
                refusal = "U hebt al een filter met die naam, of deze is er niet meer."
    if not refusal:
        return go("/filters?gedaan=filter")
    page = await _page(request, deps, Fault(name=f"_naam_{filter_id}", where="Naam", detail=refusal), filter_id, name)
    return render(visit_of(request), page, 400)


def _unfit(name: str) -> str:
    if not name or not name.isprintable():
        return "Geef de filter een naam."
    return f"Houd de naam onder {LONGEST_NAME} tekens." if len(name) > LONGEST_NAME else ""


async def _page(
    request: Request[Any, Any, Any], deps: Any, fault: Fault | None = None, changed: int = 0, typed: str = ""
) -> SavedFiltersPage:
    filters = await store.saved_filters(deps.pool, actor_of(request).account_id or 0)
    return SavedFiltersPage(filters=filters, faults=(fault,) if fault else (), changed=changed, typed=typed)
