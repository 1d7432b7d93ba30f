"""Judgments of a file: what they decided, whose remedies still run, and since when all is final for whom; pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Literal

import msgspec

from docket.cases import CaseStatus
from docket.contract import Report
from docket.decoding import last_day
from docket.report_words import designations
from docket.services import BY_CODE, FROM_SERVICE, Service
from docket.time_limits import Clock
from docket.titles import CONFIDENCES
from docket.transitions import ENDED, At, Pair, lower
from routing import JudgmentsFile, Law, Manner, PartyRole, PortBan, Remedy, RemedyRow, Stage, port_ban

#: Not among the courts of the law data: no file is ever sent there by a rule.
COURT_OF_CASSATION = "courtOfCassation"
Deferred = Literal["no", "part", "whole"]
ExtractState = Literal["toSend", "sent", "notNeeded"]
#: Where who is judged stands before -> the event that the judgment is, after an opposition by the stage of what was opposed;
#: None = he stays where he stands.
EVENT_OF: Mapping[CaseStatus, str | None] = {
    "trialCourt": "judgmentGiven",
    "opposition": "judgedAfterOpposition",
    "guiltyPlea": "pleaHomologated",
    "appeal": None,
    "assizes": None,
    "cassation": None,
}
_OPPOSED_ON_APPEAL = "judgedOnAppealAfterOpposition"
#: A remedy that was lodged, as an event, and the paper that proves it.
LODGED: Mapping[Remedy, tuple[str, str]] = {
    "opposition": ("lodgeOpposition", "oppositionDeed"),
    "appeal": ("lodgeAppeal", "appealDeclaration"),
    "cassation": ("lodgeCassation", "cassationDeclaration"),
}
MANNERS_NL: Mapping[str, str] = {"adversary": "op tegenspraak", "deemedAdversary": "geacht op tegenspraak", "default": "bij verstek"}
DEFERRED_NL: Mapping[str, str] = {"no": "zonder uitstel", "part": "deels met uitstel", "whole": "geheel met uitstel"}
CUSTODY_ENDS_NL: Mapping[str, str] = {
    "served": "gevangenisstraf ondergaan",
    "limitation": "gevangenisstraf verjaard",
    "conditionalRelease": "voorwaardelijk in vrijheid gesteld",
}
REMEDIES_NL: Mapping[str, str] = {"opposition": "verzet", "appeal": "hoger beroep", "cassation": "cassatieberoep"}
#: Why something is not final yet, by `Still.why`.
_STILL_NL: Mapping[str, str] = {
    "running": "termijn {of} tot en met {until}",
    "remedyPending": "{of} is nog niet beslist",
    "notServed": "termijn {of}: het vonnis is nog niet betekend, dus die termijn loopt nog niet",
    "chained": "termijn {of} begint pas na een andere termijn; begin hem bij de termijnen",
    "struck": "termijn {of} is geschrapt, en er kwam geen andere in de plaats",
    "suspended": "termijn {of} is geschorst",
    "notTold": "de wetgegevens zeggen niet welke rechtsmiddelen hier openstaan; het attest van de griffie kan tonen dat er geen meer is",
    "noJudgment": "er staat geen vonnis in het register; het attest van de griffie kan tonen dat er geen rechtsmiddel meer is",
}
#: Role in the file -> as a party to a judgment; whoever else is served has no remedy.
_PARTIES: Mapping[str, PartyRole] = {"suspect": "suspect", "civilParty": "civilParty"}
#: Of the Court of Cassation: the file goes on before another court of appeal.
QUASHED = "quashed"
#: The stage whose judgment a file in that status waits for.
_AWAITS: Mapping[CaseStatus, Stage] = {
    # Whoever was judged stands there again only once his opposition was admitted.
    "trialCourt": "afterOpposition",
    "opposition": "afterOpposition",
    "appeal": "appeal",
    "cassation": "cassation",
    "assizes": "assizes",
}

#: Who stands there was judged, also where only the status was ever entered.
_DECIDED_AT: frozenset[CaseStatus] = frozenset({"judged", "opposition", "appeal", "cassation", "final"})


class Outcome(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    person: str
    offence: str
    stage: Stage
    #: Of the law data.
    outcome: str
    #: Since when it is final, once that was recorded.
    final_on: date | None = None

    @property
    def pair(self) -> Pair:
        return self.person, self.offence


class Party(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    role: PartyRole
    #: Id of the person; empty = the prosecution.
    person: str = ""
    manner: Manner = "adversary"


class Penalty(msgspec.Struct, frozen=True, kw_only=True):
    person: str
    #: Of the law data.
    kind: str
    unit: str
    length: int | None = None
    euro_cents: int | None = None
    deferred: Deferred = "no"
    note: str | None = None


class Confiscation(msgspec.Struct, frozen=True, kw_only=True):
    person: str
    what: str
    euro_cents: int | None = None
    #: Id of the reported seizure that it takes; None = it takes none of them, or nobody said which.
    seizure: str | None = None


class Ban(msgspec.Struct, frozen=True, kw_only=True):
    """A port ban; its days are computed."""

    person: str
    length: int
    unit: Literal["month", "year"]
    ports: str
    motivated: bool
    id: int = 0
    custody_ended: Literal["served", "limitation", "conditionalRelease"] | None = None
    custody_ended_on: date | None = None


class JudgmentClock(msgspec.Struct, frozen=True, kw_only=True):
    """A clock that must have run out."""

    role: PartyRole
    person: str
    remedy: Remedy
    limit_id: str
    event: str
    #: The suspect whose part of the judgment it keeps open; empty = everybody's, or a suspect's own.
    about: str = ""
    id: int = 0
    judgment_id: int = 0
    time_limit_id: int | None = None
    waived_on: date | None = None
    waived_reason: str | None = None


class Lodged(msgspec.Struct, frozen=True, kw_only=True):
    """A remedy as it was declared."""

    id: int = 0
    judgment_id: int
    remedy: Remedy
    role: PartyRole
    person: str
    against: tuple[str, ...]
    lodged_on: date
    grievances_on: date | None = None
    number: str | None = None
    late: bool = False
    registry: str | None = None
    #: The court of appeal before which it brings the file, and which reads it from then on.
    brought_before: str | None = None
    entered_at: datetime
    entered_by: str
    withdrawn_on: date | None = None
    withdrawn_reason: str | None = None
    withdrawn_by: str | None = None


class Extract(msgspec.Struct, frozen=True, kw_only=True):
    id: int = 0
    judgment_id: int = 0
    #: Of the law data.
    kind: str
    person: str | None = None
    after: Literal["pronouncement", "final"]
    time_limit_id: int | None = None
    state: ExtractState = "toSend"
    sent_on: date | None = None
    reason: str | None = None
    closed_at: datetime | None = None
    closed_by: str | None = None


class Judgment(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    court: str
    pronounced_on: date
    ecli: str | None
    number: str | None
    remark: str | None
    corrects: int | None
    corrected_by: int | None
    #: Why it was corrected.
    reason: str | None
    registry: str | None
    entered_at: datetime
    entered_by: str
    parties: tuple[Party, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    penalties: tuple[Penalty, ...] = ()
    confiscations: tuple[Confiscation, ...] = ()
    bans: tuple[Ban, ...] = ()
    clocks: tuple[JudgmentClock, ...] = ()
    remedies: tuple[Lodged, ...] = ()
    extracts: tuple[Extract, ...] = ()

    @property
    def stands(self) -> bool:
        return self.corrected_by is None

    @property
    def persons(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.person for one in self.outcomes))

    @property
    def stages(self) -> tuple[Stage, ...]:
        return tuple(dict.fromkeys(one.stage for one in self.outcomes))

    def stages_of(self, persons: Iterable[str]) -> frozenset[Stage]:
        return frozenset(one.stage for one in self.outcomes if one.person in persons)


class Still(msgspec.Struct, frozen=True, kw_only=True):
    """Why something is not final yet; a code with what it is about, for whoever tells it."""

    #: noJudgment, notTold, remedyPending, notServed, chained, struck, suspended, running
    why: str
    role: PartyRole | None = None
    person: str = ""
    remedy: Remedy | None = None
    until: date | None = None


class LateOpposition(msgspec.Struct, frozen=True, kw_only=True):
    """An opposition that may come after the ordinary period, for want of a service in person; it keeps nothing from being final."""

    person: str
    served_on: date
    #: While the period from his knowledge, his surrender or his release runs; None = nothing of the kind is in the register.
    until: date | None = None


class Finality(msgspec.Struct, frozen=True, kw_only=True):
    """Where one suspect and offence stand: final since a day, or what is still open."""

    pair: Pair
    judgment_id: int | None
    #: None = not final.
    final_on: date | None = None
    still: tuple[Still, ...] = ()
    #: Recorded already.
    established: bool = False
    #: The register cannot tell; the attest of the registry can.
    by_attest: bool = False
    late_opposition: LateOpposition | None = None


def level_of(court: str, law: Law) -> str | None:
    return "cassation" if court == COURT_OF_CASSATION else law.courts[court].level if court in law.courts else None


def court_title(court: str, law: Law) -> str:
    return "Hof van Cassatie" if court == COURT_OF_CASSATION else law.title(court) or court


def stage_at(status: CaseStatus, rows: JudgmentsFile) -> Stage | None:
    """What a judgment is of whom stands there; None = nobody can be judged there."""
    return next((row.id for row in rows.stage if row.status == status), None)


def standing_for(pair: Pair, judgments: Sequence[Judgment]) -> Judgment | None:
    """The last judgment on them that was not corrected by another."""
    found = [one for one in judgments if one.stands and any(row.pair == pair for row in one.outcomes)]
    return max(found, key=lambda one: (one.pronounced_on, one.id), default=None)


def stage_for(at: At, rows: JudgmentsFile) -> Stage | None:
    """
    The same, by the last judgment on him.

    Who was judged while only the status was entered is judged in the register after all, in first instance. Who was judged by
    his trial court and stands before it again had his opposition admitted.
    """
    if at.status == "judged" and at.stage is None:
        return "firstInstance"
    if at.status == "trialCourt" and at.stage == "firstInstance":
        return "afterOpposition"
    return stage_at(at.status, rows)


def levels_for(stage: Stage, pair: Pair, judgments: Sequence[Judgment], law: Law) -> frozenset[str]:
    """Of the courts that judge at this stage; an opposition comes before the court whose judgment it is against."""
    levels = frozenset[str](level for row in law.judgments.stage if row.id == stage for level in row.levels)
    last = standing_for(pair, judgments) if stage == "afterOpposition" else None
    return levels if last is None else levels & {level_of(last.court, law) or ""}


def event_of(at: At, outcome: str) -> str | None:
    """What the judgment is for who stands there; None = he stays where he stands."""
    if outcome == QUASHED:
        return "quashed"
    if at.status == "opposition" and at.stage == "appeal":
        return _OPPOSED_ON_APPEAL
    return EVENT_OF.get(at.status)


def with_judgments(everybody: Iterable[At], judgments: Sequence[Judgment]) -> tuple[At, ...]:
    """The same positions with what the last judgment says of each."""
    found = []
    for at in everybody:
        last = standing_for(at.pair, judgments)
        stage = next((one.stage for one in last.outcomes if one.pair == at.pair), None) if last is not None else None
        party = next((one for one in last.parties if (one.role, one.person) == ("suspect", at.pair[0])), None) if last is not None else None
        by_default = party is not None and party.manner == "default"
        found.append(msgspec.structs.replace(at, without_judgment=last is None, stage=stage, by_default=by_default))
    return tuple(found)


def decided_on(there: Mapping[Pair, CaseStatus], judgments: Sequence[Judgment]) -> dict[Pair, Judgment | None]:
    """Whom a court judged for what, each with the last judgment on it; None = the register has the status and no judgment."""
    found = {pair: standing_for(pair, judgments) for pair in there}
    return {pair: judgment for pair, judgment in found.items() if judgment is not None or there[pair] in _DECIDED_AT}


def to_judge(there: Mapping[Pair, CaseStatus], judgments: Sequence[Judgment]) -> bool:
    """Does somebody stand where a court in first instance can still judge him, after an opposition too?"""
    judged = decided_on(there, judgments)
    past = ENDED | {"judged", "appeal", "cassation"}
    return any(status not in past and not (status == "assizes" and pair in judged) for pair, status in there.items())


def family(judgment: Judgment, judgments: Sequence[Judgment]) -> frozenset[int]:
    """The judgment with those that it corrects, one after the other."""
    by_id, ids, at = {one.id: one for one in judgments}, [judgment.id], judgment
    while at.corrects is not None and at.corrects in by_id:
        at = by_id[at.corrects]
        ids.append(at.id)
    return frozenset(ids)


def required_clocks(parties: Iterable[Party], outcomes: Sequence[Outcome], level: str, rows: JudgmentsFile) -> Iterator[JudgmentClock]:
    """Which clocks have to run out after a judgment, of everybody."""
    stages = tuple(dict.fromkeys(one.stage for one in outcomes))
    for party in parties:
        own = {one.stage for one in outcomes if one.person == party.person} if party.role == "suspect" else set(stages)
        found: dict[str, RemedyRow] = {}
        for stage in stages:
            if stage in own:
                found |= {row.limit: row for row in rows.remedies(stage, level, party.role, party.manner)}
        for limit, row in found.items():
            yield JudgmentClock(role=party.role, person=party.person, remedy=row.remedy, limit_id=limit, event=row.event)


def served_judgment(service: Service, judgments: Iterable[Judgment]) -> Judgment | None:
    """The last one of its court that judged whom was served so; None = no judgment was served, or it is not in the register."""
    manner = BY_CODE[service.act].manner
    found = [
        one
        for one in judgments
        if one.stands
        and service.court in (None, one.court)
        and service.served_on is not None
        and one.pronounced_on <= service.served_on
        and any((party.person, party.manner) == (service.person, manner) for party in one.parties)
    ]
    return max(found, key=lambda one: (one.pronounced_on, one.id), default=None)


def stages_served(service: Service, judgments: Iterable[Judgment], law: Law) -> tuple[frozenset[Stage], str]:
    """
    The stages of the judgment that was served, as far as they are about whom it was served on, and the level of its court.

    One that is not in the register is of the stage of its court, and not after an opposition; none where no court is known.
    """
    judgment = served_judgment(service, judgments)
    level = level_of(judgment.court if judgment is not None else service.court or "", law) or ""
    if judgment is not None:
        return judgment.stages_of((service.person,)) or frozenset(judgment.stages), level
    by_court = [row.id for row in law.judgments.stage if level in row.levels and row.status != "opposition"]
    return frozenset(by_court[:1]), level


def opened(service: Service, role: str | None, judgments: Iterable[Judgment], law: Law) -> frozenset[str] | None:
    """The limits that run from the service of a judgment on who has that role; None = no judgment, or no row tells of its stage."""
    manner, rows = BY_CODE[service.act].manner, law.judgments
    stages, level = stages_served(service, judgments, law)
    if manner is None or not stages or not all(rows.tells(stage, level) for stage in stages):
        return None
    party = _PARTIES.get(role or "")
    found = [row for stage in stages if party is not None for row in rows.remedies(stage, level, party, manner)]
    return frozenset(row.limit for row in found if row.event in FROM_SERVICE)


def ticking(clock: JudgmentClock, judgment: Judgment, clocks: Sequence[Clock]) -> Clock | None:
    """The time limit of the file that is this clock: the one that was started with it, or the last one of that person since then."""
    if clock.time_limit_id is not None:
        return next((one for one in clocks if one.id == clock.time_limit_id), None)
    own = [
        one
        for one in clocks
        if one.answer.limit == clock.limit_id
        and (one.person or "") == clock.person
        and one.state != "struck"
        and one.answer.start.on >= judgment.pronounced_on
    ]
    return max(own, key=lambda one: one.id, default=None)


def judgment_clocks(judgments: Iterable[Judgment], clocks: Sequence[Clock]) -> frozenset[int]:
    """The time limits of a file that run from its judgments, and those of their extracts."""
    found: set[int] = set()
    for judgment in judgments:
        found |= {one.time_limit_id for one in judgment.extracts if one.time_limit_id is not None}
        found |= {ran.id for one in judgment.clocks if (ran := ticking(one, judgment, clocks)) is not None}
    return frozenset(found)


def still_open(clock: JudgmentClock, judgment: Judgment, clocks: Sequence[Clock], today: date) -> tuple[Still | None, date | None]:
    """Why a clock still keeps things open, or the day from which it does not."""

    def still(why: str, until: date | None = None) -> Still:
        return Still(why=why, role=clock.role, person=clock.person, remedy=clock.remedy, until=until)

    if clock.waived_on is not None:
        return None, clock.waived_on
    ran = ticking(clock, judgment, clocks)
    if ran is None:
        return still("notServed" if clock.event == "service" else "chained"), None
    if ran.state == "struck":
        return still("struck"), None
    if ran.state == "suspended":
        return still("suspended"), None
    if ran.answer.due_on >= today:
        return still("running", ran.answer.due_on), None
    return None, ran.answer.due_on + timedelta(days=1)


def finality(pair: Pair, status: CaseStatus, judgments: Sequence[Judgment], clocks: Sequence[Clock], law: Law, today: date) -> Finality:
    """Final once every clock of everybody about this suspect and offence has run out, was given up, or nothing is left to decide."""
    judgment = standing_for(pair, judgments)
    if judgment is None:
        return Finality(pair=pair, judgment_id=None, still=(Still(why="noJudgment"),), by_attest=True)
    outcome = next(one for one in judgment.outcomes if one.pair == pair)
    rows = law.judgments
    left = late_opposition(pair[0], judgment, clocks, law, today)
    if status in ("final", "closed"):
        return Finality(pair=pair, judgment_id=judgment.id, final_on=outcome.final_on, established=True, late_opposition=left)
    level = level_of(judgment.court, law) or ""
    awaited = _AWAITS.get(status)
    # A court of appeal that judged after an opposition judged the appeal.
    on_appeal = (status, outcome.stage, level) == ("appeal", "afterOpposition", "appeal")
    if awaited is not None and outcome.stage != awaited and not on_appeal:
        ids = family(judgment, judgments)
        lodged = [one for each in judgments if each.id in ids for one in each.remedies if pair[0] in one.against]
        pending = [one for one in lodged if one.withdrawn_on is None]
        if pending or not lodged:
            still = tuple(Still(why="remedyPending", role=one.role, person=one.person, remedy=one.remedy) for one in pending)
            return Finality(pair=pair, judgment_id=judgment.id, still=still or (Still(why="remedyPending"),))
    if not rows.tells(outcome.stage, level):
        return Finality(pair=pair, judgment_id=judgment.id, still=(Still(why="notTold"),), by_attest=True)
    return _by_clocks(pair, judgment, clocks, law, today, left)


def finalities_of(
    everybody: Iterable[At], judgments: Sequence[Judgment], clocks: Sequence[Clock], law: Law, today: date
) -> tuple[Finality, ...]:
    return tuple(finality(at.pair, at.status, judgments, clocks, law, today) for at in everybody)


def late_opposition(person: str, judgment: Judgment, clocks: Sequence[Clock], law: Law, today: date) -> LateOpposition | None:
    """What art. 187 Sv. leaves open to a suspect whose ordinary period began with a service that was not in person; None = nothing."""
    row = law.judgments.late_opposition
    own = next((one for one in judgment.clocks if (one.role, one.person, one.remedy) == ("suspect", person, "opposition")), None)
    opposed = any(one.remedy == "opposition" and one.person == person and one.withdrawn_on is None for one in judgment.remedies)
    if row is None or own is None or own.waived_on is not None or opposed:
        return None
    ran = ticking(own, judgment, clocks)
    if ran is None or ran.answer.start.notice in row.personal:
        return None
    told = [*([ran] if ran.answer.start.event == row.knowledge else []), *_surrendered(person, judgment, clocks, law)]
    until = max((one.answer.due_on for one in told), default=None)
    if until is not None and until < today:
        return None
    return LateOpposition(person=person, served_on=_served_on(ran, clocks), until=until)


def _served_on(ran: Clock, clocks: Sequence[Clock]) -> date:
    """The day of the service behind a clock; one from his knowledge began later."""
    first = next((one for one in clocks if one.service_id == ran.service_id and one.answer.start.event in FROM_SERVICE), ran)
    return first.answer.start.on


def _surrendered(person: str, judgment: Judgment, clocks: Sequence[Clock], law: Law) -> tuple[Clock, ...]:
    """His periods of opposition of another kind since the judgment, struck ones not."""
    row = law.judgments.late_opposition
    if row is None:
        return ()
    return tuple(
        one
        for one in clocks
        if one.answer.limit in row.also and one.person == person and one.state != "struck" and one.answer.start.on >= judgment.pronounced_on
    )


def late_opposition_nl(left: LateOpposition, report: Report, law: Law) -> str:
    """What may still come, with the article and how sure each is; a sentence or two."""
    row = law.judgments.late_opposition
    if row is None:
        return ""
    period = law.time_limits.limits[row.limit].version[-1]
    who, article = party_nl("suspect", left.person, report), f"{lower(row.citation)}; {CONFIDENCES[row.confidence]}"
    until = (
        f"die termijn loopt tot en met {left.until:%d/%m/%Y}"
        if left.until is not None
        else "zolang die kennis niet bewezen is, tot de straf verjaard is, een dag die het register niet uitrekent"
    )
    return (
        f"Verzet van {who} kan ook na de gewone termijn komen: het vonnis is op {left.served_on:%d/%m/%Y} niet aan de persoon betekend. "
        f"Hij heeft {period.length} dagen vanaf zijn kennis van de betekening; {until} ({article}). "
        f"Dat het vonnis intussen in kracht van gewijsde gaat, is onze lezing ({CONFIDENCES[row.meanwhile.confidence]})."
    )


def _by_clocks(pair: Pair, judgment: Judgment, clocks: Sequence[Clock], law: Law, today: date, left: LateOpposition | None) -> Finality:
    mine = [one for one in judgment.clocks if (one.role != "suspect" or one.person == pair[0]) and one.about in ("", pair[0])]
    answers = [still_open(one, judgment, clocks, today) for one in mine]
    still = tuple(why for why, _ in answers if why is not None)
    days = [day for _, day in answers if day is not None]
    opposing = any((one.person, one.remedy, one.waived_on) == (pair[0], "opposition", None) for one in mine)
    for clock in _surrendered(pair[0], judgment, clocks, law) if opposing else ():
        if clock.state == "suspended" or clock.answer.due_on >= today:
            why = "suspended" if clock.state == "suspended" else "running"
            still += (Still(why=why, role="suspect", person=pair[0], remedy="opposition", until=clock.answer.due_on),)
        else:
            days.append(clock.answer.due_on + timedelta(days=1))
    return Finality(
        pair=pair,
        judgment_id=judgment.id,
        final_on=None if still else max([judgment.pronounced_on, *days]),
        still=still,
        late_opposition=left,
    )


def with_finality(everybody: Iterable[At], finalities: Iterable[Finality], report: Report) -> tuple[At, ...]:
    """The same positions with what the register knows of their finality, for the guard that asks."""
    known = {one.pair: one for one in finalities}
    found = []
    for at in everybody:
        one = known.get(at.pair)
        open_ = None if one is None or one.by_attest or not one.still else "; ".join(still_nl(each, report) for each in one.still) + "."
        found.append(
            msgspec.structs.replace(
                at,
                final_on=one.final_on if one is not None else None,
                open_for_final=open_,
            )
        )
    return tuple(found)


def party_nl(role: PartyRole | None, person: str, report: Report) -> str:
    """`verdachte 1`, `burgerlijke partij 2`, `het openbaar ministerie`."""
    return "het openbaar ministerie" if role == "prosecution" else designations(report).get(person, person)


def still_nl(still: Still, report: Report) -> str:
    """What keeps a judgment from being final, within a sentence."""
    remedy = REMEDIES_NL.get(still.remedy or "", "een rechtsmiddel")
    of = f"{remedy} van {party_nl(still.role, still.person, report)}" if still.role is not None else remedy
    return _STILL_NL[still.why].format(of=of, until=f"{still.until:%d/%m/%Y}" if still.until is not None else "")


def ban_of(ban: Ban, judgment: Judgment, finalities: Iterable[Finality], law: Law) -> PortBan | None:
    """From when a port ban runs and until when; None = the law in force of this register does not know it."""
    row = law.judgments.port_ban
    if row is None:
        return None
    own = [one for one in finalities if one.pair[0] == ban.person and one.judgment_id == judgment.id]
    days = [one.final_on for one in own]
    final_on = max((day for day in days if day is not None), default=None) if all(day is not None for day in days) else None
    kinds = {kind.id: kind for kind in law.judgments.penalty}
    penalties = [one for one in judgment.penalties if one.person == ban.person and one.kind in kinds]
    custody = [one for one in penalties if kinds[one.kind].custody]
    if custody:
        beside = "deferredCustody" if all(one.deferred == "whole" for one in custody) else "custody"
    else:
        beside = "fine" if any(one.kind == "fine" for one in penalties) else "nothing"
    ended = (ban.custody_ended, ban.custody_ended_on) if ban.custody_ended and ban.custody_ended_on else None
    return port_ban(row, count=ban.length, unit=ban.unit, beside=beside, final_on=final_on, ended=ended)


def ban_warnings(ban: Ban, judgment: Judgment, report: Report, law: Law) -> tuple[str, ...]:
    """What to look at in a port ban: the register takes it as the court gave it."""
    row = law.judgments.port_ban
    found = []
    if not ban.motivated:
        found.append(
            "Het verbod moet uitdrukkelijk gemotiveerd zijn (art. 4, § 3bis Drugwet); volgens wat ingeschreven is, is het dat niet."
        )
    offences = {one.offence for one in judgment.outcomes if one.person == ban.person}
    days = [one.committed_until or one.committed_from for one in report.offences if one.id in offences]
    known = [day for day in days if day is not None]
    if row is not None and known and all(row.on(last_day(day)) is None for day in known):
        found.append("Op de dag van de feiten bestond het havenverbod nog niet; ga na of het kon worden opgelegd.")
    return tuple(found)


def extracts_due(
    judgment_penalties: Sequence[Penalty], confiscations: Sequence[Confiscation], persons: Sequence[str], law: Law
) -> Iterator[Extract]:
    """To whom extracts have to go: of the whole judgment, and of each suspect on whom something of the kind was imposed."""
    pecuniary = {row.id for row in law.judgments.penalty if row.pecuniary}
    for row in law.judgments.extract:
        if not row.on:
            yield Extract(kind=row.id, after=row.after)
            continue
        for person in persons:
            imposed = {"pecuniary"} if any(one.person == person and one.kind in pecuniary for one in judgment_penalties) else set()
            imposed |= {"confiscation"} if any(one.person == person for one in confiscations) else set()
            if imposed & row.on:
                yield Extract(kind=row.id, person=person, after=row.after)


def parties_of(report: Report) -> tuple[Party, ...]:
    """The civil parties of a file; whether they were there the court says."""
    return tuple(Party(role="civilParty", person=person.id or "") for person in report.persons if person.role == "civilParty")
