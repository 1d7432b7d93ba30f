"""Make a document again as it was asked, from the register as it stands now; the new one comes in the place of the old one."""

import msgspec

from docket.access import Actor
from docket.actions.papers import living
from docket.actions.papers.make_document import AskedDocument, MakeDocument, make_document
from docket.deps import Deps


class RemakeDocument(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    document_id: int


async def remake_document(command: RemakeDocument, by: Actor, deps: Deps) -> AskedDocument:
    before = await living.find(command.case_number, command.document_id, by, deps)
    typed = msgspec.json.decode(before.typed) if before.typed is not None else {}
    again = MakeDocument(case_number=command.case_number, kind=before.kind, about=before.about, typed=typed, remakes=before.id)
    return await make_document(again, by, deps)
