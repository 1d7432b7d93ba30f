"""What an action is handed: transactions, the law and the clock, in one frozen bundle that replaces every global."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any, TypeVar

import asyncpg
import msgspec

from docket.clock import Clock
from docket.errors import ActDone, ServiceUnavailable
from docket.law_in_force import Laws, PackMissing
from docket.legislation import LoadedLaw
from docket.passwords import Passwords
from docket.settings import Settings
from docket.store import keyed_acts, law_packs
from docket.store import pool as store_pool

T = TypeVar("T")

#: What a page shows is decided by the law of at most this many seconds ago; what is written, always by the law in force.
FRESH_SECONDS = 1.0
#: So many enactments would have to come between a decision and its commit.
_TRIES = 5


class Deps(msgspec.Struct, frozen=True, kw_only=True):
    pool: Any
    #: The law in force when this bundle was made; one request or action sees one law.
    law: LoadedLaw
    clock: Clock
    settings: Settings
    passwords: Passwords = msgspec.field(default_factory=Passwords)
    #: The legislation folder as it was when this process started: where it differs from the law in force, the draft of the next one.
    draft: LoadedLaw | None = None
    #: Shared by all bundles of this process.
    laws: Laws = msgspec.field(default_factory=Laws)
    #: The act is done with an Idempotency-Key, which its transaction writes. None = without one.
    keyed: keyed_acts.KeyedAct | None = None

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[asyncpg.Connection]:
        """One connection with one transaction; commits at the end of the block, rolls back on any error. Raises ActDone."""
        async with store_pool.transaction(self.pool) as connection:
            # First: who comes with the same key waits here, before any file is locked.
            if self.keyed is not None and not await keyed_acts.claim(connection, self.keyed, self.clock.now()):
                raise ActDone
            yield connection

    @asynccontextmanager
    async def deciding(self) -> AsyncIterator[asyncpg.Connection]:
        """
        A transaction that writes a decision: the law is still in force when it commits. Raises LawChanged when it is not.

        The law is held last, once the files are: an enactment keeps files for long and the law for a moment, in that order.
        """
        async with self.transaction() as tx:
            yield tx
            await law_packs.hold(tx, self.law.digest)

    async def under_law_in_force(self, decide: Callable[["Deps"], Awaitable[T]]) -> T:
        """Decides anew, by the law that is then in force, whenever an enactment came between a decision and its commit."""
        deps = self.under(self.laws.newest or self.law)
        for _ in range(_TRIES):
            try:
                return await decide(deps)
            except law_packs.LawChanged:
                deps = self.under(await self.laws.in_force(self.pool))
        raise ServiceUnavailable("De wet wijzigde telkens terwijl dit dossier beslist werd; probeer het over enkele seconden opnieuw.")

    async def present(self) -> "Deps":
        """The same bundle with the law in force; with the one that is known while the database is away or not yet started."""
        try:
            return self.under(await self.laws.in_force(self.pool, within=FRESH_SECONDS))
        except ServiceUnavailable:
            return self.under(self.laws.newest or self.law)

    async def law_of(self, digest: str) -> LoadedLaw:
        """The law that a decision was made under; the law in force where its pack was never kept, as before packs were."""
        try:
            return await self.laws.pack(self.pool, digest)
        except PackMissing:
            return self.law

    def under(self, law: LoadedLaw) -> "Deps":
        return self if law is self.law else msgspec.structs.replace(self, law=law)
