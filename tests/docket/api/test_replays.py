"""Decisions decided again over the API."""

from datetime import date

import httpx

from docket.deps import Deps
from tests.docket.api.conftest import Caller
from tests.docket.api.registering import issue_names, registered
from tests.docket.enacting import enact, other_law


async def test_a_file_is_decided_by_the_law_of_another_day_in_the_language_of_the_caller(prosecutor: httpx.AsyncClient, deps: Deps) -> None:
    number = await registered(prosecutor)
    await enact(other_law(), deps, on=date(2027, 1, 1))
    then = await prosecutor.get(f"/cases/{number}/decisions/as-of?day=2020-05-01", headers={"Accept-Language": "fr"})
    later = (await prosecutor.get(f"/cases/{number}/decisions/as-of?day=2027-01-01")).json()

    assert then.status_code == 200, then.text
    assert (then.json()["pack"], then.json()["lawDigest"], then.headers["content-language"]) == ("firstPack", deps.law.digest, "fr")
    assert then.json()["decision"]["asOf"] == "2020-05-01"
    assert (later["pack"], later["decision"]["policy"], later["stored"]["policy"]) == ("inForce", "enacted", "stroomplan")
    assert {"path": "policy", "before": "stroomplan", "after": "enacted"} in later["differences"]
    assert len((await prosecutor.get(f"/cases/{number}/decisions")).json()["items"]) == 1


async def test_the_pack_of_another_enactment_is_asked_by_its_digest_and_an_unknown_one_is_named(
    prosecutor: httpx.AsyncClient, deps: Deps
) -> None:
    number = await registered(prosecutor)
    newer = other_law()
    await enact(newer, deps, on=date(2027, 1, 1))
    asked = (await prosecutor.get(f"/cases/{number}/decisions/as-of?day=2020-05-01&law={newer.digest}")).json()
    unknown = await prosecutor.get(f"/cases/{number}/decisions/as-of?day=2020-05-01&law={'0' * 64}")
    unreal = await prosecutor.get(f"/cases/{number}/decisions/as-of?day=2026-02-30")
    broken = await prosecutor.get(f"/cases/{number}/decisions/as-of?day=gisteren")
    missing = await prosecutor.get(f"/cases/{number}/decisions/as-of")

    assert (asked["pack"], asked["lawDigest"]) == ("asked", newer.digest)
    assert (unknown.status_code, issue_names(unknown)) == (400, ["law"])
    assert (broken.status_code, issue_names(broken)) == (400, ["day"])
    assert (unreal.status_code, issue_names(unreal)) == (400, ["day"])
    assert (missing.status_code, issue_names(missing)) == (400, ["day"])


async def test_any_day_of_the_calendar_is_answered(prosecutor: httpx.AsyncClient) -> None:
    number = await registered(prosecutor)

    for day in ("0001-01-01", "1830-10-04", "2014-03-31", "9999-12-31"):
        assert (await prosecutor.get(f"/cases/{number}/decisions/as-of?day={day}")).status_code == 200, day


async def test_a_stored_decision_replays_to_the_same_bytes_and_a_changed_one_is_named(prosecutor: httpx.AsyncClient, deps: Deps) -> None:
    number = await registered(prosecutor)
    same = (await prosecutor.get(f"/cases/{number}/decisions/1/replay")).json()
    async with deps.pool.acquire() as connection:
        await connection.execute("update decisions set result = jsonb_set(result, '{tracks,0,court}', '\"ghentCorrectional\"')")
    other = (await prosecutor.get(f"/cases/{number}/decisions/1/replay")).json()

    assert (same["outcome"], same["differences"], same["lawDigest"]) == ("same", [], deps.law.digest)
    assert (other["outcome"], [each["path"] for each in other["differences"]]) == ("otherBytes", ["tracks/0/court"])
    assert (await prosecutor.get(f"/cases/{number}/decisions/9/replay")).status_code == 404


async def test_a_file_that_one_may_not_read_is_neither_replayed_nor_decided_again(prosecutor: httpx.AsyncClient, caller: Caller) -> None:
    number = await registered(prosecutor)
    there = await caller(office="limburgHasselt")

    for path in ("decisions/as-of?day=2020-05-01", "decisions/1/replay"):
        assert (await there.get(f"/cases/{number}/{path}")).status_code == 404


async def test_what_was_read_again_stands_in_the_log_of_who_opened_what(prosecutor: httpx.AsyncClient, deps: Deps) -> None:
    number = await registered(prosecutor)
    await prosecutor.get(f"/cases/{number}/decisions/as-of?day=2020-05-01")
    await prosecutor.get(f"/cases/{number}/decisions/1/replay")

    async with deps.pool.acquire() as connection:
        assert await connection.fetchval("select count(*) from access_log where case_number = $1", number) == 2


async def test_the_law_in_force_and_those_before_it_are_listed(prosecutor: httpx.AsyncClient, deps: Deps) -> None:
    newer = other_law()
    await enact(newer, deps)
    listed = (await prosecutor.get("/enactments")).json()

    assert [(each["seq"], each["lawDigest"]) for each in listed["items"]] == [(2, newer.digest), (1, deps.law.digest)]
    assert listed["items"][0]["magistrates"] == ["prosecutor:23", "headOfOffice:31"]
    assert listed["items"][0]["previousHash"] == listed["items"][1]["hash"]
    assert listed["draftDigest"] == deps.law.digest
