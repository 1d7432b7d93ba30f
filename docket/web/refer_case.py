"""Bring tracks before their court: from then on its registry reads the file."""

from typing import Any, ClassVar

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath

from docket.access import Actor
from docket.actions.jurisdiction.refer_case import ReferCase, refer_case
from docket.transitions import PAPERS, REFERRED_BY, SENT_TO_ASSIZES_BY
from docket.web import acting
from docket.web.acting import Refused
from docket.web.case import open_case
from docket.web.change_status import paper_of
from docket.web.decision import TrackView, view
from docket.web.handed import Deps
from docket.web.pages import AskingPage, go, render
from docket.web.submission import Fault
from docket.web.visit import NEEDS, actor_of, posted_of, visit_of

TO_REFER = {NEEDS: "referCase"}
_PLACES = {
    "/tracks": ("_sporen", "Sporen"),
    "/paper/datedOn": ("_stuk_dag", "Dag van het stuk"),
    "/paper": ("_stuk", "Stuk"),
}
#: What a chamber refers by, and the summons of a direct one.
_PAPERS = {code: PAPERS[code] for code in dict.fromkeys((*REFERRED_BY, *SENT_TO_ASSIZES_BY, "summons"))}


class ReferCasePage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "refer_case.html"
    path: ClassVar[str] = "/dossiers"

    case_number: str
    version: int
    tracks: tuple[TrackView, ...]
    #: Code -> title of what may prove it.
    papers: dict[str, str]
    paper: str = ""
    paper_number: str = ""
    paper_day: str = ""

    @property
    def title(self) -> str:
        return f"{self.case_number} verwijzen"


EXAMPLES = (
    ReferCasePage(
        case_number="HAV-2026-000001",
        version=3,
        papers=_PAPERS,
        tracks=(
            TrackView(ordinal=0, title="Gewoon spoor", people=(), office="antwerpPort", court="antwerpCorrectional", open=False),
            TrackView(ordinal=1, title="Jeugdspoor", people=("Persoon 1: Verdachte",), office=None, court=None, open=True),
            TrackView(
                ordinal=2,
                title="Jeugdspoor",
                people=(),
                office="antwerp",
                court="youthAntwerp",
                open=False,
                to_confirm=True,
            ),
        ),
        faults=(Fault(name="_sporen", where="Sporen", detail="Kruis minstens één spoor aan."),),
    ),
)


@get("/dossiers/{case_number:str}/verwijzen", opt=TO_REFER)
async def show_referral(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    return render(visit_of(request), await _page(case_number, actor_of(request), deps))


@post("/dossiers/{case_number:str}/verwijzen", opt=TO_REFER)
async def refer(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    chosen = tuple(int(text) for text in posted.texts("_sporen") if text.isascii() and text.isdecimal() and len(text) < 4)
    typed = {name: posted.text(field) for name, field in (("paper", "_stuk"), ("paper_number", "_stuk_nummer"), ("paper_day", "_stuk_dag"))}
    paper, faults = paper_of(typed["paper"], typed["paper_number"], typed["paper_day"])
    if not chosen:
        faults = (Fault(name="_sporen", where="Sporen", detail="Kruis minstens één spoor aan."), *faults)
    refused: Refused | None = Refused(status=400, faults=faults) if faults else None
    if refused is None:
        command = ReferCase(case_number=case_number, version=posted.number("_version") or 0, tracks=chosen, paper=paper)
        done = await acting.attempt(refer_case(command, actor, deps), _PLACES)
        refused = done if isinstance(done, Refused) else None
    if refused is None:
        return go(f"/dossiers/{case_number}?gedaan=verwezen")
    page = msgspec.structs.replace(await _page(case_number, actor, deps), faults=refused.faults, stale=refused.stale, **typed)
    return render(visit_of(request), page, refused.status)


async def _page(case_number: str, actor: Actor, deps: Deps) -> ReferCasePage:
    found = await open_case(case_number, actor, deps)
    current = found.current
    decision = view(
        current.decision,
        found.case.report,
        deps.law.law,
        open_tracks=current.open_tracks,
        referred=current.referred_tracks,
        to_confirm=found.to_confirm,
    )
    return ReferCasePage(case_number=found.case.case_number, version=found.case.version, tracks=decision.tracks, papers=_PAPERS)
