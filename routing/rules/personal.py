"""Rules that follow the person: minors and magistrates (ratione personae)."""

from __future__ import annotations

from routing.ages import ADULT, MINOR, OPEN, age_at
from routing.decision import Track, UsedFact
from routing.facts import Suspect
from routing.reasoning import HOME_COUNTRY, Reasoning, shown, used


def minor_at_the_facts(run: Reasoning) -> None:
    rule = "minor-at-the-facts"
    if run.scope == "unclear" or not run.facts.suspects:
        reason, because = (
            ("noSuspect", "Er is geen verdachte.") if run.scope != "unclear" else ("scopeUnclear", "Het dossier is onduidelijk.")
        )
        run.step(rule, "notMet", reason, because)
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
        run.step(rule, "notMet", "legalPerson", "Een rechtspersoon is niet minderjarig.", (used(f"{path}/kind", "legal"),), path)
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
        message = (
            f"Geboortedatum, leeftijd en de vermelding minderjarig van {suspect.id} spreken elkaar tegen; de eerste die het zegt gaat voor."
        )
        run.warn(rule, "ageContradiction", message, f"{path}/birthDate", f"{path}/age", f"{path}/minor")
    ages = {said[0] if age == OPEN and said else age for age in by_birth or {OPEN}}
    reason = "birthDate" if by_birth and OPEN not in by_birth else "age" if by_age else "minorFlag" if by_flag else "ageUnknown"
    return _told(run, suspect, ages, reason, facts)


def _told(run: Reasoning, suspect: Suspect, ages: set[str], reason: str, facts: tuple[UsedFact, ...]) -> set[str]:
    rule, path = "minor-at-the-facts", f"persons/{suspect.id}"
    if ages == {ADULT}:
        run.step(rule, "notMet", reason, "Meerderjarig op het ogenblik van de feiten.", facts, path)
    elif ages == {MINOR}:
        run.step(rule, "met", reason, "Minderjarig op het ogenblik van de feiten.", facts, path)
    elif MINOR in ages:
        run.step(
            rule,
            "met",
            "bothTracks",
            "Minderjarig bij één feit, niet zeker bij een ander: de verdachte staat in beide sporen.",
            facts,
            path,
        )
    else:
        because = "De leeftijd staat niet vast tegenover de meerderjarigheid: de verdachte blijft in het gewone spoor."
        run.step(rule, "cannotTell", reason, because, facts, path)
    if OPEN in ages:
        message = f"De leeftijd van {suspect.id} op het ogenblik van de feiten is niet zeker: vul geboortedatum of dag van de feiten in."
        run.warn(rule, "ageUnknown", message, f"{path}/birthDate", f"{path}/age", f"{path}/minor", "offences")
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
        run.step(rule, "notMet", "noMagistrate", "Er is geen magistraat onder de verdachten.")
        return
    facts = tuple(used(f"persons/{suspect.id}/capacity", "magistrate") for suspect in magistrates)
    paths = [fact.path for fact in facts]
    message = "Er is een magistraat onder de verdachten (voorrecht van rechtsmacht): overweeg het dossier te splitsen."
    run.warn(rule, "magistrateSplit", message, *paths)
    if run.scope == "unclear" and run.facts.lead_authority is None:
        run.step(rule, "cannotTell", "scopeUnclear", "Er is een magistraat, maar het dossier is onduidelijk: er is nog geen spoor.", facts)
        return
    division = run.place.division if run.place is not None else None
    if division is None:
        run.take(rule, None, None)
        message = "Welke procureur-generaal bevoegd is, is niet te zeggen: vul de plaats van de feiten in België in."
        run.warn(rule, "magistrateCircuitMissing", message, "places")
        run.step(rule, "cannotTell", "circuitNotKnown", "Er is een magistraat, maar het rechtsgebied van de plaats is niet gekend.", facts)
        return
    run.take(rule, f"prosecutorGeneral{division.circuit}", f"appeal{division.circuit}")
    run.step(rule, "met", "magistrate", f"Voor het hele gewone spoor: {run.title(run.office)} en {run.title(run.court)}.", facts)


def youth_court_of_residence(run: Reasoning) -> None:
    rule = "youth-court-of-residence"
    if not run.minors:
        run.step(rule, "notMet", "noMinor", "Er is geen verdachte die zeker minderjarig was.")
        return
    groups: dict[tuple[str | None, str | None], list[str]] = {}
    for suspect in run.minors:
        office, court = _youth_court(run, suspect)
        if run.all_tracks is not None:
            office, court = run.all_tracks, None
        groups.setdefault((office, court), []).append(suspect.id)
    run.youth = tuple(
        Track(track="youth", persons=tuple(persons), prosecution_office=office, court=court) for (office, court), persons in groups.items()
    )


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
            run.step(
                rule,
                outcome,
                "abroad",
                "De minderjarige woont in het buitenland, en de plaats van het dossier ligt in het buitenland.",
                facts,
                path,
            )
            return "foreign", None
        if place is not None and place.division is not None:
            division = place.division
            because = (
                f"De minderjarige woont in het buitenland: de afdeling van de plaats van het dossier, {run.title(division.youth_court)}."
            )
            run.step(rule, outcome, "placeOfFile", because, facts, path)
            return division.office, division.youth_court
        message = f"Minderjarige {suspect.id} woont in het buitenland: vul de plaats van de feiten in; de jeugdrechtbank volgt die."
        run.warn(rule, "youthPlaceMissing", message, "places")
        run.step(
            rule,
            "cannotTell",
            "placeNotKnown",
            "De minderjarige woont in het buitenland en de afdeling van de plaats is niet gekend.",
            facts,
            path,
        )
        return None, None
    if residence is not None and (residence.municipality or residence.nis_code):
        town = run.town_of(residence)
        if town.unknown_code or town.contradicts or town.district is None:
            message = f"NIS-code en gemeente van de verblijfplaats van {suspect.id} wijzen niet één Belgische gemeente aan; ga ze na."
            run.warn(rule, "residenceDoubtful", message, f"{path}/residence/nisCode", f"{path}/residence/municipality")
        if town.district is not None:
            division = run.law.divisions[town.district.division]
            because = f"De minderjarige woont in {town.district.name_nl}: {run.title(division.youth_court)}."
            run.step(rule, outcome, "residence", because, facts, path, (town.district.citation,))
            return division.office, division.youth_court
    run.step(rule, "cannotTell", "residenceUnknown", "De gemeente van verblijf in België is niet gekend.", facts, path)
    message = f"De verblijfplaats van minderjarige {suspect.id} is niet gekend: vul gemeente en land in; de jeugdrechtbank volgt die."
    run.warn(rule, "residenceMissing", message, f"{path}/residence/municipality", f"{path}/residence/country")
    return None, None
