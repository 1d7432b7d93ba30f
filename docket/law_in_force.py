"""The law packs that this process has read, and which of them is in force, whichever process enacted it."""

import asyncio
import time
from typing import Any

from docket import legislation
from docket.errors import ServiceUnavailable
from docket.legislation import LoadedLaw
from docket.store import law_packs

#: A read law takes some MB; the one in force, the one before it and those of an old file are enough.
PACKS_KEPT = 4


class NoLaw(ServiceUnavailable):
    """In dit register is nog geen wet in werking. Start het eerst met `docket run` of `docket serve`."""


class PackMissing(Exception):
    """No law pack is kept under this digest."""


class Laws:
    """Reads a pack once; `newest` is what was in force when the database was last asked."""

    def __init__(self, *known: LoadedLaw) -> None:
        self._packs = {law.digest: law for law in known}
        self._asked_at = float("-inf")
        self._reading = asyncio.Lock()
        self.newest: LoadedLaw | None = None

    async def in_force(self, source: Any, *, within: float = 0) -> LoadedLaw:
        """The law in force now, or as it was at most `within` seconds ago; raises NoLaw before the first start."""
        if self.newest is not None and time.monotonic() - self._asked_at < within:
            return self.newest
        digest = await law_packs.digest_in_force(source)
        if digest is None:
            raise NoLaw
        self.newest = await self.pack(source, digest)
        self._asked_at = time.monotonic()
        return self.newest

    async def pack(self, source: Any, digest: str) -> LoadedLaw:
        """Raises PackMissing, or BadLaw when the stored bytes are not those of their digest."""
        async with self._reading:
            if digest not in self._packs:
                files = await law_packs.get(source, digest)
                if files is None:
                    raise PackMissing(digest)
                self._packs[digest] = await asyncio.to_thread(legislation.of_pack, files, digest)
            # The one asked for last stays longest.
            self._packs[digest] = self._packs.pop(digest)
            for oldest in list(self._packs)[:-PACKS_KEPT]:
                del self._packs[oldest]
            return self._packs[digest]
