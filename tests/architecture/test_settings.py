"""Every setting has its sentence, in the code and in the example of an environment file."""

import re
from pathlib import Path

from docket.settings import PREFIX, Settings

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "deploy" / "docket.env"


def documented_fields() -> dict[str, str]:
    """Field -> the `#:` lines right above it."""
    found, sentence = {}, []
    for line in (ROOT / "docket" / "settings.py").read_text().splitlines():
        if line.startswith("    #: "):
            sentence.append(line.removeprefix("    #: "))
        elif declared := re.match(r"    (\w+): .+ = .+", line):
            if sentence:
                found[declared[1]] = " ".join(sentence)
            sentence = []
    return found


def test_every_setting_has_a_sentence() -> None:
    fields = documented_fields()

    assert {name: fields.get(name, "")[-1:] for name in Settings.__struct_fields__} == dict.fromkeys(Settings.__struct_fields__, ".")


def test_the_example_of_an_environment_file_names_every_setting_with_its_sentence() -> None:
    text = " ".join(EXAMPLE.read_text().replace("\n#", " ").split())
    missing = [name for name, sentence in documented_fields().items() if sentence not in text or f"{PREFIX}{name.upper()}=" not in text]

    assert missing == []


def test_the_example_names_no_setting_that_does_not_exist() -> None:
    named = set(re.findall(rf"{PREFIX}([A-Z_]+)=", EXAMPLE.read_text()))

    assert named == {name.upper() for name in Settings.__struct_fields__}
