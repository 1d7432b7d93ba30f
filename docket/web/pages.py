"""Fills the page templates: one environment, strict about unknown names, and the words and dates of every screen."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from functools import cache
from typing import Any, ClassVar

import jinja2
import msgspec
from litestar import Response
from litestar.response import Redirect
from markupsafe import Markup, escape

from docket import entry_lines, titles
from docket.clock import COURT_ZONE, court_day
from docket.packaged import packaged_folder
from docket.web import assets, words
from docket.web.case_form import field_id
from docket.web.submission import Fault
from docket.web.visit import Visit

_CASE_NUMBER = re.compile(r"HAV-\d{4}-\d{6}")


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """The context of one screen; `template` is the file of the same name as its module."""

    template: ClassVar[str]
    #: The address of the menu that this page belongs to.
    path: ClassVar[str] = ""

    @property
    def place(self) -> str:
        """The same, where it hangs on what the page shows."""
        return self.path

    @property
    def faulty(self) -> bool:
        """Whether the title opens with "Fout:"."""
        return False


class AskingPage(Page, frozen=True, kw_only=True):
    """A screen with a form: what was wrong in it, and what changed on the file while it stood open."""

    faults: tuple[Fault, ...] = ()
    stale: str = ""

    @property
    def faulty(self) -> bool:
        return bool(self.faults or self.stale)

    def fault(self, name: str) -> str:
        return " ".join(fault.detail for fault in self.faults if fault.name == name)


def render(visit: Visit, page: Page, status: int = 200) -> Response[str]:
    return Response(html(visit, page), status_code=status, media_type="text/html")


def html(visit: Visit, page: Page) -> str:
    return environment().get_template(f"pages/{page.template}").render(visit=visit, page=page)


def go(address: str) -> Redirect:
    """After a post: the next page is fetched anew, so that reloading repeats nothing."""
    return Redirect(address, status_code=303)


@cache
def environment() -> jinja2.Environment:
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(packaged_folder("templates")),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    names: dict[str, Any] = made.globals
    names |= {
        "asset": assets.address,
        "words": words,
        "field_id": field_id,
        "entry_title": entry_lines.title_of,
        "who": titles.who,
    }
    made.filters.update(
        day=day, moment=moment, moment_day=moment_day, capitalise=capitalise, unbroken=unbroken, titled=titled, listed=listed
    )
    return made


def day(value: date | None) -> str:
    return value.strftime("%d/%m/%Y") if value else ""


def titled(code: str | None, titles: words.Titles) -> str:
    """A filter, for a row has several: the templates call a filter directly and a function through their context."""
    return words.title(titles, code)


def listed(codes: Sequence[str | None], titles: words.Titles, none: str) -> str:
    """Their titles in their order; `none` where there is no code. A loop in a template costs more than its row."""
    return "; ".join([words.title(titles, code) or none for code in codes])


def capitalise(words_within: str) -> str:
    """Only its first letter: names keep theirs."""
    return words_within[:1].upper() + words_within[1:]


def unbroken(heading: str) -> Markup:
    """With its case numbers each on one line, however narrow the screen."""
    # Escaped first; a case number holds no sign that means anything in HTML.
    return Markup(_CASE_NUMBER.sub(r'<span class="number">\g<0></span>', str(escape(heading))))  # noqa: S704


def moment_day(value: datetime) -> str:
    """In court time."""
    return day(court_day(value))


def moment(value: datetime | None) -> str:
    """Court time."""
    return value.astimezone(COURT_ZONE).strftime("%d/%m/%Y om %H.%M uur") if value else ""
