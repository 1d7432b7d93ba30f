"""Put the law that a register starts with in force: no magistrate can enact one before there is a register."""

from docket.clock import court_day
from docket.deps import Deps
from docket.store import law_packs

REASON = "Eerste start van dit register: het systeem stelt het meegeleverde wetspakket in werking; geen magistraat heeft het ondertekend."


async def enact_first_law(deps: Deps) -> None:
    """The law of `deps` becomes the first pack, once for each register; an upgrade of the software enacts nothing."""
    if await law_packs.digest_in_force(deps.pool) is not None:
        return
    now = deps.clock.now()
    async with deps.transaction() as tx:
        await law_packs.enact_first(tx, deps.law.digest, deps.law.files, on=court_day(now), reason=REASON, at=now)
