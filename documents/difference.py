"""What one version of a document says otherwise than another, paragraph by paragraph and word by word."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

import msgspec

from documents.docx import is_filled, parse_part, read_parts

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BREAKS = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": "\t"}
_WORD = re.compile(r"\s+|[^\s]+")
#: Below this share of words in common two paragraphs are one that went and one that came.
_ALIKE = 0.5
#: Old times new paragraphs of one change: above it they are paired by their order, for comparing all with all takes minutes.
_COMPARED_AT_MOST = 2500
#: Characters of a paragraph in a sentence about it.
_SHOWN = 300
#: Characters of what stayed, on each side of what changed.
_CONTEXT = 60


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    kind: Literal["same", "went", "came"]
    text: str


class ChangedParagraph(msgspec.Struct, frozen=True, kw_only=True):
    kind: Literal["changed", "went", "came"]
    #: Counted from 1 among the paragraphs with words of the older and of the newer version; None where that one has no such paragraph.
    old_number: int | None
    new_number: int | None
    #: In order; a paragraph that went or came is one piece.
    pieces: tuple[Piece, ...]


def words_of(document: bytes) -> tuple[str, ...]:
    """The words of each paragraph that has any, the text before headers and feet; raises TemplateFault when it is no Word file."""
    contents = {name: content for name, content in read_parts(document) if is_filled(name)}
    body = tuple(_paragraphs(parse_part("word/document.xml", contents.pop("word/document.xml", b""))))
    # A first page has a header and a foot of its own, mostly with the same words.
    beside = dict.fromkeys(words for name in sorted(contents) for words in _paragraphs(parse_part(name, contents[name])))
    return tuple(words for words in (*body, *beside) if words.strip())


def body_words(document_xml: bytes) -> tuple[str, ...]:
    """The words of each paragraph of the text itself; raises TemplateFault when it is no XML."""
    return tuple(words for words in _paragraphs(parse_part("word/document.xml", document_xml)) if words.strip())


def difference(old: bytes, new: bytes) -> tuple[ChangedParagraph, ...]:
    """Empty when both say the same; how they look is not compared."""
    return tuple(_changes(words_of(old), words_of(new)))


def _paragraphs(root) -> Iterator[str]:
    for paragraph in root.iter(f"{_W}p"):
        yield "".join(_BREAKS.get(node.tag, node.text or "") for node in paragraph.iter(f"{_W}t", *_BREAKS) if _own(node, paragraph))


def _own(node, paragraph) -> bool:
    """A text box lies in a paragraph and has paragraphs of its own."""
    holder = node.getparent()
    while holder.tag != f"{_W}p":
        holder = holder.getparent()
    return holder is paragraph


def _changes(old: Sequence[str], new: Sequence[str]) -> Iterator[ChangedParagraph]:
    for what, old_from, old_to, new_from, new_to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        pairs = _pairs(old[old_from:old_to], new[new_from:new_to])
        at_old, at_new = 0, 0
        for pair_old, pair_new in (*pairs, (old_to - old_from, new_to - new_from)):
            for number in range(at_old, pair_old):
                yield _whole("went", old[old_from + number], old_number=old_from + number + 1)
            for number in range(at_new, pair_new):
                yield _whole("came", new[new_from + number], new_number=new_from + number + 1)
            if (pair_old, pair_new) != (old_to - old_from, new_to - new_from):
                yield ChangedParagraph(
                    kind="changed",
                    old_number=old_from + pair_old + 1,
                    new_number=new_from + pair_new + 1,
                    pieces=tuple(_pieces(old[old_from + pair_old], new[new_from + pair_new])),
                )
            at_old, at_new = pair_old + 1, pair_new + 1


def _whole(kind: Literal["went", "came"], words: str, *, old_number: int | None = None, new_number: int | None = None) -> ChangedParagraph:
    return ChangedParagraph(kind=kind, old_number=old_number, new_number=new_number, pieces=(Piece(kind=kind, text=words),))


def _pairs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Positions of the paragraphs that are the same one with other words, in order."""
    if len(old) * len(new) > _COMPARED_AT_MOST:
        return [(at, at) for at in range(min(len(old), len(new)))]
    best: list[list[float]] = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    alike = [[_likeness(before, after) for after in new] for before in old]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            together = alike[i][j] + best[i + 1][j + 1] if alike[i][j] >= _ALIKE else 0.0
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    found, i, j = [], 0, 0
    while i < len(old) and j < len(new):
        if alike[i][j] >= _ALIKE and best[i][j] == alike[i][j] + best[i + 1][j + 1]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def _likeness(old: str, new: str) -> float:
    return SequenceMatcher(None, old.split(), new.split(), autojunk=False).ratio()


def _pieces(old: str, new: str) -> Iterator[Piece]:
    before, after = _WORD.findall(old), _WORD.findall(new)
    for what, old_from, old_to, new_from, new_to in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            yield Piece(kind="same", text="".join(before[old_from:old_to]))
            continue
        if old_to > old_from:
            yield Piece(kind="went", text="".join(before[old_from:old_to]))
        if new_to > new_from:
            yield Piece(kind="came", text="".join(after[new_from:new_to]))


def told(change: ChangedParagraph) -> str:
    """The change as a sentence in Dutch, with the words before and after."""
    match change.kind:
        case "came":
            return f"alinea {change.new_number} is nieuw: “{_shown(change.pieces[0].text)}”"
        case "went":
            return f"alinea {change.old_number} is weg: “{_shown(change.pieces[0].text)}”"
    pieces = list(change.pieces)
    if pieces[0].kind == "same":
        pieces[0] = Piece(kind="same", text=_end_of(pieces[0].text))
    if pieces[-1].kind == "same":
        pieces[-1] = Piece(kind="same", text=_begin_of(pieces[-1].text))
    before, after = ("".join(piece.text for piece in pieces if piece.kind != kind) for kind in ("came", "went"))
    return f"alinea {change.new_number} zegt nu “{_shown(after)}” in plaats van “{_shown(before)}”"


def _end_of(words: str) -> str:
    return words if len(words) <= _CONTEXT else f"…{words[-_CONTEXT:]}"


def _begin_of(words: str) -> str:
    return words if len(words) <= _CONTEXT else f"{words[:_CONTEXT]}…"


def _shown(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
