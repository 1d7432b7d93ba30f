"""The words of each example document; after a change that you mean: `python tests/documents/test_golden.py` and read the diff."""

from pathlib import Path

import pytest

import documents
from documents import templates
from tests.documents import reading

GOLDEN = Path(__file__).parent / "golden"


def example_words(kind: documents.DocumentKind) -> str:
    return reading.words_of(documents.render(kind, kind.example, templates.read(kind.code)))


@pytest.mark.parametrize("kind", (*documents.KINDS, *documents.OF_NO_FILE), ids=lambda kind: kind.code)
def test_the_example_says_what_its_golden_text_says(kind):
    expected = (GOLDEN / f"{kind.code}.txt").read_text(encoding="utf-8")

    assert example_words(kind) == expected


if __name__ == "__main__":
    for one in (*documents.KINDS, *documents.OF_NO_FILE):
        (GOLDEN / f"{one.code}.txt").write_text(example_words(one), encoding="utf-8")
