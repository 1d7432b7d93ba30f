"""Enter what a court ruled on an objection to competence; a ruling against a court asks a magistrate to look again."""

from datetime import date

import msgspec

from docket import competence, entries
from docket.access import Actor
from docket.actions import redeciding
from docket.clock import court_day
from docket.competence import Challenge, Ruling, RulingKind
from docket.deps import Deps
from docket.errors import BadInput, Issue, NotFound
from docket.store import competence as rows


class RuleOnChallenge(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    challenge_id: int
    #: upheld or rejected: an objection of a party; declined: the court held itself not competent.
    ruling: RulingKind
    #: Code of the court that ruled.
    court: str
    ruled_on: date
    #: Kept as handed in, and flagged where it does not hold.
    ecli: str | None = None
    remark: str | None = None


class RuledCase(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    ruling_id: int
    #: Places of the tracks that a magistrate has to confirm from now on.
    to_confirm: tuple[int, ...]


async def rule_on_challenge(command: RuleOnChallenge, by: Actor, deps: Deps) -> RuledCase:
    """Never sends the file elsewhere by itself: what it strikes becomes to confirm, and a person decides."""
    found = await redeciding.find(command.case_number, "ruleOnChallenge", by, deps)
    await redeciding.require_version(found, command.version, deps)
    challenge = next((each for each in found.challenges if each.id == command.challenge_id), None)
    if challenge is None:
        raise NotFound
    at = deps.clock.now()
    _require_sound(command, challenge, court_day(at), by, deps)
    said = Ruling(
        id=0,
        ruling=command.ruling,
        court=command.court,
        ruled_on=command.ruled_on,
        ecli=(command.ecli or "").strip() or None,
        remark=(command.remark or "").strip() or None,
        recorded_at=at,
        recorded_by=by.code,
    )
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        ruling_id = await rows.rule(tx, found.case.id, challenge.id, said)
        ruled = msgspec.structs.replace(challenge, rulings=(*challenge.rulings, msgspec.structs.replace(said, id=ruling_id)))
        challenges = tuple(ruled if each.id == ruled.id else each for each in found.challenges)
        waiting = competence.waiting(found.decision, found.confirmations, challenges)
        await rows.set_waiting(tx, found.case.id, waiting)
        entry = entries.ChallengeRuled(
            version=found.case.version + 1,
            challenge=challenge.id,
            ruling=said.ruling,
            ground=challenge.ground,
            court=said.court,
            ruled_on=said.ruled_on,
            ecli=said.ecli,
            remark=said.remark,
            to_confirm=waiting,
            registry=by.registry_of,
            documents=await redeciding.renew_note(tx, found, by, at),
        )
        await redeciding.enter(tx, found, entry, by, at)
    return RuledCase(case_number=found.case.case_number, version=found.case.version + 1, ruling_id=ruling_id, to_confirm=waiting)


def _require_sound(command: RuleOnChallenge, challenge: Challenge, today: date, by: Actor, deps: Deps) -> None:
    issues = []

    def fault(name: str, detail: str, value: object) -> None:
        issues.append(Issue(type="invalidInput", name=name, detail=detail, value=value))

    if command.court not in deps.law.law.courts:
        fault("/court", "Deze rechtbank bestaat niet; kies een code uit de lijst van rechtbanken.", command.court)
    else:
        issues += competence.of_other_courts(by.registry_of, {"/court": command.court, "/challengeId": challenge.court})
    if command.ruled_on > today:
        fault("/ruledOn", "Deze dag ligt in de toekomst; vul de dag van de uitspraak in.", str(command.ruled_on))
    if command.ruled_on < challenge.raised_on:
        fault("/ruledOn", "De uitspraak ligt voor de dag waarop de bevoegdheid betwist werd.", str(command.ruled_on))
    if (command.ruling == "declined") != (challenge.raised_by == "court") and not challenge.rulings:
        detail = (
            "Over een betwisting door een partij luidt de uitspraak aanvaard of verworpen; ambtshalve onbevoegd is voor de rechter zelf."
        )
        if command.ruling != "rejected":
            fault("/ruling", detail, command.ruling)
    if issues:
        raise BadInput(issues=tuple(issues))
