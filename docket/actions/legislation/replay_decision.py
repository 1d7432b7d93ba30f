"""Decide a stored decision again from what it holds, and say whether the same bytes come out; reads only."""

import msgspec

from docket import replay
from docket.access import Actor
from docket.actions import redeciding
from docket.deps import Deps
from docket.errors import NotFound
from docket.replay import Replayed


class ReplayDecision(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    #: Its place among the decisions of the file, from 1.
    seq: int


async def replay_decision(command: ReplayDecision, by: Actor, deps: Deps) -> Replayed:
    """For whoever may read the file."""
    found = await redeciding.find(command.case_number, "readCase", by, deps)
    async with deps.transaction() as tx:
        async for again in replay.each_replayed(tx, deps.laws, found.case.case_number):
            if again.seq == command.seq:
                return again
    raise NotFound
