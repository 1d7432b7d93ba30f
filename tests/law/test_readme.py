"""The seven steps of routing/legislation/README.md, replayed: on the files, and on a copy of the house with its commands."""

import re
import subprocess
from pathlib import Path

import pytest

from docket import legislation
from routing import LawError, parse_law
from tests.architecture.test_contributing import House

ROOT = Path(__file__).resolve().parents[2]
README = legislation.packaged_folder() / "README.md"
DISTRICTS = "routing/legislation/districts.csv"
CLAIMS = "tests/routing/cases/places.toml"


def block(kind: str) -> str:
    found = re.search(rf"```{kind}\n(.*?)```", README.read_text(), re.DOTALL)
    assert found is not None, f"the page has no {kind} block"
    return found[1]


def hunks() -> dict[str, tuple[list[str], list[str]]]:
    """By file the lines that the example takes away and those that it adds."""
    found = {}
    for chunk in re.split(r"^--- ", block("diff"), flags=re.MULTILINE)[1:]:
        name, *lines = chunk.splitlines()
        taken = [line[1:] for line in lines if line.startswith("-")]
        added = [line[1:] for line in lines if line.startswith("+")]
        assert len(taken) + len(added) == len(lines)
        found[name] = (taken, added)
    return found


def changed(text: str, taken: list[str], added: list[str]) -> str:
    before = "".join(f"{line}\n" for line in taken)
    assert text.count(before) == 1, f"{before} no longer stands in the law as it ships"
    return text.replace(before, "".join(f"{line}\n" for line in added))


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def claims_hold(house: House) -> str:
    """Empty when the claims of the example hold, else what pytest said."""
    command = ("-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/routing/test_places.py", "-k", "Wijnegem")
    try:
        house.run(*command)
    except AssertionError as failure:
        return str(failure)
    return ""


def test_the_page_teaches_seven_steps_and_names_files_that_are_there() -> None:
    steps = re.search(r"^## In seven steps\n(.*?)^## ", README.read_text(), re.MULTILINE | re.DOTALL)
    assert steps is not None

    assert [int(number) for number in re.findall(r"^(\d)\. ", steps[1], re.MULTILINE)] == list(range(1, 8))
    for name in re.findall(r"`([\w/]+\.(?:csv|toml)|tests/[\w/]+)`", steps[1]):
        assert (README.parent / name).exists() or (ROOT / name).exists(), name


@pytest.mark.minutes
def test_seven_steps_change_the_law_on_the_day_and_not_before(house: House) -> None:
    """Steps 3 to 7: the claims fail on the old law, the example diff applies, the check passes, the claims hold."""
    for command in (("init", "-q"), ("add", "routing", "examples"), ("commit", "-qm", "the law before the change")):
        identity = ("-c", "user.name=a", "-c", "user.email=a@example.org")
        subprocess.run(["git", *identity, *command], cwd=house.folder, check=True, capture_output=True)
    with (house.folder / CLAIMS).open("a") as claims:
        claims.write(f"\n{block('toml')}")
    assert "antwerpMechelen" in claims_hold(house)
    for name, (taken, added) in hunks().items():
        file = house.folder / name
        file.write_text(changed(file.read_text(), taken, added))

    said = house.run("-m", "docket", "law", "check")

    assert "The law is sound" in said
    assert "rules that no class and no example meets: none" in said
    assert "Changed since HEAD: districts.csv." in said
    assert "Every example is decided as before." in said
    assert claims_hold(house) == ""


def test_a_row_that_is_copied_and_not_closed_is_refused_with_its_mend(files: dict[str, bytes]) -> None:
    """Step 4 without step 3."""
    taken, added = hunks()[DISTRICTS]
    files["districts.csv"] = changed(files["districts.csv"].decode(), taken, [*taken, added[-1]]).encode()

    with pytest.raises(LawError) as refusal:
        parse_law(files)
    assert any(
        (issue.file, issue.row) == ("districts.csv", "11050") and "in_force_until = 2027-01-01" in issue.mend
        for issue in refusal.value.issues
    )


def test_a_row_that_is_closed_and_not_followed_is_refused_with_its_mend(files: dict[str, bytes]) -> None:
    """Step 3 without step 4."""
    taken, added = hunks()[DISTRICTS]
    files["districts.csv"] = changed(files["districts.csv"].decode(), taken, added[:1]).encode()

    with pytest.raises(LawError) as refusal:
        parse_law(files)
    assert any((issue.file, issue.row) == ("districts.csv", "11050") and issue.mend for issue in refusal.value.issues)
