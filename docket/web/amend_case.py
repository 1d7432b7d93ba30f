"""Correct any fact of a file: the same form, filled with what the file holds; before it counts one sees what changes."""

from typing import Any, ClassVar

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath, FromQuery

from docket.access import Actor
from docket.actions.registration.amend_case import AmendCase, amend_case, preview_amendment
from docket.errors import BadInput, Stale
from docket.store import drafts
from docket.store.drafts import Draft
from docket.web import acting, drafting, editing
from docket.web.acting import Refused
from docket.web.amendment import example, page_of_preview, stale_page
from docket.web.case import open_case
from docket.web.case_form import ordered
from docket.web.drafting import Editing
from docket.web.editing import AMEND, FormPage
from docket.web.form import Form, form_of, read_form
from docket.web.handed import Deps
from docket.web.pages import go, render
from docket.web.submission import Fault, decode_form
from docket.web.visit import NEEDS, actor_of, posted_of, visit_of

TO_AMEND = {NEEDS: "amendCase"}


class AmendCasePage(FormPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "amend_case.html"
    path: ClassVar[str] = "/dossiers"

    @property
    def title(self) -> str:
        return f"{self.case_number} verbeteren"


def _page(form: Form, state: Editing, *, faults: tuple[Fault, ...] = (), focus: str = "", saved_at: Any = None) -> AmendCasePage:
    faults = ordered(faults)
    view = editing.form_view(AMEND, form, state, faults=faults, focus=focus, saved_at=saved_at)
    return AmendCasePage(form=view, faults=faults, case_number=state.case_number)


EXAMPLES = (
    _page(
        read_form([("origin/service", "shippingPolice"), ("places/0/id", "p1"), ("places/0/quay", "1742")]),
        Editing(draft_id="0" * 32, purpose="amend", case_number="HAV-2026-000001", case_version=1),
    ),
)
PREVIEW_EXAMPLES = (example("amend"),)


@get("/dossiers/{case_number:str}/verbeteren", opt=TO_AMEND)
async def start_amending(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    await open_case(case_number, actor_of(request), deps)
    return go(drafting.address_of("amend", drafting.new_id(), case_number))


@get("/dossiers/{case_number:str}/verbeteren/{draft_id:str}", opt=TO_AMEND)
async def show_amending(
    request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], draft_id: FromPath[str], bij: FromQuery[str] = ""
) -> Response[Any]:
    actor = actor_of(request)
    found = await open_case(case_number, actor, deps)
    draft = await drafting.draft_of(draft_id, actor, deps, "amend", case_number)
    if draft is not None:
        page = _page(drafting.form_in(draft), drafting.editing_of(draft), focus=bij, saved_at=draft.saved_at)
    else:
        state = Editing(draft_id=draft_id, purpose="amend", case_number=case_number, case_version=found.case.version)
        page = _page(form_of(found.case.report), state)
    return render(visit_of(request), page)


@post("/dossiers/{case_number:str}/verbeteren/{draft_id:str}", opt=TO_AMEND)
async def take_amending(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], draft_id: FromPath[str]) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    await open_case(case_number, actor, deps)
    await drafting.draft_of(draft_id, actor, deps, "amend", case_number)
    do = posted.text("_do")
    form, onward = drafting.changed_rows(read_form(posted.pairs), do)
    saved = await drafting.save(form, editing.posted_editing(posted, "amend", draft_id, case_number), actor.account_id or 0, deps)
    if saved.copied:
        return go(f"{saved.editing.address}?gedaan=kopie")
    if do == "preview":
        submission = decode_form(form, keep_blank_rows=True)
        if submission.faults:
            return render(visit_of(request), _page(form, saved.editing, faults=submission.faults, saved_at=deps.clock.now()), 400)
        return go(f"{saved.editing.address}/voorbeeld")
    return go(f"{saved.editing.address}{onward or '?gedaan=bewaard'}")


@post("/dossiers/{case_number:str}/verbeteren/{draft_id:str}/bewaren", opt=TO_AMEND)
async def autosave_amending(
    request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], draft_id: FromPath[str]
) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    await drafting.draft_of(draft_id, actor, deps, "amend", case_number)
    state = editing.posted_editing(posted, "amend", draft_id, case_number)
    return await editing.autosaved(read_form(posted.pairs), state, actor, deps)


@get("/dossiers/{case_number:str}/verbeteren/{draft_id:str}/voorbeeld", opt=TO_AMEND)
async def show_amendment(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], draft_id: FromPath[str]) -> Response[Any]:
    draft = await drafting.draft_of(draft_id, actor_of(request), deps, "amend", case_number)
    if draft is None:
        return go(drafting.address_of("amend", draft_id, case_number))
    return await _preview(request, deps, draft, None)


@post("/dossiers/{case_number:str}/verbeteren/{draft_id:str}/voorbeeld", opt=TO_AMEND)
async def confirm_amendment(
    request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], draft_id: FromPath[str]
) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    draft = await drafting.draft_of(draft_id, actor, deps, "amend", case_number)
    if draft is None:
        return go(f"/dossiers/{case_number}")
    if posted.text("_do") == "rebase":
        return await _rebase(draft, actor, deps)
    reason = posted.text("_reden")
    if refused := acting.without_reason(reason):
        return await _preview(request, deps, draft, refused)
    submission = decode_form(drafting.form_in(draft), keep_blank_rows=True)
    if submission.report is None or posted.number("_version") != draft.version:
        return await _preview(request, deps, draft, None)
    command = AmendCase(case_number=case_number, version=draft.case_version or 0, report=submission.report, reason=reason)
    done = await acting.attempt(amend_case(command, actor, deps))
    if isinstance(done, Refused):
        return await _preview(request, deps, draft, done, reason)
    async with deps.transaction() as tx:
        await drafts.delete(tx, draft_id, actor.account_id or 0)
    return go(f"/dossiers/{case_number}?gedaan=verbeterd")


async def _preview(request: Request[Any, Any, Any], deps: Deps, draft: Draft, refused: Refused | None, reason: str = "") -> Response[Any]:
    actor, visit = actor_of(request), visit_of(request)
    number = draft.case_number or ""
    found = await open_case(number, actor, deps)
    form, state = drafting.form_in(draft), drafting.editing_of(draft)
    submission = decode_form(form, keep_blank_rows=True)
    if submission.report is None:
        return render(visit, _page(form, state, faults=submission.faults, saved_at=draft.saved_at), 400)
    command = AmendCase(case_number=number, version=draft.case_version or 0, report=submission.report, reason=reason)
    try:
        preview = await preview_amendment(command, actor, deps)
    except Stale as stale:
        return render(visit, stale_page(state, stale.detail), stale.status)
    except BadInput as refusal:
        return render(visit, _page(form, state, faults=editing.fault_list(refusal)), refusal.status)
    faults = refused.faults if refused else ()
    page = page_of_preview(preview, found.case.report, state, deps.law.law, reason=reason, faults=faults)
    return render(visit, page, refused.status if refused else 200)


async def _rebase(draft: Draft, actor: Actor, deps: Deps) -> Response[Any]:
    """He saw what changed and goes on with his own form, on the present version of the file."""
    found = await open_case(draft.case_number or "", actor, deps)
    state = msgspec.structs.replace(drafting.editing_of(draft), case_version=found.case.version)
    saved = await drafting.save(drafting.form_in(draft), state, actor.account_id or 0, deps)
    return go(f"{saved.editing.address}/voorbeeld")
