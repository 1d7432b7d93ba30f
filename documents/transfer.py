"""The transfer (overdracht, terbeschikkingstelling): a file is offered to another office, with its ground, pieces and limits."""

from datetime import date

import msgspec

from documents import legal
from documents.references import References, ReferencesTyped


class TransferTyped(ReferencesTyped, frozen=True, kw_only=True):
    """Its maker adds numbers and annexes; the rest is in the register."""


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A row of a table of the transfer; None = not known."""


class Recipient(Row, frozen=True, kw_only=True):
    office: str
    track: str
    #: Ids of its suspects; empty = none is known.
    persons: tuple[str, ...]
    court: str | None


class Offence(Row, frozen=True, kw_only=True):
    number: int
    title: str | None
    period: str | None
    place: str | None


class Suspect(Row, frozen=True, kw_only=True):
    id: str
    designation: str
    #: How many people the entry stands for, in words.
    count: str
    #: `aangehouden (voorlopige hechtenis)`; None = not reported.
    custody: str | None


class Ground(Row, frozen=True, kw_only=True):
    title: str
    article: str
    confidence: str


class Piece(Row, frozen=True, kw_only=True):
    #: In the inventory of the file.
    number: int
    dated_on: str | None
    description: str
    author: str | None
    #: Notice number or number of its own.
    reference: str | None
    pages: int | None


class Offered(Row, frozen=True, kw_only=True):
    """What the office that offers said."""

    offered_on: date
    ground: str
    reason: str
    answer_by: date | None
    #: What goes along, as it was typed, beside the inventory.
    pieces: tuple[str, ...]


class Transfer(References, frozen=True, kw_only=True):
    law: legal.SecretSayingLaw
    #: The offer that waits for an answer; None = none was made, and the decision itself says who receives.
    offer: Offered | None
    #: Titles of the offices that receive.
    to_offices: tuple[str, ...]
    received_on: str | None
    registered_on: date
    decided_on: date
    reported_by: str
    recipients: tuple[Recipient, ...]
    #: Is one of the receiving offices, for adults, the prosecution office of a territory, to which art. 23 Sv. applies?
    ordinary_office: bool
    offences: tuple[Offence, ...]
    suspects: tuple[Suspect, ...]
    #: Why the file lies outside the competence of the office that transfers, a sentence each; empty = it does not, see `offer`.
    reasons: tuple[str, ...]
    #: Statutory grounds for the office that receives, as the decision recorded them.
    grounds: tuple[Ground, ...]
    #: When the register was asked what runs; None = it was not asked.
    limits_at: str | None
    #: Open clocks of the register, a line each; empty = none is entered, which does not say that none runs.
    time_limits: tuple[str, ...]
    #: What the office that transfers typed beside them.
    other_limits: tuple[str, ...]
    #: What the receiving office must know is not known.
    missing: tuple[str, ...]
    #: Numbers of the files that this one is tied to, each with how.
    related_cases: tuple[str, ...]
    #: The inventory of the file.
    pieces: tuple[Piece, ...]


EXAMPLE = Transfer(
    law=legal.SecretSayingLaw(
        citation="Art. 23 Sv.",
        confidence="waarschijnlijk",
        secrecy="art. 28quinquies Sv.",
        texts=(
            (
                "Artikel 23 van het Wetboek van strafvordering wijst als bevoegd parket aan: dat van de plaats van het misdrijf, "
                "van de verblijfplaats "
                "van de verdachte, van de zetel van de rechtspersoon en van de plaats waar de verdachte kan worden gevonden."
            ),
        ),
    ),
    office="havenprocureurs bij het parket Antwerpen",
    office_address=None,
    case_number="HAV-2023-000007",
    notice_numbers=(),
    system_number=None,
    judge_number=None,
    made_on=date(2023, 3, 1),
    annexes=(),
    offer=Offered(
        offered_on=date(2023, 3, 1),
        ground="plaats van het misdrijf (art. 23 Sv.)",
        reason="De invoer gebeurde in de haven van Zeebrugge; alle verdachten zijn daar aangetroffen.",
        answer_by=date(2023, 3, 2),
        pieces=("kopie van de beelden van de terminal, op een drager",),
    ),
    to_offices=("parket West-Vlaanderen, afdeling Brugge",),
    received_on="28 februari 2023",
    registered_on=date(2023, 3, 1),
    decided_on=date(2023, 3, 1),
    reported_by="Douane",
    recipients=(
        Recipient(
            office="parket West-Vlaanderen, afdeling Brugge",
            track="gewoon spoor",
            persons=(
                "s1",
                "s2",
                "s3",
                "s4",
            ),
            court="correctionele rechtbank West-Vlaanderen, afdeling Brugge",
        ),
    ),
    ordinary_office=True,
    offences=(
        Offence(number=1, title="invoer van verdovende middelen", period="op 28 februari 2023", place="plaats p1: haven van Zeebrugge"),
    ),
    suspects=(
        Suspect(id="s1", designation="verdachte 1", count="1 persoon", custody="aangehouden (voorlopige hechtenis)"),
        Suspect(id="s2", designation="verdachte 2", count="2 personen", custody="aangehouden (voorlopige hechtenis)"),
        Suspect(id="s3", designation="verdachte 3", count="1 persoon", custody="aangehouden (voorlopige hechtenis)"),
        Suspect(id="s4", designation="verdachte 4", count="1 persoon", custody="vrijgelaten"),
    ),
    reasons=(
        ("Invoer van verdovende middelen: de plaats is gekend en ligt niet in een havengebied: het misdrijf valt erbuiten."),
        ("Havengebied (haven van Zeebrugge) en plaats van het dossier (p1) volgen uit misdrijf 1 (invoer van verdovende middelen)."),
        ("Plaats p1: parket West-Vlaanderen, afdeling Brugge, correctionele rechtbank West-Vlaanderen, afdeling Brugge."),
    ),
    grounds=(),
    limits_at="1 maart 2023 om 9.00 uur",
    time_limits=(
        "Vrijheidsberoving zonder bevel tot aanhouding, s1 (Art. 12 Grondwet; art. 1 en 2 wet voorlopige hechtenis): "
        "vervalt na 2 maart 2023 om 14.30 uur",
    ),
    other_limits=("teruggave van de wagen: 10 maart 2023",),
    missing=(
        "het notitienummer",
        "het uur van de vrijheidsberoving van s2 en s3",
        "de identiteit van s1 tot en met s4",
    ),
    related_cases=("HAV-2023-000005 (samenhang)",),
    pieces=(
        Piece(
            number=1,
            dated_on="28 februari 2023",
            description="proces-verbaal: aanvankelijk proces-verbaal",
            author="douane",
            reference="BG.60.DA.000123/2023",
            pages=12,
        ),
        Piece(number=2, dated_on=None, description="brief", author=None, reference=None, pages=None),
    ),
)
