"""The offence catalogue: the wording of the facts, the wording of today, and what is left open (catalogue.toml)."""

import csv
import tomllib
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

from routing import Days, Law, Offence, Qualification, Qualifications, parse_law, qualifications
from routing.catalogue_checks import tap_differences
from routing.facts import OffenceCode
from routing.provisions import article_numbers

CLAIMS = tomllib.loads((Path(__file__).resolve().parent / "catalogue.toml").read_text())["claim"]
WORDINGS = list(csv.DictReader((Path(__file__).resolve().parent / "catalogue_wordings.csv").open()))
TODAY = date(2026, 11, 26)
CODES = sorted(code for group in get_args(OffenceCode) for code in (get_args(group) or (group,)))


def qualified(claim: dict[str, Any], law: Law) -> tuple[Qualifications, Qualification]:
    offence = Offence(offence=claim["offence"], committed=Days(first=claim.get("from"), last=claim.get("until")))
    found = qualifications(offence, claim["day"], law, claim.get("known_by"))
    return found, next(one for one in found.provisions if one.provision == claim["provision"])


@pytest.mark.parametrize("claim", CLAIMS, ids=[claim["claim"] for claim in CLAIMS])
def test_claim(claim: dict[str, Any], law: Law) -> None:
    found, one = qualified(claim, law)

    assert [text.article for text in one.at_facts] == claim["facts"]
    assert one.on_day is not None
    assert one.on_day.article == claim["today"]
    assert one.standing == claim.get("standing", "inForce")
    assert one.offence_since == claim.get("since", one.offence_since)
    assert found.both_periods == claim.get("both", False)
    assert list(found.missing) == claim.get("missing", [])
    assert one.milder_law_open == ("milder" in claim)
    if "milder" in claim:
        assert found.milder_law is not None
        assert found.milder_law.article == claim["milder"]
    text = one.at_facts[0] if one.at_facts else one.on_day
    penalty = text.penalty
    bounds = [penalty.prison_from, penalty.prison_to, penalty.fine_from_eur, penalty.fine_to_eur]
    assert bounds[: len(claim.get("penalty", ()))] == claim.get("penalty", [])
    assert penalty.level == claim.get("level", penalty.level)
    if "limitation" in claim:
        assert text.limitation is not None
        assert text.limitation.id == claim["limitation"]
    if "no_limitation" in claim:
        assert (text.limitation, text.no_limitation) == (None, claim["no_limitation"])
    assert text.correctional == claim.get("correctional", text.correctional)
    assert text.on_tap_list == claim.get("tapped", text.on_tap_list)


@pytest.mark.parametrize("code", CODES)
def test_every_offence_of_the_contract_has_a_provision_or_says_that_none_is_held(code: Any, law: Law) -> None:
    for committed in (Days(), Days(first=date(2015, 1, 1), last=date(2015, 1, 1)), Days(first=TODAY, last=TODAY)):
        found = qualifications(Offence(offence=code, committed=committed), TODAY, law)

        assert found.not_in_catalogue == (not found.provisions)
        assert found.not_in_catalogue == (code in law.catalogue.absent)
        assert all(one.at_facts or one.standing in ("notYetAnOffence", "olderWordingNotHeld") for one in found.provisions)


def test_offence_that_is_not_told_has_no_provision(law: Law) -> None:
    found = qualifications(Offence(), TODAY, law)

    assert found.not_in_catalogue
    assert found.provisions == ()


def test_every_wording_is_cited_with_its_source_and_its_confidence(law: Law) -> None:
    statutes = law.catalogue.statutes
    for provision in law.catalogue.provisions:
        for version in provision.version:
            assert version.article
            assert statutes[version.statute].source
            assert version.confidence in ("sure", "likely", "unverified")


def test_switch_stands_in_the_data_once(law: Law, files: dict[str, bytes]) -> None:
    assert law.catalogue.switch_day == date(2026, 9, 1)
    assert files["catalogue.toml"].count(b"2026-09-01") == 1


def test_a_later_switch_moves_every_wording(files: dict[str, bytes]) -> None:
    files["catalogue.toml"] = files["catalogue.toml"].replace(b"day = 2026-09-01", b"day = 2027-01-01")
    later = parse_law(files)
    facts = Days(first=date(2026, 10, 1), last=date(2026, 10, 1))
    found = qualifications(Offence(offence="handlingStolenGoods", committed=facts), TODAY, later)

    assert [text.article for text in found.provisions[0].at_facts] == ["505, 1°"]
    assert found.milder_law is None


def test_special_laws_have_no_penalty_and_no_limitation_from_the_switch(law: Law) -> None:
    for provision in law.catalogue.provisions:
        for version in provision.version:
            if version.period == "fromSwitch" and version.statute != "penalCode2024":
                assert (version.confidence, version.prison_to, version.level) == ("unverified", None, None), provision.id


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("407, 1°", (407,)), ("97-98", (97, 98)), ("451 en 478", (451, 478)), ("505-506 en 510", (505, 506, 510)), ("407, 12°", (407,))],
)
def test_numbers_of_articles(text: str, numbers: tuple[int, ...]) -> None:
    assert article_numbers(text) == numbers


def test_catalogue_and_tap_list_differ_where_this_says_and_nowhere_else(law: Law) -> None:
    """Against art. 90ter Sv.; each line is a question for a lawyer, told by `docket law check`."""
    expected = (Path(__file__).resolve().parent / "tap_list.txt").read_text().splitlines()

    assert list(tap_differences(law.catalogue)) == expected


def test_a_provision_that_leaves_the_catalogue_is_missed_by_the_tap_list(files: dict[str, bytes]) -> None:
    files["catalogue.toml"] = files["catalogue.toml"].replace(b'article = "501"', b'article = "504"')
    told = tap_differences(parse_law(files).catalogue)

    assert "tap list: art. 501 stands behind no provision" in told
    assert "WIT1: art. 504 is not on the tap list" in told


@pytest.mark.parametrize("row", WORDINGS, ids=[f"{row['provision']} on {row['facts_on']}" for row in WORDINGS])
def test_wording_of_the_table_is_in_force_on_its_day(row: dict[str, Any], law: Law) -> None:
    """Each row was read against the sources of the catalogue: article, longest prison, level, years of limitation, confidence."""
    day = date.fromisoformat(row["facts_on"])
    found = qualifications(Offence(offence=row["offence"], committed=Days(first=day, last=day)), day, law)
    one = next(one for one in found.provisions if one.provision == row["provision"])
    (text,) = one.at_facts
    shown = {
        "article": text.article,
        "prison_to": text.penalty.prison_to,
        "level": text.penalty.level,
        "level_to": text.penalty.level_to,
        "limitation_years": text.limitation.years if text.limitation else None,
        "confidence": text.confidence,
    }

    assert {name: "" if value is None else str(value) for name, value in shown.items()} == {name: row[name] for name in shown}
    assert (one.standing, one.on_day) == ("inForce", text)


def test_every_wording_of_the_catalogue_stands_in_the_table(law: Law) -> None:
    wordings = [(provision.id, version.article) for provision in law.catalogue.provisions for version in provision.version]

    assert [(row["provision"], row["article"]) for row in WORDINGS] == wordings
