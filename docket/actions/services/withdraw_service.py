"""Withdraw a service: not wanted any more, or entered in error; the clocks that it started are struck with it."""

import msgspec

from docket import entries
from docket.access import Actor
from docket.actions import redeciding
from docket.actions.services import serving
from docket.actions.services.serving import ChangedService
from docket.actions.time_limits.strike_time_limit import of_service, strike_of_service
from docket.deps import Deps
from docket.errors import BadInput, Issue, StateForbids
from docket.store import entries as docket_entries
from docket.store import services as store
from docket.store import time_limits


class WithdrawService(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    service_id: int
    reason: str
    #: The person need not be served any more; False = it has to be asked anew.
    needless: bool = False


async def withdraw_service(command: WithdrawService, by: Actor, deps: Deps) -> ChangedService:
    found, service = await serving.find(
        command.case_number, "keepServices", command.version, command.service_id, ("asked", "done", "failed"), by, deps
    )
    reason, at = redeciding.required(command.reason), deps.clock.now()
    if command.needless and service.state == "done":
        detail = "Wat gedaan is, wordt alleen ingetrokken omdat het bij vergissing ingeschreven was; vraag de betekening daarna opnieuw."
        raise BadInput(issues=(Issue(type="invalidInput", name="/needless", detail=detail, value=True),))
    if await time_limits.carried(deps.pool, found.case.id, service.id):
        raise StateForbids(
            "Termijnen van deze betekening lopen verder in het dossier waarheen de persoon ging; schrap ze daar eerst, met de reden."
        )
    version, clocks = found.case.version + 1, await of_service(found, service.id, deps)
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        await store.withdrawn(tx, found.case.id, service.id, reason=reason, needless=command.needless, at=at, by=by.code)
        struck = await strike_of_service(tx, clocks, reason, by, at)
        entry = entries.ServiceWithdrawn(
            version=version,
            service=service.id,
            served_act=service.act,
            served_person=service.person,
            manner=service.manner,
            served_hearing=service.hearing_id,
            state_before=service.state,
            needless=command.needless,
            clocks_struck=len(struck),
            reason=reason,
        )
        await redeciding.enter(tx, found, entry, by, at)
        for one in struck:
            await docket_entries.append(tx, found.case.id, kind=entries.kind_of(one), content=one, by=by.code, at=at)
    return ChangedService(case_number=found.case.case_number, version=version, services=(service.id,))
