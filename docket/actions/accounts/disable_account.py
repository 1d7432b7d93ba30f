"""Close an account: its sessions end, its key no longer opens anything, what he had in charge waits again; what it entered stays."""

import msgspec

from docket.access import Actor
from docket.actions.duty.give_back import give_back
from docket.deps import Deps
from docket.errors import NotFound
from docket.store import accounts


class DisableAccount(msgspec.Struct, frozen=True, kw_only=True):
    name: str


async def disable_account(command: DisableAccount, by: Actor, deps: Deps) -> None:
    by.require("manageAccounts")
    async with deps.transaction() as tx:
        account_id = await accounts.disable_account(tx, command.name, deps.clock.now())
        if account_id is None:
            raise NotFound(f"Er is geen open account met de naam {command.name}.")
        await accounts.close_sessions_of(tx, account_id)
    await give_back(deps)
