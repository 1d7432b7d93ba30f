"""Where the new file would go and why, before it is registered; confirming registers it once, however often it is clicked."""

from datetime import timedelta
from typing import Any, ClassVar

from litestar import Request, Response, get, post
from litestar.params import FromPath

from docket.access import Actor
from docket.actions.connected.list_candidates import ListCandidates, list_candidates
from docket.actions.registration.preview_routing import PreviewRouting, preview_routing
from docket.actions.registration.register_case import RegisterCase, register_case
from docket.cases import numbered
from docket.errors import BadInput, KeyReused
from docket.store import drafts
from docket.store.connected import Candidate
from docket.store.drafts import Draft
from docket.web import drafting, editing, words
from docket.web.decision import DecisionView, view
from docket.web.handed import Deps
from docket.web.pages import Page, go, render
from docket.web.register_case import FOR_REGISTERING, page_of
from docket.web.submission import Fault, decode_form, notes_of, where
from docket.web.visit import Visit, actor_of, posted_of, visit_of

#: So long a second click, or a tab left open, still leads to the file.
CLOSED_KEPT = timedelta(days=30)


class PreviewRoutingPage(Page, frozen=True, kw_only=True):
    template: ClassVar[str] = "preview_routing.html"
    path: ClassVar[str] = "/nieuw"

    address: str
    draft_version: int
    service: str
    decision: DecisionView
    #: What to look at before registering; it is kept as typed.
    flags: tuple[Fault, ...] = ()
    #: Files that look like it.
    candidates: tuple[Candidate, ...] = ()

    @property
    def title(self) -> str:
        return "Route van het nieuwe dossier"


@get("/concepten/{draft_id:str}/route", opt=FOR_REGISTERING)
async def show_route(request: Request[Any, Any, Any], deps: Deps, draft_id: FromPath[str]) -> Response[Any]:
    actor, visit = actor_of(request), visit_of(request)
    draft = await drafting.draft_of(draft_id, actor, deps, "register")
    if draft is None or draft.registered:
        return go(f"/concepten/{draft_id}")
    form, state = drafting.form_in(draft), drafting.editing_of(draft)
    submission = decode_form(form)
    if submission.report is None:
        return render(visit, page_of(form, state, faults=submission.faults, saved_at=draft.saved_at), 400)
    decision = await preview_routing(PreviewRouting(report=submission.report), actor, deps)
    page = PreviewRoutingPage(
        address=state.address,
        draft_version=draft.version,
        service=words.title(words.SERVICES, submission.report.origin.service),
        decision=view(decision, numbered(submission.report), deps.law.law),
        flags=tuple(Fault(name=name, where=where(name), detail=note) for name, note in notes_of(form).items()),
        candidates=await list_candidates(ListCandidates(report=submission.report), actor, deps),
    )
    return render(visit, page)


@post("/concepten/{draft_id:str}/route", opt=FOR_REGISTERING)
async def confirm(request: Request[Any, Any, Any], deps: Deps, draft_id: FromPath[str]) -> Response[Any]:
    actor, visit = actor_of(request), visit_of(request)
    draft = await drafting.draft_of(draft_id, actor, deps, "register")
    if draft is None:
        return go(f"/concepten/{draft_id}")
    if draft.registered:
        return go(f"/dossiers/{draft.case_number}?gedaan=bestond")
    if posted_of(request).number("_version") != draft.version:
        return go(f"/concepten/{draft_id}/route")
    return await _register(draft, actor, visit, deps)


async def _register(draft: Draft, actor: Actor, visit: Visit, deps: Deps) -> Response[Any]:
    form, state = drafting.form_in(draft), drafting.editing_of(draft)
    submission = decode_form(form)
    if submission.report is None:
        return render(visit, page_of(form, state, faults=submission.faults), 400)
    try:
        done = await register_case(RegisterCase(report=submission.report, sender=actor.code, idempotency_key=draft.id), actor, deps)
    except KeyReused as refusal:
        faults = (Fault(name="externalId", where=where("externalId"), detail=refusal.detail),)
        return render(visit, page_of(form, state, faults=faults), refusal.status)
    except BadInput as refusal:
        return render(visit, page_of(form, state, faults=editing.fault_list(refusal)), refusal.status)
    async with deps.transaction() as tx:
        now = deps.clock.now()
        await drafts.forget_closed(tx, actor.account_id or 0, now - CLOSED_KEPT)
        await drafts.close(tx, draft.id, actor.account_id or 0, done.case_number, now)
    return go(f"/dossiers/{done.case_number}?gedaan={'bestond' if done.repeated else 'geregistreerd'}")
