"""The requisition for a judicial inquiry (vordering tot gerechtelijk onderzoek): the facts go to an investigating judge."""

from datetime import date
from typing import Annotated

import msgspec
from msgspec import Meta

from documents import legal
from documents.charges import EXAMPLE_COUNTS, EXAMPLE_PERSON, ChargesTyped, Count, CourtAsked, JudgeAsked, Suspect
from documents.references import References


class JudicialInquiryRequestTyped(ChargesTyped, frozen=True, kw_only=True):
    judge: JudgeAsked = None
    court: CourtAsked = None
    acts: Annotated[tuple[str, ...], Meta(title="Gevraagde onderzoekshandelingen")] = ()


class Ground(msgspec.Struct, frozen=True, kw_only=True):
    title: str
    article: str
    confidence: str


class JudicialInquiryRequest(References, frozen=True, kw_only=True):
    law: legal.InternalLaw
    #: A judge by name, or the dean of the investigating judges.
    judge: str
    #: Of the court where that judge sits.
    court: str
    #: Empty = against X.
    suspects: tuple[Suspect, ...]
    counts: tuple[Count, ...]
    acts: tuple[str, ...]
    #: Statutory grounds for the arrondissement of that court.
    grounds: tuple[Ground, ...]
    #: Why the court is competent where no statutory ground was recorded: who took the risk, and why; None = a ground carries it.
    risk: str | None


EXAMPLE = JudicialInquiryRequest(
    law=legal.InternalLaw(citation="Art. 47 en 61 Sv.", confidence="waarschijnlijk"),
    office="havenprocureurs bij het parket Antwerpen",
    office_address="[adres zoals het parket het inschreef]",
    case_number="HAV-2019-000412",
    notice_numbers=(),
    system_number=None,
    judge_number=None,
    made_on=date(2019, 11, 28),
    annexes=("bevoegdheidsnota van dit register",),
    judge="deken van de onderzoeksrechters",
    court="rechtbank van eerste aanleg Antwerpen, afdeling Antwerpen",
    suspects=(
        EXAMPLE_PERSON,
        Suspect(
            withheld=False,
            id="s2",
            designation="verdachte 2",
            name=None,
            identity=("18 jaar op het ogenblik van de feiten", "woont te Antwerpen, België"),
            custody="gearresteerd",
        ),
    ),
    counts=tuple(msgspec.structs.replace(count, part=None, circumstances=()) for count in EXAMPLE_COUNTS),
    acts=(
        "de verdachten te ondervragen en te beslissen over een bevel tot aanhouding",
        "de in beslag genomen telefoons te laten uitlezen",
    ),
    grounds=(Ground(title="plaats waar de verdachte is gevonden", article="art. 23 Sv.", confidence="zeker"),),
    risk=None,
)
