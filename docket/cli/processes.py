"""Commands that run: the whole register on one machine, the service, the worker, and a question after their health."""

import asyncio
import fcntl
import json
import os
import signal
import socket
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import click

from docket import database, embedded
from docket.cli.opening import database_address, register, settings_of_environment
from docket.embedded import DatabaseUnavailable
from docket.settings import Settings
from docket.supervisor import GaveUp, Supervisor, end_with_parent, interruptible

START_SECONDS = 60.0


@click.command(short_help="Start everything on this machine: database, service and worker.")
def run() -> None:
    """Start everything on this machine: database, service and worker. Ctrl-C stops all of it.

    \b
    On an empty database it makes one user, beheer, and prints the password once.
    Data lie in .docket/ (DOCKET_DATA_DIR); the second start finds them.

    \b
    Examples:
      docket run
      DOCKET_PORT=8001 DOCKET_DATA_DIR=/srv/docket docket run
      DOCKET_SMTP_URL=smtp://127.0.0.1:1025 docket run
    """
    settings = settings_of_environment()
    with interruptible():
        try:
            _run(settings)
        except KeyboardInterrupt:
            click.echo("Stopped.", err=True)


def _run(settings: Settings) -> None:
    embedded.prepare_folder(settings.data_dir)
    with _alone(settings):
        _require_free_port(settings)
        with database_address(settings) as url:
            first, law = asyncio.run(_prepare(settings, url))
            environment = {**os.environ, "DOCKET_DATABASE_URL": url, "DOCKET_DATA_DIR": str(settings.data_dir)}
            processes = Supervisor(environment)
            try:
                processes.start("service", "serve")
                processes.start("worker", "work")
                _wait_until_ready(settings, processes)
                click.echo(_welcome(settings, first, law))
                while True:
                    time.sleep(0.5)
                    processes.check()
            finally:
                # The service first: what it promised in its last second is still picked up by the worker.
                processes.stop(["service"])
                processes.stop()


async def _prepare(settings: Settings, url: str) -> tuple[str, list[str]]:
    """Bring the database to this version and make the first user; returns what to say about signing in, and about the law."""
    from docket.cli.accounts import first_user
    from docket.cli.law_told import law_lines
    from docket.cli.upkeep import bring_up_to_date

    if mended := await database.recover(url):
        click.echo(mended, err=True)
    if applied := await bring_up_to_date(settings, url):
        click.echo(f"Database brought to migration {applied[-1]}.", err=True)
    async with register(settings, url) as deps:
        return await first_user(deps), await law_lines(deps)


@contextmanager
def _alone(settings: Settings) -> Iterator[None]:
    """One `docket run` for a data folder; the lock is the kernel's, so a killed one leaves nothing behind."""
    with (settings.data_dir / "run.lock").open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            there = lock.read().strip() or "it is just starting"
            raise DatabaseUnavailable(
                f"The register in {settings.data_dir} runs already ({there}). Use that one, or stop it with Ctrl-C in its window."
            ) from None
        lock.truncate(0)
        lock.write(f"process {os.getpid()}, {_address(settings)}")
        lock.flush()
        yield


def _require_free_port(settings: Settings) -> None:
    with socket.socket(socket.AF_INET6 if ":" in settings.host else socket.AF_INET) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((settings.host, settings.port))
        except OSError as error:
            raise DatabaseUnavailable(
                f"Cannot listen on {settings.host} port {settings.port}: {error.strerror}.\n"
                f"Another program may use it; choose another port: DOCKET_PORT={settings.port + 1} make run"
            ) from error


def _wait_until_ready(settings: Settings, processes: Supervisor) -> None:
    deadline = time.monotonic() + START_SECONDS
    while _health(settings) is None:
        if not processes.is_running("service"):
            raise GaveUp("The service ended while it was starting; the lines above say why.")
        if time.monotonic() > deadline:
            raise GaveUp(f"The service did not answer on {_address(settings)} within {START_SECONDS:.0f} seconds.")
        time.sleep(0.1)


def _welcome(settings: Settings, first_sign_in: str, law: list[str]) -> str:
    mail = (
        "sent to the mail server that is set"
        if settings.smtp_url
        else f"no mail server is set (DOCKET_SMTP_URL): read the mails on {_address(settings)}/mails"
    )
    rows = {
        "Open": _address(settings),
        "Sign in": first_sign_in,
        "Data": str(settings.data_dir),
        "Law": "\n           ".join(law),
        "Mail": mail,
        "Try": ".venv/bin/docket import examples/incidents.jsonl   (in another window)",
        "Stop": "Ctrl-C",
    }
    lines = [f"  {name + ':':9}{text}" for name, text in rows.items() if text]
    return "\nThe register runs.\n\n" + "\n".join(lines) + "\n"


def _address(settings: Settings) -> str:
    host = "127.0.0.1" if settings.host in ("0.0.0.0", "::") else settings.host  # noqa: S104
    return f"http://{f'[{host}]' if ':' in host else host}:{settings.port}"


@click.command(short_help="Run the service only.")
def serve() -> None:
    """Run the service only: pages and API, until SIGTERM. Makes no user and changes no schema.

    \b
    Example:
      DOCKET_DATABASE_URL=postgresql://docket:...@db/docket DOCKET_HTTPS=true docket serve
    """
    end_with_parent(os.environ)
    settings = settings_of_environment()
    embedded.prepare_folder(settings.data_dir)
    with interruptible(), suppress(KeyboardInterrupt), database_address(settings) as url:
        asyncio.run(_check(settings, url))
        _serve(settings, url)


async def _check(settings: Settings, url: str) -> None:
    """Refuse in the foreground what the server processes would refuse one by one."""
    from docket.cli.law_told import law_lines

    async with register(settings, url) as deps:
        for line in await law_lines(deps):
            click.echo(f"Law: {line}.", err=True)


def _serve(settings: Settings, url: str) -> None:
    from granian import Granian
    from granian.constants import Interfaces, Loops
    from granian.log import LogLevels

    # Read by docket.service.application in each server process.
    os.environ["DOCKET_DATABASE_URL"] = url
    os.environ["DOCKET_DATA_DIR"] = str(settings.data_dir)
    Granian(
        "docket.service:application",
        factory=True,
        address=settings.host,
        port=settings.port,
        interface=Interfaces.ASGI,
        loop=Loops.uvloop,
        workers=settings.processes,
        websockets=False,
        log_level=LogLevels.warning,
        # A page that is still being read does not keep the service from stopping.
        workers_kill_timeout=3,
    ).serve()


#: How far the worker, and the converter that it starts, let whoever waits for a page go first where processors are short.
_NICE = 5


@click.command(short_help="Run the worker only.")
@click.option("--once", is_flag=True, help="Do what is waiting, sign a head, then stop.")
def work(once: bool) -> None:
    """Run the worker only: it makes documents, sends mails and signs the heads of the register.

    \b
    Examples:
      docket work
      docket work --once      for cron, or to empty the queue and sign a head by hand
    """
    end_with_parent(os.environ)
    settings = settings_of_environment()
    embedded.prepare_folder(settings.data_dir)
    # A signal that comes before the worker listens for it ends the private server too.
    with interruptible(), suppress(KeyboardInterrupt), database_address(settings) as url:
        asyncio.run(_work(settings, url, once=once))


async def _work(settings: Settings, url: str, *, once: bool) -> None:
    from docket.actions.oversight.sign_head import sign_head
    from docket.conversion.converter import converter_of
    from docket.service import NoMailServer, sender_of
    from docket.worker import queue
    from docket.worker.make_pdf import tell_tools

    sender = sender_of(settings) or NoMailServer()
    async with register(settings, url) as deps:
        if once:
            # Before the queue: whoever asks meanwhile reads what this machine has.
            async with converter_of(settings) as converter:
                await tell_tools(deps, converter)
            await queue.drain(deps, sender)
            await sign_head(deps)
            return
        stop = asyncio.Event()
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
        os.nice(_NICE)
        await queue.work(deps, sender, stop)


@click.command(short_help="Ask the running service how it is.")
@click.option("--json", "as_json", is_flag=True, help="Print the whole answer.")
def health(as_json: bool) -> None:
    """Ask the running service how it is: UP, DEGRADED or DOWN. Exit code 0 only for UP.

    \b
    Example:
      docket health --json
    """
    settings = settings_of_environment()
    answer = _health(settings) or {"status": "DOWN", "detail": f"nothing answers on {_address(settings)}"}
    click.echo(json.dumps(answer) if as_json else str(answer.get("status", "DOWN")))
    sys.exit(0 if answer.get("status") == "UP" else 1)


def _health(settings: Settings) -> dict[str, object] | None:
    """The answer of the service; None when nothing answers."""
    try:
        with urllib.request.urlopen(f"{_address(settings)}/health", timeout=2) as response:  # noqa: S310
            return json.load(response)
    except urllib.error.HTTPError as error:
        with suppress(ValueError):
            return json.load(error)
        return {"status": "DOWN", "detail": f"HTTP {error.code}"}
    except (OSError, ValueError):
        return None
