"""Remind the office of offences whose limitation nears; each step once, whoever runs it."""

from datetime import datetime
from typing import Any

from docket import entries
from docket.access import SYSTEM
from docket.actions.mails.remind_of_limits import mailed
from docket.actions.mails.write_lists import MORNING
from docket.clock import COURT_ZONE, court_day
from docket.deps import Deps
from docket.mail import limit_reminder
from docket.store import entries as docket_entries
from docket.store import watches as store
from docket.store.watches import LimitationToRemindOf

#: Files in one transaction: few, so that nobody waits long for them.
_AT_ONCE = 20


async def remind_of_limitation(deps: Deps) -> int:
    """
    How many last days were reminded of, from the morning of court time on; the mail names no day, for limitation tells of the facts.

    What came due while no worker ran is made now, the last step only. Told is whoever is told of a time limit.
    """
    now, made, more = deps.clock.now(), 0, True
    if now.astimezone(COURT_ZONE).time() < MORNING:
        return 0
    while more:
        async with deps.transaction() as tx:
            found = await store.limitations_to_remind_of(tx, court_day(now), deps.settings.limitation_days, _AT_ONCE)
            done = [await _remind(tx, one, now, deps) for one in found]
        made += sum(done)
        more = any(done)
    return made


async def _remind(tx: Any, one: LimitationToRemindOf, at: datetime, deps: Deps) -> bool:
    await docket_entries.lock(tx, one.case_id)
    if not await store.limitation_reminded(tx, one, at):
        return False
    link = f"{deps.settings.link_root}/dossiers/{one.case_number}/termijnen"
    mail = limit_reminder.LimitReminderMail(case_number=one.case_number, due_on=None, link=link)
    mails = await mailed(tx, one.case_id, mail, one.told, at, deps)
    entry = entries.LimitationReminded(
        last_day=one.on_day, of_offences=one.offences, in_days=(one.on_day - court_day(at)).days, mails=mails
    )
    await docket_entries.append(tx, one.case_id, kind=entries.kind_of(entry), content=entry, by=SYSTEM.code, at=at)
    return True
