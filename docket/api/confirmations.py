"""Tracks whose court has no statutory ground: what a magistrate recorded or answers for, and which still wait."""

from datetime import datetime
from typing import Annotated, Literal

from litestar import Response, get, post
from msgspec import Meta

from docket.actions.competence.confirm_competence import ConfirmCompetence, RecordedGround, TakenRisk, confirm_competence
from docket.api import examples
from docket.api.answers import created, href, ok
from docket.api.handed import Actor, AnyRequest, CaseNumber, Deps, SeenVersion
from docket.api.once import once
from docket.api.opened import opened
from docket.api.operations import Answer, operation
from docket.api.reading import body_of
from docket.api.resources import ChangedCase, Resource, changed_case
from docket.contract import ContractStruct

GroundCode = Annotated[str, Meta(pattern="^[a-z0-9-]{1,60}$", description="Code of a ground of the law data.", examples=["residence"])]
Words = Annotated[str, Meta(pattern=r"\S(.|\n)*", description="It stands in the docket entry.")]


class Confirmation(ContractStruct, frozen=True, kw_only=True):
    """By a prosecutor or head: a statutory ground for the court of a track, or the risk of having none."""

    #: Place of the track in the decision that holds, from 0.
    track: Annotated[int, Meta(ge=0, le=499)]
    #: risk: taken by name, hence by a person who signs in and never with a key.
    kind: Literal["ground", "risk"]
    ground: GroundCode | None = None
    #: The arrondissement that the ground speaks for: that of the court.
    arrondissement: Annotated[str, Meta(pattern=r"^\S.{0,59}$", examples=["Antwerpen"])] | None = None
    #: What the ground rests on.
    facts: Words | None = None
    #: Where the file reports that fact (`places/p1/municipality`).
    fact_path: Annotated[str, Meta(pattern="^[A-Za-z0-9_/-]{1,200}$", examples=["places/p1/municipality"])] | None = None
    #: Why the risk is taken.
    reason: Words | None = None


class ConfirmationResource(Resource, frozen=True, kw_only=True):
    track: int
    court: str
    kind: Literal["ground", "risk"]
    ground: str | None
    article: str | None
    arrondissement: str | None
    facts: str | None
    fact_path: str | None
    reason: str | None
    confirmed_at: datetime
    #: A function code, never a name.
    confirmed_by: str
    #: The name of who answers for it, for the people of his own office.
    name: str | None


class ConfirmationCollection(Resource, frozen=True, kw_only=True):
    """Confirmations under the decision that holds."""

    items: tuple[ConfirmationResource, ...]
    #: Places of the tracks on which nothing leaves before a magistrate confirms.
    to_confirm: tuple[int, ...]


@get(
    "/cases/{caseNumber:str}/confirmations",
    **operation(
        operation_id="listConfirmations",
        tag="competence",
        summary="What a magistrate confirmed, and what waits for it",
        scope="cases:read",
        answers={
            200: Answer(description="The confirmations.", body=ConfirmationCollection, example=examples.CONFIRMATIONS, headers=("ETag",))
        },
        problems=(404,),
    ),
)
async def list_all(case_number: CaseNumber, actor: Actor, deps: Deps) -> Response[bytes]:
    view = await opened(case_number, actor, deps)
    names = {each.id: each.display_name for each in view.confirmers}
    items = tuple(
        ConfirmationResource(
            track=each.ordinal,
            court=each.court,
            kind=each.kind,
            ground=each.ground,
            article=each.article,
            arrondissement=each.arrondissement,
            facts=each.facts,
            fact_path=each.fact_path,
            reason=each.reason,
            confirmed_at=each.confirmed_at,
            confirmed_by=each.confirmed_by,
            name=names.get(each.account_id or 0) if each.office is not None and each.office == actor.office else None,
        )
        for each in view.standing
    )
    return ok(ConfirmationCollection(items=items, to_confirm=view.to_confirm))


@post(
    "/cases/{caseNumber:str}/confirmations",
    **operation(
        operation_id="confirmCompetence",
        tag="competence",
        summary="Record a statutory ground for a court that policy chose",
        description="By a prosecutor or head of an office only. Until then no summons and no referral leaves on the track. "
        "Taking the risk is done by name, by a person who signs in: with a key it is refused.",
        scope="cases:write",
        body=Confirmation,
        body_example=examples.CONFIRMATION,
        headers=("If-Match", "Idempotency-Key"),
        answers={201: Answer(description="Confirmed.", body=ChangedCase, example=examples.CHANGED, headers=("Location", "ETag"))},
        problems=(404, 409, 412, 422, 428),
    ),
)
@once
async def confirm(request: AnyRequest, case_number: CaseNumber, version: SeenVersion, actor: Actor, deps: Deps) -> Response[bytes]:
    given = await body_of(request, Confirmation)
    command = ConfirmCompetence(case_number=case_number, version=version, track=given.track, answer=_answer(given))
    done = await confirm_competence(command, actor, deps)
    return created(changed_case(case_number, done.version), href("cases", case_number, "confirmations"), version=done.version)


def _answer(given: Confirmation) -> RecordedGround | TakenRisk:
    if given.kind == "risk":
        return TakenRisk(reason=given.reason or "")
    return RecordedGround(
        ground=given.ground or "", arrondissement=given.arrondissement, facts=given.facts or "", fact_path=given.fact_path
    )
