"""Confirming, objecting and ruling on screens: without a script, by the words that people see."""

import re

from docket.deps import Deps
from tests.docket.web.conftest import Enter
from tests.docket.web.test_screens import _register

RIGHT_BANK = {"places/0/quay": "730"}


async def test_a_file_by_policy_alone_is_confirmed_on_its_page_before_it_is_referred(enter: Enter) -> None:
    prosecutor, clerk = await enter("prosecutor"), await enter("clerk")
    number = await _register(clerk)
    await clerk.open(f"/dossiers/{number}")
    assert "Te bevestigen" in clerk.text
    assert f'href="/dossiers/{number}/bevestigen"' not in clerk.page.text
    assert (await clerk.open(f"/dossiers/{number}/bevestigen")).status_code == 403
    await prosecutor.open("/te-bevestigen")
    assert number in prosecutor.text
    assert re.search(r"Te bevestigen 1 dossier\b", prosecutor.text)
    await prosecutor.open(f"/dossiers/{number}/verwijzen")
    assert 'name="_sporen"' not in prosecutor.page.text and 'name="_stuk"' not in prosecutor.page.text
    assert f'href="/dossiers/{number}/bevestigen"' in prosecutor.page.text
    refused = await prosecutor.fill({"_sporen": "0"})
    assert (refused.status_code, f"/dossiers/{number}/bevestigen" in prosecutor.text) == (409, True)

    await prosecutor.open(f"/dossiers/{number}/bevestigen")
    empty = await prosecutor.fill({"_spoor": "0", "_soort": "ground"})
    assert empty.status_code == 400
    assert "Kies een wettelijke grond." in prosecutor.text and "Zeg in uw woorden" in prosecutor.text
    wrong = await prosecutor.fill({"_spoor": "0", "_soort": "ground", "_grond": "residence", "_arrondissement": "Oost-Vlaanderen"})
    assert wrong.status_code == 400
    assert "niet voor het arrondissement" in prosecutor.text
    assert "Zeg in uw woorden" in prosecutor.text
    await prosecutor.fill(
        {"_spoor": "0", "_soort": "ground", "_grond": "residence", "_arrondissement": "Antwerpen", "_feiten": "Woont te Antwerpen."}
    )

    assert "De bevestiging staat in het register" in prosecutor.text
    assert "verblijfplaats van een verdachte" in prosecutor.text
    await prosecutor.open(f"/dossiers/{number}/verwijzen")
    assert 'name="_stuk"' in prosecutor.page.text
    await prosecutor.fill({"_sporen": "0"})
    assert "Verwezen" in prosecutor.text


async def test_the_name_of_who_takes_the_risk_shows_in_his_own_office_and_nowhere_else(enter: Enter) -> None:
    prosecutor, registrar = await enter("prosecutor"), await enter("courtRegistrar", court="antwerpCorrectional")
    number = await _register(prosecutor)
    await prosecutor.open(f"/dossiers/{number}/bevestigen")
    assert (await prosecutor.fill({"_spoor": "0", "_soort": "risk"})).status_code == 400
    await prosecutor.fill({"_spoor": "0", "_soort": "risk", "_reden": "De samenhang wordt nog onderzocht."})
    assert "Proef prosecutor" in re.sub(r"(?s).*Bevestigd en betwist", "", prosecutor.text)
    await prosecutor.open(f"/dossiers/{number}/verwijzen")
    await prosecutor.fill({"_sporen": "0"})

    await registrar.open(f"/dossiers/{number}")

    assert "De samenhang wordt nog onderzocht." in registrar.text
    assert "Proef prosecutor" not in registrar.text
    assert f"gebruiker {prosecutor.account_id}" in registrar.text


async def test_an_objection_and_its_ruling_stand_on_the_file_and_lead_to_the_other_files_on_that_ground(enter: Enter) -> None:
    prosecutor = await enter("prosecutor")
    number = await _register(prosecutor, **RIGHT_BANK)
    other = await _register(prosecutor, **RIGHT_BANK, noticeNumber="AN60.SP.000002/2026")
    await prosecutor.open(f"/dossiers/{number}/betwisten")
    empty = await prosecutor.fill({})
    assert empty.status_code == 400
    for fault in ("Kies wie de bevoegdheid betwist.", "Kies de grond die betwist wordt.", "Vul de dag in als 20/11/2026."):
        assert fault in prosecutor.text
    said = {"_spoor": "0", "_partij": "s1", "_grond": "place-of-offence", "_voor": "antwerpCorrectional"}
    assert (await prosecutor.fill({**said, "_dag": "gisteren"})).status_code == 400
    await prosecutor.fill({**said, "_dag": "20/11/2026"})
    assert "betwist door verdachte 1 (s1) op 20/11/2026" in prosecutor.text
    await prosecutor.open(re.search(rf'href="(/dossiers/{number}/betwistingen/\d+/uitspraak)"', prosecutor.page.text)[1])

    await prosecutor.fill({"_uitspraak": "upheld", "_rechtbank": "antwerpCorrectional", "_dag": "23/11/2026", "_ecli": "ECLI:BE:XX"})

    assert "de rechtbank is niet bevoegd" in prosecutor.text
    assert "niet de gewone vorm" in prosecutor.text
    assert "Te bevestigen" in prosecutor.text
    await prosecutor.open(re.search(r'href="(/gronden/dossiers[^"]+)"', prosecutor.page.text)[1].replace("&amp;", "&"))
    assert other in prosecutor.text
    assert number not in prosecutor.text
    await prosecutor.open("/cijfers/gronden")
    counted = re.findall(r'data-label="(Hield stand|Verworpen)"><span class="load"><span class="number">(\d+)<', prosecutor.page.text)
    assert counted == [("Hield stand", "0"), ("Verworpen", "1")]


async def test_the_preview_says_that_the_file_will_have_to_be_confirmed(enter: Enter, deps: Deps) -> None:
    from tests.docket.web.test_screens import TYPED

    clerk = await enter("clerk")
    await clerk.open("/nieuw")
    await clerk.fill({**TYPED, "_do": "preview"})

    assert "Zal te bevestigen zijn" in clerk.text


async def test_the_list_is_narrowed_to_what_waits_for_confirmation(enter: Enter) -> None:
    clerk = await enter("clerk")
    waits = await _register(clerk)
    holds = await _register(clerk, **RIGHT_BANK, noticeNumber="AN60.SP.000002/2026")

    await clerk.open("/dossiers?bevestigen=ja")
    assert (waits in clerk.text, holds in clerk.text) == (True, False)
    await clerk.open("/dossiers?bevestigen=nee")
    assert (waits in clerk.text, holds in clerk.text) == (False, True)
    assert (await clerk.open("/dossiers?bevestigen=misschien")).status_code == 400
