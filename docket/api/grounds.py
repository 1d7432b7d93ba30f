"""What speaks for each office and court in a decision, what beat those that lost, and what is left without policy."""

import msgspec
from litestar import Response, get

from docket.api import examples
from docket.api.answers import href, ok
from docket.api.handed import Actor, CaseNumber, DecisionSeq, Deps, SpokenLanguage
from docket.api.opened import opened
from docket.api.operations import TOLD, Answer, operation
from docket.api.resources import Resource
from docket.api.told import Candidate, Ground, told
from docket.errors import NotFound
from docket.indications import Office, beyond
from docket.transitions import Confidence
from routing import IndicationCode, Language, statute_only


class Beyond(Resource, frozen=True, kw_only=True):
    """What touches the competence of an office that no rule gives the file to; a magistrate decides on an offer or a report."""

    code: IndicationCode
    office: Office
    #: Codes of circuits, countries or offences.
    values: tuple[str, ...]
    citation: str
    source: str
    confidence: Confidence


class GroundsResource(Resource, frozen=True, kw_only=True):
    """Every ground of one decision, and every office and court within its reach."""

    href: str
    language: Language
    grounds: tuple[Ground, ...]
    #: Every office and court that a ground or a rule speaks for, the chosen ones first.
    candidates: tuple[Candidate, ...]
    #: Places among the candidates of those that stand without policy; art. 23 Sv. ranks none of one track.
    statute_only: tuple[int, ...]
    #: Place among the candidates of the court of the place of the file; null = it does not stand by statute.
    of_the_place: int | None
    #: Places of the tracks whose court has no statutory ground recorded, from 0.
    policy_alone: tuple[int, ...]
    beyond: tuple[Beyond, ...]


@get(
    "/cases/{caseNumber:str}/decisions/{decisionSeq:str}/grounds",
    **operation(
        operation_id="listGrounds",
        tag="decisions",
        summary="Grounds and candidates of one decision",
        description="Each statutory ground for each office and court within reach, and the rule that beat each of those that lost.",
        scope="cases:read",
        headers=("Accept-Language",),
        answers={200: Answer(description="The grounds.", body=GroundsResource, example=examples.GROUNDS, headers=TOLD)},
        problems=(404,),
    ),
)
async def list_all(
    case_number: CaseNumber, decision_seq: DecisionSeq, actor: Actor, deps: Deps, language: SpokenLanguage
) -> Response[bytes]:
    view = await opened(case_number, actor, deps)
    found = next((line for line in view.decisions if line.seq == decision_seq), None)
    if found is None:
        raise NotFound
    decision = told(found.decision, deps.law.law, language)
    left = statute_only(found.decision)
    place = left.candidates[left.of_the_place] if left.of_the_place is not None else None
    body = GroundsResource(
        href=href("cases", case_number, "decisions", found.seq, "grounds"),
        language=language,
        grounds=decision.grounds,
        candidates=decision.candidates,
        statute_only=tuple(at for at, one in enumerate(found.decision.candidates) if one.by_statute),
        of_the_place=found.decision.candidates.index(place) if place is not None else None,
        policy_alone=decision.policy_alone,
        beyond=tuple(
            Beyond(**msgspec.structs.asdict(one))
            for one in beyond(view.case.report, found.decision, deps.law.law, found.decision.as_of or found.decision.received_on)
        ),
    )
    return ok(body, language=language)
