"""Which files look like this one: a hint to a person, before a report is registered and after; ties nothing."""

import msgspec

from docket import case_keys, cases
from docket.access import Actor, visibility
from docket.clock import court_day
from docket.contract import Report
from docket.deps import Deps
from docket.errors import NotFound
from docket.store import cases as store
from docket.store import connected
from docket.store.connected import Candidate


class ListCandidates(msgspec.Struct, frozen=True, kw_only=True):
    #: The file that is asked about; None = a report that is not registered yet.
    case_number: str | None = None
    #: The report as it would stand; None = as the file has it.
    report: Report | None = None


async def list_candidates(command: ListCandidates, by: Actor, deps: Deps) -> tuple[Candidate, ...]:
    """Only files that the actor may read, the likeliest first; files that are tied already are left out."""
    by.require("readCase")
    case_id, entered_on = 0, court_day(deps.clock.now())
    report = cases.numbered(command.report) if command.report else None
    if command.case_number is not None:
        found = await store.snapshot(deps.pool, command.case_number, visibility(by))
        if found is None:
            raise NotFound
        if found.case.status == "joined":
            return ()
        case_id, entered_on, report = found.case.id, found.case.entered_on, report or found.case.report
    if report is None:
        return ()
    keys = case_keys.keys_of(report, entered_on, deps.law.law)
    named = tuple(row.case_number for row in report.related_cases if row.case_number)
    return await connected.candidates(deps.pool, keys, visibility(by), case_id=case_id, named=named)
