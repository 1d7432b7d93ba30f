"""What stands behind each offence of a file, to read: the law at the facts, the law of today, and what is left open between them."""

from datetime import date

import msgspec

from docket.cases import facts_of
from docket.contract import Report
from docket.web import words
from documents import words as spelled
from routing import Days, Law, PenalText, Qualification, Qualifications, qualifications

MISSING = {"committedFrom": "de eerste dag van de feiten", "committedUntil": "de laatste dag van de feiten"}
NO_LIMITATION = {
    "levelsNotRead": "verjaring van het strafniveau niet gelezen",
    "penaltyNotHeld": "verjaring niet te zeggen: de strafmaat staat niet in de catalogus",
    "attempt": "verjaring niet te zeggen: het is een poging",
    "specialLawNotConverted": "verjaring niet te zeggen: de omzetting naar strafniveaus is niet gelezen",
}
CORRECTIONAL = {
    "alreadyMisdemeanour": "al een wanbedrijf",
    "unknown": "correctionaliseerbaar: niet nagegaan",
    "abolished": "correctionalisering bestaat niet meer",
}
LENGTHS = {"d": ("dag", "dagen"), "m": ("maand", "maanden"), "y": ("jaar", "jaar")}


class TextView(msgspec.Struct, frozen=True, kw_only=True):
    """One wording in words."""

    citation: str
    source: str
    period: str
    penalty: str
    #: Limitation, correctionalisation, tap list, remark.
    notes: tuple[str, ...]
    confidence: str


class ProvisionView(msgspec.Struct, frozen=True, kw_only=True):
    title: str
    code: str
    condition: str
    at_facts: tuple[TextView, ...]
    #: Why no wording, or not on every day.
    standing: str
    today: TextView | None
    #: The milder law is an open question.
    open: bool


class OffenceView(msgspec.Struct, frozen=True, kw_only=True):
    title: str
    days: str
    #: What the reader must know before the table: both periods, a missing fact, the open question.
    notes: tuple[str, ...]
    absent: str
    main: tuple[ProvisionView, ...]
    #: Variants and aggravated forms.
    others: tuple[ProvisionView, ...]


class QualificationsView(msgspec.Struct, frozen=True, kw_only=True):
    today: date
    offences: tuple[OffenceView, ...]


def view(report: Report, entered_on: date, today: date, law: Law) -> QualificationsView:
    """`report` has an id on every row."""
    facts = facts_of(report, entered_on)
    titles = words.of_law(law)
    found = (qualifications(offence, today, law, known_by=facts.received_on) for offence in facts.offences)
    return QualificationsView(today=today, offences=tuple(_offence(number, each, titles) for number, each in enumerate(found, start=1)))


def _offence(number: int, found: Qualifications, titles: words.LawTitles) -> OffenceView:
    title = words.title(titles.offences, found.offence) or "misdrijf niet vermeld"
    provisions = [(one, _provision(one)) for one in found.provisions]
    return OffenceView(
        title=f"Misdrijf {number}: {title[:1].lower()}{title[1:]}" + (" (poging)" if found.attempt else ""),
        days=_days(found.committed),
        notes=_notes(found),
        absent=_absent(found),
        main=tuple(shown for one, shown in provisions if one.aspect == "basic"),
        others=tuple(shown for one, shown in provisions if one.aspect != "basic"),
    )


def _absent(found: Qualifications) -> str:
    if not found.not_in_catalogue:
        return ""
    return "Niet in de catalogus" + (f": {found.remark_nl}" if found.remark_nl else "") + ". De magistraat kiest de wetsbepaling."


def _notes(found: Qualifications) -> tuple[str, ...]:
    notes = []
    if found.both_periods and found.provisions:
        notes.append(
            f"De feiten kunnen aan beide kanten van {found.switch_day:%d/%m/%Y} liggen, de eerste dag van het nieuwe Strafwetboek: "
            "beide teksten staan hieronder."
        )
    if found.missing:
        notes.append(
            f"Ontbreekt: {' en '.join(MISSING[name] for name in found.missing)}. Zonder die dag blijven alle mogelijke teksten staan."
        )
    if found.milder_law is not None:
        certain = words.title(words.CONFIDENCES, found.milder_law.confidence)
        notes.append(
            f"Mildere wet: open vraag ({found.milder_law.article}; {certain}). "
            "De tekst bij de feiten en die van vandaag verschillen; het register kiest niet."
        )
    if found.provisions and (found.attempt or found.offence == "attemptedMurder"):
        notes.append("Poging: de strafmaten zijn die van het voltooide misdrijf.")
    return tuple(notes)


def _provision(one: Qualification) -> ProvisionView:
    return ProvisionView(
        title=one.title_nl,
        code=one.provision,
        condition=one.condition_nl or "",
        at_facts=tuple(_text(text) for text in one.at_facts),
        standing=_standing(one),
        today=_text(one.on_day) if one.on_day is not None else None,
        open=one.milder_law_open,
    )


def _standing(one: Qualification) -> str:
    since = f"{one.offence_since:%d/%m/%Y}" if one.offence_since else ""
    match one.standing:
        case "inForce":
            return ""
        case "notYetAnOffence":
            return f"Nog geen misdrijf bij de feiten: pas strafbaar vanaf {since}."
        case "inForceOnSomeDays":
            return f"Niet op elke mogelijke dag van de feiten een misdrijf: pas strafbaar vanaf {since}."
        case "olderWordingNotHeld":
            return "De oudere tekst staat niet in de catalogus."


def _text(text: PenalText) -> TextView:
    limitation = text.limitation
    notes = [
        f"Verjaart na {limitation.years} jaar ({limitation.title_nl}; {words.title(words.CONFIDENCES, limitation.confidence)})"
        if limitation is not None
        else _capital(NO_LIMITATION[text.no_limitation or "penaltyNotHeld"]),
        _capital(CORRECTIONAL[text.correctional]),
    ]
    if text.on_tap_list is not None:
        notes.append("Op de taplijst (art. 90ter Sv.)" if text.on_tap_list else "Niet op de taplijst (art. 90ter Sv.)")
    if text.remark_nl:
        notes.append(_capital(text.remark_nl))
    return TextView(
        citation=text.citation,
        source=text.source,
        period=_period(text.in_force_from, text.in_force_until),
        penalty=_penalty(text),
        notes=tuple(notes),
        confidence=words.title(words.CONFIDENCES, text.confidence),
    )


def _penalty(text: PenalText) -> str:
    penalty = text.penalty
    if penalty.words_nl:
        return penalty.words_nl
    if penalty.level is not None:
        return f"strafniveau {penalty.level}" + (f" tot {penalty.level_to}" if penalty.level_to else "")
    parts = []
    if penalty.prison_from and penalty.prison_to:
        parts.append(_lengths(penalty.prison_from, penalty.prison_to))
    if penalty.fine_from_eur is not None and penalty.fine_to_eur is not None:
        parts.append(f"{spelled.number(penalty.fine_from_eur)} tot {spelled.euro(penalty.fine_to_eur)} (zonder opdeciemen)")
    return ", ".join(parts) or "strafmaat niet in de catalogus"


def _lengths(shortest: str, longest: str) -> str:
    return "levenslang" if longest == "life" else f"{_length(shortest)} tot {_length(longest)}"


def _length(duration: str) -> str:
    number, unit = duration.split()
    return f"{number} {LENGTHS[unit][number != '1']}"


def _days(committed: Days) -> str:
    first, last = committed.first, committed.last
    if first is None and last is None:
        return "dag van de feiten niet gekend"
    if first is None:
        return f"ten laatste op {last:%d/%m/%Y}, begin niet gekend"
    if last is None:
        return f"vanaf {first:%d/%m/%Y}, einde niet gekend"
    return f"{first:%d/%m/%Y}" if first == last else f"{first:%d/%m/%Y} tot en met {last:%d/%m/%Y}"


def _period(start: date | None, until: date | None) -> str:
    return " ".join(part for part in (f"vanaf {start:%d/%m/%Y}" if start else "", f"tot {until:%d/%m/%Y}" if until else "") if part)


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
