"""Reads a Word file back: its words in the order of the page, and what would make Word refuse it."""

import io
import posixpath
import zipfile

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PREFIXES = {"Title": "= ", "Subtitle": "", "Heading1": "# ", "Heading2": "## ", "ListBullet": "– "}
_STORIES = ("word/header1.xml", "word/document.xml", "word/header2.xml", "word/footer1.xml")


def parts(document: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def words_of(document: bytes) -> str:
    """One line a paragraph, one line a table row; header and footer are set apart by a rule."""
    found = parts(document)
    stories = []
    for name in _STORIES:
        root = etree.fromstring(found[name])
        body = root.find(f"{_W}body")
        stories.append("\n".join(_lines(root if body is None else body)))
    return "\n----\n".join(stories) + "\n"


def _lines(parent):
    for element in parent:
        if element.tag == f"{_W}p":
            text = _text(element)
            if text:
                yield _PREFIXES.get(_style(element), "") + text
        elif element.tag == f"{_W}tbl":
            for row in element.iter(f"{_W}tr"):
                cells = [" / ".join(filter(None, map(_text, cell.iter(f"{_W}p")))) for cell in row.iter(f"{_W}tc")]
                yield f"| {' | '.join(cells)} |"


def _style(paragraph) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else style.get(f"{_W}val")


def _text(paragraph) -> str:
    pieces = {f"{_W}br": "⏎", f"{_W}tab": " → "}
    return "".join(pieces.get(node.tag, node.text or "") for node in paragraph.iter() if node.tag in pieces or node.tag == f"{_W}t").strip()


def defects(document: bytes) -> list[str]:
    """What Word would repair or refuse."""
    found, wrong = parts(document), []
    for name, content in found.items():
        root = etree.fromstring(content)
        for cell in root.iter(f"{_W}tc"):
            if not len(cell) or cell[-1].tag != f"{_W}p":
                wrong.append(f"{name}: a table cell does not end with a paragraph")
        for table in root.iter(f"{_W}tbl"):
            columns = len(table.findall(f"{_W}tblGrid/{_W}gridCol"))
            rows = table.findall(f"{_W}tr")
            if not rows or any(len(row.findall(f"{_W}tc")) != columns for row in rows):
                wrong.append(f"{name}: a table has no rows, or a row with another number of cells")
            if rows and rows[0].find(f"{_W}trPr/{_W}tblHeader") is None:
                wrong.append(f"{name}: a table has no header row")
            if table.find(f"{_W}tblPr/{_W}tblCaption") is None:
                wrong.append(f"{name}: a table has no title")
        if name.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(name))
            for relation in root:
                target = posixpath.normpath(posixpath.join(folder, relation.get("Target")))
                if relation.get("TargetMode") == "External" or target not in found:
                    wrong.append(f"{name}: {relation.get('Target')} does not exist")
    wrong += _unknown_references(found)
    return wrong


def _unknown_references(found: dict[str, bytes]) -> list[str]:
    styles = {style.get(f"{_W}styleId") for style in etree.fromstring(found["word/styles.xml"]).iter(f"{_W}style")}
    relations = {relation.get("Id") for relation in etree.fromstring(found["word/_rels/document.xml.rels"])}
    wrong = []
    for name, content in found.items():
        for element in etree.fromstring(content).iter():
            if element.tag in (f"{_W}pStyle", f"{_W}rStyle", f"{_W}tblStyle", f"{_W}basedOn") and element.get(f"{_W}val") not in styles:
                wrong.append(f"{name}: style {element.get(f'{_W}val')} does not exist")
            for attribute, value in element.attrib.items():
                if attribute.startswith("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}") and value not in relations:
                    wrong.append(f"{name}: relation {value} does not exist")
    return wrong
