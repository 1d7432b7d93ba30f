"""Equal input gives equal bytes, and no user text can break a document or run in it."""

import hashlib
import io
import subprocess
import sys
from datetime import date
from pathlib import Path

import docx
import msgspec
import pytest

import documents
from documents import templates
from documents.jurisdiction_note import Person
from documents.transfer import Suspect
from tests.documents import reading

ROOT = Path(__file__).resolve().parents[2]
NOTE, RECEIPT, TRANSFER = (documents.kind_of(code) for code in ("jurisdiction_note", "receipt", "transfer"))
LONG_NAME = "Abcdefghij" * 20


def rendered(kind: documents.DocumentKind, **changes) -> bytes:
    return documents.render(kind, msgspec.structs.replace(kind.example, **changes), templates.read(kind.code))


def note_about(*people: Person, **changes) -> bytes:
    return rendered(NOTE, persons=people, **changes)


def person(**changes) -> Person:
    return msgspec.structs.replace(Person(id="s1", designation="verdachte 1", name=None, details=()), **changes)


@pytest.mark.parametrize("kind", (*documents.KINDS, *documents.OF_NO_FILE), ids=lambda kind: kind.code)
def test_a_document_opens_in_word_without_repair(kind):
    document = rendered(kind)

    assert reading.defects(document) == []
    assert docx.Document(io.BytesIO(document)).core_properties.language == "nl-BE"


@pytest.mark.parametrize("kind", documents.KINDS, ids=lambda kind: kind.code)
def test_each_page_says_its_number_and_the_file(kind):
    found = reading.parts(rendered(kind))

    assert b'w:instr=" PAGE "' in found["word/footer2.xml"]
    assert b'w:instr=" NUMPAGES "' in found["word/footer2.xml"]
    assert kind.example.case_number.encode() in found["word/header2.xml"]


PRINT_HASHES = """
import hashlib, time
FAKED = {day}
time.time = lambda: FAKED
time.localtime = lambda *a: time.struct_time((2031, 5, FAKED % 28, 1, 2, 3, 0, 1, 0))
import documents
from documents import templates
for kind in (*documents.KINDS, *documents.OF_NO_FILE):
    print(kind.code, hashlib.sha256(documents.render(kind, kind.example, templates.read(kind.code))).hexdigest())
"""


def test_two_processes_on_two_days_make_the_same_bytes():
    here = "".join(f"{kind.code} {hashlib.sha256(rendered(kind)).hexdigest()}\n" for kind in (*documents.KINDS, *documents.OF_NO_FILE))
    there = [
        subprocess.run(
            [sys.executable, "-c", PRINT_HASHES.format(day=day)],
            cwd=ROOT,
            env={"PYTHONHASHSEED": str(day), "TZ": zone, "LANG": language},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for day, zone, language in ((86_400, "Europe/Brussels", "nl_BE.UTF-8"), (1_900_000_001, "Asia/Tokyo", "C"))
    ]

    assert there == [here, here]


@pytest.mark.parametrize(
    "text",
    [
        'Jansen & Zonen <bvba> "de haan" \'t Zand',
        "{{ 7*7 }} {% for x in y %} {# weg #} {_{ }_} ${x} {%p endif %}",
        "</w:t></w:r></w:p><w:p><w:r><w:t>ingevoegd",
        "&lt;reeds&gt; &amp; ontsnapt &#10; ]]>",
        "Éléonore d'Œuvre-Châteauneuf",
        "محمد عبد الرحمن",
        "Łukasz Ñandú 陳大文 😀",
        LONG_NAME,
        "  twee   spaties  ",
    ],
)
def test_user_text_comes_back_character_for_character(text):
    document = note_about(person(name=text), summary=text)

    lines = [paragraph.text for paragraph in docx.Document(io.BytesIO(document)).paragraphs]
    assert text in lines
    assert any(f"verdachte 1, {text}" in cell.text for table in docx.Document(io.BytesIO(document)).tables for cell in table._cells)
    assert reading.defects(document) == []


def test_a_line_break_and_a_tab_stay_in_their_paragraph():
    document = rendered(NOTE, summary="eerste regel\ntweede\tregel")

    found = [paragraph.text for paragraph in docx.Document(io.BytesIO(document)).paragraphs if "tweede" in paragraph.text]
    assert found == ["eerste regel\ntweede\tregel"]


@pytest.mark.parametrize(
    ("character", "code"), [("\x00", "U+0000"), ("\x07", "U+0007"), ("\x0c", "U+000C"), ("\r", "U+000D"), ("\ufffe", "U+FFFE")]
)
def test_a_control_character_is_refused_with_its_field_and_position(character, code):
    with pytest.raises(documents.ForbiddenCharacter) as refused:
        rendered(NOTE, summary=f"goed{character}fout")

    assert str(refused.value).startswith(f"Bevoegdheidsnota: Het gegeven 'summary' bevat het stuurteken {code} op positie 5 (alinea ")


def test_three_hundred_suspects_stand_in_one_table_with_its_header_on_each_page():
    suspects = [person(id=f"s{number}", designation=f"verdachte {number}") for number in range(1, 301)]
    document = note_about(*suspects)

    words = reading.words_of(document)
    assert words.count("identiteit niet gekend") == 300
    assert "| s300 | verdachte 300, identiteit niet gekend | geen gemeld |" in words
    assert reading.defects(document) == []


def test_a_track_of_three_hundred_suspects_takes_one_line():
    track = msgspec.structs.replace(NOTE.example.tracks[0], persons=tuple(f"s{number}" for number in range(1, 301)))

    assert "| gewoon spoor | s1 tot en met s300 |" in reading.words_of(rendered(NOTE, tracks=(track,)))


def test_a_transfer_names_three_hundred_suspects():
    suspects = tuple(Suspect(id=f"s{n}", designation=f"verdachte {n}", count="1 persoon", custody=None) for n in range(1, 301))

    assert "| s300 | verdachte 300 | 1 persoon | niet gemeld |" in reading.words_of(rendered(TRANSFER, suspects=suspects))


def test_an_empty_report_says_what_was_not_reported_and_leaves_no_blank():
    document = rendered(
        NOTE,
        received_on=None,
        decided=False,
        port_area=None,
        tracks=(),
        missing=(),
        warnings=(),
        summary=None,
        places=(),
        offences=(),
        persons=(),
        goods=(),
        grounds=(),
        rules=(),
    )

    words = reading.words_of(document)
    assert "None" not in words
    assert "Het verslag noemt geen misdrijf." in words
    assert "Ontvangen op → niet gemeld; de dag van inschrijving geldt als dag van ontvangst" in words
    assert "Er is geen spoor" in words
    assert reading.defects(document) == []


def test_rows_without_any_fact_say_so():
    nothing = {"place": {"role": None, "description": None}, "offence": {"title": None, "period": None, "place": None, "details": ()}}
    document = rendered(
        NOTE,
        places=(msgspec.structs.replace(NOTE.example.places[0], **nothing["place"]),),
        offences=(msgspec.structs.replace(NOTE.example.offences[0], **nothing["offence"]),),
    )

    words = reading.words_of(document)
    assert "| p1 | niet gemeld | niet omschreven |" in words
    assert "| 1 | niet gemeld welk misdrijf | niet gemeld | niet gemeld | allen |" in words


def test_the_note_says_that_exclusivity_rests_on_policy_only_where_it_does():
    sentence = "De exclusiviteit rust op beleid."

    assert sentence in reading.words_of(rendered(NOTE, policy_alone=True))
    assert sentence not in reading.words_of(rendered(NOTE, policy_alone=False))


def test_the_receipt_holds_nothing_of_the_facts():
    assert set(RECEIPT.context.__struct_fields__) == {
        "law",
        "office",
        "office_address",
        "case_number",
        "notice_numbers",
        "system_number",
        "judge_number",
        "made_on",
        "annexes",
        "channel",
        "received_kind",
        "digest",
        "reported_by",
        "received_on",
        "registered_on",
        "registered_at",
        "responsible_offices",
    }


@pytest.mark.parametrize("value", [None, "", "   ", "\n"])
def test_an_unknown_or_empty_fact_stops_the_document_and_names_field_and_paragraph(value):
    with pytest.raises(documents.MissingFact) as stopped:
        rendered(RECEIPT, registered_at=value)

    assert "Ontvangstbewijs: Het gegeven 'registered_at' is " in str(stopped.value)
    assert "alinea 18: “Ingeschreven op {{ registered_on }} om {{ registered_at }}”" in str(stopped.value)


def test_a_document_is_made_from_its_own_context_only():
    with pytest.raises(TypeError, match="receipt is made from Receipt"):
        documents.render(RECEIPT, NOTE.example, templates.read("receipt"))


def test_days_are_written_in_dutch():
    assert "Ingeschreven op → 1 maart 2023" in reading.words_of(rendered(TRANSFER, registered_on=date(2023, 3, 1)))
