"""The keys of a work list in a browser: from row to row, open, and nothing for who switched them off or who types."""

from collections.abc import AsyncIterator

import pytest
from litestar import Litestar
from playwright.async_api import Browser

from docket.deps import Deps
from tests.builders import a_case
from tests.flows.site import chromium, served, sign_in, user

pytestmark = [pytest.mark.browser]


@pytest.fixture
async def address(app: Litestar) -> AsyncIterator[str]:
    async with served(app) as at:
        yield at


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as opened:
        yield opened


async def test_j_and_k_walk_the_rows_enter_opens_and_neither_swallows_a_letter_in_a_field(
    address: str, browser: Browser, deps: Deps
) -> None:
    numbers = [(await a_case(deps, externalId=str(each))).case_number for each in range(3)]
    page = await (await browser.new_context(viewport={"width": 1280, "height": 800})).new_page()
    await sign_in(page, address, await user(deps, "clerk"))
    assert page.url.endswith("/vandaag")
    await page.goto(f"{address}/dossiers")

    async def here() -> str:
        return str(await page.evaluate("document.activeElement.textContent"))

    await page.keyboard.press("j")
    assert await here() == numbers[2]
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("j")
    assert await here() == numbers[0]
    await page.keyboard.press("j")
    assert await here() == numbers[0], "the last row stays"
    await page.keyboard.press("k")
    assert await here() == numbers[1]
    await page.keyboard.press("/")
    await page.keyboard.type("jk")
    assert await page.get_by_label("Zoek een dossier").input_value() == "jk"

    await page.goto(f"{address}/te-bevestigen")
    await page.keyboard.press("j")
    await page.keyboard.press("Enter")
    await page.wait_for_url(f"{address}/dossiers/{numbers[2]}/verbeteren**")

    await page.goto(f"{address}/account")
    await page.get_by_label("uit", exact=True).check()
    await page.get_by_role("button", name="Bewaren").click()
    await page.goto(f"{address}/dossiers")
    await page.keyboard.press("j")
    assert await here() not in numbers
    await page.context.close()
