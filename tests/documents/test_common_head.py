"""Every document of a file has the one common head, drawn by one block; whatever has another one says why."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

import documents
from documents import templates
from documents.layout import opening
from documents.references import References, ReferencesTyped

EVERY = (*documents.KINDS, *documents.OF_NO_FILE)
#: What has another head, and why.
OTHERWISE = {
    "hearing_roll": "the roll of a chamber on a day tells of several files, so it names court, chamber and day instead of a file",
    "parliament_answer": "figures of the whole register, of no file",
    "bundle_cover": "a cover before documents that have a head each; it tells how many pages follow and where each begins",
}
LAYOUTS = Path(opening.__file__).parent
#: Said by the head, so by no layout again.
LABELS = ("Van", "Dossiernummer", "Notitienummer", "Systeemnummer", "Nummer van de onderzoeksrechter", "Opgemaakt op", "Bijlagen")


def without_common_head() -> set[str]:
    return {kind.code for kind in EVERY if not (issubclass(kind.context, References) and issubclass(kind.typed, ReferencesTyped))}


def paragraphs(xml: str) -> list[str]:
    return re.findall(r"<w:p>.*?</w:p>", xml)


def test_each_document_is_made_from_the_common_head_or_says_why_not():
    assert without_common_head() == set(OTHERWISE)


@pytest.mark.parametrize("kind", [kind for kind in EVERY if kind.code not in OTHERWISE], ids=lambda kind: kind.code)
def test_each_template_prints_the_common_head_as_its_one_block_draws_it(kind):
    with zipfile.ZipFile(BytesIO(templates.read(kind.code))) as packed:
        body = packed.read("word/document.xml").decode()

    _, _, *lines, _ = paragraphs(opening.block("", ""))
    assert [line for line in lines if body.count(line) != 1] == []
    assert sorted(lines, key=body.index) == lines


def test_no_layout_writes_a_line_of_the_common_head_itself():
    others = [file for file in LAYOUTS.glob("*.py") if file.stem not in {"opening", *OTHERWISE}]

    assert [(file.name, label) for file in others for label in LABELS if f'fact("{label}",' in file.read_text("utf-8")] == []
