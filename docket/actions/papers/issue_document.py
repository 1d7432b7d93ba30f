"""Issue a document: from then on it is what the office said, and an earlier one in its place is replaced."""

import msgspec

from docket import entries
from docket.access import Actor
from docket.actions.papers import living
from docket.actions.papers.living import ActedOn
from docket.deps import Deps


class IssueDocument(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    document_id: int


async def issue_document(command: IssueDocument, by: Actor, deps: Deps) -> ActedOn:
    return await living.act(command.case_number, command.document_id, "issue", entries.DocumentIssued, by, deps)
