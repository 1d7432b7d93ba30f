"""An upgrade, a backup and a restore end on one working register, whatever stops them."""

import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import asyncpg
import pytest

from docket import backup, database, embedded, migrate
from docket.settings import Settings
from docket.upgrade import upgrade

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
#: Each is killed once: (module, what is called there).
STEPS = [
    ("docket.database", "Replacement._rename"),
    ("docket.backup", "take"),
    ("docket.backup", "load"),
    ("docket.migrate", "apply"),
    ("docket.upgrade", "_require_same_counts"),
    ("docket.database", "Replacement.finish"),
    ("docket.database", "Replacement._drop"),
]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path / "data dir")


@pytest.fixture
def versions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two migrations, of which the register of the test has the first."""
    folder = tmp_path / "migrations"
    folder.mkdir()
    (folder / "0001_a.sql").write_text(
        "-- migrate:up\ncreate table cases (number text); create table heads (seq bigint);\n-- migrate:down\n"
    )
    monkeypatch.setattr(migrate, "folder", lambda: folder)
    return folder


@pytest.fixture
async def register(postgres: embedded.Server, versions: Path) -> AsyncIterator[str]:
    """URL of a small register of the first version, with one case."""
    url = postgres.url("a_register")
    connection = await asyncpg.connect(postgres.url())
    await connection.execute("create database a_register")
    migrate.apply(url)
    await ask(url, "insert into cases values ('HAV-2026-000001')")
    yield url
    for suffix in ("", database.NEXT, database.BEFORE):
        await connection.execute(f"drop database if exists a_register{suffix} with (force)")
    await connection.close()


def add_second_version(versions: Path, sql: str = "alter table cases add column note text;") -> None:
    (versions / "0002_b.sql").write_text(f"-- migrate:up\n{sql}\n-- migrate:down\n")


async def ask(url: str, question: str) -> object:
    connection = await asyncpg.connect(url)
    try:
        return await connection.fetchval(question)
    finally:
        await connection.close()


async def applied(url: str) -> tuple[str, ...]:
    connection = await asyncpg.connect(url)
    try:
        return (await migrate.state(connection)).applied
    finally:
        await connection.close()


async def nothing_wrong(url: str, settings: Settings) -> list[str]:
    return []


async def test_an_upgrade_migrates_keeps_the_cases_and_leaves_a_backup(register: str, settings: Settings, versions: Path) -> None:
    add_second_version(versions)
    done = await upgrade(register, settings, nothing_wrong, NOW)

    assert done.applied == ("0002",)
    assert await ask(register, "select number from cases where note is null") == "HAV-2026-000001"
    assert done.backup is not None
    assert backup.check(done.backup).made_at == NOW


async def test_an_upgrade_of_a_current_register_does_nothing(register: str, settings: Settings) -> None:
    done = await upgrade(register, settings, nothing_wrong, NOW)

    assert (done.applied, done.backup) == ((), None)


@pytest.mark.parametrize("sql", ["alter table cases add column note text; select 1/0;", "delete from cases;"])
async def test_a_migration_that_fails_or_loses_cases_leaves_the_old_register(
    register: str, settings: Settings, versions: Path, sql: str
) -> None:
    add_second_version(versions, sql)
    with pytest.raises((migrate.MigrationFailed, backup.BackupFailed)):
        await upgrade(register, settings, nothing_wrong, NOW)

    assert await applied(register) == ("0001",)
    assert await ask(register, "select number from cases") == "HAV-2026-000001"


async def test_a_register_that_does_not_verify_afterwards_is_not_put_in_place(register: str, settings: Settings, versions: Path) -> None:
    async def one_thing_wrong(url: str, settings: Settings) -> list[str]:
        return ["HAV-2026-000001: entry 1 was changed"]

    add_second_version(versions)
    with pytest.raises(backup.BackupFailed, match="entry 1 was changed"):
        await upgrade(register, settings, one_thing_wrong, NOW)

    assert await applied(register) == ("0001",)


async def test_an_upgrade_refuses_while_the_service_is_connected(register: str, settings: Settings, versions: Path) -> None:
    add_second_version(versions)
    service = await asyncpg.connect(register)
    with pytest.raises(embedded.DatabaseUnavailable, match="Stop the service"):
        await upgrade(register, settings, nothing_wrong, NOW)
    await service.close()

    assert await applied(register) == ("0001",)


KILLED = """
import asyncio, importlib, os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from docket import migrate
from docket.settings import Settings
from docket.upgrade import upgrade

url, data, versions, module, name, before = sys.argv[1:]
migrate.folder = lambda: Path(versions)
*owner, last = name.split(".")
place = importlib.import_module(module)
for part in owner:
    place = getattr(place, part)
real = getattr(place, last)

def die():
    os.kill(os.getpid(), signal.SIGKILL)

if asyncio.iscoroutinefunction(real):
    async def dying(*arguments, **named):
        if before == "before": die()
        await real(*arguments, **named)
        die()
else:
    def dying(*arguments, **named):
        if before == "before": die()
        real(*arguments, **named)
        die()
setattr(place, last, dying)

async def verify(url, settings):
    return []

asyncio.run(upgrade(url, Settings(data_dir=Path(data)), verify, datetime.now(UTC)))
"""


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize(("module", "step"), STEPS, ids=[step for _, step in STEPS])
async def test_an_upgrade_killed_at_any_step_ends_on_one_working_register(
    register: str, settings: Settings, versions: Path, module: str, step: str, when: str
) -> None:
    add_second_version(versions)
    command = [sys.executable, "-c", KILLED, register, str(settings.data_dir), str(versions), module, step, when]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == -signal.SIGKILL, ended.stderr

    await database.recover(register)
    assert await applied(register) in (("0001",), ("0001", "0002"))
    assert await ask(register, "select number from cases") == "HAV-2026-000001"

    await upgrade(register, settings, nothing_wrong, NOW)
    assert await applied(register) == ("0001", "0002")
    assert await ask(register, "select count(*) from pg_database where datname like 'a\\_register\\_%'") == 0


async def test_a_backup_restores_the_register_and_the_heads_and_key_that_are_absent(register: str, settings: Settings) -> None:
    settings.heads_folder.mkdir(parents=True)
    (settings.heads_folder / "head-00000001.json").write_text("{}")
    (settings.heads_folder / "head-00000002.json").write_text("signed while the backup was being made")
    await ask(register, "insert into heads values (1)")
    settings.head_key.write_bytes(b"key")
    saved = await backup.take(register, settings, NOW)
    await ask(register, "delete from cases")
    elsewhere = Settings(data_dir=settings.data_dir.parent / "new machine")
    await backup.restore(register, saved, elsewhere, nothing_wrong)

    assert await ask(register, "select number from cases") == "HAV-2026-000001"
    assert (elsewhere.heads_folder / "head-00000001.json").read_text() == "{}"
    assert not (elsewhere.heads_folder / "head-00000002.json").exists()
    assert elsewhere.head_key.stat().st_mode & 0o777 == 0o600


async def test_a_backup_can_be_taken_while_the_service_runs_and_is_for_its_owner_only(register: str, settings: Settings) -> None:
    service = await asyncpg.connect(register)
    saved = await backup.take(register, settings, NOW)
    await service.close()

    assert {oct(path.stat().st_mode & 0o077) for path in (saved, *saved.iterdir())} == {"0o0"}


async def test_a_changed_backup_is_refused_and_the_register_stays(register: str, settings: Settings) -> None:
    saved = await backup.take(register, settings, NOW)
    (saved / backup.DUMP).write_bytes((saved / backup.DUMP).read_bytes() + b"x")
    with pytest.raises(backup.BackupFailed, match="changed"):
        await backup.restore(register, saved, settings, nothing_wrong)

    assert await ask(register, "select count(*) from cases") == 1


async def test_a_backup_that_was_interrupted_is_not_there(register: str, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def full_disk(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup, "dump", full_disk)
    with pytest.raises(OSError, match="No space"):
        await backup.take(register, settings, NOW)

    assert list(settings.backups_folder.iterdir()) == []


def test_a_folder_that_is_no_backup_is_named(tmp_path: Path) -> None:
    with pytest.raises(backup.BackupFailed, match="not a backup"):
        backup.check(tmp_path)


def test_programs_get_the_address_in_their_environment_and_the_password_stays_off_the_command_line() -> None:
    found = database.program_environment("postgresql://clerk:se%20cret@db.example.org:6000/docket?sslmode=require")

    expected = {"PGHOST": "db.example.org", "PGPORT": "6000", "PGUSER": "clerk", "PGPASSWORD": "se cret", "PGSSLMODE": "require"}
    assert {name: found[name] for name in expected} == expected
    assert database.without_password("postgresql://clerk:secret@db/docket") == "postgresql://clerk:...@db/docket"


def test_a_database_of_a_newer_version_than_the_programs_is_told_with_the_package(tmp_path: Path) -> None:
    with pytest.raises(embedded.DatabaseUnavailable, match="postgresql-client-99"):
        database.programs_for(99, embedded.installed_binaries())
