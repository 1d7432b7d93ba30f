"""Judgments of a file with their remedies, finality, port bans and extracts; registries enter those of their own court."""

from datetime import date, datetime
from typing import Annotated, Any, Literal, TypeAlias

import msgspec
from litestar import Response, get, post
from msgspec import Meta

from docket.access import visibility
from docket.actions.judgments.end_custody import EndCustody, end_custody
from docket.actions.judgments.enter_judgment import Decided, EnterJudgment, enter_judgment
from docket.actions.judgments.establish_final import EstablishFinal, establish_final
from docket.actions.judgments.judging import ChangedJudgment
from docket.actions.judgments.lodge_remedy import LodgeRemedy, lodge_remedy
from docket.actions.judgments.send_extract import SendExtract, send_extract
from docket.actions.judgments.waive_remedy import WaiveRemedy, waive_remedy
from docket.actions.judgments.withdraw_remedy import WithdrawRemedy, withdraw_remedy
from docket.api import examples
from docket.api.answers import created, href, ok
from docket.api.cases import Code
from docket.api.decisions import Reason
from docket.api.handed import Actor, AnyRequest, CaseNumber, Deps, SeenVersion
from docket.api.once import once
from docket.api.opened import opened
from docket.api.operations import Answer, operation
from docket.api.reading import body_of, query_of
from docket.api.resources import Resource
from docket.cases import CaseStatus
from docket.clock import court_day
from docket.contract import ContractStruct
from docket.errors import BadInput, Issue
from docket.judgments import (
    Ban,
    Confiscation,
    Deferred,
    ExtractState,
    Finality,
    Judgment,
    Penalty,
    ban_of,
    ban_warnings,
    finalities_of,
    late_opposition_nl,
    still_nl,
    ticking,
)
from docket.opened_life import everybody
from docket.store import judgments as store
from docket.store import time_limits
from docket.store.judgments import PAGE_ROWS
from docket.store.search import CaseView
from docket.time_limits import Clock
from docket.transitions import Confidence
from routing import Law, Manner, PartyRole, Remedy, Stage, sum_of

PersonId = Annotated[str, Meta(pattern="^[^/]{1,60}$", examples=["s1"])]
#: Of a party; empty = the prosecution.
PartyId = Annotated[str, Meta(pattern="^[^/]{0,60}$", examples=["s1"])]
Number = Annotated[int, Meta(ge=1, le=999_999_999_999_999_999)]
Line = Annotated[str, Meta(min_length=1, max_length=500)]
Words = Annotated[str, Meta(min_length=1, max_length=5000)]
Cents = Annotated[int, Meta(ge=1, le=99_999_999_999)]
Length = Annotated[int, Meta(ge=1, le=100_000)]
CustodyEnd: TypeAlias = Literal["served", "limitation", "conditionalRelease"]
MAX_PAGE_ROWS = 200


class OutcomeGiven(ContractStruct, frozen=True, kw_only=True):
    person: PersonId
    offence: PersonId
    #: Of the law in force: convicted, acquitted, suspended, guiltDeclared, measure, inadmissible, limitation, ...
    outcome: Code


class PresenceGiven(ContractStruct, frozen=True, kw_only=True):
    """How a suspect or a civil party was judged."""

    person: PersonId
    manner: Manner


class PenaltyGiven(ContractStruct, frozen=True, kw_only=True):
    person: PersonId
    #: Of the law in force: imprisonment, fine, workPenalty, costs, ...
    kind: Code
    unit: Literal["hour", "day", "month", "year", "euro"]
    #: Of every unit but euro.
    length: Length | None = None
    #: As the judgment says it; surcharges are not computed.
    euro_cents: Cents | None = None
    deferred: Deferred = "no"
    note: Line | None = None


class ConfiscationGiven(ContractStruct, frozen=True, kw_only=True):
    person: PersonId
    what: Line
    euro_cents: Cents | None = None
    #: Id of the reported seizure that it takes.
    seizure: PersonId | None = None


class PortBanGiven(ContractStruct, frozen=True, kw_only=True):
    person: PersonId
    length: Length
    unit: Literal["month", "year"]
    #: Which ports or port facilities.
    ports: Line
    #: Does the judgment say why, as the law asks?
    motivated: bool


class JudgmentGiven(ContractStruct, frozen=True, kw_only=True):
    #: Code of the law in force, or courtOfCassation.
    court: Code
    pronounced_on: date
    outcomes: Annotated[tuple[OutcomeGiven, ...], Meta(min_length=1, max_length=2000)]
    #: Each suspect who is judged, and each civil party of the file.
    parties: Annotated[tuple[PresenceGiven, ...], Meta(min_length=1, max_length=1000)]
    penalties: Annotated[tuple[PenaltyGiven, ...], Meta(max_length=1000)] = ()
    confiscations: Annotated[tuple[ConfiscationGiven, ...], Meta(max_length=1000)] = ()
    port_bans: Annotated[tuple[PortBanGiven, ...], Meta(max_length=500)] = ()
    ecli: Line | None = None
    number: Line | None = None
    remark: Words | None = None
    #: The judgment that was entered wrong, and why.
    corrects: Number | None = None
    reason: Reason | None = None


class RemedyGiven(ContractStruct, frozen=True, kw_only=True):
    judgment: Number
    remedy: Remedy
    role: PartyRole
    #: Left out = the prosecution.
    person: PartyId = ""
    #: Of the prosecution or a civil party; left out = every suspect of the judgment.
    against: Annotated[tuple[PersonId, ...], Meta(max_length=500)] = ()
    lodged_on: date
    #: Of an appeal.
    grievances_on: date | None = None
    number: Line | None = None


class PositionGiven(ContractStruct, frozen=True, kw_only=True):
    person: PersonId
    offence: PersonId


class JudgmentAct(ContractStruct, frozen=True, kw_only=True):
    """What is done about a judgment after it was given."""

    act: Literal["waive", "withdraw", "endCustody", "sendExtract", "dropExtract", "establishFinal"]
    #: Of `waive`, `withdraw` and `endCustody`.
    judgment: Number | None = None
    #: Number of the clock (`waive`), the remedy (`withdraw`), the port ban (`endCustody`) or the extract.
    row: Number | None = None
    #: The day on which it was done; of `establishFinal` the day of the attest.
    on: date | None = None
    #: Of `waive`, `withdraw` and `dropExtract`.
    reason: Reason | None = None
    #: Of `endCustody`.
    ended: CustodyEnd | None = None
    #: Of `establishFinal`: left out = everybody for whom it can be said.
    positions: Annotated[tuple[PositionGiven, ...], Meta(min_length=1, max_length=2000)] | None = None
    #: Of `establishFinal` by attest: since when, and its number.
    final_on: date | None = None
    number: Line | None = None


class LateOppositionResource(Resource, frozen=True, kw_only=True):
    """An opposition that may come after the ordinary period; it keeps nothing from being final."""

    person: str
    served_on: date
    #: While the period from his knowledge, his surrender or his release runs; null = until the penalty is barred, which nothing computes.
    until: date | None
    #: In Dutch, with the reading that the judgment is final meanwhile.
    told: str
    article: str
    confidence: Confidence
    #: That the judgment is final meanwhile.
    meanwhile_confidence: Confidence


class OutcomeResource(Resource, frozen=True, kw_only=True):
    person: str
    offence: str
    stage: Stage
    outcome: str
    title: str
    #: Since when it is final, by the clocks or as it was recorded; null = not.
    final_on: date | None
    #: It was recorded.
    established: bool
    #: What is still open, a sentence each, in Dutch.
    still_open: tuple[str, ...]
    #: The register computes nothing here: the attest of the registry shows it.
    by_attest: bool
    #: Null = none, or nobody served him.
    late_opposition: LateOppositionResource | None


class PartyResource(Resource, frozen=True, kw_only=True):
    role: PartyRole
    person: str
    manner: Manner


class PenaltyResource(Resource, frozen=True, kw_only=True):
    person: str
    kind: str
    unit: str
    length: int | None
    euro_cents: int | None
    deferred: Deferred
    note: str | None


class ConfiscationResource(Resource, frozen=True, kw_only=True):
    person: str
    what: str
    euro_cents: int | None
    seizure: str | None


class PortBanResource(Resource, frozen=True, kw_only=True):
    id: int
    person: str
    length: int
    unit: Literal["month", "year"]
    ports: str
    motivated: bool
    custody_ended: CustodyEnd | None
    custody_ended_on: date | None
    #: known, waitsForFinal, waitsForCustody, cannotTell; null = the law in force does not know the ban.
    state: str | None
    effect_on: date | None
    runs_from: date | None
    last_day: date | None
    #: In Dutch.
    sum: str
    citations: tuple[str, ...]
    confidence: str | None
    warnings: tuple[str, ...]


class ClockResource(Resource, frozen=True, kw_only=True):
    """A clock that must have run out."""

    id: int
    role: PartyRole
    person: str
    #: The suspect whose part it keeps open; empty = everybody's, or a suspect's own.
    about: str
    remedy: Remedy
    limit: str
    #: Its time limit; null = it does not run yet.
    time_limit: int | None
    due_on: date | None
    waived_on: date | None


class LodgedResource(Resource, frozen=True, kw_only=True):
    id: int
    remedy: Remedy
    role: PartyRole
    person: str
    against: tuple[str, ...]
    lodged_on: date
    grievances_on: date | None
    number: str | None
    #: After the last day: the court judges whether it is admissible.
    late: bool
    registry: str | None
    entered_at: datetime
    entered_by: str
    withdrawn_on: date | None


class ExtractResource(Resource, frozen=True, kw_only=True):
    id: int
    #: prosecutorGeneral, finance or seizedAssets.
    kind: str
    #: Null = of the whole judgment.
    person: str | None
    after: Literal["pronouncement", "final"]
    state: ExtractState
    due_on: date | None
    sent_on: date | None
    closed_by: str | None


class JudgmentResource(Resource, frozen=True, kw_only=True):
    id: int
    court: str
    pronounced_on: date
    ecli: str | None
    number: str | None
    remark: str | None
    corrects: int | None
    corrected_by: int | None
    reason: str | None
    registry: str | None
    entered_at: datetime
    entered_by: str
    parties: tuple[PartyResource, ...]
    outcomes: tuple[OutcomeResource, ...]
    penalties: tuple[PenaltyResource, ...]
    confiscations: tuple[ConfiscationResource, ...]
    port_bans: tuple[PortBanResource, ...]
    clocks: tuple[ClockResource, ...]
    remedies: tuple[LodgedResource, ...]
    extracts: tuple[ExtractResource, ...]


class JudgmentCollection(Resource, frozen=True, kw_only=True):
    """The oldest first, corrected ones too."""

    items: tuple[JudgmentResource, ...]


class ExtractLineResource(Resource, frozen=True, kw_only=True):
    href: str
    id: int
    case_number: str
    kind: str
    person: str | None
    court: str
    pronounced_on: date
    #: Null = no clock runs: nobody recorded the finality, or the law has no term.
    due_on: date | None
    #: Final by the clocks since then.
    final_on: date | None


class ExtractCollection(Resource, frozen=True, kw_only=True):
    """The first due first."""

    #: All of them.
    count: int
    items: tuple[ExtractLineResource, ...]


class ExtractQuery(ContractStruct, frozen=True, kw_only=True):
    page_size: Annotated[int, Meta(ge=1, le=MAX_PAGE_ROWS)] = PAGE_ROWS


class ChangedJudgmentResource(Resource, frozen=True, kw_only=True):
    href: str
    case_number: str
    version: int
    judgment: int
    status: CaseStatus
    #: Seized items of which neither it nor a magistrate said anything, in a few words each; the file does not close while there are.
    items_forgotten: tuple[str, ...]


@get(
    "/cases/{caseNumber:str}/judgments",
    **operation(
        operation_id="listJudgments",
        tag="followUp",
        summary="Judgments of a file, who is final, and what is still open",
        scope="cases:read",
        answers={200: Answer(description="The oldest first.", body=JudgmentCollection, example=examples.JUDGMENTS, headers=("ETag",))},
        problems=(404,),
    ),
)
async def list_all(case_number: CaseNumber, actor: Actor, deps: Deps) -> Response[bytes]:
    found = await opened(case_number, actor, deps)
    rows = await store.of_case(deps.pool, found.case.id)
    clocks = await time_limits.of_case(deps.pool, found.case.id)
    law, today = deps.law.law, court_day(deps.clock.now())
    finalities = finalities_of(everybody(found, law), rows, clocks, law, today)
    return ok(JudgmentCollection(items=tuple(_judgment(one, found, finalities, clocks, law) for one in rows)))


def _judgment(one: Judgment, found: CaseView, finalities: tuple[Finality, ...], clocks: tuple[Clock, ...], law: Law) -> JudgmentResource:
    own = {each.pair: each for each in finalities if each.judgment_id == one.id}
    due = {clock.id: clock.answer.due_on for clock in clocks}
    kept = {name: getattr(one, name) for name in JudgmentResource.__struct_fields__ if name not in _PARTS}
    return JudgmentResource(
        **kept,
        parties=tuple(PartyResource(**msgspec.structs.asdict(each)) for each in one.parties),
        outcomes=tuple(_outcome(each, own.get(each.pair), found, law) for each in one.outcomes),
        penalties=tuple(PenaltyResource(**msgspec.structs.asdict(each)) for each in one.penalties),
        confiscations=tuple(ConfiscationResource(**msgspec.structs.asdict(each)) for each in one.confiscations),
        port_bans=tuple(_ban(each, one, finalities, found, law) for each in one.bans),
        clocks=tuple(_clock(each, one, clocks) for each in one.clocks),
        remedies=tuple(LodgedResource(**{name: getattr(each, name) for name in LodgedResource.__struct_fields__}) for each in one.remedies),
        extracts=tuple(
            ExtractResource(
                **{name: getattr(each, name) for name in ExtractResource.__struct_fields__ if name != "due_on"},
                due_on=due.get(each.time_limit_id or 0),
            )
            for each in one.extracts
        ),
    )


_PARTS = frozenset({"parties", "outcomes", "penalties", "confiscations", "port_bans", "clocks", "remedies", "extracts"})


def _outcome(one: Any, known: Finality | None, found: CaseView, law: Law) -> OutcomeResource:
    return OutcomeResource(
        person=one.person,
        offence=one.offence,
        stage=one.stage,
        outcome=one.outcome,
        title=law.title(f"outcome/{one.outcome}") or one.outcome,
        final_on=one.final_on or (known.final_on if known is not None else None),
        established=known is not None and known.established,
        still_open=tuple(still_nl(each, found.case.report) for each in known.still) if known is not None else (),
        by_attest=known is not None and known.by_attest,
        late_opposition=_late_opposition(known, found, law),
    )


def _late_opposition(known: Finality | None, found: CaseView, law: Law) -> LateOppositionResource | None:
    left, row = known.late_opposition if known is not None else None, law.judgments.late_opposition
    if left is None or row is None:
        return None
    return LateOppositionResource(
        person=left.person,
        served_on=left.served_on,
        until=left.until,
        told=late_opposition_nl(left, found.case.report, law),
        article=row.citation,
        confidence=row.confidence,
        meanwhile_confidence=row.meanwhile.confidence,
    )


def _ban(ban: Ban, judgment: Judgment, finalities: tuple[Finality, ...], found: CaseView, law: Law) -> PortBanResource:
    answer = ban_of(ban, judgment, finalities, law)
    return PortBanResource(
        **msgspec.structs.asdict(ban),
        state=answer.state if answer is not None else None,
        effect_on=answer.effect_on if answer is not None else None,
        runs_from=answer.runs_from if answer is not None else None,
        last_day=answer.last_day if answer is not None else None,
        sum=sum_of(answer.steps, law) if answer is not None else "",
        citations=answer.citations if answer is not None else (),
        confidence=answer.confidence if answer is not None else None,
        warnings=ban_warnings(ban, judgment, found.case.report, law),
    )


def _clock(one: Any, judgment: Judgment, clocks: tuple[Clock, ...]) -> ClockResource:
    ran = ticking(one, judgment, clocks)
    return ClockResource(
        id=one.id,
        role=one.role,
        person=one.person,
        about=one.about,
        remedy=one.remedy,
        limit=one.limit_id,
        time_limit=ran.id if ran is not None else None,
        due_on=ran.answer.due_on if ran is not None else None,
        waived_on=one.waived_on,
    )


@post(
    "/cases/{caseNumber:str}/judgments",
    **operation(
        operation_id="enterJudgment",
        tag="followUp",
        summary="Enter a judgment, or correct one",
        description="What runs from the pronouncement starts with it; everybody of the file is to be told. A correction names the wrong "
        "judgment, which stays; a registry enters judgments of its own court.",
        scope="cases:write",
        body=JudgmentGiven,
        body_example=examples.JUDGMENT_GIVEN,
        headers=("If-Match", "Idempotency-Key"),
        answers={
            201: Answer(
                description="Entered.",
                body=ChangedJudgmentResource,
                example=examples.CHANGED_JUDGMENT,
                headers=("Location", "ETag"),
            )
        },
        problems=(404, 409, 412, 422, 428),
    ),
)
@once
async def enter(request: AnyRequest, case_number: CaseNumber, version: SeenVersion, actor: Actor, deps: Deps) -> Response[bytes]:
    given = await body_of(request, JudgmentGiven)
    command = EnterJudgment(
        case_number=case_number,
        version=version,
        court=given.court,
        pronounced_on=given.pronounced_on,
        decided=tuple(Decided(**msgspec.structs.asdict(one)) for one in given.outcomes),
        manners={one.person: one.manner for one in given.parties},
        penalties=tuple(Penalty(**msgspec.structs.asdict(one)) for one in given.penalties),
        confiscations=tuple(Confiscation(**msgspec.structs.asdict(one)) for one in given.confiscations),
        bans=tuple(Ban(**msgspec.structs.asdict(one)) for one in given.port_bans),
        ecli=given.ecli,
        number=given.number,
        remark=given.remark,
        corrects=given.corrects,
        reason=given.reason,
    )
    done = await enter_judgment(command, actor, deps)
    return created(_changed(done), href("cases", case_number, "judgments"), version=done.version)


@post(
    "/cases/{caseNumber:str}/remedies",
    **operation(
        operation_id="lodgeRemedy",
        tag="followUp",
        summary="Enter an opposition, an appeal or an appeal in cassation",
        description="The file moves with it, the clock of the party is met, and those who may follow get theirs. One that is too late is "
        "entered and marked.",
        scope="cases:write",
        body=RemedyGiven,
        body_example=examples.REMEDY_GIVEN,
        headers=("If-Match", "Idempotency-Key"),
        answers={
            201: Answer(
                description="Entered.",
                body=ChangedJudgmentResource,
                example=examples.CHANGED_JUDGMENT,
                headers=("Location", "ETag"),
            )
        },
        problems=(404, 409, 412, 422, 428),
    ),
)
@once
async def lodge(request: AnyRequest, case_number: CaseNumber, version: SeenVersion, actor: Actor, deps: Deps) -> Response[bytes]:
    given = await body_of(request, RemedyGiven)
    command = LodgeRemedy(case_number=case_number, version=version, **msgspec.structs.asdict(given))
    done = await lodge_remedy(command, actor, deps)
    return created(_changed(done), href("cases", case_number, "judgments"), version=done.version)


#: What each act needs besides itself.
_WANTED = {
    "waive": ("judgment", "row", "on", "reason"),
    "withdraw": ("judgment", "row", "on", "reason"),
    "endCustody": ("judgment", "row", "on", "ended"),
    "sendExtract": ("row", "on"),
    "dropExtract": ("row", "reason"),
    "establishFinal": (),
}


@post(
    "/cases/{caseNumber:str}/judgment-acts",
    status_code=200,
    **operation(
        operation_id="actOnJudgment",
        tag="followUp",
        summary="Waive or withdraw a remedy, record finality, send an extract, or say when a custody ended",
        scope="cases:write",
        body=JudgmentAct,
        body_example=examples.JUDGMENT_ACT,
        headers=("If-Match", "Idempotency-Key"),
        answers={200: Answer(description="Done.", body=ChangedJudgmentResource, example=examples.CHANGED_JUDGMENT, headers=("ETag",))},
        problems=(404, 409, 412, 422, 428),
    ),
)
@once
async def act(request: AnyRequest, case_number: CaseNumber, version: SeenVersion, actor: Actor, deps: Deps) -> Response[bytes]:
    given = await body_of(request, JudgmentAct)
    missing = [name for name in _WANTED[given.act] if getattr(given, name) is None]
    if missing:
        detail = "Dit is hiervoor nodig; vul het in."
        raise BadInput(issues=tuple(Issue(type="requiredInput", name=f"/{name}", detail=detail) for name in missing))
    common: dict[str, Any] = {"case_number": case_number, "version": version}
    named: dict[str, Any] = common | {"judgment": given.judgment}
    said: Any = given
    match given.act:
        case "waive":
            command = WaiveRemedy(**named, clock=said.row, waived_on=said.on, reason=said.reason)
            done = await waive_remedy(command, actor, deps)
        case "withdraw":
            back = WithdrawRemedy(**named, remedy_id=said.row, withdrawn_on=said.on, reason=said.reason)
            done = await withdraw_remedy(back, actor, deps)
        case "endCustody":
            done = await end_custody(EndCustody(**named, ban=said.row, ended=said.ended, ended_on=said.on), actor, deps)
        case "sendExtract":
            done = await send_extract(SendExtract(**common, extract=said.row, sent_on=said.on), actor, deps)
        case "dropExtract":
            done = await send_extract(SendExtract(**common, extract=said.row, state="notNeeded", reason=said.reason), actor, deps)
        case "establishFinal":
            pairs = None if given.positions is None else tuple((one.person, one.offence) for one in given.positions)
            final = EstablishFinal(**common, positions=pairs, attest_on=given.on, final_on=given.final_on, attest_number=given.number)
            done = await establish_final(final, actor, deps)
    return ok(_changed(done), version=done.version)


@get(
    "/extracts",
    **operation(
        operation_id="listExtracts",
        tag="followUp",
        summary="Extracts of judgments that have to go, over all files that you read",
        scope="cases:read",
        query=ExtractQuery,
        answers={200: Answer(description="The first due first.", body=ExtractCollection, example=examples.EXTRACTS, headers=("ETag",))},
    ),
)
async def list_extracts(request: AnyRequest, actor: Actor, deps: Deps) -> Response[bytes]:
    actor.require("readCase")
    query = query_of(request, ExtractQuery)
    lines, total = await store.extracts_to_send(deps.pool, visibility(actor), court_day(deps.clock.now()), query.page_size)
    names = [name for name in ExtractLineResource.__struct_fields__ if name != "href"]
    items = tuple(
        ExtractLineResource(**{name: getattr(one, name) for name in names}, href=href("cases", one.case_number, "judgments"))
        for one in lines
    )
    return ok(ExtractCollection(count=total, items=items))


def _changed(done: ChangedJudgment) -> ChangedJudgmentResource:
    return ChangedJudgmentResource(
        href=href("cases", done.case_number),
        case_number=done.case_number,
        version=done.version,
        judgment=done.judgment,
        status=done.status,
        items_forgotten=done.forgotten,
    )
