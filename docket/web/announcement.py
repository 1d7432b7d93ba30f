"""The announcement of an enactment on every page: whoever has read it puts it away."""

from typing import Any

from litestar import Request, Response, post

from docket.store import proposals
from docket.web.handed import Deps
from docket.web.pages import go
from docket.web.visit import FOR_SIGNED_IN, actor_of, inside, posted_of


@post("/recht/aankondiging", opt=FOR_SIGNED_IN)
async def put_away(request: Request[Any, Any, Any], deps: Deps) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    seq = posted.number("_wet")
    if seq is not None and actor.account_id is not None:
        async with deps.transaction() as tx:
            await proposals.put_away(tx, actor.account_id, seq, deps.clock.now())
    return go(inside(posted.text("_terug")))
