"""One's own account: who one is here, the password, and the single-key shortcuts."""

from typing import Any, ClassVar

from litestar import Request, Response, get, post

from docket.store import accounts
from docket.web import words
from docket.web.handed import Deps
from docket.web.pages import Page, go, render
from docket.web.visit import FOR_SIGNED_IN, actor_of, posted_of, visit_of


class AccountPage(Page, frozen=True, kw_only=True):
    template: ClassVar[str] = "account.html"

    display_name: str
    roles: tuple[str, ...]
    belongs_to: str
    shortcuts: bool

    @property
    def title(self) -> str:
        return "Uw account"


EXAMPLES = (AccountPage(display_name="Medewerker A", roles=("Parketmedewerker",), belongs_to="Parket Antwerpen", shortcuts=True),)


@get("/account", opt=FOR_SIGNED_IN)
async def show_account(request: Request[Any, Any, Any]) -> Response[Any]:
    actor, visit = actor_of(request), visit_of(request)
    page = AccountPage(
        display_name=visit.display_name,
        roles=tuple(title for role, title in words.ROLES.items() if role in actor.roles),
        belongs_to=visit.law.seat(actor.office) or visit.law.seat(actor.court) or "Geen parket of rechtbank",
        shortcuts=visit.shortcuts,
    )
    return render(visit, page)


@post("/account", opt=FOR_SIGNED_IN)
async def choose_shortcuts(request: Request[Any, Any, Any], deps: Deps) -> Response[Any]:
    on = posted_of(request).text("_sneltoetsen") == "aan"
    async with deps.transaction() as tx:
        await accounts.set_shortcuts(tx, actor_of(request).account_id or 0, shortcuts=on)
    return go("/account?gedaan=sneltoetsen")
