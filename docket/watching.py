"""Makes the rows of work lists that follow from facts, acts, law and day together, which no single act makes."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

import structlog

from docket import detention, life, services
from docket.cases import received
from docket.clock import COURT_ZONE, court_day
from docket.contract import Person
from docket.decoding import last_day
from docket.hearings import Hearing
from docket.limitation import Entered
from docket.seisin import Barring, barrings
from docket.store import watches as store
from docket.transitions import ENDED, Pair
from docket.watches import Outlook, Terms, Watch, WatchedFile
from docket.work_lists import AT_ONCE, NEVER
from routing import Law, reasonable_time

#: Entries that tell what came of a hearing. A new day of it is a hearing of the same court that is set afterwards.
_OUTCOMES = frozenset({"JudgmentEntered", "StatusChanged", "JoinedInto"})
#: What came of a sitting of the chamber in council on a detention.
_OF_DETENTION = frozenset({"TimeLimitStarted", "TimeLimitMet", "CustodyEnded"})
_NEW_DAY = "HearingSet"
_KINDS = (*sorted(_OUTCOMES | _OF_DETENTION), _NEW_DAY)

#: Why a day is not the last one for sure, though a limitation may be over on it.
_BY_A_LATER_FACT = frozenset({"committedUntil", "continuedOffence"})

log = structlog.get_logger("docket.watching")


async def outlooks(source: Any, case_ids: Sequence[int], law: Law, terms: Terms, now: datetime) -> dict[int, Outlook]:
    """Of each of these files but those that cannot be reckoned: one of them must not hold up the others, and an operator is told of it."""
    made = {}
    for found in await store.files(source, case_ids, _KINDS):
        try:
            made[found.id] = outlook(found.decoded(), law, terms, now)
        except Exception as error:
            log.error("file_not_watched", case_number=found.case_number, error=type(error).__name__)
    return made


def outlook(file: WatchedFile, law: Law, terms: Terms, now: datetime) -> Outlook:
    """A file whose work goes on in another one has none."""
    if file.stands.status == "joined":
        return Outlook()
    positions = life.positions(file.stands, life.pairs_of(file.case.report))
    going_on = frozenset(pair for pair, status in positions.items() if status not in ENDED)
    rows = barrings(file, law, court_day(now), hearings=file.hearings, services=file.services)
    limits = _limitation(rows, going_on, terms)
    found = (
        *limits,
        *_limitation_untold(rows, going_on),
        *_reasonable_time(file, going_on, law, terms),
        *_unheld(file, law, now),
        *_services(file, positions, law, terms, now),
        *_without_outcome(file, positions),
        *_settlements(file, positions),
        *_unserved(file, positions),
    )
    return Outlook(
        watches={one.key: one for one in found}, again_at=_again_at(file, law, now, moves_daily=any(one.still for one in limits))
    )


def accused_since(person: Person, received_on: date) -> date:
    """The first official act that the file tells of a suspect: his arrest or the report, whichever was first."""
    at = person.arrested_at
    arrest = None if at is None else court_day(datetime.fromisoformat(at)) if "T" in at else last_day(at)
    return min(arrest or received_on, received_on)


def _limitation(rows: Sequence[Barring], going_on: frozenset[Pair], terms: Terms) -> list[Watch]:
    """The first last day of each offence that still goes on; of none that a court has, that never bars, or of which no day can be told."""
    first: dict[str, Watch] = {}
    lead = timedelta(days=terms.limitation_days)
    for row in rows:
        offence, day = row.offence.id or "", row.answer.last_day
        if day is None or not _by_one_day(row) or not _goes_on(row, going_on):
            continue
        still = row.suspended_since is not None
        if offence not in first or day < (first[offence].on_day or day):
            first[offence] = Watch(kind="limitation", offence=offence, counts_from=day - lead, on_day=day, still=still)
    return list(first.values())


def _limitation_untold(rows: Sequence[Barring], going_on: frozenset[Pair]) -> Iterable[Watch]:
    """
    One line of a file in which an offence goes on that no court has and of which no day can be told, with every reason why not.

    It never becomes due: whoever takes up the file is told that the register guards nothing there.
    """
    guarded = {(row.offence.id, row.persons) for row in rows if row.answer.state in ("stopped", "imprescriptible") or _by_one_day(row)}
    untold = [row for row in rows if row.answer.state == "cannotTell" and row.seisin is None and _goes_on(row, going_on)]
    why = dict.fromkeys(code for row in untold if (row.offence.id, row.persons) not in guarded for code in row.answer.why_open)
    if why:
        yield Watch(kind="limitationUntold", counts_from=NEVER, why=tuple(why))


def _by_one_day(row: Barring) -> bool:
    return row.answer.last_day is not None and (
        row.answer.state in ("running", "barred") or not _BY_A_LATER_FACT.isdisjoint(row.answer.why_open)
    )


def _goes_on(row: Barring, going_on: frozenset[Pair]) -> bool:
    return any(offence == (row.offence.id or "") and (not row.persons or person in row.persons) for person, offence in going_on)


def _reasonable_time(file: WatchedFile, going_on: frozenset[Pair], law: Law, terms: Terms) -> Iterable[Watch]:
    """Of the suspect who has been under accusation longest: one line for a file."""
    received_on, _ = received(file.case.report, file.case.entered_on)
    accused = [
        (accused_since(person, received_on), person.id or "")
        for person in file.case.report.persons
        if person.role == "suspect" and any(pair[0] == person.id for pair in going_on)
    ]
    if accused:
        since, person = min(accused)
        warns_on = reasonable_time(since, since, terms.reasonable_years, law).next_on
        if warns_on is not None:
            yield Watch(kind="reasonableTime", person=person, counts_from=warns_on, on_day=since)


def _unheld(file: WatchedFile, law: Law, now: datetime) -> Iterable[Watch]:
    for one in detention.unheld(file.case.report, file.stands, file.clocks, law, now):
        yield Watch(kind="unheld", person=one.person, counts_from=AT_ONCE)


def _services(file: WatchedFile, positions: Mapping[Pair, str], law: Law, terms: Terms, now: datetime) -> Iterable[Watch]:
    """Hearings to come for which somebody was served too late, or is not served yet; a failed service has a list of its own."""
    ended, today = services.ended_suspects(positions), court_day(now)
    for hearing in _set(file.hearings):
        if hearing.starts_at <= now:
            continue
        called = services.called(hearing, file.services, file.case.report, ended, law, today, terms.service_days)
        if any(one.verdict == "late" for one in called):
            yield Watch(kind="servicesMissed", hearing_id=hearing.id, counts_from=AT_ONCE)
            continue
        by = [one.serve_by for one in called if one.verdict in ("missed", "near", "waiting") and one.serve_by is not None]
        if by:
            warns_on = min(by) - timedelta(days=terms.service_days)
            yield Watch(kind="servicesMissed", hearing_id=hearing.id, counts_from=warns_on, on_day=min(by))


def _without_outcome(file: WatchedFile, positions: Mapping[Pair, str]) -> Iterable[Watch]:
    """From the day after a hearing, until entries of that day or later ones tell what came of it for everybody who was heard."""
    struck = {line.content["struck"] for line in file.entries if line.kind == "EntryStruck" and line.content}
    lines = [line for line in file.entries if line.seq not in struck]
    suspects = {person.id or "" for person in file.case.report.persons if person.role == "suspect"}
    ended = services.ended_suspects(positions)
    for hearing in _set(file.hearings):
        # A file without suspects is heard as a whole.
        heard = frozenset(suspects - set(hearing.elsewhere) - ended if suspects else {""})
        if heard - {person for line in lines for person in _told(line, hearing, heard)}:
            yield Watch(kind="hearingsPast", hearing_id=hearing.id, counts_from=hearing.day + timedelta(days=1), on_day=hearing.day)


def _unserved(file: WatchedFile, positions: Mapping[Pair, str]) -> Iterable[Watch]:
    """Of whom the last service of an act that calls to no hearing failed: its periods never begin, and nothing gets final."""
    last = {(one.person, one.act, one.reference): one for one in sorted(file.services, key=lambda one: one.id) if one.hearing_id is None}
    failed = {one.person for one in last.values() if one.state == "failed"}
    for person in sorted(failed - services.ended_suspects(positions)):
        yield Watch(kind="actUnserved", person=person, counts_from=AT_ONCE)


def _settlements(file: WatchedFile, positions: Mapping[Pair, str]) -> Iterable[Watch]:
    """From the day after the last one on which it could be paid, until what came of the offer is entered: paid, or not gone through."""
    last = {one.person: one for one in file.offers}
    for person, offer in last.items():
        if any(
            pair[0] == person and status == "settlement" and (not offer.counts or pair[1] in offer.counts)
            for pair, status in positions.items()
        ):
            yield Watch(kind="settlementOverdue", person=person, counts_from=offer.due_on + timedelta(days=1), on_day=offer.due_on)


def _told(line: Entered, hearing: Hearing, heard: frozenset[str]) -> frozenset[str]:
    """Of whom an entry tells what came of a hearing."""
    said = line.content or {}
    if court_day(line.entered_at) < hearing.day:
        return frozenset()
    if line.kind == _NEW_DAY:
        return heard if said.get("court") == hearing.court and said.get("hearing") != hearing.id else frozenset()
    if line.kind in _OUTCOMES:
        named = {one["person"] for part in ("moves", "outcomes") for one in said.get(part) or ()}
        return heard & named if named - {""} else heard
    return heard if hearing.kind == "raadkamer" and line.kind in _OF_DETENTION else frozenset()


def _again_at(file: WatchedFile, law: Law, now: datetime, *, moves_daily: bool) -> datetime | None:
    """A suspension moves a last day on with every day; a title runs out; a hearing begins."""
    today = court_day(now)
    ends = [clock.answer for clock in detention.holding(file.clocks, law) if clock.state == "running" and not clock.overdue(now, today)]
    at = [end.due_at or _midnight(end.due_on + timedelta(days=1)) for end in ends]
    at += [hearing.starts_at for hearing in _set(file.hearings) if hearing.starts_at > now]
    if moves_daily:
        at.append(_midnight(today + timedelta(days=1)))
    return min(at, default=None)


def _set(hearings: Iterable[Hearing]) -> Iterable[Hearing]:
    return (hearing for hearing in hearings if hearing.state == "set")


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=COURT_ZONE)


async def differing(source: Any, case_ids: Sequence[int], law: Law, terms: Terms, now: datetime) -> list[tuple[str, Watch, str]]:
    """Case number, row and what is wrong with it, of files whose rows should be those of now."""
    held, settled = await store.held(source, case_ids), await store.settled(source, case_ids, now)
    if not settled:
        return []
    found = []
    for file_id, wanted in (await outlooks(source, list(settled), law, terms, now)).items():
        there = held.get(file_id, {})
        found += [(settled[file_id], one, "missing") for key, one in wanted.watches.items() if there.get(key) != one]
        found += [(settled[file_id], one, "unfounded") for key, one in there.items() if wanted.watches.get(key) != one]
    return found
