"""One clock of a file: its sum in full, and the forms to meet, extend, suspend, resume or strike it."""

from collections.abc import Awaitable
from typing import Any, ClassVar

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath

from docket.access import Actor
from docket.actions.time_limits.extend_time_limit import ExtendTimeLimit, extend_time_limit
from docket.actions.time_limits.meet_time_limit import MeetTimeLimit, meet_time_limit
from docket.actions.time_limits.resume_time_limit import ResumeTimeLimit, resume_time_limit
from docket.actions.time_limits.strike_time_limit import StrikeTimeLimit, strike_time_limit
from docket.actions.time_limits.suspend_time_limit import SuspendTimeLimit, suspend_time_limit
from docket.actions.time_limits.ticking import ChangedTimeLimit
from docket.errors import NotFound
from docket.store import time_limits as store
from docket.web import acting, words
from docket.web.acting import REASON, Refused
from docket.web.case import TO_READ, open_case
from docket.web.handed import Deps
from docket.web.pages import AskingPage, go, render
from docket.web.submission import Fault
from docket.web.time_limit_words import ClockView, clock_view
from docket.web.time_limits import CLOCK_EXAMPLE, TO_KEEP, day_typed, may_keep
from docket.web.visit import Posted, actor_of, posted_of, visit_of

_PLACES: acting.Places = {
    **REASON,
    "/ground": ("_grond", "Grond"),
    "/day": ("_dag", "Dag"),
    "/on": ("_dag", "Dag"),
    "/metOn": ("_dag", "Dag"),
    "/suspendedOn": ("_dag", "Dag"),
}
#: Acts whose form has no day, or may leave it empty.
_WITHOUT_DAY = frozenset({"schrappen", "verlengen"})
_DONE = {"naleven", "verlengen", "schorsen", "hervatten", "schrappen"}


class TimeLimitPage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "time_limit.html"
    path: ClassVar[str] = "/termijnen"

    case_number: str
    version: int
    clock: ClockView
    state: str
    may_keep: bool
    #: Grounds on which this clock can be suspended, and on which any can be extended.
    suspensions: words.Titles
    extensions: words.Titles
    #: The form that was refused, with what was typed in it.
    act: str = ""
    day: str = ""
    ground: str = ""
    reason: str = ""

    @property
    def title(self) -> str:
        return f"Termijn {self.clock.id} van {self.case_number}"

    def typed(self, act: str, field: str) -> str:
        """What stands in a field of the form of that act."""
        return getattr(self, field) if self.act == act else ""

    def form(self, act: str) -> str:
        """What goes before the names of its fields; the one that was filled in has none, so that its faults lead to them."""
        return "" if self.act == act else f"{act}-"

    def fault_of(self, act: str, name: str) -> str:
        return self.fault(name) if self.act == act else ""


EXAMPLES = (
    TimeLimitPage(
        case_number="HAV-2026-000001",
        version=3,
        clock=CLOCK_EXAMPLE,
        state="running",
        may_keep=True,
        suspensions={"adjournment": "Uitstel op verzoek"},
        extensions={"ruling": "Beslissing van een rechter"},
        act="verlengen",
        faults=(Fault(name="_dag", where="Dag", detail="Geef de nieuwe laatste dag."),),
    ),
    TimeLimitPage(
        case_number="HAV-2026-000001", version=3, clock=CLOCK_EXAMPLE, state="suspended", may_keep=True, suspensions={}, extensions={}
    ),
)


@get("/dossiers/{case_number:str}/termijnen/{time_limit:int}", opt=TO_READ)
async def show_time_limit(
    request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], time_limit: FromPath[int]
) -> Response[Any]:
    return render(visit_of(request), await _page(case_number, time_limit, actor_of(request), deps))


@post("/dossiers/{case_number:str}/termijnen/{time_limit:int}/{act:str}", opt=TO_KEEP)
async def change_time_limit(
    request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], time_limit: FromPath[int], act: FromPath[str]
) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    if act not in _DONE:
        raise NotFound
    on = day_typed(posted.text("_dag"))
    refused = None
    if on is None and (act not in _WITHOUT_DAY or posted.text("_dag").strip()):
        refused = Refused(status=400, faults=(Fault(name="_dag", where="Dag", detail="Schrijf de dag als 26/11/2026."),))
    if refused is None:
        done = await acting.attempt(_act(act, case_number, time_limit, posted, actor, deps), _PLACES)
        if not isinstance(done, Refused):
            return go(f"/dossiers/{case_number}/termijnen?gedaan=termijn-{act}")
        refused = done
    page = msgspec.structs.replace(
        await _page(case_number, time_limit, actor, deps),
        act=act,
        day=posted.text("_dag"),
        ground=posted.text("_grond"),
        reason=posted.text("_reden"),
        faults=refused.faults,
        stale=refused.stale,
    )
    return render(visit_of(request), page, refused.status)


def _act(act: str, case_number: str, time_limit: int, posted: Posted, actor: Actor, deps: Deps) -> Awaitable[ChangedTimeLimit]:
    about: dict[str, Any] = {"case_number": case_number, "version": posted.number("_version") or 0, "time_limit": time_limit}
    reason, ground, on = posted.text("_reden"), posted.text("_grond"), day_typed(posted.text("_dag"))
    match act:
        case "naleven":
            return meet_time_limit(MeetTimeLimit(**about, met_on=on, reason=reason.strip() or None), actor, deps)  # ty: ignore[invalid-argument-type]
        case "verlengen":
            return extend_time_limit(ExtendTimeLimit(**about, ground=ground, reason=reason, day=on), actor, deps)
        case "schorsen":
            return suspend_time_limit(SuspendTimeLimit(**about, suspended_on=on, ground=ground, reason=reason), actor, deps)  # ty: ignore[invalid-argument-type]
        case "hervatten":
            return resume_time_limit(ResumeTimeLimit(**about, resumed_on=on, reason=reason), actor, deps)  # ty: ignore[invalid-argument-type]
        case _:
            return strike_time_limit(StrikeTimeLimit(**about, reason=reason), actor, deps)


async def _page(case_number: str, time_limit: int, actor: Actor, deps: Deps) -> TimeLimitPage:
    found = await open_case(case_number, actor, deps)
    clock = next((one for one in await store.of_case(deps.pool, found.case.id) if one.id == time_limit), None)
    if clock is None:
        raise NotFound
    law = (await deps.law_of(clock.law_digest)).law
    rows = law.time_limits
    return TimeLimitPage(
        case_number=found.case.case_number,
        version=found.case.version,
        clock=clock_view(clock, found.case.report, law, deps.clock.now()),
        state=clock.state,
        may_keep=may_keep(found, actor),
        suspensions={row.id: f"{row.title_nl} ({row.citation})" for row in rows.suspensions.values() if clock.answer.limit in row.limits},
        extensions={row.id: f"{row.title_nl} ({row.citation})" for row in rows.extensions.values()},
    )
