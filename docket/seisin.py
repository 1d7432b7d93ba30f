"""When each suspect was brought before a trial court for each offence, which ends the limitation for good; pure."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal, Protocol

import msgspec

from docket import life
from docket.cases import Case, committed
from docket.clock import court_day
from docket.contract import Offence, Report
from docket.decoding import last_day
from docket.hearings import Hearing
from docket.limitation import Entered, LimitationAct, acts_of, limitation_of, suspended_since
from docket.services import BY_CODE, Service
from docket.transitions import REFERRED_BY, SENT_TO_ASSIZES_BY, Pair
from routing import Law, Limitation, least_sure

#: The entry of its summons was made, but no service of it; then the day on which it was served may be a later one.
_UNSERVED = "summonDirectly"
_REFERRALS = frozenset({*REFERRED_BY, *SENT_TO_ASSIZES_BY})
#: Entries by which positions come from another file, where the days stand.
CARRIED = frozenset({"CaseSplitOff", "CasesJoined", "JoinderUndone"})


class File(Protocol):
    """A file with its docket, or with the lines of it that tell of seisin and limitation."""

    @property
    def case(self) -> Case: ...
    @property
    def stands(self) -> life.Stands: ...
    @property
    def entries(self) -> Sequence[Entered]: ...


class Seisin(msgspec.Struct, frozen=True, kw_only=True):
    """The court has the case of one suspect for one offence."""

    #: None = on a day that this register does not know, `by` at the latest.
    on: date | None = None
    by: date
    #: served: a summons to a trial court; moved: the event that brought him there; told: the report says it; unknown: he stands there.
    how: Literal["served", "moved", "told", "unknown"]
    #: Of `moved`: a code of docket.transitions.EVENTS.
    event: str = ""


class Barring(msgspec.Struct, frozen=True, kw_only=True):
    """The limitation of one offence by one provision, for suspects who share the day on which their court was seised."""

    offence: Offence
    #: Ids of these suspects; empty = all of the offence.
    persons: tuple[str, ...]
    #: None = no court has the case.
    seisin: Seisin | None
    #: A suspension of it stands open.
    suspended_since: date | None
    #: Ids of other facts of the same offence with which it may be one continued offence; its own where it lasted several days.
    one_intent_with: tuple[str, ...] = ()
    answer: Limitation


def barrings(found: File, law: Law, today: date, *, hearings: Sequence[Hearing], services: Sequence[Service]) -> tuple[Barring, ...]:
    """The limitation of every offence of a file, apart for suspects whose courts were seised on different days."""
    report = found.case.report
    acts = acts_of(found.entries)
    seised = seisins(found, today, hearings=hearings, services=services)
    rows = []
    for offence in report.offences:
        still = suspended_since(offence, acts)
        groups: dict[Seisin | None, list[str]] = {}
        for person, of in life.pairs_of(report):
            if of == (offence.id or ""):
                groups.setdefault(seised.get((person, of)), []).append(person)
        for seisin, persons in groups.items():
            apart = tuple(filter(None, persons)) if len(groups) > 1 else ()
            rows += [
                Barring(offence=offence, persons=apart, seisin=seisin, suspended_since=still, answer=answer)
                for answer in _limitation(offence, seisin, acts, law, today, found.case.entered_on)
            ]
    return _under_one_intent(tuple(rows), report, law)


def _under_one_intent(rows: tuple[Barring, ...], report: Report, law: Law) -> tuple[Barring, ...]:
    """
    A fact that would be barred alone, and may be one offence with a later one that is not, is not called barred.

    Only facts of the same offence of which a suspect is the same are looked at; whether they have one intent a judge says.
    """
    if law.limitation.continued is None:
        return rows
    about: dict[str, set[str]] = {}
    for person, offence in life.pairs_of(report):
        about.setdefault(offence, set()).add(person)
    return tuple(_one_intent(row, _by_provision(row, [other for other in rows if _may_be_one(row, other, about)]), law) for row in rows)


def _by_provision(row: Barring, others: Sequence[Barring]) -> tuple[Barring, ...]:
    """Of each other fact the answer of the same provision, or all of them where it is not behind that fact."""
    same = [one for one in others if one.answer.provision == row.answer.provision]
    with_it = {one.offence.id for one in same}
    return (*same, *(one for one in others if one.offence.id not in with_it))


def _may_be_one(row: Barring, other: Barring, about: Mapping[str, set[str]]) -> bool:
    """The same offence by the same suspect, or by one who is not known."""
    if other.offence.offence != row.offence.offence or other.offence.id == row.offence.id:
        return False
    whose, others = (set(one.persons) or about.get(one.offence.id or "", set()) for one in (row, other))
    return bool(whose & others) or "" in whose | others


def _one_intent(row: Barring, others: Sequence[Barring], law: Law) -> Barring:
    days = committed(row.offence)
    with_own = (row.offence.id or "",) if days.first != days.last else ()
    row = msgspec.structs.replace(row, one_intent_with=(*with_own, *dict.fromkeys(one.offence.id or "" for one in others)))
    rests = law.limitation.continued
    if row.answer.state != "barred" or rests is None or not _reaches(row, others):
        return row
    confidence = least_sure([row.answer.confidence, rests.confidence])
    answer = msgspec.structs.replace(row.answer, state="cannotTell", why_open=("continuedOffence",), confidence=confidence)
    return msgspec.structs.replace(row, answer=answer)


def _reaches(row: Barring, others: Sequence[Barring]) -> bool:
    """Is a fact that is not barred tied to this one by facts between which less time lies than the period?"""
    reached, end, waiting = row, _runs_to(row), list(others)
    while (step := next((one for one in waiting if _follows(one, reached, end)), None)) is not None:
        if step.answer.state != "barred":
            return True
        waiting.remove(step)
        reached, end = (step, _runs_to(step)) if _runs_to(step) > end else (reached, end)
    return False


def _runs_to(row: Barring) -> date:
    return row.answer.last_day_at_latest or row.answer.last_day or date.min


def _follows(one: Barring, reached: Barring, end: date) -> bool:
    """A fact whose day is not known may be a later one."""
    since, until, before = committed(one.offence).first, committed(one.offence).last, committed(reached.offence).first
    return (until is None or before is None or until > before) and (since is None or since <= end)


def seisins(found: File, today: date, *, hearings: Sequence[Hearing], services: Sequence[Service]) -> Mapping[Pair, Seisin]:
    """Those who are before a court, or were: by the first day of all that say so."""
    report = found.case.report
    moved, served, told = _moved(found.entries), _served(hearings, services), _told(report)
    standing = life.positions(found.stands, life.pairs_of(report))
    carried = max((court_day(entry.entered_at) for entry in found.entries if entry.kind in CARRIED), default=today)
    seised: dict[Pair, Seisin] = {}
    for pair, status in standing.items():
        by_move, by_service = moved.get(pair), served.get(pair[0])
        if by_move is not None and by_service is not None and by_move.event == _UNSERVED:
            # The summons seises the court, and here is the day on which it was served.
            by_move = None
        known = [one for one in (by_service, by_move, told) if one is not None]
        if known:
            seised[pair] = min(known, key=lambda one: one.by)
        elif status in life.SEISED or status == "final":
            seised[pair] = Seisin(by=carried, how="unknown")
    return seised


def _moved(entries: Sequence[Entered]) -> dict[Pair, Seisin]:
    """By the events that stand in the docket of the file; one that was entered in error and struck tells nothing."""
    struck = {entry.content["struck"] for entry in entries if entry.kind == "EntryStruck" and entry.content}
    found: dict[Pair, Seisin] = {}
    for entry in entries:
        if entry.seq in struck or not entry.content:
            continue
        paper = entry.content.get("paper") or {}
        dated = paper.get("datedOn") or entry.content.get("pronouncedOn")
        entered_on = court_day(entry.entered_at)
        on = date.fromisoformat(dated) if dated else entered_on
        for move in entry.content.get("moves") or ():
            if life.stops_clock(move["before"], move["after"]):
                # An order that refers one suspect says nothing of the day on which another was summoned.
                its = entered_on if move["event"] == _UNSERVED and paper.get("kind") in _REFERRALS else on
                seisin = Seisin(on=its, by=its, how="moved", event=move["event"])
                found.setdefault((move["person"], move["offence"]), seisin)
    return found


def _served(hearings: Sequence[Hearing], services: Sequence[Service]) -> dict[str, Seisin]:
    """Who was called to a trial; what is served for the chamber in council seises no trial court."""
    in_council = {hearing.id for hearing in hearings if hearing.kind == "raadkamer"}
    days: dict[str, date] = {}
    for service in services:
        if service.state == "done" and service.served_on and BY_CODE[service.act].calls and service.hearing_id not in in_council:
            days[service.person] = min(service.served_on, days.get(service.person, service.served_on))
    return {person: Seisin(on=day, by=day, how="served") for person, day in days.items()}


def _told(report: Report) -> Seisin | None:
    day = last_day(report.seised_on) if report.seised_on else None
    return Seisin(on=day, by=day, how="told") if day is not None else None


def _limitation(
    offence: Offence, seisin: Seisin | None, acts: Sequence[LimitationAct], law: Law, today: date, known_by: date
) -> tuple[Limitation, ...]:
    on, by = (seisin.on, seisin.by) if seisin is not None else (None, None)
    answers = limitation_of(offence, acts, law, today=today, known_by=known_by, seised_on=on, seised_by=by)
    if seisin is None or seisin.event != _UNSERVED:
        return answers
    return tuple(
        msgspec.structs.replace(one, confidence=least_sure([one.confidence, "likely"])) if one.state in ("stopped", "barred") else one
        for one in answers
    )
