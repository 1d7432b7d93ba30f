"""Conflicts of jurisdiction over a file, those put to one's own office, and ordinary files of one's territory that went elsewhere."""

from datetime import date, datetime
from typing import Annotated, Literal

import msgspec
from litestar import Response, get, post
from msgspec import Meta

from docket.access import visibility
from docket.actions.transfers.raise_conflict import RaiseConflict, raise_conflict
from docket.actions.transfers.settle_conflict import SettleConflict, settle_conflict
from docket.actions.transfers.withdraw_conflict import WithdrawConflict, withdraw_conflict
from docket.api import examples
from docket.api.answers import created, href, ok
from docket.api.cases import Code
from docket.api.decisions import Reason
from docket.api.handed import Actor, AnyRequest, CaseNumber, Deps, SeenVersion
from docket.api.once import once
from docket.api.opened import opened
from docket.api.operations import Answer, operation
from docket.api.reading import body_of, query_of
from docket.api.resources import ChangedCase, Resource, changed_case
from docket.api.transfers import TransferGround, TransferWithdrawal
from docket.contract import ContractStruct
from docket.store import conflicts
from docket.store.conflicts import PAGE_ROWS, ConflictKind, ConflictState, SettledBy


class NewConflict(ContractStruct, frozen=True, kw_only=True):
    #: positive: both claim the file; negative: both refuse it.
    kind: ConflictKind
    #: offices: they agree, else their prosecutors-general decide; judges: the court of appeal or the Court of Cassation.
    between: Literal["offices", "judges"]
    #: The other seat: an office, or a court for judges.
    seat: Code
    #: Place of the track whose court is in conflict, from 0; judges only.
    track: Annotated[int, Meta(ge=0, le=499)] | None = None
    ground: TransferGround
    reason: Reason


class Settlement(ContractStruct, frozen=True, kw_only=True):
    #: The office or court that has the file.
    designated: Code
    #: The day of the agreement or of the ruling.
    ruled_on: date
    #: Of the ruling of a court; prosecutors-general have none.
    ecli: Annotated[str, Meta(max_length=60)] | None = None
    reason: Reason


class ConflictResource(Resource, frozen=True, kw_only=True):
    kind: ConflictKind
    between: Literal["offices", "judges"]
    #: Two codes; the first is on the side of the holder.
    seats: tuple[str, ...]
    track: int | None
    settled_by: SettledBy
    #: Offices or courts that settle it, where the register has a code for them.
    settlers: tuple[str, ...]
    article: str
    confidence: str
    ground: str | None
    reason: str
    raised_at: datetime
    raised_by: str
    state: ConflictState
    ruled_on: date | None
    designated: str | None
    ecli: str | None
    outcome_reason: str | None


class ConflictCollection(Resource, frozen=True, kw_only=True):
    """Every conflict over the file, oldest first; at most one is open."""

    items: tuple[ConflictResource, ...]


class OpenConflict(Resource, frozen=True, kw_only=True):
    """An open conflict, without anything of its file."""

    case_number: str
    #: For the If-Match of its settlement.
    version: int
    kind: ConflictKind
    between: Literal["offices", "judges"]
    seats: tuple[str, ...]
    settled_by: SettledBy
    settlers: tuple[str, ...]
    article: str
    ground: str | None
    reason: str
    raised_at: datetime


class OpenConflictCollection(Resource, frozen=True, kw_only=True):
    items: tuple[OpenConflict, ...]


class ElsewhereCase(Resource, frozen=True, kw_only=True):
    case_number: str
    #: The rule by which it went elsewhere, or the choice of a magistrate.
    ground: str
    decided_at: datetime


class ElsewhereCollection(Resource, frozen=True, kw_only=True):
    items: tuple[ElsewhereCase, ...]
    #: For `before` of the next page; null = this is the last one.
    next: int | None


class ElsewhereQuery(ContractStruct, frozen=True, kw_only=True):
    #: `next` of the page before.
    before: Annotated[int, Meta(ge=1, le=999_999_999_999_999_999)] | None = None


_CONFLICT = examples.CONFLICT | {
    "seats": ["antwerpPort", "eastFlandersDendermonde"],
    "settledBy": "prosecutorsGeneral",
    "settlers": ["prosecutorGeneralAntwerp", "prosecutorGeneralGhent"],
    "article": "Art. 143bis-143quater Ger.W.",
    "raisedAt": "2026-11-24T09:30:00Z",
}
_CONFLICT.pop("seat")
_OF_CASE = {
    "items": [
        _CONFLICT
        | {
            "track": None,
            "confidence": "likely",
            "raisedBy": "user:7",
            "state": "open",
            "ruledOn": None,
            "designated": None,
            "ecli": None,
            "outcomeReason": None,
        }
    ]
}
_OPEN = {"items": [_CONFLICT | {"caseNumber": examples.NUMBER, "version": 3}]}
_ELSEWHERE = {
    "items": [{"caseNumber": examples.NUMBER, "ground": "policy-port-office", "decidedAt": "2026-11-24T09:30:00Z"}],
    "next": None,
}


@get(
    "/conflicts",
    **operation(
        operation_id="listOpenConflicts",
        tag="followUp",
        summary="Open conflicts over files that you read or that your office settles",
        scope="cases:read",
        answers={200: Answer(description="Oldest first.", body=OpenConflictCollection, example=_OPEN, headers=("ETag",))},
    ),
)
async def list_open(actor: Actor, deps: Deps) -> Response[bytes]:
    actor.require("readCase")
    put_to = await conflicts.conflicts_to_settle(deps.pool, actor.office or actor.court or "")
    seen = await conflicts.open_conflicts(deps.pool, visibility(actor))
    lines = {line.id: line for line in (*put_to, *seen)}
    items = tuple(
        OpenConflict(**{field: getattr(line, field) for field in OpenConflict.__struct_fields__}) for _, line in sorted(lines.items())
    )
    return ok(OpenConflictCollection(items=items))


@get(
    "/cases/{caseNumber:str}/conflicts",
    **operation(
        operation_id="listConflicts",
        tag="followUp",
        summary="Conflicts of jurisdiction over a file",
        scope="cases:read",
        answers={200: Answer(description="Oldest first.", body=ConflictCollection, example=_OF_CASE, headers=("ETag",))},
        problems=(404,),
    ),
)
async def list_all(case_number: CaseNumber, actor: Actor, deps: Deps) -> Response[bytes]:
    found = await opened(case_number, actor, deps)
    handing = await conflicts.of_case(deps.pool, found.case.id)
    items = tuple(_resource(conflict) for conflict in handing.conflicts)
    return ok(ConflictCollection(items=items))


@post(
    "/cases/{caseNumber:str}/conflicts",
    **operation(
        operation_id="raiseConflict",
        tag="followUp",
        summary="Raise a conflict of jurisdiction",
        description="By a prosecutor or head of an office. The file stays with its holder and no time limit stops.",
        scope="cases:write",
        body=NewConflict,
        body_example=examples.CONFLICT,
        headers=("If-Match", "Idempotency-Key"),
        answers={201: Answer(description="Raised.", body=ChangedCase, example=examples.CHANGED, headers=("Location", "ETag"))},
        problems=(404, 409, 412, 422, 428),
    ),
)
@once
async def raise_one(request: AnyRequest, case_number: CaseNumber, version: SeenVersion, actor: Actor, deps: Deps) -> Response[bytes]:
    given = await body_of(request, NewConflict)
    command = RaiseConflict(case_number=case_number, version=version, **msgspec.structs.asdict(given))
    done = await raise_conflict(command, actor, deps)
    return created(changed_case(case_number, done.version), href("cases", case_number, "conflicts"), version=done.version)


@post(
    "/cases/{caseNumber:str}/conflict-settlements",
    status_code=200,
    **operation(
        operation_id="settleConflict",
        tag="followUp",
        summary="Record who has the file after a conflict",
        description="By the holder, or by an office that settles it. Holder and decision follow the outcome.",
        scope="cases:write",
        body=Settlement,
        body_example=examples.OUTCOME_OF_CONFLICT,
        headers=("If-Match", "Idempotency-Key"),
        answers={200: Answer(description="Recorded.", body=ChangedCase, example=examples.CHANGED, headers=("ETag",))},
        problems=(404, 409, 412, 422, 428),
    ),
)
@once
async def settle(request: AnyRequest, case_number: CaseNumber, version: SeenVersion, actor: Actor, deps: Deps) -> Response[bytes]:
    given = await body_of(request, Settlement)
    command = SettleConflict(case_number=case_number, version=version, **msgspec.structs.asdict(given))
    done = await settle_conflict(command, actor, deps)
    return ok(changed_case(case_number, done.version), version=done.version)


@post(
    "/cases/{caseNumber:str}/conflict-withdrawals",
    status_code=200,
    **operation(
        operation_id="withdrawConflict",
        tag="followUp",
        summary="Take back a conflict that is not settled",
        scope="cases:write",
        body=TransferWithdrawal,
        body_example=examples.REASON_ONLY,
        headers=("If-Match", "Idempotency-Key"),
        answers={200: Answer(description="Taken back.", body=ChangedCase, example=examples.CHANGED, headers=("ETag",))},
        problems=(404, 409, 412, 422, 428),
    ),
)
@once
async def withdraw(request: AnyRequest, case_number: CaseNumber, version: SeenVersion, actor: Actor, deps: Deps) -> Response[bytes]:
    given = await body_of(request, TransferWithdrawal)
    done = await withdraw_conflict(WithdrawConflict(case_number=case_number, version=version, reason=given.reason), actor, deps)
    return ok(changed_case(case_number, done.version), version=done.version)


@get(
    "/elsewhere",
    **operation(
        operation_id="listElsewhere",
        tag="followUp",
        summary="Ordinary files from your territory that went elsewhere",
        description="Number, ground and date only; never a restricted or sealed file.",
        scope="cases:read",
        query=ElsewhereQuery,
        answers={200: Answer(description="Newest first.", body=ElsewhereCollection, example=_ELSEWHERE, headers=("ETag",))},
    ),
)
async def list_elsewhere(request: AnyRequest, actor: Actor, deps: Deps) -> Response[bytes]:
    actor.require("readElsewhere")
    wanted = query_of(request, ElsewhereQuery)
    seat = actor.office or actor.court
    lines = await conflicts.elsewhere(deps.pool, seat, wanted.before) if seat else ()
    shown = lines[:PAGE_ROWS]
    items = tuple(ElsewhereCase(case_number=line.case_number, ground=line.ground, decided_at=line.decided_at) for line in shown)
    return ok(ElsewhereCollection(items=items, next=shown[-1].id if len(lines) > PAGE_ROWS else None))


def _resource(conflict: conflicts.Conflict) -> ConflictResource:
    fields = {field: getattr(conflict, field) for field in ConflictResource.__struct_fields__ if field != "track"}
    return ConflictResource(track=conflict.track_ordinal, **fields)
