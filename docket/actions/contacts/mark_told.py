"""Say that somebody was told of an act, that it failed, or why he need not be told."""

import msgspec

from docket import entries
from docket.access import Actor
from docket.actions import redeciding
from docket.actions.registration.set_confidentiality import ChangedCase
from docket.deps import Deps
from docket.errors import BadInput, Issue, NotFound, StateForbids
from docket.store import telling as store
from docket.telling import ToldHow, ToldState

#: What somebody may say of a row; the state of a mail is the mail's own.
SAID: tuple[ToldState, ...] = ("told", "failed", "notNeeded")


class MarkTold(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    row_id: int
    state: ToldState
    how: ToldHow | None = None
    #: Why it failed, or is not needed.
    reason: str | None = None


async def mark_told(command: MarkTold, by: Actor, deps: Deps) -> ChangedCase:
    found = await redeciding.find(command.case_number, "tellParties", by, deps)
    await redeciding.require_version(found, command.version, deps)
    _require(command)
    at = deps.clock.now()
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        row = next((one for one in await store.of_case(tx, found.case.id) if one.id == command.row_id), None)
        if row is None:
            raise NotFound
        if row.delivery_id is not None:
            raise StateForbids("Een onderzoeker wordt per mail verwittigd; verzend de mail opnieuw als hij mislukte.")
        reason = command.reason if command.state != "told" else None
        how = command.how if command.state != "notNeeded" else None
        if not await store.close(tx, found.case.id, row.id, state=command.state, how=how, reason=reason, at=at, by=by.code):
            raise StateForbids("Dit staat al genoteerd; ververs de lijst.")
        entry = entries.PartyTold(
            version=found.case.version + 1,
            row=row.id,
            told_act=row.act,
            told_role=row.role,
            about_person=row.person,
            contact=row.contact_id,
            told_state=command.state,
            told_how=how,
            reason=reason,
        )
        await redeciding.enter(tx, found, entry, by, at)
    return ChangedCase(case_number=found.case.case_number, version=found.case.version + 1)


def _require(command: MarkTold) -> None:
    if command.state not in SAID:
        detail = f"Kies een van {', '.join(SAID)}."
        raise BadInput(issues=(Issue(type="invalidInput", name="/state", detail=detail, value=command.state),))
    if command.state == "told" and command.how is None:
        raise BadInput(issues=(Issue(type="requiredInput", name="/how", detail="Kies hoe hij verwittigd werd."),))
    if command.state != "told" and not (command.reason or "").strip():
        detail = "Zeg waarom het mislukte of niet nodig is; het komt in het register te staan."
        raise BadInput(issues=(Issue(type="requiredInput", name="/reason", detail=detail),))
