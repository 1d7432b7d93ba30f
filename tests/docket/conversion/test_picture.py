"""A page of a PDF becomes a picture, and a file that breaks its reader breaks nothing else."""

import io
import struct

import pypdf
import pytest

from docket.conversion import picture
from docket.conversion.picture import NoPicture


def pdf(*, pages: int = 1, height: float = 842, password: str | None = None) -> bytes:
    writer = pypdf.PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(width=595, height=height)
    if password is not None:
        writer.encrypt(password)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", png[16:24])


async def test_the_first_page_is_a_picture_of_the_asked_width_and_says_how_many_pages_there_are():
    made = await picture.first_page(pdf(pages=3), width=300)

    assert (size(made.png), made.pages) == ((300, 425), 3)


async def test_a_page_of_fourteen_metres_is_drawn_small():
    width, height = size((await picture.first_page(pdf(height=40_000))).png)

    assert height <= 4_000
    assert width >= 1


async def test_a_page_that_does_not_exist_is_no_picture():
    with pytest.raises(NoPicture):
        await picture.page(pdf(), 7)


@pytest.mark.parametrize(
    "content", [b"", b"no PDF", b"%PDF-1.7\n" + bytes(5000), pdf(password="geheim")], ids=["empty", "text", "torn", "locked"]
)
async def test_what_cannot_be_opened_is_refused_with_words(content):
    with pytest.raises(NoPicture, match="geen PDF die geopend kan worden"):
        await picture.first_page(content)
