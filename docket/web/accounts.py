"""The administrator's accounts: people and API clients; a password or a key is shown once."""

from typing import Any, ClassVar

import msgspec
from litestar import Request, Response, get, post

from docket.actions.accounts.add_client import CLIENT_ROLES, AddClient, add_client
from docket.actions.accounts.add_user import COURT_ROLES, FREE_ROLES, OFFICE_ROLES, AddUser, add_user
from docket.actions.accounts.disable_account import DisableAccount, disable_account
from docket.store import accounts as store
from docket.store.accounts import Account
from docket.web import acting, words
from docket.web.acting import Refused
from docket.web.handed import Deps
from docket.web.pages import AskingPage, go, render
from docket.web.submission import Fault
from docket.web.visit import NEEDS, actor_of, posted_of, visit_of

FOR_ADMINISTRATOR = {NEEDS: "manageAccounts"}
USER_ROLES: words.Titles = {role: title for role, title in words.ROLES.items() if role in OFFICE_ROLES | COURT_ROLES | FREE_ROLES}
CLIENT_TITLES: words.Titles = {role: words.title(words.ROLES, role) for role in CLIENT_ROLES}
#: Pointer of the action -> field of the form of users ("u") or clients ("c").
_FIELDS = {
    "/name": ("naam", "Naam"),
    "/displayName": ("schermnaam", "Naam op het scherm"),
    "/roles": ("functies", "Functies"),
    "/role": ("functie", "Functie"),
    "/office": ("parket", "Parket"),
    "/court": ("rechtbank", "Rechtbank"),
    "/scopes": ("rechten", "Rechten"),
}


class Typed(msgspec.Struct, frozen=True, kw_only=True):
    """What was typed in one of the two forms."""

    name: str = ""
    display_name: str = ""
    roles: tuple[str, ...] = ()
    office: str = ""
    court: str = ""
    scopes: tuple[str, ...] = ()


class AccountsPage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "accounts.html"
    path: ClassVar[str] = "/beheer/accounts"

    accounts: tuple[Account, ...]
    user: Typed = Typed()
    client: Typed = Typed()
    #: Shown once: whose it is and what it is.
    secret_of: str = ""
    secret: str = ""
    is_key: bool = False

    @property
    def title(self) -> str:
        return "Accounts"

    @property
    def user_roles(self) -> words.Titles:
        return USER_ROLES

    @property
    def client_roles(self) -> words.Titles:
        return CLIENT_TITLES


EXAMPLES = (
    AccountsPage(accounts=()),
    AccountsPage(accounts=(), secret_of="an.voorbeeld", secret="drie-woorden-samen"),  # noqa: S106
    AccountsPage(accounts=(), user=Typed(name="An"), faults=(Fault(name="_u_naam", where="Naam", detail="Gebruik kleine letters."),)),
)


@get("/beheer/accounts", opt=FOR_ADMINISTRATOR)
async def list_accounts(request: Request[Any, Any, Any], deps: Deps) -> Response[Any]:
    return render(visit_of(request), AccountsPage(accounts=tuple(await store.all_accounts(deps.pool))))


@post("/beheer/accounts/mensen", opt=FOR_ADMINISTRATOR)
async def make_user(request: Request[Any, Any, Any], deps: Deps) -> Response[Any]:
    typed = _typed(request, "u")
    command = AddUser(
        name=typed.name, display_name=typed.display_name, roles=typed.roles, office=typed.office or None, court=typed.court or None
    )
    done = await acting.attempt(add_user(command, actor_of(request), deps), _places("u"))
    listed = tuple(await store.all_accounts(deps.pool))
    if isinstance(done, Refused):
        return render(visit_of(request), AccountsPage(accounts=listed, user=typed, faults=done.faults), done.status)
    return render(visit_of(request), AccountsPage(accounts=listed, secret_of=done.name, secret=done.password))


@post("/beheer/accounts/toepassingen", opt=FOR_ADMINISTRATOR)
async def make_client(request: Request[Any, Any, Any], deps: Deps) -> Response[Any]:
    typed = _typed(request, "c")
    command = AddClient(
        name=typed.name,
        role=typed.roles[0] if typed.roles else "",
        scopes=typed.scopes,
        office=typed.office or None,
        court=typed.court or None,
    )
    done = await acting.attempt(add_client(command, actor_of(request), deps), _places("c"))
    listed = tuple(await store.all_accounts(deps.pool))
    if isinstance(done, Refused):
        return render(visit_of(request), AccountsPage(accounts=listed, client=typed, faults=done.faults), done.status)
    return render(visit_of(request), AccountsPage(accounts=listed, secret_of=done.name, secret=done.key, is_key=True))


@post("/beheer/accounts/sluiten", opt=FOR_ADMINISTRATOR)
async def close_account(request: Request[Any, Any, Any], deps: Deps) -> Response[Any]:
    await disable_account(DisableAccount(name=posted_of(request).text("_naam")), actor_of(request), deps)
    return go("/beheer/accounts?gedaan=account-weg")


def _typed(request: Request[Any, Any, Any], form: str) -> Typed:
    posted = posted_of(request)
    return Typed(
        name=posted.text(f"_{form}_naam").strip(),
        display_name=posted.text(f"_{form}_schermnaam"),
        roles=posted.texts(f"_{form}_functies") or tuple(filter(None, (posted.text(f"_{form}_functie"),))),
        office=posted.text(f"_{form}_parket"),
        court=posted.text(f"_{form}_rechtbank"),
        scopes=posted.texts(f"_{form}_rechten"),
    )


def _places(form: str) -> dict[str, tuple[str, str]]:
    # The longer pointer first: /roles begins with /role.
    return {pointer: (f"_{form}_{name}", label) for pointer, (name, label) in sorted(_FIELDS.items(), reverse=True)}
