"""Pieces of a file in words that several papers say; nothing is filled in that is not known."""

from datetime import date, datetime

import routing
from docket import report_words
from docket.cases import Case, received
from docket.contract import Report
from docket.hearings import Chamber, Hearing
from docket.time_limits import Clock, label
from documents import words
from routing import Decision, Law, UsedFact

#: Roles of those who get the notices of art. 3bis and 5bis VT.Sv.
INJURED = ("victim", "injuredParty", "civilParty")
_ENDS = {"lastDay": "ten laatste", "expires": "vervalt na", "firstDay": "niet vóór"}


def name(law: Law, code: str) -> str:
    """The Dutch title of a code of the law, or the code itself where the law in force has no title for it."""
    return law.title(code) or code


def first_instance(law: Law, court: str, day: date) -> str:
    """Of a correctional court: where the investigating judge and the chamber in council sit; otherwise its own title."""
    return law.court_of_first_instance(court, day) or name(law, court)


def court_of(law: Law, sitting: Chamber | Hearing, day: date) -> str:
    """The title of the court that sits: a chamber in council is one of the court of first instance."""
    return first_instance(law, sitting.court, day) if sitting.kind == "raadkamer" else name(law, sitting.court)


def where(law: Law, hearing: Hearing, day: date) -> str:
    """The court of a hearing with its chamber."""
    before = "raadkamer van de " if hearing.kind == "raadkamer" else ""
    return f"{before}{court_of(law, hearing, day)}, kamer {hearing.chamber}"


def title(law: Law, code: str | None) -> str | None:
    return name(law, code) if code else None


def arrondissement(law: Law, name: str) -> str:
    """By the Dutch name of its title, whatever the district tables call it."""
    return law.arrondissement(name) or f"arrondissement {name}"


def received_on(case: Case) -> str | None:
    day, _ = received(case.report, case.entered_on)
    return report_words.received_on(case.report, words.day(day))


def suspects_of(case: Case) -> dict[str, str]:
    """Id of each suspect who is one person -> his designation: for each of them a copy for the defence can be made."""
    named = report_words.designations(case.report)
    return {
        row.id or "": f"{named[row.id or '']} ({report_words.full_name(row) or row.id})"
        for row in case.report.persons
        if row.role == "suspect" and (row.count == 1 or report_words.full_name(row) is not None)
    }


def injured_of(case: Case) -> dict[str, str]:
    """Id of each person to whom a notice for the injured may go -> his designation."""
    named = report_words.designations(case.report)
    return {
        row.id or "": f"{named[row.id or '']} ({report_words.full_name(row) or row.id})"
        for row in case.report.persons
        if row.role in INJURED and (row.count == 1 or report_words.full_name(row) is not None)
    }


def facts_in_words(
    used: tuple[UsedFact, ...], decision: Decision, report: Report, law: Law, hidden: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """`plaats p1, kaai: 1742`, for each fact that a rule used; `hidden`: paths of those that are told to stand in the file only."""
    grounds = {ground.code: routing.ground_title(ground, law) for ground in decision.grounds}
    return tuple(f"{report_words.fact_name(fact.path, report)}: {_told(fact, grounds, law, hidden)}" for fact in used)


def _told(fact: UsedFact, grounds: dict[str, str], law: Law, hidden: frozenset[str]) -> str:
    return "staat in het dossier" if fact.path in hidden and fact.value is not None else fact_value(fact, grounds, law)


def fact_value(fact: UsedFact, grounds: dict[str, str], law: Law) -> str:
    field = fact.path.rsplit("/", 1)[-1]
    if isinstance(fact.value, str) and field in ("offence", "portArea"):
        return name(law, fact.value)
    if field == "grounds":
        return grounds.get(str(fact.value), "geen")
    return report_words.fact_value(fact.path, fact.value)


def limit_line(clock: Clock, law: Law) -> str:
    """An open clock with its last day or instant, its article and its strict reading; the person by his id only."""
    answer = clock.answer
    strict = (answer.alarm_on, answer.alarm_at) != (answer.due_on, answer.due_at)
    beside = f"; volgens een strengere lezing {_end(answer.alarm_on, answer.alarm_at)}" if strict else ""
    stands = f"; geschorst sinds {words.day(clock.suspended_on)}" if clock.suspended_on is not None else ""
    return f"{words.capital(label(clock, law))}: {_ENDS[answer.says]} {_end(answer.due_on, answer.due_at)}{beside}{stands}"


def _end(on: date, at: datetime | None) -> str:
    return f"{words.day(on)} om {report_words.hour(at)}" if at is not None else words.day(on)
