"""For who writes a migration: `python -m migrations.tools new add_what` and `python -m migrations.tools draw`."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from docket import embedded, migrate

HERE = Path(__file__).resolve().parent
PICTURE = HERE / "schema.sql"
HEADING = "-- The schema that the migrations lead to, drawn by `make schema`; to read, nothing runs it.\n"
EMPTY = "-- migrate:up\n\n\n-- migrate:down\n\n"


def picture(server: embedded.Server, database: str) -> str:
    """The schema of a database as text that is the same from PostgreSQL 15 and 18."""
    command = [server.binaries.program("pg_dump"), "--schema-only", "--no-owner", "--no-privileges", "--no-comments", database]
    dumped = subprocess.run(command, env=server.environment(), capture_output=True, text=True, check=True).stdout
    # The list of applied versions belongs to dbmate; the rest is said by the version of pg_dump, not by the schema.
    kept = [line for line in dumped.splitlines() if not re.match(r"(--|SET |SELECT pg_catalog\.set_config|\\(un)?restrict )", line)]
    return HEADING + re.sub(r"\n{2,}", "\n\n", "\n" + "\n".join(kept) + "\n")


def draw() -> None:
    with tempfile.TemporaryDirectory() as folder, embedded.running(Path(folder), durable=False) as server:
        migrate.apply(server.url(), HERE)
        PICTURE.write_text(picture(server, embedded.DATABASE))
    record_checksums()


def record_checksums() -> None:
    """Adds the new files; an entry that is there is never replaced, because databases may have that file."""
    recorded = migrate.recorded_checksums(HERE)
    lines = [
        f"{migration.sha256()}  {migration.file.name}\n" for migration in migrate.migrations(HERE) if migration.file.name not in recorded
    ]
    with (HERE / migrate.CHECKSUMS).open("a") as file:
        file.writelines(lines)


def new(name: str) -> Path:
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        sys.exit("Say what changes, in small letters and underscores: make migration NAME=add_what")
    number = max((int(migration.version) for migration in migrate.migrations(HERE)), default=0) + 1
    file = HERE / f"{number:04}_{name}.sql"
    file.write_text(EMPTY)
    return file


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["draw"]:
            draw()
        case ["new", name]:
            print(f"Write {new(name).relative_to(HERE.parent)}, then: make schema test")
        case _:
            sys.exit(__doc__)
