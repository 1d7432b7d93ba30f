"""Enter that an act was served, with its proof: the clocks that run from it start in the same transaction, and from nothing else."""

from datetime import date
from typing import Any

import msgspec

from docket import entries, services
from docket.access import Actor
from docket.actions import redeciding, telling
from docket.actions.services import serving
from docket.actions.services.serving import ChangedService
from docket.actions.time_limits.start_time_limit import start_from_service
from docket.clock import court_day
from docket.deps import Deps
from docket.errors import BadInput
from docket.services import DoneSaid, Service
from docket.store import entries as docket_entries
from docket.store import hearings
from docket.store import services as store
from docket.store.cases import Snapshot


class RecordService(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    service_id: int
    said: DoneSaid


async def record_service(command: RecordService, by: Actor, deps: Deps) -> ChangedService:
    """A service that was entered as failed may turn out to be done: the proof decides, not the order in which it came in."""
    found, service = await serving.find(
        command.case_number, "keepServices", command.version, command.service_id, ("asked", "failed"), by, deps
    )
    at, said = deps.clock.now(), command.said
    if issues := tuple(services.done_issues(said, service, court_day(at))):
        raise BadInput(issues=issues)
    served = _served(service, said)
    version = found.case.version + 1
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        await store.done(tx, found.case.id, service.id, said, at=at, by=by.code)
        begun = await start_from_service(tx, found, served, version, by, deps, at)
        told = await telling.told_by_service(tx, found, served, at=at, by=by.code)
        late = await _too_late(tx, found, served, deps)
        entry = entries.ServiceDone(
            version=version,
            service=service.id,
            served_act=service.act,
            served_person=service.person,
            manner=service.manner,
            served_hearing=service.hearing_id,
            served_on=said.served_on,
            served_at=said.served_at,
            presented_on=said.presented_on,
            in_person=said.in_person,
            proof=said.proof,
            proof_reference=said.proof_reference,
            proof_on=said.proof_on,
            too_late_until=late,
            clocks_started=len(begun),
            told_by_it=told,
        )
        await redeciding.enter(tx, found, entry, by, at)
        for one in begun:
            await docket_entries.append(tx, found.case.id, kind=entries.kind_of(one), content=one, by=by.code, at=at)
    return ChangedService(case_number=found.case.case_number, version=version, services=(service.id,))


def _served(service: Service, said: DoneSaid) -> Service:
    return msgspec.structs.replace(service, state="done", **msgspec.structs.asdict(said))


async def _too_late(tx: Any, found: Snapshot, served: Service, deps: Deps) -> date | None:
    """The first lawful day where the hearing comes before it; None = in time, or the law data have no term."""
    hearing = next((one for one in await hearings.of_case(tx, found.case.id) if served.calls_to(one)), None)
    if hearing is None:
        return None
    person = next((one for one in found.case.report.persons if one.id == served.person), None)
    answer = services.first_day(hearing.summons, served, person, deps.law.law)
    return answer.due_on if answer is not None and answer.due_on > hearing.day else None
