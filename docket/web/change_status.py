"""Enter what happened in the life of a file: the event, for whom, and the reason or the paper that proves it."""

from datetime import date
from typing import Any, ClassVar

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath

from docket import life
from docket.access import Actor
from docket.actions.life.change_status import ChangeStatus, change_status
from docket.clock import court_day
from docket.seized_items import items_of
from docket.store import judgments, seized_items
from docket.transitions import GUARDS, TRANSITIONS, Pair, Paper
from docket.web import acting, words
from docket.web import typed as typing
from docket.web.acting import Refused
from docket.web.case import open_case
from docket.web.handed import Deps
from docket.web.life_words import LifeView, NextView, PositionView, life_view
from docket.web.pages import AskingPage, go, render
from docket.web.submission import Fault
from docket.web.visit import NEEDS, Posted, actor_of, posted_of, visit_of
from routing import Law, Motive, motives_on

TO_CHANGE = {NEEDS: "changeStatus"}
_PLACES = {
    "/event": ("_gebeurtenis", "Wat er gebeurde"),
    "/positions": ("_wie", "Voor wie"),
    "/paper/kind": ("_stuk", "Stuk"),
    "/paper/datedOn": ("_stuk_dag", "Dag van het stuk"),
    "/act": ("_handeling", "Gevraagde handeling"),
    "/cause": ("_oorzaak", "Oorzaak van verval"),
    "/reason": ("_reden", "Reden"),
}
#: What a guard asks, where the form has it.
_WANTED = {
    "motive": ("_motief", "Motief", "Een seponering vermeldt haar motief (art. 28quater Sv.); kies er een uit de lijst."),
    "other": ("_dossier", "Het andere dossier", "Geef het nummer van het dossier waarvan dit een dubbel is."),
    "act": ("_handeling", "Gevraagde handeling", "Zeg welke handeling u aan de onderzoeksrechter vraagt."),
    "cause": ("_oorzaak", "Oorzaak van verval", "Zeg waardoor de strafvordering vervalt."),
    "paper": ("_stuk", "Stuk", "Noem het stuk dat dit bewijst, met zijn dag."),
}
_DAY = "Schrijf de dag van het stuk als 26/11/2026."


class Typed(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in the form."""

    whole: bool = True
    chosen: tuple[str, ...] = ()
    motive: str = ""
    other: str = ""
    act: str = ""
    cause: str = ""
    paper: str = ""
    paper_number: str = ""
    paper_day: str = ""
    reason: str = ""


class ChangeStatusPage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "change_status.html"
    path: ClassVar[str] = "/dossiers"

    case_number: str
    version: int
    life: LifeView
    #: None = none of the events that are possible here was chosen yet.
    event: NextView | None
    motives: dict[str, str]
    typed: Typed = Typed()

    @property
    def title(self) -> str:
        return f"Stand van {self.case_number}"

    @property
    def positions(self) -> tuple[PositionView, ...]:
        """Those that the event may start from."""
        return tuple(one for one in self.life.positions if self.event is not None and one.key in self.event.keys)


def motives(law: Law, today: date) -> dict[str, str]:
    """With the code and what kind it is."""
    return {code: _motive(one) for code, one in motives_on(law.dismissal, today).items()}


def _motive(one: Motive) -> str:
    return f"{one.code} {one.title_nl} ({'technisch' if one.sort == 'technical' else 'opportuniteit'})"


@get("/dossiers/{case_number:str}/stand", opt=TO_CHANGE)
async def show_status(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    page = await _page(case_number, request.query_params.get("gebeurtenis", ""), actor_of(request), deps)
    if page.event is not None and page.event.act:
        return go(page.event.href)
    return render(visit_of(request), page)


@post("/dossiers/{case_number:str}/stand", opt=TO_CHANGE)
async def change(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    typed, event = _typed(posted), posted.text("_gebeurtenis")
    paper, faults = paper_of(typed.paper, typed.paper_number, typed.paper_day)
    asks = {asked for row in TRANSITIONS if row.event == event and life.is_bare(row) for name in row.guards if (asked := GUARDS[name].asks)}
    wanted = {name: (where, detail) for asked, (name, where, detail) in _WANTED.items() if asked in asks}
    faults = (*acting.unfilled(posted, wanted), *faults)
    refused: Refused | None = Refused(status=400, faults=faults) if faults else None
    if refused is None:
        command = ChangeStatus(
            case_number=case_number,
            version=posted.number("_version") or 0,
            event=event,
            positions=None if typed.whole else tuple(_pair(key) for key in typed.chosen),
            reason=typed.reason or None,
            paper=paper,
            motive=typed.motive or None,
            other=typed.other.strip() or None,
            act=typed.act or None,
            cause=typed.cause or None,
        )
        done = await acting.attempt(change_status(command, actor, deps), _PLACES)
        refused = done if isinstance(done, Refused) else None
    if refused is None:
        return go(f"/dossiers/{case_number}?gedaan=stand")
    page = await _page(case_number, event, actor, deps)
    if page.event is not None and page.event.act:
        # Its form is on another page, which the refusal and the list below it name.
        page = msgspec.structs.replace(page, event=None)
    page = msgspec.structs.replace(page, typed=typed, faults=refused.faults, stale=refused.stale)
    return render(visit_of(request), page, refused.status)


def _typed(posted: Posted) -> Typed:
    return Typed(
        whole=posted.text("_wie") != "deel",
        chosen=posted.texts("_stand"),
        motive=posted.text("_motief"),
        other=posted.text("_dossier"),
        act=posted.text("_handeling"),
        cause=posted.text("_oorzaak"),
        paper=posted.text("_stuk"),
        paper_number=posted.text("_stuk_nummer"),
        paper_day=posted.text("_stuk_dag"),
        reason=posted.text("_reden"),
    )


def _pair(key: str) -> Pair:
    person, _, offence = key.partition("/")
    return person, offence


def paper_of(kind: str, number: str, day: str) -> tuple[Paper | None, tuple[Fault, ...]]:
    """What was typed of a paper: it has a kind and a day, or it is not named at all."""
    if not kind and not day.strip() and not number.strip():
        return None, ()
    faults = []
    if not kind:
        faults.append(Fault(name="_stuk", where="Stuk", detail="Kies welk stuk het is, of laat nummer en dag leeg."))
    dated_on = _day(day)
    if dated_on is None:
        faults.append(Fault(name="_stuk_dag", where="Dag van het stuk", detail=_DAY))
    if faults or dated_on is None:
        return None, tuple(faults)
    return Paper(kind=kind, number=number.strip() or None, dated_on=dated_on), ()


def _day(text: str) -> date | None:
    """As people type it, 26/11/2026, or as a date field sends it."""
    try:
        return date.fromisoformat(str(typing.read("partialDate", text)))
    except ValueError:
        return None


async def _page(case_number: str, event: str, actor: Actor, deps: Deps) -> ChangeStatusPage:
    found = await open_case(case_number, actor, deps)
    today = court_day(deps.clock.now())
    judged = await judgments.of_case(deps.pool, found.case.id)
    items = items_of(found.case.report, await seized_items.of_case(deps.pool, found.case.id), judged)
    view = life_view(found, judged, items, actor, deps.law.law, today)
    return ChangeStatusPage(
        case_number=found.case.case_number,
        version=found.case.version,
        life=view,
        event=next((one for one in view.open if one.event == event), None),
        motives=motives(deps.law.law, today),
    )


_DISMISSAL = NextView(
    event="dismiss",
    title=words.title(words.EVENTS, "dismiss"),
    ends="geseponeerd",
    href="/dossiers/HAV-2026-000001/stand?gebeurtenis=dismiss",
    act="",
    why_not=(),
    document="seponering",
    article="art. 28quater Sv.",
    confidence=words.CONFIDENCES["sure"],
    asks=("motive",),
    keys=("s1/o1", "s2/o1"),
)
EXAMPLES = tuple(
    ChangeStatusPage(
        case_number="HAV-2026-000001",
        version=3,
        life=LifeView(
            status="Opsporingsonderzoek",
            positions=(
                PositionView(key="s1/o1", who="Verdachte 1", what="feit 1, invoer van cocaïne", status="Opsporingsonderzoek"),
                PositionView(key="s2/o1", who="Verdachte 2", what="feit 1, invoer van cocaïne", status="Geseponeerd"),
            ),
            differ=True,
            open=(_DISMISSAL,),
            shut=(
                msgspec.structs.replace(
                    _DISMISSAL,
                    event="summonDirectly",
                    title=words.title(words.EVENTS, "summonDirectly"),
                    href="",
                    why_not=("De bevoegdheid van de rechtbank is te bevestigen door een magistraat voor er iets vertrekt.",),
                ),
            ),
            warnings=("Het notitienummer ontbreekt; vraag het op. Dit houdt niets tegen.",),
        ),
        event=event,
        motives={"01": "01 geen misdrijf (technisch)", "13": "13 beperkte maatschappelijke weerslag (opportuniteit)"},
        faults=(Fault(name="_motief", where="Motief", detail="Een seponering vermeldt haar motief; kies er een uit de lijst."),)
        if event
        else (),
    )
    for event in (None, _DISMISSAL)
)
