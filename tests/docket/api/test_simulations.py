"""The API of drafts of the law that are tried on the register."""

from docket.deps import Deps
from docket.mail.sending import MemorySender
from docket.worker import queue
from tests import builders, drafts
from tests.docket.api.registering import registered


def body(deps: Deps) -> dict[str, object]:
    files = drafts.without("waasland", dict(deps.law.files))
    return {"files": [{"name": name, "content": content.decode()} for name, content in files.items()]}


async def test_a_draft_is_asked_tried_and_read_with_its_files(prosecutor, deps: Deps):
    left_bank = {name: builders.INTRUSION[name] for name in ("places", "offences")}
    number = await registered(prosecutor, **left_bank)

    asked = await prosecutor.post("/simulations", json=body(deps))
    await queue.drain(deps, MemorySender())
    address = asked.headers["location"].removeprefix("/api/v1")
    done = (await prosecutor.get(address)).json()
    files = (await prosecutor.get(f"{address}/files")).json()
    staying = (await prosecutor.get(f"{address}/files", params={"staying": "true"})).json()

    assert (asked.status_code, asked.json()["state"]) == (201, "waiting")
    assert (done["state"], done["files"], done["totals"]["moved"]) == ("done", 1, 1)
    assert [one["caseNumber"] for one in files["items"]] == [number]
    assert files["items"][0]["after"]["tracks"][0]["prosecutionOffice"] == "eastFlandersDendermonde"
    assert staying == {"items": [], "next": None}
    assert [one["id"] for one in (await prosecutor.get("/simulations")).json()["items"]] == [done["id"]]


async def test_a_bad_draft_is_a_problem_with_file_row_and_mend(prosecutor, deps: Deps):
    answer = await prosecutor.post("/simulations", json={"files": [{"name": "policies.toml", "content": "[[policy]]"}]})

    assert answer.status_code == 400
    assert answer.json()["issues"][0]["detail"].startswith("policies.toml, ")


async def test_a_clerk_tries_no_law(clerk, deps: Deps):
    assert (await clerk.post("/simulations", json=body(deps))).status_code == 403
    assert (await clerk.get("/simulations")).status_code == 403


async def test_a_simulation_that_is_not_there_is_not_found(prosecutor):
    assert (await prosecutor.get("/simulations/99")).status_code == 404
