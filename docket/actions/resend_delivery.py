"""Send a mail again that failed or is held; the same mail, with its Message-ID."""

import msgspec

from docket.access import Actor
from docket.deps import Deps


class ResendDelivery(msgspec.Struct, frozen=True, kw_only=True):
    delivery_id: int


class QueuedDelivery(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    delivery_id: int
    #: queued, or held when no mail server is set
    state: str


async def resend_delivery(command: ResendDelivery, by: Actor, deps: Deps) -> QueuedDelivery:
    raise NotImplementedError
