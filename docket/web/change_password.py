"""Change one's password; at the first sign-in nothing else is open before it."""

from typing import Any, ClassVar

from litestar import Request, Response, get, post

from docket.actions.accounts import change_password as action
from docket.errors import BadInput, TooManyAttempts
from docket.passwords import SHORTEST_PASSWORD
from docket.web.handed import Deps
from docket.web.pages import AskingPage, go, render
from docket.web.submission import Fault
from docket.web.visit import FOR_NEWCOMERS, actor_of, posted_of, session_cookie, visit_of

_FIELDS = {"/oldPassword": ("_oud", "Huidig wachtwoord"), "/newPassword": ("_nieuw", "Nieuw wachtwoord")}


class ChangePasswordPage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "change_password.html"

    first: bool
    shortest: int = SHORTEST_PASSWORD

    @property
    def title(self) -> str:
        return "Wachtwoord kiezen" if self.first else "Wachtwoord wijzigen"


EXAMPLES = (
    ChangePasswordPage(first=True),
    ChangePasswordPage(first=False, faults=(Fault(name="_oud", where="Huidig wachtwoord", detail="Dit is niet uw huidige wachtwoord."),)),
)


@get("/wachtwoord", opt=FOR_NEWCOMERS)
async def show_password(request: Request[Any, Any, Any]) -> Response[Any]:
    visit = visit_of(request)
    return render(visit, ChangePasswordPage(first=visit.must_change_password))


@post("/wachtwoord", opt=FOR_NEWCOMERS)
async def do_change_password(request: Request[Any, Any, Any], deps: Deps) -> Response[Any]:
    visit, posted = visit_of(request), posted_of(request)
    old, new = posted.text("_oud"), posted.text("_nieuw")
    faults: tuple[Fault, ...] = ()
    if new != posted.text("_herhaling"):
        faults = (
            Fault(name="_herhaling", where="Nieuw wachtwoord, herhaling", detail="De herhaling is niet gelijk aan het nieuwe wachtwoord."),
        )
    else:
        try:
            changed = await action.change_password(action.ChangePassword(old_password=old, new_password=new), actor_of(request), deps)
        except BadInput as refusal:
            faults = tuple(Fault(name=_FIELDS[one.name][0], where=_FIELDS[one.name][1], detail=one.detail) for one in refusal.issues)
        except TooManyAttempts as refusal:
            faults = (Fault(name="_oud", where="Huidig wachtwoord", detail=refusal.detail),)
    if faults:
        return render(visit, ChangePasswordPage(first=visit.must_change_password, faults=faults), 400)
    answer = go("/?gedaan=wachtwoord")
    answer.set_cookie(session_cookie(changed.cookie, https=deps.settings.https))
    return answer
