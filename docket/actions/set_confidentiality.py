"""Open or close a file: ordinary, restricted or sealed, and who is named on it, with a reason."""

import msgspec

from docket.access import Actor
from docket.cases import Confidentiality
from docket.deps import Deps


class SetConfidentiality(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    confidentiality: Confidentiality
    reason: str
    #: Accounts named on the file: clerks of a restricted one, everybody of a sealed one; replaces the list.
    named: tuple[int, ...] = ()


class ChangedCase(msgspec.Struct, frozen=True, kw_only=True):
    """The answer of every write that leaves facts and routing alone."""

    case_number: str
    version: int


async def set_confidentiality(command: SetConfidentiality, by: Actor, deps: Deps) -> ChangedCase:
    raise NotImplementedError
