"""Enter an objection to the competence of a court: by a party, or of the court's own motion."""

from datetime import date

import msgspec

from docket import competence, entries
from docket.access import Actor
from docket.actions import redeciding
from docket.clock import court_day
from docket.competence import POLICY, Challenge, RaisedBy
from docket.deps import Deps
from docket.errors import BadInput, Issue
from docket.store import competence as rows
from docket.store.cases import Snapshot


class ChallengeCompetence(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    #: Place of the track in the present decision: its court is the one that is attacked.
    track: int
    raised_by: RaisedBy
    #: Id of the party in the file; None where the court raises it itself.
    person: str | None
    #: Code of a ground row of the law data, or `policy-court` where no statutory ground carries the court.
    ground: str
    raised_on: date
    #: Code of the court before which it was raised.
    before_court: str
    remark: str | None = None


class ChallengedCase(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    challenge_id: int


async def challenge_competence(command: ChallengeCompetence, by: Actor, deps: Deps) -> ChallengedCase:
    """The routing stays as it is: only a ruling asks a magistrate to look again."""
    found = await redeciding.find(command.case_number, "challengeCompetence", by, deps)
    await redeciding.require_version(found, command.version, deps)
    at = deps.clock.now()
    _require_sound(command, found, court_day(at), by, deps)
    attacked = found.decision.tracks[command.track]
    said = Challenge(
        id=0,
        decision_seq=found.decision_seq,
        ordinal=command.track,
        track=attacked.track,
        court=attacked.court or "",
        raised_by=command.raised_by,
        person=command.person,
        ground=command.ground,
        raised_on=command.raised_on,
        before_court=command.before_court,
        remark=(command.remark or "").strip() or None,
        recorded_at=at,
        recorded_by=by.code,
    )
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        challenge_id = await rows.challenge(tx, found.case.id, said)
        entry = entries.CompetenceChallenged(
            version=found.case.version + 1,
            challenge=challenge_id,
            decision=said.decision_seq,
            track=said.ordinal,
            court=said.court,
            raised_by=said.raised_by,
            person=said.person,
            ground=said.ground,
            raised_on=said.raised_on,
            before_court=said.before_court,
            remark=said.remark,
            registry=by.registry_of,
        )
        await redeciding.enter(tx, found, entry, by, at)
    return ChallengedCase(case_number=found.case.case_number, version=found.case.version + 1, challenge_id=challenge_id)


def _require_sound(command: ChallengeCompetence, found: Snapshot, today: date, by: Actor, deps: Deps) -> None:
    issues = []

    def fault(name: str, detail: str, value: object, type_: str = "invalidInput") -> None:
        issues.append(Issue(type=type_, name=name, detail=detail, value=value))

    law, decision = deps.law.law, found.decision
    if command.track not in range(len(decision.tracks)) or decision.tracks[command.track].court is None:
        fault("/track", "Dit spoor bestaat niet of heeft geen rechtbank; kies een spoor met een rechtbank.", command.track)
    else:
        named = {"/track": decision.tracks[command.track].court, "/beforeCourt": command.before_court}
        issues += competence.of_other_courts(by.registry_of, named)
    parties = {person.id for person in found.case.report.persons}
    if command.raised_by == "party" and command.person not in parties:
        fault("/person", "Kies de partij van dit dossier die de bevoegdheid betwist.", command.person, "referencedResourceNotFound")
    if command.raised_by == "court" and command.person is not None:
        fault("/person", "Een rechter die ambtshalve oordeelt, noemt geen partij; laat dit leeg.", command.person)
    codes = {row.code for row in competence.ground_rows(law, decision.received_on)} | {POLICY}
    if command.ground not in codes:
        fault("/ground", "Deze grond staat niet in de wetgegevens; kies een code uit de lijst.", command.ground)
    if command.before_court not in law.courts:
        fault("/beforeCourt", "Deze rechtbank bestaat niet; kies een code uit de lijst van rechtbanken.", command.before_court)
    if command.raised_on > today:
        fault("/raisedOn", "Deze dag ligt in de toekomst; vul de dag in waarop de bevoegdheid betwist werd.", str(command.raised_on))
    if issues:
        raise BadInput(issues=tuple(issues))
