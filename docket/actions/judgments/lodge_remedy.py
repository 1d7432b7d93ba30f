"""Enter an opposition, an appeal or an appeal in cassation: who declared it, on which day, about whose judgment; the file moves with it."""

from datetime import date, datetime
from typing import Any

import msgspec

from docket import entries, life
from docket.access import Actor
from docket.actions import redeciding, standing
from docket.actions.judgments import judging
from docket.actions.judgments.judging import ChangedJudgment, Judged
from docket.actions.time_limits import by_law
from docket.clock import court_day
from docket.deps import Deps
from docket.errors import BadInput, Issue, StateForbids
from docket.judgments import LODGED, Judgment, JudgmentClock, Lodged, Party, family, level_of, standing_for, ticking
from docket.life import Plan
from docket.store import cases
from docket.store import judgments as store
from docket.time_limits import Clock
from docket.transitions import EVENTS, TITLES, Asked, Pair, Paper
from routing import JudgmentsFile, PartyRole, Remedy, Start, court_of_appeal


class LodgeRemedy(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    judgment: int
    remedy: Remedy
    role: PartyRole
    #: Id of the person; empty = the prosecution.
    person: str = ""
    #: Ids of the suspects that it is about; a suspect's own is about himself.
    against: tuple[str, ...] = ()
    lodged_on: date
    #: Of an appeal: when the grievance form was filed.
    grievances_on: date | None = None
    #: Of the declaration.
    number: str | None = None


async def lodge_remedy(command: LodgeRemedy, by: Actor, deps: Deps) -> ChangedJudgment:
    """One that comes too late is entered all the same, and marked: the court says whether it is admissible."""
    found = await judging.find(command.case_number, "lodgeRemedy", command.version, by, deps)
    judgment = found.judgment(command.judgment)
    judging.require_own_court(judgment.court, by)
    at = deps.clock.now()
    against = (command.person,) if command.role == "suspect" else command.against or judgment.persons
    party = _sound(command, against, judgment, court_day(at), deps.law.law.judgments, level_of(judgment.court, deps.law.law) or "")
    own = _own_clock(command, judgment)
    clock = ticking(own, judgment, found.clocks) if own is not None else None
    if command.remedy == "opposition":
        _require_once(command, judgment, found)
    event, paper = LODGED[command.remedy]
    pairs = _moving(found, judgment, against, event)
    snapshot, known = found.snapshot, await standing.known(found.snapshot, deps)
    asked = Asked(paper=Paper(kind=paper, number=command.number, dated_on=command.lodged_on))
    plan = (
        standing.require(life.plan(snapshot.stands, found.everybody, event, known, asked, chosen=pairs, by="lodgeRemedy"))
        if pairs
        else None
    )
    new = _lodged(command, against, judgment, _late(command, own, judgment, found), by, deps, at)
    status = judging.status_by(found, plan)
    mails = judging.mails(found, status, at, deps)
    async with deps.transaction() as tx:
        await redeciding.rise(tx, snapshot)
        remedy_id = await store.lodge(tx, found.case_id, new)
        await cases.set_courts(tx, found.case_id)
        after = await _clocks(tx, found, judgment, new, party, clock, by, deps)
        if plan is not None:
            await standing.write(tx, snapshot, plan)
        await redeciding.promise_mails(tx, snapshot, mails, at)
        entry = _entry(found, remedy_id, new, plan, mails=len(mails))
        await judging.enter(tx, found, entry, after, by, at)
    return ChangedJudgment(case_number=command.case_number, version=found.version, judgment=judgment.id, status=status)


def _lodged(command: LodgeRemedy, against: tuple[str, ...], judgment: Judgment, late: bool, by: Actor, deps: Deps, at: datetime) -> Lodged:
    return Lodged(
        judgment_id=judgment.id,
        remedy=command.remedy,
        role=command.role,
        person=command.person,
        against=against,
        lodged_on=command.lodged_on,
        grievances_on=command.grievances_on,
        number=(command.number or "").strip() or None,
        late=late,
        registry=by.registry_of,
        brought_before=court_of_appeal(judgment.court, deps.law.law) if command.remedy == "appeal" else None,
        entered_at=at,
        entered_by=by.code,
    )


async def _clocks(
    tx: Any, found: Judged, judgment: Judgment, new: Lodged, party: Party, clock: Clock | None, by: Actor, deps: Deps
) -> list[entries.Entry]:
    """The clock of who lodged it is met; an appeal starts those of who may follow, a cassation that of its memorial."""
    at, version, written = new.entered_at, found.version, []
    if clock is not None and clock.open:
        written.append(await by_law.meet(tx, found.case_id, clock, new.lodged_on, version=version, by=by, deps=deps, at=at))
    if new.remedy == "appeal":
        written += await _follow_on(tx, found, judgment, party, new.against, clock, by, deps, at)
    if new.remedy == "cassation":
        declared, person, court = Start(event=judging.DECLARED, on=new.lodged_on), new.person or None, judgment.court
        memorial = await by_law.begin(
            tx, found.case_id, judging.MEMORIAL, declared, version=version, by=by, deps=deps, at=at, person=person, registry=court
        )
        written += [memorial[1]] if memorial is not None else []
    return written


def _entry(found: Judged, remedy_id: int, new: Lodged, plan: Plan | None, *, mails: int) -> entries.RemedyLodged:
    return entries.RemedyLodged(
        version=found.version,
        judgment=new.judgment_id,
        remedy_id=remedy_id,
        remedy=new.remedy,
        party_role=new.role,
        party=new.person,
        against=new.against,
        lodged_on=new.lodged_on,
        grievances_on=new.grievances_on,
        number=new.number,
        late=new.late,
        registry=new.registry,
        status_before=found.snapshot.case.status,
        status=judging.status_by(found, plan),
        moves=plan.moves if plan is not None else (),
        mails=mails,
    )


def _sound(command: LodgeRemedy, against: tuple[str, ...], judgment: Judgment, today: date, rows: JudgmentsFile, level: str) -> Party:
    issues: list[Issue] = []

    def fault(name: str, detail: str, value: object = None) -> None:
        issues.append(Issue(type="invalidInput", name=name, detail=detail, value=value))

    party = next((one for one in judgment.parties if (one.role, one.person) == (command.role, command.person)), None)
    if party is None:
        fault("/party", "Deze partij was er niet bij dit vonnis; kies een partij van het vonnis.", command.person or command.role)
    if not judgment.pronounced_on <= command.lodged_on <= today:
        detail = f"Geef een dag vanaf de uitspraak ({judgment.pronounced_on:%d/%m/%Y}) tot en met vandaag."
        fault("/lodgedOn", detail, str(command.lodged_on))
    if command.grievances_on is not None and not judgment.pronounced_on <= command.grievances_on <= today:
        fault("/grievancesOn", "Geef de dag waarop het grievenformulier is neergelegd, na de uitspraak.", str(command.grievances_on))
    if strangers := sorted(set(against) - set(judgment.persons)):
        fault("/against", "Over deze verdachte gaat het vonnis niet; kies verdachten van het vonnis.", ", ".join(strangers))
    if party is not None and not issues and not _exists(command, party, against, judgment, rows, level):
        fault("/remedy", "Dit rechtsmiddel staat na dit vonnis voor deze partij niet open; kies een ander.", command.remedy)
    if issues or party is None:
        raise BadInput(issues=tuple(issues))
    return party


def _exists(command: LodgeRemedy, party: Party, against: tuple[str, ...], judgment: Judgment, rows: JudgmentsFile, level: str) -> bool:
    """Do the law data know this remedy after this judgment? Where they tell nothing of it, the registry knows better."""
    stages = judgment.stages_of(against)
    if not all(rows.tells(stage, level) for stage in stages):
        return True
    found = {row.remedy for stage in stages for row in rows.remedies(stage, level, party.role, party.manner)}
    follow = [row for stage in stages if (row := rows.follow_on(stage, level)) is not None]
    found |= {row.remedy for row in follow if any(party.role in roles for roles in row.follows.values())}
    return command.remedy in found


def _own_clock(command: LodgeRemedy, judgment: Judgment) -> JudgmentClock | None:
    """The clock of this party for this remedy that ends last: a follow-on appeal has a longer one."""
    own = [one for one in judgment.clocks if (one.role, one.person, one.remedy) == (command.role, command.person, command.remedy)]
    return own[-1] if own else None


def _late(command: LodgeRemedy, own: JudgmentClock | None, judgment: Judgment, found: Judged) -> bool:
    ran = ticking(own, judgment, found.clocks) if own is not None else None
    return ran is not None and command.lodged_on > ran.answer.due_on


def _require_once(command: LodgeRemedy, judgment: Judgment, found: Judged) -> None:
    """An opposition is against the last judgment on who declares it, and there is one; raises StateForbids."""
    own = [one.pair for one in judgment.outcomes if one.person == command.person]
    last = {one.id for pair in own if (one := standing_for(pair, found.judgments)) is not None}
    if last != {judgment.id}:
        raise StateForbids("Over deze verdachte is na dit vonnis opnieuw geoordeeld; verzet kan alleen tegen het laatste vonnis over hem.")
    ids = family(judgment, found.judgments)
    lodged = [one for each in found.judgments if each.id in ids for one in each.remedies]
    if any((one.remedy, one.person, one.withdrawn_on) == ("opposition", command.person, None) for one in lodged):
        raise StateForbids("Deze verdachte deed al verzet tegen dit vonnis, en dat is niet ingetrokken; verzet kan een keer.")


def _moving(found: Judged, judgment: Judgment, against: tuple[str, ...], event: str) -> tuple[Pair, ...]:
    """Who moves; another appellant in the same file moves nobody again. Raises StateForbids where nobody stands where it could be."""
    ats = {at.pair: at for at in found.everybody}
    own = [one.pair for one in judgment.outcomes if one.person in against and one.pair in ats]
    moving = tuple(pair for pair in own if (ats[pair].status, event) in life.BY_START)
    ends = {row.end for row in life.BY_START.values() if row.event == event}
    if not moving and not any(ats[pair].status in ends for pair in own):
        there = ", ".join(sorted({TITLES[ats[pair].status] for pair in own}))
        raise StateForbids(f"“{EVENTS[event]}” kan niet vanuit “{there}”.")
    return moving


async def _follow_on(
    tx: Any,
    found: Judged,
    judgment: Judgment,
    party: Party,
    against: tuple[str, ...],
    clock: Clock | None,
    by: Actor,
    deps: Deps,
    at: datetime,
) -> list[entries.Entry]:
    """The clocks of those who may follow the first appellant: they run from the end of his own, and keep open only what he appealed."""
    law, begun = deps.law.law, []
    level = level_of(judgment.court, law) or ""
    row = next((one for stage in judgment.stages if (one := law.judgments.follow_on(stage, level)) is not None), None)
    if row is None:
        return []
    have = {(one.role, one.person, one.about) for one in judgment.clocks if one.limit_id == row.limit}
    followers = [one for one in judgment.parties if one.role in row.follows.get(party.role, ())]
    wanted = [
        (other, "" if other.role == "suspect" else suspect)
        for suspect in against
        for other in followers
        if other.role != "suspect" or other.person == suspect
    ]
    for other, about in wanted:
        if (other.role, other.person, about) in have:
            continue
        number = None
        if clock is not None:
            answer = clock.answer
            also = answer.unrolled_on if answer.unrolled_on != answer.due_on else None
            started = await by_law.begin(
                tx,
                found.case_id,
                row.limit,
                Start(event=row.event, on=answer.due_on, also_on=also),
                version=found.version,
                by=by,
                deps=deps,
                at=at,
                person=other.person or None,
                registry=judgment.court,
                after_id=clock.id,
            )
            if started is not None:
                number = started[0]
                begun.append(started[1])
        new = JudgmentClock(
            role=other.role,
            person=other.person,
            about=about,
            remedy=row.remedy,
            limit_id=row.limit,
            event=row.event,
            time_limit_id=number,
        )
        await store.add_clock(tx, found.case_id, judgment.id, new)
    return begun
