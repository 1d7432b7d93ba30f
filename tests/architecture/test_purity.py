"""The law and the papers depend on nothing but what they are handed."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
#: Each would let the world into a decision: files, the environment, the clock, chance, the network, other processes.
FORBIDDEN_MODULES = frozenset(
    {
        "os",
        "pathlib",
        "sys",
        "time",
        "random",
        "secrets",
        "socket",
        "subprocess",
        "importlib",
        "tempfile",
        "shutil",
        "logging",
        "asyncio",
    }
)
FORBIDDEN_CALLS = frozenset({"open", "print", "input", "eval", "exec", "__import__"})
FORBIDDEN_METHODS = frozenset({"now", "today", "utcnow", "read_text", "read_bytes", "write_text", "write_bytes"})
#: templates/documents is read in one place, which also writes what `python -m documents.layout` draws.
ALLOWED = {
    "documents/templates.py": frozenset({"pathlib", "read_bytes", "write_bytes"}),
    "documents/layout/__main__.py": frozenset({"sys"}),
}

PURE = [*sorted((ROOT / "routing").rglob("*.py")), *sorted((ROOT / "documents").rglob("*.py"))]


def impurities(file: Path) -> Iterator[str]:
    allowed = ALLOWED.get(str(file.relative_to(ROOT)), frozenset())
    for node in ast.walk(ast.parse(file.read_text())):
        found: set[str] = set()
        match node:
            case ast.Import(names=names):
                found = {each.name.split(".")[0] for each in names} & FORBIDDEN_MODULES
            case ast.ImportFrom(module=str(module)):
                found = {module.split(".")[0]} & FORBIDDEN_MODULES
            case ast.Call(func=ast.Name(id=name)):
                found = {name} & FORBIDDEN_CALLS
            case ast.Call(func=ast.Attribute(attr=name)):
                found = {name} & FORBIDDEN_METHODS
        yield from (f"{file.relative_to(ROOT)}:{getattr(node, 'lineno', 0)} uses {name}" for name in found - allowed)


@pytest.mark.parametrize("file", PURE, ids=[str(file.relative_to(ROOT)) for file in PURE])
def test_the_pure_packages_take_everything_as_arguments(file: Path) -> None:
    assert list(impurities(file)) == []


def test_only_the_clock_asks_for_the_time() -> None:
    callers = []
    for file in sorted((ROOT / "docket").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text())):
            match node:
                case ast.Call(func=ast.Attribute(attr="now" | "today" | "utcnow", value=ast.Name(id="datetime" | "date"))):
                    callers.append(str(file.relative_to(ROOT)))

    assert set(callers) == {"docket/clock.py"}


def test_only_the_settings_and_the_composition_read_the_environment() -> None:
    readers = set()
    for file in sorted((ROOT / "docket").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text())):
            match node:
                case ast.Attribute(value=ast.Name(id="os"), attr="environ" | "getenv"):
                    readers.add(str(file.relative_to(ROOT)))

    # The last three hand the environment on to programs, or look where the system keeps its sockets.
    assert readers <= {
        "docket/cli/opening.py",
        "docket/cli/processes.py",
        "docket/service.py",
        "docket/database.py",
        "docket/embedded.py",
        "docket/migrate.py",
    }
