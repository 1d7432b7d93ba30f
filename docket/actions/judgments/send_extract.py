"""Mark an extract as sent, or as not needed with the reason; with the last one of somebody who is final, his part of the file closes."""

from datetime import date
from typing import Literal

import msgspec

from docket import entries, life
from docket.access import Actor
from docket.actions import redeciding, standing
from docket.actions.judgments import judging
from docket.actions.judgments.judging import ChangedJudgment, Judged
from docket.actions.time_limits import by_law
from docket.clock import court_day
from docket.deps import Deps
from docket.errors import BadInput, Issue, NotFound, StateForbids
from docket.judgments import Extract, Judgment
from docket.life import Plan
from docket.store import judgments as store
from docket.transitions import Asked, Pair, Paper


class SendExtract(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    extract: int
    state: Literal["sent", "notNeeded"] = "sent"
    sent_on: date | None = None
    #: Why it is not needed.
    reason: str | None = None


async def send_extract(command: SendExtract, by: Actor, deps: Deps) -> ChangedJudgment:
    found = await judging.find(command.case_number, "sendExtract", command.version, by, deps)
    judgment, extract = _of(command, found)
    judging.require_own_court(judgment.court, by)
    at = deps.clock.now()
    _sound(command, judgment, court_day(at))
    if extract.state != "toSend":
        raise StateForbids("Dit uittreksel is al afgehandeld; ververs de lijst.")
    plan = await _closing(command, judgment, extract, found, deps)
    clock = next((one for one in found.clocks if one.id == extract.time_limit_id and one.open), None)
    reason = (command.reason or "").strip() or None
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found.snapshot)
        await store.close_extract(
            tx, found.case_id, extract.id, state=command.state, sent_on=command.sent_on, reason=reason, at=at, by=by.code
        )
        after: list[entries.Entry] = []
        if clock is not None and command.sent_on is not None:
            after.append(await by_law.meet(tx, found.case_id, clock, command.sent_on, version=found.version, by=by, deps=deps, at=at))
        elif clock is not None:
            after.append(await by_law.strike(tx, found.case_id, clock, reason or "", version=found.version, by=by, deps=deps, at=at))
        if plan is not None:
            await standing.write(tx, found.snapshot, plan)
        status = judging.status_by(found, plan)
        entry = entries.ExtractSent(
            version=found.version,
            judgment=judgment.id,
            extract=extract.id,
            extract_kind=extract.kind,
            person=extract.person,
            extract_state=command.state,
            sent_on=command.sent_on,
            reason=reason,
            registry=by.registry_of,
            status_before=found.snapshot.case.status,
            status=status,
            moves=plan.moves if plan is not None else (),
        )
        await judging.enter(tx, found, entry, after, by, at)
    return ChangedJudgment(case_number=command.case_number, version=found.version, judgment=judgment.id, status=status)


def _of(command: SendExtract, found: Judged) -> tuple[Judgment, Extract]:
    for judgment in found.judgments:
        for extract in judgment.extracts:
            if extract.id == command.extract:
                return judgment, extract
    raise NotFound


def _sound(command: SendExtract, judgment: Judgment, today: date) -> None:
    if command.state == "notNeeded":
        if not (command.reason or "").strip() or command.sent_on is not None:
            detail = "Zeg waarom dit uittreksel niet nodig is; een dag van verzending hoort er dan niet bij."
            raise BadInput(issues=(Issue(type="requiredInput", name="/reason", detail=detail),))
    elif command.sent_on is None or not judgment.pronounced_on <= command.sent_on <= today:
        detail = f"Geef de dag van verzending, vanaf de uitspraak ({judgment.pronounced_on:%d/%m/%Y}) tot en met vandaag."
        value = str(command.sent_on) if command.sent_on else None
        raise BadInput(issues=(Issue(type="outOfRange", name="/sentOn", detail=detail, value=value),))


async def _closing(command: SendExtract, judgment: Judgment, extract: Extract, found: Judged, deps: Deps) -> Plan | None:
    """Whose part of the file closes with this extract: final, and nothing about him is still to be sent."""
    left = [one for one in judgment.extracts if one.state == "toSend" and one.id != extract.id]
    if command.sent_on is None or any(one.person is None for one in left):
        return None
    waiting = {one.person for one in left}
    final = {at.pair for at in found.everybody if at.status == "final"}
    pairs: tuple[Pair, ...] = tuple(one.pair for one in judgment.outcomes if one.person not in waiting and one.pair in final)
    if not pairs:
        return None
    known = await standing.known(found.snapshot, deps)
    asked = Asked(paper=Paper(kind="extract", dated_on=command.sent_on))
    return standing.require(life.plan(found.snapshot.stands, found.everybody, "extractSent", known, asked, chosen=pairs, by="sendExtract"))
