"""What lies in a Word file beside its words: active content, outside links, fields and tags in a place where none is filled."""

import posixpath
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

import msgspec

from documents.docx import Paragraph, is_filled, parse_part, where

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W = f"{{{WORD}}}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OF_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
#: The kinds of part that a template may have. What is not here is refused: a list of what is dangerous is never whole.
_ALLOWED_TYPES = {
    _MAIN,
    *(
        f"{_OF_WORD}{kind}+xml"
        for kind in ("styles", "numbering", "settings", "webSettings", "fontTable", "header", "footer", "footnotes", "endnotes")
    ),
    "application/vnd.ms-word.stylesWithEffects+xml",
    "application/vnd.openxmlformats-officedocument.theme+xml",
    "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "application/vnd.openxmlformats-package.core-properties+xml",
    "application/vnd.openxmlformats-package.relationships+xml",
    "application/vnd.openxmlformats-officedocument.obfuscatedFont",
    "application/xml",
    "image/png",
    "image/jpeg",
    "image/gif",
}
#: Under `application/xml`, which says nothing, only what Word itself writes so.
_PLAIN_XML = re.compile(r"customXml/item\d+\.xml")
_CUSTOM_XML = re.compile(r"customXml/itemProps\d+\.xml")
_CUSTOM_XML_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
#: By the end of its type: what a relation of a template may not lead to, wherever that lies.
_FORBIDDEN_RELATIONS = {
    "attachedTemplate": "een ander sjabloon dat Word bij het openen ophaalt",
    "oleObject": "een ingesloten OLE-object",
    "package": "een ingesloten bestand",
    "control": "een ActiveX-besturingselement",
    "activeXControlBinary": "een ActiveX-besturingselement",
    "vbaProject": "macro's",
    "wordVbaData": "macro's",
    "keyMapCustomizations": "eigen sneltoetsen die macro's kunnen starten",
    "attachedToolbars": "eigen werkbalken die macro's kunnen starten",
    "aFChunk": "een ingevoegd bestand dat Word bij het openen omzet",
    "subDocument": "een subdocument",
    "frame": "een kader met een andere pagina",
    "comments": "opmerkingen, die op elk document zouden komen; verwijder ze",
    "recipientData": "gegevens van een mailing",
}
_ELEMENTS = {
    f"{_W}object": "een ingesloten object",
    f"{_W}control": "een ActiveX-besturingselement",
    f"{_W}altChunk": "een ingevoegd bestand",
    f"{_W}subDoc": "een subdocument",
    f"{_W}ins": "een bijgehouden wijziging; aanvaard of weiger ze eerst in Word",
    f"{_W}del": "een bijgehouden wijziging; aanvaard of weiger ze eerst in Word",
    f"{_W}moveFrom": "een bijgehouden wijziging; aanvaard of weiger ze eerst in Word",
    f"{_W}moveTo": "een bijgehouden wijziging; aanvaard of weiger ze eerst in Word",
}
#: Fields that Word fills from the document itself.
_ALLOWED_FIELDS = {"PAGE", "NUMPAGES", "SECTIONPAGES", "TITLE", "STYLEREF", "TOC", "REF", "PAGEREF", "SEQ"}
_TAG = re.compile(r"{{|{%|{#")


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """One part as the tree of its elements, with the paragraph that each element stands in."""

    name: str
    root: Any
    paragraphs: tuple[Paragraph, ...]
    #: Position in `paragraphs`, counted from 1, by the element of the paragraph.
    at: dict[Any, int]

    def place(self, element: Any) -> str:
        """In words that a person finds in Word; the part alone where no paragraph holds the element."""
        while element is not None and element not in self.at:
            element = element.getparent()
        return where(self.name, self.paragraphs, self.at[element]) if element is not None else f"deel {self.name}"


def faults(parts: list[tuple[str, bytes]]) -> tuple[str, ...]:
    """Every fault, in Dutch; raises TemplateFault where a part cannot even be read."""
    trees = {name: _part(name, content) for name, content in parts if name.endswith((".xml", ".rels"))}
    return tuple(
        dict.fromkeys(fault for found in (_names(parts), _kinds(parts, trees), _relations(trees), _contents(trees)) for fault in found)
    )


def _part(name: str, content: bytes) -> Part:
    root = parse_part(name, content)
    paragraphs, at = [], {}
    for number, paragraph in enumerate(root.iter(f"{_W}p"), start=1):
        words = "".join(node.text or "" for node in paragraph.iter(f"{_W}t", f"{_W}instrText"))
        paragraphs.append(Paragraph(number, words))
        at[paragraph] = number
    return Part(name=name, root=root, paragraphs=tuple(paragraphs), at=at)


def _names(parts: list[tuple[str, bytes]]) -> Iterator[str]:
    there = dict(parts)
    if "word/document.xml" not in there:
        yield "het bestand heeft geen word/document.xml: het is geen Word-document"
    if "[Content_Types].xml" not in there:
        yield "het bestand heeft geen [Content_Types].xml: het is geen Word-document"
    for name in there:
        if name.startswith("/") or "\\" in name or ".." in name.split("/"):
            yield f"deel {name}: deze naam wijst buiten het bestand"


def _kinds(parts: list[tuple[str, bytes]], trees: dict[str, Part]) -> Iterator[str]:
    """What each part says that it is, and whether a template may have it."""
    declared = trees.get("[Content_Types].xml")
    if declared is None:
        return
    by_ending = {row.get("Extension", "").lower(): row.get("ContentType", "") for row in declared.root.iter(f"{_TYPES}Default")}
    by_name = {row.get("PartName", "").lstrip("/").lower(): row.get("ContentType", "") for row in declared.root.iter(f"{_TYPES}Override")}
    for name, _ in parts:
        if name == "[Content_Types].xml":
            continue
        kind = by_name.get(name.lower()) or by_ending.get(name.rpartition(".")[2].lower(), "")
        if name == "word/document.xml" and kind != _MAIN:
            yield "het bestand is geen gewoon Word-document (.docx) zonder macro's; bewaar het als Word-document (.docx)"
        elif not _is_allowed(name, kind):
            what = kind or "zonder soort"
            yield f"deel {name}: macro's, besturingselementen en ingesloten of vreemde bestanden zijn niet toegelaten ({what})"


def _is_allowed(name: str, kind: str) -> bool:
    if _CUSTOM_XML.fullmatch(name):
        return kind == _CUSTOM_XML_TYPE
    if kind == "application/xml":
        return _PLAIN_XML.fullmatch(name) is not None
    return kind in _ALLOWED_TYPES


def _relations(trees: dict[str, Part]) -> Iterator[str]:
    for name, part in trees.items():
        if not name.endswith(".rels"):
            continue
        folder, _, file = name.rpartition("/")
        owner = trees.get(posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels")))
        for relation in part.root:
            target, kind = relation.get("Target", ""), relation.get("Type", "").rpartition("/")[2]
            place = _place_of_relation(owner, relation.get("Id", ""), name)
            if kind in _FORBIDDEN_RELATIONS:
                yield f"niet toegelaten: {_FORBIDDEN_RELATIONS[kind]}, “{target[:160]}” ({place})"
            elif relation.get("TargetMode", "").lower() == "external" or re.match(r"[a-zA-Z][\w+.-]*:|//|\\\\", unquote(target)):
                yield f"het sjabloon verwijst naar iets buiten het bestand, “{target[:160]}”; verwijder de koppeling ({place})"


def _place_of_relation(owner: Part | None, relation: str, name: str) -> str:
    """Where the words are that use the relation, else the part that holds it."""
    if owner is not None:
        for element in owner.root.iter():
            if any(key.startswith(_R) and value == relation for key, value in element.attrib.items()):
                return owner.place(element)
    return f"deel {name}"


def _contents(trees: dict[str, Part]) -> Iterator[str]:
    main = trees.get("word/document.xml")
    if main is not None and main.root.tag != f"{_W}document":
        yield "word/document.xml is geen Word-document in de gewone vorm; bewaar het als Word-document (.docx), niet als Strict Open XML"
    for part in trees.values():
        yield from _elements(part)
        for element, instruction in _instructions(part.root):
            word = (instruction.split() or [""])[0].upper()
            if word not in _ALLOWED_FIELDS:
                yield f"het veld {word or '(leeg)'} is niet toegelaten: “{' '.join(instruction.split())[:160]}” ({part.place(element)})"


def _elements(part: Part) -> Iterator[str]:
    if part.name.endswith(".rels") or part.name == "[Content_Types].xml":
        return
    filled = is_filled(part.name)
    for element in part.root.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag in _ELEMENTS:
            yield f"niet toegelaten: {_ELEMENTS[element.tag]} ({part.place(element)})"
        texts = [value for value in element.attrib.values() if _TAG.search(value)]
        if element.tag != f"{_W}t" or not filled:
            texts += [text for text in (element.text,) if text and _TAG.search(text)]
        texts += [text for text in (element.tail,) if text and _TAG.search(text)]
        for text in texts:
            yield f"een tag staat niet in gewone tekst: “{' '.join(text.split())[:160]}” ({part.place(element)})"


class _Field:
    def __init__(self) -> None:
        self.said: list[str] = []
        self.separated = False


def _instructions(root: Any) -> Iterator[tuple[Any, str]]:
    """Every field with its whole instruction, however many runs Word split it over."""
    nested: list[_Field] = []
    for element in root.iter(f"{_W}fldSimple", f"{_W}fldChar", f"{_W}instrText", f"{_W}delInstrText"):
        kind = element.get(f"{_W}fldCharType")
        within = nested[-1] if nested else None
        if within is not None and not within.separated and (kind == "begin" or element.tag == f"{_W}fldSimple"):
            # What the inner field gives would become the instruction of the outer one.
            yield element, "VELD-IN-VELD"
        if element.tag == f"{_W}fldSimple":
            yield element, element.get(f"{_W}instr", "")
        elif kind == "begin":
            nested.append(_Field())
        elif kind == "separate" and within is not None:
            within.separated = True
        elif kind == "end" and within is not None:
            yield element, "".join(nested.pop().said)
        elif kind is None:
            (within.said if within is not None else []).append(element.text or "")
            if within is None:
                yield element, element.text or ""
    for left in nested:
        yield root, "".join(left.said)
