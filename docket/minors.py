"""Who is or may be a minor: the one answer by which every paper and every roll names him or does not; pure."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

import msgspec

import routing
from docket.cases import Case, committed, received
from docket.contract import Offence, Person
from docket.decoding import first_day, last_day
from routing import Days, Decision, Law

#: maybe = his birth was reported in part and does not tell; no = of age, or of his age nothing at all is reported.
Minority = Literal["minor", "maybe", "no"]

_MAJORITY = "minor-at-the-facts"


def in_case(person: Person, case: Case, decision: Decision, law: Law) -> Minority:
    youth = any(person.id in track.persons for track in decision.tracks if track.track == "youth")
    day, _ = received(case.report, case.entered_on)
    return at_the_facts(person, case.report.offences, day, law, youth=youth)


def at_the_facts(person: Person, offences: Iterable[Offence], received_on: date, law: Law, *, youth: bool) -> Minority:
    """
    By flag, age, track (`youth`) and birth date together: one that makes him a minor is enough.

    A flag and an age speak of the time of the facts, and so say what an incomplete birth date leaves open.
    """
    if person.kind == "legal":
        return "no"
    majority = age_of_majority(law, received_on)
    if youth or person.minor or (person.age is not None and person.age < majority):
        return "minor"
    if person.birth_date is None:
        return "no"
    birth = Days(first=first_day(person.birth_date), last=last_day(person.birth_date))
    ages = {routing.age_at(days, birth, majority, received_on) for days in _days_of(person, offences, received_on)}
    if routing.MINOR in ages:
        return "minor"
    return "maybe" if routing.OPEN in ages and person.minor is None and person.age is None else "no"


def of_each(person: Person, offences: Iterable[Offence], received_on: date, law: Law, *, youth: bool) -> dict[str, Minority]:
    """
    By the id of each of his own offences, as the router divides them: what he did before his majority goes to the youth court alone.

    His birth date divides; a flag or an age, which speak of all his facts, say only what it leaves open.
    """
    every = tuple(offences)
    whole = at_the_facts(person, every, received_on, law, youth=youth)
    his = [one for one in every if one.persons is None or person.id in one.persons]
    apart = {one.id or "": _at_one(person, one, received_on, law) for one in his} if person.birth_date is not None else {}
    # Something else than his birth makes him one, or nothing does: then it does for every fact.
    return apart if whole != "no" and set(apart.values()) - {"no"} else {one.id or "": whole for one in his}


def _at_one(person: Person, offence: Offence, received_on: date, law: Law) -> Minority:
    apart = msgspec.structs.replace(person, minor=None, age=None)
    answer = at_the_facts(apart, [msgspec.structs.replace(offence, persons=None)], received_on, law, youth=False)
    if answer != "maybe" or (person.minor is None and person.age is None):
        return answer
    return at_the_facts(msgspec.structs.replace(person, birth_date=None), [offence], received_on, law, youth=False)


def on_day(person: Person, day: date, law: Law) -> bool:
    """Is he, or may he be, a minor still on that day? Then somebody stands for him."""
    if person.kind == "legal":
        return False
    majority = age_of_majority(law, day)
    of_age = person.minor is False or (person.age is not None and person.age >= majority)
    if person.birth_date is not None:
        if day >= routing.birthday(last_day(person.birth_date), majority):
            return False
        return day < routing.birthday(first_day(person.birth_date), majority) or not of_age
    return not of_age and (person.minor is True or person.age is not None)


def age_of_majority(law: Law, day: date) -> int:
    """The age from which one is no minor, by the law of that day; beyond any age where it holds none, so that nobody is taken for adult."""
    row = law.on(day).rules.get(_MAJORITY)
    found = row.version.age_of_majority if row is not None else None
    return found if found is not None else date.max.year


def _days_of(person: Person, offences: Iterable[Offence], received_on: date) -> tuple[Days, ...]:
    """Of his own offences; of who is no suspect of one, of all. What begins on no known day is taken at its end, or at the receipt."""
    every = tuple(offences)
    his = [one for one in every if one.persons is None or person.id in one.persons] if person.role == "suspect" else []
    found = (committed(one) for one in his or every)
    days = tuple(one if one.first is not None else msgspec.structs.replace(one, first=one.last or received_on) for one in found)
    return days or (Days(first=received_on, last=received_on),)
