"""What the command line tells of the law in force, and what it decides again."""

import asyncio
import json
import shutil
from pathlib import Path

import asyncpg
import pytest
from click.testing import Result

from docket import legislation, migrate
from docket.cli.law_told import law_lines
from docket.cli.root import TOLD
from docket.deps import Deps
from docket.settings import Settings
from tests.docket import test_cli as commands
from tests.docket.enacting import enact, other_files, other_law

FIRST = "HAV-2026-000001"


@pytest.fixture
def register(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, database: str) -> str:
    """URL of an empty register that the commands use."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("docket.logs.configure", lambda form: None)
    monkeypatch.setenv("DOCKET_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("DOCKET_DATABASE_URL", database)
    return database


def docket(*arguments: str) -> Result:
    return commands.docket(*arguments)


def fill() -> None:
    assert docket("import", commands.lines(commands.FOUND, commands.TIED)).exit_code == 0


def another_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A legislation folder that differs from the law in force, as the next version of the software brings one."""
    folder = tmp_path / "newer"
    folder.mkdir()
    for name, content in other_files().items():
        (folder / name).write_bytes(content)
    monkeypatch.setenv("DOCKET_LAW_DIR", str(folder))
    return str(folder)


async def change(url: str, sql: str) -> None:
    connection = await asyncpg.connect(url)
    await connection.execute(sql)
    await connection.close()


def test_replay_gives_the_same_bytes_for_every_decision(register: str) -> None:
    fill()
    done, one = docket("replay"), docket("replay", FIRST)

    assert (done.exit_code, done.stdout) == (0, "2 the same bytes.\n")
    assert one.stdout.splitlines()[0].startswith(f"{FIRST} decision 1 (law {legislation.load().digest[:12]}")
    assert [json.loads(line)["outcome"] for line in docket("replay", "--json").stdout.splitlines()] == ["same", "same"]


def test_replay_of_a_file_that_is_not_there_says_so(register: str) -> None:
    done = docket("replay", "HAV-2026-000009")

    assert done.exit_code == 1
    assert "HAV-2026-000009" in done.stderr


def test_replay_and_verify_name_a_decision_that_was_tampered_with(register: str) -> None:
    fill()
    asyncio.run(change(register, "update decisions set result = jsonb_set(result, '{scope}', '\"outside\"') where case_id = 1"))
    done = docket("replay")
    walked = docket("verify", "--replay")

    assert done.exit_code == walked.exit_code == 1
    assert f"{FIRST} decision 1" in done.stdout
    assert "Aard van het dossier: eerst buiten de havencriminaliteit, nu " in done.stdout
    assert "dezelfde feiten, wet en regels geven een ander antwoord: scope" in walked.stdout
    assert docket("verify", "--replay", "--json").exit_code == 1


def test_a_file_is_decided_as_of_a_day_beside_what_is_stored(register: str) -> None:
    fill()
    done = docket("decide-as-of", FIRST, "--on", "2020-05-01")
    answer = json.loads(docket("decide-as-of", FIRST, "--on", "2020-05-01", "--json").stdout)

    assert done.exit_code == 0, done.output
    assert f"{FIRST} by the law of 2020-05-01" in done.stdout
    assert (answer["day"], answer["pack"], answer["decision"]["asOf"]) == ("2020-05-01", "firstPack", "2020-05-01")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("HAV-2026-000009", "--on", "2020-05-01"), "niets gevonden"),
        ((FIRST, "--on", "2020-05-01", "--law", "abc"), "docket law history"),
    ],
)
def test_an_unknown_file_or_law_is_told(register: str, arguments: tuple[str, ...], told: str) -> None:
    fill()
    done = docket("decide-as-of", *arguments)

    assert done.exit_code == 1
    assert told in done.stderr


def test_a_day_that_is_none_is_a_wrong_command_line(register: str) -> None:
    assert docket("decide-as-of", FIRST, "--on", "1 mei").exit_code == 2


async def test_the_history_lists_every_enactment_with_who_and_why(register: str, deps: Deps) -> None:
    await enact(other_law(), deps)
    told = (await asyncio.to_thread(docket, "law", "history")).stdout.splitlines()
    rows = json.loads((await asyncio.to_thread(docket, "law", "history", "--json")).stdout)

    assert told[0] == f"2. from 2026-11-24: pack {other_law().digest}, by prosecutor:23 and headOfOffice:31. proef"
    assert "by the system at the first start" in told[1]
    assert [(row["seq"], row["digest"]) for row in rows] == [(2, other_law().digest), (1, deps.law.digest)]


async def test_a_start_tells_the_law_in_force_and_that_the_folder_is_the_draft_of_the_next(deps: Deps, settings: Settings) -> None:
    [in_force] = await law_lines(deps)
    newer = other_law()
    lines = await law_lines(Deps(pool=deps.pool, law=deps.law, clock=deps.clock, settings=settings, draft=newer))

    assert in_force == f"in force since 2026-11-24: pack {deps.law.digest[:12]}, enacted by the system at the first start"
    assert lines[0] == in_force
    assert f"differs (pack {newer.digest[:12]}): it is the draft of the next law" in lines[1]


def test_a_backup_that_is_restored_under_newer_software_brings_its_own_law_back(
    register: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill()
    saved = docket("backup").stdout.strip()
    folder = another_folder(tmp_path, monkeypatch)
    restored = docket("restore", saved, "--yes")
    history = docket("law", "history").stdout

    assert restored.exit_code == 0, restored.output
    assert f"pack {legislation.load().digest}, by the system" in history
    assert f"{folder} differs" in history
    assert docket("replay").stdout == "2 the same bytes.\n"
    assert docket("verify").exit_code == 0


def test_a_draft_that_is_wrong_stops_a_start_with_its_file_row_and_mend(
    register: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = another_folder(tmp_path, monkeypatch)
    broken = (Path(folder) / "competence.toml").read_text().replace('id = "public-order"', 'id = "public-ordre"')
    (Path(folder) / "competence.toml").write_text(broken)
    done = docket("import", commands.lines(commands.FOUND))

    assert done.exit_code == 1
    assert "competence.toml, public-order: is missing; add its row" in done.stderr
    assert legislation.BadLaw in TOLD


def test_a_register_of_before_law_packs_gets_its_first_law_at_the_upgrade(register: str, tmp_path: Path) -> None:
    older = tmp_path / "older"
    older.mkdir()
    for each in migrate.migrations()[:3]:
        shutil.copyfile(each.file, older / each.file.name)
    asyncio.run(change(register, "drop schema public cascade; create schema public"))
    migrate.apply(register, older)
    upgraded = docket("upgrade", "--json")
    told = docket("law", "history")

    assert upgraded.exit_code == 0, upgraded.output
    assert "0004" in json.loads(upgraded.stdout)["applied"]
    assert told.stdout.splitlines()[0].startswith("1. from ")
    assert f"pack {legislation.load().digest}, by the system at the first start" in told.stdout
    assert docket("verify").exit_code == 0
