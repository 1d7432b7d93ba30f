"""The API of connected files."""

import pytest

from tests.docket.api.registering import registered, version_of

LINK = {"ground": "samePerpetrators", "limb": "2a", "reason": "zelfde groep"}


async def done(client, number, act, body):
    return await client.post(f"/cases/{number}/{act}", json=body, headers={"If-Match": await version_of(client, number)})


async def test_preview_names_what_a_report_looks_like_to_a_key_that_reads_files_only(caller):
    reading, previewing = await caller(), await caller(scopes=("routing:preview",))
    file = await registered(reading, containers=["CSQU3054383"])
    body = {"origin": {"service": "police"}, "receivedOn": "2026-11-20", "containers": ["CSQU3054383"]}

    [found] = (await reading.post("/routing-previews", json=body)).json()["candidates"]
    assert (found["caseNumber"], found["reasons"]) == (file, ["zelfde container CSQU3054383"])
    assert (await previewing.post("/routing-previews", json=body)).json()["candidates"] == []


async def test_candidates_of_a_file_carry_score_and_reasons_and_leave_when_dismissed(caller):
    client = await caller()
    one, other = await registered(client), await registered(client)

    [found] = (await client.get(f"/cases/{one}/candidates")).json()["items"]
    assert found["caseNumber"] == other and 0 < found["score"] < 100 and found["reasons"]
    answer = await done(client, one, "candidate-dismissals", {"caseNumber": other, "reason": "andere feiten"})
    assert answer.status_code == 201
    assert (await client.get(f"/cases/{one}/candidates")).json()["items"] == []


async def test_link_is_listed_with_its_ground_and_stays_listed_when_it_is_undone(caller):
    client = await caller()
    one, other = await registered(client), await registered(client)

    answer = await done(client, one, "links", LINK | {"caseNumber": other})
    assert (answer.status_code, answer.json()["version"]) == (201, 2)
    answer = await done(client, one, "unlinks", {"caseNumber": other, "reason": "toch niet"})
    assert answer.status_code == 201

    [tie] = (await client.get(f"/cases/{other}/links")).json()["items"]
    assert (tie["caseNumber"], tie["limb"], tie["endReason"]) == (one, "2a", "toch niet")


async def test_joined_file_leads_to_its_lead_and_back(caller):
    client = await caller(role="prosecutor")
    lead, other = await registered(client), await registered(client)
    body = LINK | {"files": [{"caseNumber": other, "samePersons": [{"there": "s1", "here": "s1"}]}]}

    assert (await done(client, lead, "joins", body)).status_code == 201
    file = (await client.get(f"/cases/{other}")).json()
    [tie] = (await client.get(f"/cases/{other}/links")).json()["items"]
    assert (file["status"], tie["caseNumber"], tie["side"]) == ("joined", lead, "joined")
    refused = await done(client, other, "referrals", {"tracks": [0]})
    assert refused.status_code == 409 and "gevoegd" in refused.json()["detail"]

    assert (await done(client, other, "unjoins", {"reason": "toch twee zaken"})).status_code == 201
    assert (await client.get(f"/cases/{other}")).json()["status"] == "registered"


async def test_split_answers_with_the_new_file(caller):
    client = await caller(role="prosecutor")
    file = await registered(client)
    body = LINK | {"divided": [{"rows": "persons", "id": "s1", "goes": "leaves"}, {"rows": "offences", "id": "o1", "goes": "both"}]}

    answer = await done(client, file, "splits", body)

    assert answer.status_code == 201, answer.text
    new = (await client.get(f"/cases/{answer.json()['newCaseNumber']}")).json()
    assert [row["id"] for row in new["report"]["persons"]] == ["s1"]
    assert answer.headers["Location"].endswith(answer.json()["newCaseNumber"])


@pytest.mark.parametrize("act", ["joins", "splits"])
async def test_office_client_neither_joins_nor_splits(caller, act):
    client = await caller()
    one, other = await registered(client), await registered(client)
    bodies = {
        "joins": LINK | {"files": [{"caseNumber": other}]},
        "splits": LINK | {"divided": [{"rows": "persons", "id": "s1", "goes": "both"}]},
    }

    assert (await done(client, one, act, bodies[act])).status_code == 403
