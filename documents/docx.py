"""Fill a Word template: equal input gives equal bytes, and what is unknown stops the document instead of leaving a blank."""

import io
import re
import traceback
import zipfile
import zlib
from functools import lru_cache
from typing import Any

import msgspec
from docxtpl import DocxTemplate
from jinja2 import Template, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from lxml import etree  # ty: ignore[missing-module-member] - a C module without stubs

from documents.errors import DocumentError, TemplateFault
from documents.filling import ENVIRONMENT
from documents.kind import DocumentKind
from documents.tag_words import in_dutch

#: The parts in which a template may print; everything else is copied as it is.
_FILLED_PART = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NUMBERED = re.compile(r' dn="(\d+)"')
#: Stands for a printed value while the template is checked; no template holds it.
_PRINTED = "\ufffe"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
#: The oldest time that a zip archive can hold, so that no clock shows in the bytes.
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_MAX_TEMPLATE_BYTES = 10 * 1024 * 1024
_MAX_TEMPLATE_PARTS = 200
_COMPILED_TEMPLATES_KEPT = 64


class Paragraph(msgspec.Struct, frozen=True):
    """Where in the Word file a line of the prepared template comes from."""

    number: int
    words: str


class FilledPart(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    #: The XML that Jinja reads, one paragraph a line.
    source: str
    template: Template
    paragraphs: tuple[Paragraph, ...]

    def fill(self, context: dict[str, Any]) -> str:
        try:
            return self.template.render(context)
        except (DocumentError, UndefinedError, SecurityError, TypeError) as error:
            kind = type(error) if isinstance(error, DocumentError) else TemplateFault
            raise kind(f"{_said(error)} ({self._place_of(error)})") from error

    def _place_of(self, error: BaseException) -> str:
        frames = traceback.extract_tb(error.__traceback__)
        lines = [frame.lineno for frame in frames if frame.filename == "<template>" and frame.lineno]
        return where(self.name, self.paragraphs, lines[-1] if lines else 1)


class CompiledTemplate(msgspec.Struct, frozen=True):
    """Every part of the archive in its order: bytes to copy, or a part to fill."""

    parts: tuple[tuple[str, bytes | FilledPart], ...]


def render(kind: DocumentKind, context: msgspec.Struct, template: bytes) -> bytes:
    """The bytes of the Word file; raises DocumentError naming the document, the paragraph and the field."""
    if type(context) is not kind.context:
        raise TypeError(f"{kind.code} is made from {kind.context.__name__}, not from {type(context).__name__}")
    values = {name: getattr(context, name) for name in context.__struct_fields__}
    try:
        parts = [
            (name, part.fill(values).encode() if isinstance(part, FilledPart) else part) for name, part in compile_template(template).parts
        ]
    except DocumentError as error:
        raise type(error)(f"{kind.title_nl}: {error}.") from error
    return archive(parts)


def archive(parts: list[tuple[str, bytes]]) -> bytes:
    """A zip whose bytes depend on nothing but its parts; stored, because deflate differs between builds of zlib."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as target:
        for name, content in parts:
            entry = zipfile.ZipInfo(name, _ZIP_TIME)
            entry.create_system = 0
            target.writestr(entry, content)
    return buffer.getvalue()


@lru_cache(maxsize=_COMPILED_TEMPLATES_KEPT)
def compile_template(template: bytes) -> CompiledTemplate:
    """Prepare a template once per content; raises TemplateFault."""
    parts = []
    for name, content in read_parts(template):
        parts.append((name, filled_part(name, content) if is_filled(name) else content))
    return CompiledTemplate(tuple(parts))


def is_filled(name: str) -> bool:
    return _FILLED_PART.fullmatch(name) is not None


def read_parts(template: bytes) -> list[tuple[str, bytes]]:
    """Name and content of each part; [Content_Types].xml first, as Word writes it."""
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as source:
            entries = source.infolist()
            if len(entries) > _MAX_TEMPLATE_PARTS or sum(entry.file_size for entry in entries) > _MAX_TEMPLATE_BYTES:
                raise TemplateFault("het sjabloon is te groot: ten hoogste 200 delen en 10 MiB")
            found = [entry.filename for entry in entries if not entry.is_dir()]
            # Two parts of one name: this program would read the one and Word the other.
            twice = sorted(name for name in set(found) if found.count(name) > 1)
            if twice:
                raise TemplateFault(f"deel {twice[0]} staat meer dan eens in het bestand; bewaar het opnieuw in Word")
            names = sorted(found, key=lambda name: (name != "[Content_Types].xml", name))
            return [(name, source.read(name)) for name in names]
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise TemplateFault("het sjabloon is geen Word-bestand (.docx), is versleuteld of is beschadigd") from error


def parse_part(name: str, content: bytes) -> Any:
    """The root of a part; raises TemplateFault. Nothing outside it is read, and what declares entities of its own is refused."""
    try:
        root = etree.fromstring(content, _PARSER)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise TemplateFault(f"deel {name} van het sjabloon is geen geldige XML") from error
    if root.getroottree().docinfo.doctype:
        raise TemplateFault(f"deel {name} van het sjabloon heeft een DOCTYPE, die naar iets buiten het bestand kan verwijzen")
    return root


def filled_part(name: str, content: bytes) -> FilledPart:
    """Raises TemplateFault at the first tag that cannot be read."""
    root = parse_part(name, content)
    for number, paragraph in enumerate(root.iter(f"{_W}p"), start=1):
        paragraph.set("dn", str(number))
    prepared = DocxTemplate(io.BytesIO()).patch_xml(etree.tostring(root, encoding="unicode"))
    # Every space that a person typed counts, and one paragraph a line lets an error be traced to its paragraph.
    lines = re.sub(r"<w:p([ >])", r"\n<w:p\1", prepared.replace("<w:t>", '<w:t xml:space="preserve">').replace("\n", " ")).split("\n")
    paragraphs = _numbered(lines)
    source = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + _NUMBERED.sub("", "\n".join(lines))
    _refuse_tags_outside_text(name, source, paragraphs)
    try:
        compiled = ENVIRONMENT.compiled(source)
    except TemplateSyntaxError as error:
        raise TemplateFault(
            f"het sjabloon heeft een fout in een tag: {in_dutch(error.message or '')} ({where(name, paragraphs, error.lineno)})"
        ) from error
    except RecursionError as error:
        raise TemplateFault(f"deel {name} van het sjabloon heeft een tag die te diep genest is") from error
    return FilledPart(name=name, source=source, template=compiled, paragraphs=paragraphs)


def _numbered(lines: list[str]) -> tuple[Paragraph, ...]:
    paragraphs, number = [], 0
    for line in lines:
        marked = _NUMBERED.search(line)
        number = int(marked.group(1)) if marked else number
        paragraphs.append(Paragraph(number, re.sub(r"<[^>]+>", " ", line)))
    return tuple(paragraphs)


def _refuse_tags_outside_text(name: str, source: str, paragraphs: tuple[Paragraph, ...]) -> None:
    """A value printed into an attribute or between elements could break the file: `{{ }}` belongs in text."""
    printed = re.sub(r"{%.*?%}|{#.*?#}", "", re.sub(r"{{.*?}}", _PRINTED, source))
    outside = re.sub(r"(<w:t(?: [^>]*)?>)[^<]*", r"\1", printed)
    position = outside.find(_PRINTED)
    if position >= 0:
        place = where(name, paragraphs, outside.count("\n", 0, position) + 1)
        raise TemplateFault(f"een tag {{{{ }}}} staat niet in gewone tekst ({place})")


def where(part: str, paragraphs: tuple[Paragraph, ...], line: int) -> str:
    """In words a person can find in Word: paragraph 7: "Notitienummer: {{ notice_number }}"."""
    paragraph = paragraphs[min(max(line, 1), len(paragraphs)) - 1]
    quote = " ".join(paragraph.words.split())
    shown = quote if len(quote) <= 160 else quote[:157] + "..."
    place = "" if part == "word/document.xml" else f" van {part.removeprefix('word/').removesuffix('.xml')}"
    return f"alinea {paragraph.number}{place}: “{shown}”"


def _said(error: BaseException) -> str:
    if isinstance(error, UndefinedError):
        return f"het sjabloon vraagt een gegeven dat dit document niet kent: {error.message}"
    if isinstance(error, SecurityError):
        return f"het sjabloon mag dit niet doen: {error}"
    if isinstance(error, DocumentError):
        return str(error)
    return f"het sjabloon rekent met een gegeven dat zich daar niet toe leent: {error}"
