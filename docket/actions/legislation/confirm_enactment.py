"""Confirm what another magistrate proposed; the worker then puts the draft in force."""

import structlog

from docket.access import Actor
from docket.actions.legislation.enact_law import EnactLaw, enact_law, require_day, require_simulated
from docket.actions.legislation.propose_enactment import magistrate
from docket.deps import Deps
from docket.errors import DocketError, NotFound, ServiceUnavailable, StateForbids
from docket.messages import EnactLaw as EnactionPromised
from docket.simulating import SimulationFailed
from docket.store import accounts, jobs, proposals

_FAILED = "Een proces viel uit terwijl de dossiers opnieuw beslist werden; er is niets gewijzigd. Stel het ontwerp opnieuw voor."
_WITHOUT_MAGISTRATE = "Het account van een van beide magistraten is intussen gesloten of verloor zijn functie; er is niets gewijzigd."

log = structlog.get_logger("docket.enactment")


async def confirm_enactment(proposal_id: int, by: Actor, deps: Deps) -> None:
    account = magistrate(by)
    found = await proposals.proposal(deps.pool, proposal_id)
    if found is None:
        raise NotFound("Er is geen voorstel met dit nummer.")
    if found.proposed_account == account:
        raise StateForbids("U stelde dit zelf voor: een andere magistraat bevestigt het.")
    await require_simulated(found.simulation_id, deps)
    await require_day(found.in_force_from, deps)
    async with deps.transaction() as tx:
        if not await proposals.confirm(tx, proposal_id, by=by.code, account_id=account, at=deps.clock.now()):
            raise StateForbids("Dit voorstel wacht niet meer op bevestiging.")
        await jobs.enqueue(tx, [EnactionPromised(proposal_id=proposal_id)])


async def carry_out(proposal_id: int, deps: Deps) -> bool:
    """The worker's part; may run twice. False = it was refused, with the reason on the proposal, or was done before."""
    found = await proposals.proposal(deps.pool, proposal_id)
    if found is None or found.state != "confirmed" or found.confirmed_account is None:
        return False
    people = [await accounts.user_by_id(deps.pool, each) for each in (found.proposed_account, found.confirmed_account)]
    command = EnactLaw(simulation_id=found.simulation_id, in_force_from=found.in_force_from, reason=found.reason, proposal_id=proposal_id)
    try:
        first, second = (one.actor if one else None for one in people)
        if first is None or second is None or not (first.may("enactLaw") and second.may("enactLaw")):
            raise StateForbids(_WITHOUT_MAGISTRATE)
        await enact_law(command, (first, second), deps)
    except ServiceUnavailable:
        raise
    except (DocketError, SimulationFailed) as refusal:
        failure = _FAILED if isinstance(refusal, SimulationFailed) else "; ".join(refusal.lines())
        log.warning("enactment refused", proposal=proposal_id, error=type(refusal).__name__)
        async with deps.transaction() as tx:
            await proposals.close(tx, proposal_id, "refused", failure=failure, at=deps.clock.now())
        return False
    return True
