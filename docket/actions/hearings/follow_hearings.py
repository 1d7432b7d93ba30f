"""A private address by which a calendar program reads hearings as its account may read them at that moment."""

import secrets

import msgspec

from docket.access import Actor
from docket.deps import Deps
from docket.errors import BadInput, Issue
from docket.hearings import Chamber
from docket.passwords import secret_hash
from docket.store import hearings as store

TOKEN_BYTES = 32


class FollowHearings(msgspec.Struct, frozen=True, kw_only=True):
    #: None = those of the files that the account reads, of a port prosecutor those of his own files.
    chamber_id: int | None = None


class StopFollowing(msgspec.Struct, frozen=True, kw_only=True):
    feed_id: int


async def chambers_to_follow(by: Actor, deps: Deps) -> tuple[Chamber, ...]:
    """Those that still sit, of a registry those of its court."""
    return tuple(one for one in await store.chambers(deps.pool) if by.court in (None, one.court) and one.closed_at is None)


async def follow_hearings(command: FollowHearings, by: Actor, deps: Deps) -> str:
    """Returns the token of a new address, which nobody can be told again; the address before it ends."""
    by.require("readCase")
    if command.chamber_id is not None and command.chamber_id not in {one.id for one in await chambers_to_follow(by, deps)}:
        detail = "Kies een kamer uit de lijst."
        raise BadInput(issues=(Issue(type="referencedResourceNotFound", name="/chamber", detail=detail, value=command.chamber_id),))
    token = secrets.token_urlsafe(TOKEN_BYTES)
    async with deps.transaction() as tx:
        await store.make_feed(tx, by.account_id or 0, command.chamber_id, secret_hash(token), deps.clock.now())
    return token


async def stop_following(command: StopFollowing, by: Actor, deps: Deps) -> None:
    """Whoever has the address reads nothing any more; of somebody else's address, or one that ended, nothing happens."""
    by.require("readCase")
    async with deps.transaction() as tx:
        await store.revoke_feed(tx, by.account_id or 0, command.feed_id, deps.clock.now())
