"""Every page, error states too, at 320 and 1280 pixels: no finding of axe, and nothing runs off the screen sideways."""

import re
from collections.abc import AsyncIterator

import msgspec
import pytest
from axe_playwright_python.async_playwright import Axe
from litestar import Litestar
from playwright.async_api import Browser, Page

from docket.access import SYSTEM, Actor
from docket.actions.accounts.add_client import AddClient, add_client
from docket.actions.registration.amend_case import AmendCase, amend_case
from docket.actions.registration.set_confidentiality import SetConfidentiality, set_confidentiality
from docket.actions.transfers.offer_transfer import OfferTransfer, offer_transfer
from docket.deps import Deps
from docket.mail.sending import MemorySender
from docket.worker.queue import drain
from tests.builders import a_case, a_prosecutor, a_report
from tests.flows.site import chromium, served, sign_in, user

pytestmark = pytest.mark.browser

WIDTHS = (320, 1280)
ROLES = ("clerk", "prosecutor", "headOfOffice", "administrator", "auditor")
PASTED = "Op 18 november 2026 werden op kaai 1742 zes personen aangetroffen in container MSCU1234566. Kenmerk DE60.SP.001234/2026."
WRONG = {"Ontvangen op": "31/02/2026", "Kaainummer": "1742", "Familienaam": "x" * 60, "Containernummer": "MSCU1234567"}


class World(msgspec.Struct, frozen=True, kw_only=True):
    """A register with something on every page."""

    decided: str
    open: str
    offered: str


@pytest.fixture(scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as opened:
        yield opened


@pytest.fixture
async def address(app: Litestar) -> AsyncIterator[str]:
    async with served(app) as opened:
        yield opened


@pytest.fixture
async def world(deps: Deps, sender: MemorySender) -> World:
    by: Actor = a_prosecutor()
    decided = await a_case(
        deps, containers=["MSCU1234567"], persons=[{"id": "s1", "role": "suspect", "age": 16}, {"id": "s2", "role": "suspect"}]
    )
    await drain(deps, sender)
    report = a_report(summary="Een woord zonder einde: " + "abcdefghij" * 12)
    await amend_case(AmendCase(case_number=decided.case_number, version=1, report=report, reason="Het aantal klopte niet."), by, deps)
    await set_confidentiality(
        SetConfidentiality(case_number=decided.case_number, version=2, confidentiality="restricted", reason="Gevoelig."), by, deps
    )
    undecided = await a_case(deps, places=None, offences=[{"offence": "drugImport"}], sender="ander")
    offered = await a_case(deps, by=a_prosecutor(office="eastFlandersGhent"), sender="gent", noticeNumber="GE60.SP.000001/2026")
    offer = OfferTransfer(
        case_number=offered.case_number,
        version=1,
        to_office="antwerpPort",
        ground="placeOfOffence",
        reason="De feiten liggen in Antwerpen.",
    )
    await offer_transfer(offer, a_prosecutor(office="eastFlandersGhent"), deps)
    client = AddClient(name="griffie-antwerpen", role="registryClient", scopes=("cases:read",), court="antwerpCorrectional")
    await add_client(client, SYSTEM, deps)
    return World(decided=decided.case_number, open=undecided.case_number, offered=offered.case_number)


async def _findings(page: Page, name: str) -> list[str]:
    found = []
    await page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    for width in WIDTHS:
        await page.set_viewport_size({"width": width, "height": 900})
        across = await page.evaluate("document.documentElement.scrollWidth")
        if across > width:
            found.append(f"{name} at {width}: {across} pixels wide")
        result = await Axe().run(page)
        found += [
            f"{name} at {width}: {one['id']} {one['nodes'][0]['target']} {one['nodes'][0].get('failureSummary')}"
            for one in result.response["violations"]
        ]
    return found


def _addresses(world: World) -> tuple[str, ...]:
    case = f"/dossiers/{world.decided}"
    return (
        "/dossiers",
        "/dossiers?zoek=onvindbaar",
        "/te-beslissen",
        "/overdrachten",
        "/elders",
        "/concepten",
        "/mails",
        "/mails?stand=failed",
        "/account",
        "/hulp",
        "/recht",
        "/recht/bestanden/catalogue.toml",
        "/recht/gebieden",
        "/wachtwoord",
        "/toezicht/registerlijnen",
        "/toezicht/raadplegingen",
        "/beheer/accounts",
        case,
        f"/dossiers/{world.open}",
        f"/dossiers/{world.open}/beslissen",
        f"/dossiers/{world.offered}/overdracht-beantwoorden",
        *(
            f"{case}/{what}"
            for what in (
                "verbeteren",
                "bijkomend-verslag",
                "beslissing-wijzigen",
                "vertrouwelijkheid",
                "verwijzen",
                "overdragen",
                "geschil",
            )
        ),
        # Refusals: not found, a wrong method, a page that does not exist.
        "/dossiers/HAV-2026-999999",
        "/afmelden",
        "/nergens",
    )


async def test_no_page_has_a_finding(address: str, browser: Browser, deps: Deps, world: World) -> None:
    context = await browser.new_context()
    page = await context.new_page()
    findings = await _signed_out(page, address)
    await sign_in(page, address, await user(deps, *ROLES))
    for path in _addresses(world):
        await page.goto(address + path)
        findings += await _findings(page, path)
    for state in (_form_with_faults, _preview, _paste, _amendment, _small_form_with_faults, _mail, _stale):
        findings += await state(page, address, world)

    assert findings == []
    await context.close()


async def _signed_out(page: Page, address: str) -> list[str]:
    await page.goto(f"{address}/dossiers")
    findings = await _findings(page, "lost session")
    await page.get_by_label("Aanmeldnaam").fill("wie")
    await page.get_by_role("button", name="Aanmelden").click()
    return findings + await _findings(page, "refused sign-in")


async def _form_with_faults(page: Page, address: str, _: World) -> list[str]:
    await page.goto(f"{address}/nieuw")
    findings = await _findings(page, "empty form")
    for add in ("Persoon", "Inbeslagneming", "Vaartuig", "Container", "Verwant dossier", "Notitienummer", "Mailadres"):
        await page.get_by_role("button", name=f"{add} toevoegen").click()
    for label, text in WRONG.items():
        await page.get_by_label(label, exact=True).first.fill(text)
    await page.get_by_role("button", name="Bekijk de route").first.click()
    await page.get_by_role("heading", name="Verbeter deze fouten").wait_for()
    return findings + await _findings(page, "form with faults")


async def _preview(page: Page, address: str, _: World) -> list[str]:
    await page.goto(f"{address}/nieuw")
    await page.get_by_label("Meldende dienst").select_option("customs")
    await page.get_by_label("Kaainummer").fill("1742")
    await page.get_by_role("button", name="Container toevoegen").click()
    await page.get_by_label("Containernummer", exact=True).fill("MSCU1234567")
    await page.get_by_role("button", name="Bekijk de route").first.click()
    await page.get_by_role("heading", name="Route van het nieuwe dossier").wait_for()
    return await _findings(page, "route before registering")


async def _paste(page: Page, address: str, _: World) -> list[str]:
    await page.goto(f"{address}/nieuw")
    await page.get_by_role("button", name="Plak het PV").click()
    await page.get_by_role("button", name="Lees de tekst").click()
    findings = await _findings(page, "paste without text")
    await page.get_by_label("Tekst van het PV of de mail").fill(PASTED)
    await page.get_by_role("button", name="Lees de tekst").click()
    await page.get_by_role("button", name=re.compile("^Neem over")).first.click()
    await page.get_by_text("Overgenomen").first.wait_for()
    return findings + await _findings(page, "proposals")


async def _amendment(page: Page, address: str, world: World) -> list[str]:
    await page.goto(f"{address}/dossiers/{world.decided}/verbeteren")
    await page.get_by_label("Kaainummer").fill("900")
    await page.get_by_role("button", name="Bekijk wat er verandert").first.click()
    await page.get_by_role("button", name="Verbetering bevestigen").click()
    await page.get_by_role("heading", name="Verbeter deze fouten").wait_for()
    return await _findings(page, "correction without a reason")


async def _small_form_with_faults(page: Page, address: str, world: World) -> list[str]:
    await page.goto(f"{address}/dossiers/{world.open}/beslissen")
    await page.get_by_role("button", name="Beslissen").click()
    findings = await _findings(page, "settling without a reason")
    await page.goto(f"{address}/beheer/accounts")
    await page.get_by_role("button", name="Gebruiker maken").click()
    return findings + await _findings(page, "account with faults")


async def _mail(page: Page, address: str, _: World) -> list[str]:
    await page.goto(f"{address}/mails")
    await page.locator("tbody th a").first.click()
    return await _findings(page, "mail")


async def _stale(page: Page, address: str, world: World) -> list[str]:
    """A correction and a small form that stood open while the file changed."""
    await page.goto(f"{address}/dossiers/{world.decided}/verbeteren")
    other = await page.context.new_page()
    await other.goto(f"{address}/dossiers/{world.decided}/vertrouwelijkheid")
    small = await page.context.new_page()
    await small.goto(f"{address}/dossiers/{world.decided}/vertrouwelijkheid")
    await other.get_by_label("Reden").fill("Niet langer gevoelig.")
    await other.get_by_label("Gewoon").check()
    await other.get_by_role("button", name="Bewaren").click()
    await other.get_by_text("De vertrouwelijkheid is gewijzigd.").wait_for()
    await page.get_by_role("button", name="Bekijk wat er verandert").first.click()
    await page.get_by_role("heading", name="Wat er veranderde").wait_for()
    findings = await _findings(page, "stale correction")
    await small.get_by_label("Reden").fill("Toch gevoelig.")
    await small.get_by_role("button", name="Bewaren").click()
    await small.get_by_role("heading", name="Het dossier is intussen gewijzigd").wait_for()
    findings += await _findings(small, "stale small form")
    await other.close()
    await small.close()
    return findings
