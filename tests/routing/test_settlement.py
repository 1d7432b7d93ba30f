"""Who settles a conflict of jurisdiction: the two seats choose it (law of art. 525-540 Sv. and 143bis Ger.W.)."""

from datetime import date

import pytest

from routing import Law, settlement

DAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("one", "other", "settled_by", "settlers", "article"),
    [
        ("antwerpPort", "eastFlandersDendermonde", "prosecutorsGeneral", ("prosecutorGeneralAntwerp", "prosecutorGeneralGhent"), "143bis"),
        ("eastFlandersGhent", "antwerp", "prosecutorsGeneral", ("prosecutorGeneralGhent", "prosecutorGeneralAntwerp"), "143bis"),
        ("antwerpPort", "limburgHasselt", "prosecutorsGeneral", ("prosecutorGeneralAntwerp",), "143bis"),
        ("antwerpPort", "antwerpMechelen", "agreement", (), "één parket"),
        ("eastFlandersDendermonde", "eastFlandersGhent", "agreement", (), "één parket"),
    ],
)
def test_no_judge_settles_a_conflict_between_two_prosecutors(
    one: str, other: str, settled_by: str, settlers: tuple[str, ...], article: str, law: Law
) -> None:
    found = settlement("offices", one, other, law, DAY)

    assert found is not None
    assert (found.row.settled_by, found.settlers) == (settled_by, settlers)
    assert article in found.citation.citation


@pytest.mark.parametrize(
    ("one", "other", "settled_by", "settlers", "article"),
    [
        ("antwerpCorrectional", "eastFlandersDendermondeCorrectional", "courtOfCassation", (), "526"),
        ("eastFlandersGhentCorrectional", "antwerpMechelenCorrectional", "courtOfCassation", (), "526"),
        ("antwerpCorrectional", "limburgHasseltCorrectional", "courtOfAppeal", ("appealAntwerp",), "540"),
        ("eastFlandersGhentCorrectional", "westFlandersBruggeCorrectional", "courtOfAppeal", ("appealGhent",), "540"),
        ("antwerpCorrectional", "assizeAntwerp", "courtOfAppeal", ("appealAntwerp",), "540"),
        ("eastFlandersDendermondeCorrectional", "eastFlandersGhentCorrectional", "presidentOfCourt", (), "88"),
        ("antwerpCorrectional", "youthAntwerp", "presidentOfCourt", (), "88"),
    ],
)
def test_the_circuits_of_two_courts_choose_cassation_or_the_court_of_appeal(
    one: str, other: str, settled_by: str, settlers: tuple[str, ...], article: str, law: Law
) -> None:
    found = settlement("judges", one, other, law, DAY)

    assert found is not None
    assert (found.row.settled_by, found.settlers) == (settled_by, settlers)
    assert article in found.citation.citation


def test_the_order_of_the_seats_does_not_choose(law: Law) -> None:
    one = settlement("offices", "antwerp", "eastFlandersGhent", law, DAY)
    other = settlement("offices", "eastFlandersGhent", "antwerp", law, DAY)

    assert one is not None and other is not None
    assert (one.row, one.citation, set(one.settlers)) == (other.row, other.citation, set(other.settlers))


@pytest.mark.parametrize("seat", ["federal", "foreign", "customs", "nowhere"])
def test_a_seat_without_a_circuit_has_nobody_who_settles(seat: str, law: Law) -> None:
    assert settlement("offices", "antwerp", seat, law, DAY) is None


def test_every_two_offices_of_a_territory_and_every_two_courts_have_a_row(law: Law) -> None:
    offices = [division.office for division in law.divisions.values()]
    courts = [division.correctional_court for division in law.divisions.values()]

    missing = [(one, other) for one in offices for other in offices if settlement("offices", one, other, law, DAY) is None]
    missing += [(one, other) for one in courts for other in courts if settlement("judges", one, other, law, DAY) is None]

    assert missing == []
