"""PDFs joined into one, with bookmarks and a stamp on every page; a process of its own reads them, as what came in may be hostile."""

import asyncio
import contextlib
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import msgspec

_BETWEEN = Path(__file__).with_name("bundling_side.py")
#: A bundle of some thousands of pages takes about a minute.
_SECONDS = 300.0


class NoBundle(Exception):
    """These PDFs cannot be joined; `part` is the place of the one that is at fault, from 0, None = nobody knows."""

    def __init__(self, part: int | None) -> None:
        super().__init__()
        self.part = part


async def page_counts(parts: Sequence[bytes]) -> tuple[int, ...]:
    """Of each PDF. Raises NoBundle for one that cannot be opened."""
    return tuple(msgspec.json.decode(await _run("count", parts, ()), type=list[int]))


async def joined(parts: Sequence[bytes], titles: Sequence[str], stamps: bytes) -> bytes:
    """One PDF: `titles` are its bookmarks, and page n of `stamps` is laid over page n of it. Raises NoBundle."""
    return await _run("join", (*parts, stamps), titles)


async def _run(command: str, parts: Sequence[bytes], titles: Sequence[str]) -> bytes:
    folder = Path(tempfile.mkdtemp(prefix="docket-bundle-"))
    try:
        await asyncio.to_thread(_written, folder, parts, titles)
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-I",
            str(_BETWEEN),
            command,
            str(folder),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env={"LC_ALL": "C.UTF-8"},
        )
        try:
            said, _ = await asyncio.wait_for(process.communicate(), _SECONDS)
        except TimeoutError:
            raise NoBundle(None) from None
        finally:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
        if process.returncode != 0:
            raise NoBundle(int(said) if said.strip().isdigit() else None)
        return said if command == "count" else await asyncio.to_thread((folder / "joined.pdf").read_bytes)
    finally:
        await asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True)


def _written(folder: Path, parts: Sequence[bytes], titles: Sequence[str]) -> None:
    (folder / "titles.json").write_bytes(msgspec.json.encode(list(titles)))
    for number, content in enumerate(parts):
        (folder / f"part-{number:05}.pdf").write_bytes(content)
