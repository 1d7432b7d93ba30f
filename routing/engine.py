"""Decide one file: run the rules in order, keep every step, and put the tracks together."""

from __future__ import annotations

from datetime import date

import msgspec

from routing.decision import Decided, PolicyCode, Track, Undecided
from routing.facts import CaseFacts
from routing.law import Law
from routing.reasoning import Reasoning
from routing.rules import RULES

#: raised with every change that can change an answer
ENGINE_VERSION = "2"

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


def route(facts: CaseFacts, law: Law, policy: PolicyCode | None = None, *, as_of: date | None = None) -> Decided | Undecided:
    """Say which prosecution office and court the file belongs to, and why; policy None = the one in use.

    `as_of` is the day whose law governs instead of the day of receipt; a case already brought before a court keeps
    its day of seising for the territory.
    """
    run = Reasoning(facts, law, policy or law.policy_in_use, as_of or facts.received_on)
    _warn_of_days(run)
    for rule in RULES:
        # A law pack of before the rule was written is applied without it.
        if rule.id in law.competence:
            run.overrides = rule.overrides
            rule.apply(run)
    tracks = _tracks(run)
    _warn_of_open_tracks(run, tracks)
    answer = Decided if any(track.prosecution_office is not None for track in tracks) else Undecided
    return answer(
        scope=run.scope,
        port_area=run.area,
        policy=run.policy,
        received_on=facts.received_on,
        received_on_basis=facts.received_on_basis,
        place=run.place.place.id if run.place is not None else None,
        tracks=tracks,
        grounds=tuple(run.grounds),
        warnings=tuple(run.warnings),
        steps=_with_overridden(run),
        policy_alone=(0,) if any(warning.code == "policyAlone" for warning in run.warnings) else (),
        as_of=as_of,
    )


def _tracks(run: Reasoning) -> tuple[Track, ...]:
    facts = run.facts
    if run.scope == "unclear" and facts.lead_authority is None:
        return ()
    left_out = run.facts.suspects and not run.ordinary
    ordinary = Track(
        track="ordinary",
        persons=tuple(suspect.id for suspect in run.ordinary),
        prosecution_office=run.office,
        court=run.court,
    )
    return run.youth if left_out else (ordinary, *run.youth)


def _with_overridden(run: Reasoning) -> tuple:
    """Rules that were met, but whose office and court another rule replaced."""
    stands = {run.office_by, run.court_by}
    return tuple(
        msgspec.structs.replace(step, outcome="overridden")
        if step.outcome == "met" and step.rule in ORDINARY_TRACK and step.rule not in stands
        else step
        for step in run.steps
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
