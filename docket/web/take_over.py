"""Take a file over from a colleague of one's office, with a reason."""

from datetime import datetime
from typing import Any, ClassVar

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath

from docket.access import Actor, visibility
from docket.actions.duty.take_over import TakeOver, take_over
from docket.store import duty as store
from docket.web import acting, words
from docket.web.acting import Refused
from docket.web.case import open_case
from docket.web.duty_words import TakenLine, taken_lines
from docket.web.handed import Deps
from docket.web.pages import AskingPage, go, render
from docket.web.submission import Fault
from docket.web.visit import NEEDS, actor_of, posted_of, visit_of

TO_TAKE = {NEEDS: "takeInCharge"}


class TakeOverPage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "take_over.html"
    path: ClassVar[str] = "/dossiers"

    case_number: str
    #: What colleagues have; empty = nobody has anything to take over.
    lines: tuple[TakenLine, ...]
    reason: str = ""

    @property
    def title(self) -> str:
        return f"{self.case_number} overnemen"


_LINE = TakenLine(
    office="Parket Antwerpen, havenparket",
    urgency="Dringend: verdachte aangehouden",
    urgent=True,
    cause="Dossier ingeschreven",
    opened_at=datetime.fromisoformat("2026-11-24T09:00:00+01:00"),
    waits=False,
    may_take=False,
    may_take_over=True,
    taken_at=datetime.fromisoformat("2026-11-24T09:12:00+01:00"),
    taken_on=None,
    taken_by="Medewerker A",
    via="op de pagina",
    ended="",
    step="",
    next_step="",
    next_at=None,
    failed=False,
)
EXAMPLES = (
    TakeOverPage(
        case_number="HAV-2026-000001",
        lines=(_LINE,),
        faults=(Fault(name="_reden", where="Reden", detail="Geef een reden; ze komt in het register te staan."),),
    ),
    TakeOverPage(case_number="HAV-2026-000001", lines=()),
)


@get("/dossiers/{case_number:str}/overnemen", opt=TO_TAKE)
async def show_take_over(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    return render(visit_of(request), await _page(case_number, actor_of(request), deps))


@post("/dossiers/{case_number:str}/overnemen", opt=TO_TAKE)
async def take_over_file(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    reason, actor = posted_of(request).text("_reden"), actor_of(request)
    page = await _page(case_number, actor, deps)
    refused = acting.without_reason(reason)
    if refused is None:
        done = await acting.attempt(take_over(TakeOver(case_number=case_number, via="page", reason=reason), actor, deps))
        refused = done if isinstance(done, Refused) else None
    if refused is None:
        return go(f"/dossiers/{case_number}?gedaan=overgenomen-dossier")
    return render(visit_of(request), msgspec.structs.replace(page, reason=reason, faults=refused.faults), refused.status)


async def _page(case_number: str, actor: Actor, deps: Deps) -> TakeOverPage:
    found = await open_case(case_number, actor, deps)
    lines = await store.of_case(deps.pool, case_number, visibility(actor, "takeInCharge"))
    shown = taken_lines(lines, actor, words.of_law(deps.law.law), deps.settings)
    return TakeOverPage(case_number=found.case.case_number, lines=tuple(line for line in shown if line.may_take_over))
