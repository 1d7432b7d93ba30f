"""Enter what a court decided on each suspect and offence, or correct it by a new entry; the clocks from the pronouncement start with it."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import msgspec

from docket import entries, identifiers, life
from docket.access import Actor
from docket.actions import consequences, redeciding, standing, telling
from docket.actions.judgments import judging
from docket.actions.judgments.judging import ChangedJudgment, Judged
from docket.actions.time_limits import by_law
from docket.clock import court_day
from docket.deps import Deps
from docket.errors import BadInput, Issue
from docket.judgments import (
    COURT_OF_CASSATION,
    Ban,
    Confiscation,
    Judgment,
    Outcome,
    Party,
    Penalty,
    event_of,
    extracts_due,
    level_of,
    levels_for,
    required_clocks,
    stage_for,
    standing_for,
)
from docket.life import Plan
from docket.seized_items import SeizedItem, forgotten, items_of
from docket.store import judgments as store
from docket.store import seized_items
from docket.store.judgments import NewJudgment
from docket.transitions import Asked, At, Pair, Paper
from routing import Law, Manner, Start, longer_than_law

#: The clock of the extract, and the anchor of all that runs from a judgment by itself.
PRONOUNCED = "pronouncement"
_CORRECTED = "het vonnis is verbeterd"


class Decided(msgspec.Struct, frozen=True, kw_only=True):
    """What the court decided on one suspect and offence."""

    person: str
    offence: str
    #: Id of an outcome of the law data.
    outcome: str


class EnterJudgment(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    #: Code of the law data, or courtOfCassation.
    court: str
    pronounced_on: date
    decided: tuple[Decided, ...]
    #: Person -> how he was judged: each suspect who is judged, and each civil party.
    manners: dict[str, Manner]
    penalties: tuple[Penalty, ...] = ()
    confiscations: tuple[Confiscation, ...] = ()
    bans: tuple[Ban, ...] = ()
    ecli: str | None = None
    #: Number on the judgment.
    number: str | None = None
    remark: str | None = None
    #: The judgment that was entered wrong, and why.
    corrects: int | None = None
    reason: str | None = None


async def enter_judgment(command: EnterJudgment, by: Actor, deps: Deps) -> ChangedJudgment:
    found = await judging.find(command.case_number, "enterJudgment", command.version, by, deps)
    judging.require_own_court(command.court, by)
    at = deps.clock.now()
    corrected = found.judgment(command.corrects) if command.corrects is not None else None
    if corrected is not None:
        judging.require_own_court(corrected.court, by)
        redeciding.required(command.reason or "")
    outcomes = _sound(command, corrected, found, court_day(at), deps)
    plan = await _plan(command, outcomes, corrected, found, deps)
    new = _judgment(command, outcomes, found, by)
    told_status = f"vonnis van {command.pronounced_on:%d/%m/%Y} {'verbeterd' if corrected else 'ingeschreven'}"
    snapshot = found.snapshot
    mails = consequences.mails(
        snapshot.case.report, snapshot.decision, deps, case_number=snapshot.case.case_number, status=told_status, at=at
    )
    status = judging.status_by(found, plan)
    async with deps.transaction() as tx:
        await redeciding.rise(tx, snapshot)
        judgment_id = await store.enter(tx, found.case_id, new, at=at, by=by.code)
        after: list[entries.Entry] = []
        if corrected is not None:
            after += await _replace(tx, found, corrected, judgment_id, by, deps, at)
        after += await _begin(tx, found, judgment_id, new, by, deps, at)
        if plan is not None:
            await standing.write(tx, snapshot, plan)
        left = await _forgotten(tx, found)
        told = await telling.tell(tx, snapshot, "judgment", mails, at=at, by=by.code)
        entry = _entry(found, judgment_id, new, plan, left, to_tell=told, mails=len(mails))
        await judging.enter(tx, found, entry, after, by, at)
    return ChangedJudgment(
        case_number=command.case_number,
        version=found.version,
        judgment=judgment_id,
        status=status,
        forgotten=tuple(item.words for item in left),
    )


def _judgment(command: EnterJudgment, outcomes: tuple[Outcome, ...], found: Judged, by: Actor) -> NewJudgment:
    return NewJudgment(
        court=command.court,
        pronounced_on=command.pronounced_on,
        ecli=(command.ecli or "").strip().upper() or None,
        number=(command.number or "").strip() or None,
        remark=(command.remark or "").strip() or None,
        corrects=command.corrects,
        reason=command.reason if command.corrects is not None else None,
        registry=by.registry_of,
        parties=_parties(command, outcomes, found),
        outcomes=outcomes,
        penalties=command.penalties,
        confiscations=command.confiscations,
        bans=command.bans,
    )


def _entry(
    found: Judged, judgment_id: int, new: NewJudgment, plan: Plan | None, left: Sequence[SeizedItem], *, to_tell: int, mails: int
) -> entries.JudgmentEntered:
    return entries.JudgmentEntered(
        version=found.version,
        judgment=judgment_id,
        judging_court=new.court,
        pronounced_on=new.pronounced_on,
        judgment_ecli=new.ecli,
        judgment_number=new.number,
        outcomes=new.outcomes,
        parties=new.parties,
        penalties=len(new.penalties),
        confiscations=len(new.confiscations),
        bans=len(new.bans),
        corrects_judgment=new.corrects,
        reason=new.reason,
        registry=new.registry,
        status_before=found.snapshot.case.status,
        status=judging.status_by(found, plan),
        moves=plan.moves if plan is not None else (),
        to_tell=to_tell,
        mails=mails,
        items_forgotten=tuple(item.id for item in left),
    )


async def _replace(
    tx: Any, found: Judged, corrected: Judgment, judgment_id: int, by: Actor, deps: Deps, at: datetime
) -> list[entries.Entry]:
    """The wrong judgment stays; its clocks are struck, and what was still to be sent of it is not."""
    await store.correct(tx, found.case_id, corrected.id, judgment_id, reason=_CORRECTED, at=at, by=by.code)
    numbers = {one.time_limit_id for one in (*corrected.clocks, *corrected.extracts) if one.time_limit_id is not None}
    return [
        await by_law.strike(tx, found.case_id, clock, _CORRECTED, version=found.version, by=by, deps=deps, at=at)
        for clock in found.clocks
        if clock.id in numbers and clock.open
    ]


async def _begin(tx: Any, found: Judged, judgment_id: int, new: NewJudgment, by: Actor, deps: Deps, at: datetime) -> list[entries.Entry]:
    """What runs from the pronouncement starts now; what runs from a service waits for it."""
    law, begun = deps.law.law, []
    level = level_of(new.court, law) or ""
    start = Start(event=PRONOUNCED, on=new.pronounced_on)
    registry = None if new.court == COURT_OF_CASSATION else new.court

    async def run(limit: str, person: str | None) -> int | None:
        started = await by_law.begin(
            tx, found.case_id, limit, start, version=found.version, by=by, deps=deps, at=at, person=person, registry=registry
        )
        if started is None:
            return None
        begun.append(started[1])
        return started[0]

    for clock in required_clocks(new.parties, new.outcomes, level, law.judgments):
        number = await run(clock.limit_id, clock.person or None) if clock.event == PRONOUNCED else None
        await store.add_clock(tx, found.case_id, judgment_id, msgspec.structs.replace(clock, time_limit_id=number))
    limits = {row.id: row.limit for row in law.judgments.extract}
    persons = tuple(dict.fromkeys(one.person for one in new.outcomes))
    for extract in extracts_due(new.penalties, new.confiscations, persons, law):
        limit = limits[extract.kind]
        number = await run(limit, extract.person) if extract.after == PRONOUNCED and limit is not None else None
        await store.add_extract(tx, found.case_id, judgment_id, msgspec.structs.replace(extract, time_limit_id=number))
    return begun


def _parties(command: EnterJudgment, outcomes: Sequence[Outcome], found: Judged) -> tuple[Party, ...]:
    judged = tuple(dict.fromkeys(one.person for one in outcomes))
    civil = tuple(person.id or "" for person in found.snapshot.case.report.persons if person.role == "civilParty")
    return (
        *(Party(role="suspect", person=person, manner=command.manners[person]) for person in judged),
        *(Party(role="civilParty", person=person, manner=command.manners[person]) for person in civil),
        # The prosecution is always there.
        Party(role="prosecution"),
    )


async def _plan(command: EnterJudgment, outcomes: Sequence[Outcome], corrected: Judgment | None, found: Judged, deps: Deps) -> Plan | None:
    """Who moves by it, through the table; None = everybody stays where he stands."""
    old = {one.pair for one in corrected.outcomes} if corrected is not None else set()
    ats = {at.pair: at for at in found.everybody}
    events: dict[Pair, str] = {}
    for one in outcomes:
        event = event_of(ats[one.pair], one.outcome)
        if one.pair not in old and event is not None:
            events[one.pair] = event
    if not events:
        return None
    known = await standing.known(found.snapshot, deps)
    paper = Paper(kind="judgment", number=command.number, dated_on=command.pronounced_on)
    return standing.require(
        life.plan(found.snapshot.stands, found.everybody, events, known, Asked(paper=paper), chosen=tuple(events), by="enterJudgment")
    )


def _sound(command: EnterJudgment, corrected: Judgment | None, found: Judged, today: date, deps: Deps) -> tuple[Outcome, ...]:
    """The outcomes with the stage of each; raises BadInput with everything that is wrong, at once."""
    issues: list[Issue] = []

    def fault(name: str, detail: str, value: object = None) -> None:
        issues.append(Issue(type="invalidInput", name=name, detail=detail, value=value))

    law = deps.law.law
    level = level_of(command.court, law)
    if level is None:
        fault("/court", "Deze rechtbank bestaat niet; kies een code uit de lijst van rechtbanken.", command.court)
    if command.pronounced_on > today:
        fault("/pronouncedOn", "Deze dag ligt in de toekomst; vul de dag van de uitspraak in.", str(command.pronounced_on))
    if command.ecli and (why := identifiers.ecli_fault(command.ecli, command.pronounced_on)):
        fault("/ecli", why, command.ecli)
    if not command.decided:
        fault("/decided", "Zeg voor minstens een verdachte en een feit wat beslist is.")
    outcomes = _outcomes(command, corrected, found, level or "", deps, fault)
    judged = {one.person for one in command.decided}
    civil = {person.id or "" for person in found.snapshot.case.report.persons if person.role == "civilParty"}
    for person in sorted(judged | civil):
        if command.manners.get(person) is None:
            who = "burgerlijke partij" if person in civil else "verdachte"
            fault(f"/manners/{person}", f"Zeg voor {who} {person} of het op tegenspraak, geacht op tegenspraak of bij verstek is.")
    _imposed(command, law, fault)
    _seized(command, found, fault)
    if issues:
        raise BadInput(issues=tuple(issues))
    return outcomes


def _outcomes(command: EnterJudgment, corrected: Judgment | None, found: Judged, level: str, deps: Deps, fault: Any) -> tuple[Outcome, ...]:
    law, rows = deps.law.law, []
    kinds = {row.id: row for row in law.judgments.outcome}
    ats = {at.pair: at for at in found.everybody}
    before = {one.pair: one.stage for one in corrected.outcomes} if corrected is not None else {}
    seen: set[Pair] = set()
    for one in command.decided:
        pair = (one.person, one.offence)
        where = f"/decided/{one.person}/{one.offence}"
        at, kind = ats.get(pair), kinds.get(one.outcome)
        if at is None or not one.person or not one.offence or pair in seen:
            fault(where, "Deze verdachte staat niet, of al een keer, voor dit feit in het dossier.", one.person)
            continue
        seen.add(pair)
        stage = before.get(pair) or stage_for(at, law.judgments)
        if stage is None:
            fault(where, _not_to_judge(at, found), one.outcome)
        elif kind is None or stage not in kind.stages or level not in kind.levels:
            title = law.title(f"stage/{stage}") or stage
            fault(where, f"Deze beslissing kent deze rechtbank niet in deze aanleg ({title}); kies er een uit de lijst.", one.outcome)
        elif level not in levels_for(stage, pair, () if pair in before else found.judgments, law) or not _its_court(
            command.court, at, stage, found
        ):
            fault("/court", f"Verdachte {one.person} staat voor feit {one.offence} niet voor deze rechtbank; ga het na.", command.court)
        elif pair not in before and (last := standing_for(pair, found.judgments)) is not None and _again(last, pair, stage):
            fault(
                where,
                "Hierover staat al een vonnis van deze aanleg; verbeter dat, of schrijf eerst het rechtsmiddel in.",
                one.outcome,
            )
        else:
            rows.append(Outcome(person=one.person, offence=one.offence, stage=stage, outcome=one.outcome))
    for pair in before.keys() - seen:
        detail = f"Het vonnis ging ook over verdachte {pair[0]} voor feit {pair[1]}; zeg ook daarvan wat beslist is."
        fault(f"/decided/{pair[0]}/{pair[1]}", detail)
    return tuple(rows)


def _not_to_judge(at: At, found: Judged) -> str:
    if at.status == "judged":
        return "Hierover is al geoordeeld; verbeter dat vonnis, of schrijf eerst het rechtsmiddel in."
    return "Deze verdachte staat voor dit feit bij geen rechtbank; schrijf eerst zijn stand in."


def _its_court(court: str, at: At, stage: str, found: Judged) -> bool:
    """In first instance the court that his track was brought before; later the level alone is known."""
    if stage not in ("firstInstance", "plea"):
        return True
    own = life.own_tracks(at.pair, found.snapshot.decision.tracks)
    return not own or any(track.court in (None, court) for track in own)


def _again(last: Judgment, pair: Pair, stage: str) -> bool:
    return next(one.stage for one in last.outcomes if one.pair == pair) == stage


def _imposed(command: EnterJudgment, law: Law, fault: Any) -> None:
    """Penalties, confiscations and port bans: on whom something may be imposed, of a kind, in its unit."""
    kinds = {row.id: row for row in law.judgments.penalty}
    imposing = {row.id for row in law.judgments.outcome if row.imposes}
    punished = {one.person for one in command.decided if one.outcome in imposing}
    for place, one in [
        *((f"/penalties/{number}", row) for number, row in enumerate(command.penalties)),
        *((f"/confiscations/{number}", row) for number, row in enumerate(command.confiscations)),
        *((f"/bans/{number}", row) for number, row in enumerate(command.bans)),
    ]:
        if one.person not in punished:
            fault(
                place,
                "Hem is niets op te leggen: hij is niet veroordeeld of schuldig verklaard. Kies de beslissing of laat dit weg.",
                one.person,
            )
    for number, penalty in enumerate(command.penalties):
        row = kinds.get(penalty.kind)
        if row is None or penalty.unit not in row.units:
            fault(f"/penalties/{number}", "Kies een straf uit de lijst, met een eenheid die erbij hoort.", penalty.kind)
        elif (penalty.length if penalty.unit != "euro" else penalty.euro_cents) in (None, 0):
            fault(f"/penalties/{number}", "Geef de duur of het bedrag van de straf.", penalty.kind)
        elif penalty.deferred != "no" and not row.may_be_deferred:
            fault(f"/penalties/{number}", "Voor deze straf is geen uitstel opgenomen; noteer het als opmerking.", penalty.kind)
    for number, one in enumerate(command.confiscations):
        if not one.what.strip():
            fault(f"/confiscations/{number}", "Zeg wat verbeurd verklaard is.")
    _banned(command.bans, law, fault)


def _seized(command: EnterJudgment, found: Judged, fault: Any) -> None:
    known = {row.id for row in found.snapshot.case.report.seizures}
    for number, one in enumerate(command.confiscations):
        if one.seizure is not None and one.seizure not in known:
            detail = "Het dossier noemt dit in beslag genomen goed niet; kies er een uit de lijst, of laat het leeg."
            fault(f"/confiscations/{number}/seizure", detail, one.seizure)


async def _forgotten(tx: Any, found: Judged) -> tuple[SeizedItem, ...]:
    """Once the judgment is written, so that what it says counts; the judgment that it corrects does not any more."""
    report = found.snapshot.case.report
    if not report.seizures:
        return ()
    judgments = await store.of_case(tx, found.case_id)
    return forgotten(items_of(report, await seized_items.of_case(tx, found.case_id), judgments), judgments, found.snapshot.case.status)


def _banned(bans: Sequence[Ban], law: Law, fault: Any) -> None:
    row = law.judgments.port_ban
    for number, ban in enumerate(bans):
        if row is None:
            fault(f"/bans/{number}", "Het geldend recht van dit register kent het havenverbod niet.", ban.length)
        elif ban.length < 1 or longer_than_law(row, ban.length, ban.unit):
            most = f"{row.longest_count} jaar"
            fault(f"/bans/{number}", f"Een havenverbod duurt hoogstens {most} ({row.version[-1].citation}).", ban.length)
        if not ban.ports.strip():
            fault(f"/bans/{number}/ports", "Zeg voor welke havens of havenfaciliteiten het verbod geldt.")
    if len({ban.person for ban in bans}) < len(bans):
        fault("/bans", "Een verdachte krijgt in een vonnis hoogstens een havenverbod.")
