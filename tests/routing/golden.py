"""The answers of the example reports under the law of the repository, as digests: `python -m tests.routing.golden` writes them anew."""

import hashlib
import subprocess
from pathlib import Path

import msgspec

from docket import legislation
from routing import ENGINE_VERSION, Decision
from tests.routing.reports import decide
from tests.routing.test_rows import POLICIES, ROWS, related_port_crime

FILE = Path(__file__).resolve().parent / "golden" / ENGINE_VERSION / "decisions.txt"
COMMAND = "python -m tests.routing.golden"


class Golden(msgspec.Struct, frozen=True, kw_only=True):
    #: of the law files under which the answers were written
    law_digest: str
    #: row and policy -> digest of what was answered, and of the whole decision with its citations
    answers: dict[str, tuple[str, str]]


def digest(value: object) -> str:
    return hashlib.sha256(msgspec.json.encode(value, order="sorted")).hexdigest()


def answer_of(decision: Decision) -> object:
    """What is decided and why, without the citations and titles of the law data."""
    told = msgspec.json.decode(msgspec.json.encode(decision))
    for step in told["steps"]:
        del step["citations"]
    for ground in told["grounds"]:
        for name in ("article", "source", "confidence"):
            del ground[name]
    return told


def present() -> Golden:
    loaded = legislation.load()
    answers = {}
    for name, row in ROWS.items():
        related = related_port_crime(row, loaded.law)
        for policy in POLICIES:
            decision = decide(row["intake"], loaded.law, policy, related)
            answers[f"{name} {policy}"] = (digest(answer_of(decision)), digest(decision))
    return Golden(law_digest=loaded.digest, answers=answers)


class Refused(Exception):
    """A version would answer otherwise than it did."""


def write() -> None:
    golden, before = present(), committed()
    if before is not None and before.law_digest == golden.law_digest:
        changed = [key for key, answer in before.answers.items() if golden.answers.get(key) != answer]
        if changed:
            raise Refused(
                f"engine {ENGINE_VERSION} answered {len(changed)} examples otherwise under the same law, the first {changed[0]!r}: "
                "raise ENGINE_VERSION in routing/engine.py and write the answers of the new version"
            )
    lines = [f"law {golden.law_digest}", *(f"{key} {told} {whole}" for key, (told, whole) in golden.answers.items())]
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_text("\n".join(lines) + "\n")


def committed() -> Golden | None:
    """What this version answered at the last commit; None = it is new since."""
    named = f"HEAD:./{FILE.name}"
    found = subprocess.run(["git", "show", named], cwd=FILE.parent, capture_output=True, text=True, check=False) if FILE.exists() else None
    return read(found.stdout) if found is not None and found.returncode == 0 else None


def stored() -> Golden:
    return read(FILE.read_text())


def read(text: str) -> Golden:
    first, *lines = text.splitlines()
    parts = (line.rsplit(" ", 2) for line in lines)
    return Golden(law_digest=first.removeprefix("law "), answers={key: (told, whole) for key, told, whole in parts})


if __name__ == "__main__":
    write()
