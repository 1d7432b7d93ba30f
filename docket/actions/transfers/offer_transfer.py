"""Offer a file to another office, with its ground, its pieces and the limits that go on running; the other accepts or refuses."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import msgspec

from docket import entries, titles
from docket.access import Actor
from docket.actions import redeciding, standing
from docket.actions.registration.set_confidentiality import ChangedCase
from docket.clock import COURT_ZONE, court_day
from docket.deps import Deps
from docket.errors import BadInput, Issue, StateForbids
from docket.store import cases as store
from docket.store import conflicts, time_limits
from docket.store.conflicts import RunningLimit
from docket.time_limits import Clock, answer_by, ends_ahead, label


class OfferTransfer(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    to_office: str
    #: A code of `titles.TRANSFER_GROUNDS`.
    ground: str
    reason: str
    #: What goes with the file, a line each.
    pieces: tuple[str, ...] = ()
    #: What runs beside the clocks of the register, which go along by themselves. No clock stops while an offer waits.
    time_limits: tuple[RunningLimit, ...] = ()
    #: Last day for the answer; None = the days of the setting `transfer_answer_days`, or the end of the first limit.
    answer_due_on: date | None = None


class Bound(msgspec.Struct, frozen=True, kw_only=True):
    """A limit that the answer may not pass."""

    title: str
    last_day: date


async def offer_transfer(command: OfferTransfer, by: Actor, deps: Deps) -> ChangedCase:
    """The office that offers stays the holder until the other accepts."""
    found = await redeciding.find(command.case_number, "offerTransfer", by, deps)
    await redeciding.require_version(found, command.version, deps)
    reason = redeciding.required(command.reason)
    _require_other_office(command, found, deps)
    standing.require(await standing.to_another_office(found, deps))
    handing = await conflicts.of_case(deps.pool, found.case.id)
    if handing.open_conflict is not None:
        raise StateForbids("Over dit dossier loopt een bevoegdheidsgeschil; wacht op de uitkomst, of trek het geschil in.")
    at = deps.clock.now()
    today = court_day(at)
    clocks = await time_limits.of_case(deps.pool, found.case.id)
    of_register = await running_limits(clocks, deps)
    limits = (*of_register, *command.time_limits)
    bounds = [Bound(title=row.title, last_day=row.due_on) for row in command.time_limits if row.due_on >= today]
    bounds += [
        Bound(title=row.title, last_day=answer_by(clock, today))
        for clock, row in zip(running(clocks), of_register, strict=True)
        if ends_ahead(clock, at, today)
    ]
    due_on = command.answer_due_on or min(
        today + timedelta(days=deps.settings.transfer_answer_days), *(one.last_day for one in bounds), date.max
    )
    _require_term(bounds, due_on, today)
    entry = entries.TransferOffered(
        version=found.case.version + 1,
        to_office=command.to_office,
        reason=reason,
        ground=command.ground,
        pieces=command.pieces,
        time_limits=tuple((limit.title, limit.due_on) for limit in limits),
        answer_due_on=due_on,
        documents=(),
    )
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        await conflicts.offer(
            tx,
            found,
            command.to_office,
            ground=command.ground,
            reason=reason,
            pieces=command.pieces,
            time_limits=limits,
            answer_due_on=due_on,
            at=at,
            by=by.code,
        )
        await redeciding.enter(tx, found, entry, by, at)
    return ChangedCase(case_number=found.case.case_number, version=found.case.version + 1)


def running(clocks: Sequence[Clock]) -> list[Clock]:
    """The open clocks that end something: what only says from when something may be done goes along with no offer."""
    return [clock for clock in clocks if clock.open and clock.answer.says != "firstDay"]


async def running_limits(clocks: Sequence[Clock], deps: Deps) -> tuple[RunningLimit, ...]:
    """A row for each of `running`, in its order, in the words of the law under which it was started."""
    rows = []
    for clock in running(clocks):
        law = (await deps.law_of(clock.law_digest)).law
        rows.append(RunningLimit(title=f"{label(clock, law)}{_hour(clock.answer.due_at)}{_stands(clock)}", due_on=clock.answer.due_on))
    return tuple(rows)


def _hour(due_at: datetime | None) -> str:
    return f", tot {due_at.astimezone(COURT_ZONE):%H.%M} uur" if due_at is not None else ""


def _stands(clock: Clock) -> str:
    return f", geschorst sinds {clock.suspended_on:%d/%m/%Y}" if clock.suspended_on is not None else ""


def _require_term(bounds: Sequence[Bound], due_on: date, today: date) -> None:
    issues = []
    if due_on < today:
        detail = f"De laatste dag voor het antwoord ({due_on:%d/%m/%Y}) is voorbij; kies vandaag of een latere dag."
        issues.append(Issue(type="outOfRange", name="/answerDueOn", detail=detail, value=str(due_on)))
    for one in bounds:
        if one.last_day < due_on:
            detail = (
                f"De termijn “{one.title}” eindigt op {one.last_day:%d/%m/%Y} en loopt door; "
                "kies als laatste dag voor het antwoord die dag of een eerdere."
            )
            issues.append(Issue(type="outOfRange", name="/answerDueOn", detail=detail, value=str(due_on)))
    if issues:
        raise BadInput(issues=tuple(issues))


def _require_other_office(command: OfferTransfer, found: store.Snapshot, deps: Deps) -> None:
    issues = []
    if command.to_office not in deps.law.law.offices:
        detail = "Dit parket bestaat niet; kies een code uit de lijst van parketten."
        issues.append(Issue(type="invalidInput", name="/toOffice", detail=detail, value=command.to_office))
    if command.ground not in titles.TRANSFER_GROUNDS:
        detail = f"Deze grond bestaat niet; kies een van {', '.join(titles.TRANSFER_GROUNDS)}."
        issues.append(Issue(type="invalidInput", name="/ground", detail=detail, value=command.ground))
    if issues:
        raise BadInput(issues=tuple(issues))
    if command.to_office == found.case.holding_office:
        raise StateForbids("Dit parket houdt het dossier al; bied het aan een ander parket aan.")
    if found.offered_to is not None:
        raise StateForbids(f"Dit dossier is al aangeboden aan {found.offered_to}; wacht op het antwoord.")
