"""Enter what happened in the life of a file, to all of it or to chosen suspects and offences; the table says what may happen."""

import msgspec

from docket import entries, life
from docket.access import Actor
from docket.actions import consequences, pairing, redeciding, standing
from docket.actions.judgments import judging
from docket.actions.time_limits import by_law
from docket.cases import CaseStatus
from docket.deps import Deps
from docket.errors import BadInput, Issue, MissingScope, StateForbids
from docket.life import Move
from docket.store.cases import Snapshot
from docket.transitions import ACTS, CAUSES, EVENTS, PAPERS, TITLES, Asked, Pair, Paper, dated

#: The events that ask which judgment stands in the register; nothing else does.
_BY_JUDGMENT = frozenset({"extractSent", "oppositionAdmitted"})


class ChangeStatus(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    #: A code of EVENTS.
    event: str
    #: Suspects with their offences; None = the whole file.
    positions: tuple[Pair, ...] | None = None
    #: A reason, or the paper that proves it.
    reason: str | None = None
    paper: Paper | None = None
    #: Code of the motive, of a dismissal.
    motive: str | None = None
    #: Number of the file of which this one is a duplicate.
    other: str | None = None
    #: A code of ACTS, of a mini-instruction.
    act: str | None = None
    #: A code of CAUSES, of the end of the criminal action.
    cause: str | None = None


class ChangedStatus(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    status: CaseStatus
    moves: tuple[Move, ...]
    #: What is missing in the file; it stopped nothing.
    warnings: tuple[str, ...]


async def change_status(command: ChangeStatus, by: Actor, deps: Deps) -> ChangedStatus:
    """Refused with the reason, and with what is possible from where the file stands."""
    found = await redeciding.find(command.case_number, "changeStatus", by, deps)
    await redeciding.require_version(found, command.version, deps)
    at = deps.clock.now()
    known = await standing.known(found, deps)
    _require_said(command)
    if command.paper is not None and (fault := dated(known, command.paper)) is not None:
        raise BadInput(issues=(Issue(type="outOfRange", name="/paper/datedOn", detail=fault, value=str(command.paper.dated_on)),))
    asked = Asked(motive=command.motive, other=command.other, act=command.act, cause=command.cause, paper=command.paper)
    by_judgment = command.event in _BY_JUDGMENT
    everybody = (await judging.judged(found, deps)).everybody if by_judgment else standing.everybody(found, deps)
    plan = standing.require(life.plan(found.stands, everybody, command.event, known, asked, chosen=command.positions))
    if plan.magistrate and not by.may("decideStatus"):
        raise MissingScope(f"“{EVENTS[command.event]}” is een beslissing van een magistraat; vraag het aan de havenprocureur.")
    if command.other is not None:
        await _require_other(command.other, found, by, deps)
    mails = (
        consequences.mails(
            found.case.report, found.decision, deps, case_number=found.case.case_number, status=TITLES[plan.stands.status], at=at
        )
        if plan.stands.status != found.case.status
        else ()
    )
    entry = entries.StatusChanged(
        version=found.case.version + 1,
        event=command.event,
        status_before=found.case.status,
        status=plan.stands.status,
        moves=plan.moves,
        reason=command.reason or None,
        paper=command.paper,
        motive=command.motive,
        duplicate_of=command.other,
        act=command.act,
        cause=command.cause,
        mails=len(mails),
    )
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        await standing.write(tx, found, plan)
        await redeciding.promise_mails(tx, found, mails, at)
        after = await by_law.follow(tx, found, plan, command.paper, version=entry.version, by=by, deps=deps, at=at)
        await redeciding.enter(tx, found, entry, by, at)
        await redeciding.enter_after(tx, found, after, by, at)
    return ChangedStatus(
        case_number=found.case.case_number,
        version=found.case.version + 1,
        status=plan.stands.status,
        moves=plan.moves,
        warnings=life.warnings(known),
    )


def _require_said(command: ChangeStatus) -> None:
    """Every field in words of its own list, and a reason or a paper."""
    issues = []
    if not (command.reason or "").strip() and command.paper is None:
        detail = "Geef een reden, of het stuk dat het bewijst; het komt in het register te staan."
        issues.append(Issue(type="requiredInput", name="/reason", detail=detail))
    for name, value, codes in (
        ("/event", command.event, EVENTS),
        ("/paper/kind", command.paper and command.paper.kind, PAPERS),
        ("/act", command.act, ACTS),
        ("/cause", command.cause, CAUSES),
    ):
        if value is not None and value not in codes:
            detail = f"Deze code bestaat niet; kies een van {', '.join(codes)}."
            issues.append(Issue(type="invalidInput", name=name, detail=detail, value=value))
    if command.positions is not None and not command.positions:
        detail = "Kies minstens een verdachte met een feit, of het hele dossier."
        issues.append(Issue(type="requiredInput", name="/positions", detail=detail))
    if issues:
        raise BadInput(issues=tuple(issues))


async def _require_other(number: str, found: Snapshot, by: Actor, deps: Deps) -> None:
    """The file that goes on: one that the actor may change, that goes on itself, and that readers of this one may know of."""
    other = await pairing.the_other(number, found, "changeStatus", by, deps)
    if other.case.status == "duplicate":
        raise StateForbids(f"{number} is zelf een dubbel; noem het dossier dat doorgaat.")
    if not pairing.may_learn(found, other):
        raise StateForbids(
            f"{number} is vertrouwelijker dan dit dossier, dat het dus niet mag noemen; geef ze eerst dezelfde vertrouwelijkheid."
        )
