"""Objections to the competence of a court, what courts ruled on them, and what rests on the same grounds."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from urllib.parse import urlencode

import msgspec
from litestar import Response, get, post
from msgspec import Meta

from docket.access import visibility
from docket.actions.competence.challenge_competence import ChallengeCompetence, challenge_competence
from docket.actions.competence.rule_on_challenge import RuleOnChallenge, rule_on_challenge
from docket.api import examples
from docket.api.answers import created, href, ok
from docket.api.cases import Code
from docket.api.confirmations import GroundCode
from docket.api.handed import Actor, AnyRequest, CaseNumber, ChallengeId, Deps, SeenVersion
from docket.api.once import once
from docket.api.opened import opened
from docket.api.operations import Answer, operation
from docket.api.reading import body_of, query_of
from docket.api.resources import ChangedCase, Resource, changed_case
from docket.competence import Challenge as StoredChallenge
from docket.contract import ContractStruct
from docket.errors import BadInput, Issue
from docket.identifiers import ecli_fault
from docket.store import competence, search
from docket.store.competence import GroundFigure, RestingCase

Remark = Annotated[str, Meta(pattern=r"\S(.|\n)*")]
Day = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$", description="YYYY-MM-DD.", examples=["2026-11-20"])]


class Challenge(ContractStruct, frozen=True, kw_only=True):
    """An objection by a party, or the doubt of a court of its own motion."""

    #: Place of the track in the decision that holds, from 0: its court is the one that is attacked.
    track: Annotated[int, Meta(ge=0, le=499)]
    raised_by: Literal["party", "court"]
    #: Id of the party in the file; null where the court raises it itself.
    person: Annotated[str, Meta(pattern="^[^/]{1,60}$", examples=["s1"])] | None = None
    #: The ground that is attacked; `policy-court` where no statutory ground carries the court.
    ground: GroundCode
    raised_on: Day
    before_court: Code
    remark: Remark | None = None


class Ruling(ContractStruct, frozen=True, kw_only=True):
    """What a court ruled on an objection; of several rulings the last one holds."""

    #: upheld or rejected: an objection of a party; declined: the court held itself not competent.
    ruling: Literal["upheld", "rejected", "declined"]
    court: Code
    ruled_on: Day
    #: Kept as handed in, and flagged where it does not hold.
    ecli: Annotated[str, Meta(pattern=r"^\S(.{0,98}\S)?$", examples=["ECLI:BE:HBANT:2011:ARR.20110118.7"])] | None = None
    remark: Remark | None = None


class RulingResource(Resource, frozen=True, kw_only=True):
    id: int
    ruling: Literal["upheld", "rejected", "declined"]
    court: str
    ruled_on: date
    ecli: str | None
    #: Why the ECLI does not hold, in Dutch; null = it does, or there is none.
    ecli_flag: str | None
    remark: str | None
    recorded_at: datetime
    recorded_by: str


class ChallengeResource(Resource, frozen=True, kw_only=True):
    id: int
    decision_seq: int
    track: int
    court: str
    raised_by: Literal["party", "court"]
    person: str | None
    ground: str
    raised_on: date
    before_court: str
    remark: str | None
    recorded_at: datetime
    recorded_by: str
    #: In the order in which they were entered; the last one holds.
    rulings: tuple[RulingResource, ...]


class ChallengeCollection(Resource, frozen=True, kw_only=True):
    items: tuple[ChallengeResource, ...]


class RuledCase(Resource, frozen=True, kw_only=True):
    href: str
    case_number: str
    version: int
    #: Places of the tracks that a magistrate has to confirm from now on; the file is never sent elsewhere by a ruling.
    to_confirm: tuple[int, ...]


class RestingQuery(msgspec.Struct, frozen=True, kw_only=True, rename="camel", forbid_unknown_fields=True):
    court: Annotated[Code, Meta(description="The court that the ground carries.", examples=["antwerpCorrectional"])]
    ground: GroundCode
    after: Annotated[str, Meta(pattern="^[0-9]{4}-[0-9]{1,9}$", description="Where the page begins: taken over from `next`.")] | None = None


class RestingItem(Resource, frozen=True, kw_only=True):
    href: str
    case_number: str
    registered_at: datetime
    holding_office: str
    #: No other statutory ground carries that court in the file.
    only_ground: bool
    to_confirm: bool


class RestingCollection(Resource, frozen=True, kw_only=True, omit_defaults=True):
    """Pending files that rest on a ground: not before a court yet. Newest number first."""

    items: tuple[RestingItem, ...]
    #: Address of the next page; absent on the last one.
    next: str | msgspec.UnsetType = msgspec.UNSET


class GroundFigureCollection(Resource, frozen=True, kw_only=True):
    """Over the files that the caller may see; of several rulings on one objection the last counts."""

    items: tuple[GroundFigure, ...]


@get(
    "/cases/{caseNumber:str}/challenges",
    **operation(
        operation_id="listChallenges",
        tag="competence",
        summary="Objections to competence, with what was ruled",
        scope="cases:read",
        answers={200: Answer(description="The objections.", body=ChallengeCollection, example=examples.CHALLENGES, headers=("ETag",))},
        problems=(404,),
    ),
)
async def list_all(case_number: CaseNumber, actor: Actor, deps: Deps) -> Response[bytes]:
    view = await opened(case_number, actor, deps)
    return ok(ChallengeCollection(items=tuple(_resource(each) for each in view.challenges)))


@post(
    "/cases/{caseNumber:str}/challenges",
    **operation(
        operation_id="challengeCompetence",
        tag="competence",
        summary="Enter an objection to the competence of a court",
        description="The routing stays as it is. A registry enters what was raised before its own court. A party that raised it "
        "before a court cannot ask for a settlement of jurisdiction on it; ordinary appeal, then cassation (art. 539 Sv.).",
        scope="cases:write",
        body=Challenge,
        body_example=examples.CHALLENGE,
        headers=("If-Match", "Idempotency-Key"),
        answers={201: Answer(description="Entered.", body=ChangedCase, example=examples.CHANGED, headers=("Location", "ETag"))},
        problems=(404, 409, 412, 422, 428),
    ),
)
@once
async def challenge(request: AnyRequest, case_number: CaseNumber, version: SeenVersion, actor: Actor, deps: Deps) -> Response[bytes]:
    given = await body_of(request, Challenge)
    said: dict[str, Any] = msgspec.structs.asdict(given) | {"raised_on": _day(given.raised_on, "/raisedOn")}
    command = ChallengeCompetence(case_number=case_number, version=version, **said)
    done = await challenge_competence(command, actor, deps)
    return created(changed_case(case_number, done.version), href("cases", case_number, "challenges"), version=done.version)


@post(
    "/cases/{caseNumber:str}/challenges/{challengeId:str}/rulings",
    **operation(
        operation_id="ruleOnChallenge",
        tag="competence",
        summary="Enter what a court ruled on an objection",
        description="A ruling against the court makes its track to confirm again; the file is never sent elsewhere by it. "
        "A registry enters the rulings of its own court.",
        scope="cases:write",
        body=Ruling,
        body_example=examples.RULING,
        headers=("If-Match", "Idempotency-Key"),
        answers={201: Answer(description="Entered.", body=RuledCase, example=examples.RULED, headers=("Location", "ETag"))},
        problems=(404, 409, 412, 422, 428),
    ),
)
@once
async def rule(
    request: AnyRequest, case_number: CaseNumber, challenge_id: ChallengeId, version: SeenVersion, actor: Actor, deps: Deps
) -> Response[bytes]:
    given = await body_of(request, Ruling)
    said: dict[str, Any] = msgspec.structs.asdict(given) | {"ruled_on": _day(given.ruled_on, "/ruledOn")}
    command = RuleOnChallenge(case_number=case_number, version=version, challenge_id=challenge_id, **said)
    done = await rule_on_challenge(command, actor, deps)
    body = RuledCase(href=href("cases", case_number), case_number=case_number, version=done.version, to_confirm=done.to_confirm)
    return created(body, href("cases", case_number, "challenges"), version=done.version)


@get(
    "/grounds/cases",
    **operation(
        operation_id="listCasesOnGround",
        tag="competence",
        summary="Pending files that rest on a ground",
        description="What a ruling that strikes a ground touches; only files that the caller may see.",
        scope="cases:read",
        query=RestingQuery,
        answers={200: Answer(description="One page of files.", body=RestingCollection, example=examples.RESTING, headers=("ETag",))},
    ),
)
async def list_resting(request: AnyRequest, actor: Actor, deps: Deps) -> Response[bytes]:
    actor.require("readCase")
    query = query_of(request, RestingQuery)
    after = search.parse_cursor(query.after) if query.after else None
    page = await competence.resting(deps.pool, visibility(actor), court=query.court, ground=query.ground, after=after)
    more = urlencode({"court": query.court, "ground": query.ground, "after": str(page.next)})
    return ok(
        RestingCollection(
            items=tuple(_resting(each) for each in page.items),
            next=f"{href('grounds', 'cases')}?{more}" if page.next else msgspec.UNSET,
        )
    )


@get(
    "/figures/grounds",
    **operation(
        operation_id="readGroundFigures",
        tag="competence",
        summary="How often each ground was attacked, and what came of it",
        scope="cases:read",
        answers={200: Answer(description="The figures.", body=GroundFigureCollection, example=examples.GROUND_FIGURES, headers=("ETag",))},
    ),
)
async def figures(actor: Actor, deps: Deps) -> Response[bytes]:
    actor.require("readCase")
    return ok(GroundFigureCollection(items=await competence.figures(deps.pool, visibility(actor))))


def _day(text: str, name: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        detail = "Deze dag staat niet in de kalender; schrijf jaar, maand en dag: 2026-11-20."
        raise BadInput(issues=(Issue(type="invalidInput", name=name, detail=detail, value=text),)) from None


def _resource(each: StoredChallenge) -> ChallengeResource:
    return ChallengeResource(
        id=each.id,
        decision_seq=each.decision_seq,
        track=each.ordinal,
        court=each.court,
        raised_by=each.raised_by,
        person=each.person,
        ground=each.ground,
        raised_on=each.raised_on,
        before_court=each.before_court,
        remark=each.remark,
        recorded_at=each.recorded_at,
        recorded_by=each.recorded_by,
        rulings=tuple(
            RulingResource(ecli_flag=ecli_fault(ruling.ecli, ruling.ruled_on) if ruling.ecli else None, **msgspec.structs.asdict(ruling))
            for ruling in each.rulings
        ),
    )


def _resting(each: RestingCase) -> RestingItem:
    return RestingItem(href=href("cases", each.case_number), **msgspec.structs.asdict(each))
