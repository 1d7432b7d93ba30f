"""Served acts: a record per person, which clocks each act starts, and until when a summons can still be served; pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Literal

import msgspec

import routing
from docket.clock import COURT_ZONE, court_day
from docket.contacts import DETAINED
from docket.contract import Person, Report
from docket.errors import Issue
from docket.hearings import Hearing, SummonsCode, start_of
from docket.transitions import ENDED, lower
from docket.working_days import calendar_of
from routing import Due, Law, Manner, Start, due, latest_service

ServedAct = Literal[
    "summons", "policeRecord", "warrant", "order", "detentionOrder", "detentionJudgment", "judgment", "defaultJudgment", "cassation"
]
ServiceManner = Literal["bailiff", "police", "prisonDirector", "electronic", "abroad"]
ServiceState = Literal["asked", "done", "failed", "withdrawn"]
#: What proves that it was done.
ServiceProof = Literal["writ", "policeReport", "receipt", "electronicProof", "postingProof"]
#: How a hearing stands with one person: served in time; too late; failed; not served and its last lawful day past, near or not; not needed.
Verdict = Literal["served", "late", "failed", "missed", "near", "waiting", "needless"]
#: A new service or another day is wanted.
AT_RISK: frozenset[Verdict] = frozenset({"late", "failed", "missed", "near"})
#: Events of time_limits.toml that are a service: their day is that of a service that was done, never one that is typed.
FROM_SERVICE = frozenset({"service", "serviceOfOrder"})
#: A later day than that of the service, which it presupposes.
KNOWLEDGE = "knowledge"


class ActRow(msgspec.Struct, frozen=True, kw_only=True):
    """An act that is served on a person."""

    code: ServedAct
    title_nl: str
    #: Calls to a hearing.
    calls: bool = False
    #: Limits of time_limits.toml that run from its service, on a suspect and on another party.
    suspect: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    #: They start with the service; False = they say on which day a hearing may be, which is checked there.
    starts: bool = True
    #: Of a judgment: how whoever is served was judged. Which of these limits run then depends on its stage (`judgments.opened`).
    manner: Manner | None = None


ACTS: tuple[ActRow, ...] = (
    ActRow(code="summons", title_nl="dagvaarding", calls=True, suspect=("summons", "summonsDetained"), starts=False),
    ActRow(code="policeRecord", title_nl="oproeping bij proces-verbaal", calls=True),
    ActRow(code="warrant", title_nl="bevel tot aanhouding"),
    ActRow(code="order", title_nl="beschikking"),
    ActRow(code="detentionOrder", title_nl="beschikking over de voorlopige hechtenis", suspect=("detentionAppeal",)),
    ActRow(
        code="detentionJudgment",
        title_nl="arrest van de kamer van inbeschuldigingstelling over de voorlopige hechtenis",
        suspect=("detentionCassation",),
    ),
    ActRow(code="judgment", title_nl="vonnis of arrest op tegenspraak", manner="adversary"),
    ActRow(
        code="defaultJudgment",
        title_nl="vonnis of arrest bij verstek",
        suspect=("opposition", "appeal", "grievances"),
        others=("appeal", "grievances"),
        manner="default",
    ),
    ActRow(code="cassation", title_nl="cassatieberoep"),
)
BY_CODE: Mapping[str, ActRow] = {row.code: row for row in ACTS}
#: What law packs leave unsaid that say of no limit that it is filed within the period of another one (art. 204 Sv.).
_UNSAID: Mapping[str, str] = {"grievances": "appeal"}
#: Which act calls to a hearing that was checked by this limit.
CALLS: Mapping[SummonsCode | None, ServedAct] = {
    "summons": "summons",
    "summonsDetained": "summons",
    "recordNotBefore": "policeRecord",
    None: "summons",
}
#: How a service tells of itself in the law data; what is missing has no row there.
_NOTICES: Mapping[ServiceManner, str] = {"electronic": "electronic", "abroad": "abroad"}


class Service(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    act: ServedAct
    #: Id of the person in the file.
    person: str
    hearing_id: int | None
    #: The hearing as the act names it; the act calls to no later day.
    hearing_sequence: int | None
    #: Which judgment or order.
    reference: str | None
    court: str | None
    manner: ServiceManner
    state: ServiceState
    asked_on: date
    made_at: datetime
    made_by: str
    #: The earlier service of the same act that did not succeed.
    follows_id: int | None
    #: Abroad: the day of posting; `presented_on` = the day on which it was presented.
    served_on: date | None
    served_at: datetime | None
    presented_on: date | None
    in_person: bool | None
    proof: ServiceProof | None
    proof_reference: str | None
    proof_on: date | None
    failed_on: date | None
    #: Why it failed or was withdrawn.
    reason: str | None
    #: Withdrawn because he need not be served any more.
    needless: bool
    closed_at: datetime | None
    closed_by: str | None

    @property
    def open(self) -> bool:
        return self.state == "asked"

    def calls_to(self, hearing: Hearing) -> bool:
        """To the hearing as it stands; an act that names an earlier day calls to nothing."""
        return self.hearing_id == hearing.id and self.hearing_sequence == hearing.sequence

    def start(self, event: str, person: Person | None, law: Law) -> Start:
        """What starts a clock; the service must be done."""
        if self.served_on is None:
            raise ValueError(self.state)
        notice = "personal" if self.in_person else _NOTICES.get(self.manner)
        begun = start_of(event, self.served_on, law, person)
        known = notice if notice in law.time_limits.notices else None
        return msgspec.structs.replace(begun, at=self.served_at, notice=known, also_on=self.presented_on)


class Called(msgspec.Struct, frozen=True, kw_only=True):
    """How a hearing stands with one person who is to be served."""

    person: str
    verdict: Verdict
    #: None = nothing was asked yet.
    service: Service | None
    #: The last day on which he can be served for this day; None = the law data have no term for this chamber.
    serve_by: date | None
    #: Of who was served too late: the first lawful day, with its sum.
    first_lawful_on: date | None = None
    sum: Due | None = None


def suspects_called(report: Report, called: Iterable[Called]) -> tuple[str, ...]:
    """Those who still have to be there."""
    suspects = {row.id for row in report.persons if row.role == "suspect"}
    return tuple(one.person for one in called if one.person in suspects and one.verdict != "needless")


def limits_of(act: ServedAct, role: str | None, law: Law, day: date, opened: frozenset[str] | None = None) -> tuple[str, ...]:
    """
    Limits that start with the service of this act, on that day, on a person of that role; None = he is not in the file any more.

    `opened`: those that the stage of the judgment that is served opens; None = of no judgment, or nothing tells its stage.
    """
    row = BY_CODE[act]
    if not row.starts or role is None:
        return ()
    found = row.suspect if role == "suspect" else row.others
    return tuple(limit for limit in found if opened is None or _period_of(limit, law, day) in opened)


def _period_of(limit: str, law: Law, day: date) -> str:
    """The limit in whose period it is filed, and which has to be open for it to be; its own, where the law says none."""
    limits = law.time_limits.limits
    if not any(version.within for one in limits.values() for version in one.version):
        return _UNSAID.get(limit, limit)
    version = limits[limit].on(day) if limit in limits else None
    return version.within if version is not None and version.within is not None else limit


def may_start(act: ServedAct, limit: str) -> bool:
    row = BY_CODE[act]
    return limit in (*row.suspect, *row.others)


def doubts(service: Service, law: Law) -> Iterator[str]:
    """What a clerk should look at in a service that was done, in Dutch."""
    if service.state != "done" or service.served_on is None:
        return
    hours = law.time_limits.served_between(service.served_on)
    if service.manner == "bailiff" and hours is not None:
        article = lower(hours.citation)
        closed = calendar_of(law).closed(service.served_on)
        if closed is not None:
            day = "een wettelijke feestdag" if closed == "holiday" else "een zaterdag of zondag"
            yield f"Betekend op {day}: dat vraagt verlof ({article})."
        at = service.served_at.astimezone(COURT_ZONE) if service.served_at else None
        if at is not None and not timedelta(hours=hours.first_hour) <= _since_midnight(at) <= timedelta(hours=hours.last_hour):
            yield (
                f"Betekend voor {hours.first_hour} uur of na {hours.last_hour} uur: "
                f"dat mag niet op een plaats die niet voor het publiek toegankelijk is ({article})."
            )
    if service.act == "defaultJudgment" and service.in_person is False:
        yield "Niet aan de persoon betekend: naast de gewone termijn kan er een verzettermijn lopen vanaf zijn kennis van de betekening."


def _since_midnight(at: datetime) -> timedelta:
    """By the clock on the wall."""
    return timedelta(hours=at.hour, minutes=at.minute, seconds=at.second)


def called(
    hearing: Hearing, services: Sequence[Service], report: Report, ended: frozenset[str], law: Law, today: date, warn_days: int
) -> tuple[Called, ...]:
    """
    Everybody who is to be served for a hearing that stands: each suspect who is heard there, and whoever else was asked to be served.

    `ended`: suspects for whom nothing goes on any more. `at_risk` in store/services.sql says the same of all files at once.
    """
    of_hearing = [one for one in services if one.calls_to(hearing)]
    asked = {one.person for one in of_hearing}
    return tuple(
        _called(hearing, [one for one in of_hearing if one.person == person.id], person, law, today, warn_days)
        for person in report.persons
        if person.id in asked
        or (person.role == "suspect" and hearing.summons is not None and person.id not in ended and person.id not in hearing.elsewhere)
    )


def _called(hearing: Hearing, services: Sequence[Service], person: Person, law: Law, today: date, warn_days: int) -> Called:
    done = sorted((one for one in services if one.served_on and one.state == "done"), key=lambda one: (str(one.served_on), -one.id))
    service = done[0] if done else max(services, key=lambda one: one.id, default=None)
    serve_by = last_service(hearing, person, law)
    late, answer = False, None
    if service is not None and service.state == "done" and service.served_on is not None and serve_by is not None:
        # One on a closed day, which asked for leave, leaves the term as well.
        late = service.served_on > _last_of_term(hearing, person, law)
        answer = first_day(hearing.summons, service, person, law) if late else None
    return Called(
        person=person.id or "",
        verdict=_verdict(service, serve_by, today, warn_days, late=late),
        service=service,
        serve_by=serve_by,
        first_lawful_on=answer.due_on if answer else None,
        sum=answer,
    )


def _verdict(service: Service | None, serve_by: date | None, today: date, warn_days: int, *, late: bool) -> Verdict:
    if service is not None and service.state == "done":
        return "late" if late else "served"
    if service is not None and service.state == "failed":
        return "failed"
    if service is not None and service.needless:
        return "needless"
    if serve_by is None:
        return "waiting"
    if serve_by < today:
        return "missed"
    return "near" if (serve_by - today).days <= warn_days else "waiting"


def last_service(hearing: Hearing, person: Person, law: Law) -> date | None:
    """A day on which one may serve without leave; None where the law data have no term."""
    limit = law.time_limits.limits.get(hearing.summons or "")
    if limit is None:
        return None
    return routing.serve_by(limit, hearing.day, calendar_of(law), law, start_of("", hearing.day, law, person).residence)


def _last_of_term(hearing: Hearing, person: Person, law: Law) -> date:
    limit = law.time_limits.limits[hearing.summons or ""]
    return latest_service(limit, hearing.day, law, start_of("", hearing.day, law, person).residence)


def first_day(summons: SummonsCode | None, service: Service, person: Person | None, law: Law) -> Due | None:
    """The first lawful day of a hearing after a service that was done; None where the law data have no term."""
    limit = law.time_limits.limits.get(summons or "")
    if limit is None or service.served_on is None:
        return None
    return due(limit, start_of(limit.anchors[0], service.served_on, law, person), calendar_of(law), law)


def ended_suspects(positions: Mapping[tuple[str, str], str]) -> frozenset[str]:
    """Suspects all of whose positions have ended."""
    going_on = {person for (person, _), status in positions.items() if status not in ENDED}
    return frozenset(person for person, _ in positions if person and person not in going_on)


def ask_issues(
    act: ServedAct, persons: Sequence[str], manner: ServiceManner, hearing: Hearing | None, reference: str, report: Report
) -> Iterator[Issue]:
    """What is missing or impossible in what somebody asks to be served."""
    known = {person.id: person for person in report.persons}
    if not persons:
        yield Issue(type="requiredInput", name="/persons", detail="Kies aan wie betekend moet worden.")
    for person in persons:
        if person not in known:
            detail = "Deze persoon staat niet in het dossier; kies een van de personen van het dossier."
            yield Issue(type="referencedResourceNotFound", name="/persons", detail=detail, value=person)
        elif manner == "prisonDirector" and known[person].custody not in DETAINED:
            detail = (
                "Door de gevangenisdirecteur wordt alleen aan een aangehouden persoon betekend; verbeter eerst het dossier of kies anders."
            )
            yield Issue(type="invalidInput", name="/manner", detail=detail, value=person)
    if BY_CODE[act].calls:
        if hearing is None:
            yield Issue(type="requiredInput", name="/hearing", detail="Kies de zitting waarvoor opgeroepen wordt.")
        elif CALLS[hearing.summons] != act:
            title = BY_CODE[CALLS[hearing.summons]].title_nl
            yield Issue(type="invalidInput", name="/act", detail=f"Naar deze zitting wordt opgeroepen met: {title}.", value=act)
    else:
        if hearing is not None:
            yield Issue(type="invalidInput", name="/hearing", detail="Deze akte roept niet op naar een zitting; laat de zitting leeg.")
        if not reference.strip():
            detail = "Zeg welke akte: haar datum en nummer, zonder namen van personen."
            yield Issue(type="requiredInput", name="/reference", detail=detail)


class DoneSaid(msgspec.Struct, frozen=True, kw_only=True):
    """That an act was served, as somebody enters it."""

    served_on: date
    #: The hour, where the proof has one.
    served_at: datetime | None = None
    #: Abroad: when it was presented there.
    presented_on: date | None = None
    in_person: bool
    proof: ServiceProof
    #: Number of the writ, the report or the receipt.
    proof_reference: str
    proof_on: date


def done_issues(said: DoneSaid, service: Service, today: date) -> Iterator[Issue]:
    """The day of the asking is no limit: a clerk may enter afterwards what was served before."""
    if said.served_on > today:
        yield _out_of_range("/servedOn", "Die dag is nog niet gekomen; schrijf in wat gedaan is.", said.served_on)
    if said.served_at is not None and court_day(said.served_at) != said.served_on:
        yield _out_of_range("/servedAt", "Het uur hoort bij een andere dag dan die van de betekening.", said.served_on)
    if not said.proof_reference.strip():
        detail = "Noteer het nummer of de referentie van het stuk dat de betekening bewijst."
        yield Issue(type="requiredInput", name="/proofReference", detail=detail)
    if said.proof_on > today or said.proof_on < said.served_on:
        detail = "De datum van het bewijs ligt niet voor de dag van de betekening en niet na vandaag."
        yield _out_of_range("/proofOn", detail, said.proof_on)
    if said.presented_on is not None:
        if service.manner != "abroad":
            detail = "Alleen een betekening in het buitenland heeft een dag van aanbieding; laat die leeg."
            yield Issue(type="invalidInput", name="/presentedOn", detail=detail, value=str(said.presented_on))
        elif not said.served_on <= said.presented_on <= today:
            detail = "De aanbieding ligt niet voor de verzending en niet na vandaag."
            yield _out_of_range("/presentedOn", detail, said.presented_on)


def _out_of_range(name: str, detail: str, day: date) -> Issue:
    return Issue(type="outOfRange", name=name, detail=detail, value=str(day))
