"""Checks the numbers of containers, ships, persons, firms and notices: a wrong one is kept, flagged and shown."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Literal, NamedTuple

import msgspec
from stdnum import imo, iso6346
from stdnum.be import ssn, vat
from stdnum.exceptions import InvalidChecksum, InvalidComponent, InvalidLength, ValidationError

from docket.contract import Person, Report

Kind = Literal["containerNumber", "imoNumber", "ssin", "enterpriseNumber", "noticeNumber"]


class Flag(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """One number of a report that does not hold, or that a person should look at."""

    #: JSON pointer into the report.
    path: str
    kind: Kind
    #: As handed in.
    value: str
    #: What is wrong, in Dutch.
    message: str


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """What a check found: the form to search by, and why the number does not hold (None = it does)."""

    canonical: str
    message: str | None = None


class NoticePrefix(msgspec.Struct, frozen=True, kw_only=True):
    """The two letters that open a notice number: the office and division it was sent to."""

    code: str
    title_nl: str
    #: sure, likely or unverified, as for all data of the law.
    confidence: Literal["sure", "likely", "unverified"]


#: No official list was found; an unknown prefix is marked and never refused.
NOTICE_PREFIXES: tuple[NoticePrefix, ...] = tuple(
    NoticePrefix(code=code, title_nl=title, confidence=confidence)
    for code, title, confidence in (
        ("AN", "parket Antwerpen, afdeling Antwerpen", "likely"),
        ("ME", "parket Antwerpen, afdeling Mechelen", "likely"),
        ("TU", "parket Antwerpen, afdeling Turnhout", "unverified"),
        ("DE", "parket Oost-Vlaanderen, afdeling Dendermonde", "likely"),
        ("GE", "parket Oost-Vlaanderen, afdeling Gent", "likely"),
        ("OU", "parket Oost-Vlaanderen, afdeling Oudenaarde", "likely"),
        ("BG", "parket West-Vlaanderen, afdeling Brugge", "unverified"),
        ("KO", "parket West-Vlaanderen, afdeling Kortrijk", "unverified"),
        ("IE", "parket West-Vlaanderen, afdeling Ieper", "unverified"),
        ("VE", "parket West-Vlaanderen, afdeling Veurne", "unverified"),
        ("HA", "parket Limburg, afdeling Hasselt", "unverified"),
        ("TG", "parket Limburg, afdeling Tongeren", "unverified"),
        ("BR", "parket Brussel", "unverified"),
        ("HV", "parket Halle-Vilvoorde", "unverified"),
        ("LE", "parket Leuven", "unverified"),
        ("FD", "federaal parket", "unverified"),
    )
)
_PREFIXES = {prefix.code: prefix for prefix in NOTICE_PREFIXES}

#: Two letters, two digits, two letters or digits, a serial number and a year; points, spaces and slashes vary.
NOTICE_SHAPE = r"([A-Z]{2})[.\s]?(\d{2})[.\s]?([A-Z0-9]{2})[.\s/-]?(\d{1,6})[/.\s-]((?:19|20)\d{2}|\d{2})"
_NOTICE = re.compile(NOTICE_SHAPE, re.ASCII)
_CONTAINER = re.compile(r"[A-Z]{3}[UJZR]\d{7}", re.ASCII)
#: ECLI:BE:<court>:<year>:<type>.<day>.<number>; courts are not checked, since no full list was found.
_ECLI = re.compile(r"ECLI:BE:([A-Z]{2,7}):(\d{4}):([A-Z]{2,6})\.(\d{8})\.(\d{1,4})", re.ASCII)
#: A year of two digits from here on is of the twentieth century.
_CENTURY_TURNS = 70


class NoticeNumber(NamedTuple):
    prefix: str
    code: str
    service: str
    serial: int
    year: int

    def __str__(self) -> str:
        return f"{self.prefix}.{self.code}.{self.service}.{self.serial:06d}/{self.year}"


def parse_notice_number(text: str) -> NoticeNumber | None:
    """None when the text has not the shape of a notice number."""
    match = _NOTICE.fullmatch(text.strip().upper())
    if match is None:
        return None
    prefix, code, service, serial, year = match.groups()
    full_year = int(year) if len(year) == 4 else int(year) + (1900 if int(year) >= _CENTURY_TURNS else 2000)
    return NoticeNumber(prefix, code, service, int(serial), full_year)


def notice_prefix(text: str) -> NoticePrefix | None:
    """The office that the first letters name; None when the number or its prefix is not known."""
    number = parse_notice_number(text)
    return _PREFIXES.get(number.prefix) if number else None


def canonical(kind: Kind, text: str) -> str:
    """The form by which a number is searched and compared; total, for wrong numbers too."""
    if kind == "noticeNumber" and (number := parse_notice_number(text)):
        return str(number)
    plain = "".join(character for character in text.upper() if character.isalnum())
    if kind == "imoNumber":
        return plain.removeprefix("IMO")
    if kind == "enterpriseNumber":
        plain = plain.removeprefix("BE")
        return plain.zfill(10) if len(plain) == 9 else plain
    return plain


def check(kind: Kind, text: str) -> Checked:
    """Checks shape and check digits; never refuses."""
    message = _notice_fault(text) if kind == "noticeNumber" else _fault(kind, canonical(kind, text))
    return Checked(canonical=canonical(kind, text), message=message)


def ecli_fault(text: str, ruled_on: date | None = None) -> str | None:
    """Why the number of a Belgian judgment does not hold, in Dutch; None = it does. Never refuses."""
    found = _ECLI.fullmatch(text.strip().upper())
    if found is None:
        return "Dit heeft niet de gewone vorm van een Belgische ECLI (ECLI:BE:gerecht:jaar:soort.jaarmaanddag.nummer); kijk het na."
    year, day = found[2], found[4]
    try:
        written = datetime.strptime(day, "%Y%m%d").replace(tzinfo=UTC).date()
    except ValueError:
        return f"De dag {day} in de ECLI staat niet in de kalender."
    if str(written.year) != year:
        return f"Het jaar {year} en de dag {day} in de ECLI spreken elkaar tegen."
    if ruled_on is not None and written != ruled_on:
        return f"De ECLI noemt {written:%d/%m/%Y}, de uitspraak is van {ruled_on:%d/%m/%Y}."
    return None


def flags_of(report: Report) -> tuple[Flag, ...]:
    """The numbers of a report that do not hold, in the order of the contract."""
    faults = [(path, kind, text, check(kind, text).message) for path, kind, text in identifiers_of(report)]
    faults += [(f"/persons/{index}/ssin", "ssin", person.ssin or "", _birth_fault(person)) for index, person in enumerate(report.persons)]
    return tuple(Flag(path=path, kind=kind, value=text, message=message) for path, kind, text, message in faults if message)


def identifiers_of(report: Report) -> Iterator[tuple[str, Kind, str]]:
    """Every number of a report with its JSON pointer and kind."""
    if report.notice_number:
        yield "/noticeNumber", "noticeNumber", report.notice_number
    for index, number in enumerate(report.further_notice_numbers):
        yield f"/furtherNoticeNumbers/{index}", "noticeNumber", number
    for index, person in enumerate(report.persons):
        if person.ssin:
            yield f"/persons/{index}/ssin", "ssin", person.ssin
        if person.enterprise_number:
            yield f"/persons/{index}/enterpriseNumber", "enterpriseNumber", person.enterprise_number
    for index, seizure in enumerate(report.seizures):
        if seizure.container_number:
            yield f"/seizures/{index}/containerNumber", "containerNumber", seizure.container_number
    for index, vessel in enumerate(report.vessels):
        if vessel.imo_number:
            yield f"/vessels/{index}/imoNumber", "imoNumber", vessel.imo_number
    for index, container in enumerate(report.containers):
        yield f"/containers/{index}", "containerNumber", container


_SHAPES: dict[Kind, str] = {
    "containerNumber": "Een containernummer telt vier letters, waarvan de vierde U, J, Z of R, en zeven cijfers (MSCU1234566)",
    "imoNumber": "Een IMO-nummer telt zeven cijfers",
    "ssin": "Een rijksregister- of bisnummer telt elf cijfers (85.07.30-033.28)",
    "enterpriseNumber": "Een ondernemingsnummer telt tien cijfers, waarvan het eerste 0 of 1 is (0403.019.261)",
}
_CHECK_DIGITS: dict[Kind, str] = {
    "containerNumber": "Het controlecijfer van dit containernummer klopt niet",
    "imoNumber": "Het controlecijfer van dit IMO-nummer klopt niet",
    "ssin": "De controlecijfers van dit rijksregister- of bisnummer kloppen niet",
    "enterpriseNumber": "De controlecijfers van dit ondernemingsnummer kloppen niet",
}
_VALIDATORS = {"containerNumber": iso6346.validate, "imoNumber": imo.validate, "ssin": ssn.validate, "enterpriseNumber": vat.validate}
_DIGITS = {"imoNumber": 7, "ssin": 11, "enterpriseNumber": 10}


def _fault(kind: Kind, plain: str) -> str | None:
    # The library takes digits and accents for owner letters, and then stops on them.
    if kind == "containerNumber":
        shaped = _CONTAINER.fullmatch(plain) is not None
    else:
        shaped = len(plain) == _DIGITS[kind] and plain.isascii() and plain.isdecimal()
    try:
        if not shaped:
            raise InvalidLength()
        _VALIDATORS[kind](plain)
    except InvalidChecksum:
        return f"{_CHECK_DIGITS[kind]}; vergelijk het met het stuk."
    except InvalidComponent:
        what = "De geboortedatum in dit rijksregister- of bisnummer bestaat niet" if kind == "ssin" else _SHAPES[kind]
        return f"{what}; vergelijk het met het stuk."
    except ValidationError:
        return f"{_SHAPES[kind]}; vergelijk het met het stuk."
    return None


def _birth_fault(person: Person) -> str | None:
    """A contradiction between two facts of one person; it can decide between youth and adult."""
    if not person.ssin or not person.birth_date or check("ssin", person.ssin).message:
        return None
    born = ssn.get_birth_date(canonical("ssin", person.ssin))
    if born is None or born.isoformat().startswith(person.birth_date):
        return None
    return f"Dit nummer hoort bij een geboorte op {born:%d/%m/%Y}, maar als geboortedatum is {person.birth_date} ingevuld; kijk beide na."


def _notice_fault(text: str) -> str | None:
    number = parse_notice_number(text)
    if number is None:
        return "Een notitienummer heeft de vorm AN.60.L1.001234/2018; vergelijk het met het proces-verbaal."
    faults = []
    if number.prefix not in _PREFIXES:
        faults.append(f"de letters {number.prefix} staan niet in de lijst van parketten")
    if not re.search(r"(?:19|20)\d{2}\s*$", text):
        faults.append(f"het jaar telt twee cijfers en is gelezen als {number.year}")
    if not faults:
        return None
    return f"Kijk dit notitienummer na: {' en '.join(faults)}."
