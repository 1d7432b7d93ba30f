"""Join another file into this one: why, and which persons of the other file are already here."""

from typing import Any, ClassVar

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath

from docket.access import Actor
from docket.actions.connected.join_cases import JoinCases, JoinedFile, join_cases
from docket.connected import same_name
from docket.contract import Person, Report
from docket.web import acting, words
from docket.web.acting import REASON, Refused
from docket.web.case import open_case
from docket.web.connected import TO_JOIN, open_other
from docket.web.decision import labels
from docket.web.fields import PERSONS
from docket.web.handed import Deps
from docket.web.pages import AskingPage, go, render
from docket.web.submission import Fault
from docket.web.visit import actor_of, posted_of, visit_of


class OtherPerson(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    label: str
    #: Id of the same person here; empty = nobody said so.
    same: str = ""
    #: Whom he may be, by number or name; to look at.
    hint: str = ""


class JoinCasesPage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "join_cases.html"
    path: ClassVar[str] = "/dossiers"

    case_number: str
    version: int
    other: str
    other_summary: str | None
    persons: tuple[OtherPerson, ...]
    #: Id -> label of the persons of this file.
    here: dict[str, str]
    ground: str = ""
    limb: str = ""
    reason: str = ""

    @property
    def title(self) -> str:
        return f"{self.other} voegen bij {self.case_number}"


EXAMPLES = (
    JoinCasesPage(
        case_number="HAV-2026-000001",
        version=3,
        other="HAV-2026-000002",
        other_summary="Zes personen in een lege container.",
        persons=(
            OtherPerson(id="s1", label="Persoon 1: Adams", hint="Persoon 2: Adams heet hetzelfde"),
            OtherPerson(id="s2", label="Persoon 2"),
        ),
        here={"s1": "Persoon 1: Maes", "s2": "Persoon 2: Adams"},
        faults=(Fault(name="_samenhang", where="Samenhang", detail="Kies waarom de zaken samen behandeld worden."),),
    ),
)


@get("/dossiers/{case_number:str}/verbanden/{other:str}/voegen", opt=TO_JOIN)
async def show_joining(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], other: FromPath[str]) -> Response[Any]:
    return render(visit_of(request), await _page(case_number, other, actor_of(request), deps))


@post("/dossiers/{case_number:str}/verbanden/{other:str}/voegen", opt=TO_JOIN)
async def join(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], other: FromPath[str]) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    ground, limb, reason = posted.text("_grond"), posted.text("_samenhang"), posted.text("_reden")
    same = {name.removeprefix("_zelfde/"): value for name, value in posted.pairs if name.startswith("_zelfde/") and value}
    faults = []
    if ground not in words.RELATED_GROUNDS:
        faults.append(Fault(name="_grond", where="Grond", detail="Kies waarom de dossiers bij elkaar horen."))
    if limb not in words.LIMBS:
        faults.append(Fault(name="_samenhang", where="Samenhang", detail="Kies waarom de zaken samen behandeld worden."))
    if without := acting.without_reason(reason):
        faults += without.faults
    refused = Refused(status=400, faults=tuple(faults)) if faults else None
    if refused is None:
        said: dict[str, Any] = {"ground": ground, "limb": limb, "reason": reason}
        files = (JoinedFile(case_number=other, same_persons=same),)
        command = JoinCases(case_number=case_number, version=posted.number("_version") or 0, files=files, **said)
        done = await acting.attempt(join_cases(command, actor, deps), REASON)
        refused = done if isinstance(done, Refused) else None
    if refused is None:
        return go(f"/dossiers/{case_number}/verbanden?gedaan=gevoegd")
    page = await _page(case_number, other, actor, deps, same)
    page = msgspec.structs.replace(page, ground=ground, limb=limb, reason=reason, faults=refused.faults, stale=refused.stale)
    return render(visit_of(request), page, refused.status)


async def _page(case_number: str, other: str, actor: Actor, deps: Deps, same: dict[str, str] | None = None) -> JoinCasesPage:
    found = await open_case(case_number, actor, deps)
    there = await open_other(found.case.case_number, other, actor, deps)
    here = labels(found.case.report, PERSONS.name, {})
    of_there = labels(there.case.report, PERSONS.name, {})
    return JoinCasesPage(
        case_number=found.case.case_number,
        version=found.case.version,
        other=there.case.case_number,
        other_summary=there.case.report.summary,
        persons=tuple(
            OtherPerson(
                id=person.id or "",
                label=of_there.get(person.id or "", person.id or ""),
                same=(same or {}).get(person.id or "", ""),
                hint=_hint(person, found.case.report, here),
            )
            for person in there.case.report.persons
        ),
        here=here,
    )


def _hint(person: Person, report: Report, here: dict[str, str]) -> str:
    """Shown beside the choice, never chosen for anybody."""
    for one in report.persons:
        label = here.get(one.id or "", one.id or "")
        if person.ssin and person.ssin == one.ssin:
            return f"{label} heeft hetzelfde rijksregisternummer"
        if person.family_name and same_name(person.family_name, person.given_names or "", one.family_name or "", one.given_names or "") in (
            "same",
            "sounds",
        ):
            return f"{label} heet hetzelfde of bijna"
    return ""
