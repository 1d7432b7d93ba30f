"""Later reports of a file."""

import msgspec
from litestar import Response, post

from docket.actions.registration.add_report import AddReport, add_report
from docket.api import examples
from docket.api.answers import created, href
from docket.api.cases import AmendedCase, amended
from docket.api.handed import Actor, AnyRequest, CaseNumber, Deps, SeenVersion, SpokenLanguage
from docket.api.opened import opened
from docket.api.operations import TOLD_AT, Answer, operation
from docket.api.reading import body_of, idempotency_key_of
from docket.api.told import ToldDecision, told
from docket.changes import Change
from docket.contract import Report, canonical_json, report_faults
from docket.store.search import CaseView
from routing import Language, Law


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
        body_example=examples.LATER_REPORT,
        headers=("If-Match", "Idempotency-Key", "Accept-Language"),
        answers={
            200: Answer(
                description="It was added before, with the same body.",
                body=AmendedCase,
                example=examples.AMENDED,
                headers=TOLD_AT,
            ),
            201: Answer(description="Added.", body=AmendedCase, example=examples.AMENDED, headers=TOLD_AT),
        },
        problems=(404, 409, 412, 422, 428),
    ),
)
async def add(
    request: AnyRequest, case_number: CaseNumber, version: SeenVersion, actor: Actor, deps: Deps, language: SpokenLanguage
) -> Response[bytes]:
    command = AddReport(
        case_number=case_number,
        version=version,
        report=await body_of(request, Report, report_faults),
        sender=actor.code,
        idempotency_key=idempotency_key_of(request),
    )
    done = await add_report(command, actor, deps)
    law = deps.law.law
    body = _as_first_answered(await opened(case_number, actor, deps), command.report, law, language) if done.repeated else None
    address = href("cases", case_number)
    return created(body or amended(done, law, language), address, version=done.version, repeated=done.repeated, language=language)


def _as_first_answered(view: CaseView, report: Report, law: Law, language: Language) -> AmendedCase | None:
    """What was answered when this report was added; None where the entry that tells it was erased."""
    decision_before = 1
    for entry in view.entries:
        content = entry.content or {}
        if entry.kind == "ReportAdded" and content and canonical_json(content["report"]) == canonical_json(report):
            return AmendedCase(
                href=href("cases", view.case.case_number),
                case_number=view.case.case_number,
                version=content["version"],
                changes=msgspec.convert(content["changes"], tuple[Change, ...]),
                before=_decision(view, decision_before, law, language),
                after=_decision(view, content["decision"], law, language),
            )
        decision_before = content.get("decision", decision_before)
    return None


def _decision(view: CaseView, seq: int, law: Law, language: Language) -> ToldDecision:
    return next(told(line.decision, law, language) for line in view.decisions if line.seq == seq)
