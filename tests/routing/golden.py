"""The answers of the example reports under the law of the repository, as digests: `python -m tests.routing.golden` writes them anew."""

import hashlib
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


def write() -> None:
    golden = present()
    lines = [f"law {golden.law_digest}", *(f"{key} {told} {whole}" for key, (told, whole) in golden.answers.items())]
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_text("\n".join(lines) + "\n")


def stored() -> Golden:
    first, *lines = FILE.read_text().splitlines()
    parts = (line.rsplit(" ", 2) for line in lines)
    return Golden(law_digest=first.removeprefix("law "), answers={key: (told, whole) for key, told, whole in parts})


if __name__ == "__main__":
    write()
