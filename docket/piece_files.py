"""What is really in an uploaded file: its type by its content, and whether something in it could act; pure."""

import codecs
import re
import struct
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable, Iterator
from typing import IO, Any, Literal

import msgspec
import pypdf
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, StreamObject

#: clean = it may be served; active = it is kept and served to nobody; refused = it is not kept.
Verdict = Literal["clean", "active", "refused"]
MediaType = Literal[
    "application/pdf",
    "image/jpeg",
    "image/png",
    "image/tiff",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "text/plain",
]
PDF: MediaType = "application/pdf"
JPEG: MediaType = "image/jpeg"
PNG: MediaType = "image/png"
TIFF: MediaType = "image/tiff"
WORD: MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TEXT: MediaType = "text/plain"
TYPES_NL: dict[MediaType, str] = {PDF: "PDF", JPEG: "JPEG", PNG: "PNG", TIFF: "TIFF", WORD: "Word (docx)", TEXT: "platte tekst"}
SUFFIXES: dict[MediaType, str] = {PDF: "pdf", JPEG: "jpg", PNG: "png", TIFF: "tif", WORD: "docx", TEXT: "txt"}
ACCEPTED_NL = ", ".join(TYPES_NL.values())
#: A page that a scanner made has a few objects; a file that has more is not walked to its end, so it is not called clean.
MOST_OBJECTS = 200_000
MOST_PARTS = 5_000
#: What the parts of a Word file may unpack to: a few kilobytes of archive can hold gigabytes.
MOST_UNPACKED = 200 * 1024 * 1024
MOST_PART = 50 * 1024 * 1024
MOST_DIRECTORIES = 10_000
_HEAD = 4096
_PIECE = 1024 * 1024
_LONGEST_MARKUP = 16


class Inspected(msgspec.Struct, frozen=True, kw_only=True):
    #: None = of no type that is accepted.
    media_type: MediaType | None
    verdict: Verdict
    #: Why, in Dutch; empty = clean.
    faults: tuple[str, ...] = ()
    #: None = its type has no pages, or they cannot be counted.
    pages: int | None = None
    #: Of a picture, in pixels.
    width: int | None = None
    height: int | None = None


#: What no office sends as a piece, by its first bytes.
_NEVER: tuple[tuple[bytes, str], ...] = (
    (b"MZ", "een programma voor Windows"),
    (b"\x7fELF", "een programma voor Linux"),
    (b"\xfe\xed\xfa", "een programma voor macOS"),
    (b"\xcf\xfa\xed\xfe", "een programma voor macOS"),
    (b"\xca\xfe\xba\xbe", "een programma"),
    (b"\x00asm", "een programma"),
    (b"#!", "een script"),
    (b"Rar!", "een archief (RAR)"),
    (b"7z\xbc\xaf\x27\x1c", "een archief (7z)"),
    (b"\x1f\x8b", "een archief (gzip)"),
    (b"BZh", "een archief (bzip2)"),
    (b"\xfd7zXZ\x00", "een archief (xz)"),
    (b"\x28\xb5\x2f\xfd", "een archief (zstd)"),
    (b"MSCF", "een archief (cab)"),
    (b"\xd0\xcf\x11\xe0", "een bestand van een oude Office (doc, xls, msg), waarin macro's kunnen zitten"),
    (b"L\x00\x00\x00\x01\x14\x02\x00", "een snelkoppeling van Windows"),
    (b"{\\rtf", "een RTF-bestand, waarin voorwerpen kunnen zitten"),
)
_MARKUP = re.compile(rb"<(?:!doctype|html|head|body|script|svg|iframe|\?xml|\?php|img|object|embed)\b", re.IGNORECASE)
#: Opening one of these outside a PDF reader or from a form acts on its own.
_ACTIONS = {
    "/JavaScript": "JavaScript",
    "/Launch": "een opdracht die een programma start",
    "/SubmitForm": "een formulier dat gegevens verzendt",
    "/ImportData": "een formulier dat gegevens inleest",
    "/GoToR": "een verwijzing naar een ander bestand",
    "/GoToE": "een verwijzing naar een ingesloten bestand",
    "/Rendition": "een ingesloten film of geluid dat vanzelf speelt",
    "/RichMediaExecute": "ingesloten media met een opdracht",
}
_KEYS = {
    "/JS": "JavaScript",
    "/JavaScript": "JavaScript",
    "/EmbeddedFiles": "een ingesloten bestand",
    "/EF": "een ingesloten bestand",
    "/AA": "een handeling die vanzelf gebeurt",
    "/XFA": "een XFA-formulier",
    "/RichMedia": "ingesloten media",
}
_TYPES = {
    "/EmbeddedFile": "een ingesloten bestand",
    "/FileAttachment": "een ingesloten bestand",
    "/RichMedia": "ingesloten media",
    "/3D": "een ingesloten 3D-model",
    "/Movie": "een ingesloten film",
    "/Sound": "een ingesloten geluid",
    "/Screen": "een ingesloten film",
}
_PADDING = b"\0\r\n "
_TRAILING = "na de afbeelding staan nog andere gegevens"
_UNREADABLE = "het bestand is beschadigd en kan niet nagekeken worden"
_FIELD_CODES = re.compile(r"\b(?:DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|MACROBUTTON|DATABASE)\b", re.IGNORECASE)
_PART_FAULTS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"vbaproject\.bin$|vbadata\.xml$", re.IGNORECASE), "macro's"),
    (re.compile(r"/activex/", re.IGNORECASE), "ActiveX-besturing"),
    (re.compile(r"/embeddings/|oleobject", re.IGNORECASE), "een ingesloten bestand of voorwerp"),
    (re.compile(r"/afchunk|\.(?:html?|mht|rtf)$", re.IGNORECASE), "een ingesloten tekst van een andere soort"),
    (re.compile(r"\.(?:exe|dll|com|bat|cmd|ps1|js|vbs|jar|scr|msi|lnk)$", re.IGNORECASE), "een programma of script"),
)


def inspect(content: IO[bytes]) -> Inspected:
    """
    Reads a seekable file from its beginning, in pieces; the name that it had says nothing and is not asked.

    Whatever cannot be read to its end is never clean. Raises nothing for what is in the file.
    """
    content.seek(0)
    head = content.read(_HEAD)
    if not head:
        return _refused("het bestand is leeg")
    for magic, what in _NEVER:
        if head.startswith(magic):
            return _refused(f"het is {what}")
    if head[257:262] == b"ustar":
        return _refused("het is een archief (tar)")
    for magic, read in _READERS:
        if head.startswith(magic):
            return read(content)
    return _text(content)


def _refused(why: str) -> Inspected:
    return Inspected(media_type=None, verdict="refused", faults=(f"{why}; aangenomen worden {ACCEPTED_NL}",))


def _told(media_type: MediaType, faults: Iterator[str] | tuple[str, ...], **known: int | None) -> Inspected:
    """Each fault once, in its order."""
    found = tuple(dict.fromkeys(faults))
    return Inspected(media_type=media_type, verdict="active" if found else "clean", faults=found, **known)


def _pdf(content: IO[bytes]) -> Inspected:
    try:
        content.seek(0)
        reader = pypdf.PdfReader(content, strict=False)
        if reader.is_encrypted:
            return _told(PDF, ("het is met een wachtwoord of rechten beveiligd en kan niet nagekeken worden",))
        faults = tuple(_pdf_faults(reader))
        pages = len(reader.pages)
    except RecursionError:
        return _told(PDF, (_UNREADABLE,))
    # pypdf raises whatever a broken file leads it into.
    except (PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, OSError, OverflowError, AssertionError, struct.error):
        return _told(PDF, (_UNREADABLE,))
    both = ("het is tegelijk een archief",) if _holds_zip(content) else ()
    return _told(PDF, (*faults, *both), pages=pages)


def _pdf_faults(reader: pypdf.PdfReader) -> Iterator[str]:
    """Walks every object that the file leads to from its trailer; what nothing leads to, no reader opens."""
    seen: set[tuple[int, int]] = set()
    waiting: list[Any] = [reader.trailer]
    walked = 0
    while waiting:
        here = waiting.pop()
        if isinstance(here, IndirectObject):
            if (here.idnum, here.generation) in seen:
                continue
            seen.add((here.idnum, here.generation))
            here = here.get_object()
        walked += 1
        if walked > MOST_OBJECTS:
            yield "het is te groot om tot het einde nagekeken te worden"
            return
        if isinstance(here, ArrayObject):
            waiting.extend(here)
        elif isinstance(here, DictionaryObject | StreamObject):
            yield from _dictionary_faults(here)
            waiting.extend(here.values())


def _dictionary_faults(here: DictionaryObject) -> Iterator[str]:
    action = here.get("/S")
    if isinstance(action, NameObject) and str(action) in _ACTIONS:
        yield _ACTIONS[str(action)]
    for key in here:
        if (what := _KEYS.get(str(key))) is not None:
            yield what
    for key in ("/Type", "/Subtype"):
        if isinstance(named := here.get(key), NameObject) and str(named) in _TYPES:
            yield _TYPES[str(named)]


def _jpeg(content: IO[bytes]) -> Inspected:
    """Walks the segments to the picture itself; what comes after its end mark is no part of it."""
    content.seek(2)
    width = height = None
    while True:
        mark = content.read(4)
        if len(mark) < 4 or mark[0] != 0xFF:
            return _told(JPEG, (_UNREADABLE,))
        kind, length = mark[1], struct.unpack(">H", mark[2:])[0]
        if kind in range(0xC0, 0xD0) and kind not in (0xC4, 0xC8, 0xCC):
            body = content.read(length - 2)
            if len(body) < 5:
                return _told(JPEG, (_UNREADABLE,))
            height, width = struct.unpack(">HH", body[1:5])
        elif kind == 0xDA:
            break
        else:
            content.seek(max(length - 2, 0), 1)
    after = _after_last(content, b"\xff\xd9")
    if width is None or after is None:
        return _told(JPEG, (_UNREADABLE,))
    trailing = after.strip(_PADDING) or _holds_zip(content)
    return _told(JPEG, (_TRAILING,) if trailing else (), width=width, height=height)


def _png(content: IO[bytes]) -> Inspected:
    content.seek(8)
    width = height = None
    while True:
        head = content.read(8)
        if len(head) < 8:
            return _told(PNG, (_UNREADABLE,))
        length, kind = struct.unpack(">I4s", head)
        if kind == b"IHDR":
            body = content.read(length + 4)
            if len(body) < 8:
                return _told(PNG, (_UNREADABLE,))
            width, height = struct.unpack(">II", body[:8])
        elif kind == b"IEND":
            content.seek(length + 4, 1)
            break
        else:
            content.seek(length + 4, 1)
    trailing = content.read(_HEAD).strip(_PADDING)
    faults = (_UNREADABLE,) if width is None else (_TRAILING,) if trailing else ()
    return _told(PNG, faults, width=width, height=height)


def _tiff(content: IO[bytes]) -> Inspected:
    """Counts the directories, of which each is a page."""
    content.seek(0)
    head = content.read(8)
    order = "<" if head[:2] == b"II" else ">"
    if len(head) < 8:
        return _told(TIFF, (_UNREADABLE,))
    where, pages, seen = struct.unpack(f"{order}I", head[4:])[0], 0, set()
    width = height = None
    while where:
        content.seek(where)
        count = content.read(2)
        if where in seen or len(count) < 2 or pages >= MOST_DIRECTORIES:
            return _told(TIFF, (_UNREADABLE,))
        seen.add(where)
        entries = content.read(struct.unpack(f"{order}H", count)[0] * 12)
        following = content.read(4)
        if len(entries) % 12 or len(following) < 4:
            return _told(TIFF, (_UNREADABLE,))
        if not pages:
            width, height = (_tiff_value(entries, tag, order) for tag in (256, 257))
        pages += 1
        where = struct.unpack(f"{order}I", following)[0]
    both = ("het is tegelijk een archief",) if _holds_zip(content) else ()
    return _told(TIFF, both if pages else (_UNREADABLE,), pages=pages or None, width=width, height=height)


def _tiff_value(entries: bytes, tag: int, order: str) -> int | None:
    for at in range(0, len(entries), 12):
        found, kind = struct.unpack(f"{order}HH", entries[at : at + 4])
        if found == tag:
            return struct.unpack(f"{order}{'H' if kind == 3 else 'I'}", entries[at + 8 : at + (10 if kind == 3 else 12)])[0]
    return None


def _word(content: IO[bytes]) -> Inspected:
    try:
        with zipfile.ZipFile(content) as parts:
            listed = parts.infolist()
            names = {part.filename for part in listed}
            if "[Content_Types].xml" not in names or "word/document.xml" not in names:
                return _refused("het is een archief (zip) of een ander Office-bestand dan een docx")
            if len(listed) > MOST_PARTS or sum(part.file_size for part in listed) > MOST_UNPACKED:
                return _told(WORD, ("het pakt uit tot meer dan een document kan zijn",))
            return _told(WORD, tuple(_word_faults(parts, listed)))
    except (zipfile.BadZipFile, zipfile.LargeZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return _refused("het is een beschadigd archief")


def _word_faults(parts: zipfile.ZipFile, listed: list[zipfile.ZipInfo]) -> Iterator[str]:
    for part in listed:
        name = part.filename
        yield from (what for pattern, what in _PART_FAULTS if pattern.search(name))
        if name.startswith(("/", "\\")) or ".." in name.split("/"):
            yield "een deel met een pad buiten het document"
        if not name.lower().endswith((".xml", ".rels")):
            continue
        with parts.open(part) as opened:
            text = opened.read(MOST_PART + 1)
        if len(text) > MOST_PART:
            yield "het pakt uit tot meer dan een document kan zijn"
            return
        if b"<!DOCTYPE" in text or b"<!ENTITY" in text or text[:2] in (b"\xff\xfe", b"\xfe\xff"):
            yield "een deel met eigen regels voor zijn XML"
            continue
        try:
            # Neither a type nor an entity declaration gets here.
            root = ET.fromstring(text)  # noqa: S314
        except ET.ParseError:
            yield _UNREADABLE
            continue
        yield from _xml_faults(name, root)


def _xml_faults(name: str, root: ET.Element) -> Iterator[str]:
    if name.lower() == "[content_types].xml":
        for child in root:
            if "macroenabled" in child.get("ContentType", "").lower():
                yield "macro's"
    elif name.lower().endswith(".rels"):
        for child in root:
            if child.get("TargetMode", "").lower() == "external":
                yield "een verwijzing naar buiten het document"
            if child.get("Type", "").lower().endswith(("/oleobject", "/afchunk", "/vbaproject", "/control", "/frame")):
                yield "een ingesloten bestand of voorwerp"
    else:
        # Word joins the parts of one code that stand in runs of their own.
        codes = "".join(element.text or "" for element in root.iter() if element.tag.endswith("}instrText"))
        simple = " ".join(value for element in root.iter() for key, value in element.attrib.items() if key.endswith("}instr"))
        if _FIELD_CODES.search(codes) or _FIELD_CODES.search(simple):
            yield "een veldcode die gegevens van elders haalt"


def _text(content: IO[bytes]) -> Inspected:
    """UTF-8 without control characters; a page of HTML or any other markup is no plain text."""
    content.seek(0)
    decoder, before = codecs.getincrementaldecoder("utf-8")(), b""
    try:
        while piece := content.read(_PIECE):
            if re.search(rb"[\x00-\x08\x0e-\x1f\x7f]", piece):
                return _refused("zijn type is niet te herkennen")
            if _MARKUP.search(before + piece):
                return _refused("het is een webpagina of een ander bestand met opmaak dat kan handelen (HTML, SVG, XML)")
            decoder.decode(piece)
            before = piece[-_LONGEST_MARKUP:]
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return _refused("zijn type is niet te herkennen, of het is tekst die niet in UTF-8 staat")
    return _told(TEXT, ())


def _after_last(content: IO[bytes], mark: bytes) -> bytes | None:
    """What stands after the last mark in the rest of the file; None = the mark is not there."""
    found: bytes | None = None
    held = b""
    while piece := content.read(_PIECE):
        joined = held + piece
        at = joined.rfind(mark)
        if at >= 0:
            found = joined[at + len(mark) :]
        elif found is not None:
            found = (found + joined[len(held) :])[: 2 * _PIECE]
        held = joined[-(len(mark) - 1) :]
    return found


def _holds_zip(content: IO[bytes]) -> bool:
    content.seek(0)
    return zipfile.is_zipfile(content)


_READERS: tuple[tuple[bytes, Callable[[IO[bytes]], Inspected]], ...] = (
    (b"%PDF-", _pdf),
    (b"\xff\xd8\xff", _jpeg),
    (b"\x89PNG\r\n\x1a\n", _png),
    (b"II*\0", _tiff),
    (b"MM\0*", _tiff),
    (b"PK\x03\x04", _word),
)
