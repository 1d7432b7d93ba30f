"""Remind the office of time limits that end soon; each step once, whoever runs it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from docket import entries
from docket.access import SYSTEM
from docket.actions.mails.write_lists import MORNING
from docket.clock import COURT_ZONE, court_day
from docket.deps import Deps
from docket.mail import bounces, case_status, limit_reminder
from docket.messages import SendDelivery
from docket.store import deliveries, jobs
from docket.store import entries as docket_entries
from docket.store import mails as store
from docket.store.mails import LimitToRemindOf

#: Clocks in one transaction: few, so that nobody waits long for their files.
_AT_ONCE = 20
_DETENTION = "detention"


async def remind_of_limits(deps: Deps) -> int:
    """
    How many clocks were reminded of: those that end with a day in the morning of court time, those that end at an instant whenever.

    What came due while no worker ran is made now, the last step only, and none of a clock whose end is past. Told are the prosecutor of
    the file and who is named on it, or who stands in for them while they are away; else the heads of the office that holds it. Where
    nobody left an address the entry says so.
    """
    now, made, settings = deps.clock.now(), 0, deps.settings
    morning = now.astimezone(COURT_ZONE).time() >= MORNING
    while True:
        async with deps.transaction() as tx:
            found = await store.limits_to_remind_of(
                tx, now, court_day(now), settings.reminder_days, settings.limit_reminder_hours, _AT_ONCE, morning=morning
            )
            for one in found:
                await _remind(tx, one, now, deps)
        made += len(found)
        if not found:
            return made


async def _remind(tx: Any, one: LimitToRemindOf, at: datetime, deps: Deps) -> None:
    limit = deps.law.law.time_limits.limits.get(one.limit_id)
    mail = limit_reminder.LimitReminderMail(
        case_number=one.case_number,
        due_on=None if limit is None or limit.group == _DETENTION else one.alarm_on,
        link=f"{deps.settings.link_root}/dossiers/{one.case_number}/termijnen",
    )
    mails = await mailed(tx, one.case_id, mail, one.told, at, deps)
    await store.reminded(tx, one, at)
    hours = int((one.due_at - at) // timedelta(hours=1)) if one.due_at is not None else None
    entry = entries.LimitReminded(time_limit=one.id, due_in_days=(one.alarm_on - court_day(at)).days, due_in_hours=hours, mails=mails)
    await docket_entries.append(tx, one.case_id, kind=entries.kind_of(entry), content=entry, by=SYSTEM.code, at=at)


async def mailed(tx: Any, case_id: int, mail: limit_reminder.LimitReminderMail, addresses: Sequence[str], at: datetime, deps: Deps) -> int:
    """Writes the reminder to each of them, and what sends it; returns how many there are."""
    ids = tuple(bounces.new_message_id(deps.settings) for _ in addresses)
    new = case_status.deliveries(mail, tuple(addresses), deps.settings, ids, name=limit_reminder.MAIL)
    drawn = await deliveries.draw_ids(tx, len(new))
    await deliveries.insert(tx, case_id, deliveries.rows_of(new, drawn, written_at=at, decision_seq=None))
    await jobs.enqueue(tx, [SendDelivery(delivery_id=id_) for id_, row in zip(drawn, new, strict=True) if row.state == "queued"])
    return len(new)
