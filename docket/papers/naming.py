"""Whom and what a formal paper names: nobody by name who is or may be a minor, and every offence by the articles of its day."""

from collections.abc import Iterable
from typing import TypeVar

import msgspec

import routing
from docket import minors, report_words
from docket.cases import facts_of, received
from docket.clock import court_day
from docket.contract import Person
from docket.papers import wording
from docket.papers.known import Known
from docket.papers.paper import Missing, Wanted
from documents import words

Typed = TypeVar("Typed", bound=msgspec.Struct)

#: What a court decides on; aggravated forms and accessory provisions only where no other stands behind the offence.
_BASIC = "basic"
_BESIDE = frozenset({"accessory", "definition"})
#: Below the page of the file.
_PERSONS = "verbeteren#personen"
#: What stands in the place of a name.
YOUNG: dict[minors.Minority, str] = {"minor": "minderjarig", "maybe": "mogelijk minderjarig", "no": ""}


class Charge(msgspec.Struct, frozen=True, kw_only=True):
    """An offence of the file as a formal paper tells it."""

    id: str
    number: int
    title: str
    period: str | None
    #: With its id, by which the reasons name it.
    place: str | None
    #: Every wording in force on a possible day of the facts: both codes where the facts lie on both sides; empty = none is held.
    articles: tuple[str, ...]


def minority(person: Person, known: Known) -> minors.Minority:
    return minors.in_case(person, known.case, known.stored.decision, known.law)


def of_each(person: Person, known: Known) -> dict[str, minors.Minority]:
    """By the id of each of his own offences."""
    day, _ = received(known.case.report, known.case.entered_on)
    youth = any(person.id in track.persons for track in known.stored.decision.tracks if track.track == "youth")
    return minors.of_each(person, known.case.report.offences, day, known.law, youth=youth)


def both_sides(person: Person, known: Known) -> bool:
    """Has he facts of before his majority, or that may be, and facts of after it? Then he answers for these as any adult does."""
    return unnamed(person, known) and "no" in of_each(person, known).values()


def unnamed(person: Person, known: Known) -> bool:
    """Is or may he be a minor at his facts, so that no paper for others names him?"""
    return minority(person, known) != "no"


def young(person: Person, known: Known) -> str:
    """In the place of his name: `minderjarig`, or that it is not told whether he is; empty of who may be named."""
    return YOUNG[minority(person, known)]


def age_asked(person: Person, known: Known, of_a_minor: str) -> tuple[Missing, ...]:
    """For a paper that concerns adults only: `of_a_minor` where he is one, his birth where it does not tell."""
    match minority(person, known):
        case "minor":
            return (Missing(what=of_a_minor, link=_birth(person, known)),)
        case "maybe":
            what = f"of {person.id} bij de feiten meerderjarig was: wat van zijn geboorte gemeld is, zegt het niet"
            return (Missing(what=what, link=_birth(person, known)),)
        case "no":
            return ()


def _birth(person: Person, known: Known) -> str:
    """His birth date on the form of the file."""
    at = next((at for at, row in enumerate(known.case.report.persons) if row.id == person.id), None)
    return _PERSONS if at is None else f"verbeteren#f-persons-{at}-birthDate"


def who(person_id: str, known: Known) -> str:
    """His name, or his designation where he is or may be a minor, stands for several or is not known by name."""
    designation = report_words.designations(known.case.report).get(person_id, "persoon")
    row = next((row for row in known.case.report.persons if row.id == person_id), None)
    if row is None:
        return f"{designation} ({person_id}), niet meer in het dossier"
    several = "" if row.count == 1 else f", {report_words.how_many(row)}"
    if unnamed(row, known):
        return f"{designation} ({person_id}){several}, is of kan minderjarig zijn: zonder naam"
    name = report_words.full_name(row)
    if name is None:
        return f"{designation} ({person_id}){several or ', naam niet gekend'}"
    return f"{name} ({person_id}){several}"


def identity(person_id: str, known: Known) -> tuple[str, ...]:
    """By what somebody is known beside his name, a line each; nothing of a minor."""
    row = next((row for row in known.case.report.persons if row.id == person_id), None)
    if row is None or unnamed(row, known):
        return ()
    told = Person(
        count=1,
        kind=row.kind,
        birth_date=row.birth_date,
        age=row.age if row.birth_date is None else None,
        nationality=row.nationality,
        ssin=row.ssin,
        enterprise_number=row.enterprise_number,
        residence=row.residence,
        registered_seat=row.registered_seat,
    )
    return report_words.person_details(told)


def unidentified(person_id: str, known: Known, *, by_more: bool = False) -> tuple[Missing, ...]:
    """
    What keeps a paper from saying which one person it is about: several, no name, and, `by_more`, no birth or number either.

    Nothing is asked of who is or may be a minor, for he is told by his designation.
    """
    row = next((row for row in known.case.report.persons if row.id == person_id), None)
    if row is None:
        return (Missing(what=f"{person_id} als persoon van dit dossier", link=_PERSONS),)
    if unnamed(row, known):
        return ()
    found = []
    if row.count != 1:
        found.append(Missing(what=f"een enkele persoon achter {person_id}: nu {report_words.how_many(row)}", link=_PERSONS))
    if report_words.full_name(row) is None:
        found.append(Missing(what=f"de naam van {person_id}", link=_PERSONS))
    if by_more and row.kind == "legal" and not row.enterprise_number:
        found.append(Missing(what=f"het ondernemingsnummer van {person_id}", link=_PERSONS))
    if by_more and row.kind != "legal" and not row.ssin and not row.birth_date:
        found.append(Missing(what=f"het rijksregisternummer of de geboortedatum van {person_id}", link=_PERSONS))
    return tuple(found)


def charges(known: Known) -> tuple[Charge, ...]:
    report = known.case.report
    facts = facts_of(report, known.case.entered_on)
    found = []
    for number, (row, fact) in enumerate(zip(report.offences, facts.offences, strict=True), start=1):
        behind = routing.qualifications(fact, court_day(known.at), known.law, known_by=facts.received_on).provisions
        basic = [one for one in behind if one.aspect == _BASIC] or [one for one in behind if one.aspect not in _BESIDE]
        title = wording.title(known.law, row.offence) or "misdrijf niet gemeld"
        found.append(
            Charge(
                id=row.id or "",
                number=number,
                title=f"{title} (poging)" if row.attempt else title,
                period=words.period(row.committed_from, row.committed_until),
                place=_where(row.place, known),
                articles=_once(text.citation for one in basic for text in one.at_facts),
            )
        )
    return tuple(found)


def _where(place_id: str | None, known: Known) -> str | None:
    described = next((report_words.place(row) for row in known.case.report.places if row.id == place_id), None)
    return f"plaats {place_id}: {described or 'niet omschreven'}" if place_id else None


def _once(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found))


def moment(known: Known) -> str:
    """`4 september 2023 om 11.15 uur`, the hour at which the paper looked."""
    return f"{words.day(court_day(known.at))} om {report_words.hour(known.at)}"


def not_in_file(ids: Iterable[str], there: Iterable[str]) -> tuple[str, ...]:
    known = set(there)
    return tuple(one for one in ids if one not in known)


def said(wanted: Wanted, typed: type[Typed]) -> Typed:
    """What its maker typed; before he typed anything, nothing."""
    return wanted.typed if isinstance(wanted.typed, typed) else typed()
