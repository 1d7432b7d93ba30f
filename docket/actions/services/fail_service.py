"""Enter that a service failed, with its day and reason; its hearing comes on the work list."""

from datetime import date

import msgspec

from docket import entries
from docket.access import Actor
from docket.actions import redeciding
from docket.actions.services import serving
from docket.actions.services.serving import ChangedService
from docket.clock import court_day
from docket.deps import Deps
from docket.errors import BadInput, Issue
from docket.store import services as store


class FailService(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    service_id: int
    failed_on: date
    reason: str


async def fail_service(command: FailService, by: Actor, deps: Deps) -> ChangedService:
    found, service = await serving.find(command.case_number, "keepServices", command.version, command.service_id, ("asked",), by, deps)
    reason, at = redeciding.required(command.reason), deps.clock.now()
    if command.failed_on > court_day(at):
        detail = "Die dag is nog niet gekomen; schrijf in wat gebeurd is."
        raise BadInput(issues=(Issue(type="outOfRange", name="/failedOn", detail=detail, value=str(command.failed_on)),))
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        await store.failed(tx, found.case.id, service.id, failed_on=command.failed_on, reason=reason, at=at, by=by.code)
        entry = entries.ServiceFailed(
            version=found.case.version + 1,
            service=service.id,
            served_act=service.act,
            served_person=service.person,
            manner=service.manner,
            served_hearing=service.hearing_id,
            failed_on=command.failed_on,
            reason=reason,
        )
        await redeciding.enter(tx, found, entry, by, at)
    return ChangedService(case_number=found.case.case_number, version=found.case.version + 1, services=(service.id,))
