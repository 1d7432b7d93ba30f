"""Every template asks for exactly what its document has, and a wrong template is refused with the place of the fault."""

import io
import zipfile
from pathlib import Path

import pytest

import documents
from documents import checking, templates
from documents.docx import archive, read_parts
from documents.layout.__main__ import DRAWN
from documents.layout.blocks import bullets, paragraph
from documents.layout.house_style import template

FOLDER = Path(__file__).resolve().parents[2] / "templates" / "documents"
RECEIPT = documents.kind_of("receipt")


def receipt_template(*blocks: str, foot: str = "voet") -> bytes:
    return template(title="t", letterhead="{{ office }}", running_head="{{ case_number }}", foot=foot, body="".join(blocks))


def with_part(name: str, content: bytes) -> bytes:
    parts = dict(read_parts(templates.read("receipt")))
    return archive([*(parts | {name: content}).items()])


@pytest.mark.parametrize("kind", (*documents.KINDS, *documents.OF_NO_FILE), ids=lambda kind: kind.code)
def test_the_tags_of_a_template_are_the_fields_of_its_document(kind):
    content = templates.read(kind.code)

    assert checking.faults(kind, content) == ()
    assert checking.unused_fields(kind, content) == ()


def test_there_is_one_template_for_each_kind_and_no_other():
    assert {path.name for path in FOLDER.glob("*.docx")} == {kind.template for kind in (*documents.KINDS, *documents.OF_NO_FILE)}
    assert set(DRAWN) == {kind.code for kind in (*documents.KINDS, *documents.OF_NO_FILE)}


@pytest.mark.parametrize("kind", (*documents.KINDS, *documents.OF_NO_FILE), ids=lambda kind: kind.code)
def test_the_template_is_what_its_layout_draws(kind):
    drawn, kept = (dict(read_parts(content)) for content in (DRAWN[kind.code](), templates.read(kind.code)))

    assert drawn == kept, "run `python -m documents.layout`, or bring the change into documents/layout"


@pytest.mark.parametrize(
    ("tag", "fault"),
    [
        ("{{ case_nummer }}", "het gegeven 'case_nummer' bestaat niet"),
        ("{{ notice_numbers }}", "dit gegeven is een lijst"),
        ("{{ office.naam }}", "het gegeven 'naam' bestaat niet"),
        ("{{ ''.__class__() }}", "kan geen functie oproepen"),
        ("{% set x = 1 %}", "een sjabloon kent alleen if, for"),
        ("{% include 'x' %}", "een sjabloon kent alleen if, for"),
        ("{% if office %}zonder einde", "fout in een tag"),
        ("{{ office", "fout in een tag"),
        ("{{ office | geheim }}", "fout in een tag"),
    ],
)
def test_a_fault_in_a_tag_is_told_with_its_paragraph(tag, fault):
    found = checking.faults(RECEIPT, receipt_template(paragraph("Eerste"), paragraph(f"Tweede {tag}")))

    assert len(found) == 1
    assert fault in found[0]
    assert "(alinea 2: “Tweede" in found[0]


def test_a_loop_over_text_is_a_fault():
    assert "geen lijst is" in checking.faults(RECEIPT, receipt_template(bullets("letter", "office", "{{ letter }}")))[0]


def test_a_printed_tag_outside_text_is_a_fault():
    body = '<w:p><w:pPr><w:pStyle w:val="{{ office }}"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'

    assert "staat niet in gewone tekst" in checking.faults(RECEIPT, receipt_template(body))[0]


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("word/vbaProject.bin", b"\xd0\xcf", "macro's"),
        ("word/embeddings/sheet.xlsx", b"PK", "macro's"),
        (
            "word/_rels/settings.xml.rels",
            b'<Relationships><Relationship Id="r" TargetMode="External" Target="http://x"/></Relationships>',
            "buiten het bestand",
        ),
        ("word/comments.xml", b'<x><w:fldSimple w:instr=" INCLUDETEXT file"/></x>', "het veld INCLUDETEXT is niet toegelaten"),
        ("word/document.xml", b"<w:document", "geen geldige XML"),
    ],
)
def test_a_template_with_active_or_outside_content_is_refused(name, content, fault):
    assert fault in " ".join(checking.faults(RECEIPT, with_part(name, content)))


def test_what_is_not_a_word_file_is_refused():
    assert checking.faults(RECEIPT, b"%PDF-1.7") == ("het sjabloon is geen Word-bestand (.docx)",)


def test_a_zip_that_grows_past_all_measure_is_refused():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("word/document.xml", b" " * 11 * 1024 * 1024)

    assert "te groot" in checking.faults(RECEIPT, buffer.getvalue())[0]


@pytest.mark.parametrize("tag", ["{{ office.__class__ }}", "{{ onbekend }}", "{{ notice_numbers }}", "{{ office + 1 }}"])
def test_a_wrong_tag_stops_the_document_too(tag):
    with pytest.raises(documents.TemplateFault, match=r"Ontvangstbewijs: .*alinea 1: “Tag"):
        documents.render(RECEIPT, RECEIPT.example, receipt_template(paragraph(f"Tag {tag}")))


def test_tags_that_word_split_over_runs_are_read_as_one():
    split = '<w:p><w:r><w:t>{{ off</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t>ice }}</w:t></w:r></w:p>'

    assert checking.faults(RECEIPT, receipt_template(split)) == ()


def test_a_missing_template_says_which_file_to_put_back():
    with pytest.raises(documents.TemplateFault, match=r"summons\.docx ontbreekt"):
        templates.read("summons")
