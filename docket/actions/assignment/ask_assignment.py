"""Ask that a file be assigned again: nobody has it, or who has it is absent, recused or off the roster."""

import msgspec

from docket import entries
from docket.access import Actor
from docket.actions import redeciding
from docket.actions.registration.set_confidentiality import ChangedCase
from docket.clock import court_day
from docket.deps import Deps
from docket.errors import StateForbids
from docket.messages import AssignProsecutor
from docket.store import assignments as store
from docket.store import jobs
from docket.tracks import PORT_OFFICE, goes_to_port


class AskAssignment(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int


async def ask_assignment(command: AskAssignment, by: Actor, deps: Deps) -> ChangedCase:
    found = await redeciding.find(command.case_number, "askAssignment", by, deps)
    await redeciding.require_version(found, command.version, deps)
    if not goes_to_port(found.decision):
        raise StateForbids("Het gewone spoor van dit dossier gaat niet naar de havenprocureurs; er is niets toe te wijzen.")
    at = deps.clock.now()
    roster = {line.account_id: line for line in await store.roster(deps.pool, PORT_OFFICE, court_day(at), found.case.id)}
    if not any(line.on_roster for line in roster.values()):
        raise StateForbids("Er staat niemand op het rooster; de korpschef houdt het bij op de bladzijde Toewijzing.")
    entry = entries.AssignmentAsked(version=found.case.version + 1)
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        last, account_id = await store.present(tx, found.case.id)
        present = roster.get(account_id) if account_id else None
        if present is not None and not present.absent and present.recused is None:
            raise StateForbids("De magistraat van dit dossier is aanwezig en niet verschoond; alleen het hoofd kan een andere kiezen.")
        await jobs.enqueue(tx, [AssignProsecutor(case_id=found.case.id, after=last)])
        await redeciding.enter(tx, found, entry, by, at)
    return ChangedCase(case_number=found.case.case_number, version=found.case.version + 1)
