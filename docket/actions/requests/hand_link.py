"""Make a private link of a request for a person to hand over, where no mail carries one; it is shown once and kept as a hash."""

import msgspec

from docket import entries
from docket.access import Actor
from docket.actions import redeciding
from docket.actions.requests import asking
from docket.actions.requests.asking import ChangedRequest
from docket.clock import court_day
from docket.deps import Deps


class HandLink(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    request_id: int


class HandedLink(ChangedRequest, frozen=True, kw_only=True):
    #: Cannot be shown again.
    link: str


async def hand_link(command: HandLink, by: Actor, deps: Deps) -> HandedLink:
    """The entry says who made it and when, and never the link."""
    found = await redeciding.find(command.case_number, "keepRequests", by, deps)
    await redeciding.require_version(found, command.version, deps)
    at = deps.clock.now()
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        one = await asking.open_request(tx, found, command.request_id, at)
        link, expires_at = await asking.new_link(tx, one.id, deps)
        await redeciding.enter(tx, found, entries.RequestLinkMade(request=one.id, expires_on=court_day(expires_at)), by, at)
    return HandedLink(case_number=found.case.case_number, version=found.case.version + 1, request_id=one.id, link=link)
