"""Contexts of any kind of document with the words, the lengths and the gaps that an office meets, made from its example."""

import itertools
import types
import typing
from collections.abc import Iterator
from typing import Any

import msgspec

TEXTS = {
    "ampersand": "& Jansen & Zonen &amp; Co",
    "less than": "<bvba> De Haan </w:t></w:r></w:p><w:p>",
    "quotes": '"De Haan" \'t Zand „onder” ‘links’',
    "line breaks": "Eerste regel\ntweede regel\n\nvierde regel",
    "tags": "{{ 7*7 }} {% for x in y %} {# weg #} {%p endif %}",
    "French": "Éléonore d'Œuvre-Châteauneuf",
    "Arabic": "محمد عبد الرحمن",
    "two hundred characters": "Abcdefghij" * 20,
}
MANY = 300


def with_text(context: msgspec.Struct, text: str) -> tuple[msgspec.Struct, dict[str, str]]:
    """Every text of the context replaced, each numbered so that it can be told from the others: the new text of each old one."""
    numbers = itertools.count(1)
    renamed: dict[str, str] = {}

    def of(value: Any, hint: Any) -> Any:
        if isinstance(value, str) and _is_text(hint):
            if value not in renamed:
                renamed[value] = f"{text} {next(numbers)}"
            return renamed[value]
        if isinstance(value, msgspec.Struct):
            return type(value)(**{name: of(getattr(value, name), inner) for name, inner in _fields(value)})
        if isinstance(value, tuple):
            row = typing.get_args(_bare(hint))[0]
            return tuple(of(item, row) for item in value)
        return value

    return of(context, type(context)), renamed


def with_many(context: msgspec.Struct) -> msgspec.Struct:
    """Every list that the example fills, three hundred long."""

    def grown(value: Any) -> Any:
        return tuple(itertools.islice(itertools.cycle(value), MANY)) if isinstance(value, tuple) and value else value

    return type(context)(**{name: grown(getattr(context, name)) for name, _ in _fields(context)})


def with_none(context: msgspec.Struct) -> msgspec.Struct:
    """No row in any list, and nothing known of what may be unknown, down to the last row of it."""

    def gone(value: Any, hint: Any) -> Any:
        if types.NoneType in typing.get_args(hint):
            return None
        if isinstance(value, tuple):
            return ()
        return type(value)(**{name: gone(getattr(value, name), inner) for name, inner in _fields(value)}) if _is_struct(value) else value

    return gone(context, type(context))


def with_bare_rows(context: msgspec.Struct) -> msgspec.Struct:
    """The rows of the example, of which nothing is known but what must be."""

    def bare(value: Any, hint: Any) -> Any:
        if types.NoneType in typing.get_args(hint):
            return None
        if isinstance(value, tuple):
            return tuple(bare(item, typing.get_args(_bare(hint))[0]) for item in value) if value and _is_struct(value[0]) else ()
        return type(value)(**{name: bare(getattr(value, name), inner) for name, inner in _fields(value)}) if _is_struct(value) else value

    return bare(context, type(context))


def _fields(value: msgspec.Struct) -> Iterator[tuple[str, Any]]:
    hints = typing.get_type_hints(type(value))
    return ((name, hints[name]) for name in value.__struct_fields__)


def _is_struct(value: Any) -> bool:
    return isinstance(value, msgspec.Struct)


def _bare(hint: Any) -> Any:
    """The type without `| None`."""
    return next((part for part in typing.get_args(hint) if part is not types.NoneType), hint) if _is_union(hint) else hint


def _is_union(hint: Any) -> bool:
    return isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union


def _is_text(hint: Any) -> bool:
    return _bare(hint) is str
