"""One suspect's share of a file and its decision: what a copy for his defence may hold, and nothing that belongs to another; pure."""

import re
from collections.abc import Iterable

import msgspec

import routing
from docket.contract import Offence, Person, Place, Report
from routing import Decision, Ground, Law, Step, UsedFact, Warning

#: Steps about the whole file that speak of places, offences and policy only; every other one is left out unless it rests on his own facts.
_OF_THE_FILE = frozenset(
    {
        "file-scope",
        "file-place",
        "territory-of-the-place",
        "policy-port-office",
        "policy-court",
        "ground-place-of-offence",
        "ground-scheldt",
    }
)
_POLICY = frozenset({"policy-port-office", "policy-court"})
#: Facts of the file that belong to nobody.
_NOBODYS = frozenset({"scope", "portArea", "receivedOn", "seisedOn", "leadAuthority"})


class Share(msgspec.Struct, frozen=True, kw_only=True):
    person: Person
    #: With their numbers in the file: those that name him, or everybody.
    offences: tuple[tuple[int, Offence], ...]
    places: tuple[Place, ...]
    #: Places of his tracks in the decision.
    tracks: tuple[int, ...]
    grounds: tuple[Ground, ...]
    #: With their numbers in the account of the decision.
    steps: tuple[tuple[int, Step], ...]
    warnings: tuple[Warning, ...]


def share_of(report: Report, decision: Decision, person_id: str, law: Law) -> Share | None:
    """None = the file has no such suspect."""
    person = next((row for row in report.persons if row.id == person_id and row.role == "suspect"), None)
    if person is None:
        return None
    offences = tuple(
        (number, _bare(row)) for number, row in enumerate(report.offences, start=1) if row.persons is None or person_id in row.persons
    )
    places = _places(report, decision, person, [row for _, row in offences])
    his = _His(report, person, offences, places)
    grounds = tuple(ground for each in decision.grounds if (ground := his.ground(each)) is not None)
    his.shut_out(each for each in decision.grounds if each.code not in {ground.code for ground in grounds})
    his.forbid(routing.ground_title(each, law) for each in decision.grounds if each.code in his.other_grounds)
    return Share(
        person=msgspec.structs.replace(person, note=None),
        offences=offences,
        places=places,
        tracks=tuple(
            ordinal
            for ordinal, track in enumerate(decision.tracks)
            if person_id in track.persons or (not track.persons and track.track == "ordinary")
        ),
        grounds=grounds,
        steps=tuple(
            (number, step)
            for number, each in enumerate(decision.steps, start=1)
            if (step := his.step(each)) is not None and his.silent(routing.because(step, law))
        ),
        warnings=tuple(each for each in decision.warnings if his.warned(each) and his.silent(routing.message(each, law))),
    )


def _bare(row: Offence) -> Offence:
    """Without what a report adds in free words, which may speak of others, and without who else is named."""
    return msgspec.structs.replace(row, note=None, persons=None)


def _places(report: Report, decision: Decision, person: Person, offences: list[Offence]) -> tuple[Place, ...]:
    """His own places, and those of the file that are not another's."""
    own = {person.found_at, *(row.place for row in offences)} - {None}
    others = {row.found_at for row in report.persons if row.id != person.id}
    others |= {row.place for row in report.offences if row.persons is not None and person.id not in row.persons}
    return tuple(row for row in report.places if row.id in own or (row.id == decision.place and row.id not in others))


class _His:
    """What belongs to him, asked of every ground, step and warning."""

    def __init__(self, report: Report, person: Person, offences: tuple[tuple[int, Offence], ...], places: tuple[Place, ...]) -> None:
        self.own = {f"persons/{person.id}", *(f"offences/{number - 1}" for number, _ in offences), *(f"places/{row.id}" for row in places)}
        self.lists = {"persons", "offences", "places"}
        self.other_grounds: set[str] = set()
        words = {row.id for row in report.persons if row.id != person.id} | {row.id for row in report.places if row not in places}
        named = {name for row in report.persons if row.id != person.id for name in (row.family_name, row.given_names)}
        mine = {person.id, *(row.id for row in places)}
        self.forbidden = {word for word in words | named if word and word not in mine}
        self.forbidden |= {f"misdrijf {at + 1}" for at in range(len(report.offences)) if f"offences/{at}" not in self.own}
        self.forbidden |= {row.case_number for row in report.related_cases if row.case_number}

    def shut_out(self, grounds: Iterable[Ground]) -> None:
        self.other_grounds |= {ground.code for ground in grounds}

    def forbid(self, words: Iterable[str]) -> None:
        self.forbidden |= set(words)

    def silent(self, text: str) -> bool:
        """Does a sentence name nothing and nobody of others?"""
        return not any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE) for word in self.forbidden)

    def ground(self, ground: Ground) -> Ground | None:
        facts = tuple(fact for fact in ground.facts if self._owns(fact.path))
        return msgspec.structs.replace(ground, facts=facts) if facts else None

    def step(self, step: Step) -> Step | None:
        if step.about is not None and not self._owns(step.about):
            return None
        facts = tuple(fact for fact in step.facts if self._tells(fact))
        if step.about is None and step.rule not in _OF_THE_FILE and not any(self._owns(fact.path) for fact in facts):
            return None
        # A sentence tells of all the facts of its rule; only the policy says the same whoever they belong to.
        if len(facts) < len(step.facts) and step.rule not in _POLICY:
            return None
        return msgspec.structs.replace(step, facts=facts)

    def warned(self, warning: Warning) -> bool:
        """Every path that it names is his, or a whole list of the file."""
        return all(path in self.lists or path in _NOBODYS or self._owns(path) for path in warning.facts)

    def _owns(self, path: str) -> bool:
        return "/".join(path.split("/")[:2]) in self.own

    def _tells(self, fact: UsedFact) -> bool:
        if fact.path == "grounds":
            return fact.value is None or fact.value not in self.other_grounds
        if fact.path in ("places", "persons"):
            return f"{fact.path}/{fact.value}" in self.own
        return fact.path in _NOBODYS or self._owns(fact.path)
