"""The picture and the catalogue of the life of a file are those of its table."""

import pytest

from docket import life_page
from docket.transitions import STATUSES, TRANSITIONS


@pytest.mark.parametrize("file", life_page.files(), ids=lambda file: file.name)
def test_the_page_is_not_stale(file):
    assert file.read_text() == life_page.files()[file], "the table changed: python -m docket.life_page"


def test_the_picture_shows_every_status_and_the_catalogue_every_transition():
    text = life_page.page()

    assert all(f"`{row.code}`" in text for row in STATUSES)
    assert sum(line.startswith("| ") and "(`" in line for line in text.splitlines()) == len(TRANSITIONS)
    assert life_page.svg().count('marker-end="url(#a)"') == len(life_page.drawn())
    assert {row.code for row in STATUSES} - set(life_page._PLACES) == {"joined"}
