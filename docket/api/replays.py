"""Stored decisions decided again: to the same bytes, and as the law stood on another day. Nothing is stored."""

from datetime import date
from typing import Annotated, Literal

import msgspec
from litestar import Response, get
from msgspec import Meta

from docket.actions.legislation.decide_as_of import DecideAsOf, decide_as_of
from docket.actions.legislation.replay_decision import ReplayDecision, replay_decision
from docket.api import examples
from docket.api.answers import href, ok
from docket.api.handed import Actor, AnyRequest, CaseNumber, DecisionSeq, Deps, SpokenLanguage
from docket.api.opened import opened
from docket.api.operations import TOLD, Answer, operation
from docket.api.reading import query_of
from docket.api.resources import Resource
from docket.api.told import ToldDecision, told
from docket.differences import Difference
from docket.errors import BadInput, Issue
from docket.store.search import DecisionKind

DAY_PATTERN = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
DIGEST_PATTERN = "^[0-9a-f]{64}$"


class AsOfQuery(msgspec.Struct, frozen=True, kw_only=True, rename="camel", forbid_unknown_fields=True):
    day: Annotated[str, Meta(pattern=DAY_PATTERN, description="The day whose law governs.", examples=["2020-05-01"])]
    law: (
        Annotated[str, Meta(pattern=DIGEST_PATTERN, description="Digest of a stored law pack; otherwise the one in force on that day.")]
        | None
    ) = None


class AsOfResource(Resource, frozen=True, kw_only=True):
    """A file decided as the law stood on a day, beside the decision that holds."""

    case_number: str
    day: date
    law_digest: str
    #: inForce: enacted by that day; firstPack: nothing was enacted by then; asked: the caller named it.
    pack: Literal["inForce", "firstPack", "asked"]
    engine_version: str
    decision: ToldDecision
    #: The decision that holds, and who made it.
    stored: ToldDecision
    stored_kind: DecisionKind
    #: From the last answer of the rules that is stored to this one; empty = the same.
    differences: tuple[Difference, ...]


class ReplayResource(Resource, frozen=True, kw_only=True):
    """A stored decision against what its own facts and law give under the rules of now."""

    href: str
    case_number: str
    seq: int
    kind: DecisionKind
    law_digest: str
    #: The version of the rules that decided, and that decided again.
    stored_engine: str
    present_engine: str
    #: same: byte for byte; otherEngine: other rules, the stored answer stays; otherBytes: the decision, its facts or its law was
    #: changed; packMissing: its law was never kept in this register.
    outcome: Literal["same", "otherBytes", "otherEngine", "packMissing"]
    #: The stored answer first.
    differences: tuple[Difference, ...]


@get(
    "/cases/{caseNumber:str}/decisions/as-of",
    **operation(
        operation_id="decideCaseAsOf",
        tag="decisions",
        summary="A file by the law of another day",
        description="Decided again by the law pack that was in force on that day; before the first enactment by the first pack, "
        "whose provisions are dated. Nothing is stored.",
        scope="cases:read",
        query=AsOfQuery,
        headers=("Accept-Language",),
        answers={200: Answer(description="The answer of that day.", body=AsOfResource, example=examples.AS_OF, headers=TOLD)},
        problems=(404,),
    ),
)
async def decide(request: AnyRequest, case_number: CaseNumber, actor: Actor, deps: Deps, language: SpokenLanguage) -> Response[bytes]:
    query = query_of(request, AsOfQuery)
    await opened(case_number, actor, deps)
    done = await decide_as_of(DecideAsOf(case_number=case_number, day=_day(query.day), law=query.law), actor, deps)
    law = (await deps.laws.pack(deps.pool, done.answer.law_digest)).law
    body = AsOfResource(
        case_number=case_number,
        day=done.answer.day,
        law_digest=done.answer.law_digest,
        pack=done.answer.pack,
        engine_version=done.answer.engine_version,
        decision=told(done.answer.decision, law, language),
        stored=told(done.stored, deps.law.law, language),
        stored_kind=done.stored_kind,
        differences=done.answer.differences,
    )
    return ok(body, language=language)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        detail = "Deze dag staat niet in de kalender; schrijf bijvoorbeeld 2020-05-01."
        raise BadInput(issues=(Issue(type="invalidInput", place="query", name="day", detail=detail, value=text),)) from None


@get(
    "/cases/{caseNumber:str}/decisions/{decisionSeq:str}/replay",
    **operation(
        operation_id="replayDecision",
        tag="decisions",
        summary="A stored decision decided again",
        description="The same facts, law pack and version of the rules give the same bytes. Under another version the stored "
        "answer stays and the differences are listed. Nothing is stored.",
        scope="cases:read",
        answers={200: Answer(description="The comparison.", body=ReplayResource, example=examples.REPLAY, headers=("ETag",))},
        problems=(404,),
    ),
)
async def replay(case_number: CaseNumber, decision_seq: DecisionSeq, actor: Actor, deps: Deps) -> Response[bytes]:
    await opened(case_number, actor, deps)
    again = await replay_decision(ReplayDecision(case_number=case_number, seq=decision_seq), actor, deps)
    address = href("cases", case_number, "decisions", decision_seq, "replay")
    return ok(ReplayResource(href=address, **msgspec.structs.asdict(again)))
