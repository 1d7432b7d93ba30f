"""A bundle through the API: asked for once, told how far it is, fetched whole or in part."""

import hashlib

import httpx

from docket.deps import Deps
from docket.mail.sending import MemorySender
from docket.worker.make_pdf import make_pdf
from docket.worker.queue import drain
from tests.docket.api.conftest import Caller
from tests.docket.api.registering import issue_names, registered
from tests.docket.conversion.paper import PaperConverter


async def two_documents(client: httpx.AsyncClient, deps: Deps, sender: MemorySender) -> tuple[str, list[str]]:
    """The file, and its documents as parts of a bundle."""
    number = await registered(client)
    asked = [await client.post(f"/cases/{number}/documents", json={"kind": "receipt"}) for _ in range(2)]
    await drain(deps, sender)
    return number, [f"document/{each.json()['id']}" for each in asked]


async def test_a_bundle_is_asked_for_once_followed_and_fetched_whole_or_in_part(
    clerk: httpx.AsyncClient, deps: Deps, sender: MemorySender
) -> None:
    number, parts = await two_documents(clerk, deps, sender)
    headers = {"Idempotency-Key": "bundel-1"}
    asked, again = [await clerk.post(f"/cases/{number}/bundles", json={"parts": parts}, headers=headers) for _ in range(2)]
    address = asked.headers["Location"].removeprefix("/api/v1")
    waiting, too_soon = await clerk.get(address), await clerk.get(f"{address}/pdf")
    await make_pdf(await deps.pool.fetchval("select id from pdfs where bundle = 1"), deps, PaperConverter())
    made = (await clerk.get(address)).json()
    whole = await clerk.get(f"{address}/pdf")
    head = await clerk.get(f"{address}/pdf", headers={"Range": "bytes=0-3"})
    rest = await clerk.get(f"{address}/pdf", headers={"Range": "bytes=4-", "If-Range": whole.headers["ETag"]})
    known = await clerk.get(f"{address}/pdf", headers={"If-None-Match": whole.headers["ETag"]})

    assert (asked.status_code, again.status_code, asked.json()) == (201, 201, again.json())
    assert (waiting.json()["state"], waiting.json()["parts"], too_soon.status_code) == ("asked", parts, 409)
    assert (made["state"], made["done"], made["size"]) == ("made", 2, len(whole.content))
    assert made["sha256"] == hashlib.sha256(whole.content).hexdigest()
    assert (head.status_code, head.content, head.content + rest.content) == (206, b"%PDF", whole.content)
    assert known.status_code == 304
    assert [one["bundle"] for one in (await clerk.get(f"/cases/{number}/bundles")).json()["items"]] == [1]


async def test_what_cannot_be_in_a_bundle_is_named(clerk: httpx.AsyncClient, deps: Deps, sender: MemorySender) -> None:
    number, parts = await two_documents(clerk, deps, sender)
    for wrong in ([], [*parts, "document/999999"], ["bom/1"], [parts[0], parts[0]]):
        refused = await clerk.post(f"/cases/{number}/bundles", json={"parts": wrong})
        assert refused.status_code == 400, refused.text
        assert issue_names(refused)[0].startswith("/parts")


async def test_another_office_learns_nothing_of_a_bundle(
    clerk: httpx.AsyncClient, caller: Caller, deps: Deps, sender: MemorySender
) -> None:
    number, parts = await two_documents(clerk, deps, sender)
    asked = await clerk.post(f"/cases/{number}/bundles", json={"parts": parts})
    stranger, address = await caller(office="westFlandersBrugge"), asked.headers["Location"].removeprefix("/api/v1")

    answers = [await stranger.get(address), await stranger.get(f"{address}/pdf"), await stranger.get(f"/cases/{number}/bundles")]
    answers.append(await stranger.post(f"/cases/{number}/bundles", json={"parts": parts}))
    assert [answer.status_code for answer in answers] == [404, 404, 404, 404]
