"""Unsound law is refused with its file, its row and its mend (faults.toml)."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from docket import legislation
from routing import LawError, parse_law

Files = dict[str, bytes]

FAULTS = tomllib.loads((Path(__file__).resolve().parent / "faults.toml").read_text())["fault"]


def spoil(files: Files, fault: dict[str, Any]) -> None:
    name = fault["file"]
    if "old" not in fault:
        del files[name]
        return
    text = files[name].decode()
    assert fault["old"] in text, f"{name} no longer holds {fault['old']!r}"
    files[name] = text.replace(fault["old"], fault["new"], 1).encode()


def by_claim(claim: str) -> dict[str, Any]:
    return next(fault for fault in FAULTS if fault["claim"] == claim)


@pytest.mark.parametrize("fault", FAULTS, ids=[fault["claim"] for fault in FAULTS])
def test_unsound_law_is_refused(fault: dict[str, Any], files: Files) -> None:
    spoil(files, fault)

    with pytest.raises(LawError) as refusal:
        parse_law(files)
    issues = refusal.value.issues
    assert any(issue.file == fault["told_of"] and fault["row"] in issue.row and fault["what"] in issue.what for issue in issues), str(
        refusal.value
    )
    assert all(issue.mend for issue in issues)


def test_every_fault_of_a_folder_is_told_at_once(files: Files) -> None:
    spoil(files, by_claim("an unknown area"))
    spoil(files, by_claim("a part of no municipality"))

    with pytest.raises(LawError) as refusal:
        parse_law(files)
    assert {issue.file for issue in refusal.value.issues} == {"policies.toml", "parts.csv"}


def test_service_refuses_a_folder_with_bad_law(files: Files, tmp_path: Path) -> None:
    spoil(files, by_claim("an unknown area"))
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)

    with pytest.raises(legislation.BadLaw, match="wasland"):
        legislation.load(tmp_path)


def test_digest_is_that_of_the_content_wherever_the_folder_lies(files: Files, tmp_path: Path) -> None:
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    shipped = legislation.load().digest

    assert legislation.load(tmp_path).digest == shipped
    (tmp_path / "parts.csv").write_bytes(files["parts.csv"] + b"Zandhoven,,11054,map,unverified\n")
    assert legislation.load(tmp_path).digest != shipped
