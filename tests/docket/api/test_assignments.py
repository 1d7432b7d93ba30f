"""Whose file it is, over the API: function codes, and the steps for the office alone."""

from datetime import timedelta

import msgspec
import pytest

from docket.access import SYSTEM
from docket.actions.accounts.add_user import AddUser, add_user
from docket.actions.assignment.assign_prosecutor import AssignProsecutor, assign_prosecutor
from docket.actions.assignment.keep_roster import KeepRoster, keep_roster
from docket.clock import court_day
from docket.draws import DrawRecord, checked
from docket.mail.sending import MemorySender
from docket.worker.queue import drain
from tests.builders import a_case, an_actor

NAMES = ("Annelies Vandenbroucke", "Bartholomeus Claesen", "Christiaan Verstraeten")
#: Where the law itself names the court of Antwerp, so that a file can be referred.
RIGHT_BANK = [{"id": "p1", "role": "scene", "port": "antwerp", "dock": "Churchilldok"}]
HEAD = an_actor("headOfOffice", account_id=900)


@pytest.fixture
async def roster(deps) -> list[int]:
    accounts = []
    for n, name in enumerate(NAMES):
        command = AddUser(name=f"p{n}", display_name=name, roles=("prosecutor",), office="antwerpPort")
        accounts.append((await add_user(command, SYSTEM, deps)).account_id)
        await keep_roster(KeepRoster(prosecutor=accounts[-1], change="add", day=court_day(deps.clock.now())), HEAD, deps)
    deps.clock.instant += timedelta(minutes=1)
    return accounts


async def test_office_reads_how_the_file_came_to_its_prosecutor(deps, roster, caller, sender):
    number = (await a_case(deps)).case_number
    await drain(deps, sender)
    [item] = (await (await caller()).get(f"/cases/{number}/assignments")).json()["items"]

    assert (item["kind"], item["assignedBy"]) == ("draw", "system")
    assert [place["code"] for place in item["steps"]["result"]["places"]] == sorted(f"user:{account}" for account in roster)
    assert item["steps"]["result"]["drawn"]["drawNumber"] == 1


async def test_court_reads_the_function_code_and_nothing_of_how_it_came_about(deps, roster, caller, sender):
    number = (await a_case(deps, places=RIGHT_BANK)).case_number
    await drain(deps, sender)
    prosecutor = await caller(role="prosecutor")
    await prosecutor.post(f"/cases/{number}/referrals", json={"tracks": [0]}, headers={"If-Match": '"1"'})
    registry = await caller(role="registryClient", court="antwerpCorrectional")
    [item] = (await registry.get(f"/cases/{number}/assignments")).json()["items"]

    assert item["prosecutor"].startswith("user:")
    assert (item["reason"], item["steps"]) == (None, None)


async def test_head_chooses_with_a_reason_that_stays_in_the_office(deps, roster, caller, sender):
    number = (await a_case(deps)).case_number
    await drain(deps, sender)
    head = await caller(role="headOfOffice")
    before = (await head.get(f"/cases/{number}/assignments")).json()["items"][0]["prosecutor"]
    other = next(f"user:{account}" for account in roster if f"user:{account}" != before)
    choice = {"prosecutor": other, "reason": f"Overleg met {NAMES[0]}."}
    answer = await head.post(f"/cases/{number}/assignments", json=choice, headers={"If-Match": '"1"'})
    clerk = await (await caller(role="prosecutor")).post(f"/cases/{number}/assignments", json=choice, headers={"If-Match": '"2"'})

    assert answer.status_code == 201
    assert clerk.status_code == 403
    items = (await head.get(f"/cases/{number}/assignments")).json()["items"]
    assert [(item["kind"], item["prosecutor"]) for item in items] == [("draw", before), ("override", other)]
    assert items[1]["reason"] == choice["reason"]


async def test_auditor_reads_every_draw_with_all_that_he_needs_to_make_it_again(deps, roster, caller, sender):
    for n in range(3):
        await a_case(deps, externalId=str(n))
    await drain(deps, sender)
    auditor = await caller(role="auditor", office=None, scopes=("entries:read",))
    first = (await auditor.get("/assignments/draws", params={"pageSize": 2})).json()
    rest = (await auditor.get(first["next"].removeprefix("/api/v1"))).json()

    records = [msgspec.convert(item, DrawRecord) for item in (*first["items"], *rest["items"])]
    assert [checked(record).verdict for record in records] == ["secret"] * 3
    assert "next" not in rest


@pytest.mark.parametrize("role", ["officeClient", "prosecutor", "registryClient"])
async def test_nobody_else_reads_the_draws(deps, caller, role):
    client = await caller(role=role, court="antwerpCorrectional" if role == "registryClient" else None)

    assert (await client.get("/assignments/draws")).status_code == 403


async def test_no_name_of_a_prosecutor_leaves_the_office(deps, roster, caller, sender: MemorySender):
    """Every address of the API that the court and the auditor may read, and every mail, after everything that names a prosecutor."""
    number = (await a_case(deps, places=RIGHT_BANK)).case_number
    await drain(deps, sender)
    head = await caller(role="headOfOffice")
    before = (await head.get(f"/cases/{number}/assignments")).json()["items"][0]["prosecutor"]
    other = next(f"user:{account}" for account in roster if f"user:{account}" != before)
    choice = {"prosecutor": other, "reason": f"{NAMES[0]} en {NAMES[1]} wisselen dit dossier met {NAMES[2]}."}
    assert (await head.post(f"/cases/{number}/assignments", json=choice, headers={"If-Match": '"1"'})).status_code == 201
    await head.post(f"/cases/{number}/referrals", json={"tracks": [0]}, headers={"If-Match": '"2"'})
    await drain(deps, sender)
    registry = await caller(role="registryClient", court="antwerpCorrectional")
    auditor = await caller(role="auditor", office=None)
    document = (await registry.get("/doc/openapi.json")).json()
    read = []
    for path, operations in document["paths"].items():
        if "get" not in operations or path.startswith("/doc"):
            continue
        address = (
            path.replace("{caseNumber}", number).replace("{decisionSeq}", "1").replace("{documentId}", "1").replace("{deliveryId}", "1")
        )
        for reader in (registry, auditor):
            answer = await reader.get(address)
            read.append((address, answer.status_code, answer.text))

    assert [address for address, _, text in read if any(part in text for name in NAMES for part in name.split())] == []
    opened = {address for address, status, _ in read if status == 200}
    assert {f"/cases/{number}", f"/cases/{number}/entries", f"/cases/{number}/assignments", "/assignments/draws"} <= opened
    mails = await deps.pool.fetch("select subject || body_text || body_html as said from deliveries")
    assert len(mails) == 2
    assert not any(part in mail["said"] for mail in mails for name in NAMES for part in name.split())


async def test_file_is_not_assigned_to_whoever_is_gone(deps, roster, caller, sender):
    number = (await a_case(deps)).case_number
    head = await caller(role="headOfOffice")
    choice = {"prosecutor": "user:999999", "reason": "x"}
    answer = await head.post(f"/cases/{number}/assignments", json=choice, headers={"If-Match": '"1"'})

    assert answer.status_code == 400
    assert answer.json()["issues"][0]["name"] == "/prosecutor"
    case_id = await deps.pool.fetchval("select id from cases where case_number = $1", number)
    assert (await assign_prosecutor(AssignProsecutor(case_id=case_id), SYSTEM, deps)) is not None
