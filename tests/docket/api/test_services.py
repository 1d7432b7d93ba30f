"""A registry enters the services of its own court through the API; the list over all files and the hearings at risk are resources."""

from typing import Any

from docket.actions.jurisdiction.refer_case import ReferCase, refer_case
from docket.deps import Deps
from tests.builders import a_prosecutor
from tests.docket.actions.hearing_world import COURT
from tests.docket.actions.reading import view_of
from tests.docket.actions.test_services import a_heard_file
from tests.docket.api.conftest import Caller

DONE: dict[str, Any] = {
    "outcome": "done",
    "servedOn": "2026-11-24",
    "servedAt": "2026-11-24T09:30:00+01:00",
    "inPerson": True,
    "proof": "writ",
    "proofReference": "exploot 17",
    "proofOn": "2026-11-24",
}


async def a_referred_file(deps: Deps) -> str:
    number = await a_heard_file(deps)
    version = (await view_of(deps, number)).case.version
    await refer_case(ReferCase(case_number=number, version=version, tracks=(0,)), a_prosecutor(), deps)
    return number


async def test_a_registry_asks_and_enters_services_and_reads_what_they_carry(caller: Caller, deps: Deps) -> None:
    number, registry = await a_referred_file(deps), await caller("registryClient", court=COURT)
    hearing = (await registry.get(f"/cases/{number}/hearings")).json()["items"][0]["id"]
    base, tag = f"/cases/{number}/services", {"If-Match": f'"{(await view_of(deps, number)).case.version}"'}
    asking = {"act": "summons", "persons": ["s1"], "manner": "bailiff", "hearing": hearing}

    asked = await registry.post(base, json=asking, headers=tag)
    assert asked.status_code == 201, asked.text
    [service] = asked.json()["services"]
    assert (await registry.post(base, json=asking, headers=tag)).status_code == 412
    [line] = (await registry.get("/services")).json()["items"]
    assert (line["id"], line["state"], line["person"]) == (service, "asked", "s1")
    [risk] = (await registry.get("/hearings-at-risk")).json()["items"]
    assert (risk["unserved"], risk["failed"], risk["serveBy"]) == (1, 0, "2026-11-26")

    tag = {"If-Match": asked.headers["ETag"]}
    where = f"{base}/{service}/outcomes"
    halfway = await registry.post(where, json={"outcome": "done", "servedOn": "2026-11-24"}, headers=tag)
    assert [issue["name"] for issue in halfway.json()["issues"]] == ["/inPerson", "/proof", "/proofReference", "/proofOn"]
    done = await registry.post(where, json=DONE, headers=tag)
    assert done.status_code == 200, done.text

    body = (await registry.get(base)).json()
    assert (body["items"][0]["state"], body["items"][0]["servedAt"]) == ("done", "2026-11-24T08:30:00Z")
    assert [(one["person"], one["verdict"]) for one in body["called"]] == [("s1", "served")]
    assert (await registry.get("/hearings-at-risk")).json()["count"] == 0
    tag = {"If-Match": done.headers["ETag"]}
    assert (await registry.post(where, json={"outcome": "failed", "failedOn": "2026-11-24", "reason": "r"}, headers=tag)).status_code == 409
    gone = await registry.post(where, json={"outcome": "withdrawn", "reason": "vergissing"}, headers=tag)
    assert gone.status_code == 200


async def test_the_list_over_files_has_pages(caller: Caller, deps: Deps) -> None:
    number, client = await a_heard_file(deps), await caller("officeClient")
    hearing = (await client.get(f"/cases/{number}/hearings")).json()["items"][0]["id"]
    version = (await view_of(deps, number)).case.version
    asking = {"act": "summons", "persons": ["s1", "c1", "v1"], "manner": "police", "hearing": hearing}
    await client.post(f"/cases/{number}/services", json=asking, headers={"If-Match": f'"{version}"'})

    first = (await client.get("/services?pageSize=2")).json()
    rest = (await client.get(first["next"].removeprefix("/api/v1"))).json()

    assert [line["person"] for line in (*first["items"], *rest["items"])] == ["s1", "c1", "v1"]
    assert "next" not in rest


async def test_a_clock_from_a_service_is_started_through_the_api_by_the_service_and_never_by_a_day(caller: Caller, deps: Deps) -> None:
    number, client = await a_heard_file(deps), await caller("officeClient")
    version = (await view_of(deps, number)).case.version
    typed = {"limit": "opposition", "event": "service", "startsOn": "2026-11-24", "person": "s1"}
    refused = await client.post(f"/cases/{number}/time-limits", json=typed, headers={"If-Match": f'"{version}"'})
    assert [issue["name"] for issue in refused.json()["issues"]] == ["/service"]
    asking = {"act": "defaultJudgment", "persons": ["s1"], "manner": "police", "reference": "vonnis 4411"}
    asked = await client.post(f"/cases/{number}/services", json=asking, headers={"If-Match": f'"{version}"'})
    [service] = asked.json()["services"]
    done = await client.post(f"/cases/{number}/services/{service}/outcomes", json=DONE, headers={"If-Match": asked.headers["ETag"]})

    clocks = (await client.get(f"/cases/{number}/time-limits")).json()["items"]
    assert {(clock["limit"], clock["service"]) for clock in clocks} == {(one, service) for one in ("opposition", "appeal", "grievances")}
    again = {"limit": "appeal", "event": "service", "service": service}
    assert (await client.post(f"/cases/{number}/time-limits", json=again, headers={"If-Match": done.headers["ETag"]})).status_code == 201
