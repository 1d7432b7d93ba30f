"""How a difference between two answers is told."""

import pytest

from docket import legislation
from docket.differences import CHANGED, Difference, said

LAW = legislation.load().law


@pytest.mark.parametrize(
    ("about", "told"),
    [("places/p2", "(plaats p2)"), ("offences/0", "(misdrijf 1)"), ("persons/s1", "(persoon s1)"), ("12", "(12)")],
)
def test_a_difference_names_the_row_that_a_rule_looked_at_in_words(about: str, told: str) -> None:
    sentence = said(Difference(path=f"steps/place-division/{about}", before=CHANGED, after=CHANGED), LAW)

    assert told in sentence
    assert "/" not in sentence
