"""Where a person signs: a template keeps the lines that are filled in by hand as the release has them, and empty."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import msgspec

from documents import templates
from documents.docx import Paragraph, parse_part, read_parts, where

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BODY = "word/document.xml"
_STYLE = "ByHand"
#: What leads from the label to where one writes.
_LEADER = re.compile(r"[\s.:_…]+$")
_IMAGES = (f"{_W}drawing", f"{_W}pict")
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_FRAMES = (f"{_W}framePr", f"{_W}txbxContent")
_AROUND = re.compile(r"word/(header|footer|footnotes|endnotes)\d*\.xml")
#: Five centimetres, in the unit of a drawing.
_HIGHEST_LOGO = 1_800_000
#: What somebody writes in the place of a signature.
_SIGNED = re.compile(r"handtekening|ondertekend|(?<!\w)getekend|\(get\.?\)|(?<!\w)w\.\s?g\.|(?<!\w)/s/", re.IGNORECASE)


class _Line(msgspec.Struct, frozen=True, kw_only=True):
    number: int
    words: str
    #: Without what leads to where one writes.
    label: str
    by_hand: bool
    images: bool

    @property
    def signs(self) -> bool:
        return "handtekening" in self.label.lower()


class _Release(msgspec.Struct, frozen=True, kw_only=True):
    #: How many lines there are of each label.
    labels: dict[str, int]
    words: frozenset[str]


def faults(code: str, parts: Sequence[tuple[str, bytes]]) -> tuple[str, ...]:
    """Nobody's signature, name or mark stands in a template beforehand; `code` of a kind. Raises TemplateFault."""
    release = _release(code)
    if not release.labels:
        return ()
    lines = _lines(parts)
    paragraphs = tuple(Paragraph(line.number, line.words) for line in lines)
    wrong = [f"{what} ({where(_BODY, paragraphs, line.number)})" for line, what in _wrong(lines, release)]
    return (*wrong, *_gone(lines, release), *_around(parts, release))


def _around(parts: Sequence[tuple[str, bytes]], release: _Release) -> Iterator[str]:
    """
    A head or foot is printed on the page on which one signs, and what floats lies where its maker puts it.

    What may stand there is text that is no signature, and in a head a logo on its line.
    """
    for name, content in parts:
        if name == "word/numbering.xml" and next(parse_part(name, content).iter(f"{_W}numPicBullet"), None) is not None:
            yield "een opsommingsteken is een beeld, en dat kan een handtekening zijn; kies een teken"
        if (kind := _AROUND.fullmatch(name)) is None:
            continue
        lines = list(parse_part(name, content).iter(f"{_W}p"))
        told = tuple(Paragraph(number, "".join(node.text or "" for node in line.iter(f"{_W}t"))) for number, line in enumerate(lines, 1))
        for paragraph, line in zip(told, lines, strict=True):
            for what in _apart(kind[1], paragraph.words, line, release):
                yield f"{what} ({where(name, told, paragraph.number)})"


def _apart(kind: str, words: str, line: Any, release: _Release) -> Iterator[str]:
    images = next(line.iter(*_IMAGES), None) is not None
    if images and kind != "header":
        yield "een beeld in de voettekst of een noot van een stuk dat iemand met de hand tekent; een logo hoort in de koptekst"
    elif images and next(line.iter(f"{_DRAWING}anchor", f"{_W}pict"), None) is not None:
        yield "een zwevend beeld kan over de ondertekening liggen; zet het logo op zijn regel (in tekstregel)"
    elif any(int(size.get("cy", "0")) > _HIGHEST_LOGO for size in line.iter(f"{_DRAWING}extent")):
        yield "het beeld in de koptekst is hoger dan een logo; maak het hoogstens 5 cm hoog"
    if next(line.iter(*_FRAMES), None) is not None:
        yield "een tekstvak of kader kan over de ondertekening liggen; zet de woorden op een gewone regel"
    labels = {label.lower() for label in release.labels}
    if _SIGNED.search(words) or _LEADER.sub("", words).strip().lower() in labels:
        yield "woorden van een ondertekening; die staan alleen waar iemand met de hand tekent"


@cache
def _release(code: str) -> _Release:
    lines = _lines(read_parts(templates.read(code)))
    return _Release(labels=Counter(line.label for line in lines if line.by_hand), words=frozenset(line.words for line in lines))


def _lines(parts: Sequence[tuple[str, bytes]]) -> tuple[_Line, ...]:
    body = dict(parts).get(_BODY)
    root = parse_part(_BODY, body) if body is not None else None
    found = root.iter(f"{_W}p") if root is not None else ()
    return tuple(_line(number, paragraph) for number, paragraph in enumerate(found, start=1))


def _line(number: int, paragraph: Any) -> _Line:
    words = "".join("\t" if node.tag == f"{_W}tab" else node.text or "" for node in paragraph.iter(f"{_W}t", f"{_W}tab"))
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return _Line(
        number=number,
        words=words.strip(),
        label=_LEADER.sub("", words).strip(),
        by_hand=style is not None and style.get(f"{_W}val") == _STYLE,
        images=next(paragraph.iter(*_IMAGES), None) is not None,
    )


def _wrong(lines: Sequence[_Line], release: _Release) -> Iterator[tuple[_Line, str]]:
    written = [line for line in lines if line.words or line.images]
    for at, line in enumerate(written):
        if line.images:
            yield line, "een beeld in de tekst van een stuk dat iemand met de hand tekent; een logo hoort in de kop- of voettekst"
        elif line.label in release.labels:
            continue
        elif line.by_hand or any(_begins(line, label) for label in release.labels if "handtekening" in label.lower()):
            known = ", ".join(f"“{label}”" for label in release.labels)
            yield line, f"een regel die met de hand wordt ingevuld, houdt de woorden van het register en blijft leeg; gekend zijn {known}"
        elif line.words not in release.words and _beside(written, at, release):
            yield line, "deze woorden staan bij de ondertekening; daar komt alleen wat met de hand wordt geschreven, zet ze elders"


def _begins(line: _Line, label: str) -> bool:
    return line.words.startswith(label) and line.words[len(label) :].lstrip(" ")[:1] in ("\t", ":", ".", "_", "…")


def _beside(written: Sequence[_Line], at: int, release: _Release) -> bool:
    """Next to where one signs, or between two lines that are filled in by hand."""
    before = written[at - 1] if at else None
    after = written[at + 1] if at + 1 < len(written) else None
    around = [line for line in (before, after) if line is not None and line.label in release.labels]
    return len(around) == 2 or any(line.signs for line in around)


def _gone(lines: Sequence[_Line], release: _Release) -> Iterator[str]:
    there = Counter(line.label for line in lines)
    for label, count in release.labels.items():
        if there[label] < count:
            times = _times(there[label]), _times(count)
            yield f"de regel “{label}”, die met de hand wordt ingevuld, staat {times[0]} in het sjabloon; zet hem er {times[1]}"


def _times(count: int) -> str:
    return {0: "niet", 1: "één keer"}.get(count, f"{count} keer")
