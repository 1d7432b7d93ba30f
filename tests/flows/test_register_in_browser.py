"""A file registered in Chromium: by keyboard alone, and with scripts switched off."""

import io
import re
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from litestar import Litestar
from playwright.async_api import Browser, Page
from pypdf import PdfReader

from docket import access
from docket.clock import FixedClock
from docket.deps import Deps
from docket.store import search
from docket.store.search import CaseFilter, CaseView
from tests.builders import a_case, a_prosecutor
from tests.flows.site import PASSWORD, chromium, served, sign_in, user

pytestmark = pytest.mark.browser


@pytest.fixture
async def address(app: Litestar) -> AsyncIterator[str]:
    async with served(app) as opened:
        yield opened


@pytest.fixture(scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as opened:
        yield opened


async def _only_case(deps: Deps) -> CaseView:
    seen = access.visibility(a_prosecutor())
    listed = await search.list_cases(deps.pool, seen, CaseFilter())
    assert len(listed.items) == 1
    found = await search.case_view(deps.pool, seen, listed.items[0].case_number)
    assert found is not None
    return found


class Keyboard:
    """Reaches every control with the tab key, as somebody without a mouse does."""

    def __init__(self, page: Page) -> None:
        self.page = page

    async def to(self, name: str) -> None:
        """Tabs on until the control with this accessible name has the focus, and checks that one sees it."""
        for _ in range(150):
            await self.page.keyboard.press("Tab")
            if await self._focused(name):
                outline = await self.page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
                assert outline == "3px", f"the focus on {name} does not show"
                return
        raise AssertionError(f"the tab key never reaches {name}")

    async def type(self, name: str, text: str) -> None:
        await self.to(name)
        await self.page.keyboard.type(text)

    async def press(self, name: str, key: str = "Enter") -> None:
        await self.to(name)
        await self.page.keyboard.press(key)

    async def _focused(self, name: str) -> bool:
        text = await self.page.evaluate(
            """() => {
                const one = document.activeElement;
                const labels = one.labels ? Array.from(one.labels, label => label.innerText) : [];
                return [...labels, one.getAttribute("aria-label") || "", one.innerText || ""].join("|");
            }"""
        )
        return any(part.strip().startswith(name) for part in text.split("|"))


async def test_a_file_is_registered_by_keyboard_only(address: str, browser: Browser, deps: Deps) -> None:
    context = await browser.new_context(viewport={"width": 1280, "height": 900})
    page = await context.new_page()
    keyboard = Keyboard(page)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    await sign_in(page, address, await user(deps, "clerk"))

    await page.locator("body").press("n")
    await page.wait_for_url(re.compile(r"/concepten/"))
    await keyboard.type("Notitienummer", "DE60.SP.001234/2026")
    await keyboard.type("Ontvangen op", "20/11/2026")
    await keyboard.type("Meldende dienst", "Scheep")
    await keyboard.type("Samenvatting", "Zes personen in een lege container.")
    await keyboard.type("Haven", "Haven van A")
    await keyboard.type("Kaainummer", "1742")
    await keyboard.type("Feit", "Onrecht")
    await keyboard.type("Gepleegd op of vanaf", "18/11/2026")
    await keyboard.press("Persoon toevoegen")
    await page.get_by_role("group", name="Persoon 1").wait_for()
    await page.wait_for_function("document.activeElement.name === 'persons/0/role'")
    await keyboard.type("Familienaam", "Onbekend-Maes")
    await keyboard.press("Bekijk de route")
    await page.get_by_role("heading", name="Route van het nieuwe dossier").wait_for()
    await keyboard.press("Registreren")
    await page.wait_for_url(re.compile(r"/dossiers/HAV-\d{4}-\d{6}"))

    report = (await _only_case(deps)).case.report
    assert report.notice_number == "DE60.SP.001234/2026"
    assert report.origin.service == "shippingPolice"
    assert [(place.port, place.quay) for place in report.places] == [("antwerp", "1742")]
    assert [(one.offence, one.committed_from) for one in report.offences] == [("portIntrusion", "2026-11-18")]
    assert [(one.role, one.count, one.family_name) for one in report.persons] == [("suspect", 1, "Onbekend-Maes")]
    assert faults == []
    await context.close()


async def test_a_file_is_registered_with_scripts_switched_off(address: str, browser: Browser, deps: Deps) -> None:
    context = await browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 800})
    page = await context.new_page()
    await sign_in(page, address, await user(deps, "clerk"))

    await page.get_by_role("link", name="Nieuw dossier").first.click()
    await page.get_by_role("button", name="Plak het PV").click()
    await page.get_by_label("Tekst van het PV of de mail").fill("Container MSCU1234566 stond op kaai 1742.")
    await page.get_by_role("button", name="Lees de tekst").click()
    await page.get_by_role("button", name="Neem over Containernummer").click()
    await page.get_by_role("link", name="Verder in het formulier").click()
    await page.get_by_role("button", name="Bekijk de route").first.click()
    await page.get_by_role("link", name="Meldende dienst").click()
    await page.get_by_label("Meldende dienst").select_option("customs")
    await page.get_by_role("button", name="Plaats toevoegen").click()
    await page.get_by_role("group", name="Plaats 2").get_by_label("Kaainummer").fill("1742")
    await page.get_by_role("group", name="Plaats 2").get_by_label("Haven", exact=True).select_option("antwerp")
    await page.get_by_role("button", name="Plaats 1 verwijderen").click()
    await page.get_by_role("group", name="Feit 1").get_by_label("Feit", exact=True).select_option("drugImport")
    await page.get_by_role("button", name="Bekijk de route").first.click()
    await page.get_by_role("button", name="Registreren").click()
    await page.get_by_role("heading", name=re.compile("HAV-")).wait_for()

    found = await _only_case(deps)
    assert found.case.report.containers == ("MSCU1234566",)
    assert [place.quay for place in found.case.report.places] == ["1742"]
    assert found.current.decision.port_area == "waasland"
    await context.close()


async def test_typing_is_saved_without_a_click_and_found_in_the_list_of_drafts(address: str, browser: Browser, deps: Deps) -> None:
    context = await browser.new_context()
    page = await context.new_page()
    await sign_in(page, address, await user(deps, "clerk"))
    await page.goto(f"{address}/nieuw")
    await page.get_by_label("Samenvatting").fill("Halverwege getypt.")
    await page.get_by_text("Concept bewaard op").wait_for()
    await page.close()

    later = await context.new_page()
    await later.goto(f"{address}/concepten")
    await later.get_by_role("link", name="Halverwege getypt.").click()

    assert await later.get_by_label("Samenvatting").input_value() == "Halverwege getypt."
    await context.close()


async def test_a_lost_session_is_told_while_one_types_and_costs_nothing(
    address: str, browser: Browser, deps: Deps, clock: FixedClock
) -> None:
    context = await browser.new_context()
    page = await context.new_page()
    name = await user(deps, "clerk")
    await sign_in(page, address, name)
    await page.goto(f"{address}/nieuw")
    clock.instant += deps.settings.session_idle + timedelta(minutes=1)
    await page.get_by_label("Samenvatting").fill("Getypt na het einde van de sessie.")
    await page.get_by_text("Niet bewaard: uw sessie is afgelopen.").wait_for()

    await page.get_by_role("button", name="Concept bewaren").first.click()
    await page.get_by_text("wordt na het aanmelden als concept bewaard").wait_for()
    await page.get_by_label("Aanmeldnaam").fill(name)
    await page.get_by_label("Wachtwoord").fill(PASSWORD)
    await page.get_by_role("button", name="Aanmelden").click()
    await page.get_by_text("Wat u getypt had, is bewaard in dit concept.").wait_for()

    assert await page.get_by_label("Samenvatting").input_value() == "Getypt na het einde van de sessie."
    await context.close()


async def test_shortcuts_do_nothing_while_one_types_and_nothing_once_switched_off(address: str, browser: Browser, deps: Deps) -> None:
    context = await browser.new_context()
    page = await context.new_page()
    await sign_in(page, address, await user(deps, "clerk"))
    await page.keyboard.press("/")
    await page.keyboard.type("n")
    assert page.url.endswith("/vandaag")
    assert await page.get_by_label("Zoek een dossier").input_value() == "n"

    await page.goto(f"{address}/account")
    await page.get_by_label("uit", exact=True).check()
    await page.get_by_role("button", name="Bewaren").click()
    await page.locator("body").press("n")
    await page.locator("body").press("?")

    assert "/account" in page.url
    await context.close()


async def test_the_printed_docket_begins_on_its_first_sheet(address: str, browser: Browser, deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    page = await (await browser.new_context()).new_page()
    await sign_in(page, address, await user(deps, "clerk"))
    await page.goto(f"{address}/dossiers/{number}/tijdlijn/afdruk")

    first, *_ = PdfReader(io.BytesIO(await page.pdf())).pages
    assert f"Register van {number}" in first.extract_text().replace("\u2011", "-")
    assert "Dossier ingeschreven" in first.extract_text()
    await page.context.close()
