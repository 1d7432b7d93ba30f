import httpx

from tests.docket.api.registering import MINIMAL, issue_names, registered

OVERRIDE = {
    "kind": "overridden",
    "tracks": [{"ordinal": 0, "prosecutionOffice": "eastFlandersDendermonde", "court": "eastFlandersDendermondeCorrectional"}],
    "reason": "Samenhang met een dossier dat daar al loopt.",
}


async def test_a_prosecutor_overrides_and_the_first_decision_stays(prosecutor: httpx.AsyncClient) -> None:
    number = await registered(prosecutor)

    response = await prosecutor.post(f"/cases/{number}/decisions", json=OVERRIDE, headers={"If-Match": '"1"'})

    assert response.status_code == 201, response.text
    made = await prosecutor.get(response.headers["Location"].removeprefix("/api/v1"))
    assert (made.json()["seq"], made.json()["kind"], made.json()["reason"]) == (2, "overridden", OVERRIDE["reason"])
    kept = (await prosecutor.get(f"/cases/{number}/decisions")).json()["items"]
    assert [each["kind"] for each in kept] == ["routed", "overridden"]
    assert kept[0]["decision"]["tracks"][0]["prosecutionOffice"] == "antwerpPort"
    assert response.json()["after"]["tracks"][0]["prosecutionOffice"] == "eastFlandersDendermonde"


async def test_a_file_without_tracks_is_settled_by_a_person(prosecutor: httpx.AsyncClient) -> None:
    number = (await prosecutor.post("/cases", json=MINIMAL)).json()["caseNumber"]
    body = {
        "kind": "settled",
        "reason": "x",
        "tracks": [{"ordinal": 0, "prosecutionOffice": "antwerpPort", "court": "antwerpCorrectional"}],
    }

    response = await prosecutor.post(f"/cases/{number}/decisions", json=body, headers={"If-Match": '"1"'})

    assert response.status_code == 201, response.text
    assert response.json()["after"]["outcome"] == "decided"


async def test_settling_a_track_that_is_not_open_is_forbidden_by_the_state(prosecutor: httpx.AsyncClient) -> None:
    number = await registered(prosecutor)

    response = await prosecutor.post(f"/cases/{number}/decisions", json=OVERRIDE | {"kind": "settled"}, headers={"If-Match": '"1"'})

    assert response.status_code == 409


async def test_a_decision_without_a_reason_or_with_an_unknown_office_names_it(prosecutor: httpx.AsyncClient) -> None:
    number = await registered(prosecutor)
    empty = await prosecutor.post(f"/cases/{number}/decisions", json=OVERRIDE | {"reason": "  "}, headers={"If-Match": '"1"'})
    body = OVERRIDE | {"tracks": [{"ordinal": 0, "prosecutionOffice": "atlantis"}]}
    unknown = await prosecutor.post(f"/cases/{number}/decisions", json=body, headers={"If-Match": '"1"'})

    assert (empty.status_code, issue_names(empty)) == (400, ["/reason"])
    assert (unknown.status_code, issue_names(unknown)) == (400, ["/tracks/0/prosecutionOffice"])


async def test_a_decision_that_was_never_made_is_not_found(prosecutor: httpx.AsyncClient) -> None:
    number = await registered(prosecutor)

    assert (await prosecutor.get(f"/cases/{number}/decisions/7")).status_code == 404
