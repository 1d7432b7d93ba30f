"""LibreOffice is kept warm, kept alone, killed when it hangs and started again when it falls."""

import asyncio
import io
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import unicodedata
import zipfile
from pathlib import Path

import msgspec
import pypdf
import pypdfium2
import pytest

import documents
from docket.conversion import converter as converting
from docket.conversion import finding
from docket.conversion.converter import ConversionFailed, Converter, NoConverter, converter_of
from docket.conversion.finding import NoTools, Tools
from docket.settings import Settings
from documents import templates
from tests.conftest import REQUIRE_EVERYTHING
from tests.docket.test_parliament import an_answer, worst
from tests.documents import hostile, reading

pytestmark = pytest.mark.office
RECEIPT = documents.kind_of("receipt")
EVERY_KIND = (*documents.KINDS, *documents.OF_NO_FILE)


def word_file(kind: documents.DocumentKind = RECEIPT) -> bytes:
    return documents.render(kind, kind.example, templates.read(kind.code))


@pytest.fixture(scope="module")
async def converter():
    async with converter_of(Settings()) as one:
        yield one


def letters(text: str) -> str:
    """What a reader reads, however its lines break; the marks of the golden form, bullets, hyphens and dotted lines left out."""
    return re.sub(r"[\s|→⏎=#–/\x02\ufffe-]+|\.{4,}", "", text)


def body_of(story: str) -> str:
    """A pattern of the letters of a golden body, with the numbers of its headings and the header rows that pages repeat."""
    pattern, header = [], ""
    for line in story.splitlines():
        here = re.escape(letters(line))
        if line.startswith("| "):
            header = header or f"(?:{here})?"
            pattern.append(f"{header}{here}")
        else:
            header = ""
            pattern.append(rf"\d+(?:\.\d+)?\.?{here}" if line.startswith("#") else here)
    return "".join(pattern)


def unembedded(pdf: bytes) -> list[str]:
    wanting = []
    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        for font in page["/Resources"].get("/Font", {}).values():
            inner = font.get_object()
            inner = inner["/DescendantFonts"][0].get_object() if "/DescendantFonts" in inner else inner
            if not any(name in inner["/FontDescriptor"] for name in ("/FontFile", "/FontFile2", "/FontFile3")):
                wanting.append(inner["/BaseFont"])
    return wanting


async def test_the_answer_for_parliament_has_two_pages_however_much_moves(converter, law):
    kind = documents.kind_of("parliament_answer")
    longest = documents.render(kind, an_answer(worst(law), law), templates.read(kind.code))

    assert len(pypdf.PdfReader(io.BytesIO(await converter.pdf(longest))).pages) == 2


@pytest.mark.parametrize("kind", EVERY_KIND, ids=lambda kind: kind.code)
async def test_the_pdf_of_each_document_is_declared_pdf_a_2b_with_every_font_in_it(converter, kind):
    pdf = await converter.pdf(word_file(kind))
    metadata = pypdf.PdfReader(io.BytesIO(pdf)).trailer["/Root"]["/Metadata"].get_object().get_data().decode()

    assert "<pdfaid:part>2</pdfaid:part>" in metadata
    assert "<pdfaid:conformance>B</pdfaid:conformance>" in metadata
    assert unembedded(pdf) == []


@pytest.mark.parametrize("kind", EVERY_KIND, ids=lambda kind: kind.code)
async def test_the_pdf_says_what_the_golden_text_says_and_nothing_else(converter, kind):
    document = word_file(kind)
    pages = pypdfium2.PdfDocument(await converter.pdf(document))
    head, body, running_head, foot = reading.words_of(document).removesuffix("\n").split("\n----\n")
    printed = ""
    for number, page in enumerate(pages, start=1):
        said = letters(page.get_textpage().get_text_bounded())
        top = letters(head if number == 1 else running_head)
        bottom = letters(foot).replace("Pagina1van1", f"Pagina{number}van{len(pages)}")

        assert said.startswith(top)
        assert said.endswith(bottom)
        printed += said[len(top) : len(said) - len(bottom)]
    assert re.fullmatch(body_of(body), printed)


@pytest.mark.parametrize("text", hostile.TEXTS.values(), ids=hostile.TEXTS)
@pytest.mark.parametrize("code", ["receipt", "direct_summons"])
async def test_any_name_reaches_the_pdf_with_glyphs_of_an_embedded_font(converter, code, text):
    kind = documents.kind_of(code)
    context, renamed = hostile.with_text(kind.example, text)
    pdf = await converter.pdf(documents.render(kind, context, templates.read(code)))
    printed = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))

    assert len(renamed) > 3
    assert unembedded(pdf) == []
    # A name from right to left may be read back from left to right, and its letters as the shapes that stand on the page.
    said, back = letters(unicodedata.normalize("NFKC", printed)), letters(unicodedata.normalize("NFKC", printed[::-1]))
    words = [letters(unicodedata.normalize("NFKC", word)) for word in text.split()]
    assert [word for word in words if word not in said and word not in back] == []


async def test_an_arabic_name_is_drawn_with_the_font_that_the_documentation_names(converter):
    context, _ = hostile.with_text(RECEIPT.example, hostile.TEXTS["Arabic"])
    pdf = await converter.pdf(documents.render(RECEIPT, context, templates.read(RECEIPT.code)))
    fonts = {
        font.get_object()["/BaseFont"] for page in pypdf.PdfReader(io.BytesIO(pdf)).pages for font in page["/Resources"]["/Font"].values()
    }

    assert any("DejaVuSans" in font for font in fonts), fonts
    assert "DejaVu Sans" in finding.arabic_fonts()


async def test_one_libreoffice_makes_document_after_document(converter):
    await converter.pdf(word_file())
    first = converter.process
    await converter.pdf(word_file(documents.kind_of("transfer")))

    assert converter.process == first is not None


async def test_libreoffice_begins_anew_after_so_many_documents():
    async with converter_of(Settings(pdf_restart_after=2)) as converter:
        used = []
        for _ in range(3):
            await converter.pdf(word_file())
            used.append(converter.process)

    assert used[0] == used[1] != used[2]


async def test_a_document_that_hangs_is_given_up_and_libreoffice_killed_and_the_next_one_is_made(converter):
    await converter.pdf(word_file())
    hanging = converter.process
    impatient = Converter(Settings(pdf_seconds=2))
    await impatient.pdf(word_file())
    stopped = impatient.process
    os.killpg(stopped, signal.SIGSTOP)

    with pytest.raises(ConversionFailed, match="na 2 seconden"):
        await impatient.pdf(word_file())
    assert group(stopped) == []
    assert group(hanging) != []
    assert (await impatient.pdf(word_file())).startswith(b"%PDF")
    await impatient.close()


async def test_a_libreoffice_that_falls_over_is_started_again_for_the_same_document(converter):
    await converter.pdf(word_file())
    fallen = converter.process
    [office] = [each for each in group(fallen) if "soffice.bin" in command(each)]
    os.kill(office, signal.SIGKILL)

    assert (await converter.pdf(word_file())).startswith(b"%PDF")
    assert converter.process != fallen
    assert group(fallen) == []


async def test_what_is_no_document_is_refused_and_the_next_one_is_made(converter):
    broken = io.BytesIO()
    with zipfile.ZipFile(broken, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")

    with pytest.raises(ConversionFailed):
        await converter.pdf(broken.getvalue())
    assert (await converter.pdf(word_file())).startswith(b"%PDF")


async def test_nothing_of_libreoffice_is_left_when_its_worker_is_killed(tmp_path):
    program = (
        "import asyncio, pathlib, sys, time\n"
        "from docket.conversion.converter import Converter\n"
        "from docket.settings import Settings\n"
        "async def work():\n"
        "    converter = Converter(Settings())\n"
        f"    await converter.pdf(pathlib.Path({str(tmp_path / 'receipt.docx')!r}).read_bytes())\n"
        "    print(converter.process, converter._folder, flush=True)\n"
        "    time.sleep(60)\n"
        "asyncio.run(work())\n"
    )
    (tmp_path / "receipt.docx").write_bytes(word_file())
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdout is not None
        number, folder = worker.stdout.readline().split()
        worker.kill()

    assert await eventually(lambda: group(int(number)) == [] and not Path(folder).exists())
    assert not any(Path("/tmp").glob(f"OSL_PIPE_*_{Path(folder).name}"))


async def test_libreoffice_reaches_nobody_on_the_network(converter):
    tools = await converter.tools()
    assert isinstance(tools, Tools)
    if not tools.isolation:
        without_a_namespace()
    with socket.create_server(("127.0.0.1", 0)) as server:
        call = f"import socket; socket.create_connection(('127.0.0.1', {server.getsockname()[1]}), 5)"
        outside = subprocess.run([sys.executable, "-c", call], capture_output=True, check=False)
        inside = subprocess.run([*tools.isolation, sys.executable, "-c", call], capture_output=True, text=True, check=False)

    assert outside.returncode == 0
    assert inside.returncode != 0
    assert "Network is unreachable" in inside.stderr


@pytest.mark.parametrize(
    ("alone", "forbidden", "fetched"),
    [(True, True, False), (False, True, False), (True, False, False), (False, False, True)],
    ids=["as it runs", "its profile alone", "its network alone", "neither of them"],
)
async def test_a_picture_that_a_document_wants_from_elsewhere_is_kept_out_twice(monkeypatch, alone, forbidden, fetched):
    asked = []

    async def answer(reader, writer):
        asked.append(await reader.readline())
        writer.close()

    if not forbidden:
        monkeypatch.setattr(converting, "_PROFILE", '<oor:items xmlns:oor="http://openoffice.org/2001/registry"/>')
    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server, converter_of(Settings()) as converter:
        tools = await converter.tools()
        assert isinstance(tools, Tools)
        if not alone:
            monkeypatch.setattr(converter, "_tools", msgspec.structs.replace(tools, isolation=()))
        elif not tools.isolation:
            without_a_namespace()
        port = server.sockets[0].getsockname()[1]
        pdf = await converter.pdf(with_remote_picture(f"http://127.0.0.1:{port}/spy.png"))

    assert pdf.startswith(b"%PDF")
    assert bool(asked) == fetched


def without_a_namespace() -> None:
    """Left out, unless everything is required."""
    if REQUIRE_EVERYTHING:
        pytest.fail("This machine lets no namespace be made, and DOCKET_REQUIRE_EVERYTHING is set.", pytrace=False)
    pytest.skip("this machine lets no namespace be made; the page and the log say so")


def with_remote_picture(address: str) -> bytes:
    picture = (
        b'<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        b'<wp:extent cx="990000" cy="990000"/><wp:docPr id="1" name="spy"/>'
        b'<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        b'<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        b'<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="1" name="spy"/>'
        b'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:link="rIdSpy"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        b'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="990000" cy="990000"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr></pic:pic>'
        b"</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )
    relation = (
        '<Relationship Id="rIdSpy" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
        f'Target="{address}" TargetMode="External"/></Relationships>'
    ).encode()
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in reading.parts(word_file()).items():
            changed = content.replace(b"<w:sectPr>", picture + b"<w:sectPr>") if name == "word/document.xml" else content
            archive.writestr(name, changed.replace(b"</Relationships>", relation) if name == "word/_rels/document.xml.rels" else changed)
    return made.getvalue()


def test_libreoffice_is_told_nothing_of_the_register(tmp_path, monkeypatch):
    monkeypatch.setenv("DOCKET_DATABASE_URL", "postgresql://docket:secret@db/docket")

    assert set(finding.environment(tmp_path)) == {"PATH", "HOME", "TMPDIR", "LANG"}


def test_an_absent_libreoffice_is_named_with_what_to_install(tmp_path):
    found = finding.find(Settings(soffice=tmp_path / "soffice"))

    assert isinstance(found, NoTools)
    assert "libreoffice-writer-nogui" in found.reason
    assert str(tmp_path / "soffice") in found.reason


def test_a_python_without_the_link_to_libreoffice_is_named_with_what_to_install():
    found = finding.find(Settings(soffice=Path(shutil.which("true") or ""), soffice_python=Path(sys.executable)))

    assert isinstance(found, NoTools)
    assert "python3-uno" in found.reason


async def test_without_a_converter_a_pdf_is_refused_with_the_reason(tmp_path):
    async with converter_of(Settings(soffice=tmp_path / "soffice")) as converter:
        with pytest.raises(NoConverter, match="libreoffice-writer-nogui"):
            await converter.pdf(word_file())


async def eventually(true) -> bool:
    deadline = time.monotonic() + 10
    while not true():
        if time.monotonic() > deadline:
            return False
        await asyncio.sleep(0.05)
    return True


def group(leader: int) -> list[int]:
    """The processes of a group that run; one that ended and that nobody asked after is no longer one."""
    found = []
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            state, _parent, number = (folder / "stat").read_text().rpartition(")")[2].split()[:3]
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(number) == leader and state != "Z":
            found.append(int(folder.name))
    return found


def command(process: int) -> str:
    return Path(f"/proc/{process}/cmdline").read_bytes().replace(b"\0", b" ").decode()
