"""Mails die terugkwamen: what did not arrive or was answered from elsewhere, each a task with what was done about it."""

from datetime import datetime
from typing import Any, ClassVar

import msgspec
from litestar import Request, Response, get, post

from docket.access import Actor, visibility
from docket.actions.mails.close_mail_task import CloseMailTask, close_mail_task
from docket.clock import COURT_ZONE
from docket.store import mails as store
from docket.store.mails import TaskLine
from docket.web import acting
from docket.web.acting import Refused
from docket.web.handed import Deps
from docket.web.mails import TO_SEND
from docket.web.pages import AskingPage, go, render
from docket.web.submission import Fault
from docket.web.visit import actor_of, posted_of, visit_of


class MailTasksPage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "mail_tasks.html"
    path: ClassVar[str] = "/mails"

    lines: tuple[TaskLine, ...]
    next_href: str = ""

    @property
    def count(self) -> int:
        return self.lines[0].total if self.lines else 0

    @property
    def title(self) -> str:
        return "Mails die terugkwamen"


@get("/mails/taken", opt=TO_SEND)
async def list_mail_tasks(request: Request[Any, Any, Any], deps: Deps) -> Response[Any]:
    return render(visit_of(request), await _page(request.query_params.get("na", ""), actor_of(request), deps))


@post("/mails/taken", opt=TO_SEND)
async def close_task(request: Request[Any, Any, Any], deps: Deps) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    task_id = posted.number("_taak") or 0
    reason = posted.text(f"_gedaan_{task_id}")
    name, label = f"_gedaan_{task_id}", "Wat u deed"
    refused: Refused | None = None
    if not reason.strip():
        refused = Refused(status=400, faults=(Fault(name=name, where=label, detail="Zeg wat u gedaan hebt; het blijft bewaard."),))
    if refused is None:
        done = await acting.attempt(close_mail_task(CloseMailTask(task_id=task_id, reason=reason), actor, deps), {"/reason": (name, label)})
        refused = done if isinstance(done, Refused) else None
    if refused is None:
        return go("/mails/taken?gedaan=mailtaak")
    page = msgspec.structs.replace(await _page("", actor, deps), faults=refused.faults)
    return render(visit_of(request), page, refused.status)


async def _page(after: str, actor: Actor, deps: Any) -> MailTasksPage:
    number = int(after) if after.isascii() and after.isdecimal() and len(after) < 18 else 0
    lines = await store.tasks(deps.pool, visibility(actor, "resendMail"), number)
    shown = lines[: store.PAGE_ROWS]
    return MailTasksPage(lines=shown, next_href=f"/mails/taken?na={shown[-1].id}" if len(lines) > len(shown) else "")


EXAMPLES = (
    MailTasksPage(
        lines=(
            TaskLine(
                id=1,
                case_number="HAV-2026-000001",
                delivery_id=3,
                mail="case_status",
                recipient="rechercheur@politie.example.org",
                subject="Dossier HAV-2026-000001: geregistreerd",
                own_page=True,
                kind="bounce",
                from_domain="mx.politie.example.org",
                status="5.1.1",
                diagnostic="550 5.1.1 (adres) unknown",
                received_at=datetime(2026, 11, 26, 9, 5, tzinfo=COURT_ZONE),
                total=2,
            ),
            TaskLine(
                id=2,
                case_number=None,
                delivery_id=None,
                mail=None,
                recipient=None,
                subject=None,
                own_page=False,
                kind="answer",
                from_domain="example.net",
                status=None,
                diagnostic=None,
                received_at=datetime(2026, 11, 26, 9, 6, tzinfo=COURT_ZONE),
                total=2,
            ),
        ),
        faults=(Fault(name="_gedaan_1", where="Wat u deed", detail="Zeg wat u gedaan hebt; het blijft bewaard."),),
    ),
    MailTasksPage(lines=()),
)
