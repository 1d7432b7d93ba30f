"""A backup is a folder: the database as pg_dump writes it, the signed heads, the keys, and the checksums of all of them."""

import hashlib
import shutil
import subprocess
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from pathlib import Path

import asyncpg
import msgspec

from docket import migrate
from docket.database import Replacement, database_name, fsync_file, program_environment, programs_for, replacement, server_major
from docket.embedded import installed_binaries
from docket.heads import drafts, head_files, head_path
from docket.settings import Settings

DUMP, MANIFEST = "database.dump", "manifest.json"
FINDINGS_TOLD = 20
HEADS, KEY = "heads", "head-signing.key"

#: Walks the register in the database at this address, with the heads of these settings; returns what is wrong with it.
Verify = Callable[[str, Settings], Coroutine[None, None, list[str]]]


class BackupFailed(Exception):
    """A backup could not be made, or cannot be trusted; nothing was changed."""


class Manifest(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    made_at: datetime
    postgres_major: int
    migrations: tuple[str, ...]
    #: Path within the backup -> sha256.
    files: dict[str, str]


async def take(url: str, settings: Settings, now: datetime, *, into: Path | None = None) -> Path:
    """Make a backup while the service runs; returns its folder, which appears only when it is whole."""
    folder = (into or settings.backups_folder) / now.astimezone(UTC).strftime("%Y-%m-%dT%H%M%S.%fZ")
    draft = folder.with_name(f".{folder.name}.draft")
    draft.mkdir(mode=0o700, parents=True)
    try:
        newest_head = await _dump_with_newest_head(url, draft / DUMP)
        _copy_beside(settings, draft, newest_head)
        major = await server_major(url)
        files = {str(path.relative_to(draft)): _sha256(path) for path in sorted(draft.rglob("*")) if path.is_file()}
        versions = tuple(each.version for each in migrate.migrations())
        manifest = Manifest(made_at=now, postgres_major=major, migrations=versions, files=files)
        (draft / MANIFEST).write_bytes(msgspec.json.format(msgspec.json.encode(manifest)) + b"\n")
        for path in (*draft.rglob("*"), draft):
            if path.is_file():
                path.chmod(0o600)
            fsync_file(path)
        draft.rename(folder)
        fsync_file(folder.parent)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    return folder


async def _dump_with_newest_head(url: str, file: Path) -> int:
    """Number of the newest head in the dump: a head that is signed while it runs must not lie beside it."""
    connection = await asyncpg.connect(url)
    try:
        async with connection.transaction(isolation="repeatable_read", readonly=True):
            snapshot = await connection.fetchval("select pg_export_snapshot()")
            has_heads = await connection.fetchval("select to_regclass('heads') is not null")
            newest = await connection.fetchval("select coalesce(max(seq), 0) from heads") if has_heads else 0
            dump(url, file, connection.get_server_version().major, snapshot)
            return newest
    finally:
        await connection.close()


def dump(url: str, file: Path, major: int, snapshot: str) -> None:
    options = ("--format=custom", "--no-owner", "--no-privileges", "--snapshot", snapshot)
    _program(url, major, "pg_dump", *options, "--file", str(file))


def load(url: str, file: Path, major: int) -> None:
    """Fill an empty database from a dump."""
    options = ("--exit-on-error", "--no-owner", "--no-privileges")
    _program(url, major, "pg_restore", *options, "--dbname", database_name(url), str(file))


def check(folder: Path) -> Manifest:
    """Whether the backup is whole and unchanged."""
    try:
        manifest = msgspec.json.decode((folder / MANIFEST).read_bytes(), type=Manifest)
    except FileNotFoundError as error:
        raise BackupFailed(f"{folder} holds no {MANIFEST}: it is not a backup, or it was not finished.") from error
    except msgspec.DecodeError as error:
        raise BackupFailed(f"{folder / MANIFEST} cannot be read: {error}.") from error
    wrong = [name for name, digest in manifest.files.items() if not (folder / name).is_file() or _sha256(folder / name) != digest]
    if wrong or DUMP not in manifest.files:
        raise BackupFailed(f"The backup {folder} was changed or is not whole: {', '.join(wrong) or DUMP}. Take another one.")
    return manifest


async def restore(url: str, folder: Path, settings: Settings, verify: Verify) -> None:
    """Put the register of a backup in the place of the present one, in one step and only when it verifies."""
    check(folder)
    # Against its own heads: those of the present register may be ahead of it, and `docket verify` says so afterwards.
    own = msgspec.structs.replace(settings, heads_dir=folder / HEADS, head_key_file=folder / KEY)
    async with replacement(url) as new:
        await new.begin()
        await fill_and_verify(new, folder / DUMP, own, verify)
        # Only files that are absent: heads are never overwritten, they are the proof against a replaced database.
        _copy_back(folder, settings)
        await new.finish()


async def fill_and_verify(new: Replacement, file: Path, settings: Settings, verify: Verify) -> None:
    major = await server_major(new.next_url)
    load(new.next_url, file, major)
    migrate.apply(new.next_url)
    if wrong := await verify(new.next_url, settings):
        told = "\n".join(wrong[:FINDINGS_TOLD])
        raise BackupFailed(f"The register does not verify ({len(wrong)} findings), so the present one stays in place:\n{told}")


def _program(url: str, major: int, name: str, *arguments: str) -> None:
    binaries = programs_for(major, installed_binaries())
    command = [binaries.program(name), *arguments]
    result = subprocess.run(command, env=program_environment(url), capture_output=True, text=True, check=False)
    if result.returncode != 0:
        raise BackupFailed(f"{name} failed: {result.stderr.strip()}")


def _copy_beside(settings: Settings, draft: Path, newest_head: int) -> None:
    (draft / HEADS).mkdir(mode=0o700)
    if settings.heads_folder.is_dir():
        for key in settings.heads_folder.glob("key-*.pem"):
            shutil.copyfile(key, draft / HEADS / key.name)
        # A head that was committed a moment ago may not have got its name yet.
        there = {seq: file for seq, _, file in drafts(settings.heads_folder)} | head_files(settings.heads_folder)
        for seq, file in there.items():
            if seq <= newest_head:
                shutil.copyfile(file, head_path(draft / HEADS, seq))
    if settings.head_key.is_file():
        shutil.copyfile(settings.head_key, draft / KEY)


def _copy_back(folder: Path, settings: Settings) -> None:
    heads = folder / HEADS
    pairs = [(path, settings.heads_folder / path.relative_to(heads)) for path in heads.rglob("*") if path.is_file()]
    pairs.append((folder / KEY, settings.head_key))
    for source, target in pairs:
        if source.is_file() and not target.exists():
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            shutil.copyfile(source, target)
            target.chmod(0o600)


def _sha256(file: Path) -> str:
    with file.open("rb") as reading:
        return hashlib.file_digest(reading, "sha256").hexdigest()
