"""Termijnen of a file: every clock with its sum, limitation and reasonable time, and a form to start a clock."""

from datetime import date, datetime
from typing import Any, ClassVar

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath, FromQuery

from docket import titles
from docket.access import WHILE_JOINED, Actor
from docket.actions.time_limits.start_time_limit import StartTimeLimit, start_time_limit
from docket.clock import COURT_ZONE, court_day
from docket.detention import Unheld, unheld
from docket.errors import BadInput
from docket.store import hearings, services
from docket.store import time_limits as store
from docket.store.search import CaseView
from docket.time_limits import Clock, computed
from docket.web import acting, typed, words
from docket.web.acting import Refused
from docket.web.case import TO_READ, open_case
from docket.web.handed import Deps
from docket.web.pages import AskingPage, go, render
from docket.web.submission import Fault
from docket.web.time_limit_words import (
    ClockView,
    LimitationActView,
    LimitationView,
    ReadingView,
    ReasonableTimeView,
    clock_view,
    limitation_act_views,
    limitation_views,
    person_label,
    reasonable_views,
)
from docket.web.visit import NEEDS, Posted, actor_of, posted_of, visit_of
from routing import Law, Start

TO_KEEP = {NEEDS: "keepTimeLimits"}
GROUPS: words.Titles = {
    "detention": "Voorlopige hechtenis",
    "summons": "Dagvaarding en oproeping",
    "remedies": "Rechtsmiddelen",
    "settling": "Regeling van de rechtspleging",
    "seizure": "Beslag",
    "inspection": "Inzage",
    "internal": "Interne plichten",
}
RESIDENCES: words.Titles = {"neighbour": "In een buurland", "europe": "Elders in Europa", "world": "Buiten Europa"}
_PLACES: acting.Places = {
    "/limit": ("_termijn", "Termijn"),
    "/event": ("_gebeurtenis", "Gebeurtenis"),
    "/startsOn": ("_dag", "Dag"),
    "/startsAt": ("_uur", "Uur"),
    "/person": ("_persoon", "Persoon"),
    "/offence": ("_feit", "Feit"),
    "/after": ("_na", "Volgt op"),
    "/notice": ("_kennisgeving", "Kennisgeving"),
    "/registry": ("_griffie", "Griffie"),
    "/service": ("_betekening", "Betekening"),
}


class TypedStart(msgspec.Struct, frozen=True, kw_only=True):
    """The form as it was typed."""

    limit: str = ""
    event: str = ""
    day: str = ""
    hour: str = ""
    person: str = ""
    offence: str = ""
    notice: str = ""
    residence: str = ""
    also: str = ""
    after: str = ""
    registry: str = ""
    service: str = ""


class TypedAct(msgspec.Struct, frozen=True, kw_only=True):
    """A form about the limitation as it was typed."""

    #: stuiten, schorsen or hervatten; empty = none was filled in.
    form: str = ""
    day: str = ""
    until: str = ""
    what: str = ""
    paper: str = ""
    suspension: str = ""
    offences: tuple[str, ...] = ()


class TimeLimitsPage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "time_limits.html"
    path: ClassVar[str] = "/termijnen"

    case_number: str
    version: int
    clocks: tuple[ClockView, ...]
    limitation: tuple[LimitationView, ...]
    reasonable: tuple[ReasonableTimeView, ...]
    may_keep: bool
    #: What interrupted and suspended the limitation.
    acts: tuple[LimitationActView, ...] = ()
    typed_act: TypedAct = TypedAct()
    may_enter_acts: bool = False
    may_strike: bool = False
    #: Title of a group -> limits in it, by id.
    limits: dict[str, words.Titles]
    events: words.Titles
    persons: words.Titles
    offences: words.Titles
    notices: words.Titles
    #: Numbers of the clocks that another one may follow.
    earlier: words.Titles
    #: Services that were done: a clock that runs from one begins there.
    services: words.Titles
    typed: TypedStart = TypedStart()
    #: What the form would start.
    preview: ClockView | None = None
    #: Detained suspects for whom nothing runs and who have no title.
    unheld: tuple[Unheld, ...] = ()
    residences: ClassVar[words.Titles] = RESIDENCES
    interrupting: ClassVar[words.Titles] = titles.LIMITATION_ACTS
    grounds: ClassVar[words.Titles] = titles.LIMITATION_GROUNDS

    @property
    def title(self) -> str:
        return f"Termijnen van {self.case_number}"

    @property
    def open_suspensions(self) -> words.Titles:
        return {str(act.seq): f"registerlijn {act.seq}, {act.when}" for act in self.acts if act.open}

    def form(self, act: str) -> str:
        """What goes before the names of its fields; the one that was filled in has none, so that its faults lead to them."""
        return "" if self.typed_act.form == act else f"{act}-"

    def typed_in(self, act: str, field: str) -> str:
        return getattr(self.typed_act, field) if self.typed_act.form == act else ""

    def fault_of(self, act: str, name: str) -> str:
        return self.fault(name) if self.typed_act.form == act else ""

    @property
    def running(self) -> tuple[ClockView, ...]:
        return tuple(clock for clock in self.clocks if clock.open)

    @property
    def closed(self) -> tuple[ClockView, ...]:
        return tuple(clock for clock in self.clocks if not clock.open)


CLOCK_EXAMPLE = ClockView(
    id=1,
    title="Geldigheid van de eerste en de tweede beschikking van de raadkamer",
    ref="VHM1",
    whom="verdachte 1",
    ends="Vervalt na zaterdag 28 maart 2026",
    left="nog 4 dagen",
    mark=("wait", "Deze week"),
    sum="Beschikking op zaterdag 28 februari 2026, de termijn begint de dag erna, zondag 1 maart 2026, één maand.",
    article="Art. 21, § 6 en art. 22, eerste lid wet voorlopige hechtenis",
    confidence="niet nagegaan",
    readings=(
        ReadingView(
            number=1, ends="vervalt na vrijdag 27 maart 2026", other="De dag van de beschikking telt mee.", confidence="waarschijnlijk"
        ),
    ),
    alarm="vrijdag 27 maart 2026",
    remark="",
    open=True,
    reason="",
)
EXAMPLES = (
    TimeLimitsPage(
        case_number="HAV-2026-000001",
        version=3,
        clocks=(CLOCK_EXAMPLE, msgspec.structs.replace(CLOCK_EXAMPLE, id=2, open=False, mark=("plain", "Geschrapt"), reason="Vergissing")),
        limitation=(
            LimitationView(
                offence="o1: invoer van drugs",
                provision="DRUG1 invoer",
                mark=("plain", "Loopt"),
                last_day="zondag 9 juni 2034",
                why="",
                sum="Feiten op maandag 10 juni 2024, die dag telt mee, 10 jaar.",
                article="Art. 21 V.T.Sv.",
                confidence="zeker",
                beside="",
            ),
        ),
        reasonable=(
            ReasonableTimeView(
                person="verdachte 1",
                since="maandag 2 maart 2020",
                told="6 jaar",
                warns=True,
                article="Art. 21ter V.T.Sv.",
                confidence="zeker",
            ),
        ),
        may_keep=True,
        acts=(
            LimitationActView(
                seq=4,
                title="Daad van onderzoek",
                when="op 10/01/2022",
                ground="",
                paper="PV AN.60.L6.000123/2022",
                offences="o1",
                from_case="",
                open=False,
                counts=False,
                struck="Verkeerd dossier",
            ),
            LimitationActView(
                seq=5,
                title="Schorsing",
                when="vanaf 01/02/2026, loopt nog",
                ground=titles.LIMITATION_GROUNDS["legalObstacle"],
                paper="Stuk 12",
                offences="o1",
                from_case="HAV-2026-000002",
                open=True,
                counts=True,
                struck="",
            ),
        ),
        typed_act=TypedAct(form="schorsen", what="byLaw", offences=("o1",)),
        may_enter_acts=True,
        may_strike=True,
        limits={"Rechtsmiddelen": {"appeal": "Hoger beroep tegen een vonnis (HB30)"}},
        events={"pronouncement": "Uitspraak"},
        persons={"s1": "verdachte 1"},
        offences={"o1": "o1: invoer van drugs"},
        notices={"post": "Gewone of aangetekende post"},
        earlier={"1": "1: hoger beroep"},
        services={"7": "7: Vonnis of arrest bij verstek aan s1, 24/11/2026"},
        typed=TypedStart(limit="appeal", day="2"),
        preview=CLOCK_EXAMPLE,
        unheld=(
            Unheld(
                person="s1",
                custody="arrested",
                fault="Verdachte 1 (s1) is aangehouden, maar er loopt geen termijn en er is geen titel.",
                to_do="Het uur van de vrijheidsberoving ontbreekt: begin de 48 uur met dag en uur.",
                limit="arrest",
            ),
        ),
        faults=(Fault(name="_dag", where="Dag", detail="Schrijf de dag als 26/11/2026."),),
    ),
)


@get("/dossiers/{case_number:str}/termijnen", opt=TO_READ)
async def show_time_limits(
    request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], termijn: FromQuery[str] = "", persoon: FromQuery[str] = ""
) -> Response[Any]:
    page = await page_of(case_number, actor_of(request), deps)
    return render(visit_of(request), msgspec.structs.replace(page, typed=TypedStart(limit=termijn, person=persoon)))


@post("/dossiers/{case_number:str}/termijnen", opt=TO_KEEP)
async def start(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    filled = _typed(posted)
    begun, faults = _start(filled, deps.law.law)
    refused, preview = (Refused(status=400, faults=faults) if begun is None else None), None
    if begun is not None and posted.text("_alleen"):
        refused, preview = _tried(filled, begun, deps)
    elif begun is not None:
        command = StartTimeLimit(
            case_number=case_number,
            version=posted.number("_version") or 0,
            limit=filled.limit,
            start=begun,
            person=filled.person or None,
            offence=filled.offence or None,
            after=int(filled.after) if filled.after.isdigit() else None,
            registry=filled.registry or None,
            service=int(filled.service) if filled.service.isdigit() else None,
            reason=posted.text("_reden").strip() or None,
        )
        done = await acting.attempt(start_time_limit(command, actor, deps), _PLACES)
        if not isinstance(done, Refused):
            return go(f"/dossiers/{case_number}/termijnen?gedaan=termijn-begonnen")
        refused = done
    page = await page_of(case_number, actor, deps)
    faults, stale = (refused.faults, refused.stale) if refused is not None else ((), "")
    page = msgspec.structs.replace(page, typed=filled, preview=preview, faults=faults, stale=stale)
    return render(visit_of(request), page, refused.status if refused is not None else 200)


async def page_of(case_number: str, actor: Actor, deps: Deps) -> TimeLimitsPage:
    found = await open_case(case_number, actor, deps)
    now, law, report = deps.clock.now(), deps.law.law, found.case.report
    clocks = await store.of_case(deps.pool, found.case.id)
    views = tuple(clock_view(clock, report, law, now) for clock in clocks)
    served = await services.of_case(deps.pool, found.case.id)
    return TimeLimitsPage(
        case_number=found.case.case_number,
        version=found.case.version,
        clocks=views,
        unheld=unheld(report, found.stands, clocks, law, now),
        limitation=limitation_views(found, law, court_day(now), hearings=await hearings.of_case(deps.pool, found.case.id), services=served),
        acts=limitation_act_views(found),
        may_enter_acts=may_keep(found, actor) and found.case.status != "joined" and bool(report.offences),
        may_strike=actor.may("strikeEntry") and found.case.status != "joined",
        reasonable=reasonable_views(found, law, court_day(now), deps.settings.warning_years),
        may_keep=may_keep(found, actor),
        limits=_limits(law),
        events={code: _capital(law.title(f"event/{code}") or code) for code in law.time_limits.anchors},
        persons={row.id or "": person_label(row, report) for row in report.persons},
        offences={row.id or "": f"{row.id}: {law.title(row.offence) or 'niet gekend'}" for row in report.offences},
        notices={code: _capital(law.title(f"limitGround/{code}") or code) for code in law.time_limits.notices},
        earlier={str(view.id): f"{view.id}: {view.title}" for view, clock in zip(views, clocks, strict=True) if clock.state != "struck"},
        services={
            str(one.id): f"{one.id}: {words.title(words.SERVED_ACTS, one.act)} aan {one.person}, {one.served_on:%d/%m/%Y}"
            for one in served
            if one.state == "done"
        },
    )


def may_keep(found: CaseView, actor: Actor) -> bool:
    return actor.may("keepTimeLimits") and (found.case.status != "joined" or "keepTimeLimits" in WHILE_JOINED)


def _limits(law: Law) -> dict[str, words.Titles]:
    offered = law.time_limits.offered
    return {
        title: {row.id: f"{_capital(law.title(f'limit/{row.id}') or row.id)} ({row.ref})" for row in offered if row.group == group}
        for group, title in GROUPS.items()
        if any(row.group == group for row in offered)
    }


def _typed(posted: Posted) -> TypedStart:
    return TypedStart(
        limit=posted.text("_termijn"),
        event=posted.text("_gebeurtenis"),
        day=posted.text("_dag"),
        hour=posted.text("_uur"),
        person=posted.text("_persoon"),
        offence=posted.text("_feit"),
        notice=posted.text("_kennisgeving"),
        residence=posted.text("_verblijf"),
        also=posted.text("_ook"),
        after=posted.text("_na"),
        registry=posted.text("_griffie"),
        service=posted.text("_betekening"),
    )


def _start(filled: TypedStart, law: Law) -> tuple[Start | None, tuple[Fault, ...]]:
    """What started the clock, or everything that is wrong with how it was typed, at once."""
    limit = law.time_limits.limits.get(filled.limit)
    faults = []
    if limit is None:
        faults.append(Fault(name="_termijn", where="Termijn", detail="Kies de termijn die begint."))
    on = day_typed(filled.day)
    if on is None and not filled.after and not filled.service:
        faults.append(Fault(name="_dag", where="Dag", detail="Schrijf de dag van de gebeurtenis als 26/11/2026."))
    at = _instant(on, filled.hour)
    if filled.hour.strip() and at is None and on is not None:
        faults.append(Fault(name="_uur", where="Uur", detail="Schrijf het uur als 14:30."))
    also = day_typed(filled.also)
    if filled.also.strip() and also is None:
        faults.append(Fault(name="_ook", where="Ook te tellen vanaf", detail="Schrijf de dag als 26/11/2026."))
    if faults or limit is None:
        return None, tuple(faults)
    return (
        Start(
            event=filled.event or limit.anchors[0],
            # After another clock its end takes the place of this day, and after a service the day of that one.
            on=on or date.min,
            at=at if limit.in_hours else None,
            notice=filled.notice or None,
            residence=filled.residence if filled.residence in RESIDENCES else None,  # ty: ignore[invalid-argument-type]
            also_on=also,
        ),
        (),
    )


def _tried(filled: TypedStart, begun: Start, deps: Deps) -> tuple[Refused | None, ClockView | None]:
    """The end without writing anything."""
    law = deps.law.law
    if filled.after or filled.service:
        detail = (
            "Wat op een andere termijn of een betekening volgt, wordt bij het begin berekend; geef hier de dag zelf om hem vooraf te zien."
        )
        return Refused(status=400, faults=(Fault(name="_na" if filled.after else "_betekening", where="Volgt op", detail=detail),)), None
    try:
        answer = computed(law.time_limits.limits[filled.limit], begun, law, deps.settings.closing_days(filled.registry or None))
    except BadInput as refusal:
        return Refused(status=400, faults=acting.faults_of(refusal, _PLACES)), None
    return None, clock_view(Clock(answer=answer, law_digest=deps.law.digest), None, law, deps.clock.now())


def day_typed(text: str) -> date | None:
    """None for what is no whole day."""
    try:
        return date.fromisoformat(str(typed.read("partialDate", text)))
    except ValueError:
        return None


def _instant(on: date | None, hour: str) -> datetime | None:
    try:
        return None if on is None else datetime.fromisoformat(f"{on}T{hour.strip().replace('.', ':'):0>5}").replace(tzinfo=COURT_ZONE)
    except ValueError:
        return None


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
