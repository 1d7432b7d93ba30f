"""The instruction to a service (kantschrift): numbered duties, with a day on which they must be back, of a request that the file holds."""

from datetime import date
from typing import Annotated

from msgspec import Meta

from documents import legal
from documents.references import References, ReferencesTyped


class PoliceInstructionTyped(ReferencesTyped, frozen=True, kw_only=True):
    request: Annotated[
        int | None, Meta(title="Ingeschreven vraag", description="Het kantschrift van dit dossier waarvan dit het stuk is.")
    ] = None
    duties: Annotated[tuple[str, ...], Meta(title="Opdrachten", description="Het stuk nummert ze.")] = ()


class PoliceInstruction(References, frozen=True, kw_only=True):
    law: legal.InternalSayingLaw
    #: The service, as the request names it.
    addressee: str
    #: Of the request in this register.
    request_number: str
    asked_on: date
    #: What the request asks.
    question: str
    duties: tuple[str, ...]
    due_on: date
    #: What it is about, a line for each offence.
    offences: tuple[str, ...]


EXAMPLE = PoliceInstruction(
    law=legal.InternalSayingLaw(
        citation="Art. 28ter Sv.",
        confidence="waarschijnlijk",
        texts=(
            "Na uitvoering terug aan het parket hierboven, met het proces-verbaal van wat gedaan is, per genummerde opdracht.",
            (
                "Dit stuk en wat erbij hoort, dienen alleen deze opdracht. Deel ze niet met "
                "wie er niet aan meewerkt, en verstuur ze alleen langs beveiligde weg."
            ),
        ),
    ),
    office="havenprocureurs bij het parket Antwerpen",
    office_address=None,
    case_number="HAV-2020-000311",
    notice_numbers=(),
    system_number=None,
    judge_number=None,
    made_on=date(2020, 8, 26),
    annexes=(),
    addressee="FGP Antwerpen",
    request_number="7",
    asked_on=date(2020, 8, 26),
    question="camerabeelden en verhoor over het geweld op kaai 206",
    duties=(
        "de camerabeelden van kaai 206 van de nacht van 24 op 25 augustus 2020 te verzamelen en te bekijken",
        "de brandwacht te verhoren zodra zijn toestand het toelaat",
        "na te gaan welke container de daders zochten, en sinds wanneer hij er stond",
    ),
    due_on=date(2020, 9, 25),
    offences=(
        "voorbereidende handelingen of uithaling (poging), van 24 augustus 2020 tot en met 25 augustus 2020, kaai 206, Leopolddok",
        "slagen en verwondingen, van 24 augustus 2020 tot en met 25 augustus 2020, kaai 206, Leopolddok, fruitkaai",
    ),
)
