"""The offer of a settlement (voorstel tot minnelijke schikking) to one suspect: art. 216bis Sv."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta

from documents import legal
from documents.references import LINE, TEXT, Addressee, Count, References, ReferencesTyped

Damage = Literal["none", "paid", "acknowledged"]
DAMAGE_NL: dict[str, str] = {
    "none": "geen schade aan een derde",
    "paid": "de schade is vergoed",
    "acknowledged": "de verdachte erkent de schade",
}
LITERALS_NL: dict[str, dict[str, str]] = {"damage": DAMAGE_NL}


class SettlementOfferTyped(ReferencesTyped, frozen=True, kw_only=True):
    address: Annotated[str, Meta(title="Adres", description="Waar het voorstel naartoe gaat.", max_length=400)] | None = None
    counts: Annotated[tuple[str, ...], Meta(title="Voor welke feiten", description="Leeg: alle feiten van deze verdachte.")] = ()
    articles: Annotated[
        tuple[str, ...],
        Meta(
            title="Kwalificatie",
            description="Met het nummer van het feit voorop: 3: art. ... Verplicht waar de catalogus er geen heeft; anders erbij.",
        ),
    ] = ()
    amount_eur: Annotated[int, Meta(title="Som in euro", description="Hele euro, zonder centen.", ge=1, le=1_000_000_000)] | None = None
    due_on: Annotated[date, Meta(title="Te betalen tot en met")] | None = None
    payment: (
        Annotated[str, Meta(title="Hoe te betalen", description="Rekening en mededeling, of waar anders betaald wordt.", max_length=400)]
        | None
    ) = None
    renounced: Annotated[
        tuple[str, ...], Meta(title="Afstand of verbeurdverklaring", description="Goederen en vermogensvoordelen. Leeg: geen.")
    ] = ()
    damage: Annotated[Damage, Meta(title="Schade aan een derde")] | None = None
    damage_words: (
        Annotated[str, Meta(title="Toelichting bij de schade", description="Wie, welk bedrag, welk bewijs. Leeg: geen.", max_length=TEXT)]
        | None
    ) = None
    no_serious_harm: (
        Annotated[
            bool,
            Meta(
                title="Geen zware schending van de lichamelijke integriteit",
                description="De magistraat bevestigt dit; het register leidt het niet af.",
            ),
        ]
        | None
    ) = None
    sentence_within_limit: (
        Annotated[
            bool,
            Meta(
                title="Geen zwaardere straf te verwachten dan de wet voor een schikking toelaat",
                description="De magistraat bevestigt dit; het register leidt het niet af.",
            ),
        ]
        | None
    ) = None
    contact: (
        Annotated[
            str, Meta(title="Contact bij het parket", description="Dienst, telefoon of mail: wie vragen beantwoordt.", max_length=LINE)
        ]
        | None
    ) = None


class SettlementOffer(References, frozen=True, kw_only=True):
    law: legal.SayingLaw
    to: Addressee
    #: `art. 216bis, § 1 Sv.`
    article: str
    counts: tuple[Count, ...]
    #: Provisions that the magistrate named himself.
    articles: tuple[str, ...]
    #: `12.500 euro`
    amount: str
    due_on: date
    payment: str
    renounced: tuple[str, ...]
    damage: str
    damage_words: str | None
    #: The heaviest sentence that is expected, in years.
    expected_years: int
    #: A court has the case: it homologates.
    homologation: bool
    contact: str


EXAMPLE = SettlementOffer(
    law=legal.SayingLaw(
        citation="Art. 216bis Sv.",
        texts=("Betaalt u op tijd en komt u de voorwaarden na, dan vervalt de strafvordering voor deze feiten.",),
    ),
    office="havenprocureurs bij het parket Antwerpen",
    office_address=None,
    case_number="HAV-2019-000058",
    notice_numbers=(),
    system_number=None,
    judge_number=None,
    made_on=date(2020, 2, 3),
    annexes=(),
    to=Addressee(name="[naam van de Nederlandse handelaar]", designation="verdachte 1 (s1)", address="[zetel in Nederland]"),
    article="art. 216bis, § 1 Sv.",
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
    amount="50.000 euro",
    due_on=date(2020, 4, 3),
    payment="[hoe en op welke rekening te betalen]",
    renounced=("de vrachtprijs van de containers die terugkwamen, 8.400 euro",),
    damage="geen schade aan een derde",
    damage_words=None,
    expected_years=2,
    homologation=False,
    contact="[dienst van het parket, met adres en nummer]",
)
