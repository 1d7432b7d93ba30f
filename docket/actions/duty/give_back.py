"""What was in charge of somebody whose account was closed waits for his office again: whoever closes it does so, and the worker."""

from docket import entries
from docket.access import SYSTEM
from docket.deps import Deps
from docket.draws import code_of
from docket.store import duty as store
from docket.store import entries as docket_entries

#: Files in one transaction: few, so that nobody waits long for one of them.
_AT_ONCE = 20
_CAUSE = entries.GivenBack.__name__


async def give_back(deps: Deps) -> int:
    """How many files wait again; one that is over waits for nobody until it is opened again."""
    files = 0
    while True:
        at = deps.clock.now()
        async with deps.transaction() as tx:
            found = await store.kept_by_the_gone(tx, _AT_ONCE)
            for case in found:
                await docket_entries.lock(tx, case.case_id)
                had = await store.give_back(tx, case.case_id, at)
                for one in had:
                    if one.request_id is not None:
                        await store.open_for_request(tx, case.case_id, one.office, one.request_id, cause=_CAUSE, at=at)
                await store.follow(tx, case.case_id, cause=_CAUSE, holder_before=case.holding_office, at=at)
                for office in sorted({one.office for one in had}):
                    entry = entries.GivenBack(
                        office=office,
                        urgencies=tuple(one.urgency for one in had if one.office == office),
                        taken_from=tuple(sorted({code_of(one.had) for one in had if one.office == office})),
                    )
                    await docket_entries.append(tx, case.case_id, kind=_CAUSE, content=entry, by=SYSTEM.code, at=at)
        files += len(found)
        if len(found) < _AT_ONCE:
            return files
