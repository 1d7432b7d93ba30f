"""Add a later report to its file: the same form, each row new or one that the file knows already."""

from typing import Any, ClassVar

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath, FromQuery

from docket.access import Actor
from docket.actions.registration.add_report import AddReport, add_report, preview_report
from docket.contract import Report
from docket.errors import BadInput, KeyReused, Stale
from docket.store import drafts
from docket.store.drafts import Draft
from docket.web import acting, drafting, editing, words
from docket.web.acting import Refused
from docket.web.amendment import page_of_preview, stale_page
from docket.web.case import open_case
from docket.web.case_form import ordered
from docket.web.decision import labels
from docket.web.drafting import Editing
from docket.web.editing import REPORT, FormPage
from docket.web.form import Form, read_form
from docket.web.handed import Deps
from docket.web.pages import go, render
from docket.web.submission import Fault, decode_form, where
from docket.web.visit import NEEDS, actor_of, posted_of, visit_of

TO_ADD = {NEEDS: "addReport"}
_LISTS = ("places", "offences", "persons", "seizures")


class AddReportPage(FormPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "add_report.html"
    path: ClassVar[str] = "/dossiers"

    @property
    def title(self) -> str:
        return f"Bijkomend verslag bij {self.case_number}"


def _page(
    form: Form,
    state: Editing,
    report: Report | None,
    offences: words.Titles,
    *,
    faults: tuple[Fault, ...] = (),
    focus: str = "",
    saved_at: Any = None,
) -> AddReportPage:
    """`report` is what the file holds: the rows that a new row may be."""
    faults = ordered(faults)
    rows = {name: labels(report, name, offences) if report else {} for name in _LISTS}
    view = editing.form_view(REPORT, form, state, faults=faults, focus=focus, saved_at=saved_at, file_rows=rows)
    return AddReportPage(form=view, faults=faults, case_number=state.case_number)


EXAMPLES = (
    _page(
        read_form([("origin/service", "customs"), ("persons/0/id", "s1"), ("persons/0/sameAs", "s1"), ("persons/0/age", "16")]),
        Editing(draft_id="0" * 32, purpose="report", case_number="HAV-2026-000001", case_version=1),
        None,
        {},
    ),
)


@get("/dossiers/{case_number:str}/bijkomend-verslag", opt=TO_ADD)
async def start_report(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    await open_case(case_number, actor_of(request), deps)
    return go(drafting.address_of("report", drafting.new_id(), case_number))


@get("/dossiers/{case_number:str}/bijkomend-verslag/{draft_id:str}", opt=TO_ADD)
async def show_report(
    request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], draft_id: FromPath[str], bij: FromQuery[str] = ""
) -> Response[Any]:
    actor, offences = actor_of(request), visit_of(request).law.offences
    found = await open_case(case_number, actor, deps)
    draft = await drafting.draft_of(draft_id, actor, deps, "report", case_number)
    if draft is not None:
        state = drafting.editing_of(draft)
        page = _page(drafting.form_in(draft), state, found.case.report, offences, focus=bij, saved_at=draft.saved_at)
    else:
        state = Editing(draft_id=draft_id, purpose="report", case_number=case_number, case_version=found.case.version)
        page = _page(Form(), state, found.case.report, offences)
    return render(visit_of(request), page)


@post("/dossiers/{case_number:str}/bijkomend-verslag/{draft_id:str}", opt=TO_ADD)
async def take_report(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], draft_id: FromPath[str]) -> Response[Any]:
    posted, actor, offences = posted_of(request), actor_of(request), visit_of(request).law.offences
    found = await open_case(case_number, actor, deps)
    await drafting.draft_of(draft_id, actor, deps, "report", case_number)
    do = posted.text("_do")
    form, onward = drafting.changed_rows(read_form(posted.pairs), do)
    saved = await drafting.save(form, editing.posted_editing(posted, "report", draft_id, case_number), actor.account_id or 0, deps)
    if saved.copied:
        return go(f"{saved.editing.address}?gedaan=kopie")
    if do == "preview":
        submission = decode_form(form)
        if submission.faults:
            page = _page(form, saved.editing, found.case.report, offences, faults=submission.faults, saved_at=deps.clock.now())
            return render(visit_of(request), page, 400)
        return go(f"{saved.editing.address}/voorbeeld")
    if do == "paste":
        return go(f"{saved.editing.address}/plak")
    return go(f"{saved.editing.address}{onward or '?gedaan=bewaard'}")


@post("/dossiers/{case_number:str}/bijkomend-verslag/{draft_id:str}/bewaren", opt=TO_ADD)
async def autosave_report(
    request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], draft_id: FromPath[str]
) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    await drafting.draft_of(draft_id, actor, deps, "report", case_number)
    state = editing.posted_editing(posted, "report", draft_id, case_number)
    return await editing.autosaved(read_form(posted.pairs), state, actor, deps)


@get("/dossiers/{case_number:str}/bijkomend-verslag/{draft_id:str}/voorbeeld", opt=TO_ADD)
async def show_addition(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], draft_id: FromPath[str]) -> Response[Any]:
    draft = await drafting.draft_of(draft_id, actor_of(request), deps, "report", case_number)
    if draft is None:
        return go(drafting.address_of("report", draft_id, case_number))
    return await _preview(request, deps, draft, None)


@post("/dossiers/{case_number:str}/bijkomend-verslag/{draft_id:str}/voorbeeld", opt=TO_ADD)
async def confirm_addition(
    request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], draft_id: FromPath[str]
) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    draft = await drafting.draft_of(draft_id, actor, deps, "report", case_number)
    if draft is None:
        return go(f"/dossiers/{case_number}?gedaan=bestond-verslag")
    if posted.text("_do") == "rebase":
        return await _rebase(draft, actor, deps)
    submission = decode_form(drafting.form_in(draft))
    if submission.report is None or posted.number("_version") != draft.version:
        return await _preview(request, deps, draft, None)
    try:
        done = await acting.attempt(add_report(_command(draft, submission.report, actor), actor, deps))
    except KeyReused as refusal:
        done = Refused(status=refusal.status, faults=(Fault(name="externalId", where=where("externalId"), detail=refusal.detail),))
    if isinstance(done, Refused):
        return await _preview(request, deps, draft, done)
    async with deps.transaction() as tx:
        await drafts.delete(tx, draft_id, actor.account_id or 0)
    return go(f"/dossiers/{case_number}?gedaan={'bestond-verslag' if done.repeated else 'aangevuld'}")


def _command(draft: Draft, report: Report, actor: Actor) -> AddReport:
    return AddReport(
        case_number=draft.case_number or "", version=draft.case_version, report=report, sender=actor.code, idempotency_key=draft.id
    )


async def _preview(request: Request[Any, Any, Any], deps: Deps, draft: Draft, refused: Refused | None) -> Response[Any]:
    actor, visit = actor_of(request), visit_of(request)
    offences = visit.law.offences
    found = await open_case(draft.case_number or "", actor, deps)
    form, state = drafting.form_in(draft), drafting.editing_of(draft)
    submission = decode_form(form)
    faults = submission.faults or (refused.faults if refused else ())
    if submission.report is None or (refused is not None and refused.faults):
        return render(visit, _page(form, state, found.case.report, offences, faults=faults, saved_at=draft.saved_at), 400)
    try:
        preview = await preview_report(_command(draft, submission.report, actor), actor, deps)
    except Stale as stale:
        return render(visit, stale_page(state, stale.detail), stale.status)
    except BadInput as refusal:
        return render(visit, _page(form, state, found.case.report, offences, faults=editing.fault_list(refusal)), refusal.status)
    return render(visit, page_of_preview(preview, found.case.report, state, deps.law.law))


async def _rebase(draft: Draft, actor: Actor, deps: Deps) -> Response[Any]:
    found = await open_case(draft.case_number or "", actor, deps)
    state = msgspec.structs.replace(drafting.editing_of(draft), case_version=found.case.version)
    saved = await drafting.save(drafting.form_in(draft), state, actor.account_id or 0, deps)
    return go(f"{saved.editing.address}/voorbeeld")
