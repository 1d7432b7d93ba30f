"""Several people and the worker at one file at the same time: nobody meets a deadlock, nothing is done twice."""

import asyncio

import msgspec

from docket.access import SYSTEM
from docket.actions.papers.finish_document import MadeDocument, finish_document
from docket.actions.papers.make_document import MakeDocument, make_document
from docket.actions.registration.add_report import AddReport, add_report
from docket.actions.registration.amend_case import AmendCase, amend_case
from docket.deps import Deps
from tests.builders import a_case, a_clerk, an_empty_report
from tests.docket.actions.reading import view_of


async def test_documents_asked_at_once_are_all_entered(deps: Deps) -> None:
    number = (await a_case(deps)).case_number

    await asyncio.gather(*(make_document(MakeDocument(case_number=number, kind="receipt"), a_clerk(), deps) for _ in range(8)))

    assert [entry.kind for entry in (await view_of(deps, number)).entries] == ["CaseRegistered"] + ["DocumentAsked"] * 8


async def test_a_document_that_two_workers_finish_is_made_once(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    document = (await view_of(deps, number)).documents[0]
    made = MadeDocument(document_id=document.id, template=b"W", content=b"PK", made_at=deps.clock.now())

    answers = await asyncio.gather(*(finish_document(made, SYSTEM, deps) for _ in range(5)))

    assert sorted(answers) == [False] * 4 + [True]
    assert [entry.kind for entry in (await view_of(deps, number)).entries] == ["CaseRegistered", "DocumentMade"]


async def test_corrections_reports_and_papers_of_one_file_do_not_block_each_other(deps: Deps) -> None:
    numbers = [(await a_case(deps)).case_number for _ in range(4)]
    views = [await view_of(deps, number) for number in numbers]
    work = []
    for view in views:
        number = view.case.case_number
        corrected = msgspec.structs.replace(view.case.report, summary="anders")
        work.append(amend_case(AmendCase(case_number=number, version=1, report=corrected, reason="x"), a_clerk(), deps))
        report = an_empty_report(containers=["MSCU1234566"])
        work.append(add_report(AddReport(case_number=number, version=None, report=report, sender="x"), a_clerk(), deps))
        work.append(make_document(MakeDocument(case_number=number, kind="receipt"), a_clerk(), deps))
        work += [
            finish_document(MadeDocument(document_id=document.id, template=b"W", content=b"PK", made_at=deps.clock.now()), SYSTEM, deps)
            for document in view.documents
        ]

    answers = await asyncio.gather(*work, return_exceptions=True)

    assert {type(answer).__name__ for answer in answers if isinstance(answer, Exception)} <= {"Stale"}
    for number in numbers:
        assert (await view_of(deps, number)).case.report.containers[-1:] == ("MSCU1234566",)
