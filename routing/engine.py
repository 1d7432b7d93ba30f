"""Decide one file: run the rules in order, keep every step, and put the tracks together."""

from __future__ import annotations

from datetime import date

import msgspec

from routing.candidates import candidates_of
from routing.decision import Candidate, Decided, PolicyCode, Step, Track, Undecided
from routing.facts import CaseFacts
from routing.law import Law
from routing.reasoning import Reasoning, Untraced
from routing.rules import RULES
from routing.statutory import policy_alone

#: raised with every change that can change an answer
ENGINE_VERSION = "3"

#: rules that give the ordinary track an office or a court
ORDINARY_TRACK = frozenset(
    {
        "territory-of-the-place",
        "policy-port-office",
        "policy-court",
        "social-law",
        "customs-smuggling",
        "murder-assize",
        "lead-authority",
        "magistrate",
    }
)

#: rules that tell about an answer and give none; all but the last leave steps and warnings only
NOT_ROUTING = frozenset({"order-of-the-report", "public-order", "division-of-matters"})
TELLING_ONLY = NOT_ROUTING - {"division-of-matters"}


def route(facts: CaseFacts, law: Law, policy: PolicyCode | None = None, *, as_of: date | None = None) -> Decided | Undecided:
    """Say which prosecution office and court the file belongs to, and why; policy None = the one in use.

    `as_of` is the day whose law governs instead of the day of receipt; a case already brought before a court keeps
    its day of seising for the territory.
    """
    run = Reasoning(facts, law, policy or law.policy_in_use, as_of or facts.received_on)
    _warn_of_days(run)
    tracks = _apply(run)
    _warn_of_open_tracks(run, tracks)
    _warn_of_silence(run, tracks)
    return _answer(run, tracks, steps=_with_overridden(run), candidates=candidates_of(run, tracks), as_of=as_of)


def route_untraced(facts: CaseFacts, law: Law, policy: PolicyCode | None = None) -> Decided | Undecided:
    """The answer of `route` without steps, warnings and candidates, to compare many files; not one to keep or to show."""
    run = Untraced(facts, law, policy or law.policy_in_use, facts.received_on)
    return _answer(run, _apply(run), steps=(), candidates=(), as_of=None)


def _apply(run: Reasoning) -> tuple[Track, ...]:
    for rule in RULES:
        # A law pack of before the rule was written is applied without it.
        if rule.id in run.law.competence and (run.traced or rule.id not in TELLING_ONLY):
            run.overrides = rule.overrides
            rule.apply(run)
    return run.tracks()


def _answer(
    run: Reasoning, tracks: tuple[Track, ...], *, steps: tuple[Step, ...], candidates: tuple[Candidate, ...], as_of: date | None
) -> Decided | Undecided:
    answer = Decided if any(track.prosecution_office is not None for track in tracks) else Undecided
    return answer(
        scope=run.scope,
        port_area=run.area,
        policy=run.policy,
        received_on=run.facts.received_on,
        received_on_basis=run.facts.received_on_basis,
        place=run.place.place.id if run.place is not None else None,
        tracks=tracks,
        grounds=tuple(run.grounds),
        warnings=tuple(run.warnings),
        steps=steps,
        candidates=candidates,
        policy_alone=policy_alone(tracks, run.grounds, run.law),
        as_of=as_of,
    )


def _with_overridden(run: Reasoning) -> tuple[Step, ...]:
    """Rules that were met, but whose office and court another rule replaced."""
    stands = {run.office_by, run.court_by}
    replaced = ORDINARY_TRACK - stands
    return tuple(
        [
            msgspec.structs.replace(step, outcome="overridden") if step.outcome == "met" and step.rule in replaced else step
            for step in run.steps
        ]
    )


def _warn_of_days(run: Reasoning) -> None:
    basis = run.facts.received_on_basis
    if basis == "dayOfEntry":
        run.warn("file-scope", "receivedOnMissing", "receivedOn")
    elif basis == "reportedPartly":
        run.warn("file-scope", "receivedOnPartial", "receivedOn", day=run.facts.received_on.isoformat())


def _warn_of_open_tracks(run: Reasoning, tracks: tuple[Track, ...]) -> None:
    """Name what is missing where the ordinary track has no office, or no court though its office brings one."""
    for track in tracks:
        office = run.law.offices.get(track.prosecution_office or "")
        if (
            track.track == "youth"
            or run.scope == "unclear"
            or (track.court is not None and office is not None)
            or (office and office.no_court)
        ):
            continue
        if run.place is not None and run.place.abroad:
            run.warn("territory-of-the-place", "abroadNoCourt", f"{run.place.path}/country")
            continue
        missing = "officeAndCourt" if office is None else "court"
        paths = (f"{run.place.path}/municipality", f"{run.place.path}/quay") if run.place is not None else ("places",)
        run.warn("territory-of-the-place", "territoryMissing", *paths, missing=missing)


def _warn_of_silence(run: Reasoning, tracks: tuple[Track, ...]) -> None:
    """Where an answer stays open, name every fact that it rests on: one of these may be what keeps it open."""
    if tracks and not any(_is_silent(run, track) for track in tracks):
        return
    told = {
        fact.path
        for step in run.steps
        if step.outcome in ("met", "cannotTell") and step.rule not in NOT_ROUTING and not step.rule.startswith("ground-")
        for fact in step.facts
        if fact.value is not None
    }
    named = {path for warning in run.warnings for path in warning.facts}
    if run.facts.seised_on is not None and any(located.town.failure == "severalDivisions" for located in run.places):
        told.add("seisedOn")
    rests_on = tuple(sorted(told - named))
    if rests_on:
        run.warn("territory-of-the-place", "openAnswerRestsOn", *rests_on, paths=rests_on)


def _is_silent(run: Reasoning, track: Track) -> bool:
    office = run.law.offices.get(track.prosecution_office or "")
    return office is None or (track.court is None and not office.no_court)
