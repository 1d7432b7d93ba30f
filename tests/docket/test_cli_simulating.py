"""A draft of the law from the command line: tried, listed, and put in force by two magistrates."""

import csv
import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from docket import legislation
from tests import drafts
from tests.docket.test_cli import docket, environment, register  # noqa: F401  fixtures

EXAMPLES = Path(legislation.__file__).parent.parent / "examples" / "scenarios.jsonl"


@pytest.fixture
def draft(environment: Path) -> Path:  # noqa: F811
    """A folder with the law that ships, but for the Waasland."""
    folder = environment / "draft"
    folder.mkdir()
    files = legislation.read_files()
    for name, content in {**files, **drafts.without("waasland", files)}.items():
        (folder / name).write_bytes(content)
    return folder


@pytest.mark.usefixtures("register")
def test_a_draft_is_tried_listed_and_put_in_force(draft: Path, environment: Path, monkeypatch: pytest.MonkeyPatch):  # noqa: F811
    monkeypatch.setattr("docket.clock.SystemClock.now", lambda clock: datetime(2026, 11, 24, 12, tzinfo=UTC))
    docket("import", str(EXAMPLES))
    for name, role in (("an", "prosecutor"), ("bert", "headOfOffice")):
        assert docket("user", "add", name, "--role", role, "--office", "antwerpPort").exit_code == 0
    enact = ("law", "enact", str(draft), "--by", "an", "--by", "bert", "--on", "2026-11-24", "--reason", "Protocol van november 2026")

    early = docket(*enact)
    tried = docket("simulate", str(draft), "--csv", "moved.csv", "--json", "moved.json")
    rows = list(csv.DictReader(io.StringIO((environment / "moved.csv").read_text("utf-8-sig")), delimiter=";"))
    listed = json.loads((environment / "moved.json").read_text())

    assert early.exit_code == 1
    assert "niet gesimuleerd" in early.stderr
    assert tried.exit_code == 0, tried.stderr
    moved = [row for row in rows if row["Verhuist"] == "ja"]
    assert f"80 files: {len(moved)} move" in tried.stdout
    assert "havenprocureurs bij het parket Antwerpen -> parket Oost-Vlaanderen, afdeling Dendermonde" in tried.stdout
    assert "HAV-" not in tried.stdout
    assert [row["Dossier"] for row in rows] == [one["caseNumber"] for one in listed]
    assert len(moved) > 5
    done = docket(*enact)
    assert done.exit_code == 0, done.stderr
    assert f"Of 80 files {len(moved)} have a new decision" in done.stdout
    assert docket("verify").exit_code == 0
    assert "gesimuleerd" in docket(*enact).stderr


@pytest.mark.usefixtures("register")
def test_two_magistrates_are_named_and_both_are_known(draft: Path):
    asked = ("law", "enact", str(draft), "--on", "2026-11-24", "--reason", "x")

    assert docket(*asked, "--by", "an").exit_code == 2
    assert "geen open account met de naam an" in docket(*asked, "--by", "an", "--by", "bert").stderr


@pytest.mark.usefixtures("register")
def test_the_law_in_force_is_no_draft():
    same = docket("simulate", str(legislation.packaged_folder()))

    assert (same.exit_code, "gelijk aan de wet die in werking is" in same.stderr) == (1, True)


@pytest.mark.usefixtures("register")
def test_a_bad_draft_is_refused_with_file_row_and_mend(draft: Path):
    file = draft / "policies.toml"
    file.write_bytes(file.read_bytes().replace(b'exclusive_court = "antwerpCorrectional"', b'exclusive_court = "nowhere"'))

    refused = docket("simulate", str(draft))

    assert refused.exit_code == 1
    assert "policies.toml, " in refused.stderr
    assert "nowhere" in refused.stderr
