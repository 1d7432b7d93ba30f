"""Offer a file to another office."""

from typing import Any, ClassVar

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath

from docket.access import Actor
from docket.actions.transfers.offer_transfer import OfferTransfer, offer_transfer
from docket.web import acting, words
from docket.web.acting import REASON, Refused
from docket.web.case import open_case
from docket.web.handed import Deps
from docket.web.pages import AskingPage, go, render
from docket.web.submission import Fault
from docket.web.visit import NEEDS, actor_of, posted_of, visit_of

TO_OFFER = {NEEDS: "offerTransfer"}


class OfferTransferPage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "offer_transfer.html"
    path: ClassVar[str] = "/dossiers"

    case_number: str
    version: int
    office: str
    #: Code -> title of the offices that it can be offered to.
    offices: dict[str, str]
    reason: str = ""

    @property
    def title(self) -> str:
        return f"{self.case_number} overdragen"


EXAMPLES = (
    OfferTransferPage(
        case_number="HAV-2026-000001",
        version=3,
        office="",
        offices=dict(words.OFFICES),
        faults=(Fault(name="_parket", where="Parket", detail="Kies het parket dat het dossier zou overnemen."),),
    ),
)


@get("/dossiers/{case_number:str}/overdragen", opt=TO_OFFER)
async def show_offer(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    return render(visit_of(request), await _page(case_number, actor_of(request), deps))


@post("/dossiers/{case_number:str}/overdragen", opt=TO_OFFER)
async def offer(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    office, reason = posted.text("_parket"), posted.text("_reden")
    refused = acting.without_reason(reason)
    if office not in words.OFFICES:
        fault = Fault(name="_parket", where="Parket", detail="Kies het parket dat het dossier zou overnemen.")
        refused = Refused(status=400, faults=(fault, *(refused.faults if refused else ())))
    if refused is None:
        command = OfferTransfer(case_number=case_number, version=posted.number("_version") or 0, to_office=office, reason=reason)
        done = await acting.attempt(offer_transfer(command, actor, deps), {**REASON, "/toOffice": ("_parket", "Parket")})
        refused = done if isinstance(done, Refused) else None
    if refused is None:
        return go(f"/dossiers/{case_number}?gedaan=aangeboden")
    page = await _page(case_number, actor, deps)
    page = msgspec.structs.replace(page, office=office, reason=reason, faults=refused.faults, stale=refused.stale)
    return render(visit_of(request), page, refused.status)


async def _page(case_number: str, actor: Actor, deps: Deps) -> OfferTransferPage:
    found = await open_case(case_number, actor, deps)
    wanted = next((track.prosecution_office for track in found.current.decision.tracks if track.prosecution_office), None)
    holder = found.case.holding_office
    return OfferTransferPage(
        case_number=found.case.case_number,
        version=found.case.version,
        office=wanted if wanted and wanted != holder else "",
        offices={code: title for code, title in words.OFFICES.items() if code != holder},
    )
