"""Time limits through the API: started from an event, told with their sum, met, moved and struck by acts."""

import httpx
import pytest

from docket.actions.jurisdiction.refer_case import ReferCase, refer_case
from docket.deps import Deps
from tests.builders import a_prosecutor
from tests.docket.api.registering import issue_names, registered

APPEAL = {"limit": "appeal", "startsOn": "2026-11-27", "person": "s1"}


async def started(clerk: httpx.AsyncClient, number: str, version: int = 1, **fields: object) -> httpx.Response:
    return await clerk.post(f"/cases/{number}/time-limits", json=APPEAL | fields, headers={"If-Match": f'"{version}"'})


async def act(clerk: httpx.AsyncClient, number: str, version: int, **fields: object) -> httpx.Response:
    return await clerk.post(f"/cases/{number}/time-limit-acts", json=fields, headers={"If-Match": f'"{version}"'})


async def told(clerk: httpx.AsyncClient, number: str) -> dict:
    return (await clerk.get(f"/cases/{number}/time-limits")).json()


async def test_a_clock_is_started_from_its_event_and_told_with_its_sum(clerk: httpx.AsyncClient) -> None:
    number = await registered(clerk)

    response = await started(clerk, number)

    assert (response.status_code, response.json()["version"]) == (201, 2), response.text
    [clock] = (await told(clerk, number))["items"]
    assert (clock["dueOn"], clock["event"], clock["state"], clock["confidence"]) == ("2026-12-28", "pronouncement", "running", "sure")
    assert clock["sum"].endswith("zondag 27 december 2026 is geen werkdag, dus maandag 28 december 2026.")


async def test_acts_on_a_clock_follow_each_other(clerk: httpx.AsyncClient) -> None:
    number = await registered(clerk)
    one = (await started(clerk, number, limit="detentionAppealDecision", startsOn="2026-11-24")).json()["timeLimit"]
    stopped = {"timeLimit": one, "act": "suspend", "on": "2026-11-26", "ground": "adjournment", "reason": "uitstel"}

    assert (await act(clerk, number, 2, **stopped)).status_code == 200
    assert (await act(clerk, number, 3, **stopped)).status_code == 409
    assert (await act(clerk, number, 3, timeLimit=one, act="resume", on="2026-11-28", reason="zitting")).status_code == 200
    ruled = {"timeLimit": one, "act": "extend", "on": "2026-12-18", "ground": "ruling", "reason": "vonnis"}
    assert (await act(clerk, number, 4, **ruled)).status_code == 200
    assert (await told(clerk, number))["items"][0]["dueOn"] == "2026-12-18"
    assert (await act(clerk, number, 5, timeLimit=one, act="meet", on="2026-11-24")).status_code == 200
    assert (await act(clerk, number, 6, timeLimit=one, act="strike", reason="verkeerd dossier")).status_code == 200
    assert (await told(clerk, number))["items"][0]["state"] == "struck"


async def test_what_is_missing_or_wrong_is_named(clerk: httpx.AsyncClient) -> None:
    number = await registered(clerk)

    assert issue_names(await started(clerk, number, startsOn=None)) == ["/startsOn"]
    assert issue_names(await started(clerk, number, limit="arrest")) == ["/startsAt"]
    assert issue_names(await started(clerk, number, limit="nothing", person="s9")) == ["/limit", "/person"]
    one = (await started(clerk, number)).json()["timeLimit"]
    assert issue_names(await act(clerk, number, 2, timeLimit=one, act="meet")) == ["/on"]
    assert (await act(clerk, number, 2, timeLimit=99, act="meet", on="2026-11-24")).status_code == 404
    assert (await act(clerk, number, 1, timeLimit=one, act="meet", on="2026-11-24")).status_code == 412


async def test_an_arrest_runs_from_its_report_to_the_minute(clerk: httpx.AsyncClient) -> None:
    suspect = {"id": "s1", "role": "suspect", "kind": "natural", "custody": "arrested", "arrestedAt": "2026-11-24T01:20:00+01:00"}
    number = await registered(clerk, persons=[suspect])

    [clock] = (await told(clerk, number))["items"]

    assert (clock["limit"], clock["dueAt"], clock["overdue"]) == ("arrest", "2026-11-26T00:20:00Z", False)


async def test_what_ends_first_over_all_files_is_told_page_by_page(clerk: httpx.AsyncClient) -> None:
    numbers = [await registered(clerk) for _ in range(3)]
    for number, day in zip(numbers, ("2026-11-18", "2026-11-16", "2026-11-17"), strict=True):
        await started(clerk, number, startsOn=day)

    first = (await clerk.get("/time-limits?pageSize=2")).json()
    rest = (await clerk.get("/time-limits", params={"pageSize": 2, "after": first["next"]})).json()

    assert [line["caseNumber"] for line in (*first["items"], *rest["items"])] == [numbers[1], numbers[2], numbers[0]]
    assert rest["next"] is None


async def test_limitation_stands_beside_the_clocks(clerk: httpx.AsyncClient) -> None:
    number = await registered(clerk, offences=[{"id": "o1", "offence": "portIntrusion", "committedFrom": "2024-06-10"}])

    limitation = (await told(clerk, number))["limitation"]

    assert limitation[0]["offence"] == "o1"
    assert {(line["state"], line["lastDay"]) for line in limitation} == {("running", "2034-06-09")}


async def test_limitation_stands_still_from_the_day_on_which_the_file_came_before_its_court(clerk: httpx.AsyncClient, deps: Deps) -> None:
    facts = [{"id": "o1", "offence": "portIntrusion", "committedFrom": "2024-06-10"}]
    number = await registered(clerk, offences=facts, places=[{"id": "p1", "role": "scene", "port": "antwerp", "quay": "730"}])
    await refer_case(ReferCase(case_number=number, version=1, tracks=(0,)), a_prosecutor(), deps)

    limitation = (await told(clerk, number))["limitation"]

    assert {(line["state"], line["seisedOn"], line["seisedBy"]) for line in limitation} == {("stopped", "2026-11-24", "moved")}


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ({"startsAt": 7}, "/startsAt"),
        ({"startsAt": "2026-11-20"}, "/startsAt"),
        ({"startsAt": "2026-11-20T10:00:00"}, "/startsAt"),
        ({"startsAt": "2026-11-20T25:00:00+01:00"}, "/startsAt"),
        ({"startsOn": "9999-12-31"}, "/startsOn"),
        ({"startsOn": "0001-01-01"}, "/startsOn"),
        ({"startsOn": "2026-11-20", "alsoOn": "9999-12-31"}, "/alsoOn"),
    ],
)
async def test_day_or_instant_from_which_nothing_can_be_counted_is_refused_by_its_field(
    clerk: httpx.AsyncClient, given: dict[str, str], name: str
) -> None:
    number = await registered(clerk)

    answer = await clerk.post(f"/cases/{number}/time-limits", json={"limit": "appeal"} | given, headers={"If-Match": '"1"'})

    assert answer.status_code == 400
    assert [issue["name"] for issue in answer.json()["issues"]] == [name]


async def test_what_interrupts_and_suspends_limitation_is_entered_read_back_and_struck(clerk: httpx.AsyncClient) -> None:
    offence = {"id": "o1", "offence": "drugPossession", "committedFrom": "2017-06-01"}
    number = await registered(clerk, offences=[offence], persons=[{"id": "s1", "role": "suspect"}])
    interrupting = {"kind": "interruption", "on": "2022-01-10", "act": "investigation", "paper": "PV 12", "offences": ["o1"]}

    async def enter(version: int, **fields: object) -> httpx.Response:
        headers = {"If-Match": f'"{version}"', "Idempotency-Key": f"limitation-act-{version}"}
        return await clerk.post(f"/cases/{number}/limitation-acts", json=fields, headers=headers)

    done = await enter(1, **interrupting)
    assert (done.status_code, done.json()["version"]) == (201, 2), done.text
    assert (await enter(1, **interrupting)).json() == done.json(), "with its key it is done once"
    stopped = {"kind": "suspension", "on": "2026-11-01", "ground": "legalObstacle", "paper": "stuk 4"}
    assert (await enter(2, **stopped)).status_code == 201
    body = await told(clerk, number)
    one = next(row for row in body["limitation"] if row["provision"] == "DRUG1")
    assert (one["state"], one["suspendedSince"], one["lastDay"]) == ("running", "2026-11-01", "2027-06-24")
    assert [(act["seq"], act["kind"], act["act"], act["ground"], act["until"]) for act in body["limitationActs"]] == [
        (done.json()["seq"], "interruption", "investigation", None, None),
        (3, "suspension", None, "legalObstacle", None),
    ]

    assert issue_names(await enter(3, kind="interruption", on="2025-01-01", paper="x")) == ["/act", "/on"]
    strike = {"seq": done.json()["seq"], "reason": "verkeerd dossier"}
    response = await clerk.post(f"/cases/{number}/strikes", json=strike, headers={"If-Match": '"3"'})
    assert response.status_code in (200, 201), response.text
    [act, _] = (await told(clerk, number))["limitationActs"]
    assert (act["struckBy"], act["struckReason"]) == (4, "verkeerd dossier")
