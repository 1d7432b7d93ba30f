"""Remind the office of time limits that end soon; each step once, whoever runs it."""

from datetime import datetime
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
    How many clocks were reminded of, in the morning of court time.

    What came due while no worker ran is made now, the last step only. Told are the prosecutor of the file and who is named on it, else
    the heads of the office that holds it; where nobody left an address the entry says so.
    """
    now, made = deps.clock.now(), 0
    if now.astimezone(COURT_ZONE).time() < MORNING:
        return 0
    while True:
        async with deps.transaction() as tx:
            found = await store.limits_to_remind_of(tx, court_day(now), deps.settings.reminder_days, _AT_ONCE)
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
    addresses = tuple(dict.fromkeys(one.near or one.heads))
    ids = tuple(bounces.new_message_id(deps.settings) for _ in addresses)
    new = case_status.deliveries(mail, addresses, deps.settings, ids, name=limit_reminder.MAIL)
    drawn = await deliveries.draw_ids(tx, len(new))
    await deliveries.insert(tx, one.case_id, deliveries.rows_of(new, drawn, written_at=at, decision_seq=None))
    await jobs.enqueue(tx, [SendDelivery(delivery_id=id_) for id_, row in zip(drawn, new, strict=True) if row.state == "queued"])
    await store.reminded(tx, one, at)
    entry = entries.LimitReminded(time_limit=one.id, due_in_days=(one.alarm_on - court_day(at)).days, mails=len(new))
    await docket_entries.append(tx, one.case_id, kind=entries.kind_of(entry), content=entry, by=SYSTEM.code, at=at)
