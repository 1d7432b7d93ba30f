"""Chambers and files as tests of hearings begin with them."""

from datetime import date, time
from typing import Any

import msgspec

from docket.access import Actor
from docket.actions.hearings.booking import Wanted
from docket.actions.hearings.keep_chamber import KeepChamber, keep_chamber
from docket.actions.hearings.set_hearing import ChangedHearing, SetHearing, set_hearing
from docket.deps import Deps
from docket.hearings import ChamberSaid
from docket.store import hearings, telling
from docket.store.telling import TellingLine
from tests.builders import a_clerk, an_actor
from tests.docket.actions.reading import view_of

COURT = "antwerpCorrectional"
#: A Tuesday.
TODAY = date(2026, 11, 24)
#: A statutory ground carries the court of Antwerp: nothing is to be confirmed.
RIGHT_BANK: dict[str, Any] = {"places": [{"id": "p1", "role": "scene", "text": "kaai 730", "port": "antwerp", "quay": "730"}]}
PEOPLE = [
    {"id": "s1", "role": "suspect", "kind": "natural", "ssin": "85073003328", "custody": "released"},
    {"id": "v1", "role": "victim", "kind": "natural"},
    {"id": "c1", "role": "civilParty", "kind": "natural"},
    {"id": "w1", "role": "witness", "kind": "natural"},
]


def a_head() -> Actor:
    return an_actor("headOfOffice", account_id=90)


def a_registry(court: str = COURT) -> Actor:
    return an_actor("registryClient", office=None, court=court, account_id=80)


async def a_chamber(deps: Deps, **fields: Any) -> int:
    said: dict[str, Any] = {
        "court": COURT,
        "name": "AC1",
        "kind": "correctional",
        "weekdays": (1, 2, 3, 4, 5),
        "starts_at": time(9),
        "capacity": 3,
    }
    return await keep_chamber(KeepChamber(said=ChamberSaid(**said | fields)), a_head(), deps)


def wanted(chamber: int, day: date, **fields: Any) -> Wanted:
    return Wanted(**{"chamber_id": chamber, "day": day, "summons": "summons"} | fields)


async def booked(
    deps: Deps, number: str, place: Wanted, *, version: int = 1, by: Actor | None = None, key: str | None = None
) -> ChangedHearing:
    command = SetHearing(case_number=number, version=version, wanted=place, reason="gereed voor zitting", key=key)
    return await set_hearing(command, by or a_clerk(), deps)


async def told(deps: Deps, number: str) -> tuple[TellingLine, ...]:
    return tuple(sorted(await telling.of_case(deps.pool, (await view_of(deps, number)).case.id), key=lambda row: row.id))


async def hearing_of(deps: Deps, number: str) -> Any:
    return (await hearings.of_case(deps.pool, (await view_of(deps, number)).case.id))[0]


def replaced(struct: msgspec.Struct, **fields: Any) -> Any:
    return msgspec.structs.replace(struct, **fields)
