"""Every broken tag of a template at once, each with its paragraph; Jinja itself stops at the first."""

import re
from collections.abc import Iterator
from typing import Any

import msgspec
from jinja2 import TemplateSyntaxError

from documents.docx import Paragraph, parse_part, where
from documents.filling import ENVIRONMENT
from documents.tag_words import in_dutch

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OPENS = re.compile(r"{{|{%|{#")
_CLOSES = {"{{": "}}", "{%": "%}", "{#": "#}"}
#: `{%p if ...` takes away the paragraph that it stands in, `{%tr ...` the row, and so on.
_OF_A_BLOCK = re.compile(r"[+-]?(?:p|tr|tc|r)?\s*(?P<word>[a-z]*)\s*(?P<rest>.*?)\s*[+-]?", re.DOTALL)
_ENDS = {"endif": "if", "endfor": "for"}


class _Open(msgspec.Struct, frozen=True):
    word: str
    tag: str
    place: str


def faults(name: str, content: bytes) -> tuple[str, ...]:
    """Of one part that is filled: tags that do not end, that cannot be read, and blocks that do not end or never began."""
    return tuple(_faults(name, parse_part(name, content)))


def _faults(name: str, root: Any) -> Iterator[str]:
    elements = [*root.iter(f"{_W}p")]
    paragraphs = tuple(Paragraph(number, _words(element)) for number, element in enumerate(elements, start=1))
    blocks: list[_Open] = []
    for paragraph in paragraphs:
        place = where(name, paragraphs, paragraph.number)
        for opens, inside in _tags(paragraph.words):
            if inside is None:
                yield _told(f"“{opens}” zonder “{_CLOSES[opens[:2]]}”", place)
            elif opens == "{{":
                yield from _unreadable(f"{{{{ {inside} }}}}", place)
            elif opens == "{%":
                yield from _block(inside, place, blocks)
    for left in blocks:
        yield _told(f"“{left.tag}” zonder “{{% end{left.word} %}}”", left.place)


def _words(paragraph: Any) -> str:
    return "".join(node.text or "" for node in paragraph.iter(f"{_W}t"))


def _tags(words: str) -> Iterator[tuple[str, str | None]]:
    """How each opens and what stands in it; None = it never ends, and what opens it is told with the words after it."""
    at = 0
    while (opened := _OPENS.search(words, at)) is not None:
        opens = opened.group()
        end = words.find(_CLOSES[opens], opened.end())
        next_one = _OPENS.search(words, opened.end())
        if end < 0 or (next_one is not None and next_one.start() < end):
            yield words[opened.start() : next_one.start() if next_one else None][:80].strip(), None
            at = opened.end()
        else:
            yield opens, words[opened.end() : end]
            at = end + 2


def _block(inside: str, place: str, blocks: list[_Open]) -> Iterator[str]:
    said = _OF_A_BLOCK.fullmatch(inside)
    word, rest = (said.group("word"), said.group("rest")) if said is not None else ("", "")
    tag = f"{{% {word} {rest}".rstrip() + " %}"
    match word:
        case "if" | "for":
            blocks.append(_Open(word, tag, place))
            yield from _unreadable(f"{tag}{{% end{word} %}}", place)
        case "elif":
            yield from _unreadable(f"{{% if x %}}{tag}{{% endif %}}", place)
            yield from _within("if", tag, place, blocks)
        case "else":
            yield from () if blocks else (_told(f"“{tag}” zonder “{{% if … %}}”", place),)
        case "endif" | "endfor":
            yield from _within(_ENDS[word], tag, place, blocks)
            if blocks and blocks[-1].word == _ENDS[word]:
                blocks.pop()
        case _:
            yield from _unreadable(tag, place)


def _within(word: str, tag: str, place: str, blocks: list[_Open]) -> Iterator[str]:
    if not blocks or blocks[-1].word != word:
        yield _told(f"“{tag}” zonder “{{% {word} … %}}”", place)


def _unreadable(source: str, place: str) -> Iterator[str]:
    try:
        ENVIRONMENT.compiled(source)
    except TemplateSyntaxError as error:
        yield _told(in_dutch(error.message or ""), place)
    except RecursionError:
        yield _told("te diep genest", place)


def _told(what: str, place: str) -> str:
    return f"het sjabloon heeft een fout in een tag: {what} ({place})"
