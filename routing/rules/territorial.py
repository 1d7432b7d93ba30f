"""The territory of the place of the file, and the statutory grounds by place and by person (ratione loci)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from routing.decision import UsedFact
from routing.facts import Residence, Suspect
from routing.law import Division
from routing.reasoning import HOME_COUNTRY, Charge, Reasoning, used

#: roles of the places through which goods go
CROSSED_ROLES = frozenset({"unloading", "transit", "storage"})
#: a division that a fact speaks for
Found = tuple[Division, UsedFact]


def territory_of_the_place(run: Reasoning) -> None:
    rule = "territory-of-the-place"
    place = run.place
    if run.scope == "unclear":
        run.step(rule, "notMet", "scopeUnclear")
        return
    if place is not None and place.abroad:
        run.take(rule, "foreign", None)
        facts = (used(f"{place.path}/country", place.place.country),)
        run.step(rule, "met", "abroad", facts=facts, place=place.place.id, office=run.office)
    elif place is not None and place.division is not None:
        run.take(rule, place.division.office, place.division.correctional_court)
        facts = (used("places", place.place.id), place.telling)
        run.step(rule, "met", "division", facts=facts, place=place.place.id, office=run.office, court=run.court)
    else:
        run.take(rule, None, None)
        run.step(rule, "cannotTell", "placeNotKnown")


def place_of_offence(run: Reasoning) -> None:
    """Each counted place of each offence speaks for its own division; one element of the offence there is enough."""

    def each() -> Iterator[Found]:
        for charge in run.charges:
            for located in charge.places:
                if located.division is not None:
                    yield located.division, located.telling
                    yield located.division, charge.offence_fact

    _record(run, "ground-place-of-offence", each())


def scheldt(run: Reasoning) -> None:
    rule = "ground-scheldt"

    def each() -> Iterator[Found]:
        version = run.version(rule)
        for charge in run.charges:
            if charge.type is not None and charge.type.passes_scheldt and charge.area is not None and charge.area.antwerp_bank:
                passed = next(
                    one
                    for one in run.law.divisions.values()
                    if one.code == version.division or one.arrondissement == version.arrondissement
                )
                yield passed, charge.offence_fact
                if charge.area_place is not None:
                    yield passed, charge.area_place.telling

    _record(run, rule, each())


def continuing(run: Reasoning) -> None:
    """An offence that goes on is committed in every arrondissement that the goods crossed."""

    def each() -> Iterator[Found]:
        for charge in run.charges:
            if charge.type is None or not charge.type.continuing:
                continue
            for located in run.places:
                crossed = located.place.role in CROSSED_ROLES and not any(located is own for own in charge.places)
                if crossed and located.division is not None:
                    yield located.division, located.telling
                    yield located.division, used(f"{located.path}/role", located.place.role)
                    yield located.division, charge.offence_fact

    _record(run, "ground-continuing", each())


def residence(run: Reasoning) -> None:
    _record_persons(run, "ground-residence", (found for suspect in run.ordinary for found in _lives(run, suspect)))


def seat(run: Reasoning) -> None:
    _record_persons(run, "ground-seat", (found for suspect in run.ordinary for found in _sits(run, suspect)))


def found(run: Reasoning) -> None:
    _record_persons(run, "ground-found", (found for suspect in run.ordinary for found in _was_found(run, suspect)))


def facts_abroad(run: Reasoning) -> None:
    """Offences committed abroad have no place in Belgium: the suspect found, the seat, the last known residence remain."""
    rule = "ground-facts-abroad"
    charges = [charge for charge in run.charges if lies_abroad(charge)] if any(located.abroad for located in run.places) else []
    suspects = {suspect.id: suspect for charge in charges for suspect in run.suspects_of(charge.offence)}

    def each() -> Iterator[Found]:
        for suspect in run.ordinary:
            if suspect.id in suspects:
                for tells in (_was_found, _sits, _lives):
                    yield from tells(run, suspect)

    where = tuple(
        used(f"{located.path}/country", located.place.country) for charge in charges for located in charge.places if located.abroad
    )
    reached = _in_order(each())
    if run.place is not None and run.place.abroad and run.scope != "unclear":
        run.ground(rule, (used(f"{run.place.path}/country", run.place.place.country),), office="foreign")
        if not reached:
            run.step(rule, "met", "foreign", facts=where)
            return
    _record(run, rule, reached, where)


def lies_abroad(charge: Charge) -> bool:
    """Are places of the offence known, and do all of them lie abroad?"""
    known = [located for located in charge.places if located.known]
    return bool(known) and all(located.abroad for located in known)


def _lives(run: Reasoning, suspect: Suspect) -> Iterator[Found]:
    yield from _town(run, f"persons/{suspect.id}/residence", suspect.residence)


def _sits(run: Reasoning, suspect: Suspect) -> Iterator[Found]:
    yield from _town(run, f"persons/{suspect.id}/registeredSeat", suspect.registered_seat)


def _town(run: Reasoning, path: str, residence: Residence | None) -> Iterator[Found]:
    if residence is None or residence.country not in (None, HOME_COUNTRY) or not (residence.municipality or residence.nis_code):
        return
    division = run.division_of(run.town_of(residence))
    if division is not None:
        told = "municipality" if residence.municipality else "nisCode"
        yield division, used(f"{path}/{told}", residence.municipality or residence.nis_code)


def _was_found(run: Reasoning, suspect: Suspect) -> Iterator[Found]:
    located = run.place_of.get(suspect.found_at or "")
    if located is not None and located.division is not None:
        yield located.division, used(f"persons/{suspect.id}/foundAt", suspect.found_at)


def _record_persons(run: Reasoning, rule: str, each: Iterable[Found]) -> None:
    if run.place is not None and run.place.abroad and all(lies_abroad(charge) for charge in run.charges):
        run.step(rule, "notMet", "factsAbroad")
    else:
        _record(run, rule, _in_order(each))


def _in_order(each: Iterable[Found]) -> list[Found]:
    """The same whatever the order of the persons."""
    return sorted(each, key=lambda found: (found[0].code, found[1].path))


def _record(run: Reasoning, rule: str, each: Iterable[Found], shared: tuple[UsedFact, ...] = ()) -> None:
    """Record a ground for each division; an unclear file has no track that it could support."""
    by_division: dict[str, dict[UsedFact, None]] = {}
    for division, fact in each:
        by_division.setdefault(division.code, {})[fact] = None
    if not by_division:
        run.step(rule, "notMet", "noGround", facts=shared)
        return
    told = tuple(dict.fromkeys(fact for facts in by_division.values() for fact in facts))
    if run.scope == "unclear":
        run.step(rule, "notMet", "scopeUnclear", facts=told)
        return
    courts = []
    for code, facts in by_division.items():
        division = run.law.divisions[code]
        run.ground(rule, (*facts, *shared), division=division)
        courts.append(division.correctional_court)
    run.step(rule, "met", "ground", facts=(*told, *shared), courts=tuple(courts))
