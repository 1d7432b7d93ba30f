"""Move the day on which an answer is due, with a reason; reminders begin anew for the new day."""

from datetime import date

import msgspec

from docket import entries
from docket.access import Actor
from docket.actions import redeciding
from docket.actions.requests import asking
from docket.actions.requests.asking import ChangedRequest
from docket.clock import court_day
from docket.deps import Deps
from docket.errors import StateForbids
from docket.store import duty
from docket.store import requests as store


class MoveDue(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    request_id: int
    due_on: date
    reason: str


async def move_due(command: MoveDue, by: Actor, deps: Deps) -> ChangedRequest:
    found = await redeciding.find(command.case_number, "keepRequests", by, deps)
    await redeciding.require_version(found, command.version, deps)
    reason, at = redeciding.required(command.reason), deps.clock.now()
    asking.refuse(*asking.day_issues(command.due_on, court_day(at)))
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        one = await asking.open_request(tx, found, command.request_id, at)
        if one.due_on == command.due_on:
            raise StateForbids("Het antwoord wordt al tegen die dag verwacht; kies een andere dag.")
        await store.move_due(tx, one.id, command.due_on)
        if one.waiting is None:
            await duty.settle_request(tx, one.id, at)
        entry = entries.RequestDueMoved(
            version=found.case.version + 1, request=one.id, due_before=one.due_on, due_on=command.due_on, reason=reason
        )
        await redeciding.enter(tx, found, entry, by, at)
    return ChangedRequest(case_number=found.case.case_number, version=found.case.version + 1, request_id=command.request_id)
