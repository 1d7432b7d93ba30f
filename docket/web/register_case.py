"""Register a file: the whole contract in one form, kept as a draft at every step."""

from typing import Any, ClassVar

from litestar import Request, Response, get, post
from litestar.params import FromPath, FromQuery

from docket.access import Actor
from docket.actions.registration.preview_routing import PreviewRouting, preview_routing
from docket.web import drafting, editing, words
from docket.web.case_form import ordered
from docket.web.editing import REGISTER, FormPage
from docket.web.form import Form, new_form, read_form
from docket.web.handed import Deps
from docket.web.pages import go, render
from docket.web.submission import Fault, decode_form
from docket.web.visit import NEEDS, actor_of, posted_of, visit_of

FOR_REGISTERING = {NEEDS: "registerCase"}


class RegisterCasePage(FormPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "register_case.html"
    path: ClassVar[str] = "/nieuw"

    @property
    def title(self) -> str:
        return "Nieuw dossier"


def page_of(
    form: Form, state: drafting.Editing, *, faults: tuple[Fault, ...] = (), focus: str = "", saved_at: Any = None
) -> RegisterCasePage:
    faults = ordered(faults)
    return RegisterCasePage(form=editing.form_view(REGISTER, form, state, faults=faults, focus=focus, saved_at=saved_at), faults=faults)


def _examples() -> tuple[RegisterCasePage, ...]:
    state = drafting.Editing(draft_id="0" * 32, purpose="register")
    broken = read_form(
        [
            ("origin/service", ""),
            ("places/0/id", "p1"),
            ("places/0/quay", "1742"),
            ("places/0/latitude", "zuid"),
            ("offences/0/id", "o1"),
            ("offences/0/offence", "portIntrusion"),
            ("offences/0/committedFrom", "31/02/2023"),
            ("offences/0/place", "p9"),
            ("persons/0/id", "s1"),
            ("persons/0/role", "suspect"),
            ("persons/0/ssin", "85073003327"),
            ("containers/0", "MSCU1234567"),
        ]
    )
    return page_of(new_form(), state), page_of(broken, state, faults=decode_form(broken).faults)


EXAMPLES = _examples()


@get("/nieuw", opt=FOR_REGISTERING)
async def start() -> Response[Any]:
    """Each form has its own draft from its first address on, so that a second tab is a second file."""
    return go(f"/concepten/{drafting.new_id()}")


@get("/concepten/{draft_id:str}", opt=FOR_REGISTERING)
async def show_form(request: Request[Any, Any, Any], deps: Deps, draft_id: FromPath[str], bij: FromQuery[str] = "") -> Response[Any]:
    draft = await drafting.draft_of(draft_id, actor_of(request), deps)
    if draft is None:
        return render(visit_of(request), page_of(new_form(), drafting.Editing(draft_id=draft_id, purpose="register")))
    if draft.registered:
        return go(f"/dossiers/{draft.case_number}?gedaan=bestond")
    if draft.purpose != "register":
        return go(drafting.editing_of(draft).address)
    return render(visit_of(request), page_of(drafting.form_in(draft), drafting.editing_of(draft), focus=bij, saved_at=draft.saved_at))


@post("/concepten/{draft_id:str}", opt=FOR_REGISTERING)
async def take_form(request: Request[Any, Any, Any], deps: Deps, draft_id: FromPath[str]) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    draft = await drafting.draft_of(draft_id, actor, deps, "register")
    if draft is not None and draft.registered:
        return go(f"/dossiers/{draft.case_number}?gedaan=bestond")
    do = posted.text("_do")
    form, onward = drafting.changed_rows(read_form(posted.pairs), do)
    saved = await drafting.save(form, editing.posted_editing(posted, "register", draft_id), actor.account_id or 0, deps)
    if saved.copied:
        return go(f"{saved.editing.address}?gedaan=kopie")
    if do == "preview":
        submission = decode_form(form)
        if submission.faults:
            page = page_of(form, saved.editing, faults=submission.faults, saved_at=deps.clock.now())
            return render(visit_of(request), page, 400)
        return go(f"{saved.editing.address}/route")
    if do == "paste":
        return go(f"{saved.editing.address}/plak")
    return go(f"{saved.editing.address}{onward or '?gedaan=bewaard'}")


@post("/concepten/{draft_id:str}/bewaren", opt=FOR_REGISTERING)
async def autosave_form(request: Request[Any, Any, Any], deps: Deps, draft_id: FromPath[str]) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    await drafting.draft_of(draft_id, actor, deps, "register")
    state = editing.posted_editing(posted, "register", draft_id)
    form = read_form(posted.pairs)
    return await editing.autosaved(form, state, actor, deps, await _now(form, actor, deps))


async def _now(form: Form, actor: Actor, deps: Deps) -> str:
    """Where the file would go as it is typed now, in a few words; nothing while it cannot be read yet."""
    submission = decode_form(form)
    if submission.report is None:
        return ""
    decision = await preview_routing(PreviewRouting(report=submission.report), actor, deps)
    titles = words.of_law(deps.law.law)
    offices = {titles.seat(track.prosecution_office) or "nog te beslissen" for track in decision.tracks}
    area = words.title(titles.areas, decision.port_area) or "plaats niet gekend"
    return (
        f"Route nu: {area}; {words.lowered(words.title(words.SCOPES, decision.scope))}; {', '.join(sorted(offices)) or 'nog te beslissen'}."
    )
