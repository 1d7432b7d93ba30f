"""Strike a line of the history of a seized item through: it was entered in error; it stays readable and says nothing any more."""

import msgspec

from docket import entries
from docket.access import Actor
from docket.actions import redeciding, standing
from docket.actions.seized_items import itemising, notifying
from docket.actions.seized_items.itemising import ChangedItem
from docket.deps import Deps
from docket.errors import MissingScope, NotFound, StateForbids
from docket.store import seized_items as store


class StrikeItemAct(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    #: Id of the reported seizure, and number of the line.
    item: str
    act_id: int
    reason: str


async def strike_item_act(command: StrikeItemAct, by: Actor, deps: Deps) -> ChangedItem:
    """A decision is struck by a magistrate, and not while what follows from it, or the closing of the file, rests on it."""
    found, item = await itemising.find(command.case_number, "keepItems", command.version, command.item, by, deps)
    reason, at = redeciding.required(command.reason), deps.clock.now()
    act = next((one for one in item.acts if one.id == command.act_id), None)
    if act is None:
        raise NotFound
    if not act.stands:
        raise StateForbids(f"Regel {act.id} is al doorgehaald.")
    if act.act == "decided" and not by.may("decideItem"):
        raise MissingScope("Een beslissing over een in beslag genomen goed haalt een magistraat door.")
    if act.act == "decided":
        itemising.require_holder(found, by)
    if act.act == "decided" and item.decided == act and item.carried_out is not None:
        raise StateForbids("Deze beslissing is uitgevoerd; haal eerst de regel van de uitvoering door.")
    left = msgspec.structs.replace(item, acts=tuple(one for one in item.acts if one is not act))
    if found.case.status == "closed" and left.undecided and not item.undecided:
        raise StateForbids(
            f"Het dossier is gesloten, en zonder deze regel is over goed {item.id} niets beslist: laat een magistraat eerst beslissen "
            "wat er wel mee gebeurt, en haal daarna deze regel door."
        )
    items = await standing.items_of_case(found.case, deps)
    version = found.case.version + 1
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        if not await store.strike(tx, found.case.id, act.id, reason=reason, at=at, by=by.code):
            raise StateForbids(f"Regel {act.id} is al doorgehaald.")
        entry = entries.ItemActStruck(version=version, item_act=act.id, item=item.id, struck_act=act.act, reason=reason)
        await redeciding.enter(tx, found, entry, by, at)
        after = tuple(left if one.id == item.id else one for one in items)
        await notifying.follow(tx, found, items, after, by, deps, at)
    return ChangedItem(case_number=command.case_number, version=version, item=item.id, act=act.id)
