"""One request of a file: its reminders, the answer that waits with what it would change, and what can be done about it."""

from collections.abc import Awaitable
from datetime import date, datetime
from typing import Any, ClassVar

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath

from docket.access import Actor
from docket.actions.registration.amend_case import AmendmentPreview
from docket.actions.requests.accept_answer import AcceptAnswer, accept_answer, preview_answer
from docket.actions.requests.enter_answer import EnterAnswer, enter_answer
from docket.actions.requests.hand_link import HandedLink, HandLink, hand_link
from docket.actions.requests.move_due import MoveDue, move_due
from docket.actions.requests.refuse_answer import RefuseAnswer, refuse_answer
from docket.actions.requests.revoke_links import RevokeLinks, revoke_links
from docket.actions.requests.withdraw_request import WithdrawRequest, withdraw_request
from docket.clock import court_day
from docket.errors import BadInput, NotFound, StateForbids
from docket.requests import Request as Asked
from docket.store import requests as store
from docket.store.search import CaseView
from docket.web import acting, words
from docket.web.acting import REASON, Refused
from docket.web.amendment import example
from docket.web.case import TO_READ, open_case
from docket.web.case_requests import REQUEST_EXAMPLE, TO_ASK, may_ask
from docket.web.changes import ChangeView, change_view, row_names
from docket.web.decision import DecisionView, view
from docket.web.fields import Field
from docket.web.handed import Deps
from docket.web.pages import AskingPage, go, render
from docket.web.request_words import AnswerView, RequestView, choices_of, field_of, read_answer, request_view
from docket.web.submission import Fault
from docket.web.time_limits import day_typed
from docket.web.visit import Posted, actor_of, posted_of, visit_of

_PLACES: acting.Places = {
    **REASON,
    "/value": ("_antwoord", "Antwoord"),
    "/remark": ("_antwoord", "Antwoord"),
    "/answeredOn": ("_gegeven_op", "Gegeven op"),
    "/dueOn": ("_tegen", "Antwoord tegen"),
}
#: What each form of the page does, and the notice after it.
_DONE = {
    "antwoord": "antwoord",
    "aanvaarden": "antwoord-aanvaard",
    "weigeren": "antwoord-geweigerd",
    "dag": "vraag-dag",
    "intrekken": "vraag-weg",
    "links": "vraag-links",
    # Shown on the page that answers: a link that is seen twice is no private one.
    "link": "",
}
#: How an answer comes that a person enters.
VIAS: words.Titles = {via: title for via, title in words.ANSWER_VIAS.items() if via != "link"}


class ProposedView(msgspec.Struct, frozen=True, kw_only=True):
    """What accepting the answer would change."""

    changes: tuple[ChangeView, ...] = ()
    before: DecisionView | None = None
    after: DecisionView | None = None
    lapses: bool = False
    recipients: tuple[str, ...] = ()
    #: Why it cannot be accepted as it is.
    problem: str = ""


class TypedAnswer(msgspec.Struct, frozen=True, kw_only=True):
    value: str = ""
    remark: str = ""
    via: str = "letter"
    day: str = ""


class CaseRequestPage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "case_request.html"
    path: ClassVar[str] = "/vragen"

    case_number: str
    version: int
    one: RequestView
    may_ask: bool
    #: The field of the one fact, and what can be chosen in it.
    field: Field
    choices: words.Titles
    in_words: bool
    proposed: ProposedView | None
    service: str = ""
    vias: ClassVar[words.Titles] = VIAS
    #: The form that was refused, with what was typed in it.
    act: str = ""
    typed: TypedAnswer = TypedAnswer()
    due_on: str = ""
    reason: str = ""
    #: The private link that was just made; shown once.
    link: str = ""

    @property
    def title(self) -> str:
        return f"Vraag {self.one.id} over {self.case_number}"

    def form(self, act: str) -> str:
        """What goes before the ids of its fields; the one that was filled in has none, so that its faults lead to them."""
        return "" if self.act == act else f"{act}-"

    def reason_of(self, act: str) -> str:
        return self.reason if self.act == act else ""

    def fault_of(self, act: str, name: str) -> str:
        return self.fault(name) if self.act == act else ""


_PREVIEW = example("amend")
EXAMPLES = (
    CaseRequestPage(
        case_number="HAV-2026-000001",
        version=3,
        one=REQUEST_EXAMPLE,
        may_ask=True,
        field=field_of("/places/p1/quay"),
        choices={},
        in_words=False,
        proposed=None,
        act="dag",
        link="https://havendossier.example.org/v/voorbeeld-van-een-persoonlijke-link-die-een-keer-getoond-wordt",
        faults=(Fault(name="_tegen", where="Antwoord tegen", detail="Schrijf de dag als 04/12/2026."),),
    ),
    CaseRequestPage(
        case_number="HAV-2026-000001",
        version=3,
        one=msgspec.structs.replace(
            REQUEST_EXAMPLE,
            answers=(
                AnswerView(
                    id=1,
                    value="1742",
                    remark="Zie PV.",
                    came="Langs de persoonlijke link, op 25/11/2026",
                    received_at=datetime.fromisoformat("2026-11-25T09:30:00+00:00"),
                    received_by="de persoonlijke link van vraag 1",
                    state="Te beoordelen",
                    mark="open",
                    closed="",
                ),
            ),
        ),
        may_ask=True,
        field=field_of("/places/p1/quay"),
        choices={},
        in_words=False,
        proposed=ProposedView(
            changes=(change_view("/places/p1/quay", None, "1742", {}),), before=_PREVIEW.before, after=_PREVIEW.after, lapses=True
        ),
    ),
)


@get("/dossiers/{case_number:str}/vragen/{request_id:int}", opt=TO_READ)
async def show_request(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], request_id: FromPath[int]) -> Response[Any]:
    return render(visit_of(request), await _page(case_number, request_id, actor_of(request), deps))


@post("/dossiers/{case_number:str}/vragen/{request_id:int}/{act:str}", opt=TO_ASK)
async def change_request(
    request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], request_id: FromPath[int], act: FromPath[str]
) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    found, one = await _opened(case_number, request_id, actor, deps)
    if act not in _DONE:
        raise NotFound
    refused = _unreadable(act, posted)
    if refused is None:
        done = await acting.attempt(_act(act, found.case.case_number, one, posted, actor, deps), _PLACES)
        if isinstance(done, HandedLink):
            page = await _page(case_number, request_id, actor, deps)
            return render(visit_of(request), msgspec.structs.replace(page, link=done.link))
        if not isinstance(done, Refused):
            return go(f"/dossiers/{case_number}/vragen/{request_id}?gedaan={_DONE[act]}")
        refused = done
    page = msgspec.structs.replace(
        await _page(case_number, request_id, actor, deps),
        act=act,
        typed=TypedAnswer(
            value=posted.text("_antwoord"),
            remark=posted.text("_toelichting"),
            via=posted.text("_langs"),
            day=posted.text("_gegeven_op"),
        ),
        due_on=posted.text("_tegen"),
        reason=posted.text("_reden"),
        faults=refused.faults,
        stale=refused.stale,
    )
    return render(visit_of(request), page, refused.status)


def _unreadable(act: str, posted: Posted) -> Refused | None:
    if act == "dag" and day_typed(posted.text("_tegen")) is None:
        return Refused(status=400, faults=(Fault(name="_tegen", where="Antwoord tegen", detail="Schrijf de dag als 04/12/2026."),))
    if act == "antwoord":
        faults = []
        if posted.text("_gegeven_op").strip() and day_typed(posted.text("_gegeven_op")) is None:
            faults.append(Fault(name="_gegeven_op", where="Gegeven op", detail="Schrijf de dag als 25/11/2026."))
        if posted.text("_langs") not in VIAS:
            faults.append(Fault(name="_langs", where="Hoe het antwoord kwam", detail="Kies hoe het antwoord kwam."))
        return Refused(status=400, faults=tuple(faults)) if faults else None
    return None


def _act(act: str, number: str, one: Asked, posted: Posted, actor: Actor, deps: Deps) -> Awaitable[Any]:
    about: dict[str, Any] = {"case_number": number, "version": posted.number("_version") or 0, "request_id": one.id}
    reason, answer = posted.text("_reden"), posted.number("_antwoordnummer") or 0
    match act:
        case "antwoord":
            text, remark = posted.text("_antwoord"), posted.text("_toelichting")
            command = EnterAnswer(
                **about,
                via=posted.text("_langs"),  # ty: ignore[invalid-argument-type]
                value=read_answer(one.fact, text),
                remark=remark if one.fact is not None else text,
                answered_on=day_typed(posted.text("_gegeven_op")),
            )
            return enter_answer(command, actor, deps)
        case "aanvaarden":
            return accept_answer(AcceptAnswer(**about, answer_id=answer, reason=reason), actor, deps)
        case "weigeren":
            return refuse_answer(RefuseAnswer(**about, answer_id=answer, reason=reason), actor, deps)
        case "dag":
            return move_due(MoveDue(**about, due_on=day_typed(posted.text("_tegen")) or date.min, reason=reason), actor, deps)
        case "intrekken":
            return withdraw_request(WithdrawRequest(**about, reason=reason), actor, deps)
        case _:
            return hand_link(HandLink(**about), actor, deps) if act == "link" else revoke_links(RevokeLinks(**about), actor, deps)


async def _opened(number: str, request_id: int, actor: Actor, deps: Deps) -> tuple[CaseView, Asked]:
    found = await open_case(number, actor, deps)
    one = next((each for each in await store.of_case(deps.pool, found.case.id, deps.clock.now()) if each.id == request_id), None)
    if one is None:
        raise NotFound
    return found, one


async def _page(number: str, request_id: int, actor: Actor, deps: Deps) -> CaseRequestPage:
    found, one = await _opened(number, request_id, actor, deps)
    report, field = found.case.report, field_of(one.fact)
    return CaseRequestPage(
        case_number=found.case.case_number,
        version=found.case.version,
        one=request_view(one, report, deps.law.law, court_day(deps.clock.now())),
        may_ask=may_ask(found, actor),
        field=field,
        choices=dict(choices_of(field, words.of_law(deps.law.law))),
        in_words=one.fact is None,
        proposed=await _proposed(found, one, actor, deps) if may_ask(found, actor) else None,
        service=words.title(words.SERVICES, report.origin.service),
    )


async def _proposed(found: CaseView, one: Asked, actor: Actor, deps: Deps) -> ProposedView | None:
    if one.waiting is None:
        return None
    command = AcceptAnswer(case_number=found.case.case_number, version=found.case.version, request_id=one.id, answer_id=one.waiting.id)
    try:
        preview = await preview_answer(command, actor, deps)
    except (BadInput, StateForbids) as refusal:
        return ProposedView(problem=" ".join(issue.detail for issue in refusal.issues) or refusal.detail)
    return _view(preview, found, deps) if preview is not None else ProposedView()


def _view(preview: AmendmentPreview, found: CaseView, deps: Deps) -> ProposedView:
    law, report = deps.law.law, found.case.report
    offences, names = words.of_law(law).offences, row_names(preview.report)
    return ProposedView(
        changes=tuple(change_view(change.path, change.before, change.after, offences, names) for change in preview.changes),
        before=view(preview.before, report, law),
        after=view(preview.after, preview.report, law),
        lapses=preview.lapses,
        recipients=preview.recipients,
    )
