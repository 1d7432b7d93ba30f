"""Tie two files that stay two: the ground stands in both, and each is decided anew with the other beside it."""

from datetime import datetime

import msgspec

from docket import entries
from docket.access import Actor
from docket.actions import pairing, redeciding
from docket.actions.pairing import Changed, Rewritten
from docket.contract import RelatedCase, Report
from docket.deps import Deps
from docket.errors import StateForbids
from docket.store.cases import Snapshot
from docket.store.connected import Ground, Limb, NewLink


class LinkCases(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    other: str
    ground: Ground
    #: None = the ground is no connexity (the same facts seen by two services).
    limb: Limb | None
    reason: str


async def link_cases(command: LinkCases, by: Actor, deps: Deps) -> Changed:
    return await deps.under_law_in_force(lambda present: _link(command, by, present))


async def _link(command: LinkCases, by: Actor, deps: Deps) -> Changed:
    own = await redeciding.find(command.case_number, "linkCases", by, deps)
    await redeciding.require_version(own, command.version, deps)
    reason = redeciding.required(command.reason)
    other = await pairing.the_other(command.other, own, "linkCases", by, deps)
    if await pairing.ties(own, by, deps, lambda tie: tie.other_id == other.case.id and tie.kind == "related"):
        raise StateForbids(f"{own.case.case_number} en {other.case.case_number} zijn al met elkaar verbonden.")
    if not pairing.may_learn(own, other):
        raise StateForbids(
            f"{other.case.case_number} is beter beschermd dan dit dossier en mag er niet in genoemd worden; leg het verband in dat dossier."
        )
    at = deps.clock.now()
    # The other file is left as it is where its readers may not learn of this one.
    pairs = [(own, other), *([(other, own)] if pairing.may_learn(other, own) else [])]
    files = {one.case.id: (await _tied(one, two, command, by, deps, at), two) for one, two in pairs}
    async with deps.deciding() as tx:
        for found in pairing.in_order([one for one, _ in pairs]):
            one, two = files[found.case.id]
            await pairing.correct(tx, one)
            tie = NewLink(other_id=two.case.id, kind="related", side="equal", ground=command.ground, limb=command.limb, reason=reason)
            await pairing.link(tx, found, tie, by, at)
            entry = entries.CasesLinked(other=two.case.case_number, ground=command.ground, limb=command.limb, reason=reason, **one.said)
            await pairing.decide(tx, one, entry, by, at)
    return Changed(case_number=own.case.case_number, version=own.case.version + 1)


_STATUS = "verbonden met een ander dossier"


async def _tied(one: Snapshot, two: Snapshot, command: LinkCases, by: Actor, deps: Deps, at: datetime) -> Rewritten:
    laid = {two.case.case_number: command.limb}
    return await pairing.rewritten(one, _naming(one.case.report, two, command.ground), by, deps, at, _STATUS, laid=laid)


def _naming(report: Report, other: Snapshot, ground: Ground) -> Report:
    """The report with the other file among its related ones, where the rules look for it."""
    row = RelatedCase(case_number=other.case.case_number, ground=ground)
    kept = tuple(one for one in report.related_cases if one.case_number != row.case_number)
    return msgspec.structs.replace(report, related_cases=(*kept, row))
