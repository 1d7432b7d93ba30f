"""Undo a tie between two files by a new act, with its reason; both are decided anew without it."""

import msgspec

from docket import entries
from docket.access import Actor
from docket.actions import pairing, redeciding
from docket.actions.pairing import Changed
from docket.contract import Report
from docket.deps import Deps
from docket.errors import StateForbids
from docket.store import connected
from docket.store.cases import Snapshot


class UnlinkCases(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    other: str
    reason: str


async def unlink_cases(command: UnlinkCases, by: Actor, deps: Deps) -> Changed:
    return await deps.under_law_in_force(lambda present: _unlink(command, by, present))


async def _unlink(command: UnlinkCases, by: Actor, deps: Deps) -> Changed:
    own = await redeciding.find(command.case_number, "linkCases", by, deps)
    await redeciding.require_version(own, command.version, deps)
    reason = redeciding.required(command.reason)
    other = await pairing.the_other(command.other, own, "linkCases", by, deps)
    pairs = [(one, two) for one, two in ((own, other), (other, own)) if await _tied(one, two, by, deps)]
    if not pairs or pairs[0][0] is not own:
        raise StateForbids(f"Er is geen verband met {other.case.case_number} dat een handeling in dit dossier gelegd heeft.")
    at = deps.clock.now()
    files = {one.case.id: (await pairing.rewritten(one, _without(one, two), by, deps, at, _STATUS), two) for one, two in pairs}
    async with deps.deciding() as tx:
        for found in pairing.in_order([one for one, _ in pairs]):
            one, two = files[found.case.id]
            await pairing.correct(tx, one)
            await connected.end_link(tx, found.case.id, two.case.id, "related", reason=reason, at=at, by=by.code)
            await pairing.decide(tx, one, entries.CasesUnlinked(other=two.case.case_number, reason=reason, **one.said), by, at)
    return Changed(case_number=own.case.case_number, version=own.case.version + 1)


_STATUS = "niet langer verbonden met een ander dossier"


async def _tied(one: Snapshot, two: Snapshot, by: Actor, deps: Deps) -> bool:
    return bool(await pairing.ties(one, by, deps, lambda tie: tie.kind == "related" and tie.other_id == two.case.id))


def _without(one: Snapshot, two: Snapshot) -> Report:
    kept = tuple(row for row in one.case.report.related_cases if row.case_number != two.case.case_number)
    return msgspec.structs.replace(one.case.report, related_cases=kept)
