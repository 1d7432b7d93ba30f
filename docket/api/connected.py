"""Files that look alike, and the acts that tie them: link, join, split, and what undoes each."""

from datetime import date, datetime
from typing import Annotated, Literal

from litestar import Response, get, post
from msgspec import Meta

from docket.access import visibility
from docket.actions.connected.dismiss_candidate import DismissCandidate, dismiss_candidate
from docket.actions.connected.join_cases import JoinCases, JoinedFile, join_cases
from docket.actions.connected.link_cases import LinkCases, link_cases
from docket.actions.connected.list_candidates import ListCandidates, list_candidates
from docket.actions.connected.split_case import SplitCase, split_case
from docket.actions.connected.unjoin_case import UnjoinCase, unjoin_case
from docket.actions.connected.unlink_cases import UnlinkCases, unlink_cases
from docket.api import examples
from docket.api.answers import created, href, ok
from docket.api.decisions import Reason
from docket.api.handed import Actor, AnyRequest, CaseNumber, Deps, SeenVersion
from docket.api.once import once
from docket.api.opened import opened
from docket.api.operations import Answer, operation
from docket.api.reading import CASE_NUMBER_PATTERN, body_of
from docket.api.resources import ChangedCase, Resource, changed_case
from docket.cases import CaseStatus
from docket.connected import Strength
from docket.contract import ContractStruct
from docket.joining import Goes
from docket.store import connected
from docket.store.connected import Candidate, Ground, Limb, LinkKind, LinkSide

OtherNumber = Annotated[str, Meta(pattern=CASE_NUMBER_PATTERN, description="Number of the other file.")]
RowId = Annotated[str, Meta(min_length=1, max_length=200)]
_LIMB = Meta(description="Limb of art. 227 of the Code of Criminal Procedure, or `indivisible` (case law: one offence of several people).")


class CandidateResource(Resource, frozen=True, kw_only=True):
    """A file that looks like another one: a hint for a person, never a tie."""

    href: str
    case_number: str
    #: 0 to 100.
    score: int
    strength: Strength
    #: In Dutch, the strongest first.
    reasons: tuple[str, ...]
    registered_at: datetime
    received_day: date
    notice_number: str | None
    #: The first words of it.
    summary: str | None
    holding_office: str


class CandidateCollection(Resource, frozen=True, kw_only=True):
    """The likeliest first; only files that the caller may read, without those that are tied already."""

    items: tuple[CandidateResource, ...]


class LinkResource(Resource, frozen=True, kw_only=True):
    """A tie of this file with another one that the caller may read."""

    href: str
    #: The other file.
    case_number: str
    kind: LinkKind
    #: What this file is in the tie: lead or joined, from (it was split off the other) or off (the other was split off it).
    side: LinkSide
    ground: Ground | None
    limb: Limb | None
    reason: str
    made_at: datetime
    made_by: str
    #: None = it holds.
    ended_at: datetime | None
    ended_by: str | None
    end_reason: str | None
    #: Where the other file is: its status, the office that holds it, and the courts of its present decision; empty = none is named yet.
    status: CaseStatus
    holding_office: str
    courts: tuple[str, ...]


class LinkCollection(Resource, frozen=True, kw_only=True):
    """In the order of the acts; those that were undone too."""

    items: tuple[LinkResource, ...]


class Dismissal(ContractStruct, frozen=True, kw_only=True):
    case_number: OtherNumber
    reason: Reason


class NewLink(ContractStruct, frozen=True, kw_only=True):
    case_number: OtherNumber
    ground: Ground
    limb: Annotated[Limb | None, _LIMB] = None
    reason: Reason


class Unlinking(ContractStruct, frozen=True, kw_only=True):
    case_number: OtherNumber
    reason: Reason


class SamePerson(ContractStruct, frozen=True, kw_only=True):
    """Id of a person of the file that is joined, and of the same person in the lead."""

    there: RowId
    here: RowId


class FileToJoin(ContractStruct, frozen=True, kw_only=True):
    case_number: OtherNumber
    #: Nobody is taken for the same person unasked.
    same_persons: tuple[SamePerson, ...] = ()


class Joinder(ContractStruct, frozen=True, kw_only=True):
    files: Annotated[tuple[FileToJoin, ...], Meta(min_length=1, max_length=20)]
    ground: Ground
    limb: Annotated[Limb, _LIMB]
    reason: Reason


class Unjoining(ContractStruct, frozen=True, kw_only=True):
    reason: Reason


class SplitRow(ContractStruct, frozen=True, kw_only=True):
    rows: Literal["persons", "offences", "seizures"]
    id: RowId
    goes: Goes


class Split(ContractStruct, frozen=True, kw_only=True):
    #: Rows that leave, or that stand in both files on purpose; all others stay.
    divided: Annotated[tuple[SplitRow, ...], Meta(min_length=1, max_length=2000)]
    ground: Ground
    limb: Annotated[Limb | None, _LIMB] = None
    reason: Reason


class SplitCaseResource(Resource, frozen=True, kw_only=True):
    href: str
    case_number: str
    version: int
    #: The new file.
    new_case_number: str
    new_href: str


@get(
    "/cases/{caseNumber:str}/candidates",
    **operation(
        operation_id="listCandidates",
        tag="connected",
        summary="Files that look like this one",
        description="By container, vessel and call, person, company, notice number, place and time. Nothing is ever joined by a score.",
        scope="cases:read",
        answers={
            200: Answer(description="The candidates.", body=CandidateCollection, example=examples.CANDIDATES, headers=("ETag",)),
        },
        problems=(404,),
    ),
)
async def list_all_candidates(case_number: CaseNumber, actor: Actor, deps: Deps) -> Response[bytes]:
    await opened(case_number, actor, deps)
    found = await list_candidates(ListCandidates(case_number=case_number), actor, deps)
    return ok(CandidateCollection(items=tuple(candidate_resource(one) for one in found)))


def candidate_resource(found: Candidate) -> CandidateResource:
    columns = {name: getattr(found, name) for name in CandidateResource.__struct_fields__ if name != "href"}
    return CandidateResource(href=href("cases", found.case_number), **columns)


@post(
    "/cases/{caseNumber:str}/candidate-dismissals",
    **operation(
        operation_id="dismissCandidate",
        tag="connected",
        summary="Note that a candidate is not the same",
        description="It stops showing until something new speaks for it.",
        scope="cases:write",
        body=Dismissal,
        body_example=examples.DISMISSAL,
        headers=("If-Match", "Idempotency-Key"),
        answers={201: Answer(description="Noted.", body=ChangedCase, example=examples.CHANGED, headers=("Location", "ETag"))},
        problems=(404, 409, 412, 422, 428),
    ),
)
@once
async def dismiss(request: AnyRequest, case_number: CaseNumber, version: SeenVersion, actor: Actor, deps: Deps) -> Response[bytes]:
    given = await body_of(request, Dismissal)
    command = DismissCandidate(case_number=case_number, version=version, other=given.case_number, reason=given.reason)
    return _changed((await dismiss_candidate(command, actor, deps)).version, case_number)


@get(
    "/cases/{caseNumber:str}/links",
    **operation(
        operation_id="listLinks",
        tag="connected",
        summary="The ties of a file",
        scope="cases:read",
        answers={200: Answer(description="The ties.", body=LinkCollection, example=examples.LINKS, headers=("ETag",))},
        problems=(404,),
    ),
)
async def list_all_links(case_number: CaseNumber, actor: Actor, deps: Deps) -> Response[bytes]:
    view = await opened(case_number, actor, deps)
    found = await connected.links(deps.pool, view.case.id, visibility(actor))
    names = [name for name in LinkResource.__struct_fields__ if name != "href"]
    items = tuple(LinkResource(href=href("cases", tie.case_number), **{name: getattr(tie, name) for name in names}) for tie in found)
    return ok(LinkCollection(items=items))


@post(
    "/cases/{caseNumber:str}/links",
    **operation(
        operation_id="linkCases",
        tag="connected",
        summary="Tie two files that stay two",
        description="The ground stands in both files, and each is decided anew with the other beside it.",
        scope="cases:write",
        body=NewLink,
        body_example=examples.LINK,
        headers=("If-Match", "Idempotency-Key"),
        answers={201: Answer(description="Tied.", body=ChangedCase, example=examples.CHANGED, headers=("Location", "ETag"))},
        problems=(404, 409, 412, 422, 428),
    ),
)
@once
async def link(request: AnyRequest, case_number: CaseNumber, version: SeenVersion, actor: Actor, deps: Deps) -> Response[bytes]:
    given = await body_of(request, NewLink)
    command = LinkCases(
        case_number=case_number, version=version, other=given.case_number, ground=given.ground, limb=given.limb, reason=given.reason
    )
    return _changed((await link_cases(command, actor, deps)).version, case_number)


@post(
    "/cases/{caseNumber:str}/unlinks",
    **operation(
        operation_id="unlinkCases",
        tag="connected",
        summary="Undo a tie by a new act",
        scope="cases:write",
        body=Unlinking,
        body_example=examples.UNLINK,
        headers=("If-Match", "Idempotency-Key"),
        answers={201: Answer(description="Undone.", body=ChangedCase, example=examples.CHANGED, headers=("Location", "ETag"))},
        problems=(404, 409, 412, 422, 428),
    ),
)
@once
async def unlink(request: AnyRequest, case_number: CaseNumber, version: SeenVersion, actor: Actor, deps: Deps) -> Response[bytes]:
    given = await body_of(request, Unlinking)
    command = UnlinkCases(case_number=case_number, version=version, other=given.case_number, reason=given.reason)
    return _changed((await unlink_cases(command, actor, deps)).version, case_number)


@post(
    "/cases/{caseNumber:str}/joins",
    **operation(
        operation_id="joinCases",
        tag="connected",
        summary="Join files into this one",
        description="By a prosecutor or head. This file takes over their facts and is decided anew; they keep number, history and papers.",
        scope="cases:write",
        body=Joinder,
        body_example=examples.JOINDER,
        headers=("If-Match", "Idempotency-Key"),
        answers={201: Answer(description="Joined.", body=ChangedCase, example=examples.CHANGED, headers=("Location", "ETag"))},
        problems=(404, 409, 412, 422, 428),
    ),
)
@once
async def join(request: AnyRequest, case_number: CaseNumber, version: SeenVersion, actor: Actor, deps: Deps) -> Response[bytes]:
    given = await body_of(request, Joinder)
    files = tuple(
        JoinedFile(case_number=one.case_number, same_persons={pair.there: pair.here for pair in one.same_persons}) for one in given.files
    )
    command = JoinCases(case_number=case_number, version=version, files=files, ground=given.ground, limb=given.limb, reason=given.reason)
    return _changed((await join_cases(command, actor, deps)).version, case_number)


@post(
    "/cases/{caseNumber:str}/unjoins",
    **operation(
        operation_id="unjoinCase",
        tag="connected",
        summary="Undo the joinder of this file by a new act",
        description="On the joined file. It goes on with its facts as they stand in the lead by now; both are decided anew.",
        scope="cases:write",
        body=Unjoining,
        body_example=examples.UNJOIN,
        headers=("If-Match", "Idempotency-Key"),
        answers={201: Answer(description="Undone.", body=ChangedCase, example=examples.CHANGED, headers=("Location", "ETag"))},
        problems=(404, 409, 412, 422, 428),
    ),
)
@once
async def unjoin(request: AnyRequest, case_number: CaseNumber, version: SeenVersion, actor: Actor, deps: Deps) -> Response[bytes]:
    given = await body_of(request, Unjoining)
    command = UnjoinCase(case_number=case_number, version=version, reason=given.reason)
    return _changed((await unjoin_case(command, actor, deps)).version, case_number)


@post(
    "/cases/{caseNumber:str}/splits",
    **operation(
        operation_id="splitCase",
        tag="connected",
        summary="Split a file",
        description="By a prosecutor or head. What leaves gets a file with a number of its own and the same confidentiality.",
        scope="cases:write",
        body=Split,
        body_example=examples.SPLIT,
        headers=("If-Match", "Idempotency-Key"),
        answers={201: Answer(description="Split.", body=SplitCaseResource, example=examples.SPLIT_OFF, headers=("Location", "ETag"))},
        problems=(404, 409, 412, 422, 428),
    ),
)
@once
async def split(request: AnyRequest, case_number: CaseNumber, version: SeenVersion, actor: Actor, deps: Deps) -> Response[bytes]:
    given = await body_of(request, Split)
    divided: dict[str, dict[str, Goes]] = {"persons": {}, "offences": {}, "seizures": {}}
    for row in given.divided:
        divided[row.rows][row.id] = row.goes
    command = SplitCase(
        case_number=case_number,
        version=version,
        persons=divided["persons"],
        offences=divided["offences"],
        seizures=divided["seizures"],
        ground=given.ground,
        limb=given.limb,
        reason=given.reason,
    )
    done = await split_case(command, actor, deps)
    new = href("cases", done.new_case_number)
    body = SplitCaseResource(
        href=href("cases", case_number),
        case_number=case_number,
        version=done.version,
        new_case_number=done.new_case_number,
        new_href=new,
    )
    return created(body, new, version=done.version)


def _changed(version: int, case_number: str) -> Response[bytes]:
    return created(changed_case(case_number, version), href("cases", case_number, "links"), version=version)
