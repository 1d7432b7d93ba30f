"""A magistrate tries a draft in the browser, downloads what he may see, and another one confirms the enactment."""

import csv
import io
import json
import re
from typing import Any

from docket.deps import Deps
from docket.mail.sending import MemorySender
from docket.store import law_packs
from docket.worker import queue
from tests import builders, drafts


async def work(deps: Deps) -> None:
    """What the worker has to do now."""
    await queue.drain(deps, MemorySender())


async def hand_in(person: Any, files: dict[str, bytes]) -> None:
    await person.open("/recht/simulatie")
    token = re.search(r'name="_csrf" value="([^"]+)"', person.page.text)
    assert token is not None
    person.page = await person.browser.post(
        "/recht/simulatie",
        data={"_csrf": token[1]},
        files=[("_bestanden", (name, content, "application/octet-stream")) for name, content in files.items()],
        follow_redirects=True,
    )


async def test_a_draft_is_handed_in_runs_by_itself_and_shows_what_it_moves(enter, deps: Deps):
    docket = await drafts.a_docket(deps)
    person = await enter("prosecutor")

    await hand_in(person, drafts.without("waasland", dict(deps.law.files)))
    waiting = person.page
    await work(deps)
    await person.open(person.path)

    assert waiting.headers["refresh"] == "2"
    assert "Wacht op de verwerker" in waiting.text
    assert "refresh" not in person.page.headers
    assert "2 van 6 dossiers verhuizen" in person.text
    assert docket.moves in person.text
    assert docket.stays_referred not in person.text
    await person.open(f"{person.path}?blijft=ja")
    assert docket.stays_referred in person.text
    assert "een spoor is al verwezen naar zijn rechtbank" in person.text


async def test_lists_to_download_hold_the_files_that_the_reader_may_see(enter, deps: Deps):
    docket = await drafts.a_docket(deps)
    found = await drafts.simulated(deps)
    person, elsewhere = await enter("prosecutor"), await enter("headOfOffice", office="westFlandersBrugge")

    table = await person.open(f"/recht/simulatie/{found.id}/lijst.csv")
    listed = await person.open(f"/recht/simulatie/{found.id}/lijst.json")
    other = await elsewhere.open(f"/recht/simulatie/{found.id}/lijst.json")
    rows = list(csv.DictReader(io.StringIO(table.content.decode("utf-8-sig")), delimiter=";"))

    assert {row["Dossier"] for row in rows if row["Verhuist"] == "ja"} == {docket.moves, docket.moves_and_lapses}
    assert {one["caseNumber"] for one in json.loads(listed.content)} == {row["Dossier"] for row in rows}
    assert json.loads(other.content) == []
    assert f'filename="simulatie-{found.id}.csv"' in table.headers["content-disposition"]
    assert table.headers["content-type"] == "text/csv; charset=utf-8"
    page = await elsewhere.open(f"/recht/simulatie/{found.id}")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert "2 van 6 dossiers verhuizen" in elsewhere.text
    assert "HAV-" not in elsewhere.page.text


async def test_a_bad_draft_is_refused_with_file_row_and_mend(enter, deps: Deps):
    person = await enter("headOfOffice")
    files = {"policies.toml": deps.law.files["policies.toml"].replace(b'"antwerpCorrectional"', b'"nowhere"', 1)}

    await hand_in(person, files)

    assert person.page.status_code == 400
    assert "Dit ontwerp is geweigerd" in person.text
    assert "policies.toml, " in person.text


async def test_only_magistrates_see_the_page(enter):
    for role in ("clerk", "administrator", "auditor"):
        person = await enter(role)
        await person.open("/recht/simulatie")
        assert person.page.status_code == 403
        await person.open("/recht")
        assert person.page.status_code == 200
        assert "/recht/simulatie" not in person.page.text


async def test_a_form_with_files_needs_the_token_of_its_session(enter, deps: Deps):
    person = await enter("prosecutor")

    answer = await person.browser.post("/recht/simulatie", data={"_csrf": "forged"}, files=[("_bestanden", ("policies.toml", b"x"))])

    assert answer.status_code == 403


async def test_one_proposes_another_confirms_and_everybody_is_told(enter, deps: Deps):
    docket = await drafts.a_docket(deps)
    found = await drafts.simulated(deps)
    first, second, clerk = await enter("prosecutor"), await enter("headOfOffice"), await enter("clerk")

    await first.open(f"/recht/simulatie/{found.id}")
    await first.post(f"/recht/simulatie/{found.id}/voorstellen", {"_dag": "24/11/2026", "_reden": "Protocol van 12 november 2026."})
    assert "Een andere magistraat bevestigt het" in first.text
    await second.open(f"/recht/simulatie/{found.id}")
    proposal = re.search(r"/recht/voorstellen/(\d+)/bevestigen", second.page.text)
    assert proposal is not None
    await second.post(proposal[0], {})
    assert "Wordt uitgevoerd" in second.text
    await work(deps)
    await second.open(f"/recht/simulatie/{found.id}")
    assert "In werking gesteld op 24/11/2026" in second.text
    assert await law_packs.digest_in_force(deps.pool) == found.draft_digest

    await clerk.open("/dossiers")
    assert (
        "Op 24/11/2026 is een nieuwe wet in werking gesteld: Protocol van 12 november 2026. 2 dossiers zijn opnieuw beslist." in clerk.text
    )
    await clerk.post("/recht/aankondiging", {"_wet": "2", "_terug": "/dossiers"})
    assert clerk.path == "/dossiers"
    assert "nieuwe wet in werking gesteld" not in clerk.text
    await clerk.open("/recht")
    assert clerk.page.status_code == 200
    await first.open(f"/dossiers/{docket.moves}")
    assert "Opnieuw beslist na een wijziging van de wet" in first.text
    assert "nieuwe wet in werking gesteld" in first.text


async def test_a_proposal_without_reason_or_with_a_future_day_comes_back_with_its_fault(enter, deps: Deps):
    found = await drafts.simulated(deps)
    person = await enter("prosecutor")
    await person.open(f"/recht/simulatie/{found.id}")

    await person.post(f"/recht/simulatie/{found.id}/voorstellen", {"_dag": "24/11/2026", "_reden": " "})
    assert (person.page.status_code, "Geef een reden" in person.text) == (400, True)
    await person.post(f"/recht/simulatie/{found.id}/voorstellen", {"_dag": "25/11/2026", "_reden": "Protocol"})
    assert (person.page.status_code, "niet in de toekomst" in person.text) == (400, True)
    await person.post(f"/recht/simulatie/{found.id}/voorstellen", {"_dag": "morgen", "_reden": "Protocol"})
    assert "dd/mm/jjjj" in person.text


async def test_an_interrupted_simulation_says_so_and_is_run_again(enter, deps: Deps):
    await builders.a_case(deps)
    person = await enter("prosecutor")
    await hand_in(person, drafts.without("waasland", dict(deps.law.files)))
    address = person.path
    async with deps.pool.acquire() as connection:
        await connection.execute("delete from pgqueuer")
        await connection.execute("update simulations set state = 'running', alive_at = $1", deps.clock.now())
    deps.clock.instant = deps.clock.instant.replace(minute=35)

    await person.open(address)
    assert "Onderbroken" in person.text
    await person.post(f"{address}/opnieuw", {})
    await work(deps)
    await person.open(address)
    assert "1 van 1 dossiers verhuizen" in person.text


async def test_a_simulation_that_does_not_exist_is_not_found(enter):
    person = await enter("prosecutor")

    await person.open("/recht/simulatie/999")

    assert person.page.status_code == 404
