"""What the auditor reads: docket entries and who looked at what, without the content of any file."""

from typing import Any, ClassVar
from urllib.parse import urlencode

from litestar import Request, Response, get
from litestar.params import FromQuery

from docket.errors import BadInput, Issue
from docket.store import access_log, entries
from docket.store.access_log import AccessLine
from docket.store.entries import BareCursor, BareLine
from docket.web.handed import Deps
from docket.web.pages import Page, render
from docket.web.visit import NEEDS, visit_of

FOR_AUDITOR = {NEEDS: "readAccessLog"}
PAGE_ROWS = 100


class EntriesPage(Page, frozen=True, kw_only=True):
    template: ClassVar[str] = "oversight_entries.html"
    path: ClassVar[str] = "/toezicht/registerlijnen"

    lines: tuple[BareLine, ...]
    case_number: str = ""
    next_href: str = ""

    @property
    def title(self) -> str:
        return "Registerlijnen"


class AccessPage(Page, frozen=True, kw_only=True):
    template: ClassVar[str] = "oversight_access.html"
    path: ClassVar[str] = "/toezicht/raadplegingen"

    lines: tuple[AccessLine, ...]
    case_number: str = ""
    next_href: str = ""

    @property
    def title(self) -> str:
        return "Raadplegingen"


@get("/toezicht/registerlijnen", opt=FOR_AUDITOR)
async def list_entries(request: Request[Any, Any, Any], deps: Deps, dossier: FromQuery[str] = "", na: FromQuery[str] = "") -> Response[Any]:
    number = _number(dossier)
    found, more = await entries.without_content(deps.pool, case_number=number or None, after=_cursor(na), limit=PAGE_ROWS)
    next_href = f"/toezicht/registerlijnen?{urlencode({'dossier': number, 'na': str(more)})}" if more else ""
    return render(visit_of(request), EntriesPage(lines=tuple(found), case_number=number, next_href=next_href))


@get("/toezicht/raadplegingen", opt=FOR_AUDITOR)
async def list_access(
    request: Request[Any, Any, Any], deps: Deps, dossier: FromQuery[str] = "", voor: FromQuery[str] = ""
) -> Response[Any]:
    before = int(voor) if voor.isascii() and voor.isdecimal() and len(voor) < 16 else None
    number = _number(dossier)
    found = await access_log.lines(deps.pool, case_number=number or None, before=before, limit=PAGE_ROWS + 1)
    shown = tuple(found[:PAGE_ROWS])
    more = f"/toezicht/raadplegingen?{urlencode({'dossier': number, 'voor': shown[-1].id})}" if len(found) > PAGE_ROWS else ""
    return render(visit_of(request), AccessPage(lines=shown, case_number=number, next_href=more))


def _number(text: str) -> str:
    return text.strip().replace("\0", "")[:40]


def _cursor(text: str) -> BareCursor | None:
    try:
        return BareCursor.parse(text) if text else None
    except (ValueError, OverflowError):
        detail = "Dit is geen vervolgplaats; begin bij de eerste pagina."
        raise BadInput(issues=(Issue(type="invalidInput", place="query", name="na", detail=detail),)) from None
