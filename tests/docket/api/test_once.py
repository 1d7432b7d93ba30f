"""An act with an Idempotency-Key is done once, whatever is lost on the way, and by nobody else."""

import asyncio
from typing import Any

import pytest

from docket.api import examples
from docket.deps import Deps
from tests.docket.actions.hearing_world import COURT
from tests.docket.actions.judgment_world import before_court, judgment_of
from tests.docket.actions.reading import view_of
from tests.docket.api.conftest import Caller
from tests.docket.api.registering import registered
from tests.docket.api.test_judgments import GIVEN

KEY = {"Idempotency-Key": "griffie-2026-11-24-17"}


async def entries_of(deps: Deps, number: str) -> int:
    return len((await view_of(deps, number)).entries)


async def test_a_judgment_that_is_sent_again_with_its_key_is_entered_once_and_answered_alike(caller: Caller, deps: Deps) -> None:
    number, registry = await before_court(deps), await caller("registryClient", court=COURT)
    sent: dict[str, Any] = {"json": GIVEN, "headers": {"If-Match": '"2"'} | KEY}

    first = await registry.post(f"/cases/{number}/judgments", **sent)
    written = await entries_of(deps, number)
    again = await registry.post(f"/cases/{number}/judgments", **sent)

    assert first.status_code == 201, first.text
    assert (again.status_code, again.content) == (201, first.content)
    assert {name: again.headers[name] for name in ("etag", "location")} == {name: first.headers[name] for name in ("etag", "location")}
    assert await entries_of(deps, number) == written
    # Another body, or another act, with the same key is a mistake of the client.
    for address, body in (("judgments", GIVEN | {"remark": "x"}), ("remedies", {"judgment": 1, "remedy": "appeal"})):
        other = await registry.post(f"/cases/{number}/{address}", json=body, headers={"If-Match": '"3"'} | KEY)
        assert (other.status_code, other.json()["type"]) == (422, "urn:problem-type:havendossier:idempotencyKeyReused")


async def test_two_at_the_same_instant_with_one_key_are_one(caller: Caller, deps: Deps) -> None:
    number, registry = await before_court(deps), await caller("registryClient", court=COURT)

    answers = await asyncio.gather(
        *(registry.post(f"/cases/{number}/judgments", json=GIVEN, headers={"If-Match": '"2"'} | KEY) for _ in range(4))
    )

    assert sum(answer.status_code == 201 for answer in answers) >= 1
    # Who came while the first was being answered is told that it is done.
    assert {answer.status_code for answer in answers} <= {201, 409}
    assert {answer.json()["type"].rpartition(":")[2] for answer in answers if answer.status_code == 409} <= {"actDone"}
    assert (await view_of(deps, number)).case.version == 3


async def test_an_act_that_was_refused_uses_no_key(caller: Caller, deps: Deps) -> None:
    number, registry = await before_court(deps), await caller("registryClient", court=COURT)
    late = await registry.post(f"/cases/{number}/judgments", json=GIVEN, headers={"If-Match": '"1"'} | KEY)
    assert late.status_code == 412

    # The version is no part of what is asked: the same act comes again, for the file as it stands.
    done = await registry.post(f"/cases/{number}/judgments", json=GIVEN, headers={"If-Match": '"2"'} | KEY)

    assert done.status_code == 201


async def test_a_key_is_its_own_senders_and_shows_nothing_of_a_file_that_was_closed_to_him(caller: Caller, deps: Deps) -> None:
    number, registry = await before_court(deps), await caller("registryClient", court=COURT)
    sent: dict[str, Any] = {"json": GIVEN, "headers": {"If-Match": '"2"'} | KEY}
    await registry.post(f"/cases/{number}/judgments", **sent)

    office = await caller("officeClient", office="antwerpPort")
    assert (await office.post(f"/cases/{number}/judgments", **sent)).status_code == 412
    await deps.pool.execute("update cases set confidentiality = 'sealed' where case_number = $1", number)

    assert (await registry.post(f"/cases/{number}/judgments", **sent)).status_code == 404


async def test_an_act_whose_answer_was_lost_with_the_service_is_not_done_again(caller: Caller, deps: Deps) -> None:
    number, registry = await before_court(deps), await caller("registryClient", court=COURT)
    sent: dict[str, Any] = {"json": GIVEN, "headers": {"If-Match": '"2"'} | KEY}
    await registry.post(f"/cases/{number}/judgments", **sent)
    await deps.pool.execute("update keyed_acts set status = null, body = null")

    again = await registry.post(f"/cases/{number}/judgments", **sent)

    assert (again.status_code, again.json()["type"]) == (409, "urn:problem-type:havendossier:actDone")
    assert (await judgment_of(deps, number)).id == 1


ACTS: list[tuple[str, dict[str, Any]]] = [
    ("status-changes", {"event": "openInvestigation", "reason": "Het onderzoek begint."}),
    ("time-limits", examples.TIME_LIMIT_START),
    ("contacts", examples.CONTACT),
    ("services", examples.SERVICE_REQUEST),
    ("requests", examples.REQUEST),
    ("strikes", {"seq": 2, "reason": "Verkeerd dossier."}),
]


@pytest.mark.parametrize(("address", "body"), ACTS, ids=[address for address, _ in ACTS])
async def test_each_chapter_of_the_life_of_a_file_does_an_act_with_a_key_once(
    caller: Caller, deps: Deps, address: str, body: dict[str, Any]
) -> None:
    office = await caller("officeClient", office="antwerpPort")
    number, version = await registered(office), 1
    if address == "strikes":
        await office.post(f"/cases/{number}/status-changes", json=ACTS[0][1], headers={"If-Match": '"1"'})
        version = 2
    sent: dict[str, Any] = {"json": body, "headers": {"If-Match": f'"{version}"', "Idempotency-Key": "k-1"}}

    first = await office.post(f"/cases/{number}/{address}", **sent)
    assert first.status_code in (200, 201), first.text
    written = await entries_of(deps, number)
    again = await office.post(f"/cases/{number}/{address}", **sent)

    assert (again.status_code, again.content) == (first.status_code, first.content)
    assert await entries_of(deps, number) == written
