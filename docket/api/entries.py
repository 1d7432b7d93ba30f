"""The docket of a file: its entries, chained by their hashes."""

from datetime import datetime
from typing import Any

import msgspec
from litestar import Response, get

from docket.api import examples
from docket.api.answers import ok
from docket.api.handed import Actor, CaseNumber, Deps
from docket.api.opened import opened
from docket.api.operations import Answer, operation
from docket.api.resources import Resource


class EntryResource(Resource, frozen=True, kw_only=True):
    seq: int
    #: A past fact: CaseRegistered, CaseAmended, ...
    kind: str
    entered_at: datetime
    #: A function code, never a name.
    entered_by: str
    #: null once erased under a retention rule; the hash stays.
    content: Any
    erased_at: datetime | None
    #: Ties the entry to all entries before it.
    hash: str


class EntryCollection(Resource, frozen=True, kw_only=True):
    """Oldest first."""

    items: tuple[EntryResource, ...]


@get(
    "/cases/{caseNumber:str}/entries",
    **operation(
        operation_id="listEntries",
        tag="followUp",
        summary="Docket entries of a file",
        scope="entries:read",
        answers={200: Answer(description="The entries.", body=EntryCollection, example=examples.ENTRIES, headers=("ETag",))},
        problems=(404,),
    ),
)
async def list_all(case_number: CaseNumber, actor: Actor, deps: Deps) -> Response[bytes]:
    view = await opened(case_number, actor, deps, "readEntries")
    return ok(EntryCollection(items=tuple(EntryResource(**msgspec.structs.asdict(line)) for line in view.entries)))
