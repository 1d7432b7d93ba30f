"""Accept an answer: the fact goes into the file, which is decided anew, and the request is answered; all of it or nothing."""

from datetime import datetime
from typing import Any

import msgspec

from docket import entries, requests
from docket.access import Actor
from docket.actions import redeciding
from docket.actions.registration import amend_case
from docket.actions.registration.amend_case import AmendedCase, AmendmentPreview
from docket.actions.requests import asking
from docket.actions.requests.asking import ChangedRequest
from docket.actions.requests.refuse_answer import waiting
from docket.changes import compare
from docket.contract import Report
from docket.deps import Deps
from docket.requests import Answer, Request
from docket.store import duty
from docket.store import entries as docket_entries
from docket.store import requests as store
from docket.store.cases import Snapshot


class AcceptAnswer(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    #: The version on which one saw what would change.
    version: int
    request_id: int
    answer_id: int
    reason: str | None = None


async def accept_answer(command: AcceptAnswer, by: Actor, deps: Deps) -> ChangedRequest:
    return await deps.under_law_in_force(lambda present: _accept(command, by, present))


async def preview_answer(command: AcceptAnswer, by: Actor, deps: Deps) -> AmendmentPreview | None:
    """What accepting would change; None = nothing of the file. Raises BadInput where the file no longer has the row."""
    found = await redeciding.find(command.case_number, "keepRequests", by, deps)
    one = await asking.open_request(deps.pool, found, command.request_id, deps.clock.now())
    report = amended(found, one, waiting(one, command.answer_id))
    if report is None:
        return None
    return await amend_case.preview_of(found, report, compare(found.case.report, report), by, deps, sender=None)


async def _accept(command: AcceptAnswer, by: Actor, deps: Deps) -> ChangedRequest:
    found = await redeciding.find(command.case_number, "keepRequests", by, deps)
    await redeciding.require_version(found, command.version, deps)
    at = deps.clock.now()
    one = await asking.open_request(deps.pool, found, command.request_id, at)
    answer, reason = waiting(one, command.answer_id), (command.reason or "").strip() or None
    report = amended(found, one, answer)
    if report is not None:
        # The file takes a correction, which a joined one does not.
        await redeciding.find(command.case_number, "amendCase", by, deps)
        why = f"Antwoord op vraag {one.id}, van {one.addressee}." + (f" {reason}" if reason else "")

        async def also(tx: Any) -> None:
            await _close(tx, found, one, answer, by, at, amended=True, reason=reason)

        done: AmendedCase = await amend_case.write_amendment(found, report, why, by, deps, also=also)
        return ChangedRequest(case_number=done.case_number, version=done.version, request_id=one.id)
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        await _close(tx, found, one, answer, by, at, amended=False, reason=reason)
    return ChangedRequest(case_number=command.case_number, version=found.case.version + 1, request_id=one.id)


def amended(found: Snapshot, one: Request, answer: Answer) -> Report | None:
    """The report with the answer in it; None where it holds the answer already, or the answer is in words."""
    if one.fact is None or answer.value is None:
        return None
    report = requests.with_fact(found.case.report, one.fact, msgspec.json.decode(answer.value))
    return report if compare(found.case.report, report) else None


async def _close(
    tx: Any, found: Snapshot, one: Request, answer: Answer, by: Actor, at: datetime, *, amended: bool, reason: str | None
) -> None:
    await store.close_answer(tx, answer.id, "accepted", amended=amended, at=at, by=by.code, reason=reason)
    await store.close(tx, one.id, "answered", at=at, by=by.code, reason=None)
    await store.revoke_links(tx, one.id, at=at, by=by.code)
    await duty.settle_request(tx, one.id, at)
    entry = entries.AnswerAccepted(version=found.case.version + 1, request=one.id, answer=answer.id, amended=amended, reason=reason)
    await docket_entries.append(tx, found.case.id, kind=entries.kind_of(entry), content=entry, by=by.code, at=at)
