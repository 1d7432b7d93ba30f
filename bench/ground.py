"""What the measurements stand on: a real PostgreSQL on disk with fsync, the real service in its own process, and a lean client."""

import asyncio
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import get_args

import asyncpg
import httpx

from docket import access, embedded, migrate
from docket.clock import SystemClock
from docket.passwords import new_key
from docket.store import accounts

HERE = Path(__file__).resolve().parent
WORK = HERE / ".work"
START_SECONDS = 60.0


@contextmanager
def server() -> Iterator[embedded.Server]:
    """As `make run` starts it: fsync and synchronous_commit on, default memory."""
    WORK.mkdir(exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="database-", dir=WORK))
    try:
        with embedded.running(folder) as running:
            migrate.apply(running.url())
            yield running
    finally:
        shutil.rmtree(folder, ignore_errors=True)


async def new_client(url: str, name: str, office: str) -> str:
    """The key of a client of an office; makes it through the store, as `docket client add` does."""
    connection = await asyncpg.connect(url)
    key, _ = new_key()
    try:
        await accounts.add_client(
            connection,
            name=name,
            role="officeClient",
            office=office,
            court=None,
            scopes=get_args(access.Scope),
            key=key,
            expires_at=None,
            now=SystemClock().now(),
        )
    finally:
        await connection.close()
    return key


@contextmanager
def service(url: str) -> Iterator[int]:
    """`docket serve` with its defaults; gives its port. Its log goes to a file, as under systemd it goes to the journal."""
    with closing(socket.socket()) as trial:
        trial.bind(("127.0.0.1", 0))
        port = trial.getsockname()[1]
    folder = Path(tempfile.mkdtemp(prefix="service-", dir=WORK))
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DOCKET_")}
    environment = kept | {"DOCKET_DATABASE_URL": url, "DOCKET_DATA_DIR": str(folder), "DOCKET_PORT": str(port)}
    with (folder / "service.log").open("w") as log:
        process = subprocess.Popen([sys.executable, "-m", "docket", "serve"], env=environment, stdout=log, stderr=log, cwd=HERE.parent)
    try:
        _wait_for(process, port, folder / "service.log")
        yield port
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)
        shutil.rmtree(folder, ignore_errors=True)


def _wait_for(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if httpx.get(f"http://127.0.0.1:{port}/health", timeout=2).status_code in (200, 207):
                return
        except httpx.TransportError:
            pass
        time.sleep(0.1)
    raise SystemExit(f"The service did not start:\n{log.read_text()[-2000:]}")


class Caller:
    """One kept-alive HTTP connection that costs little of the two cores that it shares with what it measures."""

    def __init__(self, port: int, key: str) -> None:
        self.port = port
        self.head = f"Host: 127.0.0.1\r\nAuthorization: Bearer {key}\r\n".encode()

    async def __aenter__(self) -> "Caller":
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port, limit=2**20)
        return self

    async def __aexit__(self, *_: object) -> None:
        self.writer.close()

    async def post(self, path: str, body: bytes) -> tuple[int, bytes]:
        head = b"POST %s HTTP/1.1\r\n%sContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % (path.encode(), self.head, len(body))
        return await self._exchange(head + body)

    async def get(self, path: str) -> tuple[int, bytes]:
        return await self._exchange(b"GET %s HTTP/1.1\r\n%s\r\n" % (path.encode(), self.head))

    async def _exchange(self, request: bytes) -> tuple[int, bytes]:
        self.writer.write(request)
        head = (await self.reader.readuntil(b"\r\n\r\n")).lower()
        length = int(head.partition(b"content-length:")[2].partition(b"\r\n")[0])
        return int(head[9:12]), await self.reader.readexactly(length)


def percentile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
