"""The finding that the criminal action has ended (vaststelling van verval): art. 20 to 21ter V.T.Sv., art. 216bis Sv."""

from datetime import date
from typing import Annotated

from msgspec import Meta

from documents import legal
from documents.references import LINE, TEXT, Count, References, ReferencesTyped, Row

LITERALS_NL: dict[str, dict[str, str]] = {}


class ExtinctionFindingTyped(ReferencesTyped, frozen=True, kw_only=True):
    cause: (
        Annotated[
            str,
            Meta(
                title="Oorzaak",
                description="Alleen voor wie het verval nog niet ingeschreven is. Leeg: de oorzaak waarmee het in het register staat.",
                max_length=40,
            ),
        ]
        | None
    ) = None
    positions: Annotated[
        tuple[str, ...],
        Meta(
            title="Voor wie en voor welk feit", description="Alleen bij een oorzaak die u hier kiest. Leeg: iedereen voor wie ze nog loopt."
        ),
    ] = ()
    event_on: (
        Annotated[
            date,
            Meta(title="Dag van de oorzaak", description="Overlijden, ontbinding, vonnis, betaling of amnestiewet. Niet bij verjaring."),
        ]
        | None
    ) = None
    paper: (
        Annotated[
            str,
            Meta(title="Stuk dat ze bewijst", description="Soort, nummer en dag. Niet bij verjaring.", max_length=LINE),
        ]
        | None
    ) = None
    reason: Annotated[str, Meta(title="Toelichting", description="Leeg: geen.", max_length=TEXT)] | None = None


class Ended(Row, frozen=True, kw_only=True):
    """One suspect for one count."""

    #: A designation where he is or may be a minor, or where his name is not known.
    suspect: str
    count: int | None
    title: str | None


class Expired(Row, frozen=True, kw_only=True):
    """The limitation of one count, as the register reckons it."""

    count: int
    #: Whom it is reckoned for; None = everybody of the count.
    suspects: str | None
    last_day: date
    sum: str
    article: str
    confidence: str


class ExtinctionFinding(References, frozen=True, kw_only=True):
    law: legal.SecretLaw
    #: In words, with its article.
    cause: str
    article: str
    confidence: str
    ended: tuple[Ended, ...]
    counts: tuple[Count, ...]
    #: None = the limitation, which has its sums instead.
    event_on: date | None
    paper: str | None
    #: When it was entered in the register; None = it is still to be entered.
    entered_on: date | None
    reason: str | None
    expired: tuple[Expired, ...]
    #: Whom it is not about, with where he stands, a line each.
    remaining: tuple[str, ...]


EXAMPLE = ExtinctionFinding(
    law=legal.SecretLaw(citation="Art. 20 en 21 V.T.Sv.; art. 216bis Sv.", confidence="zeker", secrecy="art. 28quinquies Sv."),
    office="havenprocureurs bij het parket Antwerpen",
    office_address=None,
    case_number="HAV-2017-000002",
    notice_numbers=(),
    system_number=None,
    judge_number=None,
    made_on=date(2026, 11, 24),
    annexes=(),
    cause="verjaring van de strafvordering",
    article="Art. 21 V.T.Sv.",
    confidence="zeker",
    ended=(Ended(suspect="verdachte 1 (s1), identiteit niet gekend", count=1, title="hacking"),),
    counts=(
        Count(
            number=1,
            title="hacking",
            period="in 2011",
            place="systemen van havenbedrijven in de haven van Antwerpen",
            articles=("externe hacking: art. 550bis, § 1 Sw. (1867) (tekst tot 1 september 2026; zeker)",),
        ),
    ),
    event_on=None,
    paper=None,
    entered_on=None,
    reason=None,
    expired=(
        Expired(
            count=1,
            suspects=None,
            last_day=date(2022, 4, 30),
            sum=(
                "Naar de wet van toen, vanaf zaterdag 31 december 2011: 5 jaar, gestuit op woensdag 12 juni 2013, die dag telt mee: "
                "opnieuw 5 jaar, met wat gekend is op maandag 11 juni 2018, met stuiting ten laatste op zaterdag 30 april 2022, "
                "dus verjaard vóór zondag 28 april 2024."
            ),
            article="Art. 21 V.T.Sv., van 29 februari 2016 tot 27 april 2024",
            confidence="zeker",
        ),
    ),
    remaining=(),
)
