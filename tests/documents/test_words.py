from datetime import date
from decimal import Decimal

import pytest

from documents import words


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2023-05-26", "2023-05-27", "van 26 mei 2023 tot en met 27 mei 2023"),
        ("2023-05-26", "2023-05-26", "op 26 mei 2023"),
        ("2023-05-26", None, "op 26 mei 2023"),
        ("2023-05", None, "in mei 2023"),
        ("2011", "2013", "van 2011 tot en met 2013"),
        ("2021-02", "2021-02", "in februari 2021"),
        (None, "2023-08", "uiterlijk in augustus 2023, begin niet gekend"),
        (None, "2023-08-01", "uiterlijk op 1 augustus 2023, begin niet gekend"),
        (None, None, None),
    ],
)
def test_a_period_is_never_more_exact_than_the_report(first, last, expected):
    assert words.period(first, last) == expected


def test_numbers_have_a_belgian_comma():
    assert words.number(2760.0) == "2.760"
    assert words.number(772.5) == "772,5"
    assert words.number(Decimal("0.125")) == "0,125"


def test_a_list_ends_with_en():
    assert words.listing(["s1", "s2", "s3"]) == "s1, s2 en s3"


def test_a_day_has_its_month_in_dutch():
    assert words.day(date(2024, 2, 1)) == "1 februari 2024"


def test_one_person_is_not_several():
    assert words.counted(1, "persoon", "personen") == "1 persoon"
    assert words.counted(300, "persoon", "personen") == "300 personen"


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        ([f"s{number}" for number in range(1, 301)], "s1 tot en met s300"),
        (["s1", "s2", "s3"], "s1, s2 en s3"),
        (["s1", "s2", "s3", "s4", "s9"], "s1 tot en met s4 en s9"),
        (["s1", "s3", "s5", "s7"], "s1, s3, s5 en s7"),
        (["s01", "s02", "s03", "s04"], "s01, s02, s03 en s04"),
        (["jan", "piet"], "jan en piet"),
    ],
)
def test_ids_that_follow_each_other_are_drawn_together(ids, expected):
    assert words.ids(ids) == expected


@pytest.mark.parametrize(
    ("amount", "told"),
    [(8000, "8.000 euro"), (772.5, "772,50 euro"), (Decimal("0.1"), "0,10 euro"), (1234567.891, "1.234.567,89 euro"), (0, "0 euro")],
)
def test_an_amount_has_two_decimals_or_none(amount, told):
    assert words.euro(amount) == told


def test_an_amount_of_cents_is_told_in_euro():
    assert [words.cents(one) for one in (800_000, 20_488, 5)] == ["8.000 euro", "204,88 euro", "0,05 euro"]
