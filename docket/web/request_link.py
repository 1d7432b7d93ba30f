"""The page behind a private link: asks one fact of a service without an account, and shows nothing else of the file."""

from datetime import date
from typing import Any, ClassVar

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath

from docket.actions.requests.answer_by_link import AnswerByLink, answer_by_link, open_link
from docket.store.requests import BehindLink
from docket.web import acting, words
from docket.web.acting import Refused
from docket.web.fields import Field
from docket.web.handed import Deps
from docket.web.pages import AskingPage, render
from docket.web.request_words import choices_of, field_of, read_answer
from docket.web.submission import Fault
from docket.web.visit import ENTRY_COOKIE, OPEN_TO_ALL, Visit, address_of, entry_cookie, posted_of, visit_of

_PLACES: acting.Places = {"/value": ("_antwoord", "Antwoord"), "/remark": ("_antwoord", "Antwoord")}
#: The address is the secret: no other site is told it, and nothing keeps the page.
_HEADERS = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex, nofollow"}


class RequestLinkPage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "request_link.html"

    address: str
    case_number: str
    kind: str
    addressee: str
    question: str
    due_on: date
    field: Field
    choices: words.Titles
    in_words: bool
    #: An answer was given; nothing more can be typed.
    answered: bool
    #: An earlier answer was not enough.
    refused_before: bool
    value: str = ""
    remark: str = ""

    @property
    def title(self) -> str:
        return f"Vraag over dossier {self.case_number}"


EXAMPLES = tuple(
    RequestLinkPage(
        address="/v/voorbeeld",
        case_number="HAV-2026-000001",
        kind="Vraag om een gegeven",
        addressee="Scheepvaartpolitie, SPN Antwerpen",
        question="Plaats 1: welke kaai?",
        due_on=date(2026, 12, 4),
        field=field_of(fact),
        choices=choices,
        in_words=fact is None,
        answered=answered,
        refused_before=not answered,
        faults=faults,
    )
    for fact, choices, answered, faults in (
        ("/places/p1/quay", {}, False, (Fault(name="_antwoord", where="Antwoord", detail="Vul het antwoord in."),)),
        ("/persons/s1/minor", {"ja": "Ja", "nee": "Nee"}, False, ()),
        (None, {}, False, ()),
        ("/places/p1/quay", {}, True, ()),
    )
)


@get("/v/{token:str}", opt=OPEN_TO_ALL)
async def show_question(request: Request[Any, Any, Any], deps: Deps, token: FromPath[str]) -> Response[Any]:
    return _answered(request, deps, _page(token, await open_link(token, address_of(request, deps.settings), deps), deps))


@post("/v/{token:str}", opt=OPEN_TO_ALL)
async def take_answer(request: Request[Any, Any, Any], deps: Deps, token: FromPath[str]) -> Response[Any]:
    posted, address = posted_of(request), address_of(request, deps.settings)
    found = await open_link(token, address, deps)
    text, remark = posted.text("_antwoord"), posted.text("_toelichting")
    command = AnswerByLink(
        token=token,
        value=read_answer(found.fact, text),
        remark=remark if found.fact is not None else text,
        address=address,
    )
    done = await acting.attempt(answer_by_link(command, deps), _PLACES)
    if not isinstance(done, Refused):
        return _answered(request, deps, _page(token, done, deps))
    page = msgspec.structs.replace(_page(token, found, deps), value=text, remark=remark, faults=done.faults)
    return _answered(request, deps, page, done.status)


def _page(token: str, found: BehindLink, deps: Deps) -> RequestLinkPage:
    field = field_of(found.fact)
    return RequestLinkPage(
        address=f"/v/{token}",
        case_number=found.case_number,
        kind=words.title(words.REQUEST_KINDS, found.kind),
        addressee=found.addressee,
        question=found.question,
        due_on=found.due_on,
        field=field,
        choices=dict(choices_of(field, words.of_law(deps.law.law))),
        in_words=found.fact is None,
        answered=found.answered,
        refused_before=found.refused_before,
    )


def _answered(request: Request[Any, Any, Any], deps: Deps, page: RequestLinkPage, status: int = 200) -> Response[Any]:
    """With a token of the form in the page and in its cookie; who is signed in besides has that of his session."""
    session = visit_of(request).csrf_token
    cookie = entry_cookie(https=deps.settings.https, path="/v/")
    token = session or request.cookies.get(ENTRY_COOKIE) or cookie.value or ""
    answer = render(Visit(csrf_token=token, law=visit_of(request).law), page, status)
    answer.headers.update(_HEADERS)
    if not session and token == cookie.value:
        answer.set_cookie(cookie)
    return answer
