"""Take a shift off the duty roster; one that runs ends now, and what was served stays."""

import msgspec

from docket.access import Actor
from docket.deps import Deps
from docket.errors import NotFound
from docket.store import duty as store


class WithdrawShift(msgspec.Struct, frozen=True, kw_only=True):
    shift_id: int


async def withdraw_shift(command: WithdrawShift, by: Actor, deps: Deps) -> None:
    by.require("keepDutyRoster")
    async with deps.transaction() as tx:
        if not await store.withdraw_shift(tx, command.shift_id, by.office or "", at=deps.clock.now(), by=by.code):
            raise NotFound("Deze dienst staat niet (meer) op het rooster van uw parket.")
