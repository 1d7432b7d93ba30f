"""Enter that a remedy was withdrawn; the judgment is final once the clocks of everybody have run out."""

from datetime import date

import msgspec

from docket import entries
from docket.access import Actor
from docket.actions import redeciding
from docket.actions.judgments import judging
from docket.actions.judgments.judging import ChangedJudgment, Judged
from docket.actions.time_limits import by_law
from docket.clock import court_day
from docket.deps import Deps
from docket.errors import BadInput, Issue, NotFound, StateForbids
from docket.judgments import Lodged
from docket.store import cases
from docket.store import judgments as store
from docket.time_limits import Clock


class WithdrawRemedy(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    judgment: int
    remedy_id: int
    withdrawn_on: date
    reason: str


async def withdraw_remedy(command: WithdrawRemedy, by: Actor, deps: Deps) -> ChangedJudgment:
    found = await judging.find(command.case_number, "lodgeRemedy", command.version, by, deps)
    judgment = next((one for one in found.judgments if one.id == command.judgment), None)
    lodged = next((one for one in judgment.remedies if one.id == command.remedy_id), None) if judgment is not None else None
    if judgment is None or lodged is None:
        raise NotFound
    judging.require_own_court(judgment.court, by)
    reason, at = redeciding.required(command.reason), deps.clock.now()
    if not lodged.lodged_on <= command.withdrawn_on <= court_day(at):
        detail = f"Geef een dag vanaf de verklaring ({lodged.lodged_on:%d/%m/%Y}) tot en met vandaag."
        raise BadInput(issues=(Issue(type="outOfRange", name="/withdrawnOn", detail=detail, value=str(command.withdrawn_on)),))
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found.snapshot)
        if not await store.withdraw(tx, found.case_id, lodged.id, on=command.withdrawn_on, reason=reason, by=by.code):
            raise StateForbids("Dit rechtsmiddel is al ingetrokken.")
        await cases.set_courts(tx, found.case_id)
        entry = entries.RemedyWithdrawn(
            version=found.version,
            judgment=judgment.id,
            remedy_id=lodged.id,
            remedy=lodged.remedy,
            party_role=lodged.role,
            party=lodged.person,
            withdrawn_on=command.withdrawn_on,
            reason=reason,
            registry=by.registry_of,
        )
        after = []
        if (memorial := _memorial(found, lodged)) is not None:
            why = "Het cassatieberoep is ingetrokken."
            after.append(await by_law.strike(tx, found.case_id, memorial, why, version=found.version, by=by, deps=deps, at=at))
        await judging.enter(tx, found, entry, after, by, at)
    status = found.snapshot.case.status
    return ChangedJudgment(case_number=command.case_number, version=found.version, judgment=judgment.id, status=status)


def _memorial(found: Judged, lodged: Lodged) -> Clock | None:
    """The clock that the declaration started, while it is open."""
    said = (judging.MEMORIAL, lodged.person or None, lodged.lodged_on)
    return next((one for one in found.clocks if one.open and (one.answer.limit, one.person, one.answer.start.on) == said), None)
