import asyncio

import httpx

from tests.docket.api.registering import MINIMAL, a_report, issue_names, registered, version_of


async def test_a_new_file_answers_201_with_its_address_and_decision(clerk: httpx.AsyncClient) -> None:
    response = await clerk.post("/cases", json=a_report())

    body = response.json()
    assert response.status_code == 201
    assert response.headers["Location"] == f"/api/v1/cases/{body['caseNumber']}" == body["href"]
    assert body["caseNumber"] == "HAV-2026-000001"
    assert body["decision"]["outcome"] == "decided"
    assert body["decision"]["portArea"] == "antwerpRightBank"


async def test_a_report_with_a_service_only_is_registered(clerk: httpx.AsyncClient) -> None:
    response = await clerk.post("/cases", json=MINIMAL)

    assert response.status_code == 201
    assert response.json()["decision"]["outcome"] == "undecided"


async def test_the_same_idempotency_key_gives_the_same_file_with_the_same_body(clerk: httpx.AsyncClient) -> None:
    first = await clerk.post("/cases", json=a_report(), headers={"Idempotency-Key": "k1"})
    again = await clerk.post("/cases", json=a_report(), headers={"Idempotency-Key": "k1"})

    assert (first.status_code, again.status_code) == (201, 200)
    assert first.content == again.content
    assert first.headers["Location"] == again.headers["Location"]


async def test_the_same_external_id_gives_the_same_file(clerk: httpx.AsyncClient) -> None:
    first = await clerk.post("/cases", json=a_report(externalId="pv-1"))
    again = await clerk.post("/cases", json=a_report(externalId="pv-1"))

    assert (first.status_code, again.status_code) == (201, 200)
    assert first.content == again.content


async def test_the_same_external_id_is_the_same_file_with_a_key_or_without(clerk: httpx.AsyncClient) -> None:
    first = await clerk.post("/cases", json=a_report(externalId="pv-1"), headers={"Idempotency-Key": "k1"})
    without = await clerk.post("/cases", json=a_report(externalId="pv-1"))
    other = await clerk.post("/cases", json=a_report(externalId="pv-1"), headers={"Idempotency-Key": "k2"})

    assert (without.status_code, other.status_code) == (200, 200)
    assert first.content == without.content == other.content


async def test_a_key_reused_with_another_body_is_refused_with_422(clerk: httpx.AsyncClient) -> None:
    await clerk.post("/cases", json=a_report(), headers={"Idempotency-Key": "k1"})
    refused = await clerk.post("/cases", json=MINIMAL, headers={"Idempotency-Key": "k1"})

    assert refused.status_code == 422
    assert refused.json()["type"] == "urn:problem-type:havendossier:idempotencyKeyReused"


async def test_a_file_is_read_as_it_was_written(clerk: httpx.AsyncClient) -> None:
    text = "Zak \u201eA\u201d met 40 kg,\n\tin het ruim \U0001f6a2 & <b>"
    number = await registered(clerk, summary=text)

    response = await clerk.get(f"/cases/{number}")

    body = response.json()
    assert response.headers["ETag"] == '"1"'
    assert (body["caseNumber"], body["version"], body["status"]) == (number, 1, "registered")
    assert body["report"]["summary"] == text
    assert body["decision"]["seq"] == 1
    assert "id" not in body


async def test_an_unchanged_file_answers_304_without_a_body(clerk: httpx.AsyncClient) -> None:
    number = await registered(clerk)
    tag = await version_of(clerk, number)

    response = await clerk.get(f"/cases/{number}", headers={"If-None-Match": tag})

    assert (response.status_code, response.content) == (304, b"")
    assert response.headers["ETag"] == tag


async def test_a_correction_shows_the_decision_before_and_after(clerk: httpx.AsyncClient) -> None:
    number = await registered(clerk)
    corrected = a_report(places=[{"id": "p1", "role": "discovery", "port": "antwerp", "quay": "1742", "country": "BE"}])

    response = await clerk.put(f"/cases/{number}", json={"reason": "Verkeerde kaai.", "report": corrected}, headers={"If-Match": '"1"'})

    body = response.json()
    assert response.status_code == 200, response.text
    assert (response.headers["ETag"], body["version"]) == ('"2"', 2)
    assert body["before"]["portArea"] == "antwerpRightBank"
    assert body["after"]["portArea"] == "waasland"
    assert {change["path"] for change in body["changes"]} >= {"/places/p1/quay"}


async def test_a_correction_without_if_match_answers_428(clerk: httpx.AsyncClient) -> None:
    number = await registered(clerk)

    response = await clerk.put(f"/cases/{number}", json={"reason": "x", "report": a_report()})

    assert response.status_code == 428


async def test_a_stale_correction_answers_412_and_says_what_changed(clerk: httpx.AsyncClient) -> None:
    number = await registered(clerk)
    change = {"reason": "Nieuwe samenvatting.", "report": a_report(summary="Eerste")}
    await clerk.put(f"/cases/{number}", json=change, headers={"If-Match": '"1"'})

    response = await clerk.put(f"/cases/{number}", json=change, headers={"If-Match": '"1"'})

    assert response.status_code == 412
    assert response.json()["type"] == "urn:problem-type:havendossier:staleVersion"
    assert len(response.json()["detail"]) > len("Het dossier is intussen gewijzigd")


async def test_a_tag_that_is_no_version_is_stale_and_a_header_that_is_no_tag_is_bad_input(clerk: httpx.AsyncClient) -> None:
    number = await registered(clerk)
    body = {"reason": "x", "report": a_report(summary="y")}

    answers = {
        tag: await clerk.put(f"/cases/{number}", json=body, headers={"If-Match": tag})
        for tag in ('"abc"', 'W/"1"', '"99999999999"', "1", "*")
    }

    assert [answers[tag].status_code for tag in ('"abc"', 'W/"1"', '"99999999999"')] == [412, 412, 412]
    assert [answers[tag].status_code for tag in ("1", "*")] == [400, 400]
    assert {answers[tag].json()["detail"][:24] for tag in ('"abc"', 'W/"1"')} == {"De meegezonden versie is"}
    assert answers["*"].json()["issues"][0]["in"] == "header"


async def test_a_correction_names_its_faults_within_the_report(clerk: httpx.AsyncClient) -> None:
    number = await registered(clerk)
    body = {"reason": "x", "report": a_report(offences=[{"offence": "drugImport", "place": "nergens"}])}

    response = await clerk.put(f"/cases/{number}", json=body, headers={"If-Match": '"1"'})

    assert response.status_code == 400
    assert issue_names(response) == ["/report/offences/0/place"]


async def test_lists_run_from_the_newest_and_go_on_where_the_page_ends(clerk: httpx.AsyncClient) -> None:
    numbers = [await registered(clerk) for _ in range(5)]

    first = (await clerk.get("/cases", params={"pageSize": 2})).json()
    second = (await clerk.get(first["next"].removeprefix("/api/v1"))).json()
    third = (await clerk.get(second["next"].removeprefix("/api/v1"))).json()

    pages = [[item["caseNumber"] for item in page["items"]] for page in (first, second, third)]
    assert pages == [numbers[:2:-1], numbers[2:0:-1], numbers[:1]]
    assert "next" not in third


async def test_filters_stay_on_the_next_page(clerk: httpx.AsyncClient) -> None:
    for _ in range(3):
        await registered(clerk)
    await clerk.post("/cases", json=MINIMAL)

    page = (await clerk.get("/cases", params={"outcome": "decided", "q": "730", "pageSize": 2})).json()

    assert "outcome=decided" in page["next"]
    assert "q=730" in page["next"]
    rest = (await clerk.get(page["next"].removeprefix("/api/v1"))).json()
    assert len(page["items"]) + len(rest["items"]) == 3


async def test_every_wrong_query_parameter_is_named(clerk: httpx.AsyncClient) -> None:
    response = await clerk.get("/cases?pageSize=0&outcome=maybe&offfice=x&after=1&openTrack=ja&area=ghent&area=none")

    issues = {issue["name"]: issue for issue in response.json()["issues"]}
    assert response.status_code == 400
    assert set(issues) == {"pageSize", "outcome", "offfice", "after", "openTrack", "area"}
    assert {issue["in"] for issue in issues.values()} == {"query"}
    assert issues["offfice"]["type"] == "urn:problem-type:belgif:input-validation:unknownInput"


async def test_two_corrections_at_once_leave_one(clerk: httpx.AsyncClient) -> None:
    number = await registered(clerk)

    answers = await asyncio.gather(
        *(
            clerk.put(f"/cases/{number}", json={"reason": "x", "report": a_report(summary=text)}, headers={"If-Match": '"1"'})
            for text in ("een", "twee")
        )
    )

    assert sorted(answer.status_code for answer in answers) == [200, 412]
