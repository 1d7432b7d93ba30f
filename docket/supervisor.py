"""Keeps a few processes of ours running together, starts again what falls over, and ends them all within seconds."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from typing import NoReturn

#: What a process needs to end what it has in hand; the worker signs a last head in this time.
PATIENCE_SECONDS = 5.0
#: A process that falls over this often within a minute will not get better by itself.
MAX_FALLS_PER_MINUTE = 5


class GaveUp(Exception):
    """A process keeps ending by itself; its own log lines say why."""


class Supervisor:
    """Runs commands of `docket`; tests hand over another program."""

    def __init__(self, environment: Mapping[str, str], program: Sequence[str] = (sys.executable, "-m", "docket")) -> None:
        self._program = tuple(program)
        self._environment = {**environment, PARENT_VARIABLE: str(os.getpid())}
        self._commands: dict[str, tuple[str, ...]] = {}
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        self._falls: list[float] = []

    def start(self, name: str, *command: str) -> None:
        self._commands[name] = command
        # A session of its own: Ctrl-C in the terminal reaches us only, and we end them in order.
        self._running[name] = subprocess.Popen(
            [*self._program, *command], env=self._environment, stdin=subprocess.DEVNULL, start_new_session=True
        )

    def check(self) -> None:
        """Start again what ended by itself; raises GaveUp when that happens too often."""
        for name, process in list(self._running.items()):
            if process.poll() is None:
                continue
            now = time.monotonic()
            self._falls = [fall for fall in self._falls if now - fall < 60] + [now]
            if len(self._falls) >= MAX_FALLS_PER_MINUTE:
                raise GaveUp(f"The {name} ended {len(self._falls)} times within a minute (exit code {process.returncode}).")
            print(f"The {name} ended by itself (exit code {process.returncode}); starting it again.", file=sys.stderr)
            self.start(name, *self._commands[name])

    def is_running(self, name: str) -> bool:
        return self._running[name].poll() is None

    def pid(self, name: str) -> int:
        return self._running[name].pid

    def stop(self, names: Sequence[str] | None = None) -> None:
        """All at once, then by force for those that stay."""
        chosen = [self._running.pop(name) for name in names or tuple(self._running) if name in self._running]
        for process in chosen:
            with contextlib.suppress(ProcessLookupError):
                process.terminate()
        deadline = time.monotonic() + PATIENCE_SECONDS
        for process in chosen:
            try:
                process.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
                process.wait()


PARENT_VARIABLE = "DOCKET_PARENT"


def end_with_parent(environment: Mapping[str, str]) -> None:
    """Called by each supervised process: the kernel sends SIGTERM when the supervisor is gone, even if it was killed."""
    parent = environment.get(PARENT_VARIABLE)
    if parent is None or sys.platform != "linux":
        return
    pr_set_pdeathsig = 1
    ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGTERM)
    if os.getppid() != int(parent):
        sys.exit(1)


@contextlib.contextmanager
def interruptible() -> Iterator[None]:
    """SIGTERM and a closed terminal end the block as Ctrl-C does, so that what was opened is closed."""

    def interrupt(number: int, frame: object) -> NoReturn:
        # make and the terminal may both send one: a second one while all is being ended would leave half of it running.
        for each in before:
            signal.signal(each, signal.SIG_IGN)
        raise KeyboardInterrupt

    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)}
    for number in before:
        signal.signal(number, interrupt)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
