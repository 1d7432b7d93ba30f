"""Take back what was asked, with a reason: nobody is reminded any more, and its links open nothing."""

import msgspec

from docket import entries
from docket.access import Actor
from docket.actions import redeciding
from docket.actions.requests import asking
from docket.actions.requests.asking import ChangedRequest
from docket.deps import Deps
from docket.errors import StateForbids
from docket.store import duty
from docket.store import requests as store


class WithdrawRequest(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    request_id: int
    reason: str


async def withdraw_request(command: WithdrawRequest, by: Actor, deps: Deps) -> ChangedRequest:
    found = await redeciding.find(command.case_number, "keepRequests", by, deps)
    await redeciding.require_version(found, command.version, deps)
    reason, at = redeciding.required(command.reason), deps.clock.now()
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        one = await asking.open_request(tx, found, command.request_id, at)
        if one.waiting is not None:
            raise StateForbids("Er wacht een antwoord op deze vraag; aanvaard of weiger het eerst.")
        await store.close(tx, one.id, "withdrawn", at=at, by=by.code, reason=reason)
        await store.revoke_links(tx, one.id, at=at, by=by.code)
        await duty.settle_request(tx, one.id, at)
        entry = entries.RequestWithdrawn(version=found.case.version + 1, request=one.id, reason=reason)
        await redeciding.enter(tx, found, entry, by, at)
    return ChangedRequest(case_number=found.case.case_number, version=found.case.version + 1, request_id=command.request_id)
