"""Turn the steps of a sum into one sentence of a language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from routing.law import Language, Law
from routing.time_limits import COURT_ZONE, SumStep
from routing.wording.sums import AT, CODES, MONTHS, SUMS, WEEKDAYS


def sum_of(steps: Sequence[SumStep], law: Law, language: Language = "nl") -> str:
    """`uitspraak op maandag 2 maart 2026, de termijn begint de dag erna, ..., dus maandag 4 mei 2026.`"""
    told = ", ".join(step_of(step, law, language) for step in steps)
    return f"{told[:1].upper()}{told[1:]}." if told else ""


def step_of(step: SumStep, law: Law, language: Language = "nl") -> str:
    """One step within a sentence; its code where this language has no sentence for it."""
    sentence = SUMS[language].get(step.code)
    if sentence is None:
        return step.code
    return sentence.format_map(_slots(step, law, language))


def day_of(day: date, language: Language = "nl") -> str:
    """`maandag 2 maart 2026`"""
    return f"{WEEKDAYS[language][day.weekday()]} {day.day} {MONTHS[language][day.month - 1]} {day.year}"


def instant_of(instant: datetime, language: Language = "nl") -> str:
    """In court time, to the minute."""
    local = instant.astimezone(COURT_ZONE)
    hour = f"{local:%H.%M} uur" if language == "nl" else f"{local:%H:%M}"
    return f"{day_of(local.date(), language)}{AT[language]}{hour}"


def _slots(step: SumStep, law: Law, language: Language) -> dict[str, str]:
    codes, said = CODES[language], step.said
    slots = {name: str(value) for name, value in said.items()}
    for name in ("day", "until"):
        if name in said:
            slots[name] = day_of(date.fromisoformat(str(said[name])), language)
    if "instant" in said:
        slots["instant"] = instant_of(datetime.fromisoformat(str(said["instant"])), language)
    if "event" in said:
        slots["event"] = law.title(f"event/{said['event']}", language) or str(said["event"])
    if "ground" in said:
        slots["ground"] = law.title(f"limitGround/{said['ground']}", language) or str(said["ground"])
    for name in ("why", "residence"):
        if name in said:
            slots[name] = codes.get(str(said[name]), str(said[name]))
    if "unit" in said:
        unit, count = str(said["unit"]), said["count"]
        slots["length"] = codes[f"1{unit}" if count == 1 else unit].format(count=count)
    return slots
