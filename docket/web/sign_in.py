"""Sign in: one form for everybody; what was typed in a lost session is kept as a draft right after it."""

from typing import Any, ClassVar

from litestar import Request, Response, get, post
from litestar.params import FromQuery

from docket.actions.accounts import sign_in as action
from docket.errors import NotSignedIn, TooManyAttempts
from docket.web.drafting import keep_lost_form
from docket.web.handed import Deps
from docket.web.pages import Page, go, render
from docket.web.visit import (
    ENTRY_COOKIE,
    OPEN_TO_ALL,
    SESSION_COOKIE,
    Visit,
    address_of,
    entry_cookie,
    inside,
    posted_of,
    session_cookie,
    visit_of,
)


class SignInPage(Page, frozen=True, kw_only=True):
    template: ClassVar[str] = "sign_in.html"

    #: Where to go once signed in.
    onward: str = "/"
    #: A form that was posted after the session had ended, as posted.
    kept: str = ""
    name: str = ""
    fault: str = ""
    #: Why he is asked.
    reason: str = ""
    #: The data folder of a first start holds the first password.
    first_start: bool = False

    @property
    def title(self) -> str:
        return "Aanmelden"

    @property
    def faulty(self) -> bool:
        return bool(self.fault)


EXAMPLES = (
    SignInPage(),
    SignInPage(name="beheer", fault="De naam of het wachtwoord klopt niet. Controleer beide en probeer opnieuw."),
    SignInPage(onward="/concepten/x", kept="noticeNumber=DE60", reason="Uw sessie is afgelopen of u bent nog niet aangemeld."),
)


@get("/aanmelden", opt=OPEN_TO_ALL)
async def show_sign_in(request: Request[Any, Any, Any], verder: FromQuery[str] = "/") -> Response[Any]:
    if visit_of(request).signed_in:
        return go(inside(verder))
    return ask_to_sign_in(request, SignInPage(onward=inside(verder)))


@post("/aanmelden", opt=OPEN_TO_ALL)
async def do_sign_in(request: Request[Any, Any, Any], deps: Deps) -> Response[Any]:
    posted = posted_of(request)
    command = action.SignIn(
        name=posted.text("_naam"),
        password=posted.text("_wachtwoord"),
        address=address_of(request, deps.settings),
        cookie=request.cookies.get(SESSION_COOKIE),
    )
    onward, kept = inside(posted.text("_verder")), posted.text("_bewaard")
    try:
        signed_in = await action.sign_in(command, deps)
    except (NotSignedIn, TooManyAttempts) as refusal:
        page = SignInPage(onward=onward, kept=kept, name=command.name, fault=refusal.detail)
        return ask_to_sign_in(request, page, refusal.status)
    if kept:
        onward = await keep_lost_form(onward, kept, signed_in.account_id, deps)
    answer = go("/wachtwoord" if signed_in.must_change_password and not kept else onward)
    answer.set_cookie(session_cookie(signed_in.cookie, https=deps.settings.https))
    answer.delete_cookie(ENTRY_COOKIE, path="/aanmelden")
    return answer


def ask_to_sign_in(request: Request[Any, Any, Any], page: SignInPage, status: int = 200) -> Response[Any]:
    """The form with a fresh token, in the page and in its cookie."""
    deps: Deps = request.app.state.deps
    cookie = entry_cookie(https=deps.settings.https)
    answer = render(Visit(csrf_token=cookie.value or ""), page, status)
    answer.set_cookie(cookie)
    return answer
