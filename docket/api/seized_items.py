"""Seized items of a file: where each lies, what was decided on it and by whom, when that was done, and its whole history."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any

import msgspec
from litestar import Response, get, post
from msgspec import Meta

from docket.actions.seized_items.carry_out_item import CarryOutItem, carry_out_item
from docket.actions.seized_items.decide_item import DecideItem, decide_item
from docket.actions.seized_items.itemising import ChangedItem
from docket.actions.seized_items.keep_item import KeepItem, keep_item
from docket.actions.seized_items.strike_item_act import StrikeItemAct, strike_item_act
from docket.api import examples
from docket.api.answers import href, ok
from docket.api.decisions import Reason
from docket.api.handed import Actor, AnyRequest, CaseNumber, Deps, ItemId, SeenVersion
from docket.api.once import once
from docket.api.opened import opened
from docket.api.operations import Answer, operation
from docket.api.reading import body_of
from docket.api.resources import Resource
from docket.clock import court_day
from docket.contract import ContractStruct
from docket.seized_items import (
    LONGEST_TEXT,
    MOST_CENTS,
    MOST_KG,
    ActKind,
    Custodian,
    ItemDecision,
    KeptSaid,
    SeizedItem,
    forgotten,
    items_of,
)
from docket.store import judgments
from docket.store import seized_items as store
from docket.transitions import Confidence
from routing import Law

Text = Annotated[str, Meta(min_length=1, max_length=LONGEST_TEXT)]
Kilograms = Annotated[float, Meta(ge=0, le=float(MOST_KG))]


class ItemCustody(ContractStruct, frozen=True, kw_only=True):
    """Where an item lies; a later one replaces an earlier one whole."""

    place: Text
    custodian: Custodian
    #: Asked with `other`.
    custodian_name: Text | None = None
    seal: Text | None = None
    #: OS-nummer or COIV number.
    reference: Text | None = None
    gross_kg: Kilograms | None = None
    #: Net, as the laboratory weighed it.
    laboratory_kg: Kilograms | None = None
    #: What was set apart before a destruction.
    sample: Text | None = None
    daily_cost_cents: Annotated[int, Meta(ge=0, le=MOST_CENTS)] | None = None
    kept_from: date


class ItemDecisionGiven(ContractStruct, frozen=True, kw_only=True):
    decision: ItemDecision
    reason: Reason
    #: Left out = today.
    decided_on: date | None = None


class ItemExecution(ContractStruct, frozen=True, kw_only=True):
    carried_out_on: date
    #: Of the paper that proves it.
    proof: Text | None = None


class ItemStrike(ContractStruct, frozen=True, kw_only=True):
    #: Number of the line.
    act: Annotated[int, Meta(ge=1)]
    reason: Reason


class CustodyResource(Resource, frozen=True, kw_only=True):
    place: str
    custodian: Custodian
    custodian_name: str | None
    seal: str | None
    reference: str | None
    gross_kg: float | None
    laboratory_kg: float | None
    sample: str | None
    daily_cost_cents: int | None
    kept_from: date


class BasisResource(Resource, frozen=True, kw_only=True):
    citation: str
    confidence: Confidence
    remark: str


class ItemActResource(Resource, frozen=True, kw_only=True):
    id: int
    act: ActKind
    custody: CustodyResource | None
    decision: ItemDecision | None
    reason: str | None
    #: The magistrate who decided, by the name of his account.
    magistrate: str | None
    #: Day of the decision, or on which it was carried out.
    act_on: date | None
    proof: str | None
    entered_at: datetime
    entered_by: str
    struck_at: datetime | None
    struck_by: str | None
    struck_reason: str | None


class SeizedItemResource(Resource, frozen=True, kw_only=True):
    #: Id of the reported seizure.
    id: str
    title: str
    #: Does the report name it still?
    reported: bool
    #: Neither a magistrate nor a judgment said what becomes of it.
    undecided: bool
    custody: CustodyResource | None
    decision: ItemDecision | None
    decided_on: date | None
    #: What the decision rests on in the law of its day.
    bases: tuple[BasisResource, ...]
    carried_out_on: date | None
    #: Id of the judgment that confiscates it.
    confiscated_by: int | None
    #: What keeping it costs until now, in cents; null = no daily cost is known.
    cost_cents: int | None
    #: In the order of entry, struck lines too.
    history: tuple[ItemActResource, ...]


class SeizedItemCollection(Resource, frozen=True, kw_only=True):
    items: tuple[SeizedItemResource, ...]
    #: Ids of the items of which no judgment that stands said anything, once there is one.
    forgotten: tuple[str, ...]


class ChangedItemResource(Resource, frozen=True, kw_only=True):
    href: str
    case_number: str
    version: int
    item: str
    #: Number of the line that was written or struck.
    act: int


def _changing(operation_id: str, summary: str, body: Any, example: Any, description: str = "") -> dict[str, Any]:
    return operation(
        operation_id=operation_id,
        tag="followUp",
        summary=summary,
        description=description,
        scope="cases:write",
        body=body,
        body_example=example,
        headers=("If-Match", "Idempotency-Key"),
        answers={200: Answer(description="Entered.", body=ChangedItemResource, example=examples.CHANGED_ITEM, headers=("ETag",))},
        problems=(404, 409, 412, 422, 428),
    )


@get(
    "/cases/{caseNumber:str}/seized-items",
    **operation(
        operation_id="listSeizedItems",
        tag="followUp",
        summary="Seized items of a file with their history",
        scope="cases:read",
        answers={
            200: Answer(description="In the order of the report.", body=SeizedItemCollection, example=examples.ITEMS, headers=("ETag",))
        },
        problems=(404,),
    ),
)
async def list_all(case_number: CaseNumber, actor: Actor, deps: Deps) -> Response[bytes]:
    found = await opened(case_number, actor, deps)
    judged = await judgments.of_case(deps.pool, found.case.id)
    items = items_of(found.case.report, await store.of_case(deps.pool, found.case.id), judged)
    today, law = court_day(deps.clock.now()), deps.law.law
    left = forgotten(items, judged, found.case.status)
    return ok(SeizedItemCollection(items=tuple(_resource(item, law, today) for item in items), forgotten=tuple(item.id for item in left)))


@post(
    "/cases/{caseNumber:str}/seized-items/{itemId:str}/custodies",
    status_code=200,
    **_changing("keepSeizedItem", "Note where a seized item lies", ItemCustody, examples.ITEM_CUSTODY),
)
@once
async def keep(
    request: AnyRequest, case_number: CaseNumber, item_id: ItemId, version: SeenVersion, actor: Actor, deps: Deps
) -> Response[bytes]:
    given = await body_of(request, ItemCustody)
    told = msgspec.structs.asdict(given)
    weights = {name: Decimal(str(told.pop(name))) if told[name] is not None else told.pop(name) for name in ("gross_kg", "laboratory_kg")}
    command = KeepItem(case_number=case_number, version=version, item=item_id, said=KeptSaid(**told, **weights))
    return _changed(await keep_item(command, actor, deps))


@post(
    "/cases/{caseNumber:str}/seized-items/{itemId:str}/decisions",
    status_code=200,
    **_changing(
        "decideSeizedItem",
        "Decide what becomes of a seized item",
        ItemDecisionGiven,
        examples.ITEM_DECISION,
        "For a magistrate; the decision bears the name of the account.",
    ),
)
@once
async def decide(
    request: AnyRequest, case_number: CaseNumber, item_id: ItemId, version: SeenVersion, actor: Actor, deps: Deps
) -> Response[bytes]:
    given = await body_of(request, ItemDecisionGiven)
    command = DecideItem(case_number=case_number, version=version, item=item_id, **msgspec.structs.asdict(given))
    return _changed(await decide_item(command, actor, deps))


@post(
    "/cases/{caseNumber:str}/seized-items/{itemId:str}/executions",
    status_code=200,
    **_changing("carryOutSeizedItem", "Note that what was decided on an item is done", ItemExecution, examples.ITEM_EXECUTION),
)
@once
async def carry_out(
    request: AnyRequest, case_number: CaseNumber, item_id: ItemId, version: SeenVersion, actor: Actor, deps: Deps
) -> Response[bytes]:
    given = await body_of(request, ItemExecution)
    command = CarryOutItem(case_number=case_number, version=version, item=item_id, **msgspec.structs.asdict(given))
    return _changed(await carry_out_item(command, actor, deps))


@post(
    "/cases/{caseNumber:str}/seized-items/{itemId:str}/strikes",
    status_code=200,
    **_changing("strikeSeizedItemAct", "Strike a line of an item through", ItemStrike, examples.ITEM_STRIKE, "It stays, with the reason."),
)
@once
async def strike(
    request: AnyRequest, case_number: CaseNumber, item_id: ItemId, version: SeenVersion, actor: Actor, deps: Deps
) -> Response[bytes]:
    given = await body_of(request, ItemStrike)
    command = StrikeItemAct(case_number=case_number, version=version, item=item_id, act_id=given.act, reason=given.reason)
    return _changed(await strike_item_act(command, actor, deps))


def _changed(done: ChangedItem) -> Response[bytes]:
    where = href("cases", done.case_number, "seized-items")
    body = ChangedItemResource(href=where, case_number=done.case_number, version=done.version, item=done.item, act=done.act)
    return ok(body, version=done.version)


def _resource(item: SeizedItem, law: Law, today: date) -> SeizedItemResource:
    decided, done = item.decided, item.carried_out
    kind = item.reported.kind if item.reported is not None else None
    bases = law.evidence.bases(decided.decision or "", kind, decided.on) if decided is not None and decided.on is not None else ()
    return SeizedItemResource(
        id=item.id,
        title=item.words,
        reported=item.reported is not None,
        undecided=item.undecided,
        custody=_custody(item.kept),
        decision=decided.decision if decided is not None else None,
        decided_on=decided.on if decided is not None else None,
        bases=tuple(BasisResource(citation=one.citation, confidence=one.confidence, remark=one.remark_nl) for one in bases),
        carried_out_on=done.on if done is not None else None,
        confiscated_by=item.confiscated_by,
        cost_cents=item.cost_cents(today),
        history=tuple(
            ItemActResource(
                custody=_custody(act.kept),
                magistrate=act.magistrate_name,
                act_on=act.on,
                **{
                    name: getattr(act, name)
                    for name in ItemActResource.__struct_fields__
                    if name not in ("custody", "magistrate", "act_on")
                },
            )
            for act in item.acts
        ),
    )


def _custody(kept: KeptSaid | None) -> CustodyResource | None:
    if kept is None:
        return None
    told = msgspec.structs.asdict(kept)
    weights = {name: float(told.pop(name)) if told[name] is not None else told.pop(name) for name in ("gross_kg", "laboratory_kg")}
    return CustodyResource(**told, **weights)
