"""One stored decision decided again from its own facts, law and rules: the same bytes, or what differs."""

from typing import Any, ClassVar

from litestar import Request, Response, get
from litestar.params import FromPath

from docket.actions.legislation.replay_decision import ReplayDecision
from docket.actions.legislation.replay_decision import replay_decision as replay
from docket.differences import said
from docket.web.case import TO_READ, open_case
from docket.web.handed import Deps
from docket.web.pages import Page, render
from docket.web.visit import actor_of, visit_of

#: (mark, in short, what it means)
OUTCOMES = {
    "same": ("good", "Dezelfde bytes", "Dezelfde feiten, hetzelfde wetspakket en de regels geven byte voor byte wat bewaard is."),
    "otherEngine": (
        "wait",
        "Andere regels",
        "Een andere versie van de regels nam deze beslissing. Wat bewaard is, blijft; "
        "hieronder staat wat de huidige regels anders zouden zeggen.",
    ),
    "otherBytes": (
        "bad",
        "Andere bytes",
        "Dezelfde wet en dezelfde regels geven niet meer wat bewaard is: de beslissing, haar feiten of haar wet is veranderd. "
        "Verwittig de beheerder.",
    ),
    "packMissing": ("wait", "Niet na te gaan", "Het wetspakket van deze beslissing is in dit register nooit bewaard."),
}


class ReplayDecisionPage(Page, frozen=True, kw_only=True):
    template: ClassVar[str] = "replay_decision.html"
    path: ClassVar[str] = "/dossiers"

    case_number: str
    seq: int
    #: A person chose its tracks: they are put back after the rules decided again.
    chosen: bool
    outcome: str
    law_digest: str
    stored_engine: str
    present_engine: str
    differences: tuple[str, ...]

    @property
    def title(self) -> str:
        return f"{self.case_number}, beslissing {self.seq} opnieuw"

    @property
    def told(self) -> tuple[str, str, str]:
        return OUTCOMES[self.outcome]


EXAMPLES = tuple(
    ReplayDecisionPage(
        case_number="HAV-2026-000001",
        seq=2,
        chosen=outcome == "same",
        outcome=outcome,
        law_digest="38" * 32,
        stored_engine="1",
        present_engine="1" if outcome == "otherBytes" else "2",
        differences=() if outcome in ("same", "packMissing") else ("Havengebied: eerst Waaslandhaven, nu Antwerpen rechteroever.",),
    )
    for outcome in OUTCOMES
)


@get("/dossiers/{case_number:str}/beslissingen/{seq:int}/opnieuw", opt=TO_READ)
async def show_replay(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], seq: FromPath[int]) -> Response[Any]:
    actor = actor_of(request)
    await open_case(case_number, actor, deps)
    again = await replay(ReplayDecision(case_number=case_number, seq=seq), actor, deps)
    law = (await deps.law_of(again.law_digest)).law
    page = ReplayDecisionPage(
        case_number=case_number,
        seq=seq,
        chosen=again.kind != "routed",
        outcome=again.outcome,
        law_digest=again.law_digest,
        stored_engine=again.stored_engine,
        present_engine=again.present_engine,
        differences=tuple(said(each, law) for each in again.differences),
    )
    return render(visit_of(request), page)
