"""Why a file belongs where it belongs, in sentences."""

from litestar import Response, get

from docket.api import examples
from docket.api.answers import href, ok
from docket.api.handed import Actor, CaseNumber, DecisionSeq, Deps, SpokenLanguage
from docket.api.opened import opened
from docket.api.operations import TOLD, Answer, operation
from docket.api.resources import Resource
from docket.errors import NotFound
from routing import Language, explain


class ExplanationResource(Resource, frozen=True, kw_only=True):
    """One decision in sentences of one language, from the codes that it holds."""

    href: str
    language: Language
    #: Two or three sentences without anything about a person or a place: for a mail.
    short: tuple[str, ...]
    #: Why this scope, area, office and court, without the answer itself.
    reasons: tuple[str, ...]
    #: The answer with its reasons: for the file.
    long: tuple[str, ...]
    #: What a person has to look at.
    warnings: tuple[str, ...]
    #: Every rule that was tried, in order, met or not, with what it rests on.
    trace: tuple[str, ...]


@get(
    "/cases/{caseNumber:str}/decisions/{decisionSeq:str}/explanation",
    **operation(
        operation_id="explainDecision",
        tag="decisions",
        summary="One decision in sentences",
        description="In Dutch, French or English. Documents and screens of the register stay Dutch.",
        scope="cases:read",
        headers=("Accept-Language",),
        answers={200: Answer(description="The explanation.", body=ExplanationResource, example=examples.EXPLANATION, headers=TOLD)},
        problems=(404,),
    ),
)
async def read(case_number: CaseNumber, decision_seq: DecisionSeq, actor: Actor, deps: Deps, language: SpokenLanguage) -> Response[bytes]:
    view = await opened(case_number, actor, deps)
    found = next((line for line in view.decisions if line.seq == decision_seq), None)
    if found is None:
        raise NotFound
    told = explain(found.decision, deps.law.law, language)
    address = href("cases", case_number, "decisions", found.seq, "explanation")
    body = ExplanationResource(
        href=address,
        language=language,
        short=told.short,
        reasons=told.reasons,
        long=told.long,
        warnings=told.warnings,
        trace=told.trace,
    )
    return ok(body, language=language)
