"""A registry enters the judgments of its own court through the API, what was declared at it, and the extracts that it sends."""

from datetime import date
from typing import Any

from docket.clock import FixedClock
from docket.deps import Deps
from tests.docket.actions.hearing_world import COURT
from tests.docket.actions.judgment_world import before_court, on
from tests.docket.api.conftest import Caller

GIVEN: dict[str, Any] = {
    "court": COURT,
    "pronouncedOn": "2026-11-24",
    "ecli": "ECLI:BE:REAANT:2026:JUD.20261124.1",
    "outcomes": [
        {"person": "s1", "offence": "o1", "outcome": "convicted"},
        {"person": "s1", "offence": "o2", "outcome": "acquitted"},
        {"person": "s2", "offence": "o1", "outcome": "acquitted"},
    ],
    "parties": [{"person": person, "manner": "adversary"} for person in ("s1", "s2", "c1")],
    "penalties": [{"person": "s1", "kind": "fine", "unit": "euro", "euroCents": 100000}],
    "portBans": [{"person": "s1", "length": 5, "unit": "year", "ports": "haven van Antwerpen", "motivated": True}],
}


async def test_a_registry_enters_a_judgment_and_reads_who_is_final_and_what_is_open(caller: Caller, deps: Deps) -> None:
    number, registry = await before_court(deps), await caller("registryClient", court=COURT)
    base, tag = f"/cases/{number}", {"If-Match": '"2"'}
    wrong = await registry.post(f"{base}/judgments", json=GIVEN | {"ecli": "ECLI:BE:REAANT:2026:JUD.20261123.1"}, headers=tag)
    assert [issue["name"] for issue in wrong.json()["issues"]] == ["/ecli"]

    entered = await registry.post(f"{base}/judgments", json=GIVEN, headers=tag)

    assert (entered.status_code, entered.json()["status"]) == (201, "judged"), entered.text
    assert (await registry.post(f"{base}/judgments", json=GIVEN, headers=tag)).status_code == 412
    [judgment] = (await registry.get(f"{base}/judgments")).json()["items"]
    assert judgment["registry"] == COURT
    assert judgment["outcomes"][0]["stillOpen"][0] == "termijn hoger beroep van verdachte 1 tot en met 24/12/2026"
    assert {clock["dueOn"] for clock in judgment["clocks"]} == {"2026-12-24"}
    assert judgment["portBans"][0]["state"] == "waitsForFinal"
    listed = (await registry.get("/extracts")).json()
    assert (listed["count"], listed["items"][0]["dueOn"]) == (1, "2026-12-09")


async def test_remedies_finality_and_extracts_are_entered_by_version(caller: Caller, deps: Deps, clock: FixedClock) -> None:
    number, office = await before_court(deps), await caller("officeClient", office="antwerpPort")
    base = f"/cases/{number}"
    entered = await office.post(f"{base}/judgments", json=GIVEN, headers={"If-Match": '"2"'})
    judgment = entered.json()["judgment"]
    lodging = {"judgment": judgment, "remedy": "appeal", "role": "suspect", "person": "s1", "lodgedOn": "2026-11-24"}
    lodged = await office.post(f"{base}/remedies", json=lodging, headers={"If-Match": entered.headers["ETag"]})
    assert (lodged.status_code, lodged.json()["status"]) == (201, "appeal"), lodged.text

    async def act(tag: str, **body: Any) -> Any:
        return await office.post(f"{base}/judgment-acts", json=body, headers={"If-Match": tag})

    halfway = await act(lodged.headers["ETag"], act="withdraw", judgment=judgment, row=1)
    assert [issue["name"] for issue in halfway.json()["issues"]] == ["/on", "/reason"]
    [read] = (await office.get(f"{base}/judgments")).json()["items"]
    withdrawn = await act(
        lodged.headers["ETag"], act="withdraw", judgment=judgment, row=read["remedies"][0]["id"], on="2026-11-24", reason="afstand"
    )
    assert withdrawn.status_code == 200, withdrawn.text
    early = await act(withdrawn.headers["ETag"], act="establishFinal")
    assert early.status_code == 409

    on(clock, date(2027, 1, 5))
    final = await act(withdrawn.headers["ETag"], act="establishFinal")
    assert (final.status_code, final.json()["status"]) == (200, "final"), final.text
    [read] = (await office.get(f"{base}/judgments")).json()["items"]
    tag, extracts = final.headers["ETag"], read["extracts"]
    assert [one["kind"] for one in extracts] == ["prosecutorGeneral", "finance"]
    for one in extracts:
        sent = await act(tag, act="sendExtract", row=one["id"], on="2027-01-05")
        assert sent.status_code == 200, sent.text
        tag = sent.headers["ETag"]
    assert sent.json()["status"] == "closed"
    assert (await office.get("/extracts")).json()["count"] == 0


async def test_who_gives_up_or_need_not_send_says_why(caller: Caller, deps: Deps) -> None:
    number, office = await before_court(deps), await caller("officeClient", office="antwerpPort")
    entered = await office.post(f"/cases/{number}/judgments", json=GIVEN, headers={"If-Match": '"2"'})
    [read] = (await office.get(f"/cases/{number}/judgments")).json()["items"]
    acts = f"/cases/{number}/judgment-acts"
    waive = {"act": "waive", "judgment": read["id"], "row": read["clocks"][0]["id"], "on": "2026-11-24", "reason": "berusting"}
    waived = await office.post(acts, json=waive, headers={"If-Match": entered.headers["ETag"]})
    assert waived.status_code == 200, waived.text
    drop = {"act": "dropExtract", "row": read["extracts"][0]["id"], "reason": "al verzonden met het andere dossier"}
    dropped = await office.post(acts, json=drop, headers={"If-Match": waived.headers["ETag"]})
    assert dropped.status_code == 200, dropped.text

    [after] = (await office.get(f"/cases/{number}/judgments")).json()["items"]
    assert after["clocks"][0]["waivedOn"] == "2026-11-24"
    assert after["extracts"][0]["state"] == "notNeeded"
