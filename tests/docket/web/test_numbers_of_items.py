"""Weights and costs as people write them: read for what they say, or asked again."""

from decimal import Decimal

import pytest

from docket.contract import Seizure
from docket.seized_items import SeizedItem, item_words
from docket.web.seized_items import number_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("53,25", "53.25"),
        ("53.25", "53.25"),
        ("1250", "1250"),
        ("1.250,5 kg", "1250.5"),
        ("1.250.000", "1250000"),
        ("€ 12,50", "12.50"),
        ("1.250", None),
        ("1e900000", None),
        ("12,3456", None),
        ("-4", None),
        ("NaN", None),
        ("", None),
    ],
)
def test_a_number_says_one_thing_or_is_asked_again(text: str, value: str | None) -> None:
    assert number_of(text) == (None if value is None else Decimal(value))


def test_an_item_is_told_as_numbers_are_written_here() -> None:
    row = Seizure(id="g1", kind="cash", amount_eur=80000, net_weight_kg=1234567.5)

    assert item_words(SeizedItem(id="g1", ordinal=0, reported=row)) == "geld, 1.234.567,5 kg, 80.000 euro (g1)"
