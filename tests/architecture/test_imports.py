"""Imports go down; `make check` runs the same contracts, here they cannot be forgotten."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_imports_keep_the_contracts_of_pyproject() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)

    assert result.returncode == 0, result.stdout


def test_nothing_imports_the_tests() -> None:
    sources = [file for package in ("docket", "routing", "documents", "migrations") for file in (ROOT / package).rglob("*.py")]

    assert [str(file) for file in sources if "from tests" in file.read_text() or "import tests" in file.read_text()] == []
