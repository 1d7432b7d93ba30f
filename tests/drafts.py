"""Drafts of the law that move something, and a docket of files that they move or leave."""

import msgspec

from docket.access import Actor
from docket.actions.competence.confirm_competence import ConfirmCompetence, RecordedGround, confirm_competence
from docket.actions.jurisdiction.decide_jurisdiction import TrackChoice
from docket.actions.jurisdiction.override_decision import OverrideDecision, override_decision
from docket.actions.jurisdiction.refer_case import ReferCase, refer_case
from docket.actions.legislation.run_simulation import run_simulation
from docket.actions.legislation.simulate_law import Draft, simulate_law
from docket.deps import Deps
from docket.store import simulations
from docket.store.simulations import Simulation
from tests import builders

#: On the right bank: no draft here moves it.
RIGHT_BANK = [{"id": "p1", "role": "scene", "text": "Delwaidedok", "port": "antwerp", "dock": "Delwaidedok"}]
SEISED = {"seisedOn": "2025-01-10"}


def without(area: str, files: dict[str, bytes]) -> dict[str, bytes]:
    """The policy in use no longer takes an area: its files go to the prosecutor and the court of their territory."""
    text = files["policies.toml"].decode()
    first, rest = text.split("takes_areas = [", 1)
    listed, rest = rest.split("]", 1)
    kept = [one for one in listed.split(", ") if one.strip('"') != area]
    return {"policies.toml": f"{first}takes_areas = [{', '.join(kept)}]{rest}".encode()}


def a_draft(deps: Deps, area: str = "waasland") -> Draft:
    return Draft(files=without(area, dict(deps.law.files)))


class Docket(msgspec.Struct, frozen=True, kw_only=True):
    """Numbers of files: what the draft without the Waasland does to each."""

    moves: str
    moves_and_lapses: str
    stays_referred: str
    stays_seised: str
    unchanged: str
    unchanged_and_chosen: str


async def a_docket(deps: Deps) -> Docket:
    prosecutor = builders.a_prosecutor()
    moves = await builders.a_case(deps, sender="one")
    lapses = await builders.a_case(deps, sender="two")
    choice = (TrackChoice(ordinal=0, prosecution_office="federal", court=None),)
    await override_decision(
        OverrideDecision(case_number=lapses.case_number, version=1, tracks=choice, reason="Federaal belang."), prosecutor, deps
    )
    referred = await builders.a_case(deps, sender="three")
    await refer(referred.case_number, deps)
    seised = await builders.a_case(deps, sender="four", **SEISED)
    unchanged = await builders.a_case(deps, sender="five", places=RIGHT_BANK)
    chosen = await builders.a_case(deps, sender="six", places=RIGHT_BANK)
    await override_decision(
        OverrideDecision(case_number=chosen.case_number, version=1, tracks=choice, reason="Federaal belang."), prosecutor, deps
    )
    return Docket(
        moves=moves.case_number,
        moves_and_lapses=lapses.case_number,
        stays_referred=referred.case_number,
        stays_seised=seised.case_number,
        unchanged=unchanged.case_number,
        unchanged_and_chosen=chosen.case_number,
    )


async def refer(case_number: str, deps: Deps) -> None:
    """Its only track goes to its court, on a ground that a magistrate recorded since no statute carries that court by itself."""
    prosecutor = builders.a_prosecutor()
    ground = RecordedGround(ground="residence", arrondissement="Antwerpen", facts="De verdachte woont te Antwerpen.")
    await confirm_competence(
        ConfirmCompetence(case_number=case_number, version=1, track=0, answer=ground),
        builders.an_actor("prosecutor", account_id=None),
        deps,
    )
    await refer_case(ReferCase(case_number=case_number, version=2, tracks=(0,)), prosecutor, deps)


async def simulated(deps: Deps, by: Actor | None = None, area: str = "waasland") -> Simulation:
    """A draft tried to the end."""
    simulation_id = await simulate_law(a_draft(deps, area), by or builders.a_prosecutor(), deps, queued=False)
    assert await run_simulation(simulation_id, deps)
    found = await simulations.simulation(deps.pool, simulation_id)
    assert found is not None
    return found
