"""Sign out: the session ends in the register, not only in the browser."""

from typing import Any

from litestar import Request, Response, post

from docket.actions.accounts import sign_out as action
from docket.web.handed import Deps
from docket.web.pages import go
from docket.web.visit import FOR_NEWCOMERS, SESSION_COOKIE


@post("/afmelden", opt=FOR_NEWCOMERS)
async def do_sign_out(request: Request[Any, Any, Any], deps: Deps) -> Response[Any]:
    await action.sign_out(action.SignOut(cookie=request.cookies.get(SESSION_COOKIE, "")), deps)
    answer = go("/aanmelden")
    answer.delete_cookie(SESSION_COOKIE)
    return answer
