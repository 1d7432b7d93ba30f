"""The notice of a dismissal to one declared injured person (art. 5bis V.T.Sv.): the facts and the motive, and nobody else of the file."""

from datetime import date
from typing import Annotated

from msgspec import Meta

from documents import legal
from documents.references import LINE, Addressee, References, ReferencesTyped, Row


class DismissalNoticeTyped(ReferencesTyped, frozen=True, kw_only=True):
    counts: Annotated[
        tuple[str, ...],
        Meta(title="Feiten die hem aangaan", description="Alleen deze staan in de brief. Leeg kan alleen als er maar één is."),
    ] = ()
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
    contact: (
        Annotated[str, Meta(title="Wie vragen beantwoordt", description="Dienst, telefoon of mail van het parket.", max_length=LINE)] | None
    ) = None


class Dropped(Row, frozen=True, kw_only=True):
    """A count that is not prosecuted, for one motive."""

    title: str | None
    period: str | None
    place: str | None
    #: Of nobody in the file is it prosecuted any more, by this one decision.
    whole: bool
    #: Of nobody either, but by more than one decision: of others for another motive or on another day.
    apart: bool
    #: The motive in words.
    motive: str
    code: str
    technical: bool
    decided_on: date


class DismissalNotice(References, frozen=True, kw_only=True):
    law: legal.DismissalNoticeLaw
    to: Addressee
    #: He is a minor: the letter goes to who stands for him, and his name stands nowhere.
    minor: bool
    dropped: tuple[Dropped, ...]
    contact: str


EXAMPLE = DismissalNotice(
    law=legal.DismissalNoticeLaw(
        citation="Art. 28quater Sv.; art. 3bis en 5bis V.T.Sv.",
        texts=(
            "Een seponering is herroepbaar: het onderzoek kan worden heropend zolang de strafvordering niet vervallen is.",
            "U kunt u laten bijstaan of vertegenwoordigen door een advocaat.",
            "U kunt elk document dat u nuttig acht bij het dossier laten voegen.",
            "U kunt vragen het dossier in te zien en er een afschrift van te krijgen.",
            "U wordt ervan verwittigd als later een gerechtelijk onderzoek begint of een rechtsdag wordt bepaald.",
        ),
        injured_person="art. 5bis V.T.Sv.",
    ),
    office="havenprocureurs bij het parket Antwerpen",
    office_address=None,
    case_number="HAV-2020-000115",
    notice_numbers=(),
    system_number=None,
    judge_number=None,
    made_on=date(2021, 3, 16),
    annexes=(),
    to=Addressee(
        name="[naam van de benadeelde]", designation="benadeelde persoon 1 (b1)", address="[straat en nummer, postcode en gemeente]"
    ),
    minor=False,
    dropped=(
        Dropped(
            title="slagen en verwondingen",
            period="van 24 augustus 2020 tot en met 25 augustus 2020",
            place="kaai 206, Leopolddok, fruitkaai; haven van Antwerpen",
            whole=True,
            apart=False,
            motive="dader(s) onbekend",
            code="12",
            technical=True,
            decided_on=date(2021, 3, 15),
        ),
    ),
    contact="dienst slachtofferonthaal van het parket",
)
