"""The life of a file by API: where it stands, what may happen next, what happened, and its timeline."""

from docket.deps import Deps
from tests.docket.actions.judgment_world import before_court
from tests.docket.api.conftest import Caller
from tests.docket.api.registering import registered


async def test_a_status_change_is_entered_and_the_next_events_are_told(caller: Caller) -> None:
    prosecutor = await caller(role="prosecutor")
    number = await registered(prosecutor)
    first = (await prosecutor.get(f"/cases/{number}/status")).json()
    assert (first["status"], first["title"]) == ("registered", "geregistreerd")
    assert {event["event"] for event in first["events"]} == {"openInvestigation", "duplicateFound", "dismiss", "extinguished", "join"}
    dismissal = next(event for event in first["events"] if event["event"] == "dismiss")
    assert (dismissal["who"], dismissal["asks"], dismissal["article"]) == ("prosecutor", ["motive"], "art. 28quater Sv.")
    change = {"event": "openInvestigation", "reason": "Het onderzoek begint."}
    unseen = await prosecutor.post(f"/cases/{number}/status-changes", json=change)
    assert unseen.status_code == 428
    done = await prosecutor.post(f"/cases/{number}/status-changes", json=change, headers={"If-Match": '"1"'})
    assert (done.status_code, done.json()["status"], done.headers["ETag"]) == (200, "investigation", '"2"')

    refused = await prosecutor.post(
        f"/cases/{number}/status-changes", json={"event": "judgmentGiven", "reason": "x"}, headers={"If-Match": '"2"'}
    )
    assert refused.status_code == 409
    assert "alleen vanuit: bij de rechtbank" in refused.json()["detail"]
    listed = (await prosecutor.get("/cases", params={"status": "investigation"})).json()
    assert [item["caseNumber"] for item in listed["items"]] == [number]


async def test_the_timeline_tells_each_entry_in_a_sentence_and_what_was_struck(caller: Caller) -> None:
    prosecutor = await caller(role="prosecutor")
    number = await registered(prosecutor)
    change = {"event": "openInvestigation", "reason": "Het onderzoek begint."}
    await prosecutor.post(f"/cases/{number}/status-changes", json=change, headers={"If-Match": '"1"'})
    struck = await prosecutor.post(f"/cases/{number}/strikes", json={"seq": 2, "reason": "Verkeerd dossier."}, headers={"If-Match": '"2"'})
    assert struck.status_code == 201
    kept = await prosecutor.post(f"/cases/{number}/strikes", json={"seq": 1, "reason": "x"}, headers={"If-Match": '"3"'})
    assert kept.status_code == 409

    lines = (await prosecutor.get(f"/cases/{number}/timeline", params={"group": "life"})).json()["items"]
    assert [(line["seq"], line["struckBy"], line["struckReason"]) for line in lines] == [(2, 3, "Verkeerd dossier."), (3, None, None)]
    assert lines[0]["text"].startswith("Stand gewijzigd. Opsporingsonderzoek geopend.")
    assert (await prosecutor.get(f"/cases/{number}/timeline", params={"lastDay": "2020-01-01"})).json()["items"] == []


async def test_a_judgment_is_refused_as_a_status_and_the_problem_and_the_list_of_events_say_where_it_is_entered(
    caller: Caller, deps: Deps
) -> None:
    prosecutor = await caller(role="prosecutor")
    number = await before_court(deps)
    listed = {one["event"]: one for one in (await prosecutor.get(f"/cases/{number}/status")).json()["events"]}
    assert (listed["judgmentGiven"]["verb"], listed["judgmentGiven"]["enteredAt"]) == ("enterJudgment", "judgments")
    assert listed["extinguished"]["enteredAt"] == "status-changes"

    bare = {"event": "judgmentGiven", "paper": {"kind": "judgment", "datedOn": "2026-11-20"}}
    refused = await prosecutor.post(f"/cases/{number}/status-changes", json=bare, headers={"If-Match": '"2"'})

    assert (refused.status_code, refused.headers["content-type"]) == (409, "application/problem+json")
    assert "POST /cases/{caseNumber}/judgments" in refused.json()["detail"]
    assert (await prosecutor.get(f"/cases/{number}")).json()["status"] == "trialCourt"


async def test_the_status_names_who_is_detained_without_a_running_limit_or_title(caller: Caller) -> None:
    prosecutor = await caller(role="prosecutor")
    number = await registered(prosecutor, persons=[{"id": "s1", "role": "suspect", "custody": "remanded"}])

    [one] = (await prosecutor.get(f"/cases/{number}/status")).json()["unheld"]

    assert (one["person"], one["custody"], one["limit"], one["href"]) == (
        "s1",
        "remanded",
        "firstChamber",
        f"/api/v1/cases/{number}/time-limits",
    )
    assert one["fault"] == "Verdachte 1 (s1) is aangehouden, maar er loopt geen termijn en er is geen titel." and one["toDo"]
    begun = {"limit": "firstChamber", "startsOn": "2026-11-24", "person": "s1"}
    await prosecutor.post(f"/cases/{number}/time-limits", json=begun, headers={"If-Match": '"1"'})
    assert (await prosecutor.get(f"/cases/{number}/status")).json()["unheld"] == []
