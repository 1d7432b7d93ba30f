"""Programs of an office see who is on duty and what waits, and take a file for a named person."""

from datetime import date, timedelta

import msgspec

from docket.access import SYSTEM
from docket.actions.accounts.add_user import AddUser, add_user
from docket.actions.duty.escalate import escalate
from docket.actions.duty.keep_duty_roster import KeepDutyRoster, keep_duty_roster
from docket.clock import FixedClock
from tests.builders import a_case, an_actor


async def clerk_on_duty(deps) -> str:
    made = await add_user(AddUser(name="wacht", display_name="Wacht", roles=("clerk",), office="antwerpPort"), SYSTEM, deps)
    shift = KeepDutyRoster(role="clerk", account_id=made.account_id, shift="whole", first=date(2026, 11, 23), last=date(2026, 11, 30))
    await keep_duty_roster(shift, an_actor("headOfOffice", account_id=made.account_id), deps)
    return f"user:{made.account_id}"


async def test_duty_says_who_is_on_it_what_waits_and_what_comes_next(clerk, deps):
    person = await clerk_on_duty(deps)
    number = (await a_case(deps)).case_number

    body = (await clerk.get("/duty")).json()

    assert [(line["role"], line["people"]) for line in body["duties"]] == [("clerk", [person]), ("prosecutor", [])]
    [line] = body["waiting"]
    assert (line["caseNumber"], line["urgency"], line["nextStep"]) == (number, "ordinary", "clerk")
    assert line["nextAt"] == "2026-11-24T13:30:00Z"


async def test_acknowledgement_names_a_person_and_is_one_however_often_it_is_sent(clerk, deps):
    person = await clerk_on_duty(deps)
    number = (await a_case(deps)).case_number
    address = f"/cases/{number}/acknowledgement"

    nobody = await clerk.post(address, json={"takenBy": "user:999999"})
    first = await clerk.post(address, json={"takenBy": person})
    again = await clerk.post(address, json={"takenBy": person})

    assert (nobody.status_code, nobody.json()["issues"][0]["name"]) == (400, "/takenBy")
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    [row] = (await clerk.get(address)).json()["items"]
    assert (row["takenBy"], row["via"], row["nextStep"]) == (person, "api", None)
    assert (await clerk.get("/duty")).json()["waiting"] == []


async def test_file_that_another_took_is_refused_with_who_it_was(clerk, deps):
    person = await clerk_on_duty(deps)
    other = await add_user(AddUser(name="ander", display_name="Ander", roles=("prosecutor",), office="antwerpPort"), SYSTEM, deps)
    number = (await a_case(deps)).case_number
    await clerk.post(f"/cases/{number}/acknowledgement", json={"takenBy": person})

    answer = await clerk.post(f"/cases/{number}/acknowledgement", json={"takenBy": f"user:{other.account_id}"})

    assert answer.status_code == 409
    assert "al opgenomen door Wacht op 24/11/2026" in answer.json()["detail"]
    over = {"takenBy": f"user:{other.account_id}", "reason": "De collega is met verlof."}
    assert (await clerk.post(f"/cases/{number}/acknowledgement", json=over)).json()["takenBy"] == f"user:{other.account_id}"
    rows = (await clerk.get(f"/cases/{number}/acknowledgement")).json()["items"]
    assert [(row["takenBy"], row["endCause"]) for row in rows] == [(person, "handedOver"), (f"user:{other.account_id}", None)]


async def test_escalations_come_in_pages_with_what_became_of_each_channel(clerk, deps):
    person = await clerk_on_duty(deps)
    for _ in range(3):
        await a_case(deps)
    await escalate(msgspec.structs.replace(deps, clock=FixedClock(deps.clock.now() + timedelta(hours=4))))

    # The clerk on duty has no address: the step fails at once, and the next one is due.
    first = (await clerk.get("/escalations?pageSize=5")).json()
    second = (await clerk.get(first["next"].removeprefix("/api/v1"))).json()

    items = [*first["items"], *second["items"]]
    assert len({line["id"] for line in items}) == 9 and "next" not in second
    assert {(line["step"], *line["told"]) for line in items} == {("clerk", person), ("prosecutor",), ("head",)}
    assert {line["tries"][0]["state"] for line in items} == {"failed"}


async def test_programs_of_another_office_see_none_of_it(caller, deps):
    await clerk_on_duty(deps)
    await a_case(deps)
    await escalate(msgspec.structs.replace(deps, clock=FixedClock(deps.clock.now() + timedelta(days=3))))
    theirs = await caller(office="eastFlandersGhent")

    body = (await theirs.get("/duty")).json()

    assert (body["waiting"], [line["people"] for line in body["duties"]]) == ([], [[], []])
    assert (await theirs.get("/escalations")).json()["items"] == []
