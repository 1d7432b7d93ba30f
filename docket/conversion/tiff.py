"""
The first page of a TIFF as a PDF of one page, so that the reader of PDFs draws it; nothing is unpacked here.

A PDF knows the compressions that scanners write into a TIFF by other names, so each strip or tile goes in as it is, at its place. What
no PDF can hold so (planes apart, an alpha channel, sixteen bits) is told by ValueError.
"""

import struct
from collections.abc import Callable, Iterator, Mapping

import msgspec

#: Bytes of a value of each kind of field.
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 16: 8}
_FORMATS = {1: "B", 3: "H", 4: "I", 6: "b", 7: "B", 8: "h", 9: "i", 16: "Q"}
_RATIONAL = 5
_MOST_VALUES = 200_000
_MOST_FIELDS = 500
#: Dots of the page in the PDF; only its shape counts.
_WIDTH = 600.0
_REVERSED = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))
_NONE, _HUFFMAN, _GROUP_3, _GROUP_4, _LZW, _JPEG, _DEFLATE, _OLD_DEFLATE, _PACK_BITS = 1, 2, 3, 4, 5, 7, 8, 32946, 32773
_FAX = frozenset({_HUFFMAN, _GROUP_3, _GROUP_4})
_FILTERS: Mapping[int, str] = {
    _NONE: "",
    _HUFFMAN: "CCITTFaxDecode",
    _GROUP_3: "CCITTFaxDecode",
    _GROUP_4: "CCITTFaxDecode",
    _LZW: "LZWDecode",
    _JPEG: "DCTDecode",
    _DEFLATE: "FlateDecode",
    _OLD_DEFLATE: "FlateDecode",
    _PACK_BITS: "RunLengthDecode",
}
#: How far a page that was scanned sideways is turned.
_TURNED = {3: 180, 6: 90, 8: 270}
_WHITE_IS_ZERO, _RGB, _PALETTE, _CMYK = 0, 2, 3, 5
_SPACES = {1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK"}


class _Fields(msgspec.Struct, frozen=True):
    """The first directory of a TIFF: the values of each tag."""

    order: str
    values: Mapping[int, tuple[float, ...]]

    def one(self, tag: int, otherwise: int | None = None) -> int:
        found = self.values.get(tag)
        if found:
            return int(found[0])
        if otherwise is None:
            raise ValueError(f"has no tag {tag}")
        return otherwise

    def several(self, tag: int) -> tuple[int, ...]:
        return tuple(int(one) for one in self.values.get(tag, ()))


class _Part(msgspec.Struct, frozen=True):
    """A strip or a tile: where it stands from the left and the top, its size in dots, and its bytes."""

    left: int
    top: int
    width: int
    height: int
    content: bytes


def is_tiff(content: bytes) -> bool:
    return content[:4] in (b"II*\0", b"MM\0*")


def pages_of(content: bytes) -> int:
    """Its directories, of which each is a page. Raises ValueError or struct.error."""
    order = _order(content)
    (at,), seen = struct.unpack_from(f"{order}I", content, 4), set[int]()
    while at and at not in seen and len(seen) < _MOST_FIELDS:
        seen.add(at)
        (count,) = struct.unpack_from(f"{order}H", content, at)
        (at,) = struct.unpack_from(f"{order}I", content, at + 2 + count * 12)
    return len(seen)


def first_page(content: bytes) -> bytes:
    """A PDF of one page. Raises ValueError or struct.error where the TIFF is broken, or of a kind that no PDF holds as it is."""
    fields = _fields(content)
    width, height = fields.one(256), fields.one(257)
    if not (width and height):
        raise ValueError("has no dots")
    looks = _looks(fields)
    parts = list(_parts(content, fields, width, height))
    across, down = (fields.values.get(tag, (1.0,))[0] for tag in (282, 283))
    tall = _WIDTH * height / width * (across / down if across > 0 and down > 0 else 1)
    images = [_stream(_dictionary(fields, part, looks), part.content) for part in parts]
    drawn = "".join(_placed(number, part, _WIDTH / width, tall / height, tall) for number, part in enumerate(parts))
    names = "".join(f"/I{number} {number + 4} 0 R " for number in range(len(parts)))
    page = (
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {_WIDTH:.3f} {tall:.3f}]/Rotate {_TURNED.get(fields.one(274, 1), 0)}"
        f"/Contents {len(parts) + 4} 0 R/Resources<</XObject<<{names}>>>>>>"
    )
    return _pdf(
        [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page.encode(), *images, _stream("", drawn.encode())]
    )


def _order(content: bytes) -> str:
    return "<" if content[:2] == b"II" else ">"


def _fields(content: bytes) -> _Fields:
    order = _order(content)
    (at,) = struct.unpack_from(f"{order}I", content, 4)
    (count,) = struct.unpack_from(f"{order}H", content, at)
    found: dict[int, tuple[float, ...]] = {}
    for number in range(min(count, _MOST_FIELDS)):
        tag, kind, length = struct.unpack_from(f"{order}HHI", content, at + 2 + number * 12)
        where = at + 2 + number * 12 + 8
        if kind not in _SIZES or length > _MOST_VALUES:
            continue
        if _SIZES[kind] * length > 4:
            (where,) = struct.unpack_from(f"{order}I", content, where)
        if kind == _RATIONAL:
            pairs = struct.unpack_from(f"{order}{2 * length}I", content, where)
            found[tag] = tuple(over / under if under else 0.0 for over, under in zip(pairs[::2], pairs[1::2], strict=True))
        elif kind in _FORMATS:
            found[tag] = struct.unpack_from(f"{order}{length}{_FORMATS[kind]}", content, where)
    return _Fields(order, found)


def _looks(fields: _Fields) -> str:
    """Colours and depth, as an image of a PDF says them."""
    bits, samples, photometric = fields.one(258, 1), fields.one(277, 1), fields.one(262, 1)
    compression = fields.one(259, _NONE)
    if bits not in (1, 2, 4, 8) or compression not in _FILTERS or (fields.one(284, 1) != 1 and samples > 1):
        raise ValueError("is of a kind that is not drawn")
    if photometric == _PALETTE:
        colours = fields.several(320)
        if samples != 1 or len(colours) != 3 * 2**bits:
            raise ValueError("has another palette than its depth")
        table = bytes(colours[plane * 2**bits + entry] >> 8 for entry in range(2**bits) for plane in range(3))
        return f"/ColorSpace[/Indexed/DeviceRGB {2**bits - 1}<{table.hex()}>]/BitsPerComponent {bits}"
    if samples not in _SPACES or (samples == 4 and photometric != _CMYK):
        raise ValueError("has samples that are no colour")
    # A fax tells its runs by what is white, which a PDF makes white too; all other dots by their value.
    turned = (photometric == _WHITE_IS_ZERO) != (compression in _FAX) and samples == 1
    return f"/ColorSpace{_SPACES[samples]}/BitsPerComponent {bits}{'/Decode[1 0]' if turned else ''}"


def _parts(content: bytes, fields: _Fields, width: int, height: int) -> Iterator[_Part]:
    tiled = 322 in fields.values
    wide, high = (fields.one(322), fields.one(323)) if tiled else (width, min(fields.one(278, height), height))
    if not (wide and high):
        raise ValueError("has parts without dots")
    offsets, lengths = (fields.several(tag) for tag in ((324, 325) if tiled else (273, 279)))
    across = -(-width // wide)
    if not offsets or len(offsets) != len(lengths) or len(offsets) > across * -(-height // high):
        raise ValueError("has other parts than its size asks")
    prepared = _prepared(fields)
    for number, (offset, length) in enumerate(zip(offsets, lengths, strict=True)):
        left, top = number % across * wide, number // across * high
        part = content[offset : offset + length]
        yield _Part(left, top, wide, high if tiled else min(high, height - top), prepared(part))


def _prepared(fields: _Fields) -> Callable[[bytes], bytes]:
    compression = fields.one(259, _NONE)
    if compression == _JPEG and 347 in fields.values:
        # The tables stand once for all parts, in a stream of their own; each part gets them behind its start mark.
        tables = bytes(fields.several(347))[2:-2]
        return lambda part: part[:2] + tables + part[2:]
    if fields.one(266, 1) == 2 and compression in _FAX:
        return lambda part: part.translate(_REVERSED)
    return lambda part: part


def _dictionary(fields: _Fields, part: _Part, looks: str) -> str:
    compression = fields.one(259, _NONE)
    how = _FILTERS[compression]
    said = f"/Filter/{how}/DecodeParms<<{_parameters(fields, compression, part)}>>" if how else ""
    return f"/Type/XObject/Subtype/Image/Width {part.width}/Height {part.height}{looks}{said}"


def _parameters(fields: _Fields, compression: int, part: _Part) -> str:
    if compression in _FAX:
        options = fields.one(292, 0)
        two_dimensional = -1 if compression == _GROUP_4 else int(compression == _GROUP_3 and bool(options & 1))
        aligned = compression == _HUFFMAN or (compression == _GROUP_3 and bool(options & 4))
        return f"/K {two_dimensional}/Columns {part.width}/Rows {part.height}/EncodedByteAlign {str(aligned).lower()}"
    if compression == _JPEG:
        return "/ColorTransform 0" if fields.one(262, 1) == _RGB else ""
    if fields.one(317, 1) == 2:
        return f"/Predictor 2/Colors {fields.one(277, 1)}/BitsPerComponent {fields.one(258, 1)}/Columns {part.width}"
    return ""


def _placed(number: int, part: _Part, across: float, down: float, tall: float) -> str:
    bottom = tall - (part.top + part.height) * down
    size = f"{part.width * across:.4f} 0 0 {part.height * down:.4f} {part.left * across:.4f} {bottom:.4f}"
    return f"q {size} cm /I{number} Do Q\n"


def _stream(said: str, content: bytes) -> bytes:
    return f"<<{said}/Length {len(content)}>>stream\n".encode() + content + b"\nendstream"


def _pdf(objects: list[bytes]) -> bytes:
    found, places = bytearray(b"%PDF-1.5\n"), []
    for number, each in enumerate(objects, start=1):
        places.append(len(found))
        found += f"{number} 0 obj\n".encode() + each + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    count = len(places) + 1
    end = f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer<</Size {count}/Root 1 0 R>>\nstartxref\n{len(found)}\n%%EOF\n"
    return bytes(found) + end.encode()
