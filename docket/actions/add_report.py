"""Add a later report to its file: what it says changes the file, what it leaves out changes nothing."""

import msgspec

from docket.access import Actor
from docket.actions.amend_case import AmendedCase, AmendmentPreview
from docket.contract import Report
from docket.deps import Deps


class AddReport(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    #: None = whatever version is there (import and API clients that only add).
    version: int | None
    #: Its ids are its own; `sameAs` names the row of the file that a row is.
    report: Report
    sender: str
    idempotency_key: str | None = None


async def add_report(command: AddReport, by: Actor, deps: Deps) -> AmendedCase:
    raise NotImplementedError


async def preview_report(command: AddReport, by: Actor, deps: Deps) -> AmendmentPreview:
    raise NotImplementedError
