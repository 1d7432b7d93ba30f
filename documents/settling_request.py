"""The request to settle the procedure (verzoek tot regeling van de rechtspleging): a day of the chamber, and who is told."""

from datetime import date
from typing import Annotated

from msgspec import Meta

from documents import legal
from documents.charges import EXAMPLE_PERSON, CourtAsked, JudgeAsked, Row, Suspect
from documents.references import References, ReferencesTyped


class SettlingRequestTyped(ReferencesTyped, frozen=True, kw_only=True):
    judge: JudgeAsked = None
    court: CourtAsked = None
    communicated_on: Annotated[
        date | None, Meta(title="Dossier meegedeeld op", description="Door de onderzoeksrechter aan het parket.")
    ] = None
    requisition_on: Annotated[date | None, Meta(title="Datum van de eindvordering", description="Leeg = zij volgt.")] = None


class Told(Row, frozen=True, kw_only=True):
    """Somebody who is told of the day, with how long the file lies ready for him."""

    #: `verdachte 1`, `burgerlijke partij 1`
    designation: str
    name: str | None
    #: `minderjarig`, why his name is not told; None = it is, or nobody knows it.
    withheld: str | None


class SettlingRequest(References, frozen=True, kw_only=True):
    law: legal.InternalLaw
    #: The chamber that decides, in words.
    chamber: str
    judge: str
    communicated_on: date
    #: The day of the final requisition; None = it follows.
    requisition_on: date | None
    accused: tuple[Suspect, ...]
    told: tuple[Told, ...]
    #: `15 dagen`, or `3 dagen` when one of the accused is detained.
    term: str
    term_article: str
    term_confidence: str
    detained: bool


EXAMPLE = SettlingRequest(
    law=legal.InternalLaw(citation="Art. 127, § 1 en 2 Sv.", confidence="waarschijnlijk"),
    office="havenprocureurs bij het parket Antwerpen",
    office_address=None,
    case_number="HAV-2019-000412",
    notice_numbers=(),
    system_number=None,
    judge_number="2019/154",
    made_on=date(2020, 1, 31),
    annexes=("eindvordering van 30 januari 2020",),
    chamber="raadkamer van de rechtbank van eerste aanleg Antwerpen, afdeling Antwerpen",
    judge="onderzoeksrechter [naam weggelaten in dit voorbeeld]",
    communicated_on=date(2020, 1, 20),
    requisition_on=date(2020, 1, 30),
    accused=(
        EXAMPLE_PERSON,
        Suspect(
            id="s2",
            designation="verdachte 2",
            name=None,
            withheld=True,
            identity=("minderjarig: naam en identiteit staan niet in dit stuk",),
            custody=None,
        ),
    ),
    told=(
        Told(
            designation="verdachte 1",
            name="[naam weggelaten in dit voorbeeld]",
            withheld=None,
        ),
        Told(designation="verdachte 2", name=None, withheld="minderjarig"),
        Told(designation="benadeelde persoon 1", name=None, withheld=None),
    ),
    term="3 dagen",
    term_article="Art. 127 Sv.",
    term_confidence="waarschijnlijk",
    detained=True,
)
