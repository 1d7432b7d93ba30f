"""Walks every address of the service as a reader of every role over files of every kind, each with a word of its own planted in it."""

import re
from typing import Any

import httpx
import pytest
from litestar import Litestar

from docket import work_lists
from docket.access import visibility
from docket.clock import court_day
from docket.store import search
from docket.store import work_lists as store
from tests import drafts
from tests.flows.access_world import NEVER_ISSUED, PASSWORD, PORT, Planted, Reader, World, text_of

#: Addresses of the API that show nothing of any case, and why.
API_WITHOUT_CASES = {
    "/api/v1/doc": "the reference page",
    "/api/v1/doc/openapi.json": "the reference page",
    "/api/v1/doc/start.js": "the reference page",
    "/api/v1/doc/{name:str}": "the reference page",
    "/api/v1/enactments": "the laws that were in force",
    "/api/v1/addresses": "addresses, which are of offices and courts and of no file",
    "/api/v1/addresses/{seatCode:str}": "an address, which is of an office or a court and of no file",
    "/api/v1/templates": "templates, which are of an office and of no file",
    "/api/v1/templates/{templateKind:str}": "templates, which are of an office and of no file",
    "/api/v1/templates/{templateKind:str}/uploads/{fileSha256:str}": "templates, which are of an office and of no file",
    "/api/v1/templates/{templateKind:str}/versions/{templateId:str}/content": "templates, which are of an office and of no file",
    "/api/v1/templates/{templateKind:str}/versions/{templateId:str}/example": "the example of a kind, about no file",
    "/api/v1/templates/{templateKind:str}/choices": "templates, which are of an office and of no file",
    "/api/v1/simulations": "drafts that were tried, and counts",
    "/api/v1/simulations/{simulationId:str}": "drafts that were tried, and counts",
    "/api/v1/chambers": "when chambers sit",
    "/api/v1/chambers/{chamberId:str}": "when a chamber sits",
    "/api/v1/chambers/{chamberId:str}/sittings": "when a chamber sits",
    "/api/v1/chambers/{chamberId:str}/rolls/{rollDay:str}": "a chamber; of what one does not read a taken place, see test_calendar",
    "/api/v1/bulk-runs": "runs of the caller himself, without a file",
    "/api/v1/bulk-runs/{rowId:str}": "runs of the caller himself; its lines of the files that he reads, see test_bulk_runs",
    "/api/v1/bulk-runs/{rowId:str}/attempts": "runs of the caller himself; tells how many lines",
    "/api/v1/feeds": "addresses of calendars; what one shows is walked as a page",
    "/api/v1/feeds/{rowId:str}/revocations": "addresses of calendars",
    "/api/v1/health": "how the service is",
    "/api/v1/mail-tasks/{taskId:str}/closures": "answers an id; a task of a file that one does not read is not there, see test_mails",
    "/api/v1/me": "the caller himself",
    "/api/v1/routing-previews": "stores nothing; related cases and candidates as far as the caller reads them, see test_related_case",
}
#: Lists over many files.
API_LISTS = (
    "/api/v1/cases",
    "/api/v1/transfers",
    "/api/v1/work-lists",
    "/api/v1/work-lists/{workList:str}",
    "/api/v1/time-limits",
    "/api/v1/requests",
    "/api/v1/conflicts",
    "/api/v1/duty",
    "/api/v1/escalations",
    "/api/v1/elsewhere",
    "/api/v1/services",
    "/api/v1/mail-tasks",
    "/api/v1/hearings-at-risk",
    "/api/v1/extracts",
    "/api/v1/mail-tasks",
    "/api/v1/assignments/draws",
    "/api/v1/simulations/{simulationId:str}/files",
    "/api/v1/grounds/cases",
    "/api/v1/figures/grounds",
)
#: What an address below a file must show of it to who may read it.
API_SHOWS_MARKER = {
    "/api/v1/cases/{caseNumber:str}",
    "/api/v1/cases/{caseNumber:str}/challenges",
    "/api/v1/cases/{caseNumber:str}/contacts",
    "/api/v1/cases/{caseNumber:str}/deliveries",
    "/api/v1/cases/{caseNumber:str}/requests",
    "/api/v1/cases/{caseNumber:str}/documents/{documentId:str}/content",
    "/api/v1/cases/{caseNumber:str}/documents/{documentId:str}/pdf",
}
#: The office's own work, which a registry that reads the file does not see.
API_OF_OFFICE = {
    "/api/v1/cases/{caseNumber:str}/bundles/{rowId:str}",
    "/api/v1/cases/{caseNumber:str}/bundles/{rowId:str}/pdf",
}
#: What an address asks for besides the file.
API_QUERIES = {"/api/v1/cases/{caseNumber:str}/decisions/as-of": "?day=2020-05-01"}
HEARING = {"chamber": 1, "day": "2026-12-07", "summons": "summons", "reason": "r"}
#: Bodies with which a write to a file is well formed.
API_BODIES: dict[tuple[str, str], Any] = {
    ("PUT", "/api/v1/cases/{caseNumber:str}"): {"reason": "r", "report": {"origin": {"service": "police"}}},
    ("POST", "/api/v1/cases/{caseNumber:str}/acknowledgement"): {"takenBy": "user:1"},
    ("POST", "/api/v1/cases/{caseNumber:str}/assignments"): {"prosecutor": "user:1", "reason": "r"},
    ("PUT", "/api/v1/cases/{caseNumber:str}/confidentiality"): {"confidentiality": "ordinary", "reason": "r", "named": []},
    ("POST", "/api/v1/cases/{caseNumber:str}/decisions"): {
        "kind": "overridden",
        "tracks": [{"ordinal": 0, "prosecutionOffice": "antwerpPort", "court": None}],
        "reason": "r",
    },
    ("POST", "/api/v1/cases/{caseNumber:str}/deliveries/{deliveryId:str}/resends"): None,
    ("POST", "/api/v1/cases/{caseNumber:str}/documents"): {"kind": "receipt"},
    ("POST", "/api/v1/cases/{caseNumber:str}/documents/{documentId:str}/pdf"): None,
    ("POST", "/api/v1/cases/{caseNumber:str}/bundles"): {"parts": ["document/1"]},
    ("POST", "/api/v1/cases/{caseNumber:str}/documents/{documentId:str}/acts"): {"act": "propose"},
    ("POST", "/api/v1/cases/{caseNumber:str}/documents/{documentId:str}/remakes"): None,
    ("POST", "/api/v1/cases/{caseNumber:str}/referrals"): {"tracks": [0]},
    ("POST", "/api/v1/cases/{caseNumber:str}/confirmations"): {
        "track": 0,
        "kind": "ground",
        "ground": "residence",
        "arrondissement": "Antwerpen",
        "facts": "f",
    },
    ("POST", "/api/v1/cases/{caseNumber:str}/challenges"): {
        "track": 0,
        "raisedBy": "party",
        "person": "s1",
        "ground": "residence",
        "raisedOn": "2026-11-20",
        "beforeCourt": "antwerpCorrectional",
    },
    ("POST", "/api/v1/cases/{caseNumber:str}/challenges/{challengeId:str}/rulings"): {
        "ruling": "upheld",
        "court": "antwerpCorrectional",
        "ruledOn": "2026-11-23",
    },
    ("POST", "/api/v1/cases/{caseNumber:str}/contacts"): {"kind": "counsel", "person": "s1", "name": "n", "fromOn": "2026-11-20"},
    ("POST", "/api/v1/cases/{caseNumber:str}/contacts/{contactId:str}/ends"): {"untilOn": "2026-11-24", "reason": "r"},
    ("POST", "/api/v1/cases/{caseNumber:str}/contacts/{contactId:str}/corrections"): {
        "kind": "counsel",
        "person": "s1",
        "name": "n",
        "fromOn": "2026-11-20",
        "reason": "r",
    },
    ("POST", "/api/v1/cases/{caseNumber:str}/hearings"): HEARING,
    ("POST", "/api/v1/cases/{caseNumber:str}/hearings/{hearingId:str}/moves"): HEARING,
    ("POST", "/api/v1/cases/{caseNumber:str}/hearings/{hearingId:str}/cancellations"): {"reason": "r"},
    ("POST", "/api/v1/cases/{caseNumber:str}/services"): {
        "act": "judgment",
        "persons": ["s1"],
        "manner": "bailiff",
        "reference": "r",
    },
    ("POST", "/api/v1/cases/{caseNumber:str}/services/{serviceId:str}/outcomes"): {"outcome": "withdrawn", "reason": "r"},
    ("PUT", "/api/v1/cases/{caseNumber:str}/piece-uploads/{fileSha256:str}"): {},
    ("POST", "/api/v1/cases/{caseNumber:str}/pieces"): {"kind": "letter", "author": "a", "medium": "paper"},
    ("POST", "/api/v1/cases/{caseNumber:str}/pieces/{pieceId:str}/moves"): {"to": NEVER_ISSUED, "reason": "r"},
    ("POST", "/api/v1/cases/{caseNumber:str}/pieces/{pieceId:str}/withdrawals"): {"reason": "r"},
    ("POST", "/api/v1/cases/{caseNumber:str}/seized-items/{itemId:str}/custodies"): {
        "place": "p",
        "custodian": "registry",
        "keptFrom": "2026-11-20",
    },
    ("POST", "/api/v1/cases/{caseNumber:str}/seized-items/{itemId:str}/decisions"): {"decision": "keep", "reason": "r"},
    ("POST", "/api/v1/cases/{caseNumber:str}/seized-items/{itemId:str}/executions"): {"carriedOutOn": "2026-11-24"},
    ("POST", "/api/v1/cases/{caseNumber:str}/seized-items/{itemId:str}/strikes"): {"act": 1, "reason": "r"},
    ("POST", "/api/v1/cases/{caseNumber:str}/judgments"): {
        "court": "antwerpCorrectional",
        "pronouncedOn": "2026-11-24",
        "outcomes": [{"person": "s1", "offence": "o1", "outcome": "acquitted"}],
        "parties": [{"person": "s1", "manner": "adversary"}],
    },
    ("POST", "/api/v1/cases/{caseNumber:str}/remedies"): {
        "judgment": 1,
        "remedy": "appeal",
        "role": "prosecution",
        "lodgedOn": "2026-11-24",
    },
    ("POST", "/api/v1/cases/{caseNumber:str}/judgment-acts"): {"act": "establishFinal"},
    ("POST", "/api/v1/cases/{caseNumber:str}/tellings/{rowId:str}/notes"): {"state": "told", "how": "phone"},
    ("POST", "/api/v1/cases/{caseNumber:str}/candidate-dismissals"): {"caseNumber": NEVER_ISSUED, "reason": "r"},
    ("POST", "/api/v1/cases/{caseNumber:str}/links"): {"caseNumber": NEVER_ISSUED, "ground": "other", "limb": None, "reason": "r"},
    ("POST", "/api/v1/cases/{caseNumber:str}/unlinks"): {"caseNumber": NEVER_ISSUED, "reason": "r"},
    ("POST", "/api/v1/cases/{caseNumber:str}/joins"): {
        "files": [{"caseNumber": NEVER_ISSUED}],
        "ground": "other",
        "limb": "3",
        "reason": "r",
    },
    ("POST", "/api/v1/cases/{caseNumber:str}/unjoins"): {"reason": "r"},
    ("POST", "/api/v1/cases/{caseNumber:str}/splits"): {
        "divided": [{"rows": "persons", "id": "s9", "goes": "leaves"}],
        "ground": "other",
        "reason": "r",
    },
    ("POST", "/api/v1/cases/{caseNumber:str}/reports"): {"origin": {"service": "police"}},
    ("POST", "/api/v1/cases/{caseNumber:str}/transfers"): {"toOffice": "antwerp", "ground": "other", "reason": "r"},
    ("POST", "/api/v1/cases/{caseNumber:str}/transfer-withdrawals"): {"reason": "r"},
    ("POST", "/api/v1/cases/{caseNumber:str}/conflicts"): {
        "kind": "negative",
        "between": "offices",
        "seat": "antwerp",
        "ground": "other",
        "reason": "r",
    },
    ("POST", "/api/v1/cases/{caseNumber:str}/conflict-settlements"): {"designated": "antwerp", "ruledOn": "2026-11-24", "reason": "r"},
    ("POST", "/api/v1/cases/{caseNumber:str}/conflict-withdrawals"): {"reason": "r"},
    ("POST", "/api/v1/cases/{caseNumber:str}/transfer-answers"): {"accept": True, "reason": "r"},
    ("POST", "/api/v1/cases/{caseNumber:str}/status-changes"): {"event": "openInvestigation", "reason": "r"},
    ("POST", "/api/v1/cases/{caseNumber:str}/strikes"): {"seq": 1, "reason": "r"},
    ("POST", "/api/v1/cases/{caseNumber:str}/requests"): {"question": "q", "addressee": "a"},
    ("POST", "/api/v1/cases/{caseNumber:str}/request-answers"): {"request": 1, "via": "letter", "remark": "r"},
    ("POST", "/api/v1/cases/{caseNumber:str}/request-acts"): {"request": 1, "act": "withdraw", "reason": "r"},
    ("POST", "/api/v1/cases/{caseNumber:str}/time-limits"): {"limit": "appeal", "startsOn": "2026-11-20"},
    ("POST", "/api/v1/cases/{caseNumber:str}/limitation-acts"): {
        "kind": "suspension",
        "on": "2026-11-20",
        "ground": "byLaw",
        "paper": "stuk 4",
    },
    ("POST", "/api/v1/cases/{caseNumber:str}/time-limit-acts"): {"timeLimit": 1, "act": "strike", "reason": "r"},
}
#: Headers that differ with every answer.
OF_THE_MOMENT = {"date", "belgov-trace-id"}


@pytest.fixture
def origin(every_kind) -> str:
    return every_kind.database


@pytest.fixture
def world(every_kind) -> World:
    return every_kind.world


def routes(app: Litestar, prefix: str) -> list[tuple[str, str]]:
    """(method, path) of every address of the service below a prefix."""
    return sorted(
        (method, route.path)
        for route in app.routes
        if route.path.startswith(prefix)
        for method in getattr(route, "methods", ())
        if method in ("GET", "POST", "PUT", "PATCH", "DELETE")
    )


def speaking(app: Litestar, reader: Reader) -> httpx.AsyncClient:
    headers = {"Authorization": f"Bearer {reader.key}"} if reader.key else {}
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    return httpx.AsyncClient(transport=transport, base_url="http://testserver", headers=headers)


def address(path: str, file: Planted, number: str | None = None) -> str:
    parts = {"caseNumber": number or file.case_number, "decisionSeq": "1", "challengeId": str(file.challenge_id)}
    parts |= {"pieceId": str(file.piece_id), "fileSha256": "0" * 64, "itemId": "g1"}
    parts |= {"hearingId": "1", "rowId": "1", "serviceId": "1", "workList": "files"}
    parts |= {"contactId": str(file.contact_id)}
    parts |= {"documentId": str(file.document_ids[0]), "deliveryId": str(file.delivery_ids[0])}
    return re.sub(r"\{(\w+):\w+\}", lambda found: parts[found[1]], path) + API_QUERIES.get(path, "")


def told(answer: httpx.Response) -> tuple[int, bytes, list[tuple[str, str]]]:
    headers = [(name, value) for name, value in answer.headers.items() if name not in OF_THE_MOMENT]
    return answer.status_code, answer.content, headers


def test_every_address_of_the_api_is_walked(app):
    below_a_file = {path for _, path in routes(app, "/api/v1") if "{caseNumber:str}" in path}

    known = below_a_file | set(API_LISTS) | set(API_WITHOUT_CASES)
    assert {path for _, path in routes(app, "/api/v1")} == known
    assert {(method, path) for method, path in routes(app, "/api/v1") if path in below_a_file and method != "GET"} == set(API_BODIES)


@pytest.mark.minutes
async def test_api_shows_each_file_to_who_may_read_it_and_to_nobody_else(app, world, deps):
    """Every address below a file, for every client: every kind of file that he may read, and in turn those that he may not."""
    paths = [path for method, path in routes(app, "/api/v1/cases/") if method == "GET"]
    shown = dict.fromkeys(paths, 0)
    for reader in world.clients:
        async with speaking(app, reader) as client:
            for turn, path in enumerate(paths):
                shown[path] += await _single(client, path, reader, reader.asked(world.files, turn), world)

    # Every address showed files and hid files, or the walk would prove nothing.
    walked = sum(len(reader.asked(world.files, 0)) for reader in world.clients)
    assert [path for path, count in shown.items() if not 0 < count < walked] == []


async def _single(client: httpx.AsyncClient, path: str, reader: Reader, files: tuple[Planted, ...], world: World) -> int:
    """To how many files the address opened."""
    shown, never = 0, await client.get(address(path, world.files[0], NEVER_ISSUED))
    for file in files:
        answer = await client.get(address(path, file))
        seen = text_of(answer.content)
        # What a file looks like is told with the other file's words, to who may read that one too.
        others = [other.marker for other in world.files if other.marker in seen and not (other is file or reader.may_read(other))]
        assert others == [], (reader.name, path, file)
        if reader.may_read(file) and not (path in API_OF_OFFICE and reader.actor.office is None):
            assert answer.status_code == 200, (reader.name, path, file, answer.text)
            assert path not in API_SHOWS_MARKER or file.marker in seen, (reader.name, path, file)
            shown += 1
        else:
            assert told(answer) == told(never), (reader.name, path, file)
            assert never.status_code == 404 or (not reader.actor.may("readCase") and never.status_code == 403)
    return shown


async def test_files_that_a_draft_of_the_law_moves_are_told_to_who_may_read_them(app, world, deps):
    """To a client that may try a draft at all; each file moves or stays, so both lists together are all of them."""
    simulation, told_to = await drafts.simulated(deps, area="antwerpRightBank"), set()
    for reader in world.clients:
        async with speaking(app, reader) as client:
            pages = [await client.get(f"/api/v1/simulations/{simulation.id}/files", params=query) for query in ({}, {"staying": "true"})]
            seen = " ".join(text_of(page.content) for page in pages)
            for file in world.files:
                shown = file.marker in seen or file.case_number.lower() in seen
                assert not shown or reader.may_read(file), (reader.name, file)
                told_to |= {reader.name} if shown else set()
    assert told_to


async def test_api_lists_and_searches_show_exactly_the_files_that_are_the_readers(app, world):
    for reader in world.clients:
        async with speaking(app, reader) as client:
            seen, after = "", "/api/v1/cases?pageSize=5"
            while after:
                page = (await client.get(after)).json()
                seen += str(page).lower()
                after = page.get("next")
            for file in world.files:
                assert (file.marker in seen) == reader.may_read(file), (reader.name, file)
                assert (file.case_number.lower() in seen) == reader.may_read(file)
                for word in (file.marker, file.case_number, f"NOTITIE-{file.marker}"):
                    found = (await client.get("/api/v1/cases", params={"q": word})).text.lower()
                    assert (file.marker in found) == reader.may_read(file), (reader.name, word)
            query = {"court": "antwerpCorrectional", "ground": "place-of-offence"}
            answer = await client.get("/api/v1/grounds/cases", params=query)
            assert (answer.status_code == 200) == reader.actor.may("readCase"), reader.name
            resting = answer.json().get("items", ())
            unreferred = {
                file.case_number for file in world.files if reader.may_read(file) and PORT in file.offices and not file.referred_courts
            }
            assert {line["caseNumber"] for line in resting} == unreferred, reader.name
            for path in (
                "/api/v1/transfers",
                "/api/v1/conflicts",
                "/api/v1/elsewhere",
                "/api/v1/services",
                "/api/v1/hearings-at-risk",
                "/api/v1/extracts",
                "/api/v1/assignments/draws",
            ):
                told_of_all = text_of((await client.get(path)).content)
                assert not any(file.marker in told_of_all for file in world.files), (reader.name, path)


@pytest.mark.minutes
async def test_api_writes_to_a_file_that_one_may_not_see_as_to_none_at_all(app, world, deps):
    before = await deps.pool.fetch("select case_number, version, entry_count from cases order by id")
    for reader in world.clients:
        async with speaking(app, reader) as client:
            for turn, ((method, path), body) in enumerate(API_BODIES.items()):
                never = await client.request(method, address(path, world.files[0], NEVER_ISSUED), json=body, headers={"If-Match": '"1"'})
                for file in (each for each in reader.asked(world.files, turn) if not reader.may_read(each)):
                    answer = await client.request(method, address(path, file), json=body, headers={"If-Match": f'"{file.version}"'})
                    assert told(answer) == told(never), (reader.name, method, path, answer.text)
                    assert answer.status_code in (403, 404), (reader.name, method, path, answer.text)

    assert await deps.pool.fetch("select case_number, version, entry_count from cases order by id") == before


async def test_related_case_that_one_may_not_see_is_like_one_that_was_never_issued(app, world):
    [reader] = [each for each in world.clients if each.name == "client-officeclient-eastflandersghent"]
    hidden = next(file for file in world.files if not reader.may_read(file) and "antwerpPort" in file.offices)
    async with speaking(app, reader) as client:
        answers = []
        for number in (hidden.case_number, NEVER_ISSUED):
            body = {
                "origin": {"service": "police"},
                "offences": [{"offence": "moneyLaundering"}],
                "relatedCases": [{"caseNumber": number, "ground": "sameFacts"}],
            }
            preview = await client.post("/api/v1/routing-previews", json=body)
            registered = await client.post("/api/v1/cases", json=body)
            made = await client.get(f"/api/v1/cases/{registered.json()['caseNumber']}")
            texts = [preview.text, registered.text, made.text]
            answers.append([re.sub(r"HAV-2026-\d{6}", "N", re.sub(r'"registeredAt":"[^"]*"', "", text)) for text in texts])

    assert answers[0] == answers[1]


async def test_work_lists_show_only_files_that_are_the_readers(world, deps):
    today, shown = court_day(deps.clock.now()), 0
    for reader in world.users + world.clients:
        numbers = {line.case_number for line in await search.mails(deps.pool, visibility(reader.actor), limit=200)}
        for one in work_lists.readable(reader.actor):
            if one.of_cases:
                found = await store.numbers(deps.pool, reader.actor, one.code, today, limit=200)
                numbers |= {item.case_number for item in found.items}
        assert numbers <= {file.case_number for file in world.files if reader.may_read(file)}
        shown += len(numbers)
    assert shown, "a list that is always empty shows nothing of others either"


async def test_who_looked_at_what_is_kept(app, world, deps):
    reader = world.clients[0]
    file = next(file for file in world.files if reader.may_read(file))
    await deps.pool.execute("truncate access_log")
    async with speaking(app, reader) as client:
        await client.get(f"/api/v1/cases/{file.case_number}")
        await client.get("/api/v1/cases", params={"q": file.marker})
        await client.get(f"/api/v1/cases/{NEVER_ISSUED}")

    rows = await deps.pool.fetch("select account, action, case_number, query from access_log order by id")
    assert [(row["account"], row["action"], row["case_number"]) for row in rows] == [
        (reader.actor.code, "opened", file.case_number),
        (reader.actor.code, "searched", None),
    ]
    assert file.marker in rows[1]["query"]
    assert PASSWORD not in str(rows)
