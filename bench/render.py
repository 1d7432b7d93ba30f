"""Rendering a document: ours, warm, against plain docxtpl on the same template with the same values."""

import io
import statistics
import time
from collections.abc import Callable

import docxtpl
import jinja2

import documents
from documents import filling, templates

ROUNDS = 60
GOAL = 5.0


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


if __name__ == "__main__":
    main()
