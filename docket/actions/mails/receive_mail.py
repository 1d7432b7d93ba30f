"""Take in what came back to the sender of the mails: what did not arrive, or was answered from elsewhere, becomes a task for a clerk."""

from datetime import datetime
from typing import Any, Literal

import msgspec

from docket import entries
from docket.access import SYSTEM
from docket.deps import Deps
from docket.mail import incoming
from docket.mail.incoming import Incoming
from docket.messages import SendEscalation
from docket.store import duty, jobs
from docket.store import entries as docket_entries
from docket.store import mails as store

_NOT_ARRIVED = "Niet aangekomen."


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
    A mail of the duty that did not arrive told nobody: its step goes on to the next channel at once.
    """
    came, at = incoming.read(raw, deps.settings), deps.clock.now()
    found = await store.find_message(deps.pool, came.about)
    told = await duty.told_by(deps.pool, came.about) if found is None else ()
    matched = found is not None or bool(told)
    inside = came.from_domain in {domain.lower() for domain in deps.settings.mail_domains}
    noted = came.kind in ("delayed", "arrived") or (came.kind == "autoReply" and inside and matched)
    reply = " ".join(part for part in (came.status, came.diagnostic) if part) or None
    async with deps.transaction() as tx:
        if noted:
            if found is not None:
                await store.add_event(tx, found.id, "delayed" if came.kind == "delayed" else "answered", at=at, reply=reply)
            return Received(outcome="noted", kind=came.kind, matched=matched)
        kind = "bounce" if came.kind == "bounce" else "autoReply" if came.kind == "autoReply" else "answer"
        task = await store.add_task(
            tx,
            delivery_id=found.id if found else None,
            case_id=found.case_id if found else told[0].case_id if told else None,
            kind=kind,
            incoming_id=came.incoming_id,
            from_domain=came.from_domain,
            status=came.status,
            diagnostic=came.diagnostic,
            at=at,
        )
        if task is None:
            return Received(outcome="known", kind=came.kind, matched=matched)
        if found is not None:
            if kind == "bounce":
                await store.bounced(tx, found.id, at=at, reply=reply or _NOT_ARRIVED)
            else:
                await store.add_event(tx, found.id, "answered", at=at, reply=came.from_domain or None)
            cases = [] if found.case_id is None else [found.case_id]
        else:
            cases = sorted({one.case_id for one in told})
            if kind == "bounce" and (again := await duty.bounced(tx, told, reply or _NOT_ARRIVED)):
                await jobs.enqueue(tx, [SendEscalation(escalation_ids=again)])
        for case_id in cases:
            await _enter(tx, case_id, found.id if found else 0, came, task, kind, at)
    return Received(outcome="task", kind=came.kind, matched=matched)


async def _enter(tx: Any, case_id: int, delivery: int, came: Incoming, task: int, kind: str, at: datetime) -> None:
    entry = entries.MailCameBack(delivery=delivery, task=task, back=kind, mail_status=came.status)
    await docket_entries.append(tx, case_id, kind=entries.kind_of(entry), content=entry, by=SYSTEM.code, at=at)
