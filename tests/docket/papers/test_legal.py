"""What a document says of the law is law data: dated, sourced, in force on the day of its making, and in no layout and no paper."""

import ast
import re
import typing
from datetime import date
from pathlib import Path

import msgspec
import pytest

import docket
import documents
from docket import legislation, titles
from docket.papers import legal as papers_legal
from documents import MissingFact, legal
from routing import Law

LAW: Law = legislation.load().law
ROOTS = (Path(documents.__file__).parent / "layout", Path(docket.__file__).parent / "papers")
ARTICLE = re.compile(r"\bart\. ?\d|\bartikel(?:en)? \d|\d\w* (?:Sv|Sw|V\.T\.Sv|Ger\.W)\b|§ ?\d", re.IGNORECASE)


def _strings(module: Path) -> list[str]:
    """Every text of a module that can be printed: its docstrings are not."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    bodies = [node for node in ast.walk(tree) if isinstance(node, (ast.Module, ast.FunctionDef, ast.ClassDef))]
    told = {ast.get_docstring(node, clean=False) for node in bodies}
    texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return [text for text in texts if text not in told]


def test_no_layout_and_no_paper_holds_an_article() -> None:
    modules = [module for root in ROOTS for module in root.glob("*.py")]
    found = {f"{module.name}: {text}" for module in modules for text in _strings(module) if ARTICLE.search(text)}

    assert len(modules) > 50
    assert found == set()


def test_no_form_asks_for_an_article_that_the_law_data_do_not_hold() -> None:
    asked = [
        f"{kind.code}.{field.name}: {ARTICLE.findall(str(field.type))}"
        for kind in documents.KINDS
        for field in msgspec.structs.fields(kind.typed)
        if ARTICLE.search(str(field.type))
    ]

    assert asked == []


def test_the_law_says_of_every_kind_of_document_what_it_rests_on_how_surely_and_where_that_was_read() -> None:
    rows = {row.kind: row for row in LAW.documents.document}

    assert set(rows) == {kind.code for kind in (*documents.KINDS, *documents.OF_NO_FILE)}
    for row in rows.values():
        assert all(version.citation and version.source and version.confidence for version in row.version), row.kind
        assert all(version.title_nl == documents.kind_of(row.kind).title_nl for version in row.version), row.kind
    unread = {kind for kind, row in rows.items() if row.kind_of_ground == "policy"}
    assert unread == {"jurisdiction_note", "jurisdiction_note_defence", "receipt", "hearing_roll", "parliament_answer", "bundle_cover"}


def _shape(kind: documents.DocumentKind) -> type[legal.Law]:
    return typing.get_type_hints(kind.context)["law"]


STATED = [kind for kind in (*documents.KINDS, *documents.OF_NO_FILE) if "law" in kind.context.__struct_fields__]


@pytest.mark.parametrize("kind", STATED, ids=lambda kind: kind.code)
def test_an_example_tells_the_law_as_the_law_data_tell_it_on_some_day(kind: documents.DocumentKind) -> None:
    days = [date(2019, 1, 1), date(2023, 1, 1), date(2026, 11, 26)]
    told = [papers_legal.on_day(LAW, day, kind.code, _shape(kind)) for day in days if LAW.documents.of_kind(kind.code, day) is not None]
    if kind.code == "file_inventory":
        sending = LAW.documents.choices("inventoryOccasion", days[-1])["sending"]
        told = [msgspec.structs.replace(told[-1], citation=sending.citation, confidence=titles.CONFIDENCES[sending.confidence])]

    assert kind.example.law in told


def test_every_document_of_a_file_states_its_law() -> None:
    assert {kind.code for kind in documents.KINDS} <= {kind.code for kind in STATED}


def test_a_document_that_the_law_of_its_day_does_not_know_is_not_made() -> None:
    the_day_before = date(2021, 12, 9)

    assert papers_legal.on_day(LAW, date(2021, 12, 10), "port_ban_notice", legal.InternalLaw).confidence == "niet nagegaan"
    with pytest.raises(MissingFact, match="geldend recht"):
        papers_legal.on_day(LAW, the_day_before, "port_ban_notice", legal.InternalLaw)


def test_the_wording_of_the_day_of_making_is_printed() -> None:
    before, since = (papers_legal.on_day(LAW, day, "extinction_finding", legal.SecretLaw) for day in (date(2024, 4, 27), date(2024, 4, 28)))

    assert ("21ter" in before.citation, "21ter" in since.citation) == (False, True)


def test_the_article_of_confiscation_is_not_carried_over_to_the_new_code_unread() -> None:
    old, new = (LAW.documents.provision("confiscation", day) for day in (date(2026, 8, 31), date(2026, 9, 1)))

    assert old is not None and new is not None
    assert (old.citation, new.confidence) == ("art. 43bis Sw. (1867)", "unverified")
    assert "niet gelezen" in new.citation


def test_an_inventory_of_a_sending_rests_on_article_648_only_since_it_is_in_force() -> None:
    assert set(LAW.documents.choices("inventoryOccasion", date(2019, 12, 31))) == {"cassation"}
    assert set(LAW.documents.choices("inventoryOccasion", date(2020, 1, 1))) == {"sending", "cassation"}


def test_what_must_be_said_stands_in_the_rows_of_its_document() -> None:
    def said(kind: str) -> str:
        row = LAW.documents.of_kind(kind, date(2026, 11, 26))
        return " ".join(row.texts) if row is not None else ""

    must = {
        "direct_summons": ("advocaat", "strafdossier"),
        "referral_summons": ("advocaat", "strafdossier"),
        "mini_inquiry_request": ("zonder gerechtelijk onderzoek", "aan zich houden", "geen rechtsmiddel"),
        "police_instruction": ("Na uitvoering terug", "beveiligde weg"),
        "dismissal": ("herroepbaar",),
        "dismissal_notice": ("herroepbaar",),
        "settlement_offer": ("vervalt de strafvordering",),
        "victim_notice": ("advocaat", "geseponeerd", "gerechtelijk onderzoek", "rechtsdag", "afschrift"),
        "receipt": ("zegt niets over de ontvankelijkheid",),
    }

    assert {kind: [word for word in words if word not in said(kind)] for kind, words in must.items()} == {kind: [] for kind in must}
