"""Betekeningen of a file: who is served with what, for each hearing until when that is in time, and forms to ask and to enter."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, ClassVar, cast

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath

from docket import services
from docket.access import Actor
from docket.actions.services.ask_service import AskService, ask_service
from docket.actions.services.fail_service import FailService, fail_service
from docket.actions.services.record_service import RecordService, record_service
from docket.actions.services.withdraw_service import WithdrawService, withdraw_service
from docket.clock import COURT_ZONE, court_day
from docket.hearings import Hearing
from docket.papers import summoning
from docket.services import Called, DoneSaid, ServedAct, Service, ServiceManner, ServiceProof, Verdict
from docket.store import documents, hearings
from docket.store import services as store
from docket.web import acting, words
from docket.web.acting import REASON, Refused
from docket.web.case import TO_READ, open_case
from docket.web.contact_list import persons_of
from docket.web.contacts import day_of
from docket.web.handed import Deps
from docket.web.hearing import hour_of
from docket.web.pages import AskingPage, go, render
from docket.web.submission import Fault
from docket.web.visit import NEEDS, Posted, actor_of, posted_of, visit_of
from routing import sum_of

TO_SERVE = {NEEDS: "keepServices"}
_ASK_PLACES: acting.Places = {
    "/persons": ("_personen", "Aan wie"),
    "/manner": ("_wijze", "Hoe"),
    "/hearing": ("_zitting", "Zitting"),
    "/act": ("_akte", "Akte"),
    "/reference": ("_welke", "Welke akte"),
    "/court": ("_rechtbank", "Rechtbank"),
    "/askedOn": ("_gevraagd", "Gevraagd op"),
}
_DAY = "Schrijf de dag als 26/11/2026."
#: A state in words with its own mark.
MARKS: Mapping[Verdict, str] = {
    "served": "good",
    "late": "bad",
    "failed": "bad",
    "missed": "bad",
    "near": "open",
    "waiting": "wait",
    "needless": "plain",
}
#: Whether it was handed to the person.
HANDED: words.Titles = {"ja": "Ja, aan de persoon zelf", "nee": "Nee"}
#: Why a service is withdrawn.
WITHDRAWALS: words.Titles = {"opnieuw": "Bij vergissing of te vervangen: ze moet nog gebeuren", "nietMeer": "Hoeft niet meer"}


class CalledView(msgspec.Struct, frozen=True, kw_only=True):
    called: Called
    who: str
    #: How the first lawful day was computed, in words.
    sum: str = ""
    #: No issued summons of his to this hearing stands in the register.
    unissued: bool = False


class HearingView(msgspec.Struct, frozen=True, kw_only=True):
    hearing: Hearing
    rows: tuple[CalledView, ...]

    @property
    def at_risk(self) -> bool:
        return any(row.called.verdict in services.AT_RISK for row in self.rows)


class ServiceView(msgspec.Struct, frozen=True, kw_only=True):
    service: Service
    who: str
    #: Of the hearing that it calls to.
    starts_at: datetime | None = None
    #: The hearing moved since, so that the act names an earlier day.
    outdated: bool = False
    doubts: tuple[str, ...] = ()


class ServicesPage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "services.html"
    path: ClassVar[str] = "/betekeningen"

    case_number: str
    version: int
    hearings: tuple[HearingView, ...]
    rows: tuple[ServiceView, ...]
    #: Id -> designation and name.
    persons: dict[str, str]
    #: Hearings to come, by id.
    coming: dict[str, str]
    may_keep: bool
    today: date
    #: As typed, to be shown again.
    values: Mapping[str, str] = msgspec.field(default_factory=dict)
    chosen: tuple[str, ...] = ()
    marks: ClassVar[Mapping[Verdict, str]] = MARKS
    handed: ClassVar[words.Titles] = HANDED
    withdrawals: ClassVar[words.Titles] = WITHDRAWALS

    @property
    def open(self) -> tuple[ServiceView, ...]:
        return tuple(row for row in self.rows if row.service.open)

    @property
    def closed(self) -> tuple[ServiceView, ...]:
        return tuple(row for row in self.rows if not row.service.open)

    @property
    def title(self) -> str:
        return f"Betekeningen van {self.case_number}"


@get("/dossiers/{case_number:str}/betekeningen", opt=TO_READ)
async def show_services(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    return render(visit_of(request), await page_of(case_number, actor_of(request), deps))


@post("/dossiers/{case_number:str}/betekeningen", opt=TO_SERVE)
async def keep_services(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    verb = {"ask": _ask, "done": _done, "fail": _fail}.get(posted.text("_do"), _withdraw)
    refused = await verb(posted, case_number, actor, deps)
    if refused is None:
        return go(f"/dossiers/{case_number}/betekeningen?gedaan=betekening-{posted.text('_do')}")
    page = msgspec.structs.replace(
        await page_of(case_number, actor, deps),
        values={name: value for name, value in posted.pairs if name not in ("_csrf", "_version")},
        chosen=posted.texts("_personen"),
        faults=refused.faults,
        stale=refused.stale,
    )
    return render(visit_of(request), page, refused.status)


async def _ask(posted: Posted, case_number: str, actor: Actor, deps: Any) -> Refused | None:
    asked_on = day_of(posted.text("_gevraagd"))
    faults = []
    if posted.text("_akte") not in services.BY_CODE:
        faults.append(Fault(name="_akte", where="Akte", detail="Kies welke akte betekend moet worden."))
    if posted.text("_wijze") not in words.MANNERS:
        faults.append(Fault(name="_wijze", where="Hoe", detail="Kies hoe betekend wordt."))
    if asked_on is None:
        faults.append(Fault(name="_gevraagd", where="Gevraagd op", detail=_DAY))
    if faults:
        return Refused(status=400, faults=tuple(faults))
    command = AskService(
        case_number=case_number,
        version=posted.number("_version") or 0,
        act=cast("ServedAct", posted.text("_akte")),
        persons=posted.texts("_personen"),
        manner=cast("ServiceManner", posted.text("_wijze")),
        hearing_id=posted.number("_zitting"),
        reference=posted.text("_welke") or None,
        court=posted.text("_rechtbank") or None,
        asked_on=asked_on,
    )
    return _refusal(await acting.attempt(ask_service(command, actor, deps), _ASK_PLACES))


async def _done(posted: Posted, case_number: str, actor: Actor, deps: Any) -> Refused | None:
    number = posted.number("_betekening") or 0
    place = {
        "/servedOn": (f"_dag_{number}", "Betekend op"),
        "/servedAt": (f"_uur_{number}", "Uur"),
        "/presentedOn": (f"_aangeboden_{number}", "Aangeboden op"),
        "/proofReference": (f"_nummer_{number}", "Nummer van het bewijs"),
        "/proofOn": (f"_van_{number}", "Datum van het bewijs"),
        "/startsOn": (f"_dag_{number}", "Betekend op"),
    }
    typed = {name: posted.text(place[name][0]).strip() for name in ("/servedOn", "/servedAt", "/presentedOn", "/proofOn")}
    days = {name: day_of(text) for name, text in typed.items() if name != "/servedAt"}
    faults = [
        Fault(name=place[name][0], where=place[name][1], detail=_DAY)
        for name, day in days.items()
        if day is None and (name != "/presentedOn" or typed[name])
    ]
    hour = hour_of(typed["/servedAt"])
    if typed["/servedAt"] and hour is None:
        faults.append(Fault(name=f"_uur_{number}", where="Uur", detail="Schrijf het uur als 14.30, of laat leeg."))
    handed, proof = posted.text(f"_persoon_{number}"), posted.text(f"_bewijs_{number}")
    if handed not in HANDED:
        faults.append(Fault(name=f"_persoon_{number}", where="Aan de persoon zelf", detail="Kies of het aan de persoon zelf was."))
    if proof not in words.PROOFS:
        faults.append(Fault(name=f"_bewijs_{number}", where="Bewijs", detail="Kies welk stuk de betekening bewijst."))
    served_on, proof_on = days["/servedOn"], days["/proofOn"]
    if faults or served_on is None or proof_on is None:
        return Refused(status=400, faults=tuple(faults))
    said = DoneSaid(
        served_on=served_on,
        served_at=datetime.combine(served_on, hour, COURT_ZONE) if hour is not None else None,
        presented_on=days["/presentedOn"],
        in_person=handed == "ja",
        proof=cast("ServiceProof", proof),
        proof_reference=posted.text(f"_nummer_{number}").strip(),
        proof_on=proof_on,
    )
    command = RecordService(case_number=case_number, version=posted.number("_version") or 0, service_id=number, said=said)
    return _refusal(await acting.attempt(record_service(command, actor, deps), place))


async def _fail(posted: Posted, case_number: str, actor: Actor, deps: Any) -> Refused | None:
    number = posted.number("_betekening") or 0
    failed_on, reason = day_of(posted.text(f"_mislukt_{number}")), posted.text(f"_waarom_{number}")
    faults = []
    if failed_on is None:
        faults.append(Fault(name=f"_mislukt_{number}", where="Mislukt op", detail=_DAY))
    if not reason.strip():
        faults.append(Fault(name=f"_waarom_{number}", where="Waarom", detail="Zeg waarom de betekening mislukte."))
    if faults or failed_on is None:
        return Refused(status=400, faults=tuple(faults))
    command = FailService(
        case_number=case_number, version=posted.number("_version") or 0, service_id=number, failed_on=failed_on, reason=reason
    )
    places = {"/failedOn": (f"_mislukt_{number}", "Mislukt op"), "/reason": (f"_waarom_{number}", "Waarom")}
    return _refusal(await acting.attempt(fail_service(command, actor, deps), places))


async def _withdraw(posted: Posted, case_number: str, actor: Actor, deps: Any) -> Refused | None:
    number = posted.number("_betekening") or 0
    reason = posted.text(f"_reden_{number}")
    if not reason.strip():
        fault = Fault(name=f"_reden_{number}", where="Reden", detail="Geef een reden; ze komt in het register te staan.")
        return Refused(status=400, faults=(fault,))
    command = WithdrawService(
        case_number=case_number,
        version=posted.number("_version") or 0,
        service_id=number,
        reason=reason,
        needless=posted.text(f"_nog_{number}") == "nietMeer",
    )
    places = {**REASON, "/needless": (f"_nog_{number}", "Moet ze nog gebeuren")}
    return _refusal(await acting.attempt(withdraw_service(command, actor, deps), places))


def _refusal(done: Any) -> Refused | None:
    return done if isinstance(done, Refused) else None


async def page_of(case_number: str, actor: Actor, deps: Any) -> ServicesPage:
    found = await open_case(case_number, actor, deps)
    law, now = deps.law.law, deps.clock.now()
    today, persons = court_day(now), persons_of(found.case)
    rows = await store.of_case(deps.pool, found.case.id)
    of_case = await hearings.of_case(deps.pool, found.case.id)
    coming = tuple(one for one in reversed(of_case) if one.state == "set" and one.starts_at > now)
    ended = services.ended_suspects(found.stands.rows)
    made = await documents.made_of(deps.pool, found.case.id)
    views = []
    for hearing in coming:
        called = services.called(hearing, rows, found.case.report, ended, law, today, deps.settings.service_warning_days)
        unissued = summoning.without_summons(hearing, services.suspects_called(found.case.report, called), made)
        views.append(HearingView(hearing=hearing, rows=tuple(_called(one, persons, unissued, law) for one in called)))
    starts = {one.id: one for one in of_case}
    titles = words.of_law(law)
    return ServicesPage(
        case_number=found.case.case_number,
        version=found.case.version,
        hearings=tuple(views),
        rows=tuple(_row(one, persons, starts.get(one.hearing_id or 0), law) for one in rows),
        persons=persons,
        coming={
            str(one.id): f"{one.starts_at.astimezone(COURT_ZONE):%d/%m/%Y om %H.%M uur}, {titles.seat(one.court)}, kamer {one.chamber}"
            for one in coming
        },
        may_keep=actor.may("keepServices") and found.case.status != "joined",
        today=today,
    )


def _called(one: Called, persons: dict[str, str], unissued: tuple[str, ...], law: Any) -> CalledView:
    told = f"{sum_of(one.sum.steps, law)} {one.sum.citation.removesuffix('.')}." if one.sum is not None else ""
    return CalledView(called=one, who=persons.get(one.person, one.person), sum=told, unissued=one.person in unissued)


def _row(one: Service, persons: dict[str, str], hearing: Hearing | None, law: Any) -> ServiceView:
    return ServiceView(
        service=one,
        who=persons.get(one.person, one.person),
        starts_at=hearing.starts_at if hearing is not None else None,
        outdated=hearing is not None and not one.calls_to(hearing),
        doubts=tuple(services.doubts(one, law)),
    )


_SERVICE = Service(
    id=7,
    act="summons",
    person="s1",
    hearing_id=1,
    hearing_sequence=0,
    reference=None,
    court="antwerpCorrectional",
    manner="bailiff",
    state="asked",
    asked_on=date(2026, 11, 24),
    made_at=datetime(2026, 11, 24, 10, tzinfo=COURT_ZONE),
    made_by="user:7",
    follows_id=None,
    served_on=None,
    served_at=None,
    presented_on=None,
    in_person=None,
    proof=None,
    proof_reference=None,
    proof_on=None,
    failed_on=None,
    reason=None,
    needless=False,
    closed_at=None,
    closed_by=None,
)
_CLOSED = datetime(2026, 11, 26, 15, tzinfo=COURT_ZONE)
EXAMPLES = (
    ServicesPage(
        case_number="HAV-2026-000001",
        version=3,
        hearings=(
            HearingView(
                hearing=Hearing(
                    id=1,
                    chamber_id=1,
                    court="antwerpCorrectional",
                    chamber="AC1",
                    kind="correctional",
                    starts_at=datetime(2026, 12, 7, 9, tzinfo=COURT_ZONE),
                    summons="summons",
                    served_on=date(2026, 11, 24),
                    first_lawful_on=date(2026, 12, 5),
                    overbooked=None,
                    state="set",
                    sequence=0,
                    uid="u",
                    reason="gereed",
                    set_at=datetime(2026, 11, 24, 10, tzinfo=COURT_ZONE),
                    set_by="user:7",
                    changed_at=None,
                    changed_by=None,
                    change_reason=None,
                ),
                rows=(
                    CalledView(
                        called=Called(
                            person="s1",
                            verdict="late",
                            service=_SERVICE,
                            serve_by=date(2026, 11, 26),
                            first_lawful_on=date(2026, 12, 8),
                        ),
                        who="verdachte 1",
                        sum="Betekening op vrijdag 27 november 2026.",
                    ),
                    CalledView(called=Called(person="s2", verdict="near", service=None, serve_by=date(2026, 11, 26)), who="verdachte 2"),
                ),
            ),
        ),
        rows=(
            ServiceView(service=_SERVICE, who="verdachte 1", starts_at=datetime(2026, 12, 7, 9, tzinfo=COURT_ZONE), outdated=True),
            ServiceView(
                service=msgspec.structs.replace(
                    _SERVICE,
                    id=6,
                    act="defaultJudgment",
                    hearing_id=None,
                    hearing_sequence=None,
                    reference="vonnis van 2 november 2026",
                    state="done",
                    served_on=date(2026, 11, 22),
                    in_person=False,
                    proof="writ",
                    proof_reference="exploot 17",
                    proof_on=date(2026, 11, 23),
                    closed_at=_CLOSED,
                    closed_by="user:7",
                ),
                who="verdachte 1",
                doubts=("Betekend op een zaterdag of zondag: dat vraagt verlof (art. 47 Ger.W.).",),
            ),
            ServiceView(
                service=msgspec.structs.replace(
                    _SERVICE,
                    id=5,
                    state="failed",
                    failed_on=date(2026, 11, 25),
                    reason="niet op dat adres",
                    closed_at=_CLOSED,
                    closed_by="user:7",
                ),
                who="verdachte 2",
            ),
        ),
        persons={"s1": "verdachte 1", "s2": "verdachte 2"},
        coming={"1": "07/12/2026 om 09.00 uur, correctionele rechtbank Antwerpen, kamer AC1"},
        may_keep=True,
        today=date(2026, 11, 26),
        faults=(Fault(name="_wijze", where="Hoe", detail="Kies hoe betekend wordt."),),
    ),
)
