"""The roll of one chamber on one day (zittingsrol): the cases in their order, for the registry and the door of the courtroom."""

from datetime import date

import msgspec

from documents import legal


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One hearing; of a file that whoever asked does not read only its place is told."""

    number: int
    #: `9.00 uur`
    hour: str
    #: None = a file that is not read by whoever asked.
    case_number: str | None
    notice_number: str | None
    #: Names; a designation for minors and for whoever is not known by name. Empty with a case number = nobody is known.
    suspects: tuple[str, ...]
    counsel: tuple[str, ...]
    #: None = not of a file that is read.
    detained: bool | None


class HearingRoll(msgspec.Struct, frozen=True, kw_only=True):
    law: legal.InternalLaw
    #: Title of the court.
    court: str
    #: Of the court on the day of the sitting; None = not known, and said so.
    address: str | None
    #: `AC4`
    chamber: str
    #: `correctionele kamer`
    kind: str
    day: date
    #: In words, with the places left; `geen zitting volgens de zittingsdagen`.
    occupied: str
    rows: tuple[Row, ...]
    #: Day and hour at which the register was asked.
    made_at: str


EXAMPLE = HearingRoll(
    law=legal.InternalLaw(citation="Gewoonte van de griffies; geen tekst gelezen", confidence="niet nagegaan"),
    court="correctionele rechtbank Antwerpen, afdeling Antwerpen",
    address=None,
    chamber="AC4",
    kind="correctionele kamer",
    day=date(2024, 1, 15),
    occupied="3 van 8 plaatsen ingenomen",
    rows=(
        Row(
            number=1,
            hour="9.00 uur",
            case_number="HAV-2023-000253",
            notice_number=None,
            suspects=("verdachte 1 (s1), naam niet gekend", "verdachte 2 (s2), 2 personen", "verdachte 3 (s3), naam niet gekend"),
            counsel=("Mr. Aa",),
            detained=True,
        ),
        Row(
            number=2,
            hour="10.30 uur",
            case_number="HAV-2020-000127",
            notice_number="AN.60.SP.004711/2019",
            suspects=("verdachte 1 (s1), naam niet gekend",),
            counsel=(),
            detained=False,
        ),
        Row(number=3, hour="11.00 uur", case_number=None, notice_number=None, suspects=(), counsel=(), detained=None),
    ),
    made_at="12 januari 2024 om 16.05 uur",
)
