"""A decision as people look at it: the route as a picture, its reasons in sentences, its grounds, warnings and every rule tried."""

import msgspec

import routing
from docket import competence, indications, papers, report_words, tracks
from docket.cases import facts_of
from docket.contract import Report
from docket.web import words
from docket.web.case_form import row_label
from docket.web.fields import PERSONS, PLACES
from docket.web.form import form_of
from routing import Candidate, Citation, Decision, Ground, Law, Step, Supports

#: Stands for the rule where a person chose otherwise.
PERSON = "person"


class TrackView(msgspec.Struct, frozen=True, kw_only=True):
    ordinal: int
    title: str
    #: Its suspects in words; empty = none entered.
    people: tuple[str, ...]
    office: str | None
    court: str | None
    open: bool
    referred: bool = False
    #: A magistrate has to confirm its court before anything leaves on it.
    to_confirm: bool = False


class GroundView(msgspec.Struct, frozen=True, kw_only=True):
    title: str
    article: str
    source: str
    kind_of_ground: str
    confidence: str
    supports: Supports
    #: In words; empty = of none.
    arrondissement: str
    #: What of the file it rests on, in words.
    facts: tuple[str, ...]


class CandidateView(msgspec.Struct, frozen=True, kw_only=True):
    track: str
    office: str | None
    court: str | None
    #: Titles of what speaks for it, in the order of the grounds.
    grounds: tuple[str, ...]
    #: Its court is that of the place of the file.
    of_the_place: bool
    #: The rule that beat it, and why; None = chosen.
    beaten_by: str | None = None
    why: str | None = None


class StepView(msgspec.Struct, frozen=True, kw_only=True):
    question: str
    about: str | None
    outcome: str
    because: str
    #: What it used, in words.
    facts: tuple[str, ...]
    citations: tuple[Citation, ...]


class BeyondView(msgspec.Struct, frozen=True, kw_only=True):
    """What touches the competence of the federal or the European office."""

    said: str
    article: str
    confidence: str


class DecisionView(msgspec.Struct, frozen=True, kw_only=True):
    outcome: str
    scope: str
    #: None: no place of an offence is known.
    area: str | None
    area_code: str | None
    policy: str
    received_on: str
    received_on_basis: str
    place: str | None
    tracks: tuple[TrackView, ...]
    sentences: tuple[str, ...]
    grounds: tuple[GroundView, ...]
    #: Every office and court within reach, the chosen ones first.
    candidates: tuple[CandidateView, ...]
    #: What stands without policy.
    statute_only: tuple[CandidateView, ...]
    warnings: tuple[str, ...]
    steps: tuple[StepView, ...]
    #: What touches the competence of an office that no rule gives the file to.
    beyond: tuple[BeyondView, ...] = ()

    @property
    def decided(self) -> bool:
        return self.outcome == "decided"

    @property
    def open(self) -> bool:
        return not self.tracks or any(track.open for track in self.tracks)

    @property
    def to_confirm(self) -> bool:
        return any(track.to_confirm for track in self.tracks)


def view(
    decision: Decision,
    report: Report,
    law: Law,
    *,
    open_tracks: tuple[int, ...] | None = None,
    referred: tuple[int, ...] = (),
    to_confirm: tuple[int, ...] | None = None,
) -> DecisionView:
    """`report` has an id on every row; `open_tracks` and `to_confirm` None = as the rules leave them."""
    if to_confirm is None:
        to_confirm = competence.alone(decision)
    if open_tracks is None:
        open_tracks = tracks.open_ordinals(decision, facts_of(report, decision.received_on))
    # All of a track are suspects; what tells them apart is told.
    people = labels(report, PERSONS.name, {}, without="role")
    places = labels(report, PLACES.name, {})
    return DecisionView(
        outcome=tracks.outcome(decision),
        scope=words.title(words.SCOPES, decision.scope),
        area=words.title(words.of_law(law).areas, decision.port_area) or None,
        area_code=decision.port_area,
        policy=words.title(words.POLICIES, decision.policy),
        received_on=decision.received_on.strftime("%d/%m/%Y"),
        received_on_basis=words.title(words.RECEIVED_ON_BASES, decision.received_on_basis),
        place=places.get(decision.place or ""),
        tracks=tuple(
            TrackView(
                ordinal=ordinal,
                title=words.title(words.TRACKS, track.track),
                people=tuple(people.get(one, one) for one in track.persons),
                office=track.prosecution_office,
                court=track.court,
                open=ordinal in open_tracks,
                referred=ordinal in referred,
                to_confirm=ordinal in to_confirm,
            )
            for ordinal, track in enumerate(decision.tracks)
        ),
        sentences=_reasons(decision, law),
        grounds=tuple(_ground(ground, decision, report, law) for ground in decision.grounds),
        candidates=tuple(_candidate(one, decision, law) for one in decision.candidates),
        statute_only=tuple(_candidate(one, decision, law) for one in routing.statute_only(decision).candidates),
        warnings=tuple(routing.message(warning, law) for warning in decision.warnings),
        steps=tuple(_step(step, decision, report, law) for step in decision.steps),
        beyond=tuple(
            BeyondView(said=indications.told(one, law), article=one.citation, confidence=one.confidence)
            for one in indications.beyond(report, decision, law, decision.as_of or decision.received_on)
        ),
    )


def _reasons(decision: Decision, law: Law) -> tuple[str, ...]:
    """The long explanation but for grounds and warnings: those stand apart."""
    told = routing.explain(decision, law)
    grounds_left_out = set(routing.explain(msgspec.structs.replace(decision, grounds=()), law).long).difference(told.warnings)
    return tuple(one for one in dict.fromkeys(told.long) if one in grounds_left_out)


def _ground(ground: Ground, decision: Decision, report: Report, law: Law) -> GroundView:
    return GroundView(
        title=routing.ground_title(ground, law),
        article=ground.article,
        source=ground.source,
        kind_of_ground=ground.kind_of_ground,
        confidence=ground.confidence,
        supports=ground.supports,
        arrondissement=law.arrondissement(named) or named if (named := ground.supports.arrondissement) else "",
        facts=papers.facts_in_words(ground.facts, decision, report, law),
    )


def _candidate(one: Candidate, decision: Decision, law: Law) -> CandidateView:
    by_person = one.beaten_by == PERSON
    return CandidateView(
        track=words.title(words.TRACKS, one.track),
        office=one.prosecution_office,
        court=one.court,
        grounds=tuple(dict.fromkeys(routing.ground_title(decision.grounds[at], law) for at in one.grounds)),
        of_the_place=one.of_the_place,
        beaten_by=routing.question(one.beaten_by, law) if one.beaten_by and not by_person else None,
        why=routing.why_beaten(one, law),
    )


def _step(step: Step, decision: Decision, report: Report, law: Law) -> StepView:
    return StepView(
        question=routing.question(step.rule, law),
        about=report_words.subject(step.about, report) if step.about else None,
        outcome=step.outcome,
        because=routing.because(step, law),
        facts=papers.facts_in_words(step.facts, decision, report, law),
        citations=step.citations,
    )


def labels(report: Report, rows: str, offences: words.Titles, without: str = "") -> dict[str, str]:
    """Id of a row -> the row in a few words, but for one field."""
    return {
        row["id"]: row_label(rows, index, {**row, without: ""}, offences)
        for index, row in enumerate(form_of(report).rows.get(rows, ()))
        if "id" in row
    }
