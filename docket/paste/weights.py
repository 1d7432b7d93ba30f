"""Finds weights with their substance, and sums of cash; a range or a total is never made into one weight."""

import re
from collections.abc import Iterator

from docket.paste.proposal import SENTENCE_END, Fact, Found
from docket.paste.words import NUMBERS, alternatives

_SUBSTANCES = {
    "cocaine": r"cocaine\w*|coke|coca\b",
    "heroin": r"heroine\w*|heroin",
    "cannabis": r"cannabis\w*|hasj\w*|hasjiesj|marihuana|wiet|hashish|hachisch",
    "amphetamine": r"amfetamine\w*|amphetamine\w*|speed",
    "methamphetamine": r"methamfetamine|methamphetamine|crystal meth",
    "mdma": r"mdma|xtc|ecstasy",
    "ketamine": r"ketamine",
    "fentanyl": r"fentanyl",
}
_SUBSTANCE = re.compile("|".join(rf"(?P<{name}>\b(?:{words}))" for name, words in _SUBSTANCES.items()))

_DIGITS = r"\d{1,3}(?:[.\s]\d{3})+(?:,\d{1,3})?|\d{1,3}(?:,\d{3})+\.\d{1,3}|\d{1,3}(?:,\d{3}){2,}|\d+(?:[.,]\d{1,3})?"
_HALVES = {"anderhalve": 1.5, "anderhalf": 1.5, "een halve": 0.5, "halve": 0.5, "een half": 0.5}
_NUMBER = rf"(?:{_DIGITS}|\b(?:{alternatives({**NUMBERS, **_HALVES})})\b)"
_UNIT = r"(?:kg|kgs|kilo|kilos|kilo's|kilogram|kilogrammes?|kilogrammen|ton|tons|tonnes?|t|gram|gr|g|mg)\b(?!\.?\s*(?:bananen|fruit))"
_WEIGHT = re.compile(rf"(?<![\w.,/-])({_NUMBER})\s*({_UNIT})")
_RANGE = re.compile(rf"(?<![\w.,/-])({_NUMBER})\s*(?:{_UNIT})?\s*(?:tot|a|-|to|of)\s*({_NUMBER})\s*({_UNIT})")
_LISTED = re.compile(rf"(?<![\w.,/-])(\d{{1,3}}(?:\.\d{{3}})*,\d{{1,3}})(?=(?:,\s+\d[\d.,]*)*\s+(?:en|et|and)\s+{_NUMBER}\s*({_UNIT}))")
_PIECES = re.compile(
    rf"(?<![\w.,/-])({_NUMBER})\s+(blokken|pakken|pakketten|pakjes|bolletjes|plakken|sporttassen|tassen|pillen|planten)\s+(?:met\s+|van\s+)?(?=(?:{_SUBSTANCE.pattern}))"
)
_CASH = re.compile(
    rf"(?<![\w.,/-])({_NUMBER})\s*(miljoen\s+)?(?:euro|eur|\u20ac)\s+(?:aan\s+|in\s+|en\s+)?(?:cash|contant\w*|liquide|especes)"
    rf"|\u20ac\s*({_DIGITS})\s+(?:aan\s+|in\s+)?(?:cash|contant\w*)"
)

_ABOUT = re.compile(
    r"(?:bijna|ruim|ongeveer|circa|ca\.?|zowat|om en bij(?: de)?|meer dan|minstens|minder dan|rond(?: de)?|naar schatting|zo'n"
    r"|plusminus|\+-|\+/-|een kleine|een goede|een dikke|tot|environ|pres de|plus de|about|approximately|some|nearly|almost|over"
    r"|around|~|\u00b1)\s*$"
)
_EACH = re.compile(r"(?:elk|ieder|per stuk|per pak\w*|telkens|chacun|each)\s+(?:van\s+)?(?:ongeveer\s+|circa\s+)?$")
_TOTAL = re.compile(
    r"(?:samen|in totaal|totaal|alles samen|goed voor|au total|in all|total of|totale? \w+)"
    r"\s*(?:van|:)?\s*(?:goed voor\s+)?(?:bijna|ruim|ongeveer)?\s*$"
)
_GROSS_BEFORE = re.compile(r"\b(?:bruto(?:gewicht)?|brut|gross(?: weight)?)\s*:?\s*(?:van\s+)?$")
_GROSS_AFTER = re.compile(r"\s*\(?\s*(?:bruto|brut|gross)\b")
_TIMES = re.compile(r"\b(?:\d+|maal|keer)\s*[x*\u00d7]?\s*$|\d\s*[x*\u00d7]\s*$")
_TO_KG = {"t": 1000.0, "k": 1.0, "g": 0.001, "m": 0.000_001}
_REACH = 48
_FAR = 240
_NOT_SEIZED = re.compile(
    r"\b(?:zou|zouden|zocht|zochten|wilde|wilden|uit waren op|vermoedelijk|gelinkt|verhandeld|ingevoerd|eerder|vermoeden)\b"
)


def find_weights(text: str, folded: str) -> list[Found]:
    english = _is_english(folded)
    return [*_ranges(text, folded), *_weights(text, folded, english), *_pieces(folded, english), *_cash(folded, english)]


def _weights(text: str, folded: str, english: bool) -> Iterator[Found]:
    for match in (*_WEIGHT.finditer(folded), *_LISTED.finditer(folded)):
        number, unit = match.groups()
        amount, doubts = _amount(number, english)
        kilograms = round(amount * _TO_KG[unit[0]], 6)
        before = folded[max(0, match.start() - 32) : match.start()]
        start = match.start()
        facts = []
        if about := _ABOUT.search(before):
            start -= len(before) - about.start()
            facts.append(Fact("seizures[].approximate", True, "De woorden voor het getal zeggen dat het niet juist geteld is."))
        elif number in NUMBERS or number in _HALVES:
            facts.append(Fact("seizures[].approximate", True, "Een getal in woorden is zelden een gewogen gewicht.", True))
        if _EACH.search(before) or _TIMES.search(before):
            doubts.append("dit lijkt het gewicht per stuk")
        if _TOTAL.search(before):
            doubts.append("dit lijkt een totaal: tel de delen niet dubbel")
        if _GROSS_BEFORE.search(before) or _GROSS_AFTER.match(folded, match.end()):
            doubts.append("dit is een brutogewicht")
        if _NOT_SEIZED.search(_sentence(text, folded, match.start())):
            doubts.append("de zin zegt niet zeker dat dit in beslag is genomen")
        substance = _substance(folded, match.end())
        if substance is None:
            doubts.append("er staat niet bij waarvan")
        facts.insert(0, _fact("seizures[].netWeightKg", kilograms, "Getal met een gewichtseenheid.", doubts))
        if substance:
            facts.append(Fact("seizures[].kind", "drugs", "Naam van een verdovend middel bij het gewicht.", bool(doubts)))
            facts.append(Fact("seizures[].substance", substance, "Naam van een verdovend middel bij het gewicht.", bool(doubts)))
        yield Found(start, match.end(), tuple(facts))


def _pieces(folded: str, english: bool) -> Iterator[Found]:
    for match in _PIECES.finditer(folded):
        amount, doubts = _amount(match[1], english)
        substance = _substance(folded, match.end(2))
        facts = [
            _fact("seizures[].quantity", amount, "Getal met een telwoord bij een verdovend middel.", doubts),
            Fact("seizures[].unit", match[2], "Wat er geteld is."),
        ]
        if substance:
            facts.append(Fact("seizures[].kind", "drugs", "Naam van een verdovend middel bij het getal."))
            facts.append(Fact("seizures[].substance", substance, "Naam van een verdovend middel bij het getal."))
        yield Found(match.start(), match.end(2), tuple(facts))


def _sentence(text: str, folded: str, position: int) -> str:
    """The folded sentence around a position, as far as it is near."""
    low, high = max(0, position - _FAR), min(len(text), position + _FAR)
    start = max((match.end() for match in SENTENCE_END.finditer(text, low, position)), default=low)
    end = SENTENCE_END.search(text, position, high)
    return folded[start : end.end() if end else high]


def _ranges(text: str, folded: str) -> Iterator[Found]:
    for match in _RANGE.finditer(folded):
        words = text[match.start() : match.end()]
        why = "Een gewicht tussen twee grenzen: de woorden gaan in de nota, niet als gewicht."
        yield Found(match.start(), match.end(), (Fact("seizures[].note", words, why, True),))


def _cash(folded: str, english: bool) -> Iterator[Found]:
    for match in _CASH.finditer(folded):
        amount, doubts = _amount(match[1] or match[3], english)
        amount *= 1_000_000 if match[2] else 1
        facts = [
            _fact("seizures[].amountEur", amount, "Bedrag in contanten.", doubts),
            Fact("seizures[].kind", "cash", "Bedrag in contanten."),
        ]
        start = match.start()
        if about := _ABOUT.search(folded[max(0, start - 32) : start]):
            start -= len(about.group())
            facts.append(Fact("seizures[].approximate", True, "De woorden voor het getal zeggen dat het niet juist geteld is."))
        yield Found(start, match.end(), tuple(facts))


def _fact(field: str, value: float, why: str, doubts: list[str]) -> Fact:
    return Fact(field, value, " ".join([why, *(f"Let op: {doubt}." for doubt in doubts)]), bool(doubts))


def _amount(number: str, english: bool) -> tuple[float, list[str]]:
    """In Dutch and French a point or space groups thousands and a comma opens the decimals; in English the reverse."""
    if number in _HALVES:
        return _HALVES[number], []
    if number in NUMBERS:
        return float(NUMBERS[number]), []
    plain = re.sub(r"\s", "", number)
    if "." in plain and "," in plain:
        decimal = "," if plain.rindex(",") > plain.rindex(".") else "."
        return float(plain.replace("." if decimal == "," else ",", "").replace(",", ".")), []
    separator = "," if "," in plain else "."
    groups = plain.split(separator)
    if len(groups) == 1 or len(groups) > 2:
        return float("".join(groups)), []
    # One separator with three digits after it is thousands in one language and decimals in the other.
    thousands = len(groups[1]) == 3 and groups[0] != "0" and (separator == ",") == english
    doubts = []
    if len(groups[1]) == 3 and groups[0] != "0" and (separator == "," or english):
        doubts.append("kijk na of het leesteken duizendtallen of decimalen scheidt")
    return float("".join(groups) if thousands else ".".join(groups)), doubts


def _substance(folded: str, end: int) -> str | None:
    """The substance that the words right after the weight name, else the only one of the same line."""
    near = _SUBSTANCE.search(folded, end, min(len(folded), end + _REACH))
    if near and not re.search(r"[.;]\s|\d", folded[end : near.start()]):
        return near.lastgroup
    low, high = max(0, end - _FAR), min(len(folded), end + _FAR)
    start = max(folded.rfind("\n", low, end), folded.rfind(". ", low, end), low)
    stops = [place for place in (folded.find("\n", end, high), folded.find(". ", end, high)) if place >= 0]
    named = {match.lastgroup for match in _SUBSTANCE.finditer(folded, start, min(stops, default=high))}
    return named.pop() if len(named) == 1 else None


def _is_english(folded: str) -> bool:
    english = len(re.findall(r"\b(?:the|of|and|was|were|with|from|seized|on|at)\b", folded))
    other = len(re.findall(r"\b(?:de|het|van|en|een|op|le|la|les|et|du|des|dans|sur)\b", folded))
    return english > other
