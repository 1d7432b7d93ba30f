"""Processes that run together: started again when they fall over, ended within seconds, never left behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from docket import supervisor
from docket.supervisor import GaveUp, Supervisor

PYTHON = (sys.executable, "-c")
WAITS = "import sys, time; open(sys.argv[1], 'a').write('started\\n'); time.sleep(60)"
#: As a worker that hangs: it does not hear SIGTERM.
DEAF = "import signal, sys, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); open(sys.argv[1], 'a').write('started\\n'); time.sleep(60)"
FALLS = "raise SystemExit(3)"


@pytest.fixture
def processes() -> Iterator[Supervisor]:
    made = Supervisor(os.environ, PYTHON)
    yield made
    made.stop()


def until(condition: Callable[[], object]) -> None:
    deadline = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < deadline, "waited 10 seconds in vain"
        time.sleep(0.02)


def test_stopping_ends_a_process_at_once(processes: Supervisor, tmp_path: Path) -> None:
    processes.start("worker", WAITS, str(tmp_path / "said"))
    until((tmp_path / "said").exists)
    begin = time.monotonic()
    processes.stop()

    assert time.monotonic() - begin < 2


def test_a_process_that_does_not_listen_is_ended_by_force(processes: Supervisor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "PATIENCE_SECONDS", 0.3)
    processes.start("worker", DEAF, str(tmp_path / "said"))
    until((tmp_path / "said").exists)
    begin = time.monotonic()
    processes.stop()

    assert time.monotonic() - begin < 3


def test_a_process_that_was_killed_is_started_again(processes: Supervisor, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    said = tmp_path / "said"
    processes.start("worker", WAITS, str(said))
    until(said.exists)
    os.kill(processes.pid("worker"), signal.SIGKILL)
    until(lambda: not processes.is_running("worker"))
    processes.check()
    until(lambda: said.read_text().count("started") == 2)

    assert "The worker ended by itself" in capfd.readouterr().err


def test_a_process_that_keeps_falling_is_given_up_with_its_name(processes: Supervisor) -> None:
    processes.start("worker", FALLS)
    with pytest.raises(GaveUp, match="The worker ended 5 times"):
        while True:
            until(lambda: not processes.is_running("worker"))
            processes.check()


ORPHAN = """
import os, sys, time
from docket.supervisor import Supervisor, end_with_parent
if sys.argv[1] == "child":
    end_with_parent(os.environ)
    print(os.getpid(), flush=True)
    time.sleep(60)
else:
    Supervisor(os.environ, (sys.executable, "-c", os.environ["SOURCE"])).start("worker", "child")
    time.sleep(60)
"""


def test_processes_end_with_a_supervisor_that_was_killed() -> None:
    environment = {**os.environ, "SOURCE": ORPHAN}
    parent = subprocess.Popen([sys.executable, "-c", ORPHAN, "parent"], env=environment, stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    parent.kill()
    parent.wait()

    until(lambda: not is_alive(child))


def is_alive(process: int) -> bool:
    try:
        return ") Z " not in Path(f"/proc/{process}/stat").read_text()
    except FileNotFoundError:
        return False
