"""Work lists through the API: every list with its count, page by page, for what the caller's office reads."""

from urllib.parse import urlsplit

import httpx

from tests.docket.api.conftest import Caller
from tests.docket.api.registering import registered


async def test_a_program_reads_how_much_waits_and_walks_through_it(clerk: httpx.AsyncClient, caller: Caller) -> None:
    numbers = [await registered(clerk) for _ in range(3)]
    elsewhere = await caller(role="officeClient", office="brussels")

    lists = {one["workList"]: one for one in (await clerk.get("/work-lists")).json()["items"]}
    first = (await clerk.get("/work-lists/files", params={"pageSize": 2})).json()
    address = urlsplit(first["next"])
    rest = (await clerk.get(f"{address.path.removeprefix('/api/v1')}?{address.query}")).json()

    assert (lists["files"]["total"], lists["timeLimits"]["total"]) == (3, 0)
    assert not {"mine", "forMe", "offered"} & set(lists), "a key is nobody, and an offer has its own resource"
    assert [item["caseNumber"] for item in (*first["items"], *rest["items"])] == sorted(numbers, reverse=True)
    assert (first["total"], "next" in rest) == (3, False)
    assert {one["total"] for one in (await elsewhere.get("/work-lists")).json()["items"]} == {0}
    assert (await elsewhere.get("/work-lists/files")).json()["items"] == []


async def test_a_list_that_does_not_exist_and_a_place_that_no_page_gave_are_refused(clerk: httpx.AsyncClient) -> None:
    assert (await clerk.get("/work-lists/nothing")).status_code == 404
    assert (await clerk.get("/work-lists/mine")).status_code == 404
    assert (await clerk.get("/work-lists/files", params={"after": "x"})).status_code == 400
