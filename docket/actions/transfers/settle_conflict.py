"""Record who has a file after a conflict: the agreement of the prosecutors-general, or the ruling of a court with its ECLI."""

from datetime import date, datetime

import msgspec

from docket import entries, identifiers, life, tracks
from docket.access import Actor
from docket.actions import consequences, redeciding, standing, telling
from docket.actions.jurisdiction.decide_jurisdiction import TrackChoice, chosen
from docket.actions.registration.set_confidentiality import ChangedCase
from docket.clock import court_day
from docket.deps import Deps
from docket.errors import BadInput, Issue, NotFound, Stale, StateForbids
from docket.store import cases as store
from docket.store import conflicts
from docket.store.conflicts import Conflict
from docket.store.decisions import NewDecision
from routing import Law

_COURTS = ("courtOfAppeal", "courtOfCassation")


class SettleConflict(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    #: None = recorded by who settles it and does not read the file.
    version: int | None
    #: The office or court that has the file.
    designated: str
    #: The day of the agreement or of the ruling.
    ruled_on: date
    #: Of the ruling of a court; none for prosecutors-general.
    ecli: str | None
    reason: str


class Effect(msgspec.Struct, frozen=True, kw_only=True):
    """What the outcome changes in the register."""

    #: The case as its new holder has it.
    found: store.Snapshot
    #: None = the holder stays.
    holder: str | None
    decision: NewDecision | None


async def settle_conflict(command: SettleConflict, by: Actor, deps: Deps) -> ChangedCase:
    """The holder and the decision follow the outcome; the decision is a new row, with the outcome as its reason."""
    return await deps.under_law_in_force(lambda present: _settle(command, by, present))


async def _settle(command: SettleConflict, by: Actor, deps: Deps) -> ChangedCase:
    found = await _find(command, by, deps)
    reason = redeciding.required(command.reason)
    conflict = (await conflicts.of_case(deps.pool, found.case.id)).open_conflict
    if conflict is None:
        raise StateForbids("Over dit dossier loopt geen bevoegdheidsgeschil.")
    at = deps.clock.now()
    _require_outcome(command, conflict, deps, court_day(at))
    law = (await deps.law_of(found.law_digest)).law
    effect = _effect(command, conflict, found, reason, by, law, at)
    case, report, decision = effect.found.case, effect.found.case.report, effect.decision
    follows = redeciding.following(effect.found, report, decision, by, deps, at, "bevoegde dienst beslist") if decision else None
    mails = follows.mails if follows else ()
    if not mails and effect.holder is not None:
        mails = consequences.mails(
            report, found.decision, deps, case_number=case.case_number, status="overgedragen", at=at, offices=(effect.holder,)
        )
    # Who is before a court stays there, whichever office has the file from now on.
    plan = await standing.to_another_office(found, deps) if effect.holder is not None else life.Plan(stands=found.stands)
    entry = entries.ConflictSettled(
        version=case.version + 1,
        conflict=conflict.id,
        seats=conflict.seats,
        settled_by=conflict.settled_by,
        ruled_on=command.ruled_on,
        designated=command.designated,
        ecli=command.ecli,
        reason=reason,
        decision=decision.seq if decision else None,
        holder=effect.holder,
        documents=tuple(paper.kind for paper in follows.papers) if follows else (),
        mails=len(mails),
        moves=plan.moves,
    )
    async with deps.deciding() as tx:
        await redeciding.rise(tx, found)
        await conflicts.settle(
            tx,
            found,
            ruled_on=command.ruled_on,
            designated=command.designated,
            ecli=command.ecli,
            reason=reason,
            at=at,
            by=by.code,
        )
        if effect.holder is not None:
            await store.set_holder(tx, found, effect.holder, tracks.offices_of(found.decision, effect.holder))
            await standing.write(tx, found, plan)
        if decision is not None and follows is not None:
            follows = msgspec.structs.replace(follows, mails=mails, tells="transferred" if effect.holder is not None else None)
            await redeciding.write_decisions(tx, effect.found, (decision,), follows, entry, by, at)
        else:
            if effect.holder is not None:
                await telling.tell(tx, found, "transferred", mails, at=at, by=by.code)
            else:
                await redeciding.promise_mails(tx, found, mails, at)
            await redeciding.enter(tx, found, entry, by, at)
    return ChangedCase(case_number=case.case_number, version=case.version + 1)


async def _find(command: SettleConflict, by: Actor, deps: Deps) -> store.Snapshot:
    try:
        found = await redeciding.find(command.case_number, "settleConflict", by, deps)
    except NotFound:
        found = await store.put_before(deps.pool, command.case_number, by.office or "")
        conflict = (await conflicts.of_case(deps.pool, found.case.id)).open_conflict if found else None
        if found is None or conflict is None or by.office not in conflict.settlers:
            raise
    else:
        await redeciding.require_version(found, command.version, deps)
        return found
    if command.version is not None and command.version != found.case.version:
        raise Stale
    return found


def _require_outcome(command: SettleConflict, conflict: Conflict, deps: Deps, today: date) -> None:
    issues = []
    known = deps.law.law.offices if conflict.between == "offices" else deps.law.law.courts
    if command.designated not in known:
        what = "Dit parket" if conflict.between == "offices" else "Deze rechtbank"
        issues.append(
            Issue(type="invalidInput", name="/designated", detail=f"{what} bestaat niet; kies uit de lijst.", value=command.designated)
        )
    if not conflict.raised_at.date() <= command.ruled_on <= today:
        detail = "De dag van de uitkomst ligt niet tussen de dag van het geschil en vandaag; ga hem na."
        issues.append(Issue(type="outOfRange", name="/ruledOn", detail=detail, value=str(command.ruled_on)))
    if conflict.settled_by in _COURTS and not (command.ecli or "").strip():
        detail = "Een rechterlijke regeling heeft een ECLI-nummer; vul het in."
        issues.append(Issue(type="requiredInput", name="/ecli", detail=detail))
    elif command.ecli and (fault := identifiers.ecli_fault(command.ecli, command.ruled_on)):
        issues.append(Issue(type="invalidInput", name="/ecli", detail=fault, value=command.ecli))
    elif command.ecli and conflict.settled_by not in _COURTS:
        detail = "De procureurs-generaal wijzen geen arrest; laat het ECLI-nummer weg en noem hun beslissing in de reden."
        issues.append(Issue(type="invalidInput", name="/ecli", detail=detail, value=command.ecli))
    if issues:
        raise BadInput(issues=tuple(issues))


def _effect(command: SettleConflict, conflict: Conflict, found: store.Snapshot, reason: str, by: Actor, law: Law, at: datetime) -> Effect:
    """Offices: the holder, and the tracks that named a seat of the conflict. Judges: the court of the track."""
    present = found.decision.tracks
    if conflict.between == "offices":
        holder = command.designated if command.designated != found.case.holding_office else None
        moved = [
            TrackChoice(ordinal=ordinal, prosecution_office=command.designated, court=track.court)
            for ordinal, track in enumerate(present)
            if track.prosecution_office in conflict.seats and track.prosecution_office != command.designated
        ]
    else:
        holder = None
        ordinal = _track_of(conflict, found, law)
        track = present[ordinal]
        moved = (
            [TrackChoice(ordinal=ordinal, prosecution_office=track.prosecution_office or "", court=command.designated)]
            if track.court != command.designated
            else []
        )
    if holder is not None:
        found = msgspec.structs.replace(found, case=msgspec.structs.replace(found.case, holding_office=holder))
    decision = chosen(found, tuple(moved), _said(conflict, command, reason), "overridden", by, law, at) if moved else None
    return Effect(found=found, holder=holder, decision=decision)


def _track_of(conflict: Conflict, found: store.Snapshot, law: Law) -> int:
    """The track whose court is in conflict, wherever a later decision put it."""
    same = [ordinal for ordinal, track in enumerate(found.decision.tracks) if track.court == conflict.seats[0]]
    if not same:
        raise StateForbids(
            f"Het dossier is intussen anders beslist: geen spoor gaat nog naar {law.title(conflict.seats[0]) or conflict.seats[0]}. "
            "Trek het geschil in, of wijzig de beslissing volgens de uitspraak."
        )
    return conflict.track_ordinal if conflict.track_ordinal in same else same[0]


def _said(conflict: Conflict, command: SettleConflict, reason: str) -> str:
    number = f", {command.ecli}" if command.ecli else ""
    return f"Bevoegdheidsgeschil beslecht op {command.ruled_on:%d/%m/%Y} ({conflict.article}{number}): {reason}"
