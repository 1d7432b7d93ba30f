"""Te bevestigen: record a statutory ground for a court that policy chose, or take the risk by name."""

from typing import Any, ClassVar

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath

from docket import competence
from docket.access import Actor
from docket.actions.competence.confirm_competence import ConfirmCompetence, RecordedGround, TakenRisk, confirm_competence
from docket.web import acting, words
from docket.web.acting import Refused
from docket.web.case import open_case
from docket.web.competence_words import arrondissements, pointed_facts
from docket.web.decision import DecisionView, view
from docket.web.handed import Deps
from docket.web.pages import AskingPage, go, render
from docket.web.submission import Fault
from docket.web.visit import NEEDS, Posted, actor_of, posted_of, visit_of

TO_CONFIRM = {NEEDS: "confirmCompetence"}
_PLACES = {
    "/answer/ground": ("_grond", "Wettelijke grond"),
    "/answer/arrondissement": ("_arrondissement", "Arrondissement"),
    "/answer/facts": ("_feiten", "Feiten"),
    "/answer/factPath": ("_gegeven", "Gegeven van het dossier"),
    "/reason": ("_reden", "Reden"),
    "/track": ("_spoor", "Spoor"),
}
_NO_GROUND: acting.Wanted = {"_grond": ("Wettelijke grond", "Kies een wettelijke grond.")}


class Typed(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in the form."""

    track: str = ""
    kind: str = "ground"
    ground: str = ""
    arrondissement: str = ""
    facts: str = ""
    fact_path: str = ""
    reason: str = ""


class ConfirmCompetencePage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "confirm_competence.html"
    path: ClassVar[str] = "/te-bevestigen"

    case_number: str
    version: int
    #: Place -> track and court, of those that wait.
    tracks: dict[str, str]
    #: Code -> the ground with its article.
    grounds: dict[str, str]
    arrondissements: dict[str, str]
    #: Path -> a fact that the file reports.
    facts: dict[str, str]
    decision: DecisionView
    typed: Typed = Typed()

    @property
    def title(self) -> str:
        return f"Bevoegdheid bevestigen van {self.case_number}"


@get("/dossiers/{case_number:str}/bevestigen", opt=TO_CONFIRM)
async def show_confirmation(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    page = await _page(case_number, actor_of(request), deps)
    return render(visit_of(request), page) if page.tracks else go(f"/dossiers/{case_number}?gedaan=niets-te-bevestigen")


@post("/dossiers/{case_number:str}/bevestigen", opt=TO_CONFIRM)
async def confirm(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    page = await _page(case_number, actor, deps)
    typed = _typed(posted)
    command = ConfirmCompetence(
        case_number=case_number, version=posted.number("_version") or 0, track=posted.number("_spoor") or 0, answer=_answer(typed)
    )
    done = await acting.attempt(confirm_competence(command, actor, deps), _PLACES)
    if not isinstance(done, Refused):
        return go(f"/dossiers/{case_number}?gedaan=bevestigd")
    empty = {one.name: one for one in acting.unfilled(posted, _NO_GROUND)}
    faults = tuple(empty.get(one.name, one) for one in done.faults)
    page = msgspec.structs.replace(page, typed=typed, faults=faults, stale=done.stale)
    return render(visit_of(request), page, done.status)


def _typed(posted: Posted) -> Typed:
    return Typed(
        track=posted.text("_spoor"),
        kind="risk" if posted.text("_soort") == "risk" else "ground",
        ground=posted.text("_grond"),
        arrondissement=posted.text("_arrondissement"),
        facts=posted.text("_feiten"),
        fact_path=posted.text("_gegeven"),
        reason=posted.text("_reden"),
    )


def _answer(typed: Typed) -> RecordedGround | TakenRisk:
    if typed.kind == "risk":
        return TakenRisk(reason=typed.reason)
    return RecordedGround(
        ground=typed.ground, arrondissement=typed.arrondissement or None, facts=typed.facts, fact_path=typed.fact_path or None
    )


async def _page(case_number: str, actor: Actor, deps: Deps) -> ConfirmCompetencePage:
    found = await open_case(case_number, actor, deps)
    law, current = deps.law.law, found.current
    titles = words.of_law(law)
    decision = view(
        current.decision,
        found.case.report,
        law,
        open_tracks=current.open_tracks,
        referred=current.referred_tracks,
        to_confirm=found.to_confirm,
    )
    return ConfirmCompetencePage(
        case_number=found.case.case_number,
        version=found.case.version,
        tracks={
            str(track.ordinal): f"Spoor {track.ordinal + 1}: {track.title.lower()}, {titles.seat(track.court)}"
            for track in decision.tracks
            if track.to_confirm
        },
        grounds={row.code: f"{row.title} ({row.article})" for row in competence.ground_rows(law, current.decision.received_on)},
        arrondissements=arrondissements(law),
        facts=pointed_facts(found.case.report, titles),
        decision=decision,
    )


EXAMPLES = (
    ConfirmCompetencePage(
        case_number="HAV-2026-000001",
        version=3,
        tracks={"0": "Spoor 1: gewoon spoor, Correctionele rechtbank Antwerpen, afdeling Antwerpen"},
        grounds={"residence": "verblijfplaats van een verdachte (Art. 23, eerste lid en art. 139 Sv.)"},
        arrondissements={"Antwerpen": "Antwerpen", "Oost-Vlaanderen": "Oost-Vlaanderen"},
        facts={"places/p1/quay": "plaats p1, kaai: 1742"},
        decision=DecisionView(
            outcome="decided",
            scope="Havencriminaliteit",
            area="Waaslandhaven",
            area_code="waasland",
            policy="Stroomplan",
            received_on="20/11/2026",
            received_on_basis="volgens het verslag",
            place="p1",
            tracks=(),
            sentences=(),
            grounds=(),
            candidates=(),
            statute_only=(),
            warnings=("De rechtbank rust alleen op beleid.",),
            steps=(),
        ),
        typed=Typed(ground="residence", arrondissement="Oost-Vlaanderen"),
        faults=(Fault(name="_arrondissement", where="Arrondissement", detail="De grond pleit niet voor het gekozen arrondissement."),),
    ),
)
