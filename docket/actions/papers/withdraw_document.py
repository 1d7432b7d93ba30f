"""Withdraw a document with a reason; it stays, with its bytes, marked as withdrawn."""

import msgspec

from docket import entries
from docket.access import Actor
from docket.actions.papers import living
from docket.actions.papers.living import ActedOn
from docket.deps import Deps


class WithdrawDocument(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    document_id: int
    reason: str


async def withdraw_document(command: WithdrawDocument, by: Actor, deps: Deps) -> ActedOn:
    return await living.act(command.case_number, command.document_id, "withdraw", entries.DocumentWithdrawn, by, deps, command.reason)
