"""The register on a real port, and Debian's Chromium before it."""

import asyncio
import secrets
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from granian.constants import Interfaces
from granian.server.embed import Server
from litestar import Litestar
from playwright.async_api import Browser, Page, async_playwright

from docket.access import SYSTEM
from docket.actions.accounts.add_user import AddUser, add_user
from docket.deps import Deps

PASSWORD = "een zin voor de proef in de browser"
CHROMIUM = "/usr/bin/chromium"


@asynccontextmanager
async def served(app: Litestar) -> AsyncIterator[str]:
    """Its address; the same application and clock that the test holds."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Server(app, address="127.0.0.1", port=port, interface=Interfaces.ASGINL, log_enabled=False)
    serving = asyncio.create_task(server.serve())
    try:
        await _answers(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.stop()
        await serving


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        # In a container there is no user namespace for Chromium's own sandbox; it loads nothing but our pages.
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            await browser.close()


async def user(deps: Deps, *roles: str, office: str | None = "antwerpPort") -> str:
    """The sign-in name of a new user with PASSWORD."""
    name = f"proef-{secrets.token_hex(4)}"
    command = AddUser(name=name, display_name="Medewerker A", roles=roles, office=office, password=PASSWORD, must_change_password=False)
    await add_user(command, SYSTEM, deps)
    return name


async def sign_in(page: Page, address: str, name: str) -> None:
    await page.goto(f"{address}/aanmelden")
    await page.get_by_label("Aanmeldnaam").fill(name)
    await page.get_by_label("Wachtwoord").fill(PASSWORD)
    await page.get_by_role("button", name="Aanmelden").click()
    await page.get_by_role("button", name="Afmelden").wait_for()


async def _answers(port: int) -> None:
    for _ in range(200):
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.02)
        else:
            writer.close()
            return
    raise TimeoutError(f"nothing answers on port {port}")
