"""The notice of an act outside the district (kennisgeving art. 23, tweede lid Sv.) to the office of the place where it is done."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta

from documents import legal
from documents.references import LINE, References, ReferencesTyped

Stage = Literal["planned", "done"]
LITERALS_NL: dict[str, dict[str, str]] = {"stage": {"planned": "zal gebeuren", "done": "is gebeurd"}}


class Article23NoticeTyped(ReferencesTyped, frozen=True, kw_only=True):
    act: Annotated[str, Meta(title="Handeling", description="Wat het parket doet of laat doen.", max_length=1000)] | None = None
    stage: Annotated[Stage, Meta(title="Stand van de handeling")] | None = None
    place: (
        Annotated[str, Meta(title="Plaats", description="Terminal, kaai, straat en nummer: waar de handeling gebeurt.", max_length=400)]
        | None
    ) = None
    municipality: (
        Annotated[str, Meta(title="Gemeente", description="Bepaalt welk parket de kennisgeving krijgt.", max_length=LINE)] | None
    ) = None
    acted_on: Annotated[date, Meta(title="Dag van de handeling")] | None = None
    acted_at: Annotated[str, Meta(title="Uur", description="Leeg: niet gekend.", max_length=40)] | None = None
    carried_out_by: Annotated[str, Meta(title="Dienst die ze uitvoert", description="Leeg: niet gekend.", max_length=LINE)] | None = None
    contact: (
        Annotated[str, Meta(title="Contact bij het parket", description="Wie antwoordt: functie, telefoon of mail.", max_length=LINE)]
        | None
    ) = None


class Article23Notice(References, frozen=True, kw_only=True):
    law: legal.SecretSayingLaw
    #: Title of the office of the district where it is done.
    to_office: str
    #: `arrondissement Oost-Vlaanderen`
    district: str
    act: str
    done: bool
    place: str
    municipality: str
    acted_on: date
    acted_at: str | None
    carried_out_by: str | None
    contact: str
    #: Titles of the offences, a line each.
    offences: tuple[str, ...]


EXAMPLE = Article23Notice(
    law=legal.SecretSayingLaw(
        citation="Art. 23, tweede lid Sv.",
        confidence="zeker",
        secrecy="art. 28quinquies Sv.",
        texts=(
            (
                "Wie buiten zijn arrondissement een handeling stelt of laat stellen, brengt "
                "de procureur des Konings van die plaats daarvan op de hoogte."
            ),
        ),
    ),
    office="havenprocureurs bij het parket Antwerpen",
    office_address=None,
    case_number="HAV-2020-000101",
    notice_numbers=(),
    system_number=None,
    judge_number=None,
    made_on=date(2020, 1, 10),
    annexes=(),
    to_office="parket Oost-Vlaanderen, afdeling Dendermonde",
    district="arrondissement Oost-Vlaanderen",
    act="arrestatie van een havenarbeider op zijn werk en doorzoeking van zijn kleedkast en voertuig",
    done=True,
    place="MPET-terminal, kaai 1742, Deurganckdok",
    municipality="Beveren",
    acted_on=date(2020, 1, 10),
    acted_at=None,
    carried_out_by="federale politie, FGP Antwerpen",
    contact="havenprocureur van dienst",
    offences=("invoer van verdovende middelen",),
)
