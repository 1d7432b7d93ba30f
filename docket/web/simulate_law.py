"""Try a draft of the law on the register: hand it in, and see what was tried before."""

from typing import Any, ClassVar

import msgspec
from litestar import Request, Response, get, post

from docket import legislation
from docket.actions.legislation.simulate_law import Draft, simulate_law
from docket.deps import Deps as Bundle
from docket.store import simulations
from docket.store.simulations import Simulation
from docket.web import acting
from docket.web.acting import Refused
from docket.web.handed import Deps
from docket.web.pages import AskingPage, go, render
from docket.web.simulation import DONE, StateView, state_of
from docket.web.submission import Fault
from docket.web.visit import NEEDS, actor_of, posted_of, visit_of

TO_SIMULATE = {NEEDS: "simulateLaw"}
FILES = "_bestanden"


class SimulateLawPage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "simulate_law.html"
    path: ClassVar[str] = "/recht/simulatie"

    simulations: tuple[StateView, ...]
    #: The names of the files of a law pack.
    files: tuple[str, ...]
    #: The law that ships with this version is another one than the law in force.
    packaged_differs: bool

    @property
    def title(self) -> str:
        return "Een ontwerp van wet simuleren"


EXAMPLES = (
    SimulateLawPage(
        simulations=(state_of(DONE, DONE.asked_at),),
        files=("areas.toml", "policies.toml"),
        packaged_differs=True,
        faults=(Fault(name=FILES, where="Bestanden", detail="policies.toml, stroomplan: het parket bestaat niet; kies een code."),),
    ),
    SimulateLawPage(simulations=(), files=("areas.toml",), packaged_differs=False),
)


@get("/recht/simulatie", opt=TO_SIMULATE)
async def show_drafts(request: Request[Any, Any, Any], deps: Deps) -> Response[Any]:
    return render(visit_of(request), await _page(deps))


@post("/recht/simulatie", opt=TO_SIMULATE)
async def take_draft(request: Request[Any, Any, Any], deps: Deps) -> Response[Any]:
    posted = posted_of(request)
    packaged = posted.text("_pakket") == "meegeleverd"
    files = legislation.read_files(deps.settings.law_dir) if packaged else {one.name: one.content for one in posted.files}
    done = await acting.attempt(simulate_law(Draft(files=files, whole=packaged), actor_of(request), deps), {"/files": (FILES, "Bestanden")})
    if isinstance(done, Refused):
        page = msgspec.structs.replace(await _page(deps), faults=done.faults)
        return render(visit_of(request), page, done.status)
    return go(f"/recht/simulatie/{done}")


async def _page(deps: Bundle) -> SimulateLawPage:
    listed: tuple[Simulation, ...] = await simulations.newest(deps.pool)
    shipped = legislation.read_files(deps.settings.law_dir)
    return SimulateLawPage(
        simulations=tuple(state_of(one, deps.clock.now()) for one in listed),
        files=tuple(sorted(shipped)),
        packaged_differs=legislation.digest(shipped) != deps.law.digest,
    )
