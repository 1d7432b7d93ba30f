"""Decide what becomes of a seized item: kept, destroyed, given back or sold, by the magistrate who is signed in."""

from datetime import date

import msgspec
from msgspec.structs import replace

from docket import entries
from docket.access import Actor
from docket.actions import redeciding, standing
from docket.actions.seized_items import itemising, notifying
from docket.actions.seized_items.itemising import ChangedItem
from docket.clock import court_day
from docket.deps import Deps
from docket.errors import BadInput, StateForbids
from docket.seized_items import DONE_NL, Act, ItemDecision, SeizedItem, decision_issues
from docket.store import seized_items as store


class DecideItem(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    #: Id of the reported seizure.
    item: str
    decision: ItemDecision
    reason: str
    #: None = today.
    decided_on: date | None = None


async def decide_item(command: DecideItem, by: Actor, deps: Deps) -> ChangedItem:
    """A later decision replaces an earlier one that was not carried out; the limits that the law counts from it begin or end with it."""
    found, item = await itemising.find(command.case_number, "decideItem", command.version, command.item, by, deps)
    itemising.require_holder(found, by)
    at = deps.clock.now()
    decided_on = command.decided_on or court_day(at)
    if issues := tuple(decision_issues(command.decision, command.reason, decided_on, court_day(at))):
        raise BadInput(issues=issues)
    _require_there(item)
    if by.account_id is None:
        raise StateForbids("Over een in beslag genomen goed beslist een magistraat met zijn eigen account.")
    kind = item.reported.kind if item.reported is not None else None
    bases = deps.law.law.evidence.bases(command.decision, kind, decided_on)
    items = await standing.items_of_case(found.case, deps)
    version = found.case.version + 1
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        act = await store.decide(
            tx,
            found.case.id,
            item.id,
            decision=command.decision,
            reason=command.reason.strip(),
            magistrate=by.account_id,
            on=decided_on,
            at=at,
            by=by.code,
        )
        entry = entries.ItemDecided(
            version=version,
            item_act=act,
            item=item.id,
            item_decision=command.decision,
            magistrate=by.account_id,
            item_decided_on=decided_on,
            citations=tuple(one.citation for one in bases),
            reason=command.reason.strip(),
        )
        await redeciding.enter(tx, found, entry, by, at)
        decided = Act(id=act, seizure=item.id, act="decided", decision=command.decision, on=decided_on, entered_at=at, entered_by=by.code)
        after = tuple(replace(one, acts=(*one.acts, decided)) if one.id == item.id else one for one in items)
        await notifying.follow(tx, found, items, after, by, deps, at)
    return ChangedItem(case_number=command.case_number, version=version, item=item.id, act=act)


def _require_there(item: SeizedItem) -> None:
    done = item.carried_out
    if done is not None and done.decision not in (None, "keep"):
        raise StateForbids(
            f"Goed {item.id} is al {DONE_NL[done.decision]} op {done.on:%d/%m/%Y}; haal die regel door als dat niet zo is, en beslis dan."
        )
