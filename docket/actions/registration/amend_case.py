"""Correct the facts of a file with a reason, and decide anew where it belongs."""

from collections.abc import Awaitable, Callable
from typing import Any

import msgspec

from docket import cases, entries
from docket.access import Actor, visibility
from docket.actions import pairing, redeciding, standing, telling
from docket.actions.connected.list_candidates import ListCandidates, list_candidates
from docket.actions.registration.register_case import refuse_same_as
from docket.actions.time_limits.start_time_limit import follow_report
from docket.changes import Change, compare
from docket.contract import Report
from docket.deps import Deps
from docket.errors import StateForbids
from docket.mail import request
from docket.store import cases as store
from docket.store import search
from docket.store.connected import Candidate
from docket.store.search import DeliveryLine, DocumentLine
from routing import Decision


class AmendCase(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    #: The version that the corrector saw.
    version: int
    #: The whole corrected report of the file; its row ids are those of the file.
    report: Report
    reason: str


class AmendedCase(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    #: The version after it.
    version: int
    before: Decision
    after: Decision
    changes: tuple[Change, ...]
    #: True: this submission was taken before and nothing was written (later reports only).
    repeated: bool = False


class AmendmentPreview(msgspec.Struct, frozen=True, kw_only=True):
    """What an amendment would do; nothing is stored."""

    case_number: str
    #: The present version, to confirm with.
    version: int
    #: The report of the file as it would stand.
    report: Report
    before: Decision
    after: Decision
    changes: tuple[Change, ...]
    #: A person had settled or overridden the routing, and the new facts route differently: his decision lapses.
    lapses: bool
    #: Made on the old facts; they will be marked and made again.
    documents: tuple[DocumentLine, ...]
    #: Sent or waiting on the old facts; they will be marked.
    mails: tuple[DeliveryLine, ...]
    #: Who will get a mail about the change.
    recipients: tuple[str, ...]
    #: Files that look like the file as it would stand.
    candidates: tuple[Candidate, ...] = ()


async def amend_case(command: AmendCase, by: Actor, deps: Deps) -> AmendedCase:
    return await deps.under_law_in_force(lambda present: _amend(command, by, present))


async def _amend(command: AmendCase, by: Actor, deps: Deps) -> AmendedCase:
    found = await redeciding.find(command.case_number, "amendCase", by, deps)
    await redeciding.require_version(found, command.version, deps)
    return await write_amendment(found, command.report, redeciding.required(command.reason), by, deps)


async def write_amendment(
    found: store.Snapshot,
    given: Report,
    reason: str,
    by: Actor,
    deps: Deps,
    *,
    also: Callable[[Any], Awaitable[None]] | None = None,
) -> AmendedCase:
    """`also`: what the same transaction does last, with an entry of its own."""
    at = deps.clock.now()
    report, changes = corrected(found, given)
    await pairing.require_judgments_true(found, report, deps)
    await standing.require_items_decided(found, report, redeciding.moved(found, report) or found.case.status, deps)
    rewrite = await redeciding.rewrite(found, report, by, deps, at)
    follows = redeciding.following(found, report, rewrite.present, by, deps, at, "gewijzigd na verbetering van de gegevens")
    entry = entries.FactsAmended(
        version=found.case.version + 1,
        reason=reason,
        changes=changes,
        decision=rewrite.present.seq,
        lapsed=rewrite.lapses,
        documents=tuple(paper.kind for paper in follows.papers),
        mails=len(follows.mails),
        confirmations_lapsed=follows.confirmations.lapsed,
        status=redeciding.moved(found, report),
    )
    async with deps.deciding() as tx:
        if not await store.correct(tx, found, report, rewrite.related, rewrite.keys):
            raise await redeciding.stale(found.case.case_number, found.case.version, tx)
        await telling.complete(tx, found.case.id, report, at=at)
        await redeciding.write_decisions(tx, found, rewrite.decisions, follows, entry, by, at)
        await follow_report(tx, found.case.id, report, found.case.version + 1, by, deps, before=found.case.report)
        if also is not None:
            await also(tx)
    return AmendedCase(
        case_number=found.case.case_number,
        version=found.case.version + 1,
        before=found.decision,
        after=rewrite.present.decision,
        changes=changes,
    )


async def preview_amendment(command: AmendCase, by: Actor, deps: Deps) -> AmendmentPreview:
    found = await redeciding.find(command.case_number, "amendCase", by, deps)
    await redeciding.require_version(found, command.version, deps)
    report, changes = corrected(found, command.report)
    return await preview_of(found, report, changes, by, deps, sender=None)


def corrected(found: store.Snapshot, given: Report) -> tuple[Report, tuple[Change, ...]]:
    """Raises BadInput on `sameAs`, StateForbids when nothing would change."""
    refuse_same_as(given)
    report = cases.numbered(given)
    changes = compare(found.case.report, report)
    if not changes:
        raise StateForbids("Deze verbetering verandert niets aan het dossier; pas eerst een gegeven aan.")
    return report, changes


async def preview_of(
    found: store.Snapshot, report: Report, changes: tuple[Change, ...], by: Actor, deps: Deps, *, sender: str | None
) -> AmendmentPreview:
    at = deps.clock.now()
    await pairing.require_judgments_true(found, report, deps)
    rewrite = await redeciding.rewrite(found, report, by, deps, at, sender)
    follows = redeciding.following(found, report, rewrite.present, by, deps, at, "")
    view = await search.case_view(deps.pool, visibility(by), found.case.case_number)
    return AmendmentPreview(
        case_number=found.case.case_number,
        version=found.case.version,
        report=report,
        before=found.decision,
        after=rewrite.present.decision,
        changes=changes,
        lapses=rewrite.lapses,
        documents=tuple(line for line in view.documents if line.outdated_at is None) if view else (),
        mails=tuple(line for line in view.deliveries if line.outdated_at is None and line.mail != request.MAIL)
        if view and follows.mails_outdated
        else (),
        recipients=tuple(mail.recipient for mail in follows.mails),
        candidates=await list_candidates(ListCandidates(case_number=found.case.case_number, report=report), by, deps),
    )
