"""Walks every page as a user of every role over files of every kind, each with a word of its own planted in it."""

import hashlib
import re
import secrets
from datetime import timedelta

import httpx
import msgspec
import pytest
from litestar import Litestar

from docket.actions.accounts.sign_in import SignIn, sign_in
from docket.actions.assignment.override_assignment import OverrideAssignment, override_assignment
from docket.actions.duty.escalate import escalate
from docket.actions.registration.set_confidentiality import SetConfidentiality, set_confidentiality
from docket.clock import FixedClock
from docket.store import duty
from docket.web.visit import SESSION_COOKIE
from tests import drafts
from tests.builders import a_prosecutor
from tests.flows.access_world import NEVER_ISSUED, PASSWORD, PICTURE, PORT, Planted, Reader, World, text_of
from tests.flows.test_access_walk import OF_THE_MOMENT, routes

#: Pages that show nothing of any case.
WITHOUT_CASES = {
    "/adressen",
    "/sjablonen",
    "/sjablonen/{kind:str}",
    "/sjablonen/{kind:str}/keuze",
    "/sjablonen/{kind:str}/{template_id:int}/sjabloon.docx",
    "/sjablonen/{kind:str}/{template_id:int}/voorbeeld.docx",
    "/sjablonen/{kind:str}/{template_id:int}/beeld.png",
    "/",
    "/aanmelden",
    "/account",
    "/account/agenda",
    "/agenda/{token:str}/zittingen.ics",
    "/afmelden",
    "/beheer/accounts",
    "/beheer/accounts/mensen",
    "/beheer/accounts/sluiten",
    "/beheer/accounts/toepassingen",
    "/health",
    "/hulp",
    "/kamers",
    "/nieuw",
    "/recht",
    "/recht/bestanden/{name:str}",
    "/recht/aankondiging",
    "/recht/gebieden",
    "/recht/geldend",
    "/recht/simulatie",
    "/recht/simulatie/{simulation_id:int}/antwoord.docx",
    "/recht/simulatie/{simulation_id:int}/opnieuw",
    # Of whom asked for it alone, and of the files that he still reads: tests/docket/web/test_bulk.py.
    "/zittingsrol/stukken/{run_id:int}",
    "/zittingsrol/stukken/{run_id:int}/opnieuw",
    "/recht/simulatie/{simulation_id:int}/voorstellen",
    "/recht/voorstellen/{proposal_id:int}/bevestigen",
    "/recht/voorstellen/{proposal_id:int}/intrekken",
    "/cijfers/gronden",
    "/filters",
    "/filters/{filter_id:int}",
    "/static/{version:str}/{name:str}",
    "/v/{token:str}",
    "/toewijzing",
    "/toewijzing/afwezigheid",
    "/toewijzing/afwezigheid/intrekken",
    "/toewijzing/rooster",
    "/toewijzing/zaden",
    "/wacht",
    "/wacht/adres",
    "/wacht/intrekken",
    "/wacht/rooster",
    "/wachtwoord",
}
#: Lists over many files.
LISTS = {
    "/dossiers",
    "/vandaag",
    "/wacht-op-mij",
    "/zittingen",
    "/te-beslissen",
    "/te-bevestigen",
    "/ter-ondertekening",
    "/gronden/dossiers",
    "/recht/simulatie/{simulation_id:int}",
    "/recht/simulatie/{simulation_id:int}/lijst.csv",
    "/recht/simulatie/{simulation_id:int}/lijst.json",
    "/mails",
    "/mails/dag",
    "/mails/taken",
    "/niet-opgenomen",
    "/w/{token:str}",
    "/concepten",
    "/overdrachten",
    "/termijnen",
    "/te-verwittigen",
    "/vragen",
    "/betekeningen",
    "/betekeningen/zittingen",
    "/uittreksels",
    "/betekeningen/mislukt",
    "/betekeningen/ontbreekt",
    "/zittingen/zonder-uitkomst",
    "/schikkingen/verstreken",
    "/betekeningen/vonnissen",
    "/zonder-titel",
    "/verjaring",
    "/verjaring/niet-te-zeggen",
    "/redelijke-termijn",
    "/goederen/vergeten",
    "/goederen/vernietigen",
    "/goederen/containers",
    "/zittingsrol",
    "/zittingsrol/rol.docx",
    "/zittingsrol/stukken",
    "/elders",
    "/toezicht/registerlijnen",
    "/toezicht/raadplegingen",
    "/toezicht/lotingen",
    "/toezicht/lotingen.csv",
}
#: What a list is asked.
QUERIES = {"/gronden/dossiers": "?rechtbank=antwerpCorrectional&grond=place-of-offence"}
#: Lists that must show the files of some reader, or the walk would prove nothing.
FILLED = {
    "/vandaag",
    "/te-bevestigen",
    "/niet-opgenomen",
    "/vragen",
    "/w/{token:str}",
    "/gronden/dossiers",
    "/recht/simulatie/{simulation_id:int}",
    "/recht/simulatie/{simulation_id:int}/lijst.csv",
    "/recht/simulatie/{simulation_id:int}/lijst.json",
}
#: A page, a way on, or a refusal that says why.
THERE = (200, 302, 303, 403, 409)
#: Pages of a file that show its words to who may read it.
SHOWS_MARKER = {
    "/dossiers/{case_number:str}",
    "/dossiers/{case_number:str}/betrokkenen",
    "/dossiers/{case_number:str}/vragen",
    "/dossiers/{case_number:str}/vragen/{request_id:int}",
    "/dossiers/{case_number:str}/documenten/{document_id:int}",
    "/dossiers/{case_number:str}/documenten/{document_id:int}/pdf",
}


@pytest.fixture
def origin(every_kind) -> str:
    return every_kind.database


@pytest.fixture
def world(every_kind) -> World:
    return every_kind.world


class Browser:
    """A signed-in user, with the token that his forms carry."""

    def __init__(self, client: httpx.AsyncClient, csrf_token: str) -> None:
        self.client = client
        self.csrf_token = csrf_token

    async def get(self, path: str) -> httpx.Response:
        return await self.client.get(path)

    async def post(self, path: str, **fields: str) -> httpx.Response:
        return await self.client.post(path, data={"_csrf": self.csrf_token, **fields})


async def signed_in(app: Litestar, reader: Reader, deps) -> Browser:
    opened = await sign_in(SignIn(name=reader.name, password=PASSWORD, address=reader.name), deps)
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    client = httpx.AsyncClient(transport=transport, base_url="http://testserver", cookies={SESSION_COOKIE: opened.cookie})
    return Browser(client, opened.csrf_token)


def address(path: str, file: Planted, number: str | None = None) -> str:
    parts = {"case_number": number or file.case_number, "draft_id": secrets.token_hex(16)}
    parts |= {"challenge_id": str(file.challenge_id), "seq": "1", "time_limit": str(file.time_limit_id), "act": "schrappen"}
    parts |= {"bundle": "1", "page_number": "1", "request_id": str(file.request_id), "sha256": hashlib.sha256(PICTURE).hexdigest()}
    parts |= {"piece_id": str(file.confidential_id if "/vertrouwelijk/" in path else file.piece_id)}
    parts |= {"other": number or file.case_number, "document_id": str(file.document_ids[0]), "delivery_id": str(file.delivery_ids[0])}
    return re.sub(r"\{(\w+):\w+\}", lambda found: parts[found[1]], path)


def told(answer: httpx.Response, number: str) -> tuple[int, str, list[tuple[str, str]]]:
    """What the answer says, but for the number and the draft that were asked for and what differs with every answer."""

    def bare(text: str) -> str:
        return re.sub(r"\b[0-9a-f]{32}\b", "CONCEPT", text.replace(number, "NUMMER"))

    headers = [(name, bare(value)) for name, value in answer.headers.items() if name not in OF_THE_MOMENT]
    return answer.status_code, bare(answer.text), headers


def below_a_file(app: Litestar, method: str) -> list[str]:
    return [path for verb, path in routes(app, "/") if verb == method and "{case_number" in path]


def test_every_page_is_walked(app):
    known = WITHOUT_CASES | LISTS
    rest = {path for _, path in routes(app, "/") if not path.startswith("/api/") and path not in known}

    assert {path for path in rest if "{case_number" not in path and not path.startswith("/concepten/{draft_id:str}")} == set()


@pytest.mark.minutes
async def test_pages_of_a_file_are_there_for_who_may_read_it_and_for_nobody_else(app, world, deps):
    for reader in world.users:
        browser = await signed_in(app, reader, deps)
        for turn, path in enumerate(below_a_file(app, "GET")):
            never = await browser.get(address(path, world.files[0], NEVER_ISSUED))
            for file in reader.asked(world.files, turn):
                answer = await browser.get(address(path, file))
                seen = text_of(answer.content)
                # What a file looks like is told with the other file's words, to who may read that one too.
                others = [
                    other.marker for other in world.files if other.marker in seen and other is not file and not reader.may_read(other)
                ]
                assert others == [], (reader.name, path, file)
                if reader.may_read(file):
                    # Nobody offered anything, and whose file it is concerns the port prosecutors only.
                    nothing = path.endswith("/overdracht-beantwoorden")
                    # A bundle is the office's own work.
                    of_office = "/{bundle:int}" in path and reader.actor.office is None
                    there = (403, 404) if nothing or of_office or (path.endswith("/toewijzing") and reader.actor.office != PORT) else THERE
                    assert answer.status_code in there, (reader.name, path, answer.status_code)
                    assert path not in SHOWS_MARKER or file.marker in seen, (reader.name, path, file)
                    if path.endswith("/uitspraak"):
                        enters = reader.actor.may("ruleOnChallenge")
                        assert (answer.status_code, file.marker in seen) == ((200, True) if enters else (403, False)), (reader.name, file)
                else:
                    assert told(answer, file.case_number) == told(never, NEVER_ISSUED), (reader.name, path, file)
                    assert file.marker not in seen


async def test_lists_show_exactly_the_files_that_are_the_readers(app, world, deps):
    simulation, filled = await drafts.simulated(deps, area="antwerpRightBank"), set()
    cards = await cards_of(world, deps)
    await deps.pool.execute("update cases set to_confirm = '{0}'")
    for reader in world.users:
        browser = await signed_in(app, reader, deps)
        for path in sorted(path for path in LISTS if not path.startswith("/toezicht/")):
            where = path.replace("{simulation_id:int}", str(simulation.id)).replace(
                "{token:str}", cards[world.files[0].case_number]
            ) + QUERIES.get(path, "")
            seen = text_of((await browser.get(where)).content)
            for file in world.files:
                shown = file.marker in seen or file.case_number.lower() in seen
                if shown:
                    filled.add(path)
                assert not shown or reader.may_read(file), (reader.name, path, file)
                if path == "/dossiers":
                    assert shown == reader.may_read(file), (reader.name, path, file)
        for file in world.files:
            found = text_of((await browser.get(f"/dossiers?q={file.marker}")).content)
            assert (file.case_number.lower() in found) == reader.may_read(file), (reader.name, file)
    assert FILLED - filled == set()


async def cards_of(world: World, deps) -> dict[str, str]:
    """The files told to the head after two days, each with the token of a short link."""
    late = msgspec.structs.replace(deps, clock=FixedClock(deps.clock.now() + timedelta(days=2)))
    await escalate(late)
    tokens = {}
    for file in world.files:
        step = await deps.pool.fetchval(
            "select max(e.id) from escalations e join cases c on c.id = e.case_id where c.case_number = $1", file.case_number
        )
        tokens[file.case_number] = secrets.token_urlsafe(24)
        at = deps.clock.now()
        await duty.insert_card(deps.pool, step, tokens[file.case_number], at=at, expires_at=at + timedelta(days=1))
    return tokens


async def test_short_link_opens_for_who_may_take_the_file_and_tells_others_what_no_link_tells(app, world, deps):
    cards, opened = await cards_of(world, deps), 0
    for reader in world.users:
        browser = await signed_in(app, reader, deps)
        never = await browser.get("/w/" + "x" * 32)
        for file in world.files:
            answer = await browser.get(f"/w/{cards[file.case_number]}")
            if reader.may_read(file) and reader.actor.may("takeInCharge"):
                opened += 1
                assert (answer.status_code, file.marker in text_of(answer.content)) == (200, True), (reader.name, file)
            else:
                bare = answer.text.replace(cards[file.case_number], "x" * 32)
                assert (answer.status_code, bare) == (never.status_code, never.text), (reader.name, file)
                assert (await browser.post(f"/w/{cards[file.case_number]}")).status_code == never.status_code
    assert 0 < opened < len(world.users) * len(world.files)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://testserver") as nobody:
        answer = await nobody.get(f"/w/{cards[world.files[0].case_number]}")
        assert answer.status_code == 401
        assert world.files[0].case_number not in answer.text + str(answer.headers)


async def test_banner_counts_the_files_of_its_reader_and_no_other(app, world, deps):
    """Nobody is on duty, so every file falls to the head, of those that he may read."""
    for reader in world.users:
        heads = "headOfOffice" in reader.actor.roles
        own = [
            file for file in world.files if heads and reader.may_read(file) and await waits_at(deps, file.case_number, reader.actor.office)
        ]
        seen = text_of((await (await signed_in(app, reader, deps)).get("/account")).content)
        said = re.search(r"(\d+) dossiers? wacht(en)? tot iemand", seen)
        assert (int(said[1]) if said else 0) == len(own), reader.name


async def waits_at(deps, number: str, office: str | None) -> bool:
    return await deps.pool.fetchval(
        "select exists (select from acknowledgements a join cases c on c.id = a.case_id where c.case_number = $1 and a.office = $2)",
        number,
        office,
    )


async def test_supervision_shows_who_did_what_and_no_word_of_any_file(app, world, deps):
    clerk = world.users[0]
    readable = next(file for file in world.files if clerk.may_read(file))
    shows = {"/toezicht/registerlijnen": world.files[-1].case_number.lower(), "/toezicht/raadplegingen": readable.case_number.lower()}
    await (await signed_in(app, clerk, deps)).get(f"/dossiers/{readable.case_number}")
    for reader in world.users:
        browser = await signed_in(app, reader, deps)
        for path, number in shows.items():
            answer = await browser.get(path)
            seen = text_of(answer.content)
            assert not any(file.marker in seen for file in world.files), (reader.name, path)
            assert (answer.status_code == 200) == (reader.role == "auditor"), (reader.name, path)
            assert reader.role != "auditor" or number in seen, path


async def test_draws_show_numbers_and_function_codes_and_no_word_of_any_file(app, world, deps):
    head, prosecutor = (
        next(each for each in world.users if each.role == role and each.actor.office == PORT) for role in ("headOfOffice", "prosecutor")
    )
    file = next(each for each in world.files if each.confidentiality == "restricted" and head.may_read(each))
    choice = OverrideAssignment(
        case_number=file.case_number, version=file.version, prosecutor=prosecutor.actor.account_id, reason=f"{file.marker} kent hij"
    )
    await override_assignment(choice, head.actor, deps)
    for reader in world.users:
        browser = await signed_in(app, reader, deps)
        for path in ("/toezicht/lotingen", "/toezicht/lotingen.csv"):
            answer = await browser.get(path)
            seen = text_of(answer.content)
            assert not any(each.marker in seen for each in world.files), (reader.name, path)
            assert prosecutor.name not in seen or reader is prosecutor, (reader.name, path)
            assert (answer.status_code == 200) == reader.actor.may("readDraws"), (reader.name, path)
            assert (file.case_number.lower() in seen) == reader.actor.may("readDraws"), (reader.name, path)


@pytest.mark.minutes
async def test_forms_for_a_file_that_one_may_not_see_do_nothing_and_say_what_they_say_of_no_file(app, world, deps):
    state = "select case_number, version, entry_count, (select count(*) from deliveries) from cases order by id"
    before = await deps.pool.fetch(state)
    for reader in world.users:
        browser = await signed_in(app, reader, deps)
        for turn, path in enumerate(below_a_file(app, "POST")):
            for file in (each for each in reader.asked(world.files, turn) if not reader.may_read(each)):
                fields = {"_case_version": "1", "_reden": "r", "_versie": str(file.version), "_do": "confirm"}
                answer = await browser.post(address(path, file), **fields)
                if "{delivery_id" not in path:
                    never = told(await browser.post(address(path, file, NEVER_ISSUED), **fields), NEVER_ISSUED)
                    assert told(answer, file.case_number) == never, (reader.name, path, file)
                assert file.marker not in text_of(answer.content), (reader.name, path)

    assert await deps.pool.fetch(state) == before


async def test_draft_of_a_file_that_was_sealed_since_is_shown_no_more(app, world, deps):
    reader = next(each for each in world.users if each.role == "clerk" and each.actor.office == "antwerpPort")
    file = next(each for each in world.files if each.confidentiality == "ordinary" and reader.may_read(each) and not each.named)
    browser = await signed_in(app, reader, deps)
    pages = [f"/dossiers/{file.case_number}/{verb}/{number * 16}" for number, verb in (("ab", "verbeteren"), ("cd", "bijkomend-verslag"))]
    for page in pages:
        await browser.post(
            page, summary=f"{file.marker} getypt", **{"origin/service": "customs", "_do": "save", "_version": "0", "_case_version": "1"}
        )
        assert file.marker in text_of((await browser.get(page)).content), page
    assert file.marker in text_of((await browser.get("/concepten")).content)
    others = (await deps.pool.fetchval("select min(id) from accounts where office = 'eastFlandersGhent'"),)
    command = SetConfidentiality(case_number=file.case_number, version=file.version, confidentiality="sealed", reason="r", named=others)
    await set_confidentiality(command, a_prosecutor(), deps)

    for page in (
        *pages,
        *(f"{page}/voorbeeld" for page in pages),
        *(f"/concepten/{page[-32:]}" for page in pages),
        "/concepten",
        "/dossiers",
        "/mails",
    ):
        seen = text_of((await browser.get(page)).content)
        assert file.marker not in seen, page
        assert page.startswith("/dossiers/") or file.case_number.lower() not in seen, page


async def test_session_of_another_or_of_nobody_opens_no_page(app, world):
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    for cookies in ({}, {SESSION_COOKIE: "x" * 43}):
        async with httpx.AsyncClient(transport=transport, base_url="http://testserver", cookies=cookies) as nobody:
            for method in ("GET", "POST"):
                for path in below_a_file(app, method):
                    answer = await nobody.request(method, address(path, world.files[0]))
                    assert world.files[0].marker not in text_of(answer.content), path
                    assert answer.status_code in (302, 303, 401, 403), (method, path, answer.status_code)
