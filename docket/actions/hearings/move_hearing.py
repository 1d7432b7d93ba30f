"""Give a hearing another day or hour, with a reason; everyone is to be told of the new one."""

import msgspec

from docket import entries
from docket.access import Actor
from docket.actions import consequences, redeciding, telling
from docket.actions.hearings import booking
from docket.actions.hearings.booking import Wanted
from docket.actions.hearings.set_hearing import ChangedHearing
from docket.clock import court_day
from docket.deps import Deps
from docket.errors import StateForbids
from docket.store import hearings as store


class MoveHearing(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    hearing_id: int
    wanted: Wanted
    reason: str
    key: str | None = None


async def move_hearing(command: MoveHearing, by: Actor, deps: Deps) -> ChangedHearing:
    found = await redeciding.find(command.case_number, "setHearing", by, deps)
    act = booking.act_of(command.key, command)
    if await booking.done_before(act, found, deps) is not None:
        return ChangedHearing(case_number=command.case_number, version=found.case.version, hearing_id=command.hearing_id, repeated=True)
    await redeciding.require_version(found, command.version, deps)
    reason, at = redeciding.required(command.reason), deps.clock.now()
    hearing = await booking.standing(command.hearing_id, found, by, deps)
    checked = await booking.check(command.wanted, found, by, deps)
    if (hearing.chamber_id, hearing.starts_at) == (checked.chamber.id, checked.starts_at):
        raise StateForbids("De zitting staat al op die dag en dat uur in die kamer; kies een andere.")
    status = f"zitting verplaatst naar {court_day(checked.starts_at):%d/%m/%Y}"
    mails = consequences.mails(found.case.report, found.decision, deps, case_number=found.case.case_number, status=status, at=at)
    same_sitting = (hearing.chamber_id, hearing.day) == (checked.chamber.id, checked.sitting.day)
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        booked = await booking.book(tx, command.wanted, checked, by, own=same_sitting)
        await store.move_hearing(tx, hearing.id, booked, reason=reason, at=at, by=by.code, acts=[act] if act else [])
        told = await telling.tell(tx, found, "hearingMoved", mails, at=at, by=by.code, hearing_id=hearing.id, until=checked.starts_at)
        after = await booking.follow(tx, found, hearing, checked.starts_at, by=by, deps=deps, at=at)
        entry = entries.HearingMoved(
            version=found.case.version + 1,
            hearing=hearing.id,
            moved_from=hearing.starts_at,
            court=checked.chamber.court,
            chamber=checked.chamber.name,
            chamber_kind=checked.chamber.kind,
            starts_at=checked.starts_at,
            summons=command.wanted.summons,
            served_on=booked.served_on,
            first_lawful_on=booked.first_lawful_on,
            leave=command.wanted.leave,
            overbooked=booked.overbooked,
            past_title=checked.past_title,
            title_until=checked.term.last if checked.past_title else None,
            reason=reason,
            to_tell=told,
            mails=len(mails),
        )
        await redeciding.enter(tx, found, entry, by, at)
        await redeciding.enter_after(tx, found, after, by, at)
    return ChangedHearing(case_number=command.case_number, version=found.case.version + 1, hearing_id=hearing.id)
