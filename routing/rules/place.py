"""Where a place lies for its court, and which places count for an offence."""

from __future__ import annotations

from routing.gazetteer import Fairway
from routing.law import Area
from routing.reasoning import Charge, Located, Reasoning, numbered, used
from routing.words import tokens

#: the roles whose places count for an offence that names none, or that passed through
COUNTED_ROLES = frozenset({"scene", "discovery", "unloading", "transit", "storage", None})
JSON_NAME = {"nis_code": "nisCode", "municipality": "municipality", "sub_municipality": "subMunicipality"}


def territory(run: Reasoning) -> None:
    rule = "place-territory"
    if not run.places:
        run.step(rule, "notMet", "noPlace")
    for located in run.places:
        place, district = located.place, located.town.district
        _warn_of_town(run, located)
        if located.abroad:
            run.step(rule, "met", "abroad", facts=(used(f"{located.path}/country", place.country),), about=located.path)
            if located.area is not None and located.area.listed:
                run.warn(rule, "countryContradictsPort", f"{located.path}/country", country=place.country, area=located.area.code)
            continue
        if located.town.failure == "severalDivisions":
            run.step(rule, "cannotTell", "severalDivisions", about=located.path)
        elif district is not None and _fits(district.nis_code, district.division, located.area):
            located.division, located.between = run.law.divisions[district.division], ()
            told = next((field for field in JSON_NAME if getattr(place, field)), "municipality")
            facts = (used(f"{located.path}/{JSON_NAME[told]}", getattr(place, told)),)
            run.step(
                rule,
                "met",
                "municipality",
                facts=facts,
                about=located.path,
                citations=(district.citation,),
                town=district.nis_code,
                office=located.division.office,
            )
        elif located.area is not None and located.area.division is not None:
            located.division, located.between = run.law.divisions[located.area.division], ()
            run.step(rule, "met", "portArea", about=located.path, area=located.area.code, office=located.division.office)
        elif fairway := run.on.gazetteer.fairway(tokens(place.text or "")):
            _on_the_river(run, located, fairway)
        else:
            run.step(rule, "cannotTell", "notKnown", about=located.path)


def _on_the_river(run: Reasoning, located: Located, fairway: Fairway) -> None:
    """A place on the river lies between its neighbours, unless the report names a country; nothing is chosen."""
    rule, place, path = "place-territory", located.place, located.path
    reason = "river" if fairway.between else "riverAbroad"
    beyond = fairway.beyond if place.country is None or not fairway.between else None
    located.between = (*fairway.between, *((beyond,) if beyond else ()))
    between = (*(run.law.divisions[code].arrondissement for code in fairway.between), *((beyond,) if beyond else ()))
    facts = (used(f"{path}/text", place.text),)
    run.step(rule, "cannotTell", reason, facts=facts, about=path, citations=(fairway.citation,), river=fairway.id, between=between)
    missing = ("quay", "municipality", "latitude", "country") if fairway.between else ("country", "municipality")
    run.warn(rule, f"{reason}Place", *(f"{path}/{field}" for field in missing), place=place.id, river=fairway.id, between=between)


def _fits(nis_code: str, division: str, area: Area | None) -> bool:
    if area is None or area.division is None:
        return True
    return nis_code in area.towns if area.towns is not None else division == area.division


def _warn_of_town(run: Reasoning, located: Located) -> None:
    rule, place, path, town = "place-territory", located.place, located.path, located.town
    if located.abroad or not (place.nis_code or place.municipality or place.sub_municipality):
        return
    if town.unknown_code:
        run.warn(rule, "unknownNisCode", f"{path}/nisCode", text=place.nis_code)
    if town.failure == "unknownTown":
        name = place.municipality or place.sub_municipality or place.nis_code
        run.warn(rule, "unknownMunicipality", f"{path}/municipality", f"{path}/country", text=name)
    if town.failure == "severalDivisions":
        run.warn(rule, "seisedOnTooWide", "seisedOn")
    if town.contradicts:
        run.warn(rule, "municipalityContradiction", f"{path}/nisCode", f"{path}/municipality")
    district = town.district
    if district is None:
        return
    if not _fits(district.nis_code, district.division, located.area) and located.area is not None:
        run.warn(rule, "municipalityDoesNotFit", f"{path}/municipality", town=district.nis_code, area=located.area.code)
    elif district.citation.confidence == "unverified":
        run.warn(rule, "districtUnverified", f"{path}/municipality", town=district.nis_code)


def offence_places(run: Reasoning) -> None:
    rule = "offence-places"
    if not run.charges:
        run.step(rule, "notMet", "noOffence")
    for charge in run.charges:
        charge.places = _places_of(run, charge)
        ranked = [(located.area.rank, at) for at, located in enumerate(charge.places) if located.area is not None]
        if ranked:
            best = charge.places[min(ranked)[1]]
            charge.area, charge.area_place = best.area, best
            facts = (used(f"{charge.path}/place", charge.offence.place), used(f"{best.path}/role", best.place.role))
            area = best.area.code if best.area else None
            run.step(rule, "met", "area", facts=facts, about=charge.path, place=best.place.id, area=area)
        elif charge.known_place is not None:
            run.step(rule, "notMet", "noPortPlace", facts=(used(f"{charge.path}/place", charge.offence.place),), about=charge.path)
        else:
            run.step(rule, "cannotTell", "noKnownPlace", facts=(used(f"{charge.path}/place", charge.offence.place),), about=charge.path)


def _places_of(run: Reasoning, charge: Charge) -> tuple[Located, ...]:
    own_id = charge.offence.place
    own = run.place_of.get(own_id) if own_id is not None else None
    if own_id is not None and own is None:
        run.warn(
            "offence-places",
            "placeNotInFile",
            f"{charge.path}/place",
            number=numbered(charge),
            offence=charge.offence.offence,
            place=own_id,
        )
    places = [own] if own is not None else []
    if own_id is None or (charge.type is not None and charge.type.extends_places):
        places += [located for located in run.places if located is not own and located.place.role in COUNTED_ROLES]
    if not any(located.known for located in places):
        arrests = [located for located in run.places if located.place.role == "arrest" and located is not own]
        if any(located.known for located in arrests):
            run.warn("offence-places", "arrestPlaceCounts", f"{charge.path}/place", number=numbered(charge), offence=charge.offence.offence)
        places += arrests
    return tuple(places)
