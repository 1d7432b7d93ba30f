"""Reads the inventory of a file that was found through the condition: one source for its page, the API and the paper."""

from collections.abc import Mapping, Sequence

from docket.cases import Case
from docket.clock import court_day
from docket.deps import Deps
from docket.pieces import Fate, InventoryLine, Issued, Part, inventory
from docket.store import connected, documents
from docket.store import pieces as store
from docket.store.documents import MadePaper
from documents import kind_of

_FATES: Mapping[str, Fate] = {"replaced": "replaced", "withdrawn": "withdrawn"}


async def inventory_of(case: Case, deps: Deps) -> tuple[InventoryLine, ...]:
    """
    What lies in the file, and what lies in the files that were joined to it, by their number: they are tried together.

    Whoever may learn of the lead may learn of a joined file (`pairing.require_equal_protection`), so a court's copy leaves nothing out.
    """
    law = deps.law.law
    parts = [
        Part(
            case_number=one.case_number,
            came_at=one.joined_at,
            pieces=await store.of_case(deps.pool, one.id),
            documents=issued(await documents.made_of(deps.pool, one.id)),
            office=law.title(one.holding_office) or one.holding_office,
        )
        for one in await connected.joined_into(deps.pool, case.id)
    ]
    own = await store.of_case(deps.pool, case.id), issued(await documents.made_of(deps.pool, case.id))
    return inventory(*own, law, law.title(case.holding_office) or case.holding_office, parts)


def issued(made: Sequence[MadePaper]) -> tuple[Issued, ...]:
    """
    What the office issued lies in the file, whatever became of it since; a draft lies in none.

    Its pages are those of its PDF, once that was made.
    """
    return tuple(
        Issued(
            id=one.id,
            title_nl=kind_of(one.kind).title_nl,
            issued_at=one.issued_at,
            made_on=court_day(one.made_at),
            sha256=one.sha256,
            pages=one.pages,
            fate=_FATES.get(one.stage),
        )
        for one in made
        if one.issued_at is not None
    )
