"""Private calendar addresses of the caller's own account."""

from datetime import datetime
from typing import Annotated

from litestar import Response, get, post
from msgspec import Meta

from docket.actions.hearings.follow_hearings import FollowHearings, StopFollowing, follow_hearings, stop_following
from docket.api import examples
from docket.api.answers import created, href, ok
from docket.api.handed import Actor, AnyRequest, Deps, RowId
from docket.api.operations import Answer, operation
from docket.api.reading import body_of
from docket.api.resources import Resource
from docket.contract import ContractStruct
from docket.store import hearings


class FeedRequest(ContractStruct, frozen=True, kw_only=True):
    #: Id of a chamber; left out = the hearings of all files that the key reads.
    chamber: Annotated[int, Meta(ge=1)] | None = None


class FeedResource(Resource, frozen=True, kw_only=True):
    id: int
    chamber_id: int | None
    made_at: datetime


class FeedCollection(Resource, frozen=True, kw_only=True):
    """Those that still work; never their addresses."""

    items: tuple[FeedResource, ...]


class NewFeed(Resource, frozen=True, kw_only=True):
    #: Told once: the register keeps its hash only.
    address: str


@get(
    "/feeds",
    **operation(
        operation_id="listFeeds",
        tag="followUp",
        summary="Calendar addresses of the caller",
        scope="cases:read",
        answers={200: Answer(description="Those that work.", body=FeedCollection, example=examples.FEEDS, headers=("ETag",))},
    ),
)
async def list_all(actor: Actor, deps: Deps) -> Response[bytes]:
    actor.require("readCase")
    return ok(FeedCollection(items=await _feeds(actor, deps)))


@post(
    "/feeds",
    **operation(
        operation_id="addFeed",
        tag="followUp",
        summary="Make a private calendar address",
        description="RFC 5545, without a key; numbers and function codes, no names. The address before it, of the same chamber, ends.",
        scope="cases:read",
        body=FeedRequest,
        body_example={},
        answers={201: Answer(description="Made.", body=NewFeed, example=examples.NEW_FEED, headers=("Location",))},
    ),
)
async def add(request: AnyRequest, actor: Actor, deps: Deps) -> Response[bytes]:
    given = await body_of(request, FeedRequest)
    token = await follow_hearings(FollowHearings(chamber_id=given.chamber), actor, deps)
    address = str(request.url.with_replacements(path=f"/agenda/{token}/zittingen.ics", query=""))
    return created(NewFeed(address=address), href("feeds"))


@post(
    "/feeds/{rowId:str}/revocations",
    status_code=200,
    **operation(
        operation_id="revokeFeed",
        tag="followUp",
        summary="End a calendar address",
        description="Twice is the same as once.",
        scope="cases:read",
        answers={200: Answer(description="Those that still work.", body=FeedCollection, example=examples.FEEDS, headers=("ETag",))},
    ),
)
async def revoke(row_id: RowId, actor: Actor, deps: Deps) -> Response[bytes]:
    await stop_following(StopFollowing(feed_id=row_id), actor, deps)
    return ok(FeedCollection(items=await _feeds(actor, deps)))


async def _feeds(actor: Actor, deps: Deps) -> tuple[FeedResource, ...]:
    found = await hearings.feeds(deps.pool, actor.account_id or 0)
    return tuple(FeedResource(id=one.id, chamber_id=one.chamber_id, made_at=one.made_at) for one in found)
