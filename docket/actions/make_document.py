"""Ask for a document of a file; the worker makes it."""

import msgspec

from docket.access import Actor
from docket.deps import Deps


class MakeDocument(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    #: A code of documents.catalogue.KINDS.
    kind: str


class AskedDocument(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    document_id: int


async def make_document(command: MakeDocument, by: Actor, deps: Deps) -> AskedDocument:
    raise NotImplementedError
