"""What the verbs on services share."""

import msgspec

from docket.access import Action, Actor
from docket.actions import redeciding
from docket.deps import Deps
from docket.errors import NotFound, StateForbids
from docket.services import Service, ServiceState
from docket.store import services as store
from docket.store.cases import Snapshot

STATES_NL: dict[ServiceState, str] = {"asked": "is gevraagd", "done": "is gedaan", "failed": "is mislukt", "withdrawn": "is ingetrokken"}


class ChangedService(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    services: tuple[int, ...]


async def find(
    case_number: str, action: Action, version: int, service_id: int, states: tuple[ServiceState, ...], by: Actor, deps: Deps
) -> tuple[Snapshot, Service]:
    """The service of a file that the actor may change, in one of these states; a registry changes those of its own court."""
    found = await redeciding.find(case_number, action, by, deps)
    await redeciding.require_version(found, version, deps)
    service = next((one for one in await store.of_case(deps.pool, found.case.id) if one.id == service_id), None)
    if service is None:
        raise NotFound
    require_own_court(service.court, by)
    if service.state not in states:
        wanted = " of ".join(STATES_NL[state] for state in states)
        raise StateForbids(f"Deze betekening {STATES_NL[service.state]}; dat kan enkel met een betekening die {wanted}.")
    return found, service


def require_own_court(court: str | None, by: Actor) -> None:
    if by.registry_of is not None and by.registry_of != court:
        raise StateForbids("Een griffie houdt alleen betekeningen van haar eigen rechtbank bij.")
