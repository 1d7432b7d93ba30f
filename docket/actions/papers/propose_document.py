"""Propose a document to the magistrates, who find it on their list."""

import msgspec

from docket import entries
from docket.access import Actor
from docket.actions.papers import living
from docket.actions.papers.living import ActedOn
from docket.deps import Deps


class ProposeDocument(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    document_id: int


async def propose_document(command: ProposeDocument, by: Actor, deps: Deps) -> ActedOn:
    return await living.act(command.case_number, command.document_id, "propose", entries.DocumentProposed, by, deps)
