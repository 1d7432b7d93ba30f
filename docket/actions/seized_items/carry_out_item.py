"""Note that what was decided on a seized item is done, on which day and by which paper."""

from datetime import date

import msgspec

from docket import entries
from docket.access import Actor
from docket.actions import redeciding
from docket.actions.seized_items import itemising
from docket.actions.seized_items.itemising import ChangedItem
from docket.clock import court_day
from docket.deps import Deps
from docket.errors import BadInput, Issue, StateForbids
from docket.seized_items import LONGEST_TEXT
from docket.store import seized_items as store


class CarryOutItem(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    #: Id of the reported seizure.
    item: str
    carried_out_on: date
    #: Of the paper, e.g. the report of the destruction; no name of a person.
    proof: str | None = None


async def carry_out_item(command: CarryOutItem, by: Actor, deps: Deps) -> ChangedItem:
    found, item = await itemising.find(command.case_number, "keepItems", command.version, command.item, by, deps)
    at, decided, proof = deps.clock.now(), item.decided, (command.proof or "").strip() or None
    if decided is None or decided.decision is None or decided.on is None:
        raise StateForbids(f"Over goed {item.id} is nog niets beslist; laat eerst een magistraat beslissen.")
    if item.carried_out is not None:
        raise StateForbids(f"De beslissing over goed {item.id} is al uitgevoerd; haal die regel door als dat niet zo is.")
    if not decided.on <= command.carried_out_on <= court_day(at):
        detail = f"Geef de dag van de uitvoering, vanaf de beslissing ({decided.on:%d/%m/%Y}) tot en met vandaag."
        raise BadInput(issues=(Issue(type="outOfRange", name="/carriedOutOn", detail=detail, value=str(command.carried_out_on)),))
    if proof is not None and len(proof) > LONGEST_TEXT:
        raise BadInput(issues=(Issue(type="outOfRange", name="/proof", detail=f"Hoogstens {LONGEST_TEXT} tekens.", value=proof[:50]),))
    version = found.case.version + 1
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        act = await store.carry_out(
            tx, found.case.id, item.id, decision=decided.decision, on=command.carried_out_on, proof=proof, at=at, by=by.code
        )
        entry = entries.ItemCarriedOut(
            version=version,
            item_act=act,
            item=item.id,
            item_decision=decided.decision,
            carried_out_on=command.carried_out_on,
            item_proof=proof,
        )
        await redeciding.enter(tx, found, entry, by, at)
    return ChangedItem(case_number=command.case_number, version=version, item=item.id, act=act)
