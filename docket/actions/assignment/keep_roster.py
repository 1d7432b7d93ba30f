"""Put a prosecutor on the roster from a day, or take him off it; the first one also commits the first seed."""

from datetime import date
from typing import Literal

import msgspec

from docket.access import Actor
from docket.actions.assignment import commit_seed
from docket.deps import Deps
from docket.errors import BadInput, Issue, MissingScope, StateForbids
from docket.store import assignments as store
from docket.tracks import PORT_OFFICE


class KeepRoster(msgspec.Struct, frozen=True, kw_only=True):
    #: Account of a prosecutor of the office.
    prosecutor: int
    change: Literal["add", "end"]
    #: The first day that it holds.
    day: date


async def keep_roster(command: KeepRoster, by: Actor, deps: Deps) -> None:
    by.require("keepRoster")
    if by.office != PORT_OFFICE:
        raise MissingScope("Alleen het hoofd van de havenprocureurs houdt hun rooster bij.")
    at = deps.clock.now()
    async with deps.transaction() as tx:
        await store.lock_draws(tx)
        if command.change == "end":
            if not await store.end_member(tx, PORT_OFFICE, command.prosecutor, command.day, at=at, by=by.code):
                raise StateForbids("Deze magistraat staat na die dag niet op het rooster.")
            return
        if command.prosecutor not in {one.id for one in await store.prosecutors(tx, PORT_OFFICE)}:
            detail = "Dit is geen havenprocureur van uw parket; kies iemand uit de lijst."
            raise BadInput(issues=(Issue(type="referencedResourceNotFound", name="/prosecutor", detail=detail, value=command.prosecutor),))
        if not await store.add_member(tx, PORT_OFFICE, command.prosecutor, command.day, at=at, by=by.code):
            raise StateForbids("Deze magistraat staat vanaf die dag al op het rooster.")
        if not await store.last_seed_seq(tx):
            await commit_seed.committed(tx, by.code, deps)
