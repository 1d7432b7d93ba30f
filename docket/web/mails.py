"""The mails to investigators: what became of each, and what it says."""

from typing import Any, ClassVar, cast, get_args

from litestar import Request, Response, get, post
from litestar.params import FromPath, FromQuery

from docket.access import visibility
from docket.actions.papers.resend_delivery import ResendDelivery, resend_delivery
from docket.errors import NotFound
from docket.store import mails, search
from docket.store.mails import Event
from docket.store.search import DeliveryLine, DeliveryState, MailLine
from docket.web.case import open_case
from docket.web.handed import Deps
from docket.web.pages import Page, go, render
from docket.web.visit import NEEDS, actor_of, visit_of

TO_SEND = {NEEDS: "resendMail"}
_RESENDABLE = frozenset({"held", "failed", "retrying"})


class MailsPage(Page, frozen=True, kw_only=True):
    template: ClassVar[str] = "mails.html"
    path: ClassVar[str] = "/mails"

    lines: tuple[MailLine, ...]
    state: str = ""
    #: No mail server is set: mails are held and read here.
    held: bool = False
    next_href: str = ""

    @property
    def title(self) -> str:
        return "Mails"


class MailPage(Page, frozen=True, kw_only=True):
    template: ClassVar[str] = "mail.html"
    path: ClassVar[str] = "/mails"

    case_number: str
    mail: DeliveryLine
    #: What became of it, oldest first; empty = of before this was kept.
    history: tuple[Event, ...] = ()

    @property
    def title(self) -> str:
        return f"Mail over {self.case_number}"

    @property
    def resendable(self) -> bool:
        return self.mail.state in _RESENDABLE


@get("/mails", opt=TO_SEND)
async def list_mails(request: Request[Any, Any, Any], deps: Deps, stand: FromQuery[str] = "", voor: FromQuery[str] = "") -> Response[Any]:
    states = (cast(DeliveryState, stand),) if stand in get_args(DeliveryState) else ()
    before = int(voor) if voor.isascii() and voor.isdecimal() and len(voor) < 16 else None
    found = await search.mails(deps.pool, visibility(actor_of(request)), states, before, search.PAGE_ROWS + 1)
    shown = found[: search.PAGE_ROWS]
    state = states[0] if states else ""
    more = f"/mails?stand={state}&voor={shown[-1].delivery.id}" if len(found) > search.PAGE_ROWS else ""
    return render(visit_of(request), MailsPage(lines=shown, state=state, held=not deps.settings.smtp_url, next_href=more))


@get("/mails/{case_number:str}/{delivery_id:int}", opt=TO_SEND)
async def show_mail(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], delivery_id: FromPath[int]) -> Response[Any]:
    found = await open_case(case_number, actor_of(request), deps)
    mail = next((one for one in found.deliveries if one.id == delivery_id), None)
    if mail is None:
        raise NotFound
    return render(visit_of(request), MailPage(case_number=case_number, mail=mail, history=await mails.history(deps.pool, mail.id)))


@post("/mails/{case_number:str}/{delivery_id:int}/opnieuw", opt=TO_SEND)
async def resend(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], delivery_id: FromPath[int]) -> Response[Any]:
    done = await resend_delivery(ResendDelivery(delivery_id=delivery_id), actor_of(request), deps)
    return go(f"/mails/{case_number}/{delivery_id}?gedaan={'mail-bewaard' if done.state == 'held' else 'mail'}")
