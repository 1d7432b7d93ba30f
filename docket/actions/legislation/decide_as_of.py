"""Say where a file would go as the law stood on a day; reads only, and stores nothing."""

from datetime import date

import msgspec

from docket import replay
from docket.access import Actor
from docket.actions import redeciding
from docket.deps import Deps
from docket.errors import BadInput, Issue
from docket.law_in_force import PackMissing
from docket.replay import AsOf
from docket.store.search import DecisionKind
from routing import Decision


class DecideAsOf(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    day: date
    #: Digest of a stored pack; None = the one in force on that day.
    law: str | None = None


class DecidedAsOf(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    #: The decision that holds, and who made it: the rules or a person.
    stored: Decision
    stored_kind: DecisionKind
    #: Compared with the last answer of the rules, whatever a person made of it.
    answer: AsOf


async def decide_as_of(command: DecideAsOf, by: Actor, deps: Deps) -> DecidedAsOf:
    """For whoever may read the file."""
    found = await redeciding.find(command.case_number, "readCase", by, deps)
    try:
        answer = await replay.as_of(deps.pool, deps.laws, found.facts, found.routed, command.day, command.law)
    except PackMissing as missing:
        detail = "Onder deze digest is geen wetspakket bewaard; kies er een uit de lijst van inwerkingtredingen."
        raise BadInput(
            issues=(Issue(type="referencedResourceNotFound", place="query", name="law", detail=detail, value=command.law),)
        ) from missing
    return DecidedAsOf(case_number=found.case.case_number, stored=found.decision, stored_kind=found.decision_kind, answer=answer)
