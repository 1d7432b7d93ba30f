"""Offer a file to another office, with its ground, its pieces and the limits that go on running; the other accepts or refuses."""

from datetime import date, timedelta

import msgspec

from docket import entries, titles
from docket.access import Actor
from docket.actions import redeciding, standing
from docket.actions.registration.set_confidentiality import ChangedCase
from docket.clock import court_day
from docket.deps import Deps
from docket.errors import BadInput, Issue, StateForbids
from docket.store import cases as store
from docket.store import conflicts
from docket.store.conflicts import RunningLimit


class OfferTransfer(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    to_office: str
    #: A code of `titles.TRANSFER_GROUNDS`.
    ground: str
    reason: str
    #: What goes with the file, a line each.
    pieces: tuple[str, ...] = ()
    #: No clock stops while an offer waits.
    time_limits: tuple[RunningLimit, ...] = ()
    #: Last day for the answer; None = the days of the setting `transfer_answer_days`.
    answer_due_on: date | None = None


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
    due_on = command.answer_due_on or _due_on(command, court_day(at), deps.settings.transfer_answer_days)
    _require_term(command, due_on, court_day(at))
    entry = entries.TransferOffered(
        version=found.case.version + 1,
        to_office=command.to_office,
        reason=reason,
        ground=command.ground,
        pieces=command.pieces,
        time_limits=tuple((limit.title, limit.due_on) for limit in command.time_limits),
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
            time_limits=command.time_limits,
            answer_due_on=due_on,
            at=at,
            by=by.code,
        )
        await redeciding.enter(tx, found, entry, by, at)
    return ChangedCase(case_number=found.case.case_number, version=found.case.version + 1)


def _due_on(command: OfferTransfer, today: date, days: int) -> date:
    """The usual term, but never past a limit that runs."""
    return min((today + timedelta(days=days), *(limit.due_on for limit in command.time_limits if limit.due_on >= today)))


def _require_term(command: OfferTransfer, due_on: date, today: date) -> None:
    issues = []
    if due_on < today:
        detail = f"De laatste dag voor het antwoord ({due_on:%d/%m/%Y}) is voorbij; kies vandaag of een latere dag."
        issues.append(Issue(type="outOfRange", name="/answerDueOn", detail=detail, value=str(due_on)))
    for limit in command.time_limits:
        if today <= limit.due_on < due_on:
            detail = (
                f"De termijn “{limit.title}” eindigt op {limit.due_on:%d/%m/%Y} en loopt door; "
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
