"""Decisions as the API answers them: the stored codes and slots, with their sentences in the language of the caller."""

from typing import Any

import msgspec
from msgspec import structs

import routing
from routing import Decision, Language, Law


class Step(routing.Step, frozen=True, kw_only=True):
    """One rule that was tried, met or not."""

    #: What the rule asks, in the language of the answer.
    question: str
    #: Why it was met or not, in the language of the answer.
    because: str


class Warning(routing.Warning, frozen=True, kw_only=True):
    """What a person has to look at."""

    #: In the language of the answer.
    message: str


class Ground(routing.Ground, frozen=True, kw_only=True):
    """What in the law speaks for an office or a court."""

    #: In the language of the answer.
    title: str


class Candidate(routing.Candidate, frozen=True, kw_only=True):
    """One office and court within reach: what speaks for it, and what beat it."""

    #: Why it was beaten, in the language of the answer; null = chosen.
    because: str | None


class Decided(routing.Decided, frozen=True, kw_only=True, tag="decided"):
    """At least one track has a prosecution office."""

    grounds: tuple[Ground, ...]
    warnings: tuple[Warning, ...]
    steps: tuple[Step, ...]
    candidates: tuple[Candidate, ...] = ()


class Undecided(routing.Undecided, frozen=True, kw_only=True, tag="undecided"):
    """No track has a prosecution office: a person decides, with a reason."""

    grounds: tuple[Ground, ...]
    warnings: tuple[Warning, ...]
    steps: tuple[Step, ...]
    candidates: tuple[Candidate, ...] = ()


ToldDecision = Decided | Undecided


def told(decision: Decision, law: Law, language: Language) -> ToldDecision:
    """The decision with every sentence that it stands for."""
    parts = with_(
        decision,
        grounds=tuple(_ground(each, law, language) for each in decision.grounds),
        warnings=tuple(_warning(each, law, language) for each in decision.warnings),
        steps=tuple(_step(each, law, language) for each in decision.steps),
        candidates=tuple(_candidate(each, law, language) for each in decision.candidates),
    )
    return Decided(**parts) if isinstance(decision, routing.Decided) else Undecided(**parts)


def _ground(ground: routing.Ground, law: Law, language: Language) -> Ground:
    return Ground(**with_(ground, title=routing.ground_title(ground, law, language), article=law.citation(ground.article, language)))


def _warning(warning: routing.Warning, law: Law, language: Language) -> Warning:
    return Warning(**with_(warning, message=routing.message(warning, law, language)))


def _candidate(candidate: routing.Candidate, law: Law, language: Language) -> Candidate:
    return Candidate(**with_(candidate, because=routing.why_beaten(candidate, law, language)))


def _step(step: routing.Step, law: Law, language: Language) -> Step:
    question, because = routing.question(step.rule, law, language), routing.because(step, law, language)
    citations = tuple(structs.replace(each, citation=routing.cited(each, law, language)) for each in step.citations)
    return Step(**with_(step, question=question, because=because, citations=citations))


def with_(part: msgspec.Struct, **more: Any) -> dict[str, Any]:
    """The fields of a part, with what is told of it."""
    return msgspec.structs.asdict(part) | more
