"""Split a file: for each person, fact and seizure whether it stays, leaves or stands in both."""

from collections.abc import Mapping
from typing import Any, ClassVar

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath

from docket.access import Actor
from docket.actions.connected.split_case import SplitCase, split_case
from docket.web import acting, words
from docket.web.acting import Refused
from docket.web.case import open_case
from docket.web.decision import labels
from docket.web.handed import Deps
from docket.web.pages import AskingPage, go, render
from docket.web.submission import Fault
from docket.web.visit import NEEDS, Posted, actor_of, posted_of, visit_of

TO_SPLIT = {NEEDS: "splitCase"}
#: Lists that are divided, in the order of the form.
LISTS: Mapping[str, str] = {"persons": "Personen", "offences": "Feiten", "seizures": "Inbeslagnemingen"}


class Dividing(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the file."""

    #: Name of its field.
    name: str
    label: str
    goes: str
    fault: str


class DividedList(msgspec.Struct, frozen=True, kw_only=True):
    title: str
    rows: tuple[Dividing, ...]


class SplitCasePage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "split_case.html"
    path: ClassVar[str] = "/dossiers"

    case_number: str
    version: int
    lists: tuple[DividedList, ...]
    ground: str = ""
    limb: str = ""
    reason: str = ""

    @property
    def title(self) -> str:
        return f"{self.case_number} splitsen"


EXAMPLES = (
    SplitCasePage(
        case_number="HAV-2026-000001",
        version=3,
        lists=(
            DividedList(
                title="Personen",
                rows=(
                    Dividing(name="persons/s1", label="Persoon 1: Adams", goes="", fault=""),
                    Dividing(name="persons/s2", label="Persoon 2", goes="leaves", fault="Verdachte s2 gaat mee zonder een feit."),
                ),
            ),
            DividedList(title="Feiten", rows=(Dividing(name="offences/o1", label="Feit 1: binnendringen", goes="both", fault=""),)),
        ),
        faults=(Fault(name="persons/s2", where="Persoon 2", detail="Verdachte s2 gaat mee zonder een feit."),),
    ),
)


@get("/dossiers/{case_number:str}/splitsen", opt=TO_SPLIT)
async def show_splitting(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    return render(visit_of(request), await _page(case_number, actor_of(request), deps))


@post("/dossiers/{case_number:str}/splitsen", opt=TO_SPLIT)
async def split(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    ground, limb, reason = posted.text("_grond"), posted.text("_samenhang"), posted.text("_reden")
    faults = []
    if ground not in words.RELATED_GROUNDS:
        faults.append(Fault(name="_grond", where="Grond", detail="Kies wat de twee dossiers blijft verbinden."))
    if without := acting.without_reason(reason):
        faults += without.faults
    refused = Refused(status=400, faults=tuple(faults)) if faults else None
    number = ""
    if refused is None:
        said: dict[str, Any] = {"ground": ground, "limb": limb if limb in words.LIMBS else None, "reason": reason}
        command = SplitCase(case_number=case_number, version=posted.number("_version") or 0, **said, **_chosen(posted))
        done = await acting.attempt(split_case(command, actor, deps), await _places(case_number, actor, deps))
        refused = done if isinstance(done, Refused) else None
        number = "" if isinstance(done, Refused) else done.new_case_number
    if refused is None:
        return go(f"/dossiers/{number}?gedaan=gesplitst")
    page = await _page(case_number, actor, deps, posted, refused.faults)
    page = msgspec.structs.replace(page, ground=ground, limb=limb, reason=reason, faults=refused.faults, stale=refused.stale)
    return render(visit_of(request), page, refused.status)


def _chosen(posted: Posted) -> dict[str, Any]:
    def of(name: str) -> dict[str, str]:
        pairs = [(given.removeprefix(f"{name}/"), value) for given, value in posted.pairs if given.startswith(f"{name}/")]
        return {id_: value for id_, value in pairs if value in ("leaves", "both")}

    return {name: of(name) for name in LISTS}


async def _places(case_number: str, actor: Actor, deps: Deps) -> acting.Places:
    """Where each row stands on the form, the longest pointer first: /persons/s10 is not /persons/s1."""
    report = (await open_case(case_number, actor, deps)).case.report
    offences = words.of_law(deps.law.law).offences
    rows = {f"/{name}/{id_}": (f"{name}/{id_}", label) for name in LISTS for id_, label in labels(report, name, offences).items()}
    return {**dict(sorted(rows.items(), key=lambda row: -len(row[0]))), "/reason": ("_reden", "Reden")}


async def _page(case_number: str, actor: Actor, deps: Deps, posted: Posted | None = None, faults: tuple[Fault, ...] = ()) -> SplitCasePage:
    found = await open_case(case_number, actor, deps)
    told = {fault.name: fault.detail for fault in faults}
    lists = []
    for name, title in LISTS.items():
        rows = tuple(
            Dividing(
                name=f"{name}/{id_}", label=label, goes=posted.text(f"{name}/{id_}") if posted else "", fault=told.get(f"{name}/{id_}", "")
            )
            for id_, label in labels(found.case.report, name, words.of_law(deps.law.law).offences).items()
        )
        if rows:
            lists.append(DividedList(title=title, rows=rows))
    return SplitCasePage(case_number=found.case.case_number, version=found.case.version, lists=tuple(lists))
