"""Mails van een dag: of each recipient what was sent, whether the list of the day names it, and what did not leave."""

from datetime import date, timedelta
from typing import Any, ClassVar

from litestar import Request, Response, get

from docket.access import visibility
from docket.actions.mails.write_lists import bounds
from docket.clock import court_day
from docket.store import mails as store
from docket.store.mails import Reconciled
from docket.web.contacts import day_of
from docket.web.handed import Deps
from docket.web.mails import TO_SEND
from docket.web.pages import Page, render
from docket.web.visit import actor_of, visit_of


class MailDayPage(Page, frozen=True, kw_only=True):
    template: ClassVar[str] = "mail_day.html"
    path: ClassVar[str] = "/mails"

    day: date
    rows: tuple[Reconciled, ...]
    #: The day is over and its lists are made.
    made: bool

    @property
    def title(self) -> str:
        return f"Mails van {self.day:%d/%m/%Y}"


@get("/mails/dag", opt=TO_SEND)
async def show_mail_day(request: Request[Any, Any, Any], deps: Deps) -> Response[Any]:
    yesterday = court_day(deps.clock.now()) - timedelta(days=1)
    day = day_of(request.query_params.get("dag", "")) or yesterday
    from_at, until_at = bounds(day)
    rows = await store.reconciled(deps.pool, visibility(actor_of(request), "resendMail"), day, from_at, until_at)
    last = await store.last_day(deps.pool)
    return render(visit_of(request), MailDayPage(day=day, rows=rows, made=last is not None and day <= last))


EXAMPLES = (
    MailDayPage(
        day=date(2026, 11, 25),
        made=True,
        rows=(
            Reconciled(
                recipient="rechercheur@politie.example.org",
                sent=3,
                listed=2,
                in_list_only=1,
                failed=1,
                refused=0,
                waiting=0,
                list_state="sent",
            ),
            Reconciled(
                recipient="speurder@politie.example.org",
                sent=1,
                listed=1,
                in_list_only=0,
                failed=0,
                refused=1,
                waiting=1,
                list_state=None,
            ),
        ),
    ),
    MailDayPage(day=date(2026, 11, 26), made=False, rows=()),
)
