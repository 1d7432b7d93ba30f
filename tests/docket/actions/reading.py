"""Files and their rows as tests look at them."""

from docket.access import Actor, visibility
from docket.deps import Deps
from docket.store import search
from tests.builders import a_clerk


async def view_of(deps: Deps, case_number: str, by: Actor | None = None) -> search.CaseView:
    found = await search.case_view(deps.pool, visibility(by or a_clerk()), case_number)
    assert found is not None
    return found


async def sees(deps: Deps, case_number: str, by: Actor) -> bool:
    return await search.case_view(deps.pool, visibility(by), case_number) is not None
