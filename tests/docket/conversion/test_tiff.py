"""A TIFF as scanners write it becomes a picture with its dots where they stood, and a broken one breaks nothing."""

import struct
import zlib
from collections.abc import Sequence
from io import BytesIO
from typing import cast

import pytest
from PIL import Image

from docket.conversion import picture
from docket.conversion.picture import NoPicture

#: Two rows of grey: black and white, then white and black.
DOTS = bytes((0, 255, 255, 0))
BLACK, WHITE, RED = (0, 0, 0), (255, 255, 255), (255, 0, 0)
CHECKED = [BLACK, WHITE, WHITE, BLACK]
#: Group 4: eight black dots in a row, the same below, and the end of the block.
FAX = int(("001" + "00110101" + "000101" + "11" + "000000000001" * 2).ljust(48, "0"), 2).to_bytes(6, "big")
#: Nine bits a code: begin anew, the four dots, the end.
LZW = int("".join(f"{code:09b}" for code in (256, *DOTS, 257)).ljust(56, "0"), 2).to_bytes(7, "big")
BACKWARDS = bytes(int(f"{byte:08b}"[::-1], 2) for byte in FAX)


def a_tiff(parts: Sequence[bytes], said: dict[int, int | tuple[int, ...]], order: str = "<") -> bytes:
    """`said`: tag -> value."""
    told = {tag: one if isinstance(one, tuple) else (one,) for tag, one in said.items()}
    offsets, lengths = (324, 325) if 322 in told else (273, 279)
    told |= {offsets: (0,) * len(parts), lengths: tuple(len(part) for part in parts)}
    behind = 8 + 2 + len(told) * 12 + 4
    at = behind + sum(4 * len(one) for one in told.values() if len(one) > 1)
    told[offsets] = tuple(at + sum(len(part) for part in parts[:number]) for number in range(len(parts)))
    directory, blocks = struct.pack(f"{order}H", len(told)), b""
    for tag, values in sorted(told.items()):
        value = values[0] if len(values) == 1 else behind + len(blocks)
        directory += struct.pack(f"{order}HHII", tag, 4, len(values), value)
        blocks += struct.pack(f"{order}{len(values)}I", *values) if len(values) > 1 else b""
    directory += struct.pack(f"{order}I", 0)
    mark = b"II*\0" if order == "<" else b"MM\0*"
    return mark + struct.pack(f"{order}I", 8) + directory + blocks + b"".join(parts)


def grey(parts: Sequence[bytes] = (DOTS,), said: dict[int, int | tuple[int, ...]] | None = None, order: str = "<") -> bytes:
    return a_tiff(parts, {256: 2, 257: 2, 258: 8, 262: 1, 277: 1} | (said or {}), order)


def fax(content: bytes, **said: int) -> bytes:
    return a_tiff((content,), {256: 8, 257: 2, 258: 1, 259: 4, 262: said.get("white", 0), 266: said.get("fill", 1)})


async def corners(content: bytes) -> list[tuple[int, ...]]:
    """The colour in the middle of each quarter, row by row."""
    drawn = Image.open(BytesIO((await picture.first_page(content, width=80)).png)).convert("RGB")
    places = [(across, down) for down in (drawn.height // 4, drawn.height * 3 // 4) for across in (drawn.width // 4, drawn.width * 3 // 4)]
    return [cast("tuple[int, ...]", drawn.getpixel(place)) for place in places]


IDS = "dots|big end first|white is zero|deflate|predicted|packed|lzw|strips|tiles|bits|palette|colours|turned|fax|white fax|turned bits"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (grey(), CHECKED),
        (grey(order=">"), CHECKED),
        (grey(said={262: 0}), [WHITE, BLACK, BLACK, WHITE]),
        (grey((zlib.compress(DOTS),), {259: 8}), CHECKED),
        (grey((zlib.compress(bytes((0, 255, 255, 1))),), {259: 8, 317: 2}), CHECKED),
        (grey((b"\x03" + DOTS + b"\x80",), {259: 32773}), CHECKED),
        (grey((LZW,), {259: 5}), CHECKED),
        (grey((DOTS[:2], DOTS[2:]), {278: 1}), CHECKED),
        (grey((DOTS[:2], DOTS[2:]), {322: 1, 323: 2}), CHECKED),
        (grey((b"\x40", b"\x80"), {258: 1, 278: 1}), CHECKED),
        (grey((b"\x40", b"\x80"), {258: 1, 262: 3, 278: 1, 320: (65535, 0, 0, 0, 0, 0)}), [RED, BLACK, BLACK, RED]),
        (grey((bytes((0, 0, 0, 255, 0, 0)) * 2,), {262: 2, 277: 3}), [BLACK, RED, BLACK, RED]),
        (grey((bytes((0, 255, 0, 255)),), {274: 3}), [WHITE, BLACK, WHITE, BLACK]),
        (fax(FAX), [BLACK] * 4),
        (fax(FAX, white=1), [WHITE] * 4),
        (fax(BACKWARDS, fill=2), [BLACK] * 4),
    ],
    ids=IDS.split("|"),
)
async def test_each_compression_of_a_scan_is_drawn_with_its_dots_in_place(content: bytes, expected: list[tuple[int, ...]]) -> None:
    assert await corners(content) == expected


async def test_of_a_tiff_of_several_pages_each_is_drawn_and_all_are_counted() -> None:
    kept = BytesIO()
    pages = [Image.new("RGB", (2, 2), colour) for colour in (RED, WHITE, BLACK)]
    pages[0].save(kept, "TIFF", save_all=True, append_images=pages[1:])

    second = await picture.page(kept.getvalue(), 1, width=80)

    assert (await picture.first_page(kept.getvalue())).pages == second.pages == 3
    assert Image.open(BytesIO(second.png)).convert("RGB").getpixel((40, 40)) == WHITE


async def test_a_fax_of_few_lines_keeps_the_shape_of_its_sheet() -> None:
    kept = BytesIO()
    Image.new("1", (1728, 1143)).save(kept, "TIFF", dpi=(204, 98), compression="group4")

    drawn = Image.open(BytesIO((await picture.first_page(kept.getvalue(), width=204)).png))

    assert abs(drawn.height / drawn.width - (1143 / 98) / (1728 / 204)) < 0.01


@pytest.mark.parametrize(
    "content",
    [
        b"II*\0",
        grey()[:40],
        grey(said={257: 0}),
        grey(said={258: 16}),
        grey(said={277: 2}),
        grey(said={259: 34712}),
        b"II*\0" + struct.pack("<I", 8) + b"\xff" * 4000,
    ],
    ids=["only its mark", "torn", "no rows", "sixteen bits", "an alpha channel", "another compression", "noise"],
)
async def test_what_is_broken_or_of_another_kind_is_no_picture(content: bytes) -> None:
    with pytest.raises(NoPicture, match="TIFF"):
        await picture.first_page(content)
