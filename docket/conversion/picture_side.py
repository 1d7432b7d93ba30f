"""Reads a PDF or a TIFF on standard input and writes the number of its pages, a line end, and one page as a PNG.

Run by `docket.conversion.picture` as a program of its own, with little memory and little time: what comes in may be hostile.
"""

import resource
import struct
import sys
import zlib

import pypdfium2

from docket.conversion import tiff

_MEMORY_BYTES = 1024**3
_PROCESSOR_SECONDS = 20
#: Taller pages are drawn smaller: a page of 14 metres is a PDF too.
_MOST_DOTS = 4_000


def main(index: int, width: int) -> None:
    content = sys.stdin.buffer.read()
    drawn = tiff.is_tiff(content)
    document = pypdfium2.PdfDocument(tiff.first_page(content) if drawn else content)
    page = document[index]
    scale = min(width / page.get_width(), _MOST_DOTS / page.get_height())
    bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=False, maybe_alpha=False)
    sys.stdout.buffer.write(
        f"{tiff.pages_of(content) if drawn else len(document)}\n".encode()
        + png(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)
    )


def png(dots: bytes, width: int, height: int, stride: int) -> bytes:
    """Three bytes a dot, red first; each row begins with a byte that says that it is not filtered."""
    rows = b"".join(b"\0" + dots[row * stride : row * stride + width * 3] for row in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 6)) + chunk(b"IEND", b"")


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (_PROCESSOR_SECONDS, _PROCESSOR_SECONDS))
    main(int(sys.argv[1]), int(sys.argv[2]))
