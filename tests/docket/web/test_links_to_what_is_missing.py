"""Whoever is told that a fact is missing for a document comes by its link to the page, and on it to the field, where it is filled in."""

import ast
import re
from pathlib import Path

import documents
from docket import papers
from docket.decoding import shape_of
from docket.deps import Deps
from tests.builders import a_case
from tests.docket.actions.test_every_paper import FACTS
from tests.docket.web.conftest import Enter

FOLDER = Path(papers.__file__).parent
#: Kinds of which a document can be made, by the module that asks for what is missing.
KINDS = {kind.code: kind for kind in documents.KINDS}


def links() -> dict[str, set[str]]:
    """Every link that stands as words in the code, by its module."""
    found: dict[str, set[str]] = {}
    for file in FOLDER.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.keyword) and node.arg == "link":
                told = {each.value for each in ast.walk(node.value) if isinstance(each, ast.Constant) and isinstance(each.value, str)}
                parts = {each for joined in ast.walk(node.value) if isinstance(joined, ast.JoinedStr) for each in _words(joined)}
                found.setdefault(file.stem, set()).update(told - parts - {""})
    return found


def _words(joined: ast.JoinedStr) -> set[str]:
    return {each.value for each in ast.walk(joined) if isinstance(each, ast.Constant) and isinstance(each.value, str)}


def typed_fields(code: str) -> set[str]:
    return {field.encode_name for field in shape_of(KINDS[code].typed).fields}


def test_every_link_to_a_field_of_the_form_names_a_field_that_the_form_of_its_kind_has() -> None:
    everywhere = set().union(*(typed_fields(code) for code in KINDS))
    wrong = []
    for module, told in links().items():
        fields = typed_fields(module) if module in KINDS else everywhere
        wrong += [f"{module}: {one}" for one in told if one.startswith("#") and one[1:] not in fields]

    assert not wrong
    assert sum(one.startswith("#") for told in links().values() for one in told) > 50


#: By what is not written as one word in the code: an answer to a guard, a row of the report.
COMPOSED = {
    "overdragen",
    "geschil",
    "bevestigen",
    "verbeteren#personen",
    "verbeteren#feiten",
    "stand",
    *(f"verbeteren#f-persons-0-{field}" for field in ("birthDate",)),
    *(f"verbeteren#f-seizures-0-{field}" for field in ("kind", "place", "netWeightKg")),
    "verbeteren#f-seizures-1-amountEur",
    "verbeteren#f-seizures-0-quantity",
}


async def test_every_link_to_the_register_opens_a_page_that_holds_the_place_it_names(enter: Enter, deps: Deps) -> None:
    number = (await a_case(deps, **FACTS)).case_number
    told = {one for each in links().values() for one in each if not one.startswith("#")} | COMPOSED
    magistrate, clerk = await enter("prosecutor", "headOfOffice"), await enter("clerk")
    wrong = []
    for link in sorted(told):
        address = papers.page_of(link, number)
        page, _, place = address.partition("#")
        opened = [await person.open(page) for person in (magistrate, clerk)]
        held = [one for one in opened if one.status_code == 200]
        if "?soort=" in page and opened[0].status_code == 409:
            # Another document instead of this one: where it does not exist yet, its page says in which state it does.
            assert "dit dossier staat" in clerk.text or "kan alleen vanuit" in clerk.text or "verwijzing" in clerk.text
        elif not held:
            wrong.append(f"{link}: {[one.status_code for one in opened]}")
        elif place and not any(re.search(rf'\bid="{re.escape(place)}"', one.text) for one in held):
            wrong.append(f"{link}: the page has no such place")

    assert not wrong
    assert len(told) > 20
