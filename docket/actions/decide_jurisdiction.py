"""Settle the open tracks of a file: a prosecutor or head says where they go, with a reason."""

import msgspec

from docket.access import Actor
from docket.deps import Deps
from routing import Decision


class TrackChoice(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    #: Place of the track in the decision, from 0; a file without tracks gets an ordinary one as 0.
    ordinal: int
    #: A code of the contract (`antwerpPort`, ...).
    prosecution_office: str
    #: A code of the contract; None = no court yet.
    court: str | None = None


class DecideJurisdiction(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    #: Open tracks only; those not named stay open.
    tracks: tuple[TrackChoice, ...]
    reason: str


class DecidedJurisdiction(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    before: Decision
    after: Decision


async def decide_jurisdiction(command: DecideJurisdiction, by: Actor, deps: Deps) -> DecidedJurisdiction:
    raise NotImplementedError
