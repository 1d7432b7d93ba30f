"""Kamers: when each chamber of a court sits and for how many files; heads and registries keep those of their own courts."""

from datetime import date, datetime, time
from typing import Any, ClassVar, cast

import msgspec
from litestar import Request, Response, get, post

from docket.access import Actor
from docket.actions.hearings.keep_chamber import KeepChamber, KeepSitting, keep_chamber
from docket.actions.seats import courts_of
from docket.chamber_changes import ChamberChange, ChamberState
from docket.clock import court_day
from docket.hearings import Chamber, ChamberSaid, HearingKind
from docket.store import chamber_changes, hearings
from docket.titles import who
from docket.web import acting, words
from docket.web.acting import Refused
from docket.web.contacts import day_of
from docket.web.handed import Deps
from docket.web.hearing import hour_of
from docket.web.pages import AskingPage, go, render
from docket.web.submission import Fault
from docket.web.visit import NEEDS, Posted, actor_of, posted_of, visit_of

TO_KEEP = {NEEDS: "keepChambers"}
WEEKDAYS = {"1": "maandag", "2": "dinsdag", "3": "woensdag", "4": "donderdag", "5": "vrijdag"}
_PLACES: acting.Places = {
    "/court": ("_rechtbank", "Rechtbank"),
    "/name": ("_naam", "Naam"),
    "/kind": ("_soort", "Soort"),
    "/weekdays": ("_dagen", "Zittingsdagen"),
    "/capacity": ("_plaatsen", "Plaatsen"),
    "/day": ("_dag", "Dag"),
}


class HistoryLine(msgspec.Struct, frozen=True, kw_only=True):
    at: datetime
    who: str
    #: The chamber, or one day of it.
    about: str
    #: Empty = it was not there, or was like the other days.
    before: str
    after: str


class ChambersPage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "chambers.html"
    path: ClassVar[str] = "/kamers"

    chambers: tuple[Chamber, ...]
    #: Code -> title of the courts whose chambers one keeps.
    courts: dict[str, str]
    today: date
    #: The one that is being changed; None = a new one.
    changing: Chamber | None = None
    values: dict[str, str] = msgspec.field(default_factory=dict)
    days: tuple[str, ...] = ()
    #: Of the chamber that is being changed, newest first.
    history: tuple[HistoryLine, ...] = ()

    @property
    def title(self) -> str:
        return "Kamers"

    @property
    def weekdays(self) -> dict[str, str]:
        return WEEKDAYS


@get("/kamers", opt=TO_KEEP)
async def show_chambers(request: Request[Any, Any, Any], deps: Deps) -> Response[Any]:
    wanted = request.query_params.get("kamer", "")
    page = await _page(actor_of(request), deps, int(wanted) if wanted.isdecimal() else None)
    if (chamber := page.changing) is not None:
        values = {
            "_rechtbank": chamber.court,
            "_naam": chamber.name,
            "_soort": chamber.kind,
            "_uur": f"{chamber.starts_at:%H.%M}",
            "_plaatsen": str(chamber.capacity),
        }
        page = msgspec.structs.replace(page, values=values, days=tuple(str(day) for day in chamber.weekdays))
    return render(visit_of(request), page)


@post("/kamers", opt=TO_KEEP)
async def keep(request: Request[Any, Any, Any], deps: Deps) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    work = _sitting(posted) if posted.text("_do") == "sitting" else _chamber(posted)
    if not isinstance(work, Refused):
        done = await acting.attempt(keep_chamber(work, actor, deps), _PLACES)
        if not isinstance(done, Refused):
            return go("/kamers?gedaan=kamer")
        work = done
    page = msgspec.structs.replace(
        await _page(actor, deps, posted.number("_kamer")),
        values=dict(reversed(posted.pairs)),
        days=posted.texts("_dagen"),
        faults=work.faults,
        stale=work.stale,
    )
    return render(visit_of(request), page, work.status)


def _chamber(posted: Posted) -> KeepChamber | Refused:
    starts_at, capacity = hour_of(posted.text("_uur")), posted.number("_plaatsen")
    faults = []
    if starts_at is None:
        faults.append(Fault(name="_uur", where="Uur", detail="Schrijf het uur als 09.00."))
    if capacity is None:
        faults.append(Fault(name="_plaatsen", where="Plaatsen", detail="Schrijf een aantal dossiers."))
    if posted.text("_soort") not in words.HEARING_KINDS:
        faults.append(Fault(name="_soort", where="Soort", detail="Kies de soort kamer."))
    if starts_at is None or capacity is None or faults:
        return Refused(status=400, faults=tuple(faults))
    said = ChamberSaid(
        court=posted.text("_rechtbank"),
        name=posted.text("_naam").strip(),
        kind=cast("HearingKind", posted.text("_soort")),
        weekdays=tuple(int(day) for day in posted.texts("_dagen") if day in WEEKDAYS),
        starts_at=starts_at,
        capacity=capacity,
    )
    chamber = posted.number("_kamer") or None
    return KeepChamber(said=said, chamber_id=chamber, version=posted.number("_versie") or 0, close=posted.text("_sluiten") == "ja")


def _sitting(posted: Posted) -> KeepSitting | Refused:
    day, starts_at, capacity = day_of(posted.text("_dag")), hour_of(posted.text("_dag_uur")), posted.number("_dag_plaatsen")
    faults = []
    if day is None:
        faults.append(Fault(name="_dag", where="Dag", detail="Schrijf de dag als 26/11/2026."))
    if starts_at is None:
        faults.append(Fault(name="_dag_uur", where="Uur", detail="Schrijf het uur als 09.00."))
    if capacity is None:
        faults.append(Fault(name="_dag_plaatsen", where="Plaatsen", detail="Schrijf een aantal dossiers; 0 is geen zitting."))
    if day is None or starts_at is None or capacity is None:
        return Refused(status=400, faults=tuple(faults))
    return KeepSitting(chamber_id=posted.number("_kamer") or 0, day=day, starts_at=starts_at, capacity=capacity)


async def _page(actor: Actor, deps: Deps, chamber_id: int | None) -> ChambersPage:
    law = deps.law.law
    titles = words.of_law(law)
    own = courts_of(actor, law)
    chambers = tuple(one for one in await hearings.chambers(deps.pool) if one.court in own)
    changing = next((one for one in chambers if one.id == chamber_id), None)
    changes = await chamber_changes.of_chamber(deps.pool, changing.id) if changing is not None else ()
    return ChambersPage(
        chambers=chambers,
        changing=changing,
        history=tuple(_line(change) for change in changes),
        courts={code: titles.seat(code) for code in sorted(own)},
        today=court_day(deps.clock.now()),
    )


def _line(change: ChamberChange) -> HistoryLine:
    return HistoryLine(
        at=change.changed_at,
        who=who(change.changed_by),
        about=f"{change.day:%d/%m/%Y}" if change.day else "De kamer",
        before=_said(change.before, of_day=change.day is not None) if change.before else "",
        after=_said(change.after, of_day=change.day is not None),
    )


def _said(state: ChamberState, *, of_day: bool) -> str:
    if state.closed:
        return "houdt geen zitting meer"
    if of_day and not state.capacity:
        return "geen zitting"
    days = "" if of_day else ", ".join(WEEKDAYS[str(day)] for day in state.weekdays) + " "
    kind = words.title(words.HEARING_KINDS, state.kind).lower()
    places = "1 plaats" if state.capacity == 1 else f"{state.capacity} plaatsen"
    return f"{kind}, {days}om {state.starts_at:%H.%M} uur, {places}"


EXAMPLES = (
    ChambersPage(
        changing=Chamber(
            id=1,
            court="antwerpCorrectional",
            name="AC1",
            kind="correctional",
            weekdays=(1,),
            starts_at=time(9),
            capacity=8,
            version=2,
        ),
        history=(
            HistoryLine(
                at=datetime.fromisoformat("2026-11-24T09:30:00+00:00"),
                who="gebruiker 23",
                about="De kamer",
                before="correctionele kamer, maandag om 09.00 uur, 5 plaatsen",
                after="correctionele kamer, maandag om 09.00 uur, 8 plaatsen",
            ),
            HistoryLine(
                at=datetime.fromisoformat("2026-11-23T09:30:00+00:00"),
                who="gebruiker 23",
                about="14/12/2026",
                before="",
                after="geen zitting",
            ),
        ),
        chambers=(
            Chamber(
                id=1,
                court="antwerpCorrectional",
                name="AC1",
                kind="correctional",
                weekdays=(1,),
                starts_at=time(9),
                capacity=8,
                version=1,
            ),
        ),
        courts={"antwerpCorrectional": "Correctionele rechtbank Antwerpen"},
        today=date(2026, 11, 24),
        faults=(Fault(name="_naam", where="Naam", detail="Schrijf een naam."),),
    ),
)
