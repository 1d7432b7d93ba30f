"""Where a report would go: decides and stores nothing."""

from typing import Annotated

import msgspec
from litestar import Response, post

from docket.actions.connected.list_candidates import ListCandidates, list_candidates
from docket.actions.registration.preview_routing import PreviewRouting, preview_routing
from docket.api import examples
from docket.api.answers import ok
from docket.api.connected import CandidateResource, candidate_resource
from docket.api.handed import Actor, AnyRequest, Deps, SpokenLanguage
from docket.api.operations import TOLD, Answer, operation
from docket.api.reading import body_of, query_of
from docket.api.told import ToldDecision, told
from docket.contract import Report, report_faults
from routing import PolicyCode


class PreviewQuery(msgspec.Struct, frozen=True, kw_only=True, rename="camel", forbid_unknown_fields=True):
    policy: Annotated[PolicyCode, msgspec.Meta(description="The policy to decide by; without it the one in force.")] | None = None


class RoutingPreview(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    decision: ToldDecision
    #: Files that look like it and that the caller may read; empty for a key without the right to read files.
    candidates: tuple[CandidateResource, ...] = ()


@post(
    "/routing-previews",
    status_code=200,
    **operation(
        operation_id="previewRouting",
        tag="routing",
        summary="Decide without registering",
        description="The answer that the register would give to this report today, by either policy. Nothing is stored.",
        scope="routing:preview",
        body=Report,
        body_example=examples.REPORT,
        query=PreviewQuery,
        headers=("Accept-Language",),
        answers={
            200: Answer(
                description="The decision.",
                body=RoutingPreview,
                headers=TOLD,
                example={"decision": examples.DECISION, "candidates": []},
            )
        },
    ),
)
async def preview(request: AnyRequest, actor: Actor, deps: Deps, language: SpokenLanguage) -> Response[bytes]:
    query = query_of(request, PreviewQuery)
    report = await body_of(request, Report, report_faults)
    decision = await preview_routing(PreviewRouting(report=report, policy=query.policy), actor, deps)
    # A key that only previews learns nothing of the files that are there.
    reads = actor.may("readCase") and "cases:read" in (actor.scopes or ())
    found = await list_candidates(ListCandidates(report=report), actor, deps) if reads else ()
    body = RoutingPreview(decision=told(decision, deps.law.law, language), candidates=tuple(candidate_resource(one) for one in found))
    return ok(body, language=language)
