"""Accept or refuse a file that another office offers; accepting makes one's own office its holder."""

from datetime import date

import msgspec

from docket import entries, life, tracks
from docket.access import Actor
from docket.actions import consequences, redeciding, standing, telling
from docket.actions.registration.set_confidentiality import ChangedCase
from docket.clock import court_day
from docket.deps import Deps
from docket.errors import NotFound, Stale
from docket.store import cases as store
from docket.store import conflicts


class AnswerTransfer(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    accept: bool
    reason: str


async def answer_transfer(command: AnswerTransfer, by: Actor, deps: Deps) -> ChangedCase:
    """Open to the office that the file is offered to, which sees nothing of the file before it accepts."""
    by.require("answerTransfer")
    found = await store.put_before(deps.pool, command.case_number, by.office or "")
    if found is None or found.offered_to != by.office:
        raise NotFound
    if command.version != found.case.version:
        # What changed is part of the file, which this office does not see yet.
        raise Stale
    reason = redeciding.required(command.reason)
    plan = standing.require(await standing.to_another_office(found, deps)) if command.accept else life.Plan(stands=found.stands)
    at = deps.clock.now()
    offer = next((one for one in (await conflicts.of_case(deps.pool, found.case.id)).offers if one.state == "offered"), None)
    # A term of the office, not of the law: a late answer holds, and is marked.
    late_since = offer.answer_due_on if offer is not None and offer.overdue(court_day(at)) else None
    mails = (
        consequences.mails(
            found.case.report,
            found.decision,
            deps,
            case_number=found.case.case_number,
            status="overgedragen",
            at=at,
            offices=(found.offered_to or "",),
        )
        if command.accept
        else ()
    )
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        await conflicts.close_offer(tx, found, "accepted" if command.accept else "refused", reason=reason, at=at, by=by.code)
        if command.accept:
            offices = tracks.offices_of(found.decision, found.offered_to or "")
            await store.set_holder(tx, found, found.offered_to or "", offices)
            await standing.write(tx, found, plan)
            await telling.tell(tx, found, "transferred", mails, at=at, by=by.code)
        await redeciding.enter(tx, found, _entry(command, found, plan, reason, len(mails), late_since), by, at)
    return ChangedCase(case_number=found.case.case_number, version=found.case.version + 1)


def _entry(
    command: AnswerTransfer, found: store.Snapshot, plan: life.Plan, reason: str, mails: int, late_since: date | None
) -> entries.Entry:
    version, to_office = found.case.version + 1, found.offered_to or ""
    if not command.accept:
        return entries.TransferRefused(version=version, to_office=to_office, reason=reason, late_since=late_since)
    return entries.TransferAccepted(
        version=version,
        from_office=found.case.holding_office,
        to_office=to_office,
        reason=reason,
        mails=mails,
        moves=plan.moves,
        late_since=late_since,
    )
