"""Accept or refuse a file that another office offers; accepting makes one's own office its holder."""

import msgspec

from docket.access import Actor
from docket.actions.set_confidentiality import ChangedCase
from docket.deps import Deps


class AnswerTransfer(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    accept: bool
    reason: str


async def answer_transfer(command: AnswerTransfer, by: Actor, deps: Deps) -> ChangedCase:
    raise NotImplementedError
