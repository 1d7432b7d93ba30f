"""Take back an offer that nobody has answered yet."""

import msgspec

from docket import entries
from docket.access import Actor
from docket.actions import redeciding
from docket.actions.registration.set_confidentiality import ChangedCase
from docket.deps import Deps
from docket.errors import StateForbids
from docket.store import conflicts


class WithdrawTransfer(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    reason: str


async def withdraw_transfer(command: WithdrawTransfer, by: Actor, deps: Deps) -> ChangedCase:
    found = await redeciding.find(command.case_number, "offerTransfer", by, deps)
    await redeciding.require_version(found, command.version, deps)
    reason = redeciding.required(command.reason)
    if found.offered_to is None or by.office != found.case.holding_office:
        raise StateForbids("Er is geen aanbod van uw parket dat nog op antwoord wacht.")
    at = deps.clock.now()
    entry = entries.TransferWithdrawn(version=found.case.version + 1, to_office=found.offered_to, reason=reason)
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        await conflicts.close_offer(tx, found, "withdrawn", reason=reason, at=at, by=by.code)
        await redeciding.enter(tx, found, entry, by, at)
    return ChangedCase(case_number=found.case.case_number, version=found.case.version + 1)
