"""Remind whom something was asked of, and tell the office when it is late: the worker's; each reminder is made once, whoever runs it."""

from datetime import date, datetime, timedelta
from typing import Any

from docket import entries
from docket.access import SYSTEM
from docket.actions.requests import asking
from docket.actions.requests.asking import Mailing
from docket.clock import court_day
from docket.deps import Deps
from docket.store import duty
from docket.store import entries as docket_entries
from docket.store import requests as store
from docket.store.requests import DueRequest

#: Requests in one transaction: few, so that nobody waits long for their files.
_AT_ONCE = 20
_BEFORE, _LATE = "herinnering", "te laat"


async def remind(deps: Deps) -> int:
    """How many requests were reminded of; what came due while no worker ran is made now, and mailed once."""
    made = 0
    while True:
        now, settings = deps.clock.now(), deps.settings
        async with deps.transaction() as tx:
            found = await store.due(
                tx,
                court_day(now),
                days_before=settings.request_reminder_days,
                days_between=settings.request_overdue_days,
                limit=_AT_ONCE,
            )
            for one in found:
                await _remind(tx, one, now, deps)
        made += len(found)
        if not found:
            return made


async def _remind(tx: Any, found: DueRequest, now: datetime, deps: Deps) -> None:
    """What is late, or waits for a decision on its answer, is taken in charge by somebody: the chain of the duty tells it until then."""
    mail = None
    if not found.answered:
        mailing = Mailing(
            case_id=found.case_id,
            case_number=found.case_number,
            decision_seq=found.decision_seq,
            request_id=found.id,
            office=found.office,
            address=found.address,
            due_on=found.due_on,
            notice_number=found.notice_number,
        )
        mail = await asking.write_mail(tx, mailing, _LATE if found.late else _BEFORE, deps, now)
    steps = []
    if found.before_on is not None:
        await store.insert_reminder(tx, found, "before", 1, remind_on=found.before_on, at=now, delivery_id=mail)
        steps.append("before")
    if found.late is not None:
        await store.insert_reminder(tx, found, "overdue", found.late, remind_on=_late_on(found, deps), at=now, delivery_id=mail)
        steps.append("overdue")
    if found.unjudged is not None:
        await store.insert_reminder(tx, found, "answered", found.unjudged, remind_on=court_day(now), at=now, delivery_id=None)
        steps.append("answered")
    told = found.late or found.unjudged
    if told is not None:
        await duty.open_for_request(tx, found.case_id, found.answering_office, found.id, cause="RequestReminded", at=now)
    entry = entries.RequestReminded(
        request=found.id,
        steps=tuple(steps),
        number=told or 0,
        due_on=found.due_on,
        mailed=mail is not None,
        office=found.answering_office if told is not None else None,
    )
    await docket_entries.append(tx, found.case_id, kind=entries.kind_of(entry), content=entry, by=SYSTEM.code, at=now)


def _late_on(found: DueRequest, deps: Deps) -> date:
    """The day on which the reminder of that number came due."""
    return found.due_on + timedelta(days=1 + ((found.late or 1) - 1) * deps.settings.request_overdue_days)
