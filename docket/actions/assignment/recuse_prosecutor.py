"""Take a prosecutor off a file for good: by himself, or by the head; who has the file gets a successor."""

import msgspec

from docket import entries
from docket.access import Actor
from docket.actions import redeciding
from docket.actions.registration.set_confidentiality import ChangedCase
from docket.deps import Deps
from docket.draws import code_of
from docket.errors import BadInput, Issue, MissingScope, StateForbids
from docket.messages import AssignProsecutor
from docket.store import assignments as store
from docket.store import jobs
from docket.store.assignments import RecusalGround
from docket.tracks import PORT_OFFICE


class RecuseProsecutor(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    #: Account of the prosecutor.
    prosecutor: int
    ground: RecusalGround
    #: Read inside the office only.
    reason: str


async def recuse_prosecutor(command: RecuseProsecutor, by: Actor, deps: Deps) -> ChangedCase:
    """Holds for this file alone: whether a person of it is in another one is never guessed."""
    found = await redeciding.find(command.case_number, "recuseProsecutor", by, deps)
    if by.office != PORT_OFFICE or (command.prosecutor != by.account_id and not by.may("keepRoster")):
        raise MissingScope("Een havenprocureur verschoont alleen zichzelf; een ander verschonen doet de korpschef.")
    await redeciding.require_version(found, command.version, deps)
    reason = redeciding.required(command.reason)
    if command.prosecutor not in {one.id for one in await store.prosecutors(deps.pool, PORT_OFFICE)}:
        detail = "Dit is geen havenprocureur van uw parket; kies iemand uit de lijst."
        raise BadInput(issues=(Issue(type="referencedResourceNotFound", name="/prosecutor", detail=detail, value=command.prosecutor),))
    at = deps.clock.now()
    entry = entries.ProsecutorRecused(version=found.case.version + 1, prosecutor=code_of(command.prosecutor), recusal_ground=command.ground)
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        if not await store.insert_recusal(tx, found.case.id, command.prosecutor, ground=command.ground, reason=reason, at=at, by=by.code):
            raise StateForbids("Deze magistraat is voor dit dossier al verschoond.")
        last, present = await store.present(tx, found.case.id)
        if present == command.prosecutor:
            await jobs.enqueue(tx, [AssignProsecutor(case_id=found.case.id, after=last)])
        await redeciding.enter(tx, found, entry, by, at)
    return ChangedCase(case_number=found.case.case_number, version=found.case.version + 1)
