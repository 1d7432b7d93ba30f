"""What holds for each kind of document there is, whoever adds it: no text breaks it, no length breaks it, no gap is printed as a blank."""

import io
import re

import docx
import msgspec
import pytest

import documents
from documents import templates
from tests.documents import hostile, reading

EVERY = (*documents.KINDS, *documents.OF_NO_FILE)
every_kind = pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.code)
#: What a field that was never filled in looks like.
BLANK = re.compile(r"\bNone\b|\(\)|\| *\|")


def made(kind: documents.DocumentKind, context: msgspec.Struct) -> bytes:
    return documents.render(kind, context, templates.read(kind.code))


def printed(document: bytes) -> str:
    """All the words that python-docx finds, those of the header and the foot of the page included."""
    opened = docx.Document(io.BytesIO(document))
    stories = [opened]
    for section in opened.sections:
        stories += [section.header, section.first_page_header, section.footer, section.first_page_footer]
    paragraphs = [paragraph.text for story in stories for paragraph in story.paragraphs]
    cells = [cell.text for story in stories for table in story.tables for row in table.rows for cell in row.cells]
    return "\n".join((*paragraphs, *cells))


@every_kind
@pytest.mark.parametrize("text", hostile.TEXTS.values(), ids=hostile.TEXTS)
def test_any_text_stands_in_it_as_it_was_written(kind, text):
    context, renamed = hostile.with_text(kind.example, text)
    before, document = printed(made(kind, kind.example)), made(kind, context)

    words = printed(document)
    lost = {old for old, new in renamed.items() if _stands(old, before, kind.example) and new not in words}
    assert lost == set()
    assert reading.defects(document) == []


def _stands(text: str, words: str, example: msgspec.Struct) -> bool:
    """Is it printed in the example, and by itself: words that the layout or another fact of it say too prove nothing."""
    others = sum(text in one for one in hostile.with_text(example, "x")[1]) - 1
    return others == 0 and (text in words or text[:1].upper() + text[1:] in words) and len(text) > len("ja, 10")


@every_kind
def test_three_hundred_rows_make_a_document(kind):
    document = made(kind, hostile.with_many(kind.example))

    assert reading.defects(document) == []
    assert len(printed(document)) > len(printed(made(kind, kind.example)))


@every_kind
@pytest.mark.parametrize("gaps", [hostile.with_none, hostile.with_bare_rows], ids=["no rows", "bare rows"])
def test_what_is_not_known_is_said_and_never_left_blank(kind, gaps):
    context = gaps(kind.example)
    try:
        document = made(kind, context)
    except documents.MissingFact as missing:
        assert re.search(r"'[\w.|]+' is (?:leeg|niet gekend)", str(missing)), "it says which fact it misses"
        return

    assert BLANK.findall(reading.words_of(document)) == []
    assert reading.defects(document) == []


@every_kind
def test_it_is_the_same_twice(kind):
    assert made(kind, kind.example) == made(kind, kind.example)
