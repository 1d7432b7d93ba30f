"""What holds a detained suspect: the clocks that bound his detention, who has none, and which of them ends first; pure."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

import msgspec

from docket import life
from docket.cases import CaseStatus
from docket.clock import court_day
from docket.contacts import DETAINED
from docket.contract import Report
from docket.life import Stands
from docket.report_words import designations
from docket.time_limits import ARREST_LIMIT, ARRESTED, Clock
from routing import Law

#: Group of time_limits.toml.
GROUP = "detention"
#: Of that group, what bounds something else than the detention itself: a ban on contacts, and conditions of a release.
_OTHER = frozenset({"contactBan", "releaseConditions"})
#: Here a remand rests on what the chamber ordered with the referral or on the judgment, for which the law sets no clock.
_TRIED: frozenset[CaseStatus] = frozenset({*life.SEISED, "final", "closed"})
#: The clock that one begins for who is in custody without any.
FIRST_LIMIT: Mapping[str, str] = {"arrested": ARREST_LIMIT, "remanded": "firstChamber"}


class Unheld(msgspec.Struct, frozen=True, kw_only=True):
    """A detained suspect for whom nothing runs and who has no title in the register."""

    #: Id within the report.
    person: str
    custody: str
    #: Who and what, in a sentence.
    fault: str
    to_do: str
    #: The limit to begin, by its id in the law data.
    limit: str


def bounds_detention(clock: Clock, law: Law) -> bool:
    """Is the suspect free once this clock has run out?"""
    limit = law.time_limits.limits.get(clock.answer.limit)
    return limit is not None and limit.group == GROUP and clock.answer.says == "expires" and limit.id not in _OTHER


def holding(clocks: Iterable[Clock], law: Law) -> tuple[Clock, ...]:
    """Open clocks that bound a detention, run out or not, the first to end first."""
    found = [clock for clock in clocks if clock.open and bounds_detention(clock, law)]
    return tuple(sorted(found, key=lambda clock: (clock.answer.alarm_on, clock.answer.alarm_at is None, clock.answer.alarm_at)))


def unheld(report: Report, stands: Stands, clocks: Sequence[Clock], law: Law, now: datetime) -> tuple[Unheld, ...]:
    """
    Detained suspects without a running limit and without a title: the second invariant of the life of a file.

    A clock of the whole file counts for everybody in it; one that has run out holds nobody. Nobody in a file whose work goes on elsewhere.
    """
    if stands.status == "joined":
        return ()
    today = court_day(now)
    held = {clock.person for clock in holding(clocks, law) if not clock.overdue(now, today)}
    standing = life.positions(stands, life.pairs_of(report))
    named, found = designations(report), []
    for person in report.persons:
        if person.role != "suspect":
            continue
        at = {status for pair, status in standing.items() if pair[0] == person.id}
        tried = person.custody == "remanded" and bool(at) and at <= _TRIED
        fault = life.custody_fault(detained=person.custody in DETAINED, title_or_limit=tried or None in held or person.id in held)
        if fault is None or person.custody is None:
            continue
        found.append(
            Unheld(
                person=person.id or "",
                custody=person.custody,
                fault=f"{_capital(named[person.id or ''])} ({person.id}) {fault}.",
                to_do=_to_do(person.custody, person.arrested_at, _known(person.id, clocks, law)),
                limit=FIRST_LIMIT[person.custody],
            )
        )
    return tuple(found)


def _known(person: str | None, clocks: Sequence[Clock], law: Law) -> bool:
    """Did a clock of his detention run before?"""
    return any(clock.person in (None, person) and clock.state != "struck" and bounds_detention(clock, law) for clock in clocks)


def _to_do(custody: str, arrested_at: str | None, known: bool) -> str:
    free = "Is hij vrij, verbeter dan zijn toestand bij de feiten."
    if custody != ARRESTED:
        return f"Begin de termijn die loopt vanaf de uitvoering van het bevel of vanaf de laatste beschikking. {free}"
    if not known and "T" not in (arrested_at or ""):
        return f"Het uur van de vrijheidsberoving ontbreekt: begin de 48 uur met dag en uur. {free}"
    return f"De 48 uur zijn voorbij of niet begonnen: is er een bevel tot aanhouding, begin dan de termijn voor de raadkamer. {free}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
