"""Addresses through the API: what the own office and its courts have, entering one, and sending the same again."""

import httpx

from docket.deps import Deps
from docket.store import addresses
from tests.docket.api.conftest import Caller
from tests.docket.api.registering import issue_names

SAID = {"address": "Voorbeeldstraat 1, 2000 Antwerpen", "fromDay": "2026-11-01", "reason": "verhuisd"}


async def test_an_address_is_entered_once_and_read_by_the_whole_office(caller: Caller, clerk: httpx.AsyncClient, deps: Deps) -> None:
    head = await caller("headOfOffice")
    before = (await clerk.get("/addresses")).json()["items"]

    kept, again = [await head.put("/addresses/antwerpPort", json=SAID) for _ in range(2)]

    assert {row["seat"]: row["address"] for row in before}["antwerpPort"] is None
    assert (kept.status_code, kept.json()) == (200, again.json())
    assert (kept.json()["address"], [one["reason"] for one in kept.json()["entered"]]) == (SAID["address"], ["verhuisd"])
    assert len(await addresses.every(deps.pool)) == 1
    after = (await clerk.get("/addresses")).json()["items"]
    assert {row["seat"]: row["address"] for row in after}["antwerpPort"] == SAID["address"]


async def test_who_keeps_none_and_seats_of_others_are_refused(caller: Caller, clerk: httpx.AsyncClient) -> None:
    head = await caller("headOfOffice")

    assert (await clerk.put("/addresses/antwerpPort", json=SAID)).status_code == 403
    assert (await head.put("/addresses/brussels", json=SAID)).status_code == 404
    empty = await head.put("/addresses/antwerpPort", json=SAID | {"address": "  "})
    assert (empty.status_code, issue_names(empty)) == (400, ["/address"])
