"""Enter an objection to the competence of a court: which party, which ground, before which court."""

from datetime import date, datetime
from typing import Any, ClassVar

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath

from docket import competence, report_words
from docket.access import Actor
from docket.actions.competence.challenge_competence import ChallengeCompetence, challenge_competence
from docket.clock import COURT_ZONE
from docket.web import acting, words
from docket.web.acting import Refused
from docket.web.case import open_case
from docket.web.handed import Deps
from docket.web.pages import AskingPage, go, render
from docket.web.submission import Fault
from docket.web.visit import NEEDS, actor_of, posted_of, visit_of

TO_CHALLENGE = {NEEDS: "challengeCompetence"}
#: The court itself, among the parties of the form.
COURT = "ambtshalve"
_PLACES = {
    "/track": ("_spoor", "Spoor"),
    "/person": ("_partij", "Wie betwist"),
    "/ground": ("_grond", "Betwiste grond"),
    "/beforeCourt": ("_voor", "Voor welke rechtbank"),
    "/raisedOn": ("_dag", "Dag"),
}
_WANTED = {
    "_partij": ("Wie betwist", "Kies wie de bevoegdheid betwist."),
    "_grond": ("Betwiste grond", "Kies de grond die betwist wordt."),
    "_voor": ("Voor welke rechtbank", "Kies de rechtbank waarvoor ze betwist wordt."),
}


class Typed(msgspec.Struct, frozen=True, kw_only=True):
    track: str = ""
    party: str = ""
    ground: str = ""
    before_court: str = ""
    raised_on: str = ""
    remark: str = ""


class ChallengeCompetencePage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "challenge_competence.html"
    path: ClassVar[str] = "/dossiers"

    case_number: str
    version: int
    tracks: dict[str, str]
    parties: dict[str, str]
    grounds: dict[str, str]
    typed: Typed = Typed()

    @property
    def title(self) -> str:
        return f"Bevoegdheid betwist in {self.case_number}"


EXAMPLES = (
    ChallengeCompetencePage(
        case_number="HAV-2026-000001",
        version=3,
        tracks={"0": "Spoor 1: gewoon spoor, Correctionele rechtbank Antwerpen, afdeling Antwerpen"},
        parties={"s1": "verdachte 1 (s1)", COURT: "de rechter, ambtshalve"},
        grounds={"residence": "verblijfplaats van een verdachte (Art. 23, eerste lid en art. 139 Sv.)"},
        faults=(Fault(name="_dag", where="Dag", detail="Vul de dag in als 20/11/2026."),),
    ),
)


@get("/dossiers/{case_number:str}/betwisten", opt=TO_CHALLENGE)
async def show_challenge(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    return render(visit_of(request), await _page(case_number, actor_of(request), deps))


@post("/dossiers/{case_number:str}/betwisten", opt=TO_CHALLENGE)
async def challenge(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    page = await _page(case_number, actor, deps)
    typed = Typed(
        track=posted.text("_spoor"),
        party=posted.text("_partij"),
        ground=posted.text("_grond"),
        before_court=posted.text("_voor"),
        raised_on=posted.text("_dag"),
        remark=posted.text("_opmerking"),
    )
    raised_on = typed_day(typed.raised_on)
    faults = acting.unfilled(posted, _WANTED)
    refused = Refused(status=400, faults=faults if raised_on else (*faults, no_day("_dag")))
    if raised_on and not faults:
        command = ChallengeCompetence(
            case_number=case_number,
            version=posted.number("_version") or 0,
            track=posted.number("_spoor") or 0,
            raised_by="court" if typed.party == COURT else "party",
            person=None if typed.party == COURT else typed.party,
            ground=typed.ground,
            raised_on=raised_on,
            before_court=typed.before_court,
            remark=typed.remark,
        )
        done = await acting.attempt(challenge_competence(command, actor, deps), _PLACES)
        if not isinstance(done, Refused):
            return go(f"/dossiers/{case_number}?gedaan=betwist")
        refused = done
    page = msgspec.structs.replace(page, typed=typed, faults=refused.faults, stale=refused.stale)
    return render(visit_of(request), page, refused.status)


def typed_day(text: str) -> date | None:
    """A day as people type it: 20/11/2026 or 2026-11-20; None = no day."""
    for form in ("%d/%m/%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text.strip(), form).replace(tzinfo=COURT_ZONE).date()
        except ValueError:
            continue
    return None


def no_day(name: str) -> Fault:
    return Fault(name=name, where="Dag", detail="Vul de dag in als 20/11/2026.")


async def _page(case_number: str, actor: Actor, deps: Deps) -> ChallengeCompetencePage:
    found = await open_case(case_number, actor, deps)
    law, current = deps.law.law, found.current.decision
    rows, titles = competence.ground_rows(law, current.received_on), words.of_law(law)
    return ChallengeCompetencePage(
        case_number=found.case.case_number,
        version=found.case.version,
        tracks={
            str(ordinal): f"Spoor {ordinal + 1}: {words.title(words.TRACKS, track.track).lower()}, {titles.seat(track.court)}"
            for ordinal, track in enumerate(current.tracks)
            if track.court is not None
        },
        parties={
            **{person.id or "": report_words.subject(f"persons/{person.id}", found.case.report) for person in found.case.report.persons},
            COURT: "de rechter, ambtshalve",
        },
        grounds={row.code: f"{row.title} ({row.article})" for row in rows}
        | {competence.POLICY: competence.title_of(competence.POLICY, law)},
    )
