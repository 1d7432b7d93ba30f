"""Enter a new file in the register and decide where it belongs."""

import msgspec

from docket.access import Actor
from docket.contract import Report
from docket.deps import Deps
from routing import Decision


class RegisterCase(msgspec.Struct, frozen=True, kw_only=True):
    report: Report
    #: Who hands it in, for idempotency: the code of the API client or user, or import's --sender.
    sender: str
    idempotency_key: str | None = None


class RegisteredCase(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    #: The present version: a repeated submission finds the file as it is now.
    version: int
    #: The decision as it was at registration.
    decision: Decision
    #: True: this submission was registered before and nothing was written.
    repeated: bool


async def register_case(command: RegisterCase, by: Actor, deps: Deps) -> RegisteredCase:
    raise NotImplementedError
