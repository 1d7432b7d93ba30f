"""Send a mail again that failed or is held; the same mail, with its Message-ID."""

import msgspec

from docket import entries
from docket.access import Actor, visibility
from docket.deps import Deps
from docket.errors import NotFound, StateForbids
from docket.messages import SendDelivery
from docket.store import deliveries, jobs
from docket.store import entries as docket_entries


class ResendDelivery(msgspec.Struct, frozen=True, kw_only=True):
    delivery_id: int


class QueuedDelivery(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    delivery_id: int
    #: queued, or held when no mail server is set
    state: str


async def resend_delivery(command: ResendDelivery, by: Actor, deps: Deps) -> QueuedDelivery:
    by.require("resendMail")
    found = await deliveries.find(deps.pool, command.delivery_id, visibility(by, "resendMail"))
    if found is None:
        raise NotFound
    state = "queued" if deps.settings.smtp_url else "held"
    at = deps.clock.now()
    async with deps.transaction() as tx:
        if not await deliveries.queue_again(tx, found.id, state, at=at, by=by.code):
            raise StateForbids("Alleen een mail die mislukt of vastgehouden is, kan opnieuw verzonden worden.")
        if state == "queued":
            await jobs.enqueue(tx, [SendDelivery(delivery_id=found.id)])
        entry = entries.MailResent(delivery=found.id)
        await docket_entries.append(tx, found.case_id, kind=entries.kind_of(entry), content=entry, by=by.code, at=at)
    return QueuedDelivery(case_number=found.case_number, delivery_id=found.id, state=state)
