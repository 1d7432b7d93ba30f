"""The motives of a dismissal (seponering), as dated data: art. 28quater Sv. makes the prosecutor name one; pure."""

from datetime import date
from typing import Literal

import msgspec

Sort = Literal["technical", "opportunity"]
Confidence = Literal["sure", "likely", "unverified"]

#: The duty to name a motive was read; the list was not found again: its order and words are likely, its codes unverified.
SOURCE = "art. 28quater Sv.; lijst van omzendbrief COL 12/98 van het College van procureurs-generaal, later herzien"


class Motive(msgspec.Struct, frozen=True, kw_only=True):
    code: str
    title_nl: str
    sort: Sort
    #: None = as far back as this list is used.
    in_force_from: date | None = None
    #: The first day on which it no longer applies.
    in_force_until: date | None = None
    words_confidence: Confidence = "likely"
    code_confidence: Confidence = "unverified"

    def covers(self, day: date) -> bool:
        started = self.in_force_from is None or self.in_force_from <= day
        return started and (self.in_force_until is None or day < self.in_force_until)


def _listed(sort: Sort, first: int, *titles: str) -> tuple[Motive, ...]:
    return tuple(Motive(code=f"{first + at:02}", title_nl=title, sort=sort) for at, title in enumerate(titles))


MOTIVES: tuple[Motive, ...] = (
    *_listed(
        "technical",
        1,
        "geen misdrijf",
        "onvoldoende bewijzen",
        "verjaring",
        "overlijden van de dader",
        "intrekking van de klacht (klachtmisdrijf)",
        "amnestie",
        "onbevoegdheid",
        "kracht van gewijsde",
        "immuniteit",
        "strafuitsluitende verschoningsgrond",
        "afwezigheid van klacht",
        "dader(s) onbekend",
    ),
    *_listed(
        "opportunity",
        13,
        "beperkte maatschappelijke weerslag",
        "toestand geregulariseerd",
        "misdrijf van relationele aard",
        "nadeel gering",
        "redelijke termijn overschreden",
        "afwezigheid van voorgaanden",
        "toevallige feiten met oorzaak in specifieke omstandigheden",
        "jeugdige leeftijd",
        "wanverhouding tussen gevolgen van de strafvervolging en maatschappelijke verstoring",
        "houding van het slachtoffer",
        "vergoeding van het slachtoffer",
        "te weinig recherchecapaciteit",
        "andere prioriteiten bij het opsporings- en vervolgingsbeleid",
    ),
)


def motives_on(day: date) -> dict[str, Motive]:
    return {motive.code: motive for motive in MOTIVES if motive.covers(day)}
