"""Correct the facts of a file with a reason, and decide anew where it belongs."""

import msgspec

from docket.access import Actor
from docket.changes import Change
from docket.contract import Report
from docket.deps import Deps
from docket.store.search import DeliveryLine, DocumentLine
from routing import Decision


class AmendCase(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    #: The version that the corrector saw.
    version: int
    #: The whole corrected report of the file; its row ids are those of the file.
    report: Report
    reason: str


class AmendedCase(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    #: The version after it.
    version: int
    before: Decision
    after: Decision
    changes: tuple[Change, ...]
    #: True: this submission was taken before and nothing was written (later reports only).
    repeated: bool = False


class AmendmentPreview(msgspec.Struct, frozen=True, kw_only=True):
    """What an amendment would do; nothing is stored."""

    case_number: str
    #: The present version, to confirm with.
    version: int
    #: The report of the file as it would stand.
    report: Report
    before: Decision
    after: Decision
    changes: tuple[Change, ...]
    #: A person had settled or overridden the routing, and the new facts route differently: his decision lapses.
    lapses: bool
    #: Made on the old facts; they will be marked and made again.
    documents: tuple[DocumentLine, ...]
    #: Sent or waiting on the old facts; they will be marked.
    mails: tuple[DeliveryLine, ...]
    #: Who will get a mail about the change.
    recipients: tuple[str, ...]


async def amend_case(command: AmendCase, by: Actor, deps: Deps) -> AmendedCase:
    raise NotImplementedError


async def preview_amendment(command: AmendCase, by: Actor, deps: Deps) -> AmendmentPreview:
    raise NotImplementedError
