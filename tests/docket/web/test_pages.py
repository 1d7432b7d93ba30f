"""Every screen: guarded, complete, and rendered with its example."""

import importlib
import pkgutil
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from docket import web
from docket.access import ALL_ROLES, Actor
from docket.packaged import packaged_folder
from docket.web import pages
from docket.web.pages import Page
from docket.web.visit import ANYBODY, NEEDS, NEWCOMER, SIGNED_IN, Visit

MODULES = tuple(importlib.import_module(f"docket.web.{module.name}") for module in pkgutil.iter_modules(web.__path__))
EXAMPLES = tuple(example for module in MODULES for example in getattr(module, "EXAMPLES", ()))
VISIT = Visit(
    actor=Actor(account_id=1, code="user:1", roles=frozenset(ALL_ROLES), office="antwerpPort"),
    display_name="Medewerker A",
    csrf_token="token",
    shortcuts=True,
)
#: May stand open to everybody: the sign-in form, and files that hold no data.
#: A calendar program has no session; the address of a feed is its key, and what it shows is what its account may read.
OPEN_HANDLERS = {"show_sign_in", "do_sign_in", "static_file", "read_feed", "show_question", "take_answer"}
VOID = {"input", "meta", "link", "br", "img", "path", "rect", "circle", "polygon"}


def _name(example: Page) -> str:
    return f"{type(example).__name__}-{EXAMPLES.index(example)}"


class Reader(HTMLParser):
    """Collects what a browser would stumble over."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.references: list[str] = []
        self.controls: list[str] = []
        self.labelled: list[str] = []
        self.open: list[str] = []
        self.inline: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        self.inline += [name for name in given if name.startswith("on") or name == "style"]
        if tag in ("script", "style") and "src" not in given:
            self.inline.append(tag)
        if "id" in given:
            self.ids.append(given["id"])
        for name in ("aria-describedby", "aria-labelledby", "for"):
            self.references += given.get(name, "").split()
        if tag in ("select", "textarea") or (tag == "input" and given.get("type") not in ("hidden", "checkbox", "radio")):
            self.controls.append(given.get("id", f"<{tag} {given}>"))
        if tag == "label" and "for" in given:
            self.labelled.append(given["for"])
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag, f"</{tag}> closes another element"


@pytest.mark.parametrize("example", EXAMPLES, ids=_name)
def test_every_page_renders_with_its_example(example: Page) -> None:
    reader = Reader()
    reader.feed(pages.html(VISIT, example))

    assert reader.open == []
    assert sorted(reader.ids) == sorted(set(reader.ids))
    assert set(reader.references) <= set(reader.ids)
    assert set(reader.controls) <= set(reader.labelled)
    assert reader.inline == []


@pytest.mark.parametrize("example", EXAMPLES, ids=_name)
def test_no_page_shows_a_value_that_is_not_there(example: Page) -> None:
    assert not re.search(r"\b(None|True|False)\b", re.sub(r"<[^>]*>", " ", pages.html(VISIT, example)))


def test_every_page_has_its_template_and_every_template_its_page() -> None:
    # Pieces that pages share: what they look like is seen on the pages.
    shared = {
        "candidates.html",
        "case_rows.html",
        "contact_list.html",
        "layout.html",
        "macros.html",
        "clocks.html",
        "case_form.html",
        "decision.html",
        "facts.html",
        "qualifications.html",
        "taken.html",
        "typed_fields.html",
        "life.html",
        "requests.html",
    }
    classes = {kind for module in MODULES for kind in vars(module).values() if isinstance(kind, type) and issubclass(kind, Page)}

    named = {kind.template for kind in classes if "template" in vars(kind)}

    assert named | shared == {path.name for path in (packaged_folder("templates") / "pages").iterdir()}


def test_every_route_says_whom_it_lets_in() -> None:
    known = {ANYBODY, SIGNED_IN, NEWCOMER}
    open_to_all = {str(handler.handler_name) for handler in web.HANDLERS if handler.opt[NEEDS] == ANYBODY}

    assert open_to_all == OPEN_HANDLERS
    assert all(handler.opt[NEEDS] in known or VISIT.may(handler.opt[NEEDS]) for handler in web.HANDLERS)


def test_templates_hold_no_outside_address_but_sources_of_law() -> None:
    folder = packaged_folder("templates") / "pages"
    files = [*folder.iterdir(), *(Path(web.__file__).parent / "static").iterdir()]

    for file in files:
        assert set(re.findall(r"https?://[\w.]+", file.read_text())) <= {"http://www.w3.org", "https://"}, file.name
