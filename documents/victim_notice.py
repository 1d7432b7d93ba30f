"""The notice to one victim or injured person (art. 3bis and 5bis V.T.Sv.): what is told, his rights, and what his declaration holds."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta

from documents import legal
from documents.references import LINE, TEXT, Addressee, References, ReferencesTyped, Row

Occasion = Literal["rights", "inquiry", "hearing"]
LITERALS_NL: dict[str, dict[str, str]] = {
    "occasion": {
        "rights": "zijn rechten, en de verklaring van benadeelde persoon",
        "inquiry": "er is een gerechtelijk onderzoek gestart",
        "hearing": "er is een rechtsdag bepaald",
    }
}


class VictimNoticeTyped(ReferencesTyped, frozen=True, kw_only=True):
    counts: Annotated[
        tuple[str, ...],
        Meta(title="Feiten die hem aangaan", description="Alleen deze staan in de brief. Leeg kan alleen als er maar één is."),
    ] = ()
    occasion: Annotated[Occasion, Meta(title="Waarover")] | None = None
    hearing: (
        Annotated[
            int,
            Meta(
                title="Welke zitting",
                description="Alleen voor een rechtsdag. Verplicht als er meer dan een komt, en voor de raadkamer: "
                "die kan ook alleen over de voorlopige hechtenis zitten.",
            ),
        ]
        | None
    ) = None
    address: (
        Annotated[str, Meta(title="Adres", description="Waar de brief naartoe gaat; het register kent alleen de gemeente.", max_length=400)]
        | None
    ) = None
    representative: (
        Annotated[
            str,
            Meta(
                title="Wie hem vertegenwoordigt",
                description="Verplicht voor een minderjarige: aan wie de brief gericht is.",
                max_length=LINE,
            ),
        ]
        | None
    ) = None
    birth_place: Annotated[str, Meta(title="Geboorteplaats", description="Leeg: hij vult ze zelf in.", max_length=LINE)] | None = None
    damaging_fact: (
        Annotated[str, Meta(title="Feit dat de schade veroorzaakte", description="Leeg: hij vult het zelf in.", max_length=TEXT)] | None
    ) = None
    damage: Annotated[str, Meta(title="Aard van de schade", description="Leeg: hij vult ze zelf in.", max_length=TEXT)] | None = None
    interest: Annotated[str, Meta(title="Persoonlijk belang", description="Leeg: hij vult het zelf in.", max_length=TEXT)] | None = None
    contact: (
        Annotated[str, Meta(title="Wie vragen beantwoordt", description="Dienst, telefoon of mail van het parket.", max_length=LINE)] | None
    ) = None


class Told(Row, frozen=True, kw_only=True):
    """A fact of the file, without anybody in it."""

    title: str | None
    period: str | None
    place: str | None


class VictimNotice(References, frozen=True, kw_only=True):
    law: legal.SayingLaw
    to: Addressee
    minor: bool
    #: He declared himself an injured person, or is a civil party: then there is no declaration to fill in.
    declared: bool
    #: `slachtoffer`
    capacity: str
    #: A judicial inquiry began.
    inquiry: bool
    #: `3 december 2026 om 9.00 uur`, and before whom; None = no hearing is told.
    hearing: str | None
    court: str | None
    facts: tuple[Told, ...]
    #: What the declaration says of him; None = he fills it in.
    declared_name: str | None
    birth: str | None
    birth_place: str | None
    profession: str | None
    domicile: str | None
    damaging_fact: str | None
    damage: str | None
    interest: str | None
    contact: str


EXAMPLE = VictimNotice(
    law=legal.SayingLaw(
        citation="Art. 3bis en 5bis V.T.Sv.",
        texts=(
            "Een slachtoffer wordt zorgvuldig en correct bejegend, en krijgt de nodige informatie.",
            "Wie verklaart door een misdrijf schade te hebben geleden, krijgt de hoedanigheid van benadeelde persoon.",
            "De benadeelde persoon kan zich laten bijstaan of vertegenwoordigen door een advocaat.",
            "Hij kan elk document dat hij nuttig acht bij het dossier laten voegen.",
            "Hij verneemt dat er geseponeerd is, en waarom.",
            "Hij verneemt dat een gerechtelijk onderzoek is gestart.",
            "Hij verneemt wanneer een rechtsdag is bepaald.",
            "Hij kan vragen het dossier in te zien en er een afschrift van te krijgen.",
        ),
    ),
    office="havenprocureurs bij het parket Antwerpen",
    office_address=None,
    case_number="HAV-2024-000261",
    notice_numbers=(),
    system_number=None,
    judge_number=None,
    made_on=date(2024, 5, 2),
    annexes=(),
    to=Addressee(name="[naam van het slachtoffer]", designation="slachtoffer 1 (v1)", address="[straat en nummer, postcode en gemeente]"),
    minor=False,
    declared=False,
    capacity="slachtoffer",
    inquiry=False,
    hearing=None,
    court=None,
    facts=(
        Told(title="gijzeling", period="in april 2024", place="loods in Nederland"),
        Told(title="slagen en verwondingen", period="in april 2024", place="loods in Nederland"),
    ),
    declared_name="[naam van het slachtoffer]",
    birth=None,
    birth_place=None,
    profession="havenarbeider",
    domicile=None,
    damaging_fact=None,
    damage=None,
    interest=None,
    contact="dienst slachtofferonthaal van het parket",
)
