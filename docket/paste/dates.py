"""Finds days, months, years and periods, and what they are the date of; a day without year stays doubtful."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from docket.paste.proposal import Fact, Found
from docket.paste.words import MONTHS, WEEKDAYS, alternatives

_MONTH = rf"(?:{alternatives(MONTHS)})\.?"
_WEEKDAY = rf"(?:(?:{alternatives(WEEKDAYS)})(?:avond|nacht|ochtend|morgen|middag|namiddag)?,?\s+)?"
_DAY = r"\d{1,2}(?:e|ste|de|er|st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d{2}"
_FREE = r"(?<![\d./:-])"
_SHUT = r"(?![\d/:]|[.-]\d)"

_ISO = re.compile(rf"{_FREE}({_YEAR})-(\d{{2}})-(\d{{2}})(?!\d)")
_NUMERIC = re.compile(rf"{_FREE}(\d{{1,2}})([/.-])(\d{{1,2}})\2({_YEAR}|\d{{2}}){_SHUT}")
_WRITTEN = re.compile(rf"\b({_WEEKDAY})({_DAY})\s+(?:van\s+|of\s+)?({_MONTH})(?:[\s,]+({_YEAR})\b)?")
_ENGLISH = re.compile(rf"\b({_WEEKDAY})({_MONTH})\s+({_DAY})(?:,?\s+({_YEAR})\b)(?!\s*k)")
_MONTH_YEAR = re.compile(rf"\b({_MONTH})\s+(?:van\s+|of\s+)?({_YEAR})\b(?!\s*(?:kg|kilo|euro))")
_LONE_YEAR = re.compile(
    r"(?:(?<=\u00b0)|(?<=\u00b0 )|\b(?:in|begin|eind|einde|medio|midden|sinds|sedert|vanaf|"
    r"voorjaar|zomer|najaar|herfst|winter|lente|en|depuis|since|jaar)\s+)"
    rf"(?:van\s+|de\s+)?({_YEAR})\b(?!\s*(?:kg|kilo|ton|euro|pak|stuk|blok)|[.,/]\d)"
)

_TIME = r"(?:,?\s*(?:(?:om|te|vanaf|a|at)\s+)?\d{1,2}\s?(?:[:.]\s?\d{2}(?:\s?(?:uur|u\b\.?|h\b))?|[uh]\s?(?:\d{2})?(?:ur\b)?))?"
_JOIN = rf"{_TIME}\s*(?:op|tot en met|tot|t\.?e\.?m\.?|t/m|en|au|et|to|until|and|-)\s*"
_OPEN = r"\b(?:de\s+nacht\s+van|nacht\s+van|tussen|van|vanaf|from|between|du|entre|nuit\s+du|night\s+of)\s+"
_SPAN_DAYS = re.compile(
    rf"(?:{_OPEN})?\b({_WEEKDAY})({_DAY})(?:\s+({_MONTH}))?(?:\s+({_YEAR}))?{_JOIN}({_WEEKDAY})({_DAY})\s+({_MONTH})(?:[\s,]+({_YEAR})\b)?"
)
_SPAN_NUMERIC = re.compile(rf"(?:{_OPEN})?{_FREE}(\d{{1,2}})([/.-])(\d{{1,2}})\2({_YEAR}){_JOIN}(\d{{1,2}})\2(\d{{1,2}})\2({_YEAR}){_SHUT}")
_SPAN_MONTHS = re.compile(rf"{_OPEN}({_MONTH})(?:\s+({_YEAR}))?{_JOIN}({_MONTH})\s+({_YEAR})\b")
_SPAN_YEARS = re.compile(rf"{_OPEN}({_YEAR}){_JOIN}({_YEAR})\b")

_LONE_WEEKDAY = re.compile(rf"\b(?P<day>{alternatives(WEEKDAYS)})(?:avond|nacht|ochtend|morgen|middag|namiddag)?\b(?!,?\s*\d)")

#: Stands in the reason of a date whose meaning the words before it tell.
LABELLED = "volgens de woorden ervoor"
_WORDS_BEFORE = 48


class _Role(NamedTuple):
    """What the words before a date say it is the date of."""

    pattern: re.Pattern[str]
    #: None: a date that belongs to no field of the contract.
    field: str | None
    doubtful: bool
    why: str


_ROLES = (
    _Role(
        re.compile(r"(?:\bgebor\w*|\bgeb\.|\bgeboortedatum|\bnee?\s+le|\bnaissance|\bborn|\bdate of birth|\bdob|\u00b0)[^.;\n]{0,22}$"),
        "persons[].birthDate",
        False,
        "Geboortedatum volgens de woorden ervoor.",
    ),
    _Role(
        re.compile(r"\b(?:vonnis|zitting|dagvaarding|rechtbank|arrest van|jugement|audience)\b(?:[^.;:\n]{0,30}|\s*:\s*)$"), None, True, ""
    ),
    _Role(
        re.compile(r"\b(?:huiszoeking\w*|inval\w*|perquisition\w*)\b[^.;\n]{0,16}$"),
        "offences[].committedFrom",
        True,
        "Dit lijkt de dag van een huiszoeking, niet van de feiten; kijk na.",
    ),
    _Role(
        re.compile(r"\b(?:ontvangen|ontvangst\w*|binnengekomen|toegekomen|recu|received)\b(?:\s+(?:op|le|on))?\s*:?\s*(?:\w+dag)?,?\s*$"),
        "receivedOn",
        False,
        "Dag van ontvangst volgens de woorden ervoor.",
    ),
    _Role(
        re.compile(
            r"\b(?:verzonden|verstuurd|sent|envoye|opgesteld|opgemaakt|afgesloten|gedaan te \w+|pv|proces-verbaal|datum pv"
            r"|(?:^|\n)\s*(?:datum|date)|d\.d\.|dd\.?|(?:\bpv|proces-verbaal)\b[^;\n]{0,40}\bvan)(?:\s+(?:op|van|le|on|de))?\s*:?\s*(?:\w+dag|mon|tue|wed|thu|fri|sat|sun|ma|di|wo|do|vr|za|zo)?\.?,?\s*$"
        ),
        "receivedOn",
        True,
        "Datum van het stuk; de dag van ontvangst kan later zijn.",
    ),
    _Role(
        re.compile(
            r"\b(?:aangehouden|gearresteerd|opgepakt|vrijheid beroofd|vrijheidsbero\w+|arrete\w*|arrested)(?:\s+(?:op|le|on))?\s*:?\s*$"
        ),
        "persons[].arrestedAt",
        True,
        "Dag van een vrijheidsberoving volgens de woorden ervoor; kijk na voor wie zij geldt.",
    ),
    _Role(
        re.compile(r"\b(?:feit\w*|gepleegd|vastgesteld|vaststelling\w*|tijdstip|periode|commis\w*|faits|offence|committed)[^.;\n]{0,24}$"),
        "offences[].committedFrom",
        False,
        "Datum van de feiten volgens de woorden ervoor.",
    ),
)
_FACTS = "offences[].committedFrom"
_ARRESTED_AFTER = re.compile(r"[^;\n]{0,48}?\b(?:gearresteerd|aangehouden|opgepakt|vrijheid beroofd|arrested|arrete\w*|interpelle\w*)\b")


class _Day(NamedTuple):
    """A partial date as found, with what makes it doubtful."""

    text: str
    doubts: tuple[str, ...] = ()


def find_dates(folded: str, received_on: date | None) -> list[Found]:
    """A day without year gets its most recent year, seen from the day of the text itself, else of `received_on`; it stays doubtful."""
    written_on = _written_on(folded)
    reference = written_on or _reference(folded, received_on)
    found = [*_spans(folded, reference), *_days(folded, reference)]
    if reference and reference in (written_on, received_on):
        found += _weekdays(folded, reference)
    return found


def _written_on(folded: str) -> date | None:
    """The day that the text gives as its own or as that of its receipt."""
    days = [fact.value for found in _days(folded, None) for fact in found.facts if fact.field == "receivedOn"]
    return next((date.fromisoformat(day) for day in days if isinstance(day, str) and len(day) == 10), None)


def _spans(folded: str, reference: date | None) -> Iterator[Found]:
    for match in _SPAN_DAYS.finditer(folded):
        weekday, first, first_month, first_year, last_weekday, last, month, year = match.groups()
        last_day = _written(last_weekday, last, month, year, reference)
        year = year or (last_day.text[:4] if last_day else None)
        if last_day is None:
            continue
        inherited = first_year or _year_before(first_month or month, month, year)
        first_day = _written(weekday, first, first_month or month, inherited, reference)
        if first_day:
            several = () if _is_period(match.group()) else ("twee dagen: kijk na of het een periode is",)
            yield _period(folded, match, _Day(first_day.text, first_day.doubts + several), last_day)
    for match in _SPAN_NUMERIC.finditer(folded):
        day, _, month, year, last_day_number, last_month, last_year = match.groups()
        first, last = _numeric(day, month, year), _numeric(last_day_number, last_month, last_year)
        if first and last:
            yield _period(folded, match, first, last)
    for match in _SPAN_MONTHS.finditer(folded):
        month, year, last_month, last_year = match.groups()
        year = year or _year_before(month, last_month, last_year)
        yield _period(folded, match, _Day(f"{year}-{_month(month):02d}"), _Day(f"{last_year}-{_month(last_month):02d}"))
    for match in _SPAN_YEARS.finditer(folded):
        yield _period(folded, match, _Day(match[1]), _Day(match[2]))


def _days(folded: str, reference: date | None) -> Iterator[Found]:
    for match in _ISO.finditer(folded):
        yield from _single(folded, match, _complete(int(match[1]), int(match[2]), int(match[3])))
    for match in _NUMERIC.finditer(folded):
        yield from _single(folded, match, _numeric(match[1], match[3], match[4]))
    for match in _WRITTEN.finditer(folded):
        yield from _single(folded, match, _written(match[1], match[2], match[3], match[4], reference))
    for match in _ENGLISH.finditer(folded):
        yield from _single(folded, match, _written(match[1], match[3], match[2], match[4], reference))
    for match in _MONTH_YEAR.finditer(folded):
        yield from _single(folded, match, _Day(f"{match[2]}-{_month(match[1]):02d}"), _open_start(match.group(), folded, match.start()))
    for match in _LONE_YEAR.finditer(folded):
        yield from _single(folded, match, _Day(match[1]), _open_start(match.group(), folded, match.start()))


def _weekdays(folded: str, written_on: date) -> Iterator[Found]:
    for match in _LONE_WEEKDAY.finditer(folded):
        day = written_on - timedelta(days=(written_on.weekday() - WEEKDAYS[match["day"]]) % 7)
        yield from _single(folded, match, _Day(day.isoformat(), ("alleen een weekdag, gelezen als de laatste voor de dag van het stuk",)))


def _single(folded: str, match: re.Match[str], day: _Day | None, doubts: tuple[str, ...] = ()) -> Iterator[Found]:
    if day is None:
        return
    role = _role(folded, match.start())
    if role is None:
        return
    field, doubtful, why = role
    doubts = day.doubts + doubts
    if field == _FACTS and LABELLED not in why and _ARRESTED_AFTER.match(folded, match.end()):
        doubts += ("dit is de dag van een aanhouding; kijk na of de feiten dan gebeurden",)
    fact = Fact(field, day.text, " ".join([why, *map(_sentence, doubts)]).strip(), doubtful or bool(doubts))
    yield Found(match.start(), match.end(), (fact,))


def _period(folded: str, match: re.Match[str], first: _Day, last: _Day) -> Found:
    role = _role(folded, match.start()) or (_FACTS, True, "")
    doubts = list(dict.fromkeys(first.doubts + last.doubts))
    if first.text[:10] > last.text + "-99":
        doubts.append("het einde ligt voor het begin")
    why = (
        " ".join(["Begin en einde van een periode.", role[2] if LABELLED in role[2] else "", *map(_sentence, doubts)])
        .replace("  ", " ")
        .strip()
    )
    doubtful = bool(doubts) or role[0] != _FACTS
    return Found(
        match.start(),
        match.end(),
        (Fact(_FACTS, first.text, why, doubtful), Fact("offences[].committedUntil", last.text, why, doubtful)),
    )


def _role(folded: str, start: int) -> tuple[str, bool, str] | None:
    before = folded[max(0, start - _WORDS_BEFORE) : start]
    for role in _ROLES:
        if role.pattern.search(before):
            return (role.field, role.doubtful, role.why) if role.field else None
    return _FACTS, False, "Een datum die van de feiten kan zijn."


def _complete(year: int, month: int, day: int, *doubts: str) -> _Day | None:
    try:
        return _Day(date(year, month, day).isoformat(), doubts)
    except ValueError:
        return None


def _numeric(day: str, month: str, year: str) -> _Day | None:
    doubts = []
    full_year = int(year)
    if len(year) == 2:
        full_year += 2000
        doubts.append("het jaar telt twee cijfers")
    if int(month) > 12 >= int(day):
        return _complete(full_year, int(day), int(month), *doubts, "de maand staat voor de dag")
    return _complete(full_year, int(month), int(day), *doubts)


def _written(weekday: str, day: str, month: str, year: str | None, reference: date | None) -> _Day | None:
    number = int(re.sub(r"\D", "", day))
    named = next((value for name, value in WEEKDAYS.items() if weekday and weekday.startswith(name)), None)
    if year:
        found = _complete(int(year), _month(month), number)
        if found and named is not None and date.fromisoformat(found.text).weekday() != named:
            return _Day(found.text, ("die dag was een andere dag van de week",))
        return found
    if reference is None:
        return None
    for candidate in range(reference.year, reference.year - (8 if named is not None else 2), -1):
        found = _complete(candidate, _month(month), number, f"het jaar staat er niet bij en is gelezen als {candidate}")
        if found and found.text <= reference.isoformat() and (named is None or date.fromisoformat(found.text).weekday() == named):
            return found
    return None


def _reference(folded: str, received_on: date | None) -> date | None:
    """No later than the day of receipt, nor than the one year that the text names in full."""
    years = {int(match.group()) for match in re.finditer(rf"(?<![\d.,]){_YEAR}(?![\d.,])", folded)}
    if len(years) != 1:
        return received_on
    last = date(years.pop(), 12, 31)
    return min(last, received_on) if received_on else last


def _year_before(month: str, last_month: str, year: str | None) -> str | None:
    if year is None:
        return None
    return str(int(year) - 1) if _month(month) > _month(last_month) else year


def _is_period(words: str) -> bool:
    return re.search(r"nacht|nuit|night|\btot\b|t/m|t\.?e\.?m|\bau\b|\bto\b|until|tussen|between|entre|\d-\d|\s-\s", words) is not None


def _open_start(words: str, folded: str, start: int) -> tuple[str, ...]:
    before = folded[max(0, start - 12) : start] + words
    if re.search(r"\b(?:sinds|sedert|vanaf|depuis|since)\b", before):
        return ("alleen het begin is genoemd, het einde is niet bekend",)
    return ()


def _month(name: str) -> int:
    return MONTHS[name.rstrip(".")]


def _sentence(doubt: str) -> str:
    return f"Let op: {doubt}."
