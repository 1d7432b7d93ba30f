"""The recipes of CONTRIBUTING.md, replayed on a copy of the house: what they say to write is written, and works."""

import json
import os
import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.documents import reading

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "CONTRIBUTING.md"
FOLDERS = ("docket", "documents", "routing", "templates", "migrations", "tests", "examples")
#: A label that names a file, then a fenced block; both stand under a numbered step.
BLOCK = re.compile(r"^ *(In|New file) \*\*(?P<file>[^*]+)\*\*:\n\n(?P<block> *```(?P<kind>\w+)\n.*?\n *```)$", re.MULTILINE | re.DOTALL)
COMMANDS = re.compile(r"^ *```sh\n(?P<lines>.*?)\n *```$", re.MULTILINE | re.DOTALL)


def recipe(title: str) -> str:
    found = re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", PAGE.read_text(), re.MULTILINE | re.DOTALL)
    assert found is not None, f"CONTRIBUTING.md has no heading {title!r}"
    return found[1]


def changed(text: str, diff: list[str]) -> str:
    """`text` with a diff applied: lines that stay or go say where; without them the new lines go at the end."""
    before = "".join(f"{line[1:]}\n" for line in diff if line[:1] != "+")
    after = "".join(f"{line[1:]}\n" for line in diff if line[:1] != "-")
    if not before:
        return text + after
    assert text.count(before) == 1, f"stands {text.count(before)} times: {before}"
    return text.replace(before, after)


class House:
    """A copy of the code, the data and the tests, and the programs that run on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in FOLDERS:
            # Another run may be writing its compiled files.
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("*.pyc.*"))
        shutil.copy(ROOT / "pyproject.toml", folder)

    def follow(self, title: str) -> list[str]:
        """Write what the recipe says to write; returns the files."""
        files = []
        for found in BLOCK.finditer(recipe(title)):
            lines = textwrap.dedent(found["block"]).splitlines()[1:-1]
            file = self.folder / found["file"]
            files.append(found["file"])
            if found[1] == "In":
                assert found["kind"] == "diff", found["file"]
                file.write_text(changed(file.read_text(), lines))
            else:
                assert not file.exists(), f"{found['file']} is there already"
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text("\n".join(lines) + "\n")
        return files

    def run(self, *command: str) -> str:
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("DOCKET_", "PYTEST_"))}
        done = subprocess.run(
            [sys.executable, *command],
            cwd=self.folder,
            env=environment | {"PYTHONPATH": str(self.folder)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def test(self, *names: str) -> None:
        self.run("-m", "pytest", "-q", "-p", "no:cacheprovider", *names)

    def routed(self, report: dict[str, object]) -> dict[str, object]:
        (self.folder / "line.jsonl").write_text(json.dumps({"origin": {"service": "police"}, **report}))
        return json.loads(self.run("-m", "docket", "route", "line.jsonl"))["decision"]


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def test_every_block_of_the_page_is_replayed_and_names_a_file_that_can_be_written() -> None:
    fences = [kind for kind in re.findall(r"^ *```(\w+)$", PAGE.read_text(), re.MULTILINE) if kind != "sh"]

    assert len(fences) == len(BLOCK.findall(PAGE.read_text())) > 0
    for found in BLOCK.finditer(PAGE.read_text()):
        assert (ROOT / found["file"]).exists() == (found[1] == "In"), found["file"]


def test_added_place_is_found_and_gives_its_bank(house: House) -> None:
    house.follow("Add a place")

    decision = house.routed({"receivedOn": "2023-06-02", "places": [{"id": "p1", "text": "gevat bij Example Terminal"}], "offences": [
        {"offence": "portIntrusion", "place": "p1"}
    ]})  # fmt: skip
    assert decision["portArea"] == "waasland"
    house.test("tests/routing/test_places.py", "tests/law/test_data.py")


def test_added_rule_stands_in_the_trace_with_its_citation(house: House) -> None:
    house.follow("Add a rule")

    decision = house.routed({"persons": [{"id": "s1", "role": "suspect", "residence": {"country": "NL"}}]})
    step = next(step for step in decision["steps"] if step["rule"] == "residence-abroad")
    assert (step["outcome"], step["question"]) == ("met", "Woont een verdachte in het buitenland?")
    assert step["citations"][0]["confidence"] == "unverified"
    house.test(
        "tests/routing/test_cases.py", "tests/routing/test_route.py", "tests/architecture/test_routing_is_pure.py", "-k", "abroad or rule"
    )


def test_added_document_renders_its_example_and_a_file(house: House) -> None:
    house.follow("Add a document")
    commands = COMMANDS.search(recipe("Add a document"))
    assert commands is not None
    for line in textwrap.dedent(commands["lines"]).splitlines():
        program, *rest = line.split()
        house.run(*(["-m", "docket", *rest] if program.endswith("/docket") else rest))

    words = reading.words_of((house.folder / "related_files.docx").read_bytes())
    assert "– HAV-2023-000040 (samenhang)" in words
    assert (house.folder / "tests/documents/golden/related_files.txt").read_text() == words
    (house.folder / "line.jsonl").write_text('{"origin": {"service": "police"}, "relatedCases": [{"caseNumber": "HAV-2025-000007"}]}')
    house.run("-m", "docket", "render", "related_files", "line.jsonl", "--out", "file.docx")
    assert "– HAV-2025-000007 (reden niet gemeld)" in reading.words_of((house.folder / "file.docx").read_bytes())
    house.test("tests/documents/test_templates.py", "tests/documents/test_golden.py", "tests/documents/test_common_head.py")


def test_added_mail_renders_and_holds_only_what_may_leave(house: House) -> None:
    house.follow("Add a mail")

    subject = house.run("-c", RENDERED_REMINDER)
    assert subject.splitlines() == ["reminder", "refused", "Dossier HAV-2026-000001: herinnering"]
    house.test("tests/architecture/test_mails.py")


RENDERED_REMINDER = """
from docket.mail import case_status, reminder
from docket.settings import Settings
row, = case_status.deliveries(reminder.EXAMPLE, ("a@elders.example.com",), Settings(), ("<1@example.org>",), name=reminder.MAIL)
print(row.mail, row.state, row.subject, sep="\\n")
"""
