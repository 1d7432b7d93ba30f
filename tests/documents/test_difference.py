"""Two versions of a document are told apart in words: which paragraphs came, went and changed, and by which words."""

import msgspec
import pytest

import documents
from documents import templates
from documents.difference import Piece, difference, words_of
from documents.layout.blocks import paragraph
from documents.layout.house_style import template
from tests.documents import reading

NOTE = documents.kind_of("jurisdiction_note")


def document(*paragraphs: str, foot: str = "voet") -> bytes:
    return template(title="t", letterhead="parket", running_head="dossier", foot=foot, body="".join(map(paragraph, paragraphs)))


def told(old: bytes, new: bytes) -> list[tuple[str, int | None, int | None, str]]:
    return [
        (
            change.kind,
            change.old_number,
            change.new_number,
            "".join({"same": "", "went": "-", "came": "+"}[piece.kind] + piece.text for piece in change.pieces),
        )
        for change in difference(old, new)
    ]


def test_equal_documents_have_no_difference():
    assert difference(document("Een", "Twee"), document("Een", "Twee")) == ()


def test_a_paragraph_that_changed_is_told_word_by_word():
    [change] = difference(document("De kaai is 1742 te Kallo", "Slot"), document("De kaai is 1740 te Kallo", "Slot"))

    assert (change.kind, change.old_number, change.new_number) == ("changed", 1, 1)
    assert change.pieces == (
        Piece(kind="same", text="De kaai is "),
        Piece(kind="went", text="1742"),
        Piece(kind="came", text="1740"),
        Piece(kind="same", text=" te Kallo"),
    )


def test_what_came_and_what_went_stand_at_their_place():
    old = document("Eerste alinea", "Weg met deze hier", "Laatste alinea")
    new = document("Eerste alinea", "Laatste alinea", "Geheel nieuwe woorden")

    assert told(old, new) == [("went", 2, None, "-Weg met deze hier"), ("came", None, 3, "+Geheel nieuwe woorden")]


def test_a_changed_paragraph_is_found_between_one_that_came_and_one_that_went():
    old = document("Vast begin", "Geschrapt", "De verdachte woont te Antwerpen sinds 2019", "Vast slot")
    new = document("Vast begin", "De verdachte woont te Gent sinds 2019", "Bijgevoegd stuk tekst", "Vast slot")

    assert told(old, new) == [
        ("went", 2, None, "-Geschrapt"),
        ("changed", 3, 2, "De verdachte woont te -Antwerpen+Gent sinds 2019"),
        ("came", None, 3, "+Bijgevoegd stuk tekst"),
    ]


def test_the_foot_of_the_page_is_compared_too():
    old, new = document("Een", foot="Bevoegdheidsnota"), document("Een", foot="Nota")

    assert told(old, new) == [("changed", 2, 2, "-Bevoegdheidsnota+Nota\tPagina 1 van 1")]


def test_rows_of_a_table_and_line_breaks_are_words_like_others():
    old = documents.render(NOTE, NOTE.example, templates.read(NOTE.code))
    new = documents.render(NOTE, msgspec.structs.replace(NOTE.example, summary="regel een\nregel twee"), templates.read(NOTE.code))

    changes = difference(old, new)
    assert [change.kind for change in changes] == ["went", "came"]
    assert changes[1].pieces[0].text == "regel een\nregel twee"


@pytest.mark.parametrize("kind", documents.KINDS, ids=lambda kind: kind.code)
def test_no_word_of_a_document_escapes_the_comparison(kind):
    rendered = documents.render(kind, kind.example, templates.read(kind.code))

    compared = "".join("".join(words_of(rendered)).split())
    for line in reading.words_of(rendered).splitlines():
        for cell in line.strip("|").split(" | "):
            for piece in cell.replace("⏎", " ").replace("→", " ").split(" / "):
                shown = "".join(piece.removeprefix("# ").removeprefix("## ").removeprefix("= ").removeprefix("– ").split())
                assert shown in compared or set(shown) <= {"-"}, shown


def test_many_paragraphs_that_all_changed_are_compared_within_reach():
    old, new = (document(*(f"Verdachte {number} {word}" for number in range(300))) for word in ("oud", "nieuw"))

    assert {change.kind for change in difference(old, new)} == {"changed"}
