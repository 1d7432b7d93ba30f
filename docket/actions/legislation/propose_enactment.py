"""Propose to put a simulated draft of the law in force; another magistrate has to confirm it."""

from datetime import date

import msgspec

from docket.access import Actor
from docket.actions import redeciding
from docket.actions.legislation.enact_law import require_day, require_simulated
from docket.deps import Deps
from docket.errors import NotFound, StateForbids
from docket.store import proposals


class ProposeEnactment(msgspec.Struct, frozen=True, kw_only=True):
    simulation_id: int
    #: The day of the act.
    in_force_from: date
    reason: str


async def propose_enactment(command: ProposeEnactment, by: Actor, deps: Deps) -> int:
    """The id of the proposal; one at a time waits."""
    account = magistrate(by)
    reason = redeciding.required(command.reason)
    await require_simulated(command.simulation_id, deps)
    await require_day(command.in_force_from, deps)
    async with deps.transaction() as tx:
        proposal_id = await proposals.propose(
            tx,
            command.simulation_id,
            in_force_from=command.in_force_from,
            reason=reason,
            by=by.code,
            account_id=account,
            at=deps.clock.now(),
        )
        if proposal_id is None:
            raise StateForbids("Er wacht al een voorstel op bevestiging of uitvoering. Bevestig het of trek het eerst in.")
    return proposal_id


async def withdraw_enactment(proposal_id: int, by: Actor, deps: Deps) -> None:
    """By any magistrate, until it is carried out."""
    magistrate(by)
    async with deps.transaction() as tx:
        if await proposals.proposal(tx, proposal_id) is None:
            raise NotFound("Er is geen voorstel met dit nummer.")
        if not await proposals.close(tx, proposal_id, "withdrawn", at=deps.clock.now(), states=("proposed", "confirmed")):
            raise StateForbids("Dit voorstel is al uitgevoerd, geweigerd of ingetrokken.")


def magistrate(by: Actor) -> int:
    """The account of a person with the function for it."""
    by.require("enactLaw")
    if by.account_id is None or by.scopes is not None:
        raise StateForbids("Alleen een magistraat met een eigen account stelt een wet in werking; een programma kan dat niet.")
    return by.account_id
