"""The rules hold no law of their own: no date, no article, no look at the calendar."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RULES = sorted((ROOT / "routing" / "rules").glob("*.py"))
#: Sizes and positions, and how many times.
PLAIN_NUMBERS = {-1, 0, 1}


@pytest.mark.parametrize("file", RULES, ids=[file.name for file in RULES])
def test_rules_hold_no_date_and_no_number_of_the_law(file: Path) -> None:
    found = []
    for node in ast.walk(ast.parse(file.read_text())):
        match node:
            case ast.Constant(value=int() | float() as value) if not isinstance(value, bool) and value not in PLAIN_NUMBERS:
                found.append(f"{file.name}:{node.lineno} holds {value}")
            case ast.Import(names=names) if any(each.name.split(".")[0] == "datetime" for each in names):
                found.append(f"{file.name}:{node.lineno} imports datetime")
            case ast.ImportFrom(module="datetime"):
                found.append(f"{file.name}:{node.lineno} imports datetime")

    assert found == []


@pytest.mark.parametrize("file", RULES, ids=[file.name for file in RULES])
def test_rules_never_pick_a_version_by_themselves(file: Path) -> None:
    """The law of the day is handed to them; `in_force_from` and `covers` stand in routing/law.py alone."""
    words = {"in_force_from", "in_force_until", "covers", "eras"}
    used = {node.attr for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, ast.Attribute)}

    assert not used & words


def test_routing_knows_nothing_of_the_register() -> None:
    for file in (ROOT / "routing").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.ImportFrom) and node.module is not None:
                assert node.module.split(".")[0] not in ("docket", "documents", "tests"), file.name
