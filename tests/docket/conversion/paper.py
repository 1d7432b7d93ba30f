"""A converter without LibreOffice, for what happens around it."""

import hashlib
import io
import zipfile

import pypdf

from docket.conversion.converter import ConversionFailed
from docket.conversion.finding import Tools


def _pages(document: bytes) -> int:
    if not zipfile.is_zipfile(io.BytesIO(document)):
        return 2
    with zipfile.ZipFile(io.BytesIO(document)) as parts:
        return 1 + (parts.read("word/document.xml").count(b"<w:pageBreakBefore/>") or 1)


class PaperConverter:
    """Stands for LibreOffice: a PDF without words, another one each time, as LibreOffice's are; two pages, or as many as asked."""

    def __init__(self, failure: str | None = None, *, title: str = "") -> None:
        self.failure = failure
        self.title = title
        self.asked = 0

    async def pdf(self, document: bytes) -> bytes:
        self.asked += 1
        if self.failure is not None:
            raise ConversionFailed(self.failure)
        writer = pypdf.PdfWriter()
        writer.add_metadata({"/Title": f"{self.title} {self.asked} {hashlib.sha256(document).hexdigest()}"})
        for _ in range(_pages(document)):
            writer.add_blank_page(width=595, height=842)
        made = io.BytesIO()
        writer.write(made)
        return made.getvalue()

    async def tools(self) -> Tools:
        return Tools(soffice="soffice", python="python3", isolation=("unshare", "--net"))
