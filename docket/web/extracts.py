"""Uittreksels: the extracts of judgments that have to go, over all files of the reader, the first due first."""

from datetime import date
from typing import Any, ClassVar

import msgspec
from litestar import Request, Response, get

from docket.access import visibility
from docket.clock import court_day
from docket.judgments import court_title
from docket.store import judgments as store
from docket.store.judgments import ExtractLine
from docket.web.case import TO_READ
from docket.web.handed import Deps
from docket.web.pages import Page, render
from docket.web.visit import actor_of, visit_of
from routing import Law


class ExtractLineView(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    title: str
    #: Id of the suspect within the report; names stand on the page of the file.
    person: str
    court: str
    pronounced_on: date
    due_on: date | None
    overdue: bool
    #: Final by the clocks since then, and nobody recorded it.
    to_establish: date | None


class ExtractsPage(Page, frozen=True, kw_only=True):
    template: ClassVar[str] = "extracts.html"
    path: ClassVar[str] = "/uittreksels"

    lines: tuple[ExtractLineView, ...]
    total: int

    @property
    def title(self) -> str:
        return "Uittreksels"


@get("/uittreksels", opt=TO_READ)
async def list_extracts(request: Request[Any, Any, Any], deps: Deps) -> Response[Any]:
    today, law = court_day(deps.clock.now()), deps.law.law
    lines, total = await store.extracts_to_send(deps.pool, visibility(actor_of(request)), today)
    return render(visit_of(request), ExtractsPage(lines=tuple(_line(one, law, today) for one in lines), total=total))


def _line(one: ExtractLine, law: Law, today: date) -> ExtractLineView:
    title = law.title(f"extract/{one.kind}") or one.kind
    return ExtractLineView(
        case_number=one.case_number,
        title=f"{title[:1].upper()}{title[1:]}",
        person=one.person or "",
        court=court_title(one.court, law),
        pronounced_on=one.pronounced_on,
        due_on=one.due_on,
        overdue=one.due_on is not None and one.due_on < today,
        to_establish=one.final_on if one.due_on is None else None,
    )


_LINE = ExtractLineView(
    case_number="HAV-2026-000001",
    title="Uittreksel naar de procureur-generaal",
    person="",
    court="correctionele rechtbank Antwerpen, afdeling Antwerpen",
    pronounced_on=date(2026, 11, 24),
    due_on=date(2026, 12, 9),
    overdue=True,
    to_establish=None,
)
EXAMPLES = (
    ExtractsPage(
        lines=(_LINE, msgspec.structs.replace(_LINE, person="s1", due_on=None, overdue=False, to_establish=date(2026, 12, 25))), total=7
    ),
    ExtractsPage(lines=(), total=0),
)
