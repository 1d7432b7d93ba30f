"""Decides the whole docket under a draft and under the present law on one snapshot, in processes that share it; writes nothing.

`python -m docket.simulating` is one such process: it reads a Task and then ranges of ids on standard input, and answers each
range with one frame on standard output.
"""

import asyncio
import os
import struct
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any, BinaryIO

import msgspec

from docket import legislation, tracks
from docket.simulation import Answer, Compared, Held, Totals, answer_of, compare
from docket.store import simulations
from docket.store.simulations import HeldRow
from docket.supervisor import PARENT_VARIABLE, end_with_parent
from routing import ENGINE_VERSION, CaseFacts, Law, route_untraced

#: Each fills about one core, its half of the database the rest.
PROCESSES = 2
#: Ids of one range: small enough that the last ranges keep all processes busy, large enough that asking costs nothing.
RANGE_IDS = 1_000
_LENGTH = struct.Struct(">I")


class SimulationFailed(Exception):
    """A process of the simulation ended before its work was done; what it wrote on standard error says why."""


class Pack(msgspec.Struct, frozen=True, kw_only=True):
    """A law as its files; decided with as it is read by `legislation`."""

    files: dict[str, bytes]
    digest: str


class Task(msgspec.Struct, frozen=True, kw_only=True):
    url: str
    #: Of pg_export_snapshot; its transaction is open as long as the task runs.
    snapshot: str
    present: Pack
    draft: Pack
    #: Whoever started the processes; they end with it.
    parent: int = msgspec.field(default_factory=os.getpid)


class Range(msgspec.Struct, frozen=True, kw_only=True):
    """Ids from `first` to before `until`."""

    first: int
    until: int


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """What one range gave."""

    totals: Totals
    #: Files that move, and those that stay though they are decided otherwise or on other grounds.
    compared: tuple[Compared, ...]


class Decider:
    """Both laws, read once."""

    def __init__(self, present: Law, present_digest: str, draft: Law) -> None:
        self.present = present
        self.present_digest = present_digest
        self.draft = draft
        #: Files whose stored answer stood for that of the present law.
        self.stood = 0

    def decide(self, row: HeldRow, totals: Totals) -> Compared | None:
        facts = facts_decoder.decode(row.facts)
        routed = answer_decoder.decode(row.routed)
        held = Held(
            case_id=row.case_id,
            year=row.year,
            standing=answer_decoder.decode(row.standing) if row.standing is not None else routed,
            routed=routed,
            chosen=row.standing is not None,
            open=row.open_track,
            to_confirm=row.to_confirm,
            referred=row.referred,
            seised=facts.seised_on is not None,
        )
        decision = route_untraced(facts, self.draft)
        draft = answer_of(decision)
        compared = compare(held, self.present_answer(row, routed, facts), draft)
        moves = compared is not None and compared.stays is None
        open_after = moves and tracks.is_open(decision, tracks.open_ordinals(decision, facts))
        totals.count(held, draft, compared, open_after=open_after)
        return compared

    def present_answer(self, row: HeldRow, routed: Answer, facts: CaseFacts) -> Answer:
        """The stored answer where the present law and engine gave it, else theirs: the same pair gives the same answer."""
        if (row.law_digest, row.engine_version) == (self.present_digest, ENGINE_VERSION):
            self.stood += 1
            return routed
        return answer_of(route_untraced(facts, self.present))


facts_decoder = msgspec.json.Decoder(CaseFacts)
answer_decoder = msgspec.json.Decoder(Answer)


@asynccontextmanager
async def processes(task: Task, count: int = PROCESSES) -> AsyncIterator[tuple[asyncio.subprocess.Process, ...]]:
    """Killed at the end of the block, whatever they were doing."""
    started = [
        await asyncio.create_subprocess_exec(
            sys.executable, "-m", "docket.simulating",
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, limit=2**20,
        )
        for _ in range(count)
    ]  # fmt: skip
    try:
        for each in started:
            await _send(each, task)
        yield tuple(started)
    finally:
        for each in started:
            if each.returncode is None:
                each.kill()
        for each in started:
            await each.wait()


async def parts(task: Task, last_id: int, count: int = PROCESSES) -> AsyncIterator[Part]:
    """The parts of the docket in no order; raises SimulationFailed when a process ends early."""
    async with processes(task, count) as started:
        ranges = iter(ranges_to(last_id))
        ready: asyncio.Queue[Part | BaseException | None] = asyncio.Queue(maxsize=2 * count)
        working = [asyncio.create_task(_work(each, ranges, ready)) for each in started]
        try:
            ended = 0
            while ended < len(working):
                part = await ready.get()
                if isinstance(part, BaseException):
                    raise part
                if part is None:
                    ended += 1
                else:
                    yield part
        finally:
            for each in working:
                each.cancel()
            await asyncio.gather(*working, return_exceptions=True)


def ranges_to(last_id: int) -> Iterator[Range]:
    for first in range(1, last_id + 1, RANGE_IDS):
        yield Range(first=first, until=first + RANGE_IDS)


async def _work(process: asyncio.subprocess.Process, ranges: Iterator[Range], ready: asyncio.Queue[Part | BaseException | None]) -> None:
    try:
        for each in ranges:
            await _send(process, each)
            await ready.put(await _receive(process))
        await ready.put(None)
    except (OSError, asyncio.IncompleteReadError):
        await ready.put(SimulationFailed(f"A process of the simulation ended early (exit code {await process.wait()})."))


async def _send(process: asyncio.subprocess.Process, message: msgspec.Struct) -> None:
    content = msgspec.msgpack.encode(message)
    given: Any = process.stdin
    given.write(_LENGTH.pack(len(content)) + content)
    await given.drain()


async def _receive(process: asyncio.subprocess.Process) -> Part:
    answers: Any = process.stdout
    [length] = _LENGTH.unpack(await answers.readexactly(_LENGTH.size))
    return msgspec.msgpack.decode(await answers.readexactly(length), type=Part)


def main() -> None:
    """One process: nothing but frames may reach standard output."""
    given, answers = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    sys.stdout = sys.stderr
    task = _read(given, Task)
    if task is not None:
        end_with_parent({PARENT_VARIABLE: str(task.parent)})
        asyncio.run(_serve(task, given, answers))


async def _serve(task: Task, given: BinaryIO, answers: BinaryIO) -> None:
    present, draft = (legislation.of_pack(pack.files, pack.digest).law for pack in (task.present, task.draft))
    decider = Decider(present, task.present.digest, draft)
    async with simulations.on_snapshot(task.url, task.snapshot) as connection:
        while (wanted := await asyncio.to_thread(_read, given, Range)) is not None:
            totals, compared = Totals(), []
            async for row in simulations.held(connection, wanted.first, wanted.until):
                if (one := decider.decide(row, totals)) is not None:
                    compared.append(one)
            content = msgspec.msgpack.encode(Part(totals=totals, compared=tuple(compared)))
            answers.write(_LENGTH.pack(len(content)) + content)
            answers.flush()


def _read(given: BinaryIO, kind: Any) -> Any:
    """The next frame; None = there are no more."""
    head = given.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    [length] = _LENGTH.unpack(head)
    return msgspec.msgpack.decode(given.read(length), type=kind)


if __name__ == "__main__":
    main()
