"""What was asked through the API: asked, listed with true counts, answered, judged, moved and withdrawn."""

from datetime import timedelta

import httpx
import pytest

from docket.clock import FixedClock
from tests.docket.actions.test_requests import NO_BANK, QUAY
from tests.docket.api.registering import issue_names, registered


async def posted(client: httpx.AsyncClient, number: str, resource: str, version: int, **body: object) -> httpx.Response:
    return await client.post(f"/cases/{number}/{resource}", json=body, headers={"If-Match": f'"{version}"'})


async def test_missing_fact_is_named_asked_answered_and_accepted(clerk: httpx.AsyncClient) -> None:
    number = await registered(clerk, **NO_BANK)
    missing = (await clerk.get(f"/cases/{number}/requests")).json()["missing"]
    assert missing[0] == {"fact": QUAY, "question": "Plaats 1: welke kaai?"}

    asked = await posted(clerk, number, "requests", 1, fact=missing[0]["fact"], addressee="SPN Antwerpen")
    assert (asked.status_code, asked.json()["version"]) == (201, 2), asked.text
    one = asked.json()["request"]
    answered = await posted(clerk, number, "request-answers", 2, request=one, via="phone", value="1742", answeredOn="2026-11-24")
    assert (answered.status_code, answered.json()["version"]) == (201, 3), answered.text
    accepted = await posted(clerk, number, "request-acts", 3, request=one, act="acceptAnswer", answer=answered.json()["answer"])
    assert (accepted.status_code, accepted.json()["version"]) == (200, 4), accepted.text

    assert (await clerk.get(f"/cases/{number}")).json()["report"]["places"][0]["quay"] == "1742"
    listed = (await clerk.get(f"/cases/{number}/requests")).json()
    assert listed["missing"] == []
    [told] = listed["items"]
    assert (told["state"], told["answers"][0]["state"], told["answers"][0]["amended"], told["overdue"]) == (
        "answered",
        "accepted",
        True,
        False,
    )


async def test_acts_on_a_request_follow_each_other(clerk: httpx.AsyncClient) -> None:
    number = await registered(clerk, **NO_BANK)
    one = (await posted(clerk, number, "requests", 1, kind="laboratory", addressee="NICC", question="Zuiverheid?")).json()["request"]

    assert (await posted(clerk, number, "request-acts", 2, request=one, act="moveDue", dueOn="2026-12-20", reason="r")).status_code == 200
    assert (await posted(clerk, number, "request-acts", 3, request=one, act="revokeLinks")).status_code == 409
    answered = await posted(clerk, number, "request-answers", 3, request=one, via="letter", remark="Verslag volgt.")
    refuse = {"request": one, "act": "refuseAnswer", "answer": answered.json()["answer"]}
    assert issue_names(await posted(clerk, number, "request-acts", 4, **refuse)) == ["/reason"]
    assert (await posted(clerk, number, "request-acts", 4, **refuse, reason="Geen verslag.")).status_code == 200
    assert (await posted(clerk, number, "request-acts", 5, request=one, act="withdraw", reason="r")).status_code == 200
    assert (await posted(clerk, number, "request-acts", 6, request=one, act="withdraw", reason="r")).status_code == 409


async def test_what_is_missing_or_wrong_is_named(clerk: httpx.AsyncClient) -> None:
    number = await registered(clerk, persons=[{"id": "s1", "role": "suspect"}], **NO_BANK)

    assert issue_names(await posted(clerk, number, "requests", 1)) == ["/question"]
    assert issue_names(await posted(clerk, number, "requests", 1, fact="/places/p9/quay")) == ["/fact"]
    assert issue_names(await posted(clerk, number, "requests", 1, fact=QUAY, address="a@elders.example", dueOn="2026-01-01")) == [
        "/address",
        "/dueOn",
    ]
    for at, fact, wrong, right in ((1, "/persons/s1/age", "veel", "16"), (3, "/persons/s1/minor", "ja", "true")):
        one = (await posted(clerk, number, "requests", at, fact=fact)).json()["request"]
        assert issue_names(await posted(clerk, number, "request-answers", at + 1, request=one, via="mail", value=wrong)) == ["/value"]
        assert (await posted(clerk, number, "request-answers", at + 1, request=one, via="mail", value=right)).status_code == 201
        assert issue_names(await posted(clerk, number, "request-acts", at + 2, request=one, act="acceptAnswer")) == ["/answer"]
        assert issue_names(await posted(clerk, number, "request-acts", at + 2, request=one, act="moveDue")) == ["/dueOn"]
    assert (await posted(clerk, number, "request-acts", 5, request=99, act="withdraw", reason="r")).status_code == 404
    assert (await posted(clerk, number, "request-acts", 1, request=99, act="withdraw", reason="r")).status_code == 412
    assert (await posted(clerk, number, "request-answers", 5, request=99, via="mail", value="x")).status_code == 404


async def test_list_over_all_files_has_true_counts_and_pages(clerk: httpx.AsyncClient, caller, clock: FixedClock) -> None:
    for day in (1, 2, 3):
        number = await registered(clerk, **NO_BANK)
        await posted(clerk, number, "requests", 1, fact=QUAY, dueOn=f"2026-12-0{day}")
    clock.instant += timedelta(days=8)

    first = (await clerk.get("/requests", params={"pageSize": 2})).json()
    second = (await clerk.get("/requests", params={"pageSize": 2, "after": first["next"]})).json()
    late = (await clerk.get("/requests", params={"which": "overdue"})).json()

    assert [line["dueOn"] for line in (*first["items"], *second["items"])] == ["2026-12-01", "2026-12-02", "2026-12-03"]
    assert (first["open"], first["overdue"], first["answered"], second["next"]) == (3, 1, 0, None)
    assert [line["overdue"] for line in late["items"]] == [True]
    elsewhere = await caller(office="eastFlandersGhent")
    assert (await elsewhere.get("/requests")).json()["open"] == 0
    registry = await caller(role="registryClient", court="antwerpCorrectional")
    assert (await registry.get("/requests")).status_code == 403


@pytest.mark.parametrize("after", ["2026-99-99/1", "0000-00-00/0"])
async def test_cursor_that_names_no_day_is_the_first_page(clerk: httpx.AsyncClient, after: str) -> None:
    assert (await clerk.get("/requests", params={"after": after})).json()["items"] == []
