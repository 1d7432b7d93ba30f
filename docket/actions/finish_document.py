"""Keep the bytes of a document that was asked for, or why it could not be made; the worker's action."""

import msgspec

from docket.access import Actor
from docket.deps import Deps


class MadeDocument(msgspec.Struct, frozen=True, kw_only=True):
    document_id: int
    #: sha256 of the template, in hexadecimal digits.
    template_version: str
    content: bytes


class FailedDocument(msgspec.Struct, frozen=True, kw_only=True):
    document_id: int
    #: In Dutch: what is missing and where to fill it in.
    failure: str


async def finish_document(command: MadeDocument | FailedDocument, by: Actor, deps: Deps) -> bool:
    """False: it was finished before (a job may run twice), and nothing is written."""
    raise NotImplementedError
