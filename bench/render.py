"""Rendering a document: ours, warm, against plain docxtpl on the same template with the same values."""

import io
import multiprocessing
import resource
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import docxtpl
import jinja2

import documents
from documents import filling, templates

ROUNDS = 60
GOAL = 5.0
CORES = 2
#: Transfers that each core makes.
MANY = 1_000
A_SECOND = 150.0
WARM, LONG = 1_000, 10_000
#: More than this over nine thousand documents is a leak.
MOST_GROWN_MIB = 5.0


def median_ms(action: Callable[[], object]) -> float:
    action()
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        action()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def plain(kind: documents.DocumentKind, template: bytes) -> bytes:
    """What docxtpl's own manual does, with escaping on, because without it the words would differ."""
    environment = jinja2.Environment(autoescape=True)
    environment.filters.update(filling.WORDING)
    document = docxtpl.DocxTemplate(io.BytesIO(template))
    document.render({name: getattr(kind.example, name) for name in kind.context.__struct_fields__}, environment)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def each_second(count: int) -> float:
    """Transfers a second that one warm process makes."""
    kind, template = documents.kind_of("transfer"), templates.read("transfer")
    documents.render(kind, kind.example, template)
    start = time.perf_counter()
    for _ in range(count):
        documents.render(kind, kind.example, template)
    return count / (time.perf_counter() - start)


def memory_mib() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 2**20


def two_cores() -> None:
    with multiprocessing.get_context("spawn").Pool(CORES) as pool:
        together = sum(pool.map(each_second, [MANY] * CORES))
    verdict = "goal met" if together >= A_SECOND else "goal MISSED"
    print(f"render transfer on {CORES} cores: {together:.0f} a second (goal {A_SECOND:.0f}): {verdict}")


def memory() -> None:
    """Of one process, after the first thousand and after ten thousand."""
    each_second(WARM)
    before = memory_mib()
    each_second(LONG - WARM)
    grown = memory_mib() - before
    verdict = "goal met" if grown <= MOST_GROWN_MIB else "goal MISSED"
    print(f"render memory: {before:.0f} MiB after {WARM}, {grown:+.1f} MiB after {LONG} (goal {MOST_GROWN_MIB:.0f}): {verdict}")


def main() -> None:
    for kind in documents.KINDS:
        template = templates.read(kind.code)
        ours = median_ms(lambda kind=kind, template=template: documents.render(kind, kind.example, template))
        theirs = median_ms(lambda kind=kind, template=template: plain(kind, template))
        verdict = "goal met" if theirs / ours >= GOAL else "goal MISSED"
        print(
            f"render {kind.code}: ours {ours:.2f} ms ({1000 / ours:.0f} a second on one core), docxtpl {theirs:.1f} ms, "
            f"{theirs / ours:.1f} times faster (goal {GOAL:.0f}): {verdict}"
        )
    two_cores()
    memory()


if __name__ == "__main__":
    main()
