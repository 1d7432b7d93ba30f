"""The answer for parliament tells totals; no count in it tells of one file."""

from datetime import UTC, date, datetime
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import documents
from docket import parliament
from docket.legislation import LoadedLaw
from docket.parliament import HIDDEN, SMALL, SMALLEST, columns, pair, told
from docket.simulation import Load, Totals
from tests.documents import reading

AREAS = ("antwerpRightBank", "waasland", "antwerpBankUnknown", "ghent", "zeebrugge", "otherPort", "none", "-")


def an_answer(totals: Totals, law: LoadedLaw) -> Any:
    return parliament.answer(
        totals,
        office="havenprocureurs bij het parket Antwerpen",
        answered_on=date(2026, 11, 24),
        snapshot_at=datetime(2026, 11, 24, 9, 30, tzinfo=UTC),
        digests=("5f" * 32, "4e" * 32),
        engine_version="2",
        law=law.law,
        draft=law.law,
    )


def test_a_small_count_is_not_told():
    assert told({"a": 4, "b": 100, "c": 0, "d": 50}) == {"a": SMALL, "b": "100", "c": "0", "d": HIDDEN}


def test_counts_that_are_large_enough_are_all_told():
    assert told({"a": 5, "b": 1200}) == {"a": "5", "b": "1.200"}


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 60), min_size=1))
def test_nobody_subtracts_his_way_to_a_small_count(counts: dict[str, int]):
    words = told(counts)
    hidden = [name for name, word in words.items() if word in (SMALL, HIDDEN)]

    assert all(words[name] == SMALL for name, count in counts.items() if 0 < count < SMALLEST)
    if hidden:
        others = [name for name, count in counts.items() if count > 0]
        assert len(hidden) == len(others) or (len(hidden) > 1 and sum(counts[name] for name in hidden) >= 2 * SMALLEST)


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (900, 688, ("900", "690")),
        (900, 898, ("900", f"{SMALL} verschil")),
        (900, 900, ("900", "900")),
        (3, 1, (SMALL, SMALL)),
        (3, 3, (SMALL, SMALL)),
        (0, 2, (SMALL, SMALL)),
        (4, 6, (HIDDEN, HIDDEN)),
        (3, 100, (SMALL, "100")),
    ],
)
def test_a_small_difference_is_not_told_either(before: int, after: int, words: tuple[str, str]):
    assert pair(Load(before=before, after=after)) == words


def worst(law: LoadedLaw) -> Totals:
    """As many offices, areas and years as there can be."""
    offices = {code: Load(before=1000 + 10 * place, after=2000 + 30 * place) for place, code in enumerate(law.law.offices)}
    return Totals(
        files=100_000,
        moved=40_000,
        stays={"referred": 3, "seised": 1, "groundsOnly": 500},
        lapsed=2,
        offices=offices,
        by_area={f"{area}>ghent": 5_000 for area in AREAS},
        by_year={str(year): 2_000 for year in range(2007, 2027)},
    )


def test_the_answer_says_what_it_rests_on_and_names_no_file(law: LoadedLaw):
    kind = documents.kind_of("parliament_answer")
    content = documents.render(kind, an_answer(worst(law), law), documents.templates.read(kind.code))
    words = reading.words_of(content)

    for said in (
        "24 november 2026 om 10.30 uur",
        "100.000 dossiers",
        "5f" * 32,
        "4e" * 32,
        "niet nagegaan",
        "minder dan 5",
        "Geen enkel dossier",
    ):
        assert said in words
    assert "HAV-" not in words
    assert "2016 en eerder" in words
    assert "Andere parketten (" in words


def test_files_before_a_court_are_not_told_by_subtraction(law: LoadedLaw):
    answer = an_answer(worst(law), law)

    assert (answer.moved, answer.unchanged, answer.before_court, answer.grounds_only) == ("40.000", "59.495", SMALL, HIDDEN)


def test_rows_that_nobody_compared_with_the_official_text_are_counted(law: LoadedLaw):
    expected = sum(row.confidence == "unverified" for row in law.law.rows)

    assert an_answer(worst(law), law).unverified == expected > 0
    assert msgspec.to_builtins(an_answer(worst(law), law))["smallest_count"] == SMALLEST


def flows(there: int, back: int, nearby: int) -> Totals:
    """`there` files of one office move to a second, from the Waasland; `back` move the other way, `nearby` from the first to a third."""
    first, second, third = 300, 100, 50
    return Totals(
        files=1000,
        moved=there + back + nearby,
        stays={"groundsOnly": 20},
        offices={
            "antwerpPort": Load(before=first, after=first - there + back - nearby),
            "eastFlandersDendermonde": Load(before=second, after=second + there - back),
            "eastFlandersGhent": Load(before=third, after=third + nearby),
        },
        by_area={"waasland>waasland": there, "antwerpRightBank>antwerpRightBank": back, "ghent>ghent": nearby},
        by_year={"2025": back + nearby, "2026": there},
    )


@given(st.lists(st.builds(Load, before=st.integers(0, 60), after=st.integers(0, 60)), min_size=1, max_size=8))
def test_nobody_computes_a_hidden_count_of_an_office_from_those_of_the_others(loads: list[Load]):
    words = columns(loads)
    for column in range(2):
        counts = [(load.before, load.after)[column] for load in loads]
        numbers = [row[column].isdigit() for row in words]
        hidden = [count for count, told_as_number in zip(counts, numbers, strict=True) if count and not told_as_number]

        assert not any(told_as_number and 0 < count < SMALLEST for count, told_as_number in zip(counts, numbers, strict=True))
        if hidden:
            assert len(hidden) == sum(map(bool, counts)) or (len(hidden) > 1 and sum(hidden) >= 2 * SMALLEST)


def test_every_count_that_is_told_is_a_multiple_of_five(law: LoadedLaw):
    answer = an_answer(flows(203, 2, 6), law)
    counts = [answer.files, answer.moved, answer.unchanged, answer.grounds_only, answer.open_before]
    counts += [count for row in answer.offices for count in (row.before, row.after)] + [row.count for row in answer.moved_by_area]
    numbers = [int(count.replace(".", "")) for count in counts if count[0].isdigit()]

    assert len(numbers) > 5
    assert [number for number in numbers if number % SMALLEST] == []
