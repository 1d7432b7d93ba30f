"""The chain of hashes: the same content gives the same hash before and after the database, any other gives another."""

from datetime import UTC, date, datetime, timedelta, timezone

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from docket import journal
from docket.journal import Line, canonical

AT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
SALT = bytes(range(16))


def chain(*contents, number="HAV-2026-000001") -> list[Line]:
    lines, previous = [], journal.FIRST_LINK
    for seq, content in enumerate(contents, start=1):
        parts = {"cases/report": f"{seq:02}"}
        hashed = {
            "kind": "FactsAmended",
            "entered_at": AT,
            "entered_by": "user:1",
            "content_hash": journal.content_hash(SALT, content),
            "state_hash": journal.state_hash(parts),
            "made": {},
        }
        link = journal.link(previous, journal.body_hash(seq=seq, **hashed), number)
        lines.append(
            Line(seq=seq, content=content, salt=SALT, erased_at=None, state_parts=parts, previous_hash=previous, hash=link, **hashed)
        )
        previous = link
    return lines


def found(lines, number="HAV-2026-000001") -> list[tuple[int, str]]:
    return [(seq, columns) for seq, columns, _ in journal.broken(number, lines)]


def test_absent_and_null_are_alike_so_that_a_later_column_changes_no_old_hash():
    assert canonical({"a": 1, "later": None}) == canonical({"a": 1})


def test_null_and_empty_differ():
    assert canonical({"a": []}) != canonical({})
    assert canonical({"a": ""}) != canonical({})


def test_order_of_keys_and_kind_of_number_do_not_matter():
    assert canonical({"b": 5.0, "a": (1,)}) == canonical({"a": [1], "b": 5})


def test_instants_are_the_same_in_every_zone_and_differ_by_a_microsecond():
    assert canonical(AT) == canonical(AT.astimezone(timezone(timedelta(hours=1))))
    assert canonical(AT) != canonical(AT + timedelta(microseconds=1))
    assert canonical(date(2026, 11, 24)) == b'"2026-11-24"'


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e15, max_value=1e15))
def test_every_double_keeps_its_last_bit(value):
    assert float(msgspec.json.decode(canonical(value))) == value


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_what_json_gives_back_has_the_same_hash(value):
    assert canonical(msgspec.json.decode(msgspec.json.encode(value))) == canonical(value)


def test_untouched_chain_holds():
    assert found(chain({"a": 1}, {"b": 2}, {})) == []


def test_first_link_is_the_documented_formula():
    import hashlib

    body, number = bytes(32), "HAV-2026-000001"
    assert journal.link(journal.FIRST_LINK, body, number) == hashlib.sha256(bytes(32) + body + b"HAV-2026-000001").digest()


@pytest.mark.parametrize(
    ("change", "columns"),
    [
        ({"content": {"b": 3}}, "content, salt, content_hash"),
        ({"content": None}, "content, salt"),
        ({"salt": bytes(16)}, "content, salt, content_hash"),
        ({"erased_at": AT}, "content, salt, erased_at"),
        ({"state_parts": {}}, "state_parts, state_hash"),
    ],
)
def test_change_of_what_an_entry_holds_is_found_in_its_columns(change, columns):
    lines = chain({"a": 1}, {"b": 2}, {})
    lines[1] = msgspec.structs.replace(lines[1], **change)

    assert found(lines) == [(2, columns)]


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "x"},
        {"entered_at": AT + timedelta(seconds=1)},
        {"entered_by": "user:2"},
        {"made": {"decision/1": "00"}},
    ],
)
def test_change_of_what_an_entry_says_breaks_its_hash(change):
    lines = chain({"a": 1}, {"b": 2}, {})
    lines[1] = msgspec.structs.replace(lines[1], **change)

    assert [seq for seq, _ in found(lines)] == [2]


def test_missing_first_middle_and_swapped_entries_are_found():
    lines = chain({"a": 1}, {"b": 2}, {"c": 3})

    assert found(lines[1:])
    assert found([lines[0], lines[2]])
    assert found([lines[1], lines[0], lines[2]])


def test_chain_of_another_case_does_not_fit():
    assert found(chain({"a": 1}), number="HAV-2026-000002")


def test_entry_hash_tells_nothing_of_an_erased_content_that_one_could_guess():
    assert journal.content_hash(bytes(16), {"name": "Voorbeeld"}) != journal.content_hash(SALT, {"name": "Voorbeeld"})


def test_same_part_of_two_rows_has_two_hashes():
    parts = journal.state_parts(
        SALT, {"cases": [{"summary": "x"}], "case_places": [{"ordinal": 0, "text": "a"}, {"ordinal": 1, "text": "a"}]}
    )

    assert parts["case_places/0"] != parts["case_places/1"]


def test_every_column_of_the_case_is_in_one_group():
    parts = journal.state_parts(SALT, {"cases": [{"summary": "x", "confidentiality": "sealed", "outcome": "decided", "version": 1}]})

    assert set(parts) == {"cases/register", "cases/access", "cases/route", "cases/report"}
