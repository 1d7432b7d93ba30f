"""What waits for the worker: deliveries and documents, claimed by counting the attempt first."""

from datetime import datetime
from typing import Any

import msgspec

from docket.cases import Case
from docket.competence import Challenge, Confirmation
from docket.messages import ENTRYPOINT, MakeBulkLine, MakePdf, Message, RenderDocument
from docket.store.parts import case_of
from docket.store.pool import load_queries
from docket.store.search import DecisionLine

_queries: Any = load_queries(__file__)


class ClaimedDelivery(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    recipient: str
    subject: str
    body_text: str
    body_html: str
    message_id: str
    written_at: datetime
    #: This attempt's number, 1 for the first; later writes name it, so that an overtaken worker changes nothing.
    attempts: int
    #: A mail about a request: each attempt carries a private link of its own.
    request_id: int | None


class DocumentToMake(msgspec.Struct, frozen=True, kw_only=True):
    kind: str
    case: Case
    decision: DecisionLine
    #: The facts changed after it was asked for: a newer document was asked for in its place.
    outdated: bool
    #: Id of the suspect whose copy it is; None = it is about the file.
    about: str | None
    #: Canonical JSON of what its maker said.
    typed: str | None
    #: Under that decision, as they stand.
    confirmations: tuple[Confirmation, ...]
    challenges: tuple[Challenge, ...]


async def claim_delivery(connection: Any, delivery_id: int, now: datetime, max_attempts: int) -> ClaimedDelivery | None:
    row = await _queries.claim_delivery(connection, delivery_id=delivery_id, now=now, max_attempts=max_attempts)
    return ClaimedDelivery(**dict(row)) if row else None


async def delivery_sent(connection: Any, claimed: ClaimedDelivery, now: datetime, server_reply: str) -> None:
    await _queries.delivery_sent(connection, delivery_id=claimed.id, attempts=claimed.attempts, now=now, server_reply=server_reply)


async def delivery_retrying(connection: Any, claimed: ClaimedDelivery, now: datetime, server_reply: str) -> None:
    await _queries.delivery_retrying(connection, delivery_id=claimed.id, attempts=claimed.attempts, now=now, server_reply=server_reply)


async def delivery_failed(connection: Any, claimed: ClaimedDelivery, now: datetime, server_reply: str) -> None:
    await _queries.delivery_failed(connection, delivery_id=claimed.id, attempts=claimed.attempts, now=now, server_reply=server_reply)


async def give_up_delivery(connection: Any, delivery_id: int, now: datetime, server_reply: str) -> None:
    await _queries.give_up_delivery(connection, delivery_id=delivery_id, now=now, server_reply=server_reply)


async def claim_document(connection: Any, document_id: int, max_attempts: int) -> bool:
    """False: made already, or tried too often."""
    return await _queries.claim_document(connection, document_id=document_id, max_attempts=max_attempts) is not None


async def forgotten_deliveries(connection: Any, before: datetime) -> tuple[int, ...]:
    rows = _queries.forgotten_deliveries(connection, before=before, entrypoint=ENTRYPOINT)
    return tuple([row["id"] async for row in rows])


async def stranded(connection: Any, before: datetime) -> tuple[Message, ...]:
    """The jobs of what was asked for before that instant, is not finished and has none."""
    rows = _queries.stranded(connection, before=before, entrypoint=ENTRYPOINT)
    return tuple([_job(row["kind"], row["id"], row["ordinal"]) async for row in rows])


def _job(kind: str, which: int, ordinal: int) -> Message:
    match kind:
        case "RenderDocument":
            return RenderDocument(document_id=which)
        case "MakePdf":
            return MakePdf(pdf_id=which)
    return MakeBulkLine(run_id=which, ordinal=ordinal)


async def document_to_make(connection: Any, document_id: int) -> DocumentToMake | None:
    """None: it is made already, or was given up."""
    row = await _queries.document_to_make(connection, document_id=document_id)
    if row is None:
        return None
    decision = msgspec.convert(row["stored_decision"], DecisionLine)
    return DocumentToMake(
        kind=row["document_kind"],
        case=case_of(row),
        decision=decision,
        outdated=row["document_outdated_at"] is not None,
        about=row["document_about"],
        typed=row["document_typed"],
        confirmations=tuple(
            each for each in msgspec.convert(row["confirmations"], tuple[Confirmation, ...]) if each.decision_seq == decision.seq
        ),
        challenges=msgspec.convert(row["challenges"], tuple[Challenge, ...]),
    )
