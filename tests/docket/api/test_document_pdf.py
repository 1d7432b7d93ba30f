"""The PDF of a document through the API: asked for once, told how far it is, fetched whole or in part."""

import hashlib

import httpx

from docket.deps import Deps
from docket.mail.sending import MemorySender
from docket.store import pdfs
from docket.store.pdfs import ConverterState
from docket.worker.make_pdf import make_pdf
from docket.worker.queue import drain
from tests.docket.api.conftest import Caller
from tests.docket.api.registering import registered
from tests.docket.conversion.paper import PaperConverter


async def a_receipt(client: httpx.AsyncClient, deps: Deps, sender: MemorySender) -> str:
    """Address of the PDF of the receipt of a new file."""
    number = await registered(client)
    asked = await client.post(f"/cases/{number}/documents", json={"kind": "receipt"})
    assert asked.status_code == 201, asked.text
    await drain(deps, sender)
    return f"{asked.headers['Location'].removeprefix('/api/v1')}/pdf"


async def test_a_pdf_is_asked_for_once_followed_and_fetched_whole_or_in_part(
    clerk: httpx.AsyncClient, deps: Deps, sender: MemorySender
) -> None:
    address = await a_receipt(clerk, deps, sender)
    before, early = await clerk.get(f"{address}/state"), await clerk.get(address)

    asked, again = [await clerk.post(address) for _ in range(2)]
    waiting, too_soon = await clerk.get(f"{address}/state"), await clerk.get(address)
    await make_pdf(await deps.pool.fetchval("select id from pdfs"), deps, PaperConverter())
    made = (await clerk.get(f"{address}/state")).json()
    whole = await clerk.get(address)
    part = await clerk.get(address, headers={"Range": "bytes=0-3"})
    rest = await clerk.get(address, headers={"Range": "bytes=4-", "If-Range": whole.headers["ETag"]})
    beyond = await clerk.get(address, headers={"Range": f"bytes={len(whole.content)}-"})
    known = await clerk.get(address, headers={"If-None-Match": whole.headers["ETag"]})

    assert (before.status_code, early.status_code) == (404, 404), "nobody asked for it yet"
    assert (asked.status_code, again.status_code) == (201, 200)
    assert asked.headers["Location"].removeprefix("/api/v1") == f"{address}/state"
    assert (waiting.json()["state"], too_soon.status_code) == ("asked", 409)
    assert (made["state"], made["declared"], made["size"]) == ("made", "PDF/A-2b", len(whole.content))
    assert made["sha256"] == hashlib.sha256(whole.content).hexdigest()
    assert (whole.status_code, whole.headers["Content-Type"]) == (200, "application/pdf")
    assert (part.status_code, part.content, part.content + rest.content) == (206, b"%PDF", whole.content)
    assert (beyond.status_code, known.status_code) == (416, 304)


async def test_a_register_without_a_converter_says_what_is_absent(clerk: httpx.AsyncClient, deps: Deps, sender: MemorySender) -> None:
    address = await a_receipt(clerk, deps, sender)
    absent = "LibreOffice staat niet op de machine van de verwerking."
    await pdfs.set_converter(deps.pool, ConverterState(looked_at=deps.clock.now(), absent=absent, alone=False))

    refused = await clerk.post(address)

    assert (refused.status_code, absent in refused.json()["detail"]) == (409, True)
    assert (await clerk.get(f"{address}/state")).status_code == 404


async def test_another_office_learns_nothing_of_a_pdf(clerk: httpx.AsyncClient, caller: Caller, deps: Deps, sender: MemorySender) -> None:
    address = await a_receipt(clerk, deps, sender)
    await clerk.post(address)
    stranger = await caller(office="westFlandersBrugge")

    answers = [await stranger.get(address), await stranger.get(f"{address}/state"), await stranger.post(address)]

    assert [answer.status_code for answer in answers] == [404, 404, 404]
