"""Confirm what another magistrate proposed; the worker then puts the draft in force."""

import traceback

import structlog

from docket.access import Actor
from docket.actions.legislation.enact_law import EnactLaw, enact_law, require_day, require_simulated
from docket.actions.legislation.propose_enactment import magistrate
from docket.deps import Deps
from docket.errors import DocketError, NotFound, ServiceUnavailable, StateForbids
from docket.messages import EnactLaw as EnactionPromised
from docket.store import accounts, jobs, proposals

_FAILED = (
    "De uitvoering liep vast en er is niets gewijzigd. Bevestig het voorstel opnieuw; verwittig de beheerder als het weer gebeurt, "
    "hij vindt de oorzaak in het logboek onder «enactment failed»."
)
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
    """
    The worker's part; may run twice. False = it was done before, or was not done, with the reason on the proposal.

    What the law or the register stands against is refused; what failed by itself can be confirmed again.
    """
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
    except ServiceUnavailable as refusal:
        await _put_back(proposal_id, "; ".join(refusal.lines()), refusal, deps)
        return False
    except DocketError as refusal:
        failure = "; ".join(refusal.lines())
        log.warning("enactment refused", proposal=proposal_id, error=type(refusal).__name__)
        async with deps.transaction() as tx:
            await proposals.close(tx, proposal_id, "refused", failure=failure, at=deps.clock.now())
        return False
    except Exception as error:
        await _put_back(proposal_id, _FAILED, error, deps)
        return False
    return True


async def _put_back(proposal_id: int, failure: str, error: Exception, deps: Deps) -> None:
    """It waits for its confirmation again, with what went wrong; the place in the code is logged, never the message of the error."""
    where = [f"{frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)[-8:]]
    log.error("enactment failed", proposal=proposal_id, error=type(error).__name__, where=where)
    async with deps.transaction() as tx:
        await proposals.put_back(tx, proposal_id, failure)
