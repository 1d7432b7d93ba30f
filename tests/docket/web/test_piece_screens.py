"""The pages of pieces and of seized items, as a browser without scripts uses them."""

import re
from typing import Any

import httpx
import pytest

from docket.deps import Deps
from docket.store import pieces as store
from tests.builders import a_case, a_prosecutor
from tests.docket.actions.judgment_world import before_court, convicting, judge
from tests.docket.actions.piece_world import LETTER, attached, digest, pieces_of
from tests.docket.actions.test_seized_items import COCAINE, CONTAINER
from tests.docket.conversion.test_tiff import grey
from tests.docket.tampering import tamper
from tests.docket.test_piece_files import a_docx, a_pdf, a_png, javascript
from tests.docket.web.conftest import Enter
from tests.docket.web.visitor import Visitor

_TOKEN = re.compile(r'name="_csrf" value="([^"]+)"')
WHAT = {"_soort": "letter", "_dienst": "FGP Antwerpen", "_dag": "20/11/2026", "_drager": "file"}


async def uploads(person: Visitor, number: str, content: bytes, name: str = "stuk.txt", **fields: str) -> httpx.Response:
    await person.open(f"/dossiers/{number}/stukken")
    found = _TOKEN.search(person.page.text)
    assert found is not None
    person.page = await person.browser.post(
        f"/dossiers/{number}/stukken/opladen",
        data={"_csrf": found[1], **fields},
        files=[("_bestand", (name, content, "application/x-ms-dos-executable"))],
        follow_redirects=True,
    )
    return person.page


async def a_file(deps: Deps, sender: str = "test", **fields: Any) -> str:
    return (await a_case(deps, sender=sender, externalId=sender, **fields)).case_number


async def test_what_is_uploaded_is_seen_first_and_attached_once_it_is_said_what_it_is(enter: Enter, deps: Deps) -> None:
    number, clerk = await a_file(deps), await enter("clerk")
    await uploads(clerk, number, LETTER, "..\\map\\brief <1>.exe")
    assert "brief <1>.exe platte tekst, 1 kB" in clerk.text and "hierbij het antwoord op uw kantschrift" in clerk.text
    assert await pieces_of(deps, number) == ()

    await clerk.fill({"_soort": "", "_dienst": "", "_dag": "gisteren", "_nummer": "brief 7"})
    assert "Kies de soort van het stuk." in clerk.text and "Schrijf de dag als 26/11/2026" in clerk.text
    assert 'value="brief 7"' in clerk.page.text
    await clerk.fill(WHAT | {"_nummer": "brief 7"})
    assert "Het stuk zit in het dossier." in clerk.text and "Brief nr. brief 7" in clerk.text
    assert digest(LETTER) in clerk.text
    await clerk.open(f"/dossiers/{number}")
    assert "1 stuk binnengekomen." in clerk.text
    await clerk.open(f"/dossiers/{number}/tijdlijn")
    assert "Stuk bij het dossier gevoegd" in clerk.text and "FGP Antwerpen" in clerk.text


async def test_a_saved_piece_is_the_bytes_that_came_in_and_a_browser_runs_nothing_of_it(enter: Enter, deps: Deps) -> None:
    number, clerk = await a_file(deps), await enter("clerk")
    piece = (await attached(deps, number, a_pdf(), pages=None)).piece
    answer = await clerk.open(f"/dossiers/{number}/stukken/{piece}")

    assert answer.content == a_pdf() or digest(answer.content) == (await pieces_of(deps, number))[0].sha256
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"] == f'attachment; filename="{number}-stuk-{piece}.pdf"'
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in answer.headers["content-security-policy"] and "script-src" not in answer.headers["content-security-policy"]


async def test_the_first_page_of_a_pdf_and_a_picture_are_shown_before_they_are_attached(enter: Enter, deps: Deps) -> None:
    number, clerk = await a_file(deps), await enter("clerk")
    for content in (a_pdf(pages=2), a_png(), grey()):
        await uploads(clerk, number, content)
        source = re.search(r'<img class="preview" src="([^"]+)"', clerk.page.text)
        assert source is not None
        drawn = await clerk.browser.get(source[1])
        assert (drawn.status_code, drawn.headers["content-type"], drawn.content[:4]) == (200, "image/png", b"\x89PNG")
        assert "sandbox" in drawn.headers["content-security-policy"]


async def test_the_first_words_of_a_word_file_are_shown_before_it_is_attached_and_do_nothing_in_the_page(enter: Enter, deps: Deps) -> None:
    number, clerk = await a_file(deps), await enter("clerk")
    await uploads(clerk, number, a_docx("<w:t>Verslag van &lt;script&gt; aan kaai 1742</w:t>"), "verslag.docx")

    [shown] = re.findall(r'<pre class="preview"[^>]*>([^<]*)</pre>', clerk.page.text)
    assert shown == "Verslag van &lt;script&gt; aan kaai 1742"


async def test_of_a_tiff_that_cannot_be_drawn_the_page_says_that_nothing_is_shown(enter: Enter, deps: Deps) -> None:
    number, clerk = await a_file(deps), await enter("clerk")
    await uploads(clerk, number, grey(said={258: 16}))

    assert '<img class="preview"' not in clerk.page.text
    assert "Van dit bestand toont het register geen beeld en geen woorden." in clerk.text


async def test_what_is_in_quarantine_says_why_and_is_given_to_nobody(enter: Enter, deps: Deps) -> None:
    number, clerk = await a_file(deps), await enter("clerk")
    await uploads(clerk, number, a_pdf(change=javascript), "pv.pdf")
    assert "JavaScript" in clerk.text and '<img class="preview"' not in clerk.page.text
    uploaded = re.search(r'name="_bytes" value="([0-9a-f]{64})"', clerk.page.text)
    assert uploaded is not None
    assert (await clerk.browser.get(f"/dossiers/{number}/stukken/opgeladen/{uploaded[1]}")).status_code == 404
    await clerk.open(f"/dossiers/{number}/stukken/nieuw?bytes={uploaded[1]}")
    await clerk.fill(WHAT)
    assert "zijn bestand is in quarantaine" in clerk.text
    [piece] = await pieces_of(deps, number)
    for address in (f"/dossiers/{number}/stukken/{piece.id}", f"/dossiers/{number}/stukken/{piece.id}/beeld"):
        refused = await clerk.browser.get(address)
        assert refused.status_code in (404, 409)
        assert b"%PDF" not in refused.content
    head = await enter("headOfOffice")
    assert (await head.open(f"/dossiers/{number}/stukken/{piece.id}")).status_code == 409


@pytest.mark.parametrize(
    ("content", "name", "why"),
    [
        (b"MZ\x90\0", "foto.jpg", "een programma voor Windows"),
        (b"<html><script>1</script></html>", "pv.txt", "webpagina"),
        (b"Rar!\x1a\x07\0", "stukken.pdf", "een archief"),
    ],
)
async def test_what_is_refused_says_why_and_keeps_nothing(enter: Enter, deps: Deps, content: bytes, name: str, why: str) -> None:
    number, clerk = await a_file(deps), await enter("clerk")
    answer = await uploads(clerk, number, content, name)

    assert answer.status_code == 400
    assert why in clerk.text and name in clerk.text
    assert await deps.pool.fetchval("select count(*) from piece_files") == 0


async def test_an_upload_without_a_file_or_above_the_limit_is_told_at_its_field(enter: Enter, deps: Deps) -> None:
    number, clerk = await a_file(deps), await enter("clerk")
    await clerk.open(f"/dossiers/{number}/stukken")
    await clerk.post(f"/dossiers/{number}/stukken/opladen", {})
    assert "Kies een bestand" in clerk.text
    answer = await uploads(clerk, number, b"regel tekst\n" * 2_300_000)
    assert answer.status_code == 413 and "groter dan 25 MiB" in clerk.text


async def test_an_upload_without_the_token_of_the_page_is_refused(enter: Enter, deps: Deps) -> None:
    number, clerk = await a_file(deps), await enter("clerk")
    forged = await clerk.browser.post(
        f"/dossiers/{number}/stukken/opladen", data={"_csrf": "vals"}, files=[("_bestand", ("a.txt", LETTER, "text/plain"))]
    )

    assert forged.status_code == 403
    assert await deps.pool.fetchval("select count(*) from piece_files") == 0


async def test_a_word_file_with_a_link_outside_shows_no_picture_and_says_what_is_wrong(enter: Enter, deps: Deps) -> None:
    number, clerk = await a_file(deps), await enter("clerk")
    link = '<Relationship Id="r" Type="x/hyperlink" Target="https://elders.example" TargetMode="External"/>'
    await uploads(clerk, number, a_docx(rels=link))

    assert "een verwijzing naar buiten het document" in clerk.text


async def test_the_same_bytes_are_noticed_and_attached_again_only_when_that_is_confirmed(enter: Enter, deps: Deps) -> None:
    number, clerk = await a_file(deps), await enter("clerk")
    first = await attached(deps, number)
    other = await a_file(deps, "b")
    await attached(deps, other)
    await uploads(clerk, number, LETTER)
    assert f"hetzelfde bestand zit al in dit dossier als stuk {first.piece}" in clerk.text and other in clerk.text
    await clerk.fill(WHAT)
    assert "kruis aan dat u ze nog eens wilt voegen" in clerk.text
    await clerk.fill(WHAT | {"_toch": "ja"})

    assert len(await pieces_of(deps, number)) == 2


async def test_a_piece_on_paper_moves_to_the_right_file_and_both_say_so(enter: Enter, deps: Deps) -> None:
    wrong, right, clerk = await a_file(deps, "a"), await a_file(deps, "b"), await enter("clerk")
    await clerk.open(f"/dossiers/{wrong}/stukken/nieuw")
    await clerk.fill({"_soort": "warrant", "_dienst": "onderzoeksrechter te Antwerpen", "_kaft": "kaft 3"})
    [piece] = await pieces_of(deps, wrong)
    moving = {"_do": "move", "_stuk": piece.id, f"_naar_{piece.id}": "HAV-2026-999999", f"_waarom_{piece.id}": "verkeerd dossier"}
    await clerk.fill(moving)
    assert "Er is geen dossier HAV-2026-999999" in clerk.text
    await clerk.fill(moving | {f"_naar_{piece.id}": right.lower()})

    assert f"Verplaatst naar {right}" in clerk.text
    await clerk.open(f"/dossiers/{right}/stukken")
    assert f"Verplaatst uit {wrong}" in clerk.text and "Bevel" in clerk.text and "kaft 3" in clerk.text
    await clerk.open(f"/dossiers/{right}/tijdlijn")
    assert f"Verplaatst uit {wrong}" in clerk.text


async def test_a_piece_is_saved_in_parts_as_a_browser_asks_for_them(enter: Enter, deps: Deps) -> None:
    number, clerk = await a_file(deps), await enter("clerk")
    piece = (await attached(deps, number)).piece
    answer = await clerk.browser.get(f"/dossiers/{number}/stukken/{piece}", headers={"Range": "bytes=8-15"})

    assert (answer.status_code, answer.content) == (206, LETTER[8:16])
    assert "sandbox" in answer.headers["content-security-policy"] and answer.headers["etag"] == f'"{digest(LETTER)}"'


async def test_a_moved_piece_that_the_right_file_holds_already_is_noticed_and_given_there_only(enter: Enter, deps: Deps) -> None:
    wrong, right, clerk = await a_file(deps, "a"), await a_file(deps, "b"), await enter("clerk")
    piece, same = (await attached(deps, wrong)).piece, (await attached(deps, right)).piece
    await clerk.open(f"/dossiers/{wrong}/stukken")
    moving = {"_do": "move", "_stuk": piece, f"_naar_{piece}": right, f"_waarom_{piece}": "verkeerd dossier"}
    await clerk.fill(moving)
    assert f"Deze bytes zitten al in {right} als stuk {same}" in clerk.text
    await clerk.fill(moving | {f"_toch_{piece}": "ja"})
    assert f"Verplaatst naar {right}" in clerk.text

    refused = await clerk.open(f"/dossiers/{wrong}/stukken/{piece}")
    assert refused.status_code == 409 and right in clerk.text and LETTER not in refused.content


async def test_a_withdrawn_piece_asks_a_reason_and_leaves_the_inventory(enter: Enter, deps: Deps) -> None:
    number, clerk = await a_file(deps), await enter("clerk")
    piece = (await attached(deps, number)).piece
    await clerk.open(f"/dossiers/{number}/stukken")
    assert "Inventaris van het dossier (1)" in clerk.text or "Inventaris van het dossier 1" in clerk.text
    withdrawing = {"_do": "withdraw", "_stuk": piece, f"_reden_{piece}": ""}
    await clerk.fill(withdrawing)
    assert "Geef een reden; ze blijft bij het stuk staan." in clerk.text
    await clerk.fill(withdrawing | {f"_reden_{piece}": "dubbel ontvangen"})
    assert "Ingetrokken: dubbel ontvangen" in clerk.text and "Er ligt nog niets in het dossier." in clerk.text


async def test_the_confidential_file_is_on_no_page_of_a_clerk_or_a_registry_and_on_that_of_a_magistrate(enter: Enter, deps: Deps) -> None:
    number, secret = await before_court(deps), b"machtiging observatie BOM-77\n"
    clerk, magistrate = await enter("clerk"), await enter("prosecutor")
    registry = await enter("courtRegistrar", office=None, court="antwerpCorrectional")
    await uploads(magistrate, number, secret, _vertrouwelijk="ja")
    assert "machtiging observatie" in magistrate.text
    await magistrate.fill({"_soort": "order", "_dienst": "BOM-dienst", "_nummer": "BOM-77/2026"})
    assert "Beschikking nr. BOM-77/2026" in magistrate.text
    piece = (await store.confidential_of_case(deps.pool, number, _seen()))[0]
    assert (await magistrate.open(f"/dossiers/{number}/vertrouwelijk/{piece.id}")).content == secret

    await magistrate.open(f"/dossiers/{number}/tijdlijn")
    assert "Vertrouwelijk dossier bijgewerkt door een magistraat" in magistrate.text
    for other in (clerk, registry):
        for page in ("", "/stukken", "/tijdlijn", "/tijdlijn/afdrukken"):
            await other.open(f"/dossiers/{number}{page}")
            assert not re.search(r"BOM-|observatie|Vertrouwelijk dossier|" + digest(secret)[:12], other.text, re.IGNORECASE), page
        assert (await other.browser.get(f"/dossiers/{number}/vertrouwelijk/{piece.id}")).status_code == 403
        assert (await other.browser.get(f"/dossiers/{number}/stukken/{piece.id}")).status_code == 404
        assert (await other.browser.get(f"/dossiers/{number}/stukken/opgeladen/{digest(secret)}?deel=vertrouwelijk")).status_code == 403
    await clerk.open(f"/dossiers/{number}/stukken/nieuw?deel=vertrouwelijk")
    assert clerk.page.status_code == 403


def _seen() -> Any:
    from docket.access import visibility

    return visibility(a_prosecutor(), "readConfidentialPart")


async def test_who_may_not_read_a_file_finds_none_of_its_pieces(enter: Enter, deps: Deps) -> None:
    number, stranger = await a_file(deps), await enter("clerk", office="halleVilvoorde")
    piece = (await attached(deps, number)).piece
    for page in (
        "stukken",
        "stukken/nieuw",
        f"stukken/{piece}",
        f"stukken/{piece}/beeld",
        f"stukken/opgeladen/{digest(LETTER)}",
        "goederen",
    ):
        assert (await stranger.browser.get(f"/dossiers/{number}/{page}")).status_code == 404, page


async def test_an_item_is_kept_decided_by_a_magistrate_carried_out_and_its_lists_follow(enter: Enter, deps: Deps) -> None:
    number = await a_file(deps, seizures=[COCAINE, CONTAINER])
    clerk, magistrate = await enter("clerk"), await enter("prosecutor")
    await clerk.open("/goederen/containers")
    assert "container MSCU1234566 (g2)" in clerk.text and "Niets beslist" in clerk.text
    await clerk.open(f"/dossiers/{number}/goederen")
    assert "2 zonder beslissing" in clerk.text and 'name="_beslissing_g1"' not in clerk.page.text
    keeping = {"_do": "keep", "_goed": "g1", "_plaats_g1": "griffie, kluis 4", "_bewaarder_g1": "registry", "_sinds_g1": "20/11/2026"}
    await clerk.fill(keeping | {"_bruto_g1": "vijftig", "_plaats_g1": ""})
    assert "Zeg waar het goed ligt" in clerk.text and "Schrijf een getal als 53,25" in clerk.text and 'value="vijftig"' in clerk.page.text
    await clerk.fill(keeping | {"_bruto_g1": "53,25", "_netto_g1": "51,004", "_kost_g1": "4,50"})
    assert "51,004 kg" in clerk.text and "18 euro" in clerk.text.replace("€", "euro")

    await magistrate.open(f"/dossiers/{number}/goederen")
    deciding = {"_do": "decide", "_goed": "g1", "_beslissing_g1": "destroy", "_reden_g1": "", "_beslist_g1": "24/11/2026"}
    await magistrate.fill(deciding)
    assert "Geef de reden" in magistrate.text
    await magistrate.fill(deciding | {"_reden_g1": "te gevaarlijk"})
    assert "vernietigen, door Proef prosecutor op 24/11/2026: te gevaarlijk" in magistrate.text
    assert "Art. 4, § 7 Drugwet (zeker)" in magistrate.text
    assert "Vanaf de dag van deze beslissing begon: kennisgeving van de vernietiging" in magistrate.text
    await clerk.open("/goederen/vernietigen")
    assert "cocaïne, 51 kg (g1)" in clerk.text
    await clerk.open("/vandaag")
    assert "Te vernietigen 1" in clerk.text

    await clerk.open(f"/dossiers/{number}/goederen")
    await clerk.fill({"_do": "done", "_goed": "g1", "_uitgevoerd_g1": "24/11/2026", "_bewijs_g1": "PV 17"})
    assert "Vernietigd" in clerk.text
    await clerk.open("/goederen/vernietigen")
    assert "Geen goed wacht op vernietiging." in clerk.text
    line = await deps.pool.fetchval("select max(id) from seized_item_acts")
    await clerk.open(f"/dossiers/{number}/goederen")
    await clerk.fill({"_do": "strike", "_goed": "g1", "_regel": line, f"_waarom_{line}": "nog niet gebeurd"})
    assert "Doorgehaald" in clerk.text and "nog niet gebeurd" in clerk.text


async def test_a_limit_that_no_clock_of_the_register_counts_is_not_said_to_have_begun(enter: Enter, deps: Deps) -> None:
    number = await a_file(deps, seizures=[COCAINE])
    magistrate = await enter("prosecutor")
    await magistrate.open(f"/dossiers/{number}/goederen")
    await magistrate.fill(
        {"_do": "decide", "_goed": "g1", "_beslissing_g1": "destroy", "_reden_g1": "te gevaarlijk", "_beslist_g1": "24/11/2026"}
    )
    # As a decision stands that was entered before the register began such limits.
    await tamper(deps, "delete from case_time_limits")

    await magistrate.open(f"/dossiers/{number}/goederen")

    assert "deze beslissing begon" not in magistrate.text
    assert "telt volgens de wet, en staat niet lopend in het register: kennisgeving van de vernietiging" in magistrate.text
    assert "Termijn beginnen" in magistrate.text


async def test_a_judgment_that_forgets_an_item_says_so_on_its_page_on_the_file_and_on_a_list(enter: Enter, deps: Deps) -> None:
    number, clerk = await before_court(deps, seizures=[COCAINE]), await enter("clerk")
    await clerk.open(f"/dossiers/{number}")
    assert "1 zonder beslissing" in clerk.text
    await judge(deps, convicting(number))
    for page in ("", "/vonnissen", "/goederen"):
        await clerk.open(f"/dossiers/{number}{page}")
        assert re.search(r"geen vonnis zegt iets|zegt geen vonnis iets", clerk.text), page
        assert "cocaïne, 51 kg (g1)" in clerk.text, page
    await clerk.open("/goederen/vergeten")
    assert "cocaïne, 51 kg (g1)" in clerk.text and number in clerk.text


async def test_the_form_of_a_judgment_asks_which_item_a_confiscation_takes(enter: Enter, deps: Deps) -> None:
    number, clerk = await before_court(deps, seizures=[COCAINE]), await enter("clerk")
    await clerk.open(f"/dossiers/{number}/vonnis")
    fields = {"_rechtbank": "antwerpCorrectional", "_dag": "24/11/2026", "_w0": "adversary", "_w1": "adversary", "_w2": "adversary"}
    outcomes = {"_b0_0": "convicted", "_b0_1": "convicted", "_b1_0": "acquitted"}
    await clerk.fill(fields | outcomes | {"_g0_0": "g1"})

    assert "Het vonnis staat in het register" in clerk.text and "geen vonnis zegt iets" not in clerk.text
    assert await deps.pool.fetchval("select seizure from judgment_confiscations") == "g1"
