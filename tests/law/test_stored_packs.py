"""A register keeps its law through every upgrade: packs and decisions of earlier versions stay readable, and decide by their own rules."""

import ast
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

import routing
from docket import legislation
from routing import CaseFacts, Decision, route

STORED = sorted((Path(__file__).parent / "stored").glob("engine_*.zip"))


def pack_of(archive: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(archive) as stored:
        return {name.removeprefix("pack/"): stored.read(name) for name in stored.namelist() if name.startswith("pack/")}


def decisions_of(archive: Path) -> Iterator[dict[str, object]]:
    with zipfile.ZipFile(archive) as stored:
        for line in stored.read("decisions.jsonl").splitlines():
            yield json.loads(line)


@pytest.mark.parametrize("archive", STORED, ids=lambda each: each.stem)
def test_a_pack_of_an_earlier_version_is_still_law(archive: Path) -> None:
    files = pack_of(archive)
    loaded = legislation.of_pack(files, legislation.digest(files))

    for stored in decisions_of(archive):
        assert stored["lawDigest"] == loaded.digest
        route(msgspec.convert(stored["facts"], CaseFacts), loaded.law)


@pytest.mark.parametrize("archive", STORED, ids=lambda each: each.stem)
def test_a_decision_of_an_earlier_version_can_still_be_read(archive: Path) -> None:
    stored = list(decisions_of(archive))

    assert stored
    for each in stored:
        read = msgspec.convert(each["result"], Decision)
        assert len(read.tracks) == len(each["result"]["tracks"])


def test_every_version_before_this_one_left_what_it_decided() -> None:
    assert [archive.stem for archive in STORED] == [f"engine_{version}" for version in range(1, int(routing.ENGINE_VERSION))]
    for archive in STORED:
        assert {f"engine_{each['engineVersion']}" for each in decisions_of(archive)} == {archive.stem}


def test_a_pack_from_before_there_were_time_limits_has_none() -> None:
    files = pack_of(STORED[0])
    law = legislation.of_pack(files, legislation.digest(files)).law

    assert "time_limits.toml" not in files
    assert (law.time_limits.offered, law.time_limits.calendar, law.limitation.present) == ((), None, None)


def test_a_pack_that_held_limitation_in_its_catalogue_keeps_its_classes() -> None:
    files = legislation.read_files()
    held = files.pop("limitation.toml").decode().partition("# The law before")[0]
    del files["time_limits.toml"]
    files["catalogue.toml"] += held.replace("[present]", "[limitation]").replace("[[present.class]]", "[[limitation.class]]").encode()

    law = legislation.of_pack(files, legislation.digest(files)).law

    assert law.catalogue.limitation == legislation.load().law.catalogue.limitation
    with pytest.raises(routing.LawError, match="stands in a file that no longer holds it"):
        routing.parse_law(files | {name: legislation.read_files()[name] for name in ("limitation.toml", "time_limits.toml")})


def test_a_pack_from_before_there_were_time_limits_is_no_draft_any_more() -> None:
    files = {name: content for name, content in legislation.read_files().items() if name != "time_limits.toml"}

    with pytest.raises(routing.LawError, match=r"time_limits\.toml, file: is missing"):
        routing.parse_law(files)


def test_a_stored_pack_decides_without_the_rules_that_it_does_not_know_and_a_draft_must_hold_them_all() -> None:
    older = without_rule(legislation.read_files(), "public-order")
    law = legislation.of_pack(older, legislation.digest(older)).law
    decided = route(a_file(), law)

    assert "public-order" not in {step.rule for step in decided.steps}
    assert "public-order" in {step.rule for step in route(a_file(), legislation.load().law).steps}
    with pytest.raises(routing.LawError, match=r"competence\.toml, public-order: is missing"):
        routing.parse_law(older)


def test_a_stored_pack_may_lack_what_only_describes_the_law_and_no_rule_reads_that() -> None:
    files = {name: content for name, content in legislation.read_files().items() if name not in legislation.DESCRIPTIVE}
    loaded = legislation.of_pack(files, legislation.digest(files))

    assert (route(a_file(), loaded.law), loaded.files) == (route(a_file(), legislation.load().law), files)
    for file in (Path(routing.__file__).parent / "rules").glob("*.py"):
        read = {node.attr for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, ast.Attribute)}
        assert read.isdisjoint(name.partition(".")[0] for name in legislation.DESCRIPTIVE), file


def test_a_stored_pack_of_which_a_byte_changed_does_not_decide() -> None:
    files = legislation.read_files()
    digest = legislation.digest(files)
    files["offences.toml"] += b"\n"

    with pytest.raises(legislation.BadLaw, match=digest):
        legislation.of_pack(files, digest)


def without_rule(files: dict[str, bytes], rule: str) -> dict[str, bytes]:
    text = files["competence.toml"].decode()
    blocks = text.split("[[row]]\n")
    kept = [block for block in blocks if f'id = "{rule}"' not in block]
    assert len(kept) == len(blocks) - 1
    return files | {"competence.toml": "[[row]]\n".join(kept).encode()}


def a_file() -> CaseFacts:
    return msgspec.convert(next(decisions_of(STORED[0]))["facts"], CaseFacts)
