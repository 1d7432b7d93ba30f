"""Acts of a magistrate with keys alone, in a browser: no step needs a mouse."""

from collections.abc import AsyncIterator

import pytest
from litestar import Litestar
from playwright.async_api import Browser, Page

from docket.deps import Deps
from tests.builders import a_case
from tests.flows.site import chromium, served, sign_in, user

pytestmark = [pytest.mark.browser]
#: More stops than any of these pages has.
STOPS = 120


@pytest.fixture
async def address(app: Litestar) -> AsyncIterator[str]:
    async with served(app) as at:
        yield at


@pytest.fixture
async def page() -> AsyncIterator[Page]:
    async with chromium() as browser:
        yield await _page(browser)


async def _page(browser: Browser) -> Page:
    return await (await browser.new_context(viewport={"width": 1280, "height": 800})).new_page()


async def to(page: Page, selector: str) -> None:
    """Presses Tab until the focus is there."""
    for _ in range(STOPS):
        await page.keyboard.press("Tab")
        if await page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            return
    raise AssertionError(f"Tab never comes to {selector} on {page.url}")


async def test_a_prosecutor_confirms_a_court_with_keys_alone(address: str, page: Page, deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    await sign_in(page, address, await user(deps, "prosecutor"))
    await page.goto(f"{address}/dossiers/{number}")

    await to(page, f"a[href='/dossiers/{number}/bevestigen']")
    await page.keyboard.press("Enter")
    await page.wait_for_url("**/bevestigen")
    await to(page, "input[name=_soort]")
    await page.keyboard.press("ArrowDown")
    assert await page.evaluate("document.activeElement.value") == "risk"
    await to(page, "textarea[name=_reden]")
    await page.keyboard.type("De samenhang wordt nog onderzocht.")
    await to(page, "button.button--primary")
    await page.keyboard.press("Enter")

    await page.get_by_text("De bevestiging staat in het register").wait_for()


async def test_a_file_is_tied_to_one_that_it_looks_like_with_keys_alone(address: str, page: Page, deps: Deps) -> None:
    first, second = [
        (
            await a_case(deps, externalId=each, containers=["MSCU1234566"], places=[{"id": "p1", "port": "antwerp", "quay": "1742"}])
        ).case_number
        for each in ("een", "twee")
    ]
    await sign_in(page, address, await user(deps, "prosecutor"))
    await page.goto(f"{address}/dossiers/{second}/verbanden")

    await to(page, f"a[href='/dossiers/{second}/verbanden/{first}/leggen']")
    await page.keyboard.press("Enter")
    await page.wait_for_url("**/leggen")
    await to(page, "main select, main input[type=radio]")
    await page.keyboard.press("ArrowDown")
    await to(page, "main textarea[name=_reden]")
    await page.keyboard.type("Zelfde container.")
    await to(page, "button.button--primary")
    await page.keyboard.press("Enter")

    await page.get_by_text("Het verband staat in het register").wait_for()
    tied = await deps.pool.fetch(
        """select distinct least(a.case_number, b.case_number), greatest(a.case_number, b.case_number)
           from case_links l join cases a on a.id = l.case_id join cases b on b.id = l.other_id where l.ended_at is null"""
    )
    assert [tuple(row) for row in tied] == [(first, second)]
