"""Note where a seized item lies, sealed by what, weighed how and at which cost; a later note replaces an earlier one."""

import msgspec

from docket import entries
from docket.access import Actor
from docket.actions import redeciding
from docket.actions.seized_items import itemising
from docket.actions.seized_items.itemising import ChangedItem
from docket.clock import court_day
from docket.deps import Deps
from docket.errors import BadInput
from docket.seized_items import KeptSaid, kept_issues
from docket.store import seized_items as store


class KeepItem(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    #: Id of the reported seizure.
    item: str
    said: KeptSaid


async def keep_item(command: KeepItem, by: Actor, deps: Deps) -> ChangedItem:
    found, item = await itemising.find(command.case_number, "keepItems", command.version, command.item, by, deps)
    at, said = deps.clock.now(), command.said
    if issues := tuple(kept_issues(said, court_day(at))):
        raise BadInput(issues=issues)
    version = found.case.version + 1
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        act = await store.keep(tx, found.case.id, item.id, said, at=at, by=by.code)
        entry = kept_entry(version, act, item.id, said)
        await redeciding.enter(tx, found, entry, by, at)
    return ChangedItem(case_number=command.case_number, version=version, item=item.id, act=act)


def kept_entry(version: int, act: int, item: str, said: KeptSaid) -> entries.ItemKept:
    return entries.ItemKept(
        version=version,
        item_act=act,
        item=item,
        custodian=said.custodian,
        custodian_name=said.custodian_name,
        item_place=said.place,
        seal=said.seal,
        item_reference=said.reference,
        gross_kg=str(said.gross_kg) if said.gross_kg is not None else None,
        laboratory_kg=str(said.laboratory_kg) if said.laboratory_kg is not None else None,
        sample=said.sample,
        daily_cost_cents=said.daily_cost_cents,
        kept_from=said.kept_from,
    )
