"""Real incidents as they are told in each language, sentence by sentence: `python -m tests.routing.test_told` writes them anew."""

from pathlib import Path
from typing import get_args

import pytest

from docket import legislation
from routing import Language, Law, explain, route
from tests.routing.reports import facts
from tests.routing.test_rows import ROWS

FOLDER = Path(__file__).resolve().parent / "told"
COMMAND = "python -m tests.routing.test_told"
LANGUAGES: tuple[Language, ...] = get_args(Language)
#: a port whose bank is not known, a minor beside adults, an unclear file, a murder, a magistrate, a file outside
INCIDENTS = ("inc-003", "inc-222", "inc-024", "scn-074", "scn-077", "inc-038")


def told(incident: str, language: Language, law: Law) -> str:
    explanation = explain(route(facts(ROWS[incident]["intake"]), law), law, language)
    parts = (("short", explanation.short), ("long", explanation.long), ("warnings", explanation.warnings), ("trace", explanation.trace))
    return "\n".join(line for name, sentences in parts for line in (f"# {name}", *sentences)) + "\n"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("incident", INCIDENTS)
def test_an_incident_is_told_as_it_was_read_and_agreed(incident: str, language: Language, law: Law) -> None:
    agreed = (FOLDER / f"{incident}.{language}.txt").read_text()

    assert told(incident, language, law) == agreed, f"Told otherwise. If that is meant: {COMMAND}"


def test_every_text_that_is_kept_is_of_an_incident() -> None:
    assert {file.name for file in FOLDER.iterdir()} == {f"{incident}.{language}.txt" for incident in INCIDENTS for language in LANGUAGES}


if __name__ == "__main__":
    present = legislation.load().law
    FOLDER.mkdir(exist_ok=True)
    for each in INCIDENTS:
        for tongue in LANGUAGES:
            (FOLDER / f"{each}.{tongue}.txt").write_text(told(each, tongue, present))
