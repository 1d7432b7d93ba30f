"""End a session."""

import msgspec

from docket.deps import Deps
from docket.store import accounts


class SignOut(msgspec.Struct, frozen=True, kw_only=True):
    cookie: str


async def sign_out(command: SignOut, deps: Deps) -> None:
    async with deps.transaction() as tx:
        await accounts.close_session(tx, command.cookie)
