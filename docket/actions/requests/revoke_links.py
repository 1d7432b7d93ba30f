"""Take back the private links of a request: whoever holds one reads nothing any more; the next mail carries a new one."""

import msgspec

from docket import entries
from docket.access import Actor
from docket.actions import redeciding
from docket.actions.requests import asking
from docket.actions.requests.asking import ChangedRequest
from docket.deps import Deps
from docket.errors import StateForbids
from docket.store import requests as store


class RevokeLinks(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    request_id: int


async def revoke_links(command: RevokeLinks, by: Actor, deps: Deps) -> ChangedRequest:
    found = await redeciding.find(command.case_number, "keepRequests", by, deps)
    await redeciding.require_version(found, command.version, deps)
    at = deps.clock.now()
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        one = await asking.open_request(tx, found, command.request_id, at)
        revoked = await store.revoke_links(tx, one.id, at=at, by=by.code)
        if not revoked:
            raise StateForbids("Er is geen link meer die deze vraag opent.")
        await redeciding.enter(tx, found, entries.RequestLinksRevoked(request=one.id, links=revoked), by, at)
    return ChangedRequest(case_number=found.case.case_number, version=found.case.version + 1, request_id=command.request_id)
