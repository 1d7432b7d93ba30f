"""A file as it would be decided by the law of any day, beside the answer that is stored; nothing is written."""

from datetime import date
from typing import Any, ClassVar

import msgspec
from litestar import Request, Response, get
from litestar.params import FromPath

from docket.access import Actor
from docket.actions.legislation.decide_as_of import DecideAsOf, DecidedAsOf
from docket.actions.legislation.decide_as_of import decide_as_of as decided_as_of
from docket.clock import court_day
from docket.differences import said
from docket.store import law_packs
from docket.web import acting, words
from docket.web.acting import Refused
from docket.web.case import TO_READ, open_case
from docket.web.decision import DecisionView, view
from docket.web.handed import Deps
from docket.web.pages import AskingPage, render
from docket.web.submission import Fault
from docket.web.visit import actor_of, visit_of

_DAY = Fault(name="dag", where="Dag", detail="Dit is geen dag; schrijf bijvoorbeeld 01/05/2020.")
PACKS = {
    "inForce": "het pakket dat op die dag in werking was",
    "firstPack": "het eerste pakket van dit register: op die dag was er nog geen in werking",
    "asked": "het pakket dat u koos",
}


class AnswerView(msgspec.Struct, frozen=True, kw_only=True):
    day: date
    law_digest: str
    #: Which pack it is.
    pack: str
    decision: DecisionView
    stored: DecisionView
    #: Who made the stored decision; empty = the rules.
    chosen: str
    differences: tuple[str, ...]


class DecideAsOfPage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "decide_as_of.html"
    path: ClassVar[str] = "/dossiers"

    case_number: str
    #: As it was typed.
    day: str
    law: str
    #: Digest of every pack that was enacted -> which one it is, the newest first.
    packs: dict[str, str]
    answer: AnswerView | None

    @property
    def title(self) -> str:
        return f"{self.case_number} op een andere dag"


def _answer(**fields: Any) -> AnswerView:
    decision = DecisionView(
        outcome="decided",
        scope="Havencriminaliteit",
        area="Waaslandhaven",
        area_code="waasland",
        policy="Stroomplan",
        received_on="20/11/2026",
        received_on_basis="volgens het verslag",
        place="Plaats 1",
        tracks=(),
        sentences=(),
        grounds=(),
        candidates=(),
        statute_only=(),
        warnings=(),
        steps=(),
    )
    answer = AnswerView(
        day=date(2020, 5, 1),
        law_digest="38" * 32,
        pack=PACKS["firstPack"],
        decision=decision,
        stored=decision,
        chosen="Gewijzigd door een magistraat",
        differences=("Rechtbank van spoor 1: eerst correctionele rechtbank Antwerpen, nu correctionele rechtbank Dendermonde.",),
    )
    return msgspec.structs.replace(answer, **fields)


def _example() -> DecideAsOfPage:
    return DecideAsOfPage(
        case_number="HAV-2026-000001",
        day="01/05/2020",
        law="",
        packs={"38" * 32: "1, vanaf 05/01/2026 (3838383838383838)"},
        answer=_answer(),
    )


EXAMPLES = (
    _example(),
    msgspec.structs.replace(_example(), answer=None, day="1 mei", faults=(_DAY,)),
    msgspec.structs.replace(_example(), answer=_answer(differences=(), chosen="")),
)


@get("/dossiers/{case_number:str}/op-datum", opt=TO_READ)
async def show_as_of(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    actor = actor_of(request)
    found = await open_case(case_number, actor, deps)
    typed, law = request.query_params.get("dag", ""), request.query_params.get("wet", "")
    packs = {
        each.digest: f"{each.seq}, vanaf {each.in_force_from:%d/%m/%Y} ({each.digest[:16]})" for each in await law_packs.history(deps.pool)
    }
    page = DecideAsOfPage(
        case_number=case_number, day=typed or f"{court_day(deps.clock.now()):%d/%m/%Y}", law=law, packs=packs, answer=None
    )
    if not typed:
        return render(visit_of(request), page)
    day = day_of(typed)
    if day is None:
        return render(visit_of(request), msgspec.structs.replace(page, faults=(_DAY,)), 400)
    page = msgspec.structs.replace(page, day=f"{day:%d/%m/%Y}")
    done = await acting.attempt(_decide(case_number, day, law, actor, deps), {"law": ("wet", "Wetspakket")})
    if isinstance(done, Refused):
        return render(visit_of(request), msgspec.structs.replace(page, faults=done.faults), done.status)
    of_answer = (await deps.laws.pack(deps.pool, done.answer.law_digest)).law
    answer = AnswerView(
        day=day,
        law_digest=done.answer.law_digest,
        pack=PACKS[done.answer.pack],
        decision=view(done.answer.decision, found.case.report, of_answer),
        stored=view(
            done.stored,
            found.case.report,
            deps.law.law,
            open_tracks=found.current.open_tracks,
            referred=found.current.referred_tracks,
        ),
        chosen="" if done.stored_kind == "routed" else words.title(words.DECISION_KINDS, done.stored_kind),
        differences=tuple(said(each, of_answer) for each in done.answer.differences),
    )
    return render(visit_of(request), msgspec.structs.replace(page, answer=answer))


async def _decide(case_number: str, day: date, law: str, actor: Actor, deps: Deps) -> DecidedAsOf:
    return await decided_as_of(DecideAsOf(case_number=case_number, day=day, law=law or None), actor, deps)


def day_of(typed: str) -> date | None:
    """`01/05/2020` or `2020-05-01`."""
    parts = typed.strip().split("/")
    try:
        return date.fromisoformat("-".join(reversed(parts)) if len(parts) > 1 else parts[0])
    except ValueError:
        return None
