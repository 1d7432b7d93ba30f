"""Enter what interrupted or suspended the limitation of offences of a file, or that it runs again; struck through like any typed fact."""

from datetime import date, datetime
from typing import Any, Literal

import msgspec

from docket import entries
from docket.access import Actor
from docket.actions import redeciding
from docket.cases import committed
from docket.clock import court_day
from docket.contract import Report
from docket.deps import Deps
from docket.errors import BadInput, Issue, StateForbids
from docket.limitation import KINDS, InterruptingAct, LimitationAct, SuspensionGround, acts_of
from docket.store import entries as docket_entries
from docket.store.cases import Snapshot

Kind = Literal["interruption", "suspension", "resumption"]
#: Earlier days are no day of an act that still matters.
FIRST_YEAR = 1900


class EnterLimitationAct(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    kind: Kind
    #: The day of the act, the first day of the standstill, or the day on which it ran again.
    on: date
    #: The paper of the file that shows it.
    paper: str
    #: Ids of the report; empty = all that it has now. Not of a resumption.
    offences: tuple[str, ...] = ()
    #: Of an interruption.
    act: InterruptingAct | None = None
    #: Of a suspension.
    ground: SuspensionGround | None = None
    #: Of a suspension that is over: the day on which it ran again.
    until: date | None = None
    #: Of a resumption: number of the entry of the suspension.
    suspension: int | None = None


class EnteredLimitationAct(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    #: Number of the entry.
    seq: int


async def enter_limitation_act(command: EnterLimitationAct, by: Actor, deps: Deps) -> EnteredLimitationAct:
    """`keepTimeLimits`; raises BadInput with everything that is wrong with it, StateForbids of a suspension that does not stand open."""
    found = await redeciding.find(command.case_number, "keepTimeLimits", by, deps)
    await redeciding.require_version(found, command.version, deps)
    if found.case.status == "joined":
        raise StateForbids(f"{found.case.case_number} is gevoegd: de verjaring van zijn feiten wordt in het andere dossier bijgehouden.")
    at = deps.clock.now()
    standing = acts_of(await docket_entries.of_kinds(deps.pool, found.case.id, KINDS))
    ended = _ended(command, standing) if command.kind == "resumption" else None
    issues = _issues(command, ended, found.case.report, deps, court_day(at))
    if issues:
        raise BadInput(issues=tuple(issues))
    entry = _entry(command, ended, found.case.report, found.case.version + 1)
    seq = await _write(found, entry, by, at, deps)
    return EnteredLimitationAct(case_number=found.case.case_number, version=found.case.version + 1, seq=seq)


def _ended(command: EnterLimitationAct, standing: tuple[LimitationAct, ...]) -> LimitationAct | None:
    found = next((one for one in standing if one.seq == command.suspension and one.kind == "suspension"), None)
    if found is not None and not found.open:
        why = "doorgehaald" if not found.counts else f"al gedaan op {found.until:%d/%m/%Y}"
        raise StateForbids(f"De schorsing van registerlijn {found.seq} is {why}; alleen een schorsing die nog loopt, houdt op.")
    return found


def _issues(command: EnterLimitationAct, ended: LimitationAct | None, report: Report, deps: Deps, today: date) -> list[Issue]:
    issues = []
    if not command.paper.strip():
        issues.append(_lacks("/paper", "Noem het stuk van het dossier dat dit bewijst."))
    if not command.on.year >= FIRST_YEAR or command.on > today:
        issues.append(_wrong("/on", f"Geef een dag van {FIRST_YEAR} tot en met vandaag; schrijf in wat gebeurd is.", command.on))
    known = {row.id for row in report.offences}
    if unknown := [one for one in command.offences if one not in known]:
        detail = f"Het dossier heeft geen feit {', '.join(unknown)}; het heeft {', '.join(sorted(filter(None, known))) or 'er geen'}."
        issues.append(Issue(type="referencedResourceNotFound", name="/offences", detail=detail, value=unknown[0]))
    if not known and command.kind != "resumption":
        issues.append(_lacks("/offences", "Het dossier noemt geen feiten, en zonder feit verjaart er niets; vul eerst het dossier aan."))
    match command.kind:
        case "interruption":
            issues += _interruption(command, report, deps)
        case "suspension":
            if command.ground is None:
                issues.append(_lacks("/ground", "Kies de grond waarop de verjaring stilstaat; zonder grond van de wet loopt ze door."))
            if command.until is not None and not command.on < command.until <= today:
                detail = "De dag waarop ze weer loopt, ligt na de eerste dag van de schorsing en niet na vandaag; leeg = ze duurt nog."
                issues.append(_wrong("/until", detail, command.until))
        case _:
            if ended is None:
                detail = "Kies de schorsing die ophoudt, met het nummer van haar registerlijn."
                issues.append(_wrong("/suspension", detail, command.suspension))
            elif command.on <= ended.on:
                issues.append(_wrong("/on", f"De schorsing begon op {ended.on:%d/%m/%Y}; ze houdt later op.", command.on))
    return issues


def _interruption(command: EnterLimitationAct, report: Report, deps: Deps) -> list[Issue]:
    issues = []
    if command.act is None:
        issues.append(_lacks("/act", "Kies of het een daad van onderzoek of een daad van vervolging was."))
    present = deps.law.law.limitation.present
    since = present.in_force_from if present is not None else None
    if since is not None and command.on >= since:
        issues.append(
            _wrong("/on", f"Sinds {since:%d/%m/%Y} stuit geen daad de verjaring meer (art. 22 V.T.Sv. is opgeheven).", command.on)
        )
    begun = [committed(row).first for row in report.offences if not command.offences or row.id in command.offences]
    if begun and all(day is not None and command.on < day for day in begun):
        issues.append(_wrong("/on", "Die dag ligt vóór de feiten; een daad stuit alleen een verjaring die loopt.", command.on))
    return issues


def _entry(command: EnterLimitationAct, ended: LimitationAct | None, report: Report, version: int) -> entries.Entry:
    paper = command.paper.strip()
    # What a later joinder brings along is not meant by an act of today.
    offences = tuple(dict.fromkeys(command.offences)) or tuple(row.id for row in report.offences if row.id)
    if ended is not None:
        return entries.LimitationResumed(
            version=version, suspension=ended.seq, suspended_on=ended.on, resumed_on=command.on, proven_by=paper
        )
    if command.kind == "interruption":
        return entries.LimitationInterrupted(
            version=version, acted_on=command.on, interrupting_act=command.act or "", proven_by=paper, of_offences=offences
        )
    return entries.LimitationSuspended(
        version=version,
        suspended_on=command.on,
        until_on=command.until,
        suspension_ground=command.ground or "",
        proven_by=paper,
        of_offences=offences,
    )


async def _write(found: Snapshot, entry: entries.Entry, by: Actor, at: datetime, deps: Deps) -> int:
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        return await redeciding.enter(tx, found, entry, by, at)


def _lacks(name: str, detail: str) -> Issue:
    return Issue(type="requiredInput", name=name, detail=detail)


def _wrong(name: str, detail: str, value: Any) -> Issue:
    return Issue(type="invalidInput", name=name, detail=detail, value=None if value is None else str(value))
