"""A program notes where a seized item lies and that a decision is carried out; the decision itself is a magistrate's."""

from typing import Any

import httpx

from docket.deps import Deps
from tests.docket.actions.judgment_world import before_court, convicting, judge
from tests.docket.actions.test_seized_items import CASH, COCAINE
from tests.docket.api.registering import a_report, registered, version_of

CUSTODY: dict[str, Any] = {
    "place": "griffie Antwerpen, kluis 4",
    "custodian": "registry",
    "seal": "B-004411",
    "grossKg": 53.25,
    "laboratoryKg": 51.004,
    "dailyCostCents": 450,
    "keptFrom": "2026-11-20",
}
SEIZED = [{"id": "g1", "kind": "drugs", "substance": "cocaïne", "netWeightKg": 51, "place": "p1"}]


async def done(client: httpx.AsyncClient, number: str, path: str, body: dict[str, Any]) -> httpx.Response:
    return await client.post(
        f"/cases/{number}/seized-items/{path}", json=body, headers={"If-Match": await version_of(client, number), "Idempotency-Key": path}
    )


async def test_an_item_is_kept_decided_carried_out_and_struck_with_its_whole_history(
    clerk: httpx.AsyncClient, prosecutor: httpx.AsyncClient
) -> None:
    number = await registered(clerk, **a_report(seizures=SEIZED))
    [item] = (await clerk.get(f"/cases/{number}/seized-items")).json()["items"]
    assert (item["id"], item["title"], item["undecided"], item["custody"]) == ("g1", "cocaïne, 51 kg (g1)", True, None)

    kept = await done(clerk, number, "g1/custodies", CUSTODY)
    assert kept.status_code == 200, kept.text
    decision = {"decision": "destroy", "reason": "te gevaarlijk om te bewaren"}
    assert (await done(clerk, number, "g1/decisions", decision)).status_code == 403
    decided = await done(prosecutor, number, "g1/decisions", decision)
    assert decided.status_code == 200, decided.text
    lists = {one["workList"]: one["total"] for one in (await clerk.get("/work-lists")).json()["items"]}
    assert (lists["itemsToDestroy"], lists["itemsForgotten"]) == (1, 0)
    executed = await done(clerk, number, "g1/executions", {"carriedOutOn": "2026-11-24", "proof": "PV 17"})
    assert executed.status_code == 200, executed.text

    [item] = (await clerk.get(f"/cases/{number}/seized-items")).json()["items"]
    assert (item["decision"], item["carriedOutOn"], item["undecided"], item["costCents"]) == ("destroy", "2026-11-24", False, 1800)
    assert item["custody"]["laboratoryKg"] == 51.004
    assert [base["citation"] for base in item["bases"]] == ["Art. 4, § 7 Drugwet", "Art. 28nonies Sv."]
    assert [act["act"] for act in item["history"]] == ["kept", "decided", "carriedOut"]
    struck = await done(clerk, number, "g1/strikes", {"act": executed.json()["act"], "reason": "nog niet gebeurd"})
    assert struck.status_code == 200, struck.text
    [item] = (await clerk.get(f"/cases/{number}/seized-items")).json()["items"]
    assert (item["carriedOutOn"], item["history"][-1]["struckReason"]) == (None, "nog niet gebeurd")


async def test_an_item_that_the_file_does_not_name_is_not_found_and_a_wrong_field_is_named(clerk: httpx.AsyncClient) -> None:
    number = await registered(clerk, **a_report(seizures=SEIZED))
    assert (await done(clerk, number, "g9/custodies", CUSTODY)).status_code == 404
    refused = await done(clerk, number, "g1/custodies", CUSTODY | {"laboratoryKg": 60, "keptFrom": "2027-01-01"})

    assert {issue["name"] for issue in refused.json()["issues"]} == {"/laboratoryKg", "/keptFrom"}


async def test_the_answer_to_a_judgment_names_the_items_that_it_forgot(clerk: httpx.AsyncClient, deps: Deps) -> None:
    number = await before_court(deps, seizures=[COCAINE, CASH])
    given = {
        "court": "antwerpCorrectional",
        "pronouncedOn": "2026-11-24",
        "outcomes": [
            {"person": "s1", "offence": "o1", "outcome": "convicted"},
            {"person": "s1", "offence": "o2", "outcome": "convicted"},
            {"person": "s2", "offence": "o1", "outcome": "acquitted"},
        ],
        "parties": [{"person": person, "manner": "adversary"} for person in ("s1", "s2", "c1")],
        "confiscations": [{"person": "s1", "what": "geld", "euroCents": 800_000, "seizure": "g3"}],
    }
    answer = await clerk.post(f"/cases/{number}/judgments", json=given, headers={"If-Match": await version_of(clerk, number)})

    assert answer.status_code == 201, answer.text
    assert answer.json()["itemsForgotten"] == ["cocaïne, 51 kg (g1)"]
    body = (await clerk.get(f"/cases/{number}/seized-items")).json()
    assert (body["forgotten"], [item["confiscatedBy"] is None for item in body["items"]]) == (["g1"], [True, False])


async def test_a_file_does_not_close_through_the_api_over_an_undecided_item(clerk: httpx.AsyncClient, deps: Deps) -> None:
    number = await before_court(deps, seizures=[CASH])
    await judge(deps, convicting(number))
    prosecutor_said = {"event": "extinguished", "cause": "amnesty", "reason": "amnestie"}
    refused = await clerk.post(
        f"/cases/{number}/status-changes", json=prosecutor_said, headers={"If-Match": await version_of(clerk, number)}
    )

    assert refused.status_code in (403, 409)
    assert "geld, 8.000 euro (g3)" in refused.text and f"/dossiers/{number}/goederen" in refused.text
