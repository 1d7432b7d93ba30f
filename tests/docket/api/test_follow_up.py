"""Later reports, confidentiality, referrals, transfers, documents, mails and entries of one file."""

import io
import zipfile

import httpx
import pytest

from docket.api import examples
from docket.deps import Deps
from docket.mail.sending import MemorySender
from tests.docket.api.conftest import Caller
from tests.docket.api.registering import a_report, registered

FOUND_LATER = {
    "origin": {"service": "police"},
    "externalId": "later-1",
    "persons": [{"sameAs": "s1", "birthDate": "2012-01-01", "age": 14}],
}


async def test_a_later_report_changes_what_it_says_and_nothing_else(clerk: httpx.AsyncClient) -> None:
    number = await registered(clerk)

    response = await clerk.post(f"/cases/{number}/reports", json=FOUND_LATER, headers={"If-Match": '"1"'})

    assert response.status_code == 201, response.text
    report = (await clerk.get(f"/cases/{number}")).json()["report"]
    assert (report["persons"][0]["age"], len(report["persons"])) == (14, 1)
    assert report["seizures"][0]["netWeightKg"] == 120.5
    assert [track["track"] for track in response.json()["after"]["tracks"]] == ["youth"]


async def test_a_later_report_sent_twice_is_added_once(clerk: httpx.AsyncClient) -> None:
    number = await registered(clerk)

    first = await clerk.post(f"/cases/{number}/reports", json=FOUND_LATER, headers={"If-Match": '"1"'})
    again = await clerk.post(f"/cases/{number}/reports", json=FOUND_LATER, headers={"If-Match": '"1"'})

    assert (first.status_code, again.status_code) == (201, 200)
    assert first.content == again.content


async def test_a_restricted_file_is_closed_to_those_not_named(caller: Caller, clerk: httpx.AsyncClient) -> None:
    prosecutor = await caller(role="prosecutor")
    number = await registered(clerk)

    response = await prosecutor.put(
        f"/cases/{number}/confidentiality", json={"confidentiality": "restricted", "reason": "Tap"}, headers={"If-Match": '"1"'}
    )

    assert (response.status_code, response.json()["version"]) == (200, 2), response.text
    assert (await clerk.get(f"/cases/{number}")).status_code == 404
    assert (await prosecutor.get(f"/cases/{number}")).json()["confidentiality"] == "restricted"
    assert (await clerk.get("/cases")).json()["items"] == []


async def test_a_registry_reads_a_file_from_its_referral_on(caller: Caller) -> None:
    prosecutor = await caller(role="prosecutor")
    registry = await caller(role="registryClient", court="antwerpCorrectional")
    number = await registered(prosecutor)
    before = await registry.get(f"/cases/{number}")

    response = await prosecutor.post(f"/cases/{number}/referrals", json={"tracks": [0]}, headers={"If-Match": '"1"'})

    assert response.status_code == 201, response.text
    referred = (await prosecutor.get(response.headers["Location"].removeprefix("/api/v1"))).json()
    assert referred["items"] == [{"ordinal": 0, "track": "ordinary", "court": "antwerpCorrectional"}]
    assert (before.status_code, (await registry.get(f"/cases/{number}")).status_code) == (404, 200)


DECLINES = {
    "track": 0,
    "raisedBy": "court",
    "ground": "place-of-offence",
    "raisedOn": "2026-11-24",
    "beforeCourt": "antwerpCorrectional",
}
RULING = {"ruling": "declined", "court": "antwerpCorrectional", "ruledOn": "2026-11-24", "ecli": "ECLI:BE:COANT:2026:ARR.20261124.1"}


async def before_the_court(caller: Caller) -> tuple[httpx.AsyncClient, httpx.AsyncClient, str]:
    """The prosecutor, the registry of the court, and a file that was referred to it."""
    prosecutor = await caller(role="prosecutor")
    registry = await caller(role="registryClient", court="antwerpCorrectional")
    number = await registered(prosecutor)
    referred = await prosecutor.post(f"/cases/{number}/referrals", json={"tracks": [0]}, headers={"If-Match": '"1"'})
    assert referred.status_code == 201, referred.text
    return prosecutor, registry, number


async def test_a_registry_enters_that_its_court_declined_of_its_own_motion(caller: Caller) -> None:
    prosecutor, registry, number = await before_the_court(caller)

    doubted = await registry.post(f"/cases/{number}/challenges", json=DECLINES, headers={"If-Match": '"2"'})
    assert doubted.status_code == 201, doubted.text
    [challenge] = (await registry.get(f"/cases/{number}/challenges")).json()["items"]
    ruled = await registry.post(f"/cases/{number}/challenges/{challenge['id']}/rulings", json=RULING, headers={"If-Match": '"3"'})

    assert ruled.status_code == 201, ruled.text
    assert ruled.json()["toConfirm"] == [0]
    [seen] = (await prosecutor.get(f"/cases/{number}/challenges")).json()["items"]
    assert [(one["ruling"], one["ecli"]) for one in seen["rulings"]] == [("declined", RULING["ecli"])]
    entries = (await prosecutor.get(f"/cases/{number}/entries")).json()["items"]
    said = {entry["kind"]: entry for entry in entries if entry["kind"] in ("CompetenceChallenged", "ChallengeRuled")}
    assert {entry["content"]["registry"] for entry in said.values()} == {"antwerpCorrectional"}
    assert {entry["enteredBy"].partition(":")[0] for entry in said.values()} == {"client"}


async def test_a_registry_enters_nothing_of_another_court_and_nothing_of_a_file_that_is_not_before_its_own(caller: Caller) -> None:
    prosecutor, registry, number = await before_the_court(caller)
    elsewhere = await caller(role="registryClient", court="eastFlandersDendermondeCorrectional")
    challenge = {**DECLINES, "beforeCourt": "eastFlandersDendermondeCorrectional"}

    of_another = await registry.post(f"/cases/{number}/challenges", json=challenge, headers={"If-Match": '"2"'})
    unseen = await elsewhere.post(f"/cases/{number}/challenges", json=challenge, headers={"If-Match": '"2"'})
    by_office = await prosecutor.post(f"/cases/{number}/challenges", json=challenge, headers={"If-Match": '"2"'})
    [known] = (await registry.get(f"/cases/{number}/challenges")).json()["items"]
    ruling = {**RULING, "court": "appealAntwerp"}
    rulings = f"/cases/{number}/challenges/{known['id']}/rulings"
    on_appeal = await registry.post(rulings, json=ruling, headers={"If-Match": '"3"'})

    assert (of_another.status_code, of_another.json()["issues"][0]["name"]) == (400, "/beforeCourt"), of_another.text
    assert "antwerpCorrectional" in of_another.json()["issues"][0]["detail"]
    assert (unseen.status_code, by_office.status_code) == (404, 201)
    assert (on_appeal.status_code, on_appeal.json()["issues"][0]["name"]) == (400, "/court"), on_appeal.text
    assert (await prosecutor.get(f"/cases/{number}")).headers["ETag"] == '"3"'


async def test_the_example_of_a_confirmation_points_at_a_fact_of_the_example_report_and_is_taken(caller: Caller) -> None:
    prosecutor = await caller(role="prosecutor")
    made = await prosecutor.post("/cases", json=examples.REPORT)
    number = made.json()["caseNumber"]

    confirmed = await prosecutor.post(f"/cases/{number}/confirmations", json=examples.CONFIRMATION, headers={"If-Match": '"1"'})

    assert confirmed.status_code == 201, confirmed.text
    [told] = (await prosecutor.get(f"/cases/{number}/confirmations")).json()["items"]
    said = ("track", "kind", "ground", "article", "arrondissement", "facts", "factPath")
    assert {name: told[name] for name in said} == {name: examples.CONFIRMATIONS["items"][0][name] for name in said}


async def test_an_accepted_transfer_gives_the_file_another_holder(caller: Caller) -> None:
    giver = await caller(role="prosecutor")
    taker = await caller(role="headOfOffice", office="eastFlandersDendermonde")
    number = await registered(giver)
    offer = {"toOffice": "eastFlandersDendermonde", "ground": "placeOfOffence", "reason": "De feiten liggen daar."}

    offered = await giver.post(f"/cases/{number}/transfers", json=offer, headers={"If-Match": '"1"'})
    waiting = (await giver.get(f"/cases/{number}/transfers")).json()["items"]
    (incoming,) = (await taker.get("/transfers")).json()["items"]
    tag = f'"{incoming["version"]}"'
    answered = await taker.post(f"/cases/{number}/transfer-answers", json={"accept": True, "reason": "Akkoord."}, headers={"If-Match": tag})

    assert (offered.status_code, answered.status_code) == (201, 200), offered.text + answered.text
    assert incoming["caseNumber"] == number
    assert [each["toOffice"] for each in waiting] == ["eastFlandersDendermonde"]
    assert (await taker.get(f"/cases/{number}")).json()["holdingOffice"] == "eastFlandersDendermonde"


async def test_answering_without_an_offer_is_forbidden_by_the_state(prosecutor: httpx.AsyncClient) -> None:
    number = await registered(prosecutor)

    response = await prosecutor.post(f"/cases/{number}/transfer-answers", json={"accept": True, "reason": "x"}, headers={"If-Match": '"1"'})

    assert response.status_code in (404, 409)


async def test_a_document_is_asked_for_made_and_fetched_as_word(clerk: httpx.AsyncClient, deps: Deps, sender: MemorySender) -> None:
    from docket.worker.queue import drain

    number = await registered(clerk)
    asked = await clerk.post(f"/cases/{number}/documents", json={"kind": "receipt"})
    address = asked.headers["Location"].removeprefix("/api/v1")
    early = await clerk.get(f"{address}/content")

    await drain(deps, sender)
    made, content = await clerk.get(address), await clerk.get(f"{address}/content")

    assert (asked.status_code, asked.json()["state"], early.status_code) == (201, "asked", 409)
    assert made.json()["state"] == "made", made.text
    assert content.headers["Content-Type"] == "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    assert content.headers["ETag"] == f'"{made.json()["sha256"]}"'
    assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(content.content)).namelist()
    again = await clerk.get(f"{address}/content", headers={"If-None-Match": content.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


async def test_an_unknown_document_kind_is_bad_input(clerk: httpx.AsyncClient) -> None:
    number = await registered(clerk)

    response = await clerk.post(f"/cases/{number}/documents", json={"kind": "novel"})

    assert (response.status_code, response.json()["issues"][0]["name"]) == (400, "/kind")


async def test_a_document_of_another_file_is_not_found(clerk: httpx.AsyncClient) -> None:
    mine, other = await registered(clerk), await registered(clerk)
    document = (await clerk.post(f"/cases/{other}/documents", json={"kind": "receipt"})).json()["id"]

    for below in ("", "/content"):
        assert (await clerk.get(f"/cases/{mine}/documents/{document}{below}")).status_code == 404


async def test_mails_show_their_state_and_a_held_one_can_be_sent_again(clerk: httpx.AsyncClient) -> None:
    number = await registered(clerk)

    mails = (await clerk.get(f"/cases/{number}/deliveries")).json()["items"]
    response = await clerk.post(f"/cases/{number}/deliveries/{mails[0]['id']}/resends")

    assert [(mail["recipient"], mail["state"]) for mail in mails] == [("rechercheur@politie.example.org", "held")]
    assert (response.status_code, response.json()["state"]) == (200, "held"), response.text


async def test_a_mail_of_another_file_is_not_sent_from_this_one(clerk: httpx.AsyncClient) -> None:
    mine, other = await registered(clerk), await registered(clerk)
    mail = (await clerk.get(f"/cases/{other}/deliveries")).json()["items"][0]["id"]

    assert (await clerk.post(f"/cases/{mine}/deliveries/{mail}/resends")).status_code == 404


async def test_entries_are_chained_and_begin_with_the_registration(clerk: httpx.AsyncClient) -> None:
    number = await registered(clerk)
    await clerk.put(f"/cases/{number}", json={"reason": "Toevoeging.", "report": a_report(summary="x")}, headers={"If-Match": '"1"'})

    entries = (await clerk.get(f"/cases/{number}/entries")).json()["items"]

    assert [entry["seq"] for entry in entries] == [1, 2]
    assert entries[0]["kind"] == "CaseRegistered"
    assert len({entry["hash"] for entry in entries}) == 2


@pytest.mark.parametrize("policy", ["stroomplan", "enacted"])
async def test_a_preview_decides_by_either_policy_and_stores_nothing(clerk: httpx.AsyncClient, deps: Deps, policy: str) -> None:
    response = await clerk.post("/routing-previews", params={"policy": policy}, json=a_report())

    assert response.status_code == 200, response.text
    assert response.json()["decision"]["policy"] == policy
    assert await deps.pool.fetchval("select (select count(*) from cases) + (select count(*) from pgqueuer)") == 0


async def test_an_unknown_policy_is_bad_input_in_the_query(clerk: httpx.AsyncClient) -> None:
    response = await clerk.post("/routing-previews?policy=wish", json=a_report())

    assert (response.status_code, response.json()["issues"][0]["in"], response.json()["issues"][0]["name"]) == (400, "query", "policy")


async def test_a_key_tells_what_it_opens(caller: Caller) -> None:
    registry = await caller(role="registryClient", court="antwerpCorrectional", scopes=("cases:read",))

    body = (await registry.get("/me")).json()

    assert (body["roles"], body["court"], body["office"], body["scopes"]) == (
        ["registryClient"],
        "antwerpCorrectional",
        None,
        ["cases:read"],
    )
