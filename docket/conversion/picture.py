"""Pages of a PDF, or the first one of a TIFF, as pictures; a process of its own reads what came in, which may be made to break it."""

import asyncio
import contextlib
import sys
from pathlib import Path

import msgspec

_BETWEEN = Path(__file__).with_name("picture_side.py")
#: What a reader that hangs is given.
_SECONDS = 30.0
#: An A4 page is then 794 dots wide, readable on a screen of 1280.
WIDTH = 794


class NoPicture(Exception):
    """No picture could be made of this file; the message says why, in Dutch."""


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    png: bytes
    #: Of the whole file.
    pages: int


async def first_page(pdf: bytes, *, width: int = WIDTH) -> Picture:
    """
    The first page as a PNG of that many dots wide, also of a TIFF.

    Raises NoPicture: neither of both, locked, without pages, of a kind that is not drawn, or too much for its reader.
    """
    return await page(pdf, 0, width=width)


async def page(pdf: bytes, index: int, *, width: int = WIDTH) -> Picture:
    """`index` counts from 0. Raises NoPicture."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-I",
        str(_BETWEEN),
        str(index),
        str(width),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={"LC_ALL": "C.UTF-8"},
    )
    try:
        said, _ = await asyncio.wait_for(process.communicate(pdf), _SECONDS)
    except TimeoutError:
        raise NoPicture(f"Van dit bestand was na {_SECONDS:.0f} seconden nog geen beeld.") from None
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
    count, _, png = said.partition(b"\n")
    if process.returncode != 0 or not png:
        raise NoPicture(
            "Dit bestand is geen PDF die geopend kan worden, of het is beveiligd met een wachtwoord."
            if not pdf.startswith((b"II*\0", b"MM\0*"))
            else "Deze TIFF is beschadigd, of van een soort die niet getekend wordt."
        )
    return Picture(png=png, pages=int(count))
