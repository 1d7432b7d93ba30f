"""Vragen of a file: what was asked of whom and is not back, what came of it, and a form to ask."""

from datetime import date
from typing import Any, ClassVar

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath, FromQuery

from docket import requests, tracks
from docket.access import WHILE_JOINED, Actor
from docket.actions.requests.ask_request import AskRequest, ask_request, reporter
from docket.clock import court_day
from docket.store import requests as store
from docket.store.search import CaseView
from docket.web import acting, words
from docket.web.acting import Refused
from docket.web.case import TO_READ, open_case
from docket.web.handed import Deps
from docket.web.pages import AskingPage, go, render
from docket.web.request_words import MissingView, RequestView, missing_of, request_view
from docket.web.submission import Fault
from docket.web.time_limits import day_typed
from docket.web.visit import NEEDS, Posted, actor_of, posted_of, visit_of

TO_ASK = {NEEDS: "keepRequests"}
_PLACES: acting.Places = {
    "/addressee": ("_aan", "Aan wie"),
    "/address": ("_mail", "Mailadres"),
    "/question": ("_vraag", "Vraag"),
    "/fact": ("_gegeven", "Gegeven"),
    "/dueOn": ("_tegen", "Antwoord tegen"),
}


class TypedRequest(msgspec.Struct, frozen=True, kw_only=True):
    """The form as it was typed."""

    kind: str = "question"
    addressee: str = ""
    address: str = ""
    question: str = ""
    fact: str = ""
    due_on: str = ""


class CaseRequestsPage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "case_requests.html"
    path: ClassVar[str] = "/vragen"

    case_number: str
    version: int
    requests: tuple[RequestView, ...]
    missing: tuple[MissingView, ...]
    #: The file is still to be decided.
    undecided: bool
    may_ask: bool
    #: Facts that can be asked, with their questions.
    facts: words.Titles
    days: int
    typed: TypedRequest = TypedRequest()

    @property
    def title(self) -> str:
        return f"Vragen over {self.case_number}"

    @property
    def open(self) -> tuple[RequestView, ...]:
        return tuple(one for one in self.requests if one.open)

    @property
    def closed(self) -> tuple[RequestView, ...]:
        return tuple(reversed([one for one in self.requests if not one.open]))


REQUEST_EXAMPLE = RequestView(
    id=1,
    kind="Vraag om een gegeven",
    addressee="Scheepvaartpolitie, SPN Antwerpen",
    address="rechercheur@politie.example.org",
    question="Plaats 1: welke kaai?",
    asked_on=date(2026, 11, 24),
    asked_by="gebruiker 7",
    due_on=date(2026, 12, 4),
    state="Te laat",
    mark="bad",
    open=True,
    answers=(),
    reminders=("voor de antwoorddag: 01/12/2026, mail: verzonden",),
    open_links=1,
    closed="",
)
EXAMPLES = (
    CaseRequestsPage(
        case_number="HAV-2026-000001",
        version=3,
        requests=(
            REQUEST_EXAMPLE,
            msgspec.structs.replace(REQUEST_EXAMPLE, id=2, open=False, state="Ingetrokken", mark="plain", closed="24/11/2026, gebruiker 7"),
        ),
        missing=(
            MissingView(fact="/places/p1/quay", question="welke kaai? (plaats 1)", asked_until=date(2026, 12, 4), request_id=1),
            MissingView(fact="/places/p1/dock", question="welk dok of welke sluis? (plaats 1)"),
        ),
        undecided=True,
        may_ask=True,
        facts={"/places/p1/quay": "Plaats 1: welke kaai?"},
        days=10,
        typed=TypedRequest(addressee="Scheepvaartpolitie"),
        faults=(Fault(name="_vraag", where="Vraag", detail="Schrijf wat u vraagt."),),
    ),
    CaseRequestsPage(case_number="HAV-2026-000001", version=3, requests=(), missing=(), undecided=False, may_ask=False, facts={}, days=10),
)


@get("/dossiers/{case_number:str}/vragen", opt=TO_READ)
async def show_requests(
    request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], gegeven: FromQuery[str] = ""
) -> Response[Any]:
    page = await _page(case_number, actor_of(request), deps)
    if gegeven in page.facts:
        page = msgspec.structs.replace(page, typed=msgspec.structs.replace(page.typed, fact=gegeven))
    return render(visit_of(request), page)


@post("/dossiers/{case_number:str}/vragen", opt=TO_ASK)
async def ask(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    filled, due_on = _typed(posted), day_typed(posted.text("_tegen"))
    faults = []
    if filled.due_on.strip() and due_on is None:
        faults.append(Fault(name="_tegen", where="Antwoord tegen", detail="Schrijf de dag als 04/12/2026."))
    if filled.kind not in words.REQUEST_KINDS:
        faults.append(Fault(name="_soort", where="Soort", detail="Kies wat u vraagt."))
    if faults:
        return await _refused(request, deps, case_number, filled, Refused(status=400, faults=tuple(faults)))
    command = AskRequest(
        case_number=case_number,
        version=posted.number("_version") or 0,
        kind=filled.kind,  # ty: ignore[invalid-argument-type]
        addressee=filled.addressee,
        address=filled.address,
        question=filled.question.strip() or (None if filled.fact else ""),
        fact=filled.fact or None,
        due_on=due_on,
    )
    return await _asked(request, deps, command, filled, actor)


@post("/dossiers/{case_number:str}/vragen/opsteller", opt=TO_ASK)
async def ask_reporter(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    """One button: exactly this fact, of the service that reported. Without an address of it one says first how it is asked."""
    posted, actor = posted_of(request), actor_of(request)
    found = await open_case(case_number, actor, deps)
    fact, (service, address) = posted.text("_gegeven"), reporter(found.case.report)
    if address is None and requests.may_ask(fact, found.case.report):
        return go(f"/dossiers/{case_number}/vragen?gegeven={fact}")
    command = AskRequest(case_number=case_number, version=posted.number("_version") or 0, fact=fact)
    return await _asked(request, deps, command, TypedRequest(addressee=service, address=address or "", fact=fact), actor)


async def _asked(request: Request[Any, Any, Any], deps: Deps, command: AskRequest, filled: TypedRequest, actor: Actor) -> Response[Any]:
    done = await acting.attempt(ask_request(command, actor, deps), _PLACES)
    if isinstance(done, Refused):
        return await _refused(request, deps, command.case_number, filled, done)
    return go(f"/dossiers/{done.case_number}/vragen/{done.request_id}?gedaan=gevraagd")


async def _refused(request: Request[Any, Any, Any], deps: Deps, number: str, filled: TypedRequest, refused: Refused) -> Response[Any]:
    page = await _page(number, actor_of(request), deps)
    page = msgspec.structs.replace(page, typed=filled, faults=refused.faults, stale=refused.stale)
    return render(visit_of(request), page, refused.status)


async def _page(number: str, actor: Actor, deps: Deps) -> CaseRequestsPage:
    found = await open_case(number, actor, deps)
    today, report = court_day(deps.clock.now()), found.case.report
    asked = await store.of_case(deps.pool, found.case.id, deps.clock.now())
    service, address = reporter(report)
    return CaseRequestsPage(
        case_number=found.case.case_number,
        version=found.case.version,
        requests=tuple(request_view(one, report, deps.law.law, today) for one in asked),
        missing=missing_of(found, asked),
        undecided=tracks.is_open(found.current.decision, found.current.open_tracks),
        may_ask=may_ask(found, actor),
        facts=requests.askable(report),
        days=deps.settings.request_days,
        typed=TypedRequest(addressee=service, address=address or ""),
    )


def may_ask(found: CaseView, actor: Actor) -> bool:
    return actor.may("keepRequests") and (found.case.status != "joined" or "keepRequests" in WHILE_JOINED)


def _typed(posted: Posted) -> TypedRequest:
    return TypedRequest(
        kind=posted.text("_soort"),
        addressee=posted.text("_aan"),
        address=posted.text("_mail"),
        question=posted.text("_vraag"),
        fact=posted.text("_gegeven"),
        due_on=posted.text("_tegen"),
    )
