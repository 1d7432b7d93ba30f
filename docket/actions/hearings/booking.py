"""What setting and moving a hearing share: the chamber, the term, the place that is left, and who would have to be elsewhere."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

import msgspec

from docket import competence, detention, entries, life
from docket.access import Actor, visibility
from docket.actions import redeciding
from docket.actions.time_limits import by_law
from docket.clock import COURT_ZONE, court_day
from docket.contacts import DETAINED, Contact
from docket.contract import Person, Report
from docket.deps import Deps
from docket.errors import BadInput, Issue, KeyReused, NotFound, StateForbids
from docket.hearings import (
    BY_CLOCK,
    HORIZON,
    OPPOSED,
    OPPOSED_DETAINED,
    SUMMONS,
    Chamber,
    Hearing,
    HearingKind,
    Sitting,
    SummonsCode,
    Term,
    any_detained,
    before,
    before_council,
    begins,
    courts_for,
    lawful_days,
    narrowed,
    service_day,
    sitting_on,
    start_of,
    term,
    within_title,
)
from docket.store import contacts, judgments, time_limits
from docket.store import hearings as store
from docket.store.cases import Snapshot
from docket.working_days import calendar_of
from routing import Due, Law, due, instant_of


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """The place that somebody wants for a file."""

    chamber_id: int
    day: date
    #: None = when the sitting starts.
    at: time | None = None
    #: None for a chamber without a term in the law data.
    summons: SummonsCode | None = None
    #: The day of service or of the police record; None = today, the first day on which it can be.
    served_on: date | None = None
    #: Leave of the president for three days, or why the place is taken past what the sitting holds.
    leave: str | None = None
    overbook: str | None = None
    #: Why a chamber in council sits on a detained suspect past the end of his title.
    past_title: str | None = None


class Clash(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who would have to be elsewhere that day."""

    starts_at: datetime
    court: str
    chamber: str
    #: None = a file that the reader does not read.
    case_number: str | None
    #: file, suspect, counsel or interpreter.
    who: str
    #: Of the contact; empty for a suspect or the file itself.
    name: str = ""
    same_time: bool = False


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    chamber: Chamber
    sitting: Sitting
    starts_at: datetime
    term: Term
    served_on: date
    #: The day is past the end of a title, and why it was taken all the same.
    past_title: str | None = None


async def check(wanted: Wanted, found: Snapshot, by: Actor, deps: Deps) -> Checked:
    """Refuses a day that is not lawful with the first one that is; says nothing of the places that are left."""
    chamber = await store.chamber(deps.pool, wanted.chamber_id)
    if chamber is None or chamber.closed_at is not None:
        raise BadInput(issues=(Issue(type="referencedResourceNotFound", name="/chamber", detail="Kies een kamer die nog zitting houdt."),))
    if by.registry_of is not None and by.registry_of != chamber.court:
        raise StateForbids("Een griffie bepaalt alleen zittingen van haar eigen rechtbank.")
    if chamber.court not in courts_for(chamber.kind, found.decision, deps.law.law):
        raise StateForbids(
            "Deze kamer hoort niet bij een rechtbank van dit dossier; kies een kamer van de rechtbank van een van zijn sporen."
        )
    if wanted.summons is not None:
        competence.require_court_confirmed(found.case.case_number, chamber.court, found.decision, found.to_confirm)
    today = court_day(deps.clock.now())
    served_on = wanted.served_on or service_day(wanted.summons, today, deps.law.law)
    found = await heard(found, {chamber.court}, deps)
    _require_summons(wanted, chamber, found.case.report)
    within = await lawful(chamber.kind, wanted.summons, served_on, found, deps)
    kept = await store.sittings(deps.pool, [chamber.id], min(today, wanted.day), max(within.first, wanted.day) + HORIZON)
    sitting = sitting_on(chamber, wanted.day, next((one for one in kept if one.day == wanted.day), None), calendar_of(deps.law.law))
    early, late = wanted.day < max(within.first, today), within.last is not None and wanted.day > within.last
    past_title = None
    if within.bound is not None and sitting is not None:
        late = within.past(begins(sitting, wanted.at))
        past_title = (wanted.past_title or "").strip() or None if late else None
        late = late and past_title is None
    if sitting is None or early or late:
        first = next(lawful_days(chamber, kept, within, deps.law.law, today=today), None)
        raise BadInput(issues=(_not_that_day(wanted.day, within, deps.law.law, early=early, late=late, first=first),))
    starts_at = begins(sitting, wanted.at)
    if wanted.at is not None and wanted.at < sitting.starts_at:
        detail = f"De zitting begint om {sitting.starts_at:%H.%M} uur; kies dat uur of een later."
        raise BadInput(issues=(Issue(type="outOfRange", name="/at", detail=detail, value=str(wanted.at)),))
    if starts_at < deps.clock.now():
        raise BadInput(issues=(Issue(type="outOfRange", name="/day", detail="Dit uur is voorbij; kies een latere dag of een later uur."),))
    return Checked(chamber=chamber, sitting=sitting, starts_at=starts_at, term=within, served_on=served_on, past_title=past_title)


async def follow(
    tx: Any, found: Snapshot, hearing: Hearing, starts_at: datetime | None, *, by: Actor, deps: Deps, at: datetime
) -> list[entries.Entry]:
    """Clocks that are counted from a hearing go with it: struck, and begun anew from the day it was moved to; None = it was cancelled."""
    after: list[entries.Entry] = []
    version = found.case.version + 1
    for clock in await time_limits.of_case(tx, found.case.id):
        start = clock.answer.start
        if not clock.open or start.event != FROM_HEARING or start.on != hearing.day or (start.at or hearing.starts_at) != hearing.starts_at:
            continue
        why = _MOVED if starts_at is not None else _CANCELLED
        after.append(await by_law.strike(tx, found.case.id, clock, why, version=version, by=by, deps=deps, at=at))
        if starts_at is None:
            continue
        moved = msgspec.structs.replace(start, on=court_day(starts_at), at=starts_at if start.at is not None else None)
        begun = await by_law.begin(
            tx,
            found.case.id,
            clock.answer.limit,
            moved,
            version=version,
            by=by,
            deps=deps,
            at=at,
            person=clock.person,
            registry=clock.registry,
            reason=clock.reason,
            confidence=clock.answer.confidence,
        )
        after += [begun[1]] if begun is not None else []
    return after


async def heard(found: Snapshot, courts: Collection[str], deps: Deps) -> Snapshot:
    """The file with the suspects who may be heard at one of these courts."""
    report = before(found.case.report, await store.elsewhere(deps.pool, found.case.id, courts))
    return msgspec.structs.replace(found, case=msgspec.structs.replace(found.case, report=report))


async def lawful(kind: HearingKind, summons: SummonsCode | None, served_on: date, found: Snapshot, deps: Deps) -> Term:
    """
    Between which days the file may be heard: by its summons, by an opposition, a plea of guilt, the notice before the chamber, a title.

    The notice before the chamber in council binds nobody where a suspect is detained: it may sit there on his detention alone.
    """
    law, clocks = deps.law.law, await time_limits.of_case(deps.pool, found.case.id)
    also = [clock.answer for clock in clocks if clock.state == "running" and clock.answer.limit in BY_CLOCK and kind == "correctional"]
    statuses = set(life.positions(found.stands, life.pairs_of(found.case.report)).values())
    if kind in ("correctional", "appeal"):
        also += await _opposed(found, deps)
    if kind == "raadkamer" and statuses & {"settlementOfProcedure"} and not any_detained(found.case.report):
        also += filter(None, [before_council(served_on, law)])
    within = narrowed(term(summons, served_on, found.case.report, law), also)
    return within_title(kind, within, detention.holding(clocks, law))


async def _opposed(found: Snapshot, deps: Deps) -> list[Due]:
    """Of each suspect whose opposition is still to be heard, from the day on which he lodged it."""
    law, persons = deps.law.law, {person.id: person for person in found.case.report.persons}
    waiting = {
        person for (person, _), status in life.positions(found.stands, life.pairs_of(found.case.report)).items() if status in _TO_BE_HEARD
    }
    judged = [one for one in await judgments.of_case(deps.pool, found.case.id) if one.stands]
    last = {person: one for one in judged for person in one.persons}
    ends = []
    for person in sorted(waiting & set(last)):
        detained = (found_person := persons.get(person)) is not None and found_person.custody in DETAINED
        limit = law.time_limits.limits.get(OPPOSED_DETAINED if detained else OPPOSED)
        days = [
            one.lodged_on
            for one in last[person].remedies
            if (one.remedy, one.person) == ("opposition", person) and one.withdrawn_on is None
        ]
        if limit is not None and days:
            ends.append(due(limit, start_of(limit.anchors[0], max(days), law), calendar_of(law), law))
    return ends


#: Event of time_limits.toml; and why a clock that was counted from it is struck.
FROM_HEARING = "hearing"
_MOVED, _CANCELLED = "de zitting waarvan hij gerekend werd, is verplaatst", "de zitting waarvan hij gerekend werd, is afgelast"
#: Where an opposition that was lodged is still to be heard, before or after it was admitted.
_TO_BE_HEARD = frozenset({"opposition", "trialCourt"})


def _require_summons(wanted: Wanted, chamber: Chamber, report: Report) -> None:
    allowed = SUMMONS[chamber.kind]
    if wanted.summons is None and allowed:
        detail = f"Kies hoe de beklaagde opgeroepen wordt: {', '.join(allowed)}."
        raise BadInput(issues=(Issue(type="requiredInput", name="/summons", detail=detail),))
    if wanted.summons is not None and wanted.summons not in allowed:
        detail = "Voor een kamer van deze soort kennen de rechtsregels geen dagvaardingstermijn; laat de oproeping leeg."
        raise BadInput(issues=(Issue(type="invalidInput", name="/summons", detail=detail, value=wanted.summons),))
    if wanted.summons == "summonsDetained" and not any_detained(report) and not (wanted.leave or "").strip():
        detail = "Drie dagen geldt alleen met een aangehouden beklaagde, of dringend met verlof van de voorzitter: noteer dat verlof."
        raise BadInput(issues=(Issue(type="requiredInput", name="/leave", detail=detail),))


def _not_that_day(day: date, within: Term, law: Law, *, early: bool, late: bool, first: Sitting | None) -> Issue:
    first_day = f"De eerste mogelijke dag is {first.day:%d/%m/%Y}." if first else "Er is geen mogelijke dag in deze kamer."
    if early:
        why = f"Op {day:%d/%m/%Y} loopt een termijn nog of is de dag voorbij (eerste dag van de termijn: {within.first:%d/%m/%Y})."
    elif late and within.bound:
        who, what = within.bound_person or "het dossier", law.title(f"limit/{within.bound}") or within.bound
        ends = instant_of(within.until) if within.until is not None else f"na {within.last:%d/%m/%Y}"
        why = (
            f"Op {day:%d/%m/%Y} is de titel van de hechtenis van {who} verstreken ({what}: {ends}). "
            "Kies een vroegere dag, of geef de reden waarom de raadkamer toch daarna zetelt."
        )
        return Issue(type="outOfRange", name="/pastTitle", detail=f"{why} {first_day}", value=str(day))
    elif late and within.last:
        why = f"Op {day:%d/%m/%Y} is de laatste dag ({within.last:%d/%m/%Y}) voorbij."
    else:
        why = f"Op {day:%d/%m/%Y} houdt deze kamer geen zitting."
    return Issue(type="outOfRange", name="/day", detail=f"{why} {first_day}", value=str(day))


async def book(tx: Any, wanted: Wanted, checked: Checked, by: Actor, *, own: bool = False) -> store.Booking:
    """Takes a place in the sitting, which stays locked until the transaction ends; `own`: the file has one of them already."""
    sitting_id = await store.lock_sitting(tx, checked.sitting)
    if sitting_id is None:
        raise StateForbids("Deze kamer is intussen gesloten; kies een andere kamer.")
    capacity, booked = await store.booked(tx, sitting_id)
    reason = (wanted.overbook or "").strip()
    full = booked - (1 if own else 0) >= capacity
    if full and not reason:
        raise StateForbids(
            f"De zitting van {checked.sitting.day:%d/%m/%Y} is volzet: {booked} van {capacity} plaatsen zijn ingenomen. "
            "Kies een andere dag, of overboek op uw naam met een reden."
        )
    return store.Booking(
        sitting_id=sitting_id,
        starts_at=checked.starts_at,
        summons=wanted.summons,
        served_on=checked.served_on if wanted.summons else None,
        first_lawful_on=checked.term.first if wanted.summons else None,
        overbooked=reason if full else None,
        overbooked_by=by.code if full else None,
    )


async def clashes(
    found_id: int, report: Report, starts_at: datetime, by: Actor, deps: Deps, *, but: datetime | None = None
) -> tuple[Clash, ...]:
    """Who of this file has another hearing that day; `but` = the hearing of the file that is being moved."""
    day = court_day(starts_at)
    first = datetime.combine(day, time(), COURT_ZONE)
    others = await store.same_day(deps.pool, found_id, day, first, first + timedelta(days=1), visibility(by))
    own_contacts = [row for row in await contacts.of_case(deps.pool, found_id) if row.holds(day)]
    suspects = {key for person in report.persons if person.role == "suspect" for key in _identity(person_columns(person))}
    found: list[Clash] = []
    for other in others:
        place = Clash(
            starts_at=other.starts_at,
            court=other.court,
            chamber=other.chamber,
            case_number=other.case_number,
            who="file",
            same_time=other.starts_at == starts_at,
        )
        if other.own:
            if other.starts_at != but:
                found.append(place)
            continue
        if any(suspects & set(_identity(one)) for one in other.suspects):
            found.append(msgspec.structs.replace(place, who="suspect"))
        found += [msgspec.structs.replace(place, who=row.kind, name=row.name) for row in own_contacts if _among(row, other.contacts)]
    return tuple(found)


def _identity(person: Mapping[str, Any]) -> Sequence[str]:
    """By which one person is known in two files: his number, or his name with his day of birth."""
    keys = [person["ssin"]] if person["ssin"] else []
    named = (person["familyName"], person["givenNames"], person["birthDate"])
    return [*keys, "|".join(named).lower()] if all(named) else keys


def person_columns(person: Person) -> Mapping[str, Any]:
    return {"ssin": person.ssin, "familyName": person.family_name, "givenNames": person.given_names, "birthDate": person.birth_date}


def _among(contact: Contact, others: Sequence[Mapping[str, Any]]) -> bool:
    return any(
        one["kind"] == contact.kind
        and (one["name"].lower() == contact.name.lower() or (contact.email and (one["email"] or "").lower() == contact.email.lower()))
        for one in others
    )


def act_of(key: str | None, command: msgspec.Struct) -> str:
    """What is kept of an act that carried an idempotency key."""
    said = {name: value for name, value in msgspec.structs.asdict(command).items() if name not in ("version", "key")}
    return f"{key}:{hashlib.sha256(msgspec.json.encode(said)).hexdigest()}" if key else ""


async def done_before(act: str, found: Snapshot, deps: Deps) -> int | None:
    """The hearing of the same act with the same key; raises KeyReused where the key came with another act."""
    if not act:
        return None
    before = await store.acts(deps.pool, found.case.id)
    if act in before:
        return before[act]
    if any(one.rpartition(":")[0] == act.rpartition(":")[0] for one in before):
        raise KeyReused
    return None


async def standing(hearing_id: int, found: Snapshot, by: Actor, deps: Deps) -> Any:
    """A hearing of this file that is set and still to come."""
    hearing = next((one for one in await store.of_case(deps.pool, found.case.id) if one.id == hearing_id), None)
    if hearing is None:
        raise NotFound
    if by.registry_of is not None and by.registry_of != hearing.court:
        raise StateForbids("Een griffie wijzigt alleen zittingen van haar eigen rechtbank.")
    if hearing.state == "cancelled":
        raise StateForbids("Deze zitting is al afgelast; bepaal een nieuwe.")
    if hearing.starts_at <= deps.clock.now():
        raise StateForbids("Deze zitting is al begonnen of voorbij; ze kan niet meer verplaatst of afgelast worden.")
    return hearing


async def preview(wanted: Wanted, case_number: str, by: Actor, deps: Deps) -> Checked:
    """The same refusals as when it is confirmed, but for the places that are left."""
    return await check(wanted, await redeciding.find(case_number, "setHearing", by, deps), by, deps)
