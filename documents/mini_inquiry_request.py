"""The requisition for one act of inquiry (mini-instructie): asked of a judge without a judicial inquiry."""

from datetime import date
from typing import Annotated

import msgspec
from msgspec import Meta

from documents import legal
from documents.charges import EXAMPLE_COUNTS, ChargesTyped, Count, CourtAsked, JudgeAsked, Suspect
from documents.references import References
from documents.typed import Short, Text


class MiniInquiryRequestTyped(ChargesTyped, frozen=True, kw_only=True):
    judge: JudgeAsked = None
    court: CourtAsked = None
    kind_of_act: Annotated[
        Short | None, Meta(title="Soort handeling", description="Wat uitgesloten is, staat erbij; elke andere schrijft u uit.")
    ] = None
    act: Annotated[Text | None, Meta(title="De ene gevraagde handeling", description="Wat de rechter moet doen, precies.")] = None
    reason: Annotated[Text | None, Meta(title="Waarom zij nodig is")] = None
    not_excluded: Annotated[
        Text | None,
        Meta(
            title="Waarom het geen uitgesloten handeling is",
            description="Alleen waar uw woorden op een uitgesloten handeling lijken; het staat in de vordering. Haar naam wordt geweigerd.",
        ),
    ] = None


class MiniInquiryRequest(References, frozen=True, kw_only=True):
    law: legal.InternalSayingLaw
    judge: str
    court: str
    #: The one act that is asked for.
    act: str
    #: Why it is none that a mini-instruction cannot ask, where its words could be taken for one; None = they could not.
    not_excluded: str | None
    #: Why it is needed.
    reason: str
    #: The acts that can never be asked so, as the law of the day lists them.
    excluded: tuple[str, ...]
    #: The requisition before it in the same file, whose judge this one goes to; None = this is the first.
    earlier: str | None
    #: Empty = against X.
    suspects: tuple[Suspect, ...]
    counts: tuple[Count, ...]


EXAMPLE = MiniInquiryRequest(
    law=legal.InternalSayingLaw(
        citation="Art. 28septies Sv.",
        confidence="zeker",
        texts=(
            "Deze vordering maakt de zaak bij de onderzoeksrechter aanhangig zonder gerechtelijk onderzoek.",
            "Na uitvoering komt het dossier terug bij het parket.",
            "De onderzoeksrechter kan de zaak aan zich houden en zelf het onderzoek voortzetten.",
            "Tegen die beslissing staat geen rechtsmiddel open.",
        ),
    ),
    office="havenprocureurs bij het parket Antwerpen",
    office_address=None,
    case_number="HAV-2020-000018",
    notice_numbers=(),
    system_number=None,
    judge_number=None,
    made_on=date(2020, 1, 14),
    annexes=("bevoegdheidsnota van dit register",),
    judge="dienstdoende onderzoeksrechter",
    court="rechtbank van eerste aanleg Antwerpen, afdeling Antwerpen",
    act="de telefoongegevens op te vragen van de nummers die in bijlage staan, van 1 tot en met 30 november 2019",
    not_excluded=None,
    reason="het dossier werd pas in januari overgedragen; de gegevens zijn nodig om te zien wie rond de lading was",
    excluded=(
        "bevel tot aanhouding",
        "volledig anonieme getuige",
        "afluisteren (art. 90ter)",
        "handeling van art. 56bis, § 2",
        "inkijkoperatie (art. 89ter)",
        "huiszoeking",
    ),
    earlier=None,
    suspects=(),
    counts=(
        msgspec.structs.replace(
            EXAMPLE_COUNTS[0],
            title="invoer van verdovende middelen",
            period="in november 2019",
            place="kaai 730, Bevrijdingsdok, Antwerpse haven",
            part=None,
            qualifications=(
                "in-, uit- en doorvoer, bezit, verkoop enz. van verdovende middelen of psychotrope stoffen: "
                "art. 2bis, § 1 Drugwet (tekst van 6 oktober 2017 tot 1 september 2026; zeker)",
            ),
            aggravating=(),
            circumstances=(),
            remarks=(),
        ),
    ),
)
