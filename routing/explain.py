"""Turn a decision into sentences that a registrar or a magistrate can read."""

from __future__ import annotations

from typing import Literal

import msgspec

from routing.decision import Citation, Decided, Step, Track, Undecided
from routing.law import Law

SCOPES_NL = {
    "portCrime": "Het dossier is havencriminaliteit.",
    "supporting": "Het dossier ondersteunt havencriminaliteit en gaat mee.",
    "outside": "Het dossier valt buiten havencriminaliteit.",
    "unclear": "Het is niet duidelijk of het dossier havencriminaliteit is.",
}
OUTCOMES_NL = {"met": "ja", "notMet": "neen", "cannotTell": "niet te zeggen", "overridden": "ja, maar een andere regel gaat voor"}
CONFIDENCE_NL = {"sure": "zeker", "likely": "waarschijnlijk", "unverified": "niet nagetrokken"}
TRACKS_NL = {"ordinary": "Gewoon spoor", "youth": "Jeugdspoor"}
#: rules whose steps say why an offence stands where it stands
STANDING_RULES = (
    "core-without-tie",
    "core-handed-over",
    "core-in-port-area",
    "core-declared-tie",
    "core-place-known",
    "neither-list",
    "supporting-without-tie",
    "supporting-declared",
    "supporting-beside-port-crime",
    "supporting-related-file",
    "supporting-follows-outside",
    "supporting-supposed-tie",
)
#: rules that say why the ordinary track has its office and court, and the youth tracks theirs
TRACK_RULES = (
    "territory-of-the-place",
    "policy-port-office",
    "policy-court",
    "social-law",
    "customs-smuggling",
    "murder-assize",
    "lead-authority",
    "magistrate",
    "youth-court-of-residence",
)


class Explanation(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    #: two or three sentences without anything about a person or a place: for a mail
    short: tuple[str, ...]
    #: why this scope, area, office and court, without the answer itself: for a paper that shows the answer beside it
    reasons: tuple[str, ...]
    #: the answer with its reasons: for the file
    long: tuple[str, ...]
    #: every rule tried, in order
    trace: tuple[str, ...]


def explain(decision: Decided | Undecided, law: Law, language: Literal["nl"] = "nl") -> Explanation:
    """Say in words what was decided and why; pure, from the same data that decided."""
    if language != "nl":
        raise ValueError(f"No sentences in {language!r}: only nl is written.")
    return Explanation(
        short=_short(decision, law),
        reasons=(*_why_this_scope(decision, law), *_because(decision, ("file-place", *TRACK_RULES))),
        long=_long(decision, law),
        trace=tuple(_traced(step) for step in decision.steps),
    )


def _short(decision: Decided | Undecided, law: Law) -> tuple[str, ...]:
    if not decision.tracks:
        return (SCOPES_NL[decision.scope], "Er is nog geen parket aangewezen: een magistraat beslist.")
    offices = dict.fromkeys(law.title(track.prosecution_office) for track in decision.tracks if track.prosecution_office)
    sentences = [SCOPES_NL[decision.scope]]
    if offices:
        sentences.append(f"Verantwoordelijk: {_listed(list(offices))}.")
    if any(track.prosecution_office is None for track in decision.tracks):
        sentences.append("Voor een deel van het dossier wijst een magistraat het parket nog aan.")
    return tuple(sentences)


def _long(decision: Decided | Undecided, law: Law) -> tuple[str, ...]:
    policy = law.policies[decision.policy].title_nl
    sentences = [SCOPES_NL[decision.scope], *_why_this_scope(decision, law), *_because(decision, ("file-place",))]
    if decision.tracks:
        sentences.append(f"Gevolgd beleid: {policy}.")
        sentences += _because(decision, TRACK_RULES)
        sentences += [_track(track, law) for track in decision.tracks]
    else:
        sentences.append("Er is nog geen spoor: een magistraat beslist met opgave van reden.")
    statutory = [ground for ground in decision.grounds if ground.supports.arrondissement is not None]
    for ground in statutory:
        sure = CONFIDENCE_NL[ground.confidence]
        sentences.append(
            f"Wettelijke grond voor het arrondissement {ground.supports.arrondissement}: {ground.title} ({ground.article}; {sure})."
        )
    if decision.tracks and not statutory:
        sentences.append("Er is geen wettelijke grond voor het arrondissement Antwerpen opgetekend.")
    sentences += [warning.message for warning in decision.warnings if warning.code == "policyAlone"]
    return tuple(sentences)


def _why_this_scope(decision: Decided | Undecided, law: Law) -> list[str]:
    """For each offence the step that settled it."""
    settled: dict[str, Step] = {}
    for step in decision.steps:
        if step.rule in STANDING_RULES and step.about is not None and step.outcome in ("met", "cannotTell"):
            settled[step.about] = step
    sentences = []
    for about, step in settled.items():
        code = next(
            (fact.value for each in decision.steps if each.about == about for fact in each.facts if fact.path == f"{about}/offence"), None
        )
        title = law.title(code if isinstance(code, str) else None) or "misdrijf"
        sentences.append(f"{_capital(title)}: {_small(step.because)}")
    return sentences


def _because(decision: Decided | Undecided, rules: tuple[str, ...]) -> list[str]:
    return [step.because for step in decision.steps if step.rule in rules and step.outcome in ("met", "cannotTell")]


def _track(track: Track, law: Law) -> str:
    persons = (
        f" (verdachte{'n' if len(track.persons) > 1 else ''} {_listed(list(track.persons))})"
        if track.persons
        else " (geen verdachte ingevoerd)"
    )
    office = law.title(track.prosecution_office) or "parket nog aan te wijzen"
    if track.court is not None:
        court = law.title(track.court) or track.court
    else:
        brings_none = track.prosecution_office in law.offices and law.offices[track.prosecution_office].no_court
        court = "geen rechtbank" if brings_none else "rechtbank nog aan te wijzen"
    return f"{TRACKS_NL[track.track]}{persons}: {office}; {court}."


def _traced(step: Step) -> str:
    about = f" [{step.about}]" if step.about else ""
    return (
        f"{step.question}{about} {_capital(OUTCOMES_NL[step.outcome])}. {step.because} ({'; '.join(_cited(one) for one in step.citations)})"
    )


def _cited(citation: Citation) -> str:
    since = f", in werking vanaf {citation.in_force_from}" if citation.in_force_from else ""
    until = f", tot {citation.in_force_until}" if citation.in_force_until else ""
    return f"{citation.citation}{since}{until}, {CONFIDENCE_NL[citation.confidence]}"


def _listed(words: list[str | None]) -> str:
    known = [word for word in words if word]
    return known[0] if len(known) == 1 else f"{', '.join(known[:-1])} en {known[-1]}" if known else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
