"""Set aside what the rules decided: a prosecutor or head sends any track elsewhere, with a reason."""

import msgspec

from docket.access import Actor
from docket.actions.decide_jurisdiction import DecidedJurisdiction, TrackChoice
from docket.deps import Deps


class OverrideDecision(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    #: Tracks not named stay as they are.
    tracks: tuple[TrackChoice, ...]
    reason: str


async def override_decision(command: OverrideDecision, by: Actor, deps: Deps) -> DecidedJurisdiction:
    raise NotImplementedError
