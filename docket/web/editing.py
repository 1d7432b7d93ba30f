"""The screen of the large form, shared by registering, correcting and adding a report."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec
from litestar import Response

from docket.access import Actor
from docket.errors import BadInput
from docket.web import drafting
from docket.web.case_form import FormView, sections_of
from docket.web.drafting import Editing
from docket.web.fields import FIELDS
from docket.web.form import Form
from docket.web.handed import Deps
from docket.web.pages import AskingPage, moment
from docket.web.submission import Fault
from docket.web.visit import Posted


class FormPage(AskingPage, frozen=True, kw_only=True):
    """What the three screens have in common; each adds its own title and template."""

    form: FormView
    case_number: str | None = None


class Screen(msgspec.Struct, frozen=True, kw_only=True):
    """What a screen says of its form."""

    purpose: str
    preview_label: str
    paste: bool = False


REGISTER = Screen(purpose="register", preview_label="Bekijk de route", paste=True)
AMEND = Screen(purpose="amend", preview_label="Bekijk wat er verandert")
REPORT = Screen(purpose="report", preview_label="Bekijk wat er verandert", paste=True)


def form_view(
    screen: Screen,
    form: Form,
    editing: Editing,
    *,
    faults: tuple[Fault, ...] = (),
    focus: str = "",
    saved_at: datetime | None = None,
    file_rows: Mapping[str, Mapping[str, str]] | None = None,
) -> FormView:
    return FormView(
        action=editing.address,
        autosave=f"{editing.address}/bewaren",
        draft_version=editing.version,
        case_version=editing.case_version,
        preview_label=screen.preview_label,
        saved=f"Concept bewaard op {moment(saved_at)}" if saved_at else "Nog niet bewaard",
        paste=screen.paste,
        sections=sections_of(form, faults, focus, file_rows),
        carried=tuple((name, value) for name, value in form.values.items() if name not in FIELDS and value),
    )


def posted_editing(posted: Posted, purpose: Any, draft_id: str, case_number: str | None = None) -> Editing:
    return Editing(
        draft_id=draft_id,
        purpose=purpose,
        case_number=case_number,
        version=posted.number("_version") or 0,
        case_version=posted.number("_case_version"),
    )


def fault_list(refusal: BadInput) -> tuple[Fault, ...]:
    """Faults that only the action could find, without a field of the form."""
    return tuple(Fault(name="", where="", detail=issue.detail) for issue in refusal.issues) or (
        Fault(name="", where="", detail=refusal.detail),
    )


async def autosaved(form: Form, editing: Editing, actor: Actor, deps: Deps, now: str = "") -> Response[Any]:
    """What the script is told: the new version and where the file would go now, or that another tab changed the draft."""
    version = await drafting.autosave(form, editing, actor.account_id or 0, deps)
    if version is None:
        return Response({"detail": "In een ander tabblad gewijzigd; bewaar om uw tekst apart te houden."}, status_code=409)
    return Response({"version": version, "saved": f"Concept bewaard op {moment(deps.clock.now())}", "now": now}, status_code=200)
