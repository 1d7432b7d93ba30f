"""`docket run`, as a newcomer starts it: a real process, a real database, a real port."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

START_SECONDS = 40


class Register:
    """One `docket run`; what it prints is collected in a file."""

    def __init__(self, folder: Path, port: int, **settings: str) -> None:
        self.folder, self.port = folder, port
        self._said = folder.with_name(f"said-{time.monotonic_ns()}")
        # Without HOME, as some service managers start it.
        environment = {name: value for name, value in os.environ.items() if name != "HOME" and not name.startswith("DOCKET_")}
        environment |= {"DOCKET_DATA_DIR": str(folder), "DOCKET_PORT": str(port), **settings}
        with self._said.open("w") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "docket", "run"], env=environment, stdout=output, stderr=subprocess.STDOUT
            )

    @property
    def said(self) -> str:
        return self._said.read_text()

    def wait_until_ready(self) -> str:
        deadline = time.monotonic() + START_SECONDS
        while "Stop:" not in self.said:
            assert self.process.poll() is None, self.said
            assert time.monotonic() < deadline, self.said
            time.sleep(0.05)
        return self.said

    def stop(self, number: int = signal.SIGINT) -> float:
        """Seconds until everything had ended."""
        begin = time.monotonic()
        self.process.send_signal(number)
        self.process.wait(30)
        return time.monotonic() - begin

    def health(self) -> dict[str, object]:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/health") as response:
            return json.load(response)


@pytest.fixture
def port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "a folder with spaces"


@pytest.fixture
def start(folder: Path, port: int) -> Iterator[object]:
    started: list[Register] = []

    def one(**settings: str) -> Register:
        started.append(Register(folder, port, **settings))
        return started[-1]

    yield one
    for each in started:
        if each.process.poll() is None:
            each.process.send_signal(signal.SIGTERM)
            each.process.wait(30)


def test_the_first_start_tells_what_a_newcomer_needs_and_the_second_finds_its_data(start, folder: Path, port: int) -> None:
    first = start()
    said = first.wait_until_ready()
    password = re.search(r"beheer, password (\S+)", said)
    file = folder / "first-sign-in.txt"

    assert f"http://127.0.0.1:{port}" in said
    assert password is not None
    assert file.read_text().strip() == password[1]
    assert file.stat().st_mode & 0o777 == 0o600
    assert str(folder) in said
    assert "Ctrl-C" in said
    assert first.health()["status"] == "UP"
    assert first.stop() < 10
    assert first.process.returncode == 0
    assert not (folder / "data" / "postmaster.pid").exists()

    second = start()
    said = second.wait_until_ready()

    assert password[1] not in said
    assert str(file) in said
    assert second.stop(signal.SIGTERM) < 10


def test_two_starts_at_once_end_with_one_service_and_one_clear_message(start) -> None:
    both = [start(), start()]
    deadline = time.monotonic() + START_SECONDS
    while sum(each.process.poll() is None for each in both) == 2:
        assert time.monotonic() < deadline
        time.sleep(0.05)
    [refused] = [each for each in both if each.process.poll() is not None]
    [running] = [each for each in both if each is not refused]
    running.wait_until_ready()

    assert refused.process.returncode == 1
    assert refused.said.count("docket: ") == 1
    assert "runs already" in refused.said
    assert "Traceback" not in refused.said
    assert running.health()["status"] == "UP"


def test_a_port_that_is_taken_is_told_with_what_to_do(start, port: int) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        refused = start()
        refused.process.wait(START_SECONDS)

    assert refused.process.returncode == 1
    assert f"DOCKET_PORT={port + 1} make run" in refused.said


def test_nothing_stays_behind_when_it_is_killed_and_the_next_start_works(start, folder: Path) -> None:
    first = start()
    first.wait_until_ready()
    first.process.kill()
    first.process.wait()
    second = start()
    second.wait_until_ready()

    assert second.health()["status"] == "UP"
    assert second.stop() < 10
    assert not (folder / "data" / "postmaster.pid").exists()


def test_a_wrong_setting_is_told_before_anything_starts(start, folder: Path) -> None:
    refused = start(DOCKET_SESSION_IDLE="an hour")
    refused.process.wait(START_SECONDS)

    assert refused.process.returncode == 1
    assert "DOCKET_SESSION_IDLE=an hour: expected a whole number" in refused.said
    assert not folder.exists()
