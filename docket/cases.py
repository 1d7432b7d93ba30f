"""The case as the register holds it, and the facts of it that the law may look at; pure."""

from collections.abc import Callable
from datetime import date, datetime
from itertools import count
from typing import Any, Literal

import msgspec

import routing
from docket.contract import Offence, Person, Report, Residence
from docket.decoding import first_day, last_day

Confidentiality = Literal["ordinary", "restricted", "sealed"]
#: What each means, and how one leads to another: `docket.life`.
CaseStatus = Literal[
    "registered",
    "investigation",
    "miniInstruction",
    "judicialInquiry",
    "settlementOfProcedure",
    "trialCourt",
    "judged",
    "assizes",
    "guiltyPlea",
    "dismissed",
    "duplicate",
    "settlement",
    "transferred",
    "nonProsecution",
    "internment",
    "opposition",
    "appeal",
    "final",
    "closed",
    "cassation",
    "joined",
]

_ID_PREFIX = {"suspect": "s", "victim": "v", "injuredParty": "b", "civilParty": "c", "witness": "w", None: "n"}


class Case(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    id: int
    #: HAV-<year of registration in Europe/Brussels>-<six digits>, without gaps per year.
    case_number: str
    #: Rises by one with each change of facts, route, status or access; what If-Match carries.
    version: int
    status: CaseStatus
    confidentiality: Confidentiality
    #: The office that holds the case until another one accepts its transfer.
    holding_office: str
    registered_at: datetime
    #: The court day of registration: what `receivedOn` falls back to.
    entered_on: date
    report: Report


class RelatedFile(msgspec.Struct, frozen=True, kw_only=True):
    """What the sender may know of a file that his report names."""

    #: As the report names it: a case number, or an externalId of the same sender.
    named: str
    case_number: str
    #: Does its present decision have scope `portCrime`?
    port_crime: bool
    #: Court of its ordinary track where a statutory ground is recorded; None: not known, or policy alone.
    court: str | None = None
    #: Limb that a person laid between the two; None: nobody said one.
    limb: routing.Limb | None = None


def numbered(report: Report) -> Report:
    """Gives each row that came without an id one that is free in its list."""

    def fill(rows: tuple[Any, ...], prefix_of: Callable[[Any], str]) -> tuple[Any, ...]:
        taken = {row.id for row in rows}
        filled = []
        for row in rows:
            given = row.id or next(f"{prefix_of(row)}{n}" for n in count(1) if f"{prefix_of(row)}{n}" not in taken)
            taken.add(given)
            filled.append(msgspec.structs.replace(row, id=given))
        return tuple(filled)

    return msgspec.structs.replace(
        report,
        places=fill(report.places, lambda row: "p"),
        offences=fill(report.offences, lambda row: "o"),
        persons=fill(report.persons, lambda row: _ID_PREFIX[row.role]),
        seizures=fill(report.seizures, lambda row: "g"),
    )


def facts_of(report: Report, entered_on: date, related: tuple[RelatedFile, ...] = ()) -> routing.CaseFacts:
    """The facts that the law may look at; `report` has an id on every row (`numbered`)."""
    received_on, basis = received(report, entered_on)
    known = {file.named: file for file in related}
    return routing.CaseFacts(
        received_on=received_on,
        received_on_basis=basis,
        seised_on=_days(report.seised_on),
        lead_authority=report.lead_authority,
        places=tuple(
            routing.Place(
                id=place.id or "",
                role=place.role,
                text=place.text,
                port=place.port,
                quay=place.quay,
                dock=place.dock,
                terminal=place.terminal,
                municipality=place.municipality,
                nis_code=place.nis_code,
                sub_municipality=place.sub_municipality,
                country=place.country,
                latitude=place.latitude,
                longitude=place.longitude,
            )
            for place in report.places
        ),
        offences=tuple(
            routing.Offence(
                offence=offence.offence,
                attempt=offence.attempt,
                committed=committed(offence),
                place=offence.place,
                persons=offence.persons,
                port_link=offence.port_link,
            )
            for offence in report.offences
        ),
        suspects=tuple(_suspect(person) for person in report.persons if person.role == "suspect"),
        related=tuple(
            routing.RelatedCase(
                number=row.case_number,
                ground=row.ground,
                limb=known[row.case_number].limb if row.case_number in known else None,
                port_crime=known[row.case_number].port_crime if row.case_number in known else None,
                court=known[row.case_number].court if row.case_number in known else None,
            )
            for row in report.related_cases
            if row.case_number is not None
        ),
    )


def received(report: Report, entered_on: date) -> tuple[date, routing.ReceivedOnBasis]:
    """The day of receipt and how it is known: a month or a year counts as its last day, or the day of entry if earlier."""
    if report.received_on is None:
        return entered_on, "dayOfEntry"
    if len(report.received_on) == len("2023-06-02"):
        return first_day(report.received_on), "reported"
    return min(last_day(report.received_on), entered_on), "reportedPartly"


def committed(offence: Offence) -> routing.Days:
    """The possible days of an offence; only `committedFrom` means within that day, month or year."""
    if offence.committed_from is None:
        return routing.Days(last=last_day(offence.committed_until)) if offence.committed_until else routing.Days()
    return routing.Days(first=first_day(offence.committed_from), last=last_day(offence.committed_until or offence.committed_from))


def _suspect(person: Person) -> routing.Suspect:
    return routing.Suspect(
        id=person.id or "",
        kind=person.kind,
        count=person.count,
        birth=_days(person.birth_date),
        age=person.age,
        minor=person.minor,
        residence=_residence(person.residence),
        registered_seat=_residence(person.registered_seat),
        found_at=person.found_at,
        capacity=person.capacity,
        handed_over_to=person.handed_over_to,
    )


def _residence(residence: Residence | None) -> routing.Residence | None:
    if residence is None:
        return None
    return routing.Residence(country=residence.country, municipality=residence.municipality, nis_code=residence.nis_code)


def _days(text: str | None) -> routing.Days | None:
    return routing.Days(first=first_day(text), last=last_day(text)) if text else None
