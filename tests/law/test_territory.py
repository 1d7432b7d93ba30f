"""Every municipality has one division on every day, and the changes that the tables record hold."""

import csv
import io
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from routing import CaseFacts, Days, Law, Offence, Place, route
from routing.districts import Town
from tests.routing.reports import decide

ASSIZE_OF_PROVINCE = {
    "Antwerpen": "assizeAntwerp",
    "Oost-Vlaanderen": "assizeEastFlanders",
    "West-Vlaanderen": "assizeWestFlanders",
    "Limburg": "assizeLimburg",
    "Vlaams-Brabant": "assizeFlemishBrabant",
    "Brabant wallon": "assizeWalloonBrabant",
    "Hainaut": "assizeHainaut",
    "Liège": "assizeLiege",
    "Namur": "assizeNamur",
    "Luxembourg": "assizeLuxembourg",
    None: "assizeBrusselsCapital",
}
FIRST = date(2014, 4, 1)
LAST = date(2026, 12, 31)


def quarters() -> list[date]:
    return [date(year, month, 1) for year in range(2014, 2027) for month in (1, 4, 7, 10) if date(year, month, 1) >= FIRST]


def town(law: Law, day: date, code: str | None = None, name: str | None = None, part: str | None = None) -> Town:
    return law.districts.town(code, name, part, day, day)


def division(law: Law, day: date, code: str | None = None, name: str | None = None, part: str | None = None) -> str | None:
    district = town(law, day, code, name, part).district
    return district.division if district else None


def test_every_municipality_has_exactly_one_division_in_every_quarter(law: Law) -> None:
    wrong = []
    for code, rows in law.districts.by_code.items():
        for day in quarters():
            in_force = [row for row in rows if row.in_force_from <= day and (row.in_force_until is None or day < row.in_force_until)]
            lives = rows[0].in_force_from <= day and (rows[-1].in_force_until is None or day < rows[-1].in_force_until)
            if len(in_force) != lives:
                wrong.append((code, day))

    assert wrong == []


def test_every_code_ever_used_leads_to_a_division_on_every_quarter(law: Law) -> None:
    for code in law.districts.by_code:
        for day in quarters():
            assert law.districts.row_on(code, day).division in law.divisions


@pytest.mark.parametrize(
    ("day", "municipalities"), [(FIRST, 589), (date(2019, 1, 1), 581), (date(2024, 12, 2), 580), (date(2025, 1, 1), 565), (LAST, 565)]
)
def test_number_of_municipalities(day: date, municipalities: int, law: Law) -> None:
    assert sum(law.districts.in_force(code, day) for code in law.districts.by_code) == municipalities


def test_province_and_division_name_the_same_assize_court(law: Law) -> None:
    for rows in law.districts.by_code.values():
        for row in rows:
            assert law.divisions[row.division].assize_court == ASSIZE_OF_PROVINCE[row.province], row.nis_code


CHANGES = list(csv.DictReader((Path(__file__).resolve().parent / "division_changes.csv").open()))


@pytest.mark.parametrize("row", CHANGES, ids=[f"{row['name']} {row['first_day']}" for row in CHANGES])
def test_municipality_changes_division_on_the_day_itself(row: dict[str, str], law: Law) -> None:
    change = date.fromisoformat(row["first_day"])

    assert division(law, change - timedelta(days=1), row["nis_code"]) == row["before"]
    assert division(law, change, row["nis_code"]) == row["after"]
    assert division(law, change - timedelta(days=1), name=row["name"]) == row["before"]
    assert division(law, change, name=row["name"]) == row["after"]


def test_no_other_municipality_ever_changed_division(law: Law) -> None:
    districts = law.districts
    found = []
    for code, rows in districts.by_code.items():
        following = [*rows[1:], *([districts.row_on(rows[-1].successor, rows[-1].in_force_until)] if rows[-1].in_force_until else [])]
        found += [
            (code, str(earlier.in_force_until), earlier.division, later.division)
            for earlier, later in zip(rows, following, strict=False)
            if earlier.division != later.division
        ]

    assert found == [(row["nis_code"], row["first_day"], row["before"], row["after"]) for row in CHANGES]


@pytest.mark.parametrize(("day", "ended", "into"), [(date(2019, 1, 1), 26, 18), (date(2024, 12, 2), 2, 1), (date(2025, 1, 1), 27, 13)])
def test_mergers_end_codes_on_one_day_and_go_on_in_others(day: date, ended: int, into: int, law: Law) -> None:
    gone = [rows[-1] for rows in law.districts.by_code.values() if rows[-1].in_force_until == day]

    assert (len(gone), len({row.successor for row in gone})) == (ended, into)
    assert all(law.districts.in_force(row.successor or "", day) for row in gone)
    assert not any(law.districts.in_force(row.nis_code, day) for row in gone)


def test_every_ended_code_is_its_successor_in_every_later_quarter(law: Law) -> None:
    districts = law.districts
    for code, rows in districts.by_code.items():
        ended = rows[-1].in_force_until
        for day in quarters() if ended else ():
            expected = districts.last_code[code] if day >= ended and districts.in_force(districts.last_code[code], day) else None
            assert expected is None or districts.row_on(code, day).nis_code == expected, (code, day)


def test_every_name_and_part_leads_to_one_division_in_every_quarter(law: Law) -> None:
    for name in law.districts.by_name:
        for day in quarters():
            assert division(law, day, name=" ".join(name)) in law.divisions, (name, day)


def test_every_part_has_the_division_of_its_municipality_in_every_quarter(law: Law, files: dict[str, bytes]) -> None:
    """The parts that the tables know are those of the port towns; each stands for its municipality, also after a merger."""
    parts = list(csv.DictReader(io.StringIO(files["parts.csv"].decode())))

    assert len(parts) > 40
    for part in parts:
        for day in quarters():
            assert division(law, day, part=part["name"]) == division(law, day, part["nis_code"]), (part["name"], day)


def test_municipalities_per_division_are_those_that_the_readings_counted(law: Law) -> None:
    """law/districts.md, section 7: municipalities per division on 1 January 2025."""
    day = date(2025, 1, 1)
    counted = Counter(law.districts.row_on(code, day).division for code in law.districts.by_code if law.districts.in_force(code, day))

    assert counted == {
        "antwerp": 28,
        "antwerpMechelen": 12,
        "antwerpTurnhout": 27,
        "limburgHasselt": 19,
        "limburgTongeren": 19,
        "eastFlandersDendermonde": 22,
        "eastFlandersGhent": 19,
        "eastFlandersOudenaarde": 14,
        "westFlandersBrugge": 25,
        "westFlandersIeper": 10,
        "westFlandersKortrijk": 21,
        "westFlandersVeurne": 6,
        "halleVilvoorde": 33,
        "leuven": 30,
        "brussels": 19,
        "walloonBrabant": 27,
        "hainaut": 69,
        "liege": 75,
        "eupen": 9,
        "namur": 38,
        "luxembourg": 43,
    }


@pytest.mark.parametrize("seised", quarters(), ids=str)
def test_case_of_zwijndrecht_stays_with_the_court_it_was_brought_before(seised: date, law: Law) -> None:
    """Law of 15 May 2024, art. 149: the day of seising counts, not that of the facts and not that of receipt."""
    report = {
        "receivedOn": "2026-06-01",
        "seisedOn": seised.isoformat(),
        "places": [{"id": "p1", "role": "scene", "municipality": "Zwijndrecht"}],
        "offences": [{"offence": "drugProduction", "committedFrom": "2020-03-01", "place": "p1"}],
    }
    court = decide(report, law, "enacted").tracks[0].court

    assert court == ("antwerpCorrectional" if seised < date(2025, 1, 1) else "eastFlandersDendermondeCorrectional")


@pytest.mark.parametrize("received", ["2024-12-31", "2025-01-01"])
def test_case_of_zwijndrecht_that_was_not_brought_follows_the_day_of_receipt(received: str, law: Law) -> None:
    report = {
        "receivedOn": received,
        "places": [{"id": "p1", "role": "scene", "municipality": "Zwijndrecht"}],
        "offences": [{"offence": "drugProduction", "committedFrom": "2020-03-01", "place": "p1"}],
    }
    office = decide(report, law, "enacted").tracks[0].prosecution_office

    assert office == ("antwerp" if received < "2025" else "eastFlandersDendermonde")


def test_day_of_seising_on_both_sides_of_the_merger_decides_nothing_and_says_so(law: Law) -> None:
    facts = CaseFacts(
        received_on=date(2026, 6, 1),
        seised_on=Days(first=date(2024, 12, 31), last=date(2025, 1, 1)),
        places=(Place(id="p1", role="scene", municipality="Zwijndrecht"),),
        offences=(Offence(offence="drugProduction", place="p1"),),
    )
    decision = route(facts, law, "enacted")

    assert [(track.prosecution_office, track.court) for track in decision.tracks] == [(None, None)]
    assert [warning.facts for warning in decision.warnings if warning.code == "seisedOnTooWide"] == [("seisedOn",)]


def test_tielt_is_marked_likely(law: Law) -> None:
    """law/districts.md, finding 7: the amending act and its first day were not read."""
    row = law.districts.row_on("37022", LAST)

    assert (row.division, row.citation.confidence) == ("westFlandersBrugge", "likely")
    assert {law.districts.row_on(code, LAST).nis_code for code in ("37007", "37015")} == {"37022"}


def test_bastogne_follows_its_successor_from_2_december_2024(law: Law) -> None:
    before = town(law, date(2024, 12, 1), "82003").district
    after = town(law, date(2024, 12, 2), "82003").district

    assert before is not None
    assert after is not None
    assert (before.nis_code, after.nis_code) == ("82003", "82039")
    assert town(law, date(2024, 12, 2), name="Bertogne").district == after
    assert before.division == after.division == "luxembourg"


def test_all_days_of_an_interval_count(law: Law) -> None:
    wide = law.districts.town("13016", None, None, date(2019, 1, 1), date(2022, 1, 1))
    narrow = law.districts.town("13016", None, None, date(2019, 10, 1), date(2021, 1, 17))

    assert (wide.district, wide.failure) == (None, "severalDivisions")
    assert narrow.district is not None


@pytest.mark.parametrize("part", ["Kallo", "Doel", "Verrebroek", "Kieldrecht", "Melsele", "Vrasene", "Haasdonk"])
def test_parts_of_beveren_are_the_division_dendermonde(part: str, law: Law) -> None:
    for day in (FIRST, LAST):
        assert division(law, day, name=part) == "eastFlandersDendermonde"


@pytest.mark.parametrize(
    "part", ["Merksem", "Ekeren", "Borgerhout", "Deurne", "Wilrijk", "Linkeroever", "Berendrecht", "Zandvliet", "Lillo"]
)
def test_parts_of_the_city_are_the_division_antwerp(part: str, law: Law) -> None:
    for day in (FIRST, LAST):
        assert division(law, day, part=part) == "antwerp"


def test_burcht_moves_with_zwijndrecht(law: Law) -> None:
    assert division(law, date(2024, 12, 31), name="Burcht") == "antwerp"
    assert division(law, date(2025, 1, 1), name="Burcht") == "eastFlandersDendermonde"


def test_every_name_and_code_of_a_row_leads_to_that_row(law: Law) -> None:
    for rows in law.districts.by_code.values():
        for row in rows:
            found = town(law, row.in_force_from, row.nis_code, row.name_nl)

            assert found.district is not None
            assert not found.contradicts
            assert found.district.nis_code == row.nis_code
            assert division(law, row.in_force_from, name=row.name_nl) == row.division
