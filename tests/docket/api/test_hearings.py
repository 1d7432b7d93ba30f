"""A registry keeps the chambers and hearings of its own court through the API, and says who was told."""

import io
import zipfile
from datetime import timedelta
from typing import Any

import httpx

from docket.actions.jurisdiction.refer_case import ReferCase, refer_case
from docket.actions.papers.choose_template import ChooseTemplate, choose_template
from docket.actions.papers.upload_template import UploadTemplate, upload_template
from docket.clock import court_day
from docket.deps import Deps
from documents import templates
from tests.builders import a_case, a_prosecutor, an_actor
from tests.docket.actions.hearing_world import COURT, PEOPLE, RIGHT_BANK
from tests.docket.api.conftest import Caller
from tests.documents import reading

AN_ADMINISTRATOR = an_actor("administrator", office=None, account_id=70)
CHAMBER: dict[str, Any] = {"court": COURT, "name": "AC4", "kind": "correctional", "weekdays": [1, 3], "startsAt": "09:00", "capacity": 1}
PLACE: dict[str, Any] = {"day": "2026-12-07", "summons": "summons", "reason": "gereed"}


async def a_referred_file(deps: Deps) -> str:
    number = (await a_case(deps, persons=PEOPLE, **RIGHT_BANK)).case_number
    await refer_case(ReferCase(case_number=number, version=1, tracks=(0,)), a_prosecutor(), deps)
    return number


async def test_a_registry_keeps_its_chambers_and_sets_moves_and_cancels_a_hearing(caller: Caller, deps: Deps) -> None:
    number, registry = await a_referred_file(deps), await caller("registryClient", court=COURT)
    chamber = (await registry.post("/chambers", json=CHAMBER)).json()["id"]
    change = {"version": 1, "weekdays": [1, 2, 3], "startsAt": "09:30", "capacity": 2}
    assert (await registry.put(f"/chambers/{chamber}", json=change)).status_code == 200
    assert (await registry.put(f"/chambers/{chamber}", json=change)).status_code == 412
    off = {"day": "2026-12-08", "startsAt": "09:30", "capacity": 0}
    assert (await registry.post(f"/chambers/{chamber}/sittings", json=off)).status_code == 200
    [kept] = (await registry.get("/chambers")).json()["items"]
    assert (kept["startsAt"], kept["weekdays"], kept["version"]) == ("09:30", [1, 2, 3], 2)

    base = f"/cases/{number}/hearings"
    once = {"If-Match": '"2"', "Idempotency-Key": "k1"}
    done = await registry.post(base, json=PLACE | {"chamber": chamber}, headers=once)
    again = await registry.post(base, json=PLACE | {"chamber": chamber}, headers=once)
    assert (done.status_code, again.status_code) == (201, 200)
    [hearing] = (await registry.get(base)).json()["items"]
    assert (hearing["startsAt"], hearing["sequence"]) == ("2026-12-07T08:30:00Z", 0)
    where = f"{base}/{hearing['id']}"
    closed = await registry.post(f"{where}/moves", json=PLACE | {"chamber": chamber, "day": "2026-12-08"}, headers={"If-Match": '"3"'})
    assert closed.status_code == 400
    moved = await registry.post(
        f"{where}/moves", json=PLACE | {"chamber": chamber, "day": "2026-12-09", "at": "14:00"}, headers={"If-Match": '"3"'}
    )
    gone = await registry.post(f"{where}/cancellations", json={"reason": "r"}, headers={"If-Match": '"4"'})

    assert (moved.status_code, gone.status_code) == (200, 200)
    [hearing] = (await registry.get(base)).json()["items"]
    assert (hearing["state"], hearing["sequence"]) == ("cancelled", 2)


async def test_a_registry_fetches_the_roll_of_its_chamber_in_its_own_template_and_learns_that_nothing_changed(
    caller: Caller, deps: Deps
) -> None:
    number, registry = await a_referred_file(deps), await caller("registryClient", court=COURT)
    chamber = (await registry.post("/chambers", json=CHAMBER)).json()["id"]
    roll = f"/chambers/{chamber}/rolls/2026-12-07"
    empty = await registry.get(roll)
    booked = await registry.post(f"/cases/{number}/hearings", json=PLACE | {"chamber": chamber}, headers={"If-Match": '"2"'})
    full = await registry.get(roll)
    deps.clock.instant += timedelta(minutes=5)
    same = await registry.get(roll, headers={"If-None-Match": full.headers["etag"]})
    own = UploadTemplate(office=COURT, kind="hearing_roll", content=reworded(templates.read("hearing_roll")), remark="van de griffie")
    version = await upload_template(own, AN_ADMINISTRATOR, deps)
    day = court_day(deps.clock.now())
    choice = ChooseTemplate(office=COURT, kind="hearing_roll", template_id=version, from_day=day, reason="huisstijl")
    await choose_template(choice, AN_ADMINISTRATOR, deps)
    changed = await registry.get(roll, headers={"If-None-Match": full.headers["etag"]})

    assert booked.status_code == 201
    assert "Er is voor deze dag niets bepaald" in reading.words_of(empty.content)
    assert number in reading.words_of(full.content)
    assert (full.headers["etag"] != empty.headers["etag"], same.status_code) == (True, 304), "the hour of making is no change"
    assert (changed.status_code, "Rol van deze griffie" in reading.words_of(changed.content)) == (200, True)
    assert (await registry.get(f"/chambers/{chamber}/rolls/2026-02-30")).status_code == 400
    other = await caller("registryClient", court="ghentCorrectional")
    assert (await other.get(roll)).status_code == 404, "the chamber of another court"


def reworded(template: bytes) -> bytes:
    """The same template with a title of the registry's own."""
    taken, given = io.BytesIO(template), io.BytesIO()
    with zipfile.ZipFile(taken) as old, zipfile.ZipFile(given, "w") as new:
        for part in old.infolist():
            new.writestr(part, old.read(part).replace(b">Zittingsrol<", b">Rol van deze griffie<"))
    return given.getvalue()


async def test_the_first_lawful_days_of_a_file_are_proposed_past_the_summons_term(caller: Caller, deps: Deps) -> None:
    number, registry = await a_referred_file(deps), await caller("registryClient", court=COURT)
    chamber = (await registry.post("/chambers", json=CHAMBER)).json()["id"]

    answer = (await registry.get(f"/cases/{number}/hearing-proposals", params={"count": 2})).json()

    assert answer["firstLawfulOn"] == "2026-12-05", "ten clear days after today"
    assert [(one["chamberId"], one["startsAt"]) for one in answer["items"]] == [
        (chamber, "2026-12-07T08:00:00Z"),
        (chamber, "2026-12-09T08:00:00Z"),
    ]
    other = await caller("registryClient", court="ghentCorrectional")
    assert (await other.get(f"/cases/{number}/hearing-proposals")).status_code == 404


async def test_a_registry_reads_its_hearings_by_a_private_address_until_it_revokes_it(
    caller: Caller, deps: Deps, client: httpx.AsyncClient
) -> None:
    number, registry = await a_referred_file(deps), await caller("registryClient", court=COURT)
    chamber = (await registry.post("/chambers", json=CHAMBER)).json()["id"]
    await registry.post(f"/cases/{number}/hearings", json=PLACE | {"chamber": chamber}, headers={"If-Match": '"2"'})

    made = await registry.post("/feeds", json={"chamber": chamber})
    nowhere = await registry.post("/feeds", json={"chamber": 999})

    assert (made.status_code, nowhere.status_code) == (201, 400)
    [line] = (await registry.get("/feeds")).json()["items"]
    assert line["chamberId"] == chamber
    assert "address" not in line, "it is told once"
    other = await caller("registryClient", court="ghentCorrectional")
    assert (await other.post("/feeds", json={"chamber": chamber})).status_code == 400
    await other.post(f"/feeds/{line['id']}/revocations")
    path = made.json()["address"].partition("/agenda/")[2]
    assert number in (await client.get(f"/agenda/{path}")).text
    revoked = await registry.post(f"/feeds/{line['id']}/revocations")
    assert revoked.json() == {"items": []}
    assert (await client.get(f"/agenda/{path}")).status_code == 404


async def test_a_registry_says_who_was_told(caller: Caller, deps: Deps) -> None:
    number, registry = await a_referred_file(deps), await caller("registryClient", court=COURT)
    chamber = (await registry.post("/chambers", json=CHAMBER)).json()["id"]
    await registry.post(f"/cases/{number}/hearings", json=PLACE | {"chamber": chamber}, headers={"If-Match": '"2"'})
    rows = (await registry.get(f"/cases/{number}/tellings")).json()["items"]
    suspect = next(row for row in rows if row["role"] == "suspect")

    noted = await registry.post(
        f"/cases/{number}/tellings/{suspect['id']}/notes", json={"state": "told", "how": "letter"}, headers={"If-Match": '"3"'}
    )

    assert noted.status_code == 200
    rows = (await registry.get(f"/cases/{number}/tellings")).json()["items"]
    assert next(row["state"] for row in rows if row["id"] == suspect["id"]) == "told"


async def test_a_registry_of_another_court_and_a_day_inside_the_term_are_refused(caller: Caller, deps: Deps) -> None:
    number, registry = await a_referred_file(deps), await caller("registryClient", court=COURT)
    other = await caller("registryClient", court="eastFlandersGhentCorrectional")
    chamber = (await registry.post("/chambers", json=CHAMBER)).json()["id"]
    place = PLACE | {"chamber": chamber}

    assert (await other.post("/chambers", json=CHAMBER)).status_code == 409
    assert (await other.post(f"/cases/{number}/hearings", json=place, headers={"If-Match": '"2"'})).status_code == 404
    early = await registry.post(f"/cases/{number}/hearings", json=place | {"day": "2026-11-30"}, headers={"If-Match": '"2"'})
    assert early.status_code == 400
    assert "De eerste mogelijke dag is 07/12/2026." in early.text
