"""Commit a seed for draws to come: its hash is published, the seed itself stays sealed until its period is over."""

from typing import Any

import msgspec

from docket import seeds
from docket.access import Actor
from docket.deps import Deps
from docket.errors import MissingScope
from docket.heads import HeadKey
from docket.journal import FIRST_LINK
from docket.seeds import Commitment
from docket.store import assignments as store
from docket.tracks import PORT_OFFICE
from routing import commitment_of


class CommitSeed(msgspec.Struct, frozen=True, kw_only=True):
    """Files that are registered from then on are drawn with it."""


async def commit_seed(command: CommitSeed, by: Actor, deps: Deps) -> Commitment:
    by.require("keepRoster")
    if by.office != PORT_OFFICE:
        raise MissingScope("Alleen het hoofd van de havenprocureurs beheert de zaden van hun lotingen.")
    async with deps.transaction() as tx:
        await store.lock_draws(tx)
        return await committed(tx, by.code, deps)


async def committed(tx: Any, by: str, deps: Deps) -> Commitment:
    """The next seed; the lock on the draws is held."""
    seed, key = seeds.new_seed(), HeadKey(deps.settings.head_key)
    commitment = Commitment(
        seq=await store.last_seed_seq(tx) + 1,
        commitment=commitment_of(seed).hex(),
        committed_at=deps.clock.now(),
        committed_by=by,
        previous_hash=(await store.last_link(tx) or FIRST_LINK).hex(),
    )
    await store.insert_seed(tx, commitment, seeds.seal(seed, commitment.seq, key))
    return commitment
