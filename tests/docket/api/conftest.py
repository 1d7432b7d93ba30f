"""Callers of the API: a client of the register for each role, office and set of scopes that a test names."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack, suppress
from pathlib import Path
from typing import get_args

import httpx
import pytest
from litestar import Litestar

from docket.access import Scope
from docket.deps import Deps
from docket.passwords import new_key
from docket.store import accounts

Caller = Callable[..., Awaitable[httpx.AsyncClient]]


@pytest.fixture
async def caller(app: Litestar, deps: Deps) -> AsyncIterator[Caller]:
    """`await caller(role=..., office=..., scopes=...)` speaks with a key of its own."""
    async with AsyncExitStack() as stack:

        async def made(
            role: str = "officeClient",
            office: str | None = "antwerpPort",
            court: str | None = None,
            scopes: tuple[str, ...] = get_args(Scope),
        ) -> httpx.AsyncClient:
            key, _ = new_key()
            await accounts.add_client(
                deps.pool,
                name=f"client-{key[:8]}",
                role=role,
                office=None if court else office,
                court=court,
                scopes=scopes,
                key=key,
                expires_at=None,
                now=deps.clock.now(),
            )
            client = httpx.AsyncClient(
                transport=httpx.ASGITransport(app, raise_app_exceptions=False),
                base_url="http://testserver/api/v1",
                headers={"Authorization": f"Bearer {key}"},
            )
            return await stack.enter_async_context(client)

        yield made


@pytest.fixture
async def clerk(caller: Caller) -> httpx.AsyncClient:
    """A client of the port prosecutors' office with every scope."""
    return await caller()


@pytest.fixture
async def prosecutor(caller: Caller) -> httpx.AsyncClient:
    return await caller(role="prosecutor")


@pytest.fixture
def server(database: str, tmp_path: Path) -> Iterator[str]:
    """`docket serve` on a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = os.environ | {"DOCKET_DATABASE_URL": database, "DOCKET_DATA_DIR": str(tmp_path / "data"), "DOCKET_PORT": str(port)}
    log = (tmp_path / "serve.log").open("wb")
    process = subprocess.Popen([sys.executable, "-m", "docket", "serve"], env=environment, stdout=log, stderr=log, start_new_session=True)
    try:
        _wait_for(f"http://127.0.0.1:{port}/health", process, tmp_path / "serve.log")
        yield f"http://127.0.0.1:{port}"
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        process.wait(10)
        log.close()


def _wait_for(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=1):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    pytest.fail(f"docket serve did not answer: {log.read_text()[-2000:]}")
