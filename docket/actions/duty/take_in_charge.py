"""Take a file in charge: one named person answers for it from now on, and the chain stops."""

from datetime import date, datetime

import msgspec

from docket import entries
from docket.access import Actor, visibility
from docket.actions import redeciding
from docket.deps import Deps
from docket.draws import account_of, code_of
from docket.errors import BadInput, Issue, StateForbids
from docket.store import accounts
from docket.store import duty as store
from docket.store import entries as docket_entries
from docket.store.cases import Snapshot
from docket.store.duty import Acknowledgement, Via


class TakeInCharge(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    via: Via
    #: Function code of the person, where a program hands it in: a key is nobody.
    taken_by: str | None = None
    #: Of an import: the day on which that person took the file before the register knew of it.
    taken_on: date | None = None


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    office: str
    taken_by: str
    taken_at: datetime
    #: The same person had taken it before, and nothing was written.
    repeated: bool


async def take_in_charge(command: TakeInCharge, by: Actor, deps: Deps) -> Taken:
    """Everything of the file that waits at the office of that person. Raises StateForbids when somebody else was first."""
    found = await redeciding.find(command.case_number, "takeInCharge", by, deps)
    person, office = await person_of(command.taken_by, found, by, deps), by.office or ""
    at = deps.clock.now()
    async with deps.transaction() as tx:
        await docket_entries.lock(tx, found.case.id)
        urgencies = await store.take(tx, found.case.id, office, account_id=person, via=command.via, at=at, taken_on=command.taken_on)
        if urgencies:
            entry = entries.TakenInCharge(
                office=office, urgencies=tuple(urgencies), taken_by=code_of(person), via=command.via, taken_on=command.taken_on
            )
            await redeciding.enter(tx, found, entry, by, at)
        else:
            before = _before(await store.of_case(tx, command.case_number, visibility(by)), office)
            if before.taken_by != person or before.taken_at is None:
                raise StateForbids(_by_another(before))
            at = before.taken_at
    return Taken(case_number=found.case.case_number, office=office, taken_by=code_of(person), taken_at=at, repeated=not urgencies)


async def person_of(taken_by: str | None, found: Snapshot, by: Actor, deps: Deps) -> int:
    """The account of who takes it; for a program a person of its office who may take this file."""
    if by.scopes is None and by.account_id is not None:
        return by.account_id
    fault = "Noem een persoon van uw parket die dit dossier mag opnemen, als user:23; een API-sleutel is niemand."
    account_id = account_of(taken_by) if taken_by else 0
    user = await accounts.user_by_id(deps.pool, account_id) if account_id else None
    if user is not None and user.office == by.office:
        person = Actor(account_id=user.id, code=code_of(user.id), roles=frozenset(user.roles), office=user.office)
        if person.may("takeInCharge") and await store.may_read(deps.pool, found.case.id, visibility(person, "takeInCharge")):
            return user.id
    raise BadInput(issues=(Issue(type="referencedResourceNotFound", name="/takenBy", detail=fault, value=taken_by),))


def _before(lines: tuple[Acknowledgement, ...], office: str) -> Acknowledgement:
    """The last one of the office that still counts."""
    own = [line for line in lines if line.office == office and line.ended_at is None]
    if not own:
        raise StateForbids("Bij uw parket wacht dit dossier niet om opgenomen te worden.")
    return own[-1]


def _by_another(line: Acknowledgement) -> str:
    when = f" op {line.taken_at.astimezone(redeciding.COURT_ZONE):%d/%m/%Y om %H.%M uur}" if line.taken_at else ""
    return f"Dit dossier is al opgenomen door {line.taken_by_name or 'iemand anders'}{when}; neem het over met een reden."
