"""The pages about the law: the same figures as the law data, for everybody who is signed in."""

import html
import re
from datetime import date

import msgspec
import pytest

from docket import legislation
from docket.deps import Deps
from docket.legislation import LoadedLaw
from docket.web import law
from docket.web.law_areas import EXAMPLES, LABEL_WIDTH
from routing import Law, law_state
from tests.docket.enacting import enact
from tests.docket.web.conftest import Enter

LAW: Law = legislation.load().law


@pytest.mark.parametrize("role", ["clerk", "prosecutor", "administrator", "auditor"])
async def test_everybody_who_is_signed_in_reads_the_state_of_the_law(role: str, enter: Enter) -> None:
    person = await enter(role)
    await person.open("/recht")

    assert f"{len(LAW.rows)} regels" in person.text
    assert legislation.load().digest[:16] in person.text
    assert "Stroomplan In gebruik" in person.text
    assert "nieuwe Strafwetboek geldt voor feiten vanaf 01/09/2026" in person.text


async def test_every_row_of_a_file_can_be_read_page_by_page(enter: Enter) -> None:
    clerk = await enter("clerk")
    await clerk.open("/recht/bestanden/districts.csv")
    rows = re.findall(r'<tr><th scope="row">(\S+)', clerk.page.text)
    while onward := re.search(r'href="(/recht/bestanden/[^"]+vanaf=\d+)"', clerk.page.text):
        await clerk.open(onward[1])
        rows += re.findall(r'<tr><th scope="row">(\S+)', clerk.page.text)

    assert rows == [row.row.split()[0] for row in LAW.rows if row.file == "districts.csv"]


def compared_on(*days: str) -> LoadedLaw:
    """The wordings of the policies, in the order of their file, with the day on which a person compared each with the official text."""
    files = legislation.read_files()
    first, *rest = files["policies.toml"].decode().split("  citation = ")
    assert len(rest) == len(days)
    lines = [f"  checked_on = {day}\n" if day else "" for day in days]
    told = "".join(f"{line}  citation = {text}" for line, text in zip(lines, rest, strict=True))
    files["policies.toml"] = f"{first}{told}".encode()
    return legislation.of_pack(files, legislation.digest(files))


async def test_rows_to_check_of_a_file_are_listed_alone(enter: Enter, deps: Deps) -> None:
    await enact(compared_on("2026-11-01", "2025-03-01", "", "2026-11-23"), deps)
    clerk = await enter("clerk")
    await clerk.open("/recht")
    assert 'href="/recht/bestanden/policies.toml?na-te-gaan=ja"' in clerk.page.text
    await clerk.open("/recht/bestanden/policies.toml")
    assert "regels 1 tot 4 van 4" in clerk.text
    assert "Alleen wat na te gaan is (2)" in clerk.text

    await clerk.open("/recht/bestanden/policies.toml?na-te-gaan=ja")

    assert re.findall(r'data-label="Vergeleken op">([^<]+)', clerk.page.text) == ["01/03/2025", "nooit"]
    assert "regels 1 tot 2 van 2" in clerk.text


async def test_rows_to_check_are_read_page_by_page(enter: Enter) -> None:
    clerk = await enter("clerk")
    await clerk.open("/recht/bestanden/districts.csv?na-te-gaan=ja")
    onward = re.search(r'href="(/recht/bestanden/[^"]+vanaf=\d+)"', clerk.page.text)
    assert onward is not None
    await clerk.open(html.unescape(onward[1]))

    assert "regels 201 tot 400" in clerk.text
    assert "Alleen wat na te gaan is: " in clerk.text


async def test_a_file_without_rows_to_check_says_so(enter: Enter, deps: Deps) -> None:
    await enact(compared_on("2026-11-01", "2026-11-01", "2025-11-24", "2026-11-24"), deps)
    clerk = await enter("clerk")
    await clerk.open("/recht/bestanden/policies.toml?na-te-gaan=ja")

    assert "Er is niets na te gaan" in clerk.text
    assert "<table" not in clerk.page.text


async def test_wordings_of_which_correctionalisation_was_not_read_are_counted(enter: Enter) -> None:
    clerk = await enter("clerk")
    await clerk.open("/recht")

    assert f"is van {len(law_state(LAW, date(2026, 11, 24)).correctional_not_checked)} teksten niet nagegaan" in clerk.text
    assert "DRUG2 (art. 2bis, § 2)" in clerk.text


async def test_a_law_file_that_does_not_exist_is_not_found(enter: Enter) -> None:
    clerk = await enter("clerk")

    assert (await clerk.open("/recht/bestanden/grondwet.toml")).status_code == 404


async def test_picture_shows_every_outline_and_every_dock_that_has_a_point(enter: Enter) -> None:
    clerk = await enter("clerk")
    await clerk.open("/recht/gebieden")
    drawn = re.findall(r'<circle class="chart__dot"', clerk.page.text)
    docks = [place for place in LAW.places if place.latitude is not None and place.kind in ("dock", "lock", "terminal")]
    ports = {LAW.areas[outline.area].port for outline in LAW.eras[-1].gazetteer.outlines}

    assert len(drawn) == len([place for place in docks if place.port in ports]) > 40
    assert len(re.findall(r'<polygon class="chart__edge"', clerk.page.text)) == len(LAW.eras[-1].gazetteer.outlines)
    assert "400 meter" in clerk.text
    assert "niet nagegaan" in clerk.text
    assert "arrondissement Antwerpen, arrondissement Oost-Vlaanderen, Nederland" in clerk.text


def test_numbers_that_would_cover_each_other_stand_together() -> None:
    picture = EXAMPLES[0].pictures[0]
    one = picture.dots[0]
    near = msgspec.structs.replace(one, number=2, x=one.x + LABEL_WIDTH - 1)
    far = msgspec.structs.replace(one, number=3, x=one.x + 3 * LABEL_WIDTH)

    labels = msgspec.structs.replace(picture, dots=(one, near, far)).labels

    assert [(x, label) for x, _, label in labels] == [(near.x, "1, 2"), (far.x, "3")]


async def test_docks_are_drawn_within_their_picture(enter: Enter) -> None:
    clerk = await enter("clerk")
    await clerk.open("/recht/gebieden")
    pictures = re.findall(r'<svg class="chart" viewBox="0 0 (\d+) (\d+)"(.*?)</svg>', clerk.page.text, re.DOTALL)

    assert len(pictures) == 3
    for width, height, inside in pictures:
        for x, y in re.findall(r'chart__dot" cx="([\d.-]+)" cy="([\d.-]+)"', inside):
            assert 0 <= float(x) <= int(width)
            assert 0 <= float(y) <= int(height)


def test_every_law_file_that_is_shown_has_a_title() -> None:
    assert {row.file for row in LAW.rows} == set(law.FILES)
