"""Say where a report would go, and store nothing."""

import msgspec

from docket import cases
from docket.access import Actor, visibility
from docket.actions.registration.register_case import refuse_same_as
from docket.clock import court_day
from docket.contract import Report
from docket.deps import Deps
from docket.store import cases as store
from routing import Decision, PolicyCode, route


class PreviewRouting(msgspec.Struct, frozen=True, kw_only=True):
    report: Report
    #: None = the policy in force.
    policy: PolicyCode | None = None
    #: Whose externalIds `relatedCases` may name; None = the actor's own.
    sender: str | None = None


async def preview_routing(command: PreviewRouting, by: Actor, deps: Deps) -> Decision:
    by.require("previewRouting")
    refuse_same_as(command.report)
    report = cases.numbered(command.report)
    named = [row.case_number for row in report.related_cases if row.case_number is not None]
    related: tuple[store.RelatedCase, ...] = ()
    if named:
        before = await store.before_registration(deps.pool, command.sender or by.code, None, None, named, visibility(by))
        related = before.related
    facts = cases.facts_of(report, court_day(deps.clock.now()), store.files_of(related))
    return route(facts, deps.law.law, command.policy)
