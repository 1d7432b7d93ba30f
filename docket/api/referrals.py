"""Tracks of a file that were brought before their court; from then on its registry reads the file."""

from typing import Annotated

from litestar import Response, get, post
from msgspec import Meta

from docket.actions.jurisdiction.refer_case import ReferCase, refer_case
from docket.api import examples
from docket.api.answers import created, href, ok
from docket.api.handed import Actor, AnyRequest, CaseNumber, Deps, SeenVersion
from docket.api.once import once
from docket.api.opened import opened
from docket.api.operations import Answer, operation
from docket.api.reading import body_of
from docket.api.resources import ChangedCase, Resource, changed_case
from docket.api.status import ProvingPaper, paper_of
from docket.contract import ContractStruct
from routing import TrackCode


class Referral(ContractStruct, frozen=True, kw_only=True):
    #: Places of the tracks in the decision that holds, from 0; each has a court.
    tracks: tuple[Annotated[int, Meta(ge=0, le=499)], ...]
    #: What proves it: required where the chamber refers somebody or sends him to the assizes; its day is that on which the court is seised.
    paper: ProvingPaper | None = None


class ReferredTrack(Resource, frozen=True, kw_only=True):
    ordinal: int
    track: TrackCode
    court: str | None


class ReferralCollection(Resource, frozen=True, kw_only=True):
    """The tracks of the decision that holds which were brought before their court."""

    items: tuple[ReferredTrack, ...]


@get(
    "/cases/{caseNumber:str}/referrals",
    **operation(
        operation_id="listReferrals",
        tag="followUp",
        summary="Tracks brought before their court",
        scope="cases:read",
        answers={200: Answer(description="The tracks.", body=ReferralCollection, example=examples.REFERRALS, headers=("ETag",))},
        problems=(404,),
    ),
)
async def list_all(case_number: CaseNumber, actor: Actor, deps: Deps) -> Response[bytes]:
    current = (await opened(case_number, actor, deps)).current
    tracks = [(ordinal, current.decision.tracks[ordinal]) for ordinal in current.referred_tracks]
    return ok(
        ReferralCollection(items=tuple(ReferredTrack(ordinal=ordinal, track=each.track, court=each.court) for ordinal, each in tracks))
    )


@post(
    "/cases/{caseNumber:str}/referrals",
    **operation(
        operation_id="referCase",
        tag="followUp",
        summary="Bring tracks before their court",
        description="By a prosecutor or head of an office only. What a chamber refers is refused without the paper that says so.",
        scope="cases:write",
        body=Referral,
        body_example=examples.REFERRAL,
        headers=("If-Match", "Idempotency-Key"),
        answers={201: Answer(description="Referred.", body=ChangedCase, example=examples.CHANGED, headers=("Location", "ETag"))},
        problems=(404, 409, 412, 422, 428),
    ),
)
@once
async def refer(request: AnyRequest, case_number: CaseNumber, version: SeenVersion, actor: Actor, deps: Deps) -> Response[bytes]:
    given = await body_of(request, Referral)
    command = ReferCase(case_number=case_number, version=version, tracks=given.tracks, paper=paper_of(given.paper))
    done = await refer_case(command, actor, deps)
    return created(changed_case(case_number, done.version), href("cases", case_number, "referrals"), version=done.version)
