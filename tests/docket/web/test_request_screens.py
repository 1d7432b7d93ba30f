"""Asking one missing fact with one button, answering it behind a private link without an account, and judging the answer."""

import re
from datetime import date, timedelta
from typing import Any

import httpx
import pytest
from litestar import Litestar

from docket.actions.requests.ask_request import AskRequest, ask_request
from docket.actions.requests.remind import remind
from docket.deps import Deps
from docket.passwords import secret_hash
from docket.store import requests as store
from tests.builders import a_case, a_clerk
from tests.docket.actions.test_requests import NO_BANK, QUAY
from tests.docket.web.visitor import Visitor

TOKEN = "proef" * 8


@pytest.fixture
async def number(deps: Deps) -> str:
    return (await a_case(deps, **NO_BANK)).case_number


async def asked(deps: Deps, number: str, fact: str | None = QUAY, **fields: Any) -> int:
    version = await deps.pool.fetchval("select version from cases where case_number = $1", number)
    return (await ask_request(AskRequest(case_number=number, version=version, fact=fact, **fields), a_clerk(), deps)).request_id


async def linked(deps: Deps, request_id: int, token: str = TOKEN) -> str:
    at = deps.clock.now()
    await store.insert_link(deps.pool, request_id, secret_hash(token), at=at, expires_at=at + timedelta(days=40))
    return f"/v/{token}"


@pytest.fixture
async def service(app: Litestar) -> Any:
    """Somebody of a reporting service, without any account."""
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://testserver") as browser:
        yield Visitor(browser, 0)


async def test_file_has_a_button_for_each_missing_fact_that_asks_the_reporter_for_exactly_that_one(enter, deps, number):
    clerk = await enter("clerk")
    await clerk.open(f"/dossiers/{number}")
    buttons = re.findall(r"Vraag aan de opsteller: ([^<]+)</button>", clerk.page.text)
    assert buttons == [
        "welke kaai? (plaats 1)",
        "welk dok of welke sluis? (plaats 1)",
        "welke terminal of firma? (plaats 1)",
        "welke gemeente? (plaats 1)",
    ]

    await clerk.post(f"/dossiers/{number}/vragen/opsteller", {"_gegeven": QUAY, "_version": "1"})

    assert clerk.path == f"/dossiers/{number}/vragen/1"
    assert "De vraag staat in het register" in clerk.text
    assert "Scheepvaartpolitie, SPN Antwerpen" in clerk.text and "04/12/2026" in clerk.text
    await clerk.open(f"/dossiers/{number}")
    assert "Welke kaai? (plaats 1) Gevraagd, antwoord tegen 04/12/2026" in clerk.text
    assert "Vraag aan de opsteller: welke kaai?" not in clerk.text


async def test_button_of_a_file_whose_reporter_left_no_address_leads_to_the_form_that_says_how_it_is_asked(enter, deps):
    number = (await a_case(deps, **NO_BANK, origin={"service": "customs"})).case_number
    clerk = await enter("clerk")
    await clerk.open(f"/dossiers/{number}")

    await clerk.post(f"/dossiers/{number}/vragen/opsteller", {"_gegeven": QUAY, "_version": "1"})

    assert clerk.path == f"/dossiers/{number}/vragen"
    assert f'<option value="{QUAY}" selected>' in clerk.page.text
    await clerk.fill({"_soort": "question", "_gegeven": QUAY, "_aan": "Douane", "_mail": "", "_vraag": "", "_tegen": "10/12/2026"})
    assert "geen: per brief of telefoon gevraagd" in clerk.text and "Plaats 1: welke kaai?" in clerk.text


async def test_undecided_file_says_what_is_missing_to_decide_it_and_is_decided_once_that_is_answered(enter, deps):
    number = (await a_case(deps, places=None, offences=[{"id": "o1", "offence": "drugImport"}])).case_number
    clerk = await enter("clerk")
    await clerk.open(f"/dossiers/{number}")
    assert "Te beslissen" in clerk.text and "Wat ontbreekt om te beslissen 1" in clerk.text
    assert "Vraag aan de opsteller: waar is dit feit gepleegd? (feit 1)" in clerk.text

    await clerk.post(f"/dossiers/{number}/vragen/opsteller", {"_gegeven": "/offences/o1/place", "_version": "1"})
    await clerk.fill({"_antwoord": "Deurganckdok", "_langs": "phone"}, address="/dossiers/" + number + "/vragen/1/antwoord")
    await clerk.fill({}, address="/dossiers/" + number + "/vragen/1/aanvaarden")

    await clerk.open(f"/dossiers/{number}")
    assert "Wat ontbreekt om te beslissen" not in clerk.text and "Waaslandhaven" in clerk.text


async def test_file_that_misses_nothing_has_no_button_and_a_form_that_asks_anything(enter, deps):
    number = (await a_case(deps)).case_number
    clerk = await enter("clerk")
    await clerk.open(f"/dossiers/{number}")
    assert "Vraag aan de opsteller" not in clerk.text
    await clerk.open(f"/dossiers/{number}/vragen")

    said = {"_soort": "apostil", "_gegeven": "", "_aan": "", "_mail": "iemand@elders.example", "_vraag": "", "_tegen": "morgen"}
    await clerk.fill(said)
    assert clerk.page.status_code == 400 and "Schrijf de dag als 04/12/2026" in clerk.text
    await clerk.fill({**said, "_tegen": ""})
    assert all(one in clerk.text for one in ("Zeg aan wie u het vraagt", "elders.example staat niet", "Schrijf wat u vraagt"))
    assert 'value="iemand@elders.example"' in clerk.page.text
    await clerk.fill({**said, "_tegen": "24/12/2026", "_aan": "SPN Antwerpen", "_mail": "", "_vraag": "Verhoor de kapitein."})
    assert "Kantschrift aan de politie" in clerk.text and "Verhoor de kapitein." in clerk.text


async def test_private_link_shows_the_one_question_and_nothing_else_of_the_file(deps, number, service):
    address = await linked(deps, await asked(deps, number))
    await service.open(address)

    assert service.page.status_code == 200
    assert "Plaats 1: welke kaai?" in service.text and number in service.text
    for secret in ("lege container", "DE60.SP.001234", "Antwerpen, havenprocureurs", "/dossiers/", "Afmelden", "drug"):
        assert secret not in service.page.text, secret
    assert service.page.headers["referrer-policy"] == "no-referrer"
    assert service.page.headers["cache-control"] == "no-store"
    assert "HttpOnly" in service.page.headers["set-cookie"] and "Path=/v/" in service.page.headers["set-cookie"]


async def test_service_answers_without_an_account_and_a_clerk_accepts_what_it_would_change(enter, deps, number, service):
    request_id = await asked(deps, number)
    address = await linked(deps, request_id)
    await service.open(address)
    await service.fill({"_antwoord": ""})
    assert service.page.status_code == 400 and "Vul het antwoord in" in service.text
    await service.fill({"_antwoord": "1742", "_toelichting": "Zie het aanvullend PV."})
    assert "Uw antwoord is ontvangen" in service.text
    await service.open(address)
    assert "Uw antwoord is ontvangen" in service.text and "<form" not in service.page.text

    clerk = await enter("clerk")
    await clerk.open("/vragen?lijst=antwoord")
    assert number in clerk.text and "Antwoord te beoordelen" in clerk.text
    await clerk.open(f"/dossiers/{number}/vragen/{request_id}")
    assert "1742 Zie het aanvullend PV." in clerk.text
    assert "Plaats 1, kaainummer niet gekend 1742" in clerk.text and "Waaslandhaven" in clerk.text
    await clerk.fill({}, address=f"/dossiers/{number}/vragen/{request_id}/aanvaarden")

    assert "Het antwoord is aanvaard" in clerk.text
    await clerk.open(f"/dossiers/{number}")
    assert "Waaslandhaven" in clerk.text and "Vraag aan de opsteller" not in clerk.text
    await service.open(address)
    assert service.page.status_code == 404 and "verlopen of ingetrokken" in service.text


async def test_answer_is_typed_as_the_contract_types_the_fact(deps, service):
    report = {"persons": [{"id": "s1", "role": "suspect"}], "offences": [{"id": "o1", "offence": "drugImport"}], "places": None}
    number = (await a_case(deps, **report)).case_number
    for fact, shown in (
        ("/persons/s1/minor", '<option value="ja">Ja</option>'),
        ("/offences/o1/portLink", '<option value="declared">'),
        ("/offences/-/offence", '<option value="drugImport">'),
        ("/persons/s1/birthDate", "dd/mm/jjjj"),
        ("/offences/o1/place", "Plaats in woorden"),
    ):
        token = f"{fact.replace('/', '_')}{'x' * 30}"
        await service.open(await linked(deps, await asked(deps, number, fact), token))
        assert shown in service.page.text, fact
    await service.open(f"/v/_persons_s1_birthDate{'x' * 30}")
    await service.fill({"_antwoord": "31/02/1999"})
    assert service.page.status_code == 400 and 'value="31/02/1999"' in service.page.text
    await service.fill({"_antwoord": "28/02/1999"})
    assert "Uw antwoord is ontvangen" in service.text


async def test_forged_answer_changes_nothing(deps, number, service):
    address = await linked(deps, await asked(deps, number))
    await service.open(address)

    await service.post(address, {"_csrf": "x" * 32, "_antwoord": "1742"})

    assert service.page.status_code == 403
    assert await deps.pool.fetchval("select count(*) from request_answers") == 0


async def test_unknown_link_and_one_that_was_taken_back_tell_the_same(enter, deps, number, service):
    request_id = await asked(deps, number)
    address = await linked(deps, request_id)
    clerk = await enter("clerk")
    await clerk.open(f"/dossiers/{number}/vragen/{request_id}")
    assert "1 persoonlijke link opent" in clerk.text
    await clerk.fill({}, address=f"/dossiers/{number}/vragen/{request_id}/links")
    assert "openen niets meer" in clerk.text

    revoked, unknown = await service.open(address), await service.open("/v/" + "x" * 43)
    assert (revoked.status_code, revoked.text) == (unknown.status_code, unknown.text) == (404, unknown.text)
    assert number not in revoked.text


async def test_who_is_signed_in_answers_with_the_token_of_his_session(enter, deps, number):
    address = await linked(deps, await asked(deps, number))
    clerk = await enter("clerk")
    await clerk.open(address)
    assert "Afmelden" not in clerk.text
    await clerk.fill({"_antwoord": "1742"})
    assert "Uw antwoord is ontvangen" in clerk.text


async def test_too_many_tries_are_refused(deps, number, service):
    address = await linked(deps, await asked(deps, number))
    statuses = [(await service.open(address)).status_code for _ in range(42)]
    assert statuses[:40] == [200] * 40 and statuses[40:] == [429, 429]


async def test_answer_by_letter_is_entered_and_refused_with_a_reason(enter, deps, number):
    request_id = await asked(deps, number)
    clerk = await enter("clerk")
    here = f"/dossiers/{number}/vragen/{request_id}"
    await clerk.open(here)
    await clerk.fill({"_antwoord": "", "_langs": "letter", "_gegeven_op": ""}, address=f"{here}/antwoord")
    assert clerk.page.status_code == 400 and "Vul het antwoord in" in clerk.text
    await clerk.fill({"_antwoord": "1742", "_langs": "letter", "_gegeven_op": "25/12/2026"}, address=f"{here}/antwoord")
    assert clerk.page.status_code == 400 and "en vandaag" in clerk.text
    await clerk.fill({"_antwoord": "1742", "_langs": "letter", "_gegeven_op": "24/11/2026"}, address=f"{here}/antwoord")
    assert "Per brief, op 24/11/2026" in clerk.text

    await clerk.fill({"_reden": ""}, address=f"{here}/weigeren")
    assert clerk.page.status_code == 400
    await clerk.fill({"_reden": "Deze kaai bestaat niet."}, address=f"{here}/weigeren")

    assert "de vraag blijft open" in clerk.text and "Reden: Deze kaai bestaat niet." in clerk.text


async def test_day_is_moved_and_the_question_withdrawn_with_a_reason(enter, deps, number):
    request_id = await asked(deps, number)
    clerk = await enter("clerk")
    here = f"/dossiers/{number}/vragen/{request_id}"
    await clerk.open(here)
    await clerk.fill({"_tegen": "ooit", "_reden": "r"}, address=f"{here}/dag")
    assert clerk.page.status_code == 400 and "Schrijf de dag als" in clerk.text
    await clerk.fill({"_tegen": "18/12/2026", "_reden": "Uitstel gevraagd."}, address=f"{here}/dag")
    assert "18/12/2026" in clerk.text and "is verplaatst" in clerk.text
    await clerk.fill({"_reden": "Dubbel."}, address=f"{here}/intrekken")
    assert "Ingetrokken" in clerk.text and "Reden: Dubbel." in clerk.text
    await clerk.open(f"/dossiers/{number}/tijdlijn?groep=requests")
    assert "Antwoord verwacht tegen 18/12/2026 in plaats van 04/12/2026" in clerk.text


async def test_list_over_all_files_has_true_counts_and_pages(enter, deps, clock):
    for at in range(52):
        number = (await a_case(deps, sender=str(at), externalId=str(at), **NO_BANK)).case_number
        await asked(deps, number, due_on=date(2026, 11, 26) + timedelta(days=at))
    clock.instant += timedelta(days=4)
    await remind(deps)
    clerk, elsewhere = await enter("clerk"), await enter("clerk", office="eastFlandersGhent")

    await clerk.open("/vragen")
    assert "Open 52" in clerk.text and "Te laat 2" in clerk.text
    first = re.findall(r"/dossiers/(HAV-2026-\d{6})/vragen", clerk.page.text)
    await clerk.open(re.search(r'href="(/vragen\?lijst=&amp;na=[^"]+)"', clerk.page.text)[1].replace("&amp;", "&"))
    second = re.findall(r"/dossiers/(HAV-2026-\d{6})/vragen", clerk.page.text)
    assert (len(first), len(second), len({*first, *second})) == (50, 2, 52)
    await clerk.open("/vragen?lijst=laat")
    assert len(re.findall(r"/dossiers/(HAV-2026-\d{6})/vragen", clerk.page.text)) == 2
    await elsewhere.open("/vragen")
    assert "Open 0" in elsewhere.text


async def test_request_of_another_file_is_not_found_under_this_one(enter, deps, number):
    other = (await a_case(deps, sender="b", externalId="b", **NO_BANK)).case_number
    request_id = await asked(deps, other)
    clerk = await enter("clerk")
    await clerk.open(f"/dossiers/{number}/vragen/{request_id}")
    assert clerk.page.status_code == 404
    await clerk.open(f"/dossiers/{number}")
    await clerk.post(f"/dossiers/{number}/vragen/{request_id}/intrekken", {"_reden": "r", "_version": "1"})
    assert clerk.page.status_code == 404


async def test_a_link_to_hand_over_is_shown_once_and_opens_the_question(enter, deps, number, service):
    request_id = await asked(deps, number)
    clerk = await enter("clerk")
    await clerk.open(f"/dossiers/{number}/vragen/{request_id}")
    assert "/v/" not in clerk.page.text
    await clerk.fill({}, address=f"/dossiers/{number}/vragen/{request_id}/link")

    [token] = re.findall(r"/v/([\w-]{43,})", clerk.page.text)
    assert "Kopieer deze link nu" in clerk.text
    assert clerk.page.headers["cache-control"] == "no-store"
    assert (await service.open(f"/v/{token}")).status_code == 200
    assert number in service.text and "kaai" in service.text
    await clerk.open(f"/dossiers/{number}/vragen/{request_id}")
    assert token not in clerk.page.text and "1 persoonlijke link opent" in clerk.text
    await clerk.open(f"/dossiers/{number}/tijdlijn")
    assert "ersoonlijke link van een vraag gemaakt om te overhandigen" in clerk.text and token not in clerk.page.text
