"""The templates of an office through the API: handed in and checked, tried with the example, used from a day on, and the way back."""

from datetime import date, timedelta
from hashlib import sha256

import httpx

from docket.deps import Deps
from docket.mail.sending import MemorySender
from docket.worker.queue import drain
from documents import templates
from tests.docket.actions.test_office_templates import TODAY, reworded
from tests.docket.api.conftest import Caller
from tests.docket.api.registering import registered
from tests.documents import reading

ADDRESS = "/templates/receipt"


async def handed_in(head: httpx.AsyncClient, content: bytes, remark: str = "andere aanhef", digest: str = "") -> httpx.Response:
    where = f"{ADDRESS}/uploads/{digest or sha256(content).hexdigest()}"
    return await head.put(where, content=content, params={"remark": remark} if remark else {})


async def chosen(head: httpx.AsyncClient, template: int | None, day: date = TODAY) -> httpx.Response:
    return await head.put(f"{ADDRESS}/choices", json={"template": template, "fromDay": str(day), "reason": "nieuwe huisstijl"})


async def test_a_version_is_handed_in_tried_used_from_its_day_on_and_taken_back(
    caller: Caller, clerk: httpx.AsyncClient, deps: Deps, sender: MemorySender
) -> None:
    head = await caller("headOfOffice")
    before = (await head.get("/templates")).json()
    kept = await handed_in(head, reworded())
    version = kept.json()["versions"][0]
    example = await head.get(version["exampleHref"].removeprefix("/api/v1"))
    content = await head.get(version["contentHref"].removeprefix("/api/v1"))
    first, again = [await chosen(head, version["id"]) for _ in range(2)]
    number = await registered(clerk)
    asked = await clerk.post(f"/cases/{number}/documents", json={"kind": "receipt"})
    await drain(deps, sender)
    made = await clerk.get(f"{asked.headers['Location'].removeprefix('/api/v1')}/content")
    back = (await chosen(head, None)).json()

    assert before["office"] == "antwerpPort"
    assert all((row["used"], row["own"]) == (None, 0) for row in before["items"])
    assert (kept.status_code, version["used"], version["remark"]) == (200, False, "andere aanhef")
    assert version["sha256"] == sha256(reworded()).hexdigest()
    assert "Wij kregen uw melding" in reading.words_of(example.content)
    assert content.content == reworded()
    assert (first.status_code, first.json()) == (200, again.json())
    assert first.json()["versions"][0]["used"] and len(again.json()["choices"]) == 1
    assert "Wij kregen uw melding" in reading.words_of(made.content)
    assert [choice["template"] for choice in back["choices"]] == [None, version["id"]]
    assert [one["used"] for one in back["versions"]] == [False, True]
    release = await head.get(f"{ADDRESS}/versions/0/content")
    assert release.content == templates.read("receipt")


async def test_a_choice_for_later_is_told_and_one_for_a_day_that_passed_is_refused(caller: Caller) -> None:
    head = await caller("headOfOffice")
    version = (await handed_in(head, reworded())).json()["versions"][0]["id"]
    later = TODAY + timedelta(days=7)

    assert (await chosen(head, version, later)).status_code == 200
    late = await chosen(head, version, TODAY - timedelta(days=1))

    [row] = [row for row in (await head.get("/templates")).json()["items"] if row["kind"] == "receipt"]
    assert (row["used"], [(one["template"], one["fromDay"]) for one in row["ahead"]], row["own"]) == (None, [(version, str(later))], 1)
    assert (late.status_code, late.json()["issues"][0]["name"]) == (400, "/fromDay")


async def test_every_fault_of_a_template_is_told_with_its_paragraph(caller: Caller) -> None:
    head = await caller("headOfOffice")

    refused = await handed_in(head, reworded(after="Melding {{ onbekend }} van {{ geheim }}"))
    other = await handed_in(head, reworded(), digest="0f" * 32)
    silent = await handed_in(head, reworded(), remark="")

    assert refused.status_code == 400
    told = [(issue["name"], "(alinea 14: “Melding {{ onbekend }}" in issue["detail"]) for issue in refused.json()["issues"]]
    assert told == [("/content", True)] * 2
    assert (other.status_code, other.json()["issues"][0]["name"]) == (400, "fileSha256")
    assert (silent.status_code, silent.json()["issues"][0]["name"]) == (400, "remark")
    assert [one["id"] for one in (await head.get(ADDRESS)).json()["versions"]] == [0]


async def test_only_the_head_of_an_office_keeps_its_templates_and_no_other_office_sees_them(
    caller: Caller, clerk: httpx.AsyncClient, prosecutor: httpx.AsyncClient
) -> None:
    head, elsewhere = await caller("headOfOffice"), await caller("headOfOffice", office="brussels")
    version = (await handed_in(head, reworded())).json()["versions"][0]["id"]

    for stranger in (clerk, prosecutor):
        assert (await stranger.get("/templates")).status_code == 403
        assert (await handed_in(stranger, reworded())).status_code == 403
        assert (await chosen(stranger, version)).status_code == 403
    assert (await elsewhere.get(f"{ADDRESS}/versions/{version}/content")).status_code == 404
    assert (await chosen(elsewhere, version)).status_code == 404
    assert (await head.get("/templates/geheim")).status_code == 404
