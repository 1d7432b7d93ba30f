"""Take back the short links to the phone card of a file that were sent for one's own office."""

import msgspec

from docket import entries
from docket.access import Actor
from docket.actions import redeciding
from docket.deps import Deps
from docket.errors import StateForbids
from docket.store import duty as store
from docket.store import entries as docket_entries


class RevokeCard(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str


async def revoke_card(command: RevokeCard, by: Actor, deps: Deps) -> int:
    """How many links no longer open."""
    found = await redeciding.find(command.case_number, "takeInCharge", by, deps)
    at, office = deps.clock.now(), by.office or ""
    async with deps.transaction() as tx:
        await docket_entries.lock(tx, found.case.id)
        revoked = await store.revoke_cards(tx, found.case.id, office, at=at, by=by.code)
        if not revoked:
            raise StateForbids("Er is geen korte link meer die naar dit dossier leidt.")
        await redeciding.enter(tx, found, entries.CardRevoked(office=office, links=revoked), by, at)
    return revoked
