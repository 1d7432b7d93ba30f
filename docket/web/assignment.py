"""Whose file it is and why: every assignment with its steps, recusals, another choice by the head."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, cast

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath

from docket.access import Actor, visibility
from docket.actions.assignment.ask_assignment import AskAssignment, ask_assignment
from docket.actions.assignment.override_assignment import OverrideAssignment, override_assignment
from docket.actions.assignment.recuse_prosecutor import RecuseProsecutor, recuse_prosecutor
from docket.draws import account_of, code_of
from docket.errors import NotFound
from docket.store import assignments as store
from docket.store.assignments import AssignmentLine, RecusalGround
from docket.titles import who
from docket.tracks import PORT_OFFICE, goes_to_port
from docket.web import acting, words
from docket.web.acting import REASON, Refused
from docket.web.case import TO_READ, open_case
from docket.web.handed import Deps
from docket.web.pages import AskingPage, go, render
from docket.web.submission import Fault
from docket.web.visit import NEEDS, actor_of, posted_of, visit_of

TO_OVERRIDE = {NEEDS: "overrideAssignment"}
TO_RECUSE = {NEEDS: "recuseProsecutor"}
TO_ASK = {NEEDS: "askAssignment"}
_CHOICE: acting.Places = {**REASON, "/prosecutor": ("_magistraat", "Havenprocureur")}


class PlaceView(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    load: int
    weight: int
    #: The numbers that were his, as "3 tot 6".
    numbers: str
    #: Of the picture, in hundredths of the sum.
    width: int
    drawn: bool


class AssignmentView(msgspec.Struct, frozen=True, kw_only=True):
    seq: int
    kind: str
    name: str
    assigned_at: datetime
    by: str
    reason: str
    #: A line each: who was out and why, related files, why nobody.
    steps: tuple[str, ...]
    places: tuple[PlaceView, ...] = ()
    #: How the number came about; empty without a draw.
    drawn: str = ""
    commitment: str = ""


class RecusalView(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    ground: str
    reason: str
    entered_at: datetime
    by: str


class AssignmentPage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "assignment.html"
    path: ClassVar[str] = "/dossiers"

    case_number: str
    version: int
    #: The present one first.
    assignments: tuple[AssignmentView, ...] = ()
    recusals: tuple[RecusalView, ...] = ()
    #: Account -> name: whom the head may choose.
    people: Mapping[str, str] = msgspec.field(default_factory=dict)
    #: Whom the reader may recuse.
    recusable: Mapping[str, str] = msgspec.field(default_factory=dict)
    may_override: bool = False
    may_ask: bool = False
    prosecutor: str = ""
    ground: str = ""
    reason: str = ""
    #: Which form was refused.
    form: str = ""

    @property
    def title(self) -> str:
        return f"Toewijzing van {self.case_number}"


EXAMPLES = (
    AssignmentPage(case_number="HAV-2026-000001", version=1, may_ask=True),
    AssignmentPage(
        case_number="HAV-2026-000001",
        version=3,
        assignments=(
            AssignmentView(
                seq=1,
                kind="Loting",
                name="Havenprocureur B",
                assigned_at=datetime.fromisoformat("2026-11-24T09:30:00+00:00"),
                by="het register zelf",
                reason="",
                steps=("Havenprocureur A deed niet mee: afwezig, zonder vervanger.",),
                places=(PlaceView(name="Havenprocureur B", load=2, weight=1, numbers="0", width=100, drawn=True),),
                drawn="Trekking 1 met zaad 1: getal 0 van 1.",
                commitment="630dcd2966c4336691125448bbb25b4ff412a49c732db2c8abc1b8581bd710dd",
            ),
        ),
        recusals=(
            RecusalView(
                name="Havenprocureur A",
                ground="Een partij",
                reason="Een partij is een buur.",
                entered_at=datetime.fromisoformat("2026-11-24T09:30:00+00:00"),
                by="gebruiker 23",
            ),
        ),
        people={"23": "Havenprocureur A"},
        recusable={"23": "Havenprocureur A"},
        may_override=True,
        may_ask=True,
        faults=(Fault(name="_reden", where="Reden", detail="Geef een reden; ze komt in het register te staan."),),
        form="kiezen",
    ),
)


@get("/dossiers/{case_number:str}/toewijzing", opt=TO_READ)
async def show_assignment(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    return render(visit_of(request), await _page(case_number, actor_of(request), deps))


@post("/dossiers/{case_number:str}/toewijzing/kiezen", opt=TO_OVERRIDE)
async def choose_prosecutor(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    reason = posted.text("_reden")
    refused = acting.without_reason(reason)
    if refused is None:
        command = OverrideAssignment(
            case_number=case_number,
            version=posted.number("_version") or 0,
            prosecutor=posted.number("_magistraat") or 0,
            reason=reason,
        )
        refused = _refusal(await acting.attempt(override_assignment(command, actor, deps), _CHOICE))
    return await _answer(request, deps, case_number, refused, "kiezen")


@post("/dossiers/{case_number:str}/toewijzing/verschonen", opt=TO_RECUSE)
async def recuse(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    reason, ground = posted.text("_reden"), posted.text("_grond")
    refused = acting.without_reason(reason)
    if ground not in words.RECUSAL_GROUNDS:
        fault = Fault(name="_grond", where="Grond", detail="Kies waarom hij dit dossier niet kan hebben.")
        refused = Refused(status=400, faults=(fault, *(refused.faults if refused else ())))
    if refused is None:
        command = RecuseProsecutor(
            case_number=case_number,
            version=posted.number("_version") or 0,
            prosecutor=posted.number("_magistraat") or 0,
            ground=cast(RecusalGround, ground),
            reason=reason,
        )
        refused = _refusal(await acting.attempt(recuse_prosecutor(command, actor, deps), _CHOICE))
    return await _answer(request, deps, case_number, refused, "verschonen")


@post("/dossiers/{case_number:str}/toewijzing/vragen", opt=TO_ASK)
async def ask(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    command = AskAssignment(case_number=case_number, version=posted_of(request).number("_version") or 0)
    refused = _refusal(await acting.attempt(ask_assignment(command, actor_of(request), deps)))
    return await _answer(request, deps, case_number, refused, "vragen")


def _refusal(done: Any) -> Refused | None:
    return done if isinstance(done, Refused) else None


async def _answer(request: Request[Any, Any, Any], deps: Deps, case_number: str, refused: Refused | None, form: str) -> Response[Any]:
    if refused is None:
        return go(f"/dossiers/{case_number}/toewijzing?gedaan=toewijzing-{form}")
    posted = posted_of(request)
    page = msgspec.structs.replace(
        await _page(case_number, actor_of(request), deps),
        faults=refused.faults,
        stale=refused.stale,
        form=form,
        prosecutor=posted.text("_magistraat"),
        ground=posted.text("_grond"),
        reason=posted.text("_reden"),
    )
    return render(visit_of(request), page, refused.status)


async def _page(case_number: str, actor: Actor, deps: Deps) -> AssignmentPage:
    if actor.office != PORT_OFFICE:
        raise NotFound
    found = await open_case(case_number, actor, deps)
    seen = visibility(actor)
    lines = await store.of_case(deps.pool, case_number, seen)
    recusals = await store.recusals_of(deps.pool, case_number, seen)
    colleagues = {one.id: one.display_name for one in await store.prosecutors(deps.pool, PORT_OFFICE)}
    accounts = {account_of(member.code) for line in lines if line.snapshot for member in line.snapshot.members}
    accounts |= {account_of(tie.prosecutor) for line in lines if line.result for tie in line.result.ties}
    accounts |= {line.account_id for line in lines if line.account_id} | {one.account_id for one in recusals}
    names = {code_of(account): name for account, name in (await store.names(deps.pool, sorted(accounts)) | colleagues).items()}
    ties = sorted({tie.case_number for line in lines if line.result for tie in line.result.ties})
    visible = await store.visible_numbers(deps.pool, ties, seen)
    people = {str(account): name for account, name in colleagues.items()}
    belongs = goes_to_port(found.current.decision)
    recuses = actor.may("recuseProsecutor")
    return AssignmentPage(
        case_number=found.case.case_number,
        version=found.case.version,
        assignments=tuple(_view(line, names, visible) for line in reversed(lines)),
        recusals=tuple(
            RecusalView(
                name=names[code_of(one.account_id)],
                ground=words.title(words.RECUSAL_GROUNDS, one.ground),
                reason=one.reason,
                entered_at=one.entered_at,
                by=who(one.entered_by),
            )
            for one in recusals
        ),
        people=people,
        recusable=(people if actor.may("keepRoster") else {code: name for code, name in people.items() if code == str(actor.account_id)})
        if recuses
        else {},
        may_override=actor.may("overrideAssignment") and belongs,
        may_ask=actor.may("askAssignment") and belongs,
    )


def _view(line: AssignmentLine, names: Mapping[str, str], visible: frozenset[str]) -> AssignmentView:
    result = line.result
    drawn = result.drawn if result else None
    total = result.places[-1].until if result and result.places else 1
    places = tuple(
        PlaceView(
            name=names[place.code],
            load=place.load,
            weight=place.weight,
            numbers=str(place.first) if place.weight == 1 else f"{place.first} tot {place.until - 1}",
            width=round(100 * place.weight / total),
            drawn=drawn is not None and place.first <= drawn.number < place.until,
        )
        for place in (result.places if result else ())
    )
    return AssignmentView(
        seq=line.seq,
        kind=words.title(words.ASSIGNMENT_KINDS, line.kind),
        name=names[code_of(line.account_id)] if line.account_id is not None else "",
        assigned_at=line.assigned_at,
        by=who(line.assigned_by),
        reason=line.reason or "",
        steps=tuple(_steps(line, names, visible)),
        places=places,
        drawn=f"Trekking {drawn.draw_number} met zaad {line.seed_seq}: getal {drawn.number} van {drawn.total}." if drawn else "",
        commitment=line.commitment or "",
    )


def _steps(line: AssignmentLine, names: Mapping[str, str], visible: frozenset[str]) -> list[str]:
    result = line.result
    if result is None:
        return []
    steps = []
    for out in result.out:
        why = {
            "absent": f"afwezig, vervangen door {names[out.stand_in]}" if out.stand_in else "afwezig, zonder vervanger",
            "recused": f"verschoond ({words.lowered(words.title(words.RECUSAL_GROUNDS, out.ground))})",
            "notNamed": "het dossier is verzegeld en hij staat er niet op",
        }[out.reason]
        steps.append(f"{names[out.code]} deed niet mee: {why}.")
    for tie in result.ties:
        which = f"Het verwante dossier {tie.case_number}" if tie.case_number in visible else "Een verwant dossier dat u niet mag zien"
        if tie.taken_by is None:
            steps.append(f"{which} is van {names[tie.prosecutor]}, die dit dossier niet kan nemen.")
        elif tie.taken_by == tie.prosecutor:
            steps.append(f"{which} is van {names[tie.prosecutor]}: die neemt ook dit dossier, zonder loting.")
        else:
            steps.append(f"{which} is van {names[tie.prosecutor]}: zijn vervanger {names[tie.taken_by]} neemt dit dossier, zonder loting.")
    if result.kind == "standIn" and result.drawn is not None and result.stands_in_for:
        steps.append(f"De loting viel op de plaats van {names[result.stands_in_for]}, die afwezig is: zijn vervanger neemt het dossier.")
    if result.reason:
        steps.append(words.title(words.NOT_ASSIGNED, result.reason))
    return steps
