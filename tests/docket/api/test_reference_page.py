"""The API's page in a browser: it draws the operations, and asks nothing of any other address."""

from pathlib import Path

import pytest
from playwright.async_api import async_playwright

pytestmark = pytest.mark.browser


async def test_the_page_shows_every_operation_without_asking_outside(server: str, tmp_path: Path) -> None:
    asked: list[str] = []
    said: list[str] = []
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-dev-shm-usage"])
        page = await browser.new_page(viewport={"width": 1200, "height": 900})
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
        await page.goto(f"{server}/api/v1/doc")
        await page.wait_for_selector("#operations-cases-registerCase")
        shown = await page.locator(".opblock").count()
        await page.screenshot(path=tmp_path / "page.png")
        await browser.close()

    assert shown >= 20
    assert [address for address in asked if not address.startswith((server, "data:"))] == []
    assert said == []
