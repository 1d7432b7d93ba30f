"""The screens over HTTP on a real database, as a browser without scripts uses them."""

import asyncio
import re
from datetime import timedelta

import httpx
import pytest
from litestar import Litestar

from docket import access
from docket.clock import FixedClock
from docket.deps import Deps
from docket.mail.sending import MemorySender
from docket.store import drafts, search
from docket.worker.queue import drain
from tests.builders import a_case, a_prosecutor, an_actor
from tests.docket.web.conftest import Enter
from tests.docket.web.visitor import PASSWORD, Visitor

TYPED = {
    "noticeNumber": "DE60.SP.001234/2026",
    "receivedOn": "20/11/2026",
    "origin/service": "shippingPolice",
    "origin/investigatorEmails/0": "rechercheur@politie.example.org",
    "summary": "Zes personen in een lege container.\r\nTweede regel.",
    "places/0/id": "p1",
    "places/0/port": "antwerp",
    "places/0/quay": "1742",
    "offences/0/id": "o1",
    "offences/0/offence": "portIntrusion",
    "offences/0/committedFrom": "18/11/2026",
    "offences/0/place": "p1",
    "persons/0/id": "s1",
    "persons/0/role": "suspect",
    "persons/0/count": "5",
    "persons/0/familyName": "Onbekend-Maes",
    "containers/0": "MSCU1234567",
}
CASE_ADDRESS = re.compile(r"/dossiers/(HAV-\d{4}-\d{6})$")


async def _register(person: Visitor, **fields: str) -> str:
    await person.open("/nieuw")
    await person.fill({**TYPED, **fields, "_do": "preview"})
    await person.fill({})
    match = CASE_ADDRESS.search(person.path)
    assert match, person.text
    return match[1]


async def _drafts(clerk: Visitor, deps: Deps) -> tuple[drafts.Draft, ...]:
    return await drafts.all_of(deps.pool, access.visibility(an_actor("clerk", account_id=clerk.account_id)))


async def test_a_file_is_registered_after_its_route_was_shown(enter: Enter, deps: Deps) -> None:
    clerk = await enter("clerk")
    await clerk.open("/nieuw")
    await clerk.fill({**TYPED, "_do": "preview"})

    assert "Route van het nieuwe dossier" in clerk.text
    assert "Waaslandhaven" in clerk.text
    assert "Havenprocureurs bij het parket Antwerpen" in clerk.text
    assert "controlecijfer" in clerk.text
    nothing = await search.list_cases(deps.pool, access.visibility(a_prosecutor()), search.CaseFilter())
    assert nothing.items == ()

    await clerk.fill({})

    assert CASE_ADDRESS.search(clerk.path)
    assert "Het dossier is geregistreerd." in clerk.text
    assert "Onbekend-Maes" in clerk.text
    assert "Tweede regel." in clerk.text
    assert "Waaslandhaven" in clerk.text


async def test_a_double_click_registers_one_file(enter: Enter, deps: Deps) -> None:
    clerk = await enter("clerk")
    await clerk.open("/nieuw")
    await clerk.fill({**TYPED, "_do": "preview"})
    preview = clerk.page

    first = await clerk.fill({})
    clerk.page = preview
    second = await clerk.fill({})

    assert first.url.path == second.url.path
    listed = await search.list_cases(deps.pool, access.visibility(a_prosecutor()), search.CaseFilter())
    assert len(listed.items) == 1


async def test_faults_stand_beside_their_field_and_in_a_summary_and_nothing_typed_is_lost(enter: Enter) -> None:
    clerk = await enter("clerk")
    await clerk.open("/nieuw")
    answer = await clerk.fill({**TYPED, "origin/service": "", "offences/0/committedFrom": "31/02/2026", "_do": "preview"})

    assert answer.status_code == 400
    assert '<a href="#f-origin-service">Meldende dienst</a>' in answer.text
    assert 'id="f-offences-0-committedFrom-fault"' in answer.text
    assert 'value="31/02/2026"' in answer.text
    assert "Onbekend-Maes" in answer.text


async def test_rows_are_added_and_removed_by_buttons(enter: Enter) -> None:
    clerk = await enter("clerk")
    await clerk.open("/nieuw")
    await clerk.fill({**TYPED, "_do": "add:places"})
    assert 'name="places/1/quay"' in clerk.page.text
    assert 'value="1742"' in clerk.page.text

    await clerk.fill({**TYPED, "places/1/id": "p2", "places/1/quay": "900", "_do": "remove:places/0"})

    assert 'name="places/1/quay"' not in clerk.page.text
    assert 'value="900"' in clerk.page.text
    assert "p1 (bestaat niet)" in clerk.page.text


async def test_a_draft_survives_a_closed_browser_and_is_seen_by_its_writer_only(enter: Enter) -> None:
    clerk, colleague = await enter("clerk"), await enter("clerk")
    await clerk.open("/nieuw")
    await clerk.fill({**TYPED, "_do": "save"})
    draft = clerk.path

    await clerk.open("/concepten")
    assert "DE60.SP.001234/2026" in clerk.text
    await clerk.open(draft)
    assert "Onbekend-Maes" in clerk.page.text
    await colleague.open(draft)
    assert "Onbekend-Maes" not in colleague.page.text


async def test_a_second_tab_never_overwrites_the_first(enter: Enter, deps: Deps) -> None:
    clerk = await enter("clerk")
    await clerk.open("/nieuw")
    draft = clerk.page
    await clerk.fill({**TYPED, "summary": "eerste tabblad", "_do": "save"})
    clerk.page = draft

    await clerk.fill({**TYPED, "summary": "tweede tabblad", "_do": "save"})

    assert "staat in dit tweede concept" in clerk.text
    kept = await _drafts(clerk, deps)
    assert sorted(one.content["values"]["summary"] for one in kept) == ["eerste tabblad", "tweede tabblad"]


async def test_what_is_typed_in_a_lost_session_is_kept_after_signing_in(enter: Enter, clock: FixedClock, deps: Deps) -> None:
    clerk = await enter("clerk")
    await clerk.open("/nieuw")
    name = await deps.pool.fetchval("select name from accounts where id = $1", clerk.account_id)
    clock.instant += deps.settings.session_idle + timedelta(minutes=1)

    answer = await clerk.fill({**TYPED, "_do": "preview"})
    assert answer.status_code == 401
    assert "Uw sessie is afgelopen" in clerk.text
    await clerk.fill({"_naam": name, "_wachtwoord": PASSWORD}, address="/aanmelden")

    assert clerk.path.startswith("/concepten/")
    assert "Wat u getypt had, is bewaard" in clerk.text
    assert "Onbekend-Maes" in clerk.page.text


async def test_autosave_keeps_the_draft_and_tells_of_another_tab(enter: Enter) -> None:
    clerk = await enter("clerk")
    await clerk.open("/nieuw")
    address, page = clerk.path, clerk.page
    saved = await clerk.fill({**TYPED, "_version": "0"}, address=f"{address}/bewaren")
    assert saved.json()["version"] == 1

    clerk.page = page
    refused = await clerk.fill({**TYPED, "_version": "0", "summary": "x"}, address=f"{address}/bewaren")

    assert refused.status_code == 409


async def test_pasted_text_fills_nothing_until_it_is_taken_over(enter: Enter, deps: Deps) -> None:
    clerk = await enter("clerk")
    await clerk.open("/nieuw")
    address = clerk.path
    text = "Op 18 november 2026 werden op kaai 1742 zes personen aangetroffen in container MSCU1234566. Kenmerk DE60.SP.001234/2026."
    await clerk.open(f"{address}/plak")
    await clerk.fill({"_tekst": text, "_do": "read"})
    assert "<mark>" in clerk.page.text
    assert await _drafts(clerk, deps) == ()

    await clerk.fill({"_tekst": text, "_do": "all"})

    assert clerk.path == address
    assert 'value="1742"' in clerk.page.text
    assert 'value="MSCU1234566"' in clerk.page.text


async def test_one_proposal_is_taken_over_and_the_rest_waits(enter: Enter) -> None:
    clerk = await enter("clerk")
    await clerk.open("/nieuw")
    address = clerk.path
    text = "Container MSCU1234566 stond op kaai 1742."
    await clerk.open(f"{address}/plak")
    await clerk.fill({"_tekst": text, "_do": "read"})
    await clerk.fill({"_tekst": text, "_do": "take:1"})

    assert "Overgenomen" in clerk.text
    await clerk.open(address)
    assert 'value="MSCU1234566"' in clerk.page.text
    assert 'value="1742"' not in clerk.page.text


async def test_a_correction_shows_before_and_after_and_asks_a_reason(enter: Enter) -> None:
    clerk = await enter("clerk")
    number = await _register(clerk)
    await clerk.open(f"/dossiers/{number}/verbeteren")
    corrected = {**TYPED, "persons/0/count": "1", "persons/0/age": "16", "_do": "preview"}
    await clerk.fill(corrected)
    assert "Persoon 1, leeftijd bij de feiten" in clerk.text
    assert "Jeugdspoor" in clerk.text

    refused = await clerk.fill({"_reden": " "})
    assert refused.status_code == 400
    await clerk.fill({"_reden": "De verdachte blijkt zestien te zijn."}, address=f"{clerk.path}")

    assert clerk.path == f"/dossiers/{number}"
    assert "De verbetering is opgenomen" in clerk.text
    assert "Feiten verbeterd" in clerk.text
    assert "De verdachte blijkt zestien te zijn." in clerk.text
    assert "Verouderd" in clerk.text


async def test_five_unknown_men_are_split_and_get_names(enter: Enter) -> None:
    clerk = await enter("clerk")
    number = await _register(clerk, **{"offences/0/persons/mode": "some", "offences/0/persons/has/s1": "1"})
    await clerk.open(f"/dossiers/{number}/verbeteren")
    assert "Splits in 5 personen" in clerk.text
    some = {"offences/0/persons/mode": "some", "offences/0/persons/has/s1": "1"}
    await clerk.fill({**TYPED, **some, "_do": "split:persons/0"})
    assert 'name="persons/4/familyName"' in clerk.page.text
    assert 'name="persons/5/familyName"' not in clerk.page.text
    assert re.search(r'name="offences/0/persons/has/s5" value="1" checked', clerk.page.text)
    people = {f"persons/{row}/{name}": value for row in range(5) for name, value in (("role", "suspect"), ("count", "1"))}
    names = {f"persons/{row}/familyName": f"Naam {row}" for row in range(5)}
    everyone = {f"offences/0/persons/has/s{row + 1}": "1" for row in range(5)}
    await clerk.fill({**TYPED, **some, **people, **names, **everyone, "_do": "preview"})
    await clerk.fill({"_reden": "De identiteit is gekend."})

    assert "De verbetering is opgenomen" in clerk.text
    assert "Naam 4" in clerk.text


async def test_a_correction_of_an_old_version_shows_what_changed_and_keeps_what_was_typed(enter: Enter) -> None:
    clerk, colleague = await enter("clerk"), await enter("clerk")
    number = await _register(clerk)
    await clerk.open(f"/dossiers/{number}/verbeteren")
    form = clerk.page
    await colleague.open(f"/dossiers/{number}/verbeteren")
    await colleague.fill({**TYPED, "summary": "Van de collega.", "_do": "preview"})
    await colleague.fill({"_reden": "Duidelijker."})
    clerk.page = form

    answer = await clerk.fill({**TYPED, "persons/0/age": "40", "_do": "preview"})

    assert answer.status_code == 412
    assert "feiten verbeterd" in clerk.text
    address = clerk.path
    await clerk.fill({"_do": "rebase"}, address=address)
    assert "Van de collega." in clerk.text
    assert "Persoon 1, leeftijd bij de feiten" in clerk.text


async def test_a_later_report_says_which_rows_the_file_knows(enter: Enter) -> None:
    clerk = await enter("clerk")
    number = await _register(clerk)
    await clerk.open(f"/dossiers/{number}/bijkomend-verslag")
    await clerk.fill({"origin/service": "customs", "_do": "add:persons"})
    assert "Nieuw: staat nog niet in het dossier" in clerk.page.text
    assert "Persoon 1 (s1)" in clerk.text
    report = {"origin/service": "customs", "persons/0/id": "s1", "persons/0/sameAs": "s1", "persons/0/birthDate": "01/03/1990"}
    await clerk.fill({**report, "_do": "preview"})
    assert "Persoon 1, geboortedatum" in clerk.text

    await clerk.fill({})

    assert "Het bijkomende verslag is aan het dossier toegevoegd." in clerk.text
    assert "01/03/1990" in clerk.text
    assert "Onbekend-Maes" in clerk.text


async def test_an_open_file_waits_until_a_prosecutor_settles_it_with_a_reason(enter: Enter) -> None:
    clerk, prosecutor = await enter("clerk"), await enter("prosecutor")
    number = await _register(clerk, **{"places/0/port": "", "places/0/quay": "", "offences/0/place": ""})
    await clerk.open("/te-beslissen")
    assert number in clerk.text
    assert (await clerk.open(f"/dossiers/{number}/beslissen")).status_code == 403

    await prosecutor.open(f"/dossiers/{number}/beslissen")
    refused = await prosecutor.fill({"_parket_0": "antwerpPort", "_rechtbank_0": "antwerpCorrectional", "_reden": ""})
    assert refused.status_code == 400
    await prosecutor.fill(
        {"_parket_0": "antwerpPort", "_rechtbank_0": "antwerpCorrectional", "_reden": "De container stond op de rechteroever."}
    )

    assert "De beslissing is opgenomen" in prosecutor.text
    assert "De container stond op de rechteroever." in prosecutor.text
    await prosecutor.open("/te-beslissen")
    assert number not in prosecutor.text


async def test_a_stale_small_form_says_what_changed_and_keeps_the_choice(enter: Enter) -> None:
    clerk, prosecutor = await enter("clerk"), await enter("prosecutor")
    number = await _register(clerk)
    await prosecutor.open(f"/dossiers/{number}/beslissing-wijzigen")
    form = prosecutor.page
    await prosecutor.open(f"/dossiers/{number}/vertrouwelijkheid")
    await prosecutor.fill({"_vertrouwelijkheid": "restricted", "_reden": "Gevoelig."})
    prosecutor.page = form

    answer = await prosecutor.fill({"_parket_0": "federal", "_rechtbank_0": "", "_reden": "Federaal."})

    assert answer.status_code == 412
    assert "vertrouwelijkheid gewijzigd" in prosecutor.text
    assert 'value="federal" selected' in answer.text
    await prosecutor.fill({"_parket_0": "federal", "_rechtbank_0": "", "_reden": "Federaal."})
    assert "Federaal parket" in prosecutor.text


async def test_a_file_is_referred_and_offered_to_another_office(enter: Enter) -> None:
    prosecutor = await enter("prosecutor")
    number = await _register(prosecutor, **{"places/0/quay": "730"})
    await prosecutor.open(f"/dossiers/{number}")
    # What a rule looked at is told in words, not as a path of the contract.
    assert "plaats p1, kaai: 730" in prosecutor.text and "places/p1" not in prosecutor.text
    await prosecutor.open(f"/dossiers/{number}/verwijzen")
    await prosecutor.fill({"_sporen": "0"})
    assert "Verwezen" in prosecutor.text
    await prosecutor.open(f"/dossiers/{number}/overdragen")
    await prosecutor.fill({"_parket": "eastFlandersGhent", "_grond": "placeOfOffence", "_reden": "Te laat."})
    assert "kan niet vanuit “bij de rechtbank”" in prosecutor.text
    number = await _register(prosecutor, **{"places/0/quay": "730"})
    await prosecutor.open(f"/dossiers/{number}/overdragen")
    empty = await prosecutor.fill({"_parket": ""})
    assert empty.status_code == 400
    for fault in ("Kies het parket dat het dossier zou overnemen.", "Kies de grond van de overdracht.", "Geef een reden;"):
        assert fault in prosecutor.text
    await prosecutor.fill({"_parket": "eastFlandersGhent", "_grond": "placeOfOffence", "_reden": "De goederen waren voor Gent bestemd."})
    assert "Aangeboden aan" in prosecutor.text

    other = await enter("prosecutor", office="eastFlandersGhent")
    await other.open("/vandaag")
    assert "De goederen waren voor Gent bestemd." in other.text
    await other.open(re.search(r'href="(/dossiers/[^"]+beantwoorden[^"]*)"', other.page.text)[1])  # type: ignore[index]
    await other.fill({"_reden": "Wij nemen over.", "_do": "accept"})

    assert "Uw parket houdt nu dit dossier." in other.text


async def test_an_office_that_reads_an_offered_file_answers_from_its_page(enter: Enter) -> None:
    prosecutor, other = await enter("prosecutor"), await enter("prosecutor", office="eastFlandersGhent")
    number = await _register(prosecutor)
    await prosecutor.open(f"/dossiers/{number}/beslissing-wijzigen")
    await prosecutor.fill({"_parket_0": "eastFlandersGhent", "_reden": "De feiten liggen in Gent."})
    await prosecutor.open(f"/dossiers/{number}/overdragen")
    await prosecutor.fill({"_parket": "eastFlandersGhent", "_grond": "placeOfOffence", "_reden": "Voor Gent."})
    assert "Beantwoorden" not in prosecutor.text

    await other.open(f"/dossiers/{number}")

    assert f'href="/dossiers/{number}/overdracht-beantwoorden"' in other.page.text


async def test_a_registrar_reads_a_referred_file_without_its_buttons_and_mails(enter: Enter) -> None:
    prosecutor, registrar = await enter("prosecutor"), await enter("courtRegistrar", court="antwerpCorrectional")
    number = await _register(prosecutor, **{"places/0/quay": "730"})
    assert (await registrar.open(f"/dossiers/{number}")).status_code == 404
    await prosecutor.open(f"/dossiers/{number}/verwijzen")
    await prosecutor.fill({"_sporen": "0"})

    await registrar.open(f"/dossiers/{number}")

    assert "Onbekend-Maes" in registrar.text
    assert "Verbeteren" not in registrar.text
    assert "rechercheur@politie.example.org" not in re.sub(r"(?s).*Melder en onderzoekers.*?Registerlijnen", "", registrar.text)
    assert (await registrar.open(f"/dossiers/{number}/verbeteren")).status_code == 403


async def test_a_form_of_hundreds_of_rows_stays_a_page(enter: Enter) -> None:
    clerk = await enter("clerk")
    await clerk.open("/nieuw")
    rows = {"origin/service": "police"}
    for number in range(150):
        rows |= {f"places/{number}/id": f"p{number}", f"places/{number}/quay": str(number), f"offences/{number}/id": f"o{number}"}
        rows |= {f"offences/{number}/offence": "theft", f"offences/{number}/place": f"p{number}"}

    await clerk.fill({**rows, "_do": "save"})

    assert 'name="offences/149/place" type="text" value="p149"' in clerk.page.text
    too_many = {f"containers/{number}": "MSCU1234566" for number in range(501)}
    refused = await clerk.fill({"origin/service": "police", **too_many, "_do": "preview"})
    assert refused.status_code == 400
    assert "de grens is 500 rijen" in clerk.text


async def test_a_document_is_chosen_from_those_that_exist_for_the_file_and_the_others_say_why_not(enter: Enter) -> None:
    clerk = await enter("clerk")
    number = await _register(clerk)
    await clerk.open(f"/dossiers/{number}/documenten/maken")
    offered, refused = clerk.text.split("Nu niet mogelijk")

    assert "Ontvangstbewijs" in offered
    assert "dit dossier ligt volgens de beslissing niet buiten de havencriminaliteit" in refused
    assert (await clerk.open(f"/dossiers/{number}/documenten/maken?soort=transfer")).status_code == 409
    await clerk.open(f"/dossiers/{number}/documenten/maken?soort=jurisdiction_note")
    assert "u hoeft niets in te vullen" in clerk.text


async def test_a_copy_for_the_defence_names_its_suspect_or_is_refused_beside_the_field(enter: Enter) -> None:
    clerk = await enter("clerk")
    number = await _register(clerk)
    refused = await clerk.fill({"_soort": "jurisdiction_note_defence", "_verdachte": ""}, address=f"/dossiers/{number}/documenten")

    assert refused.status_code == 400
    assert "Kies een verdachte van dit dossier" in clerk.text


async def test_documents_are_downloaded_once_they_are_made(enter: Enter, deps: Deps, sender: MemorySender) -> None:
    clerk = await enter("clerk")
    number = await _register(clerk)
    await clerk.open(f"/dossiers/{number}")
    assert "Wordt gemaakt" in clerk.text
    await clerk.fill({"_soort": "receipt"}, address=f"/dossiers/{number}/documenten")
    assert "Het document wordt gemaakt." in clerk.text
    assert (await clerk.open(f"/dossiers/{number}/documenten/stand")).json() == {"pending": 3}
    await drain(deps, sender)
    assert (await clerk.open(f"/dossiers/{number}/documenten/stand")).json() == {"pending": 0}
    await clerk.open(f"/dossiers/{number}")

    downloaded = await clerk.open(re.search(rf'href="(/dossiers/{number}/documenten/\d+)"', clerk.page.text)[1])  # type: ignore[index]

    assert downloaded.content.startswith(b"PK")
    assert downloaded.headers["content-disposition"].startswith(f'attachment; filename="{number}-')


async def test_mails_are_read_while_no_mail_server_is_set(enter: Enter) -> None:
    clerk = await enter("clerk")
    number = await _register(clerk)
    await clerk.open("/mails")
    assert "rechercheur@politie.example.org" in clerk.text
    assert "Er is geen mailserver ingesteld" in clerk.text

    await clerk.open(re.search(rf'href="(/mails/{number}/\d+)"', clerk.page.text)[1])  # type: ignore[index]

    assert number in clerk.text
    assert "Onbekend-Maes" not in clerk.text


async def test_what_one_may_not_see_is_the_same_page_as_a_number_never_issued(enter: Enter, deps: Deps) -> None:
    case = await a_case(deps)
    stranger = await enter("clerk", office="limburgHasselt")

    hidden = await stranger.open(f"/dossiers/{case.case_number}")
    unknown = await stranger.open("/dossiers/HAV-2026-999999")

    assert (hidden.status_code, hidden.content) == (404, unknown.content)


async def test_the_list_is_searched_filtered_and_paged(enter: Enter, deps: Deps) -> None:
    clerk = await enter("clerk")
    assert "Er zijn nog geen dossiers" in (await clerk.open("/dossiers")).text
    for number in range(52):
        await a_case(deps, summary=f"Vondst nummer {number}", noticeNumber=f"AN60.SP.{number:06d}/2026", sender="test")
    await clerk.open("/dossiers")
    assert "52 dossiers" in clerk.text
    assert "HAV-2026-000052" in clerk.text
    assert "HAV-2026-000001 " not in clerk.text
    await clerk.open(re.search(r'href="(/dossiers\?na=[^"]+)"', clerk.page.text)[1])  # type: ignore[index]
    assert "HAV-2026-000001" in clerk.text

    await clerk.open("/dossiers?zoek=1742&gebied=waasland&uitkomst=decided")
    assert "52 dossiers" in clerk.text
    await clerk.open("/dossiers?zoek=onvindbaar")
    assert "Geen dossier beantwoordt aan uw zoekvraag" in clerk.text


async def test_a_filter_that_does_not_exist_is_refused_and_not_left_out(enter: Enter) -> None:
    clerk = await enter("clerk")

    answer = await clerk.open("/dossiers?gebied=zee&uitkomst=misschien")

    assert answer.status_code == 400
    assert clerk.text.count("Deze keuze bestaat niet") == 2


async def test_the_auditor_reads_who_did_what_without_the_content_of_any_file(enter: Enter) -> None:
    clerk, auditor = await enter("clerk"), await enter("auditor")
    number = await _register(clerk)
    await clerk.open("/dossiers?zoek=1742")

    await auditor.open("/toezicht/registerlijnen")
    assert number in auditor.text
    assert "Onbekend-Maes" not in auditor.text
    await auditor.open("/toezicht/raadplegingen")
    assert "gezocht" in auditor.text
    assert "1742" in auditor.text
    assert (await auditor.open(f"/dossiers/{number}")).status_code == 403


async def test_the_administrator_makes_accounts_and_sees_a_secret_once(enter: Enter) -> None:
    administrator = await enter("administrator")
    await administrator.open("/beheer/accounts")
    refused = await administrator.fill({"_u_naam": "An"}, address="/beheer/accounts/mensen")
    assert refused.status_code == 400
    made = {"_u_naam": "an.nieuw", "_u_schermnaam": "An N.", "_u_functies": ["clerk"], "_u_parket": "antwerpPort"}
    await administrator.fill(made, address="/beheer/accounts/mensen")
    assert "Eerste wachtwoord van an.nieuw" in administrator.text
    client = {"_c_naam": "griffie-x", "_c_functie": "registryClient", "_c_rechten": ["cases:read"], "_c_rechtbank": "antwerpCorrectional"}
    await administrator.fill(client, address="/beheer/accounts/toepassingen")
    assert "Sleutel van griffie-x" in administrator.text

    await administrator.fill({"_naam": "an.nieuw"}, address="/beheer/accounts/sluiten")

    assert "Gesloten" in administrator.text
    assert (await administrator.open("/dossiers")).status_code == 403


async def test_shortcuts_can_be_switched_off(enter: Enter) -> None:
    clerk = await enter("clerk")
    assert 'data-shortcuts="on"' in (await clerk.open("/account")).text

    await clerk.fill({"_sneltoetsen": "uit"})

    assert 'data-shortcuts="on"' not in clerk.page.text


async def test_a_newcomer_chooses_a_password_before_anything_else(app: Litestar, deps: Deps, enter: Enter) -> None:
    administrator = await enter("administrator")
    await administrator.open("/beheer/accounts")
    made = {"_u_naam": "nieuw", "_u_schermnaam": "Nieuw", "_u_functies": ["clerk"], "_u_parket": "antwerpPort"}
    await administrator.fill(made, address="/beheer/accounts/mensen")
    first = re.search(r'class="secret">([^<]+)<', administrator.page.text)[1]  # type: ignore[index]
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://testserver") as browser:
        newcomer = Visitor(browser, 0)
        await newcomer.open("/aanmelden")
        await newcomer.fill({"_naam": "nieuw", "_wachtwoord": first})
        assert newcomer.path == "/wachtwoord"
        assert (await newcomer.open("/dossiers")).url.path == "/wachtwoord"
        refused = await newcomer.fill({"_oud": first, "_nieuw": "kort", "_herhaling": "kort"})
        assert refused.status_code == 400
        await newcomer.fill({"_oud": first, "_nieuw": PASSWORD, "_herhaling": PASSWORD})

        assert newcomer.path == "/vandaag"
        assert "Uw wachtwoord is gewijzigd." in newcomer.text


async def test_a_wrong_password_and_a_forged_form_are_refused(client: httpx.AsyncClient, enter: Enter) -> None:
    stranger = Visitor(client, 0)
    await stranger.open("/aanmelden")
    refused = await stranger.fill({"_naam": "wie", "_wachtwoord": "dan ook maar"})
    assert refused.status_code == 401
    assert "klopt niet" in stranger.text

    clerk = await enter("clerk")
    await clerk.open("/account")
    forged = await clerk.post("/account", {"_sneltoetsen": "uit", "_csrf": "geraden"})

    assert forged.status_code == 403


@pytest.mark.parametrize("onward", ["https://elders.example/", "//elders.example", "/\\elders.example", "javascript:alert(1)"])
async def test_signing_in_leads_nowhere_else(client: httpx.AsyncClient, onward: str) -> None:
    stranger = Visitor(client, 0)

    await stranger.open(f"/aanmelden?verder={onward}")

    assert "elders" not in stranger.page.text
    assert "javascript" not in stranger.page.text


async def test_an_address_that_is_no_page_says_so_in_words_for_people(enter: Enter) -> None:
    clerk = await enter("clerk")
    await clerk.open("/nergens")
    assert "Deze pagina bestaat niet; controleer het adres." in clerk.text

    await clerk.open("/afmelden")
    assert clerk.page.status_code == 405
    assert "hoort bij een knop op een scherm" in clerk.text and "Allow" not in clerk.text

    await clerk.open("/sjablonen")
    assert clerk.page.status_code == 403
    assert "Uw functie heeft niet het recht dat dit scherm vraagt." in clerk.text and "API" not in clerk.text

    await clerk.open("/gronden/dossiers")
    assert "Kies eerst een betwiste grond bij een rechtbank." in clerk.text and "Grond: ." not in clerk.text


async def test_signing_out_ends_the_session_in_the_register(enter: Enter, deps: Deps) -> None:
    clerk = await enter("clerk")
    cookies = dict(clerk.browser.cookies)
    await clerk.open("/account")
    await clerk.post("/afmelden", {})
    assert clerk.path == "/aanmelden"
    clerk.browser.cookies.update(cookies)

    assert (await clerk.open("/dossiers")).status_code == 401


async def test_a_nul_in_a_form_is_refused_at_its_field(enter: Enter) -> None:
    clerk = await enter("clerk")
    await clerk.open("/nieuw")

    answer = await clerk.fill({**TYPED, "summary": "a\0b", "_do": "preview"})

    assert answer.status_code == 400
    assert "Stuurteken U+0000" in clerk.text


ODD_ADDRESSES = (
    "/dossiers/%00",
    "/dossiers/HAV-2026-000001%00",
    f"/dossiers/{'9' * 5000}",
    "/dossiers/HAV-2026-000001/documenten/99999999999999999999999",
    "/mails/HAV-2026-000001/99999999999999999999999",
    "/concepten/kort",
    f"/concepten/{'g' * 32}",
    f"/dossiers/HAV-2026-000001/verbeteren/{'0' * 32}/voorbeeld",
    "/dossiers?na=gisteren",
    "/dossiers?na=9999-999999999",
    "/dossiers?zoek=%00&gebied=zee&parket=iets&uitkomst=misschien",
    "/dossiers?zoek=%25%5C_",
    "/te-beslissen?na=x",
    "/mails?stand=zoek&voor=-1",
    "/mails?voor=99999999999999999999",
    "/toezicht/registerlijnen?na=a/b/c",
    "/toezicht/registerlijnen?na=0001-01-01T00:00:00/1/1",
    "/toezicht/registerlijnen?na=2026-01-01/99999999999999999999/1",
    "/toezicht/raadplegingen?voor=%D9%A3&dossier=%00",
    "/aanmelden?verder=%00",
    "/static/x/../../etc/passwd",
)


@pytest.mark.parametrize("address", ODD_ADDRESSES)
async def test_an_odd_address_is_never_a_fault_of_ours(enter: Enter, address: str) -> None:
    everybody = await enter("clerk", "prosecutor", "auditor", "administrator")

    assert (await everybody.open(address)).status_code < 500


@pytest.mark.parametrize("body", [b"%FF%FE=1", b"places/0/quay=%00", b"&&&===", b"places/99999/quay=1", "naam=\xe9".encode("latin-1")])
async def test_an_odd_form_is_never_a_fault_of_ours(enter: Enter, body: bytes) -> None:
    clerk = await enter("clerk")
    await clerk.open("/nieuw")
    token = re.search(r'name="_csrf" value="([^"]+)"', clerk.page.text)[1]  # type: ignore[index]
    typed = {"content-type": "application/x-www-form-urlencoded"}

    answer = await clerk.browser.post(clerk.path, content=f"_csrf={token}&_do=preview&".encode() + body, headers=typed)

    assert 300 <= answer.status_code < 500


async def test_two_clicks_at_once_are_one_file(enter: Enter, deps: Deps) -> None:
    clerk = await enter("clerk")
    await clerk.open("/nieuw")
    await clerk.fill({**TYPED, "_do": "preview"})
    fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', clerk.page.text))

    answers = await asyncio.gather(*(clerk.browser.post(clerk.path, data=fields) for _ in range(4)))

    assert len({answer.headers["location"].split("?")[0] for answer in answers}) == 1
    listed = await search.list_cases(deps.pool, access.visibility(a_prosecutor()), search.CaseFilter())
    assert len(listed.items) == 1


async def test_the_explanation_of_a_file_is_read_in_three_languages(enter: Enter) -> None:
    prosecutor = await enter("prosecutor")
    number = await _register(prosecutor)
    assert "Uitleg om af te drukken" in prosecutor.text

    for language, heading, sentence in (
        ("nl", "Voor het dossier", "Het dossier is havencriminaliteit."),
        ("fr", "Pour le dossier", "Le dossier relève de la criminalité portuaire."),
        ("en", "For the file", "The file is port crime."),
        ("de", "Voor het dossier", "Het dossier is havencriminaliteit."),
    ):
        answer = await prosecutor.open(f"/dossiers/{number}/uitleg?taal={language}")
        assert heading in prosecutor.text
        assert sentence in prosecutor.text
        assert f'<article class="panel" lang="{"nl" if language == "de" else language}"' in answer.text

    assert (await prosecutor.open(f"/dossiers/{number}/uitleg?beslissing=9")).status_code == 404


async def test_a_file_shows_each_ground_with_its_facts_what_lost_and_what_the_statute_alone_leaves(enter: Enter) -> None:
    prosecutor = await enter("prosecutor")
    await _register(prosecutor)

    [used] = re.findall(r'<td data-label="Gebruikt">(.*?)</td>', prosecutor.page.text)
    assert used == "plaats p1, kaai: 1742; misdrijf 1, aard: onrechtmatig binnendringen in een havenfaciliteit"
    assert "Waarom niet een ander parket of een andere rechtbank" in prosecutor.text
    assert "Alleen volgens de wet: wat zonder beleid overblijft" in prosecutor.text
