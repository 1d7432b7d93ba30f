"""Bring tracks of a file before their court: from then on its registry reads the file."""

import msgspec

from docket.access import Actor
from docket.actions.set_confidentiality import ChangedCase
from docket.deps import Deps


class ReferCase(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    #: Places of the tracks in the present decision, from 0; each has a court.
    tracks: tuple[int, ...]


async def refer_case(command: ReferCase, by: Actor, deps: Deps) -> ChangedCase:
    raise NotImplementedError
