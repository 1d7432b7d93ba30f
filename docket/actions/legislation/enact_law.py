"""Put a draft of the law in force, by two magistrates, and give the files that it moves a new decision."""

from datetime import date, datetime

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
from routing import ENGINE_VERSION, Law, route

MAIL_STATUS = "opnieuw beslist na een wijziging van de wet"
#: Files that are read and written between two looks at the rest; memory is that of one batch.
BATCH = 100
#: Times that the register is asked for its lock.
_TRIES = 6

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


async def enact_law(command: EnactLaw, by: tuple[Actor, Actor], deps: Deps) -> EnactedLaw:
    """
    Moves exactly the files that a simulation on the register of that moment moves; nobody else writes meanwhile, reading goes on.

    Raises BadInput or StateForbids with what has to be done first, and changes nothing then.
    """
    require_two(by)
    reason = redeciding.required(command.reason)
    simulated = await require_simulated(command.simulation_id, deps)
    await require_day(command.in_force_from, deps)
    draft = await deps.laws.pack(deps.pool, simulated.draft_digest)
    for _ in range(_TRIES):
        try:
            async with deps.transaction() as tx:
                await proposals.lock_register(tx)
                if command.proposal_id is not None and not await proposals.close(tx, command.proposal_id, "enacted", at=deps.clock.now()):
                    raise StateForbids("Dit voorstel wacht niet meer op uitvoering; er is niets gewijzigd.")
                enacted = await _enact(tx, command, reason, simulated, by, deps.under(draft))
        except proposals.Busy:
            continue
        await deps.laws.in_force(deps.pool)
        log.info("law enacted", seq=enacted.seq, digest=enacted.digest, files=enacted.totals.files, moved=enacted.totals.moved)
        return enacted
    raise ServiceUnavailable("Er werd te druk in het register geschreven om het even stil te leggen; probeer het over een minuut opnieuw.")


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


async def _enact(tx: object, command: EnactLaw, reason: str, simulated: Simulation, by: tuple[Actor, Actor], deps: Deps) -> EnactedLaw:
    """`deps` decides by the draft."""
    present_digest = await law_packs.lock(tx)
    if present_digest != simulated.present_digest:
        raise StateForbids("Intussen is een andere wet in werking gesteld. Simuleer het ontwerp opnieuw.")
    at = deps.clock.now()
    totals, moved = await _moved(tx, present_digest, deps)
    since = frozenset(moved) ^ await simulations.moved_ids(tx, simulated.id)
    if simulated.snapshot_at is not None and (strange := await proposals.unexplained(tx, sorted(since), simulated.snapshot_at)):
        raise StateForbids(
            f"{len(strange)} dossiers verhuizen anders dan gesimuleerd zonder dat ze wijzigden. Simuleer het ontwerp opnieuw."
        )
    enactment = await law_packs.enact(
        tx,
        deps.law.digest,
        on=command.in_force_from,
        reason=reason,
        magistrates=(by[0].code, by[1].code),
        at=at,
        by=by[1].code,
        simulation=str(simulated.id),
    )
    for place in range(0, len(moved), BATCH):
        for found in await store.snapshots(tx, moved[place : place + BATCH]):
            await _decide_anew(tx, found, enactment, by[1], deps, at)
    await proposals.keep_effects(tx, enactment.seq, simulated.id, totals, since_simulation=len(since))
    return EnactedLaw(seq=enactment.seq, digest=deps.law.digest, totals=totals, moved=moved, since_simulation=len(since))


async def _moved(tx: object, present_digest: str, deps: Deps) -> tuple[Totals, tuple[int, ...]]:
    """As a simulation finds it, on the register as it now stands still."""
    extent = await simulations.extent(tx)
    task = simulating.Task(
        url=deps.settings.database_url,
        snapshot=await simulations.export_snapshot(tx),
        present=await pack_of(tx, present_digest),
        draft=await pack_of(tx, deps.law.digest),
    )
    totals, moved = Totals(), []
    async for part in simulating.parts(task, extent.last_id):
        totals.add(part.totals)
        moved += [one.case_id for one in part.compared if one.stays is None]
    return totals, tuple(sorted(moved))


async def _decide_anew(tx: object, found: store.Snapshot, enactment: law_packs.Enactment, by: Actor, deps: Deps, at: datetime) -> None:
    decision = _decision(found, deps.law.law, deps.law.digest, by, at)
    follows = redeciding.following(found, found.case.report, decision, by, deps, at, MAIL_STATUS)
    entry = entries.DecidedUnderNewLaw(
        version=found.case.version + 1,
        reason=enactment.reason,
        decision=decision.seq,
        law_digest=enactment.digest,
        enactment=enactment.seq,
        in_force_from=enactment.in_force_from,
        lapsed=found.decision_kind != "routed",
        documents=tuple(paper.kind for paper in follows.papers),
        mails=len(follows.mails),
        confirmations_lapsed=follows.confirmations.lapsed,
    )
    await redeciding.rise(tx, found)
    await redeciding.write_decisions(tx, found, (decision,), follows, entry, by, at)


def _decision(found: store.Snapshot, law: Law, digest: str, by: Actor, at: datetime) -> NewDecision:
    decision = route(found.facts, law)
    return NewDecision(
        seq=found.decision_seq + 1,
        kind="routed",
        decision=decision,
        facts=found.facts,
        law_digest=digest,
        engine_version=ENGINE_VERSION,
        decided_at=at,
        decided_by=by.code,
        open_tracks=tracks.open_ordinals(decision, found.facts),
    )
