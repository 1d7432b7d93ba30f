"""What the report on the law data counts: rows by confidence, and rows that nobody compared with the official text lately."""

from datetime import date

import pytest

from routing import Law, law_report, law_state, parse_law

TODAY = date(2026, 11, 26)
MAGISTRATE = b'id = "magistrate"'


def checked(files: dict[str, bytes], day: str) -> Law:
    """The law with one wording that a person compared with the official text on a day."""
    before, after = files["competence.toml"].split(MAGISTRATE)
    after = after.replace(b"  citation = ", f"  checked_on = {day}\n  citation = ".encode(), 1)
    return parse_law(files | {"competence.toml": before + MAGISTRATE + after})


def test_no_row_of_the_law_that_ships_was_compared_with_the_official_text(law: Law) -> None:
    state = law_state(law, TODAY)

    assert sum(file.never_checked for file in state.files) == len(law.rows) == len(state.to_check)
    assert sum(file.expired for file in state.files) == 0


@pytest.mark.parametrize(
    ("day", "expired"),
    [("2026-11-26", False), ("2025-11-26", False), ("2025-11-25", True), ("2020-02-29", True)],
    ids=["today", "a year ago", "a day longer ago", "a leap day"],
)
def test_a_comparison_lasts_a_year(day: str, expired: bool, files: dict[str, bytes]) -> None:
    state = law_state(checked(files, day), TODAY)
    file = next(one for one in state.files if one.file == "competence.toml")

    assert file.never_checked == file.rows - 1
    assert file.expired == expired
    assert any(row.row == "magistrate" for row in state.to_check) == expired


def test_rows_add_up_by_confidence(law: Law) -> None:
    for file in law_state(law, TODAY).files:
        assert file.rows == file.sure + file.likely + file.unverified


def test_every_law_file_with_statements_of_law_is_counted(law: Law, files: dict[str, bytes]) -> None:
    assert {file.file for file in law_state(law, TODAY).files} == set(files)


def test_whatever_an_offence_says_of_itself_is_a_row_with_its_basis(law: Law) -> None:
    rows = {row.row for row in law.rows if row.file == "offences.toml"}

    assert rows == {f"{offence.code} {flag}" for offence in law.offences.values() for flag in offence.flags}
    assert "drugPreparation limb_with" in rows
    assert "other silent_follows" in rows
    assert "theft continuing" not in rows


def test_every_office_rests_on_its_own_row_or_on_its_division(law: Law) -> None:
    own = {row.row for row in law.rows if row.file == "prosecution_offices.toml"}
    ordinary = {office.code for office in law.offices.values() if office.kind == "ordinary"}

    assert set(law.offices) == own | ordinary
    assert ordinary == {division.office for division in law.divisions.values()}


def test_every_row_is_cited_sourced_and_dated_or_open(law: Law) -> None:
    for row in law.rows:
        assert row.citation, row
        assert row.source, row
        assert row.in_force_from is None or row.in_force_until is None or row.in_force_from < row.in_force_until, row


def test_wordings_not_checked_for_correctionalisation_are_counted_by_name(law: Law) -> None:
    """Law.md C holds no word on which crimes of the old Code can be correctionalised: nothing is filled in."""
    line = next(line for line in law_report(law, TODAY) if "correctionalised" in line)
    found = law_state(law, TODAY).correctional_not_checked

    assert line.startswith(f"whether a crime can be correctionalised: {len(found)} wordings not checked: ")
    assert "DRUG2 (art. 2bis, § 2)" in found
    assert not any(row.startswith(("DRUG1 ", "HAV1 ")) for row in found)
    for row in found:
        assert row in line


def test_the_list_of_rows_to_check_is_printed_on_request(files: dict[str, bytes]) -> None:
    law = checked(files, "2024-01-01")
    short, long = law_report(law, TODAY), law_report(law, TODAY, list_expired=True)

    assert not any(line.startswith("to check:") for line in short)
    assert any(line.startswith("to check: competence.toml magistrate [open, open)") and line.endswith("(2024-01-01)") for line in long)
    assert len(long) - len(short) == len(law.rows)
