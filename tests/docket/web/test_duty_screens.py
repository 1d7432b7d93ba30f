"""Screens of the duty: a banner until somebody takes the file, a list of what nobody took, the roster, and the card behind a short link."""

import html
import re
from datetime import timedelta

import msgspec

from docket.actions.duty.escalate import escalate
from docket.mail.sending import MemorySender
from docket.worker.queue import drain
from tests.builders import a_case

HELD = [
    {"id": "s1", "role": "suspect", "kind": "natural", "minor": False, "custody": "arrested", "arrestedAt": "2026-11-24T08:15:00+01:00"}
]
BANNER = "U bent aan zet"


async def put_on_duty(head, person, role="clerk", shift="whole", first="2026-11-23", last="2026-11-29"):
    await head.open("/wacht")
    fields = {"_wacht": role, "_wie": str(person.account_id), "_dienst": shift, "_van": first, "_tot": last}
    return await head.fill(fields, address="/wacht/rooster")


async def told(deps, sender, minutes):
    """The worker, so many minutes later; returns the token of the last short link that was mailed."""
    deps.clock.instant += timedelta(minutes=minutes)
    await escalate(deps)
    await drain(deps, sender)
    links = [mail.text.partition("/w/")[2].split()[0] for mail in sender.sent if "/w/" in mail.text]
    return links[-1] if links else ""


async def test_banner_stands_on_every_screen_of_who_must_act_until_somebody_takes_the_file(enter, deps):
    head, clerk, other = await enter("headOfOffice"), await enter("clerk"), await enter("clerk")
    await put_on_duty(head, clerk)
    number = (await a_case(deps, persons=HELD)).case_number

    for address in ("/account", "/dossiers", f"/dossiers/{number}", "/hulp", "/dossiers/HAV-2026-999999"):
        await clerk.open(address)
        assert f"{BANNER}: 1 dossier wacht" in clerk.text and "het is dringend" in clerk.text, address
    for anybody in (other, head):
        await anybody.open("/account")
        assert BANNER not in anybody.text
        assert "Niemand nam dit op: 1 dossier wacht" in html.unescape(re.sub("<[^>]+>", "", anybody.text))

    await clerk.open(f"/dossiers/{number}")
    await clerk.fill({}, address=f"/dossiers/{number}/opnemen")

    assert "U hebt het dossier in behandeling genomen" in clerk.text
    assert BANNER not in clerk.text
    assert "Opgenomen door Proef clerk op 24/11/2026 om 10.30 uur" in clerk.text


async def test_banner_of_an_urgent_file_is_not_for_who_may_not_take_it_or_of_another_office(enter, deps):
    await a_case(deps, persons=HELD)

    for reader in (await enter("clerk", office="eastFlandersGhent"), await enter("courtRegistrar", court="antwerpCorrectional")):
        await reader.open("/account")
        assert "to-take" not in reader.text


async def test_file_is_taken_over_from_a_colleague_with_a_reason(enter, deps):
    first, second = await enter("clerk"), await enter("prosecutor")
    number = (await a_case(deps, persons=HELD)).case_number
    await first.open(f"/dossiers/{number}")
    await first.fill({}, address=f"/dossiers/{number}/opnemen")
    assert "Overnemen van een collega" not in first.text
    await second.open(f"/dossiers/{number}")
    assert "Overnemen van een collega" in second.text

    await second.open(f"/dossiers/{number}/overnemen")
    assert "Opgenomen" in second.text
    await second.fill({"_reden": ""}, address=f"/dossiers/{number}/overnemen")
    assert "Geef een reden" in second.text
    await second.fill({"_reden": "De collega is met verlof."}, address=f"/dossiers/{number}/overnemen")

    assert "U hebt dit dossier overgenomen" in second.text
    assert "tot een collega het overnam" in second.text
    await second.open(f"/dossiers/{number}/overnemen")
    assert "Geen collega van uw parket heeft dit dossier" in second.text


async def test_banner_of_an_unfilled_duty_is_the_heads(enter, deps):
    head, clerk = await enter("headOfOffice"), await enter("clerk")
    await a_case(deps)

    await head.open("/account")
    await clerk.open("/account")

    assert (BANNER in head.text, BANNER in clerk.text) == (True, False)


async def test_file_says_that_nobody_took_it_and_what_happens_next(enter, deps):
    clerk = await enter("clerk")
    number = (await a_case(deps, persons=HELD)).case_number

    await clerk.open(f"/dossiers/{number}")

    assert "niemand nam het dossier op sinds 24/11/2026 om 10.30 uur" in clerk.text
    assert "Volgende: medewerker van wacht, op 24/11/2026 om 10.40 uur" in clerk.text


async def test_list_shows_since_when_which_step_what_failed_and_takes_a_file(enter, deps):
    head, clerk = await enter("headOfOffice"), await enter("clerk")
    await put_on_duty(head, clerk)
    number = (await a_case(deps, persons=HELD)).case_number
    await told(deps, MemorySender(), 12)

    await clerk.open("/niet-opgenomen")

    for words in (
        number,
        "12 min",
        "Korpschef",
        "Niemand bereikt",
        "wordt opnieuw verwittigd",
        "geen adres voor de wacht",
        "na 4 uur, 1 dag en 2 dagen",
        "na 10, 20 en 30 minuten",
    ):
        assert words in clerk.text, words
    await clerk.fill({}, address=f"/dossiers/{number}/opnemen")
    assert clerk.path == "/niet-opgenomen"
    assert "Elk dossier van uw parket is door iemand opgenomen" in clerk.text
    await head.open(f"/dossiers/{number}")
    await head.fill({}, address=f"/dossiers/{number}/opnemen")
    assert head.page.status_code == 409
    assert "al opgenomen door Proef clerk" in head.text


async def test_what_failed_the_same_way_again_and_again_is_one_line_with_its_count(enter, deps):
    head = await enter("headOfOffice")
    await a_case(deps, persons=HELD)
    # Nobody is on duty and the head has no address: every round of the worker tries and fails alike.
    for _ in range(4):
        await told(deps, MemorySender(), 12)

    await head.open("/niet-opgenomen")
    assert "keer, laatst op 24/11/2026" in head.text
    # One line for each step of the chain: clerk, prosecutor, head.
    assert head.text.count("geen adres voor de wacht") == 3


async def test_list_of_what_nobody_took_has_a_true_count_and_pages(enter, deps):
    for at in range(53):
        await a_case(deps, sender=str(at), externalId=str(at))
    clerk = await enter("clerk")

    await clerk.open("/niet-opgenomen")
    first = set(re.findall(r"/dossiers/(HAV-2026-\d{6})/opnemen", clerk.page.text))
    assert "Wacht op iemand van uw parket 53" in clerk.text
    await clerk.open(html.unescape(re.search(r'href="(/niet-opgenomen\?na=[^"]+)"', clerk.page.text)[1]))
    second = set(re.findall(r"/dossiers/(HAV-2026-\d{6})/opnemen", clerk.page.text))

    assert (len(first), len(second), len(first | second)) == (50, 3, 53)
    assert "Wacht op iemand van uw parket 53" in clerk.text


async def test_roster_shows_gaps_as_gaps_and_says_whom_an_unfilled_duty_falls_to(enter):
    head, clerk, prosecutor = await enter("headOfOffice"), await enter("clerk"), await enter("prosecutor")
    await clerk.open("/wacht")
    assert "Niet ingevuld" in clerk.text and "valt op de korpschef (Proef headOfOffice)" in clerk.text
    assert "2 gaten in het rooster" in clerk.text

    for shift in ("day", "night", "weekend"):
        await put_on_duty(head, clerk, shift=shift, last="2026-11-29")
    await put_on_duty(head, prosecutor, role="prosecutor")

    await clerk.open("/wacht")
    assert "Elke wacht die nog komt, is deze week ingevuld" in clerk.text
    assert "Wacht invullen" not in clerk.text and "Van het rooster" not in clerk.text
    await clerk.post("/wacht/rooster", {"_wacht": "clerk"})
    assert clerk.page.status_code == 403
    await head.open("/wacht?week=2026-11-23")
    await head.fill({}, address="/wacht/intrekken")
    assert "Het wachtrooster is bijgewerkt" in head.text


async def test_roster_form_that_is_refused_says_what_to_mend_and_keeps_what_was_typed(enter):
    head, clerk = await enter("headOfOffice"), await enter("clerk")

    await put_on_duty(head, clerk, first="2026-11-29", last="2026-11-23")
    assert head.page.status_code == 400
    assert "De laatste dag ligt niet voor de eerste" in head.text and 'value="2026-11-29"' in head.page.text
    await put_on_duty(head, clerk, shift="weekend", first="2026-11-24", last="2026-11-25")
    assert "een weekend begint op zaterdag" in head.text
    await put_on_duty(head, clerk, role="keizer")
    assert "Kies een wacht uit de lijst" in head.text


async def test_short_link_opens_a_card_that_takes_the_file_and_only_for_who_may_read_it(enter, deps, client):
    head, clerk, stranger = await enter("headOfOffice"), await enter("clerk"), await enter("clerk", office="eastFlandersGhent")
    await put_on_duty(head, clerk)
    await clerk.open("/wacht")
    await clerk.fill({"_adres": "wacht@politie.example.org"}, address="/wacht/adres")
    assert "Het adres voor de wacht is bewaard" in clerk.text
    number = (await a_case(deps, persons=HELD)).case_number
    token = await told(deps, MemorySender(), 10)

    answer = await client.get(f"/w/{token}")
    assert answer.status_code == 401 and "_wachtwoord" in answer.text and number not in answer.text
    await stranger.open(f"/w/{token}")
    assert stranger.page.status_code == 404 and number not in stranger.text
    await clerk.open(f"/w/{token}")
    for words in (number, "Zes personen in een lege container", "Binnendringen", "Verdachte s1", "aangehouden", "Ik neem het", "Waasland"):
        assert words.lower() in clerk.text.lower(), words
    # Held since, and the end of the 48 hours that the report started by itself.
    assert "24/11/2026 om 08.15 uur" in clerk.text and "donderdag 26 november 2026 om 08.15 uur" in clerk.text
    await clerk.fill({})

    assert "Opgenomen door Proef clerk" in clerk.text and "op de telefoonkaart" in clerk.text
    assert "Ik neem het" not in clerk.text


async def test_the_card_says_of_whom_it_is_not_known_what_holds_him(enter, deps):
    head, clerk = await enter("headOfOffice"), await enter("clerk")
    await put_on_duty(head, clerk)
    await clerk.open("/wacht")
    await clerk.fill({"_adres": "wacht@politie.example.org"}, address="/wacht/adres")
    await a_case(deps, persons=[HELD[0] | {"arrestedAt": "2026-11-24"}])
    token = await told(deps, MemorySender(), 10)

    await clerk.open(f"/w/{token}")

    assert "is aangehouden, maar er loopt geen termijn en er is geen titel." in clerk.text
    assert "Het uur van de vrijheidsberoving ontbreekt" in clerk.text and "/termijnen?termijn=arrest&amp;persoon=s1" in clerk.page.text


async def test_short_link_that_is_taken_back_or_over_opens_nothing_and_says_why(enter, deps):
    head, clerk = await enter("headOfOffice"), await enter("clerk")
    await put_on_duty(head, clerk)
    await clerk.open("/wacht")
    await clerk.fill({"_adres": "wacht@politie.example.org"}, address="/wacht/adres")
    number = (await a_case(deps, persons=HELD)).case_number
    token = await told(deps, MemorySender(), 10)
    await clerk.open("/niet-opgenomen")
    await clerk.fill({}, address=f"/dossiers/{number}/links-intrekken")
    assert "openen niets meer" in clerk.text

    await clerk.open(f"/w/{token}")

    assert clerk.page.status_code == 404 and "verlopen of ingetrokken" in clerk.text
    late = await told(deps, MemorySender(), 10)
    assert late == ""  # the prosecutor's step fell to the head, who has no address


async def test_banner_and_list_hold_no_sealed_file_of_others(enter, deps):
    head, clerk = await enter("headOfOffice"), await enter("clerk")
    await put_on_duty(head, clerk)
    number = (await a_case(deps, persons=HELD)).case_number
    await deps.pool.execute("update cases set confidentiality = 'sealed', named = array[0::bigint] where case_number = $1", number)

    for address in ("/niet-opgenomen", "/account"):
        await clerk.open(address)
        assert number not in clerk.text and BANNER not in clerk.text, address


async def test_links_of_the_menu_lead_to_both_pages(enter):
    clerk, registrar = await enter("clerk"), await enter("courtRegistrar", office=None, court="antwerpCorrectional")
    await clerk.open("/dossiers")
    await registrar.open("/dossiers")

    assert all(f'href="{address}"' in clerk.page.text for address in ("/wacht", "/niet-opgenomen"))
    assert 'href="/wacht"' not in registrar.page.text
    await registrar.open("/wacht")
    assert registrar.page.status_code == 403


def test_page_struct_has_no_field_for_a_token():
    from docket.web.not_taken import StepView, TryView

    assert not {"token", "link", "address"} & {field.name for kind in (StepView, TryView) for field in msgspec.structs.fields(kind)}
