"""Accept or refuse a file that another office offers; until then one reads only the offer."""

from datetime import date
from typing import Any, ClassVar

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath

from docket.access import Actor
from docket.actions.transfers.answer_transfer import AnswerTransfer, answer_transfer
from docket.errors import NotFound
from docket.store import work_lists
from docket.store.conflicts import RunningLimit
from docket.web import acting, words
from docket.web.acting import Refused
from docket.web.handed import Deps
from docket.web.pages import AskingPage, go, moment, render
from docket.web.visit import NEEDS, actor_of, posted_of, visit_of

TO_ANSWER = {NEEDS: "answerTransfer"}


class AnswerTransferPage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "answer_transfer.html"
    path: ClassVar[str] = "/overdrachten"

    case_number: str
    version: int
    from_office: str
    offered_at: str
    offer_reason: str
    ground: str
    pieces: tuple[str, ...]
    time_limits: tuple[RunningLimit, ...]
    answer_due_on: date | None
    reason: str = ""

    @property
    def title(self) -> str:
        return f"Overdracht van {self.case_number}"


EXAMPLES = (
    AnswerTransferPage(
        case_number="HAV-2026-000001",
        version=3,
        from_office="Parket Oost-Vlaanderen, afdeling Gent",
        offered_at="24/11/2026 om 10.30 uur",
        offer_reason="De feiten liggen in de haven van Antwerpen.",
        ground="placeOfOffence",
        pieces=("PV AN.60.L1.001234/2026",),
        time_limits=(RunningLimit(title="Raadkamer", due_on=date(2026, 12, 1)),),
        answer_due_on=date(2026, 12, 1),
    ),
)


@get("/dossiers/{case_number:str}/overdracht-beantwoorden", opt=TO_ANSWER)
async def show_answer(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    return render(visit_of(request), await _page(case_number, actor_of(request), deps))


@post("/dossiers/{case_number:str}/overdracht-beantwoorden", opt=TO_ANSWER)
async def answer(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    accept, reason = posted.text("_do") == "accept", posted.text("_reden")
    refused = acting.without_reason(reason)
    if refused is None:
        command = AnswerTransfer(case_number=case_number, version=posted.number("_version") or 0, accept=accept, reason=reason)
        done = await acting.attempt(answer_transfer(command, actor, deps))
        refused = done if isinstance(done, Refused) else None
    if refused is None:
        return go(f"/dossiers/{case_number}?gedaan=overgenomen" if accept else "/overdrachten?gedaan=geweigerd")
    page = msgspec.structs.replace(await _page(case_number, actor, deps), reason=reason, faults=refused.faults, stale=refused.stale)
    return render(visit_of(request), page, refused.status)


async def _page(case_number: str, actor: Actor, deps: Deps) -> AnswerTransferPage:
    offer = await work_lists.offer(deps.pool, actor.office, case_number) if actor.office else None
    if offer is None:
        raise NotFound
    return AnswerTransferPage(
        case_number=offer.case_number,
        version=offer.version,
        from_office=words.of_law(deps.law.law).seat(offer.from_office),
        offered_at=moment(offer.offered_at),
        offer_reason=offer.reason,
        ground=offer.ground or "",
        pieces=offer.pieces,
        time_limits=offer.time_limits,
        answer_due_on=offer.answer_due_on,
    )
