"""Take a hearing off the list, with a reason; its place is free again and everyone is to be told."""

import msgspec

from docket import entries
from docket.access import Actor
from docket.actions import consequences, redeciding, telling
from docket.actions.hearings import booking
from docket.actions.hearings.set_hearing import ChangedHearing
from docket.clock import court_day
from docket.deps import Deps
from docket.store import hearings as store


class CancelHearing(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    hearing_id: int
    reason: str
    key: str | None = None


async def cancel_hearing(command: CancelHearing, by: Actor, deps: Deps) -> ChangedHearing:
    found = await redeciding.find(command.case_number, "setHearing", by, deps)
    act = booking.act_of(command.key, command)
    if await booking.done_before(act, found, deps) is not None:
        return ChangedHearing(case_number=command.case_number, version=found.case.version, hearing_id=command.hearing_id, repeated=True)
    await redeciding.require_version(found, command.version, deps)
    reason, at = redeciding.required(command.reason), deps.clock.now()
    hearing = await booking.standing(command.hearing_id, found, by, deps)
    status = f"zitting van {court_day(hearing.starts_at):%d/%m/%Y} afgelast"
    mails = consequences.mails(found.case.report, found.decision, deps, case_number=found.case.case_number, status=status, at=at)
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        await store.cancel_hearing(tx, hearing.id, reason=reason, at=at, by=by.code, acts=[act] if act else [])
        told = await telling.tell(tx, found, "hearingCancelled", mails, at=at, by=by.code, hearing_id=hearing.id, until=hearing.starts_at)
        after = await booking.follow(tx, found, hearing, None, by=by, deps=deps, at=at)
        entry = entries.HearingCancelled(
            version=found.case.version + 1,
            hearing=hearing.id,
            court=hearing.court,
            chamber=hearing.chamber,
            starts_at=hearing.starts_at,
            reason=reason,
            to_tell=told,
            mails=len(mails),
        )
        await redeciding.enter(tx, found, entry, by, at)
        await redeciding.enter_after(tx, found, after, by, at)
    return ChangedHearing(case_number=command.case_number, version=found.case.version + 1, hearing_id=hearing.id)
