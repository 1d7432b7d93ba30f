"""Give a file a day in a chamber: lawful, with a place left, and everyone to be told in the same transaction."""

import secrets

import msgspec

from docket import entries
from docket.access import Actor
from docket.actions import consequences, redeciding, telling
from docket.actions.hearings import booking
from docket.actions.hearings.booking import Wanted
from docket.clock import court_day
from docket.deps import Deps
from docket.store import hearings as store


class SetHearing(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    wanted: Wanted
    reason: str
    #: Idempotency-Key: the same act with the same key is done once.
    key: str | None = None


class ChangedHearing(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    hearing_id: int
    #: The same act was done before with this key.
    repeated: bool = False


async def set_hearing(command: SetHearing, by: Actor, deps: Deps) -> ChangedHearing:
    found = await redeciding.find(command.case_number, "setHearing", by, deps)
    act = booking.act_of(command.key, command)
    before = await booking.done_before(act, found, deps)
    if before is not None:
        return ChangedHearing(case_number=command.case_number, version=found.case.version, hearing_id=before, repeated=True)
    await redeciding.require_version(found, command.version, deps)
    reason, at = redeciding.required(command.reason), deps.clock.now()
    checked = await booking.check(command.wanted, found, by, deps)
    status = f"zitting bepaald op {court_day(checked.starts_at):%d/%m/%Y}"
    mails = consequences.mails(found.case.report, found.decision, deps, case_number=found.case.case_number, status=status, at=at)
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        booked = await booking.book(tx, command.wanted, checked, by)
        uid = f"{secrets.token_hex(16)}@havendossier"
        hearing_id = await store.set_hearing(
            tx, found.case.id, booked, uid=uid, reason=reason, at=at, by=by.code, acts=[act] if act else []
        )
        told = await telling.tell(tx, found, "hearingSet", mails, at=at, by=by.code, hearing_id=hearing_id, until=checked.starts_at)
        entry = entries.HearingSet(
            version=found.case.version + 1,
            hearing=hearing_id,
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
    return ChangedHearing(case_number=command.case_number, version=found.case.version + 1, hearing_id=hearing_id)
