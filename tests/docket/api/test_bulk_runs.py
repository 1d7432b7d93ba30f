"""A run over a sitting through the API: asked for once, its lines told, what was not made tried again; and nobody else's."""

import httpx

from docket.deps import Deps
from docket.mail.sending import MemorySender
from docket.worker.queue import drain
from tests.docket.api.conftest import Caller
from tests.docket.api.registering import issue_names
from tests.docket.web.test_bulk import DAY, SUMMONED, a_sitting


async def test_a_run_is_asked_for_once_its_lines_are_told_and_what_lacks_something_is_tried_again(
    clerk: httpx.AsyncClient, deps: Deps, sender: MemorySender
) -> None:
    chamber, (whole, lacking) = await a_sitting(deps, (SUMMONED,), ({**SUMMONED, "birthDate": None, "minor": None, "residence": None},))
    wanted = {"kind": "direct_summons", "chamber": chamber, "day": DAY.isoformat()}
    typed = {"hearingPlace": "Bolivarplaats 20, zaal C", "part": "perpetrator"}
    headers = {"Idempotency-Key": "rol-1"}
    started, again = [await clerk.post("/bulk-runs", json=wanted | {"typed": typed}, headers=headers) for _ in range(2)]
    other = await clerk.post("/bulk-runs", json=wanted, headers=headers)
    address = started.headers["Location"].removeprefix("/api/v1")
    waiting = (await clerk.get(address)).json()
    await drain(deps, sender)
    lines = (await clerk.get(address)).json()["lines"]
    repeated, twice = [(await clerk.post(f"{address}/attempts")).json()["again"] for _ in range(2)]

    assert (started.status_code, again.status_code, started.json()) == (201, 201, again.json())
    assert other.status_code == 422, "the key came with another run"
    assert started.json()["lines"] == 2
    assert await deps.pool.fetchval("select count(*) from bulk_runs") == 1
    assert [line["state"] for line in waiting["lines"]] == ["waiting", "waiting"]
    assert [(line["caseNumber"], line["state"]) for line in lines] == [(whole, "made"), (lacking, "missing")]
    assert (await clerk.get(lines[0]["documentHref"].removeprefix("/api/v1"))).json()["state"] == "made"
    assert all(each["what"] and each["link"] for each in lines[1]["missing"])
    assert (repeated, twice) == (1, 0)
    assert [run["id"] for run in (await clerk.get("/bulk-runs")).json()["items"]] == [started.json()["id"]]


async def test_what_differs_by_file_an_unknown_kind_and_an_empty_sitting_are_refused(clerk: httpx.AsyncClient, deps: Deps) -> None:
    chamber, _ = await a_sitting(deps, (SUMMONED,))
    wanted = {"kind": "direct_summons", "chamber": chamber, "day": DAY.isoformat()}
    differs = await clerk.post("/bulk-runs", json=wanted | {"typed": {"hearing": 1}})
    unknown = await clerk.post("/bulk-runs", json=wanted | {"kind": "x"})
    empty = await clerk.post("/bulk-runs", json=wanted | {"day": "2026-12-15", "kind": "receipt"})

    nowhere = await clerk.post("/bulk-runs", json=wanted | {"chamber": 2**53, "kind": "receipt"})

    assert (nowhere.status_code, nowhere.json()["detail"]) == (409, empty.json()["detail"])
    assert (differs.status_code, issue_names(differs)) == (400, ["/typed/hearing"])
    assert (unknown.status_code, issue_names(unknown)) == (400, ["/kind"])
    assert (empty.status_code, "geen dossier" in empty.json()["detail"]) == (409, True)


async def test_a_run_of_another_is_not_there_and_it_holds_no_file_that_its_owner_may_not_handle(
    clerk: httpx.AsyncClient, caller: Caller, deps: Deps
) -> None:
    chamber, _ = await a_sitting(deps, (SUMMONED,))
    wanted = {"kind": "receipt", "chamber": chamber, "day": DAY.isoformat()}
    address = (await clerk.post("/bulk-runs", json=wanted)).headers["Location"].removeprefix("/api/v1")
    stranger, colleague = await caller(office="westFlandersBrugge"), await caller()

    for other in (stranger, colleague):
        assert (await other.get(address)).status_code == 404
        assert (await other.post(f"{address}/attempts")).status_code == 404
        assert (await other.get("/bulk-runs")).json()["items"] == []
    assert (await stranger.post("/bulk-runs", json=wanted)).status_code == 409
