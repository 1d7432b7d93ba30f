"""Take in what came back to the sender of the mails: what did not arrive, or was answered from elsewhere, becomes a task for a clerk."""

from datetime import datetime
from typing import Any, Literal

import msgspec

from docket import entries
from docket.access import SYSTEM
from docket.deps import Deps
from docket.mail import incoming
from docket.mail.incoming import Incoming
from docket.store import entries as docket_entries
from docket.store import mails as store
from docket.store.mails import FoundMessage


class Received(msgspec.Struct, frozen=True, kw_only=True):
    #: task = a clerk has to look; noted = it stands in the history of the mail; known = the same thing came before.
    outcome: Literal["task", "noted", "known"]
    kind: incoming.IncomingKind
    #: It is about a mail of ours.
    matched: bool


async def receive_mail(raw: bytes, deps: Deps) -> Received:
    """
    The machine's: a hook of the mailbox hands over one message.

    An automatic answer from a domain that may be mailed is noted only; from elsewhere our mail went where it may not.
    """
    came, at = incoming.read(raw, deps.settings), deps.clock.now()
    found = await store.find_message(deps.pool, came.about)
    inside = came.from_domain in {domain.lower() for domain in deps.settings.mail_domains}
    noted = came.kind in ("delayed", "arrived") or (came.kind == "autoReply" and inside and found is not None)
    reply = " ".join(part for part in (came.status, came.diagnostic) if part) or None
    async with deps.transaction() as tx:
        if noted:
            if found is not None:
                await store.add_event(tx, found.id, "delayed" if came.kind == "delayed" else "answered", at=at, reply=reply)
            return Received(outcome="noted", kind=came.kind, matched=found is not None)
        kind = "bounce" if came.kind == "bounce" else "autoReply" if came.kind == "autoReply" else "answer"
        task = await store.add_task(
            tx,
            delivery_id=found.id if found else None,
            case_id=found.case_id if found else None,
            kind=kind,
            incoming_id=came.incoming_id,
            from_domain=came.from_domain,
            status=came.status,
            diagnostic=came.diagnostic,
            at=at,
        )
        if task is None:
            return Received(outcome="known", kind=came.kind, matched=found is not None)
        if found is not None:
            if kind == "bounce":
                await store.bounced(tx, found.id, at=at, reply=reply or "Niet aangekomen.")
            else:
                await store.add_event(tx, found.id, "answered", at=at, reply=came.from_domain or None)
            await _enter(tx, found, came, task, kind, at)
    return Received(outcome="task", kind=came.kind, matched=found is not None)


async def _enter(tx: Any, found: FoundMessage, came: Incoming, task: int, kind: str, at: datetime) -> None:
    if found.case_id is None:
        return
    entry = entries.MailCameBack(delivery=found.id, task=task, back=kind, mail_status=came.status)
    await docket_entries.append(tx, found.case_id, kind=entries.kind_of(entry), content=entry, by=SYSTEM.code, at=at)
