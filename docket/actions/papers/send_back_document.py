"""Send a proposed document back to its makers, with a reason; it is a draft again."""

import msgspec

from docket import entries
from docket.access import Actor
from docket.actions.papers import living
from docket.actions.papers.living import ActedOn
from docket.deps import Deps


class SendBackDocument(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    document_id: int
    reason: str


async def send_back_document(command: SendBackDocument, by: Actor, deps: Deps) -> ActedOn:
    return await living.act(command.case_number, command.document_id, "sendBack", entries.DocumentSentBack, by, deps, command.reason)
