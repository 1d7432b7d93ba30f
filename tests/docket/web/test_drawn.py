"""Rows that were drawn are told again only while nothing that they say changed."""

from markupsafe import Markup
from msgspec.structs import replace

from docket.web import words
from docket.web.drawn import Drawn
from docket.web.pages import html
from docket.web.visit import Visit
from docket.web.work_list import ROW, WorkListPage


def test_a_row_whose_words_changed_is_drawn_anew() -> None:
    visit = Visit()
    first = html(visit, WorkListPage(code="timeLimits", rows=(ROW,), count=1))
    later = html(visit, WorkListPage(code="timeLimits", rows=(replace(ROW, lines=("nog een dag <meer>",)),), count=1))

    assert "nog een dag" not in first and "nog een dag &lt;meer&gt;" in later
    assert html(visit, WorkListPage(code="timeLimits", rows=(ROW,), count=1)) == first


def test_another_law_has_its_own_titles_in_a_row_that_was_drawn_before(law) -> None:
    office = ROW.case.prosecution_offices[0]
    one, other = (words.LawTitles(offices={office: title}) for title in ("Parket van toen", "Parket van nu"))
    page = WorkListPage(code="timeLimits", rows=(ROW,), count=1)

    assert "Parket van toen" in html(Visit(law=one), page)
    assert "Parket van nu" in html(Visit(law=other), page)
    assert words.of_law(law.law) is words.of_law(law.law)


def test_the_oldest_rows_go_first() -> None:
    drawn = Drawn(most=2)
    for number in (1, 2, 3):
        drawn.keep(number, Markup(number))

    assert [drawn.of(number) for number in (1, 2, 3)] == [None, "2", "3"]
