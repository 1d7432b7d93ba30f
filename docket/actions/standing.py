"""What the verbs that move a file along its life share: where everybody stands, and a plan that is refused or written."""

from collections.abc import Collection
from typing import Any

import msgspec

from docket import life
from docket.cases import Case, CaseStatus
from docket.clock import court_day
from docket.contract import Report
from docket.deps import Deps
from docket.errors import StateForbids
from docket.life import Plan
from docket.seized_items import SeizedItem, items_of, undecided
from docket.store import cases as store
from docket.store import conflicts, judgments, seized_items
from docket.store.cases import Snapshot
from docket.transitions import At, Known, undecided_sentence
from routing import excluded_acts, motives_on


def everybody(found: Snapshot, deps: Deps) -> tuple[At, ...]:
    return life.everybody(
        found.stands,
        found.case.report,
        found.decision.tracks,
        referred=found.referred_tracks,
        to_confirm=found.to_confirm,
        for_assizes=life.assize_offences(deps.law.law, found.facts.received_on),
    )


async def known(found: Snapshot, deps: Deps) -> Known:
    handing = await conflicts.of_case(deps.pool, found.case.id)
    today = court_day(deps.clock.now())
    items = await items_of_case(found.case, deps)
    return Known(
        decision_seq=found.decision_seq,
        today=today,
        offered_to=found.offered_to and (deps.law.law.title(found.offered_to) or found.offered_to),
        in_conflict=handing.open_conflict is not None,
        notice_number=found.case.report.notice_number,
        municipality=life.municipality_known(found.case.report),
        motives=frozenset(motives_on(deps.law.law.dismissal, today)),
        excluded_acts={code: row.citation for code, row in excluded_acts(deps.law.law.requisitions, today).items()},
        undecided_items=tuple(item.words for item in undecided(items)),
        items_page=f"/dossiers/{found.case.case_number}/goederen",
    )


async def items_of_case(case: Case, deps: Deps, report: Report | None = None) -> tuple[SeizedItem, ...]:
    """Its seized items with what was done to them and what judgments say of them; `report` None = the one that stands."""
    report = report or case.report
    if not report.seizures:
        return ()
    return items_of(report, await seized_items.of_case(deps.pool, case.id), await judgments.of_case(deps.pool, case.id))


async def require_items_decided(
    found: Snapshot,
    report: Report,
    after: CaseStatus,
    deps: Deps,
    *,
    closing: str | None = None,
    decided: Collection[str] = (),
) -> None:
    """
    Raises StateForbids where a change of the facts, and no event, would close a file while a seized item is undecided.

    `closing` = what closes, where it is not the file that was read; `decided` = ids of items on which another file decided.
    """
    if not life.closes(found.case.status, after):
        return
    left = tuple(item.words for item in undecided(await items_of_case(found.case, deps, report)) if item.id not in decided)
    if left:
        told = msgspec.structs.replace(await known(found, deps), undecided_items=left)
        raise StateForbids(f"Hierdoor zou {closing or found.case.case_number} sluiten. {undecided_sentence(told)}")


async def to_another_office(found: Snapshot, deps: Deps) -> Plan:
    return life.handed_over(found.stands, everybody(found, deps), await known(found, deps))


def require(plan: Plan) -> Plan:
    """Raises StateForbids, which says what would be needed."""
    if plan.refusals:
        raise StateForbids(" ".join(plan.refusals))
    return plan


async def write(tx: Any, found: Snapshot, plan: Plan) -> None:
    """After the version of the file was compared, and before its entry."""
    if plan.stands != found.stands:
        await store.set_stands(tx, found.case.id, plan.stands)
