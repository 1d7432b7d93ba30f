"""In which port area a place lies: the first thing in the report that tells it."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from routing.decision import Citation, Said, UsedFact
from routing.gazetteer import CONFIDENCE_ORDER, Mention, Outline, QuayMention
from routing.law import Area
from routing.reasoning import Located, Reasoning, used
from routing.words import tokens

FIELDS = ("text", "quay", "dock", "terminal", "sub_municipality", "municipality")
#: where a quay number is looked for: its own field first
QUAY_FIELDS = ("quay", *(field for field in FIELDS if field != "quay"))
JSON_NAME = {"sub_municipality": "subMunicipality", "nis_code": "nisCode"}


class Telling(msgspec.Struct, frozen=True):
    """One thing in the report that tells an area."""

    area: Area
    reason: str
    said: Said
    facts: tuple[UsedFact, ...]
    citations: tuple[Citation, ...] = ()


class Reading:
    """The words of one place, read once."""

    def __init__(self, run: Reasoning, located: Located) -> None:
        self.run = run
        self.located = located
        self.place = located.place
        self.gazetteer = run.on.gazetteer
        self.words = {field: tokens(value) for field in FIELDS if (value := getattr(self.place, field))}
        #: in the order of FIELDS, then of the words
        self.mentions: list[Mention] = []
        self.strangers: list[Mention] = []
        for field, words in self.words.items():
            for mention in self.gazetteer.mentions(field, getattr(self.place, field), words):
                counts = self.place.port in (None, mention.name.port)
                (self.mentions if counts else self.strangers).append(mention)

    def first(self, kinds: tuple[str, ...], own: str | None = None) -> Mention | None:
        """The first name of these kinds that tells an area: in its own field, else in the text, else elsewhere."""
        first = None
        for mention in self.mentions:
            if mention.name.kind in kinds and mention.name.area:
                if own is None or mention.field == own:
                    return mention
                first = first or mention
        return first

    def says_the_port(self) -> bool:
        """Does the report say the port, in its field or in words, so that "right bank" can only be a bank of it?"""
        named = self.first(("port",))
        return self.place.port is not None or (named is not None and named.name.port == self.gazetteer.quay_words.port)

    def quay(self) -> QuayMention | None:
        for field in QUAY_FIELDS:
            if field in self.words:
                numbers = self.gazetteer.quay_numbers(self.words[field], own_field=field == "quay")
                if numbers:
                    return QuayMention(number=numbers[0], field=field, value=getattr(self.place, field))
        return None

    def fact(self, field: str) -> UsedFact:
        return used(f"{self.located.path}/{JSON_NAME.get(field, field)}", getattr(self.place, field))


def port_area(run: Reasoning) -> None:
    rule = "place-port-area"
    if not run.places:
        run.step(rule, "notMet", "noPlace")
    for located in run.places:
        reading = Reading(run, located)
        tellings = (telling for telling in _tellings(reading) if telling is not None)
        first = next(tellings, None)
        chosen = _with_coordinates(reading, first)
        if run.traced:
            _warn_of_contradictions(reading, chosen, [first, *tellings] if first is not None else [])
        if chosen is None:
            told = tuple(reading.fact(field) for field in ("text", "municipality") if field in reading.words)
            run.step(rule, "notMet", "noPortPlace", facts=told, about=located.path)
            continue
        located.area = chosen.area
        run.step(
            rule,
            "met",
            chosen.reason,
            facts=chosen.facts,
            about=located.path,
            citations=chosen.citations,
            area=chosen.area.code,
            **chosen.said,
        )


def _tellings(reading: Reading) -> Iterable[Telling | None]:
    """What tells the area, in the order in which the first one wins."""
    yield _by_quay(reading)
    yield _by_name(reading, ("dock", "lock"), "dock", "dockOrLock")
    yield _by_name(reading, ("terminal",), "terminal", "terminalOrFirm")
    if reading.place.port is not None:
        yield _by_name(reading, ("street", "village"), "sub_municipality", "streetOrVillage")
        yield _by_town(reading)
    yield _by_name(
        reading,
        ("part", "partOfPort") if reading.says_the_port() else ("part",),
        None,
        "partOfPort",
    )
    if reading.place.port is not None:
        yield _by_port(reading)
    else:
        yield _by_name(reading, ("port",), None, "portWords")


def _by_quay(reading: Reading) -> Telling | None:
    run, place = reading.run, reading.place
    quay = reading.quay()
    if quay is None:
        if place.quay and tokens(place.quay):
            run.warn("place-port-area", "quayUnreadable", f"{reading.located.path}/quay", text=place.quay)
        return None
    if place.port != reading.gazetteer.quay_words.port and (place.port is not None or _elsewhere(reading)):
        return None
    code, rows = reading.gazetteer.quay_area(quay.number)
    if code is None:
        return None
    if not rows:
        run.warn("place-port-area", "quayNotInGazetteer", f"{reading.located.path}/{quay.field}", quay=quay.number)
    cited = (*(row.citation for row in rows[:1]), reading.gazetteer.quay_words.citation)
    area, facts = run.law.areas[code], (reading.fact(quay.field),)
    dock, candidates = reading.gazetteer.quay_dock(quay.number)
    if dock:
        return Telling(area, "quayInDock", {"quay": quay.number, "dock": dock}, facts, cited)
    if candidates:
        return Telling(area, "quayDockOpen", {"quay": quay.number, "docks": candidates}, facts, cited)
    return Telling(area, "quay", {"quay": quay.number}, facts, cited)


def _elsewhere(reading: Reading) -> bool:
    """Does the municipality or the country contradict a quay number of the Antwerp port?"""
    located, place = reading.located, reading.place
    if located.abroad:
        return True
    if not (place.nis_code or place.municipality or place.sub_municipality) or located.town.failure == "severalDivisions":
        return False
    district = located.town.district
    towns = [area.towns for area in reading.run.law.areas.values() if area.port == reading.gazetteer.quay_words.port and area.towns]
    return district is None or not any(district.nis_code in codes for codes in towns)


def _by_name(reading: Reading, kinds: tuple[str, ...], own: str | None, reason: str) -> Telling | None:
    mention = reading.first(kinds, own)
    if mention is None:
        return None
    area = reading.run.law.areas[mention.name.area or ""]
    return Telling(area, reason, {"name": mention.name.title}, (reading.fact(mention.field),), (mention.name.citation,))


def _by_town(reading: Reading) -> Telling | None:
    district = reading.located.town.district
    if district is None:
        return None
    for area in reading.run.law.areas.values():
        if area.port == reading.place.port and area.towns and district.nis_code in area.towns and not _in_quarter(reading, area):
            field = next(name for name in ("nis_code", "municipality", "sub_municipality") if getattr(reading.place, name))
            return Telling(
                area, "portAndTown", {"town": district.nis_code}, (reading.fact("port"), reading.fact(field)), (district.citation,)
            )
    return None


def _in_quarter(reading: Reading, area: Area) -> bool:
    """Does the report place it in a quarter of the town that tells no bank?"""
    quarters = {tokens(part) for part in area.not_parts}
    part = reading.words.get("sub_municipality")
    if part:
        return part in quarters
    if reading.words.get("municipality") in quarters:
        return True
    text = reading.words.get("text", ())
    return any(text[at : at + len(quarter)] == quarter for quarter in quarters for at in range(len(text)))


def _by_port(reading: Reading) -> Telling | None:
    for area in reading.run.law.areas.values():
        if area.port == reading.place.port and area.whole_port:
            return Telling(area, "port", {}, (reading.fact("port"),))
    return None


def _bank_open(area: Area | None) -> bool:
    return area is not None and area.whole_port and area.antwerp_bank


def _with_coordinates(reading: Reading, chosen: Telling | None) -> Telling | None:
    """Coordinates tell where nothing else does or where the bank is open; elsewhere they only confirm or warn."""
    run, place, path = reading.run, reading.place, reading.located.path
    if place.latitude is None or place.longitude is None:
        return chosen
    point = reading.gazetteer.point(place.latitude, place.longitude)
    areas = run.law.areas
    paths = (f"{path}/latitude", f"{path}/longitude")
    facts = (reading.fact("latitude"), reading.fact("longitude"))
    near = tuple(dict.fromkeys((*point.inside, *point.near)))
    if chosen is not None and not _bank_open(chosen.area):
        if (near != () and chosen.area.code not in near) or (near == () and _outlined(reading, chosen.area)):
            run.warn("place-port-area", "coordinatesContradict", *paths, near=near)
        return chosen
    candidates = [code for code in near if chosen is None or areas[code].port == chosen.area.port]
    if len(candidates) == 1 and candidates[0] in point.inside and (chosen is not None or not reading.located.abroad):
        outlines = reading.gazetteer.outlines_of(candidates)
        return Telling(areas[candidates[0]], "coordinates", _roughness(outlines), facts, _cited(outlines))
    if chosen is None and point.inside and not reading.located.abroad and all(areas[code].antwerp_bank for code in candidates):
        both = next(area for area in areas.values() if _bank_open(area))
        outlines = reading.gazetteer.outlines_of(candidates)
        reading.located.between = _divisions(areas, candidates)
        return Telling(both, "coordinatesBothBanks", _roughness(outlines), facts, _cited(outlines))
    if candidates or (near and chosen is None):
        reading.located.between = _divisions(areas, near)
        run.warn("place-port-area", "coordinatesUndecided", *paths, near=near, **_roughness(reading.gazetteer.outlines_of(near)))
    elif chosen is not None:
        run.warn("place-port-area", "coordinatesContradict", *paths, near=near)
    return chosen


def _roughness(outlines: tuple[Outline, ...]) -> Said:
    """How far the outlines may be off, and the weakest of what they rest on."""
    weakest = max((outline.citation.confidence for outline in outlines), key=CONFIDENCE_ORDER.index, default="unverified")
    return {"metres": max((outline.uncertainty_m for outline in outlines), default=0), "certainty": weakest}


def _divisions(areas: dict[str, Area], codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(division for code in codes if (division := areas[code].division) is not None))


def _cited(outlines: tuple[Outline, ...]) -> tuple[Citation, ...]:
    return tuple(outline.citation for outline in outlines)


def _outlined(reading: Reading, area: Area) -> bool:
    return any(outline.area == area.code for outline in reading.gazetteer.outlines)


def _warn_of_contradictions(reading: Reading, chosen: Telling | None, tellings: list[Telling]) -> None:
    run, path = reading.run, reading.located.path
    for mention in reading.strangers:
        if mention.name.area:
            field = JSON_NAME.get(mention.field, mention.field)
            run.warn("place-port-area", "nameOfOtherPort", f"{path}/port", f"{path}/{field}", name=mention.name.title)
    if chosen is None:
        return
    others = [telling for telling in tellings if not _agree(chosen.area, telling.area)]
    for telling in others:
        paths = dict.fromkeys(fact.path for fact in (*chosen.facts, *telling.facts))
        _contradicts(run, chosen, telling.reason, _name(telling), telling.area, *paths)
    told: set[str] = {telling.area.code for telling in others}
    for mention in reading.mentions:
        code = mention.name.area
        if code and code not in told and mention.name.kind in ("dock", "lock", "terminal") and not _agree(chosen.area, run.law.areas[code]):
            told.add(code)
            what = "terminalOrFirm" if mention.name.kind == "terminal" else "dockOrLock"
            field = JSON_NAME.get(mention.field, mention.field)
            _contradicts(run, chosen, what, mention.name.title, run.law.areas[code], f"{path}/{field}")


def _contradicts(run: Reasoning, chosen: Telling, other: str, name: str, area: Area, *paths: str) -> None:
    run.warn(
        "place-port-area",
        "placeContradiction",
        *paths,
        telling=(chosen.reason, _name(chosen), chosen.area.code),
        other=(other, name, area.code),
    )


def _name(telling: Telling) -> str:
    """What in the report tells it: the number of a quay, a name, the code of a town."""
    return str(next((telling.said[slot] for slot in ("quay", "name", "town") if slot in telling.said), ""))


def _agree(one: Area, other: Area) -> bool:
    return one.code == other.code or (one.antwerp_bank and other.antwerp_bank and (_bank_open(one) or _bank_open(other)))
