"""Say from which day on an office uses a version of a template, or again the one of the release; documents that are made keep theirs."""

from datetime import date

import msgspec

from docket.access import Actor
from docket.actions import redeciding
from docket.actions.papers.template_office import kind_of, office_of
from docket.clock import court_day
from docket.deps import Deps
from docket.errors import BadInput, Issue, NotFound
from docket.store import templates


class ChooseTemplate(msgspec.Struct, frozen=True, kw_only=True):
    office: str
    kind: str
    #: None = the template of the release.
    template_id: int | None
    from_day: date
    reason: str


async def choose_template(command: ChooseTemplate, by: Actor, deps: Deps) -> None:
    """Raises BadInput on a day that has passed: what was made then stays as it was made."""
    office, kind, at = office_of(command.office, by, deps), kind_of(command.kind), deps.clock.now()
    reason = redeciding.required(command.reason)
    if command.from_day < court_day(at):
        detail = "Kies vandaag of een latere dag; wat al gemaakt is, houdt zijn sjabloon."
        raise BadInput(issues=(Issue(type="outOfRange", name="/fromDay", detail=detail, value=str(command.from_day)),))
    own = [one.id for one in await templates.uploaded(deps.pool, office, kind.code)]
    if command.template_id is not None and command.template_id not in own:
        raise NotFound("Dit parket heeft geen sjabloon met dit nummer.")
    async with deps.transaction() as tx:
        await templates.choose(
            tx,
            office=office,
            kind=kind.code,
            template_id=command.template_id,
            from_day=command.from_day,
            reason=reason,
            at=at,
            by=by.code,
        )
