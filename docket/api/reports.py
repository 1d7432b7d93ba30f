"""Later reports of a file."""

from litestar import Response, post

from docket.actions.add_report import AddReport, add_report
from docket.api.answers import created, href
from docket.api.cases import AmendedCase, amended
from docket.api.examples import LATER_REPORT
from docket.api.handed import Actor, AnyRequest, CaseNumber, Deps, SeenVersion
from docket.api.operations import Answer, operation
from docket.api.reading import body_of, idempotency_key_of
from docket.contract import Report, report_faults


@post(
    "/cases/{caseNumber:str}/reports",
    **operation(
        operation_id="addReport",
        tag="cases",
        summary="Add a later report to its file",
        description="The same contract. Its ids are its own; a row is one of the file only where `sameAs` names it; null changes nothing. "
        "A repeated submission is answered as the first one, whatever its If-Match.",
        scope="cases:write",
        body=Report,
        body_example=LATER_REPORT,
        headers=("If-Match", "Idempotency-Key"),
        answers={
            200: Answer(description="It was added before, with the same body.", body=AmendedCase, headers=("Location", "ETag")),
            201: Answer(description="Added.", body=AmendedCase, headers=("Location", "ETag")),
        },
        problems=(404, 409, 412, 422, 428),
    ),
)
async def add(request: AnyRequest, case_number: CaseNumber, version: SeenVersion, actor: Actor, deps: Deps) -> Response[bytes]:
    command = AddReport(
        case_number=case_number,
        version=version,
        report=await body_of(request, Report, report_faults),
        sender=actor.code,
        idempotency_key=idempotency_key_of(request),
    )
    done = await add_report(command, actor, deps)
    return created(amended(done), href("cases", done.case_number), version=done.version, repeated=done.repeated)
