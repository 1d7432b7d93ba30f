"""Enter what a court ruled on an objection to competence, with the number of its judgment."""

from datetime import date
from typing import Any, ClassVar, cast

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath

from docket.access import Actor
from docket.actions.competence.rule_on_challenge import RuleOnChallenge, rule_on_challenge
from docket.errors import NotFound
from docket.web import acting, words
from docket.web.acting import Refused
from docket.web.case import open_case
from docket.web.challenge_competence import no_day, typed_day
from docket.web.competence_words import ChallengeView, competence_view
from docket.web.handed import Deps
from docket.web.pages import AskingPage, go, render
from docket.web.submission import Fault
from docket.web.visit import NEEDS, actor_of, posted_of, visit_of

TO_RULE = {NEEDS: "ruleOnChallenge"}
_PLACES = {"/court": ("_rechtbank", "Rechtbank"), "/ruledOn": ("_dag", "Dag"), "/ruling": ("_uitspraak", "Uitspraak")}


class Typed(msgspec.Struct, frozen=True, kw_only=True):
    ruling: str = ""
    court: str = ""
    ruled_on: str = ""
    ecli: str = ""
    remark: str = ""


class RuleOnChallengePage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "rule_on_challenge.html"
    path: ClassVar[str] = "/dossiers"

    case_number: str
    version: int
    challenge: ChallengeView
    rulings: dict[str, str]
    typed: Typed = Typed()

    @property
    def title(self) -> str:
        return f"Uitspraak over de bevoegdheid in {self.case_number}"


EXAMPLES = (
    RuleOnChallengePage(
        case_number="HAV-2026-000001",
        version=3,
        challenge=ChallengeView(
            id=4,
            track=1,
            court="Correctionele rechtbank Antwerpen, afdeling Antwerpen",
            court_code="antwerpCorrectional",
            by="verdachte 1 (s1)",
            ground="verblijfplaats van een verdachte (Art. 23, eerste lid en art. 139 Sv.)",
            ground_code="residence",
            raised_on=date(2026, 11, 20),
            before_court="Correctionele rechtbank Antwerpen, afdeling Antwerpen",
            remark="",
            rulings=(),
        ),
        rulings=dict(words.RULINGS),
        faults=(Fault(name="_uitspraak", where="Uitspraak", detail="Kies wat de rechter besliste."),),
    ),
)


@get("/dossiers/{case_number:str}/betwistingen/{challenge_id:int}/uitspraak", opt=TO_RULE)
async def show_ruling(
    request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], challenge_id: FromPath[int]
) -> Response[Any]:
    return render(visit_of(request), await _page(case_number, challenge_id, actor_of(request), deps))


@post("/dossiers/{case_number:str}/betwistingen/{challenge_id:int}/uitspraak", opt=TO_RULE)
async def rule(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], challenge_id: FromPath[int]) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    page = await _page(case_number, challenge_id, actor, deps)
    typed = Typed(
        ruling=posted.text("_uitspraak"),
        court=posted.text("_rechtbank"),
        ruled_on=posted.text("_dag"),
        ecli=posted.text("_ecli"),
        remark=posted.text("_opmerking"),
    )
    ruled_on = typed_day(typed.ruled_on)
    faults = acting.unfilled(posted, {"_rechtbank": ("Rechtbank", "Kies de rechtbank die uitspraak deed.")})
    if not ruled_on:
        faults = (*faults, no_day("_dag"))
    if typed.ruling not in words.RULINGS:
        faults = (Fault(name="_uitspraak", where="Uitspraak", detail="Kies wat de rechter besliste."), *faults)
    refused = Refused(status=400, faults=faults)
    if ruled_on and not faults:
        command = RuleOnChallenge(
            case_number=case_number,
            version=posted.number("_version") or 0,
            challenge_id=challenge_id,
            ruling=cast(Any, typed.ruling),
            court=typed.court,
            ruled_on=ruled_on,
            ecli=typed.ecli,
            remark=typed.remark,
        )
        done = await acting.attempt(rule_on_challenge(command, actor, deps), _PLACES)
        if not isinstance(done, Refused):
            return go(f"/dossiers/{case_number}?gedaan=uitspraak")
        refused = done
    page = msgspec.structs.replace(page, typed=typed, faults=refused.faults, stale=refused.stale)
    return render(visit_of(request), page, refused.status)


async def _page(case_number: str, challenge_id: int, actor: Actor, deps: Deps) -> RuleOnChallengePage:
    found = await open_case(case_number, actor, deps)
    seen = competence_view(found, actor, deps.law.law)
    challenge = next((each for each in seen.challenges if each.id == challenge_id), None)
    if challenge is None:
        raise NotFound
    return RuleOnChallengePage(
        case_number=found.case.case_number, version=found.case.version, challenge=challenge, rulings=dict(words.RULINGS)
    )
