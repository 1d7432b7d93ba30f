"""Sign off a document as a named magistrate; what it says is held against the register first."""

import msgspec

from docket import entries
from docket.access import Actor
from docket.actions.papers import living
from docket.actions.papers.living import ActedOn
from docket.deps import Deps


class SignOffDocument(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    document_id: int


async def sign_off_document(command: SignOffDocument, by: Actor, deps: Deps) -> ActedOn:
    return await living.act(command.case_number, command.document_id, "signOff", entries.DocumentSignedOff, by, deps)
