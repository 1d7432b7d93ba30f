"""Every template has the one house style: letterhead, styles, numbered headings, page x of y, language, tables that can be read aloud."""

import re

import pytest
from lxml import etree

import documents
from documents import templates
from documents.docx import read_parts
from documents.layout import house_style

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ALL = (*documents.KINDS, *documents.OF_NO_FILE)
every_kind = pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.code)


def tree(kind: documents.DocumentKind, part: str):
    return etree.fromstring(dict(read_parts(templates.read(kind.code)))[part])


def text(element) -> str:
    return "".join(node.text or "" for node in element.iter(f"{W}t"))


def style(paragraph) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.get(f"{W}val")


@every_kind
def test_the_first_page_bears_the_letterhead_of_the_office(kind):
    [letterhead] = tree(kind, "word/header1.xml").iter(f"{W}p")

    assert style(letterhead) == "Letterhead"
    if kind in documents.KINDS:
        assert re.fullmatch(r"{{ office[^}]*}}", text(letterhead)), "the office that the context names"


@every_kind
def test_styles_and_numbering_are_those_of_the_house(kind):
    drawn = dict(read_parts(house_style.template(title="t", letterhead="l", running_head="r", foot="f", body="")))

    for part in ("word/styles.xml", "word/numbering.xml", "word/settings.xml", "word/fontTable.xml"):
        assert dict(read_parts(templates.read(kind.code)))[part] == drawn[part]


@every_kind
def test_every_paragraph_has_a_style_and_no_make_up_of_its_own(kind):
    body = tree(kind, "word/document.xml")

    for paragraph in body.iter(f"{W}p"):
        words = text(paragraph).strip()
        assert style(paragraph) or words.startswith(("{%p", "{%tr")), words
        assert {child.tag for child in paragraph.findall(f"{W}pPr/*")} <= {f"{W}pStyle", f"{W}pageBreakBefore"}, words
    assert {child.tag for run in body.iter(f"{W}rPr") for child in run} <= {f"{W}rStyle"}


@every_kind
def test_the_headings_form_one_outline_under_one_title(kind):
    levels = [style(paragraph) for paragraph in tree(kind, "word/document.xml").iter(f"{W}p") if style(paragraph)]

    assert levels.count("Title") == 1
    assert levels[0] == "Title", "the title is the first thing that is read"
    headings = [level for level in levels if level.startswith("Heading")]
    assert headings == [] or headings[0] == "Heading1", "no level is skipped"


@every_kind
def test_headings_are_numbered_by_word_and_known_to_its_outline(kind):
    styles = {each.get(f"{W}styleId"): each for each in tree(kind, "word/styles.xml").iter(f"{W}style")}

    for level, name in enumerate(("Heading1", "Heading2")):
        properties = styles[name].find(f"{W}pPr")
        assert properties.find(f"{W}numPr/{W}ilvl").get(f"{W}val") == str(level)
        assert properties.find(f"{W}outlineLvl").get(f"{W}val") == str(level)
    forms = [each.get(f"{W}val") for each in tree(kind, "word/numbering.xml").iter(f"{W}lvlText")]
    assert forms[:2] == ["%1.", "%1.%2"]


@every_kind
def test_every_page_says_its_number_of_how_many(kind):
    for part in ("word/footer1.xml", "word/footer2.xml"):
        footer = tree(kind, part)
        assert re.search(r"Pagina 1 van 1$", text(footer))
        assert [field.get(f"{W}instr").strip() for field in footer.iter(f"{W}fldSimple")] == ["PAGE", "NUMPAGES"]


@every_kind
def test_the_language_is_told_to_whoever_reads_aloud(kind):
    default = tree(kind, "word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")

    assert default.get(f"{W}val") == "nl-BE"
    assert "<dc:language>nl-BE</dc:language>" in dict(read_parts(templates.read(kind.code)))["docProps/core.xml"].decode()
    assert tree(kind, "docProps/core.xml").findtext("{http://purl.org/dc/elements/1.1/}title") == kind.title_nl


@every_kind
def test_a_table_can_be_read_aloud(kind):
    for table in tree(kind, "word/document.xml").iter(f"{W}tbl"):
        about = table.find(f"{W}tblPr")
        first, *rows = table.findall(f"{W}tr")
        assert about.find(f"{W}tblCaption").get(f"{W}val").strip()
        assert about.find(f"{W}tblDescription").get(f"{W}val").strip()
        assert about.find(f"{W}tblLook").get(f"{W}firstRow") == "1"
        assert first.find(f"{W}trPr/{W}tblHeader") is not None, "its heading is repeated on every page"
        assert all(text(cell).strip() for cell in first.findall(f"{W}tc")), "every column has a heading"
        assert not any(True for _ in table.iter(f"{W}gridSpan", f"{W}vMerge")), "no cell is merged"
        assert table.find(f".//{W}tc//{W}tbl") is None, "no table lies in another one"
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows if not text(row).startswith("{%tr"))
