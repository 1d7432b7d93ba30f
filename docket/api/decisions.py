"""Decisions about a file: by the rules, settled or overridden by a person."""

from typing import Annotated, Literal

from litestar import Response, get, post
from msgspec import Meta

from docket.actions.jurisdiction.decide_jurisdiction import DecideJurisdiction, decide_jurisdiction
from docket.actions.jurisdiction.decide_jurisdiction import TrackChoice as Choice
from docket.actions.jurisdiction.override_decision import OverrideDecision, override_decision
from docket.api import examples
from docket.api.answers import created, href, ok
from docket.api.cases import Code
from docket.api.handed import Actor, AnyRequest, CaseNumber, DecisionSeq, Deps, SeenVersion, SpokenLanguage
from docket.api.once import once
from docket.api.opened import opened
from docket.api.operations import TOLD, TOLD_AT, Answer, operation
from docket.api.reading import body_of
from docket.api.resources import DecisionResource, Resource, decision_resource
from docket.api.told import ToldDecision, told
from docket.contract import ContractStruct
from docket.errors import NotFound

Reason = Annotated[str, Meta(pattern=r"\S(.|\n)*", description="It stands in the docket entry.")]


class TrackChoice(ContractStruct, frozen=True, kw_only=True):
    """Where one track goes."""

    #: Place of the track in the decision that holds, from 0; a file without tracks gets an ordinary one as 0.
    ordinal: Annotated[int, Meta(ge=0, le=499)]
    prosecution_office: Code
    court: Code | None = None


class HandMadeDecision(ContractStruct, frozen=True, kw_only=True):
    """What a prosecutor or head decides."""

    #: settled: open tracks only; overridden: any track.
    kind: Literal["settled", "overridden"]
    tracks: tuple[TrackChoice, ...]
    reason: Reason


class DecidedCase(Resource, frozen=True, kw_only=True):
    href: str
    case_number: str
    version: int
    before: ToldDecision
    after: ToldDecision


class DecisionCollection(Resource, frozen=True, kw_only=True):
    """All decisions about a file, oldest first; the last one holds."""

    items: tuple[DecisionResource, ...]


@get(
    "/cases/{caseNumber:str}/decisions",
    **operation(
        operation_id="listDecisions",
        tag="decisions",
        summary="All decisions about a file",
        scope="cases:read",
        headers=("Accept-Language",),
        answers={200: Answer(description="The decisions.", body=DecisionCollection, headers=TOLD)},
        problems=(404,),
    ),
)
async def list_all(case_number: CaseNumber, actor: Actor, deps: Deps, language: SpokenLanguage) -> Response[bytes]:
    view = await opened(case_number, actor, deps)
    return ok(
        DecisionCollection(items=tuple(decision_resource(case_number, line, deps.law.law, language) for line in view.decisions)),
        language=language,
    )


@get(
    "/cases/{caseNumber:str}/decisions/{decisionSeq:str}",
    **operation(
        operation_id="readDecision",
        tag="decisions",
        summary="One decision with its reasons",
        scope="cases:read",
        headers=("Accept-Language",),
        answers={200: Answer(description="The decision.", body=DecisionResource, headers=TOLD)},
        problems=(404,),
    ),
)
async def read(case_number: CaseNumber, decision_seq: DecisionSeq, actor: Actor, deps: Deps, language: SpokenLanguage) -> Response[bytes]:
    view = await opened(case_number, actor, deps)
    found = next((line for line in view.decisions if line.seq == decision_seq), None)
    if found is None:
        raise NotFound
    return ok(decision_resource(case_number, found, deps.law.law, language), language=language)


@post(
    "/cases/{caseNumber:str}/decisions",
    **operation(
        operation_id="decideCase",
        tag="decisions",
        summary="Settle open tracks, or override",
        description="By a prosecutor or head of an office only, with a reason.",
        scope="cases:write",
        body=HandMadeDecision,
        body_example=examples.SETTLEMENT,
        headers=("If-Match", "Idempotency-Key", "Accept-Language"),
        answers={201: Answer(description="Decided.", body=DecidedCase, example=examples.DECIDED, headers=TOLD_AT)},
        problems=(404, 409, 412, 422, 428),
    ),
)
@once
async def decide(
    request: AnyRequest, case_number: CaseNumber, version: SeenVersion, actor: Actor, deps: Deps, language: SpokenLanguage
) -> Response[bytes]:
    given = await body_of(request, HandMadeDecision)
    tracks = tuple(Choice(ordinal=each.ordinal, prosecution_office=each.prosecution_office, court=each.court) for each in given.tracks)
    if given.kind == "settled":
        command = DecideJurisdiction(case_number=case_number, version=version, tracks=tracks, reason=given.reason)
        done = await decide_jurisdiction(command, actor, deps)
    else:
        override = OverrideDecision(case_number=case_number, version=version, tracks=tracks, reason=given.reason)
        done = await override_decision(override, actor, deps)
    address = href("cases", case_number)
    before, after = (told(one, deps.law.law, language) for one in (done.before, done.after))
    body = DecidedCase(href=address, case_number=case_number, version=done.version, before=before, after=after)
    return created(body, href("cases", case_number, "decisions", done.seq), version=done.version, language=language)
