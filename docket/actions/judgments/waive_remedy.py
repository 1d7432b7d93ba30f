"""Enter that a party gives up a remedy, or acquiesces: its clock keeps nothing open any more."""

from datetime import date

import msgspec

from docket import entries
from docket.access import Actor
from docket.actions import redeciding
from docket.actions.judgments import judging
from docket.actions.judgments.judging import ChangedJudgment
from docket.clock import court_day
from docket.deps import Deps
from docket.errors import BadInput, Issue, NotFound, StateForbids
from docket.store import judgments as store


class WaiveRemedy(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    judgment: int
    #: Number of the clock of the judgment.
    clock: int
    waived_on: date
    reason: str


async def waive_remedy(command: WaiveRemedy, by: Actor, deps: Deps) -> ChangedJudgment:
    found = await judging.find(command.case_number, "lodgeRemedy", command.version, by, deps)
    judgment = found.judgment(command.judgment)
    judging.require_own_court(judgment.court, by)
    reason, at = redeciding.required(command.reason), deps.clock.now()
    clock = next((one for one in judgment.clocks if one.id == command.clock), None)
    if clock is None:
        raise NotFound
    if not judgment.pronounced_on <= command.waived_on <= court_day(at):
        detail = f"Geef een dag vanaf de uitspraak ({judgment.pronounced_on:%d/%m/%Y}) tot en met vandaag."
        raise BadInput(issues=(Issue(type="outOfRange", name="/waivedOn", detail=detail, value=str(command.waived_on)),))
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found.snapshot)
        if not await store.waive(tx, found.case_id, clock.id, on=command.waived_on, reason=reason):
            raise StateForbids("Van dit rechtsmiddel is al afstand genoteerd.")
        entry = entries.RemedyWaived(
            version=found.version,
            judgment=judgment.id,
            remedy=clock.remedy,
            party_role=clock.role,
            party=clock.person,
            waived_on=command.waived_on,
            reason=reason,
            registry=by.registry_of,
        )
        await judging.enter(tx, found, entry, (), by, at)
    status = found.snapshot.case.status
    return ChangedJudgment(case_number=command.case_number, version=found.version, judgment=judgment.id, status=status)
