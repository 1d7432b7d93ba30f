"""Say where a report would go, and store nothing."""

import msgspec

from docket.access import Actor
from docket.contract import Report
from docket.deps import Deps
from routing import Decision, PolicyCode


class PreviewRouting(msgspec.Struct, frozen=True, kw_only=True):
    report: Report
    #: None = the policy in force.
    policy: PolicyCode | None = None
    #: Whose externalIds `relatedCases` may name; None = the actor's own.
    sender: str | None = None


async def preview_routing(command: PreviewRouting, by: Actor, deps: Deps) -> Decision:
    raise NotImplementedError
