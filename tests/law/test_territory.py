"""Every municipality has one division on every day, and the changes that the tables record hold."""

from datetime import date, timedelta

import pytest

from routing import Law
from routing.districts import Town

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


@pytest.mark.parametrize(
    ("code", "change", "before", "after"),
    [
        ("11056", date(2025, 1, 1), "antwerp", "eastFlandersDendermonde"),
        ("73040", date(2025, 1, 1), "limburgTongeren", "limburgHasselt"),
        ("44045", date(2018, 7, 1), "eastFlandersGhent", "eastFlandersDendermonde"),
        ("13012", date(2019, 10, 1), "antwerpTurnhout", "antwerpMechelen"),
        ("13012", date(2021, 1, 18), "antwerpMechelen", "antwerpTurnhout"),
        ("13016", date(2021, 1, 18), "antwerpMechelen", "antwerpTurnhout"),
        ("37002", date(2018, 6, 1), "westFlandersKortrijk", "westFlandersBrugge"),
        ("32010", date(2018, 12, 1), "westFlandersVeurne", "westFlandersBrugge"),
        ("33029", date(2018, 12, 1), "westFlandersIeper", "westFlandersKortrijk"),
        ("37007", date(2025, 1, 1), "westFlandersKortrijk", "westFlandersBrugge"),
    ],
)
def test_municipality_changes_division_on_the_day_itself(code: str, change: date, before: str, after: str, law: Law) -> None:
    assert division(law, change - timedelta(days=1), code) == before
    assert division(law, change, code) == after


def test_bastogne_follows_its_successor_from_2_december_2024(law: Law) -> None:
    district = town(law, date(2024, 12, 2), "82003").district

    assert district is not None
    assert district.nis_code == "82039"


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
