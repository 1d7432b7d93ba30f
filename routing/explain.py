"""Turn a decision into sentences that a registrar or a magistrate can read: codes and slots in, one language out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import msgspec

from routing.decision import Candidate, Citation, Decision, Ground, Said, Step, Track, Warning
from routing.law import Language, Law
from routing.wording import WORDINGS
from routing.wording.wording import Wording

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
    #: what a person has to look at
    warnings: tuple[str, ...]
    #: every rule tried, in order
    trace: tuple[str, ...]


def explain(decision: Decision, law: Law, language: Language = "nl") -> Explanation:
    """Say in words what was decided and why; pure, from the same data that decided."""
    teller = Teller(law, language)
    return Explanation(
        short=_short(decision, teller),
        reasons=(*_why_this_scope(decision, teller), *_because(decision, ("file-place", *TRACK_RULES), teller)),
        long=_long(decision, teller),
        warnings=tuple(teller.message(warning) for warning in decision.warnings),
        trace=tuple(_traced(step, teller) for step in decision.steps),
    )


def because(step: Step, law: Law, language: Language = "nl") -> str:
    """Why a rule was met or not."""
    return Teller(law, language).because(step)


def question(rule: str, law: Law, language: Language = "nl") -> str:
    """What a rule asks; its id where this law no longer has it."""
    return law.question(rule, language) or rule


def message(warning: Warning, law: Law, language: Language = "nl") -> str:
    """What a warning says."""
    return Teller(law, language).message(warning)


def ground_title(ground: Ground, law: Law, language: Language = "nl") -> str:
    """What a ground is called within a sentence."""
    return Teller(law, language).ground(ground)


def cited(citation: Citation, law: Law, language: Language = "nl") -> str:
    """What a rule rests on, as that language cites it."""
    return Teller(law, language).cited(citation)


def why_beaten(candidate: Candidate, law: Law, language: Language = "nl") -> str | None:
    """Why an office and a court lost; None = they were chosen."""
    if candidate.why is None:
        return None
    return Teller(law, language).wording.beaten.get(candidate.why, candidate.why)


class Teller:
    """Fills the sentences of one language with the titles of one law."""

    def __init__(self, law: Law, language: Language) -> None:
        self.law = law
        self.language: Language = language
        self.wording: Wording = WORDINGS[language]

    def because(self, step: Step) -> str:
        return self.filled(self.wording.reasons.get(step.rule, {}).get(step.reason), step.said) or step.reason

    def message(self, warning: Warning) -> str:
        return self.filled(self.wording.warnings.get(warning.code), warning.said) or warning.code

    def ground(self, ground: Ground) -> str:
        told = self.filled(self.wording.grounds.get(ground.code), ground.said, capital=False)
        return told or self.wording.words.get(ground.code) or ground.code

    def cited(self, citation: Citation) -> str:
        """The rows of places.csv and districts.csv are cited by what they hold."""
        table, _, key = citation.item.partition("/")
        if self.language == "nl" or table not in ("places", "districts"):
            return self.law.citation(citation.citation, self.language)
        if table == "places":
            name = next((row.name for row in self.law.places if row.id == key), None)
            return self.answer("citedPlace", name=name) if name else citation.citation
        district = next((row for row in self.law.districts.by_code.get(key, ()) if row.citation == citation), None)
        if district is None:
            return citation.citation
        arrondissement = self.law.arrondissement(district.arrondissement, self.language) or district.arrondissement
        return self.answer("citedDistrict", town=self.law.town(key, self.language) or key, arrondissement=arrondissement)

    def title(self, code: object) -> str:
        return self.law.title(str(code), self.language) or (str(code) if code else self.wording.unknown)

    def answer(self, code: str, **words: str) -> str:
        return _capital(self.wording.answer[code].format_map(words))

    def filled(self, sentence: str | None, said: Said, *, capital: bool = True) -> str | None:
        """None where there is no such sentence or a slot of it was not said: a decision of an engine that said less."""
        if sentence is None:
            return None
        try:
            told = sentence.format_map(_Words(self, said))
        except KeyError:
            return None
        return _capital(told) if capital else told

    def listed(self, words: Sequence[str], last: str) -> str:
        return words[0] if len(words) == 1 else f"{', '.join(words[:-1])}{last}{words[-1]}" if words else self.wording.unknown


class _Words(dict[str, str]):
    """The words of each slot, made when the sentence asks for them."""

    def __init__(self, teller: Teller, said: Said) -> None:
        super().__init__()
        self.teller = teller
        self.said = said

    def __missing__(self, slot: str) -> str:
        return SLOTS[slot](self.teller, self.said[slot])


def _title(teller: Teller, value: object) -> str:
    return teller.title(value)


def _titles(teller: Teller, value: object) -> str:
    return teller.listed([teller.title(one) for one in _several(value)], teller.wording.and_)


def _anchor(teller: Teller, value: object) -> str:
    """The offence or the file that a connexity holds on to: its kind and its number."""
    kind, name = (*_several(value), "", "")[:2]
    return teller.wording.anchors.get(str(kind), "{name}").format_map({"name": name})


def _plain(teller: Teller, value: object) -> str:
    return teller.wording.unknown if value is None or value == "" else str(value)


def _paths(teller: Teller, value: object) -> str:
    """What the paths of facts are called, each once."""
    named = dict.fromkeys(_field(teller, str(path)) for path in _several(value))
    return teller.listed(list(named), teller.wording.and_)


def _field(teller: Teller, path: str) -> str:
    """A municipality of residence is not that of a place."""
    parts = path.split("/")
    whole = next((part for part in parts if part in ("residence", "registeredSeat")), None)
    plain = "places" if parts[0] == "places" and len(parts) < len(("places", "p1", "quay")) else parts[-1]
    return teller.wording.fields.get(whole or plain, whole or plain)


def _any_of(teller: Teller, value: object) -> str:
    return teller.listed([str(one) for one in _several(value)], teller.wording.or_)


def _between(teller: Teller, value: object) -> str:
    """Arrondissements, and countries beyond them."""
    sides = [teller.law.arrondissement(str(one), teller.language) or _word(teller, one) for one in _several(value)]
    return teller.listed(sides, teller.wording.and_)


def _certainty(teller: Teller, value: object) -> str:
    return teller.wording.confidences[str(value)]


def _near(teller: Teller, value: object) -> str:
    areas = [teller.title(one) for one in _several(value)]
    return teller.listed(areas, teller.wording.or_) if areas else teller.wording.words["outsideEveryOutline"]


def _town(teller: Teller, value: object) -> str:
    return teller.law.town(str(value), teller.language) or str(value)


def _arrondissement(teller: Teller, value: object) -> str:
    return teller.law.arrondissement(str(value), teller.language) or str(value)


def _day(_teller: Teller, value: object) -> str:
    return date.fromisoformat(str(value)).strftime("%d/%m/%Y")


def _rule(teller: Teller, value: object) -> str:
    return question(str(value), teller.law, teller.language)


def _word(teller: Teller, value: object) -> str:
    return teller.wording.words.get(str(value), str(value))


def _grounds(teller: Teller, value: object) -> str:
    words = teller.wording
    return teller.listed([words.words.get(str(one)) or words.grounds.get(str(one), str(one)) for one in _several(value)], words.and_)


def _telling(teller: Teller, value: object) -> str:
    """What in the report told an area: the code of its kind, its name, the area."""
    kind, name, area = (*_several(value), "", "", "")[:3]
    told = teller.wording.tellings.get(str(kind), "{name} ({area})")
    return told.format_map({"name": name, "town": _town(teller, name), "area": teller.title(area)})


def _several(value: object) -> tuple[object, ...]:
    return tuple(value) if isinstance(value, (tuple, list)) else (value,)


#: how the value of a slot is put into words, by the name of the slot
SLOTS: dict[str, Callable[[Teller, object], str]] = {
    "allocation": _title,
    "anchor": _anchor,
    "area": _title,
    "chosen": _title,
    "court": _title,
    "courts": _titles,
    "offence": _title,
    "office": _title,
    "policy": _title,
    "wording": _title,
    "arrondissement": _arrondissement,
    "between": _between,
    "certainty": _certainty,
    "country": _plain,
    "day": _day,
    "dock": _plain,
    "docks": _any_of,
    "file": _plain,
    "first": _rule,
    "grounds": _grounds,
    "limb": _word,
    "metres": _plain,
    "missing": _word,
    "name": _plain,
    "near": _near,
    "number": _plain,
    "other": _telling,
    "paths": _paths,
    "person": _plain,
    "place": _plain,
    "quay": _plain,
    "river": _title,
    "second": _rule,
    "telling": _telling,
    "text": _plain,
    "tie": _word,
    "town": _town,
}


def _short(decision: Decision, teller: Teller) -> tuple[str, ...]:
    scope = teller.wording.scopes[decision.scope]
    if not decision.tracks:
        return scope, teller.answer("noTrackShort")
    offices = dict.fromkeys(teller.title(track.prosecution_office) for track in decision.tracks if track.prosecution_office)
    sentences = [scope]
    if offices:
        sentences.append(teller.answer("responsible", offices=teller.listed(list(offices), teller.wording.and_)))
    if any(track.prosecution_office is None for track in decision.tracks):
        sentences.append(teller.answer("partlyOpen"))
    return tuple(sentences)


def _long(decision: Decision, teller: Teller) -> tuple[str, ...]:
    wording = teller.wording
    sentences = [wording.scopes[decision.scope], *_why_this_scope(decision, teller), *_because(decision, ("file-place",), teller)]
    if decision.tracks:
        sentences.append(teller.answer("policy", policy=teller.title(decision.policy)))
        sentences += _because(decision, TRACK_RULES, teller)
        sentences += [_track(track, teller) for track in decision.tracks]
    else:
        sentences.append(teller.answer("noTrack"))
    statutory = [ground for ground in decision.grounds if ground.kind_of_ground == "statute" and _seat(ground, teller)]
    sentences += [
        teller.answer(
            "ground",
            seat=_seat(ground, teller),
            ground=teller.ground(ground),
            article=teller.law.citation(ground.article, teller.language),
            confidence=wording.confidences[ground.confidence],
        )
        for ground in statutory
    ]
    if decision.tracks and not statutory:
        sentences.append(teller.answer("noGround"))
    sentences += [teller.message(warning) for warning in decision.warnings if warning.code in ("policyAlone", "officePolicyAlone")]
    return tuple(sentences)


def _seat(ground: Ground, teller: Teller) -> str:
    """The court, office or arrondissement that a ground speaks for; empty = none that is known."""
    named = ground.supports
    return teller.title(named.court or named.prosecution_office) if named.court or named.prosecution_office else named.arrondissement or ""


def _why_this_scope(decision: Decision, teller: Teller) -> list[str]:
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
        offence = teller.title(code) if code else teller.wording.answer["anOffence"]
        sentences.append(teller.answer("offence", offence=offence, reason=_small(teller.because(step))))
    return sentences


#: What a step about a suspect was tried on begins with; his id follows.
_PERSON = "persons/"


def _because(decision: Decision, rules: tuple[str, ...], teller: Teller) -> list[str]:
    """Each sentence once, with the suspects whom it was found for."""
    said: dict[str, dict[str, None]] = {}
    for step in decision.steps:
        if step.rule in rules and step.outcome in ("met", "cannotTell"):
            whom = said.setdefault(teller.because(step), {})
            if step.about is not None and step.about.startswith(_PERSON):
                whom[step.about.removeprefix(_PERSON)] = None
    return [_of(sentence, tuple(whom), teller) for sentence, whom in said.items()]


def _of(sentence: str, persons: Sequence[str], teller: Teller) -> str:
    return f"{sentence.removesuffix('.')} ({teller.listed(persons, teller.wording.and_)})." if persons else sentence


def _track(track: Track, teller: Teller) -> str:
    law, wording = teller.law, teller.wording
    persons = teller.listed(list(track.persons), wording.and_)
    who = "noSuspect" if not track.persons else "oneSuspect" if len(track.persons) == 1 else "suspects"
    brings_none = track.prosecution_office in law.offices and law.offices[track.prosecution_office].no_court
    no_court = wording.answer["noCourt" if brings_none else "courtOpen"]
    return teller.answer(
        "track",
        track=wording.tracks[track.track],
        persons=wording.answer[who].format_map({"persons": persons}),
        office=teller.title(track.prosecution_office) if track.prosecution_office else wording.answer["officeOpen"],
        court=teller.title(track.court) if track.court else no_court,
    )


#: What a step looked at -> the words for a row of it.
_ABOUT = {"places": "aboutPlace", "offences": "aboutOffence", "persons": "aboutPerson"}


def _about(about: str, teller: Teller) -> str:
    """`offences/0` is the first offence; what is no row of the report stays as it is."""
    rows, _, row = about.partition("/")
    if rows not in _ABOUT or not row:
        return about
    return teller.wording.answer[_ABOUT[rows]].format(row=int(row) + 1 if rows == "offences" else row)


def _traced(step: Step, teller: Teller) -> str:
    return teller.answer(
        "step",
        question=question(step.rule, teller.law, teller.language),
        about=f" ({_about(step.about, teller)})" if step.about else "",
        outcome=_capital(teller.wording.outcomes[step.outcome]),
        reason=teller.because(step),
        citations="; ".join(_cited(one, teller) for one in step.citations),
    )


def _cited(citation: Citation, teller: Teller) -> str:
    answer = teller.wording.answer
    since = answer["inForceFrom"].format(day=_day(teller, citation.in_force_from)) if citation.in_force_from else ""
    until = answer["inForceUntil"].format(day=_day(teller, citation.in_force_until)) if citation.in_force_until else ""
    return f"{teller.cited(citation)}{since}{until}, {teller.wording.confidences[citation.confidence]}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
