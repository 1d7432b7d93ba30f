"""A registry keeps the chambers and hearings of its own court through the API, and says who was told."""

from typing import Any

from docket.actions.jurisdiction.refer_case import ReferCase, refer_case
from docket.deps import Deps
from tests.builders import a_case, a_prosecutor
from tests.docket.actions.hearing_world import COURT, PEOPLE, RIGHT_BANK
from tests.docket.api.conftest import Caller

CHAMBER: dict[str, Any] = {"court": COURT, "name": "AC4", "kind": "correctional", "weekdays": [1, 3], "startsAt": "09:00", "capacity": 1}
PLACE: dict[str, Any] = {"day": "2026-12-07", "summons": "summons", "reason": "gereed"}


async def a_referred_file(deps: Deps) -> str:
    number = (await a_case(deps, persons=PEOPLE, **RIGHT_BANK)).case_number
    await refer_case(ReferCase(case_number=number, version=1, tracks=(0,)), a_prosecutor(), deps)
    return number


async def test_a_registry_keeps_its_chambers_and_sets_moves_and_cancels_a_hearing(caller: Caller, deps: Deps) -> None:
    number, registry = await a_referred_file(deps), await caller("registryClient", court=COURT)
    chamber = (await registry.post("/chambers", json=CHAMBER)).json()["id"]
    change = {"version": 1, "weekdays": [1, 2, 3], "startsAt": "09:30", "capacity": 2}
    assert (await registry.put(f"/chambers/{chamber}", json=change)).status_code == 200
    assert (await registry.put(f"/chambers/{chamber}", json=change)).status_code == 412
    off = {"day": "2026-12-08", "startsAt": "09:30", "capacity": 0}
    assert (await registry.post(f"/chambers/{chamber}/sittings", json=off)).status_code == 200
    [kept] = (await registry.get("/chambers")).json()["items"]
    assert (kept["startsAt"], kept["weekdays"], kept["version"]) == ("09:30", [1, 2, 3], 2)

    base = f"/cases/{number}/hearings"
    once = {"If-Match": '"2"', "Idempotency-Key": "k1"}
    done = await registry.post(base, json=PLACE | {"chamber": chamber}, headers=once)
    again = await registry.post(base, json=PLACE | {"chamber": chamber}, headers=once)
    assert (done.status_code, again.status_code) == (201, 200)
    [hearing] = (await registry.get(base)).json()["items"]
    assert (hearing["startsAt"], hearing["sequence"]) == ("2026-12-07T08:30:00Z", 0)
    where = f"{base}/{hearing['id']}"
    closed = await registry.post(f"{where}/moves", json=PLACE | {"chamber": chamber, "day": "2026-12-08"}, headers={"If-Match": '"3"'})
    assert closed.status_code == 400
    moved = await registry.post(
        f"{where}/moves", json=PLACE | {"chamber": chamber, "day": "2026-12-09", "at": "14:00"}, headers={"If-Match": '"3"'}
    )
    gone = await registry.post(f"{where}/cancellations", json={"reason": "r"}, headers={"If-Match": '"4"'})

    assert (moved.status_code, gone.status_code) == (200, 200)
    [hearing] = (await registry.get(base)).json()["items"]
    assert (hearing["state"], hearing["sequence"]) == ("cancelled", 2)


async def test_a_registry_says_who_was_told(caller: Caller, deps: Deps) -> None:
    number, registry = await a_referred_file(deps), await caller("registryClient", court=COURT)
    chamber = (await registry.post("/chambers", json=CHAMBER)).json()["id"]
    await registry.post(f"/cases/{number}/hearings", json=PLACE | {"chamber": chamber}, headers={"If-Match": '"2"'})
    rows = (await registry.get(f"/cases/{number}/tellings")).json()["items"]
    suspect = next(row for row in rows if row["role"] == "suspect")

    noted = await registry.post(
        f"/cases/{number}/tellings/{suspect['id']}/notes", json={"state": "told", "how": "letter"}, headers={"If-Match": '"3"'}
    )

    assert noted.status_code == 200
    rows = (await registry.get(f"/cases/{number}/tellings")).json()["items"]
    assert next(row["state"] for row in rows if row["id"] == suspect["id"]) == "told"


async def test_a_registry_of_another_court_and_a_day_inside_the_term_are_refused(caller: Caller, deps: Deps) -> None:
    number, registry = await a_referred_file(deps), await caller("registryClient", court=COURT)
    other = await caller("registryClient", court="eastFlandersGhentCorrectional")
    chamber = (await registry.post("/chambers", json=CHAMBER)).json()["id"]
    place = PLACE | {"chamber": chamber}

    assert (await other.post("/chambers", json=CHAMBER)).status_code == 409
    assert (await other.post(f"/cases/{number}/hearings", json=place, headers={"If-Match": '"2"'})).status_code == 404
    early = await registry.post(f"/cases/{number}/hearings", json=place | {"day": "2026-11-30"}, headers={"If-Match": '"2"'})
    assert early.status_code == 400
    assert "De eerste mogelijke dag is 07/12/2026." in early.text
