"""The rows of a report in Dutch, for papers: what was reported, never more exact than it was, nothing filled in."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import datetime

import msgspec
from babel import Locale

from docket import titles
from docket.clock import COURT_ZONE
from docket.contract import Offence, Person, Place, Report, Residence, Seizure
from documents import words

_DAY_LENGTH = len("2023-06-02")
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)
_DATED = frozenset({"receivedOn", "seisedOn", "committedFrom", "committedUntil", "birthDate"})
_WHOLE_FILE = "het dossier"
_COUNTRIES = Locale.parse("nl_BE").territories


def designations(report: Report) -> dict[str, str]:
    """`verdachte 1`, `getuige 1`: numbered by role in the order of the report, by the id of the person."""
    return designations_of(report.persons)


def designations_of(persons: Iterable[Person]) -> dict[str, str]:
    seen: Counter[str] = Counter()
    named = {}
    for person in persons:
        role = titles.PERSON_ROLES.get(person.role or "", "persoon")
        seen[role] += 1
        named[person.id or ""] = f"{role} {seen[role]}"
    return named


def full_name(person: Person) -> str | None:
    """None = identity not known."""
    return " ".join(part.strip() for part in (person.given_names, person.family_name) if part and part.strip()) or None


def reported_by(report: Report) -> str:
    service = titles.SERVICES[report.origin.service]
    return f"{service}, {report.origin.unit}" if report.origin.unit else service


def notice_numbers(report: Report) -> tuple[str, ...]:
    return _some(report.notice_number, *report.further_notice_numbers)


def received_on(report: Report, received: str) -> str | None:
    """`received` is the day that counts, in words; None = the report did not say."""
    if report.received_on is None:
        return None
    if len(report.received_on) < _DAY_LENGTH:
        return f"{words.partial_day(report.received_on)} (het verslag noemt geen dag; {received} telt)"
    return words.partial_day(report.received_on)


def place(row: Place) -> str | None:
    """Its own words first, then what the fields add to them; None = nothing was said."""
    written = (row.text or "").casefold()
    parts = [row.text]
    for label, value in (
        ("kaai ", row.quay),
        ("", row.dock),
        ("terminal ", row.terminal),
        ("", titles.PORTS.get(row.port or "")),
        ("deelgemeente ", row.sub_municipality),
        ("gemeente ", row.municipality),
    ):
        if value and value.strip() and value.casefold() not in written:
            parts.append(f"{label}{value}")
    if row.nis_code and not row.municipality:
        parts.append(f"NIS-code {row.nis_code}")
    if row.country not in (None, "BE"):
        parts.append(country(row.country))
    if row.latitude is not None and row.longitude is not None:
        parts.append(f"{row.latitude:.5f}, {row.longitude:.5f} (WGS 84)")
    return "; ".join(_some(*parts)) or ("België" if row.country == "BE" else None)


def country(code: str | None) -> str | None:
    return _COUNTRIES.get(code, code) if code else None


def offence_details(row: Offence) -> tuple[str, ...]:
    attempt = {True: "poging", False: "geen poging", None: None}[row.attempt]
    return _some(attempt, titles.PORT_LINKS.get(row.port_link or ""), _labelled("opmerking: ", row.note))


def person_details(row: Person) -> tuple[str, ...]:
    """Everything reported of a person but role and name."""
    return _some(
        how_many(row) if row.count != 1 else None,
        "rechtspersoon" if row.kind == "legal" else None,
        _born(row.birth_date),
        f"{row.age} jaar op het ogenblik van de feiten" if row.age is not None else None,
        {True: "minderjarig volgens het verslag", False: "meerderjarig volgens het verslag", None: None}[row.minor],
        _labelled("nationaliteit: ", country(row.nationality)),
        _labelled("rijksregisternummer ", row.ssin),
        _labelled("ondernemingsnummer ", row.enterprise_number),
        _labelled("woont te ", residence(row.residence)),
        _labelled("zetel te ", residence(row.registered_seat)),
        _labelled("aangetroffen op plaats ", row.found_at),
        _labelled("beroep: ", row.occupation),
        {True: "werkt in de haven", False: "werkt niet in de haven", None: None}[row.port_worker],
        _labelled("hoedanigheid: ", titles.CAPACITIES.get(row.capacity or "")),
        custody(row),
        _labelled("overgedragen aan ", titles.HANDED_OVER_TO.get(row.handed_over_to or "")),
        _labelled("opmerking: ", row.note),
    )


def identity(row: Person) -> tuple[str, ...]:
    """What is reported and tells who he is, but his name; of birth and age the first that tells, as the rules on minors take them."""
    return _some(
        "rechtspersoon" if row.kind == "legal" else None,
        _born(row.birth_date),
        f"{row.age} jaar op het ogenblik van de feiten" if row.age is not None and row.birth_date is None else None,
        _labelled("nationaliteit: ", country(row.nationality)),
        _labelled("rijksregisternummer ", row.ssin),
        _labelled("ondernemingsnummer ", row.enterprise_number),
        _labelled("woont te ", residence(row.residence)),
        _labelled("zetel te ", residence(row.registered_seat)),
        _labelled("beroep: ", row.occupation),
    )


def how_many(row: Person) -> str:
    if row.count is not None:
        return words.counted(row.count, "persoon", "personen")
    return "aantal niet gemeld" if full_name(row) else "meerdere personen, aantal niet gekend"


def custody(row: Person) -> str | None:
    state = titles.CUSTODIES.get(row.custody or "")
    if row.arrested_at is None:
        return state
    return f"{state or 'gearresteerd'}, sinds {instant(row.arrested_at)}"


def residence(row: Residence | None) -> str | None:
    if row is None:
        return None
    return ", ".join(_some(_labelled("", row.municipality) or _labelled("NIS-code ", row.nis_code), country(row.country))) or None


def goods(report: Report) -> tuple[str, ...]:
    """Seizures, then containers, then vessels, a line each."""
    containers = tuple(f"container {number}" for number in report.containers)
    vessels = tuple(
        f"schip {vessel.name or 'zonder gemelde naam'}{f', IMO-nummer {vessel.imo_number}' if vessel.imo_number else ''}"
        for vessel in report.vessels
    )
    return (*(_seizure(row) for row in report.seizures), *containers, *vessels)


def related_cases(report: Report) -> tuple[str, ...]:
    return tuple(
        f"{row.case_number or 'zonder nummer'} ({titles.RELATED_GROUNDS.get(row.ground or '', 'reden niet gemeld')})"
        for row in report.related_cases
    )


def instant(text: str) -> str:
    """An instant in court time, or the day, month or year where no hour was reported."""
    if "T" not in text:
        return words.partial_day(text)
    moment = datetime.fromisoformat(text).astimezone(COURT_ZONE)
    return f"{words.day(moment.date())} om {hour(moment)}"


def hour(moment: datetime) -> str:
    local = moment.astimezone(COURT_ZONE)
    return f"{local.hour}.{local.minute:02d} uur"


def _seizure(row: Seizure) -> str:
    about = "ongeveer " if row.approximate else ""
    parts = _some(
        titles.SUBSTANCES.get(row.substance or "", row.substance),
        f"{about}{words.number(row.net_weight_kg)} kg netto" if row.net_weight_kg is not None else None,
        f"{about}{words.number(row.quantity)} {row.unit or 'stuks'}" if row.quantity is not None else None,
        f"{about}{words.number(row.amount_eur)} euro" if row.amount_eur is not None else None,
        _labelled("container ", row.container_number),
        _labelled("plaats ", row.place),
        row.note,
    )
    kind = titles.SEIZURE_KINDS.get(row.kind or "", "soort niet gemeld")
    return f"inbeslagneming, {kind}: {', '.join(parts)}" if parts else f"inbeslagneming, {kind}"


def _born(text: str | None) -> str | None:
    if text is None:
        return None
    return f"geboren {'op' if len(text) == _DAY_LENGTH else 'in'} {words.partial_day(text)}"


def _labelled(label: str, value: str | None) -> str | None:
    return f"{label}{value}" if value and value.strip() else None


def _some(*parts: str | None) -> tuple[str, ...]:
    return tuple(part for part in parts if part and part.strip())


def subject(path: str, report: Report) -> str:
    """What a path points at: `places/p1` is `plaats p1`, `offences/0` is `misdrijf 1`, `persons/s1` is `verdachte 1 (s1)`."""
    match path.strip("/").split("/"):
        case ["places", row, *_]:
            return f"plaats {row}"
        case ["offences", index, *_] if index.isdigit():
            return f"misdrijf {int(index) + 1}"
        case ["persons", row, *_]:
            return f"{designations(report).get(row, 'persoon')} ({row})"
        case ["relatedCases", index, *_] if index.isdigit():
            return f"verwant dossier {int(index) + 1}"
        case _:
            return _WHOLE_FILE


def fact_name(path: str, report: Report) -> str:
    """`places/p1/quay` is `plaats p1, kaai`."""
    return of_subject(subject(path, report), field_name(path), separator=", ")


def of_subject(about: str, what: str, separator: str = ": ") -> str:
    """`plaats p1: kaai`; a fact of the whole file stands alone."""
    return what if about == _WHOLE_FILE else f"{about}{separator}{what}"


def field_name(path: str) -> str:
    """`places/p1/quay` is `kaai`."""
    parts = path.strip("/").split("/")
    return ", ".join(titles.FIELDS.get(part, part) for part in (parts[2:] or parts[:1]))


def fact_value(path: str, value: str | int | float | bool | None) -> str:
    field = path.rsplit("/", 1)[-1]
    match value:
        case None:
            return "niet gemeld"
        case bool():
            return "ja" if value else "nee"
        case int() | float():
            return f"{value:.5f}" if field in ("latitude", "longitude") else words.number(value)
        case _:
            return _written(field, value)


def _written(field: str, value: str) -> str:
    by_field = {
        "role": titles.PLACE_ROLES,
        "port": titles.PORTS,
        "portLink": titles.PORT_LINKS,
        "leadAuthority": titles.LEAD_AUTHORITIES,
        "capacity": titles.CAPACITIES,
        "handedOverTo": titles.HANDED_OVER_TO,
        "ground": titles.RELATED_GROUNDS,
        "limb": titles.LIMBS,
        "scope": titles.SCOPES,
    }
    if field in by_field:
        return by_field[field].get(value, value)
    if field == "country":
        return country(value) or value
    return words.partial_day(value) if _DATE.fullmatch(value) and field in _DATED else value


def is_reported(path: str, report: Report) -> bool:
    """Does the report give a value at this path?"""
    return _at(path, report) not in (None, "", [], ())


def reported(path: str, report: Report) -> str | None:
    """The value at this path as text; None = not given, or no single value."""
    value = _at(path, report)
    return None if value is None or isinstance(value, dict | list | tuple) else str(value)


def _at(path: str, report: Report) -> object:
    value: object = msgspec.to_builtins(report)
    for part in path.strip("/").split("/"):
        if isinstance(value, dict):
            value = value.get(part)
        elif isinstance(value, (list, tuple)):
            value = next((row for row in value if isinstance(row, dict) and row.get("id") == part), None) or (
                value[int(part)] if part.isdigit() and int(part) < len(value) else None
            )
        else:
            return None
    return value
