"""What the pages for people name, exists."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = [page for page in (*ROOT.glob("*.md"), *ROOT.glob("*/README.md"), ROOT / "routing" / "legislation" / "README.md") if page.exists()]
IDS = [str(page.relative_to(ROOT)) for page in PAGES]
#: What a reader makes, what is made at the first run, and paths of his machine.
MADE = re.compile(r"^/|^\.docket|^\.venv|NNNN|<|\*|\.\.\.")


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_every_file_that_a_page_names_exists(page: Path) -> None:
    text = page.read_text()
    named = re.findall(r"`([\w./-]+/[\w./-]*|[\w-]+\.(?:md|toml|csv|sql|py|lock))`", text) + re.findall(r"\]\((?!https?:)([^)#]+)\)", text)
    missing = [name for name in named if not MADE.search(name) and not (ROOT / name).exists() and not (page.parent / name).exists()]

    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_every_make_target_that_a_page_names_exists(page: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = set(re.findall(r"`make ([a-z-]+)", page.read_text())) | set(re.findall(r"^make ([a-z-]+)", page.read_text(), re.MULTILINE))

    assert named <= targets


def test_every_make_target_says_what_it_does() -> None:
    printed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    phony = re.search(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert phony is not None

    told = {line.split()[1] for line in printed.splitlines()}
    assert set(phony[1].split()) - told == {"venv", "venv-test"}


def test_every_command_teaches_by_its_help() -> None:
    from click.testing import CliRunner

    from docket.cli.root import commands

    silent = []
    for name in commands.commands:
        shown = CliRunner().invoke(commands, [name, "--help"])
        if shown.exit_code or len(shown.output.split()) < 12:
            silent.append(name)

    assert silent == []


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-test.lock"])
def test_a_lock_holds_hashes_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text()

    assert "://" not in text
    pinned = re.findall(r"^[a-z][\w.-]*==", text, re.MULTILINE | re.IGNORECASE)
    assert len(pinned) > 20
    assert text.count("--hash=sha256:") >= len(pinned)


def test_the_test_lock_agrees_with_the_other_one() -> None:
    def pins(name: str) -> set[str]:
        return set(re.findall(r"^([a-z][\w.-]*==[\w.]+)", (ROOT / name).read_text(), re.MULTILINE | re.IGNORECASE))

    assert pins("requirements.lock") <= pins("requirements-test.lock")


def test_no_file_holds_two_sides_of_a_merge() -> None:
    kept = subprocess.run(["git", "grep", "-lE", "^(<{7}|>{7}) "], cwd=ROOT, capture_output=True, text=True, check=False)

    assert kept.stdout.split() == []
