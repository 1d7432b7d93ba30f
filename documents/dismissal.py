"""The decision not to prosecute (beslissing tot seponering): art. 28quater Sv., with its motive for each suspect and each count."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta

from documents import legal
from documents.references import TEXT, Count, References, ReferencesTyped, Row

Form = Literal["warning", "probation", "administrative", "reportOffender"]


class DismissalTyped(ReferencesTyped, frozen=True, kw_only=True):
    motive: (
        Annotated[
            str,
            Meta(
                title="Motief",
                description="Alleen voor wie nog niet geseponeerd is. Leeg: het motief waarmee de seponering in het register staat.",
                max_length=20,
            ),
        ]
        | None
    ) = None
    positions: Annotated[
        tuple[str, ...],
        Meta(title="Voor wie en voor welk feit", description="Alleen bij een motief dat u hier kiest. Leeg: iedereen die te seponeren is."),
    ] = ()
    reason: Annotated[str, Meta(title="Toelichting bij het motief", description="Leeg: geen.", max_length=TEXT)] | None = None
    form: Annotated[Form, Meta(title="Bijzondere vorm", description="Leeg: een gewone seponering.")] | None = None
    conditions: Annotated[tuple[str, ...], Meta(title="Voorwaarden", description="Verplicht bij pretoriaanse probatie.")] = ()


class Decided(Row, frozen=True, kw_only=True):
    """One suspect for one count."""

    #: A designation where he is or may be a minor, or where his name is not known.
    suspect: str
    #: Number of the count; None = no count is about him.
    count: int | None
    title: str | None


class Ground(Row, frozen=True, kw_only=True):
    code: str
    title: str
    #: technical: the law or the proof stands in the way; otherwise it is one of opportunity.
    technical: bool
    #: Of the words of the motive, and of its number.
    words_confidence: str
    code_confidence: str
    #: When it was entered in the register; None = this decision is still to be entered.
    entered_on: date | None
    #: As it was entered, or typed; None = nothing beside the motive.
    reason: str | None
    decided: tuple[Decided, ...]


class Dismissal(References, frozen=True, kw_only=True):
    law: legal.DismissalLaw
    received_on: str | None
    #: The duty to name a motive, and how sure it is.
    duty: str
    duty_confidence: str
    grounds: tuple[Ground, ...]
    counts: tuple[Count, ...]
    #: In words; None = an ordinary one.
    form: str | None
    conditions: tuple[str, ...]
    #: Whom it is not about, with where he stands, a line each.
    remaining: tuple[str, ...]
    #: Designations of the declared injured persons, to whom the motive is told.
    injured: tuple[str, ...]


_UNKNOWN = "verdachte 1 (s1), 5 personen, identiteit niet gekend"
EXAMPLE = Dismissal(
    law=legal.DismissalLaw(
        citation="Art. 28quater Sv.",
        confidence="zeker",
        secrecy="art. 28quinquies Sv.",
        injured_person="art. 5bis V.T.Sv.",
        texts=("Een seponering is herroepbaar: het onderzoek kan worden heropend zolang de strafvordering niet vervallen is.",),
    ),
    office="havenprocureurs bij het parket Antwerpen",
    office_address=None,
    case_number="HAV-2020-000115",
    notice_numbers=(),
    system_number=None,
    judge_number=None,
    made_on=date(2021, 3, 15),
    annexes=(),
    received_on="25 augustus 2020",
    duty="Art. 28quater Sv.",
    duty_confidence="zeker",
    grounds=(
        Ground(
            code="12",
            title="dader(s) onbekend",
            technical=True,
            words_confidence="waarschijnlijk",
            code_confidence="niet nagegaan",
            entered_on=date(2021, 3, 15),
            reason="De beelden van kaai 206 en het sporenonderzoek wijzen niemand aan.",
            decided=(
                Decided(
                    suspect=_UNKNOWN,
                    count=1,
                    title="voorbereidende handelingen of uithaling (poging)",
                ),
                Decided(suspect=_UNKNOWN, count=3, title="slagen en verwondingen"),
            ),
        ),
    ),
    counts=(
        Count(
            number=1,
            title="voorbereidende handelingen of uithaling (poging)",
            period="van 24 augustus 2020 tot en met 25 augustus 2020",
            place="kaai 206, Leopolddok, fruitkaai; terminal Belgian New Fruit Wharf; haven van Antwerpen",
            articles=(
                "voorbereidende handelingen voor vervaardiging, verkoop, levering, verschaffing of teelt: "
                "art. 2bis, § 6 Drugwet (tekst van 20 maart 2014 tot 1 september 2026; zeker)",
            ),
        ),
        Count(
            number=3,
            title="slagen en verwondingen",
            period="van 24 augustus 2020 tot en met 25 augustus 2020",
            place="kaai 206, Leopolddok, fruitkaai; terminal Belgian New Fruit Wharf; haven van Antwerpen",
            articles=("slagen en verwondingen: art. 398-401 Sw. (1867) (tekst tot 1 september 2026; zeker)",),
        ),
    ),
    form=None,
    conditions=(),
    remaining=("verdachte 1 (s1), 5 personen, identiteit niet gekend, misdrijf 2 (invoer van verdovende middelen): opsporingsonderzoek",),
    injured=("benadeelde persoon 1 (b1)",),
)
