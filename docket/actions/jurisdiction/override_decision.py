"""Set aside what the rules decided: a prosecutor or head sends any track elsewhere, with a reason."""

import msgspec

from docket.access import Actor
from docket.actions import redeciding
from docket.actions.jurisdiction.decide_jurisdiction import DecidedJurisdiction, TrackChoice, choose
from docket.deps import Deps


class OverrideDecision(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    #: Tracks not named stay as they are.
    tracks: tuple[TrackChoice, ...]
    reason: str


async def override_decision(command: OverrideDecision, by: Actor, deps: Deps) -> DecidedJurisdiction:
    return await deps.under_law_in_force(lambda present: _override(command, by, present))


async def _override(command: OverrideDecision, by: Actor, deps: Deps) -> DecidedJurisdiction:
    found = await redeciding.find(command.case_number, "overrideDecision", by, deps)
    await redeciding.require_version(found, command.version, deps)
    return await choose(found, command.tracks, command.reason, "overridden", by, deps)
