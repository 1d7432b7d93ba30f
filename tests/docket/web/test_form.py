"""Between what is typed and the registration contract nothing is lost and nothing is guessed."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docket.contract import Report, decode_report
from docket.web import typed
from docket.web.form import Form, add_row, form_of, new_form, pairs_of, posted_pairs, read_form, remove_row
from docket.web.submission import decode_form, identifier_notes

EXAMPLES = Path(__file__).parents[3] / "examples"
LINES = [line for name in ("incidents.jsonl", "scenarios.jsonl") for line in (EXAMPLES / name).read_text().splitlines()]


def _faults(*pairs: tuple[str, str]) -> dict[str, str]:
    form = read_form([("origin/service", "police"), *pairs])
    return {fault.name: fault.detail for fault in decode_form(form).faults}


def test_every_example_comes_back_from_the_form_as_it_was() -> None:
    for line in LINES:
        report = decode_report(line.encode())

        again = decode_form(read_form(pairs_of(form_of(report))), keep_blank_rows=True).report

        assert again == report, json.loads(line)["externalId"]


def test_a_parts_emptiness_is_kept_apart_from_its_absence() -> None:
    report = decode_report(b'{"origin":{"service":"police"},"persons":[{"id":"s1","residence":{}}]}')

    assert decode_form(form_of(report), keep_blank_rows=True).report == report


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("772", 772.0),
        ("772,5", 772.5),
        ("51.28", 51.28),
        ("4.26631", 4.26631),
        ("1.234,5", 1234.5),
        ("1 234,5", 1234.5),
        ("1.234.567", 1234567.0),
    ],
)
def test_numbers_are_read_as_belgians_write_them(written: str, meant: float) -> None:
    assert typed.read("decimal", written) == meant


@pytest.mark.parametrize("written", ["1.234", "12,3,4", "ongeveer 5", "1e5", "٣"])
def test_a_number_that_may_mean_two_things_is_asked(written: str) -> None:
    assert _faults(("seizures/0/netWeightKg", written)) == {"seizures/0/netWeightKg": typed.ADVICE["decimal"]}


@given(st.floats(min_value=0, max_value=1e15))
@settings(deadline=None)
def test_a_number_shown_is_read_again_as_itself(number: float) -> None:
    assert typed.read("decimal", typed.decimal(number)) == number


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("26/05/2023", "2023-05-26"),
        ("6.5.2023", "2023-05-06"),
        ("05/2023", "2023-05"),
        ("2023", "2023"),
        ("2023-05-26", "2023-05-26"),
    ],
)
def test_dates_are_read_as_exactly_as_they_are_known(written: str, meant: str) -> None:
    assert typed.read("partialDate", written) == meant


def test_a_day_that_does_not_exist_is_told_in_the_notation_of_the_form() -> None:
    faults = _faults(("offences/0/committedFrom", "31/02/2023"))

    assert faults == {"offences/0/committedFrom": "Deze dag bestaat niet in de kalender; schrijf dd/mm/jjjj, mm/jjjj of jjjj."}


def test_an_hour_is_court_time_and_the_hour_that_strikes_twice_is_asked() -> None:
    assert typed.read("partialInstant", "27/05/2023 02:15") == "2023-05-27T02:15:00+02:00"
    assert typed.read("partialInstant", "27/11/2023 2u15") == "2023-11-27T02:15:00+01:00"
    assert "uurverschil" in _faults(("persons/0/arrestedAt", "29/10/2023 02:30"))["persons/0/arrestedAt"]


def test_all_faults_are_told_at_once_each_at_its_own_field() -> None:
    faults = _faults(
        ("places/0/quay", ""),
        ("places/1/latitude", "zuid"),
        ("offences/0/offence", "iets"),
        ("offences/0/place", "p9"),
        ("persons/0/count", "vijf"),
        ("persons/0/nationality", "Nederland"),
        ("vreemd", "1"),
    )

    assert set(faults) == {
        "places/1/latitude",
        "offences/0/offence",
        "offences/0/place",
        "persons/0/count",
        "persons/0/nationality",
        "vreemd",
    }


def test_empty_rows_are_dropped_and_faults_still_point_at_the_row_of_the_screen() -> None:
    form = read_form(
        [("origin/service", "police"), ("containers/0", ""), ("containers/1", "\x01"), ("places/0/id", "p1"), ("places/1/quay", "5")]
    )

    faults = decode_form(form).faults

    assert [fault.name for fault in faults] == ["containers/1"]
    assert faults[0].where == "Container 2"


def test_a_wrong_number_is_noted_beside_its_field_and_kept() -> None:
    form = read_form([("origin/service", "police"), ("containers/0", "MSCU1234567"), ("noticeNumber", "XX")])

    assert set(identifier_notes(form)) == {"containers/0", "noticeNumber"}
    assert decode_form(form).report == Report(
        origin=decode_report(b'{"origin":{"service":"police"}}').origin, containers=("MSCU1234567",), notice_number="XX"
    )


def test_text_comes_back_character_for_character_with_line_ends_of_the_register() -> None:
    text = "  twee regels\r\nmet 'tekens' & <b>, é \u200b\t eind  "

    form = read_form(posted_pairs(f"origin%2Fservice=police&summary={_percent(text)}".encode()))

    assert decode_form(form).report.summary == text.replace("\r\n", "\n")  # type: ignore[union-attr]


def test_suspects_of_an_offence_are_all_some_or_nobody() -> None:
    base = [("origin/service", "police"), ("persons/0/id", "s1"), ("persons/0/role", "suspect"), ("offences/0/offence", "theft")]

    def persons(*more: tuple[str, str]) -> object:
        return decode_form(read_form([*base, *more])).report.offences[0].persons  # type: ignore[union-attr]

    assert persons(("offences/0/persons/mode", "")) is None
    assert persons(("offences/0/persons/mode", "some"), ("offences/0/persons/has/s1", "1")) == ("s1",)
    assert persons(("offences/0/persons/mode", "some")) == ()


def test_rows_are_added_with_a_free_id_and_removed_without_renaming_others() -> None:
    form = remove_row(add_row(add_row(new_form(), "places"), "places"), "places", 1)

    assert [row["id"] for row in add_row(form, "places").rows["places"]] == ["p1", "p3", "p2"]


def test_a_reference_to_a_removed_row_is_told() -> None:
    form = read_form([("origin/service", "police"), ("places/0/id", "p1"), ("places/0/quay", "5"), ("offences/0/place", "p1")])

    faults = decode_form(remove_row(form, "places", 0)).faults

    assert [fault.where for fault in faults] == ["Feit 1, plaats van dit feit"]


def test_an_empty_form_asks_for_the_reporting_service_only() -> None:
    assert [fault.name for fault in decode_form(Form()).faults] == ["origin/service"]


def _percent(text: str) -> str:
    return "".join(f"%{byte:02X}" for byte in text.encode())
