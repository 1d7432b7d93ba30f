"""Time limits against a table that a lawyer can check by hand, and what holds for every limit and every day."""

import csv
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docket import legislation
from docket.working_days import calendar_of
from routing import (
    Calendar,
    Due,
    NeedsInstant,
    NotThen,
    OutsideCalendar,
    Standstill,
    Start,
    due,
    extended,
    latest_service,
    serve_by,
    sum_of,
)
from routing.time_limits import COURT_ZONE, READINGS
from routing.wording.sums import CODES, SUMS

LAW = legislation.load().law
LIMITS = LAW.time_limits.limits
CALENDAR = calendar_of(LAW)
ROWS = list(csv.DictReader((Path(__file__).parent / "time_limits.csv").open(newline="")))
DAYS = st.dates(min_value=date(2017, 1, 1), max_value=date(2060, 12, 31))
NAMED = st.sampled_from(sorted(LIMITS))


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=COURT_ZONE)


def started(limit: str, anchor: str, **more: object) -> Start:
    return Start(event=LIMITS[limit].anchors[0], on=date.fromisoformat(anchor[:10]), at=local(anchor) if "T" in anchor else None, **more)


def at_noon(limit: str, day: date) -> Start:
    return Start(event=LIMITS[limit].anchors[0], on=day, at=datetime(day.year, day.month, day.day, 12, tzinfo=COURT_ZONE))


def written(day: date, instant: datetime | None) -> str:
    return f"{instant.astimezone(COURT_ZONE):%Y-%m-%dT%H:%M}" if instant is not None else day.isoformat()


def answer(row: dict[str, str]) -> Due:
    also = row["also"]
    start = started(
        row["limit"],
        row["anchor"],
        notice=row["notice"] or None,
        residence=row["residence"] or None,
        also_on=date.fromisoformat(also[:10]) if also else None,
        also_at=local(also) if "T" in also else None,
    )
    closed = [date.fromisoformat(day) for day in row["closed"].split()]
    return due(LIMITS[row["limit"]], start, calendar_of(LAW, closed), LAW)


@pytest.mark.parametrize("row", ROWS, ids=[row["claim"] for row in ROWS])
def test_a_limit_ends_on_the_day_of_the_table(row: dict[str, str]) -> None:
    found = answer(row)

    assert written(found.due_on, found.due_at) == row["due"]
    assert {one.reading: written(one.due_on, one.due_at) for one in found.other} == dict(pair.split("=") for pair in row["other"].split())
    assert found.confidence == row["confidence"]
    if row["alarm"]:
        assert written(found.alarm_on, found.alarm_at) == row["alarm"]


def test_every_wording_of_every_limit_has_a_day_reckoned_by_hand() -> None:
    starts: dict[str, list[date]] = {name: [] for name in LIMITS}
    for row in ROWS:
        starts[row["limit"]].append(date.fromisoformat(row["anchor"][:10]))
    wordings = [(name, version) for name, limit in LIMITS.items() for version in limit.version]
    missing = [f"{name} from {version.in_force_from}" for name, version in wordings if not any(map(version.covers, starts[name]))]

    assert missing == [], f"no row of time_limits.csv for {', '.join(missing)}"
    assert len(wordings) > len(LIMITS)


def test_days_reckoned_by_hand_end_on_closed_days_too() -> None:
    """Of each way to roll: a limit that rolls moves off a closed day, one that does not stands on it."""
    found: dict[str, set[str]] = {}
    for row in ROWS:
        limit, answered = LIMITS[row["limit"]], answer(row)
        if CALENDAR.closed(answered.unrolled_on) is not None:
            found.setdefault(limit.rolls, set()).add("stands" if answered.due_on == answered.unrolled_on else "moves")

    assert found == {"workingDay": {"moves"}, "earlier": {"moves"}, "no": {"stands"}}


def test_the_table_says_where_each_row_comes_from() -> None:
    assert len(ROWS) >= len(LIMITS)
    assert all(row["source or arithmetic"] for row in ROWS)


def test_the_legal_holidays_are_those_of_the_reference_years() -> None:
    """law.md E.4: the test values of the moving ones."""
    moving = ["2018-04-02", "2021-04-05", "2024-04-01", "2025-04-21", "2026-04-06", "2026-05-14", "2026-05-25"]

    assert {CALENDAR.closed(date.fromisoformat(day)) for day in moving} == {"holiday"}
    assert sorted(day.isoformat() for day in CALENDAR.holidays if day.year == 2026) == [
        "2026-01-01",
        "2026-04-06",
        "2026-05-01",
        "2026-05-14",
        "2026-05-25",
        "2026-07-21",
        "2026-08-15",
        "2026-11-01",
        "2026-11-11",
        "2026-12-25",
    ]


def test_neither_the_flemish_holiday_nor_a_bridge_day_is_a_legal_holiday() -> None:
    assert CALENDAR.closed(date(2025, 7, 11)) is None
    assert CALENDAR.closed(date(2026, 5, 15)) is None


@pytest.mark.parametrize("year", range(2000, 2080))
def test_every_year_has_its_ten_legal_holidays(year: int) -> None:
    # Ascension fell on 1 May in 2008, and does so again.
    days = {day for day in CALENDAR.holidays if day.year == year}

    assert len(days) == (9 if year == 2008 else 10)


def test_no_limit_is_computed_into_years_without_holidays() -> None:
    short = Calendar(first_year=2026, until_year=2027, holidays=frozenset())

    with pytest.raises(OutsideCalendar):
        due(LIMITS["appeal"], started("appeal", "2026-12-15"), short, LAW)


def test_hours_that_end_in_the_hour_that_comes_twice_are_not_one_short() -> None:
    begins = datetime(2027, 10, 29, 0, 30, tzinfo=UTC)
    found = due(LIMITS["arrest"], Start(event="arrest", on=begins.date(), at=begins + timedelta(hours=1)), CALENDAR, LAW)

    # 31 October 2027, 02.30 h for the second time.
    assert found.due_at == datetime(2027, 10, 31, 1, 30, tzinfo=UTC)


def test_a_limit_in_hours_asks_for_its_hour() -> None:
    with pytest.raises(NeedsInstant):
        due(LIMITS["arrest"], started("arrest", "2026-03-10"), CALENDAR, LAW)


def test_a_limit_that_was_repealed_is_computed_no_more() -> None:
    with pytest.raises(NotThen):
        due(LIMITS["appealByAppealProsecutor"], started("appealByAppealProsecutor", "2022-12-31"), CALENDAR, LAW)


def test_limits_of_annulled_texts_are_offered_nowhere() -> None:
    assert {limit.id for limit in LIMITS.values()} - {limit.id for limit in LAW.time_limits.offered} == {
        "immediateAppearance",
        "summonsAppeal",
    }


def test_every_reading_of_the_law_data_is_asked_by_a_row_of_the_table() -> None:
    asked = {pair.split("=")[0] for row in ROWS for pair in row["other"].split()}

    assert asked == READINGS


def test_an_adjournment_adds_its_own_length() -> None:
    plain = due(LIMITS["detentionAppealDecision"], started("detentionAppealDecision", "2026-03-09"), CALENDAR, LAW)
    stood = Standstill(first=date(2026, 3, 12), until=date(2026, 3, 19))
    found = due(LIMITS["detentionAppealDecision"], plain.start, CALENDAR, LAW, standstills=(stood,))

    assert found.due_on == plain.due_on + timedelta(days=7)
    assert "geschorst van donderdag 12 maart 2026 tot donderdag 19 maart 2026: 7 dagen meer" in sum_of(found.steps, LAW)


def test_a_failure_of_the_court_systems_gives_the_first_working_day_after() -> None:
    found = due(LIMITS["appeal"], started("appeal", "2026-02-25"), CALENDAR, LAW)

    assert found.due_on == date(2026, 3, 27)
    assert extended(found, "itFailure", CALENDAR, LAW).due_on == date(2026, 3, 30)


def test_the_last_day_to_serve_a_summons_turns_its_sum_round() -> None:
    served = latest_service(LIMITS["summons"], date(2026, 3, 13), LAW)

    assert served == date(2026, 3, 2)
    assert due(LIMITS["summons"], Start(event="service", on=served), CALENDAR, LAW).due_on == date(2026, 3, 13)


@pytest.mark.parametrize(
    ("limit", "hearing", "last", "serve"),
    [
        ("summonsDetained", "2020-03-12", "2020-03-08", "2020-03-06"),
        ("summons", "2026-06-12", "2026-06-01", "2026-06-01"),
        ("summonsDetained", "2026-05-29", "2026-05-25", "2026-05-22"),
        ("recordNotBefore", "2026-06-17", "2026-06-06", "2026-06-06"),
    ],
)
def test_a_summons_is_served_on_the_working_day_before_a_closed_last_day_and_a_police_record_is_no_service(
    limit: str, hearing: str, last: str, serve: str
) -> None:
    day = date.fromisoformat(hearing)

    assert latest_service(LIMITS[limit], day, LAW) == date.fromisoformat(last)
    assert serve_by(LIMITS[limit], day, CALENDAR, LAW) == date.fromisoformat(serve)


def test_the_sum_is_told_from_the_event_to_the_working_day() -> None:
    found = due(LIMITS["appeal"], started("appeal", "2026-04-03"), CALENDAR, LAW)

    assert sum_of(found.steps, LAW) == (
        "Uitspraak op vrijdag 3 april 2026, de termijn begint de dag erna, zaterdag 4 april 2026, 30 dagen, "
        "laatste dag zondag 3 mei 2026, zondag 3 mei 2026 is geen werkdag, dus maandag 4 mei 2026."
    )
    assert sum_of(found.steps, LAW, "fr").endswith("donc lundi 4 mai 2026.")
    assert sum_of(found.steps, LAW, "en").endswith("so Monday 4 May 2026.")


def test_every_language_has_the_same_sentences_with_the_same_slots() -> None:
    import string

    slots = {
        language: {code: {name for _, name, _, _ in string.Formatter().parse(told) if name} for code, told in sentences.items()}
        for language, sentences in SUMS.items()
    }

    assert slots["nl"] == slots["fr"] == slots["en"]
    assert CODES["nl"].keys() == CODES["fr"].keys() == CODES["en"].keys()


@given(limit=NAMED, day=DAYS)
def test_no_limit_ends_before_its_anchor_and_no_backward_one_after_it(limit: str, day: date) -> None:
    row = LIMITS[limit]
    if row.on(day) is None:
        return
    found = due(row, at_noon(limit, day), CALENDAR, LAW)

    for end in (found.due_on, found.alarm_on, *(one.due_on for one in found.other)):
        assert end >= day if row.direction == "forward" else end <= day


@given(limit=NAMED, day=DAYS, later=st.integers(min_value=1, max_value=90))
def test_a_later_anchor_never_gives_an_earlier_end(limit: str, day: date, later: int) -> None:
    row, then = LIMITS[limit], day + timedelta(days=later)
    if row.on(day) is None or row.on(then) is None:
        return

    first, second = (due(row, at_noon(limit, each), CALENDAR, LAW) for each in (day, then))

    assert first.due_on <= second.due_on
    assert first.alarm_on <= second.alarm_on


@given(limit=NAMED, day=DAYS)
def test_a_limit_that_rolls_never_ends_on_a_closed_day(limit: str, day: date) -> None:
    row = LIMITS[limit]
    if row.rolls == "no" or row.on(day) is None:
        return
    found = due(row, at_noon(limit, day), CALENDAR, LAW)

    assert CALENDAR.closed(found.due_on) is None
    assert (found.due_on >= found.unrolled_on) if row.direction == "forward" else (found.due_on <= found.unrolled_on)


@given(limit=NAMED, day=DAYS)
def test_a_limit_is_no_surer_than_its_article_and_says_its_whole_sum(limit: str, day: date) -> None:
    row = LIMITS[limit]
    version = row.on(day)
    if version is None:
        return
    found = due(row, at_noon(limit, day), CALENDAR, LAW)

    order = ("sure", "likely", "unverified")
    assert order.index(found.confidence) >= order.index(version.confidence)
    for language in ("nl", "fr", "en"):
        assert "{" not in sum_of(found.steps, LAW, language)
        assert all(step.code in SUMS[language] for step in found.steps)


@given(day=DAYS, months=st.sampled_from(["orderOneMonth", "orderTwoMonths"]))
def test_a_title_of_detention_never_ends_later_than_the_other_reading_of_its_month(day: date, months: str) -> None:
    found = due(LIMITS[months], at_noon(months, day), CALENDAR, LAW)

    assert all(found.due_on <= one.due_on for one in found.other if one.reading == "monthEnd")
    assert found.alarm_on == found.due_on - timedelta(days=1)
