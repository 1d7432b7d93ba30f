"""Where a place lies for its court, and which places count for an offence."""

from __future__ import annotations

from routing.law import Area
from routing.reasoning import Charge, Located, Reasoning, used

#: the roles whose places count for an offence that names none, or that passed through
COUNTED_ROLES = frozenset({"scene", "discovery", "unloading", "transit", "storage", None})
JSON_NAME = {"nis_code": "nisCode", "municipality": "municipality", "sub_municipality": "subMunicipality"}


def territory(run: Reasoning) -> None:
    rule = "place-territory"
    if not run.places:
        run.step(rule, "notMet", "noPlace", "Het verslag noemt geen enkele plaats.")
    for located in run.places:
        place, district = located.place, located.town.district
        _warn_of_town(run, located)
        if located.abroad:
            run.step(
                rule, "met", "abroad", "De plaats ligt in het buitenland.", (used(f"{located.path}/country", place.country),), located.path
            )
            if located.area is not None and located.area.listed:
                message = f"Het land {place.country} past niet bij {located.area.title_nl}; voor parket en rechtbank telt het land."
                run.warn(rule, "countryContradictsPort", message, f"{located.path}/country")
            continue
        if located.town.failure == "severalDivisions":
            run.step(rule, "cannotTell", "severalDivisions", "De gemeente hoorde in die periode bij twee afdelingen.", (), located.path)
        elif district is not None and _fits(district.nis_code, district.division, located.area):
            located.division = run.law.divisions[district.division]
            told = next((field for field in JSON_NAME if getattr(place, field)), "municipality")
            facts = (used(f"{located.path}/{JSON_NAME[told]}", getattr(place, told)),)
            because = f"Gemeente {district.name_nl}: {run.title(district.division)}."
            run.step(rule, "met", "municipality", because, facts, located.path, (district.citation,))
        elif located.area is not None and located.area.division is not None:
            located.division = run.law.divisions[located.area.division]
            because = f"{located.area.title_nl}: {run.title(located.area.division)}."
            run.step(rule, "met", "portArea", because[0].upper() + because[1:], (), located.path)
        else:
            run.step(rule, "cannotTell", "notKnown", "Gemeente en oever zijn niet gekend.", (), located.path)


def _fits(nis_code: str, division: str, area: Area | None) -> bool:
    if area is None or area.division is None:
        return True
    return nis_code in area.towns if area.towns is not None else division == area.division


def _warn_of_town(run: Reasoning, located: Located) -> None:
    rule, place, path, town = "place-territory", located.place, located.path, located.town
    if located.abroad or not (place.nis_code or place.municipality or place.sub_municipality):
        return
    if town.unknown_code:
        run.warn(rule, "unknownNisCode", f"NIS-code {place.nis_code} bestaat niet in de gemeentelijst; ga de code na.", f"{path}/nisCode")
    if town.failure == "unknownTown":
        name = place.municipality or place.sub_municipality or place.nis_code
        message = f"De gemeente “{name}” staat niet in de lijst van Belgische gemeenten; ga naam, code en land na."
        run.warn(rule, "unknownMunicipality", message, f"{path}/municipality", f"{path}/country")
    if town.failure == "severalDivisions":
        run.warn(
            rule, "seisedOnTooWide", "De dag van aanhangigmaking is te ruim: de gemeente veranderde in die tijd van afdeling.", "seisedOn"
        )
    if town.contradicts:
        run.warn(
            rule,
            "municipalityContradiction",
            "NIS-code, gemeente en deelgemeente wijzen niet dezelfde gemeente aan; de code gaat voor.",
            f"{path}/nisCode",
            f"{path}/municipality",
        )
    district = town.district
    if district is None:
        return
    if not _fits(district.nis_code, district.division, located.area) and located.area is not None:
        message = f"De gemeente {district.name_nl} past niet bij {located.area.title_nl}; voor parket en rechtbank telt het havengebied."
        run.warn(rule, "municipalityDoesNotFit", message, f"{path}/municipality")
    elif district.citation.confidence == "unverified":
        run.warn(rule, "districtUnverified", f"De afdeling van {district.name_nl} is op die dag niet nagetrokken.", f"{path}/municipality")


def offence_places(run: Reasoning) -> None:
    rule = "offence-places"
    if not run.charges:
        run.step(rule, "notMet", "noOffence", "Het verslag noemt geen enkel misdrijf.")
    for charge in run.charges:
        charge.places = _places_of(run, charge)
        ranked = [(located.area.rank, at) for at, located in enumerate(charge.places) if located.area is not None]
        if ranked:
            best = charge.places[min(ranked)[1]]
            charge.area, charge.area_place = best.area, best
            because = f"Plaats {best.place.id} ligt in: {run.title(best.area.code if best.area else None)}."
            facts = (used(f"{charge.path}/place", charge.offence.place), used(f"{best.path}/role", best.place.role))
            run.step(
                rule,
                "met",
                "area",
                because,
                facts,
                charge.path,
            )
        elif charge.known_place is not None:
            run.step(
                rule,
                "notMet",
                "noPortPlace",
                "Geen plaats van het misdrijf ligt in een haven.",
                (used(f"{charge.path}/place", charge.offence.place),),
                charge.path,
            )
        else:
            run.step(
                rule,
                "cannotTell",
                "noKnownPlace",
                "Geen plaats van het misdrijf is gekend.",
                (used(f"{charge.path}/place", charge.offence.place),),
                charge.path,
            )


def _places_of(run: Reasoning, charge: Charge) -> tuple[Located, ...]:
    own_id = charge.offence.place
    own = run.place_of.get(own_id) if own_id is not None else None
    if own_id is not None and own is None:
        run.warn(
            "offence-places",
            "placeNotInFile",
            f"Het {run.of_offence(charge)} verwijst naar plaats {own_id}, die er niet staat.",
            f"{charge.path}/place",
        )
    places = [own] if own is not None else []
    if own_id is None or (charge.type is not None and charge.type.extends_places):
        places += [located for located in run.places if located is not own and located.place.role in COUNTED_ROLES]
    if not any(located.known for located in places):
        arrests = [located for located in run.places if located.place.role == "arrest" and located is not own]
        if any(located.known for located in arrests):
            message = f"Voor het {run.of_offence(charge)} is geen andere plaats gekend: de plaats van de arrestatie telt."
            run.warn("offence-places", "arrestPlaceCounts", message, f"{charge.path}/place")
        places += arrests
    return tuple(places)
