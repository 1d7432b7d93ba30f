"""Whose attempts to sign in are counted together, with and without a proxy that speaks https."""

import re

import httpx
import msgspec
import pytest

from docket.actions.accounts.sign_in import ATTEMPTS_BY_NAME_AND_ADDRESS
from docket.app import create_app
from docket.passwords import Passwords
from tests.conftest import CHEAP_HASHER


async def try_to_sign_in(client: httpx.AsyncClient, forwarded: str) -> int:
    page = await client.get("/aanmelden")
    token = re.search(r'name="_csrf" value="([^"]+)"', page.text)[1]
    fields = {"_csrf": token, "_naam": "iemand", "_wachtwoord": "fout"}
    return (await client.post("/aanmelden", data=fields, headers={"X-Forwarded-For": forwarded})).status_code


@pytest.mark.parametrize(
    ("https", "forwarded", "last"),
    [
        # The proxy adds the true address behind whatever the browser wrote.
        (True, [f"203.0.113.{n}, 198.51.100.7" for n in range(ATTEMPTS_BY_NAME_AND_ADDRESS + 1)], 429),
        (True, [f"198.51.100.{n}" for n in range(ATTEMPTS_BY_NAME_AND_ADDRESS + 1)], 401),
        # Without a proxy a browser could write what it likes.
        (False, [f"198.51.100.{n}" for n in range(ATTEMPTS_BY_NAME_AND_ADDRESS + 1)], 429),
    ],
)
async def test_attempts_are_counted_by_the_address_that_the_proxy_saw(settings, pool, law, clock, https, forwarded, last):
    app = create_app(msgspec.structs.replace(settings, https=https), pool, law, None, clock, passwords=Passwords(CHEAP_HASHER))
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    scheme = "https" if https else "http"
    async with app.lifespan(), httpx.AsyncClient(transport=transport, base_url=f"{scheme}://testserver") as client:
        answers = [await try_to_sign_in(client, each) for each in forwarded]

    assert answers == [401] * ATTEMPTS_BY_NAME_AND_ADDRESS + [last]
