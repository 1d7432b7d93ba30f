"""Put suspects and offences back where they stood before an entry that was made in error, and strike that entry through."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec

from docket import entries, life
from docket.access import Actor
from docket.actions import redeciding, standing
from docket.actions.life.strike_entry import require_entry
from docket.actions.registration.set_confidentiality import ChangedCase
from docket.actions.time_limits import by_law
from docket.cases import CaseStatus
from docket.deps import Deps
from docket.errors import StateForbids
from docket.life import Move, Plan
from docket.store import cases, judgments, time_limits
from docket.store import entries as docket_entries
from docket.store.cases import Snapshot
from docket.timeline import RESTORABLE
from docket.transitions import TITLES, Pair

_BEGUN_IN_ERROR = "begonnen door een registerlijn die bij vergissing ingeschreven was"


class RestoreStanding(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    #: Number of the entry that moved them.
    seq: int
    reason: str


async def restore_standing(command: RestoreStanding, by: Actor, deps: Deps) -> ChangedCase:
    """
    A magistrate's: the only way back out of an end or a finality that was entered in error, and no transition of the law.

    Refused once somebody moved on since: what came after is undone first. Clocks that the entry began are struck; what it met or
    struck itself stays, and is begun anew by who knows that it runs.
    """
    found = await redeciding.find(command.case_number, "decideStatus", by, deps)
    await redeciding.require_version(found, command.version, deps)
    reason = redeciding.required(command.reason)
    kind, struck = await require_entry(found, command.seq, by, deps)
    lines = await docket_entries.of_kinds(deps.pool, found.case.id, (*RESTORABLE, entries.StandingRestored.__name__))
    if any(one.content and one.content.get("undone") == command.seq for one in lines):
        raise StateForbids(f"Wat registerlijn {command.seq} verplaatste, is al teruggezet.")
    entry = next((one for one in lines if one.seq == command.seq and one.kind in RESTORABLE), None)
    if entry is None or not entry.content or not entry.content["moves"]:
        raise StateForbids(f"Registerlijn {command.seq} bracht niemand van de ene stand naar de andere; er is niets terug te zetten.")
    moves = _back(found, msgspec.convert(entry.content["moves"], tuple[Move, ...]))
    where = life.positions(found.stands, life.pairs_of(found.case.report))
    where |= {(one.person, one.offence): _status(one.after) for one in moves}
    plan = Plan(stands=life.standing(where), moves=moves)
    at, version = deps.clock.now(), found.case.version + 1
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        await standing.write(tx, found, plan)
        final = entry.content.get("final") or ()
        await judgments.unset_final(tx, found.case.id, [(one["person"], one["offence"]) for one in final])
        after = await _clocks(tx, found, entry.content["version"], version, by, deps, at)
        # An extract that was sent stays sent, though it closed the file in error.
        if not struck and kind != entries.ExtractSent.__name__:
            after.append(entries.EntryStruck(version=version, struck=command.seq, struck_kind=kind, reason=reason))
        restored = entries.StandingRestored(
            version=version,
            undone=command.seq,
            undone_kind=kind,
            reason=reason,
            status_before=found.case.status,
            status=plan.stands.status,
            moves=moves,
        )
        await cases.set_courts(tx, found.case.id)
        await redeciding.enter(tx, found, restored, by, at)
        await redeciding.enter_after(tx, found, after, by, at)
    return ChangedCase(case_number=found.case.case_number, version=version)


def _back(found: Snapshot, moves: tuple[Move, ...]) -> tuple[Move, ...]:
    """Each from its last place to its first one; raises StateForbids where somebody stands elsewhere by now."""
    first: dict[Pair, str] = {}
    last: dict[Pair, str] = {}
    for move in moves:
        first.setdefault((move.person, move.offence), move.before)
        last[move.person, move.offence] = move.after
    now = life.positions(found.stands, life.pairs_of(found.case.report))
    gone = [pair for pair, status in last.items() if now.get(pair) != status]
    if gone:
        raise StateForbids(f"{_moved_on(gone, now)} Maak eerst ongedaan wat daarna kwam.")
    return tuple(
        Move(person=person, offence=offence, event="restored", before=last[person, offence], after=before)
        for (person, offence), before in first.items()
    )


def _moved_on(gone: list[Pair], now: Mapping[Pair, CaseStatus]) -> str:
    person, offence = gone[0]
    who = (
        ", ".join(part for part in (f"verdachte {person}" if person else "", f"feit {offence}" if offence else "") if part) or "het dossier"
    )
    where = now.get(gone[0])
    return f"{who[:1].upper()}{who[1:]} staat er niet meer zo" + (f", maar op {TITLES[where]}." if where else ".")


def _status(code: str) -> CaseStatus:
    return msgspec.convert(code, CaseStatus)


async def _clocks(tx: Any, found: Snapshot, undone: int, version: int, by: Actor, deps: Deps, at: datetime) -> list[entries.Entry]:
    """Those that still run of what began with the entry: in the same version of the file."""
    lines = await docket_entries.of_kinds(tx, found.case.id, (entries.TimeLimitStarted.__name__,))
    numbers = {line.content["timeLimit"] for line in lines if line.content and line.content["version"] == undone}
    begun = [clock for clock in await time_limits.of_case(tx, found.case.id) if clock.open and clock.id in numbers]
    await judgments.unset_extracts(tx, found.case.id, [clock.id for clock in begun])
    return [await by_law.strike(tx, found.case.id, clock, _BEGUN_IN_ERROR, version=version, by=by, deps=deps, at=at) for clock in begun]
