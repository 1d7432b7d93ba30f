"""What the verbs on seized items share: the item of a file that the actor may change, and what they answer."""

import msgspec

from docket.access import Action, Actor
from docket.actions import redeciding, standing
from docket.deps import Deps
from docket.errors import NotFound, StateForbids
from docket.seized_items import SeizedItem
from docket.store.cases import Snapshot


class ChangedItem(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    item: str
    #: Number of the line that was written or struck.
    act: int


def require_holder(found: Snapshot, by: Actor) -> None:
    """A decision about the goods of a file is one of the office that holds it, and of no other that has a track in it."""
    if by.office != found.case.holding_office:
        raise StateForbids("Over een in beslag genomen goed beslist een magistraat van het parket dat het dossier houdt.")


async def find(case_number: str, action: Action, version: int, item_id: str, by: Actor, deps: Deps) -> tuple[Snapshot, SeizedItem]:
    """Raises NotFound where the report names no such seizure, and Stale."""
    found = await redeciding.find(case_number, action, by, deps)
    await redeciding.require_version(found, version, deps)
    item = next((one for one in await standing.items_of_case(found.case, deps) if one.id == item_id), None)
    if item is None:
        raise NotFound(f"Dossier {case_number} noemt geen in beslag genomen goed {item_id}.")
    return found, item
