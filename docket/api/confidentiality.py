"""Who may see a file: ordinary, restricted or sealed, and who is named on it."""

from typing import Annotated

from litestar import Response, put
from msgspec import Meta

from docket.actions.registration.set_confidentiality import SetConfidentiality, set_confidentiality
from docket.api import examples
from docket.api.answers import ok
from docket.api.decisions import Reason
from docket.api.handed import Actor, AnyRequest, CaseNumber, Deps, SeenVersion
from docket.api.operations import Answer, operation
from docket.api.reading import body_of
from docket.api.resources import ChangedCase, changed_case
from docket.cases import Confidentiality
from docket.contract import ContractStruct


class WhoMaySee(ContractStruct, frozen=True, kw_only=True):
    confidentiality: Confidentiality
    reason: Reason
    #: Ids of accounts: clerks of a restricted file, everybody of a sealed one; replaces the list.
    named: tuple[Annotated[int, Meta(ge=1, le=2**53)], ...] = ()


@put(
    "/cases/{caseNumber:str}/confidentiality",
    **operation(
        operation_id="setConfidentiality",
        tag="cases",
        summary="Open or close a file",
        description="By a prosecutor or head of an office only, with a reason.",
        scope="cases:write",
        body=WhoMaySee,
        body_example=examples.CONFIDENTIALITY,
        headers=("If-Match",),
        answers={200: Answer(description="Set.", body=ChangedCase, example=examples.CHANGED, headers=("ETag",))},
        problems=(404, 409, 412, 428),
    ),
)
async def set_level(request: AnyRequest, case_number: CaseNumber, version: SeenVersion, actor: Actor, deps: Deps) -> Response[bytes]:
    given = await body_of(request, WhoMaySee)
    command = SetConfidentiality(
        case_number=case_number, version=version, confidentiality=given.confidentiality, reason=given.reason, named=given.named
    )
    done = await set_confidentiality(command, actor, deps)
    return ok(changed_case(case_number, done.version), version=done.version)
