"""Give a file to a prosecutor by choice: the head of the office, with a reason that stays with the assignment."""

import msgspec

from docket import entries
from docket.access import Actor
from docket.actions import redeciding
from docket.actions.registration.set_confidentiality import ChangedCase
from docket.deps import Deps
from docket.draws import code_of
from docket.errors import BadInput, Issue, MissingScope, StateForbids
from docket.store import assignments as store
from docket.store.assignments import NewAssignment
from docket.tracks import PORT_OFFICE, goes_to_port


class OverrideAssignment(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    #: Account of a prosecutor of the office.
    prosecutor: int
    reason: str


async def override_assignment(command: OverrideAssignment, by: Actor, deps: Deps) -> ChangedCase:
    found = await redeciding.find(command.case_number, "overrideAssignment", by, deps)
    if by.office != PORT_OFFICE:
        raise MissingScope("Alleen het hoofd van de havenprocureurs wijst hun dossiers toe.")
    await redeciding.require_version(found, command.version, deps)
    reason = redeciding.required(command.reason)
    if not goes_to_port(found.decision):
        raise StateForbids("Het gewone spoor van dit dossier gaat niet naar de havenprocureurs; er is niets toe te wijzen.")
    if command.prosecutor not in {one.id for one in await store.prosecutors(deps.pool, PORT_OFFICE)}:
        detail = "Dit is geen havenprocureur van uw parket; kies iemand uit de lijst."
        raise BadInput(issues=(Issue(type="referencedResourceNotFound", name="/prosecutor", detail=detail, value=command.prosecutor),))
    if found.case.confidentiality == "sealed" and command.prosecutor not in found.named:
        raise StateForbids("Dit dossier is verzegeld en deze magistraat staat er niet op; noem hem eerst op het dossier.")
    at = deps.clock.now()
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        if await store.is_recused(tx, found.case.id, command.prosecutor):
            raise StateForbids("Deze magistraat is voor dit dossier verschoond; kies een andere.")
        last, before = await store.present(tx, found.case.id)
        if before == command.prosecutor:
            raise StateForbids("Deze magistraat heeft dit dossier al.")
        new = NewAssignment(
            case_id=found.case.id,
            seq=last + 1,
            kind="override",
            account_id=command.prosecutor,
            reason=reason,
            assigned_at=at,
            assigned_by=by.code,
        )
        await store.insert(tx, new)
        entry = entries.ProsecutorAssigned(
            version=found.case.version + 1, assignment=new.seq, prosecutor=code_of(command.prosecutor), how="override"
        )
        await redeciding.enter(tx, found, entry, by, at)
    return ChangedCase(case_number=found.case.case_number, version=found.case.version + 1)
