"""The territory of the place, and the statutory grounds for the arrondissement Antwerp (ratione loci)."""

from __future__ import annotations

from collections.abc import Iterable

from routing.decision import UsedFact
from routing.facts import Residence
from routing.reasoning import HOME_COUNTRY, Located, Reasoning, used


def territory_of_the_place(run: Reasoning) -> None:
    rule = "territory-of-the-place"
    place = run.place
    if run.scope == "unclear":
        run.step(rule, "notMet", "scopeUnclear", "Het dossier is onduidelijk: er is nog geen spoor.")
        return
    if place is not None and place.abroad:
        run.take(rule, "foreign", None)
        facts = (used(f"{place.path}/country", place.place.country),)
        run.step(rule, "met", "abroad", f"Plaats {place.place.id} ligt in het buitenland: {run.title('foreign')}, geen rechtbank.", facts)
    elif place is not None and place.division is not None:
        run.take(rule, place.division.office, place.division.correctional_court)
        because = f"Plaats {place.place.id}: {run.title(run.office)}, {run.title(run.court)}."
        run.step(rule, "met", "division", because, (used("places", place.place.id),))
    else:
        run.take(rule, None, None)
        run.step(rule, "cannotTell", "placeNotKnown", "Het grondgebied van de plaats van het dossier is niet gekend.")


def place_of_offence(run: Reasoning) -> None:
    places = [located for charge in run.charges for located in charge.places]
    found = [
        used(f"{located.path}/{_telling_field(located)}", getattr(located.place, _ATTRIBUTE[_telling_field(located)]))
        for located in {id(place): place for place in places}.values()
        if _lies_in(run, "ground-place-of-offence", located)
    ]
    _record(run, "ground-place-of-offence", found, "Geen plaats van een misdrijf ligt zeker in dat arrondissement.")


def scheldt(run: Reasoning) -> None:
    found = [
        used(f"{charge.path}/offence", charge.offence.offence)
        for charge in run.charges
        if charge.type is not None and charge.type.passes_scheldt and charge.area is not None and charge.area.antwerp_bank
    ]
    _record(run, "ground-scheldt", found, "Geen invoer, doorvoer of uitvoer van drugs in de Antwerpse haven.")


def residence(run: Reasoning) -> None:
    found = [
        used(f"persons/{suspect.id}/residence/municipality", suspect.residence.municipality or suspect.residence.nis_code)
        for suspect in run.ordinary
        if suspect.residence is not None and _lives_in(run, "ground-residence", suspect.residence)
    ]
    _record(run, "ground-residence", found, "Van geen verdachte van het gewone spoor is een verblijfplaats daar gekend.")


def seat(run: Reasoning) -> None:
    found = [
        used(f"persons/{suspect.id}/registeredSeat/municipality", suspect.registered_seat.municipality or suspect.registered_seat.nis_code)
        for suspect in run.ordinary
        if suspect.registered_seat is not None and _lives_in(run, "ground-seat", suspect.registered_seat)
    ]
    _record(run, "ground-seat", found, "Van geen verdachte rechtspersoon is een zetel daar gekend.")


def found(run: Reasoning) -> None:
    places = ((suspect, run.place_of.get(suspect.found_at or "")) for suspect in run.ordinary)
    met = [
        used(f"persons/{suspect.id}/foundAt", suspect.found_at)
        for suspect, located in places
        if located is not None and _lies_in(run, "ground-found", located)
    ]
    _record(run, "ground-found", met, "Van geen verdachte van het gewone spoor is een plaats van aantreffen daar gekend.")


_ATTRIBUTE = {"nisCode": "nis_code", "municipality": "municipality", "subMunicipality": "sub_municipality", "port": "port", "text": "text"}


def _telling_field(located: Located) -> str:
    return next((name for name, attribute in _ATTRIBUTE.items() if getattr(located.place, attribute)), "text")


def _lies_in(run: Reasoning, rule: str, located: Located) -> bool:
    return located.division is not None and located.division.arrondissement == run.version(rule).arrondissement


def _lives_in(run: Reasoning, rule: str, residence: Residence) -> bool:
    if residence.country not in (None, HOME_COUNTRY):
        return False
    district = run.town_of(residence).district
    return district is not None and district.arrondissement == run.version(rule).arrondissement


def _record(run: Reasoning, rule: str, found: Iterable[UsedFact], otherwise: str) -> None:
    """Record a ground for the arrondissement, whatever the policy; an unclear file has no track that it could support."""
    facts = tuple(found)
    if not facts:
        run.step(rule, "notMet", "noGround", otherwise)
    elif run.scope == "unclear":
        run.step(rule, "notMet", "scopeUnclear", "Het dossier is onduidelijk: er is nog geen spoor.", facts)
    else:
        arrondissement = run.version(rule).arrondissement or ""
        run.ground(rule, *facts, arrondissement=arrondissement)
        because = f"Een wettelijke grond voor het arrondissement {arrondissement}: {run.version(rule).title_nl}."
        run.step(rule, "met", "ground", because, facts)
