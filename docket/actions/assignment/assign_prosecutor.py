"""Give a file of the port prosecutors to one of them: connexity first, else the draw. The worker's; may run twice."""

from typing import Any

import msgspec

from docket import entries, seeds
from docket.access import Actor
from docket.actions.assignment import commit_seed
from docket.clock import court_day
from docket.deps import Deps
from docket.draws import account_of, code_of
from docket.heads import HeadKey
from docket.store import assignments as store
from docket.store import entries as docket_entries
from docket.store.assignments import FileToAssign, NewAssignment, SecretSeed
from docket.tracks import PORT_OFFICE
from routing import Assignment, RosterSnapshot, assign, commitment_of


class AssignProsecutor(msgspec.Struct, frozen=True, kw_only=True):
    case_id: int
    #: Number of the last assignment when this was asked; a later one makes it void.
    after: int = 0


async def assign_prosecutor(command: AssignProsecutor, by: Actor, deps: Deps) -> Assignment | None:
    """None: nothing to do. Without a roster nobody is assigned and nothing is entered."""
    async with deps.transaction() as tx:
        await store.lock_draws(tx)
        file = await store.file_to_assign(tx, command.case_id, PORT_OFFICE)
        if file is None or not file.belongs or file.last_seq > command.after:
            return None
        roster = await store.snapshot(tx, file, PORT_OFFICE, court_day(deps.clock.now()))
        if not any(member.on_roster for member in roster.members) or _keeps(file, roster):
            return None
        return await _assigned(tx, file, roster, by, deps)


def _keeps(file: FileToAssign, roster: RosterSnapshot) -> bool:
    """Whoever has the file and can still take it keeps it."""
    if file.prosecutor is None:
        return False
    present = next((member for member in roster.members if member.code == code_of(file.prosecutor or 0)), None)
    return present is not None and not present.absent and present.recused is None and present.named


async def _assigned(tx: Any, file: FileToAssign, roster: RosterSnapshot, by: Actor, deps: Deps) -> Assignment:
    at, secret = deps.clock.now(), await store.seed_for(tx, file.registered_at)
    seed = _opened(secret, deps)
    result = assign(file.case_number, seed, (secret.draws if secret else 0) + 1, roster)
    drawn = secret if result.drawn is not None else None
    new = NewAssignment(
        case_id=file.id,
        seq=file.last_seq + 1,
        kind=result.kind,
        account_id=account_of(result.prosecutor) if result.prosecutor else None,
        snapshot=roster,
        result=result,
        seed_seq=drawn.seq if drawn else None,
        draw_number=drawn.draws + 1 if drawn else None,
        assigned_at=at,
        assigned_by=by.code,
    )
    await store.insert(tx, new)
    entry = _entry(new, result, drawn)
    await docket_entries.append(tx, file.id, kind=entries.kind_of(entry), content=entry, by=by.code, at=at)
    if drawn and await store.last_seed_seq(tx) == drawn.seq and (drawn.draws + 1) * 5 >= deps.settings.draws_per_seed * 4:
        await commit_seed.committed(tx, by.code, deps)
    return result


def _opened(secret: SecretSeed | None, deps: Deps) -> bytes | None:
    if secret is None:
        return None
    seed = seeds.unseal(secret.sealed, secret.seq, HeadKey(deps.settings.head_key))
    return seed if seed is not None and commitment_of(seed) == secret.commitment else None


def _entry(new: NewAssignment, result: Assignment, drawn: SecretSeed | None) -> entries.Entry:
    if result.prosecutor is None or result.kind == "none":
        return entries.ProsecutorNotAssigned(assignment=new.seq, why=result.reason or "nobodyAvailable")
    return entries.ProsecutorAssigned(
        assignment=new.seq,
        prosecutor=result.prosecutor,
        how=result.kind,
        stands_in_for=result.stands_in_for,
        seed=drawn.seq if drawn else None,
        commitment=drawn.commitment.hex() if drawn else None,
        draw_number=new.draw_number,
    )
