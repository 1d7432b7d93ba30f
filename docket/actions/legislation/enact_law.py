"""Put a draft of the law in force, by two magistrates, and give the files that it moves a new decision."""

import copy
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import msgspec
import structlog

from docket import entries, simulating, tracks
from docket.access import Actor
from docket.actions import redeciding
from docket.actions.legislation.run_simulation import pack_of
from docket.clock import court_day
from docket.deps import Deps
from docket.errors import BadInput, Issue, ServiceUnavailable, StateForbids
from docket.simulation import Totals
from docket.store import cases as store
from docket.store import law_packs, proposals, simulations
from docket.store.decisions import NewDecision
from docket.store.simulations import Simulation
from routing import ENGINE_VERSION, route

MAIL_STATUS = "opnieuw beslist na een wijziging van de wet"
#: Files that are read and written at a time; memory is that of one batch. So many left over are left for the end.
BATCH = 100
#: Times that what came in meanwhile is caught up with.
_ROUNDS = 20
#: Times that the law is asked for its lock.
_TRIES = 6
_OTHER_LAW = "Intussen is een andere wet in werking gesteld. Simuleer het ontwerp opnieuw."

log = structlog.get_logger("docket.enactment")


class EnactLaw(msgspec.Struct, frozen=True, kw_only=True):
    #: Of the draft against the law in force, done.
    simulation_id: int
    #: The day of the act.
    in_force_from: date
    reason: str
    #: Closed with it, where the two magistrates proposed and confirmed it on the page.
    proposal_id: int | None = None


class EnactedLaw(msgspec.Struct, frozen=True, kw_only=True):
    seq: int
    digest: str
    totals: Totals
    #: Ids of the files with a new decision.
    moved: tuple[int, ...]
    #: Those among them that the simulation did not move, or the other way round: registered or changed after it.
    since_simulation: int


class _Act(msgspec.Struct, frozen=True, kw_only=True):
    command: EnactLaw
    reason: str
    #: Its place among the enactments, foreseen; held to at the end.
    seq: int
    simulated: Simulation
    by: tuple[Actor, Actor]
    #: Decides by the draft.
    deps: Deps
    decider: simulating.Decider
    #: Sees the register as it was when the whole of it was decided.
    before: Any


class _Found(msgspec.Struct, kw_only=True):
    """What the draft does to the register, as far as it is known and written."""

    #: Lines of the docket of each file when it was decided here.
    known: dict[int, int]
    #: Of all files, but for those in `parts`.
    totals: Totals = msgspec.field(default_factory=Totals)
    #: Of each file that was decided here after the whole.
    parts: dict[int, Totals] = {}
    to_write: set[int] = set()
    written: set[int] = set()

    def copy(self) -> "_Found":
        return _Found(
            known=dict(self.known),
            totals=copy.deepcopy(self.totals),
            parts=dict(self.parts),
            to_write=set(self.to_write),
            written=set(self.written),
        )

    def whole_totals(self) -> Totals:
        whole = copy.deepcopy(self.totals)
        for part in self.parts.values():
            whole.add(part)
        return whole


async def enact_law(command: EnactLaw, by: tuple[Actor, Actor], deps: Deps) -> EnactedLaw:
    """
    Moves exactly the files that a simulation on the register of that moment moves; until it commits, nothing of it is seen.

    While they are written, nobody else changes those files; only the end, for what came in meanwhile, keeps everybody from deciding.
    Raises BadInput or StateForbids with what has to be done first, and changes nothing then.
    """
    require_two(by)
    reason = redeciding.required(command.reason)
    simulated = await require_simulated(command.simulation_id, deps)
    await require_day(command.in_force_from, deps)
    present = await deps.laws.pack(deps.pool, simulated.present_digest or "")
    draft = await deps.laws.pack(deps.pool, simulated.draft_digest)
    async with simulations.snapshot(deps.pool) as (before, name):
        decider = simulating.Decider(present.law, present.digest, draft.law)
        whole = await _whole(before, name, simulated, deps)
        async with deps.transaction() as tx:
            if command.proposal_id is not None and not await proposals.close(tx, command.proposal_id, "enacted", at=deps.clock.now()):
                raise StateForbids("Dit voorstel wacht niet meer op uitvoering; er is niets gewijzigd.")
            act = _Act(
                command=command,
                reason=reason,
                seq=await law_packs.next_seq(tx),
                simulated=simulated,
                by=by,
                deps=deps.under(draft),
                decider=decider,
                before=before,
            )
            await _write(tx, act, whole, sorted(whole.to_write))
            for _ in range(_ROUNDS):
                if await _catch_up(tx, act, whole) <= BATCH:
                    break
            enacted = await _end(tx, act, whole)
    await deps.laws.in_force(deps.pool)
    log.info("law enacted", seq=enacted.seq, digest=enacted.digest, files=enacted.totals.files, moved=enacted.totals.moved)
    return enacted


def require_two(by: tuple[Actor, Actor]) -> None:
    """Two different people, each with the function for it; a program is no magistrate."""
    for each in by:
        each.require("enactLaw")
        if each.account_id is None or each.scopes is not None:
            raise StateForbids("Alleen een magistraat met een eigen account stelt een wet in werking; een programma kan dat niet.")
    if by[0].account_id == by[1].account_id:
        detail = "Twee verschillende magistraten zijn nodig: wie een ontwerp voorstelt, kan het niet zelf bevestigen."
        raise BadInput(issues=(Issue(type="invalidInput", name="/magistrates", detail=detail),))


async def require_simulated(simulation_id: int, deps: Deps) -> Simulation:
    """The simulation, done, of a draft against the law in force by the engine of this version."""
    found = await simulations.simulation(deps.pool, simulation_id)
    if found is None or found.state != "done":
        raise StateForbids("Dit ontwerp is nog niet gesimuleerd. Voer eerst een simulatie uit en wacht tot ze klaar is.")
    in_force = await law_packs.digest_in_force(deps.pool)
    if (found.present_digest, found.engine_version) != (in_force, ENGINE_VERSION):
        raise StateForbids("Sinds deze simulatie geldt een andere wet of een andere versie van het register. Simuleer het ontwerp opnieuw.")
    return found


async def require_day(day: date, deps: Deps) -> None:
    today = court_day(deps.clock.now())
    before = await law_packs.in_force(deps.pool)
    detail = None
    if day > today:
        detail = (
            f"Een wet wordt niet in de toekomst in werking gesteld: kies {today:%d/%m/%Y} of eerder. "
            "De dagen in het ontwerp zelf mogen later vallen."
        )
    elif before is not None and day < before.in_force_from:
        detail = f"De wet die nu geldt, is op {before.in_force_from:%d/%m/%Y} in werking gesteld: kies die dag of later."
    if detail is not None:
        raise BadInput(issues=(Issue(type="outOfRange", name="/inForceFrom", detail=detail, value=str(day)),))


async def _whole(before: Any, name: str, simulated: Simulation, deps: Deps) -> "_Found":
    """As a simulation finds it, on a snapshot of now."""
    if await law_packs.digest_in_force(before) != simulated.present_digest:
        raise StateForbids(_OTHER_LAW)
    extent = await simulations.extent(before)
    task = simulating.Task(
        url=deps.settings.database_url,
        snapshot=name,
        present=await pack_of(before, simulated.present_digest or ""),
        draft=await pack_of(before, simulated.draft_digest),
    )
    found = _Found(known=await simulations.entry_counts(before))
    async for part in simulating.parts(task, extent.last_id):
        found.totals.add(part.totals)
        found.to_write |= {one.case_id for one in part.compared if one.stays is None}
    await _require_as_simulated(before, simulated, found.to_write)
    return found


async def _write(tx: Any, act: "_Act", found: "_Found", moving: Sequence[int]) -> None:
    """Gives files a new decision, but for those that changed since they were found to move, or that others do not let go of."""
    for place in range(0, len(moving), BATCH):
        batch = moving[place : place + BATCH]
        try:
            async with proposals.patiently(tx):
                counts = await proposals.lock_files(tx, batch)
                standing = [id_ for id_ in batch if counts[id_] == found.known[id_]]
                for snapshot in await store.snapshots(tx, standing):
                    await _decide_anew(tx, snapshot, act)
        except proposals.Busy:
            continue
        found.known |= {id_: counts[id_] + 1 for id_ in standing}
        found.written |= set(standing)


async def _catch_up(tx: Any, act: "_Act", found: "_Found") -> int:
    """Decides what came in, changed or was not let go of since it was decided here, and writes what moves; returns how many that were."""
    counts = await simulations.entry_counts(tx)
    changed = sorted({id_ for id_, count in counts.items() if found.known.get(id_) != count} | found.to_write - found.written)
    for place in range(0, len(changed), BATCH):
        batch = changed[place : place + BATCH]
        uncounted = [id_ for id_ in batch if id_ in found.known and id_ not in found.parts]
        for row in await simulations.held_of(act.before, uncounted):
            old = Totals()
            act.decider.decide(row, old)
            found.totals.take(old)
        moving = []
        for row in await simulations.held_of(tx, batch):
            new = Totals()
            compared = act.decider.decide(row, new)
            found.known[row.case_id], found.parts[row.case_id] = row.entry_count, new
            moves = compared is not None and compared.stays is None
            (found.to_write.add if moves else found.to_write.discard)(row.case_id)
            if moves:
                moving.append(row.case_id)
        await _write(tx, act, found, moving)
    return len(changed)


async def _end(tx: Any, act: "_Act", found: "_Found") -> EnactedLaw:
    """The last files and the law itself, while nobody else decides; tried again from where it was when others would wait for each other."""
    for _ in range(_TRIES):
        mine = found.copy()
        try:
            async with proposals.patiently(tx):
                await proposals.lock_law(tx)
                for _ in range(_ROUNDS):
                    changed = await _catch_up(tx, act, mine)
                    if mine.to_write - mine.written:
                        break
                    if not changed:
                        return await _in_force(tx, act, mine)
                raise proposals.Busy
        except proposals.Busy:
            continue
    raise ServiceUnavailable("Er werd te druk in het register geschreven om het even stil te leggen; probeer het over een minuut opnieuw.")


async def _in_force(tx: Any, act: "_Act", found: "_Found") -> EnactedLaw:
    if await law_packs.lock(tx) != act.simulated.present_digest or await law_packs.next_seq(tx) != act.seq:
        raise StateForbids(_OTHER_LAW)
    since = await _require_as_simulated(tx, act.simulated, found.written)
    totals = found.whole_totals()
    enactment = await law_packs.enact(
        tx,
        act.deps.law.digest,
        on=act.command.in_force_from,
        reason=act.reason,
        magistrates=(act.by[0].code, act.by[1].code),
        at=act.deps.clock.now(),
        by=act.by[1].code,
        simulation=str(act.simulated.id),
    )
    await proposals.keep_effects(tx, enactment.seq, act.simulated.id, totals, since_simulation=since)
    return EnactedLaw(seq=enactment.seq, digest=enactment.digest, totals=totals, moved=tuple(sorted(found.written)), since_simulation=since)


async def _require_as_simulated(tx: Any, simulated: Simulation, moved: set[int]) -> int:
    """How many files move otherwise than simulated; each of them was registered or changed since."""
    since = moved ^ await simulations.moved_ids(tx, simulated.id)
    if simulated.snapshot_at is not None and (strange := await proposals.unexplained(tx, sorted(since), simulated.snapshot_at)):
        raise StateForbids(
            f"{len(strange)} dossiers verhuizen anders dan gesimuleerd zonder dat ze wijzigden. Simuleer het ontwerp opnieuw."
        )
    return len(since)


async def _decide_anew(tx: Any, found: store.Snapshot, act: _Act) -> None:
    by, at = act.by[1], act.deps.clock.now()
    decision = _decision(found, act, at)
    follows = redeciding.following(found, found.case.report, decision, by, act.deps, at, MAIL_STATUS)
    entry = entries.DecidedUnderNewLaw(
        version=found.case.version + 1,
        reason=act.reason,
        decision=decision.seq,
        law_digest=act.deps.law.digest,
        enactment=act.seq,
        in_force_from=act.command.in_force_from,
        lapsed=found.decision_kind != "routed",
        documents=tuple(paper.kind for paper in follows.papers),
        mails=len(follows.mails),
        confirmations_lapsed=follows.confirmations.lapsed,
    )
    await redeciding.rise(tx, found)
    await redeciding.write_decisions(tx, found, (decision,), follows, entry, by, at)


def _decision(found: store.Snapshot, act: _Act, at: datetime) -> NewDecision:
    decision = route(found.facts, act.deps.law.law)
    return NewDecision(
        seq=found.decision_seq + 1,
        kind="routed",
        decision=decision,
        facts=found.facts,
        law_digest=act.deps.law.digest,
        engine_version=ENGINE_VERSION,
        decided_at=at,
        decided_by=act.by[1].code,
        open_tracks=tracks.open_ordinals(decision, found.facts),
    )
