"""An engine version stands for its answers: another answer to an example needs another version."""

import re
import subprocess
from pathlib import Path

import msgspec
import pytest

from tests.routing import golden

MEND = (
    f"Decided otherwise than written down. If a rule changed: raise ENGINE_VERSION in routing/engine.py. "
    f"Then, or if only the law data changed an answer: {golden.COMMAND}"
)


def test_examples_are_answered_as_this_engine_version_answered_them() -> None:
    present, stored = golden.present(), golden.stored()

    assert {key: told for key, (told, _) in present.answers.items()} == {key: told for key, (told, _) in stored.answers.items()}, MEND


def test_under_the_same_law_every_byte_of_a_decision_is_the_same() -> None:
    present, stored = golden.present(), golden.stored()
    if present.law_digest != stored.law_digest:
        # The law data moved since: its citations stand in the bytes; the answers are held by the test above.
        assert re.fullmatch(r"[0-9a-f]{64}", stored.law_digest)
        return

    assert present.answers == stored.answers, MEND


def otherwise(answers: dict[str, tuple[str, str]]) -> dict[str, tuple[str, str]]:
    first = next(iter(answers))
    return answers | {first: ("0" * 64, answers[first][1])}


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> golden.Golden:
    """The answers of this version, committed in a repository of their own."""
    present = golden.present()
    monkeypatch.setattr(golden, "FILE", tmp_path / "decisions.txt")
    monkeypatch.setattr(golden, "present", lambda: present)
    golden.write()
    who = ["-c", "user.name=test", "-c", "user.email=test@example.org"]
    for command in (["init", "-q"], ["add", "."], [*who, "commit", "-q", "-m", "answers"]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    return present


def test_answer_of_a_version_is_never_written_over_under_the_same_law(kept: golden.Golden, monkeypatch: pytest.MonkeyPatch) -> None:
    other = msgspec.structs.replace(kept, answers=otherwise(kept.answers))
    monkeypatch.setattr(golden, "present", lambda: other)

    with pytest.raises(golden.Refused, match="raise ENGINE_VERSION"):
        golden.write()
    assert golden.stored() == kept


def test_answers_of_a_version_are_written_anew_under_another_law(kept: golden.Golden, monkeypatch: pytest.MonkeyPatch) -> None:
    other = golden.Golden(law_digest="1" * 64, answers=otherwise(kept.answers))
    monkeypatch.setattr(golden, "present", lambda: other)
    golden.write()

    assert golden.stored() == other


def test_an_example_that_came_in_is_written_beside_the_answers_of_its_version(kept: golden.Golden, monkeypatch: pytest.MonkeyPatch) -> None:
    more = msgspec.structs.replace(kept, answers={"scn-new stroomplan": ("0" * 64, "1" * 64)} | kept.answers)
    monkeypatch.setattr(golden, "present", lambda: more)
    golden.write()

    assert golden.stored() == more


def test_answers_of_earlier_versions_are_kept() -> None:
    versions = sorted(int(folder.name) for folder in golden.FILE.parent.parent.iterdir() if (folder / golden.FILE.name).exists())

    assert versions == list(range(2, int(golden.ENGINE_VERSION) + 1))
