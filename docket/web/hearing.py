"""Zitting: the first lawful days of a file, one of them confirmed with everyone who is to be told; move it, or take it off the list."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any, ClassVar, cast
from urllib.parse import urlencode

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath

from docket import detention, services
from docket.access import Actor
from docket.actions import telling
from docket.actions.hearings import booking
from docket.actions.hearings.booking import Clash, Wanted
from docket.actions.hearings.cancel_hearing import CancelHearing, cancel_hearing
from docket.actions.hearings.move_hearing import MoveHearing, move_hearing
from docket.actions.hearings.propose_hearings import Proposals, ProposeHearings, propose_hearings
from docket.actions.hearings.set_hearing import SetHearing, set_hearing
from docket.clock import COURT_ZONE, court_day
from docket.contacts import Contact
from docket.contract import Report
from docket.errors import BadInput, StateForbids
from docket.hearings import SUMMONS, Chamber, Hearing, HearingKind, Sitting, SummonsCode, Term, before, begins, within_title
from docket.papers import summoning
from docket.store import contacts, documents, hearings, time_limits
from docket.store import services as service_rows
from docket.store.search import CaseView
from docket.telling import Receiver, everyone
from docket.web import acting, words
from docket.web.acting import REASON, Refused
from docket.web.case import open_case
from docket.web.contact_list import persons_of
from docket.web.contacts import day_of
from docket.web.handed import Deps
from docket.web.pages import AskingPage, go, render
from docket.web.submission import Fault
from docket.web.visit import NEEDS, Posted, actor_of, posted_of, visit_of
from routing import Due, Law, instant_of, sum_of
from routing import day_of as day_in_words

TO_SET = {NEEDS: "setHearing"}
_PLACES: acting.Places = {
    **REASON,
    "/chamber": ("_kamer", "Kamer"),
    "/day": ("_dag", "Dag"),
    "/at": ("_uur", "Uur"),
    "/summons": ("_oproeping", "Oproeping"),
    "/leave": ("_verlof", "Verlof van de voorzitter"),
    "/pastTitle": ("_natitel", "Waarom na het einde van de titel"),
}


class ToldView(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody to be told, in words."""

    role: str
    #: Designation and name of the person that it is about.
    about: str
    #: Through whom; empty = himself, or nobody known.
    through: str = ""
    reach: str = ""
    unknown: bool = False


class DayView(msgspec.Struct, frozen=True, kw_only=True):
    href: str
    day: date
    starts_at: time
    court: str
    chamber: str
    left: int


class Chosen(msgspec.Struct, frozen=True, kw_only=True):
    """A day that was picked, before one confirms it."""

    chamber_id: int
    title: str
    starts_at: datetime
    full: bool
    #: The title of a detained suspect has run out by then.
    past: bool
    told: tuple[ToldView, ...]
    clashes: tuple[Clash, ...]


class HearingPage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "hearing.html"
    path: ClassVar[str] = "/dossiers"

    case_number: str
    version: int
    kind: HearingKind
    summons: SummonsCode | None
    #: Codes that this kind of chamber can be called by.
    summonses: dict[str, str]
    served_on: date
    first: date | None
    last: date | None
    #: The sum of the term, in words.
    sums: tuple[str, ...]
    days: tuple[DayView, ...]
    chambers: dict[str, str]
    hearings: tuple[Hearing, ...]
    now: datetime
    #: Being moved; None = a new one.
    moving: Hearing | None = None
    #: Being cancelled, with everyone who is to be told.
    cancelling: Hearing | None = None
    told: tuple[ToldView, ...] = ()
    chosen: Chosen | None = None
    reason: str = ""
    leave: str = ""
    overbook: str = ""
    past_title: str = ""
    #: What bounds a hearing in council: whose title it is and when it ends; empty = nothing.
    bound: str = ""
    #: Hearings in council that are set past the end of the title that ends first, by number.
    past: frozenset[int] = frozenset()
    #: By number of a hearing to come, of whom no issued summons to it stands in the register.
    unissued: Mapping[int, tuple[str, ...]] = msgspec.field(default_factory=dict)

    @property
    def title(self) -> str:
        return f"Zitting van {self.case_number}"


@get("/dossiers/{case_number:str}/zitting", opt=TO_SET)
async def show_hearing(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    asked = dict(request.query_params.items())
    page, status = await _page(case_number, asked, actor_of(request), deps)
    return render(visit_of(request), page, status)


@post("/dossiers/{case_number:str}/zitting", opt=TO_SET)
async def do_hearing(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    doing, version, hearing_id = posted.text("_do"), posted.number("_version") or 0, posted.number("_zitting") or 0
    reason = posted.text("_reden")
    refused = acting.without_reason(reason)
    if refused is None:
        if doing == "cancel":
            work: Any = cancel_hearing(
                CancelHearing(case_number=case_number, version=version, hearing_id=hearing_id, reason=reason), actor, deps
            )
        elif doing == "move":
            moving = MoveHearing(case_number=case_number, version=version, hearing_id=hearing_id, wanted=_wanted(posted), reason=reason)
            work = move_hearing(moving, actor, deps)
        else:
            work = set_hearing(SetHearing(case_number=case_number, version=version, wanted=_wanted(posted), reason=reason), actor, deps)
        done = await acting.attempt(work, _PLACES)
        refused = done if isinstance(done, Refused) else None
    if refused is None:
        return go(f"/dossiers/{case_number}/verwittigen?gedaan=zitting-{doing if doing in ('move', 'cancel') else 'set'}")
    asked = {name.removeprefix("_"): value for name, value in posted.pairs}
    asked |= {"verplaats" if doing == "move" else "afgelasten": str(hearing_id)} if doing in ("move", "cancel") else {}
    page, _ = await _page(case_number, asked, actor, deps)
    page = msgspec.structs.replace(
        page,
        reason=reason,
        leave=posted.text("_verlof"),
        overbook=posted.text("_overboeken"),
        past_title=posted.text("_natitel"),
        faults=refused.faults,
        stale=refused.stale,
    )
    return render(visit_of(request), page, refused.status)


def _wanted(posted: Posted) -> Wanted:
    return Wanted(
        chamber_id=posted.number("_kamer") or 0,
        day=day_of(posted.text("_dag")) or date.min,
        at=hour_of(posted.text("_uur")),
        summons=cast("SummonsCode | None", posted.text("_oproeping") or None),
        served_on=day_of(posted.text("_betekend")),
        leave=posted.text("_verlof") or None,
        overbook=posted.text("_overboeken") or None,
        past_title=posted.text("_natitel") or None,
    )


def hour_of(text: str) -> time | None:
    try:
        return time.fromisoformat(text.strip().replace(".", ":").replace("u", ":").zfill(5))
    except ValueError:
        return None


async def _page(case_number: str, asked: dict[str, str], actor: Actor, deps: Deps) -> tuple[HearingPage, int]:
    found = await open_case(case_number, actor, deps)
    rows = await hearings.of_case(deps.pool, found.case.id)
    moving, cancelling = (
        next((one for one in rows if str(one.id) == asked.get(name) and one.state == "set"), None) for name in ("verplaats", "afgelasten")
    )
    kind = cast(
        "HearingKind", asked.get("soort") if asked.get("soort") in SUMMONS else moving.kind if moving else _kind(found, deps.law.law)
    )
    summons = asked.get("oproeping") or (moving.summons if moving else None)
    given = day_of(asked.get("betekend", ""))
    command = ProposeHearings(
        case_number=case_number,
        kind=kind,
        summons=summons if summons in SUMMONS[kind] else None,
        served_on=given,
    )
    proposals = await propose_hearings(command, actor, deps)
    people = await _people(found, deps)
    page = HearingPage(
        case_number=found.case.case_number,
        version=found.case.version,
        kind=kind,
        summons=proposals.summons,
        summonses={code: words.SUMMONSES[code] for code in SUMMONS[kind]},
        served_on=proposals.served_on,
        first=proposals.term.first if proposals.summons or proposals.term.also else None,
        last=proposals.term.last,
        sums=tuple(_sum(one, deps.law.law) for one in (*proposals.term.sums[:1], *proposals.term.also)),
        days=tuple(_day(one.sitting, one.chamber, proposals, kind, case_number, moving, deps) for one in proposals.days),
        chambers={str(one.id): f"{_court(one, deps)}, kamer {one.name}" for one in proposals.chambers},
        hearings=rows,
        now=deps.clock.now(),
        moving=moving,
        cancelling=cancelling,
        told=people(cancelling.day, await telling.heard_at(deps.pool, found.case.id, found.case.report, cancelling)) if cancelling else (),
        reason=asked.get("reden", ""),
        bound=_bound(proposals.term, found, deps),
        past=await _past(rows, found, deps),
        unissued=await _unissued(rows, found, deps),
    )
    if "dag" not in asked or cancelling:
        return page, 200
    return await _choose(page, asked, proposals, found, people, actor, deps)


def _sum(one: Due, law: Law) -> str:
    sureness = words.title(words.CONFIDENCES, one.confidence).lower()
    return f"{sum_of(one.steps, law)} {one.citation} ({sureness})."


def _bound(within: Term, found: CaseView, deps: Any) -> str:
    if within.bound is None or within.last is None:
        return ""
    person = persons_of(found.case).get(within.bound_person or "", within.bound_person or "het hele dossier")
    ends = instant_of(within.until) if within.until is not None else day_in_words(within.last)
    return f"{deps.law.law.title(f'limit/{within.bound}') or within.bound}, {person}: {ends}"


async def _past(rows: tuple[Hearing, ...], found: CaseView, deps: Any) -> frozenset[int]:
    clocks = detention.holding(await time_limits.of_case(deps.pool, found.case.id), deps.law.law)
    within = within_title("raadkamer", Term(first=date.min), clocks)
    return frozenset(one.id for one in rows if one.kind == "raadkamer" and one.state == "set" and within.past(one.starts_at))


async def _unissued(rows: tuple[Hearing, ...], found: CaseView, deps: Any) -> dict[int, tuple[str, ...]]:
    """No block: a bailiff may act on a paper that was made elsewhere."""
    coming = [one for one in rows if one.state == "set" and one.starts_at > deps.clock.now()]
    if not coming:
        return {}
    made, named = await documents.made_of(deps.pool, found.case.id), persons_of(found.case)
    served, ended = await service_rows.of_case(deps.pool, found.case.id), services.ended_suspects(found.stands.rows)
    lacking = {}
    for one in coming:
        called = services.called(
            one, served, found.case.report, ended, deps.law.law, court_day(deps.clock.now()), deps.settings.service_warning_days
        )
        without = summoning.without_summons(one, services.suspects_called(found.case.report, called), made)
        lacking[one.id] = tuple(named.get(person, person) for person in without)
    return lacking


def _kind(found: CaseView, law: Law) -> HearingKind:
    tracks = {track.track for track in found.current.decision.tracks}
    courts = {law.courts[track.court].level for track in found.current.decision.tracks if track.court in law.courts}
    return "youth" if tracks == {"youth"} else "assizes" if courts == {"assize"} else "correctional"


async def _choose(
    page: HearingPage, asked: dict[str, str], proposals: Proposals, found: CaseView, people: Any, actor: Actor, deps: Deps
) -> tuple[HearingPage, int]:
    chamber = next((one for one in proposals.chambers if str(one.id) == asked.get("kamer")), None)
    day, faults = day_of(asked.get("dag", "")), []
    if chamber is None:
        faults.append(Fault(name="_kamer", where="Kamer", detail="Kies een kamer van een rechtbank van dit dossier."))
    if day is None:
        faults.append(Fault(name="_dag", where="Dag", detail="Schrijf de dag als 26/11/2026."))
    at = hour_of(asked.get("uur", ""))
    if asked.get("uur", "").strip() and at is None:
        faults.append(Fault(name="_uur", where="Uur", detail="Schrijf het uur als 14.00, of laat leeg."))
    if faults or chamber is None or day is None:
        return msgspec.structs.replace(page, faults=tuple(faults)), 400
    kept = await hearings.sittings(deps.pool, [chamber.id], day, day)
    sitting = (
        kept[0]
        if kept
        else Sitting(chamber_id=chamber.id, day=day, starts_at=chamber.starts_at, capacity=chamber.capacity, kind=chamber.kind, booked=0)
    )
    starts_at = begins(sitting, at)
    heard = before(found.case.report, await hearings.elsewhere(deps.pool, found.case.id, {chamber.court}))
    if page.moving is not None and page.moving.court == chamber.court:
        heard = await telling.heard_at(deps.pool, found.case.id, found.case.report, page.moving)
    own = page.moving is not None and (page.moving.chamber_id, page.moving.day) == (chamber.id, day)
    chosen = Chosen(
        chamber_id=chamber.id,
        title=f"{_court(chamber, deps)}, kamer {chamber.name}",
        starts_at=starts_at,
        full=sitting.booked - (1 if own else 0) >= sitting.capacity,
        past=proposals.term.bound is not None and proposals.term.past(starts_at),
        told=people(day, heard),
        clashes=await booking.clashes(found.case.id, heard, starts_at, actor, deps, but=page.moving.starts_at if page.moving else None),
    )
    wanted = Wanted(
        chamber_id=chamber.id,
        day=day,
        at=at,
        summons=proposals.summons,
        served_on=proposals.served_on,
        # Whether three days may go is asked of who confirms.
        leave="nog te bevestigen",
        past_title="nog te bevestigen",
    )
    try:
        await booking.preview(wanted, found.case.case_number, actor, deps)
    except (BadInput, StateForbids) as refusal:
        return msgspec.structs.replace(page, faults=acting.faults_of(refusal, _PLACES)), refusal.status
    return msgspec.structs.replace(page, chosen=chosen), 200


async def _people(found: CaseView, deps: Any) -> Any:
    """Everyone who would be told of a hearing on a day."""
    rows = await contacts.of_case(deps.pool, found.case.id)
    known, persons, today = {row.id: row for row in rows}, persons_of(found.case), court_day(deps.clock.now())
    mails = found.case.report.origin.investigator_emails

    def of(day: date, report: Report) -> tuple[ToldView, ...]:
        receivers = tuple(told_view(one, known, persons) for one in everyone(report, rows, today, day))
        if not mails:
            return (*receivers, ToldView(role=words.TOLD_ROLES["investigator"], about="", unknown=True))
        return (*receivers, *(ToldView(role=words.TOLD_ROLES["investigator"], about="", reach=mail) for mail in mails))

    return of


def told_view(one: Receiver, known: dict[int, Contact], persons: dict[str, str]) -> ToldView:
    contact = known.get(one.contact_id or 0)
    return ToldView(
        role=words.title(words.TOLD_ROLES, one.role),
        about=persons.get(one.person or "", one.person or ""),
        through=contact.name if contact else "",
        reach=", ".join(part for part in (contact.phone, contact.email) if part) if contact else "",
        unknown=contact is None and one.role in ("prison", "investigator"),
    )


def _court(chamber: Chamber, deps: Any) -> str:
    return words.of_law(deps.law.law).seat(chamber.court)


def _day(
    sitting: Sitting, chamber: Chamber, proposals: Proposals, kind: HearingKind, case_number: str, moving: Hearing | None, deps: Any
) -> DayView:
    asked = {"soort": kind, "kamer": chamber.id, "dag": f"{sitting.day:%d/%m/%Y}"}
    asked |= {"oproeping": proposals.summons, "betekend": f"{proposals.served_on:%d/%m/%Y}"} if proposals.summons else {}
    asked |= {"verplaats": moving.id} if moving else {}
    return DayView(
        href=f"/dossiers/{case_number}/zitting?{urlencode(asked)}#bevestigen",
        day=sitting.day,
        starts_at=sitting.starts_at,
        court=_court(chamber, deps),
        chamber=chamber.name,
        left=sitting.left,
    )


EXAMPLES = (
    HearingPage(
        case_number="HAV-2026-000001",
        version=3,
        kind="correctional",
        summons="summons",
        summonses={"summons": "Dagvaarding"},
        served_on=date(2026, 11, 24),
        first=date(2026, 12, 5),
        last=None,
        sums=("betekend op 24/11/2026",),
        days=(
            DayView(
                href="/dossiers/HAV-2026-000001/zitting", day=date(2026, 12, 7), starts_at=time(9), court="Rechtbank", chamber="AC1", left=2
            ),
        ),
        chambers={"1": "Rechtbank, kamer AC1"},
        hearings=(),
        now=datetime(2026, 11, 24, 10, tzinfo=COURT_ZONE),
        bound="eerste verschijning voor de raadkamer, verdachte 1: zondag 6 december 2026",
        chosen=Chosen(
            chamber_id=1,
            title="Rechtbank, kamer AC1",
            starts_at=datetime(2026, 12, 7, 9, tzinfo=COURT_ZONE),
            full=True,
            past=True,
            told=(ToldView(role="Advocaat", about="verdachte 1", through="Mr. Aa", reach="03 000 00 00"),),
            clashes=(
                Clash(
                    starts_at=datetime(2026, 12, 7, 9, tzinfo=COURT_ZONE),
                    court="antwerpCorrectional",
                    chamber="AC2",
                    case_number=None,
                    who="suspect",
                    same_time=True,
                ),
            ),
        ),
    ),
)
