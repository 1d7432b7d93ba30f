"""What a summons before the correctional court says, direct or after a referral: who, where, for what, with which rights."""

from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from documents import legal
from documents.charges import (
    EXAMPLE_COUNTS_FOR_PARTY,
    EXAMPLE_DEFENDANT,
    ChargesTyped,
    CircumstancesAsked,
    Count,
    Person,
)
from documents.references import References
from documents.typed import Short

PARTS = {"perpetrator": "Dader of mededader", "accomplice": "Medeplichtige"}


class SummonsTyped(ChargesTyped, frozen=True, kw_only=True):
    hearing: Annotated[int | None, Meta(title="Zitting", description="Een zitting die voor dit dossier bepaald is.")] = None
    hearing_place: Annotated[
        Short | None,
        Meta(title="Plaats van de zitting", description="Gebouw, adres en zaal. Leeg: het ingeschreven adres van de rechtbank."),
    ] = None
    part: Annotated[Literal["perpetrator", "accomplice"] | None, Meta(title="Hoedanigheid", description="Voor alle feiten.")] = None
    other_part: Annotated[
        tuple[str, ...], Meta(title="Feiten met de andere hoedanigheid", description="Waar hij niet is wat hierboven staat.")
    ] = ()
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
    leave: Annotated[
        Short | None,
        Meta(
            title="Verlof van de voorzitter",
            description="Datum en nummer; nodig bij drie dagen voor wie niet aangehouden is.",
        ),
    ] = None


class Hearing(msgspec.Struct, frozen=True, kw_only=True):
    court: str
    chamber: str
    day: date
    #: `9.00 uur`
    hour: str
    #: Building and room.
    place: str


class Notice(msgspec.Struct, frozen=True, kw_only=True):
    """The time between the service and the hearing."""

    #: `10 dagen (art. 184 Sv.)`
    term: str
    #: `verlengd met 15 dagen`, for a residence abroad; None = it is not.
    distance: str | None
    #: Of the president, where the term is short and the defendant is not detained; None = not needed.
    leave: str | None
    serve_by: date


class Summons(References, frozen=True, kw_only=True):
    defendant: Person
    law: legal.SummonsLaw
    hearing: Hearing
    notice: Notice
    counts: tuple[Count, ...]
    #: The others called for the same counts, adults by name: minors by their part only.
    together_with: tuple[str, ...]
    #: Why a crime goes before the correctional court, as the maker typed it; empty = not needed or not possible.
    mitigating: tuple[str, ...]
    #: The written claim of the prosecution, as the maker typed it.
    confiscations: tuple[str, ...]


EXAMPLE_LAW = legal.SummonsLaw(
    citation="Art. 145-146 en 182-184 Sv.",
    texts=(
        "U hebt recht op een advocaat, die u bijstaat voor en op de zitting.",
        "U en uw advocaat mogen het strafdossier voor de zitting inzien op de griffie van de rechtbank.",
        "Komt u niet en laat u zich niet vertegenwoordigen, dan kan de rechtbank bij verstek vonnissen.",
    ),
    confiscation="art. 43bis Sw. (1867)",
)
EXAMPLE_HEARING = Hearing(
    court="correctionele rechtbank Antwerpen, afdeling Antwerpen",
    chamber="AC4",
    day=date(2020, 3, 12),
    hour="9.00 uur",
    place="gerechtsgebouw, zaal zoals op de rol van de griffie",
)
EXAMPLE_NOTICE = Notice(term="3 dagen (art. 184 Sv.)", distance=None, leave=None, serve_by=date(2020, 3, 6))


def example() -> dict[str, object]:
    """The fields of the example that both kinds share."""
    return {
        "law": EXAMPLE_LAW,
        "office": "havenprocureurs bij het parket Antwerpen",
        "office_address": "[adres zoals het parket het inschreef]",
        "case_number": "HAV-2019-000412",
        "notice_numbers": (),
        "system_number": None,
        "judge_number": None,
        "made_on": date(2020, 2, 20),
        "annexes": ("kopie van het proces-verbaal van aanhouding",),
        "defendant": EXAMPLE_DEFENDANT,
        "hearing": EXAMPLE_HEARING,
        "notice": EXAMPLE_NOTICE,
        "counts": EXAMPLE_COUNTS_FOR_PARTY,
        "together_with": ("verdachte 2, [naam weggelaten in dit voorbeeld]",),
        "mitigating": (),
        "confiscations": ("de in beslag genomen kniptang en de rugzakken, als zaken die gediend hebben om het misdrijf te plegen",),
    }
