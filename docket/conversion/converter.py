"""One LibreOffice, kept warm and watched: it is killed when a document takes too long and started again when it falls over."""

import asyncio
import contextlib
import hashlib
import json
import os
import shutil
import signal
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import msgspec
import structlog

from docket.conversion import finding
from docket.conversion.finding import NoTools, Tools
from docket.settings import Settings

#: A profile is made at the first start.
START_SECONDS = 90.0
_BETWEEN = Path(__file__).with_name("uno_side.py")
#: Where LibreOffice makes its sockets, whatever TMPDIR says.
_SOCKETS = Path("/tmp")  # noqa: S108
#: Macros, links and remote pictures are refused by the profile, and once more by the way each document is opened.
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">\
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">\
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">\
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">\
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""

log = structlog.get_logger("docket.conversion")


class NoConverter(Exception):
    """This machine has nothing to make PDF with; the message says in Dutch what to install."""


class ConversionFailed(Exception):
    """LibreOffice could not make this document into a PDF; the message says why, in Dutch."""


class _Ended(Exception):
    """LibreOffice, or the program between it and us, is gone."""


class Converter:
    """One document at a time: LibreOffice has one thread for them. Starts with the first document; `close` ends it."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._turn = asyncio.Lock()
        self._tools: Tools | NoTools | None = None
        self._process: asyncio.subprocess.Process | None = None
        self._folder = Path()
        self._made = 0

    async def tools(self) -> Tools | NoTools:
        if self._tools is None:
            self._tools = await asyncio.to_thread(finding.find, self._settings)
        return self._tools

    @property
    def process(self) -> int | None:
        """Number of the process that leads the group of LibreOffice; None while it is not running."""
        return self._process.pid if self._process is not None else None

    async def pdf(self, document: bytes) -> bytes:
        """A Word file as PDF/A-2b, as LibreOffice declares it. Raises NoConverter, ConversionFailed."""
        async with self._turn:
            try:
                return await self._once(document)
            except _Ended:
                # It may have been ill from an earlier document; a document that fells a fresh one is at fault itself.
                log.warning("LibreOffice ended by itself, starting it again")
            try:
                return await self._once(document)
            except _Ended:
                raise ConversionFailed("LibreOffice viel twee keer stil bij dit stuk; er is geen PDF van te maken.") from None

    async def close(self) -> None:
        async with self._turn:
            await self._end()

    async def _once(self, document: bytes) -> bytes:
        if self._made >= self._settings.pdf_restart_after:
            await self._end()
        process = self._process or await self._start()
        source, target = self._folder / "document.docx", self._folder / "document.pdf"
        await asyncio.to_thread(source.write_bytes, document)
        try:
            failure = await asyncio.wait_for(_ask(process, [str(source), str(target)]), self._settings.pdf_seconds)
            self._made += 1
            if failure is not None:
                raise ConversionFailed(f"{failure}.")
            return await asyncio.to_thread(_taken, target)
        except TimeoutError:
            await self._end()
            raise ConversionFailed(
                f"LibreOffice was na {self._settings.pdf_seconds} seconden niet klaar met dit stuk en is gestopt (DOCKET_PDF_SECONDS)."
            ) from None
        except (_Ended, asyncio.CancelledError):
            await self._end()
            raise

    async def _start(self) -> asyncio.subprocess.Process:
        tools = await self.tools()
        if isinstance(tools, NoTools):
            raise NoConverter(tools.reason)
        self._folder, self._made = await asyncio.to_thread(_prepared_folder), 0
        self._process = await asyncio.create_subprocess_exec(
            *tools.isolation,
            tools.python,
            "-I",
            str(_BETWEEN),
            tools.soffice,
            str(self._folder),
            *map(str, _sockets(self._folder)),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env=finding.environment(self._folder),
            cwd=self._folder,
            start_new_session=True,
        )
        try:
            await asyncio.wait_for(_answer(self._process), START_SECONDS)
        except (TimeoutError, _Ended, asyncio.CancelledError) as error:
            await self._end()
            if isinstance(error, asyncio.CancelledError):
                raise
            raise ConversionFailed(
                "LibreOffice start niet op deze machine; de beheerder probeert `soffice --headless` met de hand."
            ) from None
        if not tools.isolation:
            log.warning("LibreOffice has the network of this machine: no namespace could be made for it")
        return self._process

    async def _end(self) -> None:
        """The whole group by force: it holds nothing that is worth keeping."""
        process, self._process = self._process, None
        if process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        await process.wait()
        await asyncio.to_thread(_remove, self._folder)


@asynccontextmanager
async def converter_of(settings: Settings) -> AsyncIterator[Converter]:
    converter = Converter(settings)
    try:
        yield converter
    finally:
        await converter.close()


async def _ask(process: asyncio.subprocess.Process, wanted: list[str]) -> str | None:
    if process.stdin is None:
        raise _Ended
    try:
        process.stdin.write(msgspec.json.encode(wanted) + b"\n")
        await process.stdin.drain()
    except (BrokenPipeError, ConnectionResetError):
        raise _Ended from None
    return await _answer(process)


async def _answer(process: asyncio.subprocess.Process) -> str | None:
    line = await process.stdout.readline() if process.stdout is not None else b""
    if not line:
        raise _Ended
    return json.loads(line)


def _prepared_folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="docket-pdf-"))
    profile = folder / "profile" / "user"
    profile.mkdir(parents=True)
    (profile / "registrymodifications.xcu").write_text(_PROFILE)
    return folder


def _sockets(folder: Path) -> tuple[Path, ...]:
    """What LibreOffice leaves in the folder of all users when it is killed: our pipe, and the one that finds a second start."""
    profile = hashlib.md5((folder / "profile").as_uri().encode("utf-16-le"), usedforsecurity=False).digest()
    names = (folder.name, "SingleOfficeIPC_" + "".join(f"{byte:x}" for byte in profile))
    return tuple(_SOCKETS / f"OSL_PIPE_{os.getuid()}_{name}" for name in names)


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for socket in _sockets(folder):
        socket.unlink(missing_ok=True)


def _taken(target: Path) -> bytes:
    content = target.read_bytes()
    target.unlink()
    return content
