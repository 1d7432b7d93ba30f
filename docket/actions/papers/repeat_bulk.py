"""Try again what a run of documents did not make: after the missing facts were filled in, or where a document could not be made."""

import msgspec

from docket import papers
from docket.access import Actor
from docket.deps import Deps
from docket.errors import NotFound
from docket.messages import MakeBulkLine
from docket.store import bulk, jobs


class RepeatBulk(msgspec.Struct, frozen=True, kw_only=True):
    run_id: int


async def repeat_bulk(command: RepeatBulk, by: Actor, deps: Deps) -> int:
    """How many lines are tried again; what was made stays as it is."""
    by.require("readDocument")
    run = await bulk.run(deps.pool, command.run_id, by.account_id or 0)
    if run is None:
        raise NotFound
    by.require(papers.paper_of(run.kind).action)
    async with deps.transaction() as tx:
        again = await bulk.again(tx, command.run_id, by.account_id or 0)
        await jobs.enqueue(tx, [MakeBulkLine(run_id=command.run_id, ordinal=ordinal) for ordinal in again])
    return len(again)
