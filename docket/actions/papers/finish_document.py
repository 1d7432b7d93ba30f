"""Keep the bytes of a document that was asked for, or why it could not be made; the worker's action."""

import hashlib
from datetime import datetime

import msgspec

from docket import entries
from docket.access import Actor
from docket.actions.papers import living
from docket.deps import Deps
from docket.store import documents, templates
from docket.store import entries as docket_entries


class MadeDocument(msgspec.Struct, frozen=True, kw_only=True):
    document_id: int
    #: The bytes that it was filled from; they are kept, so that it can be made again as it was.
    template: bytes
    content: bytes
    #: When the register was read for it.
    made_at: datetime


class FailedDocument(msgspec.Struct, frozen=True, kw_only=True):
    document_id: int
    #: In Dutch: what is missing and where to fill it in.
    failure: str


async def finish_document(command: MadeDocument | FailedDocument, by: Actor, deps: Deps) -> bool:
    """False: it was finished before (a job may run twice), and nothing is written."""
    at = deps.clock.now()
    async with deps.transaction() as tx:
        asked = await documents.lock_asked(tx, command.document_id)
        if asked is None:
            return False
        made: dict[str, bytes] | None = {}
        entry: entries.Entry
        if isinstance(command, MadeDocument):
            version = await templates.keep(tx, asked.kind, command.template, at)
            made = await documents.keep(tx, command.document_id, template_version=version, content=command.content, at=command.made_at)
            if made is None:
                return False
            await living.replace_unissued(tx, asked.case_id, command.document_id, asked.made_by, at)
            entry = entries.DocumentMade(
                document=command.document_id,
                document_kind=asked.kind,
                sha256=hashlib.sha256(command.content).hexdigest(),
                template_version=version,
            )
        else:
            if not await documents.fail(tx, command.document_id, command.failure):
                return False
            entry = entries.DocumentFailed(document=command.document_id, document_kind=asked.kind, failure=command.failure)
        await docket_entries.append(tx, asked.case_id, kind=entries.kind_of(entry), content=entry, by=by.code, at=at, made=made)
    return True
