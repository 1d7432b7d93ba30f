"""What an action is handed: transactions, the law and the clock, in one frozen bundle that replaces every global."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
import msgspec

from docket.clock import Clock
from docket.legislation import LoadedLaw
from docket.passwords import Passwords
from docket.settings import Settings
from docket.store import pool as store_pool


class Deps(msgspec.Struct, frozen=True, kw_only=True):
    pool: Any
    law: LoadedLaw
    clock: Clock
    settings: Settings
    passwords: Passwords = msgspec.field(default_factory=Passwords)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[asyncpg.Connection]:
        """One connection with one transaction; commits at the end of the block, rolls back on any error."""
        async with store_pool.transaction(self.pool) as connection:
            yield connection
