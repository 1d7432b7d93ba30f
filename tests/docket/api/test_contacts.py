"""Who is involved in a file, through the API: entered, corrected by a new row, and ended."""

import httpx

from tests.docket.api.registering import registered

COUNSEL = {"kind": "counsel", "person": "s1", "name": "Mr. An Voorbeeld", "fromOn": "2026-11-20"}


async def test_counsel_is_entered_corrected_by_a_new_row_and_ended(clerk: httpx.AsyncClient) -> None:
    number = await registered(clerk)
    base = f"/cases/{number}/contacts"

    better = COUNSEL | {"name": "Mr. An Voorbeelds", "reason": "schrijffout"}
    entered = await clerk.post(base, json=COUNSEL, headers={"If-Match": '"1"'})
    [first] = (await clerk.get(base)).json()["items"]
    corrected = await clerk.post(
        f"{base}/{first['id']}/corrections",
        json=better,
        headers={"If-Match": '"2"'},
    )
    present = next(row for row in (await clerk.get(base)).json()["items"] if row["name"] == "Mr. An Voorbeelds")
    ended = await clerk.post(
        f"{base}/{present['id']}/ends", json={"untilOn": "2026-11-24", "reason": "mandaat neergelegd"}, headers={"If-Match": '"3"'}
    )

    assert (entered.status_code, corrected.status_code, ended.status_code) == (201, 201, 200), (entered.text, corrected.text, ended.text)
