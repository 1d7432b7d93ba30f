"""Answer for a track whose court has no statutory ground: record a ground, or take the risk by name, so that it may leave."""

from typing import Literal

import msgspec

from docket import competence, entries, report_words
from docket.access import Actor
from docket.actions import redeciding
from docket.actions.registration.set_confidentiality import ChangedCase
from docket.competence import Confirmation, GroundRow
from docket.deps import Deps
from docket.errors import BadInput, Issue, StateForbids
from docket.store import competence as rows
from docket.store.cases import Snapshot
from routing import speaks_for


class RecordedGround(msgspec.Struct, frozen=True, kw_only=True):
    """A statutory ground for the court that was chosen."""

    kind: Literal["ground"] = "ground"
    #: Code of a ground row of the law data (`residence`).
    ground: str
    #: The arrondissement that it speaks for: that of the chosen court; None where the court has none of its own.
    arrondissement: str | None
    #: What it rests on, in the magistrate's words.
    facts: str
    #: `places/p1/municipality`: where the file reports that fact; None = it is not a fact of the report.
    fact_path: str | None = None


class TakenRisk(msgspec.Struct, frozen=True, kw_only=True):
    """No ground, and yet the track leaves: a magistrate answers for it by name."""

    kind: Literal["risk"] = "risk"
    reason: str


class ConfirmCompetence(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    #: Place of the track in the present decision.
    track: int
    answer: RecordedGround | TakenRisk


async def confirm_competence(command: ConfirmCompetence, by: Actor, deps: Deps) -> ChangedCase:
    """By a prosecutor or head; the decision stays, and what may leave on the track leaves from then on."""
    found = await redeciding.find(command.case_number, "confirmCompetence", by, deps)
    await redeciding.require_version(found, command.version, deps)
    court = _court_to_confirm(found, command.track)
    at = deps.clock.now()
    answer = command.answer
    row = _ground(found, court, answer, deps) if isinstance(answer, RecordedGround) else None
    if isinstance(answer, TakenRisk):
        redeciding.required(answer.reason)
        if by.scopes is not None or by.account_id is None:
            raise StateForbids("Het risico wordt op naam genomen: een magistraat meldt zich daarvoor zelf aan, geen programma.")
    said = Confirmation(
        decision_seq=found.decision_seq,
        ordinal=command.track,
        court=court,
        kind=answer.kind,
        ground=row.code if row else None,
        article=row.article if row else None,
        arrondissement=answer.arrondissement if isinstance(answer, RecordedGround) else None,
        facts=answer.facts if isinstance(answer, RecordedGround) else None,
        fact_path=answer.fact_path if isinstance(answer, RecordedGround) else None,
        fact_value=_value(found, answer),
        reason=answer.reason if isinstance(answer, TakenRisk) else None,
        after_ruling=competence.last_ruling(found.challenges),
        confirmed_at=at,
        confirmed_by=by.code,
        account_id=by.account_id,
        office=by.office,
    )
    standing = (*found.confirmations, said)
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        await rows.confirm(tx, found.case.id, (said,))
        await rows.set_waiting(tx, found.case.id, competence.waiting(found.decision, standing, found.challenges))
        await rows.set_grounds(tx, found.case.id, competence.carrying(found.decision, standing, deps.law.law))
        await redeciding.enter(tx, found, _entry(said, found, await redeciding.renew_note(tx, found, by, at)), by, at)
    return ChangedCase(case_number=found.case.case_number, version=found.case.version + 1)


def _entry(said: Confirmation, found: Snapshot, documents: tuple[str, ...]) -> entries.CompetenceConfirmed:
    return entries.CompetenceConfirmed(
        version=found.case.version + 1,
        decision=said.decision_seq,
        track=said.ordinal,
        court=said.court,
        confirmation=said.kind,
        ground=said.ground,
        article=said.article,
        arrondissement=said.arrondissement,
        facts=said.facts,
        fact_path=said.fact_path,
        reason=said.reason,
        account=said.account_id,
        documents=documents,
    )


def _court_to_confirm(found: Snapshot, ordinal: int) -> str:
    count = len(found.decision.tracks)
    if ordinal not in range(count):
        detail = f"Dit spoor bestaat niet; het dossier heeft {count} {'spoor' if count == 1 else 'sporen'}, geteld vanaf 0."
        raise BadInput(issues=(Issue(type="referencedResourceNotFound", name="/track", detail=detail, value=ordinal),))
    court = found.decision.tracks[ordinal].court
    if court is None or ordinal not in found.to_confirm:
        raise StateForbids(
            "Voor dit spoor is er niets te bevestigen: het heeft een wettelijke grond, is al bevestigd of heeft geen rechtbank."
        )
    return court


def _ground(found: Snapshot, court: str, answer: RecordedGround, deps: Deps) -> GroundRow:
    """The row of the law data; raises BadInput with everything that does not hold."""
    law, day = deps.law.law, found.decision.received_on
    issues = []
    row = next((row for row in competence.ground_rows(law, day) if row.code == answer.ground), None)
    if row is None:
        detail = "Deze grond staat niet in de wetgegevens; kies een code uit de lijst van wettelijke gronden."
        issues.append(Issue(type="invalidInput", name="/answer/ground", detail=detail, value=answer.ground))
    if not answer.facts.strip():
        detail = "Zeg in uw woorden op welke feiten de grond rust; het komt in het register te staan."
        issues.append(Issue(type="requiredInput", name="/answer/facts", detail=detail))
    own = competence.arrondissement_of(court, law)
    if answer.arrondissement != own:
        title = law.title(court) or court
        detail = f"De grond pleit niet voor het arrondissement van de gekozen rechtbank ({title}: {own or 'geen eigen'})."
        issues.append(Issue(type="invalidInput", name="/answer/arrondissement", detail=detail, value=answer.arrondissement))
    if answer.fact_path is not None:
        issues += _faults_of_fact(found, answer.fact_path, court, deps)
    if row is not None and not speaks_for(competence.made_ground(row, court, law, None, None), court, law):
        detail = "Deze grond draagt de gekozen rechtbank niet."
        issues.append(Issue(type="invalidInput", name="/answer/ground", detail=detail, value=answer.ground))
    if row is None or issues:
        raise BadInput(issues=tuple(issues))
    return row


def _faults_of_fact(found: Snapshot, path: str, court: str, deps: Deps) -> list[Issue]:
    where = "/answer/factPath"
    if report_words.reported(path, found.case.report) is None:
        detail = "Het dossier meldt op deze plaats niets; wijs een gegeven aan dat er staat, of laat dit leeg."
        return [Issue(type="referencedResourceNotFound", name=where, detail=detail, value=path)]
    elsewhere = [
        ground
        for ground in found.decision.grounds
        if any(fact.path == path for fact in ground.facts) and ground.kind_of_ground == "statute"
    ]
    if elsewhere and not any(speaks_for(ground, court, deps.law.law) for ground in elsewhere):
        named = ", ".join(dict.fromkeys(ground.supports.arrondissement or "een andere rechtbank" for ground in elsewhere))
        detail = f"Dit gegeven pleit volgens de regels voor {named}, niet voor de gekozen rechtbank."
        return [Issue(type="invalidInput", name=where, detail=detail, value=path)]
    return []


def _value(found: Snapshot, answer: RecordedGround | TakenRisk) -> str | None:
    if not isinstance(answer, RecordedGround) or answer.fact_path is None:
        return None
    return report_words.reported(answer.fact_path, found.case.report)
