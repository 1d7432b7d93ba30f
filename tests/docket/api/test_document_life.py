"""The life of a document through the API: its state on the resource, its acts once each, and what a new version says otherwise."""

from datetime import date, timedelta

import httpx

from docket.actions.time_limits.start_time_limit import StartTimeLimit, start_time_limit
from docket.clock import FixedClock
from docket.deps import Deps
from docket.mail.sending import MemorySender
from docket.worker.queue import drain
from routing import Start
from tests.builders import a_clerk
from tests.docket.actions.test_document_life import ELSEWHERE, LAST_DAY, a_summons, at_noon
from tests.docket.api.conftest import Caller
from tests.docket.api.registering import registered


async def made(client: httpx.AsyncClient, deps: Deps, sender: MemorySender, kind: str = "transfer") -> str:
    """Address of a document of a new file."""
    number = await registered(client, **ELSEWHERE)
    asked = await client.post(f"/cases/{number}/documents", json={"kind": kind})
    assert asked.status_code == 201, asked.text
    await drain(deps, sender)
    return asked.headers["Location"].removeprefix("/api/v1")


async def test_the_resource_tells_how_far_a_document_is_and_an_act_is_done_once(
    clerk: httpx.AsyncClient, prosecutor: httpx.AsyncClient, deps: Deps, sender: MemorySender
) -> None:
    address = await made(clerk, deps, sender)
    before = (await clerk.get(address)).json()
    proposing = {"json": {"act": "propose"}, "headers": {"Idempotency-Key": "een"}}

    first, again = [await clerk.post(f"{address}/acts", **proposing) for _ in range(2)]
    own = await clerk.post(f"{address}/acts", json={"act": "signOff"})
    signed = await prosecutor.post(f"{address}/acts", json={"act": "signOff"})
    issued = await clerk.post(f"{address}/acts", json={"act": "issue"})
    after = (await clerk.get(address)).json()

    assert (before["stage"], before["signedBy"], before["acts"]) == ("draft", "magistrate", [])
    assert (first.status_code, first.json(), again.json()) == (200, again.json(), first.json())
    assert first.json()["stage"] == "proposed"
    assert (own.status_code, signed.status_code, issued.json()["stage"]) == (403, 200, "issued")
    assert [(act["act"], act["stage"]) for act in after["acts"]] == [
        ("propose", "proposed"),
        ("signOff", "signedOff"),
        ("issue", "issued"),
    ]
    assert [bool(act["name"]) for act in after["acts"]] == [False, True, False]


async def test_an_act_that_is_not_possible_says_what_is(clerk: httpx.AsyncClient, deps: Deps, sender: MemorySender) -> None:
    address = await made(clerk, deps, sender)

    skipped = await clerk.post(f"{address}/acts", json={"act": "issue"})
    silent = await clerk.post(f"{address}/acts", json={"act": "withdraw"})
    withdrawn = await clerk.post(f"{address}/acts", json={"act": "withdraw", "reason": "vergissing"})

    assert (skipped.status_code, "wel mogelijk: voorstellen" in skipped.json()["detail"]) == (409, True)
    assert [issue["name"] for issue in silent.json()["issues"]] == ["/reason"]
    assert withdrawn.json()["stage"] == "withdrawn"


async def test_a_document_that_the_register_outgrew_is_refused_in_words_and_made_again(
    clerk: httpx.AsyncClient, deps: Deps, sender: MemorySender
) -> None:
    address = await made(clerk, deps, sender)
    number = address.split("/")[2]
    begun = Start(event="appealDeclared", on=date(2026, 11, 20))
    await start_time_limit(StartTimeLimit(case_number=number, version=1, limit="detentionAppealDecision", start=begun), a_clerk(), deps)

    refused = await clerk.post(f"{address}/acts", json={"act": "propose"})
    remade = await clerk.post(f"{address}/remakes")
    await drain(deps, sender)
    newer = remade.headers["Location"].removeprefix("/api/v1")
    difference = (await clerk.get(f"{newer}/difference")).json()

    assert (refused.status_code, refused.json()["type"][-16:]) == (409, "documentOutdated")
    assert all(issue["detail"].startswith("alinea ") for issue in refused.json()["issues"])
    assert (remade.status_code, (await clerk.get(address)).json()["stage"]) == (201, "replaced")
    assert difference["earlier"] == f"/api/v1{address}"
    assert [change["sentence"] for change in difference["changes"]] == [issue["detail"] for issue in refused.json()["issues"]]
    assert {piece["kind"] for change in difference["changes"] for piece in change["pieces"]} <= {"same", "went", "came"}
    assert (await clerk.get(f"{address}/difference?to={newer.rsplit('/', 1)[1]}")).status_code == 200


async def test_a_summons_that_can_no_longer_be_served_in_time_is_refused_with_the_first_possible_day(
    clerk: httpx.AsyncClient, deps: Deps, sender: MemorySender, clock: FixedClock
) -> None:
    paper = await a_summons(deps, sender)
    address = f"/cases/{paper.number}/documents/{paper.id}"
    at_noon(clock, LAST_DAY + timedelta(days=1))

    refused = await clerk.post(f"{address}/acts", json={"act": "propose"})

    assert (refused.status_code, refused.json()["type"].rpartition(":")[2]) == (409, "factsMissing")
    [issue] = refused.json()["issues"]
    assert (issue["name"], "11 december 2026 de eerste mogelijke dag" in issue["detail"]) == ("zitting", True)
    assert (await clerk.get(address)).json()["stage"] == "draft"


async def test_another_office_finds_neither_acts_nor_differences(
    caller: Caller, clerk: httpx.AsyncClient, deps: Deps, sender: MemorySender
) -> None:
    address, stranger = await made(clerk, deps, sender), await caller(office="brussels")

    assert (await stranger.post(f"{address}/acts", json={"act": "propose"})).status_code == 404
    assert (await stranger.post(f"{address}/remakes")).status_code == 404
    assert (await stranger.get(f"{address}/difference")).status_code == 404


async def test_a_kind_that_does_not_exist_is_refused_by_its_field(clerk: httpx.AsyncClient) -> None:
    number = await registered(clerk, **ELSEWHERE)

    refused = await clerk.post(f"/cases/{number}/documents", json={"kind": "summary", "typed": {"\u0000": 1}})

    assert refused.status_code == 400
    assert [issue["name"] for issue in refused.json()["issues"]] == ["/kind"]
