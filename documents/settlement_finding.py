"""The finding that a settlement was paid and its terms met (vaststelling van minnelijke schikking): the criminal action ends."""

from datetime import date
from typing import Annotated

from msgspec import Meta

from documents import legal
from documents.references import LINE, TEXT, Count, References, ReferencesTyped


class SettlementFindingTyped(ReferencesTyped, frozen=True, kw_only=True):
    paid_eur: Annotated[int, Meta(title="Betaalde som in euro", description="Hele euro, zonder centen.", ge=1, le=1_000_000_000)] | None = (
        None
    )
    paid_on: Annotated[date, Meta(title="Betaald op")] | None = None
    proof: Annotated[str, Meta(title="Bewijs van betaling", description="Soort, nummer en dag van het stuk.", max_length=LINE)] | None = (
        None
    )
    late_accepted: (
        Annotated[bool, Meta(title="Betaling na de termijn aanvaard", description="Alleen als er te laat betaald is.")] | None
    ) = None
    renounced_done: (
        Annotated[bool, Meta(title="Afstand gedaan", description="Alleen als het voorstel afstand of verbeurdverklaring vroeg.")] | None
    ) = None
    damage_done: (
        Annotated[
            str,
            Meta(
                title="Hoe de schade geregeld is",
                description="Alleen als het voorstel schade noemt: bewijs van vergoeding of erkenning.",
                max_length=TEXT,
            ),
        ]
        | None
    ) = None
    homologated_by: (
        Annotated[
            str, Meta(title="Gehomologeerd door", description="Alleen als een rechter de zaak had: rechtbank en kamer.", max_length=LINE)
        ]
        | None
    ) = None
    homologated_on: Annotated[date, Meta(title="Gehomologeerd op", description="Alleen als een rechter de zaak had.")] | None = None


class SettlementFinding(References, frozen=True, kw_only=True):
    law: legal.SecretLaw
    #: Designation, with the name of who is no minor.
    suspect: str
    article: str
    confidence: str
    counts: tuple[Count, ...]
    #: Provisions that the magistrate named himself in the offer.
    articles: tuple[str, ...]
    #: Of the offer.
    offered_on: date
    amount: str
    due_on: date
    renounced: tuple[str, ...]
    damage: str
    paid: str
    paid_on: date
    proof: str
    #: It was paid after the last day, and the magistrate accepted that.
    late: bool
    damage_done: str | None
    homologated_by: str | None
    homologated_on: date | None


EXAMPLE = SettlementFinding(
    law=legal.SecretLaw(citation="Art. 216bis Sv.", confidence="waarschijnlijk", secrecy="art. 28quinquies Sv."),
    office="havenprocureurs bij het parket Antwerpen",
    office_address=None,
    case_number="HAV-2019-000058",
    notice_numbers=(),
    system_number=None,
    judge_number=None,
    made_on=date(2020, 3, 30),
    annexes=(),
    suspect="verdachte 1 (s1), [naam van de Nederlandse handelaar]",
    article="art. 216bis, § 1 Sv.",
    confidence="waarschijnlijk",
    counts=(
        Count(
            number=1,
            title="ander misdrijf: illegale uitvoer van afval",
            period="[periode van de verschepingen]",
            place="verscheping vanuit Antwerpen; gemeente Antwerpen",
            articles=(),
        ),
    ),
    articles=("feit 1: [wetsbepaling over de uitvoer van afval, door de magistraat genoemd]",),
    offered_on=date(2020, 2, 3),
    amount="50.000 euro",
    due_on=date(2020, 4, 3),
    renounced=("de vrachtprijs van de containers die terugkwamen, 8.400 euro",),
    damage="geen schade aan een derde",
    paid="50.000 euro",
    paid_on=date(2020, 3, 27),
    proof="bericht van ontvangst van 27 maart 2020",
    late=False,
    damage_done=None,
    homologated_by=None,
    homologated_on=None,
)
