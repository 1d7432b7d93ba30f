"""Add a later report to its file: what it says changes the file, what it leaves out changes nothing."""

import hashlib

import asyncpg
import msgspec

from docket import contract, entries, later_report
from docket.access import Actor
from docket.actions import pairing, redeciding, standing, telling
from docket.actions.registration.amend_case import AmendedCase, AmendmentPreview, preview_of
from docket.actions.time_limits.start_time_limit import follow_report
from docket.changes import compare
from docket.contract import Report
from docket.deps import Deps
from docket.errors import KeyReused, Stale
from docket.store import cases as store


class AddReport(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    #: None = whatever version is there (import and API clients that only add).
    version: int | None
    #: Its ids are its own; `sameAs` names the row of the file that a row is.
    report: Report
    sender: str
    idempotency_key: str | None = None


#: A report without a version adds to whatever is there; this many other writers may come between.
_TRIES = 5


async def add_report(command: AddReport, by: Actor, deps: Deps) -> AmendedCase:
    return await deps.under_law_in_force(lambda present: _add_once(command, by, present))


async def _add_once(command: AddReport, by: Actor, deps: Deps) -> AmendedCase:
    digest = hashlib.sha256(contract.canonical_json(command.report)).digest()
    for attempt in range(_TRIES):
        found = await redeciding.find(command.case_number, "addReport", by, deps)
        if await _repeated(command, found, digest, deps):
            return _unchanged(found)
        await redeciding.require_version(found, command.version, deps)
        try:
            return await _add(command, found, digest, by, deps)
        except (Stale, asyncpg.UniqueViolationError):
            if command.version is not None and not await _repeated(command, found, digest, deps):
                raise
            if attempt == _TRIES - 1:
                raise
    raise AssertionError("the last try returns or raises")


async def preview_report(command: AddReport, by: Actor, deps: Deps) -> AmendmentPreview:
    found = await redeciding.find(command.case_number, "addReport", by, deps)
    await redeciding.require_version(found, command.version, deps)
    report = later_report.merged(found.case.report, command.report, number=found.submission_count + 1)
    return await preview_of(found, report, compare(found.case.report, report), by, deps, sender=command.sender)


async def _repeated(command: AddReport, found: store.Snapshot, digest: bytes, deps: Deps) -> bool:
    earlier = await store.before_report(deps.pool, found.case.id, command.sender, command.report.external_id, command.idempotency_key)
    if not earlier:
        return False
    if any(not each.same_case or each.kind != "report" or each.body_digest != digest for each in earlier):
        raise KeyReused
    return True


def _unchanged(found: store.Snapshot) -> AmendedCase:
    return AmendedCase(
        case_number=found.case.case_number,
        version=found.case.version,
        before=found.decision,
        after=found.decision,
        changes=(),
        repeated=True,
    )


async def _add(command: AddReport, found: store.Snapshot, digest: bytes, by: Actor, deps: Deps) -> AmendedCase:
    at = deps.clock.now()
    report = later_report.merged(found.case.report, command.report, number=found.submission_count + 1)
    changes = compare(found.case.report, report)
    await pairing.require_judgments_true(found, report, deps)
    await standing.require_items_decided(found, report, redeciding.moved(found, report) or found.case.status, deps)
    rewrite = await redeciding.rewrite(found, report, by, deps, at, command.sender)
    follows = redeciding.following(found, report, rewrite.present, by, deps, at, "gewijzigd na een later verslag")
    entry = entries.ReportAdded(
        version=found.case.version + 1,
        sender=command.sender,
        report=command.report,
        changes=changes,
        decision=rewrite.present.seq,
        lapsed=rewrite.lapses,
        documents=tuple(paper.kind for paper in follows.papers),
        mails=len(follows.mails),
        confirmations_lapsed=follows.confirmations.lapsed,
        status=redeciding.moved(found, report),
    )
    submission = store.Submission(
        kind="report",
        sender=command.sender,
        external_id=command.report.external_id,
        idempotency_key=command.idempotency_key,
        body_digest=digest,
        received_at=at,
    )
    async with deps.deciding() as tx:
        if not await store.correct(tx, found, report, rewrite.related, rewrite.keys):
            raise await redeciding.stale(command.case_number, found.case.version, tx)
        await store.insert_submission(tx, found.case.id, submission)
        await telling.complete(tx, found.case.id, rewrite.report, at=at)
        await redeciding.write_decisions(tx, found, rewrite.decisions, follows, entry, by, at)
        await follow_report(tx, found.case.id, report, found.case.version + 1, by, deps, before=found.case.report)
    return AmendedCase(
        case_number=command.case_number,
        version=found.case.version + 1,
        before=found.decision,
        after=rewrite.present.decision,
        changes=changes,
    )
