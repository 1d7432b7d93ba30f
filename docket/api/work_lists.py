"""Work lists: what waits for the caller's office or court, how much there is, and in which order it has to be done."""

from datetime import date
from typing import Annotated
from urllib.parse import urlencode

import msgspec
from litestar import Response, get
from msgspec import Meta

from docket.api import examples
from docket.api.answers import href, ok
from docket.api.handed import Actor, AnyRequest, Deps, WorkListCode
from docket.api.operations import Answer, operation
from docket.api.reading import query_of
from docket.api.resources import Resource
from docket.clock import court_day
from docket.contract import ContractStruct
from docket.errors import NotFound
from docket.store import work_lists as store
from docket.work_lists import PLACE_PATTERN, ListCode, WorkList, parse_place, readable


class WorkListResource(Resource, frozen=True, kw_only=True):
    href: str
    work_list: ListCode
    #: How many items it has: exactly as many as its pages show.
    total: int


class WorkListCollection(Resource, frozen=True, kw_only=True):
    """In the order of the day's page."""

    items: tuple[WorkListResource, ...]


class WorkListItem(Resource, frozen=True, kw_only=True):
    #: Of the file.
    href: str
    case_number: str
    #: Number of what waits: a file, a clock, a hearing, a request.
    item: int
    #: The day by which it counts; null = at once.
    day: date | None


class WorkListItemCollection(Resource, frozen=True, kw_only=True):
    """What has to be done first stands first."""

    items: tuple[WorkListItem, ...]
    total: int
    #: Where the next page is; absent on the last one.
    next: str | msgspec.UnsetType = msgspec.UNSET


class WorkListQuery(ContractStruct, frozen=True, kw_only=True):
    page_size: Annotated[int, Meta(ge=1, le=store.MAX_PAGE_ROWS, description="Items on a page.")] = store.PAGE_ROWS
    after: Annotated[str, Meta(pattern=PLACE_PATTERN, description="Of `next` of the page before.")] | None = None


def _lists(actor: Actor) -> tuple[WorkList, ...]:
    """Those of an office or a court: a key is nobody, and what is offered has a resource of its own."""
    return tuple(one for one in readable(actor) if one.of != "account" and one.of_cases)


@get(
    "/work-lists",
    **operation(
        operation_id="listWorkLists",
        tag="followUp",
        summary="How much waits on each work list",
        description="Lists of one person are on his screens only; what other offices offer is in `GET /transfers`.",
        scope="cases:read",
        answers={200: Answer(description="Every list.", body=WorkListCollection, example=examples.WORK_LISTS, headers=("ETag",))},
    ),
)
async def list_all(actor: Actor, deps: Deps) -> Response[bytes]:
    actor.require("readCase")
    counts = await store.counts(deps.pool, actor, court_day(deps.clock.now()))
    return ok(
        WorkListCollection(
            items=tuple(
                WorkListResource(href=href("work-lists", one.code), work_list=one.code, total=counts[one.code]) for one in _lists(actor)
            )
        )
    )


@get(
    "/work-lists/{workList:str}",
    **operation(
        operation_id="readWorkList",
        tag="followUp",
        summary="What waits on a work list",
        scope="cases:read",
        query=WorkListQuery,
        answers={200: Answer(description="One page.", body=WorkListItemCollection, example=examples.WORK_LIST, headers=("ETag",))},
        problems=(404,),
    ),
)
async def read(request: AnyRequest, work_list: WorkListCode, actor: Actor, deps: Deps) -> Response[bytes]:
    actor.require("readCase")
    query, today = query_of(request, WorkListQuery), court_day(deps.clock.now())
    one = next((each for each in _lists(actor) if each.code == work_list), None)
    if one is None:
        raise NotFound
    counts = await store.counts(deps.pool, actor, today)
    found = await store.numbers(deps.pool, actor, one.code, today, parse_place(query.after) if query.after else None, query.page_size)
    items = tuple(
        WorkListItem(href=href("cases", item.case_number), case_number=item.case_number, item=item.item, day=item.day)
        for item in found.items
    )
    body = WorkListItemCollection(items=items, total=counts[one.code])
    if found.next is not None:
        following = urlencode({"pageSize": query.page_size, "after": str(found.next)})
        body = msgspec.structs.replace(body, next=f"{href('work-lists', one.code)}?{following}")
    return ok(body)
