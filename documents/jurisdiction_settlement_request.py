"""The request to settle a conflict of jurisdiction between judges (verzoek tot regeling van rechtsgebied): art. 525 to 540 Sv."""

from datetime import date
from typing import Annotated

import msgspec
from msgspec import Meta

from documents import legal
from documents.references import References, ReferencesTyped
from documents.typed import Line, Text


class JurisdictionSettlementRequestTyped(ReferencesTyped, frozen=True, kw_only=True):
    """Both decisions that are in conflict, as far as the register does not hold them, and why the one or the other court."""

    own_decision: Annotated[
        Line | None,
        Meta(
            title="Beslissing aan de zijde van dit dossier",
            description="Welke beschikking of welk vonnis, met nummer; leeg waar het register de uitspraak al kent.",
        ),
    ] = None
    own_decided_on: Annotated[date | None, Meta(title="Dag van die beslissing")] = None
    other_decision: Annotated[
        Line | None,
        Meta(
            title="Beslissing van de andere rechtbank of onderzoeksrechter",
            description="Welke beschikking of welk vonnis, met nummer; leeg waar het register de uitspraak al kent.",
        ),
    ] = None
    other_decided_on: Annotated[date | None, Meta(title="Dag van die beslissing")] = None
    reasons: Annotated[
        Text | None,
        Meta(
            title="Middelen",
            description="Waarom de beslissingen strijdig zijn en de rechtsgang belemmeren; het verzoek is met redenen omkleed.",
        ),
    ] = None
    designate: Annotated[
        Line | None, Meta(title="Gevraagde aanwijzing", description="Welke rechter het openbaar ministerie voorstelt.")
    ] = None


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the request; None = not known."""


class Seat(Row, frozen=True, kw_only=True):
    """One side of the conflict and what it decided."""

    side: str
    #: Title of the court; an investigating judge sits with it.
    court: str
    decision: str
    decided_on: date
    #: Of a ruling that the register holds.
    ecli: str | None
    #: Grounds of the law that speak for it, as the router recorded them.
    grounds: tuple[str, ...]


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
    custody: str | None


class JurisdictionSettlementRequest(References, frozen=True, kw_only=True):
    law: legal.InternalSayingLaw
    #: Title of the court that settles, by the two seats: `het Hof van Cassatie`.
    settled_by: str
    #: By which article.
    article: str
    #: Of the law data, where they are not sure of it.
    confidence: str | None
    #: `positief: beide zijden eisen de zaak op`
    kind: str
    raised_on: date
    #: The ground and the reason that the conflict was raised on.
    ground: str
    raised_because: str
    seats: tuple[Seat, ...]
    charges: tuple[Charge, ...]
    suspects: tuple[Suspect, ...]
    reasons: str
    #: What is asked; None = only that the court designates.
    designate: str | None
    limits_at: str
    #: Open clocks, a line each.
    time_limits: tuple[str, ...]


EXAMPLE = JurisdictionSettlementRequest(
    law=legal.InternalSayingLaw(
        citation="Art. 525-527bis en 540 Sv.",
        confidence="zeker",
        texts=("Wie het rechtsgebied regelt, beslist ook over de handelingen die al zijn verricht (art. 536 Sv.).",),
    ),
    office="havenprocureurs bij het parket Antwerpen",
    office_address=None,
    case_number="HAV-2023-000220",
    notice_numbers=(),
    system_number=None,
    judge_number=None,
    made_on=date(2023, 9, 5),
    annexes=(
        "Beschikking van 28 augustus 2023, correctionele rechtbank Antwerpen, afdeling Antwerpen",
        "Beschikking van 30 augustus 2023, correctionele rechtbank Oost-Vlaanderen, afdeling Dendermonde",
        "Bevoegdheidsnota van dit register, HAV-2023-000220",
    ),
    settled_by="het Hof van Cassatie",
    article="Art. 525-527bis Sv. (regeling van rechtsgebied, art. 526)",
    confidence=None,
    kind="positief: beide zijden eisen de zaak op",
    raised_on=date(2023, 9, 4),
    ground="plaats van het misdrijf",
    raised_because="De onderzoeksrechter te Dendermonde heeft de verdachte aangehouden; de zaak is ook te Antwerpen gevorderd.",
    seats=(
        Seat(
            side="zijde van dit dossier",
            court="correctionele rechtbank Antwerpen, afdeling Antwerpen",
            decision="beschikking van de onderzoeksrechter die de zaak aan zich houdt",
            decided_on=date(2023, 8, 28),
            ecli=None,
            grounds=("vaart over de Schelde door het arrondissement Antwerpen (ubiquiteit)",),
        ),
        Seat(
            side="andere zijde",
            court="correctionele rechtbank Oost-Vlaanderen, afdeling Dendermonde",
            decision="beschikking van de onderzoeksrechter die de zaak aan zich houdt",
            decided_on=date(2023, 8, 30),
            ecli=None,
            grounds=("plaats van het misdrijf",),
        ),
    ),
    charges=(
        Charge(
            number=1,
            title="invoer van verdovende middelen",
            period="in juli 2023",
            place="plaats p1: Waaslandhaven; haven van Antwerpen",
            articles=("art. 2bis, § 1 Drugwet",),
        ),
        Charge(
            number=2,
            title="voorbereidende handelingen of uithaling",
            period="in juli 2023",
            place="plaats p1: Waaslandhaven; haven van Antwerpen",
            articles=("art. 2bis, § 6 Drugwet",),
        ),
    ),
    suspects=(Suspect(who="verdachte 1 (s1), naam niet gekend", custody="aangehouden (voorlopige hechtenis)"),),
    reasons=(
        "Twee onderzoeksrechters van verschillende rechtsgebieden zijn voor dezelfde feiten gevat en houden elk de zaak aan zich. "
        "Zolang dat duurt, kan geen van beide het onderzoek afsluiten zonder gevaar voor tegenstrijdige beslissingen."
    ),
    designate="de onderzoeksrechter in de rechtbank van eerste aanleg Antwerpen",
    limits_at="4 september 2023 om 11.15 uur",
    time_limits=("Handhaving van de voorlopige hechtenis, s1 (art. 22 wet voorlopige hechtenis): vervalt na 24 september 2023",),
)
