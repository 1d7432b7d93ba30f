"""What the law may look at: the facts of one file, without names, summary or notes."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

PlaceRole = Literal["scene", "discovery", "unloading", "transit", "storage", "destination", "arrest", "search", "linked"]

Port = Literal["antwerp", "ghent", "zeebrugge", "other"]

CoreOffence = Literal[
    "drugImport",
    "drugTransit",
    "drugExport",
    "drugPreparation",
    "drugAssociation",
    "drugPossession",
    "precursors",
    "portIntrusion",
    "portBanBreach",
]
SupportingOffence = Literal[
    "criminalOrganisation",
    "moneyLaundering",
    "handlingStolenGoods",
    "corruptionPrivate",
    "corruptionPublic",
    "hacking",
    "computerFraud",
    "forgery",
    "murder",
    "attemptedMurder",
    "assault",
    "arson",
    "explosives",
    "shooting",
    "hostageTaking",
    "kidnapping",
    "unlawfulDetention",
    "extortion",
    "threats",
    "weapons",
    "theft",
    "rebellion",
]
OtherOffence = Literal["drugDealing", "drugProduction", "customsSmuggling", "humanSmuggling", "illegalResidence", "socialLaw", "other"]
OffenceCode = CoreOffence | SupportingOffence | OtherOffence

PortLink = Literal["declared", "suspected", "none"]

LeadAuthority = Literal["federalProsecutor", "eppo", "customs", "labourAuditor", "foreign"]

PersonRole = Literal["suspect", "victim", "injuredParty", "civilParty", "witness"]

PersonKind = Literal["natural", "legal"]

Capacity = Literal["magistrate", "military", "police", "customs"]

HandedOverTo = Literal["immigrationOffice", "foreignAuthority"]

RelatedGround = Literal["sameFacts", "samePerpetrators", "priorConcert", "sameGoods", "other"]

#: Of art. 227 of the Code of Criminal Procedure; indivisible = one offence of several people, which no limb names.
Limb = Literal["1", "2a", "2b", "3", "indivisible"]

ReceivedOnBasis = Literal["reported", "reportedPartly", "dayOfEntry"]


class Fact(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """The shared shape of every struct of facts."""


class Days(Fact, frozen=True, kw_only=True):
    """All days on which something may have happened; both ends included, None = open on that side."""

    first: date | None = None
    last: date | None = None


class Residence(Fact, frozen=True, kw_only=True):
    """Where a person lives or has his seat, as far as it is known."""

    country: str | None = None
    municipality: str | None = None
    nis_code: str | None = None


class Place(Fact, frozen=True, kw_only=True):
    #: unique among the places of the file
    id: str
    role: PlaceRole | None = None
    #: the words of the report, with accents and case as written
    text: str | None = None
    port: Port | None = None
    quay: str | None = None
    dock: str | None = None
    terminal: str | None = None
    municipality: str | None = None
    nis_code: str | None = None
    sub_municipality: str | None = None
    #: ISO 3166-1 alpha-2
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None


class Offence(Fact, frozen=True, kw_only=True):
    #: None = the report does not say which offence
    offence: OffenceCode | None = None
    attempt: bool | None = None
    committed: Days = Days()
    #: id of its own place
    place: str | None = None
    #: ids of its suspects; None = all suspects of the file
    persons: tuple[str, ...] | None = None
    port_link: PortLink | None = None


class Suspect(Fact, frozen=True, kw_only=True):
    """One entry of the persons with role suspect, in the order of the report."""

    #: unique among the persons of the file
    id: str
    kind: PersonKind | None = None
    #: how many people the entry stands for; None = several, number unknown
    count: int | None = 1
    birth: Days | None = None
    #: in years, at the time of the facts
    age: int | None = None
    minor: bool | None = None
    residence: Residence | None = None
    registered_seat: Residence | None = None
    #: id of the place where he was found
    found_at: str | None = None
    capacity: Capacity | None = None
    handed_over_to: HandedOverTo | None = None


class RelatedCase(Fact, frozen=True, kw_only=True):
    number: str
    ground: RelatedGround | None = None
    #: as a person said it when he tied the two files; None = nobody did
    limb: Limb | None = None
    #: does that file hold port crime; None = unknown here or not visible to the sender: it ties nothing, with a warning
    port_crime: bool | None = None
    #: court of its ordinary track where a statutory ground for it is recorded, by the rules or by a magistrate;
    #: None = not known, or policy alone, also where a magistrate took that risk
    court: str | None = None


class CaseFacts(Fact, frozen=True, kw_only=True):
    #: the day that governs; a month or a year is already its last day, or the day of entry when that is earlier
    received_on: date
    received_on_basis: ReceivedOnBasis = "reported"
    #: None = not yet brought before a court
    seised_on: Days | None = None
    lead_authority: LeadAuthority | None = None
    places: tuple[Place, ...] = ()
    offences: tuple[Offence, ...] = ()
    suspects: tuple[Suspect, ...] = ()
    related: tuple[RelatedCase, ...] = ()
