"""The timeline of a file: each entry of its docket as one sentence, and entries that were struck through."""

from datetime import date, datetime
from typing import Annotated

import msgspec
from litestar import Response, get, post
from msgspec import Meta

from docket import timeline
from docket.actions.life.restore_standing import RestoreStanding, restore_standing
from docket.actions.life.strike_entry import StrikeEntry, strike_entry
from docket.api import examples
from docket.api.answers import created, href, ok
from docket.api.decisions import Reason
from docket.api.handed import Actor, AnyRequest, CaseNumber, Deps, SeenVersion
from docket.api.once import once
from docket.api.opened import opened
from docket.api.operations import Answer, operation
from docket.api.reading import body_of, query_of
from docket.api.resources import ChangedCase, Resource, changed_case
from docket.contract import ContractStruct


class TimelineQuery(msgspec.Struct, frozen=True, kw_only=True, rename="camel", forbid_unknown_fields=True):
    group: Annotated[
        str | None,
        Meta(
            description="Kind group: facts, jurisdiction, life, charge, limits, people, hearings, connected, papers, assignment, access, "
            "other.",
            examples=["life"],
        ),
    ] = None
    by: Annotated[str | None, Meta(description="Function code of who entered it.", examples=["user:17"])] = None
    first_day: Annotated[date | None, Meta(description="From this court day on.")] = None
    last_day: Annotated[date | None, Meta(description="Until this court day, which is included.")] = None


class TimelineLine(Resource, frozen=True, kw_only=True):
    seq: int
    kind: str
    group: str
    entered_at: datetime
    #: A function code, never a name.
    entered_by: str
    #: The whole entry in one Dutch sentence; empty once its content was erased.
    text: str
    erased: bool
    #: Number of the entry that struck it through; null = it stands.
    struck_by: int | None
    struck_reason: str | None
    #: Number of the entry by which everybody was put back where he stood before it; null = nobody was.
    restored_by: int | None
    #: What striking it through would not undo; empty = it cannot be struck.
    not_undone: str
    #: Ties the entry to all entries before it.
    hash: str


class TimelineCollection(Resource, frozen=True, kw_only=True):
    """Oldest first."""

    items: tuple[TimelineLine, ...]


class Strike(ContractStruct, frozen=True, kw_only=True):
    #: Number of the entry.
    seq: Annotated[int, Meta(ge=1, le=1_000_000)]
    reason: Reason
    #: Put everybody back where he stood before it too; a magistrate's.
    restore: bool = False


@get(
    "/cases/{caseNumber:str}/timeline",
    **operation(
        operation_id="readTimeline",
        tag="followUp",
        summary="The docket of a file in sentences",
        scope="entries:read",
        query=TimelineQuery,
        answers={200: Answer(description="The lines.", body=TimelineCollection, example=examples.TIMELINE, headers=("ETag",))},
        problems=(404,),
    ),
)
async def read(request: AnyRequest, case_number: CaseNumber, actor: Actor, deps: Deps) -> Response[bytes]:
    asked = query_of(request, TimelineQuery)
    view = await opened(case_number, actor, deps, "readEntries")
    wanted = timeline.Wanted(group=asked.group, by=asked.by, first_day=asked.first_day, last_day=asked.last_day)
    lines = timeline.lines_of(view.entries, deps.law.law, wanted)
    return ok(
        TimelineCollection(
            items=tuple(TimelineLine(**{name: getattr(line, name) for name in TimelineLine.__struct_fields__}) for line in lines)
        )
    )


@post(
    "/cases/{caseNumber:str}/strikes",
    **operation(
        operation_id="strikeEntry",
        tag="followUp",
        summary="Strike through an entry that was made in error",
        description="By a new entry with the reason; the old one stays, and what it brought about is not undone. Only an entry that "
        "states a fact which a person typed. With `restore` a magistrate puts everybody back where he stood before the entry, also after a "
        "finality that was established in error; refused once somebody moved on since.",
        scope="cases:write",
        body=Strike,
        body_example=examples.STRIKE,
        headers=("If-Match", "Idempotency-Key"),
        answers={201: Answer(description="Struck through.", body=ChangedCase, example=examples.CHANGED, headers=("Location", "ETag"))},
        problems=(404, 409, 412, 422, 428),
    ),
)
@once
async def strike(request: AnyRequest, case_number: CaseNumber, version: SeenVersion, actor: Actor, deps: Deps) -> Response[bytes]:
    given = await body_of(request, Strike)
    said = {"case_number": case_number, "version": version, "seq": given.seq, "reason": given.reason}
    done = await (
        restore_standing(RestoreStanding(**said), actor, deps) if given.restore else strike_entry(StrikeEntry(**said), actor, deps)
    )
    return created(changed_case(case_number, done.version), href("cases", case_number, "timeline"), version=done.version)
