"""Opening a file: only what the caller may see, and never without a line in the access log."""

from docket.access import Action, Actor, visibility
from docket.deps import Deps
from docket.errors import NotFound
from docket.store import access_log, search


async def opened(case_number: str, actor: Actor, deps: Deps, action: Action = "readCase") -> search.CaseView:
    """Raises NotFound alike for a file that is not there and for one that the caller may not see."""
    actor.require(action)
    view = await search.case_view(deps.pool, visibility(actor, action), case_number)
    if view is None:
        raise NotFound
    await access_log.log_opened(deps.pool, actor.code, case_number, deps.clock.now())
    return await search.shown_to(deps.pool, view, actor)
