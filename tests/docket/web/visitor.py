"""A signed-in browser without scripts: it follows links, fills in forms and shows what stands in the page."""

import html
import re
import secrets
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urljoin

import httpx
from litestar import Litestar

from docket.access import SYSTEM
from docket.actions.accounts.add_user import AddUser, add_user
from docket.deps import Deps

PASSWORD = "een zin voor de proef op de schermen"
_TOKEN = re.compile(r'name="_csrf" value="([^"]+)"')
_HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')


class Visitor:
    def __init__(self, browser: httpx.AsyncClient, account_id: int) -> None:
        self.browser = browser
        self.account_id = account_id
        self.page = httpx.Response(200, text="")

    @property
    def text(self) -> str:
        """What stands in the page, without its tags."""
        return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", self.page.text)))

    @property
    def path(self) -> str:
        return self.page.url.path

    async def open(self, address: str) -> httpx.Response:
        self.page = await self.browser.get(address, follow_redirects=True)
        return self.page

    async def post(self, address: str, fields: Mapping[str, Any], *, follow: bool = True) -> httpx.Response:
        """Posts to an address with the token of the page before it."""
        found = _TOKEN.search(self.page.text)
        given = {"_csrf": found[1] if found else "", **fields}
        self.page = await self.browser.post(urljoin(str(self.page.url), address), data=given, follow_redirects=follow)
        return self.page

    async def fill(self, fields: Mapping[str, Any], *, address: str | None = None, follow: bool = True) -> httpx.Response:
        """Posts the hidden fields of the page with what is typed."""
        hidden = {html.unescape(name): html.unescape(value) for name, value in _HIDDEN.findall(self.page.text)}
        return await self.post(address or str(self.page.url).split("?")[0], {**hidden, **fields}, follow=follow)


@asynccontextmanager
async def visitor(
    app: Litestar, deps: Deps, *roles: str, office: str | None = "antwerpPort", court: str | None = None
) -> AsyncIterator[Visitor]:
    name = f"proef-{secrets.token_hex(4)}"
    bare = not {"clerk", "prosecutor", "headOfOffice"} & set(roles)
    made = await add_user(
        AddUser(
            name=name,
            display_name=f"Proef {roles[0]}",
            roles=roles,
            office=None if court or bare else office,
            court=court,
            password=PASSWORD,
            must_change_password=False,
        ),
        SYSTEM,
        deps,
    )
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://testserver") as browser:
        person = Visitor(browser, made.account_id)
        await person.open("/aanmelden")
        await person.fill({"_naam": name, "_wachtwoord": PASSWORD})
        assert "_wachtwoord" not in person.page.text, person.text
        yield person
