"""The forms on the termijnen of a file that enter what interrupted or suspended the limitation, and that it runs again."""

from datetime import date
from typing import Any

import msgspec
from litestar import Request, Response, post
from litestar.params import FromPath

from docket import titles
from docket.actions.time_limits.enter_limitation_act import EnterLimitationAct, Kind, enter_limitation_act
from docket.errors import NotFound
from docket.web import acting
from docket.web.acting import Refused
from docket.web.handed import Deps
from docket.web.pages import go, render
from docket.web.submission import Fault
from docket.web.time_limits import TO_KEEP, TypedAct, day_typed, page_of
from docket.web.visit import Posted, actor_of, posted_of, visit_of

_KINDS: dict[str, Kind] = {"stuiten": "interruption", "schorsen": "suspension", "hervatten": "resumption"}
_PLACES: acting.Places = {
    "/on": ("_dag_daad", "Dag"),
    "/until": ("_tot", "Loopt weer vanaf"),
    "/act": ("_wat", "Welke daad"),
    "/ground": ("_wat", "Grond"),
    "/paper": ("_stuk", "Stuk"),
    "/offences": ("_feiten", "Feiten"),
    "/suspension": ("_schorsing", "Welke schorsing"),
}


@post("/dossiers/{case_number:str}/termijnen/verjaring/{act:str}", opt=TO_KEEP)
async def enter_act(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], act: FromPath[str]) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    if act not in _KINDS:
        raise NotFound
    typed = _typed(act, posted)
    on, until, faults = _days(typed)
    refused = Refused(status=400, faults=faults)
    if on is not None and not faults:
        command = EnterLimitationAct(
            case_number=case_number,
            version=posted.number("_version") or 0,
            kind=_KINDS[act],
            on=on,
            until=until,
            paper=typed.paper,
            offences=typed.offences,
            act=typed.what if act == "stuiten" and typed.what in titles.LIMITATION_ACTS else None,  # ty: ignore[invalid-argument-type]
            ground=typed.what if act == "schorsen" and typed.what in titles.LIMITATION_GROUNDS else None,  # ty: ignore[invalid-argument-type]
            suspension=int(typed.suspension) if typed.suspension.isascii() and typed.suspension.isdecimal() else None,
        )
        done = await acting.attempt(enter_limitation_act(command, actor, deps), _PLACES)
        if not isinstance(done, Refused):
            return go(f"/dossiers/{case_number}/termijnen?gedaan=verjaring-{act}")
        refused = done
    page = await page_of(case_number, actor, deps)
    page = msgspec.structs.replace(page, typed_act=typed, faults=refused.faults, stale=refused.stale)
    return render(visit_of(request), page, refused.status)


def _typed(act: str, posted: Posted) -> TypedAct:
    return TypedAct(
        form=act,
        day=posted.text("_dag_daad"),
        until=posted.text("_tot"),
        what=posted.text("_wat"),
        paper=posted.text("_stuk"),
        suspension=posted.text("_schorsing"),
        offences=posted.texts("_feiten"),
    )


def _days(typed: TypedAct) -> tuple[date | None, date | None, tuple[Fault, ...]]:
    on, until, faults = day_typed(typed.day), day_typed(typed.until), []
    if on is None:
        faults.append(Fault(name="_dag_daad", where="Dag", detail="Schrijf de dag als 10/01/2022."))
    if typed.until.strip() and until is None:
        faults.append(Fault(name="_tot", where="Loopt weer vanaf", detail="Schrijf de dag als 10/01/2022, of laat hem leeg."))
    return on, until, tuple(faults)
