"""The final requisition (eindvordering): what the prosecutor asks of the chamber in council, for each accused and each count."""

from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from documents import legal
from documents.charges import EXAMPLE_COUNTS, EXAMPLE_PERSON, ChargesTyped, CircumstancesAsked, Count, CourtAsked, JudgeAsked, Row, Suspect
from documents.references import References
from documents.typed import Text

#: What can be asked for an accused on a count.
OUTCOMES = {
    "referral": "verwijzing",
    "nonProsecution": "buitenvervolgingstelling",
    "internment": "internering",
    "suspension": "opschorting",
    "assizes": "overzending naar de kamer van inbeschuldigingstelling, om naar het hof van assisen te worden verwezen",
}
_PAIRS = "Alleen wie en waarvoor het anders is dan hierboven: verdachte/feit, zoals s2/1, of X/1 waar niemand gekend is."


class FinalRequisitionTyped(ChargesTyped, frozen=True, kw_only=True):
    judge: JudgeAsked = None
    court: CourtAsked = None
    outcome: Annotated[
        Literal["referral", "nonProsecution", "internment", "suspension", "assizes"] | None,
        Meta(title="Gevorderd", description="Voor iedereen en elk feit, behalve wat hieronder staat."),
    ] = None
    referral_for: Annotated[tuple[str, ...], Meta(title="Verwijzing voor", description=_PAIRS)] = ()
    non_prosecution_for: Annotated[tuple[str, ...], Meta(title="Buitenvervolgingstelling voor", description=_PAIRS)] = ()
    internment_for: Annotated[tuple[str, ...], Meta(title="Internering voor", description=_PAIRS)] = ()
    suspension_for: Annotated[tuple[str, ...], Meta(title="Opschorting voor", description=_PAIRS)] = ()
    assizes_for: Annotated[tuple[str, ...], Meta(title="Naar het hof van assisen voor", description=_PAIRS)] = ()
    circumstances: CircumstancesAsked = ()
    mitigating: Annotated[
        tuple[str, ...],
        Meta(
            title="Verzachtende omstandigheden",
            description="Alleen tot het nieuwe Strafwetboek, om een misdaad te correctionaliseren.",
        ),
    ] = ()
    confiscations: Annotated[
        tuple[str, ...],
        Meta(title="Gevorderde verbeurdverklaring", description="Elke zaak met waarom; leeg = geen vordering."),
    ] = ()
    connexity: Annotated[Text | None, Meta(title="Samenhang", description="Wat de feiten verbindt, onderling en met andere dossiers.")] = (
        None
    )


class Requested(Row, frozen=True, kw_only=True):
    """What is asked for one accused on one count."""

    #: X = nobody is known for the count.
    person: str
    #: `verdachte 1`; None = nobody is known.
    designation: str | None
    count: int
    title: str
    #: verwijzing, buitenvervolgingstelling, internering, opschorting, or the indictment chamber with the court of assize
    outcome: str


class FinalRequisition(References, frozen=True, kw_only=True):
    law: legal.ChargingLaw
    #: The chamber that decides, in words.
    chamber: str
    judge: str
    #: Where those who are referred go; None = nobody is.
    court: str | None
    accused: tuple[Suspect, ...]
    counts: tuple[Count, ...]
    requested: tuple[Requested, ...]
    #: As the maker typed them; empty = not needed or not possible.
    mitigating: tuple[str, ...]
    #: The act of 4 October 1867; None = no mitigating circumstance is pleaded.
    mitigating_article: str | None
    confiscations: tuple[str, ...]
    #: What ties the counts, and with other files; None = nothing was recorded.
    connexity: str | None


EXAMPLE = FinalRequisition(
    law=legal.ChargingLaw(citation="Art. 127-130 Sv.", confidence="waarschijnlijk", confiscation="art. 43bis Sw. (1867)"),
    office="havenprocureurs bij het parket Antwerpen",
    office_address=None,
    case_number="HAV-2019-000412",
    notice_numbers=(),
    system_number=None,
    judge_number="2019/154",
    made_on=date(2020, 1, 30),
    annexes=(),
    chamber="raadkamer van de rechtbank van eerste aanleg Antwerpen, afdeling Antwerpen",
    judge="onderzoeksrechter [naam weggelaten in dit voorbeeld]",
    court="correctionele rechtbank Antwerpen, afdeling Antwerpen",
    accused=(
        EXAMPLE_PERSON,
        Suspect(
            withheld=False,
            id="s2",
            designation="verdachte 2",
            name="[naam weggelaten in dit voorbeeld]",
            identity=("18 jaar op het ogenblik van de feiten", "woont te Antwerpen, België"),
            custody=None,
        ),
    ),
    counts=tuple(msgspec.structs.replace(count, part=None) for count in EXAMPLE_COUNTS),
    requested=(
        Requested(person="s1", designation="verdachte 1", count=1, title=EXAMPLE_COUNTS[0].title, outcome="verwijzing"),
        Requested(person="s1", designation="verdachte 1", count=2, title=EXAMPLE_COUNTS[1].title, outcome="verwijzing"),
        Requested(person="s2", designation="verdachte 2", count=1, title=EXAMPLE_COUNTS[0].title, outcome="verwijzing"),
        Requested(person="s2", designation="verdachte 2", count=2, title=EXAMPLE_COUNTS[1].title, outcome="buitenvervolgingstelling"),
    ),
    mitigating=(),
    mitigating_article=None,
    confiscations=(),
    connexity="de feiten werden op dezelfde plaats en in dezelfde nacht gepleegd, het ene om het andere te vergemakkelijken (art. 227 Sv.)",
)
