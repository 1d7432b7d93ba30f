"""The API of drafts of the law that are tried on the register."""

from docket import decoding, legislation
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


async def test_every_file_of_a_law_pack_can_be_sent_whole(prosecutor, deps: Deps):
    files = dict(deps.law.files) | drafts.without("waasland", dict(deps.law.files))
    assert max(map(len, files.values())) > decoding.MAX_TEXT_BYTES

    answer = await prosecutor.post("/simulations", json={"files": [{"name": name, "content": files[name].decode()} for name in files]})

    assert answer.status_code == 201
    assert answer.json()["draftDigest"] == legislation.digest(files)


async def test_a_file_beyond_the_limit_is_told_with_its_size_and_the_limit(prosecutor):
    content = "#" * (1024 * 1024 + 1)

    answer = await prosecutor.post("/simulations", json={"files": [{"name": "places.csv", "content": content}]})
    [issue] = answer.json()["issues"]

    assert (answer.status_code, issue["name"]) == (400, "/files/0/content")
    assert issue["detail"] == "Deze tekst telt 1048577 bytes; de grens is 1048576 bytes (1024 KiB)."


async def test_files_beyond_a_submission_together_are_refused_as_too_large(prosecutor):
    files = [{"name": f"{name}.csv", "content": "#" * 1024 * 1024} for name in ("places", "districts")]

    answer = await prosecutor.post("/simulations", json={"files": files})

    assert answer.status_code == 413
    assert "2 MiB" in answer.json()["detail"]


async def test_a_clerk_tries_no_law(clerk, deps: Deps):
    assert (await clerk.post("/simulations", json=body(deps))).status_code == 403
    assert (await clerk.get("/simulations")).status_code == 403


async def test_a_simulation_that_is_not_there_is_not_found(prosecutor):
    assert (await prosecutor.get("/simulations/99")).status_code == 404
