"""The inventory of seizures with their deposit at the registry (inventaris, neerlegging ter griffie): art. 35-37 and 39bis Sv."""

from datetime import date
from typing import Annotated

import msgspec
from msgspec import Meta

from documents import legal
from documents.references import References, ReferencesTyped
from documents.typed import Line, Short, Text


class SeizureInventoryTyped(ReferencesTyped, frozen=True, kw_only=True):
    registry: Annotated[
        Short | None,
        Meta(
            title="Griffie van neerlegging",
            description="Leeg = de griffie van de rechtbank die volgens de beslissing bevoegd is.",
        ),
    ] = None
    finders: Annotated[
        tuple[Line, ...],
        Meta(
            title="Vinders",
            description=(
                "Een regel per voorwerp: nummer, dubbelpunt, de dienst die het vond, zonder naam, zoals “g2: douane”; "
                "“alle: douane” geldt voor wat geen eigen regel heeft."
            ),
        ),
    ] = ()
    report_numbers: Annotated[
        tuple[Line, ...],
        Meta(
            title="Processen-verbaal van inbeslagneming",
            description=(
                "Een regel per voorwerp: nummer, dubbelpunt, nummer van het proces-verbaal; “alle: …” geldt voor de andere. "
                "Mag leeg als het dossier één notitienummer heeft."
            ),
        ),
    ] = ()
    owners: Annotated[
        tuple[Line, ...],
        Meta(title="Eigenaars", description="Een regel per voorwerp: nummer, dubbelpunt, eigenaar, zoals “g2: een rederij”."),
    ] = ()
    positions: Annotated[
        tuple[Line, ...],
        Meta(title="Ligging", description="Een regel per voorwerp: nummer, dubbelpunt, waar het lag, zoals “g1: rij 4, tweede laag”."),
    ] = ()
    remark: Annotated[Text | None, Meta(title="Opmerking bij de neerlegging")] = None


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the inventory; None = not known."""


class Item(Row, frozen=True, kw_only=True):
    #: Of the register: `g1`.
    number: str
    #: Kind and description.
    what: str
    quantity: str | None
    gross: str | None
    #: As the laboratory weighed it, or as reported.
    net: str | None
    seal: str | None
    place: str
    container: str | None
    #: Position on the quay or in the container.
    position: str | None
    finder: str
    owner: str | None
    report_number: str
    #: Registry, COIV, laboratory, or where it is kept now.
    destination: str | None
    #: Where it stands: seized, to be destroyed, returned ...
    status: str


class Drugs(Row, frozen=True, kw_only=True):
    """What art. 28nonies Sv. and art. 4, § 7 Drugwet ask of drugs beside the rest."""

    number: str
    sample: str | None
    #: Destruction decided, by whom and when.
    destruction: str | None


class SeizureInventory(References, frozen=True, kw_only=True):
    law: legal.InternalLaw
    #: `de griffie van de correctionele rechtbank ...`
    registry: str
    items: tuple[Item, ...]
    drugs: tuple[Drugs, ...]
    remark: str | None


EXAMPLE = SeizureInventory(
    law=legal.InternalLaw(citation="Art. 35-37 en 39bis Sv.; drugs: art. 28nonies Sv. en art. 4, § 7 Drugwet", confidence="waarschijnlijk"),
    office="havenprocureurs bij het parket Antwerpen",
    office_address=None,
    case_number="HAV-2023-000253",
    notice_numbers=(),
    system_number=None,
    judge_number=None,
    made_on=date(2023, 5, 16),
    annexes=(),
    registry="de griffie van de correctionele rechtbank Antwerpen, afdeling Antwerpen",
    items=(
        Item(
            number="g1",
            what="drugs: cocaïne",
            quantity=None,
            gross=None,
            net="333 kg",
            seal="[nummer van het zegel]",
            place="plaats p1: haventerminal in de Waaslandhaven; haven van Antwerpen",
            container=None,
            position="in de laadruimte van een touringcar",
            finder="scheepvaartpolitie",
            owner=None,
            report_number="[nummer van het proces-verbaal]",
            destination="laboratorium",
            status="in beslag",
        ),
        Item(
            number="g2",
            what="voertuig: touringcar",
            quantity="1 touringcar",
            gross=None,
            net=None,
            seal=None,
            place="plaats p1: haventerminal in de Waaslandhaven; haven van Antwerpen",
            container=None,
            position=None,
            finder="scheepvaartpolitie",
            owner=None,
            report_number="[nummer van het proces-verbaal]",
            destination=None,
            status="teruggegeven",
        ),
    ),
    drugs=(Drugs(number="g1", sample=None, destruction=None),),
    remark=None,
)
