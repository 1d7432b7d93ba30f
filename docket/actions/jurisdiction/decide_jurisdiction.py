"""Settle the open tracks of a file: a prosecutor or head says where they go, with a reason."""

from datetime import datetime
from typing import Literal

import msgspec

from docket import competence, entries
from docket.access import Actor
from docket.actions import redeciding
from docket.deps import Deps
from docket.errors import BadInput, Issue, StateForbids
from docket.store import cases as store
from docket.store.decisions import NewDecision
from routing import Decision, Law, Track


class TrackChoice(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    #: Place of the track in the decision, from 0; a file without tracks gets an ordinary one as 0.
    ordinal: int
    #: A code of the contract (`antwerpPort`, ...).
    prosecution_office: str
    #: A code of the contract; None = no court yet.
    court: str | None = None


class DecideJurisdiction(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    #: Open tracks only; those not named stay open.
    tracks: tuple[TrackChoice, ...]
    reason: str


class DecidedJurisdiction(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    #: Place of the new decision among those of the file.
    seq: int
    before: Decision
    after: Decision


async def decide_jurisdiction(command: DecideJurisdiction, by: Actor, deps: Deps) -> DecidedJurisdiction:
    return await deps.under_law_in_force(lambda present: _decide(command, by, present))


async def _decide(command: DecideJurisdiction, by: Actor, deps: Deps) -> DecidedJurisdiction:
    found = await redeciding.find(command.case_number, "settleDecision", by, deps)
    await redeciding.require_version(found, command.version, deps)
    present = present_tracks(found)
    closed = [choice.ordinal for choice in command.tracks if choice.ordinal < len(present) and not _is_open(found, choice.ordinal)]
    if closed:
        raise StateForbids("Dit spoor is al beslist; wijzig de beslissing met een reden als ze anders moet zijn.")
    return await choose(found, command.tracks, command.reason, "settled", by, deps)


def present_tracks(found: store.Snapshot) -> tuple[Track, ...]:
    """The tracks to choose for; a file without tracks gets an ordinary one with all its suspects."""
    if found.decision.tracks:
        return found.decision.tracks
    suspects = tuple(suspect.id for suspect in found.facts.suspects)
    return (Track(track="ordinary", persons=suspects, prosecution_office=None, court=None),)


def _is_open(found: store.Snapshot, ordinal: int) -> bool:
    return not found.decision.tracks or ordinal in found.open_tracks


async def choose(
    found: store.Snapshot, choices: tuple[TrackChoice, ...], reason: str, kind: Literal["settled", "overridden"], by: Actor, deps: Deps
) -> DecidedJurisdiction:
    """Writes what a person chose as a new decision; the version was compared already."""
    reason = redeciding.required(reason)
    present = present_tracks(found)
    _require_known(choices, len(present), deps.law.law)
    law = (await deps.law_of(found.law_digest)).law
    at = deps.clock.now()
    decision = chosen(found, choices, reason, kind, by, law, at)
    report = found.case.report
    follows = redeciding.following(found, report, decision, by, deps, at, "bevoegde dienst beslist")
    said = {
        "version": found.case.version + 1,
        "reason": reason,
        "decision": decision.seq,
        "tracks": tuple(_said(choice, present[choice.ordinal]) for choice in choices),
        "documents": tuple(paper.kind for paper in follows.papers),
        "mails": len(follows.mails),
        "confirmations_lapsed": follows.confirmations.lapsed,
    }
    entry = entries.JurisdictionDecided(**said) if kind == "settled" else entries.DecisionOverridden(**said)
    async with deps.deciding() as tx:
        await redeciding.rise(tx, found)
        await redeciding.write_decisions(tx, found, (decision,), follows, entry, by, at)
    return DecidedJurisdiction(
        case_number=found.case.case_number,
        version=found.case.version + 1,
        seq=decision.seq,
        before=found.decision,
        after=decision.decision,
    )


def chosen(
    found: store.Snapshot,
    choices: tuple[TrackChoice, ...],
    reason: str,
    kind: Literal["settled", "overridden"],
    by: Actor,
    law: Law,
    at: datetime,
) -> NewDecision:
    """The present decision with other offices and courts; tracks not named stay as they are."""
    by_ordinal = {choice.ordinal: choice for choice in choices}
    after = tuple(_chosen(track, by_ordinal.get(ordinal)) for ordinal, track in enumerate(present_tracks(found)))
    return NewDecision(
        seq=found.decision_seq + 1,
        kind=kind,
        decision=competence.chosen(found.routed, after, law),
        facts=found.facts,
        # Its grounds, warnings and steps are those of the decision that he saw; they replay under that law.
        law_digest=found.law_digest,
        engine_version=found.engine_version,
        decided_at=at,
        decided_by=by.code,
        reason=reason,
        open_tracks=tuple(ordinal for ordinal in found.open_tracks if ordinal not in by_ordinal),
    )


def _chosen(track: Track, choice: TrackChoice | None) -> Track:
    if choice is None:
        return track
    return msgspec.structs.replace(track, prosecution_office=choice.prosecution_office, court=choice.court)


def _said(choice: TrackChoice, before: Track) -> entries.SettledTrack:
    return entries.SettledTrack(
        ordinal=choice.ordinal, before=(before.prosecution_office, before.court), after=(choice.prosecution_office, choice.court)
    )


def _require_known(choices: tuple[TrackChoice, ...], count: int, law: Law) -> None:
    issues = []
    if not choices:
        issues.append(Issue(type="requiredInput", name="/tracks", detail="Kies voor minstens een spoor een parket."))
    seen: set[int] = set()
    for index, choice in enumerate(choices):
        where = f"/tracks/{index}"
        if choice.ordinal not in range(count):
            detail = f"Dit spoor bestaat niet; het dossier heeft {count} {'spoor' if count == 1 else 'sporen'}, geteld vanaf 0."
            issues.append(Issue(type="referencedResourceNotFound", name=f"{where}/ordinal", detail=detail, value=choice.ordinal))
        if choice.ordinal in seen:
            detail = "Dit spoor staat er tweemaal; kies er een keer voor."
            issues.append(Issue(type="invalidInput", name=f"{where}/ordinal", detail=detail, value=choice.ordinal))
        seen.add(choice.ordinal)
        if choice.prosecution_office not in law.offices:
            detail = "Dit parket bestaat niet; kies een code uit de lijst van parketten."
            issues.append(Issue(type="invalidInput", name=f"{where}/prosecutionOffice", detail=detail, value=choice.prosecution_office))
        if choice.court is not None and choice.court not in law.courts:
            detail = "Deze rechtbank bestaat niet; kies een code uit de lijst van rechtbanken."
            issues.append(Issue(type="invalidInput", name=f"{where}/court", detail=detail, value=choice.court))
    if issues:
        raise BadInput(issues=tuple(issues))
