"""The registration contract: the one JSON shape in which a report enters the register, by every door."""

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from docket.decoding import decode_json, first_day, last_day, partial_date_fault
from docket.errors import Issue
from routing import (
    Capacity,
    HandedOverTo,
    LeadAuthority,
    OffenceCode,
    PersonKind,
    PersonRole,
    PlaceRole,
    Port,
    PortLink,
    RelatedGround,
)

OriginService = Literal[
    "localPolice",
    "federalPolice",
    "shippingPolice",
    "police",
    "customs",
    "socialInspection",
    "prosecutor",
    "dea",
    "reportingPoint",
    "portCommunity",
    "other",
]
Custody = Literal["arrested", "remanded", "released"]
SeizureKind = Literal["drugs", "cash", "weapon", "vehicle", "container", "vessel", "goods"]

#: A day, a month or a year; a month or year stands for all its days and is never rounded to one.
PartialDate = Annotated[
    str,
    Meta(
        pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$",
        description="YYYY-MM-DD, or YYYY-MM or YYYY where only the month or year is known.",
        extra={"kind": "partialDate"},
    ),
]
#: An instant with its offset, or a partial date where the report gives no hour.
PartialInstant = Annotated[
    str,
    Meta(
        pattern=r"^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2}))?)?)?$",
        description="ISO instant with offset, or YYYY-MM-DD, YYYY-MM, YYYY where the hour is not known.",
        extra={"kind": "partialInstant"},
    ),
]
Country = Annotated[str, Meta(pattern=r"^[A-Z]{2}$", description="ISO 3166-1 alpha-2, capitals.")]
Language = Annotated[str, Meta(pattern=r"^[a-z]{2}$", description="ISO 639-1, small letters.")]
Quantity = Annotated[float, Meta(ge=0, le=1e15)]


class ContractStruct(msgspec.Struct, frozen=True, kw_only=True, rename="camel", forbid_unknown_fields=True):
    """What the parts of the contract have in common: lowerCamelCase names, unknown fields refused."""


class Origin(ContractStruct, frozen=True, kw_only=True):
    service: OriginService
    unit: str | None = None
    #: Kept as handed in; a delivery to an address that is no address is refused and shown to the clerk.
    investigator_emails: tuple[str, ...] = ()


class Place(ContractStruct, frozen=True, kw_only=True):
    id: str | None = None
    role: PlaceRole | None = None
    text: str | None = None
    port: Port | None = None
    quay: str | None = None
    dock: str | None = None
    terminal: str | None = None
    municipality: str | None = None
    nis_code: str | None = None
    sub_municipality: str | None = None
    country: Country | None = None
    latitude: Annotated[float, Meta(ge=-90, le=90)] | None = None
    longitude: Annotated[float, Meta(ge=-180, le=180)] | None = None
    #: In a later report only: the id of the row of the file that this is.
    same_as: str | None = None


class Offence(ContractStruct, frozen=True, kw_only=True):
    id: str | None = None
    offence: OffenceCode | None = None
    attempt: bool | None = None
    committed_from: PartialDate | None = None
    committed_until: PartialDate | None = None
    place: str | None = None
    #: Ids of the suspects of this offence; None = all.
    persons: tuple[str, ...] | None = None
    port_link: PortLink | None = None
    note: str | None = None
    same_as: str | None = None


class Residence(ContractStruct, frozen=True, kw_only=True):
    country: Country | None = None
    municipality: str | None = None
    nis_code: str | None = None


class Person(ContractStruct, frozen=True, kw_only=True):
    id: str | None = None
    role: PersonRole | None = None
    kind: PersonKind | None = None
    #: How many people this entry stands for; None = several, number unknown.
    count: Annotated[int, Meta(ge=1, le=100_000)] | None = None
    family_name: str | None = None
    given_names: str | None = None
    birth_date: PartialDate | None = None
    #: In years, at the time of the facts.
    age: Annotated[int, Meta(ge=0, le=150)] | None = None
    minor: bool | None = None
    nationality: Country | None = None
    ssin: str | None = None
    enterprise_number: str | None = None
    residence: Residence | None = None
    registered_seat: Residence | None = None
    found_at: str | None = None
    occupation: str | None = None
    port_worker: bool | None = None
    capacity: Capacity | None = None
    custody: Custody | None = None
    arrested_at: PartialInstant | None = None
    handed_over_to: HandedOverTo | None = None
    note: str | None = None
    same_as: str | None = None


class Seizure(ContractStruct, frozen=True, kw_only=True):
    id: str | None = None
    kind: SeizureKind | None = None
    substance: str | None = None
    net_weight_kg: Quantity | None = None
    quantity: Quantity | None = None
    unit: str | None = None
    approximate: bool | None = None
    container_number: str | None = None
    amount_eur: Quantity | None = None
    place: str | None = None
    note: str | None = None
    same_as: str | None = None


class Vessel(ContractStruct, frozen=True, kw_only=True):
    name: str | None = None
    imo_number: str | None = None


class RelatedCase(ContractStruct, frozen=True, kw_only=True):
    #: A number of this register, or the externalId of a file registered before by the same sender.
    case_number: str | None = None
    ground: RelatedGround | None = None


class Report(ContractStruct, frozen=True, kw_only=True):
    """A first or later report of a file; only `origin.service` is required."""

    origin: Origin
    external_id: str | None = None
    received_on: PartialDate | None = None
    #: The day on which the case was brought before a court; None = not yet.
    seised_on: PartialDate | None = None
    lead_authority: LeadAuthority | None = None
    notice_number: str | None = None
    further_notice_numbers: tuple[str, ...] = ()
    language: Language | None = None
    summary: str | None = None
    places: tuple[Place, ...] = ()
    offences: tuple[Offence, ...] = ()
    persons: tuple[Person, ...] = ()
    seizures: tuple[Seizure, ...] = ()
    vessels: tuple[Vessel, ...] = ()
    containers: tuple[str, ...] = ()
    related_cases: tuple[RelatedCase, ...] = ()


def canonical_json(value: object) -> bytes:
    """The same bytes for the same content: keys sorted, absent and null alike; the base of every hash of content."""
    return msgspec.json.encode(_without_nulls(msgspec.to_builtins(value)), order="sorted")


def _without_nulls(value: object) -> object:
    if isinstance(value, dict):
        return {key: _without_nulls(item) for key, item in value.items() if item not in (None, [], ())}
    if isinstance(value, list | tuple):
        return [_without_nulls(item) for item in value]
    return value


def decode_report(raw: bytes) -> Report:
    """Raises errors.BadInput with every fault of the submission, or PayloadTooLarge."""
    return decode_json(raw, Report, report_faults)


def report_faults(report: Any, path: str = "") -> list[Issue]:
    """What the rows of a report say wrongly of each other; tolerates rows that have faults of their own."""
    faults: list[Issue] = []
    places = _ids(report, "places", path, faults)
    persons = _ids(report, "persons", path, faults)
    _ids(report, "offences", path, faults)
    _ids(report, "seizures", path, faults)
    for where, offence in _rows(report, "offences", path):
        _must_exist(offence.get("place"), places, f"{where}/place", "plaats", faults)
        persons_given = offence.get("persons")
        for number, person in enumerate(persons_given if isinstance(persons_given, list) else ()):
            _must_exist(person, persons, f"{where}/persons/{number}", "persoon", faults)
        _period_must_run_forward(offence, where, faults)
    for where, person in _rows(report, "persons", path):
        _must_exist(person.get("foundAt"), places, f"{where}/foundAt", "plaats", faults)
    for where, seizure in _rows(report, "seizures", path):
        _must_exist(seizure.get("place"), places, f"{where}/place", "plaats", faults)
    return faults


def _rows(report: Any, name: str, path: str) -> list[tuple[str, dict[str, Any]]]:
    rows = report.get(name) if isinstance(report, dict) else None
    if not isinstance(rows, list):
        return []
    return [(f"{path}/{name}/{index}", row) for index, row in enumerate(rows) if isinstance(row, dict)]


def _ids(report: Any, name: str, path: str, faults: list[Issue]) -> set[str]:
    seen: set[str] = set()
    for where, row in _rows(report, name, path):
        given = row.get("id")
        if not isinstance(given, str):
            continue
        if given == "":
            faults.append(Issue(type="invalidInput", name=f"{where}/id", detail="Een id mag niet leeg zijn; laat het weg of vul het in."))
        elif given in seen:
            detail = "Dit id komt al voor in deze lijst; geef elke rij een eigen id."
            faults.append(Issue(type="invalidInput", name=f"{where}/id", detail=detail, value=given))
        seen.add(given)
    return seen


def _must_exist(reference: Any, known: set[str], path: str, what: str, faults: list[Issue]) -> None:
    if isinstance(reference, str) and reference not in known:
        detail = f"Er is geen {what} met dit id in de inzending; voeg de {what} toe of verbeter het id."
        faults.append(Issue(type="referencedResourceNotFound", name=path, detail=detail, value=reference))


def _period_must_run_forward(offence: dict[str, Any], where: str, faults: list[Issue]) -> None:
    begin, end = offence.get("committedFrom"), offence.get("committedUntil")
    if not isinstance(begin, str) or not isinstance(end, str) or partial_date_fault(begin) or partial_date_fault(end):
        return
    if first_day(begin) > last_day(end):
        detail = "Het einde ligt voor het begin (committedFrom); verbeter een van beide."
        faults.append(Issue(type="invalidPeriod", name=f"{where}/committedUntil", detail=detail, value=end))
