"""A draft of the law from the command line: tried, listed, and put in force by two magistrates."""

import asyncio
import csv
import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from docket import legislation
from tests import drafts
from tests.docket.test_cli import ask, docket, environment, register  # noqa: F401  fixtures

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


def test_a_draft_is_tried_listed_and_put_in_force_by_two_who_each_type_a_password(
    register: str,  # noqa: F811
    draft: Path,
    environment: Path,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr("docket.clock.SystemClock.now", lambda clock: datetime(2026, 11, 24, 12, tzinfo=UTC))
    docket("import", str(EXAMPLES))
    passwords = [
        json.loads(docket("user", "add", name, "--role", role, "--office", "antwerpPort", "--json").stdout)["password"]
        for name, role in (("an", "prosecutor"), ("bert", "headOfOffice"))
    ]
    both = "\n".join(passwords) + "\n"
    enact = ("law", "enact", str(draft), "--by", "an", "--by", "bert", "--on", "2026-11-24", "--reason", "Protocol van november 2026")

    newcomers = docket(*enact, answer=both)
    asyncio.run(ask(register, "with own as (update accounts set must_change_password = false returning 1) select count(*) from own"))
    wrong = docket(*enact, answer=f"{passwords[0]}\nnot-his\n")
    early = docket(*enact, answer=both)
    tried = docket("simulate", str(draft), "--csv", "moved.csv", "--json", "moved.json")
    rows = list(csv.DictReader(io.StringIO((environment / "moved.csv").read_text("utf-8-sig")), delimiter=";"))
    listed = json.loads((environment / "moved.json").read_text())

    assert "nog geen eigen wachtwoord" in newcomers.stderr
    assert (wrong.exit_code, "Het wachtwoord van bert klopt niet" in wrong.stderr) == (1, True)
    assert early.exit_code == 1
    assert "niet gesimuleerd" in early.stderr
    assert tried.exit_code == 0, tried.stderr
    moved = [row for row in rows if row["Verhuist"] == "ja"]
    assert f"80 files: {len(moved)} move" in tried.stdout
    assert "havenprocureurs bij het parket Antwerpen -> parket Oost-Vlaanderen, afdeling Dendermonde" in tried.stdout
    assert "HAV-" not in tried.stdout
    assert [row["Dossier"] for row in rows] == [one["caseNumber"] for one in listed]
    assert len(moved) > 5
    done = docket(*enact, answer=both)
    assert done.exit_code == 0, done.stderr
    assert f"Of 80 files {len(moved)} have a new decision" in done.stdout
    assert docket("verify").exit_code == 0
    assert "gesimuleerd" in docket(*enact, answer=both).stderr


@pytest.mark.usefixtures("register")
def test_two_magistrates_are_named_and_both_are_known(draft: Path):
    asked = ("law", "enact", str(draft), "--on", "2026-11-24", "--reason", "x")

    assert docket(*asked, "--by", "an").exit_code == 2
    assert "geen open account met de naam an" in docket(*asked, "--by", "an", "--by", "bert", answer="x\ny\n").stderr


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
