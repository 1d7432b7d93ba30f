"""Limitation against a table that a lawyer can check by hand: both laws, the transition between them, and what stays open."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docket import legislation
from routing import Days, Limitation, Offence, Standstill, limitation, reasonable_time, sum_of
from routing.limitation import STANDSTILL_READING
from routing.wording.sums import SUMS

LAW = legislation.load().law
ROWS = list(csv.DictReader((Path(__file__).parent / "limitation.csv").open(newline="")))
PRESENT = date(2024, 4, 28)


def day_of(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def offence(code: str, first: date | None, last: date | None, *, attempt: bool = False) -> Offence:
    return Offence(offence=code, attempt=attempt or None, committed=Days(first=first, last=last), place=None, persons=None, port_link=None)


def answer(row: dict[str, str]) -> Limitation:
    provision, _, attempt = row["provision"].partition(" ")
    found = limitation(
        offence(row["offence"], day_of(row["from"]), day_of(row["until"]), attempt=bool(attempt)),
        LAW,
        today=date.fromisoformat(row["today"]),
        seised_on=day_of(row["seised"]),
        acts=tuple(date.fromisoformat(day) for day in row["acts"].split()),
    )
    return next(one for one in found if (one.provision or "") == provision)


@pytest.mark.parametrize("row", ROWS, ids=[row["claim"] for row in ROWS])
def test_limitation_is_that_of_the_table(row: dict[str, str]) -> None:
    found = answer(row)

    assert (found.state, " ".join(found.why_open)) == (row["state"], row["why open"])
    assert (found.last_day, found.last_day_at_latest) == (day_of(row["last day"]), day_of(row["at latest"]))
    assert found.confidence == row["confidence"]


def test_the_standstill_of_2020_is_no_more_than_a_second_reading_under_the_present_law() -> None:
    found = answer({**ROWS[0], "from": "2019-05-05", "until": "2019-05-05"})

    assert found.last_day == date(2029, 5, 4)
    assert [(one.reading, one.due_on) for one in found.other] == [(STANDSTILL_READING, date(2029, 5, 4) + timedelta(days=122))]


def test_what_the_present_law_suspends_adds_its_days() -> None:
    stood = Standstill(first=date(2025, 1, 1), until=date(2025, 1, 31))
    plain, later = (
        limitation(offence("portIntrusion", PRESENT, PRESENT), LAW, today=date(2026, 11, 26), standstills=still)[0]
        for still in ((), (stood,))
    )

    assert later.last_day == plain.last_day + timedelta(days=30)


def test_murder_says_that_a_context_may_make_it_imprescriptible() -> None:
    found = limitation(offence("murder", PRESENT, PRESENT), LAW, today=date(2026, 11, 26))

    assert all(one.imprescriptible_in_context for one in found)
    assert found[0].state == "running"


def test_what_bars_first_stands_first() -> None:
    found = limitation(offence("drugImport", PRESENT, PRESENT), LAW, today=date(2026, 11, 26))
    days = [one.last_day for one in found if one.last_day is not None]

    assert len(set(days)) > 1
    assert days == sorted(days)


def test_reasonable_time_warns_after_each_of_its_years() -> None:
    since = date(2024, 2, 29)
    at = {day: reasonable_time(since, date.fromisoformat(day), (2, 4, 5), LAW) for day in ("2026-02-28", "2026-03-01", "2029-03-01")}

    assert at["2026-02-28"].warned_years is None
    assert at["2026-02-28"].next_on == date(2026, 3, 1)
    assert at["2026-03-01"].warned_years == 2
    assert (at["2029-03-01"].warned_years, at["2029-03-01"].next_on) == (5, None)
    assert at["2029-03-01"].citation == "Art. 21ter V.T.Sv."


@given(
    first=st.dates(date(2002, 1, 1), date(2026, 8, 31)),
    later=st.integers(0, 400),
    code=st.sampled_from(["portIntrusion", "drugImport", "murder"]),
)
def test_no_action_bars_before_its_facts_and_the_day_of_seisin_stops_it(first: date, later: int, code: str) -> None:
    for found in limitation(offence(code, first, first), LAW, today=first, seised_on=first):
        assert found.last_day is None or found.last_day >= first
        if first >= PRESENT and found.last_day is not None:
            assert (found.state, found.stopped_on) == ("stopped", first)
        assert "{" not in sum_of(found.steps, LAW, "en")
        assert all(step.code in SUMS["nl"] for step in found.steps)


@given(first=st.dates(PRESENT, date(2026, 8, 1)), later=st.integers(1, 30))
def test_later_facts_never_bar_earlier(first: date, later: int) -> None:
    one, other = (
        limitation(offence("portIntrusion", day, day), LAW, today=first)[0].last_day for day in (first, first + timedelta(days=later))
    )

    assert one <= other
