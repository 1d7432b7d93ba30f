"""Open or close a file, and name who may read it, with a reason."""

from typing import Any, ClassVar, cast

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath

from docket.access import Actor
from docket.actions.registration.set_confidentiality import SetConfidentiality, set_confidentiality
from docket.cases import Confidentiality
from docket.store import accounts
from docket.web import acting, words
from docket.web.acting import REASON, Refused
from docket.web.case import open_case
from docket.web.handed import Deps
from docket.web.pages import AskingPage, go, render
from docket.web.submission import Fault
from docket.web.visit import NEEDS, actor_of, posted_of, visit_of

TO_CLOSE = {NEEDS: "setConfidentiality"}


class Colleague(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    name: str
    roles: str
    named: bool


class SetConfidentialityPage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "set_confidentiality.html"
    path: ClassVar[str] = "/dossiers"

    case_number: str
    version: int
    confidentiality: str
    colleagues: tuple[Colleague, ...]
    reason: str = ""

    @property
    def title(self) -> str:
        return f"Vertrouwelijkheid van {self.case_number}"


EXAMPLES = (
    SetConfidentialityPage(
        case_number="HAV-2026-000001",
        version=3,
        confidentiality="restricted",
        colleagues=(
            Colleague(id=1, name="Medewerker A", roles="Parketmedewerker", named=True),
            Colleague(id=2, name="Procureur B", roles="Havenprocureur", named=False),
        ),
        faults=(Fault(name="_reden", where="Reden", detail="Geef een reden; ze komt in het register te staan."),),
    ),
)


@get("/dossiers/{case_number:str}/vertrouwelijkheid", opt=TO_CLOSE)
async def show_confidentiality(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    return render(visit_of(request), await _page(case_number, actor_of(request), deps))


@post("/dossiers/{case_number:str}/vertrouwelijkheid", opt=TO_CLOSE)
async def change_confidentiality(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    page = await _page(case_number, actor, deps)
    level, reason = posted.text("_vertrouwelijkheid"), posted.text("_reden")
    chosen = {one.id for one in page.colleagues if str(one.id) in posted.texts("_op_naam")}
    refused = acting.without_reason(reason)
    if refused is None and level not in words.CONFIDENTIALITIES:
        refused = Refused(status=400, faults=(Fault(name="_vertrouwelijkheid", where="Vertrouwelijkheid", detail="Kies een van de drie."),))
    if refused is None:
        command = SetConfidentiality(
            case_number=case_number,
            version=posted.number("_version") or 0,
            confidentiality=cast(Confidentiality, level),
            reason=reason,
            named=tuple(sorted(chosen)),
        )
        places = {**REASON, "/named": ("_op_naam", "Op naam")}
        done = await acting.attempt(set_confidentiality(command, actor, deps), places)
        refused = done if isinstance(done, Refused) else None
    if refused is None:
        # Who seals a file without his own name on it no longer sees it.
        return go(
            "/dossiers?gedaan=vertrouwelijkheid"
            if level == "sealed" and actor.account_id not in chosen
            else f"/dossiers/{case_number}?gedaan=vertrouwelijkheid"
        )
    page = msgspec.structs.replace(
        page,
        confidentiality=level,
        colleagues=tuple(msgspec.structs.replace(one, named=one.id in chosen) for one in page.colleagues),
        reason=reason,
        faults=refused.faults,
        stale=refused.stale,
    )
    return render(visit_of(request), page, refused.status)


async def _page(case_number: str, actor: Actor, deps: Deps) -> SetConfidentialityPage:
    found = await open_case(case_number, actor, deps)
    named = {one.id for one in found.named}
    people = {one.id: one for one in await accounts.colleagues(deps.pool, actor)}
    people |= {one.id: one for one in await accounts.names_of(deps.pool, tuple(named - set(people)))}
    return SetConfidentialityPage(
        case_number=found.case.case_number,
        version=found.case.version,
        confidentiality=found.case.confidentiality,
        colleagues=tuple(
            Colleague(
                id=one.id,
                name=one.display_name,
                roles=", ".join(words.title(words.ROLES, role) for role in one.roles),
                named=one.id in named,
            )
            for one in people.values()
        ),
    )
