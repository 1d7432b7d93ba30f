"""Reads all that the register knows of a file for its papers: before one is asked for, and when the worker makes it."""

from datetime import datetime
from typing import Any

import msgspec

from docket import entries, limitation, seisin
from docket.access import WHILE_JOINED, Action, Actor, visibility
from docket.actions import redeciding, standing
from docket.actions.pieces.inventorying import inventory_of
from docket.deps import Deps
from docket.errors import NotFound
from docket.papers import PAPERS, Known, Limits, Paper, StoredDecision, limit_line, refusal
from docket.seized_items import items_of
from docket.store import (
    addresses,
    cases,
    conflicts,
    contacts,
    documents,
    hearings,
    judgments,
    requests,
    seized_items,
    services,
    time_limits,
)
from docket.store import entries as docket_entries
from docket.store.cases import Snapshot
from docket.store.conflicts import Handing
from docket.time_limits import Clock, label
from documents import words
from routing import Decision

#: Entries that move somebody, strike another one, carry positions between files, or interrupt or suspend limitation.
_TOLD = (
    *limitation.KINDS,
    *sorted(seisin.CARRIED),
    *sorted(kind.__name__ for kind in entries.KINDS if "moves" in kind.__struct_fields__),
)


class PresentDecision(msgspec.Struct, frozen=True, kw_only=True):
    """The decision of a file that an action read before it writes."""

    kind: str
    decision: Decision
    law_digest: str
    engine_version: str
    decided_at: datetime
    reason: str | None
    open_tracks: tuple[int, ...]


async def known(case_number: str, action: Action, by: Actor, deps: Deps) -> Known:
    """Of the file, for an actor who may do this to it; to others it does not exist."""
    return await known_of(await redeciding.find(case_number, action, by, deps), deps)


class Makeable(msgspec.Struct, frozen=True, kw_only=True):
    """One kind for one file: what the register knows for it, and why it is not made there now."""

    paper: Paper
    known: Known
    #: In Dutch; None = it may be.
    refused: str | None


async def makeable(case_number: str, by: Actor, deps: Deps) -> tuple[Makeable, ...]:
    """Every kind that the actor may make of this file, those included that do not exist where it stands."""
    mine = [paper for paper in PAPERS if by.may(paper.action)]
    snapshots: dict[Action, tuple[Snapshot, str | None]] = {}
    for action in dict.fromkeys(paper.action for paper in mine):
        found = await cases.snapshot(deps.pool, case_number, visibility(by, action))
        if found is not None:
            shut = found.case.status == "joined" and action not in WHILE_JOINED
            snapshots[action] = (found, "het dossier is gevoegd; werk verder in het dossier waarbij het gevoegd is." if shut else None)
    if mine and not snapshots:
        raise NotFound
    if not snapshots:
        return ()
    # The same file whatever the right by which it was found.
    known = await known_of(next(iter(snapshots.values()))[0], deps)
    return tuple(
        Makeable(paper=paper, known=known, refused=snapshots[paper.action][1] or refusal(paper, known))
        for paper in mine
        if paper.action in snapshots
    )


async def known_of(found: Snapshot, deps: Deps, stored: StoredDecision | None = None) -> Known:
    """`stored`: the decision that the paper was asked on; None = the present one."""
    pool, case_id, at = deps.pool, found.case.id, deps.clock.now()
    clocks = await time_limits.of_case(pool, case_id)
    handing = await conflicts.of_case(pool, case_id)
    judged = await judgments.of_case(pool, case_id)
    made = await documents.made_of(pool, case_id)
    return Known(
        at=at,
        case=found.case,
        stored=stored or _present(found),
        law=deps.law.law,
        confirmations=found.confirmations,
        challenges=found.challenges,
        everybody=standing.everybody(found, deps),
        clocks=clocks,
        limits=await _limits(clocks, handing, at, deps),
        hearings=await hearings.of_case(pool, case_id),
        services=await services.of_case(pool, case_id),
        judgments=judged,
        contacts=await contacts.of_case(pool, case_id),
        requests=await requests.of_case(pool, case_id, at),
        handing=handing,
        intake=await cases.intake(pool, case_id),
        made=made,
        lines=await docket_entries.of_kinds(pool, case_id, _TOLD),
        items=items_of(found.case.report, await seized_items.of_case(pool, case_id), judged),
        inventory=await inventory_of(found.case, deps),
        addresses=await addresses.every(pool),
    )


def _present(found: Snapshot) -> PresentDecision:
    said: dict[str, Any] = {name: getattr(found, name) for name in ("decision", "law_digest", "engine_version", "decided_at", "reason")}
    return PresentDecision(kind=found.decision_kind, open_tracks=found.open_tracks, **said)


async def _limits(clocks: tuple[Clock, ...], handing: Handing, at: datetime, deps: Deps) -> Limits:
    """The open clocks, each in the words of its own law, and what the waiting offer names beside them."""
    laws = [(await deps.law_of(clock.law_digest)).law for clock in clocks]
    offer = handing.open_offer
    # A row that begins like a clock came from it, also where that clock was met or moved since.
    known = tuple(label(clock, law) for clock, law in zip(clocks, laws, strict=True))
    return Limits(
        at=at,
        lines=tuple(limit_line(clock, law) for clock, law in zip(clocks, laws, strict=True) if clock.open),
        typed=tuple(
            f"{row.title}: {words.day(row.due_on)}" for row in (offer.time_limits if offer else ()) if not row.title.startswith(known)
        ),
    )
