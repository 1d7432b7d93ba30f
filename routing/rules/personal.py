"""Rules that follow the person: minors and magistrates (ratione personae)."""

from __future__ import annotations

from routing.ages import ADULT, MINOR, OPEN, age_at
from routing.decision import Track, UsedFact
from routing.facts import Suspect
from routing.reasoning import HOME_COUNTRY, Reasoning, shown, used


def minor_at_the_facts(run: Reasoning) -> None:
    rule = "minor-at-the-facts"
    if run.scope == "unclear" or not run.facts.suspects:
        run.step(rule, "notMet", "scopeUnclear" if run.scope == "unclear" else "noSuspect")
        return
    ordinary, minors = [], []
    for suspect in run.facts.suspects:
        ages = _ages(run, suspect)
        if MINOR in ages:
            minors.append(suspect)
        if ages != {MINOR}:
            ordinary.append(suspect)
    run.ordinary, run.minors = tuple(ordinary), tuple(minors)


def _ages(run: Reasoning, suspect: Suspect) -> set[str]:
    """The ages at his facts, by the first of birth date, age and flag that tells; records the step."""
    rule, path = "minor-at-the-facts", f"persons/{suspect.id}"
    if suspect.kind == "legal":
        run.step(rule, "notMet", "legalPerson", facts=(used(f"{path}/kind", "legal"),), about=path)
        return {ADULT}
    majority = run.version(rule).age_of_majority or 0
    facts = (
        used(f"{path}/birthDate", shown(suspect.birth)),
        used(f"{path}/age", suspect.age),
        used(f"{path}/minor", suspect.minor),
    )
    by_birth = _by_birth(run, suspect, majority)
    by_age = None if suspect.age is None else MINOR if suspect.age < majority else ADULT
    by_flag = None if suspect.minor is None else MINOR if suspect.minor else ADULT
    said = [tells for tells in (by_age, by_flag) if tells is not None]
    if len(set(said)) > 1 or (by_birth and OPEN not in by_birth and any(tells not in by_birth for tells in said)):
        run.warn(rule, "ageContradiction", f"{path}/birthDate", f"{path}/age", f"{path}/minor", person=suspect.id)
    ages = {said[0] if age == OPEN and said else age for age in by_birth or {OPEN}}
    told_by = "BirthDate" if by_birth and OPEN not in by_birth else "Age" if by_age else "Flag"
    return _told(run, suspect, ages, told_by, facts)


def _told(run: Reasoning, suspect: Suspect, ages: set[str], told_by: str, facts: tuple[UsedFact, ...]) -> set[str]:
    rule, path = "minor-at-the-facts", f"persons/{suspect.id}"
    if ages == {ADULT}:
        run.step(rule, "notMet", f"adultBy{told_by}", facts=facts, about=path)
    elif ages == {MINOR}:
        run.step(rule, "met", f"minorBy{told_by}", facts=facts, about=path)
    elif MINOR in ages:
        run.step(rule, "met", "bothTracks", facts=facts, about=path)
    else:
        run.step(rule, "cannotTell", "ageUnknown", facts=facts, about=path)
    if OPEN in ages:
        run.warn(rule, "ageUnknown", f"{path}/birthDate", f"{path}/age", f"{path}/minor", "offences", person=suspect.id)
    return ages


def _by_birth(run: Reasoning, suspect: Suspect, majority: int) -> set[str]:
    """What his birth date tells for each of his offences; empty when it is not given."""
    birth = suspect.birth
    if birth is None or (birth.first is None and birth.last is None):
        return set()
    own = [charge.offence for charge in run.charges if charge.offence.persons is None or suspect.id in charge.offence.persons]
    offences = own or [charge.offence for charge in run.charges]
    return {age_at(offence.committed, birth, majority, run.facts.received_on) for offence in offences} or {OPEN}


def magistrate(run: Reasoning) -> None:
    rule = "magistrate"
    magistrates = [suspect for suspect in run.facts.suspects if suspect.capacity == "magistrate"]
    if not magistrates:
        run.step(rule, "notMet", "noMagistrate")
        return
    facts = tuple(used(f"persons/{one}/capacity", "magistrate") for one in sorted(suspect.id for suspect in magistrates))
    paths = [fact.path for fact in facts]
    run.warn(rule, "magistrateSplit", *paths)
    if run.scope == "unclear" and run.facts.lead_authority is None:
        run.step(rule, "cannotTell", "scopeUnclear", facts=facts)
        return
    division = run.place.division if run.place is not None else None
    if division is None:
        run.take(rule, None, None)
        run.warn(rule, "magistrateCircuitMissing", "places")
        run.step(rule, "cannotTell", "circuitNotKnown", facts=facts)
        return
    office, court = f"prosecutorGeneral{division.circuit}", f"appeal{division.circuit}"
    run.take(rule, office, court)
    run.special.privilege = (office, court)
    run.ground(rule, facts, office=office, court=court)
    run.step(rule, "met", "magistrate", facts=facts, office=run.office, court=run.court)


def youth_court_of_residence(run: Reasoning) -> None:
    rule = "youth-court-of-residence"
    if not run.minors:
        run.step(rule, "notMet", "noMinor")
        return
    groups: dict[tuple[str | None, str | None], list[str]] = {}
    for suspect in run.minors:
        office, court = _youth_court(run, suspect)
        if run.all_tracks is not None:
            run.youth_replaced.append((office, court))
            office, court = run.all_tracks, None
        groups.setdefault((office, court), []).append(suspect.id)
    _record_grounds(run, rule)
    run.youth = tuple(
        Track(track="youth", persons=tuple(persons), prosecution_office=office, court=court) for (office, court), persons in groups.items()
    )


def _record_grounds(run: Reasoning, rule: str) -> None:
    """One ground for each youth court, the same whatever the order of the minors."""
    by_division: dict[str, list[UsedFact]] = {}
    for division, facts in sorted(run.youth_grounds, key=lambda found: (found[0].code, found[1][0].path)):
        by_division.setdefault(division.code, []).extend(fact for fact in facts if fact not in by_division.get(division.code, ()))
    for code, facts in by_division.items():
        division = run.law.divisions[code]
        run.ground(rule, tuple(facts), division=division, court=division.youth_court)


def _youth_court(run: Reasoning, suspect: Suspect) -> tuple[str | None, str | None]:
    rule, path = "youth-court-of-residence", f"persons/{suspect.id}"
    residence = suspect.residence
    facts = (
        used(f"{path}/residence/country", residence.country if residence else None),
        used(f"{path}/residence/municipality", residence.municipality if residence else None),
    )
    outcome = "overridden" if run.all_tracks is not None else "met"
    if residence is not None and residence.country is not None and residence.country != HOME_COUNTRY:
        place = run.place
        if place is not None and place.abroad:
            run.step(rule, outcome, "abroad", facts=facts, about=path)
            return "foreign", None
        if place is not None and place.division is not None:
            division = place.division
            run.step(rule, outcome, "placeOfFile", facts=facts, about=path, court=division.youth_court)
            run.youth_grounds.append((division, (*facts, place.telling)))
            return division.office, division.youth_court
        run.warn(rule, "youthPlaceMissing", "places", person=suspect.id)
        run.step(rule, "cannotTell", "placeNotKnown", facts=facts, about=path)
        return None, None
    if residence is not None and (residence.municipality or residence.nis_code):
        town = run.town_of(residence)
        if town.unknown_code or town.contradicts or town.district is None:
            run.warn(rule, "residenceDoubtful", f"{path}/residence/nisCode", f"{path}/residence/municipality", person=suspect.id)
        if town.district is not None:
            division = run.law.divisions[town.district.division]
            cited, lives_in = (town.district.citation,), town.district.nis_code
            run.step(rule, outcome, "residence", facts=facts, about=path, citations=cited, town=lives_in, court=division.youth_court)
            run.youth_grounds.append((division, facts))
            return division.office, division.youth_court
    run.step(rule, "cannotTell", "residenceUnknown", facts=facts, about=path)
    run.warn(rule, "residenceMissing", f"{path}/residence/municipality", f"{path}/residence/country", person=suspect.id)
    return None, None
