"""Enter how and when the imprisonment beside a port ban came to its end: the term of the ban runs from then."""

from datetime import date
from typing import Literal

import msgspec

from docket import entries
from docket.access import Actor
from docket.actions import redeciding
from docket.actions.judgments import judging
from docket.actions.judgments.judging import ChangedJudgment
from docket.clock import court_day
from docket.deps import Deps
from docket.errors import BadInput, Issue, NotFound, StateForbids
from docket.judgments import ban_of
from docket.store import judgments as store


class EndCustody(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    judgment: int
    ban: int
    ended: Literal["served", "limitation", "conditionalRelease"]
    ended_on: date


async def end_custody(command: EndCustody, by: Actor, deps: Deps) -> ChangedJudgment:
    """A day that was entered wrong is entered again; the docket keeps both."""
    found = await judging.find(command.case_number, "enterJudgment", command.version, by, deps)
    judgment = found.judgment(command.judgment)
    judging.require_own_court(judgment.court, by)
    at = deps.clock.now()
    ban = next((one for one in judgment.bans if one.id == command.ban), None)
    if ban is None:
        raise NotFound
    before = ban_of(ban, judgment, found.finalities, deps.law.law)
    if before is None or before.state == "cannotTell" or before.effect_on is None:
        raise StateForbids("De termijn van dit verbod wacht niet op een gevangenisstraf, of het vonnis is nog niet definitief.")
    if not judgment.pronounced_on <= command.ended_on <= court_day(at):
        detail = f"Geef een dag vanaf de uitspraak ({judgment.pronounced_on:%d/%m/%Y}) tot en met vandaag."
        raise BadInput(issues=(Issue(type="outOfRange", name="/endedOn", detail=detail, value=str(command.ended_on)),))
    ended = msgspec.structs.replace(ban, custody_ended=command.ended, custody_ended_on=command.ended_on)
    answer = ban_of(ended, judgment, found.finalities, deps.law.law)
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found.snapshot)
        await store.end_custody(tx, found.case_id, ban.id, ended=command.ended, on=command.ended_on, at=at, by=by.code)
        entry = entries.CustodyEnded(
            version=found.version,
            judgment=judgment.id,
            ban=ban.id,
            person=ban.person,
            custody_ended=command.ended,
            ended_on=command.ended_on,
            ban_from=answer.runs_from if answer is not None else None,
            ban_until=answer.last_day if answer is not None else None,
            registry=by.registry_of,
        )
        await judging.enter(tx, found, entry, (), by, at)
    status = found.snapshot.case.status
    return ChangedJudgment(case_number=command.case_number, version=found.version, judgment=judgment.id, status=status)
