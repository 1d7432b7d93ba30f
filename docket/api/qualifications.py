"""What stands behind each offence of a file: the provisions at the facts and today."""

from datetime import date

from litestar import Response, get

from docket.api import examples
from docket.api.answers import ok
from docket.api.handed import Actor, CaseNumber, Deps
from docket.api.opened import opened
from docket.api.operations import TOLD, Answer, operation
from docket.api.resources import Resource
from docket.cases import facts_of
from docket.clock import court_day
from routing import Qualifications, qualifications


class OffenceQualifications(Resource, frozen=True, kw_only=True):
    #: Id of the offence in the file.
    id: str
    qualifications: Qualifications


class QualificationCollection(Resource, frozen=True, kw_only=True):
    """In the order of the offences. Which law is the milder one is never answered."""

    #: The day that `onDay` speaks of.
    day: date
    #: Digest of the law that was read.
    law_digest: str
    items: tuple[OffenceQualifications, ...]


@get(
    "/cases/{caseNumber:str}/qualifications",
    **operation(
        operation_id="listQualifications",
        tag="cases",
        summary="Penal provisions behind the offences of a file",
        description="In force at the facts and today; where they differ, that a milder law may apply is an open question. "
        "Titles, conditions and remarks are in Dutch whatever Accept-Language asks, and their names end in `Nl`: "
        "the catalogue holds no official title in another language, and none is made up.",
        scope="cases:read",
        answers={200: Answer(description="The provisions.", body=QualificationCollection, example=examples.QUALIFICATIONS, headers=TOLD)},
        problems=(404,),
    ),
)
async def list_all(case_number: CaseNumber, actor: Actor, deps: Deps) -> Response[bytes]:
    view = await opened(case_number, actor, deps)
    today, law = court_day(deps.clock.now()), deps.law
    facts = facts_of(view.case.report, view.case.entered_on)
    items = tuple(
        OffenceQualifications(id=row.id or "", qualifications=qualifications(offence, today, law.law, known_by=facts.received_on))
        for row, offence in zip(view.case.report.offences, facts.offences, strict=True)
    )
    return ok(QualificationCollection(day=today, law_digest=law.digest, items=items), language="nl")
