"""The offer of a file to the federal prosecution office (aanbod aan het federaal parket): art. 144bis to 144quater Ger.W."""

from datetime import date
from typing import Annotated

import msgspec
from msgspec import Meta

from documents import legal
from documents.references import References, ReferencesTyped
from documents.typed import Text


class FederalOfferTyped(ReferencesTyped, frozen=True, kw_only=True):
    reason: Annotated[
        Text | None,
        Meta(
            title="Waarom het federaal parket",
            description="De reden van het aanbod: rechtsgebieden, landen, organisatie, samenhang met een federaal onderzoek.",
        ),
    ] = None
    summary: Annotated[
        Text | None,
        Meta(title="Samenvatting", description="Leeg = de samenvatting van het dossier."),
    ] = None


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the offer; None = not known."""


class Charge(Row, frozen=True, kw_only=True):
    number: int
    title: str
    period: str | None
    place: str | None
    #: In force at the facts; empty = none is held.
    articles: tuple[str, ...]


class Suspect(Row, frozen=True, kw_only=True):
    #: His name; a designation where he is or may be a minor, or where his name is not known.
    who: str
    residence: str | None
    custody: str | None


class FederalOffer(References, frozen=True, kw_only=True):
    law: legal.SecretLaw
    #: Where the file stands, in words.
    standing: str
    summary: str
    #: What the register knows that touches the competence of the federal office, a sentence each.
    indications: tuple[str, ...]
    reason: str
    charges: tuple[Charge, ...]
    suspects: tuple[Suspect, ...]
    related_cases: tuple[str, ...]
    limits_at: str
    #: Open clocks, a line each.
    time_limits: tuple[str, ...]


EXAMPLE = FederalOffer(
    law=legal.SecretLaw(citation="Art. 144bis-144quater Ger.W.", confidence="waarschijnlijk", secrecy="art. 28quinquies Sv."),
    office="havenprocureurs bij het parket Antwerpen",
    office_address=None,
    case_number="HAV-2021-000144",
    notice_numbers=(),
    system_number=None,
    judge_number=None,
    made_on=date(2021, 11, 26),
    annexes=("Bevoegdheidsnota van dit register, HAV-2021-000144",),
    standing="gerechtelijk onderzoek",
    summary=(
        "Vervolg op de overval op een brandwacht aan kaai 206 (25 augustus 2020): twintig verdachten opgepakt, 13 in België en 7 in "
        "Nederland; vier voortvluchtig."
    ),
    indications=(
        "De feiten en de verdachten raken meer dan één land: België en Nederland.",
        "Onder de feiten is deelname aan een criminele organisatie.",
    ),
    reason=(
        "De opdrachtgevers zitten in Nederland en sturen ploegen in verschillende havens aan. Eén onderzoek met gezamenlijke middelen "
        "voorkomt dat hetzelfde netwerk in stukken wordt vervolgd."
    ),
    charges=(
        Charge(
            number=1,
            title="invoer van verdovende middelen",
            period="in augustus 2020",
            place="plaats p1: kaai 206, Leopolddok; haven van Antwerpen",
            articles=("art. 2bis, § 1 Drugwet",),
        ),
        Charge(
            number=2,
            title="criminele organisatie",
            period=None,
            place=None,
            articles=("art. 324ter, § 1 Sw. (1867)",),
        ),
    ),
    suspects=(
        Suspect(who="verdachte 1 (s1), 13 personen", residence="België", custody="aangehouden (voorlopige hechtenis)"),
        Suspect(who="verdachte 2 (s2), 7 personen", residence="Nederland", custody="gearresteerd"),
    ),
    related_cases=("HAV-2020-000115 (zelfde feiten)",),
    limits_at="26 november 2021 om 10.00 uur",
    time_limits=(),
)
