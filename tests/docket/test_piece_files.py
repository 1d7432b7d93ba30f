"""A file is what its content says it is, and nothing that could act is ever called clean."""

import io
import re
import struct
import zipfile
import zlib
from typing import Any

import pytest
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NullObject, NumberObject, TextStringObject

from docket.piece_files import JPEG, PDF, PNG, TEXT, TIFF, WORD, Inspected, inspect

SCHEMAS = "http://schemas.openxmlformats.org"
TYPES = (
    f'<?xml version="1.0"?><Types xmlns="{SCHEMAS}/package/2006/content-types"><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
BODY = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body><w:p><w:r>{run}</w:r></w:p></w:body></w:document>"
)
RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def looked(content: bytes) -> Inspected:
    return inspect(io.BytesIO(content))


def a_pdf(*, pages: int = 1, change: Any = None, encrypt: bool = False) -> bytes:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(width=595, height=842)
    if change is not None:
        change(writer)
    if encrypt:
        writer.encrypt("", "eigenaar", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def named(**fields: Any) -> DictionaryObject:
    made = DictionaryObject()
    for key, value in fields.items():
        made[NameObject(f"/{key}")] = value
    return made


def a_docx(run: str = "<w:t>Verslag</w:t>", types: str = TYPES, rels: str = "", **parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", types)
        made.writestr("word/document.xml", BODY.format(run=run))
        made.writestr("word/_rels/document.xml.rels", RELS.format(rows=rels))
        for name, content in parts.items():
            made.writestr(name, content)
    return out.getvalue()


def a_png(width: int = 3, height: int = 2) -> bytes:
    def part(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", zlib.compress(b"\0" * (width + 1) * height)) + part(b"IEND", b"")


def a_jpeg() -> bytes:
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, 20, 30, 1) + b"\x01\x11\x00"
    scan = b"\xff\xda" + struct.pack(">HB", 8, 1) + b"\x01\x00\x00\x3f\x00" + b"\x12\x34"
    return b"\xff\xd8\xff\xe0" + struct.pack(">H", 16) + b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0" + frame + scan + b"\xff\xd9"


def a_tiff(pages: int = 2) -> bytes:
    made = b"II*\0" + struct.pack("<I", 8)
    for number in range(pages):
        entries = struct.pack("<HHIHH", 256, 3, 1, 7, 0) + struct.pack("<HHII", 257, 4, 1, 9)
        following = len(made) + 2 + len(entries) + 4 if number + 1 < pages else 0
        made += struct.pack("<H", 2) + entries + struct.pack("<I", following)
    return made


def javascript(writer: PdfWriter) -> None:
    action = named(S=NameObject("/JavaScript"), JS=TextStringObject("app.alert(1)"))
    scripts = named(Names=ArrayObject([TextStringObject("x"), writer._add_object(action)]))
    writer._root_object[NameObject("/Names")] = named(JavaScript=scripts)


def hidden_javascript(writer: PdfWriter) -> None:
    """The name written in hexadecimal, below a page."""
    action = named(S=NameObject("/JavaScript"), JS=TextStringObject("app.alert(1)"))
    writer.pages[0][NameObject("/Thing")] = writer._add_object(named(Deep=writer._add_object(named(A=action))))


def launch(writer: PdfWriter) -> None:
    writer._root_object[NameObject("/OpenAction")] = named(S=NameObject("/Launch"), F=TextStringObject("cmd.exe"))


def attached(writer: PdfWriter) -> None:
    writer.add_attachment("macro.txt", b"x")


def sends(writer: PdfWriter) -> None:
    field = named(T=TextStringObject("naam"), A=named(S=NameObject("/SubmitForm"), F=TextStringObject("https://elders.example")))
    writer._root_object[NameObject("/AcroForm")] = named(Fields=ArrayObject([writer._add_object(field)]))


def xfa(writer: PdfWriter) -> None:
    writer._root_object[NameObject("/AcroForm")] = named(XFA=TextStringObject("<xdp/>"))


def by_itself(writer: PdfWriter) -> None:
    writer.pages[0][NameObject("/AA")] = named(O=named(S=NameObject("/Named"), N=NameObject("/NextPage")))


def opens_at_a_page(writer: PdfWriter) -> None:
    page = writer.pages[0].indirect_reference
    writer._root_object[NameObject("/OpenAction")] = ArrayObject([page, NameObject("/XYZ"), NullObject(), NullObject(), NumberObject(0)])


@pytest.mark.parametrize(
    ("content", "media_type", "pages"),
    [
        (a_pdf(pages=3), PDF, 3),
        (a_pdf(change=opens_at_a_page), PDF, 1),
        (a_png(), PNG, None),
        (a_jpeg(), JPEG, None),
        (a_tiff(), TIFF, 2),
        (a_docx(), WORD, None),
        ("Geachte, ik bevestig dat 3 < 5 & ça va.\r\n".encode(), TEXT, None),
    ],
    ids=["pdf", "pdf that opens at a page", "png", "jpeg", "tiff", "docx", "text"],
)
def test_every_accepted_type_is_known_by_its_content_and_clean(content: bytes, media_type: str, pages: int | None) -> None:
    found = looked(content)

    assert (found.media_type, found.verdict, found.faults, found.pages) == (media_type, "clean", (), pages)


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (javascript, "JavaScript"),
        (hidden_javascript, "JavaScript"),
        (launch, "een opdracht die een programma start"),
        (attached, "een ingesloten bestand"),
        (sends, "een formulier dat gegevens verzendt"),
        (xfa, "een XFA-formulier"),
        (by_itself, "een handeling die vanzelf gebeurt"),
    ],
)
def test_a_pdf_that_can_act_is_kept_apart_with_the_reason(change: Any, what: str) -> None:
    found = looked(a_pdf(change=change))

    assert found.verdict == "active"
    assert what in found.faults


def act_of_a_button(kind: str, key: str = "S") -> Any:
    """The name of what it does stands elsewhere in the file, behind a reference."""

    def change(writer: PdfWriter) -> None:
        action = named(F=TextStringObject("elders"))
        action[NameObject(f"/{key}")] = writer._add_object(NameObject(f"/{kind}"))
        writer.pages[0][NameObject("/Annots")] = ArrayObject([named(Subtype=NameObject("/Link"), A=action)])

    return change


@pytest.mark.parametrize(
    ("kind", "key", "what"),
    [
        ("Launch", "S", "een opdracht die een programma start"),
        ("JavaScript", "S", "JavaScript"),
        ("SubmitForm", "S", "een formulier dat gegevens verzendt"),
        ("ImportData", "S", "een formulier dat gegevens inleest"),
        ("GoToR", "S", "een verwijzing naar een ander bestand"),
        ("GoToE", "S", "een verwijzing naar een ingesloten bestand"),
        ("Rendition", "S", "een ingesloten film of geluid dat vanzelf speelt"),
        ("EmbeddedFile", "Type", "een ingesloten bestand"),
        ("FileAttachment", "Subtype", "een ingesloten bestand"),
        ("3D", "Subtype", "een ingesloten 3D-model"),
    ],
)
def test_an_act_whose_name_stands_behind_a_reference_is_seen(kind: str, key: str, what: str) -> None:
    content = a_pdf(change=act_of_a_button(kind, key))

    assert f"/{key} /{kind}".encode() not in content
    assert looked(content).faults == (what,)


def test_a_name_that_refers_to_a_name_that_refers_to_itself_is_not_called_clean() -> None:
    def change(writer: PdfWriter) -> None:
        reference = writer._add_object(NullObject())
        writer._objects[reference.idnum - 1] = reference
        writer._root_object[NameObject("/OpenAction")] = named(S=reference, F=TextStringObject("cmd.exe"))

    assert looked(a_pdf(change=change)).verdict == "active"


#: Nothing in a file of `a_pdf` has so high a number.
UNREFERENCED = b"90 0 obj\n<< /S /JavaScript /JS (app.alert\\(1\\)) >>\nendobj\n"


def packed(objects: bytes = b"<< /S /JavaScript /JS (app.alert) >>") -> bytes:
    """An object stream that no table names; its words are packed."""
    data = zlib.compress(b"91 0 " + objects)
    head = f"90 0 obj\n<< /Type /ObjStm /N 1 /First 5 /Filter /FlateDecode /Length {len(data)} >>\nstream\n"
    return head.encode() + data + b"\nendstream\nendobj\n"


def behind(content: bytes, objects: bytes) -> bytes:
    """Before the table of the file, which says nothing of them; its place is told anew."""
    body, _, table = content.rpartition(b"xref\n0 ")
    made = body + objects
    return made + b"xref\n0 " + table.replace(str(len(body)).encode(), str(len(made)).encode())


def revised(content: bytes, number: int, written: bytes) -> bytes:
    """An incremental update: an object is written anew at the end, with a table that goes before the first one."""
    before = int(content.rpartition(b"startxref")[2].split()[0])
    trailer = content.rpartition(b"trailer")[2].partition(b"startxref")[0].rpartition(b">>")[0]
    anew = f"\n{number} 0 obj\n".encode() + written + b"\nendobj\n"
    table = f"xref\n{number} 1\n{len(content) + 1:010} 00000 n \ntrailer".encode() + trailer + f"/Prev {before} >>\n".encode()
    return content + anew + table + f"startxref\n{len(content) + len(anew)}\n%%EOF\n".encode()


def scripted(writer: PdfWriter) -> None:
    action = named(S=NameObject("/JavaScript"))
    writer.pages[0][NameObject("/Thing")] = writer._add_object(action)


SCRIPTED = a_pdf(change=scripted)


def the_action(content: bytes) -> int:
    """The number of the object that holds it."""
    return int(re.findall(rb"(\d+) 0 obj\n<<\n/S /JavaScript", content)[0])


@pytest.mark.parametrize(
    "content",
    [
        behind(a_pdf(), UNREFERENCED),
        behind(a_pdf(), packed()),
        a_pdf() + UNREFERENCED,
        revised(SCRIPTED, the_action(SCRIPTED), b"<< /S /Named /N /NextPage >>"),
        revised(a_pdf(), 2, b"<< /Type /Pages /Kids [4 0 R] /Count 1 /AA << /O << /S /Launch >> >> >>"),
    ],
    ids=[
        "led to by nothing",
        "packed and led to by nothing",
        "behind the end",
        "replaced by a later revision",
        "brought by a later revision",
    ],
)
def test_what_can_act_is_found_wherever_it_stands_in_the_bytes(content: bytes) -> None:
    found = looked(content)

    assert (found.media_type, found.verdict) == (PDF, "active")
    assert {"JavaScript", "een opdracht die een programma start"} & {*found.faults}


@pytest.mark.parametrize(
    "content",
    [behind(a_pdf(), b"90 0 obj\n<< /Oud /Blad >>\nendobj\n"), behind(a_pdf(), packed(b"<< /Oud /Blad >>")), revised(a_pdf(), 90, b"(x)")],
    ids=["led to by nothing", "packed", "revised"],
)
def test_an_object_that_nothing_leads_to_and_that_cannot_act_is_no_fault(content: bytes) -> None:
    assert looked(content).faults == ()


def test_a_stream_of_objects_that_points_outside_itself_is_not_called_clean() -> None:
    broken = packed().replace(b"/First 5", b"/First 4")

    assert looked(behind(a_pdf(), broken)).verdict == "active"


def test_a_name_that_is_written_in_hexadecimal_hides_nothing() -> None:
    plain = a_pdf(change=hidden_javascript)
    found = looked(plain.replace(b"/JavaScript", b"/J#61vaScrip#74").replace(b"/JS", b"/#4aS"))

    assert found.verdict == "active"


@pytest.mark.parametrize("content", [a_pdf(encrypt=True), b"%PDF-1.7\nniets", a_pdf()[:200]], ids=["locked", "empty", "cut"])
def test_a_pdf_that_cannot_be_looked_into_is_never_called_clean(content: bytes) -> None:
    found = looked(content)

    assert (found.media_type, found.verdict) == (PDF, "active")
    assert found.faults


EXTERNAL = (
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" '
    'Target="{target}" TargetMode="External"/>'
)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (a_docx(**{"word/vbaProject.bin": "x"}), "macro's"),
        (a_docx(types=TYPES.replace("document.main+xml", "macroEnabled.main+xml")), "macro's"),
        (
            a_docx(rels=EXTERNAL.format(kind="attachedTemplate", target="https://elders.example/x.dotm")),
            "een verwijzing naar buiten het document",
        ),
        (a_docx(rels=EXTERNAL.format(kind="image", target="\\\\elders\\x.png")), "een verwijzing naar buiten het document"),
        (a_docx(**{"word/embeddings/oleObject1.bin": "x"}), "een ingesloten bestand of voorwerp"),
        (a_docx(**{"word/activeX/activeX1.xml": "<a/>"}), "ActiveX-besturing"),
        (a_docx(run="<w:instrText>DD</w:instrText><w:instrText>EAUTO c:\\\\x</w:instrText>"), "een veldcode die gegevens van elders haalt"),
        (a_docx(**{"word/settings.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}), "een deel met eigen regels voor zijn XML"),
        (a_docx(**{"word/x.html": "<p>"}), "een ingesloten tekst van een andere soort"),
    ],
)
def test_a_word_file_that_can_act_or_reaches_outside_is_kept_apart_with_the_reason(content: bytes, what: str) -> None:
    found = looked(content)

    assert (found.media_type, found.verdict) == (WORD, "active")
    assert what in found.faults


def test_a_word_file_that_unpacks_to_far_more_than_a_document_is_kept_apart() -> None:
    found = looked(a_docx(**{"word/media/x.xml": "0" * (210 * 1024 * 1024)}))

    assert found.verdict == "active"


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"MZ\x90\0programma", "programma"),
        (b"\x7fELF\x02", "programma"),
        (b"#!/bin/sh\nrm -rf /\n", "script"),
        (b"<html><script>alert(1)</script></html>", "webpagina"),
        (b"tekst en dan <script src=x></script>", "webpagina"),
        (b'<?xml version="1.0"?><svg onload="x"/>', "webpagina"),
        (b"Rar!\x1a\x07", "archief"),
        (b"\x1f\x8b\x08rest", "archief"),
        (b"x" * 257 + b"ustar\0rest", "archief"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "macro's"),
        (b"\0\x01\x02\x03", "niet te herkennen"),
        ("café".encode("latin-1"), "UTF-8"),
        (b"", "leeg"),
    ],
)
def test_programs_archives_web_pages_and_what_nobody_knows_are_refused_with_the_reason(content: bytes, what: str) -> None:
    found = looked(content)

    assert (found.media_type, found.verdict) == (None, "refused")
    assert what in found.faults[0]


def test_a_zip_that_is_no_word_file_is_refused_as_an_archive() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("stukken/pv.pdf", a_pdf())

    assert looked(out.getvalue()).verdict == "refused"


@pytest.mark.parametrize("picture", [a_png(), a_jpeg()], ids=["png", "jpeg"])
@pytest.mark.parametrize(
    "behind",
    [
        b"<script>alert(1)</script>",
        b"\0" * 5000 + b"<script>alert(1)</script>",
        b"\0" * (2 * 1024 * 1024) + b"MZ",
        b"<script>alert(1)</script>\xff\xd9",
        b"\xff\xd8\xff\xe0\0\x04ab<script>alert(1)</script>\xff\xd9",
    ],
    ids=["at once", "behind padding", "behind much padding", "ending as a picture", "beginning as a picture"],
)
def test_a_picture_with_something_behind_it_is_kept_apart(picture: bytes, behind: bytes) -> None:
    assert looked(picture + b"\0\0").verdict == "clean"
    assert looked(picture + behind).faults == ("na de afbeelding staan nog andere gegevens",)


def test_an_archive_that_lies_within_a_picture_is_kept_apart() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("x.js", "alert(1)")
    head, end = a_png()[:-12], a_png()[-12:]
    body = b"x\0" + out.getvalue()

    assert looked(head + struct.pack(">I", len(body)) + b"tEXt" + body + b"crc!" + end).verdict == "active"


def test_a_photo_of_a_telephone_holds_the_same_photo_in_other_sizes_and_is_clean() -> None:
    assert looked(a_jpeg() + a_jpeg() + b"\0" * 300 + a_jpeg()).verdict == "clean"


def test_a_photo_in_several_scans_with_restarts_and_fillers_is_read_to_its_end() -> None:
    """The coded picture itself may hold FF00, restarts and filled marks; none of them is its end."""
    whole = a_jpeg()
    scan = whole[whole.index(b"\xff\xda") : -2]
    coded = scan + b"\xff\x00\xff\xd0\x41\xff\xd7" + b"\xff\xff" + scan
    made = whole[: whole.index(b"\xff\xda")] + coded + b"\xff\xd9"

    assert looked(made).verdict == "clean"
    assert looked(made + b"MZ").verdict == "active"
    assert looked(made[:-2]).verdict == "active"


def test_a_picture_of_endless_segments_is_not_walked_to_its_end() -> None:
    segments = b"\xff\xfe\x00\x02" * 210_000
    assert looked(a_jpeg()[:2] + segments + a_jpeg()[2:]).verdict == "active"
    empty = struct.pack(">I", 0) + b"teXt" + b"crc!"
    assert looked(a_png()[:33] + empty * 210_000 + a_png()[33:]).verdict == "active"


def test_a_pdf_of_nested_arrays_or_of_more_objects_than_a_scan_has_is_kept_apart() -> None:
    def many(writer: PdfWriter) -> None:
        writer._root_object[NameObject("/Thing")] = ArrayObject([NumberObject(1)] * 210_000)

    assert looked(a_pdf(change=many)).faults == (
        "het vraagt meer geheugen of tijd dan een stuk kan vragen en is niet tot het einde nagekeken",
    )
    deep = a_pdf().replace(b"/Type /Catalog", b"/Type /Catalog /Thing " + b"[" * 50_000)
    assert looked(deep).verdict == "active"


def test_a_pdf_that_is_an_archive_too_is_kept_apart() -> None:
    out = io.BytesIO(a_pdf())
    out.seek(0, 2)
    with zipfile.ZipFile(out, "a") as made:
        made.writestr("x", "y")

    assert looked(out.getvalue()).verdict == "active"


def test_a_name_says_nothing_and_a_cut_picture_is_not_clean() -> None:
    assert looked(a_jpeg()[:20]).verdict == "active"
    assert looked(a_png()[:40]).verdict == "active"
    assert looked(a_tiff()[:14]).verdict == "active"


def test_the_size_of_a_picture_is_known_for_its_preview() -> None:
    assert [(found.width, found.height) for found in (looked(a_png()), looked(a_jpeg()), looked(a_tiff()))] == [(3, 2), (30, 20), (7, 9)]


def test_a_letter_whose_character_lies_across_two_pieces_is_still_text() -> None:
    assert looked(b"a" * (1024 * 1024 - 1) + "é".encode()).verdict == "clean"


def test_a_pdf_that_unpacks_to_far_more_than_it_holds_is_kept_apart() -> None:
    body = zlib.compress(b"\0" * (90 * 1024 * 1024), 1)
    head = b"%PDF-1.7\n"
    table = b"1 0 obj\n<< /Type /XRef /Size 3 /W [1 2 1] /Root 2 0 R /Filter /FlateDecode /Length %d >>\nstream\n" % len(body)
    found = looked(head + table + body + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(head))

    assert len(body) < 1024 * 1024
    assert (found.media_type, found.verdict) == (PDF, "active")
