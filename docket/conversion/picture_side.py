"""Reads a PDF or a TIFF on standard input and writes the number of its pages, a line end, and one page as a PNG.

Run by `docket.conversion.picture` as a program of its own, with little memory and little time: what comes in may be hostile.
"""

import resource
import sys
from io import BytesIO

import pypdfium2
from PIL import Image
from PIL.TiffImagePlugin import TiffImageFile

_MEMORY_BYTES = 1024**3
_PROCESSOR_SECONDS = 20
#: Taller pages are drawn smaller: a page of 14 metres is a PDF too.
_MOST_DOTS = 4_000
#: How a TIFF begins, from its smaller or its larger end.
_TIFF = (b"II*\0", b"MM\0*")
#: Tag of how the sheet lay in the scanner, and its values for one that lay on its side.
_ORIENTATION, _SIDEWAYS = 274, frozenset({5, 6, 7, 8})


def main(index: int, width: int) -> None:
    content = sys.stdin.buffer.read()
    pages, drawn = scanned(content, index, width) if content.startswith(_TIFF) else printed(content, index, width)
    sys.stdout.buffer.write(f"{pages}\n".encode())
    drawn.save(sys.stdout.buffer, "PNG")


def printed(content: bytes, index: int, width: int) -> tuple[int, Image.Image]:
    document = pypdfium2.PdfDocument(content)
    page = document[index]
    scale = min(width / page.get_width(), _MOST_DOTS / page.get_height())
    return len(document), page.render(scale=scale, maybe_alpha=False).to_pil()


def scanned(content: bytes, index: int, width: int) -> tuple[int, Image.Image]:
    """In the shape that its resolution gives it. Samples of more than eight bits have no black and white of their own."""
    with Image.open(BytesIO(content), formats=("TIFF",)) as tiff:
        if not isinstance(tiff, TiffImageFile):
            raise ValueError("is no TIFF")
        pages = tiff.n_frames
        tiff.seek(index)
        if tiff.mode.startswith(("I", "F")):
            raise ValueError("has samples of more than eight bits")
        across, down = (float(dots) or 1.0 for dots in tiff.info.get("dpi", (1, 1)))
        # It is turned upright when its dots are read, and its resolution is not.
        if tiff.tag_v2.get(_ORIENTATION, 1) in _SIDEWAYS:
            across, down = down, across
        page = tiff.convert("RGB")
    wide, tall = page.width / across, page.height / down
    scale = min(width / wide, _MOST_DOTS / tall)
    size = (max(1, round(wide * scale)), max(1, round(tall * scale)))
    return pages, page.resize(size, Image.Resampling.BOX)


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (_PROCESSOR_SECONDS, _PROCESSOR_SECONDS))
    main(int(sys.argv[1]), int(sys.argv[2]))
