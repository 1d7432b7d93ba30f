import httpx

from tests.docket.api.registering import registered
from tests.docket.api.test_decisions import OVERRIDE

LEFT_BANK = [{"id": "p1", "role": "scene", "port": "antwerp", "quay": "1742", "country": "BE"}]


async def test_grounds_and_candidates_of_a_decision_are_told_in_the_language_asked(prosecutor: httpx.AsyncClient) -> None:
    number = await registered(prosecutor, places=LEFT_BANK, offences=[{"offence": "portIntrusion", "place": "p1"}])

    response = await prosecutor.get(f"/cases/{number}/decisions/1/grounds", headers={"Accept-Language": "en"})

    assert response.status_code == 200, response.text
    told = response.json()
    assert [(ground["code"], ground["title"]) for ground in told["grounds"]] == [("place-of-offence", "place of the offence")]
    assert told["policyAlone"] == [0]
    place = told["candidates"][told["ofThePlace"]]
    assert (place["prosecutionOffice"], place["beatenBy"]) == ("eastFlandersDendermonde", "policy-port-office")
    assert place["because"] == "The policy followed takes the file to another prosecution office."
    assert [told["candidates"][at]["court"] for at in told["statuteOnly"]] == ["eastFlandersDendermondeCorrectional"]


async def test_a_seat_that_a_person_left_lost_to_him(prosecutor: httpx.AsyncClient) -> None:
    number = await registered(prosecutor)
    await prosecutor.post(f"/cases/{number}/decisions", json=OVERRIDE, headers={"If-Match": '"1"'})

    told = (await prosecutor.get(f"/cases/{number}/decisions/2/grounds")).json()

    assert [one["court"] for one in told["candidates"] if one["chosen"]] == ["eastFlandersDendermondeCorrectional"]
    assert "person" in {one["beatenBy"] for one in told["candidates"] if one["court"] == "antwerpCorrectional"}


async def test_a_decision_that_is_not_there_has_no_grounds(prosecutor: httpx.AsyncClient) -> None:
    number = await registered(prosecutor)

    assert (await prosecutor.get(f"/cases/{number}/decisions/2/grounds")).status_code == 404


async def test_what_touches_another_office_stands_beside_the_grounds_from_the_day_of_its_law(prosecutor: httpx.AsyncClient) -> None:
    abroad = {"places": [*LEFT_BANK, {"id": "p2", "role": "linked", "country": "NL"}]}

    async def beyond(name: str, offence: str, **said: object) -> dict[str, list[str]]:
        number = await registered(prosecutor, externalId=name, offences=[{"offence": offence, "place": "p1"}], **said)
        told = (await prosecutor.get(f"/cases/{number}/decisions/1/grounds")).json()["beyond"]
        return {f"{one['office']} {one['code']}": one["values"] for one in told}

    duties = {"europeanPublicProsecutor unionDuties": ["customsSmuggling"]}
    assert await beyond("a", "customsSmuggling", places=LEFT_BANK, receivedOn="2026-11-20") == duties
    assert await beyond("b", "customsSmuggling", places=LEFT_BANK, receivedOn="2021-02-23") == {}
    assert await beyond("c", "portIntrusion", **abroad) == {}
    organised = await beyond("d", "criminalOrganisation", **abroad)
    assert (organised["federal severalCountries"], organised["federal listedOffence"]) == (["BE", "NL"], ["criminalOrganisation"])
