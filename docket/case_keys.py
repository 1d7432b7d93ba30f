"""The keys by which connected files find each other: numbers, names by their sound, places, each with the days of the facts; pure."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

import msgspec

from docket import cases, identifiers
from docket.contract import Person, Place, Report
from docket.identifiers import Kind
from routing import Law
from routing.gazetteer import Gazetteer

#: Rises when a report gives other keys than before: the worker then makes those of every file anew.
KEYS_VERSION = "1"
#: Carried by every file; its key is KEYS_VERSION.
VERSION_KIND = "keysVersion"
#: Facts that are spread over more than a month tell no day; then the day of receipt stands for them.
LONGEST_SPAN = timedelta(days=31)
#: A key is a row of an index; longer names are found by their first part.
_LONGEST_KEY = 120
#: Smaller seizures are of everyday weights, and meet by chance.
_LEAST_KG = 5
#: How many characters open a number and how many close it: a wrong or exchanged character leaves one part, or the sorted whole, alone.
_PARTS: dict[Kind, tuple[int, int]] = {"containerNumber": (7, 4), "imoNumber": (4, 3), "ssin": (6, 5), "enterpriseNumber": (5, 5)}
_NUMBER_KINDS: dict[Kind, str] = {
    "containerNumber": "container",
    "imoNumber": "imo",
    "ssin": "ssin",
    "enterpriseNumber": "enterprise",
    "noticeNumber": "notice",
}
#: Parts of a number that holds, and of one that does not; two numbers that both hold are two things, however alike.
NEAR, NEAR_WRONG = "Near", "NearWrong"
_LEGAL_FORMS = frozenset(
    ("nv", "bv", "bvba", "sa", "srl", "sprl", "gmbh", "ltd", "llc", "inc", "cv", "cvba", "vof", "vzw", "asbl", "bvi", "ag", "sarl", "comm")
)
_PLACE_KINDS = {"dock": "dock", "lock": "dock", "terminal": "terminal", "site": "terminal"}


class Key(msgspec.Struct, frozen=True, kw_only=True):
    kind: str
    key: str
    #: What stands in the report, in the form by which it is compared and told.
    value: str
    #: The thing of the report that it is a key of; keys of one thing are one clue.
    subject: str
    first_day: date
    last_day: date


def keys_of(report: Report, entered_on: date, law: Law) -> tuple[Key, ...]:
    """Every row of `report` has an id."""
    first, last = days_of(report, entered_on)
    found: list[_Found] = [(VERSION_KIND, KEYS_VERSION, "", "")]
    found += [*_numbers(report), *_persons(report), *_vessels(report), *_places(report, entered_on, law), *_weights(report)]
    unique = {(kind, key[:_LONGEST_KEY], subject): value for kind, key, value, subject in found if key}
    return tuple(
        Key(kind=kind, key=key, value=value, subject=subject, first_day=first, last_day=last)
        for (kind, key, subject), value in unique.items()
    )


_Found = tuple[str, str, str, str]


def days_of(report: Report, entered_on: date) -> tuple[date, date]:
    """The first and last day of the facts, where they are known to a month; else the day of receipt."""
    known = [days for days in map(cases.committed, report.offences) if days.first and days.last and days.last - days.first <= LONGEST_SPAN]
    first = min((days.first for days in known if days.first), default=None)
    last = max((days.last for days in known if days.last), default=None)
    if first is None or last is None or last - first > LONGEST_SPAN:
        received = cases.received(report, entered_on)[0]
        return received, received
    return first, last


def _numbers(report: Report) -> Iterator[_Found]:
    for path, kind, text in identifiers.identifiers_of(report):
        checked = identifiers.check(kind, text)
        name, number = _NUMBER_KINDS[kind], checked.canonical
        row = path.split("/")[2] if path.startswith(("/persons", "/vessels")) else number
        subject = f"{path.split('/')[1]}/{row}" if path.startswith(("/persons", "/vessels")) else f"{name}/{number}"
        yield name, number, number, subject
        if kind in _PARTS:
            for part in near_parts(kind, number):
                yield name + (NEAR_WRONG if checked.message else NEAR), part, number, subject


def near_parts(kind: Kind, number: str) -> tuple[str, ...]:
    """Of two numbers that differ in one character, or in two exchanged ones, at least one part is the same."""
    head, tail = _PARTS[kind]
    return f"h{number[:head]}", f"t{number[-tail:]}", f"s{''.join(sorted(number))}"


def holds(kind: Kind, number: str) -> bool:
    return identifiers.check(kind, number).message is None


def _persons(report: Report) -> Iterator[_Found]:
    for index, person in enumerate(report.persons):
        subject = f"persons/{index}"
        if person.kind == "legal" or (person.kind is None and person.enterprise_number):
            if name := company_name(person.family_name or person.given_names or ""):
                yield "companyName", name, person.family_name or person.given_names or "", subject
            continue
        family = sound(person.family_name or "")
        # All given names count too: somebody may have filled in the family name there.
        given = dict.fromkeys((sound(first_name(person.given_names or "")), sound(person.given_names or "")))
        value = person_value(person)
        for name in given:
            if family and name:
                yield "personName", "|".join(sorted((family, name))), value, subject
        if _full_date(person.birth_date):
            for part in (family, *given):
                if part:
                    yield "personBorn", f"{person.birth_date}|{part}", value, subject


def person_value(person: Person) -> str:
    """Family name, given names, birth date and national number; what a name alone cannot settle."""
    ssin = identifiers.canonical("ssin", person.ssin) if person.ssin else ""
    parts = (person.family_name or "", person.given_names or "", person.birth_date or "", ssin)
    return "|".join(part.replace("|", " ") for part in parts)


def _vessels(report: Report) -> Iterator[_Found]:
    for index, vessel in enumerate(report.vessels):
        if vessel.name and (name := " ".join(words_of(vessel.name))):
            yield "vesselName", re.sub(r"^(?:m ?v|m ?s|m ?t) ", "", name), vessel.name, f"vessels/{index}"


def _places(report: Report, entered_on: date, law: Law) -> Iterator[_Found]:
    gazetteer = law.on(cases.received(report, entered_on)[0]).gazetteer
    for index, place in enumerate(report.places):
        if place.port not in (None, "antwerp") and place.quay is None and not place.text:
            continue
        subject = f"places/{index}"
        codes = ",".join(sorted({row.offence for row in report.offences if row.offence and row.place in (place.id, None)}))
        quays, names = _named(place, gazetteer)
        for quay in quays:
            yield "quay", str(quay), f"kaai {quay}|{codes}", subject
        for kind, id_, title in names:
            yield kind, id_, f"{title}|{codes}", subject
        if not quays and not names and (town := place.nis_code or place.municipality) and place.text:
            words = [word for word in words_of(place.text) if len(word) > 2 and word not in _SMALL_WORDS]
            if words:
                yield "townText", f"{' '.join(words_of(town))}|{' '.join(sorted(set(words)))}", f"{place.text}|{codes}", subject


def _named(place: Place, gazetteer: Gazetteer) -> tuple[list[int], list[tuple[str, str, str]]]:
    """Quays, and docks and terminals of the list of places, each once; a name that the list does not know stands for itself."""
    quays: dict[int, None] = {}
    names: dict[tuple[str, str], str] = {}
    for field in ("quay", "dock", "terminal", "text"):
        value: str | None = getattr(place, field)
        if not value:
            continue
        words = words_of(value)
        quays |= dict.fromkeys(gazetteer.quay_numbers(words, own_field=field == "quay"))
        known = [each.name for each in gazetteer.mentions(field, value, words) if each.name.kind in _PLACE_KINDS]
        names |= {(_PLACE_KINDS[name.kind], name.id): name.title for name in known}
        if field in ("dock", "terminal") and not known and words:
            names[field, " ".join(words)] = value
    return list(quays), [(kind, id_, title) for (kind, id_), title in names.items()]


_SMALL_WORDS = frozenset(
    ("aan", "bij", "van", "den", "der", "het", "een", "the", "les", "des", "ter", "ten", "met", "naar", "voor", "nabij", "haven", "terrein")
)


def _weights(report: Report) -> Iterator[_Found]:
    for seizure in report.seizures:
        if seizure.net_weight_kg is not None and seizure.net_weight_kg >= _LEAST_KG and seizure.substance:
            substance, kilos = " ".join(words_of(seizure.substance)), round(seizure.net_weight_kg)
            yield "weight", f"{substance}|{kilos}", f"{kilos} kg {seizure.substance}", f"weight/{substance}/{kilos}"


def words_of(text: str) -> tuple[str, ...]:
    """Accents, case and punctuation apart."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return tuple(re.findall(r"[^\W_]+", "".join(one for one in decomposed if not unicodedata.combining(one))))


def first_name(given_names: str) -> str:
    return next(iter(given_names.replace("-", " ").split()), "")


def company_name(text: str) -> str:
    """Without its legal form, however that is dotted."""
    words = words_of(re.sub(r"(?<=\b\w)\.(?=\w\b)", "", text))
    return " ".join(word for word in words if word not in _LEGAL_FORMS)


#: How names that sound alike in Dutch are written, in the order in which they are replaced; the sound says no more than needed to
#: find a name, whether two names are alike is asked of the letters (`connected.same_name`).
_SOUNDS: tuple[tuple[str, str], ...] = (
    (r"(.)\1+", r"\1"),  # Janssens, Jansens
    (r"^dj", "j"),  # Djamal, Jamal
    (r"^y(?=[aeou])", "j"),  # Youssef, Joessef
    (r"chr", "kr"),  # Christiaens, Kristiaens
    (r"sch|sh|ch", "s"),  # Bosch, Bos; Rachid, Rashid
    (r"ph", "f"),
    (r"(?<=[kgtdr])h", ""),  # Khalid, Kalid; Thijs, Tijs
    (r"qu", "kw"),
    (r"(?:c|k)?x", "ks"),  # Hendrickx, Hendrix, Hendriks
    (r"ck|q", "k"),
    (r"c(?=[eiy])", "s"),  # Cely, Sely
    (r"c", "k"),
    (r"z", "s"),
    (r"v", "f"),  # Devos, Defos
    (r"(?:dt|d|t)$", "t"),  # De Smedt, De Smet
    (r"b$", "p"),
    (r"^[aeiouy]+", "a"),
    (r"(?<!^)[aeiouyhj]+", ""),
)
_SOUNDS_COMPILED = tuple((re.compile(pattern), given) for pattern, given in _SOUNDS)


def sound(name: str) -> str:
    """`Van den Broeck` and `Vandenbroek` sound alike; empty where there is no letter."""
    letters = "".join(one for one in "".join(words_of(name)) if one.isalpha())
    for pattern, given in _SOUNDS_COMPILED:
        letters = pattern.sub(given, letters)
    return "".join(one for one, _ in groupby(letters))


def _full_date(text: str | None) -> bool:
    return text is not None and len(text) == len("1985-07-30")
