"""From when to when a port ban runs: art. 4, §§ 3bis and 4 of the drugs law, with the arithmetic left visible."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docket import legislation
from routing import longer_than_law, port_ban, sum_of

LAW = legislation.load().law
ROW = LAW.judgments.port_ban
assert ROW is not None
FINAL = date(2026, 12, 25)


def ban(**fields):
    return port_ban(ROW, **({"count": 5, "unit": "year", "beside": "fine", "final_on": FINAL, "ended": None} | fields))


def test_beside_a_fine_it_runs_from_finality_to_the_eve_of_that_day_so_many_years_later():
    answer = ban()

    assert (answer.state, answer.effect_on, answer.runs_from, answer.last_day) == ("known", FINAL, FINAL, date(2031, 12, 24))
    assert sum_of(answer.steps, LAW) == (
        "In kracht van gewijsde op vrijdag 25 december 2026, de termijn loopt vanaf vrijdag 25 december 2026, "
        "5 jaar, tot de dag voor de zoveelste, laatste dag woensdag 24 december 2031."
    )
    # The article on the start was read; how the years are counted it does not say.
    assert answer.confidence == "unverified"


@pytest.mark.parametrize("how", ["served", "limitation", "conditionalRelease"])
def test_beside_imprisonment_it_has_effect_from_finality_and_runs_from_the_end_of_the_penalty(how):
    waits = ban(beside="custody")
    answer = ban(beside="custody", ended=(how, date(2028, 3, 1)), count=18, unit="month")

    assert (waits.state, waits.effect_on, waits.runs_from) == ("waitsForCustody", FINAL, None)
    assert (answer.effect_on, answer.runs_from, answer.last_day) == (FINAL, date(2028, 3, 1), date(2029, 8, 31))


def test_imprisonment_that_ended_before_finality_lets_it_run_from_finality():
    assert ban(beside="custody", ended=("served", date(2026, 11, 1))).runs_from == FINAL


def test_before_finality_nothing_is_computed():
    assert (ban(final_on=None).state, ban(final_on=None).effect_on) == ("waitsForFinal", None)


@pytest.mark.parametrize("beside", ["nothing", "deferredCustody"])
def test_where_the_law_names_no_start_the_answer_says_so(beside):
    answer = ban(beside=beside)

    assert (answer.state, answer.runs_from, answer.last_day) == ("cannotTell", None, None)
    assert "de wet noemt geen begin" in sum_of(answer.steps, LAW)


def test_a_ban_from_29_february_ends_on_the_last_of_february():
    assert ban(final_on=date(2028, 2, 29), count=1).last_day == date(2029, 2, 28)


def test_no_ban_is_longer_than_twenty_years_and_there_was_none_before_10_december_2021():
    assert not longer_than_law(ROW, 20, "year")
    assert not longer_than_law(ROW, 240, "month")
    assert longer_than_law(ROW, 241, "month")
    assert ROW.on(date(2021, 12, 9)) is None
    assert "28 november 2021" in ROW.on(date(2021, 12, 10)).citation
    assert "13 oktober 2022" in ROW.on(date(2023, 1, 1)).citation


@given(
    final_on=st.dates(date(2021, 12, 10), date(2090, 1, 1)),
    count=st.integers(1, 240),
    later=st.integers(0, 20_000),
)
def test_it_never_ends_before_it_runs_and_never_runs_before_it_is_final(final_on, count, later):
    ended = ("served", date.fromordinal(final_on.toordinal() + later))
    answer = ban(final_on=final_on, beside="custody", ended=ended, count=count, unit="month")

    assert answer.runs_from >= answer.effect_on == final_on
    assert answer.last_day >= answer.runs_from
