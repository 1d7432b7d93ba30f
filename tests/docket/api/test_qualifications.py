import httpx

from tests.docket.api.registering import registered


async def test_each_offence_has_its_provisions_at_the_facts_and_today(prosecutor: httpx.AsyncClient) -> None:
    facts = [
        {"id": "o1", "offence": "portIntrusion", "committedFrom": "2023-05-26", "place": "p1"},
        {"id": "o2", "offence": "socialLaw", "committedFrom": "2023-05-26", "place": "p1"},
    ]
    number = await registered(prosecutor, offences=facts)

    answer = await prosecutor.get(f"/cases/{number}/qualifications")

    assert answer.status_code == 200, answer.text
    intrusion, social = (item["qualifications"] for item in answer.json()["items"])
    assert [item["id"] for item in answer.json()["items"]] == ["o1", "o2"]
    first = intrusion["provisions"][0]
    assert (first["provision"], first["atFacts"][0]["article"], first["onDay"]["article"]) == ("HAV1", "546/1", "419")
    assert (first["milderLawOpen"], intrusion["milderLaw"]["confidence"]) == (True, "sure")
    assert (social["notInCatalogue"], social["provisions"]) == (True, [])
    assert answer.headers["ETag"]


async def test_the_dutch_titles_of_the_catalogue_are_told_as_dutch_to_who_asks_for_another_language(prosecutor: httpx.AsyncClient) -> None:
    number = await registered(prosecutor)

    answer = await prosecutor.get(f"/cases/{number}/qualifications", headers={"Accept-Language": "fr"})

    assert answer.headers["Content-Language"] == "nl"
    told = answer.json()["items"][0]["qualifications"]["provisions"][0]
    assert told["titleNl"] and not {"title", "titleFr", "titleEn"} & set(told)


async def test_provisions_of_a_number_that_was_never_issued_are_not_found(prosecutor: httpx.AsyncClient) -> None:
    assert (await prosecutor.get("/cases/HAV-2026-999999/qualifications")).status_code == 404
