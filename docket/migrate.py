"""Brings a database to the schema of this version with dbmate, and tells whether it is there."""

import hashlib
import os
import subprocess
import sysconfig
from pathlib import Path

import asyncpg
import msgspec

from docket.database import dbmate_url
from docket.packaged import packaged_folder

LOCK_TIMEOUT = "5m"
CHECKSUMS = "CHECKSUMS"


class MigrationFailed(Exception):
    """A migration was refused or stopped; the message holds the words of the database."""


class DatabaseBehind(Exception):
    """The database does not have the schema of this version."""


class Migration(msgspec.Struct, frozen=True, kw_only=True):
    version: str
    file: Path

    def sha256(self) -> str:
        return hashlib.sha256(self.file.read_bytes()).hexdigest()


class State(msgspec.Struct, frozen=True, kw_only=True):
    """What the database has against what this version brings."""

    applied: tuple[str, ...]
    pending: tuple[str, ...]
    #: Applied by a newer version of this program.
    unknown: tuple[str, ...]


def folder() -> Path:
    return packaged_folder("migrations")


def migrations(where: Path | None = None) -> tuple[Migration, ...]:
    files = sorted((where or folder()).glob("[0-9]*_*.sql"))
    return tuple(Migration(version=file.name.split("_", 1)[0], file=file) for file in files)


def recorded_checksums(where: Path | None = None) -> dict[str, str]:
    """File name to sha256, as released; the format is that of sha256sum."""
    file = (where or folder()) / CHECKSUMS
    if not file.exists():
        return {}
    rows = (line.split(maxsplit=1) for line in file.read_text().splitlines() if line and not line.startswith("#"))
    return {name.lstrip("*"): digest for digest, name in rows}


def edited_files(where: Path | None = None) -> tuple[str, ...]:
    """Released migrations that are no longer what was released: databases that have them would differ from new ones."""
    there = {migration.file.name: migration.sha256() for migration in migrations(where)}
    return tuple(name for name, digest in recorded_checksums(where).items() if there.get(name) != digest)


def apply(url: str, where: Path | None = None) -> None:
    """Apply what is pending; several at once wait for each other. Raises MigrationFailed."""
    if edited := edited_files(where):
        raise MigrationFailed(
            f"{', '.join(edited)} differs from what was released (migrations/{CHECKSUMS}).\n"
            "Put the file back and write the change as a new migration: make migration NAME=what_changes"
        )
    if not migrations(where):
        return
    _dbmate(url, "migrate", where)


def roll_back_one(url: str, where: Path | None = None) -> None:
    """Undo the newest migration; for tests and for a release that is being written, never in production."""
    _dbmate(url, "rollback", where)


async def state(connection: asyncpg.Connection, where: Path | None = None) -> State:
    known = [migration.version for migration in migrations(where)]
    try:
        rows = await connection.fetch("select version from schema_migrations order by version")
    except asyncpg.UndefinedTableError:
        rows = []
    applied = [row["version"] for row in rows]
    return State(
        applied=tuple(applied),
        pending=tuple(version for version in known if version not in applied),
        unknown=tuple(version for version in applied if version not in known),
    )


async def require_current(connection: asyncpg.Connection) -> None:
    """Refuse to work on a database that is behind or ahead of this version."""
    found = await state(connection)
    if found.pending:
        raise DatabaseBehind(
            f"The database is behind: migration {', '.join(found.pending)} is not applied. Run `docket upgrade` (or `docket migrate`)."
        )
    if found.unknown:
        raise DatabaseBehind(
            f"The database was made by a newer version: it has migration {', '.join(found.unknown)}. Start that version instead."
        )


def _dbmate(url: str, command: str, where: Path | None) -> None:
    program = Path(sysconfig.get_path("scripts")) / "dbmate"
    result = subprocess.run(
        [
            str(program) if program.exists() else "dbmate",
            *("--env-file", os.devnull),  # it would read a .env of the folder that the operator happens to be in
            *("--migrations-dir", str(where or folder())),
            *("--migration-lock", "--migration-lock-timeout", LOCK_TIMEOUT),
            "--no-dump-schema",
            command,
        ],
        # In the environment: a command line is public, and the URL may hold a password.
        env={**os.environ, "DATABASE_URL": dbmate_url(url)},
        capture_output=True,
        text=True,
        check=False,
    )
    if result.returncode != 0:
        raise MigrationFailed(f"dbmate {command} failed:\n{(result.stderr or result.stdout).strip()}")
