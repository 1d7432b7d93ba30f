"""Offer a file to another office, with its ground, pieces and running limits; or take the offer back."""

from datetime import date
from typing import Any, ClassVar

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath

from docket.access import Actor
from docket.actions.transfers.offer_transfer import OfferTransfer, offer_transfer, running_limits
from docket.actions.transfers.withdraw_transfer import WithdrawTransfer, withdraw_transfer
from docket.store import time_limits
from docket.store.conflicts import Offer, RunningLimit
from docket.web import acting, typed, words
from docket.web.acting import REASON, Refused
from docket.web.case import open_case
from docket.web.handed import Deps
from docket.web.pages import AskingPage, go, render
from docket.web.submission import Fault
from docket.web.visit import NEEDS, Posted, actor_of, posted_of, visit_of

TO_OFFER = {NEEDS: "offerTransfer"}
#: Rows for running limits on the form.
LIMIT_ROWS = 4
_PLACES: acting.Places = {
    **REASON,
    "/toOffice": ("_parket", "Parket"),
    "/ground": ("_grond", "Grond"),
    "/answerDueOn": ("_antwoord", "Antwoord tegen"),
}
_WANTED: acting.Wanted = {
    "_parket": ("Parket", "Kies het parket dat het dossier zou overnemen."),
    "_grond": ("Grond", "Kies de grond van de overdracht."),
    **acting.GIVE_REASON,
}


class TypedLimit(msgspec.Struct, frozen=True, kw_only=True):
    """A row for a running limit as it was typed."""

    title: str = ""
    day: str = ""


class OfferTransferPage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "offer_transfer.html"
    path: ClassVar[str] = "/overdrachten"

    case_number: str
    version: int
    office: str
    #: Code -> title of the offices that it can be offered to.
    offices: dict[str, str]
    answer_days: int
    ground: str = ""
    reason: str = ""
    pieces: str = ""
    limits: tuple[TypedLimit, ...] = (TypedLimit(),) * LIMIT_ROWS
    answer_due_on: str = ""
    #: The clocks of the register that go along by themselves.
    running: tuple[RunningLimit, ...] = ()
    #: The offer that waits already: it can only be taken back.
    waiting: Offer | None = None

    @property
    def title(self) -> str:
        return f"{self.case_number} overdragen"


EXAMPLES = (
    OfferTransferPage(
        case_number="HAV-2026-000001",
        version=3,
        office="",
        offices={"eastFlandersDendermonde": "Parket Oost-Vlaanderen, afdeling Dendermonde"},
        answer_days=10,
        running=(RunningLimit(title="aanhouding, s1 (art. 12 Gw.), tot 22.15 uur", due_on=date(2026, 11, 25)),),
        limits=(TypedLimit(title="Raadkamer", day="01/12/2026"), TypedLimit()),
        faults=(Fault(name="_parket", where="Parket", detail="Kies het parket dat het dossier zou overnemen."),),
    ),
)


@get("/dossiers/{case_number:str}/overdragen", opt=TO_OFFER)
async def show_offer(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    return render(visit_of(request), await _page(case_number, actor_of(request), deps))


@post("/dossiers/{case_number:str}/overdragen", opt=TO_OFFER)
async def offer(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    limits, faults = _limits(posted)
    faults = [*acting.unfilled(posted, _WANTED), *faults]
    answer_due_on = _day(posted.text("_antwoord"))
    if posted.text("_antwoord").strip() and answer_due_on is None:
        faults.append(Fault(name="_antwoord", where="Antwoord tegen", detail="Schrijf de dag als 26/11/2026."))
    refused = Refused(status=400, faults=tuple(faults)) if faults else None
    if refused is None:
        command = OfferTransfer(
            case_number=case_number,
            version=posted.number("_version") or 0,
            to_office=posted.text("_parket"),
            ground=posted.text("_grond"),
            reason=posted.text("_reden"),
            pieces=tuple(line.strip() for line in posted.text("_stukken").splitlines() if line.strip()),
            time_limits=limits,
            answer_due_on=answer_due_on,
        )
        done = await acting.attempt(offer_transfer(command, actor, deps), _PLACES)
        refused = done if isinstance(done, Refused) else None
    if refused is None:
        return go(f"/dossiers/{case_number}?gedaan=aangeboden")
    page = msgspec.structs.replace(
        await _page(case_number, actor, deps),
        office=posted.text("_parket"),
        ground=posted.text("_grond"),
        reason=posted.text("_reden"),
        pieces=posted.text("_stukken"),
        limits=_typed(posted),
        answer_due_on=posted.text("_antwoord"),
        faults=refused.faults,
        stale=refused.stale,
    )
    return render(visit_of(request), page, refused.status)


@post("/dossiers/{case_number:str}/overdragen/intrekken", opt=TO_OFFER)
async def take_back(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    command = WithdrawTransfer(case_number=case_number, version=posted.number("_version") or 0, reason=posted.text("_reden"))
    done = await acting.attempt(withdraw_transfer(command, actor, deps))
    if not isinstance(done, Refused):
        return go(f"/dossiers/{case_number}?gedaan=ingetrokken")
    page = msgspec.structs.replace(await _page(case_number, actor, deps), reason=command.reason, faults=done.faults, stale=done.stale)
    return render(visit_of(request), page, done.status)


async def _page(case_number: str, actor: Actor, deps: Deps) -> OfferTransferPage:
    found = await open_case(case_number, actor, deps)
    wanted = next((track.prosecution_office for track in found.current.decision.tracks if track.prosecution_office), None)
    holder = found.case.holding_office
    return OfferTransferPage(
        case_number=found.case.case_number,
        version=found.case.version,
        office=wanted if wanted and wanted != holder else "",
        offices={code: title for code, title in words.of_law(deps.law.law).offices.items() if code != holder},
        answer_days=deps.settings.transfer_answer_days,
        running=await running_limits(await time_limits.of_case(deps.pool, found.case.id), deps),
        waiting=found.offer,
    )


def _typed(posted: Posted) -> tuple[TypedLimit, ...]:
    return tuple(
        TypedLimit(title=posted.text(f"_termijn_{row}"), day=posted.text(f"_termijn_{row}_dag")) for row in range(1, LIMIT_ROWS + 1)
    )


def _limits(posted: Posted) -> tuple[tuple[RunningLimit, ...], list[Fault]]:
    limits, faults = [], []
    for row, limit in enumerate(_typed(posted), start=1):
        title, due_on = limit.title.strip(), _day(limit.day)
        if due_on is None and (title or limit.day.strip()):
            faults.append(Fault(name=f"_termijn_{row}_dag", where=f"Termijn {row}", detail="Schrijf de laatste dag als 01/12/2026."))
        elif due_on is not None and not title:
            faults.append(Fault(name=f"_termijn_{row}", where=f"Termijn {row}", detail="Zeg welke termijn op die dag eindigt."))
        elif due_on is not None:
            limits.append(RunningLimit(title=title, due_on=due_on))
    return tuple(limits), faults


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(str(typed.read("partialDate", text)))
    except ValueError:
        return None
