"""Every migration goes up and down, the picture is true, and what was released stays as it was."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import pytest

from docket import database, embedded, migrate
from migrations import tools


@pytest.fixture
async def empty(postgres: embedded.Server) -> Iterator[str]:
    """Name of a database without any schema."""
    connection = await asyncpg.connect(postgres.url())
    await connection.execute("create database not_migrated")
    yield "not_migrated"
    await connection.execute("drop database not_migrated with (force)")
    await connection.close()


async def test_up_down_up_ends_at_the_same_schema(postgres: embedded.Server, empty: str) -> None:
    untouched = tools.picture(postgres, empty)
    migrate.apply(postgres.url(empty))
    first = tools.picture(postgres, empty)
    for _ in migrate.migrations():
        migrate.roll_back_one(postgres.url(empty))
    bare = tools.picture(postgres, empty)
    migrate.apply(postgres.url(empty))

    assert without_the_list_of_dbmate(bare) == without_the_list_of_dbmate(untouched)
    assert tools.picture(postgres, empty) == first


def without_the_list_of_dbmate(picture: str) -> str:
    parts = picture.split("\n\n")
    return "\n\n".join(part for part in parts if "schema_migrations" not in part).rstrip() + "\n"


async def test_the_picture_is_the_migrated_schema(postgres: embedded.Server, template: str, empty: str) -> None:
    migrate.apply(postgres.url(empty))

    drawn, expected = tools.picture(postgres, empty), tools.PICTURE.read_text()
    if postgres.binaries.source != "wheel":
        drawn, expected = without_view_bodies(drawn), without_view_bodies(expected)
    assert drawn == expected, "run: make schema"


@pytest.mark.system_postgres
def test_the_picture_is_the_same_on_the_oldest_supported_version(tmp_path: Path) -> None:
    oldest = min(embedded.installed_binaries(), key=lambda each: each.major)
    with embedded.running(tmp_path, durable=False, binaries=oldest) as server:
        migrate.apply(server.url())
        drawn = tools.picture(server, embedded.DATABASE)

    assert oldest.major == 15
    assert without_view_bodies(drawn) == without_view_bodies(tools.PICTURE.read_text())


def without_view_bodies(picture: str) -> str:
    """Versions of PostgreSQL write the same query differently."""
    return re.sub(r"(CREATE VIEW [\w.]+ AS\n).*?;\n", r"\1", picture, flags=re.DOTALL)


def test_no_released_migration_was_edited_or_removed() -> None:
    assert migrate.edited_files() == ()


def test_every_migration_has_its_checksum_recorded() -> None:
    assert {each.file.name for each in migrate.migrations()} == set(migrate.recorded_checksums()), "run: make schema"


def test_versions_are_unique_and_without_gaps() -> None:
    versions = [each.version for each in migrate.migrations()]

    assert [version for version, times in Counter(versions).items() if times > 1] == []
    assert versions == [f"{number:04}" for number in range(1, len(versions) + 1)]


def test_an_edited_migration_is_refused_before_the_database_is_touched(tmp_path: Path) -> None:
    (tmp_path / "0001_a.sql").write_text("-- migrate:up\nselect 1;\n-- migrate:down\n")
    (tmp_path / migrate.CHECKSUMS).write_text(f"{'0' * 64}  0001_a.sql\n")

    with pytest.raises(migrate.MigrationFailed, match=r"0001_a\.sql differs"):
        migrate.apply("postgresql://nobody@/nowhere?host=/nowhere", tmp_path)


async def test_a_migration_that_fails_leaves_the_database_as_it_was(postgres: embedded.Server, empty: str, tmp_path: Path) -> None:
    (tmp_path / "0001_a.sql").write_text("-- migrate:up\ncreate table a ();\n-- migrate:down\n")
    (tmp_path / "0002_b.sql").write_text("-- migrate:up\ncreate table b ();\nselect 1/0;\n-- migrate:down\n")

    with pytest.raises(migrate.MigrationFailed, match="division by zero"):
        migrate.apply(postgres.url(empty), tmp_path)

    connection = await asyncpg.connect(postgres.url(empty))
    found = await migrate.state(connection, tmp_path)
    assert (found.applied, found.pending) == (("0001",), ("0002",))
    assert await connection.fetchval("select to_regclass('b')") is None
    await connection.close()


async def test_a_database_that_is_behind_or_ahead_is_told_apart(tx: asyncpg.Connection) -> None:
    await migrate.require_current(tx)
    await tx.execute("insert into schema_migrations (version) values ('9999')")
    with pytest.raises(migrate.DatabaseBehind, match="newer version"):
        await migrate.require_current(tx)
    await tx.execute("delete from schema_migrations")
    with pytest.raises(migrate.DatabaseBehind, match="docket upgrade"):
        await migrate.require_current(tx)


@pytest.mark.parametrize(
    ("asyncpg_url", "expected"),
    [
        ("postgresql://docket@/docket?host=/run/a%20b&port=5432", "postgres://docket@/docket?socket=%2Frun%2Fa%20b&port=5432"),
        ("postgresql://u:p@db.example.org:6000/docket", "postgres://u:p@db.example.org:6000/docket?sslmode=prefer"),
        ("postgresql://u:p@db.example.org/docket?sslmode=require", "postgres://u:p@db.example.org/docket?sslmode=require"),
    ],
)
def test_the_address_of_the_database_is_told_to_dbmate_in_its_words(asyncpg_url: str, expected: str) -> None:
    assert database.dbmate_url(asyncpg_url) == expected
