"""Undo a joinder by a new act: the joined file goes on by itself with its facts as they stand by now, and both are decided anew."""

from typing import Any

import msgspec

from docket import entries, joining, life
from docket.access import Actor
from docket.actions import consequences, pairing, redeciding, standing
from docket.actions.carrying import End, Load, carry
from docket.actions.pairing import Changed, Rewritten
from docket.cases import CaseStatus
from docket.contract import Report
from docket.deps import Deps
from docket.errors import StateForbids
from docket.store import assignments, connected, jobs
from docket.store.cases import Snapshot


class UnjoinCase(msgspec.Struct, frozen=True, kw_only=True):
    #: The joined file.
    case_number: str
    version: int
    reason: str


async def unjoin_case(command: UnjoinCase, by: Actor, deps: Deps) -> Changed:
    return await deps.under_law_in_force(lambda present: _unjoin(command, by, present))


async def _unjoin(command: UnjoinCase, by: Actor, deps: Deps) -> Changed:
    own = await redeciding.find(command.case_number, "joinCases", by, deps)
    await redeciding.require_version(own, command.version, deps)
    reason = redeciding.required(command.reason)
    if own.case.status != "joined":
        raise StateForbids("Dit dossier is niet gevoegd bij een ander dossier.")
    at_own = await pairing.ties(own, by, deps, lambda tie: tie.kind == "joined" and tie.side == "joined")
    if not at_own:
        raise StateForbids("Dit dossier is gevoegd bij een dossier dat u niet mag wijzigen; vraag het aan wie dat dossier behandelt.")
    lead = await pairing.the_other(at_own[0].case_number, own, "joinCases", by, deps)
    if lead.case.status == "joined":
        raise StateForbids(f"{lead.case.case_number} is zelf gevoegd; maak eerst die voeging ongedaan.")
    if lead.referred_tracks:
        raise StateForbids(f"{lead.case.case_number} staat voor de rechtbank; die beslist zelf of zij de zaken weer scheidt.")
    await pairing.require_undisputed((lead,), "de voeging ongedaan maakt", deps)
    [at_lead] = await pairing.ties(lead, by, deps, lambda tie: tie.kind == "joined" and tie.other_id == own.case.id)
    brought = msgspec.json.decode(at_lead.brought or "{}", type=joining.Brought)
    await pairing.require_judgments_stay(lead, (), brought.persons.keys(), brought.offences.keys(), deps)
    at = deps.clock.now()
    of_lead, of_own = joining.parted(lead.case.report, own.case.report, brought)
    back = _taken_back(lead, own, of_own, brought, at_own[0].status_before or "registered")
    files: dict[int, tuple[Rewritten, Snapshot]] = {
        lead.case.id: (await pairing.rewritten(lead, of_lead, by, deps, at, _STATUS), own),
        own.case.id: (
            await pairing.rewritten(own, of_own, by, deps, at, _STATUS, stands=back, items_decided=await _decided(lead, brought, deps)),
            lead,
        ),
    }
    async with deps.deciding() as tx:
        for found in pairing.in_order([lead, own]):
            one, two = files[found.case.id]
            await pairing.correct(tx, one)
            await connected.end_link(tx, found.case.id, two.case.id, "joined", reason=reason, at=at, by=by.code)
        # Clocks and contacts of the whole lead stay with it: nothing tells which of them came with the joined file.
        load = Load(
            persons=brought.persons | brought.same_persons,
            offences=brought.offences,
            gone_persons=frozenset(brought.persons),
            gone_offences=frozenset(brought.offences),
            whole="stays",
            seizures=brought.seizures,
        )
        await carry(tx, End.of(lead), End.of(own), load, by, deps, at)
        for found in pairing.in_order([lead, own]):
            one, two = files[found.case.id]
            entry = entries.JoinderUndone(other=two.case.case_number, reason=reason, changes=one.changes, **one.said)
            await pairing.decide(tx, one, entry, by, at)
            if found is own:
                await _draw(tx, one)
    return Changed(case_number=own.case.case_number, version=own.case.version + 1)


async def _draw(tx: Any, one: Rewritten) -> None:
    """A file that was joined before anybody had it is drawn for as at its registration; it goes on by itself from here."""
    last, account_id = await assignments.present(tx, one.found.case.id)
    if account_id is None:
        await jobs.enqueue(tx, consequences.assignment(one.found.case.id, one.rewrite.present.decision, after=last))


def _taken_back(lead: Snapshot, own: Snapshot, of_own: Report, brought: joining.Brought, before: CaseStatus) -> life.Stands:
    """Where the suspects of the joined file stand by now in the lead; where they stood before it, when the lead lost them."""
    there = life.positions(lead.stands, life.pairs_of(lead.case.report))
    persons = {its: held for held, its in (brought.persons | brought.same_persons).items()}
    offences = {its: held for held, its in brought.offences.items()}
    kept = life.Stands(status=before, rows=own.stands.rows)
    known = life.positions(kept, life.pairs_of(own.case.report))
    found = {
        pair: there.get((persons.get(pair[0], ""), offences.get(pair[1], "")), known.get(pair, before)) for pair in life.pairs_of(of_own)
    }
    return life.standing(found) if found else life.Stands(status=before)


async def _decided(lead: Snapshot, brought: joining.Brought, deps: Deps) -> frozenset[str]:
    """Items of the joined file, by its own ids, on which a magistrate decided in the lead; that goes back with them."""
    items = await standing.items_of_case(lead.case, deps)
    return frozenset(brought.seizures[item.id] for item in items if item.id in brought.seizures and item.decided is not None)


_STATUS = "voeging ongedaan gemaakt"
