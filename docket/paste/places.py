"""Finds quays, docks, terminals, ports and coordinates; names come from the gazetteer that is handed in."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from docket.paste.proposal import Fact, Found, PlaceName, fold

_FIELDS = {
    "dock": "places[].dock",
    "lock": "places[].dock",
    "terminal": "places[].terminal",
    "village": "places[].subMunicipality",
    "municipality": "places[].municipality",
}
_LABELS = {
    "dock": "Naam van een dok",
    "lock": "Naam van een sluis",
    "terminal": "Naam van een terminal of bedrijf",
    "street": "Naam van een straat",
    "village": "Naam van een deelgemeente",
    "municipality": "Naam van een gemeente",
    "site": "Naam van een plek",
    "road": "Naam van een weg of tunnel",
    "port": "Naam van een haven",
    "part": "Naam van een deel van de haven",
    "partOfPort": "Naam van een deel van de haven",
}
#: Names that are everyday words too when they are written small.
_CAPITAL = frozenset({"village", "street", "municipality", "site"})
_SURE = frozenset({"dock", "lock", "terminal", "port", "part", "partOfPort"})

_QUAY_WORD = (
    r"(?:container|haven|fruit|laad|los)?"
    r"(?:kaaien|kaaimuur|kaainummer|kaainr\.?|kaai|kaden|kades|kade|quais|quai|quays|quay|berths?|ligplaats)"
)
_NUMBER_SIGN = r"\s*(?:nummers?|nrs?\.?|n[\u00b0o]\.?|numero|number|:|#)?\s*"
_NUMBERED = (
    r"k?[\s.-]?0{0,2}(\d{2,4}(?:[a-z](?![a-z]))?)(?![\d.,]*\d|\s*(?:kg|kilo|ton\b|gram|euro|pak|blok|stuk|meter|m\b|%|uur|personen|man))"
)
_QUAY = re.compile(rf"\b{_QUAY_WORD}{_NUMBER_SIGN}{_NUMBERED}")
_TERMINAL_QUAY = re.compile(rf"\b(?:container|fruit|haven)?terminal{_NUMBER_SIGN}k?\s?(\d{{3,4}})(?![\d.,]*\d|\s*(?:kg|kilo|ton))\b")
_BARE_QUAY = re.compile(r"(?<![\w.-])K[\s.-]?(\d{3,4})(?![\w]|[.,]\d)")
_NEXT_QUAY = re.compile(rf"\s*(?:,|en|et|and|&|/|-|of|ou|or)\s*{_NUMBERED}")

_OTHER_PORT = re.compile(
    r"\b[Hh]avengebied van ((?:[A-Z][\w'’-]+)(?: [A-Z][\w'’-]+)?)|\b[Hh]aven van ((?:[A-Z][\w'’-]+)(?: [A-Z][\w'’-]+)?)"
)
_TOWARDS = re.compile(
    r"(?:naar|bestemd voor|bestemming|op weg naar|richting|vers|destined for|bound for|via|uit|vanuit)\s+(?:de\s+|het\s+|le\s+|the\s+)?$"
)

_COORDINATES = re.compile(r"(?<![\d.,])(\d{2}[.,]\d{3,8})\s*\u00b0?\s*n?\s*[,;/ ]\s*(\d{1,2}[.,]\d{3,8})(?![\d.,]*\d)")
#: Belgium and its coast, generously: a pair of numbers outside it is no place of ours.
_LATITUDES, _LONGITUDES = (49.4, 51.9), (2.2, 6.5)


def find_places(text: str, folded: str, names: Iterable[PlaceName]) -> list[Found]:
    return [*_quays(text, folded), *_named(text, folded, tuple(names)), *_other_ports(text), *_coordinates(folded)]


def _quays(text: str, folded: str) -> Iterator[Found]:
    for pattern, source in ((_QUAY, folded), (_TERMINAL_QUAY, folded), (_BARE_QUAY, text)):
        for match in pattern.finditer(source):
            doubtful = pattern is _BARE_QUAY
            why = "De letter K met een nummer; kijk na of dit een kaai is." if doubtful else "Nummer na het woord voor kaai of terminal."
            yield _quay(match.start(), match.end(), match[1], why, doubtful)
            if pattern is _QUAY:
                yield from _further_quays(folded, match.end())


def _further_quays(folded: str, end: int) -> Iterator[Found]:
    while match := _NEXT_QUAY.match(folded, end):
        yield _quay(match.start(1), match.end(), match[1], "Volgend nummer in een reeks kaaien; kijk na of dit een kaai is.", True)
        end = match.end()


def _quay(start: int, end: int, number: str, why: str, doubtful: bool) -> Found:
    return Found(start, end, (Fact("places[].quay", number.upper(), why, doubtful),))


@lru_cache(maxsize=8)
def _name_pattern(names: tuple[PlaceName, ...]) -> tuple[re.Pattern[str] | None, dict[str, PlaceName]]:
    by_key: dict[str, PlaceName] = {}
    for name in names:
        by_key.setdefault(_key(name.text), name)
    spellings = sorted({fold(name.text).strip() for name in names} - {""}, key=len, reverse=True)
    if not spellings:
        return None, by_key
    inner = "|".join(re.sub(r"(?:\\[ -])+", r"[\\s-]+", re.escape(spelling)) for spelling in spellings)
    return re.compile(rf"(?<!\w)(?:{inner})(?!\w)"), by_key


def _key(text: str) -> str:
    return re.sub(r"[\s-]+", " ", fold(text)).strip()


def _named(text: str, folded: str, names: tuple[PlaceName, ...]) -> Iterator[Found]:
    pattern, by_key = _name_pattern(names)
    for match in pattern.finditer(folded) if pattern else ():
        name = by_key.get(_key(match.group()))
        if name is not None and _is_name(text, folded, match, name):
            yield Found(match.start(), match.end(), _facts(text, folded, match, name))


def _is_name(text: str, folded: str, match: re.Match[str], name: PlaceName) -> bool:
    before = re.search(r"([^\W\d_]+)\s*$", folded[max(0, match.start() - 24) : match.start()])
    if before and before[1] in name.not_after:
        return False
    written_small = not any(character.isupper() for character in text[match.start() : match.end()])
    return not (written_small and (name.kind in _CAPITAL or not name.telling))


def _facts(text: str, folded: str, match: re.Match[str], name: PlaceName) -> tuple[Fact, ...]:
    words = text[match.start() : match.end()]
    why, doubtful = f"{_LABELS[name.kind]} in de lijst van plaatsen.", name.kind not in _SURE or not name.telling
    if not name.telling:
        why += " De naam alleen zegt niet waar."
    if _TOWARDS.search(folded[max(0, match.start() - 30) : match.start()]):
        doubtful = True
        why += " De woorden ervoor noemen een richting: kijk na of de feiten daar gebeurden."
    if name.kind in _FIELDS:
        return (Fact(_FIELDS[name.kind], name.value or name.text, why, doubtful),)
    facts = [Fact("places[].text", words, why, doubtful)]
    if name.kind in ("port", "part") and name.port and name.telling:
        facts.insert(0, Fact("places[].port", name.port, why, doubtful))
    return tuple(facts)


def _other_ports(text: str) -> Iterator[Found]:
    """A port that the gazetteer does not know; one that it knows is a longer or equal find of the same words."""
    for match in _OTHER_PORT.finditer(text):
        why = "Een andere haven; kijk na of zij herkomst, doorvoer of bestemming is."
        facts = (Fact("places[].port", "other", why, True), Fact("places[].text", match.group(), "De woorden van de plaats.", True))
        yield Found(match.start(), match.end(), facts)


def _coordinates(folded: str) -> Iterator[Found]:
    for match in _COORDINATES.finditer(folded):
        latitude, longitude = (float(part.replace(",", ".")) for part in match.groups())
        if _LATITUDES[0] <= latitude <= _LATITUDES[1] and _LONGITUDES[0] <= longitude <= _LONGITUDES[1]:
            why = "Een breedte en een lengte in of bij België."
            facts = (Fact("places[].latitude", latitude, why), Fact("places[].longitude", longitude, why))
            yield Found(match.start(), match.end(), facts)
