"""Registers a JSON Lines file one line at a time: a broken line never stops the rest, a second run registers nothing twice."""

import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from datetime import date
from typing import Literal

import msgspec
import structlog

from docket.access import Actor
from docket.actions.connected.list_candidates import ListCandidates, list_candidates
from docket.actions.duty.take_in_charge import TakeInCharge, take_in_charge
from docket.actions.registration.add_report import AddReport, add_report
from docket.actions.registration.register_case import RegisterCase, register_case
from docket.contract import Report, canonical_json, decode_report
from docket.decoding import first_day
from docket.deps import Deps
from docket.errors import DocketError
from docket.json_lines import Line
from routing import Decided, Decision

Result = Literal["registered", "added", "alreadyThere", "refused", "failed"]

log = structlog.get_logger("docket.importing")


class Alike(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """Another file that a registered one looks like; a hint for a person, never a tie."""

    case_number: str
    score: int
    #: In Dutch, the strongest first.
    reasons: tuple[str, ...]


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """What the register answers to one report."""

    result: Result
    case_number: str
    decision: Decision
    #: Other files that it looks like, the likeliest first.
    candidates: tuple[Alike, ...] = ()
    #: Function code of who had taken the file in charge already.
    taken_by: str | None = None
    #: Why it was not noted as taken by whoever was named.
    not_taken: str | None = None


class TakenBefore(msgspec.Struct, frozen=True, kw_only=True):
    """Who had taken the files of an import in charge before the register knew of them, as whoever imports them says."""

    code: str
    office: str
    taken_on: date


class Row(msgspec.Struct, frozen=True, kw_only=True, rename="camel", omit_defaults=True):
    """What became of one line."""

    line: int
    result: Result
    external_id: str | None = None
    case_number: str | None = None
    outcome: Literal["decided", "undecided"] | None = None
    scope: str | None = None
    offices: tuple[str | None, ...] = ()
    #: Other files that it looks like at the moment of the import, the likeliest first.
    candidates: tuple[Alike, ...] = ()
    #: Function code of who had taken the file in charge already, as the import says.
    taken_by: str | None = None
    #: Why it was not noted as taken by whoever was named.
    not_taken: str | None = None
    issues: tuple[str, ...] = ()


#: Takes a report with its idempotency key (None where the report has an externalId of its own).
Take = Callable[[Report, str | None], Awaitable[Taken]]


def registering(by: Actor, deps: Deps, sender: str) -> Take:
    """Each line is a new file."""

    async def take(report: Report, key: str | None) -> Taken:
        done = await register_case(RegisterCase(report=report, sender=sender, idempotency_key=key), by, deps)
        return Taken(
            result="alreadyThere" if done.repeated else "registered",
            case_number=done.case_number,
            decision=done.decision,
            candidates=await _candidates(done.case_number, by, deps),
        )

    return take


def adding(by: Actor, deps: Deps, sender: str, case_number: str) -> Take:
    """Each line is a later report of one file."""

    async def take(report: Report, key: str | None) -> Taken:
        command = AddReport(case_number=case_number, version=None, report=report, sender=sender, idempotency_key=key)
        done = await add_report(command, by, deps)
        return Taken(
            result="alreadyThere" if done.repeated else "added",
            case_number=done.case_number,
            decision=done.after,
            candidates=await _candidates(done.case_number, by, deps),
        )

    return take


def taking(take: Take, before: TakenBefore, by: Actor, deps: Deps) -> Take:
    """Each file that waits at the office of that person is his from then on; what waits elsewhere goes on waiting."""
    his = msgspec.structs.replace(by, office=before.office)

    async def also(report: Report, key: str | None) -> Taken:
        taken = await take(report, key)
        if report.received_on is not None and first_day(report.received_on) > before.taken_on:
            why = f"Ontvangen op {report.received_on}, na de dag waarop het opgenomen zou zijn."
            return msgspec.structs.replace(taken, not_taken=why)
        command = TakeInCharge(case_number=taken.case_number, via="import", taken_by=before.code, taken_on=before.taken_on)
        try:
            done = await take_in_charge(command, his, deps)
        except DocketError as refusal:
            return msgspec.structs.replace(taken, not_taken=" ".join(refusal.lines()))
        return msgspec.structs.replace(taken, taken_by=done.taken_by)

    return also


async def _candidates(case_number: str, by: Actor, deps: Deps) -> tuple[Alike, ...]:
    found = await list_candidates(ListCandidates(case_number=case_number), by, deps)
    return tuple(Alike(case_number=each.case_number, score=each.score, reasons=each.reasons) for each in found)


async def import_lines(lines: Iterable[Line], take: Take) -> AsyncIterator[tuple[Line, Row]]:
    """One row a line, in their order; each line is a transaction of its own."""
    for line in lines:
        yield line, await _import_line(line, take)


def idempotency_key(report: Report) -> str:
    """A line without externalId is known again by its content."""
    return "sha256:" + hashlib.sha256(canonical_json(report)).hexdigest()


async def _import_line(line: Line, take: Take) -> Row:
    external_id = None
    try:
        report = decode_report(line.content())
        external_id = report.external_id
        taken = await take(report, None if external_id else idempotency_key(report))
    except DocketError as error:
        result: Result = "refused" if error.status < 500 else "failed"
        return Row(line=line.number, result=result, external_id=external_id, issues=error.lines())
    except Exception as error:
        # Whatever it is, the lines after it have a right to be tried. The message of a database may hold a name, its class does not.
        log.error("import_line_failed", line=line.number, error=type(error).__name__)
        detail = (
            f"De lijn is niet geregistreerd door een fout van het register ({type(error).__name__}); voer het bestand later opnieuw in."
        )
        return Row(line=line.number, result="failed", external_id=external_id, issues=(detail,))
    return Row(
        line=line.number,
        result=taken.result,
        external_id=external_id,
        case_number=taken.case_number,
        outcome="decided" if isinstance(taken.decision, Decided) else "undecided",
        scope=taken.decision.scope,
        offices=tuple(track.prosecution_office for track in taken.decision.tracks),
        candidates=taken.candidates,
        taken_by=taken.taken_by,
        not_taken=taken.not_taken,
    )
